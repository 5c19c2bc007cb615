//! The lists under `assets/loading` that several rooms of loading ask, each for its sections.

use std::collections::HashSet;

use crate::assets::{Asset, asset};

/// Words by which loading tells one thing from another.
pub(super) const WORDS: Asset = asset!("loading/words.txt");
/// What web pages call things.
pub(super) const PAGES: Asset = asset!("loading/pages.txt");

/// Words to look up; asked for every element of a page, so hashed fast.
pub(super) type WordSet<T = &'static str> = HashSet<T, foldhash::fast::FixedState>;

/// The words of one section of a list, in their order.
pub(super) fn words(asset: Asset, section: &str) -> impl Iterator<Item = &'static str> {
    let words = asset.words().flatten();
    words
        .filter(move |word| word.section == section)
        .map(|word| word.text)
}

/// The whole lines of one section of a list, in their order.
pub(super) fn lines(asset: Asset, section: &str) -> impl Iterator<Item = &'static str> {
    let lines = asset.lines().flatten();
    lines
        .filter(move |line| line.section == section)
        .map(|line| line.text)
}

/// Reads every list of the room, for the test of the assets.
#[cfg(test)]
pub(super) fn read() -> Result<(), crate::assets::NotUnderstood> {
    WORDS.lists::<Vec<_>, 10>([
        "english",
        "compounding",
        "syllable",
        "link",
        "compounded",
        "role",
        "degree",
        "agency",
        "office account",
        "menu",
    ])?;
    PAGES.lists::<Vec<_>, 20>([
        "block",
        "skipped",
        "text",
        "formatting",
        "consent",
        "promotion",
        "advertisement",
        "button",
        "comments",
        "author note",
        "navigation",
        "structure",
        "asks consent",
        "unlikely",
        "modified tags",
        "other dates",
        "author tags",
        "date tags",
        "site tags",
        "about others",
    ])?;
    Ok(())
}
