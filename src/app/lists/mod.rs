//! The user's own word lists in the window: typed, read from files, kept.

pub(in crate::app) mod keeping;
pub(in crate::app) mod read;
pub(in crate::app) mod typed;
