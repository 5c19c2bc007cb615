//! Where to look: every pattern is kept under one of its words, the one that fewest patterns share.

use rustc_hash::FxHashMap;

use super::list::{ListError, MOST_INNER};
use super::pattern::Part;

/// One pattern under its anchor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchored {
    /// Number of the pattern.
    pub(super) pattern: u32,
    /// Which of its words the anchor is.
    pub(super) at: u32,
}

/// Patterns by a literal word, beginning or end.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    words: FxHashMap<String, Vec<Anchored>>,
    beginnings: Literals,
    ends: Literals,
    /// Patterns whose every word with letters has them between stars.
    inner: Vec<Anchored>,
}

/// Patterns by a literal, and the lengths of all literals, in bytes.
#[derive(Debug, Default)]
struct Literals {
    patterns: FxHashMap<String, Vec<Anchored>>,
    lengths: Vec<usize>,
}

impl Literals {
    fn add(&mut self, literal: &str, anchored: Anchored) {
        if let Err(place) = self.lengths.binary_search(&literal.len()) {
            self.lengths.insert(place, literal.len());
        }
        self.patterns
            .entry(literal.to_owned())
            .or_default()
            .push(anchored);
    }

    fn visit<'w>(&self, cut: impl Fn(usize) -> Option<&'w str>, mut see: impl FnMut(Anchored)) {
        for &length in &self.lengths {
            let Some(literal) = cut(length) else { continue };
            let found = self.patterns.get(literal);
            found.into_iter().flatten().for_each(|one| see(*one));
        }
    }
}

impl Anchors {
    /// Files `patterns`, each the words of one entry.
    pub(super) fn of(patterns: &[Vec<Part>]) -> Result<Self, ListError> {
        let mut shared: FxHashMap<&str, usize> = FxHashMap::default();
        for part in patterns.iter().flatten() {
            if let Part::Word(word) = part {
                *shared.entry(word).or_default() += 1;
            }
        }
        let mut anchors = Self::default();
        for (number, parts) in (0..).zip(patterns) {
            let literal = |(at, part): &(u32, &Part)| match part {
                Part::Word(word) => Some((shared.get(word.as_str()).copied(), *at)),
                _ => None,
            };
            let rarest = (0..).zip(parts).filter_map(|one| literal(&one)).min();
            if let Some((_, at)) = rarest {
                let anchored = Anchored {
                    pattern: number,
                    at,
                };
                if let Some(Part::Word(word)) = parts.get(at as usize) {
                    anchors
                        .words
                        .entry(word.clone())
                        .or_default()
                        .push(anchored);
                }
                continue;
            }
            anchors.add_glob(number, parts)?;
        }
        Ok(anchors)
    }

    /// Files a pattern without a literal word under the longest end of a word in it.
    fn add_glob(&mut self, number: u32, parts: &[Part]) -> Result<(), ListError> {
        let ends = (0..).zip(parts).filter_map(|(at, part)| match part {
            Part::Glob(pieces) => Some((at, pieces.first()?.as_str(), pieces.last()?.as_str())),
            _ => None,
        });
        let Some((at, first, last)) =
            ends.max_by_key(|(_, first, last)| first.len().max(last.len()))
        else {
            return Ok(());
        };
        let anchored = Anchored {
            pattern: number,
            at,
        };
        if first.is_empty() && last.is_empty() {
            self.inner.push(anchored);
            if self.inner.len() > MOST_INNER {
                return Err(ListError::TooManyInner);
            }
        } else if first.len() >= last.len() {
            self.beginnings.add(first, anchored);
        } else {
            self.ends.add(last, anchored);
        }
        Ok(())
    }

    /// Calls `see` for every pattern that `word` may be the anchor of.
    pub(super) fn visit(&self, word: &str, mut see: impl FnMut(Anchored)) {
        let known = self.words.get(word);
        known.into_iter().flatten().for_each(|one| see(*one));
        self.beginnings.visit(|length| word.get(..length), &mut see);
        let from = |length| word.len().checked_sub(length);
        self.ends
            .visit(|length| word.get(from(length)?..), &mut see);
        self.inner.iter().for_each(|one| see(*one));
    }
}
