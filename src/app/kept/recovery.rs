//! The copy of unsaved work that survives a crash: kept while there is such work, offered at the start
//! where another program left one, removed only in order.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::export::now;
use crate::session::recovery::{Orphan, Recovered, RecoveryError, discard, orphans};

use crate::app::jobs::Event;
use crate::app::kept::copy::Held;
use crate::app::state::App;
use crate::app::view::Overlay;
use crate::text::tr;

/// How often the copy is renewed while something changes: every change is in it within twice that.
const EVERY: Duration = Duration::from_millis(800);
/// How long to wait before trying again where the copy could not be written.
const AGAIN: Duration = Duration::from_secs(10);

impl App {
    /// Looks which copies were left behind; `asked` says so where there are none.
    pub(in crate::app) fn look_for_copies(&self, asked: bool) {
        if let Some(data) = self.documents.data.clone() {
            self.jobs.start("recovery", move |events| {
                events.emit(Event::Recovered(orphans(&data), asked));
            });
        }
    }

    /// Offers the copies that were left behind, and names those that cannot be read.
    pub(in crate::app) fn on_copies(
        &mut self,
        found: Result<Vec<Orphan>, RecoveryError>,
        asked: bool,
    ) {
        let all = match found {
            Ok(all) => all,
            Err(why) => return self.messages.error(why.to_string()),
        };
        if !asked {
            for orphan in &all {
                if let Err(why) = &orphan.content {
                    self.messages.error(tr!(
                        "A copy of unsaved work cannot be read: {}: {why}. It is kept there.",
                        orphan.path.display(); why));
                }
            }
        }
        if asked && all.is_empty() {
            self.messages
                .info(tr!("No copy of unsaved work was left behind."));
        } else if asked || all.iter().any(|orphan| orphan.content.is_ok()) {
            self.view.overlay = Overlay::Recover(all);
        }
    }

    /// Shows what a copy holds, in place of what is open; that can be undone.
    pub(in crate::app) fn recover(&mut self, path: &Path, copy: Recovered) {
        if let Some(keeper) = &self.documents.copy.keeper
            && let Err(why) = keeper.adopt(path)
        {
            self.messages.error(why.to_string());
            return;
        }
        let mut session = copy.opened.session;
        if let Some(name) = path.file_name().and_then(|name| name.to_str()) {
            session.set_continues(name);
        }
        for problem in &copy.opened.problems {
            self.messages.error(problem.to_string());
        }
        self.workspace
            .edit("open unsaved work", |current| *current = session);
        self.documents.open = copy.document;
        self.forget_places();
    }

    /// Removes a copy that the user does not want.
    pub(in crate::app) fn discard_copy(&mut self, path: PathBuf) {
        self.jobs.start("recovery", move |events| {
            if let Err(why) = discard(&path) {
                events.emit(Event::Recovered(Err(why), true));
            }
        });
    }

    /// Renews the copy if unsaved work has changed, and removes it where there is none.
    pub(in crate::app) fn keep_copy(&mut self, ctx: &egui::Context) {
        let Some(keeper) = self.documents.copy.keeper.clone() else {
            return;
        };
        let revision = self.workspace.history().revision();
        let saves = self.workspace.history().saves();
        let state = (revision, saves, self.documents.open.is_some());
        let has_work = match self.documents.copy.unsaved {
            Some((known, has_work)) if known == state => has_work,
            _ => self.has_unsaved_changes(),
        };
        self.documents.copy.unsaved = Some((state, has_work));
        // Notes that are being written are no step yet.
        let notes = match &self.view.overlay {
            Overlay::Report(draft) if draft.notes != self.session().notes => Some(&draft.notes),
            _ => None,
        };
        let wanted = (has_work || notes.is_some()).then(|| (revision, notes.cloned()));
        let copy = &mut self.documents.copy;
        if copy.is_busy || wanted == copy.held {
            return;
        }
        let pause = if copy.failed.is_some() { AGAIN } else { EVERY };
        let since = copy.written.map_or(pause, |at| at.elapsed());
        if since < pause {
            ctx.request_repaint_after(pause.saturating_sub(since));
            return;
        }
        copy.written = Some(Instant::now());
        copy.is_busy = true;
        let mut session = self.session().clone();
        if let Some((_, Some(notes))) = &wanted {
            session.notes.clone_from(notes);
        }
        let document = self.documents.open.clone();
        self.jobs.start("recovery", move |events| {
            let done = match wanted {
                Some(_) => {
                    let document = document.as_ref();
                    let document = document.map(|(path, articles)| (path.as_path(), *articles));
                    keeper.save(&session, document, &now())
                }
                None => keeper.clear(),
            };
            events.emit(Event::Copied(done, wanted));
        });
    }

    /// Takes in what came of writing the copy. What went wrong is said once.
    pub(in crate::app) fn on_copied(
        &mut self,
        done: Result<(), RecoveryError>,
        held: Option<Held>,
    ) {
        let copy = &mut self.documents.copy;
        copy.is_busy = false;
        match done {
            Ok(()) => {
                copy.held = held;
                copy.failed = None;
            }
            Err(why) => {
                let why = why.to_string();
                if copy.failed.as_ref() != Some(&why) {
                    self.messages.error(why.clone());
                    self.documents.copy.failed = Some(why);
                }
            }
        }
    }

    /// The window is closed in order: its copy is not needed.
    pub(in crate::app) fn end_copy(&self) {
        if let Some(keeper) = &self.documents.copy.keeper
            && let Err(error) = keeper.close(self.session())
        {
            log::warn!("the recovery copy is still there: {error}");
        }
    }
}
