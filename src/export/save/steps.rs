//! The steps of a save, so that a test can end the program at any of them.

use std::sync::OnceLock;

/// A step of a save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The temporary file is there and empty.
    Made,
    /// Half of the bytes are in it.
    Half,
    /// All bytes are in it.
    Written,
    /// They are on the disk.
    Synced,
    /// The file stands in its place.
    Renamed,
}

static WATCHED: OnceLock<fn(Step)> = OnceLock::new();

/// Calls `watch` at every step of every save from now on; the first call counts. For `tests/faults`,
/// which ends the program there.
#[doc(hidden)]
pub fn watch(watch: fn(Step)) {
    let _ = WATCHED.set(watch);
}

pub(super) fn reached(step: Step) {
    if let Some(watch) = WATCHED.get() {
        watch(step);
    }
}
