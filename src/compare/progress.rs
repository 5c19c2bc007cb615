//! Long work that can be watched and stopped from another thread.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// Shared between the thread that works and the one that waits.
#[derive(Debug, Default)]
pub struct Progress {
    stop: AtomicBool,
    per_mille: AtomicU32,
    /// Where the stage under way begins and ends, per mille.
    stage: (AtomicU32, AtomicU32),
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

    /// Begins the stage that takes the work from one share done to another.
    pub(super) fn stage(&self, from: f64, to: f64) {
        self.stage.0.store(per_mille(from), Ordering::Relaxed);
        self.stage.1.store(per_mille(to), Ordering::Relaxed);
    }

    /// Notes that `done` of `all` steps of this stage are done.
    ///
    /// # Errors
    /// [`Stopped`] where the work is to stop.
    pub(super) fn step(&self, done: usize, all: usize) -> Result<(), Stopped> {
        let from = self.stage.0.load(Ordering::Relaxed);
        let width = self.stage.1.load(Ordering::Relaxed).saturating_sub(from);
        let share = done as f64 / all.max(1) as f64;
        let within = per_mille(share * f64::from(width) / 1e3);
        self.per_mille.store(from + within, Ordering::Relaxed);
        if self.stop.load(Ordering::Relaxed) {
            Err(Stopped)
        } else {
            Ok(())
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to 0..=1000"
)]
fn per_mille(share: f64) -> u32 {
    (share * 1e3).round().clamp(0.0, 1e3) as u32
}

#[cfg(test)]
mod tests {
    use super::{Progress, Stopped};

    #[test]
    fn stages_follow_each_other_and_stopping_is_heard() {
        let progress = Progress::default();
        progress.stage(0.5, 1.0);
        assert_eq!(progress.step(1, 2), Ok(()));
        assert!((progress.fraction() - 0.75).abs() < 1e-6);
        progress.stop();
        assert_eq!(progress.step(2, 2), Err(Stopped));
    }
}
