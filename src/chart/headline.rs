//! How each headline's sensationalism comes about: from the base, cue by cue, to the score. The two headlines
//! stand side by side on the same rows, so that a cue of one is held against the same cue of the other.

use super::caption::{NOTHING_OPEN, plain_caption};
use super::figure::left_out;
use super::input::{Input, SourceView};
use super::mark::{Align, Fit, Hover, Ink, Key, Look, Mark, Rule, Shape, Swatch, Target};
use super::{Axis, Cell, Chart, Kind, Table, Ticks};
use crate::article::{Place, Side};
use crate::score::headline::{CueKind, HeadlineScore};
use crate::text::{counted, shorten, signed};

/// Half the height of a bar, in rows.
const HALF_BAR: f64 = 0.34;
/// The points a headline can have.
const FULL: f64 = 100.0;
/// Room beside the longest bar for its points.
const ROOM: f64 = 16.0;
/// Room between the two headlines.
const GAP: f64 = 4.0;
/// Rows above the cues: the source with its score, and the start.
const ABOVE: usize = 2;
/// The fewest rows: the two above, all cues in one, the score.
const LEAST_ROWS: usize = ABOVE + 2;
const ABOUT: &str = "Sensationalism is how a headline is packaged, not how grave its news is. \
                     Start: the score of a headline without any cue.";

pub(super) fn build(input: &Input<'_>) -> Chart {
    let headlines: Vec<Headline<'_>> = input
        .sources()
        .filter_map(|(side, source)| Headline::new(side, &source))
        .collect();
    let order = order(&headlines);
    let full = LEAST_ROWS.max(ABOVE + order.len() + 2);
    let chart = with_rows(input, &headlines, &order, full);
    let mut notes = vec![ABOUT.to_owned()];
    notes.extend(headlines.iter().filter_map(Headline::note));
    Chart {
        caption: plain_caption(&notes),
        table: table(&headlines),
        ..chart.and_fewer((full, LEAST_ROWS), |rows| {
            with_rows(input, &headlines, &order, rows)
        })
    }
}

/// The headline of the first article of a source.
struct Headline<'a> {
    side: Side,
    name: String,
    articles: usize,
    text: Option<&'a str>,
    score: Result<&'a HeadlineScore, String>,
    /// The points of each kind of cue, with the position of its first cue.
    cues: Vec<(CueKind, f64, usize)>,
}

impl<'a> Headline<'a> {
    fn new(side: Side, source: &SourceView<'a>) -> Option<Self> {
        let (article, analysis) = source.articles.first()?;
        let score = analysis.headline.as_ref().map_err(ToString::to_string);
        let mut cues: Vec<(CueKind, f64, usize)> = Vec::new();
        for (index, cue) in score.iter().flat_map(|score| score.cues.iter().enumerate()) {
            match cues.iter_mut().find(|(kind, ..)| *kind == cue.kind) {
                Some((_, points, _)) => *points += cue.points,
                None => cues.push((cue.kind, cue.points, index)),
            }
        }
        Some(Self {
            side,
            name: source.short_name(),
            articles: source.articles.len(),
            text: article.headline.as_ref().map(|headline| &*headline.text),
            score,
            cues,
        })
    }

    fn cue(&self, kind: CueKind) -> Option<(f64, usize)> {
        let found = self.cues.iter().find(|(of, ..)| *of == kind);
        found.map(|(_, points, index)| (*points, *index))
    }

    /// "70 of 100", or that it is not scored.
    fn scored(&self) -> String {
        match &self.score {
            Ok(score) => format!("{:.0} of 100", score.score),
            Err(_) => "not scored".to_owned(),
        }
    }

    /// ", most from Hype (+24)": the cue that adds most, where one does.
    fn most(&self) -> String {
        let most = self.cues.iter().max_by(|a, b| a.1.total_cmp(&b.1));
        most.filter(|(_, points, _)| *points > 0.0)
            .map_or_else(String::new, |(kind, points, _)| {
                format!(", most from {} ({})", kind.label(), signed(*points, 0))
            })
    }

    fn note(&self) -> Option<String> {
        (self.articles > 1).then(|| {
            format!(
                "{} has {}; this is the first.",
                self.side.label(),
                counted(self.articles, "article")
            )
        })
    }

    /// The headline's place: of the source's first article.
    const fn place(&self) -> Place {
        Place::headline(self.side, 0)
    }
}

