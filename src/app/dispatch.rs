//! Applies commands, actions and what jobs report. The only place that changes the window's state.

use crate::article::Side;
use crate::score::tone::ToneOptions;

use super::dialogs::Purpose;
use super::jobs::{Event, Placing};
use super::reader;
use super::view::{Details, Overlay, Preferences, Selection};
use super::{Action, App, Command};

impl App {
    /// Does one thing that was asked for.
    pub(super) fn apply(&mut self, action: Action, ctx: &egui::Context, frame: &mut eframe::Frame) {
        match action {
            Action::Run(command) => self.run_command(command, ctx, frame),
            Action::Select(selection) => self.select(selection),
            Action::GoTo(selection) => self.go_to(selection),
            Action::ShowWord(word) => {
                self.view.selection = None;
                self.view.word = Some(word);
                self.preferences.evidence_open = true;
            }
            Action::Choose(a, b, together) => {
                let label = if together { "match" } else { "rejected match" };
                self.history
                    .edit(label, |session| session.choose(a, b, together));
            }
            Action::Hover(target) => self.view.hovered = target,
            Action::Open(side, placing, paths) => self.read_files(side, placing, paths),
            Action::StopReading(side) => self.stop_reading(side),
            Action::ShowSource(side, id) => {
                self.history
                    .edit("choice of source", |session| session.show(side, id));
                self.forget_places();
            }
            Action::OpenText(side, text) => self.open_text(side, "Pasted text", &text),
            Action::SetDetails(side, details) => {
                self.history.edit("correction", |session| {
                    session.rename(side, &details.source);
                    session.set_headline(side, &details.headline);
                    session.set_facts(side, &details.outlet, &details.published);
                });
                self.view.rows_mut(side).reset();
            }
            Action::SetKind(side, block, kind) => {
                let label = if kind.is_scored() {
                    "restore"
                } else {
                    "set aside"
                };
                self.history
                    .edit(label, |session| session.set_block_kind(side, block, kind));
            }
            Action::ReadArticle(side, index) => {
                if self.session().source(side).map(|source| source.current) == Some(index) {
                    return;
                }
                self.history
                    .edit("choice of article", |s| s.read_article(side, index));
                self.forget_place(side);
            }
            Action::SaveChart(path, if_there) => self.save_chart(path, if_there, ctx),
            Action::Copy(text) => ctx.copy_text(text),
            Action::DismissMessages => self.messages.dismiss(),
        }
    }

    fn run_command(&mut self, command: Command, ctx: &egui::Context, frame: &mut eframe::Frame) {
        if let Some(why) = command.why_not(self) {
            self.messages.info(format!("{}: {why}", command.label()));
            return;
        }
        match command {
            Command::Open(side) => self.ask(Purpose::Open(side, Placing::Replace), frame),
            Command::Add(side) => self.ask(Purpose::Open(side, Placing::Add), frame),
            Command::SaveChart => self.ask(Purpose::SaveChart, frame),
            Command::Paste(side) => {
                self.view.overlay = Overlay::Paste {
                    side,
                    text: String::new(),
                };
            }
            Command::OpenSample => self.open_sample(),
            Command::Close(side) => {
                self.history.edit("close", |session| session.close(side));
                self.forget_place(side);
            }
            Command::Swap => self.swap(),
            Command::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Command::Undo => {
                self.history.undo();
                self.forget_places();
            }
            Command::Redo => {
                self.history.redo();
                self.forget_places();
            }
            Command::NextParagraph => self.step(true),
            Command::PreviousParagraph => self.step(false),
            Command::OtherSide => self.change_side(),
            Command::ClearSelection => self.select(None),
            Command::ToggleCorrection(correction) => {
                self.history.edit("setting", |session| {
                    correction.toggle(&mut session.settings.tone);
                });
            }
            Command::ToggleAnyLanguage => self.history.edit("setting", |session| {
                session.settings.any_language = !session.settings.any_language;
            }),
            Command::Details(side) => self.view.overlay = self.details(side),
            Command::ToggleExact => self.history.edit("setting", |session| {
                let tone = &mut session.settings.tone;
                let exact = *tone == ToneOptions::EXACT;
                *tone = if exact {
                    ToneOptions::default()
                } else {
                    ToneOptions::EXACT
                };
            }),
            _ => self.change_view(command, ctx),
        }
    }

    /// Commands that change only what is shown.
    fn change_view(&mut self, command: Command, ctx: &egui::Context) {
        let preferences = &mut self.preferences;
        match command {
            Command::ShowChart(kind) => {
                preferences.chart = kind;
                preferences.chart_open = true;
            }
            Command::ToggleChart => preferences.chart_open = !preferences.chart_open,
            Command::ToggleEvidence => preferences.evidence_open = !preferences.evidence_open,
            Command::ThemeSystem => set_theme(preferences, egui::ThemePreference::System, ctx),
            Command::ThemeLight => set_theme(preferences, egui::ThemePreference::Light, ctx),
            Command::ThemeDark => set_theme(preferences, egui::ThemePreference::Dark, ctx),
            Command::ResetLayout => {
                self.preferences = Preferences::default();
                ctx.memory_mut(|memory| *memory = egui::Memory::default());
                super::theme::install(ctx);
                ctx.set_theme(self.preferences.theme);
                ctx.set_zoom_factor(1.0);
            }
            Command::ImportReport => self.view.overlay = Overlay::ImportReport,
            Command::Messages => self.view.overlay = Overlay::Messages,
            Command::Methods => self.view.overlay = Overlay::Methods,
            Command::Shortcuts => self.view.overlay = Overlay::Shortcuts,
            Command::About => self.view.overlay = Overlay::About,
            _ => {}
        }
    }

