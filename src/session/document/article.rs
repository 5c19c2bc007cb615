//! An article in a document: its text, or the file it is read from.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::file_path;
use crate::article::{
    Article, Block, BlockKind, FurtherFields, Headline, Origin, quotations, sentences,
};

/// The longest text of one block, in bytes: far above what any reader of files makes.
const LONGEST_BLOCK: usize = 1 << 20;

/// An article's text and facts, as they were before the user corrected them.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SavedText {
    name: String,
    format: String,
    encoding: String,
    sha256: String,
    /// Its file, if it lies below the document's folder: a document that is passed on names no other. In a
    /// recovery copy, which is not passed on, wherever it lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    headline: Option<Headline>,
    byline: Option<String>,
    published: Option<String>,
    outlet: Option<String>,
    url: Option<String>,
    language: Option<String>,
    #[serde(default, skip_serializing_if = "FurtherFields::is_empty")]
    fields: FurtherFields,
    blocks: Vec<SavedBlock>,
    #[serde(default)]
    warnings: Vec<String>,
    /// Its position in its file, and what its record is called there.
    #[serde(default, skip_serializing_if = "is_first")]
    position: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
const fn is_first(position: &usize) -> bool {
    *position == 0
}

#[derive(Debug, Serialize, Deserialize)]
struct SavedBlock {
    kind: BlockKind,
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    set_aside: Option<String>,
}

impl SavedText {
    /// `article` for a document in `folder`, or for a recovery copy if it is `private`.
    pub(super) fn of(article: &Article, folder: &Path, private: bool) -> Self {
        let told = |path: PathBuf| {
            if private {
                file_path::whole(&path)
            } else {
                file_path::below(&path, folder)
            }
        };
        let origin = article.origin.clone();
        let block = |block: &Block| SavedBlock {
            kind: block.kind,
            text: block.text.clone(),
            set_aside: block.set_aside.clone(),
        };
        Self {
            name: origin.name,
            format: origin.format,
            encoding: origin.encoding,
            sha256: origin.sha256,
            position: origin.position,
            id: origin.id,
            path: origin.path.and_then(told),
            headline: article.headline.clone(),
            byline: article.byline.clone(),
            published: article.published.clone(),
            outlet: article.outlet.clone(),
            url: article.url.clone(),
            language: article.language.clone(),
            fields: article.fields.clone(),
            blocks: article.blocks.iter().map(block).collect(),
            warnings: article.warnings.clone(),
        }
    }

    /// The article; what is wrong with it, in words, if it cannot be one.
    pub(super) fn into_article(self, folder: &Path) -> Result<Article, &'static str> {
        if self.blocks.iter().any(|b| b.text.len() > LONGEST_BLOCK) {
            return Err("a paragraph is longer than any that Parallax saves");
        }
        let block = |block: SavedBlock| Block {
            kind: block.kind,
            sentences: sentences(&block.text),
            quotations: quotations(&block.text),
            text: block.text,
            set_aside: block.set_aside,
        };
        Ok(Article {
            origin: Origin {
                path: self.path.map(|path| file_path::resolve(&path, folder)),
                name: self.name,
                format: self.format,
                encoding: self.encoding,
                sha256: self.sha256,
                position: self.position,
                id: self.id,
            },
            headline: self.headline,
            byline: self.byline,
            published: self.published,
            outlet: self.outlet,
            url: self.url,
            language: self.language,
            fields: self.fields,
            blocks: self.blocks.into_iter().map(block).collect(),
            warnings: self.warnings,
        })
    }
}

/// The file an article is read from.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct TextFile {
    /// From the document's folder, with `/`, where both share a folder; else absolute.
    pub(super) path: String,
    /// Of its bytes, in hexadecimal.
    pub(super) sha256: String,
    /// The article's name: tells it from others in the same file.
    pub(super) name: String,
    /// SHA-256 of the texts of its blocks: tells whether it is read as it was.
    pub(super) text_sha256: String,
}

impl TextFile {
    /// The file of `article` for a document in `folder`; `None` if it has none that could be found
    /// again.
    pub(super) fn of(article: &Article, folder: &Path) -> Option<Self> {
        let origin = &article.origin;
        (!origin.sha256.is_empty()).then_some(())?;
        Some(Self {
            path: file_path::relative(origin.path.as_ref()?, folder)?,
            sha256: origin.sha256.clone(),
            name: origin.name.clone(),
            text_sha256: text_sha256(article),
        })
    }
}

/// SHA-256 of the texts of an article's blocks, a line each, in hexadecimal.
pub(super) fn text_sha256(article: &Article) -> String {
    let mut hash = Sha256::new();
    for block in &article.blocks {
        hash.update(&block.text);
        hash.update("\n");
    }
    format!("{:x}", hash.finalize())
}
