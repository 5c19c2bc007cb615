//! What the user corrects of articles: what counts as text, headline, outlet and date. What was opened stays as it
//! was for undo.

use std::path::Path;
use std::sync::Arc;

use super::Session;
use crate::article::{Article, BlockKind, Headline, HeadlineOrigin, Place, Side};

impl Session {
    /// Counts a block that was set aside as text again, or sets it aside again.
    pub fn set_block_kind(&mut self, at: Place, kind: BlockKind) {
        self.edit_article(at.side, Some(at.article), |article| {
            let block = at.block_index();
            if let Some(block) = block.and_then(|block| article.blocks.get_mut(block)) {
                block.kind = kind;
            }
        });
    }

    /// Takes all text of the article read on `side` that was set aside as page furniture. How many paragraphs
    /// are counted that were not before.
    pub fn take_all(&mut self, side: Side) -> usize {
        let mut taken = 0;
        self.edit_article(side, None, |article| taken = article.take_all());
        taken
    }

    /// The same for every article that was read from one file.
    pub fn take_all_of(&mut self, path: &Path) -> usize {
        let mut taken = 0;
        for article in self
            .sources
            .iter_mut()
            .flat_map(|source| Arc::make_mut(&mut source.articles))
        {
            if article.origin.path.as_deref() == Some(path) {
                taken += Arc::make_mut(article).take_all();
            }
        }
        taken
    }

    /// Corrects the headline of the article read on `side`; an empty text removes it.
    pub fn set_headline(&mut self, side: Side, text: &str) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.edit_article(side, None, |article| {
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
        self.edit_article(side, None, |article| {
            article.outlet = kept(outlet);
            article.published = kept(published);
        });
    }

    /// Changes a copy of an article, by default of the one read on `side`: what was opened stays as it
    /// was for undo.
    fn edit_article(
        &mut self,
        side: Side,
        article: Option<usize>,
        change: impl FnOnce(&mut Article),
    ) {
        if let Some(source) = self.source_mut(side)
            && let at = article.unwrap_or(source.current)
            && let Some(article) = Arc::make_mut(&mut source.articles).get_mut(at)
        {
            change(Arc::make_mut(article));
        }
    }
}
