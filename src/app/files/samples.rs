//! The files that ship with the program, opened to be tried.

use std::sync::Arc;

use crate::app::App;
use crate::app::files::opening::source;
use crate::app::page::Page;
use crate::article::{Side, Source};
use crate::load::{self, ReadOptions};
use crate::manual::Sample;

/// The sample story: its two sources, A first.
const STORY: [(&str, Sample); 2] = [
    ("The Ellery Ledger", Sample::LEDGER),
    ("The Quayside Star", Sample::STAR),
];

impl App {
    /// Opens the two accounts of the sample story.
    pub(in crate::app) fn open_sample(&mut self) {
        let mut sources = Vec::new();
        for (name, sample) in STORY {
            match load::from_text(sample.text, name) {
                Ok(article) => sources.push(source(article)),
                Err(error) => self.messages.error(error.to_string()),
            }
        }
        self.open_sources("open the sample story", sources);
    }

    /// Opens the sample collection: each of its outlets is a source.
    pub(in crate::app) fn open_sample_collection(&mut self) {
        let mut sources: Vec<Source> = Vec::new();
        for line in Sample::COLLECTION.text.lines() {
            match load::from_json_line(line, &ReadOptions::default()) {
                Ok(article) => {
                    let new = source(article);
                    match sources.iter_mut().find(|known| known.name == new.name) {
                        Some(known) => known.articles.extend(new.articles),
                        None => sources.push(new),
                    }
                }
                Err(problem) => self.messages.error(problem.to_string()),
            }
        }
        self.open_sources("open the sample collection", sources);
    }

    fn open_sources(&mut self, label: &'static str, sources: Vec<Source>) {
        self.workspace.edit(label, |session| {
            for (side, source) in Side::BOTH.into_iter().zip(sources) {
                let articles = source.articles.into_iter().map(Arc::new);
                session.open(side, &source.name, articles.collect());
            }
        });
        self.forget_places();
    }

    /// Puts the sample draft on the page Write. Undo brings back what was there.
    pub(in crate::app) fn open_sample_draft(&mut self) {
        self.keep_typed();
        self.workspace.edit("open the sample draft", |session| {
            let draft = Arc::make_mut(&mut session.draft);
            Sample::DRAFT.text.clone_into(&mut draft.text);
        });
        self.view.page = Page::Write;
    }
}
