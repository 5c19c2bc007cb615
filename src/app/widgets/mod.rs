//! Small pieces of the window that know nothing of the program's state.

pub(super) mod marks;
pub(super) mod rows;
pub(super) mod table;
pub(super) mod text;

/// Draws a line around a control without a frame while it has the keyboard.
pub(super) fn focus_ring(ui: &egui::Ui, response: &egui::Response) {
    if response.has_focus() {
        let stroke = ui.visuals().selection.stroke;
        let rect = response.rect.expand2(egui::vec2(3.0, 1.0));
        ui.painter()
            .rect_stroke(rect, 4.0, stroke, egui::StrokeKind::Inside);
    }
}
