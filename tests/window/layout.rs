//! What the layout promises: how many lines of text a window shows, that drawers follow the page, that what
//! is typed reaches the field it is meant for, and that Escape closes one thing at a time.

use egui::text_selection::LabelSelectionState;
use egui::{Event, Key, Modifiers, Rect, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use parallax::app::{App, Command};
use parallax::article::Side;

use super::{click, open_chart, open_menu, settle, shows, wait_for, window, with_samples};

/// Two articles of ten paragraphs as papers write them, with headlines of twelve to fifteen words.
fn two_articles() -> Harness<'static, App> {
    let folder = tempfile::tempdir().unwrap();
    let paragraph = "The mayor of the harbour town said on Tuesday that the long dispute about the new \
        bridge had come to an end, after months of talks in which both sides had accused each other of \
        delay. Engineers praised the agreement, but residents of the old quarter remain worried about \
        noise, traffic and the loss of a small park that many of them have known since they were young.";
    let headlines = [
        "Mayor Meets Residents of the Old Quarter in High-Stakes Talks After Years of Tension",
        "Mayor’s Shocking Invitation to Residents: What This Turn Means for the Bridge",
    ];
    let [a, b] = [0, 1].map(|side| {
        let path = folder.path().join(["ledger.txt", "star.txt"][side]);
        let numbered = (1..=10).map(|n| format!("In part {n} of its account, {paragraph}"));
        let text = numbered.collect::<Vec<_>>().join("\n\n");
        std::fs::write(&path, format!("{}\n\n{text}\n", headlines[side])).unwrap();
        path
    });
    let mut harness = window(Some(a), Some(b));
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    harness
}

/// How many lines of the paragraphs of each side can be read, whole: counted in what is drawn.
fn lines(harness: &Harness<'_, App>) -> [usize; 2] {
    let middle = harness.ctx.content_rect().center().x;
    let mut lines = [0, 0];
    for painted in &harness.output().shapes {
        let egui::Shape::Text(text) = &painted.shape else {
            continue;
        };
        // A paragraph: nothing else is as long.
        if text.galley.text().len() < 200 {
            continue;
        }
        let side = usize::from(text.pos.x > middle);
        for row in &text.galley.rows {
            let rect = row.rect().translate(text.pos.to_vec2());
            let seen = Rect::from_min_max(painted.clip_rect.min, painted.clip_rect.max);
            lines[side] += usize::from(rect.min.y >= seen.min.y && rect.max.y <= seen.max.y + 1.0);
        }
    }
    lines
}

fn assert_lines(harness: &Harness<'_, App>, least: usize, what: &str) {
    let found = lines(harness);
    eprintln!("{what}: {found:?} lines, {least} wanted");
    assert!(
        found.iter().all(|lines| *lines >= least),
        "{what}: {found:?}"
    );
}

#[test]
fn the_texts_have_the_room() {
    let mut harness = two_articles();
    for (size, zoom, least, what) in [
        (vec2(1320.0, 880.0), 1.0, 26, "1320 × 880"),
        (vec2(900.0, 600.0), 1.0, 14, "900 × 600"),
        // The harness counts in points: a window of 900 × 600 pixels has fewer when enlarged.
        (vec2(600.0, 400.0), 1.0, 10, "900 × 600 at 150 %"),
    ] {
        harness.set_size(size);
        harness.ctx.set_zoom_factor(zoom);
        settle(&mut harness);
        assert_lines(&harness, least, what);
    }
    harness.set_size(vec2(1320.0, 880.0));
    open_chart(&mut harness);
    assert!(shows(&harness, "Tone of each paragraph"));
    assert_lines(&harness, 16, "1320 × 880 with the chart");
}

fn is_on(harness: &Harness<'_, App>, command: Command) -> bool {
    command.is_on(harness.state()) == Some(true)
}

fn page(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press_modifiers(Modifiers::COMMAND, key);
    settle(harness);
}

