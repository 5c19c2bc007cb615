//! One measure: what it is in both sources, how it is computed, and the paragraphs behind it.

use egui::Ui;

use crate::article::{Place, Side};
use crate::score::{measure::Measure, registry::MEASURES};
use crate::text::{optional, shorten, trimmed};

use super::parts::place;
use crate::app::widgets::labels::{note, title, wrapped};
use crate::app::{Actions, App, controls};

/// Paragraphs listed a side, those that weigh most first.
const LISTED: usize = 12;

/// Shows the measure called `id`.
pub(super) fn show(app: &App, id: &str, ui: &mut Ui, actions: &mut Actions) {
    let Some(measure) = MEASURES.iter().find(|measure| measure.id == id) else {
        return;
    };
    title(measure.label, ui);
    let difference = app.workspace.comparison().and_then(|done| {
        let mut all = done.differences.iter();
        all.find(|item| item.measure.id == id)
    });
    if let Some(item) = difference {
        wrapped(&item.sentence, ui);
    }
    for side in Side::BOTH {
        of_side(app, side, measure, ui, actions);
    }
    ui.add_space(8.0);
    title("How it is measured", ui);
    controls::facts(measure, ui);
}

/// What each paragraph of the article on show adds, as "2 of 31".
fn of_side(app: &App, side: Side, measure: &Measure, ui: &mut Ui, actions: &mut Actions) {
    let source = app.session().source(side);
    let (Some(source), Some(analysis)) = (source, app.analysis(side)) else {
        return;
    };
    let Some(article) = source.article() else {
        return;
    };
    let value = optional(measure.of(analysis), |value| measure.show(value));
    ui.add_space(6.0);
    title(format!("{} · {value}", side.label()), ui);
    let Some(part) = measure.part() else {
        note(
            "One value an article: open the headline to see how it comes about.",
            ui,
        );
        return;
    };
    let mut parts: Vec<_> = analysis
        .units
        .iter()
        .enumerate()
        .map(|(at, unit)| (at, unit.block, part(unit)))
        .filter(|(.., part)| part.top.abs() > 1e-12)
        .collect();
    parts.sort_by(|one, other| other.2.top.abs().total_cmp(&one.2.top.abs()));
    if parts.is_empty() {
        ui.label("Nothing in this article counts.");
    }
    for (at, block, part) in parts.iter().take(LISTED) {
        let text = article.blocks.get(*block).map_or("", |block| &block.text);
        let label = format!(
            "Paragraph {}: {} of {} · {}",
            at + 1,
            trimmed(part.top, 3),
            trimmed(part.bottom, 3),
            shorten(text, 60)
        );
        let to = Place::block(side, source.current, *block);
        place(to, &label, ui, actions);
    }
    let more = parts.len().saturating_sub(LISTED);
    if more > 0 {
        note(format!("… and {more} more paragraphs"), ui);
    }
    note(
        "What each paragraph adds, of what it is divided by. The sums of both give the value.",
        ui,
    );
}
