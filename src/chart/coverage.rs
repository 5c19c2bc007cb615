//! What both sources tell and what only one does: the passages of each in order, with lines between
//! those that belong together. In long texts neighbours share a bar that shows how many of their words are told
//! by both.

use std::collections::BTreeMap;

use super::caption::{counts, plain_caption};
use super::figure::comparison_missing;
use super::input::Input;
use super::mark::{Align, Dash, Fit, Hover, Ink, Key, Look, Mark, Shape, Swatch, Target};
use super::{Axis, Cell, Chart, Kind, Table};
use crate::article::{Place, Side};
use crate::compare::{Comparison, MatchKind, Passage};
use crate::text::{counted, first_words, optional, per_cent};

/// Beyond this number of matches only the passages are drawn: more lines hide each other.
const MOST_LINES: usize = 120;
/// Passages a source may have before neighbours share a bar.
const MOST_PASSAGES: usize = 150;
/// Bars there are at most where they do.
const MOST_SHARED: usize = 60;
const ABOUT: &str = "Passages are matched by their wording, at both ends of a line; what only one \
                     source tells is a difference in coverage, nothing more.";

pub(super) fn build(input: &Input<'_>) -> Chart {
    let mut marks = Vec::new();
    let mut notes = vec![ABOUT.to_owned()];
    let mut table = Table::new(&[
        "source",
        "shared words",
        "related words",
        "only here",
        "words",
    ]);
    let mut end = 1.0_f64;
    let mut joined = false;
    if let Some(comparison) = input.comparison {
        let rows = Side::BOTH.map(|side| CoverageRow::new(side, comparison));
        end = rows.iter().map(|row| row.words).fold(end, f64::max);
        let lines = lines(&rows, comparison);
        joined = !lines.is_empty();
        marks.extend(lines);
        if comparison.matching.matches.len() > MOST_LINES {
            notes.push(format!(
                "More than {MOST_LINES} matches: their lines are left out."
            ));
        }
        for row in &rows {
            if let Some(share) = row.share() {
                notes.push(format!(
                    "Each bar of {} stands for {share} neighbouring passages: from below, the share of their \
                     words told by both, related, and only here.",
                    row.side.label()
                ));
            }
            row.add_marks(input, end, &mut marks);
            let source = Target::Source { side: row.side };
            table.add(row.figures(comparison), Some(source));
        }
        notes.extend(comparison.notice().map(str::to_owned));
    }
    notes.extend(input.sources().map(|(side, source)| counts(side, &source)));
    Chart {
        title: "What both tell, and what only one does".to_owned(),
        summary: summary(input),
        x: Axis::words(end),
        y: Axis::bare((0.0, 4.0)),
        caption: plain_caption(&notes),
        table,
        height: 400.0,
        ..Chart::of(Kind::Coverage, marks, legend(joined))
    }
}

fn summary(input: &Input<'_>) -> String {
    let Some(comparison) = input.comparison else {
        return comparison_missing(input).unwrap_or_default().to_owned();
    };
    let part = |side: Side| {
        let of = comparison.coverage.side(side);
        let shared = of.share(of.shared + of.related)?;
        let other = side.other().label();
        Some(format!(
            "{} of {} has a counterpart in {other}",
            per_cent(shared),
            side.label(),
        ))
    };
    let parts: Vec<String> = Side::BOTH.into_iter().filter_map(part).collect();
    if parts.is_empty() {
        "There is no passage to match.".to_owned()
    } else {
        format!("{}, by words.", parts.join("; "))
    }
}

/// The passages of one source in order.
struct CoverageRow<'a> {
    side: Side,
    words: f64,
    /// Each passage with its stretch along the text.
    passages: Vec<(&'a Passage, (f64, f64))>,
    kinds: BTreeMap<Place, MatchKind>,
    /// Counterparts of a passage on the other side.
    partners: BTreeMap<Place, usize>,
}

