//! The layout of a figure: title, what it says, legend, plot, caption; never anything over the data.

use egui::text::{LayoutJob, TextFormat};
use egui::{Label, RichText, Role, Ui, Vec2, Vec2b, WidgetInfo};
use egui_plot::{Plot, PlotMemory, PlotTransform};

use super::fonts::{colour, font, paper};
use super::pointer::{self, Response};
use super::{axes, legend, marks};
use crate::chart::{Chart, Ink, Reach, Target, Theme, View};

/// The least height a plot needs to be read, axis included, in points.
const LEAST_PLOT: f32 = 130.0;
const ABOVE_PLOT: f32 = 4.0;
const MARGIN: f32 = 12.0;
const TITLE: f32 = 16.0;
const SUMMARY: f32 = 13.0;
const CAPTION: f32 = 11.0;

/// Where a figure is drawn.
#[derive(Clone, Copy)]
enum Medium<'a> {
    /// In the window, where it answers the pointer and keys.
    Window {
        /// What is selected.
        selected: Option<&'a Target>,
    },
    /// For a file.
    File,
}

/// Draws the whole figure into the room left in `ui`; what does not fit is reached by scrolling.
pub(super) fn scrolled(
    ui: &mut Ui,
    chart: &Chart,
    theme: Theme,
    selected: Option<&Target>,
) -> Response {
    let height = ui.available_height();
    egui::ScrollArea::vertical()
        .auto_shrink(false)
        .show(ui, |ui| {
            draw(ui, chart, theme, Medium::Window { selected }, height)
        })
        .inner
}

/// Draws the whole figure `height` points high, or higher if it needs more.
pub(super) fn show(ui: &mut Ui, chart: &Chart, theme: Theme) {
    let height = ui.available_height();
    draw(ui, chart, theme, Medium::File, height);
}

fn draw(ui: &mut Ui, chart: &Chart, theme: Theme, used: Medium<'_>, height: f32) -> Response {
    egui::Frame::new()
        .fill(paper(theme))
        .inner_margin(MARGIN)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing = Vec2::new(8.0, 5.0);
            let bottom = ui.max_rect().top() + height - 2.0 * MARGIN;
            words(ui, &chart.title, TITLE, true, colour(Ink::Text, theme));
            words(ui, &chart.summary, SUMMARY, false, colour(Ink::Text, theme));
            legend::show(ui, &chart.legend, theme);
            ui.add_space(ABOVE_PLOT);
            let caption = colour(Ink::Muted, theme);
            let below = height_of(ui, &chart.caption, CAPTION) + ui.spacing().item_spacing.y;
            let room = bottom - ui.next_widget_position().y - below;
            let least = LEAST_PLOT.max(rows_need(chart));
            let height = if room.is_finite() {
                room.max(least)
            } else {
                chart.height
            };
            let response = plot(ui, chart, theme, used, height);
            words(ui, &chart.caption, CAPTION, false, caption);
            response
        })
        .inner
}

/// Charts with a row a name need room for every row.
fn rows_need(chart: &Chart) -> f32 {
    match &chart.y.ticks {
        crate::chart::Ticks::Names(names) => 19.0 * names.len() as f32 + 50.0,
        _ => 0.0,
    }
}

fn words(ui: &mut Ui, text: &str, size: f32, strong: bool, colour: egui::Color32) {
    if !text.is_empty() {
        let text = RichText::new(text).font(font(size, strong)).color(colour);
        ui.add(Label::new(text).wrap());
    }
}

fn height_of(ui: &Ui, text: &str, size: f32) -> f32 {
    let format = TextFormat::simple(font(size, false), egui::Color32::PLACEHOLDER);
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap.max_width = ui.available_width();
    ui.painter().layout_job(job).size().y
}

/// The plot itself, with zooming, pointing and stepping where it stands in the window.
fn plot(ui: &mut Ui, chart: &Chart, theme: Theme, used: Medium<'_>, height: f32) -> Response {
    let home = chart.home();
    // Another range is another plot: a zoom never outlives the data it was made for.
    let id = ui
        .scope_id()
        .with((chart.kind, edges(home).map(f64::to_bits)));
    let before = PlotMemory::load(ui.ctx(), id).map(|memory| view_of(&memory.transform()));
    let view = match used {
        Medium::Window { .. } => before.filter(|view| differs(*view, home)),
        Medium::File => chart.view.filter(|view| differs(*view, home)),
    };
    let interactive = matches!(used, Medium::Window { .. });
    let top = ui.next_widget_position().y;
    let reset = view.is_some() && zoom_notice(ui, theme, interactive);
    let height = (height - (ui.next_widget_position().y - top)).max(1.0);

    let start = if interactive {
        home
    } else {
        view.unwrap_or(home)
    };
    let mut plot = Plot::new("plot")
        .id(id)
        .height(height)
        .show_background(false)
        .show_grid(Vec2b::new(chart.x.grid, chart.y.grid))
        .grid_color(colour(Ink::Grid, theme))
        .grid_fade(0.0)
        .show_x(false)
        .show_y(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_zoom(zoomable(chart.reach))
        .allow_drag(if view.is_some() {
            zoomable(chart.reach)
        } else {
            Vec2b::FALSE
        })
        .default_x_bounds(start.x.0, start.x.1)
        .default_y_bounds(start.y.0, start.y.1);
    if reset {
        plot = plot.reset();
    }
    let drawn = axes::set(plot, ui, chart, theme, height)
        .show(ui, |plot| plot.add(marks::Marks::new(chart, theme)));
    let shown = view_of(&drawn.transform);
    let Medium::Window { selected } = used else {
        return Response::default();
    };
    drawn.response.widget_info(|| {
        let label = format!("{}. {}", chart.title, chart.summary);
        WidgetInfo::labeled(Role::Image, true, label)
    });
    let mut response = pointer::respond(
        ui,
        chart,
        theme,
        selected,
        &drawn.response,
        &drawn.transform,
    );
    response.view = differs(shown, home).then_some(shown);
    response
}

/// Which axes may be zoomed: never the one that carries the values both sources share.
const fn zoomable(reach: Reach) -> Vec2b {
    match reach {
        Reach::Column => Vec2b { x: true, y: false },
        Reach::Row => Vec2b { x: false, y: false },
        Reach::Near => Vec2b { x: true, y: true },
    }
}

/// Says that only a part is shown; in the window, whether the user wants all of it back.
fn zoom_notice(ui: &mut Ui, theme: Theme, interactive: bool) -> bool {
    let notice = RichText::new("Zoomed in: this is a part of the chart.")
        .font(font(12.0, true))
        .color(colour(Ink::Text, theme));
    ui.horizontal(|ui| {
        ui.label(notice);
        interactive && ui.small_button("Show all").clicked()
    })
    .inner
}

fn view_of(transform: &PlotTransform) -> View {
    let (min, max) = (transform.bounds().min(), transform.bounds().max());
    let [x, y] = [0, 1].map(|axis| {
        let edge = |of: [f64; 2]| if axis == 0 { of[0] } else { of[1] };
        (edge(min), edge(max))
    });
    View { x, y }
}

const fn edges(view: View) -> [f64; 4] {
    [view.x.0, view.x.1, view.y.0, view.y.1]
}

/// Whether two views differ by more than rounding.
fn differs(a: View, b: View) -> bool {
    let size = (b.x.1 - b.x.0).abs().max((b.y.1 - b.y.0).abs());
    edges(a)
        .iter()
        .zip(edges(b))
        .any(|(a, b)| (a - b).abs() > size * 1e-6)
}
