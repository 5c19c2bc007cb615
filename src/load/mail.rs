//! Mail messages (.eml) and web pages saved with their parts in one file (.mhtml).

use mailparse::{DispositionType, MailHeaderMap as _, ParsedMail};

use super::clean::{squash, words};
use super::date::iso_date;
use super::decode::{self, Hint};
use super::draft::Draft;
use super::error::{Problem, damaged};
use super::format::{Format, FormatReader, Limit, Sniff, TextOpening};
use super::input::Input;
use super::{furniture, html, plain};
use crate::article::HeadlineOrigin;

pub(super) static MHTML: Format = Format {
    name: "mhtml",
    label: "a saved web page",
    endings: &["mhtml", "mht"],
    media_types: &["application/x-mimearchive"],
    limit: Limit::PAGE,
    sniff: Sniff::Text(is_page),
    reader: FormatReader::Articles(read_page),
};

pub(super) static EMAIL: Format = Format {
    name: "email",
    label: "a mail message",
    endings: &["eml"],
    media_types: &["message/rfc822"],
    limit: Limit::TEXT,
    sniff: Sniff::Text(is_message),
    reader: FormatReader::Articles(read),
};

/// The most MIME parts.
const MOST_PARTS: usize = 2_000;
/// Fewer words of plain text than this are a note that the message is HTML.
const FEW_WORDS: usize = 30;

/// The lines at the head of a message that tell it from other texts.
struct MailHead<'a> {
    names: Vec<&'a str>,
    /// Whether its parts belong together, as those of a page do.
    related: bool,
}

