//! What the second reader said of an article, in a document: good for the same text and the same reader.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::article::Article;
use crate::score::second::{Said, fingerprint};

/// What the second reader said of articles.
#[derive(Debug, Clone, Default)]
pub struct Readings(BTreeMap<usize, (Arc<Article>, Arc<Said>)>);

impl FromIterator<(Arc<Article>, Arc<Said>)> for Readings {
    fn from_iter<I: IntoIterator<Item = (Arc<Article>, Arc<Said>)>>(all: I) -> Self {
        let all = all.into_iter();
        Self(all.map(|one| (Arc::as_ptr(&one.0).addr(), one)).collect())
    }
}

impl Readings {
    fn of(&self, article: &Arc<Article>) -> Option<&Arc<Said>> {
        let (_, said) = self.0.get(&Arc::as_ptr(article).addr())?;
        Some(said)
    }
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SavedReading {
    /// The reader, by what it is made of.
    reader: String,
    /// SHA-256 of all that was read.
    text_sha256: String,
    /// What it said; what another version wrote is not understood, and read again.
    said: Value,
}

impl SavedReading {
    /// What is known of `article`.
    pub(super) fn of(article: &Arc<Article>, readings: &Readings) -> Option<Self> {
        let said = readings.of(article)?;
        Some(Self {
            reader: fingerprint()?.to_owned(),
            text_sha256: text_sha256(article),
            said: serde_json::to_value(&**said).ok()?,
        })
    }

    /// What was said, if it was said of this article by this reader.
    pub(super) fn into_said(self, article: &Article) -> Option<Arc<Said>> {
        let is_same =
            fingerprint() == Some(self.reader.as_str()) && text_sha256(article) == self.text_sha256;
        let said = is_same.then(|| serde_json::from_value(self.said).ok());
        said.flatten().map(Arc::new)
    }
}

/// SHA-256 of the headline and of the scored blocks with their positions.
fn text_sha256(article: &Article) -> String {
    let mut hash = Sha256::new();
    if let Some(headline) = &article.headline {
        hash.update(&headline.text);
    }
    for (at, block) in article.scored_blocks() {
        hash.update(format!("\n{at} "));
        hash.update(&block.text);
    }
    format!("{:x}", hash.finalize())
}
