//! The window in a language nobody speaks: every text left in code shows itself by letters without accents, and
//! every label that does not fit two fifths more by being cut or lying over another.

use std::collections::BTreeSet;

use egui::{Key, Rect, Role, Shape, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use parallax::app::{App, Command, Menu, Page, Startup};
use parallax::chart::Kind;

use super::{open_menu, settle, wait_for};

/// The articles: their words are the only ones that may stand without accents. None is a word of the window.
const LEDGER: &str = "Otters return to Ellery harbour\n\n\
    “We are delighted,” said Maria Falk, keeper of Ellery harbour, on Tuesday. Seven otters swam past the quay.\n\n\
    Fishermen feared that hungry otters might ruin crab pots, and some were furious. Ellery council promised nets worth \
    40,000 pounds.\n\n\
    Children cheered while Falk threw herring. It was a lovely morning, she said, and a wonderful surprise.\n\n\
    Gulls screamed horribly. Falk laughed.\n";
const STAR: &str = "Shocking: you won’t believe what otters did to Ellery harbour\n\n\
    Furious fishermen slammed Ellery council on Tuesday after seven vicious otters wrecked crab pots, a disaster that \
    cost 90,000 pounds.\n\n\
    “It is a disgrace,” said Tom Brack, fisherman. Maria Falk, keeper of the harbour, was delighted all the same.\n\n\
    Brack wept bitterly. Terrible, awful days lie ahead, he warned, and hungry otters were killing herring.\n\n\
    Gulls screamed horribly. Nobody laughed.\n";

/// What stands without accents and is no text: names of programs, files, methods and keys, units.
const NO_TEXTS: &[&str] = &[
    "Parallax", "VADER", "English", "Ctrl", "Alt", "Shift", "Esc", "Escape", "Tab", "Enter",
    "Delete", "Home", "End", "PageUp", "PageDown", "Space", "Plus", "Minus", "Up", "Down", "Left",
    "Right", "CSV", "JSON", "SVG", "PNG", "PDF", "HTML", "SHA", "pt", "ledger", "star", "txt",
];

/// What may be cut or shortened: the page, what is done there, and why it is no fault.
const EXCEPTED: &[(&str, &str, &str)] = &[
    (
        "Articles",
        "cut",
        "the table of all measures is wider than any window and is scrolled",
    ),
    (
        "Matrix",
        "shortened",
        "a cell says it whole under the pointer",
    ),
    (
        "People",
        "shortened",
        "a cell says it whole under the pointer",
    ),
];

/// The real program in the language nobody speaks, with both articles compared.
fn pseudo(size: Vec2) -> Harness<'static, App> {
    let folder = tempfile::tempdir().unwrap();
    let [a, b] = [("ledger.txt", LEDGER), ("star.txt", STAR)].map(|(name, text)| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    });
    let startup = Startup {
        second_reader: false,
        a: Some(a),
        b: Some(b),
        file_dialogs: false,
        language: Some("pseudo".to_owned()),
        data: None,
        ..Startup::default()
    };
    let mut harness = Harness::builder()
        .with_size(size)
        .build_eframe(move |cc| App::new(cc, startup));
    settle(&mut harness);
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    harness
}

/// `text` without the paths in it.
fn without_paths(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| !word.contains('/'));
    words.collect::<Vec<_>>().join(" ")
}

/// The words of `text` that have no accent: two letters and more.
fn plain_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| word.len() > 1 && word.is_ascii())
}

/// The codebook that a study begins with.
const CODEBOOK: &str = include_str!("../../assets/study/tone.toml");

/// What stands on a page in other words than the window's: a codebook is what the study asks, in its own language;
/// a command for the shell is no sentence; the edge of a panel is called so by egui; a chart without marks is one, too.
const IN_OTHER_WORDS: [&str; 4] = [
    CODEBOOK,
    "Tone over time, by month. No article has a date, so there is no course over time.",
    "sudo apt install xdg-desktop-portal-gtk",
    "Resize panel",
];

fn known() -> BTreeSet<String> {
    let articles = [LEDGER, STAR].into_iter().flat_map(plain_words);
    articles
        .chain(NO_TEXTS.iter().copied())
        .map(str::to_lowercase)
        .collect()
}

/// A text as it is drawn.
struct Drawn {
    text: String,
    /// Where its lines stand.
    lines: Vec<Rect>,
    /// What is seen of that place.
    clip: Rect,
    /// Whether its end was left out for want of room.
    elided: bool,
}

