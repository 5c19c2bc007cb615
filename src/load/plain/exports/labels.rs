//! What exports of news databases call their parts: "Byline: …", "LOAD-DATE: …", Factiva's two capitals.

use super::super::fields;
use crate::article::{FurtherFields, HeadlineOrigin};
use crate::load::clean::{squash, words};
use crate::load::date::date_in_line;
use crate::load::draft::Draft;
use crate::load::lists;

/// The longest label, in bytes: "Full text word count".
const LONGEST: usize = 40;
/// The longest line that is nothing but a date: "Friday, May 5, 2023 Late Edition - Final".
const DATE_WORDS: usize = 9;

/// What a label says of the value after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Headline,
    Byline,
    Outlet,
    Date,
    /// Outlet, place, date and page in one: "The Pilot ; Northport [Northport]05 May 2023: A.4."
    Issue,
    Url,
    Language,
    /// The text follows.
    Text,
    /// A summary of the text follows.
    Abstract,
    /// The section of the paper.
    Section,
    /// Something else that exports say, before or after the text.
    Other,
    /// Something that they say after the text only.
    Tail,
}

/// What a label means, whatever its case.
#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn label(name: &str) -> Option<Label> {
    if name.is_empty() || name.len() > LONGEST {
        return None;
    }
    Some(match name.trim().to_lowercase().as_str() {
        "headline" | "title" | "article title" | "document title" => Label::Headline,
        "byline" | "author" | "authors" | "author(s)" | "by" | "contributor" | "reporter"
        | "author/byline" => Label::Byline,
        "paper" | "publication title" | "newspaper" | "journal" | "outlet" | "publication name"
        | "publication" | "source title" | "newspaper name" => Label::Outlet,
        "date" | "publication date" | "published" | "date published" | "pub date"
        | "entry date" | "issue date" | "article date" => Label::Date,
        "publication info" | "source" => Label::Issue,
        "url" | "document url" | "link" | "permalink" => Label::Url,
        "language" | "language of publication" => Label::Language,
        "body" | "full text" | "fulltext" | "text" | "article text" | "article" | "body text"
        | "story" => Label::Text,
        "abstract" | "summary" | "lead" => Label::Abstract,
        "section" => Label::Section,
        "length"
        | "dateline"
        | "highlight"
        | "type"
        | "publication type"
        | "document type"
        | "edition"
        | "page"
        | "pages"
        | "series"
        | "column"
        | "source type"
        | "distribution"
        | "correction-date"
        | "word count"
        | "wordcount"
        | "volume"
        | "issue"
        | "start page"
        | "first page"
        | "isbn"
        | "issn"
        | "links"
        | "place"
        | "day"
        | "month"
        | "year"
        | "zone"
        | "memo"
        | "subject terms"
        | "geographic terms"
        | "people"
        | "company/entity"
        | "full text word count"
        | "accession number"
        | "database"
        | "author affiliation"
        | "naics/industry codes"
        | "images"
        | "slug"
        | "estimated printed pages"
        | "keywords"
        | "index terms"
        | "topics"
        | "headnote"
        | "client/matter"
        | "search terms"
        | "search type"
        | "narrowed by"
        | "user name"
        | "date and time"
        | "job number" => Label::Other,
        "load-date"
        | "load date"
        | "graphic"
        | "graphics"
        | "classification"
        | "credit"
        | "details"
        | "publication-type"
        | "journal code"
        | "subject"
        | "subjects"
        | "location"
        | "locations"
        | "company"
        | "organization"
        | "person"
        | "industry"
        | "geographic"
        | "notes"
        | "copyright"
        | "publication year"
        | "place of publication"
        | "country of publication"
        | "publisher"
        | "proquest document id"
        | "record number"
        | "record no"
        | "openurl link"
        | "acc-no"
        | "publication subject"
        | "last updated"
        | "document id"
        | "caption"
        | "photo"
        | "illustration"
        | "people/names"
        | "newsbank record number"
        | "index (terms)"
        | "copyright holder"
        | "document features"
        | "publication history"
        | "citation" => Label::Tail,
        _ => return None,
    })
}

/// The label that a line opens with, and what follows it on the line. A label may stand alone on its line
/// without a colon if it announces the text or what comes after it ("Body", "Classification").
pub(super) fn labelled(line: &str) -> Option<(Label, &str, &str)> {
    let line = line.trim();
    if let Some((name, value)) = line.split_once(':') {
        return Some((label(name)?, name, value.trim()));
    }
    let alone = matches!(
        line,
        "Body"
            | "BODY"
            | "Full text"
            | "FULL TEXT"
            | "Full Text"
            | "ABSTRACT"
            | "Abstract"
            | "DETAILS"
            | "Details"
            | "Graphic"
            | "Classification"
            | "Notes"
            | "TEXT"
    );
    alone.then(|| Some((label(line)?, line, ""))).flatten()
}

/// Takes a labelled value into a draft. What is known first stays.
pub(super) fn take(draft: &mut Draft, label: Label, value: &str) {
    let value = squash(value);
    if value.is_empty() {
        return;
    }
    match label {
        Label::Headline => {
            if draft.headline.is_none() {
                draft.set_headline(&value, HeadlineOrigin::Metadata);
            }
        }
        Label::Byline => {
            if draft.byline.is_none() {
                draft.byline = byline(&value);
            }
        }
        Label::Outlet => {
            if draft.outlet.is_none() {
                draft.outlet = outlet(&value);
            }
        }
        Label::Date => {
            if draft.published.is_none() {
                draft.published = date_in_line(&value);
            }
        }
        Label::Issue => {
            if draft.published.is_none() {
                draft.published = date_inside(&value);
            }
            if draft.outlet.is_none() {
                draft.outlet = outlet(&value);
            }
        }
        Label::Url => {
            if draft.url.is_none() && value.starts_with("http") {
                draft.url = Some(value);
            }
        }
        Label::Language => {
            if draft.language.is_none() {
                draft.language = Some(value);
            }
        }
        Label::Section => {
            if draft.fields.is_empty() {
                draft.fields = FurtherFields::of([("section", value.as_str())], |_, _| ());
            }
        }
        Label::Text | Label::Abstract | Label::Other | Label::Tail => {}
    }
}

