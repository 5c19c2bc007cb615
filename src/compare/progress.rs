//! Long work that can be watched and stopped from another thread.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// Shared between the thread that works and the one that waits.
#[derive(Debug, Default)]
pub struct Progress {
    stop: AtomicBool,
    per_mille: AtomicU32,
}

/// The work was stopped before it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped")]
pub struct Stopped;

impl Progress {
    /// Asks the work to stop; it does within milliseconds.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// How much is done, 0 to 1.
    pub fn fraction(&self) -> f32 {
        // At most 1000, which f32 holds exactly.
        f32::from(u16::try_from(self.per_mille.load(Ordering::Relaxed)).unwrap_or(u16::MAX)) / 1e3
    }

    /// Notes that `done` of `all` steps are done.
    ///
    /// # Errors
    /// [`Stopped`] where the work is to stop.
    pub(super) fn step(&self, done: usize, all: usize) -> Result<(), Stopped> {
        let share = done.saturating_mul(1_000) / all.max(1);
        let per_mille = u32::try_from(share.min(1_000)).unwrap_or(1_000);
        self.per_mille.store(per_mille, Ordering::Relaxed);
        if self.stop.load(Ordering::Relaxed) {
            Err(Stopped)
        } else {
            Ok(())
        }
    }
}
