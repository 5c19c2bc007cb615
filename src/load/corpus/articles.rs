//! From records to articles, on all cores: reading the records of a file takes a moment, making
//! articles of them takes the time.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::fields::{Mapping, Role, canonical};
use super::record::{LONGEST, Record};
use crate::article::{Article, HeadlineOrigin};
use crate::load::clean::{host, squash, unescape};
use crate::load::date::iso_date;
use crate::load::draft::Draft;
use crate::load::error::Problem;
use crate::load::format::Format;
use crate::load::input::Input;
use crate::load::watch::{Watch, Within};
use crate::load::{html, plain};

/// Records that a thread takes at a time.
const BATCH: usize = 64;
/// Values that stand for nothing.
const NOTHING: [&str; 8] = ["", "nan", "none", "null", "n/a", "na", "[]", "unknown"];

/// The articles of the records, in their order, and how many records hold none.
pub(super) fn make(
    records: Vec<Record>,
    reading: &Reading<'_>,
    watch: Watch<'_>,
) -> Result<(Vec<Article>, usize), Problem> {
    let all = records.len();
    let work = Work {
        reading,
        watch,
        all,
        done: AtomicUsize::new(0),
        left: Mutex::new(records.into_iter().enumerate()),
        articles: Mutex::new(BTreeMap::new()),
    };
    let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    match threads.min(all / BATCH) {
        0 | 1 => work.run(),
        threads => std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| work.run());
            }
        }),
    }
    watch.go_on()?;
    let articles = work
        .articles
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    let articles: Vec<Article> = articles.into_values().flatten().collect();
    let empty = all - articles.len();
    Ok((articles, empty))
}

/// What the records of a file have in common.
pub(super) struct Reading<'a> {
    /// The file.
    pub(super) input: &'a Input,
    /// What it was read as.
    pub(super) format: &'static Format,
    /// Which field holds what.
    pub(super) mapping: &'a Mapping,
    /// The encoding of its text.
    pub(super) encoding: &'a str,
}

/// What the threads share.
struct Work<'a> {
    reading: &'a Reading<'a>,
    watch: Watch<'a>,
    all: usize,
    done: AtomicUsize,
    left: Mutex<std::iter::Enumerate<std::vec::IntoIter<Record>>>,
    /// By the number of the first record of their batch.
    articles: Mutex<BTreeMap<usize, Vec<Article>>>,
}

impl Work<'_> {
    fn run(&self) {
        while self.watch.go_on().is_ok() {
            let batch: Vec<(usize, Record)> = lock(&self.left).by_ref().take(BATCH).collect();
            let Some((first, _)) = batch.first() else {
                return;
            };
            let (first, length) = (*first, batch.len());
            let articles = batch
                .into_iter()
                .filter_map(|(at, record)| self.article(at, &record))
                .collect();
            lock(&self.articles).insert(first, articles);
            let done = self.done.fetch_add(length, Ordering::Relaxed) + length;
            if self.all > BATCH {
                self.watch.tell(Within {
                    done,
                    all: self.all,
                });
            }
        }
    }

    fn article(&self, at: usize, record: &Record) -> Option<Article> {
        let Reading {
            input,
            format,
            mapping,
            encoding,
        } = self.reading;
        let mut draft = draft(record, mapping)?;
        (*encoding).clone_into(&mut draft.encoding);
        draft.part = (self.all > 1).then(|| format!("article {}", at + 1));
        Some(input.article(draft, format.name))
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A record's values by role.
struct RecordValues<'a> {
    record: &'a Record,
    mapping: &'a Mapping,
}

impl RecordValues<'_> {
    fn get(&self, role: Role) -> Option<&str> {
        let value = self.record.get(self.mapping.get(&role)?)?;
        if value.len() > LONGEST {
            return None;
        }
        let value = value.trim();
        let is_nothing = value.len() <= 8 && NOTHING.contains(&value.to_lowercase().as_str());
        (!is_nothing).then_some(value)
    }

    /// The text, Factiva's lead before its rest.
    fn text(&self) -> Option<String> {
        let text = self.get(Role::Text)?;
        let is_rest = self
            .mapping
            .get(&Role::Text)
            .is_some_and(|name| canonical(name) == "td");
        let lead = self.record.get("LP").or_else(|| self.record.get("lp"));
        Some(match lead {
            Some(lead) if is_rest => format!("{lead}\n\n{text}"),
            _ => text.to_owned(),
        })
    }
}

