//! Two passages word by word: what both say, what only one says, and which figures and dates differ. What
//! differs is marked, never judged: it says nothing about who is right.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::reading::{Reading, Roles, Term, read_together};
use super::spelling::TermKind;
use crate::article::{Span, quotations, sentences, words};
use crate::text::shorten;

/// Words in a row from which both share a stretch of text, not single words.
const RUN: usize = 4;

/// Of a kind, what is told in a line.
const TOLD: usize = 8;

/// Characters told of a stretch.
const STRETCH: usize = 60;

/// Stretches looked for.
const RUNS: usize = 5;

/// Products of lengths up to which stretches are looked for: passages, not whole books in one line.
const LONGEST: usize = 250_000;

/// Terms between a figure and what it counts.
const REACH: usize = 2;

/// Words of size and shares: what a figure counts comes after them.
const SCALES: [&str; 6] = [
    "million", "billion", "trillion", "thousand", "hundr", "percent",
];

/// What of two passages is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The same words in a row, quoted by one or both.
    Quotation,
    /// The same words in a row.
    Wording,
    /// A figure.
    Figure,
    /// A day or a month.
    Date,
    /// A word, or one of the same meaning.
    Word,
    /// A title on one side that stands for a name on the other.
    Role,
    /// A name: alone no evidence.
    Name,
}

impl Basis {
    /// All, the strongest evidence first.
    pub const ALL: [Self; 7] = [
        Self::Quotation,
        Self::Wording,
        Self::Figure,
        Self::Date,
        Self::Word,
        Self::Role,
        Self::Name,
    ];

    /// What it is called.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Quotation => "the same quotation",
            Self::Wording => "the same wording",
            Self::Figure => "figures",
            Self::Date => "dates",
            Self::Word => "words",
            Self::Role => "a title for a name",
            Self::Name => "names",
        }
    }
}

/// Something both passages say; spans in bytes of each passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shared {
    /// Where A says it.
    pub a: Span,
    /// Where B says it.
    pub b: Span,
    /// What it is.
    pub basis: Basis,
}

/// Two passages word by word; spans in bytes of each passage, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contrast {
    /// What both say, each thing once.
    pub both: Vec<Shared>,
    /// What only A and what only B says: words about something, names, figures, dates.
    pub only: [Vec<Span>; 2],
    /// Figures and dates that stand for the same thing and are not the same.
    pub differently: Vec<[Span; 2]>,
    /// Every stretch of each that the other says too.
    pub said_too: [Vec<Span>; 2],
}

impl Contrast {
    /// Holds two passages against each other. `roles` says whom titles stand for in both sources.
    pub fn of(a: &str, b: &str, roles: &Roles) -> Self {
        let texts = [a, b];
        let [mut reading_a, mut reading_b] = texts.map(|text| Reading::new(text, &sentences(text)));
        let _ = read_together(
            std::slice::from_mut(&mut reading_a),
            std::slice::from_mut(&mut reading_b),
        );
        reading_a.give_roles(roles);
        reading_b.give_roles(roles);
        let mut out = Self::default();
        out.add_runs(texts);
        let terms = [reading_a.terms, reading_b.terms];
        out.add_terms(&terms);
        out.differ(&terms);
        for side in out.said_too.iter_mut().chain(&mut out.only) {
            side.sort_unstable();
            side.dedup();
        }
        out.both
            .sort_unstable_by_key(|shared| (shared.basis, shared.a, shared.b));
        out
    }

    /// What both say, by what it is: the text of A, and B's where it reads otherwise.
    pub fn rests_on(&self, a: &str, b: &str) -> Vec<(Basis, Vec<String>)> {
        let mut out = Vec::new();
        for basis in Basis::ALL {
            let shared = self.both.iter().filter(|shared| shared.basis == basis);
            let said: Vec<String> = shared
                .map(|shared| {
                    let (in_a, in_b) = (shared.a.of(a), shared.b.of(b));
                    if in_a.to_lowercase() == in_b.to_lowercase() || basis <= Basis::Wording {
                        in_a.to_owned()
                    } else {
                        format!("{in_a} / {in_b}")
                    }
                })
                .collect();
            if !said.is_empty() {
                out.push((basis, said));
            }
        }
        out
    }

    /// The same in a line: "words: council, levy; figures: nine".
    pub fn basis_in_words(&self, a: &str, b: &str) -> String {
        let told = |(basis, said): &(Basis, Vec<String>)| {
            let quoted = *basis <= Basis::Wording;
            let said: Vec<String> = (said.iter().take(TOLD))
                .map(|said| {
                    if quoted {
                        format!("“{}”", shorten(said, STRETCH))
                    } else {
                        said.clone()
                    }
                })
                .collect();
            format!("{}: {}", basis.label(), said.join(", "))
        };
        let parts: Vec<String> = self.rests_on(a, b).iter().map(told).collect();
        parts.join("; ")
    }

