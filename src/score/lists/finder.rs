//! Any number of lists, found in one pass.

use super::anchors::Anchors;
use super::list::{ListEntry, ListError, WordList};
use super::pattern::{Part, normal, parts};
use crate::article::{Span, TokenKind, tokens};
use crate::text::trimmed;

/// Lists made ready to be looked for.
#[derive(Debug, Default)]
pub struct ListFinder {
    lists: Vec<WordList>,
    patterns: Vec<Vec<Part>>,
    /// List and entry of each pattern.
    entries: Vec<(usize, usize)>,
    anchors: Anchors,
}

/// One entry found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ListHit<'l> {
    /// Where it stands.
    pub span: Span,
    /// The list it is of.
    pub list: &'l WordList,
    /// The entry.
    pub entry: &'l ListEntry,
}

impl ListHit<'_> {
    /// Why it was found: the entry, its list and category, its value and what the user notes.
    pub fn in_words(&self) -> String {
        let value = self.entry.value;
        let value = value.map(|value| format!(" ({})", trimmed(value, 2)));
        let note = self.entry.note.as_ref().map(|note| format!(": {note}"));
        format!(
            "“{}” of the list “{}”, {}{}{}",
            self.entry.pattern,
            self.list.name,
            self.entry.category,
            value.unwrap_or_default(),
            note.unwrap_or_default()
        )
    }
}

impl ListFinder {
    /// Makes `lists` ready; `Err` where an entry would match every word, or too many can only be found by
    /// trying each.
    pub fn new(lists: Vec<WordList>) -> Result<Self, ListError> {
        let mut patterns = Vec::new();
        let mut entries = Vec::new();
        for (at, list) in lists.iter().enumerate() {
            for (place, entry) in list.entries.iter().enumerate() {
                let parts = parts(&entry.pattern);
                if parts.iter().all(|part| *part == Part::Any) {
                    return Err(ListError::MatchesEverything(entry.pattern.clone()));
                }
                patterns.push(parts);
                entries.push((at, place));
            }
        }
        let anchors = Anchors::of(&patterns)?;
        Ok(Self {
            lists,
            patterns,
            entries,
            anchors,
        })
    }

    /// The lists.
    pub fn lists(&self) -> &[WordList] {
        &self.lists
    }

    /// Every entry found in `text` outside `quotations`, in order: at each place the longest of a category,
    /// which overlap none of their own category.
    pub fn find(&self, text: &str, quotations: &[Span]) -> Vec<ListHit<'_>> {
        if self.patterns.is_empty() {
            return Vec::new();
        }
        let words: Vec<(Span, String)> = tokens(text)
            .map(|token| match token.kind {
                TokenKind::Mark => (token.span, String::new()),
                _ => (token.span, normal(token.span.of(text))),
            })
            .collect();
        let mut found = Vec::new();
        for (at, (_, word)) in words.iter().enumerate() {
            let see = |pattern: u32, anchor: u32| self.fits(&words, at, pattern, anchor);
            // No word is looked for in a mark.
            if word.is_empty() {
                continue;
            }
            self.anchors
                .visit(word, |one| found.extend(see(one.pattern, one.at)));
            if let Some(owner) = owner(word) {
                self.anchors
                    .visit(owner, |one| found.extend(see(one.pattern, one.at)));
            }
        }
        let quoted = |span: Span| {
            let after = quotations.partition_point(|quote| quote.end <= span.start);
            quotations
                .get(after)
                .is_some_and(|quote| quote.start < span.end)
        };
        found.retain(|hit| !quoted(hit.span));
        longest(found)
    }

    /// The hit of a pattern whose word number `anchor` is the word at `at`.
    fn fits(
        &self,
        words: &[(Span, String)],
        at: usize,
        pattern: u32,
        anchor: u32,
    ) -> Option<ListHit<'_>> {
        let parts = self.patterns.get(pattern as usize)?;
        let from = at.checked_sub(anchor as usize)?;
        let stretch = words.get(from..from + parts.len())?;
        let fits = |((_, word), part): (&(Span, String), &Part)| {
            let is_owner = || owner(word).is_some_and(|owner| part.fits(owner));
            !word.is_empty() && (part.fits(word) || is_owner())
        };
        if !stretch.iter().zip(parts).all(fits) {
            return None;
        }
        let (list, entry) = *self.entries.get(pattern as usize)?;
        let list = self.lists.get(list)?;
        Some(ListHit {
            span: Span::new(stretch.first()?.0.start, stretch.last()?.0.end),
            list,
            entry: list.entries.get(entry)?,
        })
    }
}

/// The shortest word that a list finds with “’s” behind it: shorter ones are "it is" and "he has".
const OWNER: usize = 4;
/// Longer ones that are.
const CLAUSES: [&str; 5] = ["that", "what", "here", "there", "where"];

/// "council" of "council's": whose something is is still that word.
fn owner(word: &str) -> Option<&str> {
    let owner = word.strip_suffix("'s").or(word.strip_suffix('\''))?;
    (owner.len() >= OWNER && !CLAUSES.contains(&owner)).then_some(owner)
}

/// At each place the longest hit of each list and category, from the first on, without overlap.
fn longest(mut found: Vec<ListHit<'_>>) -> Vec<ListHit<'_>> {
    let group = |hit: &ListHit<'_>| (hit.list.name.clone(), hit.entry.category.clone());
    found.sort_by_cached_key(|hit| {
        (
            group(hit),
            hit.span.start,
            usize::MAX - hit.span.end,
            hit.entry.pattern.clone(),
        )
    });
    let mut last: Option<ListHit<'_>> = None;
    found.retain(|hit| {
        let free =
            last.is_none_or(|last| group(&last) != group(hit) || last.span.end <= hit.span.start);
        if free {
            last = Some(*hit);
        }
        free
    });
    found.sort_by_key(|hit| hit.span);
    found
}
