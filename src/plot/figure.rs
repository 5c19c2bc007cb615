//! A figure: laid out, and its plot drawn and, in the window, answering the pointer. Everything fits the room
//! there is: nothing scrolls, and never anything lies over the data.

use egui::{Pos2, Rect, Role, Sense, Ui, UiBuilder, Vec2, Vec2b, WidgetInfo};
use egui_plot::{Plot, PlotMemory, PlotTransform};

use super::axes::Axes;
use super::brush;
use super::fonts::{font, paper};
use super::layout::{COMPACT, Layout};
use super::lettering::Lettering;
use super::marks::Marks;
use super::pointer::{self, Response};
use crate::chart::{Chart, Ink, Reach, Target, Theme, View};

/// A figure of this size is drawn at its usual scale; a larger one is for a whole screen, where letters grow too.
const USUAL: Vec2 = Vec2::new(1100.0, 520.0);
const MOST_SCALE: f32 = 1.6;
/// And one in a low drawer at this.
const COMPACT_SCALE: f32 = 0.92;
/// The most height of a row, in points.
const MOST_ROW: f32 = 48.0;
/// The height of a row in a file, and the least height of a plot there.
const FILE_ROW: f32 = 19.0;
const FILE_PLOT: f32 = 130.0;

/// Where a figure is drawn.
#[derive(Clone, Copy)]
enum Medium<'a> {
    /// In the window, where it answers the pointer and keys.
    Window {
        /// What is selected.
        selected: Option<&'a Target>,
    },
    /// For a file, which carries the caption.
    File,
}

/// Draws the whole figure into the room left in `ui`, and into no more.
pub(super) fn in_window(
    ui: &mut Ui,
    chart: &Chart,
    theme: Theme,
    selected: Option<&Target>,
) -> Response {
    let size = ui.available_size_before_wrap().max(Vec2::splat(1.0));
    let (page, _) = ui.allocate_exact_size(size, Sense::hover());
    let scale = if size.y < COMPACT {
        COMPACT_SCALE
    } else {
        (size / USUAL).min_elem().clamp(1.0, MOST_SCALE)
    };
    draw(ui, chart, theme, Medium::Window { selected }, (page, scale))
}

/// Draws the whole figure for a file: as high as the room left in `ui`, or higher where it needs more.
pub(super) fn show(ui: &mut Ui, chart: &Chart, theme: Theme) {
    let page = ui.available_rect_before_wrap();
    let letters = Lettering {
        ui,
        theme,
        scale: 1.0,
    };
    let frame = Layout::new(letters, chart, page, true).frame;
    let rows = FILE_ROW * chart.rows as f32;
    let needed = page.height() - frame.height() + rows.max(FILE_PLOT);
    let size = Vec2::new(page.width(), needed.max(page.height()));
    let (page, _) = ui.allocate_exact_size(size, Sense::hover());
    draw(ui, chart, theme, Medium::File, (page, 1.0));
}

fn draw(
    ui: &mut Ui,
    chart: &Chart,
    theme: Theme,
    used: Medium<'_>,
    (page, scale): (Rect, f32),
) -> Response {
    ui.painter().rect_filled(page, 0.0, paper(theme));
    let letters = Lettering { ui, theme, scale };
    let in_file = matches!(used, Medium::File);
    if chart.marks.is_empty() && !in_file {
        return nothing(letters, chart, page);
    }
    let layout = Layout::new(letters, chart, page, in_file);
    layout.draw();
    if let Some(summary) = layout.cut_summary {
        let id = ui.scope_id().with("summary");
        ui.interact(summary, id, Sense::hover())
            .on_hover_text(&chart.summary);
    }
    let (rows, mut frame) = (layout.shown().rows, layout.frame);
    frame.max = frame.max.max(frame.min + Vec2::splat(1.0));
    let shown = if in_file { chart } else { chart.fitting(rows) };
    plot(ui, shown, theme, used, (frame, page, scale))
}

/// A chart that has nothing to show says why, in the middle.
fn nothing(letters: Lettering<'_>, chart: &Chart, page: Rect) -> Response {
    const TITLE: f32 = 16.0;
    const SUMMARY: f32 = 13.0;
    let room = page.width() * 0.9;
    let title = letters.cut(&chart.title, (TITLE, true), Ink::Text, room);
    let summary = letters.wrapped(&chart.summary, (SUMMARY, false), Ink::Muted, room);
    let centre = page.center();
    for (galley, y) in [
        (title.clone(), centre.y - title.size().y),
        (summary, centre.y + 4.0),
    ] {
        let left = centre.x - galley.size().x / 2.0;
        letters.draw(Pos2::new(left, y), galley);
    }
    let id = letters.ui.scope_id().with("nothing");
    let response = letters.ui.interact(page, id, Sense::hover());
    let label = format!("{}. {}", chart.title, chart.summary);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, label.as_str()));
    Response::default()
}

