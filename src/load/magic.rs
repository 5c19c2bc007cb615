//! Files that are no articles, recognised by their first bytes and named in words.

use encoding_rs::Encoding;

use super::decode::utf16_by_zeros;
use super::error::Problem;
use super::package::is_zip;

const PICTURE: &str = "Open the page or document the picture comes from.";
const ARCHIVE: &str = "Unpack it and open the files inside.";
const MEDIA: &str = "Parallax reads text. Open a transcript if there is one.";
const PROGRAM: &str = "Choose a file that holds an article.";
const UNKNOWN: (&str, &str) = (
    "data of a kind that Parallax does not know",
    "Open it in the program that made it and save it as text, HTML or PDF.",
);

/// How many bytes are looked at to tell text from data.
const SAMPLE: usize = 64 * 1024;

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
        "a property list of macOS",
        "Choose the file that holds the article; pages that Safari saved (.webarchive) can be read.",
    ),
    (
        OLE,
        "a document of an old Office version (.doc, .xls, .ppt)",
        "Open it in a word processor and save it as .docx or as text.",
    ),
];

/// The problem of bytes that are no text and of no format that can be read.
pub(super) fn no_text(bytes: &[u8]) -> Option<Problem> {
    if bytes.starts_with(OLE) && contains(bytes, ENCRYPTED) {
        return Some(Problem::Protected);
    }
    let signature = SIGNATURES
        .iter()
        .find(|(magic, ..)| bytes.starts_with(magic))
        .map(|(_, what, advice)| (*what, *advice));
    let (what, advice) = signature
        .or_else(|| container(bytes))
        .or_else(|| looks_binary(bytes.get(..SAMPLE).unwrap_or(bytes)).then_some(UNKNOWN))?;
    Some(Problem::NotText { what, advice })
}

/// The problem of a text that holds no article, by its beginning in lower case.
pub(super) fn no_article(opening: &str) -> Option<Problem> {
    if is_document(opening) {
        return Some(Problem::NotText {
            what: "a document that Parallax saved",
            advice: "Open it with Parallax itself: parallax FILE.parallax, or File, Open document.",
        });
    }
    let (what, advice) = match root_element(opening) {
        "rss" | "feed" | "rdf:rdf" => (
            "a news feed (RSS or Atom), a list of links to articles",
            "Open the pages it leads to in a browser, save them, and open those.",
        ),
        _ if is_xml(opening) => (
            "XML of a kind that Parallax does not know",
            "Save the article from the program that made it as text, HTML or .docx.",
        ),
        _ => return None,
    };
    Some(Problem::NotText { what, advice })
}

/// Whether a text is a document of our own.
fn is_document(opening: &str) -> bool {
    let start = opening
        .get(..opening.floor_char_boundary(200))
        .unwrap_or(opening);
    let start: String = start.chars().filter(|c| !c.is_whitespace()).collect();
    start.starts_with('{') && start.contains("\"schema\":\"parallax.document")
}

/// Whether a text is XML that is no page: it says so, or its first element is one that pages do not have and
/// is closed again, others inside it.
fn is_xml(opening: &str) -> bool {
    if opening.starts_with("<?xml") {
        return !opening.contains("xhtml");
    }
    let root = root_element(opening);
    let is_name = root.len() > 1
        && root.starts_with(|c: char| c.is_ascii_alphabetic())
        && root
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.'));
    let tags = opening.matches('<').count();
    let closed = opening.matches("</").count();
    let of_pages = [
        "<p>", "<p ", "<div", "<br", "<span", "<a ", "<h1", "<h2", "<body", "<html", "<article",
        "<meta", "<section", "<td", "<li", "<title", "<head",
    ];
    is_name
        && opening.starts_with('<')
        && closed >= 1
        && tags >= 3
        && !of_pages.iter().any(|tag| opening.contains(tag))
}

/// The name of the first element of XML or HTML, after declarations and comments; empty if the text
/// opens otherwise.
fn root_element(lower: &str) -> &str {
    let mut rest = lower;
    while let Some(tag) = rest.strip_prefix('<') {
        let end = match tag.bytes().next() {
            Some(b'!') if tag.starts_with("!--") => "-->",
            Some(b'?' | b'!') => ">",
            _ => {
                let end = |c: char| c.is_whitespace() || matches!(c, '>' | '/');
                return tag.split(end).next().unwrap_or_default();
            }
        };
        rest = tag
            .split_once(end)
            .map_or("", |(_, rest)| rest.trim_start());
    }
    ""
}

/// Formats whose signature is not at the very start, or needs a second look.
fn container(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let at = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default();
    if is_zip(bytes) {
        return Some(archive(bytes));
    }
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

/// What a zip archive holds that is no document: the names of its parts stand in it in clear.
fn archive(bytes: &[u8]) -> (&'static str, &'static str) {
    if contains(bytes, b"ppt/presentation") {
        (
            "a PowerPoint presentation",
            "Save its text as .txt or .docx and open that.",
        )
    } else {
        ("a zip archive", ARCHIVE)
    }
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    memchr::memmem::find(haystack, needle).is_some()
}

/// Whether bytes that carry no known signature are something else than text.
fn looks_binary(sample: &[u8]) -> bool {
    if Encoding::for_bom(sample).is_some()
        || sample.starts_with(&[0, 0, 0xfe, 0xff])
        || utf16_by_zeros(sample).is_some()
    {
        return false;
    }
    let count = |test: fn(u8) -> bool| sample.iter().filter(|byte| test(**byte)).count();
    // A text may be padded with zeros at its end, or hold a few where a program left them.
    let padding = sample.iter().rev().take_while(|byte| **byte == 0).count();
    let zeros = count(|byte| byte == 0) - padding;
    if zeros * 200 > sample.len() || padding * 2 > sample.len() {
        return true;
    }
    let control = count(|byte| (1..32).contains(&byte) && !matches!(byte, 8..=13 | 0x1a | 0x1b));
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
