//! Stories in the window: what their page remembers, and what is done there.

pub(in crate::app) mod telling;
pub(in crate::app) mod told;
