//! Work that must not hold up a frame: each job runs on a named thread and reports by an event.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::article::Side;
use crate::export::Saved;
use crate::load::{Field, Import, LoadError};
use crate::plot::{Picture, PictureError};
use crate::score::second::Shares;
use crate::session::Session;
use crate::session::document::Opened;
use crate::session::recovery::{Orphan, RecoveryError};
use crate::session::remembered::{RememberError, Values};
use crate::study::Study;
use crate::work::Progress;
use crate::workspace::{
    CheckedText, NoThread, Output, OutputError, Placing, Shared, StudyTold, UnopenedDocument,
};

use super::files::purpose::{Dialogs, Purpose};
use super::kept::copy::Held;
use super::lists::read::ListsRead;
use super::report::printing::Printed;

/// What a job reports.
pub(super) enum Event {
    /// Files were read; the sources of the import are handed over beside it, ready to be shown.
    Opened(Side, Placing, Import, Vec<Shared>),
    /// The first articles of files that are being read.
    Looked(Side, Placing, Vec<Shared>, Arc<Progress>),
    /// A file dialog was closed: paths, or none if it was cancelled.
    Picked(Purpose, Vec<PathBuf>),
    /// No file dialog could be opened.
    NoDialog(Purpose),
    /// Whether the desktop is light or dark.
    SystemTheme(egui::Theme),
    /// What file dialogs this system has.
    Probed(Dialogs),
    /// The fields of a collection.
    Fields(PathBuf, Result<Vec<Field>, LoadError>),
    /// Something was saved where it says, or why not; the session as it was then.
    Saved(
        Output,
        PathBuf,
        Result<Vec<Saved>, OutputError>,
        Box<Session>,
    ),
    /// The report was made to be printed.
    Printed(Result<Printed, OutputError>),
    /// A picture of the chart of this title, for the clipboard.
    Picture(Result<Picture, PictureError>, String),
    /// A document was read.
    Document(PathBuf, Result<Box<Opened>, UnopenedDocument>),
    /// A draft was checked.
    Checked(Box<CheckedText>),
    /// Word lists were read.
    Lists(Box<ListsRead>),
    /// A sample was drawn; none where there is nothing to draw.
    Sampled(Option<Box<Study>>),
    /// Agreement of the study was computed.
    Studied(Box<StudyTold>),
    /// Recent files that are not there any more.
    Missing(Vec<PathBuf>),
    /// Copies of unsaved work that were left behind, and whether the user asked for them.
    Recovered(Result<Vec<Orphan>, RecoveryError>, bool),
    /// What came of writing the copy of this window's unsaved work, and what it holds then.
    Copied(Result<(), RecoveryError>, Option<Held>),
    /// What came of remembering the user's choices: everything remembered, and what is told of it.
    Remembered(Result<(Values, Option<String>), RememberError>),
    /// What the second reader makes of each word of a text.
    Words(String, Option<Shares>),
    /// What the system's own programs did not open, and why.
    NotOpened(String),
    /// The system had no thread for a job.
    NoThread(NoThread),
}

/// Starts jobs and collects their events.
pub(super) struct Jobs {
    emitter: Emitter,
    receiver: Receiver<Event>,
}

/// What a job reports through.
#[derive(Clone)]
pub(super) struct Emitter {
    sender: Sender<Event>,
    context: egui::Context,
}

impl Emitter {
    /// Reports an event and wakes the window.
    pub(super) fn emit(&self, event: Event) {
        // The window may be gone by now; then nobody needs the event.
        let _ = self.sender.send(event);
        self.context.request_repaint();
    }
}

impl Jobs {
    pub(super) fn new(context: egui::Context) -> Self {
        let (sender, receiver) = channel();
        Self {
            emitter: Emitter { sender, context },
            receiver,
        }
    }

    /// The window that is woken.
    pub(super) const fn context(&self) -> &egui::Context {
        &self.emitter.context
    }

    /// Runs `work` on a thread called `name`. If the system has no thread to give, that is said.
    pub(super) fn start(&self, name: &str, work: impl FnOnce(&Emitter) + Send + 'static) {
        let emitter = self.emitter.clone();
        let thread = std::thread::Builder::new().name(name.to_owned());
        if let Err(error) = thread.spawn(move || work(&emitter)) {
            self.emitter.emit(Event::NoThread(error.into()));
        }
    }

    /// The next event, if one has arrived.
    pub(super) fn next(&self) -> Option<Event> {
        self.receiver.try_recv().ok()
    }
}
