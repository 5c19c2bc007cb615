//! Runs the drawing function without a window: a context of its own, on any thread.

use egui::epaint::ClippedShape;
use egui::{Context, Pos2, RawInput, Rect, Vec2, ViewportId};

use super::figure;
use super::fonts::{fonts, paper};
use crate::chart::{Chart, Theme};

/// Text is laid out on a grid this much finer than a point, so that letters stand where the font
/// wants them.
const DETAIL: f32 = 4.0;
/// One pass to learn the height that is needed and the size of the axes, one to draw.
const PASSES: u8 = 2;

/// What a figure paints.
pub(super) struct Painted {
    /// Its shapes, in order.
    pub(super) shapes: Vec<ClippedShape>,
    /// The size of the page: as asked for, or higher where the figure needs more.
    pub(super) size: Vec2,
}

/// Paints a figure on a page of this size; higher where title, rows and caption would not fit.
pub(super) fn paint(chart: &Chart, size: Vec2, theme: Theme) -> Painted {
    let context = Context::default();
    context.set_fonts(fonts());
    context.set_theme(match theme {
        Theme::Light => egui::Theme::Light,
        Theme::Dark => egui::Theme::Dark,
    });
    context.all_styles_mut(|style| style.animation_time = 0.0);
    let mut page = size;
    let mut shapes = Vec::new();
    for pass in 0..PASSES {
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, page)),
            time: Some(f64::from(pass)),
            focused: false,
            ..RawInput::default()
        };
        if let Some(viewport) = input.viewports.get_mut(&ViewportId::ROOT) {
            viewport.native_pixels_per_point = Some(DETAIL);
        }
        let mut needed = 0.0;
        let mut output = context.run_ui(input, |ui| {
            let frame = egui::Frame::new().fill(paper(theme));
            let panel = egui::CentralPanel::default().frame(frame);
            panel.show(ui, |ui| {
                figure::show(ui, chart, theme);
                needed = ui.min_rect().bottom();
            });
        });
        shapes = std::mem::take(&mut output.shapes);
        output.drop_without_applying_deltas();
        if pass + 1 < PASSES {
            page.y = page.y.max(needed.ceil());
        }
    }
    Painted { shapes, size: page }
}
