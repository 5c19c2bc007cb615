//! Files in the window: asking for them, opening, saving, documents, and handing them to the system's own programs.

pub(in crate::app) mod dialogs;
pub(in crate::app) mod documents;
pub(in crate::app) mod hand_over;
pub(in crate::app) mod opening;
pub(in crate::app) mod outside;
pub(in crate::app) mod purpose;
pub(in crate::app) mod samples;
pub(in crate::app) mod saving;
