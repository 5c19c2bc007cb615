//! All open sources beside each other, a measure over time, and the filter.

use std::fmt::Write as _;

use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use parallax::app::{App, Command, Page};
use parallax::article::Side;
use parallax::session::Condition;

use super::{click, settle, shows, wait_for, window};

/// Three outlets in one file, of twelve articles each, two a month.
fn three_outlets() -> Harness<'static, App> {
    let folder = tempfile::tempdir().unwrap();
    let mut lines = String::new();
    for at in 0..36 {
        let outlet = ["Ant", "Bee", "Cat"][at % 3];
        let moods = if at % 3 == 0 {
            ["happy and glad", "good"]
        } else {
            ["sad and terrible", "bad"]
        };
        let mood = moods[at / 3 % 2];
        let article = serde_json::json!({
            "title": format!("Council meets, part {at}"), "source": outlet,
            "date": format!("2024-{:02}-{:02}", 1 + at / 6, 1 + at % 28),
            "text": format!("The council was {mood} about harbour {at}. People said so.\n\nIt was day {at} of the talks."),
        });
        writeln!(lines, "{article}").unwrap();
    }
    let path = folder.path().join("news.jsonl");
    std::fs::write(&path, lines).unwrap();
    window(Some(path), None)
}

fn page(harness: &mut Harness<'_, App>, page: Page) {
    harness.state_mut().request(Command::ShowPage(page));
    settle(harness);
    settle(harness);
}

/// The names of all buttons that contain a text.
fn buttons(harness: &Harness<'_, App>, part: &str) -> Vec<String> {
    let all = harness.query_all_by_role(Role::Button);
    all.filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.contains(part))
        .collect()
}

#[test]
fn every_source_stands_in_the_matrix_and_a_cell_opens_its_words() {
    let mut harness = three_outlets();
    assert_eq!(harness.state().session().sources().len(), 3);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::M);
    settle(&mut harness);
    settle(&mut harness);
    for head in ["Ant, 12 articles", "Bee, 12 articles", "Cat, 12 articles"] {
        assert!(shows(&harness, head), "{head}");
    }
    let cells = buttons(&harness, "Tone, ");
    assert_eq!(cells.len(), 3, "{cells:?}");
    assert!(
        cells[0].contains("95 % interval") && cells[0].contains("Clearly higher than Bee and Cat"),
        "{cells:?}"
    );
    click(&mut harness, &cells[2]);
    assert!(shows(&harness, "Cat · Tone"));
    assert!(shows(&harness, "in the tone lexicon"));
    // Two heads are compared.
    click(&mut harness, "Bee, 12 articles");
    click(&mut harness, "Cat, 12 articles");
    click(&mut harness, "Compare Bee and Cat");
    let names = Side::BOTH.map(|side| harness.state().session().source(side).unwrap().name.clone());
    assert_eq!(names, ["Bee", "Cat"]);
    assert!(shows(&harness, "A is Bee, B is Cat."));
    harness.state_mut().request(Command::Undo);
    settle(&mut harness);
    let a = harness.state().session().source(Side::A).unwrap();
    assert_eq!(a.name, "Ant");
}

#[test]
fn sources_are_sorted_and_hidden() {
    let mut harness = three_outlets();
    page(&mut harness, Page::Matrix);
    click(&mut harness, "Sort the sources by Tone");
    let heads = buttons(&harness, ", 12 articles");
    assert!(heads[0].starts_with("Ant"), "{heads:?}");
    click(&mut harness, "Sort the sources by Tone");
    let heads = buttons(&harness, ", 12 articles");
    assert!(heads[2].starts_with("Ant"), "the smallest first: {heads:?}");
    click(&mut harness, "Cat, 12 articles");
    click(&mut harness, "Hide");
    assert_eq!(buttons(&harness, ", 12 articles").len(), 2);
    assert!(shows(&harness, "Sources: 2 of 3"));
}

#[test]
fn a_measure_runs_over_time_and_another_can_be_chosen() {
    let mut harness = three_outlets();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::L);
    settle(&mut harness);
    assert!(shows(&harness, "January 2024") && shows(&harness, "June 2024"));
    assert!(shows(&harness, "Tone over time, by month"));
    // The third source stands there as soon as it is scored, and goes with its tick.
    wait_for(&mut harness, |harness| {
        shows(harness, "3 sources, 36 articles")
    });
    assert!(!buttons(&harness, "January 2024").is_empty() && shows(&harness, "Cat"));
    let id = harness.state().session().other_ids()[0];
    click(&mut harness, "Sources shown: choose which");
    let mut ticks = harness.query_all_by_role(Role::CheckBox);
    let cat = ticks.find(|tick| tick.accesskit_node().label().as_deref() == Some("Cat"));
    cat.unwrap().click();
    drop(ticks);
    settle(&mut harness);
    assert!(harness.state().session().is_hidden(id));
    assert!(shows(&harness, "A 12 articles, B 12 articles"));
    harness.state_mut().request(Command::Undo);
    settle(&mut harness);
    assert!(shows(&harness, "3 sources, 36 articles"));
    click(&mut harness, "Day");
    assert!(shows(&harness, "1 January 2024"));
}

