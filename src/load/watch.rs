//! Watching a file while it is read: how far it is, and a way to stop.

use std::sync::atomic::{AtomicBool, Ordering};

use super::error::Problem;

/// How far the reading of one file is that holds many articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Within {
    /// Articles read so far.
    pub done: usize,
    /// Records in the file; some may turn out to be no articles.
    pub all: usize,
}

/// What watches the reading of one file; by default nobody does.
#[derive(Clone, Copy, Default)]
pub struct Watch<'a> {
    told: Option<&'a (dyn Fn(Within) + Sync)>,
    stop: Option<&'a AtomicBool>,
}

impl<'a> Watch<'a> {
    /// `told` is called every hundred articles or so, from several threads; setting `stop` ends the
    /// reading with [`Problem::Stopped`].
    pub fn new(told: &'a (dyn Fn(Within) + Sync), stop: &'a AtomicBool) -> Self {
        Self {
            told: Some(told),
            stop: Some(stop),
        }
    }

    /// An error if the reading is to stop.
    pub(super) fn go_on(&self) -> Result<(), Problem> {
        match self.stop {
            Some(stop) if stop.load(Ordering::Relaxed) => Err(Problem::Stopped),
            _ => Ok(()),
        }
    }

    pub(super) fn tell(&self, within: Within) {
        if let Some(told) = self.told {
            told(within);
        }
    }
}
