//! Messages that were passed on: what stands above the mark is a note by whoever did, under it stand the
//! headers of the message itself.

use super::super::clean::squash;
use super::super::date::date_in_line;
use super::super::draft::{Draft, DraftBlock, Reason};
use super::parts::without_reply_marks;
use crate::article::{BlockKind, HeadlineOrigin};

/// What headers of a message that is passed on are called.
const NAMES: [&str; 8] = [
    "From", "Date", "Sent", "Subject", "To", "Cc", "Reply-To", "Bcc",
];
/// The most words of a note before the mark: a longer text is the message.
const NOTE: usize = 120;

/// A message that was passed on.
pub(super) struct PassedOn<'a> {
    /// What was written above it.
    note: String,
    /// Its subject.
    pub(super) subject: String,
    from: String,
    date: Option<String>,
    /// Its text.
    pub(super) body: &'a str,
}

/// Whether a line announces a message that is passed on.
fn is_mark(line: &str) -> bool {
    let line = line
        .trim()
        .trim_matches(['-', '_', '>', '*', ' '])
        .to_lowercase();
    matches!(
        line.as_str(),
        "forwarded message"
            | "original message"
            | "begin forwarded message:"
            | "forwarded by"
            | "weitergeleitete nachricht"
    ) || line.starts_with("forwarded message from")
}

/// The name and value of such a header.
fn field(line: &str) -> Option<(&'static str, &str)> {
    let line = line.trim().trim_start_matches('*');
    let (name, value) = line.split_once(':')?;
    let name = name.trim_matches(['*', ' ']);
    let known = NAMES
        .iter()
        .find(|known| known.eq_ignore_ascii_case(name))?;
    Some((known, value.trim_matches(['*', ' '])))
}

/// The message that a text passes on, if it does.
pub(super) fn of_text(text: &str) -> Option<PassedOn<'_>> {
    let mut at = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        at += line.len();
        if is_mark(line) {
            start = Some((at - line.len(), at));
            break;
        }
    }
    let (mark, end) = start?;
    let note = squash(text.get(..mark)?);
    if note.split(' ').count() > NOTE {
        return None;
    }
    let mut passed_on = PassedOn {
        note,
        subject: String::new(),
        from: String::new(),
        date: None,
        body: "",
    };
    let mut at = end;
    let mut fields = 0;
    for line in text.get(end..)?.split_inclusive('\n') {
        match field(line) {
            Some((name, value)) => {
                passed_on.take(name, value);
                fields += 1;
            }
            None if line.trim().is_empty() && fields == 0 => {}
            None => break,
        }
        at += line.len();
    }
    passed_on.body = text.get(at..)?;
    (fields >= 2).then_some(passed_on)
}

impl PassedOn<'_> {
    fn take(&mut self, name: &str, value: &str) {
        match name {
            "From" => {
                let name = value.split(['<', '[']).next().unwrap_or(value);
                name.trim_matches(['"', ' ']).clone_into(&mut self.from);
            }
            "Date" | "Sent" => self.date = date_in_line(value),
            "Subject" => value.clone_into(&mut self.subject),
            _ => {}
        }
    }

    /// What the message says of itself goes before what the one around it says; the note stays, set aside.
    pub(super) fn complete(self, draft: &mut Draft) {
        if draft.outlet.is_none() && !self.from.is_empty() {
            draft.outlet = Some(self.from);
        }
        draft.published = draft.published.take().or(self.date);
        if !self.note.is_empty() {
            let note = DraftBlock::new(BlockKind::Paragraph, &self.note);
            draft.blocks.insert(0, aside(note));
        }
    }
}

fn aside(mut block: DraftBlock) -> DraftBlock {
    block.set_aside = Some(Reason::PassedOn);
    block
}

/// The same where the message is blocks already.
pub(super) fn of_blocks(draft: &mut Draft) {
    let marked = draft.blocks.iter().position(|block| {
        is_mark(&block.text) || block.text.starts_with("---------- Forwarded message")
    });
    let Some(at) = marked else { return };
    let before: usize = draft
        .blocks
        .iter()
        .take(at)
        .map(|block| block.text.split(' ').count())
        .sum();
    if before > NOTE {
        return;
    }
    let mut passed_on = PassedOn {
        note: String::new(),
        subject: String::new(),
        from: String::new(),
        date: None,
        body: "",
    };
    let mut end = at + 1;
    let glued = draft
        .blocks
        .get(at)
        .map(|block| block.text.clone())
        .unwrap_or_default();
    let mut fields = 0;
    for (name, value) in glued_fields(&glued) {
        passed_on.take(name, value);
        fields += 1;
    }
    while let Some(block) = draft.blocks.get(end) {
        let found = glued_fields(&block.text);
        if found.is_empty() {
            break;
        }
        for (name, value) in found {
            passed_on.take(name, value);
            fields += 1;
        }
        end += 1;
    }
    if fields < 2 {
        return;
    }
    for block in draft.blocks.iter_mut().take(end) {
        block.set_aside = Some(Reason::PassedOn);
    }
    if !passed_on.subject.is_empty() {
        let subject = without_reply_marks(&passed_on.subject).to_owned();
        draft.set_headline(&subject, HeadlineOrigin::Metadata);
    }
    passed_on.complete(draft);
}

/// The fields of a block that begins with one, or with the mark: they may stand on one line.
fn glued_fields(text: &str) -> Vec<(&'static str, &str)> {
    let mut starts: Vec<(usize, usize, &'static str)> = NAMES
        .iter()
        .filter_map(|name| {
            let label = format!("{name}: ");
            let at = if text.starts_with(&label) {
                0
            } else {
                text.find(&format!(" {label}"))? + 1
            };
            Some((at, at + label.len(), *name))
        })
        .collect();
    starts.sort_unstable();
    let opens = starts.first().is_some_and(|(at, ..)| *at == 0) || text.starts_with("---");
    if !opens {
        return Vec::new();
    }
    let ends = starts
        .iter()
        .skip(1)
        .map(|(at, ..)| *at)
        .chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|((_, from, name), to)| Some((*name, text.get(*from..to)?.trim())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_that_is_passed_on_is_found_with_its_headers() {
        let text = "See below!\n\n-----Original Message-----\nFrom: The Pilot <a@b.c>\nSent: Friday, May 5, 2023\nSubject: Re: Pier\nTo: me\n\nThe board met.";
        let passed_on = of_text(text);
        let found = passed_on.map(|found| {
            (
                found.note,
                found.subject,
                found.from,
                found.date,
                found.body.trim(),
            )
        });
        assert_eq!(
            found,
            Some((
                "See below!".to_owned(),
                "Re: Pier".to_owned(),
                "The Pilot".to_owned(),
                Some("2023-05-05".to_owned()),
                "The board met."
            ))
        );
        assert!(of_text("The forwarded message\nFrom: x\nwas lost.").is_none());
    }

    #[test]
    fn fields_on_one_line_are_told_apart() {
        let fields = glued_fields(
            "---------- Forwarded message --------- From: The Pilot <a@b.c> Date: Fri, 5 May 2023 Subject: Pier To: <me@x.y>",
        );
        assert_eq!(
            fields,
            [
                ("From", "The Pilot <a@b.c>"),
                ("Date", "Fri, 5 May 2023"),
                ("Subject", "Pier"),
                ("To", "<me@x.y>")
            ]
        );
        assert!(glued_fields("He said From: x To: y").is_empty());
    }
}
