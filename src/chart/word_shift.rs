//! Why tone differs: the words whose contributions add up to the difference.

use super::caption::{
    NOT_ONE_STORY, caption, counts, said_of_words, unrelated, verdict, words_of_few,
};
use super::figure::{comparison_missing, left_out};
use super::input::Input;
use super::mark::{Align, Fit, Hover, Ink, Key, Look, Mark, Shape, Swatch, Target, beside_zero};
use super::{Axis, Cell, Chart, Kind, Table, Ticks};
use crate::article::Side;
use crate::compare::{ShiftWord, WordShift};
use crate::score::tone::TONE;
use crate::text::{counted, shorten, signed};

/// Rows, that of the difference and that of all other words among them.
const MOST_ROWS: usize = 22;
/// The fewest rows.
const LEAST_ROWS: usize = 4;
/// How far the axis goes to a side at least, as a share of how far it goes to the other.
const LEAST_SIDE: f64 = 0.5;
/// Half the height of a bar, in rows.
const HALF_BAR: f64 = 0.34;
/// Room beside the longest bars for their figures, as a share of the axis.
const ROOM: f64 = 0.22;
const ABOUT: &str = "Each word's share of the difference in mean tone; all of them add up to it. \
                     Words are few in two articles: read this as an explanation of the difference, \
                     not as a finding about a word.";

pub(super) fn build(input: &Input<'_>) -> Chart {
    let nothing = WordShift::default();
    let shift = input.comparison.map_or(&nothing, |c| &c.words.word_shift);
    let full = MOST_ROWS.min(shift.words.len() + 1);
    let mut notes = vec![ABOUT.to_owned()];
    notes.extend(words_of_few(input));
    notes.extend(input.sources().map(|(side, source)| counts(side, &source)));
    Chart {
        caption: caption(&notes, input),
        table: table(shift),
        ..with_rows(input, shift, full)
            .and_fewer((full, LEAST_ROWS), |most| with_rows(input, shift, most))
    }
}

/// The chart with `most` rows.
fn with_rows(input: &Input<'_>, shift: &WordShift, most: usize) -> Chart {
    let rows = rows(shift, most);
    // As far as the bars go on each side, and far enough for the names of the other.
    let far = |sign: f64| rows.iter().map(|row| row.shift * sign).fold(0.01, f64::max);
    let (right, left) = (far(1.0), far(-1.0));
    let (right, left) = (right.max(left * LEAST_SIDE), left.max(right * LEAST_SIDE));
    let reach = f64::midpoint(left, right);
    let count = rows.len() as f64;
    let mut marks = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let y = count - index as f64 - 0.5;
        marks.push(row.bar(y));
        marks.push(row.name(y, left.min(right)));
        marks.push(row.figure(y, reach));
    }
    let words = rows.iter().filter(|row| row.target.is_some()).count();
    let x = Axis {
        label: "← words that make B more positive · words that make A more positive →".to_owned(),
        room: (reach * ROOM, reach * ROOM),
        ticks: Ticks::None,
        ..Axis::bare((-left, right))
    };
    Chart {
        title: "Words behind the difference in tone".to_owned(),
        summary: said_of_words(input, summary(input, shift)),
        left_out: left_out(words, shift.words.len(), "word"),
        ..Chart::of_rows(
            Kind::WordShift,
            x,
            (rows.len(), Vec::new()),
            marks,
            legend(),
        )
    }
}

fn summary(input: &Input<'_>, shift: &WordShift) -> String {
    if let Some(missing) = comparison_missing(input) {
        return missing.to_owned();
    }
    let Some(difference) = shift.difference else {
        return "A side has no sentence to score.".to_owned();
    };
    if unrelated(input) {
        return NOT_ONE_STORY.to_owned();
    }
    let strongest: Vec<String> = shift
        .words
        .iter()
        .take(3)
        .map(|word| format!("“{}”", shorten(&word.word, 20)))
        .collect();
    let weighs = if strongest.is_empty() {
        String::new()
    } else {
        format!(" Words that weigh most: {}.", strongest.join(", "))
    };
    let of_few = input.comparison.is_some_and(|found| found.words_of_few);
    let said = match input.difference(TONE.id) {
        Some(found) if !of_few => verdict(found),
        _ => format!("A − B = {}", signed(difference, 3)),
    };
    format!("Tone: {said}.{weighs}")
}

