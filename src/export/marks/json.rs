//! Marks as one JSON object.

use std::io::{self, Write};

use serde::Serialize;

use super::draft::{CheckedDraft, PlacedMark};
use crate::score::lists::WordList;
use crate::score::provenance::Provenance;

const SCHEMA: &str = "parallax-check/1";

#[derive(Serialize)]
struct Whole<'a> {
    schema: &'static str,
    provenance: &'a Provenance,
    lists: Vec<List<'a>>,
    drafts: Vec<Draft<'a>>,
}

#[derive(Serialize)]
struct List<'a> {
    name: &'a str,
    sha256: &'a str,
    entries: usize,
}

#[derive(Serialize)]
struct Draft<'a> {
    path: &'a str,
    sha256: &'a str,
    words: usize,
    sensationalism: Option<f64>,
    tone: Option<f64>,
    marks: Vec<One<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    rule: &'a str,
    words: &'a str,
    reason: &'a str,
    in_headline: bool,
    paragraph: Option<usize>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

pub(super) fn write(
    drafts: &[CheckedDraft],
    lists: &[WordList],
    provenance: &Provenance,
    out: &mut dyn Write,
) -> io::Result<()> {
    let whole = Whole {
        schema: SCHEMA,
        provenance,
        lists: (lists.iter())
            .map(|list| List {
                name: &list.name,
                sha256: &list.sha256,
                entries: list.entries.len(),
            })
            .collect(),
        drafts: drafts.iter().map(draft).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)
}

fn draft(draft: &CheckedDraft) -> Draft<'_> {
    Draft {
        path: &draft.path,
        sha256: &draft.sha256,
        words: draft.words,
        sensationalism: draft.sensationalism,
        tone: draft.tone,
        marks: draft.marks.iter().map(one).collect(),
    }
}

fn one(placed: &PlacedMark) -> One<'_> {
    let position = placed.position;
    One {
        rule: &placed.mark.rule,
        words: &placed.words,
        reason: &placed.mark.reason,
        in_headline: placed.mark.block.is_none(),
        paragraph: position.paragraph,
        line: position.lines.map(|(first, _)| first),
        column: position.columns.map(|(from, _)| from),
        end_line: position.lines.map(|(_, last)| last),
        end_column: position.columns.map(|(_, to)| to),
    }
}
