//! One measure: what it says, its value in both sources, and the words and places behind it, the weightiest
//! first; then how it is measured.

use egui::{RichText, Ui};

use crate::article::Side;
use crate::compare::Behind;
use crate::score::attribution::AttributionStyle;
use crate::score::measure::{Basis, Measure};
use crate::score::registry::MEASURES;
use crate::text::{tr, tr_counted, tr_said};

use super::parts::stretch;
use crate::app::behind::BehindMeasure;
use crate::app::theme::{Tokens, semibold};
use crate::app::widgets::labels::{note, title, wrapped};
use crate::app::{Actions, App, controls};

/// Words and places listed a side.
const LISTED: usize = 60;

/// Shows the measure called `id`.
pub(super) fn show(app: &App, id: &str, ui: &mut Ui, actions: &mut Actions) {
    let Some(measure) = MEASURES.iter().find(|measure| measure.id == id) else {
        return;
    };
    title(tr(measure.label), ui);
    wrapped(tr(measure.plain), ui);
    let difference = app.workspace.comparison().and_then(|done| {
        let mut all = done.differences.iter();
        all.find(|item| item.measure.id == id)
    });
    if let Some(item) = difference {
        ui.add_space(4.0);
        wrapped(tr_said(&item.sentence), ui);
        if item.test.is_some() {
            note(item.figures(), ui);
        }
        if let Some(figures) = item.second_figures() {
            note(figures, ui);
        }
    }
    if let Some(sides) = app.workspace.sides() {
        match app.view.behind.known(&BehindMeasure::of(measure, sides)) {
            Some(both) => {
                for (side, behind) in both.iter() {
                    of_side(app, *side, measure, behind, ui, actions);
                }
            }
            None => {
                ui.label(tr!("Looking…"));
            }
        }
    }
    ui.add_space(8.0);
    egui::CollapsingHeader::new(RichText::new(tr!("How it is measured")).family(semibold()))
        .default_open(false)
        .show(ui, |ui| controls::facts(measure, ui));
}

/// Looks for what is behind the measure called `id` on each side, unless that is known or looked for.
pub(super) fn look(app: &mut App, id: &str, ui: &Ui) {
    let measure = MEASURES.iter().find(|measure| measure.id == id);
    let (Some(measure), Some(sides)) = (measure, app.workspace.sides()) else {
        return;
    };
    let of = BehindMeasure::of(measure, sides);
    let making = of.clone();
    if of.is_small() {
        app.view.behind.now(of, move || making.make());
        return;
    }
    let context = ui.ctx().clone();
    let wake = move || context.request_repaint();
    app.view.behind.soon(of, wake, move || making.make());
}

fn of_side(
    app: &App,
    side: Side,
    measure: &Measure,
    behind: &Behind,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let tokens = Tokens::of(ui);
    ui.add_space(8.0);
    ui.horizontal_top(|ui| {
        let letter = RichText::new(side.label()).family(semibold()).size(16.0);
        ui.label(letter.color(tokens.side(side)));
        let sum = match behind.sum.as_str() {
            "" => tr!("Nothing to compute it from."),
            sum => sum,
        };
        wrapped(RichText::new(sum).family(semibold()), ui);
    });
    if let Basis::Attribution(style) = measure.basis {
        verbs(style, ui);
    }
    if behind.parts.is_empty() && !behind.sum.is_empty() {
        ui.label(tr!("Nothing in this text counts."));
    }
    for part in behind.parts.iter().take(LISTED) {
        stretch(app, &part.figure, part.place, part.span, ui, actions);
        note(tr_said(&part.why), ui);
    }
    let more = behind.parts.len().saturating_sub(LISTED);
    if more > 0 {
        note(tr!("… and {} more", tr_counted(more, "place")), ui);
    }
}

/// Which verbs are counted and which they are a share of.
fn verbs(style: AttributionStyle, ui: &mut Ui) {
    let text = tr!(
        "The verbs marked “{}” come first; the others are what they are a share of.",
        tr(style.label())
    );
    note(text, ui);
}
