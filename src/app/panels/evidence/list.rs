//! One category of the user's own lists: how often its words stand in both sources, and where.

use egui::{RichText, Ui};

use super::parts::stretch;
use crate::app::theme::{Tokens, semibold};
use crate::app::widgets::labels::{note, title, wrapped};
use crate::app::{Actions, App, controls};
use crate::article::Side;
use crate::score::lists::OWN_LIST;
use crate::text::{shorten, tr, tr_counted, tr_said};

/// Places listed a side.
const LISTED: usize = 60;
/// Words named a side.
const NAMED: usize = 12;

/// Shows the category called `label`.
pub(super) fn show(app: &App, label: &str, ui: &mut Ui, actions: &mut Actions) {
    title(label, ui);
    let comparison = app.workspace.comparison();
    let rows = comparison.map_or(&[][..], |done| &done.lists);
    let Some(row) = rows.iter().find(|row| row.rate.label() == label) else {
        ui.label(tr!("This category is not compared now."));
        return;
    };
    let hash = row.sha256.get(..12).unwrap_or_default();
    note(
        tr!("Of your word list “{}” (SHA-256 {hash}…).", row.list; hash),
        ui,
    );
    ui.add_space(4.0);
    wrapped(tr_said(&row.rate.sentence), ui);
    if row.rate.test.is_some() {
        note(row.rate.figures(), ui);
    }
    let tokens = Tokens::of(ui);
    for side in Side::BOTH {
        let uses = || row.uses.iter().filter(|found| found.place.side == side);
        let count = uses().count();
        ui.add_space(8.0);
        ui.horizontal_top(|ui| {
            let letter = RichText::new(side.label()).family(semibold()).size(16.0);
            ui.label(letter.color(tokens.side(side)));
            let shown = row.rate.shown(side);
            let sum = tr!(
                "{}, {shown} per 100 words of own voice",
                tr_counted(count, "use"); shown);
            wrapped(RichText::new(sum).family(semibold()), ui);
        });
        if count == 0 {
            ui.label(tr!(
                "None of its words stands here outside quotation marks."
            ));
            continue;
        }
        let words = row.counts(side).into_iter().take(NAMED);
        let words: Vec<String> = words
            .map(|(words, count)| format!("{} {count}", shorten(&words, 30)))
            .collect();
        note(words.join(" · "), ui);
        for found in uses().take(LISTED) {
            stretch(app, "", found.place, found.span, ui, actions);
        }
        let more = count.saturating_sub(LISTED);
        if more > 0 {
            note(tr!("… and {} more", tr_counted(more, "place")), ui);
        }
    }
    ui.add_space(8.0);
    egui::CollapsingHeader::new(RichText::new(tr!("How it is measured")).family(semibold()))
        .default_open(false)
        .show(ui, |ui| controls::facts(&OWN_LIST, ui));
}
