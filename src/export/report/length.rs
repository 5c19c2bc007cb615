//! How long a report is on paper, about: before it is written.

use super::item::{Block, Item, Piece, Section, Table};
use super::sections::sections;
use super::subject::Report;

/// The height of a page of A4 between its margins, in millimetres, as the style sheet sets them.
const PAGE: f64 = 265.0;
/// What stands above the first section.
const HEAD: f64 = 55.0;
/// A heading of a section with the room around it.
const HEADING: f64 = 16.0;
/// A line of text, and how many characters stand in one.
const LINE: f64 = 5.0;
const CHARACTERS: f64 = 105.0;
/// A line of a table or of facts, and how many characters stand in one of them.
const ROW: f64 = 6.0;
const ROW_CHARACTERS: f64 = 120.0;
/// Characters in a line of one of two columns of text.
const COLUMN_CHARACTERS: f64 = 46.0;
/// A chart is 900 points wide on paper 182 mm wide; above and below it is some room.
const CHART: f64 = 182.0 / 900.0;
const ROOM: f64 = 6.0;

impl Report<'_> {
    /// How many pages of A4 it has when it is printed, about; at least one.
    pub fn pages(&self) -> usize {
        let mut at = HEAD;
        for section in &sections(self) {
            place(section, &mut at);
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a positive number of pages; casts from float saturate"
        )]
        let pages = (at / PAGE).ceil() as usize;
        pages.max(1)
    }
}

/// Goes on below everything a section says. What is not broken begins a new page where it does not fit.
fn place(section: &Section<'_>, at: &mut f64) {
    *at += HEADING;
    for item in &section.items {
        let height = height(item);
        let whole = matches!(item, Item::Chart(_));
        let left = PAGE - at.rem_euclid(PAGE);
        if whole && height > left && height < PAGE {
            *at += left;
        }
        *at += height;
    }
}

fn height(item: &Item<'_>) -> f64 {
    match item {
        Item::Text(text) | Item::Quote(text) => {
            text.lines()
                .map(|line| lines(line, CHARACTERS))
                .sum::<f64>()
                * LINE
                + 3.0
        }
        Item::Heading(_) => 11.0,
        Item::List(sentences) => (sentences.iter())
            .map(|one| {
                let parts = [one.text(), one.detail.clone(), one.figures.clone()];
                parts
                    .iter()
                    .map(|part| lines(part, CHARACTERS))
                    .sum::<f64>()
                    * LINE
                    + 3.0
            })
            .sum(),
        Item::Table(table) => self::table(table),
        Item::Facts(facts) => (facts.iter())
            .map(|(_, value)| lines(value, ROW_CHARACTERS) * ROW * 0.75)
            .sum(),
        Item::Chart(chart) => match chart.drawing {
            None if cfg!(not(feature = "gui")) => LINE * 2.0,
            _ => f64::from(chart.height) * CHART + ROOM,
        },
        Item::Texts(texts) => (texts.iter())
            .map(|text| text.articles.iter().flatten().map(block).sum::<f64>())
            .fold(0.0, f64::max),
    }
}

/// Rows, each as high as its fullest cell where the columns share the page by what they hold.
fn table(table: &Table) -> f64 {
    let widths: Vec<f64> = (table.columns.iter().enumerate())
        .map(|(at, _)| {
            let cells = table.rows.iter().filter_map(|row| row.get(at));
            cells
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or(0)
                .min(60) as f64
        })
        .collect();
    let all = widths.iter().sum::<f64>().max(ROW_CHARACTERS);
    let row = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths);
        let lines = cells.map(|(cell, width)| lines(cell, (ROW_CHARACTERS * width / all).max(8.0)));
        lines.fold(1.0, f64::max) * ROW
    };
    2.5 * ROW + table.rows.iter().map(row).sum::<f64>()
}

fn block(block: &Block) -> f64 {
    let room = match block.kind {
        Piece::Headline => 6.0,
        _ => 3.0,
    };
    lines(&block.words(), COLUMN_CHARACTERS) * LINE + room
}

/// How many lines of `wide` characters a text fills; none if it is empty.
fn lines(text: &str, wide: f64) -> f64 {
    (text.chars().count() as f64 / wide).ceil()
}
