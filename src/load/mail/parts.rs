//! The headers and parts of a message, under limits.

use mailparse::{DispositionType, MailHeaderMap as _, ParsedMail};

use super::super::clean::squash;
use super::super::decode::{self, Hint};
use super::super::error::{Problem, damaged};

/// The most MIME parts.
const MOST_PARTS: usize = 2_000;
/// The longest header that is decoded, in bytes: the time that takes grows with the square of its length.
const LONGEST_HEADER: usize = 16 << 10;

/// Reads the structure of a message.
pub(super) fn parse<'a>(bytes: &'a [u8], what: &'static str) -> Result<ParsedMail<'a>, Problem> {
    if has_endless_header(bytes) {
        return Err(damaged(
            what,
            "one of its headers is longer than any message's",
        ));
    }
    mailparse::parse_mail(bytes).map_err(|_| damaged(what, "its headers or parts are damaged"))
}

/// Whether a header that says what a part is, is too long to be decoded. Every one of these is decoded while
/// a message is parsed.
fn has_endless_header(bytes: &[u8]) -> bool {
    let mut length = None;
    for line in bytes.split(|byte| *byte == b'\n') {
        length = match length {
            Some(length) if line.starts_with(b" ") || line.starts_with(b"\t") => {
                Some(length + line.len())
            }
            _ => line
                .get(..8)
                .filter(|start| start.eq_ignore_ascii_case(b"content-"))
                .map(|_| line.len()),
        };
        if length.is_some_and(|length| length > LONGEST_HEADER) {
            return true;
        }
    }
    false
}

/// The first header of this name on one line, as far as headers are decoded.
pub(super) fn header(mail: &ParsedMail, name: &str) -> String {
    let Some(header) = mail.headers.get_first_header(name) else {
        return String::new();
    };
    let raw = header.get_value_raw();
    if raw.len() <= LONGEST_HEADER {
        return squash(&header.get_value());
    }
    let mut cut = b"X: ".to_vec();
    cut.extend_from_slice(raw.get(..LONGEST_HEADER).unwrap_or_default());
    mailparse::parse_header(&cut)
        .map_or_else(|_| String::new(), |(cut, _)| squash(&cut.get_value()))
}

/// A decoded part.
pub(super) struct MailPart {
    pub(super) text: String,
    pub(super) encoding: String,
}

/// The parts of a message that hold its text.
#[derive(Default)]
pub(super) struct MailParts {
    pub(super) html: Option<MailPart>,
    /// The address of the HTML part.
    pub(super) location: String,
    pub(super) plain: Option<MailPart>,
}

impl MailParts {
    pub(super) fn of(mail: &ParsedMail) -> Self {
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

/// The messages that are attached to one: passed on as they came.
pub(super) fn attached(mail: &ParsedMail) -> Vec<Vec<u8>> {
    let is_message =
        |part: &&ParsedMail| part.ctype.mimetype.eq_ignore_ascii_case("message/rfc822");
    mail.parts()
        .take(MOST_PARTS)
        .skip(1)
        .filter(is_message)
        .filter_map(|part| part.get_body_raw().ok())
        .collect()
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

/// "Re: Fwd: Storm" is "Storm".
pub(super) fn without_reply_marks(subject: &str) -> &str {
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
