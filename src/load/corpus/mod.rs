//! Many articles in one file: JSON, JSON Lines and tables, compressed or not. Field names are matched
//! by a table; fields nobody has named before are told apart by what is in them.

mod articles;
pub(super) mod fields;
mod guess;
pub(super) mod json;
mod layout;
pub(super) mod record;
pub(super) mod table;

use self::fields::{Field, Mapping, Role, overview, role_of};
use self::record::{Record, Records};
use super::decode::{self, Hint};
use super::error::Problem;
use super::format::Format;
use super::input::{Input, ReadOptions};
use crate::article::Article;
use crate::work::{Progress, Threads, map};

/// Records of which a thread makes articles at a time.
const BATCH: usize = 64;
/// How many fields a message names.
const MOST_NAMED: usize = 20;

/// How the records of a format are read from its text.
type ReadRecords = fn(&str, &Progress) -> Result<Records, Problem>;

/// The articles of a corpus.
pub(super) struct Collected {
    /// In the order of their records.
    pub(super) articles: Vec<Article>,
    /// What was lost or repaired, in words.
    pub(super) notes: Vec<String>,
    /// Which fields hold what.
    pub(super) mapping: Mapping,
}

/// Reads every article of a corpus, on all cores: reading the records takes a moment, making articles of
/// them takes the time. Takes the bytes of the input: they are not kept beside the articles.
pub(super) fn read(
    input: &mut Input,
    format: &'static Format,
    records: ReadRecords,
    progress: &Progress,
) -> Result<Collected, Problem> {
    let corpus = Corpus::read(input, records, progress)?;
    let all = corpus.records.len();
    let article = |(at, record): (usize, Record)| {
        let mut draft = articles::draft(&record, &corpus.mapping)?;
        corpus.encoding.clone_into(&mut draft.encoding);
        draft.part = (all > 1).then(|| format!("article {}", at + 1));
        Some(input.article(draft, format.name))
    };
    let mut left = corpus.records.into_iter().enumerate();
    let batches = std::iter::from_fn(move || {
        let batch: Vec<_> = left.by_ref().take(BATCH).collect();
        (!batch.is_empty()).then_some(batch)
    });
    let threads = if all > BATCH {
        Threads::default()
    } else {
        Threads::ONE
    };
    progress.expect(all.div_ceil(BATCH));
    let articles = map(batches, threads, progress, |batch| {
        let articles: Vec<Article> = batch.into_iter().filter_map(article).collect();
        progress.find(articles.len());
        articles
    })?;
    let mut gathered = Vec::with_capacity(articles.iter().map(Vec::len).sum());
    for batch in articles {
        gathered.extend(batch);
    }
    let articles: Vec<Article> = gathered;
    let empty = all - articles.len();
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
    Ok(Collected {
        articles,
        notes,
        mapping: corpus.mapping,
    })
}

/// The name of an input that is one line.
const LINE: &str = "line";

/// Reads the one article of a JSON object on one line, its fields recognised as in a file of them. What was
/// repaired is among its warnings.
///
/// # Errors
/// Where it is no object, or holds neither a headline nor a text.
pub fn from_json_line(line: &str, options: &ReadOptions) -> Result<Article, Problem> {
    let input = Input::from_bytes(LINE, line.as_bytes().to_vec(), options);
    let found = json::line(line)?;
    let mut mapping = guess::mapping(&found.records);
    let mut notes = found.notes;
    notes.extend(correct(&mut mapping, &options.mapping, &found.records));
    let record = found.records.first();
    let draft = record.and_then(|record| articles::draft(record, &mapping));
    let mut draft = draft.ok_or(Problem::NoArticles {
        detail: "it has neither a headline nor a text".to_owned(),
        advice: "Say which field holds the text (on the command line: --field text=NAME).",
    })?;
    draft.warnings.extend(notes);
    Ok(input.article(draft, json::JSON_LINES.name))
}

/// Whether a field of this name is one that articles are told apart by.
pub fn is_id(name: &str) -> bool {
    matches!(role_of(name), Some((Role::Id, _)))
}

/// The fields of a corpus, with what each is read as.
pub(super) fn fields(input: &mut Input, records: ReadRecords) -> Result<Vec<Field>, Problem> {
    let corpus = Corpus::read(input, records, &Progress::default())?;
    Ok(overview(&corpus.records, &corpus.mapping))
}

/// A corpus whose records are not articles yet.
struct Corpus {
    records: Vec<Record>,
    mapping: Mapping,
    encoding: &'static str,
    notes: Vec<String>,
}

impl Corpus {
    fn read(input: &mut Input, records: ReadRecords, progress: &Progress) -> Result<Self, Problem> {
        let bytes = std::mem::take(&mut input.bytes);
        let encoding = input.options.encoding.as_deref();
        let decoded = decode::decode(&bytes, Hint::Plain, encoding);
        let text = decoded.text.trim_start_matches('\u{feff}');
        let found = records(text, progress)?;
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
        } else if records.iter().any(|record| record.has(name)) {
            mapping.retain(|other, field| said.contains_key(other) || field != name);
            mapping.insert(*role, name.clone());
        } else {
            let names: Vec<String> = overview(records, &Mapping::new())
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
