//! The report as one HTML document.

use std::fmt::Write as _;

use super::item::{Block, Chart, Item, Kind, Piece, Run, Section, Sentence, Table, Text};
use super::paper::Paper;
use super::sections::sections;
use super::side;
use super::subject::{Drawing, Report};
use crate::article::Side;
use crate::chart::{Ink, Theme, palette};
use crate::compare::STANDING_LINE;
use crate::export::escape::{escape_xml, visible};
use crate::score::tone::NEUTRAL_BAND;
use crate::text::{shorten, signed};

/// How it looks; colours come from the palette.
const STYLE: &str = include_str!("style.css");

pub(super) fn page(report: &Report<'_>) -> String {
    let sections = sections(report);
    document(&report.title(), &header(report), &sections)
}

/// A paper as one page.
pub(super) fn paper(paper: &Paper<'_>) -> String {
    let header = format!(
        concat!(
            "<header>\n<p class=\"kicker\">{kicker}{date}</p>\n<h1>{title}</h1>\n",
            "<p class=\"standing\">{about}</p>\n</header>\n",
        ),
        kicker = escape(paper.kicker),
        date = day(paper.date),
        title = escape(&paper.title),
        about = escape(&paper.about),
    );
    document(&paper.title, &header, &paper.sections)
}

fn document(title: &str, header: &str, sections: &[Section<'_>]) -> String {
    let main: String = sections.iter().map(section).collect();
    format!(
        concat!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
            // Nothing is loaded and nothing runs, whatever the articles hold.
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
            "<meta name=\"color-scheme\" content=\"light dark\">\n",
            "<meta name=\"generator\" content=\"Parallax {version}\">\n",
            "<title>{title}</title>\n<style>\n{colours}{style}</style>\n</head>\n<body>\n",
            "{header}{contents}<main>\n{main}</main>\n",
            "<footer><p>{standing} Parallax {version}.</p></footer>\n</body>\n</html>\n",
        ),
        version = crate::VERSION,
        title = escape(title),
        colours = colours(),
        style = STYLE,
        header = header,
        contents = contents(sections),
        main = main,
        standing = STANDING_LINE,
    )
}

/// The day of a date, after what stands before it.
fn day(date: Option<&str>) -> String {
    date.map_or_else(String::new, |date| {
        let day = date.get(..10).unwrap_or(date);
        format!(" · {}", escape(day))
    })
}

/// The palette as variables: light, and dark on screens that ask for it.
fn colours() -> String {
    let variables = |theme: Theme| {
        let inks = [
            ("a", Ink::Source(Side::A)),
            ("b", Ink::Source(Side::B)),
            ("neg", Ink::Negative),
            ("pos", Ink::Positive),
            ("text", Ink::Text),
            ("muted", Ink::Muted),
            ("line", Ink::Grid),
        ];
        let mut out = format!("--paper:{};", palette::paper(theme).hex());
        for (name, ink) in inks {
            let _ = write!(out, "--{name}:{};", palette::colour(ink, theme).hex());
        }
        out
    };
    format!(
        concat!(
            ":root{{{}}}\n",
            "@media screen and (prefers-color-scheme:dark){{:root{{{}}}",
            ".light{{display:none}}}}\n",
            "@media print,(prefers-color-scheme:light){{.dark{{display:none}}}}\n",
        ),
        variables(Theme::Light),
        variables(Theme::Dark)
    )
}

fn header(report: &Report<'_>) -> String {
    let cards: String = Side::BOTH.map(|side| card(report, side)).concat();
    let date = day(report.date);
    format!(
        concat!(
            "<header>\n<p class=\"kicker\">Parallax report{date}</p>\n<h1>{title}</h1>\n",
            "<div class=\"pair\">{cards}</div>\n<p class=\"standing\">{standing}</p>\n{of_few}</header>\n",
        ),
        of_few = report
            .comparison
            .of_few_articles()
            .map_or_else(String::new, |notice| format!(
                "<p class=\"standing\">{notice}</p>\n"
            ),),
        date = date,
        title = escape(&report.title()),
        cards = cards,
        standing = STANDING_LINE,
    )
}

