//! The manual in the window: where in it one reads, to it and back.

pub(in crate::app) mod place;
pub(in crate::app) mod turning;
