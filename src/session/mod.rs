//! What the user has open: sources and their articles, which two are compared, the settings, and
//! the way back. Computes no scores and reads no files.

mod history;

pub use history::History;

use std::sync::Arc;

use crate::article::{Article, BlockKind, Headline, HeadlineOrigin, Side};
use crate::compare::{Choice, PassageRef};
use crate::score::Settings;

/// Names a source for as long as it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(u32);

/// A source: an outlet or author with one or more articles. Holds at least one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Its identity.
    pub id: SourceId,
    /// The name shown.
    pub name: String,
    /// Its articles in the order they were opened.
    pub articles: Vec<Arc<Article>>,
    /// Which of them is being read, an index into `articles`.
    pub current: usize,
}

impl Source {
    /// The article being read.
    pub fn article(&self) -> Option<&Arc<Article>> {
        self.articles.get(self.current)
    }
}

/// Everything the user has open. Cheap to clone: articles are shared.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Session {
    sources: Vec<Source>,
    shown: [Option<SourceId>; 2],
    next_id: u32,
    /// How everything is scored.
    pub settings: Settings,
    /// What the user says about passages of the two sources shown.
    choices: Vec<Choice>,
}

impl Session {
    /// Every open source, in the order they were opened.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source compared as `side`.
    pub fn source(&self, side: Side) -> Option<&Source> {
        let id = self.shown.get(side.index()).copied().flatten()?;
        self.sources.iter().find(|source| source.id == id)
    }

    /// The article read on `side`.
    pub fn article(&self, side: Side) -> Option<&Arc<Article>> {
        self.source(side)?.article()
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
    }

    /// Adds a source of `articles` without showing it; `None` for an empty list.
    pub fn keep(&mut self, name: &str, articles: Vec<Arc<Article>>) -> Option<SourceId> {
        if articles.is_empty() {
            return None;
        }
        let id = SourceId(self.next_id);
        self.next_id += 1;
        self.sources.push(Source {
            id,
            name: name.to_owned(),
            articles,
            current: 0,
        });
        Some(id)
    }

    /// Shows an open source as `side`. If it is shown on the other side, the two change places.
    pub fn show(&mut self, side: Side, id: SourceId) {
        if !self.sources.iter().any(|source| source.id == id) {
            return;
        }
        let before = self.source(side).map(|source| source.id);
        if self.source(side.other()).map(|source| source.id) == Some(id) {
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
                source.articles.extend(articles);
            }
            Some(_) => {}
            None => self.open(side, name, articles),
        }
    }

    /// Closes the source shown as `side`.
    pub fn close(&mut self, side: Side) {
        if let Some(id) = self.source(side).map(|source| source.id) {
            self.sources.retain(|source| source.id != id);
            for shown in &mut self.shown {
                if *shown == Some(id) {
                    *shown = None;
                }
            }
            self.choices.clear();
        }
    }

    /// Exchanges A and B.
    pub fn swap(&mut self) {
        self.shown.reverse();
        for choice in &mut self.choices {
            *choice = choice.swapped();
        }
    }

    /// What the user says about passages of the two sources shown; the last word on a pair counts.
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// Says that a passage of A and one of B belong together, or that they do not.
    pub fn choose(&mut self, a: PassageRef, b: PassageRef, together: bool) {
        self.choices.retain(|choice| (choice.a, choice.b) != (a, b));
        self.choices.push(Choice { a, b, together });
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
        let name = name.trim();
        if let Some(source) = self.source_mut(side)
            && !name.is_empty()
        {
            name.clone_into(&mut source.name);
        }
    }

    /// Counts a block that was set aside as text again, or sets it aside again.
    pub fn set_block_kind(&mut self, side: Side, block: usize, kind: BlockKind) {
        self.edit_article(side, |article| {
            if let Some(block) = article.blocks.get_mut(block) {
                block.kind = kind;
            }
        });
    }

    /// Corrects the headline of the article read on `side`; an empty text removes it.
    pub fn set_headline(&mut self, side: Side, text: &str) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.edit_article(side, |article| {
            if article
                .headline
                .as_ref()
                .is_some_and(|old| old.text == text)
            {
                return; // Not corrected: it stays what it was, a file name for instance.
            }
            article.headline = (!text.is_empty()).then_some(Headline {
                text,
                origin: HeadlineOrigin::User,
            });
        });
    }

    /// Corrects the outlet and the date of the article read on `side`; empty texts remove them.
    pub fn set_facts(&mut self, side: Side, outlet: &str, published: &str) {
        let kept = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        self.edit_article(side, |article| {
            article.outlet = kept(outlet);
            article.published = kept(published);
        });
    }

    /// Changes a copy of the article read on `side`: what was opened stays as it was for undo.
    fn edit_article(&mut self, side: Side, change: impl FnOnce(&mut Article)) {
        if let Some(source) = self.source_mut(side)
            && let Some(article) = source.articles.get_mut(source.current)
        {
            change(Arc::make_mut(article));
        }
    }

    fn set_shown(&mut self, side: Side, id: Option<SourceId>) {
        if let Some(shown) = self.shown.get_mut(side.index()) {
            *shown = id;
            // They named passages of the pair that was shown.
            self.choices.clear();
        }
    }

    fn source_mut(&mut self, side: Side) -> Option<&mut Source> {
        let id = self.shown.get(side.index()).copied().flatten()?;
        self.sources.iter_mut().find(|source| source.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::{Arc, Article, BlockKind, Session, Side};
    use crate::article::{Block, Origin};

    fn article(text: &str) -> Arc<Article> {
        Arc::new(Article {
            origin: Origin::default(),
            headline: None,
            byline: None,
            published: None,
            outlet: None,
            url: None,
            language: None,
            blocks: vec![Block {
                kind: BlockKind::Boilerplate,
                text: text.to_owned(),
                sentences: vec![],
                quotations: vec![],
                set_aside: Some("advertisement".to_owned()),
            }],
            warnings: vec![],
        })
    }

    fn two() -> Session {
        let mut session = Session::default();
        session.open(Side::A, "One", vec![article("a")]);
        session.open(Side::B, "Two", vec![article("b")]);
        session
    }

    #[test]
    fn opening_replaces_only_its_own_side() {
        let mut session = two();
        session.open(Side::A, "Three", vec![article("c")]);
        let names = Side::BOTH.map(|side| session.source(side).map(|s| s.name.clone()));
        assert_eq!(names, [Some("Three".into()), Some("Two".into())]);
        assert_eq!(session.sources().len(), 2);
    }

    #[test]
    fn swapping_twice_changes_nothing() {
        let mut session = two();
        session.swap();
        assert_eq!(
            session.source(Side::A).map(|s| s.name.as_str()),
            Some("Two")
        );
        session.swap();
        assert_eq!(session, two());
    }

    #[test]
    fn restoring_a_block_leaves_the_opened_article_alone() {
        let opened = article("a");
        let mut session = Session::default();
        session.open(Side::A, "One", vec![Arc::clone(&opened)]);
        session.set_block_kind(Side::A, 0, BlockKind::Paragraph);
        assert!(
            session
                .article(Side::A)
                .is_some_and(|a| a.scored_blocks().count() == 1)
        );
        assert_eq!(opened.scored_blocks().count(), 0);
    }

    #[test]
    fn nothing_to_open_changes_nothing() {
        let mut session = two();
        session.open(Side::A, "None", vec![]);
        session.add(Side::B, "None", vec![]);
        session.read_article(Side::A, 7);
        session.rename(Side::A, "  ");
        assert_eq!(session, two());
    }
}
