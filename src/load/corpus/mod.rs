//! Many articles in one file: JSON, JSON Lines and tables, compressed or not. Field names are matched
//! by a table; fields nobody has named before are told apart by what is in them.

mod articles;
pub(super) mod fields;
mod guess;
pub(super) mod json;
mod layout;
pub(super) mod record;
pub(super) mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use self::fields::{Field, Mapping, Role, overview, role_of};
use self::record::{Record, Records};
use super::decode::{self, Hint};
use super::draft::Draft;
use super::error::Problem;
use super::format::{Format, Piece, Pieces};
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
    let lost: Mutex<BTreeSet<String>> = Mutex::default();
    let no_room = |name: &str| {
        let mut lost = lost.lock().unwrap_or_else(PoisonError::into_inner);
        if !lost.contains(name) {
            lost.insert(name.to_owned());
        }
    };
    let article = |(at, record): (usize, Record)| {
        let mut draft = draft(&record, at, all, &corpus.mapping, no_room)?;
        corpus.encoding.clone_into(&mut draft.encoding);
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
        return Err(none_of(empty));
    }
    let mut notes = corpus.notes;
    notes.extend(left_out(empty));
    notes.extend(without(
        &lost.lock().unwrap_or_else(PoisonError::into_inner),
    ));
    Ok(Collected {
        articles,
        notes,
        mapping: corpus.mapping,
    })
}

/// The article that record `at` of `all` makes; `None` if it makes none.
pub(super) fn draft(
    record: &Record,
    at: usize,
    all: usize,
    mapping: &Mapping,
    lost: impl FnMut(&str),
) -> Option<Draft> {
    let mut draft = articles::draft(record, mapping, lost)?;
    draft.part = (all > 1).then(|| format!("article {}", at + 1));
    Some(draft)
}

/// The problem that none of so many records is an article.
pub(super) fn none_of(empty: usize) -> Problem {
    Problem::NoArticles {
        detail: format!("none of its {empty} records has a headline or a text"),
        advice: "Say which field holds the text (on the command line: --field text=NAME).",
    }
}

/// What is to be said where so many records are no articles.
pub(super) fn left_out(empty: usize) -> Option<String> {
    (empty > 0)
        .then(|| format!("{empty} records hold neither a headline nor a text and were left out."))
}

/// What is to be said where articles have no room for these fields.
fn without(lost: &BTreeSet<String>) -> Option<String> {
    let some: Vec<&str> = lost.iter().map(String::as_str).take(MOST_NAMED).collect();
    (!some.is_empty()).then(|| {
        format!(
            "Articles have more fields than are kept to choose by; not kept for all: {}.",
            some.join(", ")
        )
    })
}

/// What is known of a collection before its articles are made.
#[derive(Debug, Clone, Default)]
pub(super) struct Survey {
    /// How many pieces it has.
    pub(super) pieces: usize,
    /// Whether they are records.
    pub(super) has_records: bool,
    /// Which fields hold what.
    pub(super) mapping: Mapping,
    /// What was lost or repaired, in words.
    pub(super) notes: Vec<String>,
}

/// Looks through a collection that is not kept; `open` reads it from its start.
pub(super) fn survey(
    open: impl Fn() -> Result<Box<dyn Pieces>, Problem>,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<Survey, Problem> {
    let mut survey = Survey::default();
    let mut filled: BTreeMap<String, usize> = BTreeMap::new();
    let mut pieces = open()?;
    while let Some(piece) = pieces.next()? {
        progress.go_on()?;
        survey.pieces += 1;
        survey.has_records |= matches!(piece, Piece::Record(_));
        if let (Piece::Record(record), false) = (&piece, options.mapping.is_empty()) {
            for (name, _) in record.iter() {
                match filled.get_mut(name) {
                    Some(count) => *count += 1,
                    None => drop(filled.insert(name.to_owned(), 1)),
                }
            }
        }
    }
    survey.notes = pieces.notes();
    if !survey.has_records {
        return Ok(survey);
    }
    let step = guess::step(survey.pieces);
    let mut sample = Vec::new();
    let mut pieces = open()?;
    let mut at = 0;
    while let Some(piece) = pieces.next()? {
        progress.go_on()?;
        if let (Piece::Record(record), true) = (piece, at % step == 0) {
            sample.push(record);
        }
        at += 1;
    }
    survey.mapping = guess::mapping(&sample);
    let names = || {
        let mut names: Vec<(String, usize)> = filled.into_iter().collect();
        names.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        names.into_iter().map(|(name, _)| name).collect()
    };
    let said = correct(&mut survey.mapping, &options.mapping, names);
    survey.notes.extend(said);
    Ok(survey)
}

/// Whether the records of a format stand on lines of their own, so that the first of them make a file by themselves.
pub(super) fn is_by_lines(format: &Format) -> bool {
    [&json::JSON_LINES, &table::TABLE]
        .into_iter()
        .any(|by_lines| by_lines.name == format.name)
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
    notes.extend(correct(&mut mapping, &options.mapping, || {
        names(&found.records)
    }));
    let record = found.records.first();
    let draft = record.and_then(|record| articles::draft(record, &mapping, |_| ()));
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
        notes.extend(correct(&mut mapping, &input.options.mapping, || {
            names(&found.records)
        }));
        Ok(Self {
            records: found.records,
            mapping,
            encoding: decoded.encoding,
            notes,
        })
    }
}

/// Puts in what the user said. An empty name says that no field holds it. Names that no record has are
/// reported, with those there are: `names`, most often filled first.
fn correct(
    mapping: &mut Mapping,
    said: &Mapping,
    names: impl FnOnce() -> Vec<String>,
) -> Vec<String> {
    let mut notes = Vec::new();
    if said.is_empty() {
        return notes;
    }
    let names = names();
    for (role, name) in said {
        if name.is_empty() {
            mapping.remove(role);
        } else if names.contains(name) {
            mapping.retain(|other, field| said.contains_key(other) || field != name);
            mapping.insert(*role, name.clone());
        } else {
            let some = names.get(..MOST_NAMED).unwrap_or(&names);
            notes.push(format!(
                "No field is called “{name}”, so the {} was found out. The fields are: {}.",
                role.name(),
                some.join(", ")
            ));
        }
    }
    notes
}

/// The names of the fields of records, most often filled first.
fn names(records: &[Record]) -> Vec<String> {
    let fields = overview(records, &Mapping::new()).into_iter();
    fields.map(|field| field.name).collect()
}
