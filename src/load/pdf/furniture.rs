//! What stands at the edges of pages and is no part of the text: running heads, page numbers, and what
//! browsers print around a page.

use std::collections::{BTreeSet, HashMap};

use super::lines::Line;

/// How many levels of lines at the top and the bottom of a page may be furniture.
const EDGE: usize = 4;
/// The longest running head, in bytes.
const LONGEST_HEAD: usize = 140;

/// Removes the furniture of all pages.
pub(super) fn remove(pages: &mut [Vec<Line>]) {
    let edges: Vec<Vec<bool>> = pages.iter().map(|page| at_edge(page)).collect();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (page, edges) in pages.iter().zip(&edges) {
        let lines = page.iter().zip(edges).filter(|(_, edge)| **edge);
        let keys: BTreeSet<String> = lines.map(|(line, _)| key(line)).collect();
        for key in keys {
            *counts.entry(key).or_default() += 1;
        }
    }
    let all = pages.len();
    for (page, edges) in pages.iter_mut().zip(edges) {
        let mut edges = edges.into_iter();
        page.retain(|line| {
            if !edges.next().unwrap_or(false) {
                return true;
            }
            let count = counts.get(&key(line)).copied().unwrap_or(0);
            let runs = count >= 2 && count * 2 > all && line.text.len() <= LONGEST_HEAD;
            let text = line.text.trim();
            !(runs || is_page_number(text) || is_print_mark(text))
        });
    }
}

/// Which of the lines stand at the top or the bottom of their page.
fn at_edge(page: &[Line]) -> Vec<bool> {
    let mut levels: Vec<&Line> = page.iter().collect();
    levels.sort_by(|a, b| a.down.total_cmp(&b.down));
    levels.dedup_by(|next, line| line.is_level_with(next));
    let last = levels.len().saturating_sub(EDGE);
    let top = levels.get(EDGE).map_or(f64::INFINITY, |line| line.down);
    let bottom = levels.get(last).map_or(f64::NEG_INFINITY, |line| line.down);
    page.iter()
        .map(|line| line.down < top || line.down >= bottom)
        .collect()
}

/// A line as it looks on every page: without digits, whatever its case, and as large; a headline that stands
/// in small letters at the top of every page is none of them.
fn key(line: &Line) -> String {
    let letters = line
        .text
        .chars()
        .filter(|c| !c.is_ascii_digit() && !c.is_whitespace())
        .flat_map(char::to_lowercase);
    letters
        .chain(format!(" {:.0}", line.size).chars())
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
