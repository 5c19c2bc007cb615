//! The system's file dialogs, opened on the window's thread and awaited off it. Where none answers,
//! the window offers a field for a path instead.

use std::path::PathBuf;

use crate::export::format::Format as _;
use crate::load::formats;
use crate::session::document;

use crate::app::files::purpose::{Dialogs, Purpose};
use crate::app::jobs::{Event, Jobs};
use crate::text::tr;
use crate::workspace::Output;

/// What to install where no dialog answers.
pub(in crate::app) const INSTALL_HINT: &str = "sudo apt install xdg-desktop-portal-gtk";

/// How files of word lists usually end; what a list is, its content says.
const LIST_ENDINGS: [&str; 5] = ["txt", "csv", "tsv", "json", "dic"];

/// How codebooks and coding files end.
const STUDY_ENDINGS: [&str; 2] = ["toml", "parallax-coding"];

/// The dialog with one more filter. Linux dialogs tell upper from lower case.
fn filtered(
    dialog: rfd::AsyncFileDialog,
    label: &str,
    endings: impl Iterator<Item = &'static &'static str>,
) -> rfd::AsyncFileDialog {
    let both: Vec<String> = endings
        .flat_map(|ending| [(*ending).to_owned(), ending.to_uppercase()])
        .collect();
    dialog.add_filter(label, &both)
}

/// Opens the dialog for `purpose`; its answer arrives as an event.
pub(in crate::app) fn open(
    purpose: Purpose,
    frame: &eframe::Frame,
    jobs: &Jobs,
    dir: Option<&PathBuf>,
    name: &str,
) {
    let mut dialog = rfd::AsyncFileDialog::new()
        .set_parent(frame)
        .set_title(purpose.title());
    if let Some(dir) = dir {
        dialog = dialog.set_directory(dir);
    }
    match purpose {
        Purpose::Open(..) | Purpose::OpenDocument | Purpose::OpenList | Purpose::OpenStudy => {
            let first = match purpose {
                Purpose::OpenDocument => {
                    let entry = document::Format::Document.entry();
                    filtered(dialog, entry.label, entry.endings.iter())
                }
                Purpose::OpenStudy => filtered(
                    dialog,
                    tr!("Codebooks and coding files"),
                    STUDY_ENDINGS.iter(),
                ),
                Purpose::OpenList => filtered(dialog, tr!("Word lists"), LIST_ENDINGS.iter()),
                _ => {
                    let endings = formats().iter().flat_map(|format| format.endings);
                    filtered(dialog, tr!("Articles"), endings)
                }
            };
            let picked = first.add_filter(tr!("All files"), &["*"]).pick_files();
            jobs.start("file dialog", move |events| {
                events.emit(match pollster::block_on(picked) {
                    Some(files) => Event::Picked(
                        purpose,
                        files.iter().map(|file| file.path().to_owned()).collect(),
                    ),
                    // Cancelling gives an empty list on Linux and nothing elsewhere.
                    None if cfg!(target_os = "linux") => Event::NoDialog(purpose),
                    None => Event::Picked(purpose, vec![]),
                });
            });
        }
        Purpose::Save(Output::AllCharts) => {
            let picked = dialog.pick_folder();
            jobs.start("folder dialog", move |events| {
                let folder = pollster::block_on(picked);
                let paths = folder.iter().map(|f| f.path().to_owned()).collect();
                events.emit(Event::Picked(purpose, paths));
            });
        }
        Purpose::Save(output) => {
            let named = dialog.set_file_name(name);
            let dialog = (output.formats().iter()).fold(named, |dialog, format| {
                filtered(dialog, format.label, format.endings.iter())
            });
            let saved = dialog.save_file();
            jobs.start("save dialog", move |events| {
                let file = pollster::block_on(saved);
                let paths = file.iter().map(|file| file.path().to_owned()).collect();
                events.emit(Event::Picked(purpose, paths));
            });
        }
    }
}

/// Asks which file dialogs there are; the answer arrives as an event.
pub(in crate::app) fn probe(jobs: &Jobs) {
    jobs.start("dialog probe", |events| events.emit(Event::Probed(find())));
}

#[cfg(not(target_os = "linux"))]
fn find() -> Dialogs {
    Dialogs::Available
}

/// The same order as rfd's: the desktop portal, then zenity.
#[cfg(target_os = "linux")]
fn find() -> Dialogs {
    let zenity = || {
        std::env::var_os("PATH").is_some_and(|path| {
            std::env::split_paths(&path).any(|dir| dir.join("zenity").is_file())
        })
    };
    if portal_version().is_ok_and(|version| version > 0) || zenity() {
        Dialogs::Available
    } else {
        Dialogs::Missing
    }
}

/// The version of the portal's file chooser. Asking starts the portal where it is not running, and
/// fails where no desktop has given it a file chooser.
#[cfg(target_os = "linux")]
fn portal_version() -> zbus::Result<u32> {
    let bus = zbus::blocking::Connection::session()?;
    let portal = zbus::blocking::Proxy::new(
        &bus,
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.FileChooser",
    )?;
    portal.get_property("version")
}
