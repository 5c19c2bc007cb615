//! The report as a Word document: headings, tables, and charts as pictures that say what they show.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, BorderType, Docx, LineSpacing, LineSpacingType, PageMargin, PageNum, Paragraph,
    Pic, Run as Words, RunFonts, Style, StyleType, Table as Grid, TableBorder, TableBorderPosition,
    TableCell, TableCellBorder, TableCellBorderPosition, TableCellBorders, TableCellMargins,
    TableLayoutType, TableRow, WidthType,
};

use super::item::{Block, Chart, Column, Item, Kind, Piece, Run, Section, Sentence, Table, Text};
use super::paper::Paper;
use super::sections::sections;
use super::subject::{Drawing, Report};
use crate::article::Side;
use crate::chart::{Ink, Theme, palette};
use crate::compare::STANDING_LINE;
use crate::export::escape::{escape_xml, visible};
use crate::score::tone::NEUTRAL_BAND;
use crate::text::{one_line, shorten, signed};

/// The page, in twentieths of a point: A4 with margins of two centimetres.
const PAGE: (u32, u32) = (11_906, 16_838);
const MARGIN: i32 = 1_134;
/// What stands between the margins.
const WIDTH: usize = 9_638;
/// The same in the unit of pictures, 635 to a twentieth of a point.
const PICTURE_WIDTH: u32 = 6_120_130;
/// A picture is no higher than this, so that its title stands on the same page.
const PICTURE_HEIGHT: u32 = 8_200_000;

/// Characters shown of a headline at the top.
const HEADLINE: usize = 300;

/// How the library names every picture, before it is given its own number, name and description.
const PICTURE: &str = r#"<wp:docPr id="1" name="Figure" />"#;

/// Why a Word document could not be put together. This is an error in Parallax.
#[derive(Debug, thiserror::Error)]
#[error("the Word document could not be put together: {0}")]
pub struct DocxError(String);

/// The bytes of the document. The same report gives the same bytes.
pub(super) fn file(report: &Report<'_>) -> Result<Vec<u8>, DocxError> {
    let mut writer = Writer::new(report.date);
    writer.heading(1, &report.title());
    for side in Side::BOTH {
        writer.add(source(report, side));
    }
    writer.add(paragraph("Standing", [plain(STANDING_LINE)]));
    if let Some(notice) = report.comparison.of_few_articles() {
        writer.add(paragraph("Standing", [plain(notice)]));
    }
    for section in &sections(report) {
        writer.section(section);
    }
    writer.finish()
}

/// The bytes of a paper.
pub(super) fn paper(paper: &Paper<'_>) -> Result<Vec<u8>, DocxError> {
    let mut writer = Writer::new(paper.date);
    writer.heading(1, &paper.title);
    writer.add(paragraph("Standing", [plain(&paper.about)]));
    for section in &paper.sections {
        writer.section(section);
    }
    writer.add(paragraph("Standing", [plain(STANDING_LINE)]));
    writer.finish()
}

/// One source: its letter and name, and the headline of its first article.
fn source(report: &Report<'_>, side: Side) -> Paragraph {
    let source = report.source(side);
    let name = format!("{}  {}", side.label(), source.short_name());
    let name = plain(&name).bold().color(ink(Ink::Source(side)));
    let headline = source
        .articles
        .first()
        .and_then(|(article, _)| article.headline.as_ref());
    let headline = headline.filter(|_| report.with_text()).map(|headline| {
        let more = match source.articles.len() {
            0 | 1 => String::new(),
            articles => format!(" and {} more", articles - 1),
        };
        plain(&format!("   {}{more}", shorten(&headline.text, HEADLINE)))
    });
    paragraph("Normal", [name].into_iter().chain(headline))
}

/// A document being written.
struct Writer {
    document: Docx,
    /// Paragraphs so far: each has its own number, so that the same report gives the same bytes.
    paragraphs: usize,
    /// What each picture shows, in order.
    pictures: Vec<String>,
}

