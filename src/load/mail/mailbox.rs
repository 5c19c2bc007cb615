//! Mailboxes: messages one after another, each after a line that begins with "From ".

use std::borrow::Cow;

/// Whether a text opens as a mailbox does: the line that parts messages, then a header.
pub(super) fn opens(text: &str) -> bool {
    let mut lines = text.lines();
    lines
        .next()
        .is_some_and(|line| is_separator(line.as_bytes()))
        && lines.next().is_some_and(|line| is_header(line.as_bytes()))
}

/// The messages of a mailbox, each without the line before it and with the mark taken off lines that look
/// like one (">From ").
pub(super) fn messages(bytes: &[u8]) -> impl Iterator<Item = Cow<'_, [u8]>> {
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let here = rest?;
        let start = here
            .iter()
            .position(|byte| *byte == b'\n')
            .map(|at| at + 1)?;
        let here = here.get(start..)?;
        let (message, after) = match next_separator(here) {
            Some(at) => here.split_at_checked(at)?,
            None => (here, [].as_slice()),
        };
        rest = (!after.is_empty()).then_some(after);
        Some(unmarked(message))
    })
}

/// Where the next line stands that parts messages: a header follows it, a blank line stands before it.
fn next_separator(bytes: &[u8]) -> Option<usize> {
    memchr::memmem::find_iter(bytes, b"\nFrom ").find_map(|at| {
        let before = bytes.get(..at)?;
        let line = bytes.get(at + 1..)?;
        let end = line.iter().position(|byte| *byte == b'\n')?;
        let is_apart = before.is_empty() || before.ends_with(b"\n") || before.ends_with(b"\r");
        (is_apart && is_separator(line.get(..end)?) && is_header(line.get(end + 1..)?))
            .then_some(at + 1)
    })
}

/// "From ann@example.org Fri May  5 08:00:00 2023": a time stands in it.
fn is_separator(line: &[u8]) -> bool {
    line.starts_with(b"From ")
        && line.len() < 200
        && line
            .windows(3)
            .any(|three| matches!(three, [a, b':', b] if a.is_ascii_digit() && b.is_ascii_digit()))
}

/// "Subject: …"
fn is_header(line: &[u8]) -> bool {
    let name = line
        .iter()
        .take(80)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .count();
    name > 0 && line.get(name) == Some(&b':')
}

/// A message whose lines ">From " are "From " again.
fn unmarked(message: &[u8]) -> Cow<'_, [u8]> {
    let mark = b"\n>From ";
    if memchr::memmem::find(message, mark).is_none() {
        return Cow::Borrowed(message);
    }
    let mut out = Vec::with_capacity(message.len());
    let mut from = 0;
    for at in memchr::memmem::find_iter(message, mark) {
        out.extend_from_slice(message.get(from..=at).unwrap_or_default());
        from = at + 2;
    }
    out.extend_from_slice(message.get(from..).unwrap_or_default());
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_parted_where_a_header_follows() {
        let text = "From a Fri May  5 08:00:00 2023\nSubject: x\n\nFrom here at 10:00 on.\n>From me.\n\nFrom b Sat May  6 08:00:00 2023\nFrom: b\n\ny\n";
        assert!(opens(text));
        let messages: Vec<String> = messages(text.as_bytes())
            .map(|message| String::from_utf8_lossy(&message).into_owned())
            .collect();
        assert_eq!(
            messages,
            [
                "Subject: x\n\nFrom here at 10:00 on.\nFrom me.\n\n",
                "From: b\n\ny\n"
            ]
        );
        assert!(!opens("From here to there.\n\nThe end: it comes."));
    }
}
