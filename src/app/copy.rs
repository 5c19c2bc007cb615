//! What is known of the copy that this window keeps of unsaved work.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use crate::session::recovery::{Keeper, RecoveryError};

/// A state of the session, by revision, with the notes that are being written.
pub(super) type Held = (u64, Option<String>);

/// The copy that this window keeps.
#[derive(Debug, Default)]
pub(super) struct Copy {
    pub(super) keeper: Option<Arc<Keeper>>,
    /// The state it holds; `None` where there is no copy.
    pub(super) held: Option<Held>,
    /// When it was begun to be written last, and whether that is still going on.
    pub(super) written: Option<Instant>,
    pub(super) is_busy: bool,
    /// Why it could not be written last; said once.
    pub(super) failed: Option<String>,
    /// Whether there is unsaved work, and in which state of what: comparing takes time.
    pub(super) unsaved: Option<((u64, u64, bool), bool)>,
}

impl Copy {
    /// Begins to keep a copy in the folder `data`.
    pub(super) fn start(data: Option<&Path>) -> Result<Self, RecoveryError> {
        let keeper = data.map(Keeper::start).transpose()?.map(Arc::new);
        Ok(Self {
            keeper,
            ..Self::default()
        })
    }
}