/// One bar: a word, all others together, or their sum.
struct WordRow {
    name: String,
    shift: f64,
    ink: Ink,
    look: Look,
    hover: Hover,
    target: Option<Target>,
}

/// The words that weigh most, the rest in one, and the sum: `most` rows.
fn rows(shift: &WordShift, most: usize) -> Vec<WordRow> {
    let Some(difference) = shift.difference else {
        return Vec::new();
    };
    let words = if shift.words.len() < most {
        shift.words.len()
    } else {
        most.saturating_sub(2)
    };
    let mut rows: Vec<WordRow> = shift.words.iter().take(words).map(WordRow::of).collect();
    let rest: f64 = shift.words.iter().skip(words).map(|w| w.shift).sum();
    let others = shift.words.len() - words;
    if others > 0 {
        rows.push(WordRow::sum(
            counted(others, "other word"),
            rest,
            Look::Hollow,
        ));
    }
    rows.push(WordRow::sum(
        "Difference".to_owned(),
        difference,
        Look::Solid,
    ));
    rows
}

impl WordRow {
    fn of(word: &ShiftWord) -> Self {
        let side = if word.shift < 0.0 { Side::B } else { Side::A };
        let [of_a, of_b] = word.n;
        Self {
            name: shorten(&word.word, 24),
            shift: word.shift,
            ink: Ink::Source(side),
            look: Look::Solid,
            hover: Hover {
                title: format!("“{}” {}", shorten(&word.word, 40), signed(word.shift, 3)),
                lines: vec![
                    format!("Used {of_a} times in A, {of_b} in B"),
                    format!(
                        "Adds {} to the tone of A and {} to that of B",
                        signed(word.a, 3),
                        signed(word.b, 3)
                    ),
                    format!(
                        "Of the shift, {} by its value and {} by rules such as negation",
                        signed(word.by_value, 3),
                        signed(word.by_rules, 3)
                    ),
                ],
            },
            target: Some(Target::Word(word.word.clone())),
        }
    }

    fn sum(name: String, shift: f64, look: Look) -> Self {
        Self {
            hover: Hover {
                title: format!("{name} {}", signed(shift, 3)),
                lines: Vec::new(),
            },
            name,
            shift,
            ink: Ink::Text,
            look,
            target: None,
        }
    }

    fn bar(&self, y: f64) -> Mark {
        let shape = Shape::Bar {
            x: (self.shift.min(0.0), self.shift.max(0.0)),
            y: (y - HALF_BAR, y + HALF_BAR),
        };
        Mark::new(shape, self.ink)
            .look(self.look)
            .targets(self.target.iter().cloned().collect())
            .hover(self.hover.clone())
    }

    /// The name on the other side of zero, beside its bar.
    fn name(&self, y: f64, reach: f64) -> Mark {
        beside_zero((self.shift, reach), y, &self.name, self.target.is_none())
    }

    /// The value beside the end of the bar.
    fn figure(&self, y: f64, reach: f64) -> Mark {
        let (align, gap) = if self.shift < 0.0 {
            (Align::Right, -0.015)
        } else {
            (Align::Left, 0.015)
        };
        let shape = Shape::Label {
            at: [self.shift + gap * reach, y],
            text: signed(self.shift, 3),
            align,
            size: 12.0,
            strong: self.target.is_none(),
            fit: Fit::Full,
        };
        Mark::new(shape, Ink::Text)
    }
}

fn legend() -> Vec<Key> {
    let key = |ink, label| Key::new(Swatch::Bar(Look::Solid), ink, label);
    vec![
        key(Ink::Source(Side::A), "makes A more positive than B"),
        key(Ink::Source(Side::B), "makes B more positive than A"),
    ]
}

fn table(shift: &WordShift) -> Table {
    let mut table = Table::new(&[
        "word", "shift", "by value", "by rules", "in A", "in B", "uses",
    ]);
    for word in &shift.words {
        let row = vec![
            Cell::Text(word.word.clone()),
            Cell::Value(word.shift, 6),
            Cell::Value(word.by_value, 6),
            Cell::Value(word.by_rules, 6),
            Cell::Value(word.a, 6),
            Cell::Value(word.b, 6),
            Cell::Count(word.n.iter().sum()),
        ];
        table.add(row, Some(Target::Word(word.word.clone())));
    }
    table
}
