//! Titles, explanations and links: the words around what is shown.

use egui::{Label, Response, RichText, Ui, WidgetText};

use crate::app::theme::semibold;

/// The title of a part of a page or panel.
pub(crate) fn title(text: impl Into<String>, ui: &mut Ui) {
    ui.label(RichText::new(text).family(semibold()).size(16.0));
}

/// The title of a part of a page, apart from what is above it.
pub(crate) fn section(text: impl Into<String>, ui: &mut Ui) {
    ui.add_space(14.0);
    title(text, ui);
}

/// An explanation, wrapped to the width there is.
pub(crate) fn note(text: impl Into<String>, ui: &mut Ui) {
    ui.add(Label::new(RichText::new(text).small().weak()).wrap());
}

/// Text that can be clicked, wrapped to the width there is.
pub(crate) fn link(text: impl Into<WidgetText>, ui: &mut Ui) -> Response {
    let response = ui.add(egui::Button::new(text).frame(false).wrap());
    focus_ring(ui, &response);
    response
}

/// Draws a line around a control without a frame while it has the keyboard.
pub(crate) fn focus_ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let stroke = ui.visuals().selection.stroke;
        let rect = response.rect.expand2(egui::vec2(3.0, 1.0));
        ui.painter()
            .rect_stroke(rect, 4.0, stroke, egui::StrokeKind::Inside);
    }
}
