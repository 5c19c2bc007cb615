//! Applies commands, actions and what jobs report. The only place that changes the window's state.

use crate::chart::Position;
use crate::score::tone::ToneOptions;

use crate::load::Mapping;

use super::jobs::Event;
use super::purpose::{Placing, Purpose};
use super::view::{Overlay, Preferences};
use super::{Action, App, Command, Leaving, SourceAction};
use crate::session::{History, Session, SourceId};

impl App {
    /// Does one thing that was asked for.
    pub(super) fn apply(&mut self, action: Action, ctx: &egui::Context, frame: &mut eframe::Frame) {
        match action {
            Action::Run(command) => self.run_command(command, ctx, frame),
            Action::Select(selection) => self.select(selection),
            Action::GoTo(selection) => self.go_to(selection),
            Action::Show(focus) => self.show_focus(focus),
            Action::Overlay(overlay) => self.view.overlay = overlay,
            Action::Source(id, what) => self.change_source(id, what),
            Action::Exclude(word, excluded) => {
                let label = if excluded {
                    "leave out a word"
                } else {
                    "count a word"
                };
                self.history
                    .edit(label, |session| session.set_excluded(&word, excluded));
            }
            Action::Seed(seed) => self.history.edit("seed", |session| session.seed = seed),
            Action::Choose(a, b, together) => {
                let label = if together { "match" } else { "rejected match" };
                self.history
                    .edit(label, |session| session.choose(a, b, together));
            }
            Action::Hover(target) => self.view.hovered = target,
            Action::Open(side, placing, paths) => {
                self.read_files(side, placing, paths, Mapping::new());
            }
            Action::OpenMapped(side, path, mapping) => {
                self.read_files(side, Placing::Replace, vec![path], mapping);
            }
            Action::Fields(path) => self.ask_fields(path),
            Action::StopComparing => self.comparing.stop(),
            Action::CompareAgain => self.comparing.again(),
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
            Action::SetKind(at, kind) => {
                let label = if kind.is_scored() {
                    "restore"
                } else {
                    "set aside"
                };
                self.history
                    .edit(label, |session| session.set_block_kind(at, kind));
            }
            Action::ReadArticle(side, index) => self.read_article(side, index),
            Action::Save(output, path, if_there) => self.save_output(output, path, if_there, ctx),
            Action::StopSaving => {
                if let Some(saving) = &self.saving {
                    saving
                        .stop
                        .store(true, std::sync::atomic::Ordering::Relaxed);
                }
            }
            Action::OpenRecent(path) => self.open_recent(path),
            Action::ForgetRecent => self.preferences.recent.clear(),
            Action::Recover(Some(copy)) => self.recover(*copy),
            Action::Recover(None) => self.drop_copy(),
            Action::Leave(Leaving::Discard) => self.leave(ctx),
            Action::Leave(Leaving::Save) => self.save_and_leave(ctx, frame),
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
            Command::Save(output) => self.ask(Purpose::Save(output), frame),
            Command::OpenDocument => self.ask(Purpose::OpenDocument, frame),
            Command::SaveDocument => self.save_document(ctx, frame),
            Command::CopyChart => self.copy_chart(ctx),
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
            Command::Undo => self.travel(History::undo),
            Command::Redo => self.travel(History::redo),
            Command::NextParagraph => self.step(true),
            Command::PreviousParagraph => self.step(false),
            Command::OtherSide => self.change_side(),
            Command::NextMatch => self.step_match(true),
            Command::PreviousMatch => self.step_match(false),
            Command::Counterpart => self.go_to_counterpart(),
            Command::RejectMatch => self.reject_match(),
            Command::Stronger => self.step_strength(true),
            Command::Weaker => self.step_strength(false),
            Command::ClearSelection => self.let_go(),
            Command::ResetMatches => {
                self.history
                    .edit("reset of matches", Session::reset_choices);
            }
            Command::Find => self.open_find(),
            Command::FindNext => self.find_step(true),
            Command::FindPrevious => self.find_step(false),
            Command::CopyCitation => {
                if let Some(text) = self.citation() {
                    ctx.copy_text(text);
                }
            }
            Command::CopyTable => {
                if let Some(chart) = self.chart() {
                    ctx.copy_text(chart.table.to_tsv());
                }
            }
            Command::ToggleCorrection(correction) => {
                self.history.edit("setting", |session| {
                    correction.toggle(&mut session.settings.tone);
                });
            }
            Command::ToggleAnyLanguage => self.history.edit("setting", |session| {
                session.settings.any_language = !session.settings.any_language;
            }),
            Command::Details(side) => self.view.overlay = self.details(side),
            Command::ResetSettings => self.history.edit("reset of scoring", |session| {
                session.settings = crate::score::Settings::default();
                session.seed = crate::compare::Options::default().seed;
            }),
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
            Command::ShowPage(page) => self.view.page = page,
            Command::ToggleLayer(layer) => preferences.layers.toggle(layer),
            Command::ToggleChartTable => {
                preferences.chart_as_table = !preferences.chart_as_table;
                preferences.chart_open = true;
            }
            Command::ToggleArcPercent => {
                let position = &mut preferences.chart_options.position;
                *position = match *position {
                    Position::Words => Position::Percent,
                    Position::Percent => Position::Words,
                };
            }
            Command::ToggleEditableText => {
                preferences.editable_text = !preferences.editable_text;
            }
            Command::ToggleReducedMotion => {
                preferences.reduced_motion = !preferences.reduced_motion;
                super::theme::set_motion(ctx, !preferences.reduced_motion);
            }
            Command::ZoomIn => zoom(ctx, 0.1),
            Command::ZoomOut => zoom(ctx, -0.1),
            Command::ZoomReset => ctx.set_zoom_factor(1.0),
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
            Command::ImportReport => self.view.overlay = Overlay::ImportReport(None),
            Command::Messages => self.view.overlay = Overlay::Messages,
            Command::Palette => self.view.overlay = Overlay::Palette(String::new(), 0),
            Command::Shortcuts => self.view.overlay = Overlay::Shortcuts,
            Command::About => self.view.overlay = Overlay::About,
            _ => {}
        }
    }

