//! Titles, explanations, links and fields: the words around what is shown, and the names that screen
//! readers hear.

use egui::{Key, Label, Response, RichText, Role, TextEdit, Ui, WidgetInfo, WidgetText};

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
    wrapped(RichText::new(text).small().weak(), ui);
}

/// Text wrapped to the width there is.
pub(crate) fn wrapped(text: impl Into<WidgetText>, ui: &mut Ui) -> Response {
    ui.add(Label::new(text).wrap())
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

/// Text in place of what a control shows, for screen readers.
pub(crate) fn named(response: &Response, role: Role, name: &str) {
    response.widget_info(|| WidgetInfo::labeled(role, response.enabled(), name));
}

/// The same for a control that is on or off.
pub(crate) fn named_choice(response: &Response, role: Role, on: bool, name: &str) {
    response.widget_info(|| WidgetInfo::selected(role, response.enabled(), on, name));
}

/// A line to write in with its name before it.
pub(crate) fn field(name: &str, text: &mut String, width: f32, ui: &mut Ui) -> Response {
    let label = ui.label(name);
    line(&label, text, width, ui)
}

/// A line to write in whose name stands elsewhere, as in a grid.
pub(crate) fn line(name: &Response, text: &mut String, width: f32, ui: &mut Ui) -> Response {
    let line = TextEdit::singleline(text).desired_width(width);
    ui.add(line).labelled_by(name.id)
}

/// Whether what stands in a field was entered just now.
pub(crate) fn entered(field: &Response, ui: &Ui) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}
