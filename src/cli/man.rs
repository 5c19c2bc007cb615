//! `parallax man`: manual pages and completions of shells, made from the one definition of the command line, for
//! whoever makes packages.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Command;
use clap_complete::Shell;

use super::outcome::Outcome;

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder they go to, laid out as below /usr/share
    folder: PathBuf,
}

/// Where systems look for the completions of a shell, below /usr/share.
const COMPLETIONS: [(Shell, &str); 4] = [
    (Shell::Bash, "bash-completion/completions/parallax"),
    (Shell::Zsh, "zsh/site-functions/_parallax"),
    (Shell::Fish, "fish/vendor_completions.d/parallax.fish"),
    (Shell::PowerShell, "powershell/parallax.ps1"),
];

/// Writes the pages and completions of `command`.
pub(super) fn run(args: &Args, command: &Command, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    for (shell, place) in COMPLETIONS {
        let path = args.folder.join(place);
        let mut file = Vec::new();
        clap_complete::generate(shell, &mut command.clone(), "parallax", &mut file);
        write(&path, &file)?;
        writeln!(out, "{}", path.display())?;
    }
    let folder = args.folder.join("man/man1");
    fs::create_dir_all(&folder)?;
    clap_mangen::generate_to(command.clone(), &folder)?;
    writeln!(out, "{}", folder.display())?;
    Ok(Outcome::Done)
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    File::create(path)?.write_all(bytes)
}
