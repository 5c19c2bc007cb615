//! Work that must not hold up a frame: each job runs on a named thread and reports by an event.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::article::{Article, Side};
use crate::compare::Comparison;
use crate::load::LoadError;
use crate::score::{Analysis, Settings};

use super::dialogs::{Dialogs, Purpose};

/// How opened articles join what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Placing {
    /// As the source, in place of what was there.
    Replace,
    /// As further articles of the source.
    Add,
}

/// What came of reading one file.
pub(super) type Opened = (PathBuf, Result<Vec<Article>, LoadError>);

/// What a job reports.
pub(super) enum Event {
    /// Files were read.
    Opened(Side, Placing, Vec<Opened>),
    /// An article was scored.
    Analysed(Arc<Article>, Settings, Arc<Analysis>),
    /// Two sources were compared; the number is the one of the request.
    Compared(u64, Arc<Comparison>),
    /// A file dialog was closed: paths, or none if it was cancelled.
    Picked(Purpose, Vec<PathBuf>),
    /// No file dialog could be opened.
    NoDialog(Purpose),
    /// What file dialogs this system has.
    Probed(Dialogs),
    /// A chart was saved, or why not.
    Saved(PathBuf, Result<(), String>),
}

/// Starts jobs and collects their events.
pub(super) struct Jobs {
    sender: Sender<Event>,
    receiver: Receiver<Event>,
    context: egui::Context,
}

impl Jobs {
    pub(super) fn new(context: egui::Context) -> Self {
        let (sender, receiver) = channel();
        Self {
            sender,
            receiver,
            context,
        }
    }

    /// Runs `work` on a thread called `name`; what it returns arrives as an event. If no thread can
    /// be started the work is done at once: slow, but done.
    pub(super) fn start(&self, name: &str, work: impl FnOnce() -> Event + Send + 'static) {
        let (sender, context) = (self.sender.clone(), self.context.clone());
        let work = std::sync::Mutex::new(Some(work));
        let work = Arc::new(work);
        let run = {
            let work = Arc::clone(&work);
            move || {
                let work = work.lock().ok().and_then(|mut work| work.take());
                if let Some(work) = work {
                    // The window may be gone by now; then nobody needs the event.
                    let _ = sender.send(work());
                    context.request_repaint();
                }
            }
        };
        let thread = std::thread::Builder::new().name(name.to_owned());
        if thread.spawn(run.clone()).is_err() {
            run();
        }
    }

    /// The next event, if one has arrived.
    pub(super) fn next(&self) -> Option<Event> {
        self.receiver.try_recv().ok()
    }
}
