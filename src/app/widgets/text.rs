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
    // Letters that belong together are counted otherwise than they are written: places are found by widths.
    let measured = |ui: &Ui, text: &str| {
        let job = LayoutJob::single_section(text.to_owned(), format.clone());
        ui.fonts_mut(|fonts| fonts.layout_job(job)).size().x
    };
    let lines = lines(text, width, |line| measured(ui, line));
    let ordered = Ordered::new(text, &lines);
    let mut job = LayoutJob::single_section(ordered.text.clone(), format.clone());
    if ordered.from_right {
        job.halign = egui::Align::RIGHT;
    }
    let galley: Arc<Galley> = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = egui::vec2(width, galley.size().y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    named(&response, Role::Label, text);
    let origin = if ordered.from_right {
        rect.right_top()
    } else {
        rect.min
    };
    let place = |ui: &Ui, span: Span| {
        let before = ordered.text.get(..span.start)?;
        let row = galley.rows.get(before.matches('\n').count())?;
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let left = measured(ui, ordered.text.get(line..span.start)?);
        let right = measured(ui, ordered.text.get(line..span.end)?);
        let [top, bottom] = [row.min_y(), row.max_y()];
        let place = egui::Rect::from_min_max(
            egui::pos2(row.pos.x + left, top),
            egui::pos2(row.pos.x + right, bottom),
        );
        Some(place.translate(origin.to_vec2()))
    };
    let byte_at = |ui: &Ui, pos: Option<egui::Pos2>| {
        let pos = pos?;
        let mut pieces = ordered.pieces();
        let (_, shown) =
            pieces.find(|(seen, _)| place(ui, *seen).is_some_and(|place| place.contains(pos)))?;
        Some(shown.start)
    };
    let pressed = response.interact_pointer_pos();
    let clicked = byte_at(ui, pressed.filter(|_| response.clicked()));
    let hovered = byte_at(ui, response.hover_pos());
    if ui.is_rect_visible(rect) {
        for (span, style) in marks {
            for place in ordered.spans(span).filter_map(|span| place(ui, span)) {
                marks::one(ui.painter(), place, style);
            }
        }
        ui.painter().galley(origin, galley.clone(), format.color);
    }
    Shown {
        response,
        clicked,
        hovered,
    }
}

/// The bytes of each line that `text` is broken into, at spaces, where it is `width` points wide.
fn lines(text: &str, width: f32, measured: impl Fn(&str) -> f32) -> Vec<std::ops::Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut end) = (0, 0);
    for word in text.split_inclusive([' ', '\n']) {
        let next = end + word.len();
        let line = text.get(start..next).unwrap_or_default();
        if start < end && measured(line.trim_end()) > width {
            lines.push(start..end);
            start = end;
        }
        end = next;
        if word.ends_with('\n') {
            lines.push(start..end - 1);
            start = end;
        }
    }
    lines.push(start..end);
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn lines_break_at_spaces_and_where_the_text_does() {
        let measured = |line: &str| f32::from(u8::try_from(line.len()).unwrap_or(u8::MAX));
        let text = "one two three\nfour";
        let found = lines(text, 8.0, measured);
        let found: Vec<&str> = found
            .into_iter()
            .filter_map(|line| text.get(line))
            .collect();
        assert_eq!(found, ["one two ", "three", "four"]);
    }
}