#[test]
fn drawers_follow_the_page_and_can_be_pinned() {
    let mut harness = with_samples();
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    assert!(
        !is_on(&harness, Command::ToggleChart),
        "the texts come first"
    );
    for (key, chart) in [
        (Key::Num3, "Differences between A and B"),
        (Key::Num4, "Words behind the difference in tone"),
        (Key::Num6, "Headline sensationalism"),
    ] {
        page(&mut harness, key);
        assert!(is_on(&harness, Command::ToggleChart), "{chart}");
        let shown = harness.query_all_by_role(Role::Image).any(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with(chart))
        });
        let labels: Vec<_> = (harness.query_all_by_role(Role::Image))
            .map(|node| node.accesskit_node().label())
            .collect();
        assert!(shown, "{chart}: {labels:?}");
    }
    for key in [Key::Num7, Key::Num8, Key::Num9] {
        page(&mut harness, key);
        assert!(!is_on(&harness, Command::ToggleChart), "{key:?}");
        assert!(!shows(&harness, "Chart: "), "{key:?}");
    }
    // What is opened on one page is open there and nowhere else, until it is pinned.
    page(&mut harness, Key::Num2);
    open_chart(&mut harness);
    page(&mut harness, Key::Num6);
    assert!(shows(&harness, "Chart: Headline"));
    page(&mut harness, Key::Num2);
    assert!(shows(&harness, "Chart: Paragraphs"));
    harness.state_mut().request(Command::PinChart);
    page(&mut harness, Key::Num6);
    assert!(shows(&harness, "Chart: Paragraphs"));
    harness.state_mut().request(Command::PinChart);
    settle(&mut harness);
    page(&mut harness, Key::Num3);
    assert!(shows(&harness, "Chart: Differences"));
}

#[test]
fn a_chart_takes_the_whole_window_and_gives_it_back() {
    let mut harness = with_samples();
    harness.key_press(Key::F11);
    settle(&mut harness);
    assert!(shows(&harness, "Tone of each paragraph"));
    assert!(
        !shows(&harness, "Report…")
            && !shows(
                &harness,
                "This describes wording. It does not say which account is true or fair.\u{200b}"
            )
    );
    assert!(harness.query_all_by_role(Role::Tab).next().is_none());
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert!(harness.query_all_by_role(Role::Tab).next().is_some());
}

#[test]
fn escape_closes_the_topmost_thing_only() {
    let mut harness = with_samples();
    harness.key_press(Key::J);
    settle(&mut harness);
    let selected = harness.state().selection();
    assert!(selected.is_some());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    settle(&mut harness);
    open_menu(&mut harness, "Edit");
    let menu = |harness: &Harness<'_, App>| shows(harness, "Copy with citation");
    for _ in 0..2 {
        // The menu of a menu, then the menus.
        if menu(&harness) {
            harness.key_press(Key::Escape);
            settle(&mut harness);
        }
    }
    assert!(!shows(&harness, "Copy with citation"), "the menu is closed");
    assert_eq!(harness.state().selection(), selected);
    assert!(shows(&harness, "Whole words"), "the find bar is still open");
    for _ in 0..2 {
        // The field lets go of the keyboard with it.
        harness.key_press(Key::Escape);
        settle(&mut harness);
        if !shows(&harness, "Whole words") {
            break;
        }
    }
    assert!(!shows(&harness, "Whole words"));
    assert_eq!(harness.state().selection(), selected);
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert_eq!(harness.state().selection(), None);
}

#[test]
fn find_takes_the_first_letter_typed() {
    let mut harness = with_samples();
    let key = |key, modifiers| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    };
    // As fast as a person types, and faster: all within one frame.
    harness.event(key(Key::F, Modifiers::COMMAND));
    for letter in ["w", "a", "t", "e", "r"] {
        let pressed = Key::from_name(&letter.to_uppercase()).unwrap();
        harness.event(key(pressed, Modifiers::NONE));
        harness.event(Event::Text(letter.to_owned()));
    }
    settle(&mut harness);
    let field = harness.get_by_role_and_label(Role::TextInput, "Find");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("water"));
    assert_eq!(harness.state().selection(), None, "W went to no paragraph");
}

