//! Takes in what jobs report.

use super::jobs::Event;
use super::state::App;
use super::theme;

use crate::text::tr;

impl App {
    /// Takes in what a job reports.
    pub(super) fn on_event(&mut self, event: Event, ctx: &egui::Context) {
        match event {
            Event::Opened(side, placing, import, sources) => {
                self.on_opened(side, placing, import, sources);
            }
            Event::Looked(side, placing, sources, reading) => {
                self.on_looked(side, placing, sources, &reading);
            }
            Event::Picked(purpose, paths) => self.on_picked(purpose, paths, ctx),
            Event::NoDialog(purpose) => {
                self.dialog = None;
                self.offer_path(purpose);
            }
            Event::SystemTheme(theme) => theme::set_system(ctx, theme),
            Event::Probed(dialogs) => self.dialogs = Some(dialogs),
            Event::Fields(path, Ok(fields)) => self.show_fields(path, fields),
            Event::Saved(output, path, saved, session) => {
                self.on_saved(output, path, saved, &session, ctx);
            }
            Event::Printed(printed) => self.on_printed(printed),
            Event::Picture(Ok(picture), title) => {
                let size = [picture.width, picture.height];
                ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(
                    size,
                    &picture.rgba,
                ));
                self.messages
                    .info(tr!("Copied as a picture: “{title}”."; title));
            }
            Event::Fields(_, Err(why)) => self.messages.error(why.to_string()),
            Event::Picture(Err(why), _) => self.messages.error(why.to_string()),
            Event::Copied(done, held) => self.on_copied(done, held),
            Event::Document(path, opened) => self.on_document(path, opened),
            Event::Words(text, shares) => self.on_words(&text, shares),
            Event::Checked(checked) => self.on_checked(*checked),
            Event::Sampled(study) => self.on_sampled(study),
            Event::Studied(told) => self.on_studied(*told),
            Event::Lists(read) => self.on_lists(*read),
            Event::Missing(gone) => self.documents.missing = gone,
            Event::Recovered(found, asked) => self.on_copies(found, asked),
            Event::NotOpened(what) => self.messages.error(what),
            Event::Remembered(done) => self.on_remembered(done),
            Event::NoThread(why) => self.messages.error(why.to_string()),
        }
    }
}