    /// Figures and dates that differ, in a line: "Tuesday / Wednesday".
    pub fn differently_in_words(&self, a: &str, b: &str) -> String {
        let pairs = self.differently.iter();
        let pairs: Vec<String> = pairs
            .map(|[in_a, in_b]| format!("{} / {}", in_a.of(a), in_b.of(b)))
            .collect();
        pairs.join(", ")
    }

    /// The longest stretches of words that stand in both.
    fn add_runs(&mut self, texts: [&str; 2]) {
        let spans = texts.map(|text| words(text).collect::<Vec<Span>>());
        let [spans_a, spans_b] = &spans;
        if spans_a.len().saturating_mul(spans_b.len()) > LONGEST {
            return;
        }
        let [plain_a, plain_b] = [0, 1].map(|side: usize| -> Vec<Option<String>> {
            let text = texts.get(side).copied().unwrap_or_default();
            let spans = spans.get(side).map_or(&[][..], Vec::as_slice);
            let plain = |span: &Span| Some(super::words::plain(span.of(text)));
            spans.iter().map(plain).collect()
        });
        let quoted = texts.map(quotations);
        let (mut plain_a, mut plain_b) = (plain_a, plain_b);
        for _ in 0..RUNS {
            let (from_a, from_b, length) = longest(&plain_a, &plain_b);
            let run = plain_a.get(from_a..from_a + length).unwrap_or_default();
            let content = run
                .iter()
                .flatten()
                .filter(|word| !super::words::is_common(word));
            if length < RUN || content.count() < 2 {
                return;
            }
            let stretch = |spans: &[Span], from: usize| {
                let (first, last) = (spans.get(from)?, spans.get(from + length - 1)?);
                Some(Span::new(first.start, last.end))
            };
            if let Some((a, b)) = stretch(spans_a, from_a).zip(stretch(spans_b, from_b)) {
                let [in_a, in_b] = &quoted;
                let inside = |span: Span, all: &[Span]| {
                    all.iter()
                        .any(|q| q.start <= span.start && span.end <= q.end)
                };
                let basis = if inside(a, in_a) || inside(b, in_b) {
                    Basis::Quotation
                } else {
                    Basis::Wording
                };
                self.both.push(Shared { a, b, basis });
                let [too_a, too_b] = &mut self.said_too;
                too_a.push(a);
                too_b.push(b);
            }
            for (plain, from) in [(&mut plain_a, from_a), (&mut plain_b, from_b)] {
                for word in plain.iter_mut().skip(from).take(length) {
                    *word = None;
                }
            }
        }
    }

    /// Single terms, by root.
    fn add_terms(&mut self, terms: &[Vec<Term>; 2]) {
        let [in_a, in_b] = terms.each_ref().map(|terms| -> BTreeMap<&str, Vec<&Term>> {
            let mut by_root: BTreeMap<&str, Vec<&Term>> = BTreeMap::new();
            for term in terms {
                by_root.entry(&term.root).or_default().push(term);
            }
            by_root
        });
        let runs = self.said_too.clone();
        for (root, of_a) in &in_a {
            let Some(of_b) = in_b.get(root) else { continue };
            let kinds = of_a.iter().chain(of_b).map(|term| term.kind);
            let kinds: BTreeSet<TermKind> = kinds.collect();
            if kinds.contains(&TermKind::Formula) {
                continue;
            }
            for (side, found) in [of_a, of_b].into_iter().enumerate() {
                if let Some(too) = self.said_too.get_mut(side) {
                    too.extend(found.iter().map(|term| term.span));
                }
            }
            let free = |found: &[&Term], side: usize| {
                let runs = runs.get(side).map_or(&[][..], Vec::as_slice);
                let inside = |span: Span| runs.iter().any(|run| run.contains(span.start));
                found
                    .iter()
                    .map(|term| term.span)
                    .find(|span| !inside(*span))
            };
            if let Some((a, b)) = free(of_a, 0).zip(free(of_b, 1)) {
                self.both.push(Shared {
                    a,
                    b,
                    basis: basis(&kinds),
                });
            }
        }
        let other = [&in_b, &in_a];
        for (side, (terms, other)) in terms.iter().zip(other).enumerate() {
            let alone = terms.iter().filter(|term| {
                term.kind != TermKind::Formula
                    && term.kind != TermKind::Role
                    && !other.contains_key(&*term.root)
            });
            if let Some(only) = self.only.get_mut(side) {
                only.extend(alone.map(|term| term.span));
            }
        }
    }

