//! How each headline's sensationalism comes about: from the base, cue by cue, to the score.

use super::caption::{NOTHING_OPEN, plain_caption};
use super::input::{Input, SourceView};
use super::mark::{Align, Fit, Hover, Ink, Key, Look, Mark, Shape, Swatch, Target};
use super::{Axis, Cell, Chart, Kind, Reach, Table, Ticks};
use crate::article::{Place, Side};
use crate::score::headline::{Cue, HeadlineScore};
use crate::text::{counted, shorten, signed};

/// Half the height of a bar, in rows.
const HALF_BAR: f64 = 0.34;
const ABOUT: &str = "Sensationalism is how a headline is packaged, not how grave its news is. \
                     Start: the score of a headline without any cue.";

pub(super) fn build(input: &Input<'_>) -> Chart {
    let mut stack = Stack {
        notes: vec![ABOUT.to_owned()],
        ..Stack::default()
    };
    for (side, source) in input.sources() {
        stack.add_source(side, &source);
    }
    let empty = stack.rows.is_empty();
    stack.count_from_below();
    let height = stack.rows.len() as f64;
    Chart {
        title: "Headline sensationalism, cue by cue".to_owned(),
        summary: if empty {
            NOTHING_OPEN.to_owned()
        } else {
            format!("Score from 0 (plain) to 100: {}.", stack.scores.join("; "))
        },
        x: Axis {
            label: "Points, 0 (plain) to 100".to_owned(),
            range: (stack.lowest.min(0.0), stack.highest.max(100.0)),
            room: (0.0, 7.0),
            ticks: Ticks::Values {
                step: 20.0,
                signed: false,
            },
            grid: true,
        },
        y: Axis {
            ticks: Ticks::Names(stack.rows),
            ..Axis::bare((0.0, height.max(1.0)))
        },
        reach: Reach::Row,
        caption: plain_caption(&stack.notes),
        table: stack.table.unwrap_or_else(header),
        height: super::figure::row_height(height),
        ..Chart::of(
            Kind::Headline,
            input,
            stack.marks,
            if empty { Vec::new() } else { legend() },
        )
    }
}

/// The rows of the figure from top to bottom. Until [`Stack::count_from_below`] the nth row lies
/// from −n to −(n − 1).
#[derive(Default)]
struct Stack {
    rows: Vec<(f64, String)>,
    marks: Vec<Mark>,
    scores: Vec<String>,
    notes: Vec<String>,
    table: Option<Table>,
    lowest: f64,
    highest: f64,
}

impl Stack {
    fn add_source(&mut self, side: Side, source: &SourceView<'_>) {
        let Some((article, analysis)) = source.articles.first() else {
            return;
        };
        if !self.rows.is_empty() {
            self.next_row("");
        }
        let text = article.headline.as_ref().map_or_else(
            || "no headline was found".to_owned(),
            |headline| format!("“{}”", shorten(&headline.text, 300)),
        );
        self.add_heading(&format!(
            "{}  {}: {text}",
            side.label(),
            source.short_name()
        ));
        match &analysis.headline {
            Ok(score) => self.add_score(side, score),
            Err(why) => self.add_refusal(side, &why.to_string()),
        }
        if source.articles.len() > 1 {
            self.notes.push(format!(
                "{} has {}; this is the first.",
                side.label(),
                counted(source.articles.len(), "article")
            ));
        }
    }

    fn add_score(&mut self, side: Side, score: &HeadlineScore) {
        let mut reached = 0.0;
        self.add_step(
            "Start",
            (&mut reached, score.base),
            Mark::new(EMPTY, Ink::Muted)
                .look(Look::Hollow)
                .hover(Hover {
                    title: format!("{} · start {:.0}", side.label(), score.base),
                    lines: vec!["The score of a headline without any cue".to_owned()],
                }),
        );
        self.add_row(side, "start", score.base);
        for (index, cue) in in_drawing_order(&score.cues) {
            let look = if cue.points < 0.0 {
                Look::Hollow
            } else {
                Look::Solid
            };
            self.add_step(
                cue.kind.label(),
                (&mut reached, cue.points),
                Mark::new(EMPTY, Ink::Source(side))
                    .look(look)
                    .target(Target::Place(shown(side).with_cue(Some(index))))
                    .hover(Hover {
                        title: format!(
                            "{} · {} {}",
                            side.label(),
                            cue.kind.label(),
                            signed(cue.points, 1)
                        ),
                        lines: vec![cue.kind.help().to_owned()],
                    }),
            );
            self.add_row(side, cue.kind.label(), cue.points);
        }
        self.add_total(side, score);
        self.scores
            .push(format!("{} {:.0}", side.label(), score.score));
    }

