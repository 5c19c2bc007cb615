//! Looks at the tags of a page before it is parsed. Parsing is quadratic in nesting depth, in the
//! attributes of one tag and in unclosed formatting elements, so a hostile page of a few hundred
//! kilobytes could keep a parser busy for hours; one pass over the bytes tells.

use std::sync::LazyLock;

use crate::load::error::Problem;
use crate::load::lists::{self, WordSet};

/// The deepest nesting that is parsed. The deepest of 724 news pages is under 100.
const DEEPEST: usize = 500;
/// The most tags that are parsed.
const MOST_TAGS: usize = 250_000;
/// The most attributes of one tag.
const MOST_ATTRIBUTES: usize = 1_000;
/// The most work, in open elements summed over all tags.
const MOST_WORK: usize = 12_000_000;
/// The most copies of unclosed formatting elements (`<b>`, `<font>`, …) the parser would make.
const MOST_COPIES: usize = 400_000;

/// Elements that are empty, or closed by what follows.
static UNCLOSED: LazyLock<WordSet<&[u8]>> = LazyLock::new(|| elements("unclosed"));
/// Elements that a parser opens again in every block until they are closed.
static FORMATTING: LazyLock<WordSet<&[u8]>> = LazyLock::new(|| elements("formatting"));

const ADVICE: &str = "Open it in a browser and save the article's text instead.";

/// Whether a page can be parsed in reasonable time and memory.
pub(super) fn check(html: &str) -> Result<(), Problem> {
    let mut scan = Scan::default();
    let mut rest = html.as_bytes();
    while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
        let Some((_, tail)) = rest.split_at_checked(at + 1) else {
            break;
        };
        rest = scan.after_bracket(tail);
        if let Some(detail) = scan.excess() {
            return Err(Problem::Damaged {
                what: "a web page",
                detail: detail.to_owned(),
                advice: ADVICE,
            });
        }
    }
    Ok(())
}

#[derive(Default)]
struct Scan {
    /// Names of the elements that are open.
    open: Vec<Vec<u8>>,
    tags: usize,
    attributes: usize,
    work: usize,
    /// Formatting elements that are open.
    formatting: usize,
    copies: usize,
}

impl Scan {
    fn excess(&self) -> Option<&'static str> {
        if self.open.len() > DEEPEST || self.work > MOST_WORK {
            Some("its elements are nested deeper than those of any article")
        } else if self.tags > MOST_TAGS {
            Some("it has more elements than any article")
        } else if self.attributes > MOST_ATTRIBUTES {
            Some("one of its tags has thousands of attributes")
        } else if self.copies > MOST_COPIES {
            Some("thousands of its formatting tags are never closed")
        } else {
            None
        }
    }

    /// Reads what follows a "<" and returns what follows that.
    fn after_bracket<'a>(&mut self, tail: &'a [u8]) -> &'a [u8] {
        match tail.first() {
            Some(b'!') => tail
                .strip_prefix(b"!--")
                .map_or(tail, |comment| after(comment, b"-->")),
            Some(b'/') => {
                let name = name(tail.get(1..).unwrap_or_default());
                if FORMATTING.contains(name.as_slice()) {
                    self.formatting = self.formatting.saturating_sub(1);
                }
                if let Some(at) = self.open.iter().rposition(|open| *open == name) {
                    self.open.truncate(at);
                }
                tail
            }
            Some(letter) if letter.is_ascii_alphabetic() => self.open(tail),
            _ => tail,
        }
    }

    fn open<'a>(&mut self, tail: &'a [u8]) -> &'a [u8] {
        let name = name(tail);
        self.tags += 1;
        self.work += self.open.len();
        if FORMATTING.contains(name.as_slice()) {
            self.formatting += 1;
        } else {
            self.copies += self.formatting.saturating_sub(20);
        }
        let rest = self.attributes(tail);
        match name.as_slice() {
            b"script" => after(rest, b"</script"),
            b"style" => after(rest, b"</style"),
            b"textarea" => after(rest, b"</textarea"),
            b"title" => after(rest, b"</title"),
            _ => {
                if !UNCLOSED.contains(name.as_slice()) {
                    self.open.push(name);
                }
                rest
            }
        }
    }

    /// Counts the attributes of a tag and returns what follows it.
    fn attributes<'a>(&mut self, tag: &'a [u8]) -> &'a [u8] {
        let mut count = 0;
        let mut quote = None;
        let mut last = b' ';
        for (at, byte) in tag.iter().copied().enumerate() {
            match quote {
                Some(open) if byte == open => quote = None,
                None if byte == b'>' => {
                    self.attributes = self.attributes.max(count);
                    return tag.get(at + 1..).unwrap_or_default();
                }
                None if matches!(byte, b'"' | b'\'') && last == b'=' => quote = Some(byte),
                None if !byte.is_ascii_whitespace()
                    && (last.is_ascii_whitespace() || matches!(last, b'/' | b'"' | b'\'')) =>
                {
                    count += 1;
                }
                _ => {}
            }
            if !(byte.is_ascii_whitespace() && last == b'=') {
                last = byte;
            }
        }
        self.attributes = self.attributes.max(count);
        &[]
    }
}

/// What follows the first `mark`, in any case; nothing if there is none.
fn after<'a>(text: &'a [u8], mark: &[u8]) -> &'a [u8] {
    let first = mark.first().copied().unwrap_or_default();
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| *byte == first) {
        let Some(candidate) = rest.get(at..) else {
            break;
        };
        match candidate.split_at_checked(mark.len()) {
            Some((head, tail)) if head.eq_ignore_ascii_case(mark) => return tail,
            Some(_) => rest = candidate.get(1..).unwrap_or_default(),
            None => break,
        }
    }
    &[]
}

fn name(tag: &[u8]) -> Vec<u8> {
    tag.iter()
        .take(12)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .map(u8::to_ascii_lowercase)
        .collect()
}

/// The elements of a section.
fn elements(section: &str) -> WordSet<&'static [u8]> {
    lists::words(lists::PAGES, section)
        .map(str::as_bytes)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn an_ordinary_page_passes() {
        let page = "<!DOCTYPE html><html><head><script>if (a<b) { '<div>' }</script></head><body>"
            .to_owned()
            + &"<div><p>Text <b>bold</b> <img src=x alt='a > b'></p></div>".repeat(2_000);
        assert!(check(&page).is_ok());
    }

    #[test]
    fn hostile_pages_are_refused() {
        for (page, word) in [
            ("<div>".repeat(100_000), "nested"),
            ("<b><i><u>".repeat(2_000), "nested"),
            (format!("<p {}>", "a=1 ".repeat(5_000)), "attributes"),
            ("<p>".repeat(500_000), "elements"),
            (
                "<b id=1><font>".repeat(200) + &"<p>x".repeat(2_000),
                "formatting",
            ),
        ] {
            let problem = check(&page).map_err(|problem| problem.to_string());
            assert!(problem.is_err_and(|text| text.contains(word)), "{word}");
        }
    }

    #[test]
    fn what_is_left_open_ends_with_what_it_stands_in() {
        assert!(check(&"<div><span>One <font>two</div>".repeat(600)).is_ok());
    }

    #[test]
    fn what_is_not_a_tag_does_not_nest() {
        let page = "<!-- <div> --> <script><div></script> a < b ".repeat(5_000);
        assert!(check(&page).is_ok());
    }
}
