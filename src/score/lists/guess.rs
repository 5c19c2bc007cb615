//! Whether a text that nobody called a list is one, so that a file dropped on the window goes where it belongs.

use super::{json, table};

/// The most words of an entry in lines that nothing else tells from a text.
const MOST_WORDS: usize = 4;
/// The fewest such lines.
const FEWEST_LINES: usize = 2;

/// Whether `text` has the form of a word list and of nothing else: a LIWC dictionary, a table with a column of words
/// and one of what they are, JSON of nothing but words, or a few short lines that end no sentence.
pub fn seems_list(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('%') {
        return start.lines().skip(1).any(|line| line.trim() == "%");
    }
    if start.starts_with(['{', '[']) {
        let entries = json::entries(start).unwrap_or_default();
        return !entries.is_empty() && entries.iter().all(|one| is_short(&one.pattern));
    }
    table::has_header(start) || are_entries(start)
}

/// Lines of one entry each, alone or as the first cell of a row.
fn are_entries(text: &str) -> bool {
    let lines = text.lines().map(str::trim);
    let lines = || {
        lines
            .clone()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
    };
    let entry = |line: &str| {
        let mut cells = line.split('\t');
        let first = cells.next().unwrap_or_default();
        cells.count() <= 3 && is_short(first)
    };
    lines().count() >= FEWEST_LINES && lines().all(entry)
}

fn is_short(entry: &str) -> bool {
    entry.split_whitespace().count() <= MOST_WORDS && !entry.ends_with(['.', '!', '?', ':', '”'])
}

#[cfg(test)]
mod tests {
    use super::seems_list;

    #[test]
    fn lists_are_told_from_texts_and_collections() {
        for list in [
            "%\n1\tAffect\n%\nhappy\t1\n",
            "word,category\nhoax,doubt\n",
            "Term\tScore\nhoax\t-2\n",
            r#"["hoax", "climat* change"]"#,
            r#"{"doubt": ["hoax", "sham"]}"#,
            "# ours\nhoax\nclimat* change\n",
            "hoax\tdoubt\t-2\tsay what is wrong with it.\nsham\tdoubt\n",
        ] {
            assert!(seems_list(list), "{list}");
        }
        for other in [
            "",
            "Council meets\n\nThe council met on Monday. It agreed on a plan.\n",
            "Council meets",
            "title,text\nCouncil meets,The council met on Monday.\n",
            "word,text\ncouncil,The council met on Monday and agreed.\n",
            r#"[{"title": "Council meets", "text": "The council met on Monday."}]"#,
            r#"{"title": "Council meets", "text": "The council met on Monday."}"#,
            r#"["The council met on Monday and agreed on the plan."]"#,
            "%PDF-1.7\n%âãÏÓ\n1 0 obj\n",
        ] {
            assert!(!seems_list(other), "{other}");
        }
    }
}
