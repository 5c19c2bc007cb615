//! The report as one HTML document.

use std::fmt::Write as _;

use super::item::{Item, Kind, Section, Table};
use super::sections::sections;
use super::{Figure, Report, about, article, side};
use crate::article::Side;
use crate::chart::{Ink, Theme, palette};
use crate::compare::STANDING_LINE;
use crate::export::escape_xml;
use crate::text::shorten;

/// How it looks; colours come from the palette.
const STYLE: &str = include_str!("style.css");

pub(super) fn page(report: &Report<'_>) -> String {
    let sections = sections(report);
    let (methods, provenance) = (about::methods(), about::provenance(report));
    let mut main = String::new();
    for section in &sections {
        main += &self::section(report, section);
    }
    main += &article::texts(report);
    main += &self::section(report, &methods);
    main += &self::section(report, &provenance);
    let links = sections
        .iter()
        .map(|section| (section.id, section.title))
        .chain([("texts", "The texts")])
        .chain([&methods, &provenance].map(|section| (section.id, section.title)));
    let title = escape_xml(&report.title());
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
        title = title,
        colours = colours(),
        style = STYLE,
        header = header(report),
        contents = contents(links),
        main = main,
        standing = STANDING_LINE,
    )
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
    let date = report.date.map_or_else(String::new, |date| {
        let day = date.get(..10).unwrap_or(date);
        format!(" · {}", escape_xml(day))
    });
    format!(
        concat!(
            "<header>\n<p class=\"kicker\">Parallax report{date}</p>\n<h1>{title}</h1>\n",
            "<div class=\"pair\">{cards}</div>\n<p class=\"standing\">{standing}</p>\n</header>\n",
        ),
        date = date,
        title = escape_xml(&report.title()),
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
        .filter(|_| report.with_text)
        .map_or_else(String::new, |headline| {
            let text = escape_xml(&shorten(&headline.text, 300));
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
        name = escape_xml(&source.short_name()),
    )
}

fn contents<'a>(links: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut out = String::from("<nav aria-label=\"Contents\"><ul>\n");
    for (id, title) in links {
        let _ = writeln!(out, "<li><a href=\"#{id}\">{title}</a></li>");
    }
    out + "</ul></nav>\n"
}

fn section(report: &Report<'_>, section: &Section) -> String {
    let mut out = format!(
        "<section id=\"{id}\" aria-labelledby=\"{id}-h\">\n<h2 id=\"{id}-h\">{}</h2>\n",
        escape_xml(section.title),
        id = section.id,
    );
    for item in &section.items {
        out += &self::item(item);
    }
    for figure in report.figures_of(section) {
        out += &self::figure(figure);
    }
    out + "</section>\n"
}

fn item(item: &Item) -> String {
    match item {
        Item::Text(text) => format!("<p>{}</p>\n", escape_xml(text)),
        Item::Notice(text) => {
            format!(
                "<p class=\"notice\" role=\"note\">{}</p>\n",
                escape_xml(text)
            )
        }
        Item::Heading(text) => format!("<h3>{}</h3>\n", escape_xml(text)),
        Item::List(sentences) => {
            let mut out = String::from("<ul class=\"findings\">\n");
            for (sentence, figures) in sentences {
                let figures = match figures.as_str() {
                    "" => String::new(),
                    figures => format!(" <span class=\"figures\">{}</span>", escape_xml(figures)),
                };
                let _ = writeln!(out, "<li>{}{figures}</li>", finding(sentence));
            }
            out + "</ul>\n"
        }
        Item::Table(table) => self::table(table),
        Item::Facts(facts) => {
            let mut out = String::from("<dl>\n");
            for (name, value) in facts {
                let (name, value) = (escape_xml(name), escape_xml(value));
                let _ = writeln!(out, "<div><dt>{name}</dt><dd>{value}</dd></div>");
            }
            out + "</dl>\n"
        }
    }
}

/// A sentence with the measure's name at its start set strong.
fn finding(sentence: &str) -> String {
    match sentence.split_once(": ") {
        Some((name, rest)) => {
            format!("<b>{}:</b> {}", escape_xml(name), escape_xml(rest))
        }
        None => escape_xml(sentence),
    }
}

fn table(table: &Table) -> String {
    let caption = escape_xml(&table.caption);
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
            escape_xml(&column.name)
        );
    }
    out += "</tr></thead>\n<tbody>\n";
    for row in &table.rows {
        out += "<tr>";
        for (at, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            let text = escape_xml(cell);
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
fn figure(figure: &Figure) -> String {
    format!(
        "<figure id=\"chart-{}\">\n<div class=\"light\">{}</div>\n<div class=\"dark\">{}</div>\n</figure>\n",
        figure.id, figure.light, figure.dark
    )
}
