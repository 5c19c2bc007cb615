//! The lines of a text as they were meant: one kind of line end, no reply marks, no invisible
//! characters; and what one line is by itself: its indent, its length, the mark of a list item.

use crate::load::clean::is_invisible;

/// Line ends become "\n", form feeds a blank line, tabs and wide blanks plain blanks (four at the start
/// of a line for a tab); reply marks ("> ") go if at least 80 % of the lines carry them.
pub(super) fn tidy(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let quoted = is_quoted(text);
    let mut out = String::with_capacity(text.len() + 1);
    let mut rest = text;
    while !rest.is_empty() {
        let end = line_end(rest);
        let (line, tail) = rest.split_at(end);
        push_line(&mut out, if quoted { unquoted(line) } else { line });
        let mut after = tail.chars();
        match after.next() {
            Some('\r') if tail.starts_with("\r\n") => {
                after.next();
            }
            Some('\u{c}' | '\u{b}' | '\u{2029}') => out.push('\n'),
            _ => {}
        }
        rest = after.as_str();
    }
    out
}

/// Where the line ends that `text` begins with.
fn line_end(text: &str) -> usize {
    let mut from = 0;
    // Bytes of a line end, or the first ones of its kind beyond ASCII.
    let may_end = |byte: u8| matches!(byte, b'\n'..=b'\r' | 0xC2 | 0xE2);
    let next = |from: usize| text.bytes().skip(from).position(may_end);
    while let Some(at) = next(from) {
        from += at;
        if text
            .get(from..)
            .is_some_and(|rest| rest.starts_with(is_line_end))
        {
            return from;
        }
        from += 1;
    }
    text.len()
}

const fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}'
    )
}

fn is_quoted(text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let (all, quoted) = lines.fold((0usize, 0usize), |(all, quoted), line| {
        (all + 1, quoted + usize::from(line.starts_with('>')))
    });
    all >= 4 && quoted * 10 >= all * 8
}

fn unquoted(line: &str) -> &str {
    let mut line = line;
    while let Some(rest) = line.strip_prefix('>') {
        line = rest.strip_prefix(' ').unwrap_or(rest);
    }
    line
}

fn push_line(out: &mut String, line: &str) {
    let start = out.len();
    let mut rest = line;
    loop {
        let plain = rest.bytes().position(|byte| !matches!(byte, b' '..=b'~'));
        let (copied, other) = rest.split_at(plain.unwrap_or(rest.len()));
        out.push_str(copied);
        let mut characters = other.chars();
        let Some(c) = characters.next() else { break };
        rest = characters.as_str();
        match c {
            '\t' if out.len() == start || out.ends_with(' ') => out.push_str("    "),
            c if is_invisible(c) => {}
            c if c.is_whitespace() => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    while out.len() > start && out.ends_with(' ') {
        out.pop();
    }
    out.push('\n');
}

/// A line of the tidied text.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextLine<'a> {
    /// Without blanks at the ends.
    pub(super) text: &'a str,
    /// Blanks before it.
    pub(super) indent: usize,
    /// Length in characters, the indent included.
    pub(super) length: usize,
}

impl TextLine<'_> {
    pub(super) const fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Length in characters of its first word.
    pub(super) fn first_word(&self) -> usize {
        self.text
            .split(' ')
            .next()
            .map_or(0, |word| word.chars().count())
    }
}

/// The lines of a tidied text.
pub(super) fn lines(text: &str) -> impl Iterator<Item = TextLine<'_>> {
    text.lines().map(|line| TextLine {
        text: line.trim(),
        indent: line.len() - line.trim_start().len(),
        length: line.trim_end().chars().count(),
    })
}

/// Whether a line ends as a sentence or a lead-in does.
pub(in crate::load) fn ends_stop(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '*', '_'])
        .ends_with(['.', '!', '?', '…', ':'])
}

/// The item's text, if the line opens with a bullet.
pub(in crate::load) fn bulleted(text: &str) -> Option<&str> {
    const SIGNS: &str = "•●▪■◦‣⁃·►▶➤✓✔○\u{f0b7}";
    let mut chars = text.chars();
    let mark = chars.next()?;
    let rest = chars.as_str();
    let item = rest.trim_start();
    if item.is_empty() {
        return None;
    }
    let spaced = rest.starts_with(' ');
    let is_bullet = SIGNS.contains(mark)
        || (spaced && matches!(mark, '-' | '*' | '–' | '+'))
        || (mark == 'o' && rest.starts_with("  "));
    is_bullet.then_some(item)
}

/// Whether the line opens with a number in a list: "1.", "1)", "(1)", "a)".
pub(super) fn is_numbered(text: &str) -> bool {
    let inside = text.strip_prefix('(').unwrap_or(text);
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    let rest = if (1..=3).contains(&digits) {
        inside.get(digits..).unwrap_or_default()
    } else {
        match inside.strip_prefix(|c: char| c.is_ascii_lowercase()) {
            Some(rest) if rest.starts_with(')') => rest,
            _ => return false,
        }
    };
    rest.strip_prefix(['.', ')'])
        .is_some_and(|rest| rest.starts_with(' '))
}

/// Whether the line is a divider.
pub(super) fn is_rule(text: &str) -> bool {
    text.len() >= 3 && text.chars().all(|c| "-=_*~# –—•.".contains(c))
}