/// The article a record makes; `None` if it holds neither text nor headline.
fn draft(record: &Record, mapping: &Mapping) -> Option<Draft> {
    let values = RecordValues { record, mapping };
    let mut draft = Draft::default();
    if let Some(title) = values.get(Role::Title) {
        draft.set_headline(&unescape(title), HeadlineOrigin::Metadata);
    }
    draft.url = values.get(Role::Url).map(str::to_owned);
    draft.outlet = outlet(&values);
    draft.published = values
        .get(Role::Date)
        .map(|date| iso_date(date).unwrap_or_else(|| date.to_owned()));
    draft.byline = values.get(Role::Author).and_then(plain::names);
    draft.language = values.get(Role::Language).map(str::to_owned);
    if record.values().any(|value| value.len() > LONGEST) {
        draft
            .warnings
            .push("A field longer than 16 MB was left out.".to_owned());
    }
    fill(&mut draft, &values);
    (draft.headline.is_some() || draft.has_text()).then_some(draft)
}

fn outlet(values: &RecordValues) -> Option<String> {
    let named = values.get(Role::Source).map(|source| {
        if source.starts_with("http") {
            host(source)
        } else {
            squash(source)
        }
    });
    named
        .or_else(|| values.get(Role::Url).map(host))
        .filter(|name| !name.is_empty())
}

/// Fills in the blocks from the text, or from the summary where there is none.
fn fill(draft: &mut Draft, values: &RecordValues) {
    let (text, is_summary) = match values.text() {
        Some(text) => (text, false),
        None => (
            values.get(Role::Summary).unwrap_or_default().to_owned(),
            true,
        ),
    };
    if text.is_empty() {
        draft
            .warnings
            .push("Only the headline is there; the collection holds no text of it.".to_owned());
        return;
    }
    if is_summary {
        draft.warnings.push(
            "Only a summary is there: what is shown describes the summary, not the article."
                .to_owned(),
        );
    }
    let (text, is_cut) = without_cut_mark(&text);
    if is_cut {
        draft
            .warnings
            .push("The text was cut off by the service it comes from.".to_owned());
    }
    if is_masked(text) {
        draft
            .warnings
            .push("Words of this text were replaced by “@” where it was published.".to_owned());
    }
    match blocks(draft, text) {
        Ok(()) => {}
        Err(problem) => draft.warnings.push(format!(
            "Its text was left out: the HTML it is written in {problem}"
        )),
    }
}

/// Fills in the blocks of a text, which may be HTML.
fn blocks(draft: &mut Draft, text: &str) -> Result<(), Problem> {
    if html::has_blocks(text) {
        plain::fill_blocks(draft, html::blocks(text)?);
    } else if html::has_tags(text) {
        plain::fill(draft, &html::text(text)?);
    } else {
        plain::fill(draft, text);
    }
    Ok(())
}

/// `NewsAPI` cuts texts and says so: "… [+4512 chars]".
fn without_cut_mark(text: &str) -> (&str, bool) {
    text.strip_suffix(" chars]")
        .and_then(|head| head.rsplit_once("[+"))
        .filter(|(_, count)| count.len() < 12 && count.bytes().all(|byte| byte.is_ascii_digit()))
        .map_or((text, false), |(head, _)| (head.trim_end(), true))
}

/// NELA-GT replaces seven words in a hundred by "@", for copyright's sake.
fn is_masked(text: &str) -> bool {
    let (all, masked) = text
        .split_whitespace()
        .take(400)
        .fold((0usize, 0usize), |(all, masked), word| {
            (all + 1, masked + usize::from(word == "@"))
        });
    masked >= 3 && masked * 50 > all
}
