//! How many words every article of a large collection has: counted once in the background, so that a filter by length
//! need not read all text.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Weak};
use std::thread;

use crate::article::Article;
use crate::session::words_of;
use crate::work::Threads;

/// Words of the articles of a source, in order.
pub(super) type Words = Arc<Vec<u32>>;

type Articles = Vec<Arc<Article>>;

/// The words that were counted, and those that are being counted.
#[derive(Default)]
pub(super) struct Lengths {
    known: Vec<(Weak<Articles>, Words)>,
    coming: Option<(Weak<Articles>, Receiver<Vec<u32>>)>,
}

impl Lengths {
    /// Words of these articles, if they are counted.
    pub(super) fn of(&self, articles: &Arc<Articles>) -> Option<&Words> {
        let mut known = self.known.iter();
        let is_of = |of: &Weak<Articles>| of.as_ptr() == Arc::as_ptr(articles);
        known.find(|(of, _)| is_of(of)).map(|(_, words)| words)
    }

    /// Counts the words of all these, one source after the other, on a thread that lets everything else go first;
    /// takes what was counted.
    pub(super) fn count<'a>(&mut self, mut all: impl Iterator<Item = &'a Arc<Articles>>) {
        if let Some((of, counted)) = self.coming.take() {
            match counted.try_recv() {
                Ok(words) => self.known.push((of, Arc::new(words))),
                Err(TryRecvError::Empty) => {
                    self.coming = Some((of, counted));
                    return;
                }
                Err(TryRecvError::Disconnected) => {}
            }
        }
        // A list is held weakly: who closes a source frees it.
        self.known.retain(|(of, _)| of.strong_count() > 0);
        let Some(next) = all.find(|articles| self.of(articles).is_none()) else {
            return;
        };
        let (sender, counted) = channel();
        let of = Arc::downgrade(next);
        let articles = Arc::clone(next);
        let count = move || {
            Threads::ONE.giving_way().give_way();
            let words =
                |article: &Arc<Article>| u32::try_from(words_of(article)).unwrap_or(u32::MAX);
            // The source may be closed by now.
            let _ = sender.send(articles.iter().map(words).collect());
        };
        let thread = thread::Builder::new().name("counting words".to_owned());
        // Without a thread a filter counts for itself.
        self.coming = thread.spawn(count).ok().map(|_| (of, counted));
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::load::from_text;

    #[test]
    fn words_are_counted_once_as_a_filter_counts_them() {
        let text = "Council agrees on library\n\nThe council agreed on the new library on Monday.";
        let articles = Arc::new(vec![Arc::new(from_text(text, "Ledger").unwrap())]);
        let mut lengths = Lengths::default();
        while lengths.of(&articles).is_none() {
            lengths.count(std::iter::once(&articles));
        }
        assert_eq!(
            lengths.of(&articles).map(|words| words.to_vec()),
            Some(vec![9])
        );
        let other = Arc::new(articles.to_vec());
        assert!(
            lengths.of(&other).is_none(),
            "of another list nothing is known"
        );
    }
}
