//! Files dropped on the window: on the column they fall on, or where there is room, or after asking.

use std::path::PathBuf;

use egui::{Align2, Color32, FontId, Id, LayerId, Order, Ui};

use crate::article::Side;

use crate::app::theme::Tokens;
use crate::app::view::Overlay;
use crate::app::{Actions, App};
use crate::workspace::Placing;

/// Takes dropped files in, and shows where they would go while they hover.
pub(in crate::app) fn read(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    if ui.input(|input| !input.raw.hovered_files.is_empty()) {
        target(ui);
    }
    let (files, pointer) = ui.input(|input| {
        let files: Vec<PathBuf> = input
            .raw
            .dropped_files
            .iter()
            .map(|file| file.path().to_owned())
            .collect();
        (files, input.pointer.latest_pos())
    });
    if files.is_empty() {
        return;
    }
    // Some systems tell no position while files are dragged; then the pointer is where it was before.
    let side = pointer.map(|pos| {
        if pos.x < ui.max_rect().center().x {
            Side::A
        } else {
            Side::B
        }
    });
    let empty = Side::BOTH.map(|side| app.session().source(side).is_none());
    match (side, empty, files.as_slice()) {
        (None, [true, true], [a, b]) => {
            actions.open(Side::A, Placing::Together, vec![a.clone()]);
            actions.open(Side::B, Placing::Together, vec![b.clone()]);
        }
        (Some(side), _, _) => actions.open(side, Placing::Apart, files),
        (None, [true, _], _) => actions.open(Side::A, Placing::Apart, files),
        (None, [false, true], _) => actions.open(Side::B, Placing::Apart, files),
        (None, [false, false], _) => app.view.overlay = Overlay::Dropped(files),
    }
}

/// Names the two places files can be dropped on.
fn target(ui: &Ui) {
    let tokens = Tokens::of(ui);
    let painter = ui
        .ctx()
        .layer_painter(LayerId::new(Order::Foreground, Id::unique("drop")));
    let rect = ui.max_rect();
    painter.rect_filled(rect, 0.0, Color32::from_black_alpha(150));
    for side in Side::BOTH {
        let quarter = rect.width() / 4.0;
        let x = rect.min.x + quarter * (1.0 + 2.0 * side.index() as f32);
        let half = egui::Rect::from_center_size(
            egui::pos2(x, rect.center().y),
            egui::vec2(quarter * 2.0 - 24.0, rect.height() - 24.0),
        );
        let stroke = egui::Stroke::new(3.0, tokens.side(side));
        painter.rect_stroke(half, 10.0, stroke, egui::StrokeKind::Inside);
        painter.text(
            half.center(),
            Align2::CENTER_CENTER,
            format!("Drop to open as source {}", side.label()),
            FontId::proportional(22.0),
            Color32::WHITE,
        );
    }
}
