//! Stories in the window: reading one, saying what belongs together, and beginning with one that both sources tell.

use std::sync::Arc;

use crate::article::Side;
use crate::compare::stories::Story;
use crate::session::{SourceId, StorySaid, Teller};
use crate::workspace::AllStories;

use crate::app::stories::told::Scope;
use crate::app::{App, Page};

/// Among more articles stories are found only where they are asked for: it takes half a minute and its memory.
const MOST_AT_ONCE: usize = 20_000;

impl App {
    /// After something was opened: where there are several articles, reading is to begin with a story both tell.
    pub(in crate::app) fn look_for_story(&mut self) {
        let session = self.session();
        let several = |side: Side| session.source(side).is_some_and(|s| s.articles.len() > 1);
        let both = Side::BOTH
            .into_iter()
            .all(|side| session.source(side).is_some());
        let first = Side::BOTH
            .into_iter()
            .all(|side| session.current(side) == 0);
        let articles = session.sources().iter().map(|source| source.articles.len());
        let quick = articles.sum::<usize>() <= MOST_AT_ONCE;
        self.begin_with_story =
            both && first && quick && (several(Side::A) || several(Side::B)) && !self.is_reading();
    }

    /// Begins with a story both tell, once the stories are found; not if the user reads something else by then.
    pub(in crate::app) fn begin_with_story(&mut self) {
        if !self.begin_with_story {
            return;
        }
        let session = self.session();
        if Side::BOTH
            .into_iter()
            .any(|side| session.current(side) != 0)
        {
            self.begin_with_story = false;
            return;
        }
        if self.workspace.stories().is_none() || self.workspace.telling().is_some() {
            return;
        }
        self.begin_with_story = false;
        if self.workspace.read_first_story() {
            self.forget_places();
        }
    }

    /// The sources on show, A first.
    pub(in crate::app) fn sources_shown(&self) -> [Option<SourceId>; 2] {
        Side::BOTH.map(|side| self.session().source(side).map(|source| source.id))
    }

    /// Reads exactly the articles of a story: those of the sources on show where both tell it, else of the first
    /// two that do.
    pub(in crate::app) fn read_story(&mut self, all: &AllStories, story: &Story) {
        let [a, b] = self.sources_shown();
        let of = |id: Option<SourceId>| all.teller(all.told_by(story, id?)?);
        let mut tellers = [of(a), of(b)];
        let mut others: Vec<Teller> = Vec::new();
        for teller in story.members.iter().filter_map(|at| all.teller(*at)) {
            let known = tellers
                .iter()
                .flatten()
                .chain(&others)
                .any(|(id, _)| *id == teller.0);
            if !known {
                others.push(teller);
            }
        }
        let mut others = others.into_iter();
        for teller in &mut tellers {
            *teller = teller.or_else(|| others.next());
        }
        self.workspace.edit("choice of story", |session| {
            for (side, teller) in Side::BOTH.into_iter().zip(tellers) {
                if let Some((id, article)) = teller {
                    session.show(side, id);
                    session.read_article(side, article);
                }
            }
        });
        self.forget_places();
        self.view.page = Page::Read;
    }

    /// Reads one article, on the side its source is shown on, or as A.
    pub(in crate::app) fn read_teller(&mut self, (id, article): Teller) {
        let place = crate::article::Place::headline(Side::A, article);
        self.go_to_source(id, place);
        self.view.page = Page::Read;
    }

    /// Says something of stories.
    pub(in crate::app) fn say_of_stories(&mut self, label: &'static str, said: StorySaid) {
        self.workspace
            .edit(label, |session| session.say_of_stories(said));
        self.view.pages.stories.merging = None;
    }

    /// The story that is chosen, by position.
    pub(in crate::app) fn chosen_story(&self, all: &Arc<AllStories>) -> Option<usize> {
        let chosen = self.view.pages.stories.chosen?;
        let stories = all.stories.stories.iter();
        let holds = |story: &Story| {
            let mut members = story.members.iter();
            members.any(|at| all.teller(*at) == Some(chosen))
        };
        stories.into_iter().position(holds)
    }

    /// The scope that is shown: where only one source is open there are no two to tell apart.
    pub(in crate::app) fn story_scope(&self) -> Scope {
        match self.sources_shown() {
            [Some(_), Some(_)] => self.view.pages.stories.scope,
            _ => Scope::All,
        }
    }
}
