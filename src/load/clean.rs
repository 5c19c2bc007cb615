//! Small questions about a line of text that every reader asks: its words, its shape, its white space.

use std::collections::BTreeSet;

/// The text on one line: white space and control characters become single blanks, invisible
/// characters (zero-width, soft hyphen, direction marks) go. Nothing else changes.
pub(super) fn squash(text: &str) -> String {
    // Most texts are on one line already.
    let mut before = ' ';
    let settled = text.chars().all(|c| {
        let stays = match c {
            ' ' => before != ' ',
            '!'..='~' => true,
            c => !(c.is_whitespace() || c.is_control() || is_invisible(c)),
        };
        before = c;
        stays
    });
    if settled && before != ' ' {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if is_invisible(c) {
            continue;
        }
        if c.is_whitespace() || c.is_control() {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else {
            line.push(c);
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Whether a character takes no room and carries no meaning in running English text.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}'
    )
}

/// Number of words between blanks.
pub(super) fn words(text: &str) -> usize {
    words_up_to(text, usize::MAX)
}

/// Number of words between blanks, counted no further than `most`.
pub(super) fn words_up_to(text: &str, most: usize) -> usize {
    let mut count = 0;
    let mut blank_before = true;
    for c in text.chars() {
        let blank = !matches!(c, '!'..='~') && c.is_whitespace();
        if blank_before && !blank {
            if count == most {
                break;
            }
            count += 1;
        }
        blank_before = blank;
    }
    count
}

/// Number of words of a [`key`]: single blanks part them.
pub(super) fn words_of_key(key: &str) -> usize {
    usize::from(!key.is_empty()) + key.bytes().filter(|byte| *byte == b' ').count()
}

/// Lower case, straight quotes and dashes, single blanks, decoration at both ends stripped: the form
/// in which lines are compared with phrases.
pub(super) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '!'..='~' => key.push(c.to_ascii_lowercase()),
            '’' | '‘' => key.push('\''),
            '“' | '”' => key.push('"'),
            '–' | '—' => key.push('-'),
            c if c.is_whitespace() => {
                if !key.is_empty() && !key.ends_with(' ') {
                    key.push(' ');
                }
            }
            c => key.extend(c.to_lowercase()),
        }
    }
    key.trim_matches(|c: char| c.is_whitespace() || "*#•|><»«-_=~:[]→▶►·+".contains(c))
        .to_owned()
}

/// Whether a text ends as a sentence does: a stop, a colon or a semicolon, perhaps inside a closing
/// quote or bracket.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end()
        .trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', '*', '_'])
        .ends_with(['.', '!', '?', '…', ':', ';'])
}

/// Whether the first letter or digit is a lower-case letter.
pub(super) fn starts_lower(text: &str) -> bool {
    text.chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(char::is_lowercase)
}

/// The words of a text in lower case, letters and digits only.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '‘'))
        .map(|word| {
            word.chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect::<String>()
        })
        .filter(|word| !word.is_empty())
}

/// How much two lines share: words in both over words in either, 0 to 1.
pub(super) fn similarity(a: &str, b: &str) -> f64 {
    let a: BTreeSet<String> = tokens(a).collect();
    let b: BTreeSet<String> = tokens(b).collect();
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    a.intersection(&b).count() as f64 / a.union(&b).count() as f64
}

/// Character references turned into characters ("&amp;#8217;" needs two passes). Unknown ones stay.
pub(super) fn unescape(text: &str) -> String {
    html_escape::decode_html_entities(text).into_owned()
}

/// A value of a tag or of JSON-LD as plain text: references turned into characters (they are often
/// escaped twice), tags taken out, on one line.
pub(super) fn plain_text(value: &str) -> String {
    let value = unescape(&unescape(value));
    if !value.contains('<') || !value.contains('>') {
        return squash(&value);
    }
    let mut text = String::with_capacity(value.len());
    let mut in_tag = false;
    for c in value.chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    squash(&text)
}

/// The host of an address without "www." and its kin, in lower case; empty if it has none.
pub(super) fn host(url: &str) -> String {
    let (_, rest) = url.split_once("://").unwrap_or_default();
    let host = rest
        .split(['/', '?', '#'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let host = host.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    ["www.", "m.", "amp."]
        .iter()
        .fold(host, |host, prefix| {
            host.strip_prefix(prefix).unwrap_or(host)
        })
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_between_blanks_of_any_kind() {
        for text in ["", " ", "a", " a  b\tc\u{a0}d\u{2003}“e” ", "é\u{85}f\n"] {
            let split = text.split_whitespace();
            assert_eq!(words(text), split.clone().count(), "{text:?}");
            assert_eq!(words_up_to(text, 2), split.take(2).count(), "{text:?}");
        }
    }

    #[test]
    fn the_words_of_a_key_are_those_between_its_blanks() {
        for text in [
            "",
            " * ",
            "a",
            "* a  b\tc\u{a0}d\u{2003}“e” ·",
            "é\u{85}f\n",
        ] {
            let key = key(text);
            assert_eq!(words_of_key(&key), words(&key), "{text:?}");
        }
    }

    #[test]
    fn white_space_is_all_that_squash_changes() {
        assert_eq!(
            squash(" \u{feff}It’s\u{a0}\n a\tco\u{ad}op  “x” "),
            "It’s a coop “x”"
        );
        assert_eq!(squash("\u{200b}\n"), "");
    }

    #[test]
    fn references_become_characters_and_unknown_ones_stay() {
        assert_eq!(
            unescape("A &amp; B &#8217;s &x; &#x201C;"),
            "A & B ’s &x; “"
        );
        assert_eq!(unescape("AT&T; &&amp;"), "AT&T; &&");
    }

    #[test]
    fn a_host_is_the_name_people_know() {
        assert_eq!(host("https://www.Example.com:443/a?b"), "example.com");
        assert_eq!(host("example"), "");
    }

    #[test]
    fn similarity_ignores_case_and_quotes() {
        assert!((similarity("Trump’s Invite", "trump's invite!") - 1.0).abs() < 1e-9);
        assert!(similarity("a b", "c").abs() < 1e-9);
    }
}
