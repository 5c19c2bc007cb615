//! Mailboxes: messages one after another, each after a line that begins with "From ".

use std::borrow::Cow;
use std::io::Read;

use crate::load::error::Problem;

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

/// The messages of a mailbox that is read as they are asked for.
pub(super) struct Messages<R> {
    source: R,
    /// What was read and not given yet; begins with the line before a message.
    buffer: Vec<u8>,
    over: bool,
}

/// What one read asks for at least, in bytes; as much again as is waiting where that is more, so that a long
/// message is looked through a few times only.
const CHUNK: usize = 1 << 16;
/// So many bytes after the line that parts messages decide whether it does.
const DECIDING: usize = 1 << 10;

impl<R: Read> Messages<R> {
    pub(super) const fn of(source: R) -> Self {
        Self {
            source,
            buffer: Vec::new(),
            over: false,
        }
    }

    /// The next message; `None` at the end.
    ///
    /// # Errors
    /// Where reading fails, or one message is longer than `most` bytes.
    pub(super) fn next(&mut self, most: u64) -> Result<Option<Vec<u8>>, Problem> {
        loop {
            let start = memchr::memchr(b'\n', &self.buffer).map(|at| at + 1);
            let here = start.and_then(|start| self.buffer.get(start..));
            let found = here.and_then(next_separator);
            // Further bytes may say otherwise of a line that stands close to the end.
            let is_sure = |at: usize| here.is_some_and(|here| at + DECIDING < here.len());
            let end = found.filter(|at| self.over || is_sure(*at));
            if end.is_some() || self.over {
                let (Some(start), Some(here)) = (start, here) else {
                    return Ok(None);
                };
                let end = end.unwrap_or(here.len());
                let message = unmarked(here.get(..end).unwrap_or_default()).into_owned();
                self.buffer.drain(..start + end);
                return Ok(Some(message));
            }
            if self.buffer.len() as u64 > most {
                return Err(Problem::NoText);
            }
            let more = self.buffer.len().max(CHUNK) as u64;
            let read = (&mut self.source)
                .take(more)
                .read_to_end(&mut self.buffer)?;
            self.over = read == 0;
        }
    }
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
    fn a_stream_gives_the_same_messages() {
        let long = "From a Fri May  5 08:00:00 2023\r\nSubject: x\r\n\r\nFrom here on.\r\n>From me.\r\n\r\n"
            .repeat(3_000);
        for text in [
            long.as_str(),
            long.trim_end(),
            "From a Fri May  5 08:00:00 2023\nA: x\n\nFrom b Sat May  6 08:00:00 2023\nFrom: b",
            "From a Fri May  5 08:00:00 2023\nA: x\n\nFrom b Sat May  6 08:00:00 2023\nno",
            "From a Fri May  5 08:00:00 2023",
            "From a Fri May  5 08:00:00 2023\n",
            "",
        ] {
            let whole: Vec<Vec<u8>> = messages(text.as_bytes()).map(Cow::into_owned).collect();
            let mut streamed = Messages::of(text.as_bytes());
            let mut given = Vec::new();
            while let Some(message) = streamed.next(1 << 30).ok().flatten() {
                given.push(message);
            }
            assert!(given == whole, "{} {}", given.len(), whole.len());
        }
    }

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
