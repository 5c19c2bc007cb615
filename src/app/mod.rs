//! The window. State lives in [`App`]; panels read it and push `Action`s; `dispatch` alone
//! changes it; work that could hold up a frame runs as a `jobs` job.
//!
//! | module | what it is for |
//! |---|---|
//! | `run` | opens the window, with the second renderer if the first fails |
//! | `command` | everything a person can do, defined once |
//! | `action` | what panels ask for |
//! | `dispatch` | applies commands and actions, and what jobs report |
//! | `opening`, `saving`, `output` | from a choice of files to a source on show; from what is on show to a file |
//! | `documents` | everything open as one file, recovery, recent files, unsaved work |
//! | `going`, `finding` | from passage to passage; from word to word |
//! | `view` | selection, overlays, preferences |
//! | `jobs`, `dialogs`, `analyses`, `comparing`, `charts`, `parts` | background work and what came of it |
//! | `pages` | what stands in the middle: the texts, the comparison, words, people, settings … |
//! | `reader` | the page of the two texts, with what is marked in them |
//! | `panels` | menu, chart, evidence, messages, overlays |
//! | `widgets`, `theme` | pieces and looks that know nothing of the state |

mod action;
mod analyses;
mod charts;
mod command;
mod comparing;
mod dialogs;
mod dispatch;
mod documents;
mod finding;
mod going;
mod jobs;
mod messages;
mod opening;
mod output;
mod pages;
mod panels;
mod parts;
mod reader;
mod run;
mod saving;
mod theme;
mod view;
mod widgets;

pub use command::{Command, Menu};
pub use pages::Page;
pub use reader::Layer;
pub use run::{Startup, run};

use std::path::PathBuf;

use crate::article::{Place, Side};
use crate::load::FileReport;
use crate::session::{History, Session};

use action::{Action, IfThere, Leaving, SourceAction};
use analyses::Analyses;
use charts::Charts;
use comparing::Comparing;
use dialogs::{Dialogs, Purpose};
use documents::Documents;
use jobs::{Jobs, Placing, Progress};
use messages::Messages;
use view::{Preferences, View};

/// The whole state of the window.
pub struct App {
    history: History,
    view: View,
    preferences: Preferences,
    analyses: Analyses,
    charts: Charts,
    comparing: Comparing,
    messages: Messages,
    /// What became of every file opened so far.
    report: Vec<FileReport>,
    jobs: Jobs,
    /// What file dialogs there are, once that is known.
    dialogs: Option<Dialogs>,
    /// The dialog that is open.
    dialog: Option<Purpose>,
    /// What is being read, by side.
    reading: [Option<Reading>; 2],
    /// What is being saved.
    saving: Option<Reading>,
    documents: Documents,
    actions: Vec<Action>,
    /// The window's title as it was set last.
    title: String,
    started: std::time::Instant,
    frames: u64,
}

/// Files being read for one side.
#[derive(Debug)]
struct Reading {
    progress: Progress,
    since: std::time::Instant,
    /// Set to stop after the files being read.
    stop: std::sync::Arc<std::sync::atomic::AtomicBool>,
}

impl App {
    /// The window's state at the start, with what was remembered.
    pub fn new(cc: &eframe::CreationContext<'_>, startup: Startup) -> Self {
        theme::install(&cc.egui_ctx);
        let preferences: Preferences = cc
            .storage
            .and_then(|storage| eframe::get_value(storage, eframe::APP_KEY))
            .unwrap_or_default();
        cc.egui_ctx.set_theme(preferences.theme);
        theme::set_motion(&cc.egui_ctx, !preferences.reduced_motion);
        // Ctrl with plus, minus and 0 are commands like all others.
        (cc.egui_ctx).options_mut(|options| options.zoom_with_keyboard = false);
        let jobs = Jobs::new(cc.egui_ctx.clone());
        if startup.file_dialogs {
            dialogs::probe(&jobs);
        }
        let actions = first_actions(startup.a, startup.b, startup.more);
        let app = Self {
            history: History::default(),
            view: View::default(),
            preferences,
            analyses: Analyses::default(),
            charts: Charts::default(),
            comparing: Comparing::default(),
            messages: Messages::default(),
            report: Vec::new(),
            jobs,
            dialogs: (!startup.file_dialogs).then_some(Dialogs::Missing),
            dialog: None,
            reading: [None, None],
            saving: None,
            documents: Documents::new(startup.data),
            actions,
            title: String::new(),
            started: startup.started,
            frames: 0,
        };
        app.look_for_copy();
        app
    }

