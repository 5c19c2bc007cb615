//! Why a document did not open, or not all of it, and what to do.

use std::path::PathBuf;

use super::{LAYOUT, MOST_BYTES};
use crate::score::lists::ListError;

/// How much of a foreign text a message repeats, in characters.
const REPEATED: usize = 120;

/// Why a document was not opened or written. The file is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// It is something else.
    #[error("this is not a Parallax document; to read it as an article, open it as a text")]
    NotADocument,
    /// Its end is missing.
    #[error(
        "the document is empty or cut off: its end is missing. It was not changed; take an earlier copy \
         of it, or the recovery copy"
    )]
    CutOff,
    /// It was saved by a later version.
    #[error(
        "the document was saved by a newer Parallax ({version}, layout {layout}; this one reads layout \
         {LAYOUT}). Update Parallax to open it; it was not changed"
    )]
    Newer {
        /// The version that saved it.
        version: String,
        /// The version of its layout.
        layout: u64,
    },
    /// It says that it is something else.
    #[error("this file calls itself “{found}”, which is not a Parallax document")]
    OtherSchema {
        /// What it says.
        found: String,
    },
    /// It holds what no Parallax writes.
    #[error(
        "the document is damaged ({what}). It was not changed; take an earlier copy of it, or the \
         recovery copy"
    )]
    Damaged {
        /// What is wrong, and where.
        what: String,
    },
    /// It is too large, in either direction.
    #[error(
        "the document is larger than {} MB, the most Parallax opens; save fewer articles, or refer to \
         their files instead of embedding them",
        MOST_BYTES / (1024 * 1024)
    )]
    TooLarge,
}

impl DocumentError {
    pub(super) fn damaged(what: &impl ToString) -> Self {
        Self::Damaged {
            what: shortened(&what.to_string()),
        }
    }
}

/// A text from outside as a message may repeat it.
pub(super) fn shortened(text: &str) -> String {
    let mut characters = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut out: String = characters.by_ref().take(REPEATED).collect();
    if characters.next().is_some() {
        out.push('…');
    }
    out
}

/// What of a document did not open as it was saved. The rest did.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The file is not there or cannot be read; the article was left out.
    #[error(
        "“{name}” was left out: {} could not be read ({reason}). Put the file back and open the document \
         again",
        path.display()
    )]
    Missing {
        /// The article.
        name: String,
        /// Where it was looked for.
        path: PathBuf,
        /// Why it could not be read.
        reason: String,
    },
    /// The file holds something else now; the article was left out.
    #[error(
        "“{name}” was left out: {} has changed since the document was saved. Bring its earlier version \
         back and open the document again, or open the file itself to read what it holds now",
        path.display()
    )]
    Changed {
        /// The article.
        name: String,
        /// Its file.
        path: PathBuf,
    },
    /// The file is the same but gives no such article now; it was left out.
    #[error(
        "“{name}” was left out: this Parallax no longer finds it in {}. Open the file itself",
        path.display()
    )]
    NotFound {
        /// The article.
        name: String,
        /// Its file.
        path: PathBuf,
    },
    /// The file is the same but is read in another way now; the article is open.
    #[error(
        "“{name}”: {} is read differently from when the document was saved, perhaps in another encoding. \
         Check its paragraphs and matches",
        path.display()
    )]
    ReadDifferently {
        /// The article.
        name: String,
        /// Its file.
        path: PathBuf,
    },
    /// The word lists cannot be used; they were left out.
    #[error("the word lists in it were left out: {why}. Open them again from their files")]
    Lists {
        /// Why not.
        why: ListError,
    },
    /// A paragraph that the user dropped or restored is not where it was; the article is open.
    #[error(
        "“{name}”: a paragraph that was dropped or restored is not there any more. Check the article"
    )]
    LostCorrection {
        /// The article.
        name: String,
    },
}
