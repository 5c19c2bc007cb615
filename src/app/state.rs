//! The whole state of the window, and what can be asked of it. Panels read it; what changes it is
//! asked for through [`Actions`], and done before the next frame.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::Context;

use crate::article::{Place, Side};
use crate::chart::{Chart, Target};
use crate::load::FileReport;
use crate::score::Analysis;
use crate::session::Session;
use crate::session::document::Articles;
use crate::work::Progress;
use crate::workspace::{NoThread, Workspace};

use super::files::purpose::{Dialogs, Purpose};
use super::frames::Frame;
use super::jobs::Jobs;
use super::kept::choices::Remembering;
use super::kept::copy::Copy;
use super::kept::preferences::Preferences;
use super::messages::Messages;
use super::view::View;

/// The whole state of the window.
pub struct App {
    pub(super) workspace: Workspace,
    pub(super) view: View,
    pub(super) preferences: Preferences,
    pub(super) remembering: Remembering,
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
    pub(super) reading: [Option<Watched>; 2],
    /// By side, the step that showed the first articles of what is being read.
    pub(super) looked: [Option<usize>; 2],
    /// What is being saved.
    pub(super) saving: Option<Watched>,
    /// Whether other programs may be started to show a file.
    pub(super) opens_files: bool,
    pub(super) documents: Documents,
    pub(super) actions: Actions,
    /// The window's title as it was set last.
    pub(super) title: String,
    /// Whether reading is to begin with a story both sources tell, once the stories are found.
    pub(super) begin_with_story: bool,
    pub(super) started: Instant,
    pub(super) frames: u64,
    /// What the frame under way takes, for the log.
    pub(super) frame: Frame,
}

/// The document that is open, and the copy kept of unsaved work.
#[derive(Debug, Default)]
pub(super) struct Documents {
    /// The file, and how it holds articles.
    pub(super) open: Option<(PathBuf, Articles)>,
    /// The folder of the copy; no copy is kept without.
    pub(super) data: Option<PathBuf>,
    /// The copy.
    pub(super) copy: Copy,
    /// The user was asked about unsaved work and wants to leave.
    pub(super) leaving: bool,
    /// Recent files that were not there any more.
    pub(super) missing: Vec<PathBuf>,
    /// Leave once saving is done.
    pub(super) leave_after: bool,
}

impl Documents {
    /// No document; `copy` is kept in the folder `data`.
    pub(super) fn new(data: Option<PathBuf>, copy: Copy) -> Self {
        Self {
            data,
            copy,
            ..Self::default()
        }
    }
}

/// Work that the user may watch and stop: files being read, something being saved.
#[derive(Debug)]
pub(super) struct Watched {
    pub(super) progress: Arc<Progress>,
    since: Instant,
}

impl Watched {
    /// Work that begins now.
    pub(super) fn new(progress: &Arc<Progress>) -> Self {
        Self {
            progress: Arc::clone(progress),
            since: Instant::now(),
        }
    }

    /// Whether it takes long enough to be shown. Until it is over, the window looks again.
    pub(super) fn is_long(&self, ctx: &Context) -> bool {
        ctx.request_repaint_after(Duration::from_millis(100));
        self.since.elapsed().as_millis() >= 300
    }
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
        self.workspace.history().undo_label()
    }

    /// The comparison of the two sources on show, once it is there.
    pub fn comparison(&self) -> Option<&crate::compare::Comparison> {
        self.workspace.comparison().map(|done| &**done)
    }

    /// What is open.
    pub fn session(&self) -> &Session {
        self.workspace.session()
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

    /// Whether nothing is being read, scored or compared.
    pub fn is_idle(&self) -> bool {
        let working = (self.workspace.progress())
            .or(self.workspace.laying())
            .or(self.workspace.finding_words())
            .or(self.workspace.filtering());
        let telling = self.begin_with_story || self.workspace.telling().is_some();
        !self.is_reading() && working.is_none() && !telling
    }

    pub(super) fn is_reading(&self) -> bool {
        self.reading.iter().any(Option::is_some)
    }

    /// What is being read for `side`.
    pub(super) fn reading(&self, side: Side) -> Option<&Watched> {
        self.reading.get(side.index())?.as_ref()
    }

    /// The scores of the article read on `side`, if they are there.
    pub(super) fn analysis(&self, side: Side) -> Option<&Arc<Analysis>> {
        self.workspace.analysis(side)
    }

    /// The chart chosen, of what is open; `None` while that is being scored.
    pub(super) fn chart(&mut self) -> Option<Arc<Chart>> {
        let (kind, options) = (self.chart_kind(), self.preferences.chart_options);
        self.workspace.chart(kind, options)
    }

    /// The same for the screen, which does not wait: `None` also while a chart of long texts is built.
    pub(super) fn chart_soon(&mut self) -> Option<Arc<Chart>> {
        let (kind, options) = (self.chart_kind(), self.preferences.chart_options);
        self.workspace.chart_soon(kind, options)
    }

    /// Begins comparing again after that was stopped.
    pub(super) fn compare_again(&mut self) {
        let started = self.workspace.again();
        self.say_if_not(started);
    }

    /// Says where no work could be started.
    pub(super) fn say_if_not(&mut self, started: Result<(), NoThread>) {
        if let Err(why) = started {
            self.messages.error(why.to_string());
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
