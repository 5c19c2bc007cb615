//! XML as a stream of events, read leniently and under a limit. Entities that a document defines for
//! itself are never expanded.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::draft::{Draft, DraftBlock};
use super::error::{Problem, damaged};
use super::input::Input;
use super::{clean, date, plain};
use crate::article::BlockKind;

/// The most events of one document.
const MOST_EVENTS: usize = 8_000_000;

/// Why a document was not read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum XmlStop {
    /// It is not well formed from some point on.
    Damaged,
    /// It has more events than any document.
    TooLong,
}

/// One piece of a document.
pub(super) enum XmlPiece<'a> {
    /// A start tag. An empty element is a start and an end.
    Start(&'a Element<'a>),
    /// Text, with character references turned into characters.
    Text(&'a str),
    /// An end tag, by its full name.
    End(&'a str),
}

/// A start tag.
pub(super) struct Element<'a> {
    tag: &'a BytesStart<'a>,
    /// The full name: `w:p`.
    pub(super) name: String,
}

impl Element<'_> {
    /// An attribute, by its name without a prefix.
    pub(super) fn attribute(&self, wanted: &str) -> Option<String> {
        let mut attributes = self.tag.attributes();
        attributes.with_checks(false);
        attributes
            .flatten()
            .find(|attribute| local(attribute.key.as_ref()) == wanted)
            .map(|attribute| clean::unescape(&attribute.value))
    }
}

