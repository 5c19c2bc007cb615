//! Sets the words of a figure: laid out, measured, cut where they must be, painted.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, Galley, Pos2, Ui};

use super::fonts;
use crate::chart::{Ink, Theme};

/// The size of letters in points and whether they are bold.
pub(super) type Face = (f32, bool);

/// What sets the words of one figure.
#[derive(Clone, Copy)]
pub(super) struct Lettering<'a> {
    pub(super) ui: &'a Ui,
    pub(super) theme: Theme,
    /// How much larger than usual everything is drawn.
    pub(super) scale: f32,
}

impl Lettering<'_> {
    pub(super) fn colour(&self, ink: Ink) -> Color32 {
        fonts::colour(ink, self.theme)
    }

    /// On one line.
    pub(super) fn line(&self, text: &str, face: Face, ink: Ink) -> Arc<Galley> {
        self.set(text, face, ink, TextWrapping::no_max_width())
    }

    /// On one line, cut to `room` points with an ellipsis.
    pub(super) fn cut(&self, text: &str, face: Face, ink: Ink, room: f32) -> Arc<Galley> {
        self.set(text, face, ink, TextWrapping::truncate_at_width(room))
    }

    /// On as many lines as `room` points ask for.
    pub(super) fn wrapped(&self, text: &str, face: Face, ink: Ink, room: f32) -> Arc<Galley> {
        self.set(text, face, ink, TextWrapping::wrap_at_width(room))
    }

    /// A label in full, or what stands before its brackets where the whole is longer than `room`.
    pub(super) fn fitting(&self, label: &str, face: Face, room: f32) -> Arc<Galley> {
        let whole = self.line(label, face, Ink::Muted);
        match label.split_once(" (") {
            Some((short, _)) if whole.size().x > room => self.line(short, face, Ink::Muted),
            _ => whole,
        }
    }

    pub(super) fn draw(&self, at: Pos2, galley: Arc<Galley>) {
        self.ui.painter().galley(at, galley, Color32::PLACEHOLDER);
    }

    fn set(&self, text: &str, (size, strong): Face, ink: Ink, wrap: TextWrapping) -> Arc<Galley> {
        let font = fonts::font(size * self.scale, strong);
        let format = TextFormat::simple(font, self.colour(ink));
        let mut job = LayoutJob::single_section(text.to_owned(), format);
        job.wrap = wrap;
        self.ui.painter().layout_job(job)
    }
}
