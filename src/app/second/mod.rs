//! The second reader in the window: when it is asked, and the words of one text.

pub(in crate::app) mod asking;
pub(in crate::app) mod shares;
