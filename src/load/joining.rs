//! Joins the lines of a paragraph, words that were divided at line ends among them.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lists;

/// How much of a text is searched for other occurrences of a word that is divided at a line end.
const VOCABULARY: usize = 1024 * 1024;

/// Signs of a word divided at a line end: the hyphen, the soft hyphen, and the one that is no minus.
const HYPHENS: [char; 3] = ['-', '\u{ad}', '\u{2010}'];

/// Words by which a hyphen at a line end is judged.
struct Words {
    /// They commonly stand before a hyphen.
    compounding: HashSet<&'static str>,
    /// They do too, but begin longer words as well.
    syllables: HashSet<&'static str>,
    /// They stand between two hyphens.
    links: HashSet<&'static str>,
    /// They commonly stand after a hyphen.
    compounded: HashSet<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let section = |head| lists::words(lists::WORDS, head).collect();
    Words {
        compounding: section("compounding"),
        syllables: section("syllable"),
        links: section("link"),
        compounded: section("compounded"),
    }
});

/// Joins lines of one text.
pub(super) struct Joiner<'a> {
    source: &'a str,
    /// Whether words are divided wherever a line is full, not only where they have a hyphen anyway.
    divides: bool,
    /// The words of the source, read when the first divided word is met.
    vocabulary: Option<HashSet<&'a str>>,
}

impl<'a> Joiner<'a> {
    /// `source` is the whole text: what is written elsewhere in it says how a divided word is spelled.
    pub(super) const fn new(source: &'a str) -> Self {
        Self {
            source,
            divides: false,
            vocabulary: None,
        }
    }

    /// The same for a text that a typesetting program laid out, which divides words between syllables, and
    /// lines after dashes and slashes.
    #[cfg(feature = "pdf")]
    pub(super) const fn typeset(source: &'a str) -> Self {
        Self {
            source,
            divides: true,
            vocabulary: None,
        }
    }

    /// Adds a line to what was joined so far: with a blank, or without one where a word was divided.
    pub(super) fn join(&mut self, joined: &mut String, line: &str) {
        if joined.is_empty() {
            joined.push_str(line);
            return;
        }
        let goes_on = self.divides && runs_on(joined);
        // A soft hyphen stands only where a word was divided.
        let divided = joined.ends_with('\u{ad}')
            || (joined.ends_with(HYPHENS)
                && !joined.ends_with(" -")
                && !joined.ends_with("--")
                && line.starts_with(char::is_lowercase));
        if divided {
            let is_compound = self.is_compound(joined, line);
            joined.pop();
            if is_compound {
                joined.push('-');
            }
        } else if !goes_on {
            joined.push(' ');
        }
        joined.push_str(line);
    }

    /// Whether the hyphen at the end belongs to the word that `next` goes on with.
    fn is_compound(&mut self, joined: &str, next: &str) -> bool {
        let head = joined.trim_end_matches(HYPHENS);
        let word = head
            .rsplit(|c: char| !c.is_alphanumeric() && !HYPHENS.contains(&c))
            .next()
            .unwrap_or_default();
        let (several, head) = word
            .rsplit_once(HYPHENS)
            .map_or((false, word), |(_, head)| (true, head));
        let tail: String = next.chars().take_while(|c| c.is_alphanumeric()).collect();
        let source = self.source;
        let vocabulary = self.vocabulary.get_or_insert_with(|| vocabulary(source));
        if vocabulary.contains(format!("{head}-{tail}").as_str()) {
            return true;
        }
        if vocabulary.contains(format!("{head}{tail}").as_str()) || head.len() < 2 {
            return false;
        }
        let (head, tail) = (head.to_lowercase(), tail.to_lowercase());
        let (head, tail) = (head.as_str(), tail.as_str());
        let is_syllable = self.divides && WORDS.syllables.contains(head);
        (WORDS.compounding.contains(head) && !is_syllable)
            || (several && WORDS.links.contains(head))
            || WORDS.compounded.contains(tail)
    }
}

/// Whether a line ends after a dash or a slash inside a word.
fn runs_on(joined: &str) -> bool {
    let mut last = joined.chars().rev();
    matches!(last.next(), Some('—' | '/')) && last.next().is_some_and(char::is_alphabetic)
}

/// Words of a text, hyphens inside them kept.
fn vocabulary(text: &str) -> HashSet<&str> {
    text.get(..text.floor_char_boundary(VOCABULARY))
        .unwrap_or(text)
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty() && !word.ends_with('-'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Joiner;

    fn joined(lines: &[&str], source: &str) -> String {
        let mut joiner = Joiner::new(source);
        let mut paragraph = String::new();
        for line in lines {
            joiner.join(&mut paragraph, line);
        }
        paragraph
    }

    #[test]
    fn divided_words_are_joined_as_they_are_written_elsewhere() {
        assert_eq!(joined(&["a coun-", "cil met"], ""), "a council met");
        assert_eq!(joined(&["a Mc\u{ad}", "Coy"], ""), "a McCoy");
        assert_eq!(joined(&["a Phi\u{ad}", "2"], "Phi-2"), "a Phi-2");
        assert_eq!(joined(&["a coun\u{2010}", "cil met"], ""), "a council met");
        assert_eq!(joined(&["a low-", "cost plan"], ""), "a low-cost plan");
        assert_eq!(
            joined(&["a low-", "land farm"], "lowland"),
            "a lowland farm"
        );
        assert_eq!(joined(&["tea-", "time"], "at tea-time"), "tea-time");
        assert_eq!(joined(&["digital-to-", "analog"], ""), "digital-to-analog");
        assert_eq!(joined(&["ex-", "mayor"], ""), "ex-mayor");
        assert_eq!(joined(&["video/", "audio"], ""), "video/ audio");
        assert_eq!(joined(&["the", "end"], ""), "the end");
        assert_eq!(joined(&["at nine -", "or ten"], ""), "at nine - or ten");
    }

    #[test]
    #[cfg(feature = "pdf")]
    fn typeset_text_is_divided_between_syllables_and_after_dashes() {
        let joined = |first: &str, second: &str| {
            let mut paragraph = first.to_owned();
            Joiner::typeset("").join(&mut paragraph, second);
            paragraph
        };
        assert_eq!(joined("an ex-", "pensive pier"), "an expensive pier");
        assert_eq!(joined("video/", "audio"), "video/audio");
        assert_eq!(joined("the plan—", "a bold one"), "the plan—a bold one");
        assert_eq!(joined("the plan —", "a bold one"), "the plan — a bold one");
    }
}
