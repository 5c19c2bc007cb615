//! Mail messages (.eml) and web pages saved with their parts in one file (.mhtml).

mod forwarded;
mod head;
mod mailbox;
mod parts;

use self::head::MailHead;
use self::parts::{MailParts, header, parse, without_reply_marks};
use super::clean::{self, words};
use super::date::iso_date;
use super::draft::{Draft, Reason};
use super::error::{Problem, damaged};
use super::format::{Format, FormatReader, Limit, Piece, Pieces, Sniff, Source, TextOpening};
use super::input::Input;
use super::{furniture, html, plain};
use crate::article::HeadlineOrigin;
use crate::text::counted;

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

pub(super) static MAILBOX: Format = Format {
    name: "mbox",
    label: "a mailbox",
    endings: &["mbox", "mbx"],
    media_types: &["application/mbox"],
    limit: Limit::MAILBOX,
    sniff: Sniff::Text(|opening| mailbox::opens(opening.text)),
    reader: FormatReader::Many(read_mailbox, |source| {
        Ok(Box::new(StreamedMailbox(mailbox::Messages::of(source))))
    }),
};

/// The most messages of a mailbox.
const MOST_MESSAGES: usize = 50_000;
/// Fewer words of plain text than this are a note that the message is HTML …
const FEW_WORDS: usize = 30;
/// … and so are those of a part that the HTML says so many times as much as …
const TIMES: usize = 3;
/// … and so are fewer words than this that name HTML or the browser …
const POINTER: usize = 90;
/// … unless there are this many of them.
const LONG: usize = 400;

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

/// Reads a message as an article: its subject is the headline. Messages attached to it are articles, too; a few
/// words above them are the note of whoever passed them on.
fn read(input: &Input) -> Result<Vec<Draft>, Problem> {
    let own = message(&input.bytes, input.stem());
    let mail = parse(&input.bytes, EMAIL.label)?;
    let attached = parts::attached(&mail).into_iter();
    let mut drafts: Vec<Draft> = attached
        .filter_map(|bytes| message(&bytes, input.stem()).ok())
        .collect();
    let Some(first) = drafts.first_mut() else {
        return own.map(|draft| vec![draft]);
    };
    match own {
        Ok(own) if own.live_words() >= FEW_WORDS => drafts.insert(0, own),
        Ok(own) => {
            let note = own.blocks.into_iter().map(|mut block| {
                block.set_aside = Some(Reason::PassedOn);
                block
            });
            first.blocks.splice(0..0, note);
        }
        Err(_) => {}
    }
    if drafts.len() > 1 {
        for (at, draft) in drafts.iter_mut().enumerate() {
            draft.part = Some(format!("message {}", at + 1));
        }
    }
    Ok(drafts)
}

/// Reads every message of a mailbox.
fn read_mailbox(input: &Input) -> Result<Vec<Draft>, Problem> {
    let mut drafts = Vec::new();
    let mut empty = 0;
    for bytes in mailbox::messages(&input.bytes) {
        if drafts.len() == MOST_MESSAGES {
            return Err(Problem::Damaged {
                what: MAILBOX.label,
                detail: format!("it holds more than {MOST_MESSAGES} messages"),
                advice: "Split it into several files.",
            });
        }
        match message(&bytes, input.stem()) {
            Ok(draft) => drafts.push(draft),
            Err(_) => empty += 1,
        }
    }
    let several = drafts.len() + empty > 1;
    for (at, draft) in drafts.iter_mut().enumerate() {
        draft.part = several.then(|| format!("message {}", at + 1));
    }
    let Some(first) = drafts.first_mut() else {
        return Err(Problem::NoText);
    };
    first.warnings.extend(left_out(empty));
    Ok(drafts)
}

/// What is to be said where so many messages of a mailbox are no articles.
pub(super) fn left_out(empty: usize) -> Option<String> {
    (empty > 0).then(|| {
        format!(
            "{} of this mailbox could not be read or held no text and {} left out.",
            counted(empty, "message"),
            if empty == 1 { "was" } else { "were" }
        )
    })
}

/// The messages of a mailbox, read as they are asked for.
struct StreamedMailbox(mailbox::Messages<Source>);

