//! What a single line is, whatever stands around it. Every figure below was read off the same
//! development pages and plain texts as the phrases.

use super::phrases::fits;
use crate::load::clean::{words_of_key, words_up_to};
use crate::load::date;
use crate::load::draft::Reason;

/// A credit that reports speech is none from this length on, in words: then it is a sentence about a
/// picture.
const SHORT_CREDIT: usize = 25;
/// The longest credit in brackets with a stroke, in words: "(Dania Maxwell / Los Angeles Times)".
const BRACKETED_CREDIT: usize = 10;
/// The longest date line, in words: with a weekday, a zone and when it was updated.
const DATE_LINE: usize = 16;
/// A month counts two, a figure one; two make a date.
const DATE: usize = 2;
/// How many words an author line has: from "By Doe" to three names with their roles.
const BYLINE: std::ops::RangeInclusive<usize> = 2..=14;
/// How many words a note about the author has: fewer name a role, more are a paragraph of the story.
const NOTE: std::ops::RangeInclusive<usize> = 5..=130;
/// A note that opens with the author's name but names no role, in words.
const NAMED_NOTE: usize = 60;
/// How many words a name has: "Ann Lee" to "Ann van der Lee Jr".
const NAME: std::ops::RangeInclusive<usize> = 2..=5;

/// The sections of phrases that make a line furniture wherever it stands; the first that fits decides.
const FURNITURE: [(&str, Reason); 6] = [
    ("advertisement", Reason::Advertisement),
    ("button", Reason::Button),
    ("promotion", Reason::Promotion),
    ("byline", Reason::Byline),
    ("consent", Reason::Consent),
    ("copyright", Reason::Copyright),
];

/// A line after which the article is over, if it stands in the later part of the document.
/// `key` is the line's [`crate::load::clean::key`].
pub(in crate::load) fn is_end_marker(key: &str) -> bool {
    let length = words_of_key(key);
    let counts = key.starts_with(|c: char| c.is_ascii_digit());
    let stopped = key.ends_with('.') && length >= SENTENCE;
    length > 0 && !stopped && (fits("end", key, length) || (counts && fits("count", key, length)))
}

/// The fewest words of a sentence: "Watch now." and "Sign in to comment." are none.
const SENTENCE: usize = 5;

/// Whether a line is a sentence: what an article is made of, whatever words it begins with or holds.
pub(in crate::load) fn is_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(|c: char| c.is_whitespace() || "\"”’')]»*_".contains(c));
    let starts = line.chars().find(|c| c.is_alphanumeric());
    line.ends_with(['.', '!', '?', '…'])
        && starts.is_some_and(|c| !c.is_lowercase())
        && words_up_to(line, SENTENCE) >= SENTENCE
}

/// What a line is by its words, if it is furniture. Whether a sentence is depends on where it stands, too:
/// [`is_sentence`]. `key` is its [`crate::load::clean::key`].
pub(in crate::load) fn furniture(line: &str, key: &str) -> Option<Reason> {
    if !key.contains(|c: char| c.is_alphanumeric()) {
        return Some(Reason::Decoration);
    }
    let length = words_of_key(key);
    FURNITURE
        .into_iter()
        .find(|(section, _)| fits(section, key, length))
        .map(|(_, reason)| reason)
        .or_else(|| counts_pictures(key).then_some(Reason::Button))
        .or_else(|| is_credit(line, key, length).then_some(Reason::Credit))
}

/// "Image 3 of 7", "Photo 1 / 12".
fn counts_pictures(key: &str) -> bool {
    let mut words = key
        .split([' ', '/'])
        .filter(|word| !word.is_empty() && *word != "of");
    let is_number = |word: Option<&str>| word.is_some_and(|word| word.parse::<u16>().is_ok());
    matches!(words.next(), Some("image" | "photo" | "picture" | "slide"))
        && is_number(words.next())
        && is_number(words.next())
        && words.next().is_none()
}

/// "Photo by …", "… (Image: Agency)", "(Dania Maxwell / Los Angeles Times)".
fn is_credit(line: &str, key: &str, length: usize) -> bool {
    let quotes = || key.contains("\" said") || (length > SHORT_CREDIT && key.contains(" said "));
    let bracket = key.strip_suffix(')').and_then(|key| key.rsplit_once('('));
    let line = line.trim();
    fits("credit", key, length)
        || (fits("credit within", key, length) && !quotes())
        || bracket.is_some_and(|(_, credit)| fits("credit in brackets", credit, length))
        || (length <= BRACKETED_CREDIT
            && line.starts_with('(')
            && line.ends_with(')')
            && line.contains('/'))
}

/// A line that holds nothing but dates and times: "Published Jan 3, 2024 at 5:00 p.m. ET · 4 min read".
pub(in crate::load) fn is_date_line(key: &str) -> bool {
    let length = words_of_key(key);
    if length == 0 || length > DATE_LINE {
        return false;
    }
    if fits("age", key, length) {
        return true;
    }
    if !key.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let mut score = 0;
    for part in key.split(|c: char| c.is_whitespace() || ",|•·()/-:;".contains(c)) {
        let part = part.trim_matches('.');
        if part.is_empty() || fits("date word", part, 1) {
            continue;
        }
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        if date::month(part).is_some() {
            score += 2;
        } else if digits > 0 && part.len() <= digits + 2 {
            score += 1;
        } else {
            return false;
        }
    }
    score >= DATE
}

