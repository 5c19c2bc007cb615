//! What the user corrected in an article, told apart from the article.

use serde::{Deserialize, Serialize};

use crate::article::{Article, BlockKind, Headline, HeadlineOrigin};

/// How many characters of a block say which one is meant.
const BEGINNING: usize = 40;

/// One fact that the user changed. `to` is `None` where it was removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Correction {
    Headline {
        to: Option<String>,
    },
    Outlet {
        to: Option<String>,
    },
    Published {
        to: Option<String>,
    },
    Block {
        /// Its position in the article.
        at: usize,
        /// How its text begins.
        begins: String,
        kind: BlockKind,
    },
}

/// What has to be done to `opened` to make it `corrected`.
pub(super) fn corrections(opened: &Article, corrected: &Article) -> Vec<Correction> {
    let mut found = Vec::new();
    if opened.headline != corrected.headline {
        let headline = corrected.headline.as_ref();
        let to = headline.map(|headline| headline.text.clone());
        found.push(Correction::Headline { to });
    }
    if opened.outlet != corrected.outlet {
        let to = corrected.outlet.clone();
        found.push(Correction::Outlet { to });
    }
    if opened.published != corrected.published {
        let to = corrected.published.clone();
        found.push(Correction::Published { to });
    }
    let blocks = opened.blocks.iter().zip(&corrected.blocks).enumerate();
    for (at, (before, now)) in blocks.filter(|(_, (before, now))| before.kind != now.kind) {
        found.push(Correction::Block {
            at,
            begins: before.text.chars().take(BEGINNING).collect(),
            kind: now.kind,
        });
    }
    found
}

/// Corrects `article`; false where a correction means a block that is not there any more.
pub(super) fn apply(correction: Correction, article: &mut Article) -> bool {
    match correction {
        Correction::Headline { to } => {
            article.headline = to.map(|text| Headline {
                text,
                origin: HeadlineOrigin::User,
            });
        }
        Correction::Outlet { to } => article.outlet = to,
        Correction::Published { to } => article.published = to,
        Correction::Block { at, begins, kind } => {
            let block = article.blocks.get_mut(at);
            let Some(block) = block.filter(|block| block.text.starts_with(&begins)) else {
                return false;
            };
            block.kind = kind;
        }
    }
    true
}
