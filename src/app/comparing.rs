//! The comparison of the two sources on show, computed off the window's thread whenever what is
//! compared has changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::article::{Place, Side};
use crate::chart;
use crate::compare::{Comparison, Match, Options, Progress, Stopped};

use super::App;
use super::jobs::Event;
use super::parts::{Parts, same, with_input};

/// The comparison computed last, and of what.
#[derive(Default)]
pub(super) struct Comparing {
    of: Parts,
    options: Options,
    /// Counts requests, so that an answer to an earlier one is known as such.
    request: u64,
    /// How far the work is that is being done, and the way to stop it.
    progress: Arc<Progress>,
    done: Option<Arc<Comparison>>,
    stopped: bool,
    /// The matches of every block that has some, by position.
    links: Links,
}

/// The positions of the matches of a block.
type Links = BTreeMap<Place, Vec<usize>>;

impl Comparing {
    /// The comparison of what is on show; `None` while it is computed or a side is missing.
    pub(super) fn done(&self) -> Option<&Arc<Comparison>> {
        self.done.as_ref()
    }

    /// Stops comparing what is on show.
    pub(super) fn stop(&mut self) {
        self.progress.stop();
        self.stopped = true;
    }

    /// Compares again after that was stopped.
    pub(super) fn again(&mut self) {
        *self = Self {
            request: self.request + 1,
            ..Self::default()
        };
    }

    /// Whether the user stopped it.
    pub(super) const fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// How much of the comparison is done, 0 to 1, while it is computed.
    pub(super) fn fraction(&self) -> Option<f32> {
        let wanted = self.of.iter().all(Option::is_some);
        (wanted && self.done.is_none() && !self.stopped).then(|| self.progress.fraction())
    }

    /// Keeps a comparison that has arrived, if it is still of what is on show.
    pub(super) fn insert(&mut self, request: u64, comparison: Arc<Comparison>) {
        if request == self.request {
            self.links = links(&comparison);
            self.done = Some(comparison);
        }
    }

    /// The matches of the block that `at` lies in, the most alike first.
    pub(super) fn matches_of(&self, at: Place) -> Vec<&Match> {
        let Some(done) = &self.done else {
            return Vec::new();
        };
        let places = self.links.get(&at.whole_block());
        let all = &done.matching.matches;
        let mut found: Vec<&Match> = (places.into_iter().flatten())
            .filter_map(|place| all.get(*place))
            .collect();
        let rank = |found: &Match| found.similarity.unwrap_or(f64::INFINITY);
        found.sort_by(|one, other| rank(other).total_cmp(&rank(one)));
        found
    }

    /// Whether a block has a match.
    pub(super) fn has_match(&self, block: Place) -> bool {
        self.links.contains_key(&block)
    }
}

impl App {
    /// Starts comparing if both sides are scored and what they hold, or what the user says about
    /// it, has changed. Work on what was shown before is stopped.
    pub(super) fn request_comparison(&mut self) {
        let Some(parts) = self.parts() else { return };
        let options = self.session().options();
        if same(&parts, &self.comparing.of) && options == self.comparing.options {
            return;
        }
        self.comparing.progress.stop();
        self.comparing = Comparing {
            of: parts.clone(),
            options: options.clone(),
            request: self.comparing.request + 1,
            progress: Arc::default(),
            done: None,
            stopped: false,
            links: Links::new(),
        };
        let request = self.comparing.request;
        let progress = Arc::clone(&self.comparing.progress);
        if parts.iter().all(Option::is_some) {
            self.jobs.start("comparing", move |events| {
                if let Some(Ok(comparison)) = compare(&parts, &options, &progress) {
                    events.emit(Event::Compared(request, Arc::new(comparison)));
                }
            });
        }
    }
}

fn links(comparison: &Comparison) -> Links {
    let mut links = Links::new();
    for (index, found) in comparison.matching.matches.iter().enumerate() {
        for side in Side::BOTH {
            let block = found.on(side).whole_block();
            links.entry(block).or_default().push(index);
        }
    }
    links
}

fn compare(
    parts: &Parts,
    options: &Options,
    progress: &Progress,
) -> Option<Result<Comparison, Stopped>> {
    with_input(parts, None, chart::Options::default(), |input| {
        let (a, b) = (input.a?, input.b?);
        Some(Comparison::watched(&a, &b, options, progress))
    })
}
