//! The workspace: what is open, and what is known of it by now. Everything derived follows from the
//! session's revision: a change that changes nothing derived keeps it, one that was there before brings
//! back what was computed then, and work on what is no longer wanted is stopped.

mod asked;
mod counting;
mod heard;

use std::sync::Arc;

use super::charting::Charts;
use super::derive::gathering::{Gathered, Gathering};
use super::derive::{Compared, Found, NoThread, Over, Run, Task, Wanted};
use super::everything::Everything;
use super::kept::Kept;
use super::laying::Laying;
use super::looking::Looking;
use super::material::Material;
use super::same::Same;
use super::scores::{AT_A_LOOK, Scores};
use super::second::Reading;
use super::sides::Sides;
use super::telling::Telling;
use crate::article::{Article, Place, Side};
use crate::chart;
use crate::compare::findings::Finding;
use crate::compare::{Comparison, Match};
use crate::export::{Existing, report};
use crate::score::Analysis;
use crate::session::{History, Session};
use crate::work::{Progress, Threads, Wake, let_go};

/// Of more articles that count, on both sides together, a window keeps only figures: with all evidence an article
/// takes about ten times its text.
pub const MOST_WITH_EVIDENCE: usize = 3_000;

/// How many comparisons are kept for undo.
const KEPT: usize = 4;

/// How much of the work scoring is, where there is something to score and to compare.
const SCORING: f64 = 0.6;

/// What is open and what is derived from it.
pub struct Workspace {
    history: History,
    threads: Threads,
    wake: Wake,
    /// Of more articles only figures are kept.
    most_with_evidence: usize,
    /// The revision that `wanted` was taken from.
    seen: Option<u64>,
    wanted: Wanted,
    /// How far the work on what is wanted is, and the way to stop it.
    progress: Arc<Progress>,
    run: Option<Run>,
    scores: Scores,
    /// Both sides as they are wanted, once they are scored.
    sides: Option<Arc<Sides>>,
    /// Whether they are made again, with the evidence of other articles: until then they stay as they are.
    again: bool,
    /// The same without the evidence of what is read, where of most articles only figures are kept.
    figures: Option<Arc<Sides>>,
    /// The same while they are gathered.
    gathering: Gathering,
    compared: Option<Arc<Compared>>,
    /// The comparisons made last, the latest at the end.
    earlier: Vec<Arc<Compared>>,
    charts: Charts,
    /// What was found about the only source, once it is scored.
    alone: Vec<Finding>,
    second: Reading,
    laying: Laying,
    kept: Kept,
    telling: Telling,
    looking: Looking,
    same: Same,
    everything: Everything,
}

