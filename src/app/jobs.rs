//! Work that must not hold up a frame: each job runs on a named thread and reports by an event.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::article::{Article, Side};
use crate::compare::Comparison;
use crate::load::Field;
use crate::load::Import;
use crate::score::{Analysis, Settings};

use crate::plot::Picture;
use crate::session::Session;
use crate::session::document::Opened;
use crate::session::recovery::Recovered;

use super::output::Output;
use super::purpose::{Dialogs, Placing, Progress, Purpose};

/// What a job reports.
pub(super) enum Event {
    /// Files are being read for a side.
    Reading(Side, Progress),
    /// Files were read.
    Opened(Side, Placing, Import),
    /// An article was scored.
    Analysed(Arc<Article>, Settings, Arc<Analysis>),
    /// Two sources were compared; the number is the request's.
    Compared(u64, Arc<Comparison>),
    /// A file dialog was closed: paths, or none if it was cancelled.
    Picked(Purpose, Vec<PathBuf>),
    /// No file dialog could be opened.
    NoDialog(Purpose),
    /// What file dialogs this system has.
    Probed(Dialogs),
    /// The fields of a collection.
    Fields(PathBuf, Result<Vec<Field>, String>),
    /// How far saving is.
    Saving(Progress),
    /// Something was saved where it says, or why not; the session as it was then.
    Saved(Output, Result<PathBuf, String>, Session),
    /// A picture of the chart, for the clipboard.
    Picture(Result<Picture, String>),
    /// A document was read.
    Document(PathBuf, Result<Box<Opened>, String>),
    /// Whether a copy survived a crash.
    Recovered(Result<Option<Box<Recovered>>, String>),
    /// The copy that survives a crash could not be written.
    NoCopy(String),
    /// The system had no thread for a job: what it said.
    NoThread(String),
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

    /// Runs `work` on a thread called `name`. If the system has no thread to give, that is said.
    pub(super) fn start(&self, name: &str, work: impl FnOnce(&Emitter) + Send + 'static) {
        let emitter = self.emitter.clone();
        let thread = std::thread::Builder::new().name(name.to_owned());
        if let Err(error) = thread.spawn(move || work(&emitter)) {
            self.emitter.emit(Event::NoThread(error.to_string()));
        }
    }

    /// The next event, if one has arrived.
    pub(super) fn next(&self) -> Option<Event> {
        self.receiver.try_recv().ok()
    }
}
