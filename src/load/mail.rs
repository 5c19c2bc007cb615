//! Mail messages (.eml) and web pages saved with their parts in one file (.mhtml).

use mailparse::{DispositionType, MailHeaderMap as _, ParsedMail};

use super::clean::{squash, words};
use super::date::iso_date;
use super::decode::{self, Hint};
use super::package::damaged;
use super::{Draft, Format, Input, Problem, furniture, html, plain};
use crate::article::HeadlineOrigin;

const MESSAGE: &str = "a mail message";
const PAGE: &str = "a saved web page";
/// The most MIME parts.
const MOST_PARTS: usize = 2_000;
/// Fewer words of plain text than this are a note that the message is HTML.
const FEW_WORDS: usize = 30;

/// Reads a saved page.
pub fn read_page(input: &Input) -> Result<Vec<Draft>, Problem> {
    let mail = parse(&input.bytes, PAGE)?;
    let parts = Parts::of(&mail);
    let page = parts
        .html
        .ok_or_else(|| damaged(PAGE, "there is no page inside"))?;
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
pub fn read(input: &Input) -> Result<Vec<Draft>, Problem> {
    let mail = parse(&input.bytes, MESSAGE)?;
    let parts = Parts::of(&mail);
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
fn body(parts: Parts, subject: &str, stem: &str) -> Result<Draft, Problem> {
    if let Some(text) = parts.plain.filter(|part| words(&part.text) >= FEW_WORDS) {
        let letter = before_signature(&text.text);
        let mut draft = if subject.is_empty() {
            plain::draft(letter, stem, Format::Text)?
        } else {
            plain::draft(
                &format!("Title: {subject}\n\nBody:\n\n{letter}"),
                stem,
                Format::Text,
            )?
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
struct Part {
    text: String,
    encoding: String,
}

/// The parts of a message that hold its text.
#[derive(Default)]
struct Parts {
    html: Option<Part>,
    /// The address of the HTML part.
    location: String,
    plain: Option<Part>,
}

impl Parts {
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
fn decoded(part: &ParsedMail, hint: Hint) -> Option<Part> {
    let bytes = part.get_body_raw().ok()?;
    let declared = part
        .ctype
        .params
        .get("charset")
        .filter(|charset| !charset.eq_ignore_ascii_case("us-ascii"));
    let decoded = decode::decode(&bytes, hint, declared.map(String::as_str));
    (!decoded.text.trim().is_empty()).then(|| Part {
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
