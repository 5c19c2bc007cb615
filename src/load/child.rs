//! Reads in a process of its own what cannot be bounded in this one: some formats have readers that a small
//! file can make run for ever, take all memory or end the process they run in. The worst that can happen
//! so is one refused file.
//!
//! The process is our own program with the hidden first argument [`ARGUMENT`] (see `door`). It gets the
//! bytes on standard input and answers in JSON on standard output. On Unix it may use [`SECONDS`] of
//! computing time, and on Linux [`MEGABYTES`] of memory, and more for large files: the system ends it if it
//! takes more. Elsewhere it is ended after [`LONGEST`].
//!
//! What a reader counts itself (see `pdf::budget`) comes first: it stops in the same place on every machine.
//! These limits are for what is lost in the crates underneath, where nothing can be counted. Computing time
//! does not depend on what else the machine does, only on how fast it is: 500 pages take one second, so that
//! a machine four times slower still reads them.

use std::ffi::OsStr;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;

use super::error::Problem;
use crate::work::Progress;

/// The first argument that makes our program a reader; the reader's name and the number of bytes to come
/// follow.
pub(super) const ARGUMENT: &str = "__read";
/// How much computing time a reader may use, beside that for the length of its file. Code that is not
/// optimised, as tests use it, is several times slower.
const SECONDS: u64 = if cfg!(debug_assertions) { 10 } else { 4 };
/// For how many bytes of its file a reader gets another second: some 700 pages of text.
const BYTES_A_SECOND: u64 = 4 << 20;
/// How much memory a reader may use, beside twice its file: 64 of it are the stack (see `door`), 500 pages
/// take 11.
const MEGABYTES: u64 = 256;
/// How much room it may ask for without using it: programs are mapped whole.
#[cfg(unix)]
const ROOM: u64 = 1024;
/// How long a reader may take by the clock, where the system knows no limit on computing time. Elsewhere the
/// clock decides nothing.
const LONGEST: Duration = Duration::from_mins(2);
/// How often a reader at work is looked after.
const LOOK: Duration = Duration::from_millis(50);
/// How a reader ends that has no answer: `ExitCode::FAILURE`.
const GAVE_UP: i32 = 1;
/// The longest answer, in bytes.
const LONGEST_ANSWER: u64 = 64 << 20;

/// How the program is started that answers as a reader.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Says which program answers as a reader: one that calls [`door`](super::door) first of all. The first
/// call counts.
pub fn set_program(program: impl Into<PathBuf>) {
    // A second call changes nothing, as promised.
    let _ = PROGRAM.set(program.into());
}

/// Says that this program answers as a reader.
pub(super) fn set_this_program() {
    // On Linux this name holds even if the program's file was moved or replaced meanwhile.
    if cfg!(target_os = "linux") && Path::new("/proc/self/exe").exists() {
        set_program("/proc/self/exe");
    } else if let Ok(program) = std::env::current_exe() {
        set_program(program);
    }
}

/// Why a reader gave no answer.
enum Failure {
    /// Nobody said how to start one.
    NoProgram,
    /// It could not be started, or not talked to.
    Start(std::io::Error),
    /// It was stopped from outside.
    Stopped,
    /// It took too much time.
    Slow,
    /// The system ended it, on account of its memory or its stack.
    Large,
    /// It ended without an answer.
    Died,
}

/// What the reader of this name makes of the bytes; `what` is what messages call them: "a PDF".
pub(super) fn ask<T: DeserializeOwned>(
    reader: &str,
    bytes: &[u8],
    progress: &Progress,
    what: &'static str,
) -> Result<T, Problem> {
    let answer =
        answer(reader, bytes, progress).map_err(|failure| problem(failure, what, bytes.len()))?;
    serde_json::from_slice(&answer).map_err(|_| problem(Failure::Died, what, bytes.len()))
}

