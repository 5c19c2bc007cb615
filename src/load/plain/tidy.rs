//! Lines as they were meant: one kind of line end, no reply marks, no invisible characters.

use crate::load::clean::is_invisible;

/// Line ends become "\n", form feeds a blank line, tabs and wide blanks plain blanks (four at the start
/// of a line for a tab); reply marks ("> ") go if at least 80 % of the lines carry them.
pub(super) fn tidy(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let quoted = is_quoted(text);
    let mut out = String::with_capacity(text.len() + 1);
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(is_line_end).unwrap_or(rest.len());
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
    for c in line.chars() {
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
