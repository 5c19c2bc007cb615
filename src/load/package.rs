//! Documents that are zip archives (.docx, .odt, .epub): their parts, unpacked under limits that are
//! counted while unpacking, whatever the archive claims.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::decode::{self, Hint};
use super::error::{Problem, damaged};

/// The most of one part, in bytes.
const LARGEST_PART: u64 = 32 << 20;
/// The most of all parts that are read, in bytes.
const LARGEST_TOTAL: u64 = 64 << 20;
/// The most parts.
const MOST_PARTS: u16 = 20_000;

/// An open package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    unpacked: u64,
    what: &'static str,
}

impl<'a> Package<'a> {
    /// Opens a package; `what` is what messages call it: "a Word document".
    pub(super) fn open(bytes: &'a [u8], what: &'static str) -> Result<Self, Problem> {
        if parts(bytes).is_some_and(|parts| parts > MOST_PARTS) {
            return Err(damaged(what, "it has more parts than any document"));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| cannot(what, &error))?;
        Ok(Self {
            archive,
            unpacked: 0,
            what,
        })
    }

    /// The text of a part. The error says whether the part is missing, damaged, encrypted or too large.
    pub(super) fn text(&mut self, name: &str) -> Result<String, Problem> {
        let bytes = self.bytes(name)?;
        Ok(decode::decode(&bytes, Hint::Markup, None).text.into_owned())
    }

    /// The text of a part that a document may lack.
    pub(super) fn optional(&mut self, name: &str) -> Option<String> {
        self.text(name).ok()
    }

    /// Whether the package has a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    fn bytes(&mut self, name: &str) -> Result<Vec<u8>, Problem> {
        let what = self.what;
        let part = self
            .archive
            .by_name(name)
            .map_err(|error| cannot(what, &error))?;
        let limit = LARGEST_PART.min(LARGEST_TOTAL.saturating_sub(self.unpacked));
        let mut bytes = Vec::new();
        part.take(limit + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| damaged(what, "one of its parts cannot be unpacked"))?;
        let length = bytes.len() as u64;
        if length > limit {
            return Err(Problem::TooLarge {
                what,
                limit_mb: LARGEST_PART >> 20,
                advice: "Unpacked it is far larger than a document of that size should be. Save the text \
                         on its own and open that.",
            });
        }
        self.unpacked += length;
        Ok(bytes)
    }
}

/// Whether bytes open as a zip archive does.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Whether bytes are a zip archive that has `name` somewhere in it: the names of its parts stand there
/// in clear.
pub(super) fn is_zip_with(bytes: &[u8], name: &str) -> bool {
    is_zip(bytes) && memchr::memmem::find(bytes, name.as_bytes()).is_some()
}

/// Whether bytes are a zip archive whose first part says that it is of this media type.
pub(super) fn is_zip_of(bytes: &[u8], media_type: &str) -> bool {
    is_zip_with(bytes.get(..200).unwrap_or(bytes), media_type)
}

/// How many parts the archive claims, which is how many its directory would be read for.
fn parts(bytes: &[u8]) -> Option<u16> {
    let end = memchr::memmem::rfind(bytes, b"PK\x05\x06")?;
    let count = bytes.get(end + 10..)?.first_chunk::<2>()?;
    Some(u16::from_le_bytes(*count))
}

fn cannot(what: &'static str, error: &ZipError) -> Problem {
    match error {
        ZipError::UnsupportedArchive(detail) if *detail == ZipError::PASSWORD_REQUIRED => {
            Problem::Protected
        }
        ZipError::FileNotFound => damaged(what, "the part that holds its text is missing"),
        _ => damaged(what, "it is cut off or not a complete package"),
    }
}
