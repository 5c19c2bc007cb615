//! Every headline of both sources with its sensationalism and the cues behind it.

use egui::Ui;

use super::parts::title;
use crate::app::Page;
use crate::app::widgets::table::{self, Column, Sort};
use crate::app::{Actions, App};
use crate::article::{Article, Place, Side};
use crate::score::Analysis;
use crate::score::second::Agreement;
use crate::text::{number, optional, signed_whole};
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

/// One headline.
struct HeadlineRow<'a> {
    place: Place,
    read: &'a Article,
    scores: Option<&'a Analysis>,
}

impl HeadlineRow<'_> {
    /// What it is sorted by.
    fn key(&self, column: usize) -> f64 {
        let score = self.scores.and_then(|s| s.headline.as_ref().ok());
        let value = score.map(|score| match column {
            3 => score.bait,
            4 => score.heat,
            SECOND => self.second().map_or(-1.0, |(bait, _)| bait),
            _ => score.score,
        });
        value.unwrap_or(-1.0)
    }

    fn second(&self) -> Option<(f64, Agreement)> {
        self.scores.and_then(Analysis::second_bait)
    }

    fn headline(&self) -> &str {
        let headline = self.read.headline.as_ref();
        headline.map_or("(no headline)", |headline| &headline.text)
    }

    fn cells(&self, source: &str) -> Vec<String> {
        let score = self.scores.and_then(|s| s.headline.as_ref().ok());
        let points = |points| optional(points, |points| number(points, 0));
        let cues = match self.scores.map(|scores| &scores.headline) {
            None => "Scoring…".to_owned(),
            Some(Err(why)) => format!("Not scored: {why}"),
            Some(Ok(score)) => {
                let (_, _, points) = score.whole_points();
                let mut cues: Vec<(i64, &str)> = (points.into_iter())
                    .zip(score.cues.iter().map(|cue| cue.kind.label()))
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
            self.headline().to_owned(),
            format!("{} {source}", self.place.side.label()),
            points(score.map(|it| it.score)),
            points(score.map(|it| it.bait)),
            points(score.map(|it| it.heat)),
            optional(self.second(), |(bait, agreement)| {
                format!("{} {}", number(bait, 0), agreement.mark())
            }),
            cues,
        ]
    }
}

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    title(Page::Headlines, ui);
    let mut sort = app.view.pages.headlines;
    let mut rows = rows(app);
    if rows.is_empty() {
        ui.label("Open an article to see its headline here.");
        return;
    }
    // The column of the second reader is there only while that is asked.
    let is_asked = *app.workspace.second() != Second::Off;
    let shown = |column: usize| is_asked || column != SECOND;
    let by = (0..COLUMNS.len()).filter(|column| shown(*column));
    let by = sort.column.and_then(|column| by.clone().nth(column));
    order(&mut rows, Sort { column: by, ..sort });
    let columns = COLUMNS.into_iter().enumerate();
    let columns: Vec<Column> = (columns.filter(|(at, _)| shown(*at)))
        .map(|(_, column)| column)
        .collect();
    let session = app.session();
    let cells = |row: &HeadlineRow<'_>| {
        let source = session.source(row.place.side);
        let mut cells = row.cells(source.map_or("", |source| &source.name));
        if !is_asked {
            cells.remove(SECOND);
        }
        cells
    };
    let clicked = table::show(ui, "headlines", &columns, &rows, Some(&mut sort), cells);
    let clicked = clicked.map(|row| row.place);
    app.view.pages.headlines = sort;
    if let Some(place) = clicked {
        actions.select(place);
    }
}

fn rows(app: &App) -> Vec<HeadlineRow<'_>> {
    let mut rows = Vec::new();
    for side in Side::BOTH {
        let articles = app.session().source(side).map(|source| &source.articles);
        let articles = articles.into_iter().flat_map(|all| all.iter()).enumerate();
        for (article, read) in articles.filter(|(at, _)| app.workspace.counts(side, *at)) {
            rows.push(HeadlineRow {
                place: Place::headline(side, article),
                read,
                scores: app.workspace.scores_of(read).map(|scores| &**scores),
            });
        }
    }
    rows
}

fn order(rows: &mut [HeadlineRow<'_>], sort: Sort) {
    match sort.column {
        None => return,
        Some(0) => rows.sort_by(|one, other| one.headline().cmp(other.headline())),
        Some(1) => rows.sort_by_key(|row| row.place),
        Some(column) => rows.sort_by(|one, other| one.key(column).total_cmp(&other.key(column))),
    }
    // Texts read naturally from A, numbers from the largest: both are what a first click gives.
    if sort.descending == !matches!(sort.column, Some(0 | 1 | 6)) {
        rows.reverse();
    }
}
