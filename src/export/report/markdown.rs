//! The report as Markdown (`CommonMark` with tables).

use std::fmt::Write as _;

use super::item::{Item, Kind, Piece, Section, Sentence, Table, Text};
use super::paper::Paper;
use super::sections::sections;
use super::subject::Report;
use crate::compare::STANDING_LINE;
use crate::export::escape::visible;
use crate::text::{one_line, signed};

pub(super) fn document(report: &Report<'_>) -> String {
    let mut out = format!("# {}\n\n{STANDING_LINE}\n", escape(&report.title()));
    if let Some(notice) = report.comparison.of_few_articles() {
        out.extend(["\n", notice, "\n"]);
    }
    for section in &sections(report) {
        out += &self::section(section);
    }
    out
}

/// A paper.
pub(super) fn paper(paper: &Paper<'_>) -> String {
    let mut out = format!("# {}\n\n{}\n", escape(&paper.title), escape(&paper.about));
    for section in &paper.sections {
        out += &self::section(section);
    }
    let _ = write!(out, "\n{STANDING_LINE} Parallax {}.\n", crate::VERSION);
    out
}

fn section(section: &Section<'_>) -> String {
    let mut out = format!("\n## {}\n", escape(section.title));
    for item in &section.items {
        out.push('\n');
        out += &self::item(item);
    }
    out
}

fn item(item: &Item<'_>) -> String {
    match item {
        Item::Text(text) => {
            let lines: Vec<String> = text.lines().map(escape).collect();
            format!("{}\n", lines.join("\\\n"))
        }
        Item::Quote(text) => format!("> {}\n", escape(text)),
        Item::Heading(text) => format!("### {}\n", escape(text)),
        Item::List(sentences) => sentences.iter().map(sentence).collect(),
        Item::Table(table) => self::table(table),
        Item::Facts(facts) => {
            let mut out = String::new();
            for (name, value) in facts {
                let _ = writeln!(out, "- {}: {}", escape(name), escape(value));
            }
            out
        }
        Item::Chart(chart) => {
            let (title, summary) = (escape(&chart.title), escape(&chart.summary));
            format!("*Chart: {title}.* {summary}\n")
        }
        Item::Texts(texts) => texts.iter().map(text).collect(),
    }
}

fn sentence(sentence: &Sentence) -> String {
    let figures = match sentence.figures.as_str() {
        "" => String::new(),
        figures => format!(" ({})", inline(figures)),
    };
    let detail = match sentence.detail.as_str() {
        "" => String::new(),
        detail => format!("\\\n  {}", escape(detail)),
    };
    format!("- {}{figures}{detail}\n", escape(&sentence.text()))
}

fn table(table: &Table) -> String {
    let row = |cells: &mut dyn Iterator<Item = String>| {
        let cells: Vec<String> = cells.collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut out = format!("*{}*\n\n", escape(&table.caption));
    out += &row(&mut table.columns.iter().map(|column| inline(&column.name)));
    out += &row(&mut table.columns.iter().map(|column| match column.kind {
        Kind::Words => "---".to_owned(),
        Kind::Numbers => "---:".to_owned(),
    }));
    for cells in &table.rows {
        out += &row(&mut cells.iter().map(|cell| inline(cell)));
    }
    out
}

fn text(text: &Text) -> String {
    let mut out = format!("\n### {}: {}\n", text.side.label(), escape(&text.name));
    for block in text.articles.iter().flatten() {
        let words = inline(&block.words());
        let _ = match (block.kind, block.tone) {
            (Piece::Headline, _) => writeln!(out, "\n#### {words}"),
            (Piece::Facts, _) => writeln!(out, "\n*{words}*"),
            (Piece::Subhead, _) => writeln!(out, "\n##### {words}"),
            (_, Some(tone)) => writeln!(out, "\n`{}` {words}", signed(tone, 2)),
            (_, None) => writeln!(out, "\n{}", escape(&block.words())),
        };
    }
    out
}

/// Text that Markdown shows as it is, on one line and at the start of one.
fn escape(text: &str) -> String {
    let flat = one_line(&visible(text));
    let digits = flat.chars().take_while(char::is_ascii_digit).count();
    let first = flat.chars().nth(digits);
    // Only at the start of a line they begin a list or a heading.
    let begins = match first {
        Some('-' | '+' | '=') => digits == 0,
        Some('.' | ')') => (1..=9).contains(&digits),
        _ => false,
    };
    if begins {
        let (number, rest) = flat.split_at(digits);
        return format!("{number}\\{}", inline(rest));
    }
    inline(&flat)
}

/// The same where it stands behind something else.
fn inline(text: &str) -> String {
    let flat = one_line(&visible(text));
    let mut out = String::with_capacity(flat.len());
    for character in flat.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' => {
                out.push('\\');
                out.push(character);
            }
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
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
