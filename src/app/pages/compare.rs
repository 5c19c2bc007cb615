//! Which measures differ and how sure that is; the same on matched passages alone; whether the order
//! in tone holds under other settings; what both tell.

use egui::Ui;

use super::parts::{comparison, difference_columns, title};
use crate::app::Page;
use crate::app::view::Focus;
use crate::app::widgets::labels::{note, section, wrapped};
use crate::app::widgets::table::{self, Column};
use crate::app::{Actions, App};
use crate::compare::{
    Average, Comparison, Coverage, Difference, Passages, STANDING_LINE, Setting, SettingResult,
};
use crate::score::tone::ToneOptions;
use crate::text::{NONE, optional, per_cent, signed};

const SETTINGS: [Column; 4] = [
    Column::text("Setting", 470.0),
    Column::numbers("A", 76.0),
    Column::numbers("B", 76.0),
    Column::text("More negative", 120.0),
];

pub(super) fn show(app: &App, ui: &mut Ui, actions: &mut Actions) {
    title(Page::Compare, ui);
    let Some(comparison) = comparison(app, ui, actions) else {
        return;
    };
    let heading = format!("A is {}, B is {}.", comparison.a, comparison.b);
    wrapped(heading, ui);
    note(STANDING_LINE, ui);
    if let Some(notice) = comparison.coverage.notice() {
        ui.add_space(6.0);
        wrapped(format!("▲ {notice}"), ui);
    }
    statistics(&comparison, ui, actions);
}

/// Every figure of a comparison.
pub(super) fn statistics(comparison: &Comparison, ui: &mut Ui, actions: &mut Actions) {
    section("Differences", ui);
    differences("differences", &comparison.differences, ui, actions);
    section("Like for like", ui);
    note(
        "The same on matched passages alone: how the same points are worded, apart from what was chosen.",
        ui,
    );
    differences("like for like", &comparison.like_for_like, ui, actions);
    section("Does it hold?", ui);
    holds(comparison, ui);
    section("What both tell", ui);
    coverage(&comparison.coverage, ui);
    ui.add_space(8.0);
    note(
        format!(
            "Intervals and p-values with seed {}; Settings has another.",
            comparison.options.seed
        ),
        ui,
    );
}

/// A click on a measure opens how it is computed and the paragraphs behind it.
fn differences(id: &str, items: &[Difference], ui: &mut Ui, actions: &mut Actions) {
    let columns = difference_columns("Measure");
    let cells = |item: &Difference| Vec::from(item.cells());
    if let Some(item) = table::show(ui, id, &columns, items, None, cells) {
        actions.show(Focus::Measure(item.measure.id));
    }
}

fn holds(comparison: &Comparison, ui: &mut Ui) {
    let robustness = &comparison.robustness;
    wrapped(&robustness.sentence, ui);
    egui::CollapsingHeader::new("Every setting").show(ui, |ui| {
        let all = &robustness.settings;
        table::show(ui, "settings", &SETTINGS, all, None, setting);
    });
}

fn setting(result: &SettingResult) -> Vec<String> {
    let lower = match (result.a, result.b) {
        (Some(a), Some(b)) if a < b => "A",
        (Some(a), Some(b)) if b < a => "B",
        (Some(_), Some(_)) => "equal",
        _ => NONE,
    };
    vec![
        describe(result.setting),
        optional(result.a, |a| signed(a, 3)),
        optional(result.b, |b| signed(b, 3)),
        lower.to_owned(),
    ]
}

fn describe(setting: Setting) -> String {
    let exact = ToneOptions {
        news_sense: setting.tone.news_sense,
        ..ToneOptions::EXACT
    };
    let parts = [
        if setting.tone == exact {
            "exact"
        } else {
            "corrected"
        },
        if setting.tone.news_sense {
            "news sense"
        } else {
            "plain lexicon"
        },
        if setting.quotations {
            "quotations in"
        } else {
            "quotations out"
        },
        match setting.average {
            Average::Mean => "mean",
            Average::Median => "median",
        },
        match setting.passages {
            Passages::All => "all passages",
            Passages::Matched => "matched passages",
        },
    ];
    parts.join(", ")
}

fn coverage(coverage: &Coverage, ui: &mut Ui) {
    for (name, side) in [("A", coverage.a), ("B", coverage.b)] {
        let percent = |part: usize| optional(side.share(part), per_cent);
        let text = format!(
            "{name}: {} of its words in passages that make the same point, {} in related ones, {} only here",
            percent(side.shared),
            percent(side.related),
            percent(side.only_here)
        );
        wrapped(text, ui);
    }
    note("A difference in coverage, nothing more.", ui);
}
