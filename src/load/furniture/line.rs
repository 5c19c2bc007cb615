//! What a single line is, whatever stands around it.

use super::Reason;
use super::phrases::{has, is, starts};
use crate::load::clean::{words, words_up_to};
use crate::load::date;

/// No rule looks at lines of this many words or more.
const LONG: usize = 131;

/// A line after which the article is over, if it stands in the later part of the document.
/// `key` is the line's [`crate::load::clean::key`].
pub fn is_end_marker(key: &str) -> bool {
    let length = words_up_to(key, 10);
    if length == 0 || length > 9 {
        return false;
    }
    let counted = length <= 3
        && key.starts_with(|c: char| c.is_ascii_digit())
        && [" comments", " comment", " replies", " responses"]
            .iter()
            .any(|end| key.ends_with(end));
    is("end is", key)
        || starts("end starts", key)
        || counted
        || key.starts_with("comments (")
        || key.starts_with("comments on ")
}

/// Why a line is never part of the article text, wherever it stands. `key` is its
/// [`crate::load::clean::key`].
pub fn furniture(line: &str, key: &str) -> Option<Reason> {
    if !key.contains(|c: char| c.is_alphanumeric()) {
        return Some(Reason::Decoration);
    }
    let length = words_up_to(key, LONG);
    let within = |most: usize| length <= most;
    if within(6) && is("advertisement is", key) || within(12) && starts("advertisement starts", key)
    {
        return Some(Reason::Advertisement);
    }
    if within(5) && is("button is", key) {
        return Some(Reason::Button);
    }
    if within(40) && starts("promotion starts", key)
        || within(30) && has("promotion has", key) && !key.contains(" said")
    {
        return Some(Reason::Promotion);
    }
    if within(40) && starts("byline starts", key) {
        return Some(Reason::Byline);
    }
    if within(120) && has("consent has", key) {
        return Some(Reason::Consent);
    }
    if within(60) && (starts("copyright starts", key) || has("copyright has", key)) {
        return Some(Reason::Copyright);
    }
    is_credit(line, key, length).then_some(Reason::Credit)
}

/// "Photo by …", "(Dania Maxwell / Los Angeles Times)".
fn is_credit(line: &str, key: &str, length: usize) -> bool {
    if length <= 12 && starts("credit starts", key) {
        return true;
    }
    let quotes = key.contains("\" said") || (length > 25 && key.contains(" said "));
    if length <= 45 && !quotes && has("credit has", key) {
        return true;
    }
    if length <= 45 && names_picture(key) {
        return true;
    }
    let line = line.trim();
    length <= 10 && line.starts_with('(') && line.ends_with(')') && line.contains('/')
}

/// A caption that ends in its credit: "The bridge on Monday (Image: Agency)".
fn names_picture(key: &str) -> bool {
    const NAMES: [&str; 7] = [
        "image:", "images:", "photo:", "photos:", "picture:", "pic:", "credit:",
    ];
    key.strip_suffix(')')
        .and_then(|key| key.rsplit_once('('))
        .is_some_and(|(_, credit)| NAMES.iter().any(|name| credit.starts_with(name)))
}

/// A line that holds nothing but dates and times: "Published Jan 3, 2024 at 5:00 p.m. ET · 4 min read".
pub fn is_date_line(key: &str) -> bool {
    let length = words_up_to(key, 17);
    if length == 0 || length > 16 {
        return false;
    }
    let ages = [
        "min read",
        "minute read",
        "minutes read",
        "mins read",
        " ago",
    ];
    if length <= 8 && ages.iter().any(|end| key.ends_with(end)) {
        return true;
    }
    if !key.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let mut score = 0;
    for part in key.split(|c: char| c.is_whitespace() || ",|•·()/-:;".contains(c)) {
        let part = part.trim_matches('.');
        if part.is_empty() || is_date_word(part) {
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
    score >= 2
}

fn is_date_word(part: &str) -> bool {
    matches!(
        part,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "mon"
            | "tue"
            | "tues"
            | "wed"
            | "thu"
            | "thurs"
            | "fri"
            | "sat"
            | "sun"
            | "am"
            | "pm"
            | "a.m"
            | "p.m"
            | "et"
            | "est"
            | "edt"
            | "pt"
            | "pst"
            | "pdt"
            | "ct"
            | "cst"
            | "cdt"
            | "gmt"
            | "utc"
            | "bst"
            | "ist"
            | "published"
            | "updated"
            | "posted"
            | "modified"
            | "last"
            | "first"
            | "date"
            | "on"
            | "at"
            | "min"
            | "mins"
            | "read"
            | "minute"
            | "minutes"
            | "hours"
            | "hour"
            | "ago"
            | "of"
            | "the"
            | "created"
            | "issue"
            | "original"
            | "originally"
            | "th"
            | "st"
            | "nd"
            | "rd"
            | "time"
            | "z"
    )
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

/// The names of an author line: "By Jane Doe and John Roe, Staff Writers" gives everything after "By".
/// `None` if the line is something else.
pub fn byline(line: &str) -> Option<&str> {
    let line = line.trim();
    let stopped =
        line.ends_with(['.', '!', '?']) && !line.ends_with("Jr.") && !line.ends_with("Sr.");
    if stopped || !(2..=14).contains(&words_up_to(line, 15)) {
        return None;
    }
    let names = BY.iter().find_map(|by| line.strip_prefix(by))?;
    let is_name = |word: &str| {
        !word.starts_with(char::is_lowercase)
            || matches!(
                word,
                "and" | "de" | "van" | "von" | "la" | "bin" | "al" | "for" | "of" | "the"
            )
    };
    names
        .split_whitespace()
        .all(is_name)
        .then_some(names.trim())
}

/// A closing paragraph about the writer rather than the story. `authors` are keys.
pub fn is_author_note(key: &str, authors: &[String]) -> bool {
    let length = words_up_to(key, LONG);
    if !(5..=130).contains(&length) {
        return false;
    }
    if has("note has", key) {
        return true;
    }
    let named = authors
        .iter()
        .any(|author| words(author) >= 2 && key.starts_with(author.as_str()));
    let role = has("note role", key);
    if named {
        let verb = has("note verb", key);
        return verb && (role || length < 60) || key.contains('@') || key.contains("follow");
    }
    let (subject, _) = key.split_once(" is ").unwrap_or_default();
    role && (2..=5).contains(&words(subject)) && has("note is", key)
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
        assert_eq!(reason("The council will share the report on Monday."), None);
    }

    #[test]
    fn end_markers_are_short_lines() {
        for line in [
            "Comments",
            "You might also like:",
            "12 comments",
            "More from Politics",
        ] {
            assert!(is_end_marker(&key(line)), "{line}");
        }
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
