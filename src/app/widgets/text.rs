//! Text that can be read, selected with the mouse, marked and clicked.

use std::sync::Arc;

use egui::{Galley, Response, Role, Sense, Ui, text::LayoutJob};

use super::labels::named;
use super::marks;
use crate::article::Span;

/// What came of showing a text.
pub(crate) struct Shown {
    /// Hover, click and focus of the whole text.
    pub(crate) response: Response,
    /// The byte of the text that was clicked.
    pub(crate) clicked: Option<usize>,
    /// The byte of the text under the pointer.
    pub(crate) hovered: Option<usize>,
}

/// Shows `text` wrapped to the width there is, with `marks`; `format` gives its look. The text can
/// be selected and copied like any label.
pub(crate) fn show(
    ui: &mut Ui,
    text: &str,
    format: egui::TextFormat,
    marks: impl IntoIterator<Item = (Span, marks::Style)>,
) -> Shown {
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap.max_width = ui.available_width();
    let color = job
        .sections
        .first()
        .map_or(egui::Color32::PLACEHOLDER, |section| section.format.color);
    let galley: Arc<Galley> = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click_and_drag());
    named(&response, Role::Label, text);
    let relative =
        |pos: Option<egui::Pos2>| pos.and_then(|pos| marks::byte_at(&galley, text, pos - rect.min));
    let clicked = relative(
        response
            .interact_pointer_pos()
            .filter(|_| response.clicked()),
    );
    let hovered = relative(response.hover_pos());
    if ui.is_rect_visible(rect) {
        marks::paint(ui.painter(), &galley, rect.min, text, marks);
        if ui.style().interaction.selectable_labels {
            egui::text_selection::LabelSelectionState::label_text_selection(
                ui,
                &response,
                rect.min,
                galley,
                color,
                egui::Stroke::NONE,
            );
        } else {
            ui.painter().galley(rect.min, galley, color);
        }
    }
    Shown {
        response,
        clicked,
        hovered,
    }
}
