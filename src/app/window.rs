//! The window on the screen: what it starts with, what each frame shows, what is kept at the end.

use std::path::PathBuf;
use std::time::Instant;

use crate::article::Side;
use crate::text::tr;
use crate::work::Threads;
use crate::workspace::{Asking, MOST_WITH_EVIDENCE, Workspace, openings};

use super::command::keyboard;
use super::files::dialogs;
use super::files::purpose::Dialogs;
use super::frames::Frame;
use super::jobs::Jobs;
use super::kept::choices::Remembering;
use super::kept::copy::Copy;
use super::language;
use super::messages::Messages;
use super::pages;
use super::panels;
use super::state::{Actions, App, Documents};
use super::system_theme;
use super::theme;
use super::view::View;

/// The folder of everything that is kept, by the name under which eframe finds the system's place for it.
pub(super) const DATA: &str = "Parallax";

/// What helps where nothing can be kept.
const ELSEWHERE: &str = if cfg!(target_os = "linux") {
    "A copy is kept again once that folder can be written, or another one that XDG_DATA_HOME names."
} else {
    "A copy is kept again once that folder can be written."
};

/// What the window starts with.
#[derive(Debug, Clone)]
pub struct Startup {
    /// A file for source A.
    pub a: Option<PathBuf>,
    /// A file for source B.
    pub b: Option<PathBuf>,
    /// Further files, for sources to choose from.
    pub more: Vec<PathBuf>,
    /// Whether to use the system's file dialogs, its browser and its choice of light or dark. Without them the
    /// window asks for a path, says where a page to print is, and is light unless the user says otherwise.
    pub file_dialogs: bool,
    /// The code of the language the window speaks, whatever the user chose before.
    pub language: Option<String>,
    /// Whether the second reader is asked, if the user has not switched it off.
    pub second_reader: bool,
    /// The folder of the copy that survives a crash; none is kept without.
    pub data: Option<PathBuf>,
    /// When the program started.
    pub started: Instant,
}

impl Default for Startup {
    fn default() -> Self {
        Self {
            a: None,
            b: None,
            more: Vec::new(),
            file_dialogs: true,
            language: None,
            second_reader: true,
            data: eframe::storage_dir(DATA),
            started: Instant::now(),
        }
    }
}

impl App {
    /// The window's state at the start, with what was remembered.
    pub fn new(cc: &eframe::CreationContext<'_>, startup: Startup) -> Self {
        let mut messages = Messages::default();
        let earlier = (cc.storage).and_then(|it| eframe::get_value(it, eframe::APP_KEY));
        let data = startup.data.as_deref();
        let (remembering, mut preferences, told) = Remembering::start(data, earlier, &cc.egui_ctx);
        let wish = startup.language.as_ref().or(preferences.language.as_ref());
        let unspoken = language::speak(wish.map(String::as_str), data);
        for told in told.into_iter().chain(unspoken) {
            messages.error(told);
        }
        if !startup.second_reader {
            preferences.second_reader = Asking::Never;
        }
        theme::install(&cc.egui_ctx);
        cc.egui_ctx.set_theme(preferences.theme);
        theme::set_motion(&cc.egui_ctx, !preferences.reduced_motion);
        // Ctrl with plus, minus and 0 are commands like all others.
        (cc.egui_ctx).options_mut(|options| options.zoom_with_keyboard = false);
        let jobs = Jobs::new(cc.egui_ctx.clone());
        if startup.file_dialogs {
            dialogs::probe(&jobs);
            system_theme::watch(&jobs);
        }
        let context = cc.egui_ctx.clone();
        let workspace = Workspace::new(Threads::default().giving_way(), move || {
            context.request_repaint();
        })
        .with_evidence_of(MOST_WITH_EVIDENCE);
        let mut actions = Actions::default();
        let named = startup.a.into_iter().chain(startup.b).chain(startup.more);
        for (side, placing, paths) in openings(named.collect()) {
            actions.open(side, placing, paths);
        }
        let elsewhere = tr(ELSEWHERE);
        let copy = Copy::start(startup.data.as_deref()).unwrap_or_else(|why| {
            messages.error(tr!("{why}. Save your work often. {elsewhere}"; why, elsewhere));
            Copy::default()
        });
        let documents = Documents::new(startup.data, copy);
        let mut app = Self {
            workspace,
            view: View::default(),
            preferences,
            remembering,
            messages,
            report: Vec::new(),
            jobs,
            dialogs: (!startup.file_dialogs).then_some(Dialogs::Missing),
            dialog: None,
            asked: None,
            reading: [None, None],
            looked: [None, None],
            saving: None,
            opens_files: startup.file_dialogs,
            documents,
            actions,
            title: String::new(),
            begin_with_story: false,
            started: startup.started,
            frames: 0,
            frame: Frame::default(),
        };
        app.ask_second();
        app.look_for_copies(false);
        app.look_for_recent();
        app
    }

