//! The frame of `parallax lines`: reads a stream line by line, has every core answer, and writes the
//! answers in the order of the lines. Memory is bounded by the longest line and a few chunks.

use std::io::{self, ErrorKind, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// What one read asks for, in bytes.
const CHUNK: usize = 1 << 18;
/// Chunks that may wait before and behind each worker.
const WAITING: usize = 2;

/// Some lines, one after another.
struct Chunk {
    /// The number of the first line, from 1.
    first: usize,
    /// The lines with their line breaks; the last line of the stream may lack it.
    bytes: Vec<u8>,
}

/// What a worker made of a chunk.
struct Answers {
    bytes: Vec<u8>,
    failed: usize,
}

/// Writes the answer to every line of `input` to `out`; gives the number of lines that failed. `answer`
/// gets the line's number, its bytes without the line break, and where to write its answer, without one;
/// it tells whether it could be answered. It ends early, and well, when nobody reads `out` any more.
pub(super) fn run(
    input: impl Read + Send,
    out: &mut dyn Write,
    answer: impl Fn(usize, &[u8], &mut Vec<u8>) -> bool + Sync,
) -> io::Result<usize> {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let mut inputs = Vec::new();
        let mut outputs = Vec::new();
        for _ in 0..workers {
            let (to_worker, chunks) = sync_channel(WAITING);
            let (to_writer, answers) = sync_channel(WAITING);
            inputs.push(to_worker);
            outputs.push(answers);
            let answer = &answer;
            scope.spawn(move || work(&chunks, &to_writer, answer));
        }
        let reader = scope.spawn(move || read(input, &inputs));
        let written = write(&outputs, out);
        // Lets the workers, and through them the reader, see that it is over.
        drop(outputs);
        let read = reader
            .join()
            .unwrap_or_else(|_| Err(ErrorKind::Other.into()));
        match written {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(0),
            Err(error) => Err(error),
            Ok(failed) => read.map(|()| failed),
        }
    })
}

/// Cuts the stream into chunks of whole lines and deals them out in turn. A chunk is what one read
/// gives, so that a line typed by hand is answered at once.
fn read(mut input: impl Read, workers: &[SyncSender<Chunk>]) -> io::Result<()> {
    let mut pending = Vec::new();
    let mut first = 1;
    let mut turn = workers.iter().cycle();
    let mut buffer = vec![0; CHUNK];
    loop {
        let count = match input.read(&mut buffer) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            result => result?,
        };
        let fresh = buffer.get(..count).unwrap_or_default();
        let whole = fresh
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        let (complete, rest) = fresh.split_at(whole);
        if count > 0 && whole == 0 {
            pending.extend_from_slice(fresh);
            continue;
        }
        pending.extend_from_slice(complete);
        let bytes = std::mem::replace(&mut pending, rest.to_vec());
        let breaks = lines(&bytes).count();
        let gone = turn
            .next()
            .is_none_or(|worker| worker.send(Chunk { first, bytes }).is_err());
        if count == 0 || gone {
            return Ok(());
        }
        first += breaks;
    }
}

fn work(
    chunks: &Receiver<Chunk>,
    to_writer: &SyncSender<Answers>,
    answer: &impl Fn(usize, &[u8], &mut Vec<u8>) -> bool,
) {
    for chunk in chunks {
        let mut answers = Answers {
            bytes: Vec::with_capacity(2 * chunk.bytes.len()),
            failed: 0,
        };
        for (number, line) in (chunk.first..).zip(lines(&chunk.bytes)) {
            answers.failed += usize::from(!answer(number, line, &mut answers.bytes));
            answers.bytes.push(b'\n');
        }
        if to_writer.send(answers).is_err() {
            return;
        }
    }
}

/// The lines of `bytes` without their breaks (`\n` or `\r\n`).
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n').map(|line| {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        line.strip_suffix(b"\r").unwrap_or(line)
    })
}

/// Takes the answers in turn, which is the order of the lines.
fn write(workers: &[Receiver<Answers>], out: &mut dyn Write) -> io::Result<usize> {
    let mut failed = 0;
    for worker in workers.iter().cycle() {
        let Ok(answers) = worker.recv() else {
            break;
        };
        failed += answers.failed;
        out.write_all(&answers.bytes)?;
        out.flush()?;
    }
    Ok(failed)
}
