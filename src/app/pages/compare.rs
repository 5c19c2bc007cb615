//! Which measures differ and how sure that is; the same on matched passages alone; whether the order
//! in tone holds under other settings; what both tell.

use egui::{Label, Ui};

use super::parts::{comparison, interval, number, signed, title};
use crate::app::Page;
use crate::app::view::Focus;
use crate::app::widgets::labels::{note, section};
use crate::app::widgets::table::{self, Column};
use crate::app::{Actions, App};
use crate::compare::{
    Average, Comparison, Coverage, Difference, Passages, STANDING_LINE, Setting, SettingResult,
    Verdict,
};
use crate::score::tone::ToneOptions;
use crate::text::{optional, per_cent};

const COLUMNS: [Column; 9] = [
    Column::text("Measure", 160.0),
    Column::numbers("A", 54.0),
    Column::numbers("B", 54.0),
    Column::numbers("A less B", 70.0),
    Column::numbers("95 % interval", 122.0)
        .help("Clustered by paragraph, or by article where a source has many."),
    Column::numbers("Adjusted p", 82.0)
        .help("Permutation test, adjusted for the number of measures (Benjamini–Hochberg)."),
    Column::text("Cliff's δ", 128.0).help(
        "How often a paragraph of one is higher than one of the other, −1 to +1, and in words.",
    ),
    Column::numbers("n of A / B", 80.0)
        .help("Paragraphs or articles the measure could be computed for."),
    Column::text("In words", 240.0),
];

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
    ui.add(Label::new(heading).wrap());
    note(STANDING_LINE, ui);
    if let Some(notice) = comparison.coverage.notice() {
        ui.add_space(6.0);
        ui.add(Label::new(format!("▲ {notice}")).wrap());
    }
    section("Differences", ui);
    differences("differences", &comparison.differences, ui, actions);
    section("Like for like", ui);
    note(
        "The same on matched passages alone: how the same points are worded, apart from what was chosen.",
        ui,
    );
    differences("like for like", &comparison.like_for_like, ui, actions);
    section("Does it hold?", ui);
    holds(&comparison, ui);
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
    let clicked = table::show(ui, id, &COLUMNS, items.len(), None, |row| {
        items.get(row).map(cells).unwrap_or_default()
    });
    if let Some(item) = clicked.and_then(|row| items.get(row)) {
        actions.show(Focus::Measure(item.measure.id));
    }
}

fn cells(item: &Difference) -> Vec<String> {
    let digits = item.measure.digits();
    vec![
        item.measure.label.to_owned(),
        number(item.a, digits),
        number(item.b, digits),
        signed(item.difference, digits),
        interval(item.interval, digits),
        number(item.adjusted_p, 3),
        effect(item),
        format!("{} / {}", item.n_a, item.n_b),
        in_words(item).to_owned(),
    ]
}

/// Cliff's δ with its size in words; a dash where there is none.
fn effect(item: &Difference) -> String {
    let words = item.effect.map_or("", |effect| effect.label());
    optional(item.delta, |delta| {
        format!("{} {words}", signed(Some(delta), 2))
    })
}

/// What may be said, in a few words; the evidence says it in full.
fn in_words(item: &Difference) -> &'static str {
    let a_higher = item.difference.is_some_and(|by| by > 0.0);
    match item.verdict {
        Verdict::Missing => "a side has nothing to measure",
        Verdict::NotTested => "one value a side, no interval",
        Verdict::TooShort => "too short to compare",
        Verdict::TooFew => "too little of it to compare",
        Verdict::NoClearDifference => "no clear difference",
        Verdict::Possible if a_higher => "A higher, may be chance",
        Verdict::Possible => "B higher, may be chance",
        Verdict::Clear if a_higher => "A clearly higher",
        Verdict::Clear => "B clearly higher",
    }
}

fn holds(comparison: &Comparison, ui: &mut Ui) {
    let robustness = &comparison.robustness;
    ui.add(Label::new(&robustness.sentence).wrap());
    egui::CollapsingHeader::new("Every setting").show(ui, |ui| {
        let all = &robustness.settings;
        table::show(ui, "settings", &SETTINGS, all.len(), None, |row| {
            all.get(row).map(setting).unwrap_or_default()
        });
    });
}

fn setting(result: &SettingResult) -> Vec<String> {
    let lower = match (result.a, result.b) {
        (Some(a), Some(b)) if a < b => "A",
        (Some(a), Some(b)) if b < a => "B",
        (Some(_), Some(_)) => "equal",
        _ => "–",
    };
    vec![
        describe(result.setting),
        signed(result.a, 3),
        signed(result.b, 3),
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
        ui.add(Label::new(text).wrap());
    }
    note("A difference in coverage, nothing more.", ui);
}