impl Writer {
    fn new(date: Option<&str>) -> Self {
        let margin = PageMargin::new()
            .top(MARGIN)
            .bottom(MARGIN)
            .left(MARGIN)
            .right(MARGIN);
        let fonts = RunFonts::new()
            .ascii("Calibri")
            .hi_ansi("Calibri")
            .cs("Calibri");
        let mut document = Docx::new()
            .page_size(PAGE.0, PAGE.1)
            .page_margin(margin)
            .default_fonts(fonts)
            .default_size(20)
            .default_line_spacing(spacing(0, 100).line(264))
            .footer(
                docx_rs::Footer::new().add_paragraph(
                    Paragraph::new()
                        .id("F0000001")
                        .align(AlignmentType::Right)
                        .add_page_num(PageNum::new()),
                ),
            );
        for (level, size, before) in [
            (1, 40, 0),
            (2, 28, 320),
            (3, 23, 200),
            (4, 24, 160),
            (5, 21, 120),
        ] {
            document = document.add_style(heading(level, size, before));
        }
        for style in styles() {
            document = document.add_style(style);
        }
        // What says that it is a file of ours.
        let software = format!("Parallax {}", crate::VERSION);
        document = document.custom_property("Software", software);
        if let Some(date) = date {
            document = document.created_at(date).updated_at(date);
        }
        Self {
            document,
            paragraphs: 0,
            pictures: Vec::new(),
        }
    }

    /// A number for the next paragraph, as such documents hold it.
    fn next(&mut self) -> String {
        self.paragraphs += 1;
        format!("{:08X}", self.paragraphs)
    }

    fn add(&mut self, paragraph: Paragraph) {
        let id = self.next();
        let document = std::mem::take(&mut self.document);
        self.document = document.add_paragraph(paragraph.id(id));
    }

    fn heading(&mut self, level: usize, text: &str) {
        let heading = paragraph(&format!("Heading{level}"), [plain(text)]);
        self.add(heading.keep_next(true));
    }

    fn section(&mut self, section: &Section<'_>) {
        self.heading(2, section.title);
        for item in &section.items {
            self.item(item);
        }
    }

    fn item(&mut self, item: &Item<'_>) {
        match item {
            Item::Text(text) => {
                let lines = text.lines().enumerate().map(|(at, line)| match at {
                    0 => plain(line),
                    _ => Words::new()
                        .add_break(docx_rs::BreakType::TextWrapping)
                        .add_text(clean(line)),
                });
                self.add(paragraph("Normal", lines));
            }
            Item::Heading(text) => self.heading(3, text),
            Item::Quote(text) => self.add(paragraph("Quote", [plain(text)])),
            Item::List(sentences) => sentences.iter().for_each(|it| self.sentence(it)),
            Item::Table(table) => self.table(table),
            Item::Facts(facts) => {
                for (name, value) in facts {
                    let name = plain(&format!("{name}: ")).bold();
                    self.add(paragraph("Small", [name, plain(value)]));
                }
            }
            Item::Chart(chart) => self.chart(chart),
            Item::Texts(texts) => texts.iter().for_each(|text| self.text(text)),
        }
    }

