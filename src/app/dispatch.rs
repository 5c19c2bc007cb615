//! Takes in what jobs report.

use super::jobs::Event;
use super::state::App;

impl App {
    /// Takes in what a job reports.
    pub(super) fn on_event(&mut self, event: Event, ctx: &egui::Context) {
        match event {
            Event::Opened(side, placing, import) => self.on_opened(side, placing, import),
            Event::Picked(purpose, paths) => self.on_picked(purpose, paths, ctx),
            Event::NoDialog(purpose) => {
                self.dialog = None;
                self.offer_path(purpose);
            }
            Event::Probed(dialogs) => self.dialogs = Some(dialogs),
            Event::Fields(path, Ok(fields)) => self.show_fields(path, fields),
            Event::Saved(output, saved, session) => self.on_saved(output, saved, &session, ctx),
            Event::Printed(printed) => self.on_printed(printed),
            Event::Picture(Ok(picture)) => {
                let size = [picture.width, picture.height];
                ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(
                    size,
                    &picture.rgba,
                ));
                let title = self.chart().map(|chart| chart.title.clone());
                let title = title.unwrap_or_default();
                self.messages
                    .info(format!("Copied as a picture: “{title}”."));
            }
            Event::Fields(_, Err(why)) => self.messages.error(why.to_string()),
            Event::Picture(Err(why)) => self.messages.error(why.to_string()),
            Event::NoCopy(why) => self.messages.error(why.to_string()),
            Event::Document(path, opened) => self.on_document(path, opened),
            Event::Recovered(found) => self.on_recovered(found),
            Event::Missing(gone) => self.documents.missing = gone,
            Event::NoThread(why) => self.messages.error(why.to_string()),
        }
    }
}