impl<'a> CoverageRow<'a> {
    fn new(side: Side, comparison: &'a Comparison) -> Self {
        let mut words = 0.0;
        let mut passages = Vec::new();
        for passage in comparison.matching.passages(side) {
            let left = words;
            words += passage.words as f64;
            passages.push((passage, (left, words)));
        }
        let mut partners = BTreeMap::new();
        for found in &comparison.matching.matches {
            *partners.entry(found.on(side)).or_insert(0) += 1;
        }
        Self {
            side,
            words,
            passages,
            kinds: comparison.matching.matched(side),
            partners,
        }
    }

    /// The lower and upper edge of the row.
    const fn y(&self) -> (f64, f64) {
        match self.side {
            Side::A => (2.85, 3.5),
            Side::B => (0.5, 1.15),
        }
    }

    /// How many passages share a bar, where they do.
    fn share(&self) -> Option<usize> {
        (self.passages.len() > MOST_PASSAGES).then(|| self.passages.len().div_ceil(MOST_SHARED))
    }

    fn add_marks(&self, input: &Input<'_>, end: f64, marks: &mut Vec<Mark>) {
        match self.share() {
            Some(share) => {
                for passages in self.passages.chunks(share) {
                    self.add_shared(passages, marks);
                }
                let around = Shape::Bar {
                    x: (0.0, self.words),
                    y: self.y(),
                };
                marks.push(Mark::new(around, Ink::Source(self.side)).look(Look::Outline));
            }
            None => self.add_passages(input, marks),
        }
        marks.push(self.heading(input, end));
    }

    /// One bar for neighbours: what both tell below, what only this source tells on top.
    fn add_shared(&self, passages: &[(&Passage, (f64, f64))], marks: &mut Vec<Mark>) {
        let words = |wanted: fn(Option<&MatchKind>) -> bool| {
            let of = passages
                .iter()
                .filter(|(p, _)| wanted(self.kinds.get(&p.at)));
            of.map(|(passage, _)| passage.words).sum::<usize>() as f64
        };
        let related = words(|kind| matches!(kind, Some(MatchKind::Related)));
        let both = words(|kind| kind.is_some()) - related;
        let all = words(|_| true).max(1.0);
        let (Some((_, first)), Some((_, last))) = (passages.first(), passages.last()) else {
            return;
        };
        let x = (first.0, last.1);
        let (low, high) = self.y();
        let at = |share: f64| low + (high - low) * share / all;
        let hover = Hover {
            title: format!(
                "{} · {}",
                self.side.label(),
                counted(passages.len(), "passage")
            ),
            lines: vec![format!(
                "{} of the words told by both, {} related, {} only here",
                per_cent(both / all),
                per_cent(related / all),
                per_cent(1.0 - (both + related) / all)
            )],
        };
        for (y, look) in [
            ((low, at(both)), Look::Solid),
            ((at(both), at(both + related)), Look::Pale),
        ] {
            if y.1 > y.0 {
                marks.push(Mark::new(Shape::Bar { x, y }, Ink::Source(self.side)).look(look));
            }
        }
        let whole = Shape::Bar { x, y: (low, high) };
        let targets = passages
            .iter()
            .map(|(passage, _)| Target::Place(passage.at.whole_block()));
        marks.push(
            Mark::new(whole, Ink::Paper)
                .look(Look::Outline)
                .targets(targets.collect())
                .hover(hover),
        );
    }

    fn add_passages(&self, input: &Input<'_>, marks: &mut Vec<Mark>) {
        for (passage, x) in &self.passages {
            let (words, look) = match self.kinds.get(&passage.at) {
                Some(MatchKind::Related) => ("related to one in the other", Look::Pale),
                Some(_) => ("told by the other too", Look::Solid),
                None => ("only here", Look::Hollow),
            };
            let partners = self.partners.get(&passage.at).copied().unwrap_or(0);
            let hover = Hover {
                title: format!("{} · {words}", self.side.label()),
                lines: vec![
                    self.opening(input, passage),
                    format!(
                        "{}, {}",
                        counted(passage.words, "word"),
                        counted(partners, "counterpart")
                    ),
                ],
            };
            let bar = Shape::Bar { x: *x, y: self.y() };
            marks.push(
                Mark::new(bar, Ink::Source(self.side))
                    .look(look)
                    .target(Target::Place(passage.at.whole_block()))
                    .hover(hover),
            );
        }
    }