/// The plot itself, with zooming, pointing and stepping where it stands in the window.
fn plot(
    ui: &mut Ui,
    chart: &Chart,
    theme: Theme,
    used: Medium<'_>,
    (mut frame, page, scale): (Rect, Rect, f32),
) -> Response {
    let home = home(chart, frame.height() / scale);
    // Another range is another plot: a zoom never outlives the data it was made for. Rows keep theirs.
    let edges_of_id = if chart.rows > 0 {
        edges(chart.home())
    } else {
        edges(home)
    };
    let id = ui
        .scope_id()
        .with((chart.kind, edges_of_id.map(f64::to_bits)));
    let before = PlotMemory::load(ui.ctx(), id).map(|memory| view_of(&memory.transform()));
    let view = match used {
        _ if chart.rows > 0 => None,
        Medium::Window { .. } => before.filter(|view| differs(*view, home)),
        Medium::File => chart.view.filter(|view| differs(*view, home)),
    };
    let interactive = matches!(used, Medium::Window { .. });
    let reset = view.is_some() && zoom_notice(ui, (theme, scale), interactive, &mut frame);

    let start = if interactive {
        home
    } else {
        view.unwrap_or(home)
    };
    let mut plot = Plot::new("plot")
        .id(id)
        .width(frame.width())
        .height(frame.height())
        .show_background(false)
        .show_axes(false)
        .show_grid(false)
        .show_x(false)
        .show_y(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_zoom(zoomable(chart.reach))
        .allow_drag(if view.is_some() && !chart.kind.is_brushed() {
            zoomable(chart.reach)
        } else {
            Vec2b::FALSE
        })
        .default_x_bounds(start.x.0, start.x.1)
        .default_y_bounds(start.y.0, start.y.1);
    if reset {
        plot = plot.reset();
    }
    let mut inner = ui.new_child(UiBuilder::new().max_rect(frame));
    let drawn = plot.show(&mut inner, |plot| {
        if chart.rows > 0 {
            // As many rows as there are, whatever height the figure had a moment ago.
            plot.set_plot_bounds_x(home.x.0..=home.x.1);
            plot.set_plot_bounds_y(home.y.0..=home.y.1);
        }
        plot.add(Marks::new(chart, theme, (scale, page)));
    });
    let letters = Lettering { ui, theme, scale };
    let axes = Axes {
        letters,
        chart,
        page,
    };
    axes.labels(&drawn.transform);
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
        (theme, scale),
        selected,
        &drawn.response,
        &drawn.transform,
    );
    if chart.kind.is_brushed() {
        response.brushed = brush::respond(ui, theme, home, &drawn.response, &drawn.transform);
    }
    response.view = (chart.rows == 0 && differs(shown, home)).then_some(shown);
    response
}

/// The whole chart; below few rows room is left rather than that they grow without end.
fn home(chart: &Chart, height: f32) -> View {
    let mut home = chart.home();
    if chart.rows > 0 {
        let rows = f64::from(height / MOST_ROW).max(chart.rows as f64);
        home.y = (chart.rows as f64 - rows, chart.rows as f64);
    }
    home
}

/// Which axes may be zoomed: never the one that carries the values both sources share.
const fn zoomable(reach: Reach) -> Vec2b {
    match reach {
        Reach::Column => Vec2b { x: true, y: false },
        Reach::Row => Vec2b { x: false, y: false },
        Reach::Near => Vec2b { x: true, y: true },
    }
}

/// Says above the plot that only a part is shown; in the window, whether the user wants all of it back.
fn zoom_notice(
    ui: &mut Ui,
    (theme, scale): (Theme, f32),
    interactive: bool,
    frame: &mut Rect,
) -> bool {
    const NOTICE: &str = "Zoomed in: this is a part of the chart.";
    let height = 20.0 * scale;
    let row = Rect::from_min_size(frame.min, Vec2::new(frame.width(), height));
    *frame.top_mut() = (frame.top() + height).min(frame.bottom() - 1.0);
    let letters = Lettering { ui, theme, scale };
    let colour = letters.colour(Ink::Text);
    let mut line = ui.new_child(UiBuilder::new().max_rect(row));
    line.horizontal(|ui| {
        let text = egui::RichText::new(NOTICE).font(font(12.0 * scale, true));
        ui.label(text.color(colour));
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
