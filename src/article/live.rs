//! Live blogs: one article of many entries, each with a time of its own, that tells many events.

use super::{Article, Block, BlockKind};

/// So many entries with a time of their own make a live blog …
const ENTRIES: usize = 5;
/// … if at least one in so many blocks opens with one: a long report may name a few.
const BLOCKS_AN_ENTRY: usize = 12;
/// The longest line, in characters, that is looked at for the mark of an entry: "Updated at 10:32 a.m. ET".
const MARK: usize = 40;

impl Article {
    /// How many entries with a time of their own it has, if it is a live blog: by what its page or collection says it
    /// is, or by the times its paragraphs open with.
    pub fn live_entries(&self) -> Option<usize> {
        let shown = |block: &&Block| {
            block.kind != BlockKind::Caption && block.kind != BlockKind::Boilerplate
        };
        // What lies between two blocks of the text may be the times of its entries, set aside because they say nothing
        // else; links to other articles, which carry times of their own, are no part of it.
        let first = self.blocks.iter().position(|block| block.kind.is_scored());
        let last = self.blocks.iter().rposition(|block| block.kind.is_scored());
        let text = first
            .zip(last)
            .and_then(|(first, last)| self.blocks.get(first.saturating_sub(1)..=last));
        let entries =
            text.unwrap_or_default()
                .iter()
                .filter(|block| match time_at_start(&block.text) {
                    Some(rest) => {
                        shown(block)
                            || (block.kind == BlockKind::Boilerplate && is_time_alone(&rest))
                    }
                    None => false,
                });
        let entries = entries.count();
        let blocks = self.blocks.iter().filter(shown);
        let named = self.fields.get("type").is_some_and(is_live);
        let marked = entries >= ENTRIES && entries * BLOCKS_AN_ENTRY >= blocks.count();
        (named || marked).then_some(entries)
    }
}

/// Whether a kind of article is a live blog, however that is spelt.
fn is_live(kind: &str) -> bool {
    let letters = kind.chars().filter(|c| c.is_alphabetic());
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    letters.starts_with("liveblog")
}

/// What follows where a paragraph opens with a time of day: "10:32 a.m.", "14.05 GMT", "Updated at 3:15pm ET", "10:32 — The …".
fn time_at_start(text: &str) -> Option<String> {
    let start: String = text
        .chars()
        .take(MARK)
        .flat_map(char::to_lowercase)
        .collect();
    let mut start = start.trim_start_matches(|c: char| !c.is_alphanumeric());
    // "At 6:20 p.m., the spokesman asked …" is a sentence of a report, not the mark of an entry.
    let told = start.strip_prefix("at ");
    for word in ["updated", "posted", "at "] {
        start = start
            .strip_prefix(word)
            .unwrap_or(start)
            .trim_start_matches([' ', ':']);
    }
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (hours, rest) = start.split_at(digits(start));
    let rest = rest.strip_prefix([':', '.', 'h'])?;
    let (minutes, rest) = rest.split_at(digits(rest));
    let below = |number: &str, most: u32| number.parse().is_ok_and(|number: u32| number < most);
    let is_time = (1..=2).contains(&hours.len())
        && minutes.len() == 2
        && below(hours, 24)
        && below(minutes, 60);
    // "3.25 per cent" and "1.50 euros" are no times: a point is one only before its half of the day or its zone.
    let after = rest.trim_start();
    let has_zone = ZONES.iter().any(|zone| after.starts_with(zone));
    let written_with_point = start
        .get(hours.len()..)
        .is_some_and(|rest| rest.starts_with('.'));
    let ends = rest.is_empty() || rest.starts_with([' ', ':', ',', '-', '–', '—', '|', 'a', 'p']);
    let is_time = is_time && ends && (has_zone || !written_with_point);
    let is_entry = is_time && (told.is_none() || is_time_alone(rest));
    is_entry.then(|| rest.to_owned())
}

/// Halves of the day and zones, as they stand after a time.
const ZONES: [&str; 12] = [
    "am", "pm", "a.m", "p.m", "gmt", "bst", "cet", "cest", "utc", "est", "edt", "et",
];

/// Whether nothing but its half of the day and its zone follows a time.
fn is_time_alone(rest: &str) -> bool {
    let mut words = rest
        .split_whitespace()
        .map(|word| word.trim_end_matches(['.', ',', ':']));
    words.all(|word| word.is_empty() || ZONES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::{is_time_alone, time_at_start};

    #[test]
    fn times_open_entries_and_figures_do_not() {
        for entry in [
            "10:32 a.m. The speaker arrived.",
            "14.05 GMT",
            "Updated at 3:15pm ET",
            "• 9:07 — Crowds gather",
            "18:40",
            "At 6:20 p.m.",
        ] {
            assert!(time_at_start(entry).is_some(), "{entry}");
        }
        for other in [
            "3.25 per cent of them left.",
            "10:32ers are a club.",
            "At noon he left.",
            "At 6:20 p.m., the spokesman asked for a new draft.",
            "25:10 is no time",
            "1.50 euros",
            "2024-05-06",
            "",
        ] {
            assert!(time_at_start(other).is_none(), "{other}");
        }
    }
    #[test]
    fn a_time_alone_is_followed_by_its_zone_at_most() {
        let alone = |text: &str| time_at_start(text).is_some_and(|rest| is_time_alone(&rest));
        for entry in ["10:32", "10:32 a.m. ET", "Updated at 3:15pm", "14.05 GMT"] {
            assert!(alone(entry), "{entry}");
        }
        for link in ["10:32 Storm closes school", "3:15pm – The mayor resigns"] {
            assert!(!alone(link), "{link}");
        }
    }
}
