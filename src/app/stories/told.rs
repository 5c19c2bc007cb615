//! What the page of stories remembers: which are on show, which is chosen, what is about to be merged.

use std::sync::Arc;

use crate::compare::stories::{Story, StoryEvidence};
use crate::session::{SourceId, Teller};
use crate::workspace::AllStories;

/// Which stories are on show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::app) enum Scope {
    /// Told by both sources on show.
    #[default]
    Both,
    /// Told by A and not by B.
    OnlyA,
    /// Told by B and not by A.
    OnlyB,
    /// Every story of every source, and every article that stands alone.
    All,
}

/// One row: a story, or an article that stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Row {
    /// A story by position.
    Story(usize),
    /// An article by position.
    Alone(usize),
}

/// The sources shown as A and B.
type Sides = [Option<SourceId>; 2];

/// Rows, and what they are rows of.
type Rows = (Arc<AllStories>, Scope, Sides, Arc<Vec<Row>>);

/// How many rows each scope has, and of what.
type Counts = (Arc<AllStories>, Sides, [usize; 4]);

/// What the page remembers.
#[derive(Debug, Default)]
pub(in crate::app) struct StoriesShown {
    pub(in crate::app) scope: Scope,
    /// The first article of the story that is chosen: stories change places, articles do not.
    pub(in crate::app) chosen: Option<Teller>,
    /// The first article of the story that another is to be merged with.
    pub(in crate::app) merging: Option<Teller>,
    /// What the chosen one shares, and of what.
    shared: Option<(Vec<usize>, Arc<AllStories>, Arc<StoryEvidence>)>,
    /// The rows on show, made once for what they are rows of.
    rows: Option<Rows>,
    counts: Option<Counts>,
}

impl StoriesShown {
    /// What the texts of a story share.
    pub(in crate::app) fn shared(
        &mut self,
        all: &Arc<AllStories>,
        story: &Story,
    ) -> Arc<StoryEvidence> {
        if let Some((members, of, shared)) = &self.shared
            && *members == story.members
            && Arc::ptr_eq(of, all)
        {
            return Arc::clone(shared);
        }
        let first = story.texts.iter().filter_map(|copies| copies.first());
        let texts: Vec<_> = first.filter_map(|at| Some(&**all.article(*at)?)).collect();
        let shared = Arc::new(crate::compare::stories::evidence(&texts));
        self.shared = Some((story.members.clone(), Arc::clone(all), Arc::clone(&shared)));
        shared
    }

    /// How many rows each of some scopes has; counted once.
    pub(in crate::app) fn counts(
        &mut self,
        all: &Arc<AllStories>,
        sides: Sides,
        scopes: [Scope; 4],
    ) -> [usize; 4] {
        if let Some((of, with, counts)) = &self.counts
            && Arc::ptr_eq(of, all)
            && *with == sides
        {
            return *counts;
        }
        let counts = scopes.map(|scope| rows(all, scope, sides).len());
        self.counts = Some((Arc::clone(all), sides, counts));
        counts
    }

    /// The rows of the scope chosen, for these sources as A and B.
    pub(in crate::app) fn rows(&mut self, all: &Arc<AllStories>, sides: Sides) -> Arc<Vec<Row>> {
        if let Some((of, scope, with, rows)) = &self.rows
            && Arc::ptr_eq(of, all)
            && (*scope, *with) == (self.scope, sides)
        {
            return Arc::clone(rows);
        }
        let rows = Arc::new(rows(all, self.scope, sides));
        self.rows = Some((Arc::clone(all), self.scope, sides, Arc::clone(&rows)));
        rows
    }
}

/// The rows of one scope.
fn rows(all: &AllStories, scope: Scope, [a, b]: Sides) -> Vec<Row> {
    let told =
        |story: &Story, id: Option<SourceId>| id.is_some_and(|id| all.told_by(story, id).is_some());
    let shown = |story: &Story| match scope {
        Scope::Both => told(story, a) && told(story, b),
        Scope::OnlyA => told(story, a) && !told(story, b),
        Scope::OnlyB => told(story, b) && !told(story, a),
        Scope::All => true,
    };
    let alone = |article: usize| {
        let of = all.teller(article).map(|(source, _)| source);
        match scope {
            Scope::Both => false,
            Scope::OnlyA => of.is_some() && of == a,
            Scope::OnlyB => of.is_some() && of == b,
            Scope::All => true,
        }
    };
    let stories = all.stories.stories.iter().enumerate();
    let stories = stories.filter(|(_, story)| shown(story));
    let loners = all.stories.alone.iter().filter(|at| alone(**at));
    stories
        .map(|(at, _)| Row::Story(at))
        .chain(loners.map(|at| Row::Alone(*at)))
        .collect()
}
