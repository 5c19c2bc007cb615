//! Applies commands, actions and what jobs report. The only place that changes the window's state.

use crate::load::Mapping;

use super::jobs::Event;
use super::purpose::Placing;
use super::{Action, App, Leaving, SourceAction};
use crate::session::SourceId;

impl App {
    /// Does one thing that was asked for.
    pub(super) fn apply(&mut self, action: Action, ctx: &egui::Context) {
        match action {
            Action::Run(command) => command.run(self, ctx),
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
            Action::Leave(Leaving::Save) => self.save_and_leave(ctx),
            Action::Copy(text) => ctx.copy_text(text),
            Action::DismissMessages => self.messages.dismiss(),
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
