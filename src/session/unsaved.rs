//! What would be lost if a session were closed now, in words.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use super::arrangement::Arrangement;
use super::{Session, Source};
use crate::article::Article;
use crate::compare::Options;
use crate::load::{Input, ReadOptions};
use crate::score::Settings;
use crate::text::counted;

/// The texts that the program brings with it: they can be opened again.
const BUNDLED: [&str; 2] = [
    include_str!("../../assets/samples/ellery-ledger.md"),
    include_str!("../../assets/samples/quayside-star.md"),
];

/// What the user has done beyond opening files and looking.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Work {
    /// Names of sources with articles that stand in no file: typed or pasted.
    pub pasted: Vec<String>,
    /// Articles whose text, headline or facts were corrected.
    pub corrected: usize,
    /// Sources that were given another name.
    pub renamed: usize,
    /// Whether sources were moved, exchanged or chosen for comparing.
    pub arranged: bool,
    /// Passages that were said to belong together.
    pub matched: usize,
    /// Passages that were said not to.
    pub rejected: usize,
    /// Stories that were merged, split or rejected.
    pub stories: usize,
    /// Things added to the report.
    pub added: usize,
    /// Words of notes for the report.
    pub noted: usize,
    /// People and bodies quoted that something was said of, and columns added for it.
    pub audited: usize,
    /// Words that are left out of tone.
    pub excluded: usize,
    /// Words of a draft.
    pub drafted: usize,
    /// Units that were coded.
    pub coded: usize,
    /// Word lists of the user's own.
    pub lists: usize,
    /// Whether anything else about scoring or chance is not as it is at the start.
    pub settings: bool,
    /// Whether it was opened from a recovery copy: it stands in no other file.
    pub recovered: bool,
}

impl Work {
    /// Whether there is none.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// What there is, a phrase each: "2 matches you chose".
    pub fn phrases(&self) -> Vec<String> {
        let some = |count: usize, noun: &str, tail: &str| {
            (count > 0).then(|| format!("{}{tail}", counted(count, noun)))
        };
        let pasted = (!self.pasted.is_empty())
            .then(|| format!("text that is in no file: {}", self.pasted.join(", ")));
        let phrases = [
            pasted,
            some(self.corrected, "article", " you corrected"),
            some(self.renamed, "source", " you renamed"),
            (self.arranged).then(|| "which sources you compare, and their order".to_owned()),
            some(self.matched, "match", " you chose"),
            some(self.rejected, "match", " you rejected"),
            some(self.stories, "change", " to stories"),
            some(self.added, "thing", " you added to the report"),
            some(self.noted, "word", " of your notes"),
            some(self.audited, "note", " on who is quoted"),
            some(self.excluded, "word", " you left out of tone"),
            some(self.drafted, "word", " of a draft"),
            some(self.coded, "unit", " that were drawn or coded"),
            some(self.lists, "word list", " of your own"),
            (self.settings).then(|| "how articles are scored".to_owned()),
            (self.recovered).then(|| "unsaved work of before".to_owned()),
        ];
        phrases.into_iter().flatten().collect()
    }
}

impl Session {
    /// What the user has done beyond opening files and looking.
    pub fn work(&self) -> Work {
        let corrected = |source: &Source| {
            let pairs = source.articles.iter().zip(source.opened.iter());
            pairs.filter(|(now, then)| !Arc::ptr_eq(now, then)).count()
        };
        let pasted = |source: &&Source| source.opened.iter().any(|article| is_pasted(article));
        let names: BTreeSet<&str> = (self.sources.iter().filter(pasted))
            .map(|source| source.name.as_str())
            .collect();
        let choices = || self.pairs.iter().flat_map(|(_, choices)| choices);
        let usual = Settings::default();
        let scored = Settings {
            excluded: usual.excluded.clone(),
            ..self.settings.clone()
        };
        Work {
            pasted: names.into_iter().map(str::to_owned).collect(),
            corrected: self.sources.iter().map(corrected).sum(),
            renamed: (self.sources.iter())
                .filter(|source| source.name != source.opened_name)
                .count(),
            arranged: self.arrangement() != self.arranged.0,
            matched: choices().filter(|choice| choice.together).count(),
            rejected: choices().filter(|choice| !choice.together).count(),
            stories: self.stories.len(),
            added: self.collected.iter().count(),
            noted: self.notes.split_whitespace().count(),
            audited: self.source_notes.work(),
            excluded: self.settings.excluded.words().count(),
            drafted: (self.draft.text.split_whitespace())
                .chain(self.draft.headlines.split_whitespace())
                .count(),
            coded: self.study.as_ref().map_or(0, |study| study.units.len()),
            lists: self.lists.lists().len(),
            settings: scored != usual || self.seed != Options::default().seed,
            recovered: self.continues.is_some(),
        }
    }

    /// Whether it is as opening files made it: nothing was done, and nothing but the first of what was
    /// opened has been looked at.
    pub fn is_as_opened(&self) -> bool {
        self.sources.iter().all(|source| source.current == 0) && self.work().is_none()
    }

    pub(super) fn arrangement(&self) -> Arrangement {
        Arrangement {
            order: self.sources.iter().map(|source| source.id).collect(),
            shown: self.shown,
        }
    }
}

/// Whether an article came from no file and not with the program.
fn is_pasted(article: &Article) -> bool {
    static BUNDLED_HASHES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let hash = |text: &&str| {
            Input::from_bytes("", text.as_bytes().to_vec(), &ReadOptions::default()).sha256
        };
        BUNDLED.iter().map(hash).collect()
    });
    article.origin.path.is_none() && !BUNDLED_HASHES.contains(&article.origin.sha256)
}
