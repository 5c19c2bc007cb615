//! Marks as SARIF 2.1.0 (OASIS standard).

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::draft::{CheckedDraft, PlacedMark};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

pub(super) fn write(drafts: &[CheckedDraft], out: &mut dyn Write) -> io::Result<()> {
    let marks = || drafts.iter().flat_map(|draft| &draft.marks);
    let rules: BTreeSet<&str> = marks().map(|placed| placed.mark.rule.as_str()).collect();
    let rules: Vec<Value> = rules.iter().map(|rule| json!({ "id": rule })).collect();
    let results: Vec<Value> = drafts
        .iter()
        .flat_map(|draft| draft.marks.iter().map(|placed| result(draft, placed)))
        .collect();
    let whole = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "Parallax", "semanticVersion": crate::VERSION, "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)
}

fn result(draft: &CheckedDraft, placed: &PlacedMark) -> Value {
    let (mark, position) = (&placed.mark, placed.position);
    let mut physical = json!({ "artifactLocation": { "uri": uri(&draft.path) } });
    if let (Some((first, last)), Some((from, to)), Some(fields)) =
        (position.lines, position.columns, physical.as_object_mut())
    {
        let region =
            json!({ "startLine": first, "startColumn": from, "endLine": last, "endColumn": to });
        fields.insert("region".to_owned(), region);
    }
    let place = match position.paragraph {
        Some(paragraph) => format!("paragraph {paragraph}"),
        None => "headline".to_owned(),
    };
    json!({
        "ruleId": mark.rule,
        "level": "note",
        "message": { "text": format!("“{}”: {}", placed.words, mark.reason) },
        "locations": [{ "physicalLocation": physical, "logicalLocations": [{ "name": place }] }],
    })
}

/// A path as a relative reference: `/` between its parts, what has a meaning in addresses escaped.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            // Writing to a string does not fail.
            _ => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}
