//! How the two sources compare, in words: the measures that differ clearly, once that the others do not, and
//! whether the order in tone holds.

use egui::{CollapsingHeader, RichText, Ui};

use crate::article::Side;
use crate::compare::{Comparison, Difference, Verdict};
use crate::text::{tr, tr_counted, tr_said};

use crate::app::theme::semibold;
use crate::app::view::Focus;
use crate::app::widgets::labels::{link, note, title, wrapped};
use crate::app::{Actions, App, controls};

/// Shows the comparison, or how far it is.
pub(super) fn show(app: &App, ui: &mut Ui, actions: &mut Actions) {
    if controls::progress(app, ui, actions) {
        return;
    }
    let Some(comparison) = app.workspace.comparison() else {
        return;
    };
    title(tr!("Do they differ?"), ui);
    if let Some(notice) = comparison.notice() {
        wrapped(format!("▲ {}", tr_said(notice)), ui);
    }
    differences(&comparison.differences, ui, actions);
    section(tr!("Like for like"), ui, |ui| {
        note(
            tr!(
                "The same on matched passages alone: how the same points are worded, apart from what was chosen."
            ),
            ui,
        );
        differences(&comparison.like_for_like, ui, actions);
    });
    holds(comparison, ui);
    let seed = comparison.options.seed;
    note(tr!("Intervals and p-values with seed {seed}."; seed), ui);
}

fn holds(comparison: &Comparison, ui: &mut Ui) {
    section(tr!("Does it hold?"), ui, |ui| {
        wrapped(tr_said(&comparison.robustness.sentence), ui);
        if let Some(caution) = comparison.order_alone() {
            note(tr_said(&caution), ui);
        }
        note(
            tr!(
                "Tone computed again with and without each correction, quoted speech, all or matched passages, mean or median."
            ),
            ui,
        );
    });
}

fn section(title: &str, ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    CollapsingHeader::new(RichText::new(title).family(semibold()))
        .default_open(false)
        .show(ui, contents);
}

/// The clear differences as sentences, then the possible ones; the rest by verdict, each said once.
fn differences(all: &[Difference], ui: &mut Ui, actions: &mut Actions) {
    let with = |verdict: Verdict| -> Vec<&Difference> {
        all.iter().filter(|item| item.verdict == verdict).collect()
    };
    for verdict in [Verdict::Clear, Verdict::Possible] {
        for item in with(verdict) {
            if link(tr_said(&item.sentence), ui).clicked() {
                actions.show(Focus::Measure(item.measure.id));
            }
            note(item.figures(), ui);
        }
    }
    if with(Verdict::Clear).is_empty() {
        ui.label(tr!("No measure differs clearly."));
    }
    for verdict in Verdict::ALL {
        let items = with(verdict);
        if matches!(verdict, Verdict::Clear | Verdict::Possible) || items.is_empty() {
            continue;
        }
        let said = crate::text::capitalised(tr(verdict.label()));
        let head = format!("{said}: {}", tr_counted(items.len(), "measure"));
        let id = ("verdict", verdict, items.first().map(|item| item.n_a));
        CollapsingHeader::new(head).id_salt(id).show(ui, |ui| {
            for item in items {
                let [a, b] = Side::BOTH.map(|side| item.shown(side));
                let response = link(
                    tr!("{}: {a} in A, {b} in B", tr_said(item.label()); a, b),
                    ui,
                );
                if response.on_hover_text(tr(item.measure.plain)).clicked() {
                    actions.show(Focus::Measure(item.measure.id));
                }
            }
        });
    }
}

/// Shows every measure, compared.
pub(super) fn every_measure(app: &App, ui: &mut Ui, actions: &mut Actions) {
    title(tr!("Every measure"), ui);
    note(tr!("A measure opens the words and places behind it."), ui);
    if let Some(comparison) = app.workspace.comparison() {
        differences(&comparison.differences, ui, actions);
        ui.add_space(6.0);
        holds(comparison, ui);
    } else {
        controls::progress(app, ui, actions);
    }
}
