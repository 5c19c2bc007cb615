//! How far coders agree: every coefficient as a point with its interval, variable by variable.

use super::caption::plain_caption;
use super::figure::left_out;
use super::input::{Input, StudyView};
use super::mark::{Fit, Hover, Ink, Key, Mark, Shape, Swatch, Symbol};
use super::{Align, Axis, Cell, Chart, Kind, Provenance, Reach, Table, Ticks};
use crate::stats::{COEFFICIENTS, Coefficient, Estimate};
use crate::study::VariableAgreement;
use crate::text::{counted, number, range, shorten};

/// Said where nobody coded anything that charts could show.
pub(super) const NO_STUDY: &str = "No study was coded by two coders yet.";

/// What a study's charts were made from.
pub(super) fn provenance(study: Option<StudyView<'_>>) -> Provenance {
    Provenance {
        seed: study.map(|study| study.seed),
        ..Provenance::default()
    }
}

/// Which coefficients stay where there is room for few: those that tell most.
const FIRST: [Coefficient; 6] = [
    Coefficient::Alpha,
    Coefficient::Percent,
    Coefficient::Ac1,
    Coefficient::Kappa,
    Coefficient::Fleiss,
    Coefficient::Ac2,
];
/// The fewest rows.
const LEAST_ROWS: usize = 3;

/// One coefficient of one variable.
struct Line<'a> {
    of: &'a VariableAgreement,
    which: Coefficient,
    estimate: Estimate,
}

pub(super) fn build(input: &Input<'_>) -> Chart {
    let found = input.study.map_or(&[] as &[_], |study| study.found);
    let mut lines = Vec::new();
    let mut table = Table::new(&[
        "variable",
        "level",
        "units",
        "coders",
        "coefficient",
        "value",
        "interval from",
        "interval to",
    ]);
    for one in found {
        let Ok(agreement) = &one.agreement else {
            continue;
        };
        for which in COEFFICIENTS {
            let estimate = agreement.get(which);
            let interval = estimate.and_then(|estimate| estimate.interval);
            table.add(
                vec![
                    Cell::Text(one.name.clone()),
                    Cell::Text(one.level.label().to_owned()),
                    Cell::Count(one.shared),
                    Cell::Count(one.coders.len()),
                    Cell::Text(which.label().to_owned()),
                    Cell::value(estimate.map(|estimate| estimate.value), 4),
                    Cell::value(interval.map(|interval| interval.low), 4),
                    Cell::value(interval.map(|interval| interval.high), 4),
                ],
                None,
            );
            lines.extend(estimate.map(|estimate| Line {
                of: one,
                which,
                estimate,
            }));
        }
    }
    let notes = [
        "Point: coefficient; line: its 95 % interval, bootstrap by unit.".to_owned(),
        coders(found),
    ];
    let count = lines.len();
    Chart {
        caption: plain_caption(&notes),
        table,
        ..with_rows(input, &lines, count)
            .and_fewer((count, LEAST_ROWS), |most| with_rows(input, &lines, most))
    }
}

/// The chart of the `most` coefficients that tell most.
fn with_rows(input: &Input<'_>, lines: &[Line<'_>], most: usize) -> Chart {
    let found = input.study.map_or(&[] as &[_], |study| study.found);
    let rank = |line: &Line<'_>| FIRST.iter().position(|which| *which == line.which);
    let mut chosen: Vec<usize> = (0..lines.len()).collect();
    chosen.sort_by_key(|at| (lines.get(*at).and_then(rank), *at));
    chosen.truncate(most);
    chosen.sort_unstable();
    let rows: Vec<&Line<'_>> = chosen.iter().filter_map(|at| lines.get(*at)).collect();
    let count = rows.len();
    let mut names = Vec::with_capacity(count);
    let mut marks = Vec::new();
    for (at, line) in rows.iter().enumerate() {
        let y = count as f64 - at as f64 - 0.5;
        names.push((
            y,
            match found {
                [_] => line.which.label().to_owned(),
                _ => format!("{} · {}", shorten(&line.of.name, 24), line.which.label()),
            },
        ));
        marks.extend(self::marks(line, y));
    }
    let least = lines.iter().map(|line| {
        let interval = line.estimate.interval;
        interval.map_or(line.estimate.value, |interval| interval.low)
    });
    let low = if least.fold(0.0, f64::min) < 0.0 {
        -1.0
    } else {
        0.0
    };
    let x = Axis {
        label: "0: as often as chance would have it · 1: full agreement (agreement itself: share of pairs)"
            .to_owned(),
        room: (0.02, 0.14),
        ticks: Ticks::Values {
            step: 0.2,
            signed: false,
        },
        grid: true,
        ..Axis::bare((low, 1.0))
    };
    Chart {
        title: "How far coders agree".to_owned(),
        summary: summary(found),
        reach: Reach::Row,
        left_out: left_out(count, lines.len(), "coefficient"),
        provenance: provenance(input.study).into(),
        ..Chart::of_rows(Kind::Agreement, x, (count, names), marks, legend())
    }
}

/// How many coded how much.
fn coders(found: &[VariableAgreement]) -> String {
    let parts: Vec<String> = (found.iter())
        .map(|one| {
            format!(
                "{}: {}, {} by two or more, {} level.",
                one.name,
                counted(one.coders.len(), "coder"),
                counted(one.shared, "unit"),
                one.level.label()
            )
        })
        .collect();
    parts.join(" ")
}

/// Interval, point and figure of one coefficient.
fn marks(line: &Line<'_>, y: f64) -> Vec<Mark> {
    let two = |value| number(value, 2);
    let (which, estimate) = (line.which, line.estimate);
    let mut marks = Vec::new();
    let interval = estimate.interval.map_or_else(
        || "No interval.".to_owned(),
        |interval| format!("95 % interval {}", range(interval.low, interval.high, two)),
    );
    if let Some(interval) = estimate.interval {
        let whisker = Shape::Whisker {
            from: [interval.low, y],
            to: [interval.high, y],
            width: 1.5,
            cap: 4.0,
        };
        marks.push(Mark::new(whisker, Ink::Muted));
    }
    let point = Shape::Point {
        at: [estimate.value, y],
        radius: 5.0,
        symbol: Symbol::Circle,
    };
    let hover = Hover {
        title: format!("{}: {}", line.of.name, which.label()),
        lines: vec![two(estimate.value), interval],
    };
    marks.push(Mark::new(point, Ink::Text).hover(hover));
    let label = Shape::Label {
        at: [1.03, y],
        text: two(estimate.value),
        align: Align::Left,
        size: 12.0,
        strong: true,
        fit: Fit::Full,
    };
    marks.push(Mark::new(label, Ink::Text));
    marks
}

fn summary(found: &[VariableAgreement]) -> String {
    let alphas: Vec<String> = (found.iter())
        .filter_map(|one| {
            let alpha = one.agreement.as_ref().ok()?.get(Coefficient::Alpha)?;
            let two = |value| number(value, 2);
            let interval = alpha.interval.map_or_else(String::new, |interval| {
                format!(" ({})", range(interval.low, interval.high, two))
            });
            Some(format!("{} {}{interval}", one.name, two(alpha.value)))
        })
        .collect();
    match alphas.as_slice() {
        [] => NO_STUDY.to_owned(),
        some => format!("Krippendorff’s α: {}.", some.join("; ")),
    }
}

fn legend() -> Vec<Key> {
    vec![
        Key::new(Swatch::Symbol(Symbol::Circle), Ink::Text, "coefficient"),
        Key::new(Swatch::Whisker, Ink::Muted, "95 % interval"),
    ]
}