    /// Parts the figures and dates that stand for the same thing from what only one says.
    fn differ(&mut self, terms: &[Vec<Term>; 2]) {
        let [only_a, only_b] = &self.only;
        let [terms_a, terms_b] = terms;
        let stands_for = |terms: &[Term], span: Span| {
            let at = terms.iter().position(|term| term.span == span)?;
            thing(terms, at).map(|thing| (span, thing))
        };
        let of_a: Vec<(Span, String)> = only_a
            .iter()
            .filter_map(|span| stands_for(terms_a, *span))
            .collect();
        let of_b: Vec<(Span, String)> = only_b
            .iter()
            .filter_map(|span| stands_for(terms_b, *span))
            .collect();
        let mut found = Vec::new();
        for (a, thing) in &of_a {
            let alike = |all: &[(Span, String)]| all.iter().filter(|(_, t)| t == thing).count();
            // Where one tells two figures of one thing, nobody can say which goes with which.
            if alike(&of_a) == 1
                && alike(&of_b) == 1
                && let Some((b, _)) = of_b.iter().find(|(_, other)| other == thing)
            {
                found.push([*a, *b]);
            }
        }
        for [a, b] in &found {
            let [only_a, only_b] = &mut self.only;
            only_a.retain(|span| span != a);
            only_b.retain(|span| span != b);
        }
        self.differently = found;
    }
}

/// What a figure counts or a date is of; `None` for any other term and for a figure of nothing.
fn thing(terms: &[Term], at: usize) -> Option<String> {
    let term = terms.get(at)?;
    match term.kind {
        // One day of the week against another, one month against another.
        TermKind::Date => Some(
            if term.root.ends_with("dai") {
                "day"
            } else {
                "month"
            }
            .to_owned(),
        ),
        TermKind::Figure => {
            let before = at.checked_sub(1).and_then(|before| terms.get(before));
            if let Some(month) =
                before.filter(|term| term.kind == TermKind::Date && !term.root.ends_with("dai"))
            {
                return Some(format!("day of {}", month.root));
            }
            let next = terms
                .iter()
                .skip(at + 1)
                .take_while(|next| next.sentence == term.sentence);
            let counted = next
                .filter(|next| !SCALES.contains(&&*next.root))
                .take(REACH)
                .find(|next| next.kind == TermKind::Word)?;
            Some(format!("of {}", counted.root))
        }
        _ => None,
    }
}

fn basis(kinds: &BTreeSet<TermKind>) -> Basis {
    let has = |kind: TermKind| kinds.contains(&kind);
    if has(TermKind::Role) {
        Basis::Role
    } else if has(TermKind::Figure) {
        Basis::Figure
    } else if has(TermKind::Date) {
        Basis::Date
    } else if has(TermKind::Name) {
        Basis::Name
    } else {
        Basis::Word
    }
}

/// The longest run of words that stands in both: where it begins in each, and its length.
fn longest(a: &[Option<String>], b: &[Option<String>]) -> (usize, usize, usize) {
    let mut best = (0, 0, 0);
    let mut before = vec![0_usize; b.len() + 1];
    for (i, word) in a.iter().enumerate() {
        let mut row = vec![0_usize; b.len() + 1];
        for (j, other) in b.iter().enumerate() {
            if word.is_none() || word != other {
                continue;
            }
            let length = before.get(j).copied().unwrap_or_default() + 1;
            if let Some(slot) = row.get_mut(j + 1) {
                *slot = length;
            }
            if length > best.2 {
                best = (i + 1 - length, j + 1 - length, length);
            }
        }
        before = row;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::{Basis, Contrast};
    use crate::compare::reading::Roles;

    const A: &str =
        "The mayor said “we will not pay a single cent for it” on Tuesday, before 40 guests.";
    const B: &str = "On Wednesday he told 35 guests: “We will not pay a single cent for it.”";

    fn said(basis: Basis) -> Vec<String> {
        let found = Contrast::of(A, B, &Roles::default());
        let rests = found.rests_on(A, B);
        let said = rests.into_iter().find(|(kind, _)| *kind == basis);
        said.map(|(_, said)| said).unwrap_or_default()
    }

    #[test]
    fn a_quotation_stands_as_one_piece() {
        assert_eq!(
            said(Basis::Quotation),
            ["we will not pay a single cent for it"]
        );
        assert_eq!(said(Basis::Word), ["guests"]);
    }

    #[test]
    fn figures_and_days_that_differ_are_marked_as_such() {
        let found = Contrast::of(A, B, &Roles::default());
        let told: Vec<[&str; 2]> = (found.differently.iter())
            .map(|[a, b]| [a.of(A), b.of(B)])
            .collect();
        assert_eq!(told, [["Tuesday", "Wednesday"], ["40", "35"]]);
        assert!(found.only.iter().flatten().all(|span| span.len() != 2));
    }

    #[test]
    fn swapping_the_passages_swaps_the_sides() {
        let (there, back) = (
            Contrast::of(A, B, &Roles::default()),
            Contrast::of(B, A, &Roles::default()),
        );
        let [only_a, only_b] = there.only;
        assert_eq!(back.only, [only_b, only_a]);
        assert_eq!(there.differently.len(), back.differently.len());
        assert_eq!(there.both.len(), back.both.len());
    }

    #[test]
    fn nothing_is_shared_by_texts_without_words() {
        assert_eq!(
            Contrast::of("", "…", &Roles::default()),
            Contrast::default()
        );
    }
}
