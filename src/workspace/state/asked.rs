//! What is worked out only while somebody asks for it: stories, the two on the same stories, all sources beside each
//! other, scores of what is on show besides, and charts.

use std::sync::Arc;

use super::Workspace;
use crate::article::{Article, Side};
use crate::chart::{self, Chart, Kind};
use crate::compare::stories::SameStories;
use crate::work::Progress;
use crate::workspace::beside::{AllSources, Open};
use crate::workspace::charting::Subject;
use crate::workspace::derive::{Compared, NoThread};
use crate::workspace::links::Links;
use crate::workspace::stories::AllStories;
use crate::workspace::ticked::Ticked;
use crate::workspace::within::SameOf;

impl Workspace {
    /// The stories of all that is open; `None` until they are found, which begins when they are asked for.
    pub fn stories(&mut self) -> Option<&Arc<AllStories>> {
        self.telling.ask()
    }

    /// The stories of all that is open, if they are found; asks for nothing.
    pub const fn told(&self) -> Option<&Arc<AllStories>> {
        self.telling.found()
    }

    /// How far finding them is, while that is under way.
    pub fn telling(&self) -> Option<&Progress> {
        self.telling.progress()
    }

    /// Reads the first story that both sources on show tell; nothing where there is none. No step of its own: it
    /// belongs to the opening. Whether another article is read now.
    pub fn read_first_story(&mut self) -> bool {
        let session = self.history.current();
        let both = session.both_shown().zip(self.telling.found());
        let Some([a, b]) = both.and_then(|(ids, told)| told.first_of_both(ids)) else {
            return false;
        };
        let now = Side::BOTH.map(|side| session.current(side));
        self.history.amend(|session| {
            session.read_article(Side::A, a);
            session.read_article(Side::B, b);
        });
        now != [a, b]
    }

    /// The two sources on show on the stories both tell; `None` until that is found, which begins when it is asked for.
    pub fn same_stories(&mut self) -> Option<&Arc<SameStories>> {
        let _ = self.telling.ask();
        self.same.ask()
    }

    /// Works the two sources on show out on the stories both tell, once these are found.
    pub(super) fn pair(&mut self) -> Result<(), NoThread> {
        let (session, told) = (self.history.current(), self.telling.found());
        let (sides, compared) = (&self.sides, &self.compared);
        let of = || {
            let [Some(a), Some(b)] = session.shown_places() else {
                return None;
            };
            let sources = [a, b];
            Some(SameOf {
                sides: Arc::clone(sides.as_ref()?),
                comparison: Arc::clone(&compared.as_ref()?.comparison),
                told: Arc::clone(told?),
                sources,
            })
        };
        self.same.update(of, self.threads, &self.wake)
    }

    /// Asks for the words and names of all articles, where of most only figures are kept: the comparison has them once
    /// they are found, which takes longer than scoring did.
    pub const fn ask_for_words(&mut self) {
        self.everything.ask();
    }

    /// How far finding the words and names of all articles is, while that is under way.
    pub fn finding_words(&self) -> Option<&Progress> {
        self.everything.progress()
    }

    /// Whether finding the words and names of all articles was stopped.
    pub fn is_finding_words_stopped(&self) -> bool {
        let compared = self.compared.as_ref();
        compared.is_some_and(|compared| self.everything.is_stopped(compared))
    }

    /// Stops finding the words and names of all articles, until that changes or [`Workspace::find_words_again`] is
    /// asked for.
    pub fn stop_finding_words(&self) {
        self.everything.stop();
    }

    /// Begins again after it was stopped.
    pub fn find_words_again(&mut self) {
        self.everything.again();
    }

    /// Begins to find the words and names of all articles where they are asked for, and gives them to the comparison
    /// once they are found.
    pub(super) fn take_words_of_all(&mut self) -> Result<(), NoThread> {
        // What is read and compared comes first.
        let compared = self.compared.as_deref().filter(|_| self.run.is_none());
        (self.everything).update(compared, self.threads, &self.wake)?;
        let Some(compared) = &self.compared else {
            return Ok(());
        };
        if !compared.comparison.words_of_few {
            return Ok(());
        }
        if let Some(words) = self.everything.found(compared) {
            let comparison = Arc::new(compared.comparison.with_words(words));
            let joined = Arc::new(Compared {
                of: Arc::clone(&compared.of),
                links: Links::of(&comparison),
                comparison,
            });
            let before = Arc::as_ptr(compared);
            for earlier in &mut self.earlier {
                if Arc::as_ptr(earlier) == before {
                    *earlier = Arc::clone(&joined);
                }
            }
            self.compared = Some(joined);
        }
        Ok(())
    }

    /// Asks for the scores of an article that somebody looks at outside the sources compared: they are known soon.
    /// Whether they are not known yet.
    pub fn look_at(&mut self, article: &Arc<Article>) -> bool {
        let unknown = self.scores_of(article).is_none();
        if unknown {
            self.looking.ask(article);
        }
        unknown
    }

    /// Scores what somebody looks at: few articles, beside whatever else is under way.
    pub(super) fn look(&mut self) -> Result<(), NoThread> {
        for found in self.looking.take() {
            self.keep(found);
        }
        let settings = self.session().scoring();
        (self.looking).begin(&self.scores, &settings, self.threads, &self.wake)
    }

    /// All that is open, beside each other; `None` until that is worked out, which begins when it is asked for.
    pub fn all_sources(&mut self) -> Option<&Arc<AllSources>> {
        self.laying.ask()
    }

