//! What the user has open: sources and their articles, which two are compared, the settings, and
//! the way back; as a document, and as a copy for after a crash. Computes no scores, and reads no files
//! but that copy.

mod arrangement;
mod collected;
mod corrections;
pub mod document;
mod draft;
mod fields;
mod filter;
mod find;
mod history;
mod pairs;
pub mod recent;
pub mod recovery;
pub mod remembered;
mod source;
mod stories;
mod unsaved;

pub use draft::Draft;
pub use fields::{FieldThere, FieldsThere};
pub use filter::{Condition, Filter, SECTION, Sieve, words_of};
pub use find::{Found, Hit, Query, Texts};
pub use history::History;
pub use source::{Source, SourceId};
pub use stories::{StorySaid, Teller};
pub use unsaved::Work;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::article::{Article, Place, Side};
use crate::compare::{Choice, Options, SourceNotes};
use crate::export::report::Pin;
use crate::score::Settings;
use crate::score::lists::OwnLists;
use crate::study::Study;
use arrangement::AsOpened;
use collected::Collected;
use pairs::Pairs;

/// Everything the user has open. Cheap to clone: articles are shared.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    sources: Vec<Source>,
    shown: [Option<SourceId>; 2],
    next_id: u32,
    /// How opening alone arranged the sources.
    arranged: AsOpened,
    /// How everything is scored.
    pub settings: Settings,
    /// The seed of everything in a comparison that involves chance.
    pub seed: u64,
    /// What the user says about passages.
    pairs: Arc<Pairs>,
    /// What the user added to the report.
    collected: Collected,
    /// The user's own notes for the report.
    pub notes: String,
    /// What the user says of those quoted.
    source_notes: Arc<SourceNotes>,
    /// What the user says of stories, in that order.
    stories: Arc<Vec<StorySaid>>,
    /// Whether the two are compared on the stories both tell, too, not over everything alone.
    pub same_stories: bool,
    /// The sources that are not ticked where all stand beside each other.
    hidden: Arc<BTreeSet<SourceId>>,
    /// The user's own word lists.
    pub lists: OwnLists,
    /// Which articles count.
    filter: Arc<Filter>,
    /// What the user is writing.
    pub draft: Arc<Draft>,
    /// The study that people code.
    pub study: Option<Arc<Study>>,
    /// The recovery copy it was opened from, by file name.
    continues: Option<Arc<str>>,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            sources: Vec::new(),
            shown: [None; 2],
            next_id: 0,
            arranged: AsOpened::default(),
            settings: Settings::default(),
            seed: Options::default().seed,
            pairs: Arc::default(),
            collected: Collected::default(),
            notes: String::new(),
            source_notes: Arc::default(),
            stories: Arc::default(),
            same_stories: false,
            hidden: Arc::default(),
            lists: OwnLists::default(),
            filter: Arc::default(),
            draft: Arc::default(),
            study: None,
            continues: None,
        }
    }
}

impl Session {
    /// Every open source, in the user's order: that of opening, until one is moved.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source compared as `side`.
    pub fn source(&self, side: Side) -> Option<&Source> {
        let id = self.shown_id(side)?;
        self.sources.iter().find(|source| source.id == id)
    }

    /// The places of A and B among all sources.
    pub fn shown_places(&self) -> [Option<usize>; 2] {
        self.shown.map(|id| self.place(id?))
    }

    /// The sources that are neither A nor B, in the user's order.
    pub fn other_ids(&self) -> Vec<SourceId> {
        let others = self.sources.iter().map(|source| source.id);
        others
            .filter(|id| !self.shown.contains(&Some(*id)))
            .collect()
    }

    /// The article read on `side`.
    pub fn article(&self, side: Side) -> Option<&Arc<Article>> {
        self.source(side)?.article()
    }

    /// Whether a source is left out where all stand beside each other.
    pub fn is_hidden(&self, id: SourceId) -> bool {
        self.hidden.contains(&id)
    }

    /// Leaves a source out where all stand beside each other, or shows it again.
    pub fn hide(&mut self, id: SourceId, hidden: bool) {
        if hidden == self.hidden.contains(&id) {
            return;
        }
        let all = Arc::make_mut(&mut self.hidden);
        if hidden {
            all.insert(id);
        } else {
            all.remove(&id);
        }
    }

    /// Whether nothing is open.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }

    /// Adds a source of `articles` and shows it as `side`, in place of what was there.
    /// An empty list changes nothing.
    pub fn open(&mut self, side: Side, name: &str, articles: Vec<Arc<Article>>) {
        if articles.is_empty() {
            return;
        }
        self.close(side);
        let id = self.keep(name, articles);
        self.set_shown(side, id);
        self.arranged.0.show(side, id);
        // Two files given at once are read at once: A stands first whichever was read first.
        if let [first, second] = self.sources.as_mut_slice()
            && side == Side::A
            && self.shown.contains(&Some(first.id))
        {
            std::mem::swap(first, second);
            self.arranged.0.exchange_first();
        }
    }