#[test]
fn a_filter_is_a_chip_that_counts_and_goes_again() {
    let mut harness = three_outlets();
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    settle(&mut harness);
    harness.get_by_label("Word or name").focus();
    settle(&mut harness);
    harness.get_by_label("Word or name").type_text("harbour 3");
    settle(&mut harness);
    click(&mut harness, "Add");
    assert!(
        shows(&harness, "1 of 36 articles count"),
        "{:?}",
        buttons(&harness, "Take")
    );
    page(&mut harness, Page::Headlines);
    assert!(shows(&harness, "Council meets, part 3"));
    assert!(!shows(&harness, "Council meets, part 6"));
    click(&mut harness, "Take away: “harbour 3” in the text");
    assert!(!shows(&harness, "articles count"));
    assert!(shows(&harness, "Council meets, part 6"));
    harness.state_mut().request(Command::Undo);
    settle(&mut harness);
    assert!(shows(&harness, "1 of 36 articles count"));
}

#[test]
fn the_days_the_chart_is_zoomed_to_become_a_filter() {
    let mut harness = three_outlets();
    page(&mut harness, Page::OverTime);
    let mut images = harness.query_all_by_role(Role::Image);
    let is_chart = |node: &egui_kittest::Node<'_>| {
        let label = node.accesskit_node().label();
        label.is_some_and(|label| label.contains("over time"))
    };
    let middle = images.find(is_chart).unwrap().rect().center();
    drop(images);
    harness.hover_at(middle);
    settle(&mut harness);
    harness.event(egui::Event::Zoom(2.0));
    settle(&mut harness);
    let keep = buttons(&harness, "Keep only ");
    assert_eq!(keep.len(), 1, "{keep:?}");
    click(&mut harness, &keep[0]);
    assert!(shows(&harness, " of 36 articles count"));
    assert!(shows(&harness, "Take away: "));
    assert_eq!(harness.state().undo_label(), Some("choice of days"));
}

/// Where the chart over time stands.
fn chart_over_time(harness: &Harness<'_, App>) -> egui::Rect {
    let mut images = harness.query_all_by_role(Role::Image);
    let is_chart = |node: &egui_kittest::Node<'_>| {
        let label = node.accesskit_node().label();
        label.is_some_and(|label| label.contains("over time"))
    };
    images.find(is_chart).unwrap().rect()
}

/// A pointer that is pressed, moved and let go: what it goes over is named while it is down, and filters every page
/// once it is up.
#[test]
fn a_drag_across_the_chart_of_time_keeps_its_days() {
    let mut harness = three_outlets();
    page(&mut harness, Page::OverTime);
    assert!(shows(&harness, "Drag across the chart to keep only"));
    let chart = chart_over_time(&harness);
    let at = |share: f32| {
        egui::pos2(
            egui::lerp(chart.x_range().min..=chart.x_range().max, share),
            chart.center().y,
        )
    };
    let button = |harness: &mut Harness<'_, App>, pos, pressed| {
        harness.event(egui::Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.step();
    };
    // A click that trembles chooses nothing.
    harness.event(egui::Event::PointerMoved(at(0.5)));
    harness.step();
    button(&mut harness, at(0.5), true);
    button(&mut harness, at(0.5) + egui::vec2(2.0, 0.0), false);
    settle(&mut harness);
    assert!(harness.state().session().filter().is_empty());

    page(&mut harness, Page::OverTime);
    harness.event(egui::Event::PointerMoved(at(0.25)));
    harness.step();
    button(&mut harness, at(0.25), true);
    for share in [0.3, 0.4, 0.5] {
        harness.event(egui::Event::PointerMoved(at(share)));
        harness.step();
    }
    assert!(
        harness.state().session().filter().is_empty(),
        "not before it is let go"
    );
    button(&mut harness, at(0.5), false);
    settle(&mut harness);
    let conditions = harness.state().session().filter().conditions().to_vec();
    let [
        Condition::Dates {
            from: Some(from),
            to: Some(to),
        },
    ] = conditions.as_slice()
    else {
        panic!("{conditions:?}");
    };
    assert!(
        "2024-01-20" < from.as_str() && from < to && to.as_str() < "2024-04-20",
        "{from} {to}"
    );
    assert!(
        shows(&harness, " of 36 articles count")
            && shows(&harness, "the chip at the top takes that away")
    );
    assert!(shows(&harness, "Take away: "));
    page(&mut harness, Page::Headlines);
    assert!(
        !shows(&harness, "Council meets, part 0") && !shows(&harness, "Council meets, part 35")
    );
    // Another drag takes the place of the first; one step takes it back, and what was said of it.
    harness.state_mut().request(Command::Undo);
    settle(&mut harness);
    assert!(harness.state().session().filter().is_empty());
    assert!(!shows(&harness, "the chip at the top takes that away"));
}
