//! Documents: everything that is open as one file, recent files, and asking once about unsaved work.

use std::path::{Path, PathBuf};

use crate::load::Mapping;
use crate::session::Session;
use crate::session::document::{Articles, Opened};
use crate::workspace::{Output, Placing, UnopenedDocument, is_document, open_document};

use crate::app::files::purpose::{IfThere, Purpose};
use crate::app::jobs::Event;
use crate::app::state::App;
use crate::app::view::Overlay;

impl App {
    /// Reads a document, to be shown once it is read.
    pub(in crate::app) fn open_document(&mut self, path: PathBuf) {
        self.jobs.start("opening", move |events| {
            let opened = open_document(&path);
            events.emit(Event::Document(path, opened.map(Box::new)));
        });
    }

    /// Shows a document that was read, in place of what was open; that can be undone.
    pub(in crate::app) fn on_document(
        &mut self,
        path: PathBuf,
        opened: Result<Box<Opened>, UnopenedDocument>,
    ) {
        let opened = match opened {
            Ok(opened) => *opened,
            Err(why) => {
                self.preferences.recent.remove(&path);
                self.messages.error(why.to_string());
                return;
            }
        };
        let whole = opened.is_whole();
        for problem in &opened.problems {
            self.messages
                .error(format!("{}: {problem}", path.display()));
        }
        self.preferences.recent.add(&path);
        let session = opened.session;
        self.workspace.take_said(opened.said);
        self.workspace
            .edit("open document", |current| *current = session);
        if whole {
            self.workspace.history_mut().mark_saved();
        }
        // Saving over it would lose what did not open.
        self.documents.open = whole.then_some((path, opened.articles));
        self.forget_places();
    }

    /// Saves to the document that is open, or asks for a name.
    pub(in crate::app) fn save_document(&mut self, ctx: &egui::Context) {
        match self.documents.open.clone() {
            Some((path, articles)) => {
                self.save_output(Output::Document(articles), &path, IfThere::Replace, ctx);
            }
            None => self.ask(Purpose::Save(Output::Document(Articles::Embedded))),
        }
    }

    /// Notes that `session` stands in the document at `path` now.
    pub(in crate::app) fn on_document_saved(
        &mut self,
        path: PathBuf,
        articles: Articles,
        session: &Session,
        ctx: &egui::Context,
    ) {
        self.preferences.recent.add(&path);
        self.documents.open = Some((path, articles));
        if session == self.session() {
            self.workspace.history_mut().mark_saved();
        }
        if std::mem::take(&mut self.documents.leave_after) {
            self.leave(ctx);
        }
    }

    /// The file name of the document that is open.
    pub(in crate::app) fn document_name(&self) -> Option<String> {
        let (path, _) = self.documents.open.as_ref()?;
        Some(path.file_name()?.to_string_lossy().into_owned())
    }

    /// Whether leaving now would lose work: choices, corrections, pasted texts, or changes to a document.
    pub fn has_unsaved_work(&self) -> bool {
        self.is_unsaved() && (self.documents.open.is_some() || self.session().has_user_work())
    }

    /// Whether a crash now would lose anything: work, or only which article was read.
    pub(in crate::app) fn has_unsaved_changes(&self) -> bool {
        self.is_unsaved() && (self.documents.open.is_some() || !self.session().is_as_opened())
    }

    fn is_unsaved(&self) -> bool {
        !self.session().holds_nothing() && !self.workspace.history().is_saved()
    }

    /// Asks once about unsaved work when the window is to be closed.
    pub(in crate::app) fn guard_closing(&mut self, ctx: &egui::Context) {
        let closing = ctx.input(|input| input.viewport().close_requested());
        if closing && !self.documents.leaving && self.has_unsaved_work() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.view.overlay = Overlay::Unsaved;
        }
    }

    /// Closes the window without asking again.
    pub(in crate::app) fn leave(&mut self, ctx: &egui::Context) {
        self.documents.leaving = true;
        ctx.send_viewport_cmd(egui::ViewportCommand::Close);
    }

    /// Saves the document, then closes the window.
    pub(in crate::app) fn save_and_leave(&mut self, ctx: &egui::Context) {
        self.documents.leave_after = true;
        self.save_document(ctx);
    }

    /// Looks which recent files are still there. A drive that does not answer keeps nobody waiting.
    pub(in crate::app) fn look_for_recent(&self) {
        let paths = self.preferences.recent.paths().to_vec();
        if paths.is_empty() {
            return;
        }
        self.jobs.start("recent files", move |events| {
            let gone = paths.into_iter().filter(|path| !path.exists());
            events.emit(Event::Missing(gone.collect()));
        });
    }

    /// Whether a recent file was there when the program looked last.
    pub(in crate::app) fn is_there(&self, path: &Path) -> bool {
        !self.documents.missing.iter().any(|gone| gone == path)
    }

    /// Opens a recent file: a document as such, an article where there is room.
    pub(in crate::app) fn open_recent(&mut self, path: PathBuf) {
        use crate::article::Side;
        if is_document(&path) {
            self.open_document(path);
            return;
        }
        let free = Side::BOTH
            .into_iter()
            .find(|side| self.session().source(*side).is_none());
        let side = free.unwrap_or(Side::A);
        let placing = Placing::Apart;
        self.read_files(side, placing, vec![path], Mapping::new());
    }
}
