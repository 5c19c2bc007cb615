//! The draft being written: as it is typed, and checked as it changes.

pub(in crate::app) mod typed;
pub(in crate::app) mod writing;
