//! Formats of files that are written: one entry each, from which names in dialogs, endings, the formats
//! of the command line and what is said of a name without a known ending follow.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

/// The entry of a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// What dialogs call it.
    pub label: &'static str,
    /// What names of its files end in, in lower case and without the dot; the usual ending first.
    pub endings: &'static [&'static str],
}

impl Entry {
    /// An entry.
    pub const fn new(label: &'static str, endings: &'static [&'static str]) -> Self {
        Self { label, endings }
    }
}

/// A set of formats that one thing can be saved in. Every variant is offered, in its order, the usual one
/// first; a variant without an entry does not compile.
pub trait Format: ValueEnum + PartialEq + 'static {
    /// The entry of this format.
    fn entry(&self) -> Entry;

    /// The usual ending, without the dot.
    fn extension(&self) -> &'static str {
        self.entry().endings.first().copied().unwrap_or_default()
    }

    /// The format that the ending of a name asks for.
    ///
    /// # Errors
    /// [`UnknownEnding`] where it asks for none of these.
    fn of(path: &Path) -> Result<Self, UnknownEnding> {
        let ending = path.extension().and_then(|ending| ending.to_str());
        let ending = ending.unwrap_or_default().to_ascii_lowercase();
        let formats = Self::all().iter();
        let mut fitting = formats.filter(|format| format.entry().endings.contains(&&*ending));
        fitting.next().cloned().ok_or_else(|| UnknownEnding {
            name: path.display().to_string(),
            endings: Self::endings(),
        })
    }

    /// Every format, in the order in which they are offered.
    fn all() -> &'static [Self] {
        Self::value_variants()
    }

    /// Every format's entry.
    fn entries() -> Vec<Entry> {
        Self::all().iter().map(Self::entry).collect()
    }

    /// What a name must end in: ".svg, .png or .pdf".
    fn endings() -> String {
        let all: Vec<String> = (Self::all().iter())
            .map(|format| format!(".{}", format.extension()))
            .collect();
        match all.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
            _ => all.concat(),
        }
    }

    /// `name` as a path, if its ending asks for one of these: what the command line takes.
    ///
    /// # Errors
    /// [`UnknownEnding`] where it does not.
    fn path(name: &str) -> Result<PathBuf, UnknownEnding> {
        let path = PathBuf::from(name);
        Self::of(&path).map(|_| path)
    }
}

/// The ending of a name is none of those that are known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("cannot tell the format of “{name}”: end the name in {endings}")]
pub struct UnknownEnding {
    /// The name.
    pub name: String,
    /// What it could end in, in words.
    pub endings: String,
}