/// One source: its mark, name and the headline of its first article.
fn card(report: &Report<'_>, side: Side) -> String {
    let source = report.source(side);
    let headline = source
        .articles
        .first()
        .and_then(|(article, _)| article.headline.as_ref())
        .filter(|_| report.with_text())
        .map_or_else(String::new, |headline| {
            let text = escape(&shorten(&headline.text, 300));
            let more = match source.articles.len() {
                0 | 1 => String::new(),
                n => format!(" <span class=\"weak\">and {} more</span>", n - 1),
            };
            format!("<p class=\"headline\" dir=\"auto\">{text}{more}</p>")
        });
    format!(
        "<div class=\"card {class}\"><p class=\"name\">{mark}<bdi>{name}</bdi></p>{headline}</div>",
        class = side::class(side),
        mark = side::mark(side),
        name = escape(&source.short_name()),
    )
}

fn contents(sections: &[Section<'_>]) -> String {
    let mut out = String::from("<nav aria-label=\"Contents\"><ul>\n");
    for section in sections {
        let title = escape(section.title);
        let _ = writeln!(out, "<li><a href=\"#{}\">{title}</a></li>", section.id);
    }
    out + "</ul></nav>\n"
}

fn section(section: &Section<'_>) -> String {
    let items: String = section.items.iter().map(item).collect();
    format!(
        "<section id=\"{id}\" aria-labelledby=\"{id}-h\">\n<h2 id=\"{id}-h\">{}</h2>\n{items}</section>\n",
        escape(section.title),
        id = section.id,
    )
}

fn item(item: &Item<'_>) -> String {
    match item {
        Item::Text(text) => format!("<p dir=\"auto\">{}</p>\n", lines(text)),
        Item::Heading(text) => format!("<h3>{}</h3>\n", escape(text)),
        Item::Quote(text) => format!("<blockquote dir=\"auto\">{}</blockquote>\n", escape(text)),
        Item::List(sentences) => {
            let all: String = sentences.iter().map(sentence).collect();
            format!("<ul class=\"findings\">\n{all}</ul>\n")
        }
        Item::Table(table) => self::table(table),
        Item::Facts(facts) => {
            let mut out = String::from("<dl>\n");
            for (name, value) in facts {
                let (name, value) = (escape(name), escape(value));
                let _ = writeln!(out, "<div><dt>{name}</dt><dd>{value}</dd></div>");
            }
            out + "</dl>\n"
        }
        Item::Chart(chart) => self::chart(chart),
        Item::Texts(texts) => {
            let columns: String = texts.iter().map(text).collect();
            format!("<div class=\"texts\">\n{columns}</div>\n")
        }
    }
}

/// A sentence that stands for itself; names of sources in their colour.
fn sentence(sentence: &Sentence) -> String {
    let mut out = String::from("<li>");
    for (side, words) in &sentence.words {
        let words = escape(words);
        let _ = match side {
            Some(side) => write!(out, "<b class=\"{}\">{words}</b>", side::class(*side)),
            None => write!(out, "{words}"),
        };
    }
    for (class, text) in [("detail", &sentence.detail), ("figures", &sentence.figures)] {
        if !text.is_empty() {
            let _ = write!(out, " <span class=\"{class}\">{}</span>", escape(text));
        }
    }
    out + "</li>\n"
}

fn table(table: &Table) -> String {
    let caption = escape(&table.caption);
    let mut out = format!(
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\">\n<table>\n\
         <caption>{caption}</caption>\n<thead><tr>"
    );
    let class = |kind: Kind| match kind {
        Kind::Numbers => " class=\"n\"",
        Kind::Words => "",
    };
    for column in &table.columns {
        let _ = write!(
            out,
            "<th scope=\"col\"{}>{}</th>",
            class(column.kind),
            escape(&column.name)
        );
    }
    out += "</tr></thead>\n<tbody>\n";
    for row in &table.rows {
        out += "<tr>";
        for (at, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            let text = escape(cell);
            let class = class(column.kind);
            let _ = if at == 0 && table.named {
                write!(out, "<th scope=\"row\" dir=\"auto\">{text}</th>")
            } else {
                write!(out, "<td{class} dir=\"auto\">{text}</td>")
            };
        }
        out += "</tr>\n";
    }
    if table.rows.is_empty() {
        let _ = writeln!(
            out,
            "<tr><td colspan=\"{}\">Nothing to show.</td></tr>",
            table.columns.len()
        );
    }
    out + "</tbody>\n</table>\n</div>\n"
}

/// A chart; the drawing says its title and what it shows itself.
fn chart(chart: &Chart<'_>) -> String {
    let Some(Drawing::Page { light, dark }) = chart.drawing else {
        let (title, summary) = (escape(&chart.title), escape(&chart.summary));
        return format!("<p><b>{title}.</b> {summary}</p>\n");
    };
    format!(
        "<figure id=\"chart-{}\">\n<div class=\"light\">{light}</div>\n<div class=\"dark\">{dark}</div>\n</figure>\n",
        chart.id
    )
}

fn text(text: &Text) -> String {
    let mut out = format!(
        "<div class=\"text {}\">\n<h3>{}<bdi>{}</bdi></h3>\n",
        side::class(text.side),
        side::mark(text.side),
        escape(&text.name)
    );
    for article in &text.articles {
        let blocks: String = article.iter().map(block).collect();
        let _ = writeln!(out, "<article>\n{blocks}</article>");
    }
    out + "</div>\n"
}

/// A piece of an article; one that is scored has its tone beside it.
fn block(block: &Block) -> String {
    let text: String = block.runs.iter().map(run).collect();
    let scored = |text: String| format!("<div class=\"par\">{}{text}</div>\n", tone(block.tone));
    match block.kind {
        Piece::Headline => format!("<h4 dir=\"auto\">{text}</h4>\n"),
        Piece::Facts => format!("<p class=\"byline\">{text}</p>\n"),
        Piece::Subhead => format!("<h5 dir=\"auto\">{text}</h5>\n"),
        Piece::Plain => format!("<p class=\"plain\" dir=\"auto\">{text}</p>\n"),
        Piece::Paragraph => scored(format!("<p dir=\"auto\">{text}</p>")),
        Piece::ListItem => scored(format!("<p dir=\"auto\">• {text}</p>")),
        Piece::Quote => scored(format!("<blockquote dir=\"auto\">{text}</blockquote>")),
    }
}

/// A stretch of text; the value of a word and the rules that changed it show under the pointer.
fn run(run: &Run) -> String {
    match run {
        Run::Text(text) => escape(text),
        Run::Word { text, value, why } => format!(
            "<span class=\"w {}\" title=\"{}\">{}</span>",
            if *value < 0.0 { "neg" } else { "pos" },
            escape(why),
            escape(text)
        ),
        Run::Tone(tone) => format!(
            "<small class=\"{}\"><span class=\"sr\"> tone </span>\u{202f}{}</small>",
            sign(*tone),
            signed(*tone, 2)
        ),
    }
}

/// The tone of a paragraph: a number and a bar left or right of zero.
fn tone(tone: Option<f64>) -> String {
    let Some(mean) = tone else {
        return "<span class=\"tone\"></span>".to_owned();
    };
    let from = 20.0 + 20.0 * mean.min(0.0);
    let width = 20.0 * mean.abs();
    format!(
        concat!(
            "<span class=\"tone {}\"><span class=\"sr\">Tone </span>{}",
            "<svg width=\"40\" height=\"6\" viewBox=\"0 0 40 6\" aria-hidden=\"true\">",
            "<path class=\"zero\" d=\"M0 3H40M20 0V6\"/><rect x=\"{:.1}\" y=\"1.5\" width=\"{:.1}\" height=\"3\"/></svg></span>",
        ),
        sign(mean),
        signed(mean, 2),
        from,
        width
    )
}

fn sign(tone: f64) -> &'static str {
    if tone >= NEUTRAL_BAND {
        "pos"
    } else if tone <= -NEUTRAL_BAND {
        "neg"
    } else {
        "neu"
    }
}

/// The same with the ends of its lines kept.
fn lines(text: &str) -> String {
    escape(text).replace('\n', "<br>\n")
}

/// Text made safe for a page.
fn escape(text: &str) -> String {
    escape_xml(&visible(text))
}
