//! The bytes of one file, with its name and its hash. Nothing but ordinary files is ever opened, and
//! no more of a file is read than its format allows.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::corpus::Mapping;
use super::decode::{self, Decoded, Hint};
use super::detect::{self, Format};
use super::error::{LoadError, Problem};
use crate::article::Origin;

/// How much of a file is looked at before deciding whether to read the rest.
const HEAD: usize = 64 * 1024;

/// What the user can say about how files are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The encoding to read text in, as a label of the Encoding Standard; found out if `None`.
    pub encoding: Option<String>,
    /// Which fields of a corpus hold what; those left out are found out.
    pub mapping: Mapping,
}

/// One file as it came: its bytes and what is known about them.
#[derive(Debug)]
pub struct Input {
    /// The file, or `None` for pasted and bundled text.
    pub path: Option<PathBuf>,
    /// A name to show.
    pub name: String,
    /// The content.
    pub bytes: Vec<u8>,
    /// SHA-256 of the content, in hexadecimal.
    pub sha256: String,
    /// What the user said about reading it.
    pub options: Options,
}

impl Input {
    /// Reads a file.
    pub fn open(path: &Path, options: &Options) -> Result<Self, LoadError> {
        read_file(path)
            .map(|bytes| Self {
                path: Some(path.to_owned()),
                ..Self::from_bytes(&file_name(path), bytes, options)
            })
            .map_err(|problem| problem.of(path.display().to_string()))
    }

    /// Content that does not come from a file of its own.
    pub fn from_bytes(name: &str, bytes: Vec<u8>, options: &Options) -> Self {
        let sha256 = hex(&Sha256::digest(&bytes));
        Self {
            path: None,
            name: name.to_owned(),
            bytes,
            sha256,
            options: options.clone(),
        }
    }

    /// The content as text, in the encoding the user chose or in the one found out.
    pub fn text(&self, hint: Hint) -> Decoded<'_> {
        decode::decode(&self.bytes, hint, self.options.encoding.as_deref())
    }

    /// The name without its extension: the last resort for a headline.
    pub fn stem(&self) -> &str {
        match self.name.rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() && extension.len() <= 8 => stem,
            _ => &self.name,
        }
    }

    /// The extension in lower case, without its dot; empty if there is none.
    pub fn extension(&self) -> String {
        extension(&self.name)
    }

    /// Where an article read from this input as `format` came from.
    pub fn origin(&self, format: Format, encoding: &str) -> Origin {
        Origin {
            path: self.path.clone(),
            name: self.name.clone(),
            format: format.name().to_owned(),
            encoding: encoding.to_owned(),
            sha256: self.sha256.clone(),
        }
    }
}

/// The extension of a file name in lower case, without its dot; empty if there is none.
pub fn extension(name: &str) -> String {
    name.rsplit_once('.')
        .map(|(_, extension)| extension.to_ascii_lowercase())
        .unwrap_or_default()
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

fn read_file(path: &Path) -> Result<Vec<u8>, Problem> {
    let about = std::fs::metadata(path)?;
    if about.is_dir() {
        return Err(Problem::Folder);
    }
    if !about.is_file() {
        return Err(Problem::NotAFile);
    }
    let mut file = File::open(path)?;
    let mut bytes = Vec::new();
    file.by_ref().take(HEAD as u64).read_to_end(&mut bytes)?;
    let limit = detect::size_limit(&bytes, &extension(&file_name(path)))?;
    let most = limit.megabytes * 1024 * 1024;
    if about.len() > most {
        return Err(limit.exceeded());
    }
    file.take(most).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(limit.exceeded());
    }
    Ok(bytes)
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