    /// Takes in what a job reports.
    pub(super) fn on_event(&mut self, event: Event, ctx: &egui::Context) {
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
            Event::Fields(path, Ok(fields)) => self.show_fields(path, fields),
            Event::Saving(progress) => {
                if let Some(saving) = &mut self.saving {
                    saving.progress = progress;
                }
            }
            Event::Saved(output, saved, session) => self.on_saved(output, saved, &session, ctx),
            Event::Picture(Ok(picture)) => {
                let size = [picture.width, picture.height];
                ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(
                    size,
                    &picture.rgba,
                ));
            }
            Event::Fields(_, Err(why)) | Event::Picture(Err(why)) | Event::NoCopy(why) => {
                self.messages.error(why);
            }
            Event::Document(path, opened) => self.on_document(path, opened),
            Event::Recovered(found) => self.on_recovered(found),
            Event::NoThread(why) => self.messages.error(format!(
                "The system could not start more work ({why}). Close other programs and try again."
            )),
        }
    }

    /// Renames, moves or closes a source.
    fn change_source(&mut self, id: SourceId, what: SourceAction) {
        match what {
            SourceAction::Up => self.history.edit("order of sources", |s| s.move_up(id)),
            SourceAction::Down => self.history.edit("order of sources", |s| s.move_down(id)),
            SourceAction::Rename(name) => self
                .history
                .edit("name of a source", |s| s.rename_source(id, &name)),
            SourceAction::Close => {
                self.history.edit("close", |s| s.remove(id));
                self.forget_places();
            }
        }
    }
}

/// Larger or smaller in steps, from 60 to 250 %.
fn zoom(ctx: &egui::Context, by: f32) {
    let steps = ((ctx.zoom_factor() + by) * 10.0).round();
    ctx.set_zoom_factor((steps / 10.0).clamp(0.6, 2.5));
}

fn set_theme(preferences: &mut Preferences, theme: egui::ThemePreference, ctx: &egui::Context) {
    preferences.theme = theme;
    ctx.set_theme(theme);
}