    /// The first words of a passage.
    fn opening(&self, input: &Input<'_>, passage: &Passage) -> String {
        let at = passage.at;
        input
            .side(self.side)
            .and_then(|source| source.articles.get(at.article))
            .and_then(|(article, _)| at.whole_block().text(article))
            .map(|text| first_words(passage.span.of(text), 12))
            .unwrap_or_default()
    }

    fn heading(&self, input: &Input<'_>, end: f64) -> Mark {
        let name = input
            .side(self.side)
            .map(|source| source.short_name())
            .unwrap_or_default();
        let shares = input.comparison.map(|comparison| {
            let of = comparison.coverage.side(self.side);
            let share = |part| optional(of.share(part), per_cent);
            format!(
                " · {} shared, {} related, {} only here",
                share(of.shared),
                share(of.related),
                share(of.only_here)
            )
        });
        let (y, align) = match self.side {
            Side::A => (4.0, Align::Under),
            Side::B => (0.0, Align::Over),
        };
        let shape = Shape::Label {
            at: [0.0, y],
            text: format!(
                "{}  {name}{}",
                self.side.label(),
                shares.unwrap_or_default()
            ),
            align,
            size: 12.0,
            strong: true,
            fit: Fit::Cut(end),
        };
        Mark::new(shape, Ink::Text)
    }

    fn figures(&self, comparison: &Comparison) -> Vec<Cell> {
        let of = comparison.coverage.side(self.side);
        vec![
            Cell::Text(self.side.label().to_owned()),
            Cell::Count(of.shared),
            Cell::Count(of.related),
            Cell::Count(of.only_here),
            Cell::Count(of.words),
        ]
    }

    /// The middle of every passage along the text.
    fn middles(&self) -> BTreeMap<Place, f64> {
        self.passages
            .iter()
            .map(|(passage, x)| (passage.at, f64::midpoint(x.0, x.1)))
            .collect()
    }
}

/// A line between the passages of every match; none where they would hide each other.
fn lines(rows: &[CoverageRow<'_>; 2], comparison: &Comparison) -> Vec<Mark> {
    let matches = &comparison.matching.matches;
    if matches.len() > MOST_LINES {
        return Vec::new();
    }
    let [a, b] = rows;
    let (places_a, places_b) = (a.middles(), b.middles());
    let line = |found: &crate::compare::Match| {
        let (from, to) = (*places_a.get(&found.a)?, *places_b.get(&found.b)?);
        let dash = match found.kind {
            MatchKind::Related => Dash::Dashed,
            _ => Dash::Solid,
        };
        let shape = Shape::Line {
            points: vec![[from, a.y().0], [to, b.y().1]],
            width: 1.2,
            dash,
        };
        Some(Mark::new(shape, Ink::Neutral))
    };
    matches.iter().filter_map(line).collect()
}

fn legend(joined: bool) -> Vec<Key> {
    let key = |swatch, ink, label| Key::new(swatch, ink, label);
    let mut keys = vec![
        key(Swatch::Bar(Look::Solid), Ink::Muted, "told by both"),
        key(Swatch::Bar(Look::Pale), Ink::Muted, "related"),
        key(Swatch::Bar(Look::Hollow), Ink::Muted, "only here"),
    ];
    if joined {
        keys.extend([
            key(Swatch::Line(Dash::Solid), Ink::Neutral, "same point"),
            key(Swatch::Line(Dash::Dashed), Ink::Neutral, "related"),
        ]);
    }
    keys
}
