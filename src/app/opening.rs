//! Opening: from a choice of files to a source on show, and what the reader should be told about it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::article::{Article, Side};
use crate::load::{self, Field, FileOutcome, FileReport, Import, Mapping};
use crate::text::counted;

use super::dialogs;
use super::documents;
use super::jobs::{Emitter, Event};
use super::purpose::{Dialogs, IfThere, Placing, Progress, Purpose};
use super::state::{App, Reading};
use super::view::{Details, Overlay};

/// Files that are spoken of one by one.
const SAID: usize = 3;

/// A source as it was read: its name and its articles.
type Read = (String, Vec<Arc<Article>>);

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
    /// Asks for a file by the system's dialog, or offers a path field where none answers.
    pub(super) fn ask(&mut self, purpose: Purpose) {
        if self.dialogs == Some(Dialogs::Missing) {
            self.offer_path(purpose);
        } else if self.dialog.is_none() {
            self.dialog = Some(purpose);
            self.asked = Some(purpose);
        } else {
            self.messages
                .info("A file dialog is already open. Close it first.");
        }
    }

    /// Opens the dialog that was asked for, in front of the window.
    pub(super) fn open_dialog(&mut self, frame: &eframe::Frame) {
        let Some(purpose) = self.asked.take() else {
            return;
        };
        let dir = match purpose {
            Purpose::Open(..) | Purpose::OpenDocument => self.preferences.open_dir.as_ref(),
            Purpose::Save(_) => self.preferences.save_dir.as_ref(),
        };
        dialogs::open(purpose, frame, &self.jobs, dir, &self.name_for(purpose));
    }

    /// The name a save dialog offers.
    fn name_for(&self, purpose: Purpose) -> String {
        let Purpose::Save(output) = purpose else {
            return String::new();
        };
        let names = Side::BOTH.map(|side| self.session().source(side).map(|s| s.name.as_str()));
        let name = output.name(self.preferences.chart, names);
        match output.extension() {
            Some(ending) => format!("{name}.{ending}"),
            None => name,
        }
    }

    pub(super) fn offer_path(&mut self, purpose: Purpose) {
        self.view.overlay = Overlay::Path {
            purpose,
            text: String::new(),
        };
    }

    pub(super) fn on_picked(
        &mut self,
        purpose: Purpose,
        mut paths: Vec<PathBuf>,
        ctx: &egui::Context,
    ) {
        self.dialog = None;
        let folder = paths.first().and_then(|path| path.parent());
        let folder = folder.map(ToOwned::to_owned);
        if folder.is_none() {
            return; // Cancelled.
        }
        match purpose {
            Purpose::Open(side, placing) => {
                self.preferences.open_dir = folder;
                self.read_files(side, placing, paths, Mapping::new());
            }
            Purpose::OpenDocument => {
                self.preferences.open_dir = folder;
                if let Some(path) = paths.pop() {
                    self.open_document(path);
                }
            }
            Purpose::Save(output) => {
                self.preferences.save_dir = folder;
                if let Some(path) = paths.pop() {
                    self.save_output(output, path, IfThere::Replace, ctx);
                }
            }
        }
    }

    pub(super) fn read_files(
        &mut self,
        side: Side,
        placing: Placing,
        paths: Vec<PathBuf>,
        mapping: Mapping,
    ) {
        if let [path] = paths.as_slice()
            && documents::is_document(path)
        {
            self.open_document(path.clone());
            return;
        }
        for path in &paths {
            self.preferences.recent.add(path);
        }
        self.stop_reading(side);
        let stop = Arc::new(AtomicBool::new(false));
        if let Some(reading) = self.reading.get_mut(side.index()) {
            *reading = Some(Reading {
                progress: Progress::default(),
                since: Instant::now(),
                stop: Arc::clone(&stop),
            });
        }
        self.jobs.start("reading", move |events| {
            let import = read(side, &paths, mapping, &stop, events);
            events.emit(Event::Opened(side, placing, import));
        });
    }

    /// Reads which fields a collection has, to be corrected.
    pub(super) fn ask_fields(&mut self, path: PathBuf) {
        self.jobs.start("fields", move |events| {
            let fields = load::fields(&path, &load::ReadOptions::default());
            events.emit(Event::Fields(
                path,
                fields.map_err(|error| error.to_string()),
            ));
        });
    }

    /// Offers the fields of a collection to be corrected.
    pub(super) fn show_fields(&mut self, path: PathBuf, fields: Vec<Field>) {
        let roles = fields
            .iter()
            .filter_map(|field| Some((field.role?, field.name.clone())));
        let mapping = roles.collect();
        self.view.overlay = Overlay::Fields(path, fields, mapping);
    }

    /// Asks the reading of files for `side` to stop. What was read so far is still shown.
    pub(super) fn stop_reading(&mut self, side: Side) {
        if let Some(reading) = self.reading(side) {
            reading.stop.store(true, Ordering::Relaxed);
        }
    }

    pub(super) fn on_progress(&mut self, side: Side, progress: Progress) {
        if let Some(Some(reading)) = self.reading.get_mut(side.index()) {
            reading.progress = progress;
        }
    }

    pub(super) fn on_opened(&mut self, side: Side, placing: Placing, import: Import) {
        if let Some(reading) = self.reading.get_mut(side.index()) {
            *reading = None;
        }
        self.tell(&import);
        self.report.extend(import.report);
        let sources = import.sources.into_iter().map(|source| {
            let articles = source.articles.into_iter().map(Arc::new).collect();
            (source.name, articles)
        });
        self.place(side, placing, sources.collect());
    }

    /// Says what was not read, or not as a reader would expect. What went well shows itself.
    fn tell(&mut self, import: &Import) {
        let (failed, others): (Vec<&FileReport>, Vec<&FileReport>) = (import.report.iter())
            .filter(|file| has_something_to_say(file))
            .partition(|file| matches!(file.outcome, FileOutcome::Failed(_)));
        for file in failed.iter().take(SAID) {
            self.messages.error(file.to_string());
        }
        let left = failed.len().saturating_sub(SAID);
        if others.len() <= SAID && left == 0 {
            for file in others {
                self.messages.info(file.to_string());
            }
        } else {
            self.messages.info(format!(
                "{} read, {} with notes, {} not read: Help › Import report has them all.",
                counted(import.report.len() - failed.len(), "file"),
                others.len(),
                failed.len()
            ));
        }
    }

    /// Shows sources: the first on `side`, a second on the other side if that is empty; further ones
    /// are open and can be chosen.
    fn place(&mut self, side: Side, placing: Placing, mut sources: Vec<Read>) {
        if placing == Placing::Add {
            // The user said where it belongs, whatever its outlet.
            let articles = sources.drain(..).flat_map(|(_, articles)| articles);
            let mut articles: Vec<Arc<Article>> = articles.collect();
            self.leave_out_repeats(side, &mut articles);
            let name = articles.first().map(|article| article.origin.name.clone());
            let name = name.unwrap_or_default();
            self.history
                .edit("open", |session| session.add(side, &name, articles));
            self.forget_place(side);
            return;
        }
        if sources.is_empty() {
            return;
        }
        if let Some((_, articles)) = sources.first() {
            self.say_if_same(side, articles);
        }
        let other = side.other();
        let other_is_free = self.session().source(other).is_none();
        self.history.edit("open", |session| {
            let mut sources = sources.into_iter();
            if let Some((name, articles)) = sources.next() {
                session.open(side, &name, articles);
            }
            for (index, (name, articles)) in sources.enumerate() {
                if index == 0 && other_is_free {
                    session.open(other, &name, articles);
                } else {
                    session.keep(&name, articles);
                }
            }
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

    /// What the user may correct on `side`, as it is now.
    pub(super) fn details(&self, side: Side) -> Overlay {
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        let session = self.session();
        let article = session.article(side);
        let headline = article.and_then(|article| article.headline.as_ref());
        Overlay::Details(
            side,
            Details {
                source: text(session.source(side).map(|source| &source.name)),
                headline: text(headline.map(|headline| &headline.text)),
                outlet: text(article.and_then(|article| article.outlet.as_ref())),
                published: text(article.and_then(|article| article.published.as_ref())),
            },
        )
    }

    /// Takes over what the user corrected on `side`.
    pub(super) fn correct(&mut self, side: Side, details: &Details) {
        self.history.edit("correction", |session| {
            session.rename(side, &details.source);
            session.set_headline(side, &details.headline);
            session.set_facts(side, &details.outlet, &details.published);
        });
        self.view.rows_mut(side).reset();
    }

    pub(super) fn open_text(&mut self, side: Side, name: &str, text: &str) {
        match load::from_text(text, name) {
            Ok(article) => {
                let name = source_name(&article);
                self.place(
                    side,
                    Placing::Replace,
                    vec![(name, vec![Arc::new(article)])],
                );
            }
            Err(error) => self.messages.error(error.to_string()),
        }
    }

    pub(super) fn open_sample(&mut self) {
        let mut read = Vec::new();
        for (side, name, text) in SAMPLES {
            match load::from_text(text, name) {
                Ok(article) => read.push((side, Arc::new(article))),
                Err(error) => self.messages.error(error.to_string()),
            }
        }
        self.history.edit("open the sample story", |session| {
            for (side, article) in read {
                session.open(side, &source_name(&article), vec![article]);
            }
        });
        self.forget_places();
    }
}

/// Reads files, reporting how far it is ten times a second.
fn read(
    side: Side,
    paths: &[PathBuf],
    mapping: Mapping,
    stop: &AtomicBool,
    events: &Emitter,
) -> Import {
    let last = Mutex::new(Instant::now());
    let progress = |progress: load::Progress<'_>| {
        let Ok(mut last) = last.try_lock() else {
            return;
        };
        if last.elapsed() > Duration::from_millis(100) {
            *last = Instant::now();
            events.emit(Event::Reading(
                side,
                Progress {
                    done: progress.done,
                    found: progress.found,
                    articles: progress.articles,
                },
            ));
        }
    };
    let options = load::ReadOptions {
        mapping,
        ..load::ReadOptions::default()
    };
    load::open_all(paths, &options, &progress, stop)
}

/// Whether a file was not read, or not as a reader would expect.
fn has_something_to_say(file: &FileReport) -> bool {
    match &file.outcome {
        FileOutcome::Read { notes, .. } => !notes.is_empty(),
        FileOutcome::Failed(_) | FileOutcome::LeftOut(_) | FileOutcome::NotReached => true,
    }
}

/// Whether two articles were read from the same bytes.
fn same_file(one: &Article, other: &Article) -> bool {
    !one.origin.sha256.is_empty() && one.origin.sha256 == other.origin.sha256
}

/// The name of the source of a pasted or bundled article.
fn source_name(article: &Article) -> String {
    let outlet = article.outlet.clone();
    outlet.unwrap_or_else(|| article.origin.name.clone())
}
