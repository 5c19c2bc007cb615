//! Opening what was saved with the system's own programs; no shell takes part.

use std::path::Path;

use crate::app::files::hand_over::{NotOpened, hand_over};
use crate::app::jobs::Event;
use crate::app::messages::Offer;
use crate::app::state::App;
use crate::text::tr;

impl App {
    /// Does what a message offers.
    pub(in crate::app) fn take_offer(&self, offer: Offer) {
        if !self.opens_files {
            return; // Other programs are not to be started.
        }
        self.jobs.start("opening outside", move |events| {
            let (what, path, done) = match &offer {
                Offer::Open(path) => ("", path, hand_over(path)),
                Offer::ShowInFolder(path) => (tr!("The folder of "), path, show(path)),
            };
            if let Err(why) = done {
                let path = path.display();
                events.emit(Event::NotOpened(tr!(
                    "{what}{path} was not opened: {why}."; what, path, why)));
            }
        });
    }
}

/// Shows a file in the file manager, marked where that can be asked for.
fn show(path: &Path) -> Result<(), NotOpened> {
    let path = std::path::absolute(path).map_err(|_| NotOpened::Gone)?;
    if !path.exists() {
        return Err(NotOpened::Gone);
    }
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
