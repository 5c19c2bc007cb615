//! Many articles in one file: JSON, JSON Lines and tables, compressed or not. Field names are matched
//! by a table; fields nobody has named before are told apart by what is in them.

mod articles;
mod fields;
mod guess;
mod json;
mod overview;
mod record;
mod table;

pub use fields::{Mapping, Role};
pub use overview::Field;
pub(super) use table::looks_like_table;

use std::io::Read as _;

use super::decode::{self, Hint};
use super::detect::{self, Format};
use super::input::extension;
use super::watch::Watch;
use super::{Input, Opened, Problem};
use record::Record;

/// The largest content of a compressed file, in bytes.
const UNPACKED: u64 = 256 * 1024 * 1024;
/// How many fields a message names.
const MOST_NAMED: usize = 20;
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

/// Reads every article of a corpus. Takes the bytes of the input: they are not kept beside the articles.
pub fn read(input: &mut Input, format: Format, watch: Watch<'_>) -> Result<Opened, Problem> {
    let corpus = Corpus::read(input, format, watch)?;
    let reading = articles::Reading {
        input,
        format,
        mapping: &corpus.mapping,
        encoding: corpus.encoding,
    };
    let (articles, empty) = articles::make(corpus.records, &reading, watch)?;
    if articles.is_empty() {
        return Err(Problem::NoArticles {
            detail: format!("none of its {empty} records has a headline or a text"),
            advice: "Say which field holds the text (on the command line: --field text=NAME).",
        });
    }
    let mut notes = corpus.notes;
    if empty > 0 {
        notes.push(format!(
            "{empty} records hold neither a headline nor a text and were left out."
        ));
    }
    Ok(Opened {
        format,
        articles,
        notes,
        mapping: corpus.mapping,
    })
}

/// The fields of a corpus, with what each is read as. `None` if the file is no corpus.
pub(super) fn fields(input: &mut Input, format: Format) -> Result<Option<Vec<Field>>, Problem> {
    if !matches!(format, Format::Json | Format::JsonLines | Format::Table) {
        return Ok(None);
    }
    let corpus = Corpus::read(input, format, Watch::default())?;
    Ok(Some(overview::fields(&corpus.records, &corpus.mapping)))
}

/// A corpus whose records are not articles yet.
struct Corpus {
    records: Vec<Record>,
    mapping: Mapping,
    encoding: &'static str,
    notes: Vec<String>,
}

impl Corpus {
    fn read(input: &mut Input, format: Format, watch: Watch<'_>) -> Result<Self, Problem> {
        let bytes = std::mem::take(&mut input.bytes);
        let encoding = input.options.encoding.as_deref();
        let decoded = decode::decode(&bytes, Hint::Plain, encoding);
        let text = decoded.text.trim_start_matches('\u{feff}');
        let found = match format {
            Format::JsonLines => json::lines(text, watch).or_else(|problem| match problem {
                Problem::Stopped => Err(problem),
                _ => json::records(text, watch),
            }),
            Format::Json => json::records(text, watch),
            _ => table::records(text, watch),
        }?;
        let mut notes = decoded.warnings;
        notes.extend(found.notes);
        let mut mapping = guess::mapping(&found.records);
        notes.extend(correct(
            &mut mapping,
            &input.options.mapping,
            &found.records,
        ));
        Ok(Self {
            records: found.records,
            mapping,
            encoding: decoded.encoding,
            notes,
        })
    }
}

/// Puts in what the user said. An empty name says that no field holds it. Names that no record has are
/// reported, with those there are.
fn correct(mapping: &mut Mapping, said: &Mapping, records: &[Record]) -> Vec<String> {
    let mut notes = Vec::new();
    for (role, name) in said {
        if name.is_empty() {
            mapping.remove(role);
        } else if records.iter().any(|record| record.contains_key(name)) {
            mapping.retain(|other, field| said.contains_key(other) || field != name);
            mapping.insert(*role, name.clone());
        } else {
            let names: Vec<String> = overview::fields(records, &Mapping::new())
                .into_iter()
                .take(MOST_NAMED)
                .map(|field| field.name)
                .collect();
            notes.push(format!(
                "No field is called “{name}”, so the {} was found out. The fields are: {}.",
                role.name(),
                names.join(", ")
            ));
        }
    }
    notes
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
