//! Files that are not text, recognised by their first bytes and named in words.

use encoding_rs::Encoding;

use super::decode::utf16_by_zeros;
use super::detect::Format;
use super::error::Problem;

const PICTURE: &str = "Open the page or document the picture comes from.";
const ARCHIVE: &str = "Unpack it and open the files inside.";
const MEDIA: &str = "Parallax reads text. Open a transcript if there is one.";
const PROGRAM: &str = "Choose a file that holds an article.";

/// The container of old Office documents, and of new ones that are encrypted.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// "Encrypted" in UTF-16: the name of the part that holds an encrypted document.
const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0";

/// First bytes, what they mean, what to do.
const SIGNATURES: &[(&[u8], &str, &str)] = &[
    (b"\x89PNG", "a PNG picture", PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", PICTURE),
    (b"GIF8", "a GIF picture", PICTURE),
    (b"II*\0", "a TIFF picture", PICTURE),
    (b"MM\0*", "a TIFF picture", PICTURE),
    (b"ID3", "an audio file", MEDIA),
    (b"\xff\xfb", "an audio file", MEDIA),
    (b"OggS", "an audio file", MEDIA),
    (b"fLaC", "an audio file", MEDIA),
    (b"\x1a\x45\xdf\xa3", "a video", MEDIA),
    (b"\x7fELF", "a program", PROGRAM),
    (b"\xcf\xfa\xed\xfe", "a program", PROGRAM),
    (b"\xca\xfe\xba\xbe", "a program", PROGRAM),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", ARCHIVE),
    (b"Rar!\x1a\x07", "a RAR archive", ARCHIVE),
    (b"\xfd7zXZ", "an XZ archive", ARCHIVE),
    (b"BZh", "a bzip2 archive", ARCHIVE),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", ARCHIVE),
    (
        b"SQLite format 3\0",
        "an SQLite database",
        "Export the table with the articles as CSV and open that.",
    ),
    (b"x\x9c", "compressed data", ARCHIVE),
    (
        b"bplist0",
        "a web archive or a property list of macOS",
        "In Safari, choose File, Export as PDF, or save the page as HTML with another browser.",
    ),
    (
        OLE,
        "a document of an old Office version (.doc, .xls, .ppt)",
        "Open it in a word processor and save it as .docx or as text.",
    ),
];

/// A format or a problem, if the first bytes say so.
pub(super) fn recognise(bytes: &[u8]) -> Option<Result<Format, Problem>> {
    let head = bytes.get(..1024).unwrap_or(bytes);
    if contains(head, b"%PDF-") {
        return Some(Ok(Format::Pdf));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Some(Ok(Format::Rtf));
    }
    if bytes.starts_with(b"\x1f\x8b") {
        return Some(Ok(Format::Gzip));
    }
    if is_zip(bytes) {
        return Some(zip_content(bytes));
    }
    if bytes.starts_with(OLE) && contains(bytes, ENCRYPTED) {
        return Some(Err(Problem::Protected));
    }
    if let Some((_, what, advice)) = SIGNATURES
        .iter()
        .find(|(magic, ..)| bytes.starts_with(magic))
    {
        return Some(Err(Problem::NotText { what, advice }));
    }
    container(bytes).map(|(what, advice)| Err(Problem::NotText { what, advice }))
}

/// Whether the bytes open as a zip archive does.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Formats whose signature is not at the very start, or needs a second look.
fn container(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let at = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default();
    if bytes.starts_with(b"RIFF") {
        return Some(if at(8, 12) == b"WEBP" {
            ("a WebP picture", PICTURE)
        } else {
            ("an audio or video file", MEDIA)
        });
    }
    if at(4, 8) == b"ftyp" {
        return Some(("a video", MEDIA));
    }
    if bytes.starts_with(b"BM") && at(6, 10) == [0; 4] {
        return Some(("a BMP picture", PICTURE));
    }
    if bytes.starts_with(b"MZ") && at(0, 4096).contains(&0) {
        return Some(("a program", PROGRAM));
    }
    None
}

/// What a zip archive holds: the names of its parts stand in it in clear.
fn zip_content(bytes: &[u8]) -> Result<Format, Problem> {
    let head = bytes.get(..200).unwrap_or(bytes);
    if contains(head, b"application/epub+zip") {
        return Ok(Format::Epub);
    }
    if contains(head, b"application/vnd.oasis.opendocument.text") {
        return Ok(Format::Odt);
    }
    if contains(bytes, b"word/document") {
        return Ok(Format::Docx);
    }
    if contains(bytes, b"META-INF/container.xml") {
        return Ok(Format::Epub);
    }
    let (what, advice) = if contains(bytes, b"xl/workbook") {
        ("an Excel workbook", "Save the sheet as CSV and open that.")
    } else if contains(bytes, b"ppt/presentation") {
        (
            "a PowerPoint presentation",
            "Save its text as .txt or .docx and open that.",
        )
    } else {
        ("a zip archive", ARCHIVE)
    };
    Err(Problem::NotText { what, advice })
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    memchr::memmem::find(haystack, needle).is_some()
}

/// Whether bytes that carry no known signature are something else than text.
pub(super) fn looks_binary(sample: &[u8]) -> bool {
    if Encoding::for_bom(sample).is_some()
        || sample.starts_with(&[0, 0, 0xfe, 0xff])
        || utf16_by_zeros(sample).is_some()
    {
        return false;
    }
    let count = |test: fn(u8) -> bool| sample.iter().filter(|byte| test(**byte)).count();
    let zeros = count(|byte| byte == 0);
    if zeros > 8 || zeros * 1000 > sample.len() {
        return true;
    }
    let control = count(|byte| byte < 32 && !matches!(byte, 8..=13 | 0x1a | 0x1b));
    if control * 50 > sample.len() {
        return true;
    }
    if std::str::from_utf8(sample).is_ok() {
        return false;
    }
    // Bytes beyond ASCII everywhere and hardly a blank or a line end: compressed data.
    let high = count(|byte| byte >= 0x80);
    let blank = count(|byte| matches!(byte, b' ' | b'\n' | b'\t'));
    control * 200 > sample.len() && high * 4 > sample.len() && blank * 20 < sample.len()
}