    /// Names what is open in the title bar and the task switcher.
    fn set_title(&mut self, ctx: &egui::Context) {
        let names = Side::BOTH.map(|side| self.session().source(side).map(|s| s.name.as_str()));
        let mut title = match names {
            [Some(a), Some(b)] => tr!("{a} | {b} – Parallax"; a, b),
            [Some(one), None] | [None, Some(one)] => tr!("{one} – Parallax"; one),
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

    /// Does what was asked for; returns what that asks for in turn.
    fn done(&mut self, actions: Actions, ctx: &egui::Context) -> Actions {
        self.actions = actions;
        self.act(ctx);
        std::mem::take(&mut self.actions)
    }

    /// Keeps what was asked for in a frame: it is done before the next, where jobs and dialogs can be
    /// started.
    fn after(&mut self, ui: &egui::Ui, actions: Actions) {
        if !actions.is_empty() {
            ui.ctx().request_repaint();
        }
        self.actions = actions;
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

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.frame.tell(frame.info().cpu_usage, self.view.page);
        self.frame.go_on();
        while let Some(event) = self.jobs.next() {
            self.on_event(event, ctx);
        }
        self.frame.step("events");
        self.act(ctx);
        self.frame.step("actions");
        self.open_dialog(frame);
        self.begin_with_story();
        self.frame.step("beginning with a story");
        let started = self.workspace.update();
        self.say_if_not(started);
        self.frame.step("workspace");
        self.watch_second();
        if self.view.page == super::Page::Write || self.view.pages.writing.typed.is_some() {
            self.follow_draft(ctx);
        }
        if self.view.page == super::Page::Study {
            self.follow_study();
        }
        self.guard_closing(ctx);
        self.frame.step("second reader, draft, study");
        self.keep_copy(ctx);
        self.frame.step("copy of unsaved work");
        self.remember(ctx);
        self.set_title(ctx);
        self.frame.step("what is remembered");
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.note_first_frame(ui.ctx());
        self.frame.go_on();
        let mut actions = std::mem::take(&mut self.actions);
        keyboard::read(self, ui, &mut actions);
        // What keys ask for is done at once: what is typed after them meets the field they open.
        actions = self.done(actions, ui.ctx());
        panels::drop::read(self, ui, &mut actions);
        self.frame.step("keys");
        self.view.width = ui.available_width();
        self.view.resizing = false;
        if self.view.presenting {
            panels::chart::present(self, ui, &mut actions);
            panels::overlay::show(self, ui, &mut actions);
            self.after(ui, actions);
            return;
        }
        panels::bar::show(self, ui, &mut actions);
        self.frame.step("bar");
        (self.view.find).refresh(self.workspace.session(), ui.ctx());
        self.frame.step("finding");
        panels::status::show(self, ui, &mut actions);
        self.frame.step("status");
        pages::manual::beside(self, ui, &mut actions);
        let nothing = self.session().is_empty() && !self.is_reading();
        if nothing && self.view.page.is_of_articles() {
            panels::welcome::show(self, ui, &mut actions);
        } else {
            if self.view.page.is_of_articles() {
                panels::first_look::show(self, ui);
                panels::filter::show(self, ui, &mut actions);
                self.frame.step("filter");
            }
            panels::find::show(self, ui, &mut actions);
            panels::evidence::show(self, ui, &mut actions);
            self.frame.step("evidence");
            panels::chart::show(self, ui, &mut actions);
            self.frame.step("chart");
            pages::show(self, ui, &mut actions);
            self.frame.step("page");
        }
        panels::messages::show(self, ui, &mut actions);
        panels::overlay::show(self, ui, &mut actions);
        let filter = self.workspace.session().filter();
        let is_answered = filter.is_empty() || self.workspace.counting().is_some();
        self.frame.follow(filter, is_answered);
        self.frame.step("messages and windows");
        self.after(ui, actions);
    }

    /// Kept by `Remembering`: what eframe writes may be torn.
    fn persist_egui_memory(&self) -> bool {
        false
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.remember_all();
        self.end_copy();
        self.drop_printed();
    }
}
