//! Places in sources of several articles: what lights up is what was meant, in its own article.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use egui::{Pos2, Rect, Role, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use parallax::app::{App, Command};
use parallax::article::{Place, Side};
use parallax::chart::Target;

use super::{open_chart, settle, wait_for, window};

/// The last articles, which nobody reads at first.
const THIRD: usize = 2;

/// Two sources of three articles of three paragraphs each, every one with a tone.
fn six_articles() -> Harness<'static, App> {
    let folder = tempfile::tempdir().unwrap();
    let [a, b] = ["Ant", "Bee"].map(|outlet| {
        let mut lines = String::new();
        for article in 0..3 {
            let text = ["happy and glad", "sad and terrible", "great and lovely"].map(|tone| {
                format!("The council was {tone} about harbour {article}. People said so at length.")
            });
            let article = serde_json::json!({
                "title": format!("Council meets again, part {article}"),
                "source": outlet,
                "text": text.join("\n\n"),
            });
            writeln!(lines, "{article}").unwrap();
        }
        let path = folder.path().join(format!("{outlet}.jsonl"));
        std::fs::write(&path, lines).unwrap();
        path
    });
    let mut harness = window(Some(a), Some(b));
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    open_chart(&mut harness);
    // Open from the start: what is selected opens it, and bars would move.
    harness.state_mut().request(Command::ToggleEvidence);
    settle(&mut harness);
    for side in Side::BOTH {
        let source = harness.state().session().source(side).unwrap();
        assert_eq!((source.articles.len(), source.current), (3, 0));
    }
    harness
}

fn chart(harness: &Harness<'_, App>) -> Rect {
    let is_chart = |label: String| label.starts_with("Tone of each paragraph");
    harness
        .query_all_by_role(Role::Image)
        .find(|node| node.accesskit_node().label().is_some_and(is_chart))
        .expect("the chart is named")
        .rect()
}

/// A point on the bar of every paragraph, found by moving the pointer along the zero line.
fn bars(harness: &mut Harness<'_, App>) -> BTreeMap<Place, Pos2> {
    let chart = chart(harness);
    let mut bars = BTreeMap::new();
    let mut x = chart.min.x;
    while x < chart.max.x {
        for y in [-14.0, 14.0] {
            let at = egui::pos2(x, chart.center().y + y);
            if let Some(Target::Place(place)) = hover(harness, at) {
                bars.insert(place, at);
            }
        }
        x += 6.0;
    }
    bars
}

fn hover(harness: &mut Harness<'_, App>, at: Pos2) -> Option<Target> {
    harness.hover_at(at);
    for _ in 0..3 {
        harness.step();
    }
    harness.state().hovered().cloned()
}

/// How many rectangles are filled above the chart, where the texts and their strips are.
fn filled(harness: &Harness<'_, App>) -> usize {
    let end = chart(harness).min.y - 60.0;
    let shapes = harness.output().shapes.iter();
    let of_text = shapes.filter(|painted| {
        matches!(&painted.shape, Shape::Rect(rect) if rect.rect.max.y < end && rect.fill.a() > 0)
    });
    of_text.count()
}

#[test]
fn pointing_at_a_bar_lights_up_its_own_article_and_no_other() {
    let mut harness = six_articles();
    let bars = bars(&mut harness);
    assert_eq!(bars.len(), 18, "{bars:?}");
    let away = egui::pos2(2.0, 2.0);
    for (place, at) in bars {
        assert_eq!(hover(&mut harness, away), None);
        let before = filled(&harness);
        assert_eq!(hover(&mut harness, at), Some(Target::Place(place)));
        let lit = filled(&harness) > before;
        assert_eq!(lit, place.article == 0, "{place:?}, article 1 is on show");
    }
}

#[test]
fn clicking_a_bar_goes_to_its_article_and_selects_there() {
    let mut harness = six_articles();
    let bars = bars(&mut harness);
    for side in Side::BOTH {
        let (place, at) = bars
            .iter()
            .find(|(place, _)| (place.side, place.article) == (side, THIRD))
            .expect("article 3 has bars");
        harness.hover_at(*at);
        harness.drag_at(*at);
        harness.drop_at(*at);
        settle(&mut harness);
        assert_eq!(harness.state().selection(), Some(*place));
        let source = harness.state().session().source(side).unwrap();
        assert_eq!(source.current, THIRD, "the article of the bar is read now");
        // The bars of the article read before are no longer what lights up.
        let first = Place::block(side, 0, place.block_index().unwrap());
        let before = filled(&harness);
        hover(&mut harness, bars[&first]);
        assert_eq!(
            filled(&harness),
            before,
            "article 1 is not on show any more"
        );
    }
}