impl Pieces for StreamedMailbox {
    fn next(&mut self) -> Result<Option<Piece>, Problem> {
        let bytes = self.0.next(MAILBOX.limit.bytes())?;
        Ok(bytes.map(|bytes| Piece::Message(bytes, message)))
    }

    fn notes(&self) -> Vec<String> {
        Vec::new()
    }
}

/// The article that one message is.
fn message(bytes: &[u8], stem: &str) -> Result<Draft, Problem> {
    let mail = parse(bytes, EMAIL.label)?;
    let parts = MailParts::of(&mail);
    let subject = header(&mail, "Subject");
    let subject = without_reply_marks(&subject);
    let mut draft = body(parts, subject, stem)?;
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
    Ok(draft)
}

/// The plain text where it is the message, else the HTML.
fn body(parts: MailParts, subject: &str, stem: &str) -> Result<Draft, Problem> {
    let length = parts.plain.as_ref().map_or(0, |part| words(&part.text));
    let page = match &parts.html {
        Some(page) if length < LONG => html::blocks(&page.text)?,
        _ => Vec::new(),
    };
    // A short plain part may only say that the message is HTML.
    let shown: usize = page
        .iter()
        .filter(|block| block.set_aside.is_none())
        .map(|block| words(&block.text))
        .sum();
    let points = parts.plain.as_ref().is_some_and(|part| {
        let lower = part.text.to_lowercase();
        length < POINTER && (lower.contains("html") || lower.contains("browser"))
    });
    let is_note = length < FEW_WORDS || shown > TIMES * length || (points && shown > length);
    if let Some(text) = parts
        .plain
        .filter(|_| length > 0 && !(is_note && shown > 0))
    {
        let letter = before_signature(&text.text);
        let passed_on = forwarded::of_text(letter);
        let subject = passed_on
            .as_ref()
            .map(|passed_on| passed_on.subject.as_str())
            .filter(|inner| !inner.is_empty())
            .map_or(subject, without_reply_marks);
        let letter = passed_on
            .as_ref()
            .map_or(letter, |passed_on| passed_on.body);
        let mut draft = if subject.is_empty() {
            plain::draft(letter, stem)?
        } else {
            plain::draft(&format!("Title: {subject}\n\nBody:\n\n{letter}"), stem)?
        };
        draft.set_headline(subject, HeadlineOrigin::Metadata);
        draft.encoding = text.encoding;
        if let Some(passed_on) = passed_on {
            passed_on.complete(&mut draft);
        }
        return Ok(draft);
    }
    let encoding = parts.html.ok_or(Problem::NoText)?.encoding;
    let mut draft = Draft {
        blocks: page,
        encoding,
        ..Draft::default()
    };
    if draft.blocks.is_empty() {
        return Err(Problem::NoText);
    }
    draft.set_headline(subject, HeadlineOrigin::Metadata);
    forwarded::of_blocks(&mut draft);
    for block in &mut draft.blocks {
        if block.set_aside.is_none() && is_of_newsletter(&block.text) {
            block.set_aside = Some(Reason::Promotion);
        }
    }
    if draft.headline.is_none() {
        draft.set_headline(stem, HeadlineOrigin::FileName);
    }
    furniture::mark(&mut draft);
    Ok(draft)
}

/// The lines that newsletters put around their text.
fn is_of_newsletter(text: &str) -> bool {
    const LONGEST: usize = 60;
    const SAID: [&str; 20] = [
        "view in browser",
        "view in your browser",
        "view this email in",
        "view this message in",
        "view online",
        "view web version",
        "read online",
        "read in browser",
        "open in browser",
        "having trouble viewing",
        "trouble viewing this",
        "you are receiving this",
        "you're receiving this",
        "you received this email",
        "this email was sent to",
        "unsubscribe",
        "update your preferences",
        "manage your preferences",
        "manage preferences",
        "was this email forwarded",
    ];
    let key = clean::key(text);
    words(&key) <= LONGEST && SAID.iter().any(|said| key.starts_with(said))
        || (words(&key) <= LONGEST / 2 && key.contains("unsubscribe"))
}

fn before_signature(text: &str) -> &str {
    ["\n-- \n", "\n-- \r\n"]
        .iter()
        .filter_map(|mark| text.find(mark))
        .min()
        .and_then(|at| text.get(..at))
        .unwrap_or(text)
}
