//! Opening what was saved with the system's own programs; no shell takes part.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::jobs::Event;
use super::messages::Offer;
use super::state::App;

/// How long a program that opens files is watched for saying that it cannot: on a busy machine a script takes
/// a while to find that there is no desktop.
const WATCHED: Duration = Duration::from_secs(2);

impl App {
    /// Does what a message offers.
    pub(super) fn take_offer(&self, offer: Offer) {
        if !self.opens_files {
            return; // Other programs are not to be started.
        }
        self.jobs.start("opening outside", move |events| {
            let (path, done) = match offer {
                Offer::Open(path) => (path.clone(), hand_over(&path)),
                Offer::ShowInFolder(path) => (path.clone(), show(&path)),
            };
            if let Err(error) = done {
                events.emit(Event::NotOpened(path, error));
            }
        });
    }

    /// Says that the system opened nothing.
    pub(super) fn on_not_opened(&mut self, path: &Path, error: &std::io::Error) {
        self.messages.error(format!(
            "The system has no program that opens {}: {error}",
            path.display()
        ));
    }
}

/// Shows a file in the file manager, marked where that can be asked for.
fn show(path: &Path) -> std::io::Result<()> {
    let path: PathBuf = std::path::absolute(path)?;
    if mark(&path) {
        return Ok(());
    }
    let folder = if path.is_dir() {
        path.as_path()
    } else {
        path.parent().unwrap_or(&path)
    };
    hand_over(folder)
}

/// Has the system's own program open a file or folder.
fn hand_over(path: &Path) -> std::io::Result<()> {
    if cfg!(target_os = "macos") {
        open::that_detached(path)
    } else {
        open::that_detached_with_timeout(path, WATCHED)
    }
}

/// File managers of the desktop portal's kind are asked over the message bus.
#[cfg(target_os = "linux")]
fn mark(path: &Path) -> bool {
    let ask = || -> zbus::Result<()> {
        let bus = zbus::blocking::Connection::session()?;
        let manager = zbus::blocking::Proxy::new(
            &bus,
            "org.freedesktop.FileManager1",
            "/org/freedesktop/FileManager1",
            "org.freedesktop.FileManager1",
        )?;
        manager.call("ShowItems", &(vec![address(path)], ""))
    };
    ask().is_ok()
}

#[cfg(target_os = "windows")]
fn mark(path: &Path) -> bool {
    let mut argument = std::ffi::OsString::from("/select,");
    argument.push(path);
    let explorer = std::process::Command::new("explorer").arg(argument).spawn();
    explorer.is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "windows")))]
fn mark(path: &Path) -> bool {
    let finder = std::process::Command::new("open")
        .arg("-R")
        .arg(path)
        .spawn();
    finder.is_ok()
}

/// The address of a file: `file:///a%20b`.
#[cfg(target_os = "linux")]
fn address(path: &Path) -> String {
    use std::fmt::Write as _;
    use std::os::unix::ffi::OsStrExt as _;
    let mut address = "file://".to_owned();
    for byte in path.as_os_str().as_bytes() {
        match byte {
            b'/' | b'-' | b'_' | b'.' | b'~' => address.push(char::from(*byte)),
            byte if byte.is_ascii_alphanumeric() => address.push(char::from(*byte)),
            byte => {
                let _ = write!(address, "%{byte:02X}");
            }
        }
    }
    address
}