/// What opens an author line.
const BY: [&str; 7] = [
    "By ",
    "BY ",
    "by ",
    "By: ",
    "Written by ",
    "Posted by ",
    "Story by ",
];
/// Words of an author line that are written small.
const SMALL: [&str; 10] = [
    "and", "de", "van", "von", "la", "bin", "al", "for", "of", "the",
];

/// The names of an author line: "By Jane Doe and John Roe, Staff Writers" gives everything after "By".
/// `None` if the line is something else.
pub(in crate::load) fn byline(line: &str) -> Option<&str> {
    let line = line.trim();
    let stopped =
        line.ends_with(['.', '!', '?']) && !line.ends_with("Jr.") && !line.ends_with("Sr.");
    let names = BY.iter().find_map(|by| line.strip_prefix(by))?;
    if stopped || !BYLINE.contains(&words_up_to(line, *BYLINE.end() + 1)) {
        return None;
    }
    let is_name = |word: &str| !word.starts_with(char::is_lowercase) || SMALL.contains(&word);
    names
        .split_whitespace()
        .all(is_name)
        .then_some(names.trim())
}

/// A closing paragraph about the writer rather than the story. `authors` are keys.
pub(in crate::load) fn is_author_note(key: &str, authors: &[String]) -> bool {
    let length = words_of_key(key);
    if !NOTE.contains(&length) {
        return false;
    }
    if fits("note", key, length) {
        return true;
    }
    let named = authors
        .iter()
        .any(|author| words_of_key(author) >= *NAME.start() && key.starts_with(author.as_str()));
    let has_role = || fits("note role", key, length);
    if named {
        return fits("note verb", key, length) && (length < NAMED_NOTE || has_role())
            || key.contains('@')
            || key.contains("follow");
    }
    let has_name = || {
        let (subject, _) = key.split_once(" is ").unwrap_or_default();
        NAME.contains(&words_of_key(subject))
    };
    fits("note subject", key, length) && has_role() && has_name()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::clean::key;

    fn reason(line: &str) -> Option<Reason> {
        furniture(line, &key(line))
    }

    #[test]
    fn furniture_is_recognised_by_its_words() {
        assert_eq!(reason("ADVERTISEMENT"), Some(Reason::Advertisement));
        assert_eq!(reason("Read more: Another story"), Some(Reason::Promotion));
        assert_eq!(reason("Share on Facebook"), Some(Reason::Button));
        assert_eq!(reason("Photo by Jane Doe"), Some(Reason::Credit));
        assert_eq!(
            reason("The bridge has been closed since May (Image: GETTY )"),
            Some(Reason::Credit)
        );
        assert_eq!(reason("© 2024 The Post"), Some(Reason::Copyright));
        assert_eq!(reason("* * *"), Some(Reason::Decoration));
        assert_eq!(reason("Image 1 of / 13"), Some(Reason::Button));
        assert_eq!(reason("Image 1 of the series"), None);
        assert_eq!(reason("The council will share the report on Monday."), None);
        for line in [
            "Photo by Jane Doe",
            "Read more: Another story",
            "Watch now.",
        ] {
            assert!(!is_sentence(line), "{line}");
        }
        for line in [
            "Getty Images sued the start-up in London.",
            "“Do not sell my land,” the old man told his sons.”",
        ] {
            assert!(is_sentence(line), "{line}");
        }
    }

    #[test]
    fn end_markers_are_short_lines() {
        for line in [
            "Comments",
            "You might also like:",
            "12 comments",
            "More from Politics",
            "Comments on the story",
        ] {
            assert!(is_end_marker(&key(line)), "{line}");
        }
        assert!(!is_end_marker(&key(
            "Comments on the plan closed on Friday."
        )));
        assert!(!is_end_marker(&key(
            "Comments by the minister drew criticism on Monday from all sides."
        )));
    }

    #[test]
    fn date_lines_hold_nothing_else() {
        assert!(is_date_line(&key(
            "Published Jan 3, 2024 at 5:00 p.m. ET · 4 min read"
        )));
        assert!(is_date_line(&key("2024-01-03")));
        assert!(!is_date_line(&key("On Jan 3, 2024 the council met")));
        assert!(!is_date_line(&key("May")));
    }

    #[test]
    fn bylines_give_the_names() {
        assert_eq!(
            byline("By Jane Doe and John Roe"),
            Some("Jane Doe and John Roe")
        );
        assert_eq!(byline("By all accounts the meeting failed"), None);
        assert_eq!(byline("By Monday it was over."), None);
    }

    #[test]
    fn notes_about_the_author_are_not_the_story() {
        let authors = vec!["jane doe".to_owned()];
        assert!(is_author_note(
            "jane doe is a reporter for the post in denver",
            &authors
        ));
        assert!(!is_author_note(
            "jane roe said on monday that she would sue the city",
            &authors
        ));
    }
}
