//! What is derived from a session, of what, and the work that does it: scoring what is not scored yet,
//! then comparing.

pub(super) mod gathering;

use std::cell::Cell;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};
use std::{io, thread};

use super::beside::{AllSources, Open};
use super::kept::{Kept, counts};
use super::links::Links;
use super::scores::Scores;
use super::sides::{Scored, Sides};
use super::stories::{AllStories, OpenStories};
use super::within::SameOf;
use crate::article::{Article, Side};
use crate::chart;
use crate::compare::findings::Finding;
use crate::compare::stories::SameStories;
use crate::compare::{Comparison, Options, WordsAndNames};
use crate::score::second::{Fault, Said, SecondReader};
use crate::score::{Analysis, Settings, analyse};
use crate::session::{Filter, Session};
use crate::work::{Progress, Stopped, Threads, Wake, gathered};

/// How long whoever waits is left alone between one score and the next.
const PAUSE: Duration = Duration::from_millis(100);

/// The system had no thread for the work.
#[derive(Debug, thiserror::Error)]
#[error("The system could not start more work ({0}). Close other programs and try again.")]
pub struct NoThread(#[from] io::Error);

/// What everything that is derived depends on.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    sources: [Option<Texts>; 2],
    settings: Settings,
    options: Options,
    filter: Arc<Filter>,
    /// What stands in place of the scores of an article that is left out.
    nothing: Option<Arc<Analysis>>,
    /// Whether only the figures of articles are kept, and the evidence of those that are read.
    figures_only: bool,
}

/// A source to be scored.
#[derive(Debug)]
struct Texts {
    name: String,
    articles: Arc<Vec<Arc<Article>>>,
    /// The one being read, to be scored first.
    current: usize,
    /// Which of them count; all where there is no filter.
    kept: Option<Arc<Vec<bool>>>,
}

impl Wanted {
    /// What is wanted of a session; `before` is what was wanted last, and of more than `most` articles only figures
    /// are kept.
    pub(super) fn of(session: &Session, kept: &mut Kept, before: &Self, most: usize) -> Self {
        let sources = Side::BOTH.map(|side| session.source(side));
        let name = |side: Side, name: &str| match sources {
            // Results name their sides: two of one name could not be told apart.
            [Some(a), Some(b)] if a.name == b.name => format!("{name} ({})", side.label()),
            _ => name.to_owned(),
        };
        let filter = session.filter();
        let settings = session.scoring();
        // The same for the same filter: what was made of it is known by it.
        let nothing = match &before.nothing {
            Some(nothing) if before.filter == *filter && before.settings == settings => {
                Some(Arc::clone(nothing))
            }
            _ => (!filter.is_empty()).then(|| {
                let nothing = Analysis::left_out(&settings, &filter.in_words());
                Arc::new(nothing)
            }),
        };
        let sources = Side::BOTH.map(|side| {
            session.source(side).map(|source| Texts {
                name: name(side, &source.name),
                articles: Arc::clone(&source.articles),
                current: source.current,
                kept: kept.of(source, filter),
            })
        });
        let counting: usize = sources.iter().flatten().map(Texts::counting).sum();
        Self {
            filter: Arc::clone(filter),
            nothing,
            sources,
            settings,
            options: session.options(),
            figures_only: counting > most,
        }
    }