fn problem(failure: Failure, what: &'static str, length: usize) -> Problem {
    let detail = match failure {
        Failure::Stopped => return Problem::Stopped,
        Failure::NoProgram => {
            return Problem::NotText {
                what: "a file that only the program Parallax itself can read",
                advice: "Open it with that; or, if you wrote this program, see `parallax::load::door`.",
            };
        }
        Failure::Start(error) => return Problem::Read(error),
        Failure::Slow => format!(
            "reading it took more than {} seconds of computing time",
            seconds(length)
        ),
        Failure::Large => format!(
            "reading it needs more than {} MB of memory, or it nests too deep",
            memory(length) >> 20
        ),
        Failure::Died => "its reader met what it does not understand".to_owned(),
    };
    Problem::Damaged {
        what,
        detail,
        advice: "It may be damaged, or made to stop whoever reads it. Open it in the program that made it \
                 and save it as text.",
    }
}

fn answer(reader: &str, bytes: &[u8], progress: &Progress) -> Result<Vec<u8>, Failure> {
    let program = PROGRAM.get().ok_or(Failure::NoProgram)?;
    let mut child = command(program, reader, bytes.len())
        .spawn()
        .map_err(Failure::Start)?;
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(Failure::Died);
    };
    let (done, told) = channel();
    let ended = std::thread::scope(|scope| {
        scope.spawn(move || {
            // A reader that dies closes its end: what it said until then is what counts.
            let _ = input.write_all(bytes);
            drop(input);
            let mut answer = Vec::new();
            let _ = output.take(LONGEST_ANSWER).read_to_end(&mut answer);
            let _ = done.send(answer);
        });
        let since = Instant::now();
        loop {
            match told.recv_timeout(LOOK) {
                Ok(answer) => return Ok(answer),
                Err(RecvTimeoutError::Disconnected) => return Err(Failure::Died),
                Err(RecvTimeoutError::Timeout) => {}
            }
            let failure = if progress.is_stopped() {
                Failure::Stopped
            } else if cfg!(not(unix)) && since.elapsed() > LONGEST {
                Failure::Slow
            } else {
                continue;
            };
            // Closes its ends, and with them the thread above.
            let _ = child.kill();
            return Err(failure);
        }
    });
    let status = child.wait();
    let answer = ended?;
    match status {
        Ok(status) if status.success() => Ok(answer),
        Ok(status) => Err(why_ended(status)),
        Err(_) => Err(Failure::Died),
    }
}

fn command(program: &Path, reader: &str, length: usize) -> Command {
    let mut command = Command::new(program);
    command
        .arg(OsStr::new(ARGUMENT))
        .arg(reader)
        .arg(length.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        command.arg0("parallax");
    }
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt as _;
        /// No console window of its own (`CREATE_NO_WINDOW`).
        const NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(NO_WINDOW);
    }
    command
}

/// Why a process ended that did not succeed.
fn why_ended(status: ExitStatus) -> Failure {
    if was_slow(status) {
        Failure::Slow
    } else if status.code() == Some(GAVE_UP) {
        Failure::Died
    } else {
        Failure::Large
    }
}

/// Whether a process was ended for the time it took.
#[cfg(unix)]
fn was_slow(status: ExitStatus) -> bool {
    use rustix::process::Signal;
    use std::os::unix::process::ExitStatusExt as _;
    let ended = status.signal();
    [Signal::XCPU, Signal::KILL]
        .map(|slow| Some(slow.as_raw()))
        .contains(&ended)
}

#[cfg(not(unix))]
fn was_slow(_: ExitStatus) -> bool {
    false
}

/// How many seconds the reader of a file of this length may compute.
const fn seconds(length: usize) -> u64 {
    SECONDS + length as u64 / BYTES_A_SECOND
}

/// How many bytes of memory the reader of a file of this length may use.
const fn memory(length: usize) -> u64 {
    (MEGABYTES << 20).saturating_add(2 * length as u64)
}

/// Sets the limits of this process, which reads a file of this length. An error if the one on time cannot be set.
#[cfg(unix)]
pub(super) fn limit(length: usize) -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let lower = |resource, most: u64| {
        let most = getrlimit(resource)
            .maximum
            .map_or(most, |known| known.min(most));
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, limit)
    };
    // No copy of what it read is left behind on the disk. Some systems know no limit on memory.
    let _ = lower(Resource::Core, 0);
    let _ = lower(Resource::Data, memory(length));
    let _ = lower(Resource::As, (ROOM << 20).saturating_add(memory(length)));
    Ok(lower(Resource::Cpu, seconds(length))?)
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "it fails on Unix")]
pub(super) fn limit(_: usize) -> std::io::Result<()> {
    Ok(())
}
