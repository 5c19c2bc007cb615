//! The whole state of the window, and what can be asked of it. Panels read it; what changes it is
//! asked for through [`Actions`], and done before the next frame.

use egui::Context;

use crate::article::{Place, Side};
use crate::chart::Target;
use crate::load::FileReport;
use crate::session::{History, Session};

use super::analyses::Analyses;
use super::charts::Charts;
use super::comparing::Comparing;
use super::documents::Documents;
use super::jobs::Jobs;
use super::messages::Messages;
use super::purpose::{Dialogs, Progress, Purpose};
use super::view::{Preferences, View};

/// The whole state of the window.
pub struct App {
    pub(super) history: History,
    pub(super) view: View,
    pub(super) preferences: Preferences,
    pub(super) analyses: Analyses,
    pub(super) charts: Charts,
    pub(super) comparing: Comparing,
    pub(super) messages: Messages,
    /// What became of every file opened so far.
    pub(super) report: Vec<FileReport>,
    pub(super) jobs: Jobs,
    /// What file dialogs there are, once that is known.
    pub(super) dialogs: Option<Dialogs>,
    /// The dialog that is open.
    pub(super) dialog: Option<Purpose>,
    /// A dialog to be opened with the next frame.
    pub(super) asked: Option<Purpose>,
    /// What is being read, by side.
    pub(super) reading: [Option<Reading>; 2],
    /// What is being saved.
    pub(super) saving: Option<Reading>,
    pub(super) documents: Documents,
    pub(super) actions: Actions,
    /// The window's title as it was set last.
    pub(super) title: String,
    pub(super) started: std::time::Instant,
    pub(super) frames: u64,
}

/// Files being read for one side.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) progress: Progress,
    pub(super) since: std::time::Instant,
    /// Set to stop after the files being read.
    pub(super) stop: std::sync::Arc<std::sync::atomic::AtomicBool>,
}

/// Something to be done to the state.
type Action = Box<dyn FnOnce(&mut App, &Context)>;

/// What panels ask for while they show the state: done one after the other before the next frame.
#[derive(Default)]
pub(super) struct Actions(Vec<Action>);

impl Actions {
    /// Asks for something.
    pub(super) fn push(&mut self, action: impl FnOnce(&mut App, &Context) + 'static) {
        self.0.push(Box::new(action));
    }

    /// Whether nothing is asked for.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl App {
    /// The step that undo would take back.
    pub fn undo_label(&self) -> Option<&'static str> {
        self.history.undo_label()
    }

    /// The comparison of the two sources on show, once it is there.
    pub fn comparison(&self) -> Option<&crate::compare::Comparison> {
        self.comparing.done().map(|done| &**done)
    }

    /// What is open.
    pub fn session(&self) -> &Session {
        self.history.current()
    }

    /// What is selected.
    pub fn selection(&self) -> Option<Place> {
        self.view.selection
    }

    /// What the pointer is on in the chart.
    pub fn hovered(&self) -> Option<&Target> {
        self.view.hovered.as_ref()
    }

    /// The text of every message since the start, one a line.
    pub fn messages_text(&self) -> String {
        self.messages.to_text()
    }

    /// Whether nothing is being read or scored.
    pub fn is_idle(&self) -> bool {
        !self.is_reading() && self.parts().is_some()
    }

    pub(super) fn is_reading(&self) -> bool {
        self.reading.iter().any(Option::is_some)
    }

    /// What is being read for `side`.
    pub(super) fn reading(&self, side: Side) -> Option<&Reading> {
        self.reading.get(side.index())?.as_ref()
    }

    /// The scores of the article read on `side`, if they are there.
    pub(super) fn analysis(&self, side: Side) -> Option<&std::sync::Arc<crate::score::Analysis>> {
        self.scores_of(self.session().article(side)?)
    }

    /// The scores of an open article, if they are there.
    pub(super) fn scores_of(
        &self,
        article: &std::sync::Arc<crate::article::Article>,
    ) -> Option<&std::sync::Arc<crate::score::Analysis>> {
        self.analyses.get(article, &self.session().settings)
    }

    /// Asks for the scores of whatever is open and not yet scored.
    pub(super) fn request_scores(&mut self) {
        let session = self.history.current();
        for side in Side::BOTH {
            if let Some(source) = session.source(side) {
                self.analyses
                    .request(&source.articles, &session.settings, &self.jobs);
            }
        }
    }

    /// Does what was asked for.
    pub(super) fn act(&mut self, ctx: &Context) {
        for action in std::mem::take(&mut self.actions).0 {
            action(self, ctx);
        }
    }

    /// Changes the theme.
    pub(super) fn set_theme(&mut self, theme: egui::ThemePreference, ctx: &Context) {
        self.preferences.theme = theme;
        ctx.set_theme(theme);
    }
}
