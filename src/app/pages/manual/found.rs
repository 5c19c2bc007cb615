//! What was found in the manual, a line each.

use egui::{RichText, Ui};

use crate::app::App;
use crate::app::widgets::labels::link;
use crate::manual::chapters;
use crate::text::{shorten, tr, tr_counted};

/// Places that are listed.
const LISTED: usize = 60;
/// Characters of a place that are shown.
const SHOWN: usize = 160;
/// Characters before the first word found that are shown with it.
const BEFORE: usize = 40;

pub(super) fn show(app: &mut App, ui: &mut Ui) {
    let reading = &mut app.view.pages.manual;
    let count = reading.hits.len();
    ui.label(match count {
        0 => tr!("The manual does not speak of that. Fewer letters may find it.").to_owned(),
        _ => tr!("{} found.", tr_counted(count, "place")),
    });
    let mut turn = None;
    let first = reading
        .wanted
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    for hit in reading.hits.iter().take(LISTED) {
        let Some(chapter) = chapters().get(hit.chapter) else {
            continue;
        };
        let Some(block) = chapter.blocks.get(hit.block) else {
            continue;
        };
        ui.label(RichText::new(&chapter.title).small().weak());
        if link(around(&block.words(), &first), ui).clicked() {
            turn = Some(*hit);
        }
    }
    if count > LISTED {
        ui.label(tr!("The first {LISTED} are listed."; LISTED));
    }
    if let Some(hit) = turn {
        reading.turn_to(hit.chapter, hit.block);
    }
}

/// What stands around the first `word`, which is in lower case.
fn around(text: &str, word: &str) -> String {
    let lower = text.to_lowercase();
    let at = lower.find(word).unwrap_or(0);
    let before = lower.get(..at).map_or(0, |before| before.chars().count());
    let skip = before.saturating_sub(BEFORE);
    let rest: String = text.chars().skip(skip).collect();
    let sign = if skip > 0 { "…" } else { "" };
    format!("{sign}{}", shorten(&rest, SHOWN))
}
