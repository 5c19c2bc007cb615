//! What a file is, by its content; its extension is only a hint. Whatever is not text is named, so
//! that the message can say what the file is instead of "unsupported".

use super::decode;
use super::error::Problem;
use super::magic;

/// How many bytes are looked at to tell one kind of text from another.
const SAMPLE: usize = 64 * 1024;

/// A format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A web page with its parts in one file, as browsers save it.
    Mhtml,
    /// A mail message.
    Email,
    /// Rich Text Format.
    Rtf,
    /// Portable Document Format.
    Pdf,
    /// A Word document.
    Docx,
    /// An `OpenDocument` text.
    Odt,
    /// An electronic book.
    Epub,
    /// JSON: one article, or a list of them somewhere inside.
    Json,
    /// One JSON object a line.
    JsonLines,
    /// A table: comma, tab, semicolon or bar between columns.
    Table,
    /// Another file, compressed with gzip.
    Gzip,
}

/// How much of a file may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Megabytes.
    pub megabytes: u64,
    what: &'static str,
    advice: &'static str,
}

impl Limit {
    /// The problem of a file that is larger.
    pub const fn exceeded(self) -> Problem {
        Problem::TooLarge {
            what: self.what,
            limit_mb: self.megabytes,
            advice: self.advice,
        }
    }
}

impl Format {
    /// The name used in results and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Mhtml => "mhtml",
            Self::Email => "email",
            Self::Rtf => "rtf",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Epub => "epub",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Table => "table",
            Self::Gzip => "gzip",
        }
    }

    /// How large a file of this format may be.
    pub const fn limit(self) -> Limit {
        let (megabytes, what, advice) = match self {
            Self::Text | Self::Markdown | Self::Email => (
                32,
                "one text",
                "If it holds many articles, save them as separate files, as JSON Lines or as CSV.",
            ),
            Self::Html | Self::Mhtml => (
                40,
                "a web page",
                "Save the article's own page, or its text, and open that.",
            ),
            // What is not compressed takes seven times its size while it is read.
            Self::Pdf => (
                64,
                "a PDF",
                "Save the pages you need as a PDF of their own, or copy their text to a file.",
            ),
            Self::Rtf | Self::Docx | Self::Odt | Self::Epub => (
                96,
                "a document",
                "Save the part you need as a document of its own, or as text.",
            ),
            Self::Json => (
                128,
                "JSON",
                "Save it as JSON Lines (one article a line), or split it.",
            ),
            // A quotation mark that is never closed makes one field of all the rest.
            Self::Table => (160, "a table", "Split it into several files."),
            Self::JsonLines | Self::Gzip => (512, "a collection", "Split it into several files."),
        };
        Limit {
            megabytes,
            what,
            advice,
        }
    }
}

/// How much of a file to read, judged by its first bytes. Fails at once for what is not text.
pub fn size_limit(head: &[u8], extension: &str) -> Result<Limit, Problem> {
    match detect(head, extension) {
        Ok(format) => Ok(format.limit()),
        // A zip archive is told apart by names near its end.
        Err(Problem::NotText { .. }) if magic::is_zip(head) => Ok(Format::Docx.limit()),
        Err(problem) => Err(problem),
    }
}

