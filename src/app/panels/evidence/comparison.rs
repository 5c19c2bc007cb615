//! How the two sources compare, in words: which measures differ and how sure that is, what both tell,
//! whether the order in tone holds.

use egui::{CollapsingHeader, RichText, Ui};

use crate::compare::{Comparison, Difference, SideCoverage};
use crate::text::{optional, per_cent};

use crate::app::theme::semibold;
use crate::app::widgets::labels::{note, title, wrapped};
use crate::app::{Actions, App, controls};

/// Shows the comparison, or how far it is.
pub(super) fn show(app: &App, ui: &mut Ui, actions: &mut Actions) {
    if controls::progress(app, ui, actions) {
        return;
    }
    let Some(comparison) = app.workspace.comparison() else {
        return;
    };
    title("Do they differ?", ui);
    for item in &comparison.differences {
        difference(item, ui);
    }
    coverage(comparison, ui);
    section("Like for like", ui, |ui| {
        note(
            "The same differences on matched passages alone: how the same points are worded, apart from what was chosen.",
            ui,
        );
        for item in &comparison.like_for_like {
            difference(item, ui);
        }
    });
    section("Does it hold?", ui, |ui| {
        wrapped(&comparison.robustness.sentence, ui);
        note(
            "Tone computed again with and without each correction, quoted speech, all or matched passages, mean or median.",
            ui,
        );
    });
    note(
        format!(
            "Intervals and p-values with seed {}.",
            comparison.options.seed
        ),
        ui,
    );
}

fn section(title: &str, ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    CollapsingHeader::new(RichText::new(title).family(semibold()))
        .default_open(false)
        .show(ui, contents);
}

fn difference(item: &Difference, ui: &mut Ui) {
    wrapped(&item.sentence, ui).on_hover_text(item.measure.formula);
    if item.test.is_some() {
        note(item.figures(), ui);
    }
}

/// What both tell, in words of text.
fn coverage(comparison: &Comparison, ui: &mut Ui) {
    let coverage = &comparison.coverage;
    section("What both tell", ui, |ui| {
        for (name, side) in [("A", coverage.a), ("B", coverage.b)] {
            wrapped(share(name, side), ui);
        }
        note(
            "Shares of words in passages that have a counterpart. A difference in coverage, nothing more. Select a paragraph to see its counterparts.",
            ui,
        );
    });
    if let Some(notice) = coverage.notice() {
        wrapped(format!("▲ {notice}"), ui);
    }
}

fn share(name: &str, side: SideCoverage) -> String {
    let percent = |part: usize| optional(side.share(part), per_cent);
    format!(
        "{name}: {} same point, {} related, {} only here",
        percent(side.shared),
        percent(side.related),
        percent(side.only_here)
    )
}
