//! Starts parallax.exe beside it without a console, for menus and double clicks, and shows what it says if it fails.
//! Built by windows.sh, with rustc alone.

#![windows_subsystem = "windows"]
#![forbid(unsafe_code)]

use std::os::windows::process::CommandExt as _;
use std::process::{Command, ExitCode, Stdio};

/// No console for a program that would get one (CREATE_NO_WINDOW of CreateProcess).
const NO_WINDOW: u32 = 0x0800_0000;

fn main() -> ExitCode {
    match run() {
        Ok(None) => ExitCode::SUCCESS,
        Ok(Some(said)) => show(&said),
        Err(error) => show(&format!(
            "Parallax could not be started: {error}\r\nInstall it again: parallax.exe must lie beside parallaxw.exe."
        )),
    }
}

/// Runs the program until it ends; what it said if it failed.
fn run() -> std::io::Result<Option<String>> {
    let program = std::env::current_exe()?.with_file_name("parallax.exe");
    let output = Command::new(program)
        .args(std::env::args_os().skip(1))
        .creation_flags(NO_WINDOW)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?
        .wait_with_output()?;
    let failed = !output.status.success();
    Ok(failed.then(|| String::from_utf8_lossy(&output.stderr).replace('\n', "\r\n")))
}

/// Opens a text in the editor that every Windows has.
fn show(text: &str) -> ExitCode {
    let path = std::env::temp_dir().join("Parallax could not be opened.txt");
    if std::fs::write(&path, text).is_ok() {
        let _ = Command::new("notepad.exe").arg(path).spawn();
    }
    ExitCode::FAILURE
}