/// What the content is. `extension` (lower case, without a dot) decides only between kinds of text
/// that look alike.
pub fn detect(bytes: &[u8], extension: &str) -> Result<Format, Problem> {
    if bytes.is_empty() {
        return Err(Problem::Empty);
    }
    if let Some(found) = magic::recognise(bytes) {
        return found;
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if magic::looks_binary(sample) {
        return Err(Problem::NotText {
            what: "data of a kind that Parallax does not know",
            advice: "Open it in the program that made it and save it as text, HTML or PDF.",
        });
    }
    let sample = readable(sample);
    if sample.trim().is_empty() && bytes.len() <= SAMPLE {
        return Err(Problem::NoText);
    }
    text_format(&sample, extension)
}

/// The start of a text, decoded far enough to look at it.
fn readable(sample: &[u8]) -> String {
    decode::decode(sample, decode::Hint::Markup, None)
        .text
        .into_owned()
}

fn text_format(sample: &str, extension: &str) -> Result<Format, Problem> {
    let start = sample.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let lower: String = start.chars().take(8192).collect::<String>().to_lowercase();
    if let Some(format) = message(&lower) {
        return Ok(format);
    }
    if matches!(root_element(&lower), "rss" | "feed" | "rdf:rdf") {
        return Err(Problem::NotText {
            what: "a news feed (RSS or Atom), a list of links to articles",
            advice: "Open the pages it leads to in a browser, save them, and open those.",
        });
    }
    if is_html(&lower) {
        return Ok(Format::Html);
    }
    if lower.starts_with("<?xml") {
        return Err(Problem::NotText {
            what: "XML of a kind that Parallax does not know",
            advice: "Save the article from the program that made it as text, HTML or .docx.",
        });
    }
    if let Some(format) = json(start, extension) {
        return Ok(format);
    }
    match extension {
        "csv" | "tsv" | "tab" | "psv" => return Ok(Format::Table),
        "md" | "markdown" | "mdown" | "mkd" => return Ok(Format::Markdown),
        _ => {}
    }
    if super::corpus::looks_like_table(start) {
        return Ok(Format::Table);
    }
    if super::plain::looks_like_markdown(start) {
        return Ok(Format::Markdown);
    }
    Ok(Format::Text)
}

/// A mail message or a page saved as MHTML, by its header lines.
fn message(lower: &str) -> Option<Format> {
    const NAMES: [&str; 13] = [
        "from",
        "to",
        "subject",
        "date",
        "message-id",
        "mime-version",
        "content-type",
        "received",
        "return-path",
        "delivered-to",
        "snapshot-content-location",
        "dkim-signature",
        "reply-to",
    ];
    let mut found = Vec::new();
    let mut related = false;
    for line in lower.lines().take(200) {
        if line.is_empty() {
            break;
        }
        related |= line.contains("multipart/related");
        let Some((name, _)) = line.split_once(':') else {
            if line.starts_with([' ', '\t']) {
                continue;
            }
            break;
        };
        if NAMES.contains(&name) {
            found.push(name);
        } else if found.is_empty() && !name.starts_with("x-") {
            return None;
        }
    }
    let has = |name: &str| found.contains(&name);
    if related && (has("snapshot-content-location") || has("mime-version")) && !has("to") {
        return Some(Format::Mhtml);
    }
    let transport = has("message-id") || has("mime-version") || has("received");
    (found.len() >= 3 && (transport || (has("to") && has("subject")))).then_some(Format::Email)
}

/// The name of the first element of XML or HTML, after declarations and comments; empty if the text
/// opens otherwise.
fn root_element(lower: &str) -> &str {
    let mut rest = lower.trim_start();
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

fn is_html(lower: &str) -> bool {
    if lower.starts_with("<?xml") {
        return lower.contains("xhtml");
    }
    if ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|tag| lower.starts_with(tag))
    {
        return true;
    }
    if lower.starts_with('{') || lower.starts_with('[') {
        return false;
    }
    lower.contains("<html")
        || (lower.starts_with('<')
            && [
                "<div", "<p>", "<p ", "<article", "<h1", "<meta", "<title", "<!--",
            ]
            .iter()
            .any(|tag| lower.contains(tag)))
}

/// JSON or JSON Lines, by how the text opens and, for lines, by whether the first line closes.
fn json(start: &str, extension: &str) -> Option<Format> {
    let mut opening = start.chars().filter(|c| !c.is_whitespace());
    let (first, second) = (opening.next()?, opening.next());
    let named = matches!(extension, "json" | "jsonl" | "ndjson" | "jl");
    let plausible = match first {
        '{' | '[' if named => true,
        '{' => matches!(second, Some('"' | '}')),
        '[' => matches!(second, Some('{' | '[' | '"' | ']')),
        _ => false,
    };
    if !plausible {
        return None;
    }
    let lines = matches!(extension, "jsonl" | "ndjson" | "jl");
    let mut objects = start.lines().map(str::trim).filter(|line| !line.is_empty());
    let first_line = objects.next()?;
    let next_line = objects.next();
    let closed = first == '{' && serde_json::from_str::<serde::de::IgnoredAny>(first_line).is_ok();
    if first == '{' && (lines || (closed && next_line.is_some_and(|line| line.starts_with('{')))) {
        return Some(Format::JsonLines);
    }
    // A wiki link or a citation opens with "[" too, but no quote or brace follows it there.
    (named || first == '{' || second != Some('[')).then_some(Format::Json)
}