impl Workspace {
    /// An empty workspace that works on so many threads. `wake` is called, from any thread, whenever
    /// [`Workspace::update`] will find something new.
    pub fn new(threads: Threads, wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            history: History::default(),
            threads,
            wake: Arc::new(wake),
            most_with_evidence: usize::MAX,
            seen: None,
            wanted: Wanted::default(),
            progress: Arc::default(),
            run: None,
            scores: Scores::default(),
            sides: None,
            again: false,
            figures: None,
            gathering: Gathering::default(),
            compared: None,
            earlier: Vec::new(),
            charts: Charts::default(),
            alone: Vec::new(),
            second: Reading::default(),
            laying: Laying::default(),
            kept: Kept::default(),
            telling: Telling::default(),
            looking: Looking::default(),
            same: Same::default(),
            everything: Everything::default(),
        }
    }

    /// Keeps only the figures of articles where more than `most` count, and the evidence of those that are read.
    /// Without this the evidence of all is kept.
    #[must_use]
    pub const fn with_evidence_of(mut self, most: usize) -> Self {
        self.most_with_evidence = most;
        self
    }

    /// What is open.
    pub fn session(&self) -> &Session {
        self.history.current()
    }

    /// What is open and the way back.
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// The same, to be changed.
    pub const fn history_mut(&mut self) -> &mut History {
        &mut self.history
    }

    /// Changes what is open; `label` names the step for "Undo …".
    pub fn edit(&mut self, label: &'static str, change: impl FnOnce(&mut Session)) {
        self.history.edit(label, change);
    }

    /// Takes in what was found and begins what is missing. Takes no time worth speaking of.
    ///
    /// # Errors
    /// [`NoThread`] where no work could be begun; it is not tried again until something changes.
    pub fn update(&mut self) -> Result<(), NoThread> {
        while let Some(run) = &self.run {
            match run.take() {
                Ok(Some(found)) => self.keep(found),
                Ok(None) => break,
                Err(Over) => {
                    self.run = None;
                    if self.second.end() && !self.progress.is_stopped() {
                        // What was said comes into the comparison at once, when all is read.
                        self.again = true;
                    }
                    self.go_on()?;
                }
            }
        }
        if self.gathering.is_under_way() && self.run.is_none() {
            self.go_on()?;
        }
        // Until it is known which articles count, what was wanted before is worked on.
        if self.seen != Some(self.history.revision()) && self.knows_what_counts() {
            let first = self.seen.replace(self.history.revision()).is_none();
            let wanted = self.wanted();
            if first || !wanted.is_same(&self.wanted) {
                self.begin(wanted)?;
            } else {
                self.wanted.read_as(&wanted);
                self.look_at_what_is_read()?;
            }
        }
        let session = self.history.current();
        if self.run.is_none() && self.sides.is_some() {
            self.kept.count_words(session);
        }
        (self.telling).update(session, &self.kept, self.threads, &self.wake)?;
        self.take_words_of_all()?;
        self.pair()?;
        self.look()?;
        self.lay()
    }

    /// Does all work there is and returns when it is done.
    ///
    /// # Errors
    /// [`NoThread`] where no work could be begun.
    pub fn finish(&mut self) -> Result<(), NoThread> {
        self.update()?;
        loop {
            let gathers = self.gathering.is_under_way() && !self.progress.is_stopped();
            if self.kept.wait() || gathers {
                self.update()?;
                continue;
            }
            let Some(run) = &self.run else {
                return Ok(());
            };
            match run.wait() {
                Ok(found) => self.keep(found),
                Err(Over) => self.update()?,
            }
        }
    }

    /// Stops the work on what is wanted, until that changes or [`Workspace::again`] is asked for.
    pub fn stop(&mut self) {
        self.progress.stop();
    }

    /// Whether the work on what is wanted was stopped.
    pub fn is_stopped(&self) -> bool {
        self.progress.is_stopped()
    }

    /// Goes on after the work was stopped; what was found before is kept.
    ///
    /// # Errors
    /// [`NoThread`] where no work could be begun.
    pub fn again(&mut self) -> Result<(), NoThread> {
        if !self.knows_what_counts() {
            // It begins by itself.
            return Ok(());
        }
        let wanted = self.wanted();
        self.begin(wanted)
    }

    /// Where only figures are kept: has the evidence of the articles that are read now. One article takes about a
    /// millisecond.
    fn look_at_what_is_read(&mut self) -> Result<(), NoThread> {
        if !self.wanted.is_of_figures() {
            return Ok(());
        }
        let settings = self.session().scoring();
        let read = self.wanted.read();
        for (_, article) in read.iter().flatten() {
            self.scores.look_at(article, &settings);
        }
        let read = read.map(|one| one.map(|(at, _)| at));
        let Some(sides) = &self.sides else {
            return Ok(());
        };
        if sides.looked_at() == read && !self.again {
            return Ok(());
        }
        self.progress.stop();
        self.run = None;
        self.progress = Arc::default();
        self.second.begin();
        self.again = true;
        self.go_on()
    }

    /// What is wanted now.
    fn wanted(&mut self) -> Wanted {
        let session = self.history.current();
        Wanted::of(
            session,
            &mut self.kept,
            &self.wanted,
            self.most_with_evidence,
        )
    }

    /// How far the work is, while there is some.
    pub fn progress(&self) -> Option<&Progress> {
        let works = self.run.is_some() || self.gathering.is_under_way();
        (works && !self.is_stopped()).then_some(&self.progress)
    }

    /// The scores of an open article, if they are known; only its figures where so many are open that no more is
    /// kept.
    pub fn scores_of(&self, article: &Arc<Article>) -> Option<&Arc<Analysis>> {
        let settings = self.session().scoring();
        self.scores.get(article, &settings)
    }

    /// The scores of the article read on `side` with their evidence, if they are known.
    pub fn analysis(&self, side: Side) -> Option<&Arc<Analysis>> {
        let article = self.session().article(side)?;
        self.scores.whole(article, &self.session().scoring())
    }

    /// Both sides, once all their articles are scored.
    pub const fn sides(&self) -> Option<&Arc<Sides>> {
        self.sides.as_ref()
    }

    /// The comparison of the two sources shown; `None` until it is computed or where a side is empty.
    pub fn comparison(&self) -> Option<&Arc<Comparison>> {
        Some(&self.compared.as_ref()?.comparison)
    }

    /// What was found, the most telling first; about the only source where there is one. `None` until it is
    /// computed.
    pub fn findings(&self) -> Option<&[Finding]> {
        match (&self.compared, &self.sides) {
            (Some(compared), _) => Some(&compared.comparison.findings),
            (None, Some(sides)) if !sides.are_two() => Some(&self.alone),
            (None, _) => None,
        }
    }

    /// The matches of the block that `at` lies in, the most alike first.
    pub fn matches_of(&self, at: Place) -> impl Iterator<Item = &Match> {
        let compared = self.compared.iter();
        compared.flat_map(move |compared| compared.links.matches(&compared.comparison, at))
    }

    /// Whether a block has a match.
    pub fn has_match(&self, block: Place) -> bool {
        (self.compared.as_ref()).is_some_and(|compared| compared.links.has(block))
    }

    /// Everything that can be saved, as it is now; `options` are those of charts.
    pub fn material(&self, options: chart::Options) -> Material {
        let options = self.said_of_stories(options);
        let charts = chart::Kind::all().iter();
        Material {
            session: self.session().clone(),
            sides: self.sides.clone(),
            comparison: self.comparison().cloned(),
            options,
            charts: charts
                .filter_map(|kind| self.subject(*kind, options))
                .collect(),
            said: self.said(),
            report: report::Choice::default(),
            existing: Existing::Replace,
            matrix: self.laying.found().map(|laid| Arc::clone(&laid.matrix)),
            same: (self.sides.as_ref().zip(self.comparison()))
                .and_then(|(sides, comparison)| self.same.found(sides, comparison).cloned()),
            undated: false,
            #[cfg(feature = "gui")]
            pictures: None,
        }
    }

    /// Stops what is done for what was wanted before and begins on what is wanted now.
    fn begin(&mut self, wanted: Wanted) -> Result<(), NoThread> {
        self.progress.stop();
        self.run = None;
        self.progress = Arc::default();
        self.wanted = wanted;
        self.sides = None;
        self.again = false;
        self.figures = None;
        self.gathering = Gathering::default();
        self.compared = None;
        self.everything.set_aside();
        self.second.begin();
        self.scores.tidy();
        self.wanted.condense(&mut self.scores);
        self.look_at_what_is_read()?;
        self.go_on()
    }

    /// Begins the next piece of work, if any is left.
    fn go_on(&mut self) -> Result<(), NoThread> {
        if self.progress.is_stopped() {
            return Ok(());
        }
        let sides = match self.sides.clone().filter(|_| !self.again) {
            Some(sides) => sides,
            None => match self.scored() {
                Gathered::All(figures) if figures.are_condensed() => {
                    return self.look_into(figures);
                }
                Gathered::All(sides) => {
                    self.alone = sides.findings_of_one();
                    sides
                }
                Gathered::Unscored(unscored) => return self.score(unscored),
                Gathered::More => {
                    (self.wake)();
                    return Ok(());
                }
            },
        };
        self.sides = Some(Arc::clone(&sides));
        self.again = false;
        if sides.are_two() && !self.is_compared(&sides) {
            return self.compare(&sides);
        }
        match self.second.next(&sides) {
            Some(unread) => {
                self.progress.part(0.0, 1.0);
                self.progress.begin("reading");
                self.start(Task::Read(unread))
            }
            None => Ok(()),
        }
    }

    /// Both sides as they are wanted, if they are scored.
    fn scored(&mut self) -> Gathered {
        let (scores, gathering) = (&self.scores, &mut self.gathering);
        if !self.wanted.is_of_figures() {
            return self.wanted.gather(gathering, scores, usize::MAX);
        }
        // The figures stay the same whatever is read.
        let figures = match &self.figures {
            Some(figures) => Arc::clone(figures),
            None => match self.wanted.gather(gathering, scores, AT_A_LOOK) {
                Gathered::All(figures) => figures,
                other => return other,
            },
        };
        self.figures = Some(Arc::clone(&figures));
        Gathered::All(figures)
    }

    /// Begins to put the evidence of what is read to the figures: to copy a list of a hundred thousand articles takes
    /// longer than a frame.
    fn look_into(&mut self, figures: Arc<Sides>) -> Result<(), NoThread> {
        let settings = self.session().scoring();
        let read = self.wanted.read().map(|article| {
            let (at, article) = article?;
            Some((at, self.scores.look_at(&article, &settings)))
        });
        self.start(Task::Look(figures, read))
    }

    /// Begins to score what is not scored yet.
    fn score(&mut self, unscored: Vec<Arc<Article>>) -> Result<(), NoThread> {
        let to = if self.wanted.are_two() { SCORING } else { 1.0 };
        if self.progress.total() > 0 {
            // What fell over once would fall over again.
            self.progress.stop();
            return Ok(());
        }
        self.progress.part(0.0, to);
        self.progress.begin("scoring");
        self.start(self.wanted.scoring(unscored, &self.scores))
    }

    /// Whether the comparison is that of these sides, now or as it was before.
    fn is_compared(&mut self, sides: &Sides) -> bool {
        let options = self.wanted.options();
        let known = (self.earlier.iter().rev())
            .find(|known| known.comparison.options == *options && known.of.are_same(sides));
        if let Some(known) = known {
            self.compared = Some(Arc::clone(known));
        }
        known.is_some()
    }

    /// Begins to compare.
    fn compare(&mut self, sides: &Arc<Sides>) -> Result<(), NoThread> {
        let options = self.wanted.options().clone();
        let from = self.progress.fraction();
        self.progress.part(f64::from(from), 1.0);
        self.progress.begin("comparing");
        self.start(Task::Compare(
            Arc::clone(sides),
            options,
            self.earlier.clone(),
        ))
    }

    fn start(&mut self, task: Task) -> Result<(), NoThread> {
        let progress = Arc::clone(&self.progress);
        let run = Run::start(task, progress, self.threads, &self.wake);
        self.run = Some(run.inspect_err(|_| self.progress.stop())?);
        Ok(())
    }

    fn keep(&mut self, found: Found) {
        match found {
            Found::Scores(article, analysis) => self.scores.insert(article, analysis),
            Found::Said(article, said) => self.scores.insert_said(article, said),
            Found::NoReader(fault) => self.second.fail(fault),
            Found::Laid(laid) => self.laying.keep(laid),
            Found::Looked(sides, alone) => {
                self.sides = Some(sides);
                self.again = false;
                self.alone = alone;
            }
            // Stories are found apart from all this.
            Found::Told(_) | Found::Same(_) | Found::Words(_) => {}
            Found::Compared(compared) => {
                let compared = Arc::new(compared);
                if self.earlier.len() == KEPT {
                    let_go(self.earlier.remove(0));
                }
                self.earlier.push(Arc::clone(&compared));
                self.compared = Some(compared);
            }
        }
    }
}