    /// All that is open, beside each other, if that is worked out; asks for nothing.
    pub const fn laid(&self) -> Option<&Arc<AllSources>> {
        self.laying.found()
    }

    /// How far laying all that is open beside each other is, while that is under way.
    pub fn laying(&self) -> Option<&Progress> {
        self.laying.progress()
    }

    /// Whether laying all that is open beside each other was stopped.
    pub fn is_laying_stopped(&self) -> bool {
        self.laying.is_stopped()
    }

    /// Stops laying all that is open beside each other, until it changes or [`Workspace::lay_again`] is asked for.
    pub fn stop_laying(&self) {
        self.laying.stop();
    }

    /// Begins again after it was stopped.
    pub fn lay_again(&mut self) {
        self.laying.again();
    }

    /// Takes in what came of laying all that is open beside each other, and begins it where it is asked for.
    pub(super) fn lay(&mut self) -> Result<(), NoThread> {
        for found in self.laying.take() {
            self.keep(found);
        }
        if self.laying.is_coming() {
            return (self.laying).go_on(&self.scores, self.threads, &self.wake);
        }
        // What is read and compared comes first.
        let filtering = self.kept.progress().is_some();
        if !self.laying.take_asked() || self.run.is_some() || filtering {
            return Ok(());
        }
        let state = (self.history.revision(), self.scores.readings());
        if !self.laying.is_news(state) {
            return Ok(());
        }
        let open = Open::of(
            self.history.current(),
            &self.scores,
            &mut self.kept,
            self.most_with_evidence,
        );
        (self.laying).begin(open, &self.scores, self.threads, &self.wake)
    }

    /// A chart of what is open; `None` until it is scored. Built again only where what it shows has
    /// changed.
    pub fn chart(&mut self, kind: Kind, options: chart::Options) -> Option<Arc<Chart>> {
        let subject = self.subject(kind, options)?;
        Some(self.charts.now(subject))
    }

    /// The same for who cannot wait: `None` also while a chart of long texts is being built. The
    /// workspace's `wake` is called when it is there.
    pub fn chart_soon(&mut self, kind: Kind, options: chart::Options) -> Option<Arc<Chart>> {
        if kind.shows_all() && self.has_others() {
            let _ = self.laying.ask();
        }
        if kind.shows_stories() && self.is_many() {
            let _ = self.telling.ask()?;
        }
        if kind.shows_words() {
            self.everything.ask();
        }
        let subject = self.subject(kind, options)?;
        self.charts.soon(subject, &self.wake)
    }

    /// What a chart is made of as far as it is known: the stories it shows are found when it is built where they are
    /// not found yet, and other sources join it once they are scored.
    pub(in crate::workspace) fn subject(
        &self,
        kind: Kind,
        options: chart::Options,
    ) -> Option<Subject> {
        let session = self.history.current();
        let sides = Arc::clone(self.sides.as_ref()?);
        let told = self.telling.found().filter(|_| kind.shows_stories());
        Some(Subject {
            kind,
            options: self.said_of_stories(options),
            ticked: if kind.shows_all() {
                Ticked::all(sides, session, self.laying.found())
            } else {
                Ticked::two(sides)
            },
            comparison: self.comparison().cloned(),
            lists: session.lists.clone(),
            told: told.map(|told| (Arc::clone(told), session.shown_places())),
        })
    }

    /// The same options with what the session says of the same stories.
    pub(super) fn said_of_stories(&self, options: chart::Options) -> chart::Options {
        chart::Options {
            same_stories: self.session().same_stories,
            ..options
        }
    }

    /// All sources that are ticked, as far as they are scored: those that are neither A nor B come when they are, which
    /// begins when this is asked for. `None` until A and B are scored.
    pub fn ticked(&mut self) -> Option<Ticked> {
        if self.has_others() {
            let _ = self.laying.ask();
        }
        let sides = Arc::clone(self.sides.as_ref()?);
        let session = self.history.current();
        Some(Ticked::all(sides, session, self.laying.found()))
    }

    /// Whether more than A and B are open.
    fn has_others(&self) -> bool {
        self.session().sources().len() > 2
    }

    /// Does all work there is for charts of these kinds and returns when it is done: those of all sources have them
    /// scored, those of stories have them found, and so has the session that compares on the same stories.
    ///
    /// # Errors
    /// [`NoThread`] where no work could be begun.
    pub fn finish_for(&mut self, kinds: &[Kind]) -> Result<(), NoThread> {
        self.finish()?;
        if kinds.iter().any(|kind| kind.shows_all()) && self.has_others() {
            let _ = self.laying.ask();
            self.lay()?;
            while self.laying.is_coming() {
                self.lay()?;
            }
            for found in self.laying.wait() {
                self.keep(found);
            }
        }
        if kinds.iter().any(|kind| kind.shows_words()) {
            self.everything.ask();
            self.take_words_of_all()?;
            self.everything.wait();
            self.take_words_of_all()?;
        }
        let on_same = self.session().same_stories;
        if (on_same || kinds.iter().any(|kind| kind.shows_stories())) && self.is_many() {
            let _ = self.telling.ask();
            let session = self.history.current();
            (self.telling).update(session, &self.kept, self.threads, &self.wake)?;
            self.telling.wait();
        }
        if on_same {
            let _ = self.same.ask();
            self.pair()?;
            self.same.wait();
        }
        Ok(())
    }

    /// Whether more is open than one article a side, so that finding stories takes its time.
    fn is_many(&self) -> bool {
        let sources = self.session().sources();
        sources.len() > 2 || sources.iter().any(|source| source.articles.len() > 1)
    }
}