/// The texts that are drawn, but for those of charts: a chart is a result, and what is seen is what is saved.
fn drawn<S>(harness: &Harness<'_, S>) -> Vec<Drawn> {
    fn add(shape: &Shape, clip: Rect, out: &mut Vec<Drawn>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, clip, out)),
            Shape::Text(text) if text.angle == 0.0 => {
                // What is painted: where a line begins beside something else, its place begins there, too.
                let rows = text.galley.rows.iter();
                let lines = rows.map(|row| {
                    let painted = row.row.visuals.mesh_bounds;
                    painted.translate(row.pos.to_vec2() + text.pos.to_vec2())
                });
                out.push(Drawn {
                    text: text.galley.text().to_owned(),
                    lines: lines.collect(),
                    clip,
                    elided: text.galley.elided,
                });
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    for painted in &harness.output().shapes {
        add(&painted.shape, painted.clip_rect, &mut out);
    }
    let charts: Vec<Rect> = harness
        .query_all_by_role(Role::Image)
        .map(|chart| chart.rect().expand2(vec2(300.0, 110.0)))
        .collect();
    let in_chart = |drawn: &Drawn| {
        let mut lines = drawn.lines.iter();
        let is_ours = drawn.text.contains('⟦');
        !is_ours && lines.all(|line| charts.iter().any(|chart| chart.contains_rect(*line)))
    };
    out.retain(|drawn| !in_chart(drawn));
    out
}

/// What is wrong, each once, with where it was met first.
#[derive(Default)]
struct Wrong {
    known: BTreeSet<String>,
    seen: BTreeSet<String>,
    told: Vec<String>,
}

impl Wrong {
    fn tell(&mut self, kind: &str, text: &str, place: &str) {
        if self.seen.insert(format!("{kind} {text}")) {
            self.told.push(format!("{kind} [{place}] {text:?}"));
        }
    }

    /// Looks at every name that a screen reader hears and every text that is drawn.
    fn words<S>(&mut self, harness: &Harness<'_, S>, place: &str) {
        let mut texts: Vec<String> = Vec::new();
        for node in harness.query_all_by(|node| node.role() != Role::Image) {
            let node = node.accesskit_node();
            texts.extend(node.label());
            texts.extend(node.description());
            texts.extend(node.placeholder().map(str::to_owned));
        }
        texts.extend(drawn(harness).into_iter().map(|drawn| drawn.text));
        for text in texts {
            let in_other_words = |line: &str| {
                IN_OTHER_WORDS
                    .iter()
                    .any(|other| other.contains(line.trim()))
            };
            if text.lines().all(in_other_words) {
                continue;
            }
            let text = without_paths(&text);
            // The answers of the codebook stand within a line of the page.
            let in_codebook = |word: &str| place.starts_with("Study") && CODEBOOK.contains(word);
            let mut left = plain_words(&text)
                .filter(|word| !self.known.contains(&word.to_lowercase()) && !in_codebook(word));
            if left.next().is_some() {
                self.tell("left in code", &text, place);
            }
        }
    }

    /// Looks at texts of the window that are cut, or lie over each other. `popup` hides what it covers.
    fn room<S>(&mut self, harness: &Harness<'_, S>, place: &str) {
        let window = harness.ctx.content_rect();
        let drawn = drawn(harness);
        let seen = |drawn: &Drawn| -> Vec<Rect> {
            let lines = drawn.lines.iter();
            let lines = lines.map(|line| line.intersect(drawn.clip).intersect(window));
            lines.filter(Rect::is_positive).collect()
        };
        for (at, one) in drawn.iter().enumerate() {
            let lines = seen(one);
            // A list in a cell of a table goes on under the pointer, in English as well.
            if lines.is_empty() || one.text.matches('⟦').count() != 1 {
                continue;
            }
            let wide = one.lines.iter().map(|line| line.max.x).fold(0.0, f32::max);
            if one.text == parallax::text::tr(parallax::compare::STANDING_LINE) {
                continue; // The status bar says it whole under the pointer.
            }
            let is_excepted = |kind: &str| {
                let mut excepted = EXCEPTED.iter();
                excepted.any(|(page, what, _)| place.starts_with(page) && *what == kind)
            };
            if one.elided && !is_excepted("shortened") {
                self.tell("shortened", &one.text, place);
            } else if wide > one.clip.max.x + 2.0 && !is_excepted("cut") {
                self.tell("cut", &one.text, place);
            }
            for other in drawn.get(at + 1..).unwrap_or_default() {
                let over = seen(other);
                let touch = |a: &Rect, b: &Rect| {
                    let both = a.intersect(*b);
                    both.is_positive() && both.width() > 3.0 && both.height() > 5.0
                };
                let lies_over = lines.iter().any(|a| over.iter().any(|b| touch(a, b)));
                if other.text != one.text && lies_over {
                    let both = format!("{} / {}", one.text, other.text);
                    self.tell("under another", &both, place);
                }
            }
        }
    }
}

