//! A content analysis: people code units of text by the questions of a codebook, blind, and how far they agree
//! with each other and with the measures of this program is told.
//!
//! | file | what it is for |
//! |---|---|
//! | `codebook` | [`Codebook`]: the questions, kept as TOML |
//! | `ready` | codebooks to start from |
//! | `unit` | [`Unit`]: what is coded, known by its text |
//! | `sample` | which units are drawn, and how many are needed |
//! | `coding` | [`Study`]: what each coder answered so far |
//! | `said` | [`Said`]: what one coder answered, as a step of undo holds it |
//! | `participant` | codes in place of names |
//! | `class` | predict, then reveal: participants without names, each unit with what all said of it |
//! | `coding_file` | studies that are handed over |
//! | `answers` | [`Answers`]: who gave which unit which value |
//! | `tidy` | answers from tables, in every layout that people keep them in |
//! | `agreement` | how far coders agree |
//! | `found` | [`VariableAgreement`]: what is found of one variable |
//! | `words` | what agreement means, in plain words |
//! | `scored` | [`Scored`]: a unit as the measures see it |
//! | `against` | people against the measures of this program |
//! | `together` | [`Together`]: the figures that tell how far two series go together |
//! | `paragraph` | the methods paragraph |

mod against;
mod agreement;
mod answers;
mod class;
mod codebook;
mod coding;
mod coding_file;
mod found;
mod paragraph;
mod participant;
mod ready;
mod said;
mod sample;
mod scored;
mod tidy;
mod together;
mod unit;
mod words;

pub use against::{Against, Differing, Row, against, unanswered};
pub use agreement::agreements;
pub use answers::{Answer, Answers};
pub use class::{ClassRow, PARAGRAPHS, Revealed, class_rows, new_participant, predict};
pub use codebook::{CANNOT_TELL, Codebook, CodebookError, Value, Variable};
pub use coding::{Coder, Settled, Study};
pub use coding_file::CodingError;
pub use found::{Disagreement, VariableAgreement};
pub use paragraph::methods_paragraph;
pub use ready::ready;
pub use said::{Answered, Said};
pub use sample::{
    Drawn, Known, StoriesByArticle, Strata, closeness, draw, needed_for_agreement,
    needed_for_share, what_it_tells,
};
pub use scored::Scored;
pub use tidy::{ReadAnswers, TidyError, read_tidy};
pub use together::Together;
pub use unit::{Unit, UnitKind, UnitPlace, units};
pub use words::overall;
