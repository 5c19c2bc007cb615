//! Pages of a PDF joined into one text: running heads, page numbers and what browsers print around a
//! page go, and a paragraph that runs over a page break goes on.

use std::collections::{BTreeSet, HashMap};

/// How many lines at the top and the bottom of a page may be furniture.
const EDGE: usize = 4;

/// The text of all pages.
pub(super) fn join(pages: &[String]) -> String {
    let pages: Vec<Vec<String>> = pages.iter().map(|page| lines(page)).collect();
    let repeated = Repeated::of(&pages);
    let mut text = String::new();
    for page in &pages {
        let body = repeated.body(page);
        let Some(first) = body.iter().find(|line| !line.trim().is_empty()) else {
            continue;
        };
        if !text.is_empty() {
            let open = !text
                .trim_end()
                .ends_with(['.', '!', '?', '”', '"', ':', '…']);
            let goes_on = first.trim_start().starts_with(char::is_lowercase);
            text.truncate(text.trim_end().len());
            text.push_str(if open || goes_on { "\n" } else { "\n\n" });
        }
        let from_first = body.iter().skip_while(|line| line.trim().is_empty());
        for line in from_first {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// The lines of a page, with ligatures taken apart.
fn lines(page: &str) -> Vec<String> {
    let page = page
        .replace('\0', "")
        .replace('\u{fb00}', "ff")
        .replace('\u{fb01}', "fi")
        .replace('\u{fb02}', "fl")
        .replace('\u{fb03}', "ffi")
        .replace('\u{fb04}', "ffl");
    page.lines()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// On how many pages each line stands at the edge, digits aside.
struct Repeated {
    counts: HashMap<String, usize>,
    pages: usize,
}

impl Repeated {
    fn of(pages: &[Vec<String>]) -> Self {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for page in pages {
            let written: Vec<&String> =
                page.iter().filter(|line| !line.trim().is_empty()).collect();
            let edges = written
                .iter()
                .take(EDGE)
                .chain(written.iter().rev().take(EDGE));
            let keys: BTreeSet<String> = edges.map(|line| key(line)).collect();
            for key in keys {
                *counts.entry(key).or_default() += 1;
            }
        }
        Self {
            counts,
            pages: pages.len(),
        }
    }

    /// The lines of a page without the furniture at its edges.
    fn body<'a>(&self, page: &'a [String]) -> Vec<&'a str> {
        let written = page.iter().filter(|line| !line.trim().is_empty()).count();
        let mut rank = 0;
        let mut body = Vec::with_capacity(page.len());
        for line in page {
            let blank = line.trim().is_empty();
            let edge = rank < EDGE || rank + EDGE >= written;
            rank += usize::from(!blank);
            if blank || !edge || !self.is_furniture(line.trim()) {
                body.push(line.as_str());
            }
        }
        body
    }

    fn is_furniture(&self, line: &str) -> bool {
        let count = self.counts.get(&key(line)).copied().unwrap_or(0);
        let runs = self.pages >= 2 && line.len() <= 140 && count >= 2 && count * 2 > self.pages;
        runs || is_page_number(line) || is_print_mark(line)
    }
}

fn key(line: &str) -> String {
    line.chars()
        .filter(|c| !c.is_ascii_digit() && !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

/// "3", "3 / 12", "Page 3".
fn is_page_number(line: &str) -> bool {
    let number = line.len() <= 24
        && line.contains(|c: char| c.is_ascii_digit())
        && line
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || "/-–|.".contains(c));
    number || (line.len() <= 16 && line.to_lowercase().starts_with("page "))
}

/// The address and the time that browsers print: "https://…", "12/22/23, 5:04 PM".
fn is_print_mark(line: &str) -> bool {
    let address = line.starts_with("http://") || line.starts_with("https://");
    let time = line.len() <= 40
        && line.contains(':')
        && line.contains('/')
        && (line.contains("AM") || line.contains("PM"));
    (address && !line.contains(' ')) || time
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn running_heads_and_page_numbers_go_and_paragraphs_run_on() {
        let page = |number: usize, text: &str| {
            format!("The Daily Gale {number}\n\n{text}\n\nPage {number}\n")
        };
        let text = join(&[
            page(1, "A storm came over the"),
            page(2, "hills today.\n\nIt left in the evening."),
            page(3, "The end."),
        ]);
        let squeezed: Vec<&str> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .collect();
        assert_eq!(
            squeezed,
            [
                "A storm came over the",
                "hills today.",
                "It left in the evening.",
                "The end."
            ]
        );
        assert!(text.contains("over the\nhills"));
        assert!(text.contains("evening.\n\nThe end."));
    }
}
