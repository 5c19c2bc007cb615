//! Many articles in one file: JSON, JSON Lines and tables, compressed or not. Field names are matched
//! by a table; fields nobody has named before are told apart by what is in them.

mod fields;
mod guess;
mod json;
mod markup;
mod record;
mod table;

pub use fields::{Mapping, Role};
pub(super) use table::looks_like_table;

use std::io::Read as _;

use super::decode::Hint;
use super::detect::{self, Format};
use super::input::extension;
use super::{Input, Problem, Reading};
use record::Record;

/// The largest content of a compressed file, in bytes.
const UNPACKED: u64 = 256 * 1024 * 1024;
/// How much of it is unpacked to see what it is.
const HEAD: u64 = 64 * 1024;

/// The records of a file before they become articles.
#[derive(Debug, Default)]
struct Records {
    records: Vec<Record>,
    /// What was lost on the way, in words.
    notes: Vec<String>,
}

impl Records {
    const fn whole(records: Vec<Record>) -> Self {
        Self {
            records,
            notes: Vec::new(),
        }
    }
}

/// Reads every article of a corpus.
pub fn read(input: &Input, format: Format) -> Result<Reading, Problem> {
    let decoded = input.text(Hint::Plain);
    let text = decoded.text.trim_start_matches('\u{feff}');
    let found = match format {
        Format::JsonLines => json::lines(text).or_else(|_| json::records(text)),
        Format::Json => json::records(text),
        _ => table::records(text),
    }?;
    let encoding = decoded.encoding;
    let mut notes = decoded.warnings;
    notes.extend(found.notes);
    let mut mapping = guess::mapping(&found.records);
    mapping.extend(input.options.mapping.clone());
    let single = found.records.len() == 1;
    let mut drafts = Vec::with_capacity(found.records.len());
    let mut empty = 0usize;
    for (at, record) in found.records.into_iter().enumerate() {
        let Some(mut draft) = record::draft(&record, &mapping) else {
            empty += 1;
            continue;
        };
        encoding.clone_into(&mut draft.encoding);
        draft.part = (!single).then(|| format!("article {}", at + 1));
        drafts.push(draft);
    }
    if drafts.is_empty() {
        return Err(Problem::NoArticles {
            detail: format!("none of its {empty} records has a headline or a text"),
            advice: "Say which field holds the text (on the command line: --field text=NAME).",
        });
    }
    if empty > 0 {
        notes.push(format!(
            "{empty} records hold neither a headline nor a text and were left out."
        ));
    }
    Ok(Reading {
        drafts,
        notes,
        mapping,
    })
}

/// What a gzip file holds, whatever it is, and a note if the file is cut off.
pub(super) fn unpack(input: &Input) -> Result<(Input, Option<String>), Problem> {
    let mut decoder = flate2::read::MultiGzDecoder::new(input.bytes.as_slice());
    let mut bytes = Vec::new();
    let head = decoder.by_ref().take(HEAD).read_to_end(&mut bytes);
    if bytes.is_empty() {
        return Err(match head {
            Ok(_) => Problem::Empty,
            Err(error) => damaged(&error),
        });
    }
    let limit = detect::size_limit(&bytes, &extension(input.stem()))?;
    let most = (limit.megabytes * 1024 * 1024).min(UNPACKED);
    let rest = match head {
        Ok(_) => decoder.take(most).read_to_end(&mut bytes),
        Err(error) => Err(error),
    };
    if bytes.len() as u64 > most {
        return Err(limit.exceeded());
    }
    let note = rest.err().map(|error| {
        format!("The compressed file is damaged ({error}); what came before that is here.")
    });
    let unpacked = Input {
        path: input.path.clone(),
        name: input.stem().to_owned(),
        bytes,
        sha256: input.sha256.clone(),
        options: input.options.clone(),
    };
    Ok((unpacked, note))
}

fn damaged(error: &std::io::Error) -> Problem {
    Problem::Damaged {
        what: "a gzip file",
        detail: error.to_string(),
        advice: "Copy or download it again.",
    }
}