    /// Does `command` with the next frame, as if it had been chosen from a menu.
    pub fn request(&mut self, command: Command) {
        self.actions.push(Action::Run(command));
    }

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
    pub fn hovered(&self) -> Option<&crate::chart::Target> {
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

    fn is_reading(&self) -> bool {
        self.reading.iter().any(Option::is_some)
    }

    /// What is being read for `side`.
    fn reading(&self, side: Side) -> Option<&Reading> {
        self.reading.get(side.index())?.as_ref()
    }

    /// The scores of the article read on `side`, if they are there.
    fn analysis(&self, side: Side) -> Option<&std::sync::Arc<crate::score::Analysis>> {
        self.scores_of(self.session().article(side)?)
    }

    /// The scores of an open article, if they are there.
    fn scores_of(
        &self,
        article: &std::sync::Arc<crate::article::Article>,
    ) -> Option<&std::sync::Arc<crate::score::Analysis>> {
        self.analyses.get(article, &self.session().settings)
    }

    /// Asks for the scores of whatever is open and not yet scored.
    fn request_scores(&mut self) {
        let session = self.history.current();
        for side in Side::BOTH {
            if let Some(source) = session.source(side) {
                self.analyses
                    .request(&source.articles, &session.settings, &self.jobs);
            }
        }
    }

    /// Names what is open in the title bar and the task switcher.
    fn set_title(&mut self, ctx: &egui::Context) {
        let names = Side::BOTH.map(|side| self.session().source(side).map(|s| s.name.as_str()));
        let mut title = match names {
            [Some(a), Some(b)] => format!("{a} | {b} – Parallax"),
            [Some(one), None] | [None, Some(one)] => format!("{one} – Parallax"),
            [None, None] => "Parallax".to_owned(),
        };
        let file = self
            .documents
            .open
            .as_ref()
            .and_then(|(path, _)| path.file_name());
        if let Some(file) = file {
            title = format!("{} – {title}", file.to_string_lossy());
        }
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn note_first_frame(&mut self, ctx: &egui::Context) {
        self.frames += 1;
        match self.frames {
            1 => ctx.request_repaint(),
            2 => log::info!(
                "first frame shown {} ms after the start",
                self.started.elapsed().as_millis()
            ),
            _ => {}
        }
    }
}

/// Opens what was named at the start: one file a side, or many as so many sources.
fn first_actions(a: Option<PathBuf>, b: Option<PathBuf>, more: Vec<PathBuf>) -> Vec<Action> {
    if !more.is_empty() {
        let all = a.into_iter().chain(b).chain(more).collect();
        return vec![Action::Open(Side::A, Placing::Replace, all)];
    }
    let open = |(side, path): (Side, Option<PathBuf>)| {
        Some(Action::Open(side, Placing::Replace, vec![path?]))
    };
    Side::BOTH
        .into_iter()
        .zip([a, b])
        .filter_map(open)
        .collect()
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        while let Some(event) = self.jobs.next() {
            self.on_event(event, ctx);
        }
        for action in std::mem::take(&mut self.actions) {
            self.apply(action, ctx, frame);
        }
        self.request_scores();
        self.request_comparison();
        self.guard_closing(ctx);
        self.keep_copy(ctx);
        self.set_title(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.note_first_frame(ui.ctx());
        if let Some(seconds) = frame.info().cpu_usage {
            log::debug!("frame took {:.1} ms", seconds * 1e3);
        }
        let mut actions = std::mem::take(&mut self.actions);
        panels::shortcuts::read(self, ui, &mut actions);
        panels::drop::read(self, ui, &mut actions);
        panels::menu::show(self, ui, &mut actions);
        self.view.find.refresh(self.history.current());
        panels::status::show(self, ui, &mut actions);
        panels::messages::show(self, ui, &mut actions);
        if self.session().is_empty() && !self.is_reading() {
            panels::welcome::show(ui, &mut actions);
        } else {
            pages::tabs(self, ui, &mut actions);
            panels::find::show(self, ui, &mut actions);
            panels::evidence::show(self, ui, &mut actions);
            panels::chart::show(self, ui, &mut actions);
            pages::show(self, ui, &mut actions);
        }
        panels::overlay::show(self, ui, &mut actions);
        if !actions.is_empty() {
            // Applied before the next frame, where jobs and dialogs can be started.
            ui.ctx().request_repaint();
        }
        self.actions = actions;
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, eframe::APP_KEY, &self.preferences);
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.drop_copy();
    }
}
