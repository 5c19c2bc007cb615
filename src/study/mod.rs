//! A content analysis: people code units of text by the questions of a codebook, blind, and how far they agree
//! with each other and with the measures of this program is told.
//!
//! | file | what it is for |
//! |---|---|
//! | `codebook` | [`Codebook`]: the questions, kept as TOML |
//! | `ready` | codebooks to start from |
//! | `answers` | [`Answers`]: who gave which unit which value |
//! | `tidy` | answers from and to tables, in every layout that people keep them in |
//! | `agreement` | how far coders agree |
//! | `found` | [`VariableAgreement`]: what is found of one variable |
//! | `words` | what agreement means, in plain words |

mod agreement;
mod answers;
mod codebook;
mod found;
mod ready;
mod tidy;
mod words;

pub use agreement::agreements;
pub use answers::{Answer, Answers};
pub use codebook::{CANNOT_TELL, Codebook, CodebookError, Value, Variable};
pub use found::{Disagreement, VariableAgreement};
pub use ready::ready;
pub use tidy::{ReadAnswers, TidyError, read_tidy};
pub use words::overall;
