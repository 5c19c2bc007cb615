//! The frame of `parallax lines`: reads a stream line by line, has every core answer, and writes the
//! answers in the order of the lines. Memory is bounded by the longest line that is answered and a few
//! chunks.

use std::io::{self, ErrorKind, Read, Write};

use super::long::LongLine;
use crate::work::{Progress, Threads, ordered};

/// What one read asks for, in bytes.
const CHUNK: usize = 1 << 16;
/// The longest line that is answered, in bytes: the longest text of an article that is read from a collection.
pub(super) const MOST: usize = 16 << 20;

/// Some lines, one after another.
struct Chunk {
    /// The number of the first line, from 1.
    first: usize,
    lines: Lines,
}

enum Lines {
    /// With their line breaks; the last line of the stream may lack it.
    Whole(Vec<u8>),
    /// One that is not held.
    TooLong(Box<LongLine>),
}

/// A line as it is handed over.
#[derive(Clone, Copy)]
pub(super) enum Text<'a> {
    /// Its bytes without the line break.
    Whole(&'a [u8]),
    /// It is longer than [`MOST`].
    TooLong(&'a LongLine),
}

/// Writes the answer to every line of `input` to `out`; gives the number of lines that failed. `answer`
/// gets the line's number, the line, and where to write its answer, without a line break; it tells whether it
/// could be answered.
pub(super) fn run(
    input: impl Read + Send,
    threads: Threads,
    out: &mut dyn Write,
    answer: impl Fn(usize, Text, &mut Vec<u8>) -> bool + Sync,
) -> io::Result<usize> {
    let mut failed = 0;
    let written = ordered(
        Chunks::of(input),
        threads,
        &Progress::default(),
        |chunk| chunk.map(|chunk| answer_all(&chunk, &answer)),
        |answers: io::Result<(Vec<u8>, usize)>| {
            let (bytes, unanswered) = answers?;
            failed += unanswered;
            out.write_all(&bytes)?;
            out.flush()
        },
    );
    written.map(|()| failed)
}

/// A stream cut into chunks of whole lines. A chunk is what one read gives, so that a line typed by hand
/// is answered at once.
struct Chunks<R> {
    input: R,
    /// The number of the next line.
    next: usize,
    /// The beginning of a line whose end has not come yet.
    pending: Vec<u8>,
    /// Whole lines that came with the end of a line that is too long.
    ready: Vec<u8>,
    /// The line that is being read past.
    long: Option<Box<LongLine>>,
    buffer: Vec<u8>,
    over: bool,
}

impl<R: Read> Chunks<R> {
    fn of(input: R) -> Self {
        Self {
            input,
            next: 1,
            pending: Vec::new(),
            ready: Vec::new(),
            long: None,
            buffer: vec![0; CHUNK],
            over: false,
        }
    }

    /// The lines that one more read completes; all that is left at the end of the stream.
    fn read(&mut self) -> io::Result<Lines> {
        if !self.ready.is_empty() {
            return Ok(Lines::Whole(std::mem::take(&mut self.ready)));
        }
        loop {
            let count = match self.input.read(&mut self.buffer) {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                result => result?,
            };
            let fresh = self.buffer.get(..count).unwrap_or_default();
            self.over = count == 0;
            if let Some(mut long) = self.long.take() {
                let (of_it, rest) = match memchr::memchr(b'\n', fresh) {
                    Some(end) => (fresh.get(..end), fresh.get(end + 1..)),
                    None => (Some(fresh), None),
                };
                long.feed(of_it.unwrap_or_default());
                if let Some(rest) = rest {
                    let end = memchr::memrchr(b'\n', rest).map_or(0, |at| at + 1);
                    let (whole, begun) = rest.split_at(end);
                    self.ready.extend_from_slice(whole);
                    self.pending.extend_from_slice(begun);
                    return Ok(Lines::TooLong(long));
                }
                if self.over {
                    return Ok(Lines::TooLong(long));
                }
                self.long = Some(long);
                continue;
            }
            let end = memchr::memrchr(b'\n', fresh).map(|at| at + 1);
            let (complete, rest) = fresh.split_at(end.unwrap_or(count));
            self.pending.extend_from_slice(complete);
            if end.is_some() || self.over {
                let lines = std::mem::replace(&mut self.pending, rest.to_vec());
                return Ok(Lines::Whole(lines));
            }
            if self.pending.len() > MOST {
                let mut long = Box::<LongLine>::default();
                long.feed(&std::mem::take(&mut self.pending));
                self.long = Some(long);
            }
        }
    }
}

impl<R: Read> Iterator for Chunks<R> {
    type Item = io::Result<Chunk>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let read = self.read();
        self.over |= read.is_err();
        Some(read.map(|lines| {
            let first = self.next;
            self.next += match &lines {
                Lines::Whole(bytes) => whole(bytes).count(),
                Lines::TooLong(_) => 1,
            };
            Chunk { first, lines }
        }))
    }
}

/// The answers to the lines of a chunk, and how many of them have none.
fn answer_all(
    chunk: &Chunk,
    answer: &impl Fn(usize, Text, &mut Vec<u8>) -> bool,
) -> (Vec<u8>, usize) {
    let mut bytes = Vec::new();
    let mut failed = 0;
    let mut one = |number, text| {
        failed += usize::from(!answer(number, text, &mut bytes));
        bytes.push(b'\n');
    };
    match &chunk.lines {
        Lines::Whole(lines) => {
            for (number, line) in (chunk.first..).zip(whole(lines)) {
                one(number, Text::Whole(line));
            }
        }
        Lines::TooLong(long) => one(chunk.first, Text::TooLong(long)),
    }
    (bytes, failed)
}

/// The lines of `bytes` without their breaks (`\n` or `\r\n`).
fn whole(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n').map(|line| {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        line.strip_suffix(b"\r").unwrap_or(line)
    })
}
