//! The report as Markdown (`CommonMark` with tables).

use std::fmt::Write as _;

use super::item::{Item, Kind, Section, Table};
use super::sections::sections;
use super::{Report, about};
use crate::article::{Article, BlockKind, Side};
use crate::compare::STANDING_LINE;
use crate::score::Analysis;
use crate::text::signed;

pub(super) fn document(report: &Report<'_>) -> String {
    let mut out = format!("# {}\n\n{STANDING_LINE}\n", escape(&report.title()));
    for section in sections(report) {
        out += &self::section(report, &section);
    }
    if report.with_text {
        out += "\n## The texts\n\nThe number before a paragraph is its tone, −1 to +1.\n";
        for side in Side::BOTH {
            let source = report.source(side);
            let name = escape(&source.short_name());
            let _ = writeln!(out, "\n### {}: {name}", side.label());
            for (article, analysis) in source.articles {
                out += &text(article, analysis);
            }
        }
    }
    out += &section(report, &about::methods());
    out += &section(report, &about::provenance(report));
    out
}

fn section(report: &Report<'_>, section: &Section) -> String {
    let mut out = format!("\n## {}\n", escape(section.title));
    for item in &section.items {
        out.push('\n');
        out += &self::item(item);
    }
    for figure in report.figures_of(section) {
        let (title, summary) = (escape(&figure.title), escape(&figure.summary));
        let _ = writeln!(out, "\n*Chart: {title}.* {summary}");
    }
    out
}

fn item(item: &Item) -> String {
    match item {
        Item::Text(text) => format!("{}\n", escape(text)),
        Item::Notice(text) => format!("> {}\n", escape(text)),
        Item::Heading(text) => format!("### {}\n", escape(text)),
        Item::List(sentences) => {
            let lines = sentences.iter().map(|(sentence, figures)| {
                let figures = match figures.as_str() {
                    "" => String::new(),
                    figures => format!(" ({})", escape(figures)),
                };
                format!("- {}{figures}\n", escape(sentence))
            });
            lines.collect()
        }
        Item::Table(table) => self::table(table),
        Item::Facts(facts) => {
            let mut out = String::new();
            for (name, value) in facts {
                let _ = writeln!(out, "- {}: {}", escape(name), escape(value));
            }
            out
        }
    }
}

fn table(table: &Table) -> String {
    let row = |cells: &mut dyn Iterator<Item = String>| {
        let cells: Vec<String> = cells.collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut out = format!("*{}*\n\n", escape(&table.caption));
    out += &row(&mut table.columns.iter().map(|column| escape(&column.name)));
    out += &row(&mut table.columns.iter().map(|column| match column.kind {
        Kind::Words => "---".to_owned(),
        Kind::Numbers => "---:".to_owned(),
    }));
    for cells in &table.rows {
        out += &row(&mut cells.iter().map(|cell| escape(cell)));
    }
    out
}

fn text(article: &Article, analysis: &Analysis) -> String {
    let mut out = String::new();
    if let Some(headline) = &article.headline {
        let _ = writeln!(out, "\n#### {}", escape(&headline.text));
    }
    for (index, block) in article.blocks.iter().enumerate() {
        let text = escape(&block.text);
        let tone = analysis
            .unit_of_block(index)
            .and_then(|unit| unit.tone.mean);
        let _ = match (block.kind, tone) {
            (BlockKind::Boilerplate, _) => Ok(()),
            (BlockKind::Subhead, _) => writeln!(out, "\n##### {text}"),
            (_, Some(tone)) => writeln!(out, "\n`{}` {text}", signed(tone, 2)),
            (_, None) => writeln!(out, "\n{text}"),
        };
    }
    out
}

/// Text that Markdown shows as it is, on one line.
fn escape(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(flat.len());
    for (at, character) in flat.chars().enumerate() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' => {
                out.push('\\');
                out.push(character);
            }
            // Only at the start of a line they begin a list or a heading.
            '-' | '+' | '=' if at == 0 => {
                out.push('\\');
                out.push(character);
            }
            '.' | ')' if at > 0 && starts_with_number(&flat, at) => {
                out.push('\\');
                out.push(character);
            }
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// Whether everything before the character at `at` is digits: "12." would begin a list.
fn starts_with_number(text: &str, at: usize) -> bool {
    at <= 9 && text.chars().take(at).all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(
            escape("<script>a|b</script>\n# *x* [l](u) `c`"),
            "&lt;script&gt;a\\|b&lt;/script&gt; \\# \\*x\\* \\[l\\](u) \\`c\\`"
        );
        assert_eq!(escape("- 1"), "\\- 1");
        assert_eq!(escape("12. list"), "12\\. list");
        assert_eq!(escape("in 12. a"), "in 12. a");
        assert_eq!(escape("&lt;"), "&amp;lt;");
    }
}
