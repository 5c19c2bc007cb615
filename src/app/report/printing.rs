//! The way to paper: a report or a worksheet as a page of our own, opened in the browser, which prints it.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::export::save_atomic;
use crate::workspace::OutputError;

use crate::app::files::hand_over::hand_over;
use crate::text::tr;

/// Pages to print that are older than this were left by a program that ended badly.
const STALE: Duration = Duration::from_hours(24);

/// A page that was made to be printed, and why no browser shows it.
pub(in crate::app) struct Printed {
    /// What it is, in a sentence.
    pub(in crate::app) noun: &'static str,
    /// Where it is.
    pub(in crate::app) path: PathBuf,
    /// Why no browser was opened; `None` if one was.
    pub(in crate::app) why_not: Option<String>,
}

/// Where the page of this program goes.
pub(in crate::app) fn page_to_print(folder: &Path) -> PathBuf {
    folder.join(tr!("report-{}.html", std::process::id()))
}

/// Puts a page into `folder` and opens it in the browser, if that `opens`.
pub(in crate::app) fn print(
    page: &[u8],
    noun: &'static str,
    folder: &Path,
    opens: bool,
) -> Result<Printed, OutputError> {
    std::fs::create_dir_all(folder)?;
    drop_stale(folder);
    let path = page_to_print(folder);
    save_atomic(&path, page)?;
    let why_not = if opens {
        hand_over(&path).err().map(|why| why.to_string())
    } else {
        Some(tr!("other programs are not to be started").to_owned())
    };
    Ok(Printed {
        noun,
        path,
        why_not,
    })
}

/// Deletes pages that a program which ended badly left behind.
fn drop_stale(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let made = entry.metadata().and_then(|about| about.modified());
        let age = made
            .ok()
            .and_then(|made| SystemTime::now().duration_since(made).ok());
        if age.is_some_and(|age| age > STALE) {
            // It is tried again with the next page.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}
