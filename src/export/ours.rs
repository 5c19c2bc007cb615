//! Whether a file is one that this program saved: every format carries where it comes from, and that is
//! what is looked for.

use std::fs::File;
use std::io::{Cursor, Read as _};
use std::path::Path;

use memchr::memmem::find_iter;

/// The most of a file that is looked at, in bytes.
const MOST: u64 = 256 * 1024 * 1024;
/// The most of one part of a packed file, in bytes.
const PART: u64 = 64 * 1024;
/// The parts of an office document that say what made it.
const PARTS: [&str; 3] = [
    "docProps/app.xml",
    "docProps/core.xml",
    "docProps/custom.xml",
];

/// How a format begins, and what stands in it before the name of the program and its version.
const MARKS: [(&[u8], &[u8]); 8] = [
    (b"<!DOCTYPE html>", b"<meta name=\"generator\" content=\""),
    (b"# Software: ", b"# Software: "),
    (b"# ", b"\n- Software: "),
    (b"<svg ", b"<dc:creator>"),
    (b"<?xml ", b"<dc:creator>"),
    (b"%PDF-", b"<xmp:CreatorTool>"),
    (b"\x89PNG\r\n\x1a\n", b"iTXtSoftware\0\0\0\0\0"),
    (b"\x89PNG\r\n\x1a\n", b"tEXtSoftware\0"),
];

/// Whether this program saved the file at `path`. What cannot be read was not.
pub fn is_ours(path: &Path) -> bool {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MOST).read_to_end(&mut bytes));
    read.is_ok() && made_here(&bytes)
}

/// Whether this program made a file of these bytes.
fn made_here(bytes: &[u8]) -> bool {
    let marked = MARKS.iter().any(|(begin, before)| {
        bytes.starts_with(begin)
            && find_iter(bytes, before).any(|at| {
                let named = bytes.get(at + before.len()..);
                named.is_some_and(names_us)
            })
    });
    marked
        || ends_in_comments(bytes)
        || says_schema(bytes)
        || is_table_of_scores(bytes)
        || (bytes.starts_with(b"PK\x03\x04") && packed(bytes))
}

/// Whether a table ends in comments that say so, and in nothing else.
fn ends_in_comments(bytes: &[u8]) -> bool {
    let before = b"\n# Software: ";
    let last = find_iter(bytes, before).last();
    let named = last.and_then(|at| bytes.get(at + before.len()..));
    named.is_some_and(|named| {
        let mut lines = named.split(|byte| *byte == b'\n').skip(1);
        names_us(named) && lines.all(|line| line.is_empty() || line.starts_with(b"# "))
    })
}

/// Whether bytes begin with the program's name and a version.
fn names_us(bytes: &[u8]) -> bool {
    let version = bytes.strip_prefix(b"Parallax ").and_then(<[u8]>::first);
    version.is_some_and(u8::is_ascii_digit)
}

/// Whether the first row of a table says so in its last column.
fn is_table_of_scores(bytes: &[u8]) -> bool {
    let header = bytes.split(|byte| *byte == b'\n').next();
    header.is_some_and(|header| header.ends_with(b",provenance\r"))
        && find_iter(bytes, b",\"{\"\"schema\"\":\"\"parallax-")
            .next()
            .is_some()
}

/// Whether the first thing that JSON says, alone or in a comment above a table, is a schema of ours.
fn says_schema(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"# ").unwrap_or(bytes);
    let mut rest = bytes;
    for part in ["{", "\"schema\"", ":", "\"parallax"] {
        match rest.trim_ascii_start().strip_prefix(part.as_bytes()) {
            Some(left) => rest = left,
            None => return false,
        }
    }
    matches!(rest.first(), Some(b'-' | b'.'))
}

/// Whether an office document says that this program made it.
fn packed(bytes: &[u8]) -> bool {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return false;
    };
    PARTS.iter().any(|part| {
        let mut text = Vec::new();
        let read = (archive.by_name(part).ok())
            .and_then(|part| part.take(PART).read_to_end(&mut text).ok());
        let after_tag = |at: usize| {
            text.get(at + 1..)
                .is_some_and(|named| names_us(named) || named.starts_with(b"Parallax<"))
        };
        read.is_some() && find_iter(&text, b">").any(after_tag)
    })
}

#[cfg(test)]
mod tests {
    use super::made_here;

    #[test]
    fn what_only_speaks_of_the_program_is_not_its_own() {
        for text in [
            "",
            "Parallax 0.1.0",
            "# A headline\n\nThe council uses Parallax 0.1.0 now.\n",
            "# A headline\n\n- Software: parallax of the stars\n",
            "A\tB\n# Software: Parallax 0.1.0\nmore\tof it\n",
            "<!DOCTYPE html><title>Parallax 0.1.0</title>",
            "{\"schema\": \"parallaxes/1\"}",
            "{\"name\": \"x\", \"schema\": \"parallax-score/1\"}",
            "PK\x03\x04Parallax 0.1.0",
        ] {
            assert!(!made_here(text.as_bytes()), "{text}");
        }
        assert!(made_here(
            b"path,provenance\r\na,\"{\"\"schema\"\":\"\"parallax-score/1\"\"}\"\r\n"
        ));
        assert!(made_here(b"{\n  \"schema\": \"parallax.document/1\"}"));
        assert!(made_here(b"A\tB\n# Software: Parallax 0.1.0\n# Seed: 1\n"));
        assert!(made_here(b"# A\n\nText.\n\n- Software: Parallax 0.1.0\n"));
    }
}
