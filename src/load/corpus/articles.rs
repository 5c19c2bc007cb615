//! From records to articles, on all cores: reading the records of a file takes a moment, making
//! articles of them takes the time.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::fields::Mapping;
use super::record::{self, Record};
use crate::article::Article;
use crate::load::watch::{Watch, Within};
use crate::load::{Format, Input, Problem, finish};

/// Records that a thread takes at a time.
const BATCH: usize = 64;

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
    pub(super) format: Format,
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
        let mut draft = record::draft(record, mapping)?;
        (*encoding).clone_into(&mut draft.encoding);
        draft.part = (self.all > 1).then(|| format!("article {}", at + 1));
        Some(finish(draft, input, *format))
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