/// A name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Hands every piece of a document to `take`, up to its end or the first fault.
pub(super) fn each(xml: &str, mut take: impl FnMut(XmlPiece)) -> Result<(), XmlStop> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    for _ in 0..MOST_EVENTS {
        match reader.read_event().map_err(|_| XmlStop::Damaged)? {
            Event::Start(tag) => take(XmlPiece::Start(&element(&tag))),
            Event::Empty(tag) => {
                let element = element(&tag);
                take(XmlPiece::Start(&element));
                take(XmlPiece::End(&element.name));
            }
            Event::End(tag) => take(XmlPiece::End(tag.name().as_ref())),
            Event::Text(text) => take(XmlPiece::Text(&text)),
            Event::CData(text) => take(XmlPiece::Text(&text)),
            Event::GeneralRef(name) => {
                let reference: &str = &name;
                take(XmlPiece::Text(&clean::unescape(&format!("&{reference};"))));
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
    Err(XmlStop::TooLong)
}

fn element<'a>(tag: &'a BytesStart<'a>) -> Element<'a> {
    Element {
        name: tag.name().as_ref().to_owned(),
        tag,
    }
}

/// What a document says about itself in its properties (Dublin Core and its kin).
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Properties {
    title: String,
    author: String,
    date: String,
    publisher: String,
    language: String,
    /// What it is about or what kind of publication it is.
    subject: String,
}

impl Properties {
    /// Reads the first value of each property.
    pub(super) fn read(xml: &str) -> Self {
        let mut properties = Self::default();
        let mut text = String::new();
        // What was read before a fault is kept.
        let _ = each(xml, |piece| match piece {
            XmlPiece::Start(_) => text.clear(),
            XmlPiece::Text(more) => text.push_str(more),
            XmlPiece::End(name) => {
                if let Some(field) = properties.field(local(name))
                    && field.is_empty()
                {
                    *field = clean::squash(&text);
                }
                text.clear();
            }
        });
        properties
    }

    fn field(&mut self, name: &str) -> Option<&mut String> {
        match name {
            "title" => Some(&mut self.title),
            "creator" | "initial-creator" => Some(&mut self.author),
            "date" => Some(&mut self.date),
            "publisher" => Some(&mut self.publisher),
            "language" => Some(&mut self.language),
            "subject" | "type" => Some(&mut self.subject),
            _ => None,
        }
    }

    /// The title, unless a program made it up.
    pub(super) fn title(&self) -> &str {
        let made_up = ["Microsoft Word - ", "Untitled", "Document"]
            .iter()
            .any(|start| self.title.starts_with(start));
        if made_up { "" } else { &self.title }
    }

    /// Whether a book says that it is a newspaper or a magazine.
    pub(super) fn is_news(&self) -> bool {
        let subject = self.subject.to_lowercase();
        ["news", "periodical", "magazine", "newspaper"]
            .iter()
            .any(|kind| subject.contains(kind))
            || self.paper().is_some_and(|paper| paper != self.title)
    }

    /// What a paper is called whose title names the day too: "The Pilot [Fri, 05 May 2023]".
    pub(super) fn paper(&self) -> Option<String> {
        let title = self.title.as_str();
        let dated = title
            .match_indices(['[', '(', ',', '–', '—', '-', ':'])
            .find(|(at, _)| {
                title
                    .get(*at..)
                    .is_some_and(|rest| date::date_in_line(rest).is_some())
            });
        let name = dated
            .map_or(title, |(at, _)| title.get(..at).unwrap_or(title))
            .trim();
        (!name.is_empty()).then(|| name.to_owned())
    }

    /// Fills in what the text of a document did not say. The date of a file is not when the article
    /// was published, so only `dates` of publications count.
    pub(super) fn complete(&self, draft: &mut Draft, dates: bool) {
        draft.complete_headline(self.title());
        let program = matches!(
            self.author.to_lowercase().as_str(),
            "python-docx"
                | "calibre"
                | "unknown"
                | "user"
                | "microsoft office user"
                | "windows user"
                | "admin"
        );
        if !program {
            fill(&mut draft.byline, &self.author);
        }
        if !self.publisher.eq_ignore_ascii_case("calibre") {
            fill(&mut draft.outlet, &self.publisher);
        }
        fill(&mut draft.language, &self.language);
        if dates && let Some(date) = date::iso_date(&self.date) {
            fill(&mut draft.published, &date);
        }
    }
}

fn fill(field: &mut Option<String>, value: &str) {
    if field.is_none() && !value.is_empty() {
        *field = Some(value.to_owned());
    }
}

/// An office document whose text was read to `end`: refused where nothing was found, said to be
/// damaged where it broke off, then structured and completed by what the file says of itself.
pub(super) fn finish(
    mut draft: Draft,
    end: Result<(), XmlStop>,
    what: &'static str,
    properties: &Properties,
    input: &Input,
) -> Result<Vec<Draft>, Problem> {
    if draft.blocks.is_empty() {
        return Err(match end {
            Err(_) => damaged(what, "its text is damaged from the start"),
            Ok(()) => Problem::NoText,
        });
    }
    let mut drafts = exported(&draft);
    if drafts.is_empty() {
        let text: Vec<&str> = draft
            .blocks
            .iter()
            .map(|block| block.text.as_str())
            .collect();
        draft
            .warnings
            .extend(plain::may_hold_several(&text.join("\n")));
        plain::structure(&mut draft, input.stem());
        properties.complete(&mut draft, false);
        drafts.push(draft);
    }
    if let Some(last) = drafts.last_mut().filter(|_| end.is_err()) {
        last.warnings
            .push("The document is damaged; the text after the damage is missing.".to_owned());
    }
    Ok(drafts)
}

/// The articles of a document that is an export from a news database.
fn exported(draft: &Draft) -> Vec<Draft> {
    match &draft.headline {
        // It stands above the rest: a style marks it.
        Some(headline) => {
            let mut blocks = vec![DraftBlock::new(BlockKind::Paragraph, &headline.text)];
            blocks.extend_from_slice(&draft.blocks);
            plain::exported(&blocks)
        }
        None => plain::exported(&draft.blocks),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_of_the_document_itself_stay_unexpanded() {
        let xml =
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><x>One &amp; &b; &#8217;</x>";
        let mut text = String::new();
        let end = each(xml, |piece| {
            if let XmlPiece::Text(more) = piece {
                text.push_str(more);
            }
        });
        assert_eq!(end, Ok(()));
        assert_eq!(text, "One & &b; ’");
    }

    #[test]
    fn properties_fill_only_what_is_missing() {
        let properties = Properties::read(
            "<m><dc:title>Storm</dc:title><dc:creator>Ann Lee</dc:creator><dc:date>2024-05-06</dc:date></m>",
        );
        let mut draft = Draft {
            byline: Some("Bo Roe".to_owned()),
            ..Draft::default()
        };
        properties.complete(&mut draft, true);
        assert_eq!(draft.headline_text(), "Storm");
        assert_eq!(draft.byline.as_deref(), Some("Bo Roe"));
        assert_eq!(draft.published.as_deref(), Some("2024-05-06"));
    }
}
