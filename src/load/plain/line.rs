//! One line of plain text: its indent, its length, the mark of a list item.

/// A line of the tidied text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// Without blanks at the ends.
    pub(super) text: &'a str,
    /// Blanks before it.
    pub(super) indent: usize,
    /// Length in characters, the indent included.
    pub(super) length: usize,
}

impl Line<'_> {
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
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    text.lines()
        .map(|line| Line {
            text: line.trim(),
            indent: line.len() - line.trim_start().len(),
            length: line.trim_end().chars().count(),
        })
        .collect()
}

/// Whether a line ends as a sentence or a lead-in does.
pub(super) fn ends_stop(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '*', '_'])
        .ends_with(['.', '!', '?', '…', ':'])
}

/// The item's text, if the line opens with a bullet.
pub(super) fn bulleted(text: &str) -> Option<&str> {
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
