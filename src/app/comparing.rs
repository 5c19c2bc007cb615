//! The comparison of the two sources on show, computed off the window's thread whenever what is
//! compared has changed.

use std::sync::Arc;

use crate::article::Article;
use crate::compare::{Choice, Comparison, Options, Progress, SourceView, Stopped};
use crate::score::Analysis;

use super::App;
use super::charts::{Part, Parts, same};
use super::jobs::Event;

/// The comparison computed last, and of what.
#[derive(Default)]
pub(super) struct Comparing {
    of: Parts,
    choices: Vec<Choice>,
    /// Counts requests, so that an answer to an earlier one is known as such.
    request: u64,
    /// How far the work is that is being done, and the way to stop it.
    progress: Arc<Progress>,
    done: Option<Arc<Comparison>>,
}

impl Comparing {
    /// The comparison of what is on show; `None` while it is computed or a side is missing.
    pub(super) fn done(&self) -> Option<&Arc<Comparison>> {
        self.done.as_ref()
    }

    /// How much of the comparison is done, 0 to 1, while it is computed.
    pub(super) fn fraction(&self) -> Option<f32> {
        let wanted = self.of.iter().all(Option::is_some);
        (wanted && self.done.is_none()).then(|| self.progress.fraction())
    }

    /// Keeps a comparison that has arrived, if it is still of what is on show.
    pub(super) fn insert(&mut self, request: u64, comparison: Arc<Comparison>) {
        if request == self.request {
            self.done = Some(comparison);
        }
    }
}

impl App {
    /// Starts comparing if both sides are scored and what they hold, or what the user says about
    /// it, has changed. Work on what was shown before is stopped.
    pub(super) fn request_comparison(&mut self) {
        let Some(parts) = self.parts() else { return };
        let choices = self.session().choices();
        if same(&parts, &self.comparing.of) && choices == self.comparing.choices {
            return;
        }
        let choices = choices.to_vec();
        self.comparing.progress.stop();
        self.comparing = Comparing {
            of: parts.clone(),
            choices: choices.clone(),
            request: self.comparing.request + 1,
            progress: Arc::default(),
            done: None,
        };
        let request = self.comparing.request;
        let progress = Arc::clone(&self.comparing.progress);
        if let [Some(a), Some(b)] = parts {
            self.jobs.start("comparing", move |events| {
                let options = Options {
                    choices,
                    ..Options::default()
                };
                if let Ok(comparison) = compare(&a, &b, &options, &progress) {
                    events.emit(Event::Compared(request, Arc::new(comparison)));
                }
            });
        }
    }
}

fn compare(
    a: &Part,
    b: &Part,
    options: &Options,
    progress: &Progress,
) -> Result<Comparison, Stopped> {
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
    Comparison::watched(&a, &b, options, progress)
}

/// The articles and scores of a part, borrowed as comparisons and charts take them.
pub(super) fn borrow(part: &Part) -> Vec<(&Article, &Analysis)> {
    let articles = part.articles.iter();
    articles
        .map(|(article, scores)| (&**article, &**scores))
        .collect()
}
