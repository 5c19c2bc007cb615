//! Opening: from a choice of files to a source on show, and what the reader should be told about it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::article::{Article, Side};
use crate::load;

use super::dialogs::{self, Dialogs, Purpose};
use super::jobs::{Event, Opened, Placing};
use super::view::Overlay;
use super::{Action, App, IfThere};

const SAMPLES: [(Side, &str, &str); 2] = [
    (
        Side::A,
        "The Ellery Ledger",
        include_str!("../../assets/samples/ellery-ledger.md"),
    ),
    (
        Side::B,
        "The Quayside Star",
        include_str!("../../assets/samples/quayside-star.md"),
    ),
];

impl App {
    /// Opens a file dialog, or offers a path field where none answers.
    pub(super) fn ask(&mut self, purpose: Purpose, frame: &eframe::Frame) {
        if self.dialogs == Some(Dialogs::Missing) {
            self.offer_path(purpose);
        } else if self.dialog.is_none() {
            self.dialog = Some(purpose);
            let dir = match purpose {
                Purpose::Open(..) => self.preferences.open_dir.as_ref(),
                Purpose::SaveChart => self.preferences.save_dir.as_ref(),
            };
            let name = format!("parallax-{}.svg", self.preferences.chart.id());
            dialogs::open(purpose, frame, &self.jobs, dir, &name);
        } else {
            self.messages
                .info("A file dialog is already open. Close it first.");
        }
    }

    pub(super) fn offer_path(&mut self, purpose: Purpose) {
        self.view.overlay = Overlay::Path {
            purpose,
            text: String::new(),
        };
    }

    pub(super) fn on_picked(&mut self, purpose: Purpose, mut paths: Vec<PathBuf>) {
        self.dialog = None;
        let folder = paths.first().and_then(|path| path.parent());
        let folder = folder.map(ToOwned::to_owned);
        if folder.is_none() {
            return; // Cancelled.
        }
        match purpose {
            Purpose::Open(side, placing) => {
                self.preferences.open_dir = folder;
                self.actions.push(Action::Open(side, placing, paths));
            }
            Purpose::SaveChart => {
                self.preferences.save_dir = folder;
                if let Some(path) = paths.pop() {
                    self.actions.push(Action::SaveChart(path, IfThere::Replace));
                }
            }
        }
    }

    pub(super) fn read_files(&mut self, side: Side, placing: Placing, paths: Vec<PathBuf>) {
        if let Some(reading) = self.reading.get_mut(side.index()) {
            *reading += 1;
        }
        self.jobs.start("reading", move |events| {
            let read = |path: PathBuf| {
                let articles = load::open(&path);
                (path, articles)
            };
            let files = paths.into_iter().map(read).collect();
            events.emit(Event::Opened(side, placing, files));
        });
    }

    pub(super) fn on_opened(&mut self, side: Side, placing: Placing, files: Vec<Opened>) {
        if let Some(reading) = self.reading.get_mut(side.index()) {
            *reading = reading.saturating_sub(1);
        }
        let mut articles: Vec<Arc<Article>> = Vec::new();
        for (_, file) in files {
            match file {
                Ok(read) => articles.extend(read.into_iter().map(Arc::new)),
                Err(error) => self.messages.error(error.to_string()),
            }
        }
        self.place(side, placing, articles);
    }

    /// Shows articles as (part of) a source, and says what the reader should know about them.
    fn place(&mut self, side: Side, placing: Placing, mut articles: Vec<Arc<Article>>) {
        let Some(name) = articles.first().map(|article| source_name(article)) else {
            return;
        };
        if placing == Placing::Add {
            self.leave_out_repeats(side, &mut articles);
        }
        self.say_if_same(side, &articles);
        self.history.edit("open", |session| match placing {
            Placing::Replace => session.open(side, &name, articles),
            Placing::Add => session.add(side, &name, articles),
        });
        self.forget_place(side);
    }

    fn leave_out_repeats(&mut self, side: Side, articles: &mut Vec<Arc<Article>>) {
        let Some(source) = self.history.current().source(side) else {
            return;
        };
        let messages = &mut self.messages;
        articles.retain(|article| {
            let open = source.articles.iter();
            let repeated = open.clone().any(|other| same_file(article, other));
            if repeated {
                messages.info(format!(
                    "{} is already open in source {}, so it was not added again.",
                    article.origin.name,
                    side.label()
                ));
            }
            !repeated
        });
    }

    fn say_if_same(&mut self, side: Side, articles: &[Arc<Article>]) {
        let other = self.history.current().article(side.other());
        if let (Some(new), Some(other)) = (articles.first(), other)
            && same_file(new, other)
        {
            self.messages.info(format!(
                "{} is the same text in both sources: every difference between them is zero.",
                new.origin.name
            ));
        }
    }

    pub(super) fn open_text(&mut self, side: Side, name: &str, text: &str) {
        match load::from_text(text, name) {
            Ok(article) => self.place(side, Placing::Replace, vec![Arc::new(article)]),
            Err(error) => self.messages.error(error.to_string()),
        }
    }

    pub(super) fn open_sample(&mut self) {
        let mut articles = Vec::new();
        for (side, name, text) in SAMPLES {
            match load::from_text(text, name) {
                Ok(article) => articles.push((side, Arc::new(article))),
                Err(error) => self.messages.error(error.to_string()),
            }
        }
        self.history.edit("open the sample story", |session| {
            for (side, article) in articles {
                let name = source_name(&article);
                session.open(side, &name, vec![article]);
            }
        });
        self.forget_places();
    }
}

/// Whether two articles were read from the same bytes.
fn same_file(one: &Article, other: &Article) -> bool {
    !one.origin.sha256.is_empty() && one.origin.sha256 == other.origin.sha256
}

/// The name a source gets from its first article: the outlet, or the file's name without extension.
fn source_name(article: &Article) -> String {
    if let Some(outlet) = &article.outlet {
        return outlet.clone();
    }
    let stem = article.origin.path.as_deref().and_then(|p| p.file_stem());
    stem.map_or_else(
        || article.origin.name.clone(),
        |stem| stem.to_string_lossy().into_owned(),
    )
}
