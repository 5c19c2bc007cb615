//! All wording measures of a text in one reading: loaded language, subjectivity, attribution, hedges
//! and intensifiers, quotations and their speakers.

mod block;
mod line;
pub(crate) mod measures;
mod speakers;
mod unit;

pub(crate) use block::of_block;
pub use line::{LineWording, line};
pub use speakers::{Speaker, speakers};
pub use unit::{SentenceWording, UnitWording};