fn page(harness: &mut Harness<'_, App>, page: Page) {
    harness.state_mut().request(Command::ShowPage(page));
    settle(harness);
}

/// Every page but the manual, whose chapters are a book and no labels.
const PAGES: [Page; 13] = [
    Page::Findings,
    Page::Read,
    Page::Compare,
    Page::Words,
    Page::People,
    Page::Headlines,
    Page::Articles,
    Page::Stories,
    Page::Matrix,
    Page::OverTime,
    Page::Write,
    Page::Study,
    Page::Settings,
];

#[test]
fn no_text_of_the_window_is_left_in_code() {
    let mut harness = pseudo(vec2(1320.0, 860.0));
    let mut wrong = Wrong {
        known: known(),
        ..Wrong::default()
    };
    for one in PAGES {
        page(&mut harness, one);
        wrong.words(&harness, &format!("{one:?}"));
    }
    page(&mut harness, Page::Read);
    for command in [
        Command::ToggleEvidence,
        Command::ToggleChart,
        Command::NextMatch,
        Command::Find,
    ] {
        harness.state_mut().request(command);
        settle(&mut harness);
        wrong.words(&harness, &format!("{command:?}"));
    }
    for key in [Key::J, Key::H] {
        harness.key_press(Key::Escape);
        harness.key_press(key);
        settle(&mut harness);
        wrong.words(&harness, &format!("{key:?}"));
    }
    for kind in Kind::all() {
        harness.state_mut().request(Command::ShowChart(*kind));
        settle(&mut harness);
        wrong.words(&harness, &format!("{kind:?}"));
    }
    for menu in Menu::ALL {
        open_menu(&mut harness, menu.label());
        wrong.words(&harness, &format!("{menu:?}"));
        harness.key_press(Key::Escape);
        settle(&mut harness);
        harness.key_press(Key::Escape);
        settle(&mut harness);
    }
    for command in Command::all() {
        let opens = command.label().contains('…') && command.why_not(harness.state()).is_none();
        if !opens && command != Command::Palette {
            continue;
        }
        harness.state_mut().request(command);
        settle(&mut harness);
        wrong.words(&harness, &format!("{command:?}"));
        for _ in 0..2 {
            harness.key_press(Key::Escape);
            settle(&mut harness);
        }
    }
    assert!(wrong.told.is_empty(), "{}", wrong.told.join("\n"));
}

#[test]
fn labels_two_fifths_longer_fit() {
    let mut wrong = Wrong::default();
    for size in [vec2(1320.0, 860.0), vec2(900.0, 600.0)] {
        let mut harness = pseudo(size);
        for one in PAGES {
            page(&mut harness, one);
            wrong.room(&harness, &format!("{one:?} {size}"));
        }
    }
    assert!(wrong.told.is_empty(), "{}", wrong.told.join("\n"));
}

/// A window with a text left in code, one that is too long and two that lie over each other.
struct Faulty;

impl eframe::App for Faulty {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        ui.label("Left in code");
        ui.label("⟦Ŵóŕđš óƒ Falk⟧");
        ui.add(egui::Label::new("⟦Ţĥîš îš ƒáŕ łóñğéŕ ţĥáñ ţĥé ŵîñđóŵ îš ŵîđé⟧").truncate());
        for text in ["⟦Óñé⟧", "⟦Áñóţĥéŕ⟧"] {
            let rect = Rect::from_min_size(egui::pos2(20.0, 70.0), vec2(100.0, 20.0));
            ui.put(rect, egui::Label::new(text));
        }
    }
}

#[test]
fn a_text_left_in_code_and_one_that_is_cut_are_found() {
    let startup = Startup {
        second_reader: false,
        file_dialogs: false,
        data: None,
        ..Startup::default()
    };
    let mut harness = Harness::builder()
        .with_size(vec2(200.0, 100.0))
        .build_eframe(move |cc| {
            drop(App::new(cc, startup)); // for its letters
            Faulty
        });
    harness.run_steps(3);
    let mut wrong = Wrong {
        known: known(),
        ..Wrong::default()
    };
    wrong.words(&harness, "here");
    let told: Vec<&str> = wrong.told.iter().map(String::as_str).collect();
    assert_eq!(told, ["left in code [here] \"Left in code\""]);
    wrong.told.clear();
    wrong.room(&harness, "here");
    let kinds: Vec<&str> = (wrong.told.iter())
        .filter_map(|told| told.split(" [").next())
        .collect();
    assert_eq!(kinds, ["shortened", "under another"]);
}
