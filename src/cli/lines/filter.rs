//! The frame of `parallax lines`: reads a stream line by line, has every core answer, and writes the
//! answers in the order of the lines. Memory is bounded by the longest line and a few chunks.

use std::io::{self, ErrorKind, Read, Write};

use crate::work::{Progress, Threads, ordered};

/// What one read asks for, in bytes.
const CHUNK: usize = 1 << 16;

/// Some lines, one after another.
struct Chunk {
    /// The number of the first line, from 1.
    first: usize,
    /// The lines with their line breaks; the last line of the stream may lack it.
    bytes: Vec<u8>,
}

/// Writes the answer to every line of `input` to `out`; gives the number of lines that failed. `answer`
/// gets the line's number, its bytes without the line break, and where to write its answer, without one;
/// it tells whether it could be answered.
pub(super) fn run(
    input: impl Read + Send,
    out: &mut dyn Write,
    answer: impl Fn(usize, &[u8], &mut Vec<u8>) -> bool + Sync,
) -> io::Result<usize> {
    let mut failed = 0;
    let written = ordered(
        Chunks::of(input),
        Threads::default(),
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
    buffer: Vec<u8>,
    over: bool,
}

impl<R: Read> Chunks<R> {
    fn of(input: R) -> Self {
        Self {
            input,
            next: 1,
            pending: Vec::new(),
            buffer: vec![0; CHUNK],
            over: false,
        }
    }

    /// The lines that one more read completes; all that is left at the end of the stream.
    fn read(&mut self) -> io::Result<Vec<u8>> {
        loop {
            let count = match self.input.read(&mut self.buffer) {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                result => result?,
            };
            let fresh = self.buffer.get(..count).unwrap_or_default();
            let end = memchr::memrchr(b'\n', fresh).map(|at| at + 1);
            let (complete, rest) = fresh.split_at(end.unwrap_or(count));
            self.pending.extend_from_slice(complete);
            self.over = count == 0;
            if end.is_some() || self.over {
                return Ok(std::mem::replace(&mut self.pending, rest.to_vec()));
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
        Some(read.map(|bytes| {
            let first = self.next;
            self.next += lines(&bytes).count();
            Chunk { first, bytes }
        }))
    }
}

/// The answers to the lines of a chunk, and how many of them have none.
fn answer_all(
    chunk: &Chunk,
    answer: &impl Fn(usize, &[u8], &mut Vec<u8>) -> bool,
) -> (Vec<u8>, usize) {
    let mut bytes = Vec::with_capacity(2 * chunk.bytes.len());
    let mut failed = 0;
    for (number, line) in (chunk.first..).zip(lines(&chunk.bytes)) {
        failed += usize::from(!answer(number, line, &mut bytes));
        bytes.push(b'\n');
    }
    (bytes, failed)
}

/// The lines of `bytes` without their breaks (`\n` or `\r\n`).
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n').map(|line| {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        line.strip_suffix(b"\r").unwrap_or(line)
    })
}
