//! The manual: it opens with F1 and goes again, its links lead on, what is looked for is found; its pictures are
//! drawn here (`UPDATE_GOLDEN=1 cargo test --test window manual`) and held against what the program draws.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use image::RgbaImage;
use parallax::app::{App, Command, Page};
use parallax::chart::{self, Kind, Theme};
use parallax::load::ReadOptions;
use parallax::manual::{chapters, search};
use parallax::plot;
use parallax::work::{Progress, Threads};
use parallax::workspace::{Workspace, openings, read};

use super::pictures::compare;
use super::{click, names, sample, settle, shows, wait_for, window};

/// The size of the window's pictures, in points and pixels.
const WINDOW: egui::Vec2 = vec2(960.0, 620.0);
/// The size of the charts' pictures.
const CHART: [f32; 2] = [720.0, 380.0];

fn f1(harness: &mut Harness<'_, App>) {
    harness.key_press(Key::F1);
    settle(harness);
}

/// Chooses a chapter from the contents: links to it stand further down.
fn turn_to(harness: &mut Harness<'_, App>, title: &str) {
    let chapter = harness
        .query_all_by_role_and_label(egui::Role::Tab, title)
        .next();
    chapter.unwrap_or_else(|| panic!("no “{title}”")).click();
    settle(harness);
}

#[test]
fn f1_opens_the_manual_and_leads_back() {
    let mut harness = window(None, None);
    f1(&mut harness);
    assert!(shows(&harness, "Minute 1: open two accounts"));
    turn_to(&mut harness, "What may be said, and what may not");
    assert!(shows(&harness, "You may not say"));
    // Back to the page before, and to the chapter that was read.
    f1(&mut harness);
    assert!(!shows(&harness, "You may not say"));
    f1(&mut harness);
    assert!(shows(&harness, "You may not say"));
}

#[test]
fn a_link_does_what_it_says_where_it_can_be_seen() {
    let mut harness = window(None, None);
    f1(&mut harness);
    let link = harness.query_all_by_label("Try the sample story").last();
    link.unwrap().click();
    settle(&mut harness);
    assert!(names(&harness)[0].is_some());
    // The manual stands beside the page now.
    assert!(shows(&harness, "Whole page"));
    assert!(shows(&harness, "Port Ellery council approves"));
    click(&mut harness, "Whole page");
    assert!(shows(&harness, "Keep beside the page"));
    f1(&mut harness);
    assert!(!shows(&harness, "Minute 1"));
}

#[test]
fn the_samples_open_by_a_click() {
    let mut harness = window(None, None);
    harness.state_mut().request(Command::OpenSampleCollection);
    settle(&mut harness);
    for side in parallax::article::Side::BOTH {
        let source = harness.state().session().source(side).unwrap();
        assert_eq!(source.articles.len(), 6, "{}", source.name);
    }
    harness.state_mut().request(Command::OpenSampleDraft);
    settle(&mut harness);
    wait_for(&mut harness, |harness| shows(harness, "“rammed through”"));
    for _ in 0..2 {
        harness.state_mut().request(Command::Undo);
        settle(&mut harness);
    }
    assert_eq!(names(&harness), [None, None]);
}

#[test]
fn what_is_looked_for_is_found_and_gone_to() {
    let mut harness = window(None, None);
    f1(&mut harness);
    harness.get_by_label("Search the manual").focus();
    settle(&mut harness);
    harness.get_by_label("Search the manual").type_text("irony");
    settle(&mut harness);
    let count = search("irony").len();
    assert!(count > 0);
    assert!(shows(&harness, " found."));
    let hit = harness.query_all_by_label_contains("It takes irony").last();
    hit.unwrap().click();
    settle(&mut harness);
    assert!(shows(&harness, "Words that mislead"));
}

/// Every chapter opens in a small window, in both themes, and can be left by its links.
#[test]
fn every_chapter_is_drawn() {
    for theme in [Command::ThemeLight, Command::ThemeDark] {
        let mut harness = window(None, None);
        harness.set_size(vec2(900.0, 600.0));
        harness.state_mut().request(theme);
        f1(&mut harness);
        for chapter in chapters() {
            turn_to(&mut harness, &chapter.title);
            let mut headings = harness.query_all_by_role(egui::Role::Heading);
            let title = headings.any(|heading| {
                heading.accesskit_node().label().as_deref() == Some(chapter.title.as_str())
            });
            assert!(title, "{}", chapter.id);
        }
    }
}