    /// Whether everything derived from one is what would be derived from the other.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let same = |one: &Texts, other: &Texts| {
            one.name == other.name
                && (Arc::ptr_eq(&one.articles, &other.articles)
                    || one.articles.len() == other.articles.len()
                        && (one.articles.iter().zip(other.articles.iter()))
                            .all(|(x, y)| Arc::ptr_eq(x, y)))
        };
        let sources = (self.sources.iter().zip(&other.sources)).all(|pair| match pair {
            (Some(one), Some(other)) => same(one, other),
            (one, other) => one.is_none() && other.is_none(),
        });
        sources
            && self.settings == other.settings
            && self.options == other.options
            && self.filter == other.filter
    }

    pub(super) fn options(&self) -> &Options {
        &self.options
    }

    /// Whether only the figures of articles are kept, and the evidence of those that are read.
    pub(super) const fn is_of_figures(&self) -> bool {
        self.figures_only
    }

    /// The articles that are read, by side, where they count.
    pub(super) fn read(&self) -> [Option<(usize, Arc<Article>)>; 2] {
        let [a, b] = &self.sources;
        [a, b].map(|texts| {
            let texts = texts.as_ref()?;
            let article = texts.articles.get(texts.current)?;
            counts(texts.kept.as_ref(), texts.current).then(|| (texts.current, Arc::clone(article)))
        })
    }

    /// The same wanted, the articles being read being those of `other`.
    pub(super) fn read_as(&mut self, other: &Self) {
        for (texts, other) in self.sources.iter_mut().zip(&other.sources) {
            if let (Some(texts), Some(other)) = (texts, other) {
                texts.current = other.current;
            }
        }
    }

    /// Lets the evidence of everything go of which only figures are kept.
    pub(super) fn condense(&self, scores: &mut Scores) {
        if self.figures_only {
            for article in self
                .sources
                .iter()
                .flatten()
                .flat_map(|texts| texts.articles.iter())
            {
                scores.condense(article);
            }
        }
    }

    /// The scores of an article, if they are known: its figures are enough where no more is kept.
    fn known<'s>(&self, article: &Arc<Article>, scores: &'s Scores) -> Option<&'s Arc<Analysis>> {
        if self.figures_only {
            scores.get(article, &self.settings)
        } else {
            scores.whole(article, &self.settings)
        }
    }

    /// Whether there will be something to compare.
    pub(super) fn are_two(&self) -> bool {
        self.sources.iter().all(Option::is_some)
    }

    /// The task of scoring what is not scored yet, the articles being read first.
    pub(super) fn scoring(&self, mut unscored: Vec<Arc<Article>>, scores: &Scores) -> Task {
        let texts = self.sources.iter().flatten();
        let read = texts.filter_map(|texts| texts.articles.get(texts.current));
        let read: Vec<&Arc<Article>> = read.collect();
        unscored.retain(|one| !read.iter().any(|read| Arc::ptr_eq(read, one)));
        let read = read.into_iter();
        let read = read.filter(|article| self.known(article, scores).is_none());
        let first: Vec<Arc<Article>> = read.cloned().collect();
        let keeping = if self.figures_only {
            Keeping::Figures
        } else {
            Keeping::Everything
        };
        let all = first.into_iter().chain(unscored);
        Task::Score(all.collect(), self.settings.clone(), keeping)
    }
}

/// Two sides compared.
#[derive(Debug)]
pub(super) struct Compared {
    pub(super) of: Arc<Sides>,
    pub(super) comparison: Arc<Comparison>,
    pub(super) links: Links,
}

/// What the work finds.
pub(super) enum Found {
    Scores(Arc<Article>, Arc<Analysis>),
    Compared(Compared),
    Said(Arc<Article>, Arc<Said>),
    NoReader(Fault),
    Laid(AllSources),
    Told(AllStories),
    Same(SameStories),
    /// Both sides with the evidence of what is read; where there is one, what was found about it.
    Looked(Arc<Sides>, Vec<Finding>),
    Words(WordsAndNames),
}

/// Work under way.
pub(super) struct Run {
    found: Receiver<Found>,
}

/// What is kept of the scores of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keeping {
    /// The figures.
    Figures,
    /// The evidence too.
    Everything,
}

/// What a run does.
pub(super) enum Task {
    /// Score these articles.
    Score(Vec<Arc<Article>>, Settings, Keeping),
    /// Compare these sides; the same texts, or the same figures, may have been compared before.
    Compare(Arc<Sides>, Options, Vec<Arc<Compared>>),
    /// Put the evidence of what is read to the figures of both sides.
    Look(Arc<Sides>, [Option<(usize, Arc<Analysis>)>; 2]),
    /// Ask the second reader about these articles.
    Read(Vec<Scored>),
    /// Lay all that is open beside each other; the articles in order, with their scores where they are known.
    Lay(Open, Vec<(Arc<Article>, Option<Arc<Analysis>>)>),
    /// Find the stories of all that is open; those of the same articles may be known.
    Tell(OpenStories, Option<Arc<AllStories>>),
    /// Compare the two sources on show within the stories both tell.
    Same(SameOf),
    /// Find the words and names of all articles of these sides, with the seed of comparisons.
    Words(Arc<Sides>, u64),
}

impl Texts {
    /// How many articles count.
    fn counting(&self) -> usize {
        let of_filter = |kept: &Arc<Vec<bool>>| kept.iter().filter(|kept| **kept).count();
        self.kept.as_ref().map_or(self.articles.len(), of_filter)
    }
}

impl Run {
    /// Begins the task on threads of its own; `wake` is called when there is something to take.
    pub(super) fn start(
        task: Task,
        progress: Arc<Progress>,
        threads: Threads,
        wake: &Wake,
    ) -> Result<Self, NoThread> {
        let (sender, found) = channel();
        let wake = Arc::clone(wake);
        thread::Builder::new()
            .name("deriving".to_owned())
            .spawn(move || {
                threads.give_way();
                let woken = Cell::new(None::<Instant>);
                // Whoever is gone needs nothing, and who stopped it knows that it is stopped.
                let _ = task.run(threads, &progress, |found| {
                    // Scores come by the thousand: nobody is woken for each.
                    let may_wait = matches!(found, Found::Scores(..))
                        && woken.get().is_some_and(|last| last.elapsed() < PAUSE);
                    let _ = sender.send(found);
                    if !may_wait {
                        woken.set(Some(Instant::now()));
                        wake();
                    }
                });
                drop(sender);
                wake();
            })?;
        Ok(Self { found })
    }

