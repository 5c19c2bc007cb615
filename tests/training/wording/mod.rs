//! Judges the wording measures, and learns the weights of two of them.

pub(crate) mod evaluate;
pub(crate) mod subjectivity;
pub(crate) mod target;
