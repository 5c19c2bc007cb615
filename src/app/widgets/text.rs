//! Text that can be read, selected with the mouse, marked and clicked.

use std::sync::Arc;

use egui::{Galley, Response, Role, Sense, Ui, text::LayoutJob};

use super::bidi::{self, Ordered};
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
    if bidi::is_needed(text) {
        return from_right(ui, text, &format, marks);
    }
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

/// The same for text that runs from right to left. Its words are drawn in another order than they are written in, so
/// that it cannot be selected with the mouse: what would be copied is not the text.
fn from_right(
    ui: &mut Ui,
    text: &str,
    format: &egui::TextFormat,
    marks: impl IntoIterator<Item = (Span, marks::Style)>,
) -> Shown {
    let width = ui.available_width();
    let mut job = LayoutJob::single_section(text.to_owned(), format.clone());
    job.wrap.max_width = width;
    let broken = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let ordered = Ordered::new(text, &lines(&broken, text));
    let mut job = LayoutJob::single_section(ordered.text.clone(), format.clone());
    if ordered.from_right {
        job.halign = egui::Align::RIGHT;
    }
    let galley: Arc<Galley> = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) =
        ui.allocate_exact_size(egui::vec2(width, galley.size().y), Sense::click());
    named(&response, Role::Label, text);
    let origin = if ordered.from_right {
        rect.right_top()
    } else {
        rect.min
    };
    let relative = |pos: Option<egui::Pos2>| {
        let at = pos.and_then(|pos| marks::byte_at(&galley, &ordered.text, pos - origin))?;
        ordered.byte(at)
    };
    let clicked = relative(
        response
            .interact_pointer_pos()
            .filter(|_| response.clicked()),
    );
    let hovered = relative(response.hover_pos());
    if ui.is_rect_visible(rect) {
        let seen = marks
            .into_iter()
            .flat_map(|(span, style)| ordered.spans(span).map(move |span| (span, style)));
        let painter = ui.painter();
        marks::paint(painter, &galley, origin, &ordered.text, seen);
        painter.galley(origin, galley, format.color);
    }
    Shown {
        response,
        clicked,
        hovered,
    }
}

/// The bytes of each line that `galley` broke `text` into.
fn lines(galley: &Galley, text: &str) -> Vec<std::ops::Range<usize>> {
    let mut letters = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let mut start = letters.next().unwrap_or_default();
    let mut lines = Vec::with_capacity(galley.rows.len());
    for row in &galley.rows {
        let count = row.glyphs.len();
        let end = match count {
            0 => start,
            _ => letters.nth(count - 1).unwrap_or(text.len()),
        };
        lines.push(start..end);
        start = if row.ends_with_newline {
            letters.next().unwrap_or(text.len())
        } else {
            end
        };
    }
    lines
}