/// Every kind of cue in either headline: what adds first, the largest first, then what takes away.
fn order(headlines: &[Headline<'_>]) -> Vec<CueKind> {
    let mut kinds: Vec<(CueKind, f64)> = Vec::new();
    for (kind, points, _) in headlines.iter().flat_map(|headline| &headline.cues) {
        match kinds.iter_mut().find(|(known, _)| known == kind) {
            Some((_, sum)) => *sum += points,
            None => kinds.push((*kind, *points)),
        }
    }
    kinds.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    kinds.into_iter().map(|(kind, _)| kind).collect()
}

fn with_rows(
    input: &Input<'_>,
    headlines: &[Headline<'_>],
    order: &[CueKind],
    rows: usize,
) -> Chart {
    // The headlines' words have a row of their own where every cue has one.
    let worded = rows >= ABOVE + order.len() + 2;
    let plan = Plan::new(headlines, order, rows - ABOVE - 1 - usize::from(worded));
    let mut panels = Panels {
        rows: plan.rows(worded),
        worded,
        marks: Vec::new(),
        lowest: 0.0,
        highest: FULL,
    };
    for headline in headlines {
        panels.reach(headline, &plan);
    }
    let mut ticks = Vec::new();
    let mut rules = Vec::new();
    for (index, headline) in headlines.iter().enumerate() {
        let zero = panels.zero(index);
        panels.add(headline, &plan, zero);
        rules.push(Rule::Vertical(zero));
        ticks.extend(
            (0..=5)
                .map(|n| f64::from(n) * 20.0)
                .map(|points| (zero + points, format!("{points:.0}"))),
        );
    }
    let names = if headlines.is_empty() {
        Vec::new()
    } else {
        plan.names(worded)
    };
    let count = names.len() as f64;
    let names: Vec<(f64, String)> = names
        .into_iter()
        .enumerate()
        .map(|(row, name)| (count - row as f64 - 0.5, name))
        .collect();
    let end = panels.zero(headlines.len().max(1)) - GAP + panels.lowest;
    let x = Axis {
        label: "Points, 0 (plain) to 100".to_owned(),
        ticks: Ticks::Names(ticks),
        grid: true,
        ..Axis::bare((panels.lowest.min(0.0), end))
    };
    let scores: Vec<String> = headlines
        .iter()
        .map(|headline| {
            format!(
                "{} {}{}",
                headline.side.label(),
                headline.scored(),
                headline.most()
            )
        })
        .collect();
    Chart {
        title: "Headline sensationalism, cue by cue".to_owned(),
        summary: if headlines.is_empty() {
            NOTHING_OPEN.to_owned()
        } else {
            format!("{}.", scores.join("; "))
        },
        rules,
        left_out: left_out(order.len() - plan.folded.len(), order.len(), "cue"),
        ..Chart::of_rows(
            Kind::Headline,
            input,
            x,
            (names.len(), names),
            panels.marks,
            legend(headlines),
        )
    }
}

/// Which cues have a row, and which share the last one.
struct Plan {
    shown: Vec<CueKind>,
    folded: Vec<CueKind>,
}

impl Plan {
    /// At most `most` rows of cues; where there are more cues, the smallest share one.
    fn new(headlines: &[Headline<'_>], order: &[CueKind], most: usize) -> Self {
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

    fn rows(&self, worded: bool) -> usize {
        self.names(worded).len()
    }

    /// The names of the rows from top to bottom.
    fn names(&self, worded: bool) -> Vec<String> {
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
struct Panels {
    rows: usize,
    worded: bool,
    marks: Vec<Mark>,
    lowest: f64,
    highest: f64,
}

impl Panels {
    /// Where the zero of a panel stands.
    fn zero(&self, index: usize) -> f64 {
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

    fn add(&mut self, headline: &Headline<'_>, plan: &Plan, zero: f64) {
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

fn legend(headlines: &[Headline<'_>]) -> Vec<Key> {
    let key = |look, ink, label: &str| Key::new(Swatch::Bar(look), ink, label);
    let mut keys: Vec<Key> = headlines
        .iter()
        .map(|headline| {
            let label = format!("cue in {}", headline.side.label());
            key(Look::Solid, Ink::Source(headline.side), &label)
        })
        .collect();
    keys.push(key(Look::Hollow, Ink::Muted, "lowers the score"));
    keys
}

fn table(headlines: &[Headline<'_>]) -> Table {
    let mut table = Table::new(&["source", "part", "points"]);
    for headline in headlines {
        let mut row = |what: String, value| {
            table.rows.push(vec![
                Cell::Text(headline.side.label().to_owned()),
                Cell::Text(what),
                value,
            ]);
        };
        match &headline.score {
            Ok(score) => {
                row("start".to_owned(), Cell::Value(score.base, 1));
                let mut cues: Vec<_> = score.cues.iter().collect();
                cues.sort_by(|a, b| b.points.total_cmp(&a.points));
                for cue in cues {
                    row(cue.kind.label().to_owned(), Cell::Value(cue.points, 1));
                }
                row("score, of 100".to_owned(), Cell::Value(score.score, 1));
            }
            Err(why) => row(format!("not scored: {why}"), Cell::Empty),
        }
    }
    table
}
