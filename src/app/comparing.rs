//! The comparison of the two sources on show, computed off the window's thread whenever what is
//! compared has changed.

use std::sync::Arc;

use crate::article::Article;
use crate::compare::{Comparison, Options, SourceView};
use crate::score::Analysis;

use super::App;
use super::charts::{Part, Parts, same};
use super::jobs::Event;

/// The comparison computed last, and of what.
#[derive(Default)]
pub(super) struct Comparing {
    of: Parts,
    /// Counts requests, so that an answer to an earlier one is known as such.
    request: u64,
    done: Option<Arc<Comparison>>,
}

impl Comparing {
    /// The comparison of what is on show; `None` while it is computed or a side is missing.
    pub(super) fn done(&self) -> Option<&Arc<Comparison>> {
        self.done.as_ref()
    }

    /// Keeps a comparison that has arrived, if it is still of what is on show.
    pub(super) fn insert(&mut self, request: u64, comparison: Arc<Comparison>) {
        if request == self.request {
            self.done = Some(comparison);
        }
    }
}

impl App {
    /// Starts comparing if both sides are scored and what they hold has changed.
    pub(super) fn request_comparison(&mut self) {
        let Some(parts) = self.parts() else { return };
        if same(&parts, &self.comparing.of) {
            return;
        }
        self.comparing.of.clone_from(&parts);
        self.comparing.request += 1;
        self.comparing.done = None;
        let request = self.comparing.request;
        if let [Some(a), Some(b)] = parts {
            self.jobs.start("comparing", move |events| {
                let comparison = compare(&a, &b);
                events.emit(Event::Compared(request, Arc::new(comparison)));
            });
        }
    }
}

fn compare(a: &Part, b: &Part) -> Comparison {
    let articles = [borrow(a), borrow(b)];
    let [of_a, of_b] = &articles;
    let a = SourceView {
        name: &a.name,
        articles: of_a,
    };
    let b = SourceView {
        name: &b.name,
        articles: of_b,
    };
    Comparison::new(&a, &b, &Options::default())
}

/// The articles and scores of a part, borrowed as comparisons and charts take them.
pub(super) fn borrow(part: &Part) -> Vec<(&Article, &Analysis)> {
    let articles = part.articles.iter();
    articles
        .map(|(article, scores)| (&**article, &**scores))
        .collect()
}
