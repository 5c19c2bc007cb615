//! The door through which our own program becomes a reader (see `child`): a table of readers by name.

use std::ffi::OsString;
use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use super::child;

/// How much of the stack a reader may use: documents nest.
const STACK: usize = 64 << 20;

/// A reader: a file's bytes in, its answer in JSON out.
type Reader = fn(Vec<u8>) -> serde_json::Result<Vec<u8>>;

/// Every reader. One line a format that cannot be bounded.
const READERS: &[(&str, Reader)] = &[
    #[cfg(feature = "pdf")]
    (super::pdf::NAME, super::pdf::answer),
    (super::sheet::NAME, super::sheet::answer),
];

/// To be called first of all in `main`. If this program was started as a reader, reads, and gives the status
/// to end with. Otherwise gives `None`, and this program will be started again as a reader for every file
/// that needs one. Programs that cannot call this first name one that does with
/// [`set_program`](super::set_program); without either such files are refused.
pub fn door() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments
        .next()
        .is_some_and(|first| first == child::ARGUMENT)
    {
        return Some(read(arguments).map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS));
    }
    child::set_this_program();
    None
}

/// Reads what comes on standard input; nothing is said about what fails, the status does.
fn read(mut arguments: impl Iterator<Item = OsString>) -> Option<()> {
    let name = arguments.next()?;
    let (_, reader) = READERS.iter().find(|(known, _)| name == *known)?;
    let length: usize = arguments.next()?.to_str()?.parse().ok()?;
    child::limit(length).ok()?;
    #[cfg(debug_assertions)]
    misbehave();
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(length).ok()?;
    std::io::stdin().lock().read_to_end(&mut bytes).ok()?;
    // Cut short: whoever asked is gone.
    if bytes.len() != length {
        return None;
    }
    let worker = std::thread::Builder::new().stack_size(STACK);
    let answer = worker
        .spawn(move || reader(bytes))
        .ok()?
        .join()
        .ok()?
        .ok()?;
    let mut output = std::io::stdout().lock();
    output.write_all(&answer).ok()?;
    output.flush().ok()
}

/// What no known file makes a reader do any more, so that tests can see that the limits hold: it takes all time,
/// or all memory. Not in programs that are built to be used.
#[cfg(debug_assertions)]
fn misbehave() {
    let mut taken = Vec::new();
    match std::env::var("PARALLAX_TEST_READER").as_deref() {
        Ok("endless") => loop {
            std::hint::spin_loop();
        },
        Ok("boundless") => loop {
            taken.push(vec![1_u8; 16 << 20]);
        },
        _ => {}
    }
}

/// What a reader answers, in this process: for fuzzing, which must see what it does.
#[cfg(fuzzing)]
pub fn read_here(name: &str, bytes: &[u8]) {
    for (known, reader) in READERS {
        if *known == name {
            let _ = reader(bytes.to_vec());
        }
    }
}
