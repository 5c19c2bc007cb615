//! Opening: from a choice of files to a source on show, and what the reader should be told about it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::article::{Article, Side, Source};
use crate::load::{self, Field, FileOutcome, FileReport, Import, Mapping};
use crate::session::Session;
use crate::text::{tr, tr_counted};
use crate::work::{Progress, Threads};
use crate::workspace::{self, Output, Placing, Shared, is_document, shared};

use crate::app::files::dialogs;
use crate::app::files::purpose::{Dialogs, IfThere, Purpose};
use crate::app::jobs::Event;
use crate::app::state::{App, Watched};
use crate::app::view::{Details, Overlay};

/// Files that are spoken of one by one.
const SAID: usize = 3;

impl App {
    /// Asks for a file by the system's dialog, or offers a path field where none answers.
    pub(in crate::app) fn ask(&mut self, purpose: Purpose) {
        if self.dialogs == Some(Dialogs::Missing) {
            self.offer_path(purpose);
        } else if self.dialog.is_none() {
            self.dialog = Some(purpose);
            self.asked = Some(purpose);
        } else {
            self.messages
                .info(tr!("A file dialog is already open. Close it first."));
        }
    }

    /// Opens the dialog that was asked for, in front of the window.
    pub(in crate::app) fn open_dialog(&mut self, frame: &eframe::Frame) {
        let Some(purpose) = self.asked.take() else {
            return;
        };
        let dir = match purpose {
            Purpose::Open(..) | Purpose::OpenDocument | Purpose::OpenList | Purpose::OpenStudy => {
                self.preferences.open_dir.as_ref()
            }
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
        let chart = (output == Output::Chart).then(|| self.chart_kind().id());
        output.name(names, chart)
    }

    pub(in crate::app) fn offer_path(&mut self, purpose: Purpose) {
        self.view.overlay = Overlay::Path {
            purpose,
            text: String::new(),
        };
    }

    pub(in crate::app) fn on_picked(
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
            Purpose::OpenStudy => {
                self.preferences.open_dir = folder;
                self.read_studies(paths);
            }
            Purpose::OpenList => {
                self.preferences.open_dir = folder;
                self.read_lists(paths);
            }
            Purpose::Save(output) => {
                self.preferences.save_dir = folder;
                if let Some(path) = paths.pop() {
                    self.save_output(output, &path, IfThere::Replace, ctx);
                }
            }
        }
    }

    pub(in crate::app) fn read_files(
        &mut self,
        side: Side,
        placing: Placing,
        paths: Vec<PathBuf>,
        mapping: Mapping,
    ) {
        if let [path] = paths.as_slice()
            && is_document(path)
        {
            self.open_document(path.clone());
            return;
        }
        for path in &paths {
            self.preferences.recent.add(path);
        }
        self.stop_reading(side);
        let progress = Arc::new(Progress::default());
        if let Some(reading) = self.reading.get_mut(side.index()) {
            *reading = Some(Watched::new(&progress));
        }
        self.jobs.start("reading", move |events| {
            let options = load::ReadOptions {
                mapping,
                ..load::ReadOptions::default()
            };
            if let Some(sources) = workspace::first_look(&paths, placing, &options) {
                let reading = Arc::clone(&progress);
                events.emit(Event::Looked(side, placing, shared(sources), reading));
            }
            Threads::default().giving_way().give_way();
            let mut import = workspace::read(&paths, placing, &options, &progress);
            let sources = shared(std::mem::take(&mut import.sources));
            events.emit(Event::Opened(side, placing, import, sources));
        });
    }

    /// Reads which fields a collection has, to be corrected.
    pub(in crate::app) fn ask_fields(&mut self, path: PathBuf) {
        self.jobs.start("fields", move |events| {
            let fields = load::fields(&path, &load::ReadOptions::default());
            events.emit(Event::Fields(path, fields));
        });
    }

    /// Offers the fields of a collection to be corrected.
    pub(in crate::app) fn show_fields(&mut self, path: PathBuf, fields: Vec<Field>) {
        let roles = fields
            .iter()
            .filter_map(|field| Some((field.role?, field.name.clone())));
        let mapping = roles.collect();
        self.view.overlay = Overlay::Fields(path, fields, mapping);
    }

    /// Asks the reading of files for `side` to stop. What was read so far is still shown.
    pub(in crate::app) fn stop_reading(&mut self, side: Side) {
        if let Some(reading) = self.reading(side) {
            reading.progress.stop();
        }
    }

    /// Shows the first articles of what is being read, until all of it is there.
    pub(in crate::app) fn on_looked(
        &mut self,
        side: Side,
        placing: Placing,
        sources: Vec<Shared>,
        reading: &Arc<Progress>,
    ) {
        // Something else may be read by now.
        let is_read = |watched: &Watched| Arc::ptr_eq(&watched.progress, reading);
        if self.reading(side).is_some_and(is_read) && !reading.is_stopped() {
            self.place(side, placing, sources);
            let steps = self.workspace.history().steps();
            if let Some(looked) = self.looked.get_mut(side.index()) {
                *looked = Some(steps);
            }
        }
    }

    /// Takes the first articles away again: all of them take their place. What the user did to them by now stays,
    /// as a step before. Which article was read on each side.
    fn take_look_back(&mut self, side: Side) -> Option<[usize; 2]> {
        let looked = self.looked.get_mut(side.index())?;
        let step = looked.take()?;
        let read = Side::BOTH.map(|side| self.session().current(side));
        if self.workspace.history().steps() == step {
            self.workspace.history_mut().undo();
        }
        Some(read)
    }

