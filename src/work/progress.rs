//! How far a piece of long work is, and the way to stop it from another thread.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{fmt, io};

/// Shared between the threads that work and the one that waits. Work is `done` of `total` steps, as a
/// whole or of the stage that is under way; what is told of it is read at any time and never waits.
#[derive(Default)]
pub struct Progress {
    stop: AtomicBool,
    done: AtomicUsize,
    total: AtomicUsize,
    found: AtomicUsize,
    part: Share,
    stage: Share,
    what: Mutex<String>,
    told: Option<Told>,
}

/// A share of a whole, per mille: what lies before it and what after.
#[derive(Default)]
struct Share {
    before: AtomicU32,
    after: AtomicU32,
}

type Told = Box<dyn Fn(&Progress) + Send + Sync>;

/// The work was stopped before it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped")]
pub struct Stopped;

impl From<Stopped> for io::Error {
    fn from(stopped: Stopped) -> Self {
        Self::new(io::ErrorKind::Interrupted, stopped)
    }
}

impl Progress {
    /// Progress that calls `told` whenever a step is done, on the thread that did it.
    pub fn telling(told: impl Fn(&Self) + Send + Sync + 'static) -> Self {
        Self {
            told: Some(Box::new(told)),
            ..Self::default()
        }
    }

    /// Asks the work to stop; it does within milliseconds.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Whether the work is to stop.
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Whether the work may go on.
    ///
    /// # Errors
    /// [`Stopped`] where it is to stop.
    pub fn go_on(&self) -> Result<(), Stopped> {
        if self.is_stopped() {
            Err(Stopped)
        } else {
            Ok(())
        }
    }

    /// Begins a part of the work that takes it from one share done to another, both 0 to 1. The stages
    /// that follow are stages of this part.
    pub fn part(&self, from: f64, to: f64) {
        self.part.set(from, to);
        self.stage(0.0, 1.0);
    }

    /// Begins a stage that takes the part under way, or the whole, from one share done to another.
    pub fn stage(&self, from: f64, to: f64) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(0, Ordering::Relaxed);
        self.stage.set(from, to);
    }

    /// Expects `more` steps beyond those expected so far.
    pub fn expect(&self, more: usize) {
        self.total.fetch_add(more, Ordering::Relaxed);
    }

    /// Notes that `more` steps are done.
    pub fn advance(&self, more: usize) {
        self.done.fetch_add(more, Ordering::Relaxed);
        self.tell();
    }

    /// Notes that `done` of `total` steps are done.
    ///
    /// # Errors
    /// [`Stopped`] where the work is to stop.
    pub fn step(&self, done: usize, total: usize) -> Result<(), Stopped> {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        self.tell();
        self.go_on()
    }

    /// Notes that `more` things came of the work: articles of the files that are read.
    pub fn find(&self, more: usize) {
        self.found.fetch_add(more, Ordering::Relaxed);
        self.tell();
    }

    fn tell(&self) {
        if let Some(told) = &self.told {
            told(self);
        }
    }

    /// Says what is being worked on: a file, a chart.
    pub fn begin(&self, what: impl Into<String>) {
        *self.what.lock().unwrap_or_else(PoisonError::into_inner) = what.into();
    }

    /// Steps done.
    pub fn done(&self) -> usize {
        self.done.load(Ordering::Relaxed)
    }

    /// Steps there are, as far as is known.
    pub fn total(&self) -> usize {
        self.total.load(Ordering::Relaxed)
    }

    /// What came of the work so far, counted.
    pub fn found(&self) -> usize {
        self.found.load(Ordering::Relaxed)
    }

    /// What is being worked on; empty if nobody said.
    pub fn what(&self) -> String {
        let what = self.what.lock().unwrap_or_else(PoisonError::into_inner);
        what.clone()
    }

    /// How much of the whole is done, 0 to 1.
    pub fn fraction(&self) -> f32 {
        let done = self.done().min(self.total()) as f32 / self.total().max(1) as f32;
        self.part.of(self.stage.of(done))
    }
}

impl Share {
    fn set(&self, from: f64, to: f64) {
        self.before.store(per_mille(from), Ordering::Relaxed);
        self.after.store(per_mille(1.0 - to), Ordering::Relaxed);
    }

    /// How much of the whole is done once this much of the share is.
    fn of(&self, done: f32) -> f32 {
        // At most 1000, which f32 holds exactly.
        let [before, after] = [&self.before, &self.after].map(|part| {
            let part = part.load(Ordering::Relaxed);
            f32::from(u16::try_from(part).unwrap_or(1000)) / 1e3
        });
        before + done * (1.0 - before - after).max(0.0)
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Progress({} of {})", self.done(), self.total())
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
