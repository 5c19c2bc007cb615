//! The chart in a window: pointing, clicking and the arrow keys.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use parallax::chart::{self, Chart, Kind, Target, Theme};
use parallax::plot::{self, Response};

use super::fixture::{block_of_a, story};

struct State {
    chart: Chart,
    selected: Option<Target>,
    last: Response,
}

fn window(kind: Kind) -> Harness<'static, State> {
    let state = State {
        chart: chart::build(kind, &story().input()),
        selected: None,
        last: Response::default(),
    };
    let mut harness = Harness::builder()
        .with_size(egui::vec2(900.0, 480.0))
        .with_context_setup(|context| context.set_fonts(plot::fonts()))
        .build_ui_state(
            |ui, state: &mut State| {
                let selected = state.selected.clone();
                let response =
                    plot::show(ui, &state.chart, Theme::Light, selected.as_ref(), "chart");
                if let Some(target) = &response.clicked {
                    state.selected = Some(target.clone());
                }
                state.last = response;
            },
            state,
        );
    harness.run();
    harness
}

/// A point of the data on screen. The plot is the one picture screen readers know of.
fn on_screen(harness: &Harness<'_, State>, [x, y]: [f64; 2]) -> egui::Pos2 {
    let plot = harness.get_by_role(egui::accesskit::Role::Image).rect();
    let home = harness.state().chart.home();
    #[expect(clippy::cast_possible_truncation, reason = "a place on screen")]
    let share = |value: f64, (low, high): (f64, f64)| ((value - low) / (high - low)) as f32;
    egui::pos2(
        plot.left() + plot.width() * share(x, home.x),
        plot.bottom() - plot.height() * share(y, home.y),
    )
}

#[test]
fn a_bar_says_what_it_is_and_leads_to_its_paragraph() {
    let mut harness = window(Kind::Paragraphs);
    let third = on_screen(&harness, [2.5, 0.9]);
    harness.hover_at(third);
    harness.run();
    assert_eq!(harness.state().last.hovered, Some(block_of_a(2)));
    harness.drag_at(third);
    harness.drop_at(third);
    harness.run();
    assert_eq!(harness.state().selected, Some(block_of_a(2)));
}

#[test]
fn arrow_keys_step_through_the_marks() {
    let mut harness = window(Kind::Paragraphs);
    let first = on_screen(&harness, [0.5, 0.0]);
    harness.drag_at(first);
    harness.drop_at(first);
    harness.run();
    assert_eq!(harness.state().selected, Some(block_of_a(0)));
    harness.key_press(egui::Key::ArrowRight);
    harness.run();
    harness.key_press(egui::Key::ArrowRight);
    harness.run();
    assert_eq!(harness.state().selected, Some(block_of_a(2)));
    harness.key_press(egui::Key::ArrowLeft);
    harness.run();
    assert_eq!(harness.state().selected, Some(block_of_a(1)));
}

#[test]
fn the_wheel_scrolls_the_page_and_never_zooms() {
    let mut harness = window(Kind::Spread);
    let middle = on_screen(&harness, [0.0, 1.0]);
    harness.hover_at(middle);
    harness.run();
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -200.0),
        modifiers: egui::Modifiers::NONE,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
    });
    harness.run();
    assert_eq!(harness.state().last.view, None);
    harness.event(egui::Event::Zoom(1.5));
    harness.run();
    let view = harness.state().last.view.unwrap();
    assert!(view.x.1 - view.x.0 < 2.0, "{view:?}");
    harness.get_by_label_contains("Zoomed in");
    harness.get_by_label("Show all").click();
    harness.run();
    assert_eq!(harness.state().last.view, None);
}

/// Rows of a table lead where the marks do.
#[test]
fn every_row_of_a_table_leads_somewhere() {
    for kind in Kind::all() {
        let story = story().with_people(5);
        let chart = chart::build(*kind, &story.of_kind(*kind));
        assert!(!chart.table.rows.is_empty(), "{kind:?}");
        for row in 0..chart.table.rows.len() {
            assert!(chart.table.target(row).is_some(), "{kind:?} row {row}");
        }
    }
}
