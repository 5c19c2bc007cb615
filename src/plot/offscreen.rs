//! Runs the drawing function without a window: a context of its own, on any thread.

use egui::epaint::ClippedShape;
use egui::{Context, Pos2, RawInput, Rect, Vec2, ViewportId};

use super::figure;
use super::fonts::{fonts, paper};
use crate::chart::{Chart, Theme};

/// Text is laid out on a grid this much finer than a point, so that letters stand where the font
/// wants them.
const DETAIL: f32 = 4.0;
/// `egui_plot` takes one pass to learn the size of its axes.
const PASSES: u8 = 2;

/// Everything a figure of this size paints, in order.
pub(super) fn paint(chart: &Chart, size: Vec2, theme: Theme) -> Vec<ClippedShape> {
    let context = Context::default();
    context.set_fonts(fonts());
    context.set_theme(match theme {
        Theme::Light => egui::Theme::Light,
        Theme::Dark => egui::Theme::Dark,
    });
    context.all_styles_mut(|style| style.animation_time = 0.0);
    let mut shapes = Vec::new();
    for pass in 0..PASSES {
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
            time: Some(f64::from(pass)),
            focused: false,
            ..RawInput::default()
        };
        if let Some(viewport) = input.viewports.get_mut(&ViewportId::ROOT) {
            viewport.native_pixels_per_point = Some(DETAIL);
        }
        let mut output = context.run_ui(input, |ui| {
            egui::CentralPanel::default()
                .frame(egui::Frame::new().fill(paper(theme)))
                .show(ui, |ui| figure::show(ui, chart, theme, figure::Use::File));
        });
        shapes = std::mem::take(&mut output.shapes);
        output.drop_without_applying_deltas();
    }
    shapes
}
