//! Every headline of both sources with its sensationalism and the cues behind it.

use egui::Ui;

use super::parts::title;
use crate::app::Page;
use crate::app::in_order::{Listed, Row, in_order};
use crate::app::widgets::table::{self, Column, Sort};
use crate::app::{Actions, App};
use crate::article::{Place, Side};
use crate::score::Analysis;
use crate::score::second::Agreement;
use crate::text::{number, optional, signed_whole, tr, tr_said};
use crate::workspace::Second;

const COLUMNS: [Column; 7] = [
    Column::text("Headline", 470.0),
    Column::text("Source", 150.0),
    Column::numbers("Score", 64.0)
        .help("Sensationalism, 0 (plain) to 100: how it is packaged, not how grave its news is."),
    Column::numbers("Bait", 60.0).help("How far it withholds and teases, 0 to 100."),
    Column::numbers("Heat", 60.0).help("How far it heats up, 0 to 100."),
    Column::numbers("Second", 66.0)
        .help("The bait as the second reader has it, 0 to 100; = where the readers agree, ≠ where they differ."),
    Column::text("Why", 220.0)
        .help("What in its wording raises the score, most first, and what lowers it, in points."),
];

/// The column of the second reader.
const SECOND: usize = 5;

/// What a row is sorted by.
fn key(row: &Row<'_>, column: usize) -> f64 {
    let score = row.scores.and_then(|s| s.headline.as_ref().ok());
    let value = score.map(|score| match column {
        3 => score.bait,
        4 => score.heat,
        SECOND => second(row).map_or(-1.0, |(bait, _)| bait),
        _ => score.score,
    });
    value.unwrap_or(-1.0)
}

fn second(row: &Row<'_>) -> Option<(f64, Agreement)> {
    row.scores.and_then(Analysis::second_bait)
}

fn headline<'a>(row: &Row<'a>) -> &'a str {
    row.headline().unwrap_or(tr!("(no headline)"))
}

fn cells(row: &Row<'_>, source: &str) -> Vec<String> {
    let score = row.scores.and_then(|s| s.headline.as_ref().ok());
    let points = |points| optional(points, |points| number(points, 0));
    let cues = match row.scores.map(|scores| &scores.headline) {
        None => tr!("Scoring…").to_owned(),
        Some(Err(why)) => tr!("Not scored: {}", tr_said(&why.to_string())),
        Some(Ok(score)) => {
            let (_, _, points) = score.whole_points();
            let mut cues: Vec<(i64, &str)> = (points.into_iter())
                .zip(score.cues.iter().map(|cue| tr(cue.kind.label())))
                .filter(|(points, _)| *points != 0)
                .collect();
            cues.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
            let cues: Vec<String> = (cues.into_iter())
                .map(|(points, label)| format!("{label} {}", signed_whole(points)))
                .collect();
            cues.join(", ")
        }
    };
    vec![
        headline(row).to_owned(),
        format!("{} {source}", row.place.side.label()),
        points(score.map(|it| it.score)),
        points(score.map(|it| it.bait)),
        points(score.map(|it| it.heat)),
        optional(second(row), |(bait, agreement)| {
            format!("{} {}", number(bait, 0), agreement.mark())
        }),
        cues,
    ]
}

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    title(Page::Headlines, ui);
    let mut sort = app.view.pages.headlines;
    if app.session().is_empty() {
        ui.label(tr!("Open an article to see its headline here."));
        return;
    }
    // The column of the second reader is there only while that is asked.
    let is_asked = *app.workspace.second() != Second::Off;
    let shown = |column: usize| is_asked || column != SECOND;
    let by = (0..COLUMNS.len()).filter(|column| shown(*column));
    let by = sort.column.and_then(|column| by.clone().nth(column));
    let by = Sort { column: by, ..sort };
    let listed = Listed::new(&app.workspace, &Side::BOTH, by);
    let known = &mut app.view.pages.headlines_in_order;
    let rows = in_order(known, listed, ui.ctx(), order);
    let columns = COLUMNS.into_iter().enumerate();
    let columns: Vec<Column> = (columns.filter(|(at, _)| shown(*at)))
        .map(|(_, column)| column)
        .collect();
    let session = app.session();
    let cells = |place: &Place| {
        let source = session.source(place.side);
        let read = source.and_then(|source| source.articles.get(place.article));
        let Some(read) = read else {
            return Vec::new();
        };
        let scores = app.workspace.scores_of(read).map(|scores| &**scores);
        let row = Row {
            place: *place,
            read,
            scores,
        };
        let mut cells = cells(&row, source.map_or("", |source| &source.name));
        if !is_asked {
            cells.remove(SECOND);
        }
        cells
    };
    let clicked = table::show(ui, "headlines", &columns, &rows, Some(&mut sort), cells);
    let clicked = clicked.copied();
    app.view.pages.headlines = sort;
    if let Some(place) = clicked {
        actions.select(place);
    }
}

fn order(rows: &mut [Row<'_>], sort: Sort) {
    match sort.column {
        None => return,
        Some(0) => rows.sort_by(|one, other| headline(one).cmp(headline(other))),
        Some(1) => rows.sort_by_key(|row| row.place),
        Some(column) => {
            rows.sort_by(|one, other| key(one, column).total_cmp(&key(other, column)));
        }
    }
    // Texts read naturally from A, numbers from the largest: both are what a first click gives.
    if sort.descending == !matches!(sort.column, Some(0 | 1 | 6)) {
        rows.reverse();
    }
}