    /// What was found and not taken yet; [`Over`] once all is done and taken.
    pub(super) fn take(&self) -> Result<Option<Found>, Over> {
        match self.found.try_recv() {
            Ok(found) => Ok(Some(found)),
            Err(TryRecvError::Empty) => Ok(None),
            Err(TryRecvError::Disconnected) => Err(Over),
        }
    }

    /// Everything found since, in order; a run that is over is let go of.
    pub(super) fn take_all(run: &mut Option<Self>) -> Vec<Found> {
        let mut all = Vec::new();
        while let Some(under_way) = run {
            match under_way.take() {
                Ok(Some(found)) => all.push(found),
                Ok(None) => break,
                Err(Over) => *run = None,
            }
        }
        all
    }

    /// Everything found until it is over, in order.
    pub(super) fn wait_all(run: &mut Option<Self>) -> Vec<Found> {
        let run = run.take();
        let found = run.iter().flat_map(|run| run.found.iter());
        found.collect()
    }

    /// Waits for what is found next.
    pub(super) fn wait(&self) -> Result<Found, Over> {
        self.found.recv().map_err(|_| Over)
    }
}

/// The work is over.
pub(super) struct Over;

impl Task {
    fn run(
        self,
        threads: Threads,
        progress: &Progress,
        tell: impl Fn(Found),
    ) -> Result<(), Stopped> {
        match self {
            Self::Score(articles, settings, keeping) => {
                progress.expect(articles.len());
                let score = |article: Arc<Article>| {
                    let analysis = analyse(&article, &settings);
                    (article, analysis)
                };
                let articles = articles.into_iter();
                gathered(articles, threads, progress, score, |(article, analysis)| {
                    // What is kept is made here, and the evidence let go elsewhere.
                    let (kept, over) = match keeping {
                        Keeping::Figures => (analysis.condensed(), Some(analysis)),
                        Keeping::Everything => (analysis, None),
                    };
                    tell(Found::Scores(article, Arc::new(kept)));
                    Ok(over)
                })
            }
            Self::Read(articles) => {
                let reader = match SecondReader::shipped() {
                    Ok(reader) => reader,
                    Err(fault) => {
                        tell(Found::NoReader(fault));
                        return Ok(());
                    }
                };
                for (article, scores) in &articles {
                    progress.expect(SecondReader::steps(article, scores));
                }
                for (article, scores) in articles {
                    let said = reader.ask(&article, &scores, threads, progress)?;
                    tell(Found::Said(article, Arc::new(said)));
                }
                Ok(())
            }
            Self::Lay(open, articles) => {
                let scored = |(article, analysis): &Scored| {
                    tell(Found::Scores(Arc::clone(article), Arc::clone(analysis)));
                };
                let laid = open.lay(articles, threads, progress, scored)?;
                tell(Found::Laid(laid));
                Ok(())
            }
            Self::Tell(open, known) => {
                tell(Found::Told(open.tell(
                    known.as_deref(),
                    threads,
                    progress,
                )?));
                Ok(())
            }
            Self::Words(sides, seed) => {
                let found = sides.with_input(None, chart::Options::default(), |input| {
                    let (a, b) = (input.a?, input.b?);
                    Some(WordsAndNames::of(&a, &b, seed, threads, progress))
                });
                if let Some(words) = found.transpose()? {
                    tell(Found::Words(words));
                }
                Ok(())
            }
            Self::Same(of) => {
                if let Some(same) = of.compare(progress)? {
                    tell(Found::Same(same));
                }
                Ok(())
            }
            Self::Look(figures, read) => {
                let sides = figures.looking_at(read).counted();
                let alone = sides.findings_of_one();
                tell(Found::Looked(Arc::new(sides), alone));
                Ok(())
            }
            Self::Compare(sides, options, earlier) => {
                let earlier = earlier.iter().rev();
                let earlier = earlier.filter(|known| known.comparison.options == options);
                let of_texts = |known: &&Arc<Compared>| known.of.have_same_texts(&sides);
                let of_figures = |known: &&Arc<Compared>| known.of.have_same_figures(&sides);
                let of_texts = earlier.clone().find(of_texts);
                let of_figures = earlier.clone().find(of_figures);
                let found = sides.with_input(None, chart::Options::default(), |input| {
                    let (a, b) = (input.a?, input.b?);
                    Some(match (of_texts, of_figures) {
                        (Some(known), _) => known.comparison.again(&a, &b, progress),
                        (None, Some(known)) => known.comparison.of_others(&a, &b, progress),
                        (None, None) => Comparison::watched(&a, &b, &options, progress),
                    })
                });
                if let Some(comparison) = found.transpose()? {
                    tell(Found::Compared(Compared {
                        links: Links::of(&comparison),
                        comparison: Arc::new(comparison),
                        of: sides,
                    }));
                }
                Ok(())
            }
        }
    }
}
