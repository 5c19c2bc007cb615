//! The word and emoji tables of VADER: for the tone, and for whatever else asks what a word is worth.

use crate::assets::{NotUnderstood, asset};

/// The words and emoticons of the lexicon in lower case with their valence, −4 to +4, in the order of the file.
pub(super) fn lexicon() -> Result<Vec<(&'static str, f64)>, NotUnderstood> {
    let rows = asset!("vader/lexicon.tsv").rows();
    rows.map(|row| {
        let (row, [valence, word]) = row?;
        Ok((word, row.number(valence)?))
    })
    .collect()
}

/// The emoji of one code point with the words they are read as, by code point.
pub(super) fn emoji() -> Result<Vec<(char, &'static str)>, NotUnderstood> {
    let rows = asset!("vader/emoji.tsv").rows();
    rows.map(|row| {
        let (row, [emoji, words]) = row?;
        let mut points = emoji.chars();
        match (points.next(), points.next()) {
            (Some(point), None) => Ok((point, words)),
            _ => Err(row.fault("not one code point")),
        }
    })
    .collect()
}
