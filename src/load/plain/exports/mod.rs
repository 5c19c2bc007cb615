//! Texts exported from news databases (Nexis, Factiva, `ProQuest`, `NewsBank`, EBSCO): several articles in one
//! file, each with a head. Whatever container the text came in, this tells its articles apart: what ends or
//! begins an article ([`parts`]), and what its head says ([`record`]).

mod labels;
mod parts;
mod record;

use self::labels::{Label, is_copyright, is_length, labelled};
use crate::load::clean::{squash, words};
use crate::load::draft::{Draft, DraftBlock};

/// Fewer words outside the articles than these are covers and lists of contents.
const LEFT: usize = 60;
/// The most characters that a warning quotes.
const QUOTED: usize = 60;

/// The articles of a tidied text; none if it is no such export.
pub(in crate::load) fn drafts(text: &str) -> Vec<Draft> {
    let Some(parts) = parts::parts(text).map(parts::Parts::without_empty) else {
        return Vec::new();
    };
    let mut drafts: Vec<Draft> = Vec::new();
    let mut lost = Vec::new();
    for part in &parts.parts {
        match record::draft(part) {
            Some(draft) => drafts.push(draft),
            None => lost.push(part),
        }
    }
    if drafts.is_empty() {
        return drafts;
    }
    // An export that is cut off ends within an article.
    for part in &parts.rest {
        match record::draft(part).filter(|draft| draft.published.is_some()) {
            Some(draft) => drafts.push(draft),
            None => lost.push(part),
        }
    }
    let several = drafts.len() > 1;
    for (at, draft) in drafts.iter_mut().enumerate() {
        draft.part = several.then(|| format!("article {}", at + 1));
    }
    if let (Some(first), Some(warning)) = (drafts.first_mut(), left_out(&lost)) {
        first.warnings.push(warning);
    }
    drafts
}

/// Whether a document may be such an export: something that they say stands in it. A quick look, made before
/// a document is read another way.
pub(in crate::load) fn may_be(text: &str) -> bool {
    const SAID: [&str; 7] = [
        "End of Document",
        "ProQuest document ID",
        " DOCUMENTS",
        " is the property of ",
        "Record Number:",
        ">HD<",
        "articleParagraph",
    ];
    SAID.iter()
        .any(|said| memchr::memmem::find(text.as_bytes(), said.as_bytes()).is_some())
}

/// The same from blocks: each is a line, or several.
pub(in crate::load) fn of_blocks(blocks: &[DraftBlock]) -> Vec<Draft> {
    let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
    drafts(&texts.join("\n\n"))
}

/// What to say of text that belongs to no article.
fn left_out(parts: &[&Vec<&str>]) -> Option<String> {
    let prose = |part: &&&Vec<&str>| {
        let long = part.iter().filter(|line| words(line) > 12);
        long.map(|line| words(line)).sum::<usize>() >= LEFT
    };
    let part = parts.iter().find(prose)?;
    let count: usize = part.iter().map(|line| words(line)).sum();
    let start: String = squash(&part.join(" ")).chars().take(QUOTED).collect();
    Some(format!(
        "{count} words of this file belong to no article that could be told apart and were left out: \
         “{start}…”."
    ))
}

/// What to say of a text that may hold several articles but was read as one: what heads of articles say
/// stands in it more than once.
pub(in crate::load) fn may_hold_several(text: &str) -> Option<String> {
    let mut counts = [0usize; 4];
    for line in text.lines() {
        let line = line.trim();
        let kind = match labelled(line) {
            Some((Label::Headline, _, value)) if !value.is_empty() => 0,
            Some((Label::Byline, _, value)) if !value.is_empty() && words(value) <= 8 => 1,
            _ if is_copyright(line) && line.bytes().any(|byte| byte.is_ascii_digit()) => 2,
            _ if is_length(line) => 3,
            _ => continue,
        };
        if let Some(count) = counts.get_mut(kind) {
            *count += 1;
        }
    }
    let names = [
        "title lines",
        "author lines",
        "copyright lines",
        "lines with a number of words",
    ];
    let (count, name) = counts
        .into_iter()
        .zip(names)
        .max_by_key(|(count, _)| *count)?;
    (count >= 2).then(|| {
        format!(
            "This file may hold several articles: it has {count} {name}. They could not be told apart, so it \
             is shown as one. Save them as separate files, or as a table or JSON Lines."
        )
    })
}