/// The names of an author line: "Hallam, Ruth; Askew, Tom" are Ruth Hallam and Tom Askew.
pub(super) fn byline(value: &str) -> Option<String> {
    let value = without_role(value.trim_end_matches('.'));
    let inverted = |name: &str| {
        let (last, first) = name.split_once(',')?;
        let (last, first) = (last.trim(), first.trim());
        let is_name = words(last) == 1 && (1..=2).contains(&words(first));
        (is_name && !first.contains(',')).then(|| format!("{first} {last}"))
    };
    let turned: Option<Vec<String>> = value.split(';').map(inverted).collect();
    fields::names(&turned.map_or_else(|| value.to_owned(), |names| names.join(", ")))
}

/// "Ruth Hallam, Staff writer" without what she is.
fn without_role(names: &str) -> &str {
    let is_role = |part: &str| {
        let part = part.to_lowercase();
        let mut roles = lists::words(lists::WORDS, "role");
        roles.any(|role| part.split_whitespace().any(|word| word == role))
    };
    match names.split_once(',') {
        Some((name, rest)) if is_role(rest) => name,
        _ => names,
    }
}

/// The name of an outlet: without place, date and page after it, its article before it
/// ("Pilot, The (Northport)").
pub(super) fn outlet(value: &str) -> Option<String> {
    let value = value.split(';').next().unwrap_or(value);
    let value = value.split_once(". ").map_or(value, |(name, rest)| {
        if rest.starts_with(|c: char| c.is_ascii_digit()) || date_in_line(rest).is_some() {
            name
        } else {
            value
        }
    });
    let value = value.trim().trim_end_matches([',', '.']);
    let turned = value.split_once(", The").and_then(|(name, rest)| {
        (rest.is_empty() || rest.starts_with([' ', '('])).then(|| format!("The {name}{rest}"))
    });
    let name = turned.unwrap_or_else(|| value.to_owned());
    (!name.is_empty()).then_some(name)
}

/// The date in a line in which other numbers may stand before it.
pub(super) fn date_inside(line: &str) -> Option<String> {
    let mut from = 0;
    while let Some(at) = line
        .get(from..)
        .and_then(|rest| rest.find(|c: char| c.is_ascii_digit()))
    {
        let start = from + at;
        let rest = line.get(start..)?;
        // The month may stand before the day.
        let before = line.get(..start)?.trim_end();
        let month = before
            .rfind([' ', ',', ']', ';', '.'])
            .map_or(0, |at| at + 1);
        let dated = line
            .get(month..)
            .and_then(date_in_start)
            .or_else(|| date_in_start(rest));
        if dated.is_some() {
            return dated;
        }
        from = start + rest.bytes().take_while(u8::is_ascii_digit).count();
    }
    None
}

/// The date that a line begins with.
fn date_in_start(line: &str) -> Option<String> {
    let end = line.char_indices().nth(24).map_or(line.len(), |(at, _)| at);
    let start = line.get(..end)?.trim_start();
    let token = start.split([' ', ',']).next().unwrap_or_default();
    if token.contains('/') {
        // A page number may follow.
        return date_in_line(token);
    }
    date_in_line(start.split([':', ';']).next().unwrap_or(start))
}

/// Whether a line is nothing but a date, the weekday and the edition perhaps among it.
pub(super) fn is_date(line: &str) -> bool {
    let line = line.trim();
    let first = line
        .split([' ', ','])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let opens = first.ends_with("day")
        || first.starts_with(|c: char| c.is_ascii_digit())
        || crate::load::date::month(first.trim_end_matches('.')).is_some();
    opens && words(line) <= DATE_WORDS && date_in_line(line).is_some()
}

/// Whether a line claims the copyright, or belongs to such a line.
pub(super) fn is_copyright(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    [
        "copyright",
        "©",
        "(c) ",
        "all rights reserved",
        "(copyright",
    ]
    .iter()
    .any(|start| line.starts_with(start))
        || (line.ends_with("all rights reserved") || line.ends_with("all rights reserved."))
            && words(&line) < 14
}

/// Factiva's "210 words".
pub(super) fn is_length(line: &str) -> bool {
    line.trim().strip_suffix(" words").is_some_and(|number| {
        !number.is_empty()
            && number
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b',')
    })
}

/// The two capitals that Factiva writes before a part, and what follows them on the line.
pub(super) fn factiva(line: &str) -> Option<(&str, &str)> {
    const KNOWN: [&str; 27] = [
        "HD", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "LA", "CY", "LP", "TD", "CT", "RF",
        "CO", "IN", "NS", "RE", "IPD", "IPC", "PUB", "AN", "ART", "CLM", "SE", "BY",
    ];
    let line = line.trim();
    let (name, value) = line.split_once([' ', '\t']).unwrap_or((line, ""));
    // Cells of a table may be joined by a dot.
    let value = value.trim_start_matches(['·', ' ', '\t']).trim_end();
    KNOWN.contains(&name).then_some((name, value))
}