impl<'a> MailHead<'a> {
    /// How many lines of it are looked at.
    const LINES: usize = 200;
    /// What messages and saved pages name.
    const NAMES: [&'static str; 13] = [
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

    /// Reads the head, if the text opens with one.
    fn of(opening: &'a TextOpening) -> Option<Self> {
        let mut head = Self {
            names: Vec::new(),
            related: false,
        };
        for line in opening.lower.lines().take(Self::LINES) {
            if line.is_empty() {
                break;
            }
            head.related |= line.contains("multipart/related");
            let Some((name, _)) = line.split_once(':') else {
                if line.starts_with([' ', '\t']) {
                    continue;
                }
                break;
            };
            if Self::NAMES.contains(&name) {
                head.names.push(name);
            } else if head.names.is_empty() && !name.starts_with("x-") {
                return None;
            }
        }
        Some(head)
    }

    fn has(&self, name: &str) -> bool {
        self.names.contains(&name)
    }
}

fn is_page(opening: &TextOpening) -> bool {
    MailHead::of(opening).is_some_and(|head| {
        let is_mime = head.has("snapshot-content-location") || head.has("mime-version");
        head.related && is_mime && !head.has("to")
    })
}

fn is_message(opening: &TextOpening) -> bool {
    MailHead::of(opening).is_some_and(|head| {
        let is_sent = head.has("message-id") || head.has("mime-version") || head.has("received");
        head.names.len() >= 3 && (is_sent || (head.has("to") && head.has("subject")))
    })
}

/// Reads a saved page.
fn read_page(input: &Input) -> Result<Vec<Draft>, Problem> {
    let mail = parse(&input.bytes, MHTML.label)?;
    let parts = MailParts::of(&mail);
    let page = parts
        .html
        .ok_or_else(|| damaged(MHTML.label, "there is no page inside"))?;
    let saved_from = header(&mail, "Snapshot-Content-Location");
    let url = [saved_from, parts.location]
        .into_iter()
        .find(|url| url.starts_with("http"));
    let mut draft = html::page(&page.text, url.as_deref())?;
    page.encoding.clone_into(&mut draft.encoding);
    if draft.headline.is_none() {
        let subject = header(&mail, "Subject");
        draft.set_headline(&subject, HeadlineOrigin::Metadata);
    }
    Ok(vec![draft])
}

/// Reads a message as an article: its subject is the headline.
fn read(input: &Input) -> Result<Vec<Draft>, Problem> {
    let mail = parse(&input.bytes, EMAIL.label)?;
    let parts = MailParts::of(&mail);
    let subject = header(&mail, "Subject");
    let subject = without_reply_marks(&subject);
    let mut draft = body(parts, subject, input.stem())?;
    if draft.published.is_none() {
        draft.published = iso_date(&header(&mail, "Date"));
    }
    if draft.outlet.is_none() {
        let from = header(&mail, "From");
        let name = from
            .split('<')
            .next()
            .unwrap_or_default()
            .trim()
            .trim_matches('"');
        draft.outlet = (!name.is_empty()).then(|| name.to_owned());
    }
    Ok(vec![draft])
}

/// The plain text where there is some, else the HTML.
fn body(parts: MailParts, subject: &str, stem: &str) -> Result<Draft, Problem> {
    if let Some(text) = parts.plain.filter(|part| words(&part.text) >= FEW_WORDS) {
        let letter = before_signature(&text.text);
        let mut draft = if subject.is_empty() {
            plain::draft(letter, stem)?
        } else {
            plain::draft(&format!("Title: {subject}\n\nBody:\n\n{letter}"), stem)?
        };
        draft.set_headline(subject, HeadlineOrigin::Metadata);
        draft.encoding = text.encoding;
        return Ok(draft);
    }
    let page = parts.html.ok_or(Problem::NoText)?;
    let mut draft = Draft {
        blocks: html::blocks(&page.text)?,
        encoding: page.encoding,
        ..Draft::default()
    };
    if draft.blocks.is_empty() {
        return Err(Problem::NoText);
    }
    draft.set_headline(subject, HeadlineOrigin::Metadata);
    if draft.headline.is_none() {
        draft.set_headline(stem, HeadlineOrigin::FileName);
    }
    furniture::mark(&mut draft);
    Ok(draft)
}

fn before_signature(text: &str) -> &str {
    ["\n-- \n", "\n-- \r\n"]
        .iter()
        .filter_map(|mark| text.find(mark))
        .min()
        .and_then(|at| text.get(..at))
        .unwrap_or(text)
}

/// "Re: Fwd: Storm" is "Storm".
fn without_reply_marks(subject: &str) -> &str {
    const MARKS: [&str; 5] = ["re:", "fw:", "fwd:", "aw:", "wg:"];
    let mut subject = subject.trim();
    while let Some((_, rest)) = MARKS
        .iter()
        .filter_map(|mark| subject.split_at_checked(mark.len()))
        .find(|(head, _)| MARKS.iter().any(|mark| head.eq_ignore_ascii_case(mark)))
    {
        subject = rest.trim_start();
    }
    subject
}

fn parse<'a>(bytes: &'a [u8], what: &'static str) -> Result<ParsedMail<'a>, Problem> {
    mailparse::parse_mail(bytes).map_err(|_| damaged(what, "its headers or parts are damaged"))
}

fn header(mail: &ParsedMail, name: &str) -> String {
    squash(&mail.headers.get_first_value(name).unwrap_or_default())
}

/// A decoded part.
struct MailPart {
    text: String,
    encoding: String,
}

/// The parts of a message that hold its text.
#[derive(Default)]
struct MailParts {
    html: Option<MailPart>,
    /// The address of the HTML part.
    location: String,
    plain: Option<MailPart>,
}

impl MailParts {
    fn of(mail: &ParsedMail) -> Self {
        let mut parts = Self::default();
        for part in mail.parts().take(MOST_PARTS) {
            if part.get_content_disposition().disposition == DispositionType::Attachment {
                continue;
            }
            match part.ctype.mimetype.to_lowercase().as_str() {
                "text/html" | "application/xhtml+xml" if parts.html.is_none() => {
                    parts.html = decoded(part, Hint::Markup);
                    parts.location = header(part, "Content-Location");
                }
                "text/plain" if parts.plain.is_none() && part.subparts.is_empty() => {
                    parts.plain = decoded(part, Hint::Plain);
                }
                _ => {}
            }
        }
        parts
    }
}

/// The text of a part in the encoding it declares, else in the one found out. Empty parts are `None`.
fn decoded(part: &ParsedMail, hint: Hint) -> Option<MailPart> {
    let bytes = part.get_body_raw().ok()?;
    let declared = part
        .ctype
        .params
        .get("charset")
        .filter(|charset| !charset.eq_ignore_ascii_case("us-ascii"));
    let decoded = decode::decode(&bytes, hint, declared.map(String::as_str));
    (!decoded.text.trim().is_empty()).then(|| MailPart {
        encoding: decoded.encoding.to_owned(),
        text: decoded.text.into_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::without_reply_marks;

    #[test]
    fn reply_marks_are_no_part_of_a_subject() {
        assert_eq!(
            without_reply_marks("Re: FWD: Storm hits: coast"),
            "Storm hits: coast"
        );
        assert_eq!(without_reply_marks("Reform: a start"), "Reform: a start");
    }
}
