//! Where a sentence might end: runs of stops with the quotes and brackets that close after them.

/// A run of full stops, question and exclamation marks, by byte offsets into the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stop {
    /// The first mark.
    pub(super) start: usize,
    /// One past the last mark.
    pub(super) end: usize,
    /// One past the closing quotes, brackets and footnote marks that follow.
    pub(super) closed: usize,
    /// The first mark itself.
    pub(super) mark: char,
}

impl Stop {
    /// Whether it is an ellipsis: "…", "..." or ". . .".
    pub(super) fn is_ellipsis(&self, text: &str) -> bool {
        self.mark == '…'
            || (self.end - self.start >= 2
                && slice(text, self.start, self.end)
                    .chars()
                    .all(|c| c == '.' || c == ' '))
    }

    /// Whether a quote or a bracket closes after it.
    pub(super) const fn is_closed(&self) -> bool {
        self.closed > self.end
    }
}

pub(super) const fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

pub(super) const fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '}')
}

pub(super) const fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '«' | '(' | '[' | '¿' | '¡')
}

/// The stretch from `start` to `end`; empty if that is no stretch of the text.
pub(super) fn slice(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// The text from `at` on.
pub(super) fn from(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// The first stop at or after `at`.
pub(super) fn next(text: &str, at: usize) -> Option<Stop> {
    let start = at + from(text, at).find(is_stop)?;
    let mark = from(text, start).chars().next()?;
    let end = run_end(text, start, mark);
    let closed = footnotes_end(text, quotes_end(text, end));
    let closed = raised_end(text, start, closed);
    Some(Stop {
        start,
        end,
        closed,
        mark,
    })
}

/// One past the closing quotes and brackets at `at`; a blank may part them ("’ ”").
fn quotes_end(text: &str, at: usize) -> usize {
    let rest = from(text, at);
    let spaced = |rest: &str| rest.starts_with(" ”") || rest.starts_with(" ’”");
    let mut after = rest.trim_start_matches(is_closer);
    while spaced(after) {
        after = from(after, 1).trim_start_matches(is_closer);
    }
    text.len() - after.len()
}

/// Where a run of marks ends, spaced ellipses (". . .") included.
fn run_end(text: &str, start: usize, mark: char) -> usize {
    let mut end = start + mark.len_utf8();
    loop {
        let rest = from(text, end);
        match rest.chars().next() {
            Some(c @ ('.' | '!' | '?' | '…')) => end += c.len_utf8(),
            Some(' ') if mark == '.' && is_spaced_dot(rest) => end += 2,
            _ => return end,
        }
    }
}

/// Whether the text goes on " ." and then a blank, another stop or nothing.
fn is_spaced_dot(rest: &str) -> bool {
    rest.strip_prefix(" .")
        .is_some_and(|after| after.is_empty() || after.starts_with([' ', '.']))
}

/// Footnote marks ("[12]", "[3, 4]") belong to the sentence before them.
fn footnotes_end(text: &str, mut at: usize) -> usize {
    loop {
        let rest = from(text, at);
        let mark = rest.strip_prefix(' ').unwrap_or(rest);
        let Some(inside) = mark.strip_prefix('[') else {
            return at;
        };
        let length = inside
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '-' | '–' | ' '))
            .unwrap_or(inside.len());
        let is_mark = inside.starts_with(|c: char| c.is_ascii_digit())
            && length < 10
            && from(inside, length).starts_with(']')
            && from(inside, length + 1)
                .chars()
                .next()
                .is_none_or(|c| c.is_whitespace() || c == '[');
        if !is_mark {
            return at;
        }
        at = text.len() - (inside.len() - length - 1);
    }
}

/// The number of a footnote that stood above the line: "was built in 1911.1 It was closed".
fn raised_end(text: &str, start: usize, at: usize) -> usize {
    let rest = from(text, at);
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = from(rest, length);
    let goes_on = after.is_empty()
        || after
            .strip_prefix(' ')
            .is_some_and(|next| next.starts_with(|c: char| c.is_uppercase() || is_opener(c)));
    if !(1..=2).contains(&length) || !goes_on {
        return at;
    }
    let word = word_before(text, start);
    let is_year = word.len() == 4
        && (word.starts_with('1') || word.starts_with("20"))
        && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = word
        .chars()
        .rev()
        .take(3)
        .filter(|c| c.is_lowercase())
        .count()
        == 3;
    let is_closed = at > start + 1;
    if is_year || is_word || is_closed && word.chars().any(char::is_alphabetic) {
        at + length
    } else {
        at
    }
}

/// The last word of `text` up to `at`, at most 64 bytes of it.
pub(super) fn word_before(text: &str, at: usize) -> &str {
    let floor = text.floor_char_boundary(at.saturating_sub(64));
    let window = slice(text, floor, at);
    let start = window
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_whitespace())
        .map_or(0, |(blank, c)| blank + c.len_utf8());
    from(window, start)
}
