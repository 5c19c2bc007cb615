//! The way back: every edit can be undone and done again. A session is cheap to clone (articles are
//! shared, and so are their lists and the choices), so the way back is simply the sessions that were, all of
//! them.

use super::Session;

/// A session with the states it went through.
#[derive(Debug, Default)]
pub struct History {
    current: Session,
    past: Vec<(&'static str, Session)>,
    future: Vec<(&'static str, Session)>,
    saved: Session,
    revision: u64,
    saves: u64,
}

impl History {
    /// A session just opened: nothing to take back, nothing unsaved.
    pub fn of(session: Session) -> Self {
        Self {
            saved: session.clone(),
            current: session,
            ..Self::default()
        }
    }

    /// A number that changes whenever the session does.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// How many steps can be taken back: the number of the latest one.
    pub const fn steps(&self) -> usize {
        self.past.len()
    }

    /// Remembers that the session, as it is now, is saved.
    pub fn mark_saved(&mut self) {
        self.saved = self.current.clone();
        self.saves += 1;
    }

    /// How often it was saved or opened.
    pub const fn saves(&self) -> u64 {
        self.saves
    }

    /// Whether the session is as it was when it was opened or saved last.
    pub fn is_saved(&self) -> bool {
        self.current == self.saved
    }

    /// The session as it is now.
    pub fn current(&self) -> &Session {
        &self.current
    }

    /// Changes the session; `label` names the step for "Undo …". A change that changes nothing
    /// leaves no step.
    pub fn edit(&mut self, label: &'static str, change: impl FnOnce(&mut Session)) {
        let before = self.current.clone();
        change(&mut self.current);
        if self.current != before {
            self.revision += 1;
            self.past.push((label, before));
            self.future.clear();
        }
    }

    /// Changes the session as a part of the step before, which is taken back with it.
    pub fn amend(&mut self, change: impl FnOnce(&mut Session)) {
        let before = self.current.clone();
        change(&mut self.current);
        if self.current != before {
            self.revision += 1;
            if self.saved == before {
                self.saved = self.current.clone();
            }
        }
    }

    /// The step that undo would take back.
    pub fn undo_label(&self) -> Option<&'static str> {
        self.past.last().map(|(label, _)| *label)
    }

    /// The step that redo would do again.
    pub fn redo_label(&self) -> Option<&'static str> {
        self.future.last().map(|(label, _)| *label)
    }

    /// Takes the last step back; false if there is none.
    pub fn undo(&mut self) -> bool {
        let Some((label, before)) = self.past.pop() else {
            return false;
        };
        self.revision += 1;
        self.future
            .push((label, std::mem::replace(&mut self.current, before)));
        true
    }

    /// Does the last undone step again; false if there is none.
    pub fn redo(&mut self) -> bool {
        let Some((label, after)) = self.future.pop() else {
            return false;
        };
        self.revision += 1;
        self.past
            .push((label, std::mem::replace(&mut self.current, after)));
        true
    }
}