    fn sentence(&mut self, sentence: &Sentence) {
        let words = sentence.words.iter().map(|(side, words)| match side {
            Some(side) => plain(words).bold().color(ink(Ink::Source(*side))),
            None => plain(words),
        });
        let more = !sentence.detail.is_empty() || !sentence.figures.is_empty();
        self.add(paragraph("Finding", words).keep_next(more));
        let parts = [sentence.detail.as_str(), sentence.figures.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if more {
            self.add(paragraph("Detail", [plain(&parts.join(" · "))]));
        }
    }

    fn table(&mut self, table: &Table) {
        self.add(paragraph("Caption", [plain(&table.caption)]).keep_next(true));
        let widths = widths(table);
        let names: Vec<String> = table
            .columns
            .iter()
            .map(|column| column.name.clone())
            .collect();
        let mut rows = vec![self.row(&names, &table.columns, &widths, true)];
        for row in &table.rows {
            rows.push(self.row(row, &table.columns, &widths, false));
        }
        let margins = TableCellMargins::new().margin(30, 80, 30, 0);
        let mut grid = Grid::without_borders(rows)
            .set_grid(widths)
            .width(WIDTH, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .margins(margins);
        for edge in [TableBorderPosition::Bottom, TableBorderPosition::InsideH] {
            grid = grid.set_border(line(edge));
        }
        let document = std::mem::take(&mut self.document);
        self.document = document.add_table(grid);
        self.add(paragraph("Small", []));
    }

    fn row(
        &mut self,
        cells: &[String],
        columns: &[Column],
        widths: &[usize],
        is_head: bool,
    ) -> TableRow {
        let cells = cells
            .iter()
            .zip(columns)
            .zip(widths)
            .map(|((text, column), width)| {
                let words = plain(text);
                let words = if is_head { words.bold() } else { words };
                let mut paragraph = paragraph("Cell", [words]).id(self.next());
                if column.kind == Kind::Numbers {
                    paragraph = paragraph.align(AlignmentType::Right);
                }
                let cell = TableCell::new()
                    .width(*width, WidthType::Dxa)
                    .add_paragraph(paragraph);
                if is_head {
                    cell.set_borders(
                        TableCellBorders::with_empty().set(
                            TableCellBorder::new(TableCellBorderPosition::Bottom)
                                .border_type(BorderType::Single)
                                .size(8)
                                .color(ink(Ink::Muted)),
                        ),
                    )
                } else {
                    cell
                }
            });
        TableRow::new(cells.collect()).cant_split()
    }

    /// A chart as a picture; a reader that shows none has its title and what it says.
    fn chart(&mut self, chart: &Chart<'_>) {
        let Some(Drawing::Picture { png, size }) = chart.drawing else {
            let title = plain(&format!("{}. ", chart.title)).bold();
            self.add(paragraph("Normal", [title, plain(&chart.summary)]));
            return;
        };
        let [wide, high] = size.map(u64::from);
        let high_at_full = u64::from(PICTURE_WIDTH) * high / wide.max(1);
        let (width, height) = if high_at_full > u64::from(PICTURE_HEIGHT) {
            (
                u64::from(PICTURE_HEIGHT) * wide / high.max(1),
                u64::from(PICTURE_HEIGHT),
            )
        } else {
            (u64::from(PICTURE_WIDTH), high_at_full)
        };
        let [width, height] =
            [width, height].map(|side| u32::try_from(side).unwrap_or(PICTURE_WIDTH));
        self.pictures
            .push(format!("{}. {}", chart.title, chart.summary));
        let picture = Pic::new_with_dimensions(png.clone(), size[0], size[1])
            .id(format!("rIdImage{}", self.pictures.len()))
            .size(width, height);
        self.add(paragraph("Normal", [Words::new().add_image(picture)]));
    }

    fn text(&mut self, text: &Text) {
        self.heading(3, &format!("{}: {}", text.side.label(), text.name));
        for block in text.articles.iter().flatten() {
            match block.kind {
                Piece::Headline => self.heading(4, &block.words()),
                Piece::Subhead => self.heading(5, &block.words()),
                Piece::Facts => self.add(paragraph("Detail", [plain(&block.words())])),
                _ => self.add(block_of_text(block)),
            }
        }
    }

    /// The whole file.
    fn finish(self) -> Result<Vec<u8>, DocxError> {
        let failed = |why: &dyn std::fmt::Display| DocxError(why.to_string());
        let mut parts = self.document.build();
        let xml = String::from_utf8(parts.document).map_err(|why| failed(&why))?;
        let mut pieces = xml.split(PICTURE);
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for (at, (piece, shows)) in pieces.zip(&self.pictures).enumerate() {
            let number = at + 1;
            let shows = escape_xml(&one_line(&visible(shows)));
            out.extend([
                &format!(r#"<wp:docPr id="{number}" name="Chart {number}" descr="{shows}" />"#),
                piece,
            ]);
        }
        parts.document = out.into_bytes();
        let mut file = Cursor::new(Vec::new());
        parts.pack(&mut file).map_err(|why| failed(&why))?;
        Ok(file.into_inner())
    }
}

/// A paragraph of a text with its tone before it and the words that count underlined.
fn block_of_text(block: &Block) -> Paragraph {
    let mut words = Vec::new();
    if let Some(tone) = block.tone {
        words.push(
            plain(&format!("{}  ", signed(tone, 2)))
                .bold()
                .size(16)
                .color(sign(tone)),
        );
    }
    if block.kind == Piece::ListItem {
        words.push(plain("• "));
    }
    words.extend(block.runs.iter().map(|run| {
        match run {
            Run::Text(text) => plain(text),
            Run::Word { text, value, .. } => {
                plain(text).underline(if *value < 0.0 { "dotted" } else { "single" })
            }
            Run::Tone(tone) => plain(&format!("\u{202f}{}", signed(*tone, 2)))
                .size(14)
                .color(sign(*tone)),
        }
    }));
    let style = match block.kind {
        Piece::Quote => "Quote",
        Piece::Plain => "Detail",
        _ => "Normal",
    };
    paragraph(style, words)
}

fn paragraph(style: &str, words: impl IntoIterator<Item = Words>) -> Paragraph {
    words
        .into_iter()
        .fold(Paragraph::new().style(style), Paragraph::add_run)
}

fn plain(text: &str) -> Words {
    Words::new().add_text(clean(text))
}

/// Text that such a document can hold, what would turn its direction made visible.
fn clean(text: &str) -> String {
    let held =
        |character: &char| !character.is_control() && !matches!(character, '\u{FFFE}' | '\u{FFFF}');
    let text = text.replace(['\n', '\t'], " ");
    visible(&text).chars().filter(held).collect()
}

/// A colour on white, as such documents write it.
fn ink(ink: Ink) -> String {
    let hex = palette::colour(ink, Theme::Light).hex();
    hex.trim_start_matches('#').to_owned()
}

fn sign(tone: f64) -> String {
    ink(if tone >= NEUTRAL_BAND {
        Ink::Positive
    } else if tone <= -NEUTRAL_BAND {
        Ink::Negative
    } else {
        Ink::Muted
    })
}

fn heading(level: usize, size: usize, before: u32) -> Style {
    Style::new(format!("Heading{level}"), StyleType::Paragraph)
        .name(format!("heading {level}"))
        .based_on("Normal")
        .next("Normal")
        .outline_lvl(level - 1)
        .size(size)
        .bold()
        .line_spacing(spacing(before, 80))
}

/// The styles of everything but headings.
fn styles() -> Vec<Style> {
    let style = |id: &str| {
        Style::new(id, StyleType::Paragraph)
            .name(id)
            .based_on("Normal")
    };
    let muted = || ink(Ink::Muted);
    let after = |after: u32| spacing(0, after);
    vec![
        Style::new("Normal", StyleType::Paragraph)
            .name("Normal")
            .size(20),
        style("Standing").color(muted()).line_spacing(after(160)),
        style("Finding").size(21).line_spacing(spacing(80, 20)),
        style("Detail")
            .size(18)
            .color(muted())
            .line_spacing(after(80)),
        style("Small").size(16).line_spacing(after(30)),
        style("Cell").size(16).line_spacing(after(0)),
        style("Caption")
            .size(18)
            .color(muted())
            .line_spacing(spacing(120, 60)),
        style("Quote")
            .indent(Some(360), None, None, None)
            .line_spacing(after(80)),
    ]
}

/// Room before and after a paragraph, in twentieths of a point. Lines are as high as what stands in them.
fn spacing(before: u32, after: u32) -> LineSpacing {
    LineSpacing::new()
        .line_rule(LineSpacingType::Auto)
        .before(before)
        .after(after)
}

fn line(position: TableBorderPosition) -> TableBorder {
    TableBorder::new(position)
        .border_type(BorderType::Single)
        .size(4)
        .color(ink(Ink::Grid))
}

/// How wide each column is: columns of numbers by their longest number, the rest by their longest text up
/// to a limit; all of them together fill the page.
fn widths(table: &Table) -> Vec<usize> {
    let weights: Vec<usize> = (table.columns.iter().enumerate())
        .map(|(at, column)| {
            let cells = table.rows.iter().filter_map(|row| row.get(at));
            let longest = cells.map(|cell| cell.chars().count()).max().unwrap_or(0);
            let word = column
                .name
                .split_whitespace()
                .map(|word| word.chars().count())
                .max();
            let longest = longest.max(word.unwrap_or(0) + 1);
            match column.kind {
                Kind::Numbers => longest.clamp(4, 16) + 4,
                Kind::Words => longest.clamp(6, 19) + 1,
            }
        })
        .collect();
    let all = weights.iter().sum::<usize>().max(1);
    weights.iter().map(|weight| WIDTH * weight / all).collect()
}
