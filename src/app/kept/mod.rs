//! What outlives the window: the user's choices, and the copy of unsaved work.

pub(in crate::app) mod choices;
pub(in crate::app) mod copy;
pub(in crate::app) mod preferences;
pub(in crate::app) mod recovery;
pub(in crate::app) mod remembering;
