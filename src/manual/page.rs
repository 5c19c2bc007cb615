//! The manual as one web page with its pictures beside it: everything is found by the browser's own search.

use std::fmt::Write as _;

use super::chapter::{Chapter, chapters};
use super::commands::command;
use super::markdown::{Block, Link, Run};
use super::pictures::picture;
use crate::VERSION;
use crate::export::escape_xml;

const STYLE: &str = "\
:root{color-scheme:light dark;--text:#1b1e23;--weak:#595f69;--paper:#fff;--panel:#f4f5f7;--line:#d9dce1;--link:#004f80}
@media(prefers-color-scheme:dark){:root{--text:#e8e9eb;--weak:#a9aeb7;--paper:#1b1b1b;--panel:#242528;--line:#3c3f45;--link:#7cc4f0}}
*{box-sizing:border-box}
body{margin:0;font:16px/1.55 Inter,system-ui,sans-serif;color:var(--text);background:var(--paper);display:flex}
nav{flex:0 0 250px;position:sticky;top:0;height:100vh;overflow:auto;background:var(--panel);padding:20px;font-size:14px}
nav>a{display:block;padding:3px 0;text-decoration:none}
main{flex:1;min-width:0;max-width:820px;padding:20px 40px 80px}
a{color:var(--link)}
h1{font-size:1.7em;margin:2.2em 0 .5em;border-top:1px solid var(--line);padding-top:1em}
section:first-child h1{border:0;margin-top:0;padding-top:0}
h2{font-size:1.2em;margin:1.8em 0 .4em}
img{max-width:100%;height:auto;border:1px solid var(--line);border-radius:6px}
table{border-collapse:collapse;width:100%;font-size:.93em}
th,td{text-align:left;vertical-align:top;padding:4px 12px 4px 0;border-bottom:1px solid var(--line)}
code,kbd{font:.88em ui-monospace,monospace;background:var(--panel);padding:1px 4px;border-radius:3px}
pre{background:var(--panel);padding:12px;border-radius:6px;overflow:auto}pre code{padding:0}
.do{font-weight:600}.menu{color:var(--weak);font-weight:400}
@media(max-width:800px){body{display:block}nav{position:static;height:auto}main{padding:16px}}
@media print{nav{display:none}}
";

/// The page. Its pictures are looked for in `pictures/`, those for dark screens as `NAME-dark.png`.
pub fn to_html() -> String {
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>Parallax: the manual</title><style>\n{STYLE}</style></head>\n<body>\n<nav aria-label=\"Contents\">\
         <strong>Parallax {VERSION}</strong>\n"
    );
    for chapter in chapters() {
        let title = escape_xml(&chapter.title);
        let _ = writeln!(out, "<a href=\"#{}\">{title}</a>", chapter.id);
    }
    out.push_str(
        "<p>Files to try are in the folder <a href=\"samples/\">samples</a>.</p></nav>\n<main>\n",
    );
    for chapter in chapters() {
        section(chapter, &mut out);
    }
    out.push_str("</main></body></html>\n");
    out
}

fn section(chapter: &Chapter, out: &mut String) {
    let _ = writeln!(out, "<section id=\"{}\">", chapter.id);
    // The list that is open.
    let mut list: Option<&str> = None;
    for block in &chapter.blocks {
        let wanted = match block {
            Block::Item { number: None, .. } => Some("ul"),
            Block::Item { .. } => Some("ol"),
            _ => None,
        };
        if list != wanted {
            if let Some(open) = list {
                let _ = writeln!(out, "</{open}>");
            }
            if let Some(open) = wanted {
                let _ = writeln!(out, "<{open}>");
            }
            list = wanted;
        }
        part(block, chapter.id, out);
    }
    if let Some(open) = list {
        let _ = writeln!(out, "</{open}>");
    }
    out.push_str("</section>\n");
}

fn part(block: &Block, chapter: &str, out: &mut String) {
    let html = match block {
        Block::Heading { level, id, text } => {
            let text = words(text);
            format!("<h{level} id=\"{chapter}-{id}\">{text}</h{level}>\n")
        }
        Block::Paragraph(text) => format!("<p>{}</p>\n", words(text)),
        Block::Item { text, .. } => format!("<li>{}</li>\n", words(text)),
        Block::Code(text) => format!("<pre><code>{}</code></pre>\n", escape_xml(text)),
        Block::Picture { file, shows } => image(file, shows),
        Block::Table(rows) => {
            let mut table = "<table>\n".to_owned();
            for (at, row) in rows.iter().enumerate() {
                let cell = if at == 0 { "th" } else { "td" };
                let cells = row
                    .iter()
                    .map(|text| format!("<{cell}>{}</{cell}>", words(text)));
                let _ = writeln!(table, "<tr>{}</tr>", cells.collect::<String>());
            }
            table + "</table>\n"
        }
    };
    out.push_str(&html);
}

fn image(file: &str, shows: &str) -> String {
    let size = picture(file).and_then(super::Picture::size);
    let size = size.map(|[width, height]| format!(" width=\"{width}\" height=\"{height}\""));
    let (size, shows) = (size.unwrap_or_default(), escape_xml(shows));
    let dark = file.replace(".png", "-dark.png");
    format!(
        "<p><picture><source srcset=\"pictures/{dark}\" media=\"(prefers-color-scheme:dark)\">\
         <img src=\"pictures/{file}\" alt=\"{shows}\"{size}></picture></p>\n"
    )
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(run).collect()
}

fn run(run: &Run) -> String {
    let mut html = escape_xml(&run.text);
    if run.code {
        html = format!("<code>{html}</code>");
    }
    if run.strong {
        html = format!("<strong>{html}</strong>");
    }
    if run.stressed {
        html = format!("<em>{html}</em>");
    }
    match &run.link {
        None => html,
        Some(Link::Chapter(id)) => format!("<a href=\"#{}\">{html}</a>", escape_xml(id)),
        // A page can do nothing: it says where the command stands.
        Some(Link::Command(label)) => {
            let place = command(label).map_or_else(String::new, |listed| {
                let label = escape_xml(listed.label);
                let keys = listed.keys.split(", ").next().unwrap_or_default();
                let keys = match keys {
                    "" => String::new(),
                    keys => format!(", <kbd>{}</kbd>", escape_xml(keys)),
                };
                format!(
                    " <span class=\"menu\">({} ▸ {label}{keys})</span>",
                    listed.menu
                )
            });
            format!("<span class=\"do\">{html}</span>{place}")
        }
    }
}
