//! What frames take, told in the log at the level of debugging: the program's own part, apart from painting, which is
//! the machine's; and of long frames what they did.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::Page;
use crate::session::Filter;

/// Frames in which the program itself takes longer are told with their steps.
const LONG: Duration = Duration::from_millis(12);

/// The frame under way, in steps.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// How many frames there were before.
    number: u64,
    steps: Vec<(&'static str, Took)>,
    began: Option<Instant>,
    /// What the last step began with.
    since: Option<Moment>,
    /// The filter that was chosen last, and since when its answer is waited for.
    filter: Option<Arc<Filter>>,
    asked: Option<Instant>,
}

/// What a step took.
#[derive(Debug, Clone, Copy, Default)]
struct Took {
    by_clock: Duration,
    on_core: Duration,
}

/// A moment by the clock and on the core of this thread.
#[derive(Debug, Clone, Copy)]
struct Moment {
    clock: Instant,
    on_core: Duration,
}

impl Moment {
    fn now() -> Self {
        Self {
            clock: Instant::now(),
            on_core: on_core(),
        }
    }
}

/// How long this thread has been on a core: on a busy machine the clock says more of the others. Only Linux tells.
fn on_core() -> Duration {
    if !cfg!(target_os = "linux") {
        return Duration::ZERO;
    }
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let first = told.split_whitespace().next();
    Duration::from_nanos(first.and_then(|time| time.parse().ok()).unwrap_or_default())
}

impl Frame {
    /// Begins a part of a frame: what lies before it was the window's.
    pub(super) fn go_on(&mut self) {
        if log::log_enabled!(log::Level::Debug) {
            self.since = Some(Moment::now());
        }
    }

    /// Ends a step.
    pub(super) fn step(&mut self, name: &'static str) {
        let Some(since) = self.since else { return };
        let now = Moment::now();
        let took = Took {
            by_clock: now.clock.saturating_duration_since(since.clock),
            on_core: now.on_core.saturating_sub(since.on_core),
        };
        self.steps.push((name, took));
        self.since = Some(now);
    }

    /// Tells how long it took until it was known which articles count.
    pub(super) fn follow(&mut self, filter: &Arc<Filter>, is_answered: bool) {
        let is_same = |before: &Arc<Filter>| Arc::ptr_eq(before, filter);
        if !self.filter.as_ref().is_some_and(is_same) {
            // The key was pressed before this frame began.
            self.asked = self.began;
            self.filter = Some(Arc::clone(filter));
        }
        if is_answered && let Some(asked) = self.asked.take() {
            log::debug!("filter answered after {:.0} ms", millis(asked.elapsed()));
        }
    }

    /// Tells the frame before this one: `whole` is how long it took with everything, painting included.
    pub(super) fn tell(&mut self, whole: Option<f32>, page: Page) {
        if self.since.is_none() {
            return;
        }
        let steps = std::mem::take(&mut self.steps);
        self.began = Some(Instant::now());
        let own: Duration = steps.iter().map(|(_, took)| took.by_clock).sum();
        let on_core: Duration = steps.iter().map(|(_, took)| took.on_core).sum();
        self.number += 1;
        log::debug!(
            "frame took {:.1} ms, the program {:.1} ({:.1} on its core); {page:?}, frame {}",
            whole.map_or(0.0, |seconds| seconds * 1e3),
            millis(own),
            millis(on_core),
            self.number
        );
        if own > LONG {
            let steps: Vec<String> = (steps.iter())
                .filter(|(_, took)| took.by_clock.as_micros() > 900)
                .map(|(name, took)| {
                    format!(
                        "{name} {:.1} ({:.1})",
                        millis(took.by_clock),
                        millis(took.on_core)
                    )
                })
                .collect();
            log::debug!("long frame {}: {}", self.number, steps.join(", "));
        }
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
