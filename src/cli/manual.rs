//! `parallax manual`: the manual as a web page with its pictures, and the samples as files.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::outcome::Outcome;
use crate::manual::{PICTURES, SAMPLES, to_html};

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder it goes to; what an earlier manual put there is replaced
    folder: PathBuf,
}

/// Writes the page, and prints where it is.
pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let folder = &args.folder;
    for picture in PICTURES {
        let dark = picture.file.replace(".png", "-dark.png");
        write(&folder.join("pictures").join(picture.file), picture.light)?;
        write(&folder.join("pictures").join(dark), picture.dark)?;
    }
    for sample in SAMPLES {
        write(
            &folder.join("samples").join(sample.file),
            sample.text.as_bytes(),
        )?;
    }
    // Last: where it is, everything it needs is there.
    let page = folder.join("index.html");
    write(&page, to_html().as_bytes())?;
    writeln!(out, "{}", page.display())?;
    Ok(Outcome::Done)
}

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}
