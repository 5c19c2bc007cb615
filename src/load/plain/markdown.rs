//! Markdown's marks: recognised and taken off, so that what stays is the text.

/// Whether a text uses Markdown's marks: a heading, a link, or bold text more than once.
pub(super) fn looks_like_markdown(text: &str) -> bool {
    let sample = text
        .get(..text.floor_char_boundary(64 * 1024))
        .unwrap_or(text);
    sample.lines().any(|line| heading(line).is_some())
        || (sample.contains("](http") && sample.contains('['))
        || sample.matches("**").count() >= 4
}

/// The text of a heading line ("## Like this ##").
pub(super) fn heading(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    ((1..=6).contains(&level) && rest.starts_with(' '))
        .then(|| rest.trim().trim_end_matches('#').trim_end())
        .filter(|text| text.contains(char::is_alphanumeric))
}

/// The text without emphasis, code marks, link targets and pictures.
pub(super) fn without_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let tail = rest.get(c.len_utf8()..).unwrap_or_default();
        let before = out.chars().next_back();
        match c {
            '[' | '!' if c == '[' || tail.starts_with('[') => {
                if let Some((label, after)) = link(if c == '!' { tail } else { rest }) {
                    if c == '[' {
                        out.push_str(label);
                    }
                    rest = after;
                    continue;
                }
                out.push(c);
            }
            '\\' if tail.starts_with(|c: char| c.is_ascii_punctuation()) => {
                out.extend(tail.chars().next());
                rest = tail.get(1..).unwrap_or_default();
                continue;
            }
            '*' if is_spaced(before, tail) => out.push(c),
            '_' if is_in_word(before, tail) => out.push(c),
            '*' | '`' | '_' => {}
            c => out.push(c),
        }
        rest = tail;
    }
    out
}

/// A sign between blanks is no mark ("3 * 4").
fn is_spaced(before: Option<char>, tail: &str) -> bool {
    before == Some(' ') && tail.starts_with(' ')
}

/// An underscore inside a word (`snake_case`) is no mark.
fn is_in_word(before: Option<char>, tail: &str) -> bool {
    before.is_some_and(char::is_alphanumeric) && tail.starts_with(char::is_alphanumeric)
}

/// The label of "[label](target)" and what follows it.
fn link(rest: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 2_000;
    let window = rest
        .get(..rest.floor_char_boundary(LONGEST))
        .unwrap_or(rest);
    let (label, tail) = window.strip_prefix('[')?.split_once(']')?;
    let target = tail.strip_prefix('(')?;
    let end = target.find(')')?;
    let used = window.len() - target.len() + end + 1;
    Some((label, rest.get(used..)?))
}
