//! The formats that can be read, and which of them a file is: by its content, its ending is only a
//! hint. What is no text is named, so that the message can say what the file is instead of
//! "unsupported".

use super::corpus::{json, table};
use super::decode::{self, Hint};
use super::error::Problem;
use super::format::{Format, FormatReader, Limit, Sniff, TextOpening};
use super::{
    archive, docx, epub, gzip, html, magic, mail, odt, package, plain, rtf, sheet, web_archive,
};

/// Every format, in the order in which they are asked whether a file is theirs.
static FORMATS: [&Format; 19] = [
    &PDF,
    &rtf::RTF,
    &gzip::GZIP,
    &web_archive::WEB_ARCHIVE,
    &odt::ODT,
    &epub::EPUB,
    &docx::DOCX,
    &sheet::XLSX,
    &sheet::ODS,
    &archive::ZIP,
    &mail::MAILBOX,
    &mail::MHTML,
    &mail::EMAIL,
    &html::HTML,
    &json::JSON_LINES,
    &json::JSON,
    &table::TABLE,
    &plain::MARKDOWN,
    &plain::TEXT,
];

/// The text layer of a PDF; its entry stands here, as it is one with and without the reader.
static PDF: Format = Format {
    name: "pdf",
    label: "a PDF",
    endings: &["pdf"],
    media_types: &["application/pdf"],
    // What is not compressed takes seven times its size while it is read.
    limit: Limit {
        megabytes: 64,
        what: "a PDF",
        advice: "Save the pages you need as a PDF of their own, or copy their text to a file.",
    },
    sniff: Sniff::Bytes(|bytes| {
        let head = bytes.get(..1024).unwrap_or(bytes);
        memchr::memmem::find(head, b"%PDF-").is_some()
    }),
    #[cfg(feature = "pdf")]
    reader: FormatReader::Apart(super::pdf::read),
    #[cfg(not(feature = "pdf"))]
    reader: FormatReader::Articles(|_| {
        Err(Problem::NotText {
            what: "a PDF, which this build cannot read",
            advice: "Copy its text to a file, or use a build with the feature `pdf`.",
        })
    }),
};

/// How many bytes are looked at to tell one kind of text from another.
const SAMPLE: usize = 64 * 1024;
/// How many characters of that are looked at in lower case.
const OPENING: usize = 8 * 1024;

/// Every format that can be read.
pub fn formats() -> &'static [&'static Format] {
    &FORMATS
}

/// The format whose files end so; `None` if there is none. What a file holds decides how it is read,
/// not this.
pub fn format_by_ending(ending: &str) -> Option<&'static Format> {
    let ending = ending.to_ascii_lowercase();
    FORMATS
        .into_iter()
        .find(|format| format.endings.contains(&ending.as_str()))
}

/// What the content is. `ending` (lower case, without a dot) decides only between kinds of text that
/// look alike.
pub(super) fn detect(bytes: &[u8], ending: &str) -> Result<&'static Format, Problem> {
    if bytes.is_empty() {
        return Err(Problem::Empty);
    }
    let by_bytes = |format: &&Format| matches!(format.sniff, Sniff::Bytes(is) if is(bytes));
    if let Some(format) = FORMATS.into_iter().find(by_bytes) {
        return Ok(format);
    }
    if let Some(problem) = magic::no_text(bytes) {
        return Err(problem);
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let sample = decode::decode(sample, Hint::Markup, None).text;
    if sample.trim().is_empty() && bytes.len() <= SAMPLE {
        return Err(Problem::NoText);
    }
    by_text(&sample, ending)
}

fn by_text(sample: &str, ending: &str) -> Result<&'static Format, Problem> {
    let text = sample.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let lower: String = text.chars().take(OPENING).collect();
    let opening = TextOpening {
        text,
        lower: &lower.to_lowercase(),
        ending,
    };
    if let Some(problem) = magic::no_article(opening.lower) {
        return Err(problem);
    }
    let opens = |format: &&Format| matches!(format.sniff, Sniff::Text(is) if is(&opening));
    let is_named = |format: &&Format| {
        matches!(format.sniff, Sniff::Look(_)) && format.endings.contains(&ending)
    };
    let looks = |format: &&Format| matches!(format.sniff, Sniff::Look(is) if is(&opening));
    let mut all = FORMATS.into_iter();
    Ok(all
        .clone()
        .find(opens)
        .or_else(|| all.clone().find(is_named))
        .or_else(|| all.find(looks))
        .unwrap_or(&plain::TEXT))
}

/// How much of a file to read, judged by its first bytes. Fails at once for what is not text.
pub(super) fn limit(head: &[u8], ending: &str) -> Result<Limit, Problem> {
    match detect(head, ending) {
        Ok(format) => Ok(format.limit),
        // A zip archive is told apart by names near its end.
        Err(Problem::NotText { .. }) if package::is_zip(head) => Ok(Limit::DOCUMENT),
        Err(problem) => Err(problem),
    }
}
