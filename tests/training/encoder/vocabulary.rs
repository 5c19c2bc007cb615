//! Which pieces are kept: special ones and single characters, then those that news texts use most, then the
//! commonest (the published list is in order of frequency from the letters on).

use std::path::Path;

use parallax::encoder::Vocabulary;

use crate::support::table::{self, field};

/// Pieces that stand for what is no word.
const SPECIAL: [&str; 4] = ["[CLS]", "[SEP]", "[UNK]", "[MASK]"];

/// Tables below the data's folder whose texts are counted, all of them free to learn from.
const TABLES: [(&str, &str); 4] = [
    ("wording/newsmtsc.dev.tsv", "text"),
    ("wording/newssd_eng.dev.tsv", "text"),
    ("headlines/webis17_posts.dev.tsv", "headline"),
    ("headlines/webis17_titles.dev.tsv", "headline"),
];

/// The rows of `vocabulary` to keep, in order: at most `most`.
pub(crate) fn choose(vocabulary: &str, data: &Path, most: usize) -> anyhow::Result<Vec<usize>> {
    let all: Vec<&str> = vocabulary.lines().collect();
    let mut counts = vec![0_usize; all.len()];
    let (mut seen, mut missed) = (0_usize, 0_usize);
    let reader = Vocabulary::read(vocabulary).ok_or_else(|| anyhow::anyhow!("no vocabulary"))?;
    for (file, column) in TABLES {
        for row in table::read(&data.join(file))? {
            for piece in reader.pieces(field(&row, column), &[]) {
                counts[usize::try_from(piece.id)?] += 1;
                seen += 1;
            }
        }
    }
    let mut ranked: Vec<usize> = (0..all.len())
        .filter(|&at| !all[at].starts_with("[unused"))
        .collect();
    ranked.sort_by_key(|&at| {
        let always = SPECIAL.contains(&all[at]) || is_single(all[at]);
        (std::cmp::Reverse(always), std::cmp::Reverse(counts[at]), at)
    });
    for &at in ranked.iter().skip(most) {
        missed += counts[at];
    }
    ranked.truncate(most);
    ranked.sort_unstable();
    println!(
        "{} of {} pieces kept; {missed} of {seen} pieces of the texts are cut smaller",
        ranked.len(),
        all.len()
    );
    Ok(ranked)
}

/// A letter, digit or mark of Latin writing, alone or inside a word.
fn is_single(piece: &str) -> bool {
    let mut letters = piece.strip_prefix("##").unwrap_or(piece).chars();
    let (first, rest) = (letters.next(), letters.next());
    rest.is_none()
        && first.is_some_and(|letter| (letter as u32) < 0x250 || ('‐'..='⁞').contains(&letter))
}
