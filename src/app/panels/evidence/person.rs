//! Every mention of a name both sources use, with the tone of its sentence towards it.

use egui::Ui;

use crate::article::Side;
use crate::compare::PersonPair;
use crate::text::{counted, signed};

use super::parts::stretch;
use crate::app::widgets::labels::{note, title};
use crate::app::{Actions, App};

/// How many mentions are listed.
const LISTED: usize = 300;

/// Shows the mentions of `name`.
pub(super) fn show(app: &App, name: &str, ui: &mut Ui, actions: &mut Actions) {
    title(name, ui);
    let pairs = app.workspace.comparison().map(|done| &done.people.both);
    let Some(pair) = pairs.and_then(|all| all.iter().find(|pair| pair.name() == name)) else {
        ui.label("Not named by both sources any more.");
        return;
    };
    for line in sums(pair) {
        ui.label(line);
    }
    ui.add(egui::Label::new(&pair.towards.sentence).wrap());
    note(pair.towards.figures(), ui);
    note(
        "Each figure: P(positive) − P(negative) towards the name, judged from its sentence with all names masked.",
        ui,
    );
    ui.add_space(6.0);
    for one in pair.mentions.iter().take(LISTED) {
        let figure = format!("{} {}", one.place.side.label(), signed(one.tone, 2));
        stretch(app, &figure, one.place, one.span, ui, actions);
    }
}

/// "A −0.32, the mean of 6 mentions".
fn sums(pair: &PersonPair) -> [String; 2] {
    Side::BOTH.map(|side| {
        format!(
            "{} {}, the mean of {}",
            side.label(),
            pair.towards.shown(side),
            counted(pair.count(side), "mention")
        )
    })
}
