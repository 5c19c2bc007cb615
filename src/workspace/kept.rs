//! Which articles of every open source count, by the user's filter: found once for what is open, and in the
//! background where that takes longer than a frame.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use super::lengths::{Lengths, Words};
use crate::article::Article;
use crate::session::{Filter, Session, Source, SourceId};
use crate::work::{Progress, Stopped, Threads, Wake, map};

/// Up to so many articles are held against the filter at once: words are looked for in them in a few milliseconds.
const AT_ONCE: usize = 1_000;

/// How many articles a thread takes at a time.
const CHUNK: usize = 256;

/// What was found of each source last, and what is being found.
#[derive(Default)]
pub(super) struct Kept {
    known: BTreeMap<SourceId, Known>,
    coming: Option<Coming>,
    lengths: Lengths,
}

/// Which articles of a source a filter lets count.
struct Known {
    of: Asked,
    filter: Arc<Filter>,
    kept: Arc<Vec<bool>>,
}

/// A source whose articles are held against a filter.
#[derive(Clone)]
struct Asked {
    name: String,
    articles: Arc<Vec<Arc<Article>>>,
    /// How many words each has, where that was counted.
    words: Option<Words>,
}

/// Sources that are held against a filter by threads of their own.
struct Coming {
    filter: Arc<Filter>,
    of: Vec<(SourceId, Asked)>,
    progress: Arc<Progress>,
    found: Receiver<Vec<(SourceId, Known)>>,
}

impl Asked {
    fn of(source: &Source, lengths: &Lengths) -> Self {
        Self {
            name: source.name.clone(),
            articles: Arc::clone(&source.articles),
            words: lengths.of(&source.articles).cloned(),
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.articles, &other.articles) && self.name == other.name
    }

    /// Holds every article against the filter, on all cores.
    fn sieved(
        self,
        filter: &Arc<Filter>,
        threads: Threads,
        progress: &Progress,
    ) -> Result<Known, Stopped> {
        let sieve = filter.sieve();
        let words = self.words.as_ref().filter(|_| sieve.counts_words());
        let keeps = |(at, article): (usize, &Arc<Article>)| match words.and_then(|all| all.get(at))
        {
            Some(words) => sieve.keeps_counted(&self.name, article, *words as usize),
            None => sieve.keeps(&self.name, article),
        };
        let chunks = self.articles.chunks(CHUNK).enumerate();
        let kept = map(chunks, threads, progress, |(at, articles)| -> Vec<bool> {
            (at * CHUNK..).zip(articles).map(keeps).collect()
        })?;
        Ok(Known {
            kept: Arc::new(kept.concat()),
            filter: Arc::clone(filter),
            of: self,
        })
    }
}

impl Known {
    fn is_of(&self, source: &Asked, filter: &Filter) -> bool {
        self.of.is_same(source) && *self.filter == *filter
    }
}

impl Coming {
    /// Begins to hold sources against a filter; `None` where the system has no thread for it.
    fn start(
        filter: &Arc<Filter>,
        of: Vec<(SourceId, Asked)>,
        threads: Threads,
        wake: &Wake,
    ) -> Option<Self> {
        let progress = Arc::new(Progress::default());
        let chunks = |(_, asked): &(SourceId, Asked)| asked.articles.len().div_ceil(CHUNK);
        progress.expect(of.iter().map(chunks).sum());
        let (sender, found) = channel();
        let work = {
            let (filter, progress) = (Arc::clone(filter), Arc::clone(&progress));
            let (wake, of) = (Arc::clone(wake), of.clone());
            move || {
                let sieved = |(id, asked): (SourceId, Asked)| {
                    Ok((id, asked.sieved(&filter, threads, &progress)?))
                };
                let all: Result<_, Stopped> = of.into_iter().map(sieved).collect();
                if let Ok(all) = all {
                    // Another filter may be wanted by now.
                    let _ = sender.send(all);
                }
                wake();
            }
        };
        let thread = thread::Builder::new().name("filtering".to_owned());
        thread.spawn(work).ok()?;
        Some(Self {
            filter: Arc::clone(filter),
            of,
            progress,
            found,
        })
    }