    /// Adds a source of `articles` without showing it; `None` for an empty list.
    pub fn keep(&mut self, name: &str, articles: Vec<Arc<Article>>) -> Option<SourceId> {
        if articles.is_empty() {
            return None;
        }
        let id = SourceId(self.next_id);
        self.next_id += 1;
        let articles = Arc::new(articles);
        self.sources.push(Source {
            id,
            name: name.to_owned(),
            opened_name: name.to_owned(),
            opened: Arc::clone(&articles),
            articles,
            current: 0,
        });
        self.arranged.0.add(id);
        Some(id)
    }

    /// Shows an open source as `side`. If it is shown on the other side, the two change places.
    pub fn show(&mut self, side: Side, id: SourceId) {
        if !self.sources.iter().any(|source| source.id == id) {
            return;
        }
        let before = self.shown_id(side);
        if self.shown_id(side.other()) == Some(id) {
            self.set_shown(side.other(), before);
        }
        self.set_shown(side, Some(id));
    }

    /// Adds articles to the source shown as `side` and reads the first of them; opens a source named
    /// `name` if none is shown there.
    pub fn add(&mut self, side: Side, name: &str, articles: Vec<Arc<Article>>) {
        match self.source_mut(side) {
            Some(source) if !articles.is_empty() => {
                source.current = source.articles.len();
                Arc::make_mut(&mut source.opened).extend(articles.iter().cloned());
                Arc::make_mut(&mut source.articles).extend(articles);
            }
            Some(_) => {}
            None => self.open(side, name, articles),
        }
    }

    /// Closes the source shown as `side`.
    pub fn close(&mut self, side: Side) {
        if let Some(id) = self.shown_id(side) {
            self.remove(id);
        }
    }

    /// Closes a source and forgets what was said about its passages.
    pub fn remove(&mut self, id: SourceId) {
        self.sources.retain(|source| source.id != id);
        for shown in &mut self.shown {
            *shown = shown.filter(|shown| *shown != id);
        }
        self.arranged.0.forget(id);
        self.hide(id, false);
        Arc::make_mut(&mut self.pairs).forget(id);
        self.collected.forget(id);
        if !self.stories.is_empty() {
            let stories = Arc::make_mut(&mut self.stories);
            for said in &mut *stories {
                *said = said.placed(|teller| (teller.0 != id).then_some(*teller));
            }
            stories.retain(StorySaid::is_any);
        }
    }

    /// Moves a source one place towards the front of the list; the first stays where it is.
    pub fn move_up(&mut self, id: SourceId) {
        if let Some(before) = self.place(id).and_then(|at| at.checked_sub(1)) {
            self.sources.swap(before, before + 1);
        }
    }

    /// Moves a source one place towards the end of the list; the last stays where it is.
    pub fn move_down(&mut self, id: SourceId) {
        if let Some(at) = self.place(id)
            && at + 1 < self.sources.len()
        {
            self.sources.swap(at, at + 1);
        }
    }

    fn place(&self, id: SourceId) -> Option<usize> {
        self.sources.iter().position(|source| source.id == id)
    }

    /// Exchanges A and B.
    pub fn swap(&mut self) {
        self.shown.reverse();
        self.orient();
    }

    /// The position of the article read on `side`; 0 where there is none.
    pub fn current(&self, side: Side) -> usize {
        self.source(side).map_or(0, |source| source.current)
    }

    /// What the user says about passages of the two sources shown; the last word on a pair counts.
    pub fn choices(&self) -> &[Choice] {
        match self.shown {
            [Some(a), Some(b)] => self.pairs.of(a, b),
            _ => &[],
        }
    }

    /// What a comparison of the two sources shown goes by.
    pub fn options(&self) -> Options {
        Options {
            seed: self.seed,
            choices: self.choices().to_vec(),
            lists: self.lists.clone(),
        }
    }

    /// Says that a passage of A and one of B belong together, or that they do not; nothing unless both
    /// sides are shown.
    pub fn choose(&mut self, a: Place, b: Place, together: bool) {
        if let [Some(of_a), Some(of_b)] = self.shown {
            let choice = Choice { a, b, together };
            Arc::make_mut(&mut self.pairs).choose(of_a, of_b, choice);
        }
    }

    /// Forgets what was said about passages of the two sources shown.
    pub fn reset_choices(&mut self) {
        if let [Some(a), Some(b)] = self.shown {
            Arc::make_mut(&mut self.pairs).reset(a, b);
        }
    }

