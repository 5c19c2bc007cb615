//! Which measures differ and how sure that is; the same on matched passages alone; whether the order
//! in tone holds under other settings; what both tell.

use egui::Ui;

use super::parts::{comparison, difference_columns, said_once, title};
use super::same_stories;
use crate::app::Page;
use crate::app::view::Focus;
use crate::app::widgets::labels::{note, section, wrapped};
use crate::app::widgets::table::{self, Column};
use crate::app::{Actions, App};
use crate::compare::{
    Average, Comparison, Coverage, Difference, ListRow, Passages, STANDING_LINE, Setting,
    SettingResult, Verdict,
};
use crate::score::tone::ToneOptions;
use crate::text::{NONE, capitalised, optional, per_cent, signed, tr, tr_counted, tr_said};

const SETTINGS: [Column; 4] = [
    Column::text("Setting", 430.0),
    Column::numbers("A", 76.0),
    Column::numbers("B", 76.0),
    Column::text("More negative", 120.0),
];

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    title(Page::Compare, ui);
    let Some(comparison) = comparison(app, ui, actions) else {
        return;
    };
    let heading = tr!("A is {}, B is {}.", comparison.a, comparison.b);
    wrapped(heading, ui);
    note(tr(STANDING_LINE), ui);
    crate::app::second::asking::line(app, ui, actions);
    if let Some(notice) = comparison.coverage.notice().filter(|_| !comparison.of_few) {
        ui.add_space(6.0);
        wrapped(format!("▲ {}", tr_said(notice)), ui);
    }
    if same_stories::switch(app, ui, actions) {
        same_stories::show(app, ui, actions);
        return;
    }
    statistics(&comparison, ui, actions);
}

/// Every figure of a comparison.
pub(super) fn statistics(comparison: &Comparison, ui: &mut Ui, actions: &mut Actions) {
    section(tr!("Differences"), ui);
    differences("differences", &comparison.differences, ui, actions);
    own_lists(&comparison.lists, ui, actions);
    section(tr!("Like for like"), ui);
    note(
        tr!(
            "The same on matched passages alone: how the same points are worded, apart from what was chosen."
        ),
        ui,
    );
    differences("like for like", &comparison.like_for_like, ui, actions);
    section(tr!("Does it hold?"), ui);
    holds(comparison, ui);
    section(tr!("What both tell"), ui);
    coverage(&comparison.coverage, ui);
    ui.add_space(8.0);
    note(
        tr!(
            "Intervals and p-values with seed {}; Settings has another.",
            comparison.options.seed
        ),
        ui,
    );
}

/// The measures that differ, or may; the others in one line that opens. A click on a measure opens the words
/// and places behind it.
fn differences(id: &str, items: &[Difference], ui: &mut Ui, actions: &mut Actions) {
    let differs = |item: &&Difference| matches!(item.verdict, Verdict::Clear | Verdict::Possible);
    let (mut told, mut rest): (Vec<&Difference>, Vec<&Difference>) =
        items.iter().partition(differs);
    for items in [&mut told, &mut rest] {
        items.sort_by_key(|item| {
            Verdict::ALL
                .iter()
                .position(|verdict| *verdict == item.verdict)
        });
    }
    if told.is_empty() {
        ui.label(tr!("No measure differs clearly."));
    } else {
        table_of(id, &told, ui, actions);
    }
    if rest.is_empty() {
        return;
    }
    let count = |verdict: Verdict| rest.iter().filter(|item| item.verdict == verdict).count();
    let said: Vec<String> = Verdict::ALL
        .into_iter()
        .filter(|verdict| count(*verdict) > 0)
        .map(|verdict| format!("{}: {}", tr(verdict.label()), count(verdict)))
        .collect();
    let which = if told.is_empty() {
        tr!("All")
    } else {
        tr!("The other")
    };
    let head = format!("{which} {}", tr_counted(rest.len(), "measure"));
    note(capitalised(&said.join(" · ")), ui);
    egui::CollapsingHeader::new(head)
        .id_salt(id)
        .default_open(false)
        .show(ui, |ui| {
            table_of(&tr!("{id}, the rest"; id), &rest, ui, actions);
        });
}

fn table_of(id: &str, items: &[&Difference], ui: &mut Ui, actions: &mut Actions) {
    let columns = difference_columns(tr!("Measure"));
    let rows = said_once(
        items
            .iter()
            .map(|item| (*item, item.cells().map(|cell| tr_said(&cell)).to_vec())),
    );
    let cells = |(_, cells): &(&Difference, Vec<String>)| cells.clone();
    if let Some((item, _)) = table::show(ui, id, &columns, &rows, None, cells) {
        actions.show(Focus::Measure(item.measure.id));
    }
}

/// The categories of the user's own lists. A click opens the words and places behind one.
fn own_lists(rows: &[ListRow], ui: &mut Ui, actions: &mut Actions) {
    if rows.is_empty() {
        return;
    }
    section(tr!("Your own lists"), ui);
    note(
        tr!(
            "Words of each category outside quotation marks, per 100 words of own voice; p-values are adjusted over all \
         categories. Settings switches categories on and off."
        ),
        ui,
    );
    let columns = difference_columns(tr!("Category"));
    let rows = said_once(rows.iter().map(|row| {
        (
            &row.rate,
            row.rate.cells().map(|cell| tr_said(&cell)).to_vec(),
        )
    }));
    let cells = |(_, cells): &(&Difference, Vec<String>)| cells.clone();
    if let Some((item, _)) = table::show(ui, "own lists", &columns, &rows, None, cells) {
        actions.show(Focus::List(item.label().to_owned()));
    }
}

fn holds(comparison: &Comparison, ui: &mut Ui) {
    let robustness = &comparison.robustness;
    wrapped(tr_said(&robustness.sentence), ui);
    if let Some(caution) = comparison.order_alone() {
        note(tr_said(&caution), ui);
    }
    if robustness.settings.is_empty() {
        return;
    }
    egui::CollapsingHeader::new(tr!("Every setting")).show(ui, |ui| {
        let all = &robustness.settings;
        table::show(ui, "settings", &SETTINGS, all, None, setting);
    });
}

fn setting(result: &SettingResult) -> Vec<String> {
    let lower = match (result.a, result.b) {
        (Some(a), Some(b)) if a < b => "A",
        (Some(a), Some(b)) if b < a => "B",
        (Some(_), Some(_)) => tr!("equal"),
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
    let tone = match setting.tone {
        ToneOptions::EXACT => tr!("exact"),
        tone if !tone.news_sense => tr!("corrected but for news senses"),
        tone if !tone.harm_denied => tr!("corrected but for denied harm"),
        _ => tr!("corrected"),
    };
    let parts = [
        if setting.second {
            tr!("second reader")
        } else {
            tone
        },
        if setting.quotations {
            tr!("quotations in")
        } else {
            tr!("quotations out")
        },
        match setting.average {
            Average::Mean => tr!("mean"),
            Average::Median => tr!("median"),
        },
        match setting.passages {
            Passages::All => tr!("all passages"),
            Passages::Matched => tr!("matched passages"),
        },
    ];
    parts.join(", ")
}

fn coverage(coverage: &Coverage, ui: &mut Ui) {
    for (name, side) in [("A", coverage.a), ("B", coverage.b)] {
        let percent = |part: usize| optional(side.share(part), per_cent);
        let text = tr!(
            "{name}: {} of its words in passages that make the same point, {} in related ones, {} told here alone",
            percent(side.shared),
            percent(side.related),
            percent(side.only_here); name);
        wrapped(text, ui);
    }
    note(tr!("A difference in coverage, nothing more."), ui);
}