    /// Takes in what a job reports.
    pub(super) fn on_event(&mut self, event: Event) {
        match event {
            Event::Reading(side, progress) => self.on_progress(side, progress),
            Event::Opened(side, placing, import) => self.on_opened(side, placing, import),
            Event::Analysed(article, settings, analysis) => {
                self.analyses.insert(article, &settings, analysis);
                self.analyses.tidy();
            }
            Event::Compared(request, comparison) => self.comparing.insert(request, comparison),
            Event::Picked(purpose, paths) => self.on_picked(purpose, paths),
            Event::NoDialog(purpose) => {
                self.dialog = None;
                self.offer_path(purpose);
            }
            Event::Probed(dialogs) => self.dialogs = Some(dialogs),
            Event::Saved(path, Ok(())) => {
                self.messages.info(format!("Saved {}.", path.display()));
            }
            Event::Saved(_, Err(why)) => self.messages.error(why),
            Event::NoThread(why) => self.messages.error(format!(
                "The system could not start more work ({why}). Close other programs and try again."
            )),
        }
    }

    /// What the user may correct on `side`, as it is now.
    fn details(&self, side: Side) -> Overlay {
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        let session = self.session();
        let article = session.article(side);
        let headline = article.and_then(|article| article.headline.as_ref());
        Overlay::Details(
            side,
            Details {
                source: text(session.source(side).map(|source| &source.name)),
                headline: text(headline.map(|headline| &headline.text)),
                outlet: text(article.and_then(|article| article.outlet.as_ref())),
                published: text(article.and_then(|article| article.published.as_ref())),
            },
        )
    }

    fn swap(&mut self) {
        self.history.edit("swap", super::Session::swap);
        self.view.rows.swap(0, 1);
        self.view.hovered = None;
        self.view.selection = self.view.selection.map(Selection::swapped);
    }

    fn select(&mut self, selection: Option<Selection>) {
        if let Some(selection) = selection {
            self.view.last_side = Some(selection.side());
            self.preferences.evidence_open |= self.view.selection.is_none();
        }
        self.view.selection = selection;
        self.view.word = None;
    }

    fn go_to(&mut self, selection: Selection) {
        self.select(Some(selection));
        let row = selection.block_index().map_or(0, reader::row_of_block);
        self.view.rows_mut(selection.side()).jump_to(row);
    }

    /// Selects the next or previous scored block; the first or last if none is selected.
    fn step(&mut self, forward: bool) {
        let side = self.active_side();
        let current = self.view.selection.and_then(Selection::block_index);
        let Some(article) = self.session().article(side).cloned() else {
            return;
        };
        let mut blocks = article.scored_blocks().map(|(index, _)| index);
        let target = match (current, forward) {
            (None, true) => blocks.next(),
            (None, false) => blocks.last(),
            (Some(at), true) => blocks.find(|index| *index > at),
            (Some(at), false) => blocks.take_while(|index| *index < at).last(),
        };
        if let Some(block) = target {
            self.go_to(Selection::block(side, block));
        }
    }

    /// Moves the selection to the paragraph of the other source that stands at the same place.
    fn change_side(&mut self) {
        let side = self.active_side();
        let other = side.other();
        let (Some(here), Some(there)) =
            (self.session().article(side), self.session().article(other))
        else {
            return;
        };
        let at = self.view.selection.and_then(Selection::block_index);
        let place = here
            .scored_blocks()
            .take_while(|(index, _)| Some(*index) != at)
            .count();
        let blocks: Vec<usize> = there.scored_blocks().map(|(index, _)| index).collect();
        let place = if at.is_none() { 0 } else { place };
        let block = blocks.get(place).or(blocks.last()).copied();
        if let Some(block) = block {
            self.go_to(Selection::block(other, block));
        }
    }

    /// The side that keys act on: the selection's, or one that holds an article.
    fn active_side(&self) -> Side {
        let selected = self.view.selection.map(Selection::side);
        let side = selected.or(self.view.last_side).unwrap_or(Side::A);
        if self.session().article(side).is_some() {
            side
        } else {
            side.other()
        }
    }

    /// Other text stands on `side` now: what was selected and measured there is gone.
    pub(super) fn forget_place(&mut self, side: Side) {
        self.view.rows_mut(side).reset();
        self.view.hovered = None;
        if self.view.selection.is_some_and(|s| s.side() == side) {
            self.view.selection = None;
        }
    }

    pub(super) fn forget_places(&mut self) {
        for side in Side::BOTH {
            self.forget_place(side);
        }
    }
}

fn set_theme(preferences: &mut Preferences, theme: egui::ThemePreference, ctx: &egui::Context) {
    preferences.theme = theme;
    ctx.set_theme(theme);
}
