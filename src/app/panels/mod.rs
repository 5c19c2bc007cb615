//! Everything around the text: the bar, the drawers of chart and evidence, messages and the windows over
//! the page.

pub(super) mod bar;
pub(super) mod chart;
pub(super) mod drop;
pub(super) mod evidence;
mod figures;
pub(super) mod filter;
pub(super) mod find;
pub(super) mod first_look;
mod menu;
pub(super) mod messages;
pub(super) mod overlay;
pub(super) mod status;
pub(super) mod welcome;

use crate::article::Side;

/// The shape that stands for a source: a disc for A, a triangle for B.
const fn sign(side: Side) -> &'static str {
    match side {
        Side::A => "●",
        Side::B => "△",
    }
}

/// Whether the edge of a panel is held by the pointer.
fn is_resized(ui: &egui::Ui, panel: egui::IdSalt) -> bool {
    let edge = ui.scope_id().with(panel).with("__resize");
    let edge = ui.ctx().read_response(edge);
    edge.is_some_and(|edge| edge.is_pointer_button_down_on() || edge.dragged())
}
