//! Finds the article among the blocks of a page: readability scoring first, then what it left out in
//! the middle of the article, then everything if it found nothing.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::align::{Aligned, align};
use super::missed;
use super::walk::{self, PageBlock};
use super::zones::Zones;
use crate::load::clean::words;

/// Marks the blocks of the article among all blocks of the page. `page` is the page without its
/// furniture.
pub(super) fn find(page: Document, all: Vec<PageBlock>) -> Aligned {
    match extract(page) {
        Some(article) => {
            let mut aligned = align(all, article);
            missed::restore(&mut aligned);
            aligned
        }
        None => everything(all),
    }
}

/// The article as the readability algorithm finds it.
fn extract(page: Document) -> Option<Vec<PageBlock>> {
    let config = Config {
        disable_json_ld: true,
        ..Config::default()
    };
    let article = Readability::with_document(page, None, Some(config))
        .ok()?
        .parse()
        .ok()?;
    let content = Document::fragment(&*article.content);
    let blocks = walk::blocks(&content.root(), &Zones::default());
    blocks
        .iter()
        .any(|block| words(&block.text) > 2)
        .then_some(blocks)
}

/// A page on which no article was found (a cut-off file, a very short piece): all of it but its
/// furniture.
fn everything(all: Vec<PageBlock>) -> Aligned {
    Aligned {
        chosen: all.iter().map(|block| block.zone.is_none()).collect(),
        blocks: all,
    }
}