#[test]
fn the_most_negative_paragraphs_come_one_by_one_and_end() {
    let mut harness = with_samples();
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    harness.key_press(Key::H);
    settle(&mut harness);
    let mut seen = Vec::new();
    loop {
        harness.key_press(Key::S);
        settle(&mut harness);
        let place = harness.state().selection().unwrap();
        if seen.contains(&place) {
            break;
        }
        seen.push(place);
    }
    assert!(seen.len() > 1 && seen.iter().all(|place| place.side == Side::B));
    assert!(
        harness
            .state()
            .messages_text()
            .contains("That was the last of the")
    );
    harness.key_press(Key::W);
    settle(&mut harness);
    assert!(!seen.contains(&harness.state().selection().unwrap()));
}

#[test]
fn menus_open_by_keys_alone() {
    let mut harness = with_samples();
    let before = super::names(&harness);
    harness.key_press_modifiers(Modifiers::ALT, Key::F);
    settle(&mut harness);
    assert!(shows(&harness, "Swap A and B") && shows(&harness, "Save document as…"));
    // Into the menu, and down to an entry.
    harness.key_press(Key::ArrowRight);
    settle(&mut harness);
    for _ in 0..40 {
        let focused = harness
            .query_all_by_label("Swap A and B")
            .any(|node| node.is_focused());
        if focused {
            break;
        }
        harness.key_press(Key::ArrowDown);
        settle(&mut harness);
    }
    harness.key_press(Key::Enter);
    settle(&mut harness);
    let [a, b] = before;
    assert_eq!(super::names(&harness), [b, a]);
}

#[test]
fn the_file_menu_fits_a_small_window() {
    let mut harness = with_samples();
    harness.set_size(vec2(900.0, 600.0));
    settle(&mut harness);
    open_menu(&mut harness, "File");
    let quit = harness.get_by_label("Quit").rect();
    assert!(harness.ctx.content_rect().contains_rect(quit), "{quit:?}");
}

#[test]
fn what_was_said_of_a_step_goes_when_it_is_undone() {
    let mut harness = window(None, None);
    click(&mut harness, "Try the sample story");
    harness.key_press(Key::Delete);
    harness.state_mut().request(Command::RejectMatch);
    settle_briefly(&mut harness);
    assert!(shows(&harness, "Close the message"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle_briefly(&mut harness);
    assert!(!shows(&harness, "Close the message"));
}

/// A few frames: too few for a message to go by itself.
fn settle_briefly(harness: &mut Harness<'_, App>) {
    harness.run_steps(4);
}

#[test]
fn making_a_drawer_larger_selects_no_text() {
    let mut harness = with_samples();
    harness.set_size(vec2(1000.0, 700.0));
    open_chart(&mut harness);
    let top = |harness: &Harness<'_, App>| {
        let choice = harness.get_by_role_and_label(Role::ComboBox, "Chart: Paragraphs");
        choice.rect().min.y
    };
    let before = top(&harness);
    // A little above the edge and a little below: both are its handle.
    for off in [-6.0, -3.0] {
        let from = egui::pos2(300.0, top(&harness) + off);
        harness.hover_at(from);
        harness.step();
        harness.drag_at(from);
        harness.step();
        for step in 1..=6_u8 {
            harness.hover_at(from - vec2(0.0, 10.0 * f32::from(step)));
            harness.step();
        }
        let selected = harness.ctx.plugin::<LabelSelectionState>();
        assert!(!selected.lock().has_selection(), "{off}");
        harness.drop_at(from - vec2(0.0, 60.0));
        settle(&mut harness);
    }
    assert!(top(&harness) < before - 40.0, "{before} {}", top(&harness));
}