    /// A bar from what was reached to what is reached now, with its points beside it.
    fn add_step(&mut self, name: &str, (reached, by): (&mut f64, f64), mark: Mark) {
        let y = self.next_row(name);
        let (from, to) = (*reached, *reached + by);
        *reached = to;
        self.lowest = self.lowest.min(to);
        self.highest = self.highest.max(to);
        self.marks.push(Mark {
            shape: Shape::Bar {
                x: (from.min(to), from.max(to)),
                y: (y - HALF_BAR, y + HALF_BAR),
            },
            ..mark
        });
        let value = if name == "Start" {
            format!("{by:.1}")
        } else {
            signed(by, 1)
        };
        self.marks.push(value_label(from.max(to), y, value, false));
    }

    fn add_total(&mut self, side: Side, score: &HeadlineScore) {
        let y = self.next_row("Score");
        let shape = Shape::Bar {
            x: (0.0, score.score),
            y: (y - HALF_BAR, y + HALF_BAR),
        };
        self.marks.push(
            Mark::new(shape, Ink::Text)
                .target(Target::Place(shown(side)))
                .hover(Hover {
                    title: format!("{} · score {:.0} of 100", side.label(), score.score),
                    lines: vec![format!(
                        "Bait {:.0} (withholds or teases), heat {:.0} (heats up)",
                        score.bait, score.heat
                    )],
                }),
        );
        let text = format!("{:.0}", score.score);
        self.marks.push(value_label(score.score, y, text, true));
        self.add_row(side, "score", score.score);
    }

    fn add_heading(&mut self, text: &str) {
        let y = self.next_row("");
        self.add_words(y, text, true);
    }

    fn add_refusal(&mut self, side: Side, why: &str) {
        let y = self.next_row("Score");
        self.add_words(y, &format!("Not scored: {why}."), false);
        self.scores.push(format!("{} not scored", side.label()));
        let row = vec![
            Cell::Text(side.label().to_owned()),
            Cell::Text(format!("not scored: {why}")),
            Cell::Empty,
        ];
        self.table.get_or_insert_with(header).rows.push(row);
    }

    fn add_words(&mut self, y: f64, text: &str, strong: bool) {
        let shape = Shape::Label {
            at: [0.0, y],
            text: text.to_owned(),
            align: Align::Left,
            size: 12.0,
            strong,
            fit: Fit::Cut(107.0),
        };
        self.marks.push(Mark::new(shape, Ink::Text));
    }

    fn add_row(&mut self, side: Side, what: &str, value: f64) {
        let row = vec![
            Cell::Text(side.label().to_owned()),
            Cell::Text(what.to_owned()),
            Cell::Value(value, 1),
        ];
        self.table.get_or_insert_with(header).rows.push(row);
    }

    /// Opens the next row and gives its middle.
    fn next_row(&mut self, name: &str) -> f64 {
        let y = -(self.rows.len() as f64) - 0.5;
        self.rows.push((y, name.to_owned()));
        y
    }

    /// Moves everything up so that the last row stands on zero.
    fn count_from_below(&mut self) {
        let up = self.rows.len() as f64;
        for (y, _) in &mut self.rows {
            *y += up;
        }
        for mark in &mut self.marks {
            match &mut mark.shape {
                Shape::Bar { y, .. } => *y = (y.0 + up, y.1 + up),
                Shape::Label { at, .. } => at[1] += up,
                _ => {}
            }
        }
    }
}

/// The headline shown: of the source's first article.
const fn shown(side: Side) -> Place {
    Place::headline(side, 0)
}

const EMPTY: Shape = Shape::Bar {
    x: (0.0, 0.0),
    y: (0.0, 0.0),
};

/// What adds first, largest first, then what takes away: the stack stays between 0 and 100.
fn in_drawing_order(cues: &[Cue]) -> Vec<(usize, &Cue)> {
    let mut order: Vec<(usize, &Cue)> = cues.iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| b.points.total_cmp(&a.points));
    order
}

fn value_label(x: f64, y: f64, text: String, strong: bool) -> Mark {
    let shape = Shape::Label {
        at: [x + 0.8, y],
        text,
        align: Align::Left,
        size: 12.0,
        strong,
        fit: Fit::Full,
    };
    Mark::new(shape, Ink::Text)
}

fn legend() -> Vec<Key> {
    let key = |look, ink, label| Key::new(Swatch::Bar(look), ink, label);
    vec![
        key(Look::Solid, Ink::Source(Side::A), "cue in A"),
        key(Look::Solid, Ink::Source(Side::B), "cue in B"),
        key(Look::Hollow, Ink::Muted, "cue that lowers the score"),
    ]
}

fn header() -> Table {
    Table::new(&["source", "part", "points"])
}
