//! What is known of the copy that this window keeps of unsaved work.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use crate::session::recovery::{Keeper, RecoveryError};

/// A state of the session, by revision, with the notes that are being written.
pub(in crate::app) type Held = (u64, Option<String>);

/// The copy that this window keeps.
#[derive(Debug, Default)]
pub(in crate::app) struct Copy {
    pub(in crate::app) keeper: Option<Arc<Keeper>>,
    /// The state it holds; `None` where there is no copy.
    pub(in crate::app) held: Option<Held>,
    /// When it was begun to be written last, and whether that is still going on.
    pub(in crate::app) written: Option<Instant>,
    pub(in crate::app) is_busy: bool,
    /// Why it could not be written last; said once.
    pub(in crate::app) failed: Option<String>,
    /// Whether there is unsaved work, and in which state of what: comparing takes time.
    pub(in crate::app) unsaved: Option<((u64, u64, bool), bool)>,
}

impl Copy {
    /// Begins to keep a copy in the folder `data`.
    pub(in crate::app) fn start(data: Option<&Path>) -> Result<Self, RecoveryError> {
        let keeper = data.map(Keeper::start).transpose()?.map(Arc::new);
        Ok(Self {
            keeper,
            ..Self::default()
        })
    }
}