    pub(in crate::app) fn on_opened(
        &mut self,
        side: Side,
        placing: Placing,
        import: Import,
        sources: Vec<Shared>,
    ) {
        if let Some(reading) = self.reading.get_mut(side.index()) {
            *reading = None;
        }
        let is_any = !sources.is_empty();
        let shown = self.articles_read();
        let looked = self.take_look_back(side);
        self.show_sources(side, placing, sources);
        if let Some([a, b]) = looked.filter(|_| is_any) {
            // The first articles come first in their sources: what is read stays read.
            self.workspace.history_mut().amend(|session| {
                session.read_article(Side::A, a);
                session.read_article(Side::B, b);
            });
        }
        self.forget_what_went(shown);
        self.look_for_story();
        let step = self.workspace.history().steps();
        self.tell(&import, if is_any { step } else { 0 });
        self.report.extend(import.report);
    }

    /// Says what was not read, or not as a reader would expect, of what was opened in a step. What went well
    /// shows itself.
    fn tell(&mut self, import: &Import, step: usize) {
        let (failed, others): (Vec<&FileReport>, Vec<&FileReport>) = (import.report.iter())
            .filter(|file| has_something_to_say(file))
            .partition(|file| matches!(file.outcome, FileOutcome::Failed(_)));
        for file in failed.iter().take(SAID) {
            self.messages.error(file.to_string());
        }
        let left = failed.len().saturating_sub(SAID);
        if others.len() <= SAID && left == 0 {
            for file in others {
                self.messages.about(step, file.to_string());
            }
        } else {
            let said = tr!(
                "{} read, {} with notes, {} not read: Help › Import report has them all.",
                tr_counted(import.report.len() - failed.len(), "file"),
                others.len(),
                failed.len()
            );
            self.messages.about(step, said);
        }
    }

    /// Takes text that was set aside, and says how much of it counts now.
    pub(in crate::app) fn take_all(&mut self, take: impl FnOnce(&mut Session) -> usize) {
        let mut taken = 0;
        let edit = |session: &mut Session| taken = take(session);
        self.workspace.edit("take all text", edit);
        let said = if taken == 0 {
            tr!("There is no paragraph to take: what is set aside are menus and labels, or the page does not show it.")
                .to_owned()
        } else {
            tr!(
                "{} that {} set aside {} now. Undo brings that back.",
                tr_counted(taken, "paragraph"),
                if taken == 1 { tr!("was") } else { tr!("were") },
                if taken == 1 {
                    tr!("counts")
                } else {
                    tr!("count")
                }
            )
        };
        let step = self.workspace.history().steps();
        self.messages.about(step, said);
    }

    /// The article read on each side.
    fn articles_read(&self) -> [Option<Arc<Article>>; 2] {
        Side::BOTH.map(|side| self.session().article(side).cloned())
    }

    /// Shows sources, and says what of them was open already.
    fn place(&mut self, side: Side, placing: Placing, sources: Vec<Shared>) {
        let before = self.articles_read();
        self.show_sources(side, placing, sources);
        self.forget_what_went(before);
    }

    /// What is opened may fill both sides. Each is read from its top, unless it is what it was.
    fn forget_what_went(&mut self, before: [Option<Arc<Article>>; 2]) {
        let pairs = before.into_iter().zip(self.articles_read());
        for (side, (before, now)) in Side::BOTH.into_iter().zip(pairs) {
            let same = match (&before, &now) {
                (Some(before), Some(now)) => {
                    Arc::ptr_eq(before, now)
                        || before.origin.path.is_some()
                            && before.origin.path == now.origin.path
                            && before.blocks == now.blocks
                }
                (before, now) => before.is_none() && now.is_none(),
            };
            if !same {
                self.forget_place(side);
            }
        }
    }

    fn show_sources(&mut self, side: Side, placing: Placing, sources: Vec<Shared>) {
        let placed = self.workspace.place_shared(side, placing, sources);
        let step = self.workspace.history().steps();
        for name in placed.repeated {
            let said = tr!(
                "{name} is already open in source {}, so it was not added again.",
                side.label(); name);
            self.messages.about(step, said);
        }
        if let Some(name) = placed.on_both_sides {
            let said = tr!(
                "{name} is the same text in both sources: every difference between them is zero."; name);
            self.messages.about(step, said);
        }
    }

    /// What the user may correct on `side`, as it is now.
    pub(in crate::app) fn details(&self, side: Side) -> Overlay {
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
    pub(in crate::app) fn correct(&mut self, side: Side, details: &Details) {
        self.workspace.edit("correction", |session| {
            session.rename(side, &details.source);
            session.set_headline(side, &details.headline);
            session.set_facts(side, &details.outlet, &details.published);
        });
        self.view.rows_mut(side).reset();
    }

    pub(in crate::app) fn open_text(&mut self, side: Side, name: &str, text: &str) {
        match load::from_text(text, name) {
            Ok(article) => self.place(side, Placing::Apart, shared(vec![source(article)])),
            Err(error) => self.messages.error(error.to_string()),
        }
    }
}

/// Whether a file was not read, or not as a reader would expect.
fn has_something_to_say(file: &FileReport) -> bool {
    match &file.outcome {
        FileOutcome::Read { notes, .. } => !notes.is_empty(),
        FileOutcome::Failed(_) | FileOutcome::LeftOut(_) | FileOutcome::NotReached => true,
    }
}

/// The source of a pasted or bundled article.
pub(in crate::app) fn source(article: Article) -> Source {
    let outlet = article.outlet.clone();
    Source {
        name: outlet.unwrap_or_else(|| article.origin.name.clone()),
        articles: vec![article],
    }
}
