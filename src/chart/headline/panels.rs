//! The headlines of both sources side by side on common rows.

use super::scored::Headline;
use crate::chart::mark::{Align, Fit, Hover, Ink, Look, Mark, Shape, Target};
use crate::score::headline::{CueKind, HeadlineScore};
use crate::text::{counted, shorten, signed};

/// Half the height of a bar, in rows.
const HALF_BAR: f64 = 0.34;
/// Room beside the longest bar for its points.
const ROOM: f64 = 16.0;
/// The points a headline can have.
const FULL: f64 = 100.0;
/// Room between the two headlines.
pub(super) const GAP: f64 = 4.0;

/// Which cues have a row, and which share the last one.
pub(super) struct Plan {
    pub(super) shown: Vec<CueKind>,
    pub(super) folded: Vec<CueKind>,
}

impl Plan {
    /// At most `most` rows of cues; where there are more cues, the smallest share one.
    pub(super) fn new(headlines: &[Headline<'_>], order: &[CueKind], most: usize) -> Self {
        if order.len() <= most {
            return Self {
                shown: order.to_vec(),
                folded: Vec::new(),
            };
        }
        let weight = |kind: &CueKind| {
            let points = headlines.iter().filter_map(|headline| headline.cue(*kind));
            points.map(|(points, _)| points.abs()).fold(0.0, f64::max)
        };
        let mut by_weight = order.to_vec();
        by_weight.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
        by_weight.truncate(most.saturating_sub(1));
        let (shown, folded) = order.iter().partition(|kind| by_weight.contains(kind));
        Self { shown, folded }
    }

    /// The names of the rows from top to bottom.
    pub(super) fn names(&self, worded: bool) -> Vec<String> {
        let mut names = vec![String::new(); 1 + usize::from(worded)];
        names.push("Start".to_owned());
        names.extend(self.shown.iter().map(|kind| kind.label().to_owned()));
        if !self.folded.is_empty() {
            names.push(match (self.shown.len(), self.folded.len()) {
                (0, all) => counted(all, "cue"),
                (_, rest) => counted(rest, "smaller cue"),
            });
        }
        names.push("Score".to_owned());
        names
    }
}

/// One headline beside the other on common rows.
pub(super) struct Panels {
    rows: usize,
    worded: bool,
    pub(super) marks: Vec<Mark>,
    pub(super) lowest: f64,
    highest: f64,
}

impl Panels {
    /// Room for the headlines, as far as their bars go.
    pub(super) fn new(headlines: &[Headline<'_>], plan: &Plan, worded: bool) -> Self {
        let mut panels = Self {
            rows: plan.names(worded).len(),
            worded,
            marks: Vec::new(),
            lowest: 0.0,
            highest: FULL,
        };
        for headline in headlines {
            panels.reach(headline, plan);
        }
        panels
    }

    /// Where the zero of a panel stands.
    pub(super) fn zero(&self, index: usize) -> f64 {
        index as f64 * (self.highest - self.lowest + ROOM + GAP)
    }

    /// Takes in how far the bars of a headline go.
    fn reach(&mut self, headline: &Headline<'_>, plan: &Plan) {
        let Ok(score) = &headline.score else {
            return;
        };
        let mut reached = score.base;
        for (points, _) in plan.shown.iter().filter_map(|kind| headline.cue(*kind)) {
            reached += points;
            self.lowest = self.lowest.min(reached);
            self.highest = self.highest.max(reached);
        }
    }

    /// The middle of a row, counted from the top.
    fn middle(&self, row: usize) -> f64 {
        self.rows as f64 - row as f64 - 0.5
    }

    pub(super) fn add(&mut self, headline: &Headline<'_>, plan: &Plan, zero: f64) {
        let side = headline.side;
        let name = format!(
            "{}  {} · {}",
            side.label(),
            headline.name,
            headline.scored()
        );
        self.words(zero, 0, &name, true);
        if self.worded {
            let text = headline.text.map_or_else(
                || "no headline was found".to_owned(),
                |text| format!("“{}”", shorten(text, 300)),
            );
            self.words(zero, 1, &text, false);
        }
        let start = 1 + usize::from(self.worded);
        let score = match &headline.score {
            Ok(score) => *score,
            Err(why) => {
                self.words(zero, start, &format!("Not scored: {why}."), false);
                return;
            }
        };
        let hover = Hover {
            title: format!("{} · start {:.0}", side.label(), score.base),
            lines: vec!["The score of a headline without any cue".to_owned()],
        };
        let mark = Mark::new(EMPTY, Ink::Muted).look(Look::Hollow).hover(hover);
        self.bar(zero, start, (0.0, score.base), mark);
        self.value(
            zero + score.base,
            start,
            format!("{:.1}", score.base),
            false,
        );
        let mut reached = score.base;
        for (row, kind) in plan.shown.iter().enumerate() {
            if let Some((points, index)) = headline.cue(*kind) {
                let mark = Mark::new(EMPTY, Ink::Source(side))
                    .target(Target::Place(headline.place().with_cue(Some(index))))
                    .hover(Hover {
                        title: format!("{} · {} {}", side.label(), kind.label(), signed(points, 1)),
                        lines: vec![kind.help().to_owned()],
                    });
                self.step(zero, start + 1 + row, (&mut reached, points), mark);
            }
        }
        self.add_folded(headline, plan, zero, &mut reached);
        self.add_total(headline, score, zero);
    }

    /// The cues that share a row.
    fn add_folded(&mut self, headline: &Headline<'_>, plan: &Plan, zero: f64, reached: &mut f64) {
        let found: Vec<(CueKind, f64)> = plan
            .folded
            .iter()
            .filter_map(|kind| Some((*kind, headline.cue(*kind)?.0)))
            .collect();
        if found.is_empty() {
            return;
        }
        let side = headline.side;
        let points = found.iter().map(|(_, points)| points).sum();
        let lines = found
            .iter()
            .map(|(kind, points)| format!("{} {}", kind.label(), signed(*points, 1)));
        let mark = Mark::new(EMPTY, Ink::Source(side))
            .target(Target::Place(headline.place()))
            .hover(Hover {
                title: format!(
                    "{} · {} {}",
                    side.label(),
                    counted(found.len(), "cue"),
                    signed(points, 1)
                ),
                lines: lines.collect(),
            });
        self.step(zero, self.rows - 2, (reached, points), mark);
    }

    fn add_total(&mut self, headline: &Headline<'_>, score: &HeadlineScore, zero: f64) {
        let row = self.rows - 1;
        let mark = Mark::new(EMPTY, Ink::Text)
            .target(Target::Place(headline.place()))
            .hover(Hover {
                title: format!(
                    "{} · score {:.0} of 100",
                    headline.side.label(),
                    score.score
                ),
                lines: vec![format!(
                    "Bait {:.0} (withholds or teases), heat {:.0} (heats up)",
                    score.bait, score.heat
                )],
            });
        self.bar(zero, row, (0.0, score.score), mark);
        let text = format!("{:.0}", score.score);
        self.value(zero + score.score, row, text, true);
    }

    /// A bar from what was reached to what is reached now, with its points beside it.
    fn step(&mut self, zero: f64, row: usize, (reached, by): (&mut f64, f64), mark: Mark) {
        let (from, to) = (*reached, *reached + by);
        *reached = to;
        let look = if by < 0.0 { Look::Hollow } else { Look::Solid };
        self.bar(zero, row, (from.min(to), from.max(to)), mark.look(look));
        self.value(zero + from.max(to), row, signed(by, 1), false);
    }

    fn bar(&mut self, zero: f64, row: usize, (from, to): (f64, f64), mark: Mark) {
        let y = self.middle(row);
        self.marks.push(Mark {
            shape: Shape::Bar {
                x: (zero + from, zero + to),
                y: (y - HALF_BAR, y + HALF_BAR),
            },
            ..mark
        });
    }

    fn value(&mut self, x: f64, row: usize, text: String, strong: bool) {
        let shape = Shape::Label {
            at: [x + 1.0, self.middle(row)],
            text,
            align: Align::Left,
            size: 12.0,
            strong,
            fit: Fit::Full,
        };
        self.marks.push(Mark::new(shape, Ink::Text));
    }

    /// Words across a panel.
    fn words(&mut self, zero: f64, row: usize, text: &str, strong: bool) {
        let shape = Shape::Label {
            at: [zero + 1.0, self.middle(row)],
            text: text.to_owned(),
            align: Align::Left,
            size: 12.0,
            strong,
            fit: Fit::Cut(self.highest + ROOM),
        };
        self.marks.push(Mark::new(shape, Ink::Text));
    }
}

const EMPTY: Shape = Shape::Bar {
    x: (0.0, 0.0),
    y: (0.0, 0.0),
};
