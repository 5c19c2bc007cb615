//! A study in the window: what its page remembers, and what is done there.

pub(in crate::app) mod studied;
pub(in crate::app) mod studying;
