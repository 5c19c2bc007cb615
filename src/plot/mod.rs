//! Draws a [`Chart`] with `egui_plot`, once: in the window, or off screen to SVG, PNG and PDF. What is
//! saved is what is seen, because one function draws both.

mod attributes;
mod axes;
mod brush;
mod figure;
mod fonts;
mod glyphs;
mod layout;
mod legend;
mod lettering;
mod marks;
mod metadata;
mod offscreen;
mod pdf;
mod png;
mod pointer;
mod report;
mod save;
mod shapes;
mod svg;
mod tree;

pub use fonts::fonts;
pub use pdf::pdf;
pub use png::{Picture, PictureError, picture, png, thumbnail};
pub use pointer::Response;
pub use report::{report_charts, study_charts};
pub use save::{ChartFormat, SaveChartError, SaveOptions, save_all, save_chart};
pub use svg::{SvgText, svg, svg_with};

use crate::chart::{Chart, Target, Theme};

/// Draws the figure into the room that is left in `ui`, all of it and no more, and the mark of `selected` lit
/// up. Its caption is [`Chart::caption`], which only files carry.
///
/// Of rows that do not fit, those that say most are shown, with how many they are of how many. The wheel never
/// zooms: that takes Ctrl or a pinch.
pub fn show(
    ui: &mut egui::Ui,
    chart: &Chart,
    theme: Theme,
    selected: Option<&Target>,
    id_salt: impl std::hash::Hash + std::fmt::Debug,
) -> Response {
    ui.push_id(id_salt, |ui| figure::in_window(ui, chart, theme, selected))
        .inner
}