    /// What was added to the report, in that order; places in a source that is not shown are left out.
    pub fn pinned(&self) -> Vec<Pin> {
        self.collected.shown(self.shown)
    }

    /// Adds something to the report, or takes it out again.
    pub fn set_pinned(&mut self, pin: &Pin, added: bool) {
        self.collected.set(pin, added, self.shown);
    }

    /// Whether the user has done more than open files and look, see [`Session::work`].
    pub fn has_user_work(&self) -> bool {
        !self.work().is_none()
    }

    /// What the user says of those quoted.
    pub fn source_notes(&self) -> &SourceNotes {
        &self.source_notes
    }

    /// What the user says of stories, in that order; the last word counts.
    pub const fn said_of_stories(&self) -> &Arc<Vec<StorySaid>> {
        &self.stories
    }

    /// Says something of stories.
    pub fn say_of_stories(&mut self, said: StorySaid) {
        if said.is_any() {
            Arc::make_mut(&mut self.stories).push(said);
        }
    }

    /// Changes what the user says of those quoted.
    pub fn note_sources(&mut self, change: impl FnOnce(&mut SourceNotes)) {
        change(Arc::make_mut(&mut self.source_notes));
    }

    /// Which articles count.
    pub const fn filter(&self) -> &Arc<Filter> {
        &self.filter
    }

    /// Changes which articles count.
    pub fn set_filter(&mut self, change: impl FnOnce(&mut Filter)) {
        change(Arc::make_mut(&mut self.filter));
    }

    /// Whether it holds nothing at all: no source, no list, no draft, no study.
    pub fn holds_nothing(&self) -> bool {
        self.is_empty() && self.lists.is_empty() && self.draft.is_empty() && self.study.is_none()
    }

    /// Says that words are not marked in the draft, or that they are again.
    pub fn silence(&mut self, words: &str, silent: bool) {
        let silenced = &mut Arc::make_mut(&mut self.draft).silenced;
        if silent {
            silenced.insert(words.to_lowercase());
        } else {
            silenced.remove(words);
        }
    }

    /// The recovery copy it was opened from, by file name.
    pub fn continues(&self) -> Option<&str> {
        self.continues.as_deref()
    }

    /// Says that it was opened from the recovery copy of this file name.
    pub fn set_continues(&mut self, copy: &str) {
        self.continues = Some(copy.into());
    }

    /// How many choices the user made about passages of any two sources.
    pub fn choice_count(&self) -> usize {
        self.pairs.iter().map(|(_, choices)| choices.len()).sum()
    }

    /// How articles are scored: the settings, and what the lists say of tone.
    pub fn scoring(&self) -> Settings {
        Settings {
            tone_values: self.lists.tone_values().clone(),
            ..self.settings.clone()
        }
    }

    /// Says that `word` is not tone, or that it is again.
    pub fn set_excluded(&mut self, word: &str, excluded: bool) {
        if excluded {
            self.settings.excluded.insert(word);
        } else {
            self.settings.excluded.remove(word);
        }
    }

    /// Reads another article of the source shown as `side`; out of range changes nothing.
    pub fn read_article(&mut self, side: Side, index: usize) {
        if let Some(source) = self.source_mut(side)
            && index < source.articles.len()
        {
            source.current = index;
        }
    }

    /// Gives the source shown as `side` another name; an empty name changes nothing.
    pub fn rename(&mut self, side: Side, name: &str) {
        if let Some(id) = self.shown_id(side) {
            self.rename_source(id, name);
        }
    }

    /// Gives a source another name; an empty name changes nothing.
    pub fn rename_source(&mut self, id: SourceId, name: &str) {
        let name = name.trim();
        if let Some(source) = self.sources.iter_mut().find(|source| source.id == id)
            && !name.is_empty()
        {
            name.clone_into(&mut source.name);
        }
    }

    fn set_shown(&mut self, side: Side, id: Option<SourceId>) {
        if let Some(shown) = self.shown.get_mut(side.index()) {
            *shown = id;
            self.orient();
        }
    }

    /// Choices name passages of A and B: they follow what is shown.
    fn orient(&mut self) {
        if let [Some(a), Some(b)] = self.shown {
            Arc::make_mut(&mut self.pairs).orient(a, b);
        }
    }

    fn shown_id(&self, side: Side) -> Option<SourceId> {
        self.shown.get(side.index()).copied().flatten()
    }

    fn source_mut(&mut self, side: Side) -> Option<&mut Source> {
        let id = self.shown_id(side)?;
        self.sources.iter_mut().find(|source| source.id == id)
    }
}
