//! Words that a mark joins: a dash, a slash, dots or a comma without a blank. The reference cuts texts at blanks
//! only and finds neither word in its lexicon. Also ligatures and characters that nobody sees.

/// The shortest word that a slash or a comma parts from another: "w/o" and "and/or" differ.
const SHORTEST: usize = 2;
/// How far before a slash an address may begin, in bytes.
const ADDRESS: usize = 64;

/// The ASCII characters that may join two words, by byte: every byte of every text is asked.
const JOINS: [bool; 256] = {
    let mut table = [false; 256];
    let mut rest: &[u8] = b"/,;.-`()|";
    while let [byte, others @ ..] = rest {
        #[expect(clippy::indexing_slicing, reason = "checked when it is built")]
        {
            table[*byte as usize] = true;
        }
        rest = others;
    }
    table
};

/// Whether an ASCII character may join two words.
#[inline]
pub(super) fn may_join(byte: u8) -> bool {
    JOINS.get(usize::from(byte)).copied().unwrap_or_default()
}

/// Whether a text of ASCII holds such a character between two letters.
pub(super) fn has_any(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut marks = bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| may_join(**byte));
    let joins = |at: usize, mark: u8| {
        let fits = |byte: &u8| byte.is_ascii_alphabetic() || *byte == mark;
        at.checked_sub(1)
            .and_then(|before| bytes.get(before))
            .is_some_and(fits)
            && bytes.get(at + 1).is_some_and(fits)
    };
    marks.any(|(at, mark)| joins(at, *mark))
}

/// What the reference is to read in place of the mark at `at`, and how many bytes it takes; `None` if it joins
/// nothing.
pub(super) fn part(text: &str, at: usize, mark: char) -> Option<(&'static str, usize)> {
    let length = mark.len_utf8();
    Some(match mark {
        'ﬀ' => ("ff", length),
        'ﬁ' => ("fi", length),
        'ﬂ' => ("fl", length),
        'ﬃ' => ("ffi", length),
        'ﬄ' => ("ffl", length),
        'ﬅ' | 'ﬆ' => ("st", length),
        // Zero-width blanks and joiners, the soft hyphen.
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{2060}' | '\u{feff}' => ("", length),
        '—' | '–' | '―' | '…' | '•' | '·' => {
            let before = letter_before(text, at) && !blank_after(text, at + length);
            let after = letter_after(text, at + length) && !blank_before(text, at);
            return (before || after).then_some((" ", length));
        }
        '`' => {
            let inside = letter_before(text, at) && letter_after(text, at + length);
            return inside.then_some(("'", length));
        }
        '.' | '-' => {
            let run = run(text, at, mark);
            let joins = run >= 2 && letter_before(text, at) && letter_after(text, at + run);
            return joins.then_some((" ", run));
        }
        '/' | ',' | ';' | '(' | ')' | '|' => {
            let joins = word_before(text, at)
                && word_after(text, at + length)
                && !(mark == '/' && in_address(text, at));
            return joins.then_some((" ", length));
        }
        _ => return None,
    })
}

fn letter_before(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    before.is_some_and(char::is_alphabetic)
}

fn letter_after(text: &str, at: usize) -> bool {
    let after = text.get(at..).and_then(|text| text.chars().next());
    after.is_some_and(char::is_alphabetic)
}

/// Whether nothing, or a blank, stands before `at`: what a blank parts already is not joined.
fn blank_before(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    before.is_none_or(char::is_whitespace)
}

fn blank_after(text: &str, at: usize) -> bool {
    let after = text.get(at..).and_then(|text| text.chars().next());
    after.is_none_or(char::is_whitespace)
}

fn word_before(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    before
        .chars()
        .rev()
        .take(SHORTEST)
        .filter(|c| c.is_alphabetic())
        .count()
        == SHORTEST
}

fn word_after(text: &str, at: usize) -> bool {
    let after = text.get(at..).unwrap_or_default();
    after
        .chars()
        .take(SHORTEST)
        .filter(|c| c.is_alphabetic())
        .count()
        == SHORTEST
}

/// How many bytes of the same mark begin at `at`.
fn run(text: &str, at: usize, mark: char) -> usize {
    text.get(at..)
        .unwrap_or_default()
        .chars()
        .take_while(|c| *c == mark)
        .count()
}

/// Whether a slash stands in an address ("https://…", "example.org/page").
fn in_address(text: &str, at: usize) -> bool {
    let from = text.floor_char_boundary(at.saturating_sub(ADDRESS));
    let before = text.get(from..at).unwrap_or_default();
    let word = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    word.contains(['.', ':', '@', '/']) && (word.contains('.') || word.contains("//"))
}
