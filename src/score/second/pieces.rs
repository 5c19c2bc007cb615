//! A text cut to what the encoder can hold. Most sentences are one stretch; a longer one is cut where the
//! sense allows, and of one without end only the beginning is read.

use crate::encoder::{Encoder, LONGEST, Piece};

/// The pieces of one stretch, beside the marks of its beginning and end.
const STRETCH: usize = LONGEST - 2;
/// The most stretches that are read of one text: some seven hundred words.
const MOST: usize = 8;

/// A text in stretches.
#[derive(Debug)]
pub(super) struct Stretches {
    /// Each of at least one piece.
    pub(super) pieces: Vec<Vec<Piece>>,
    /// The byte where reading ended; `None` if it was read to its end.
    pub(super) read_to: Option<usize>,
}

impl Stretches {
    /// How many states its stretches have, those of beginnings and ends included.
    pub(super) fn states(&self) -> usize {
        self.pieces.iter().map(|pieces| pieces.len() + 2).sum()
    }

    /// `text` without its `names`; `None` if it holds nothing that the encoder can read.
    pub(super) fn of(encoder: &Encoder, text: &str, names: &[(usize, usize)]) -> Option<Self> {
        let all = encoder.pieces(text, names);
        if !is_readable(text, &all, names) {
            return None;
        }
        let mut pieces = Vec::new();
        let mut rest = all.as_slice();
        while !rest.is_empty() && pieces.len() < MOST {
            let (stretch, after) = rest.split_at(cut(text, rest));
            pieces.push(stretch.to_vec());
            rest = after;
        }
        let read_to = rest.first().map(|piece| piece.start);
        Some(Self { pieces, read_to })
    }
}

/// The pieces around the mention at the bytes `from..to`, as many as one stretch holds, and which of them
/// are the mention's.
pub(super) fn around(all: &[Piece], from: usize, to: usize) -> Option<(&[Piece], usize, usize)> {
    let first = all
        .iter()
        .position(|piece| piece.start < to && piece.end > from)?;
    let rest = all.get(first..).unwrap_or_default();
    let count = rest
        .iter()
        .take_while(|piece| piece.start < to)
        .count()
        .max(1);
    let begin = first.saturating_sub(STRETCH / 2);
    let begin = begin.min(all.len().saturating_sub(STRETCH));
    let end = (begin + STRETCH).min(all.len());
    let stretch = all.get(begin..end)?;
    Some((stretch, first - begin, (first + count).min(end) - begin))
}

/// A text with so many words or more …
const JUDGED_WORDS: usize = 10;
/// … whose words fall into more pieces than this on average is in another language: of English sentences of
/// the news 2 in 1,000 do, and the vocabulary knows no other language.
const PIECES_OF_A_WORD: f64 = 1.6;

/// Whether enough of the text is in words the encoder knows: not emoji, not another writing or language.
fn is_readable(text: &str, pieces: &[Piece], names: &[(usize, usize)]) -> bool {
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    let other = letters().filter(|letter| *letter > '\u{24f}').count();
    let is_word = |piece: &&Piece| {
        let word = text.get(piece.start..piece.end).unwrap_or_default();
        word.contains(char::is_alphabetic) && !names.contains(&(piece.start, piece.end))
    };
    let own: Vec<usize> = pieces
        .iter()
        .filter(is_word)
        .map(|piece| piece.start)
        .collect();
    let words = own.chunk_by(|one, next| one == next).count();
    let foreign = words >= JUDGED_WORDS && own.len() as f64 > PIECES_OF_A_WORD * words as f64;
    !pieces.is_empty() && letters().count() > 2 * other && !foreign
}

/// How many of `pieces` make the next stretch: all if they fit, or as many as end where a clause or at
/// least a word does.
fn cut(text: &str, pieces: &[Piece]) -> usize {
    if pieces.len() <= STRETCH {
        return pieces.len();
    }
    let last = |marks: &[&str]| {
        let ends = |at: &usize| {
            let mark = pieces
                .get(at - 1)
                .and_then(|piece| text.get(piece.start..piece.end));
            mark.is_some_and(|mark| marks.contains(&mark))
        };
        (STRETCH / 2..=STRETCH).rev().find(ends)
    };
    let word = || {
        let ends = |at: &usize| {
            pieces.get(at - 1).map(|piece| piece.end) != pieces.get(*at).map(|piece| piece.end)
        };
        (1..=STRETCH).rev().find(ends)
    };
    last(&[".", "!", "?", ";", ":", "—", "–"])
        .or_else(|| last(&[","]))
        .or_else(word)
        .unwrap_or(STRETCH)
}