    fn is_of(&self, filter: &Filter, of: &[(SourceId, Asked)]) -> bool {
        *self.filter == *filter
            && self.of.len() == of.len()
            && (self.of.iter().zip(of))
                .all(|(one, other)| one.0 == other.0 && one.1.is_same(&other.1))
    }
}

impl Drop for Coming {
    fn drop(&mut self) {
        self.progress.stop();
    }
}

impl Kept {
    /// Whether it is known which articles of all that is open count. Where it is not, finding it begins, and `wake` is
    /// called when it is there; of few articles it is found at once.
    pub(super) fn is_ready(&mut self, session: &Session, threads: Threads, wake: &Wake) -> bool {
        let filter = session.filter();
        if filter.is_empty() {
            self.known.clear();
            self.coming = None;
            return true;
        }
        self.take();
        let unknown: Vec<(SourceId, Asked)> = (session.sources().iter())
            .map(|source| (source.id, Asked::of(source, &self.lengths)))
            .filter(|(id, asked)| {
                let known = self.known.get(id);
                !known.is_some_and(|known| known.is_of(asked, filter))
            })
            .collect();
        let articles: usize = unknown.iter().map(|(_, of)| of.articles.len()).sum();
        if articles > AT_ONCE {
            let is_coming = |coming: &Coming| coming.is_of(filter, &unknown);
            if !self.coming.as_ref().is_some_and(is_coming) {
                self.coming = Coming::start(filter, unknown, threads, wake);
            }
            // Without a thread they are found when they are asked for.
            return self.coming.is_none();
        }
        self.coming = None;
        for source in session.sources() {
            let _ = self.of(source, filter);
        }
        true
    }

    /// Counts the words of what is open where that is many articles, a while before a filter may ask for them.
    pub(super) fn count_words(&mut self, session: &Session) {
        let sources = session.sources().iter();
        let articles = sources.map(|source| &source.articles);
        self.lengths
            .count(articles.filter(|articles| articles.len() > AT_ONCE));
    }

    /// Takes what was found.
    fn take(&mut self) {
        let Some(coming) = &self.coming else { return };
        match coming.found.try_recv() {
            Ok(found) => self.known.extend(found),
            Err(TryRecvError::Disconnected) => {}
            Err(TryRecvError::Empty) => return,
        }
        self.coming = None;
    }

    /// Waits for what is being found; whether anything was.
    pub(super) fn wait(&mut self) -> bool {
        let Some(coming) = self.coming.take() else {
            return false;
        };
        self.known.extend(coming.found.recv().into_iter().flatten());
        true
    }

    /// How far finding it is, while that is under way.
    pub(super) fn progress(&self) -> Option<&Progress> {
        self.coming.as_ref().map(|coming| &*coming.progress)
    }

    /// Which articles of a source count, found now where that is not known; `None` where all do.
    pub(super) fn of(&mut self, source: &Source, filter: &Arc<Filter>) -> Option<Arc<Vec<bool>>> {
        if filter.is_empty() {
            self.known.clear();
            return None;
        }
        let asked = Asked::of(source, &self.lengths);
        if let Some(known) = self.known.get(&source.id)
            && known.is_of(&asked, filter)
        {
            return Some(Arc::clone(&known.kept));
        }
        let known = asked
            .sieved(filter, Threads::ONE, &Progress::default())
            .ok()?;
        let kept = Arc::clone(&known.kept);
        self.known.insert(source.id, known);
        Some(kept)
    }

    /// Which articles of a source this filter lets count, where that is known.
    pub(super) fn known_of(&self, source: &Source, filter: &Filter) -> Option<&Arc<Vec<bool>>> {
        let known = self.known.get(&source.id)?;
        (known.is_of(&Asked::of(source, &self.lengths), filter)).then_some(&known.kept)
    }

    /// What was found of a source last, if its articles are still the same.
    pub(super) fn known(&self, source: &Source) -> Option<&Arc<Vec<bool>>> {
        let known = self.known.get(&source.id)?;
        Arc::ptr_eq(&known.of.articles, &source.articles).then_some(&known.kept)
    }
}

/// Whether the article at a position counts.
pub(super) fn counts(kept: Option<&Arc<Vec<bool>>>, at: usize) -> bool {
    kept.is_none_or(|kept| kept.get(at).copied().unwrap_or(true))
}