/// What the program draws for `file` in both themes.
fn drawn(file: &str) -> Option<[RgbaImage; 2]> {
    match file.strip_suffix("-chart.png") {
        Some(id) => Some(chart_pictures(Kind::from_id(id)?)),
        None => window_pictures(file.strip_suffix(".png")?),
    }
}

/// The sample story, or the collection where one article a side has nothing to show.
fn chart_pictures(kind: Kind) -> [RgbaImage; 2] {
    let paths: Vec<PathBuf> = match kind {
        Kind::OverTime
        | Kind::Ranking
        | Kind::Distribution
        | Kind::Stories
        | Kind::ParagraphsBySource
        | Kind::SpreadBySource
        | Kind::HeadlinesBySource => {
            vec![sample("port-ellery.jsonl")]
        }
        _ => ["ellery-ledger.md", "quayside-star.md"]
            .map(sample)
            .to_vec(),
    };
    let mut workspace = Workspace::new(Threads::ONE, || ());
    for (side, placing, paths) in openings(paths) {
        let import = read(
            &paths,
            placing,
            &ReadOptions::default(),
            &Progress::default(),
        );
        workspace.place(side, placing, import.sources);
    }
    workspace.finish().unwrap();
    let chart = workspace.chart(kind, chart::Options::default()).unwrap();
    [Theme::Light, Theme::Dark].map(|theme| {
        let picture = plot::picture(&chart, CHART, 1.0, theme).unwrap();
        let [width, height] =
            [picture.width, picture.height].map(|side| u32::try_from(side).unwrap());
        RgbaImage::from_raw(width, height, picture.rgba).unwrap()
    })
}

/// The window as a chapter shows it; nothing where no pictures are drawn.
fn window_pictures(name: &str) -> Option<[RgbaImage; 2]> {
    let mut pictures = Vec::new();
    for theme in [Command::ThemeLight, Command::ThemeDark] {
        let mut harness = window(None, None);
        harness.set_size(WINDOW);
        harness.state_mut().request(theme);
        harness.state_mut().request(Command::OpenSample);
        wait_for(&mut harness, |harness| {
            harness.state().comparison().is_some()
        });
        match name {
            "findings" => page(&mut harness, Page::Findings),
            "evidence" => {
                let tone = harness.query_all_by_label_contains("B 2, tone").next();
                tone.unwrap().click_accesskit();
                settle(&mut harness);
                let sentence = harness.query_all_by_label_contains("Sentence 1, tone");
                sentence.last().unwrap().click_accesskit();
                settle(&mut harness);
            }
            "report" => {
                harness.key_press_modifiers(Modifiers::COMMAND, Key::R);
                settle(&mut harness);
            }
            "write" => {
                harness.state_mut().request(Command::OpenSampleDraft);
                settle(&mut harness);
                wait_for(&mut harness, |harness| shows(harness, "“rammed through”"));
            }
            "read" => settle(&mut harness),
            _ => panic!("no picture is called {name}"),
        }
        // Without any renderer it panics rather than say so.
        let drawn = catch_unwind(AssertUnwindSafe(|| harness.render()));
        pictures.push(drawn.ok()?.ok()?);
    }
    pictures.try_into().ok()
}

fn page(harness: &mut Harness<'_, App>, page: Page) {
    harness.state_mut().request(Command::ShowPage(page));
    settle(harness);
}

/// Fewer shades a channel: nobody sees it, and a picture takes half the room.
fn plain(picture: &RgbaImage) -> RgbaImage {
    let mut out = picture.clone();
    for pixel in out.pixels_mut() {
        for channel in &mut pixel.0 {
            *channel = ((u16::from(*channel) + 4) / 8 * 8).min(255) as u8;
        }
    }
    out
}

#[test]
fn the_pictures_of_the_manual_show_what_the_program_draws() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/manual/pictures");
    for picture in parallax::manual::PICTURES {
        let Some(both) = drawn(picture.file) else {
            eprintln!("skipped {}: nothing draws pictures here", picture.file);
            continue;
        };
        let name = picture.file.strip_suffix(".png").unwrap();
        for (theme, drawn) in ["light", "dark"].into_iter().zip(&both) {
            compare(&plain(drawn), &folder.join(format!("{name}-{theme}.png")));
        }
    }
}
