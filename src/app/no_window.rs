//! Why no window could be opened, and what to do about it.

use std::fmt;

/// Packages with what the window loads when it opens, by the command that installs them.
const INSTALL: &str = "Debian, Ubuntu: sudo apt install libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libegl1 libgl1-mesa-dri\n  \
     Fedora: sudo dnf install libX11-xcb libXcursor libXi libxkbcommon-x11 libglvnd-egl mesa-dri-drivers";

/// How much of what a library says is passed on, in characters.
const SAID: usize = 160;

/// Why no window could be opened.
#[derive(Debug)]
pub struct NoWindow {
    why: Why,
    /// What the libraries said, a line a try.
    said: Vec<String>,
}

/// What stood in the way, as far as it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// The program runs where no display is named.
    NoDisplay,
    /// A display is named, and nobody answers there, or the libraries to ask it are missing.
    Unreachable,
    /// There is a display, and nothing to draw on it with.
    NoOpenGl,
    /// Anything else.
    Other,
}

impl NoWindow {
    /// From what every renderer that was tried came to.
    pub(super) fn new(failures: &[(&str, eframe::Error)]) -> Self {
        let is_named = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
        let why = failures
            .last()
            .map_or(Why::Other, |(_, error)| why(error, is_named));
        let said = failures
            .iter()
            .map(|(name, error)| format!("{name}: {}", short(&error.to_string())))
            .collect();
        Self { why, said }
    }
}

fn why(error: &eframe::Error, is_named: bool) -> Why {
    match error {
        eframe::Error::WinitEventLoop(_) if cfg!(target_os = "linux") => {
            if is_named {
                Why::Unreachable
            } else {
                Why::NoDisplay
            }
        }
        eframe::Error::Glutin(_)
        | eframe::Error::NoGlutinConfigs(..)
        | eframe::Error::OpenGL(_) => Why::NoOpenGl,
        _ => Why::Other,
    }
}

/// What a library said without the places in its source, and no longer than is read.
fn short(said: &str) -> String {
    let said = match said.rsplit_once(".rs:") {
        Some((_, rest)) => rest.split_once(": ").map_or(rest, |(_, what)| what),
        None => said,
    };
    let mut short: String = said.chars().take(SAID).collect();
    if short.len() < said.len() {
        short.push('…');
    }
    short
}

impl fmt::Display for NoWindow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no window could be opened: ")?;
        f.write_str(match self.why {
            Why::NoDisplay => "there is no display here (neither WAYLAND_DISPLAY nor DISPLAY is set)",
            Why::Unreachable => {
                "the display that WAYLAND_DISPLAY or DISPLAY names does not answer, or a library to ask it is missing"
            }
            Why::NoOpenGl => "nothing here draws with OpenGL",
            Why::Other => "the system refused",
        })?;
        for said in &self.said {
            write!(f, "\n  {said}")?;
        }
        match self.why {
            Why::NoDisplay => f.write_str(
                "\nStart it on a desktop; over ssh, connect with “ssh -X” or “ssh -Y”.",
            )?,
            Why::Unreachable => write!(
                f,
                "\nStart it as the user who is logged in to the desktop. If that is so, install what the window needs:\n  {INSTALL}"
            )?,
            Why::NoOpenGl if cfg!(target_os = "linux") => write!(
                f,
                "\nMesa draws without a graphics card, and LIBGL_ALWAYS_SOFTWARE=1 before the command makes it do so where \
                 the card's driver is at fault:\n  {INSTALL}"
            )?,
            Why::NoOpenGl | Why::Other if cfg!(target_os = "windows") => f.write_str(
                "\nInstall the driver of the graphics card from its maker; Windows Update has one for most.",
            )?,
            Why::NoOpenGl | Why::Other => write!(f, "\nInstall what the window needs:\n  {INSTALL}")?,
        }
        f.write_str(
            "\nThe command line needs no window: parallax compare ONE OTHER --report both.html (parallax help)",
        )
    }
}

impl std::error::Error for NoWindow {}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(why: Why) -> String {
        let said = vec!["OpenGL: refused".to_owned()];
        NoWindow { why, said }.to_string()
    }

    #[test]
    fn every_reason_is_told_with_what_to_do_and_what_works_without() {
        for (why, advice) in [
            (Why::NoDisplay, "ssh -X"),
            (Why::Unreachable, "logged in"),
            (
                Why::NoOpenGl,
                if cfg!(target_os = "linux") {
                    "LIBGL_ALWAYS_SOFTWARE=1"
                } else {
                    "Install"
                },
            ),
            (Why::Other, "Install"),
        ] {
            let told = told(why);
            assert!(told.contains(advice), "{told}");
            assert!(told.contains("\n  OpenGL: refused\n"), "{told}");
            assert!(told.ends_with("(parallax help)"), "{told}");
        }
    }

    #[test]
    fn places_in_the_source_of_others_are_left_out() {
        let said = "os error at /x/winit/src/linux/mod.rs:765: neither is set.";
        assert_eq!(short(said), "neither is set.");
        assert_eq!(short("plain"), "plain");
        assert_eq!(short(&"ä".repeat(500)).chars().count(), SAID + 1);
    }
}
