//! Every mention of a name both sources use, with the tone of its sentence towards it.

use egui::Ui;

use crate::chart::{in_words, signed};
use crate::compare::{Mentioned, PersonPair};

use super::super::super::{Action, App, Selection};
use super::{around, place};

/// How many mentions are listed.
const LISTED: usize = 300;

/// Shows the mentions of `name`.
pub(super) fn show(app: &App, name: &str, ui: &mut Ui, actions: &mut Vec<Action>) {
    super::title(name, ui);
    let pairs = app.comparing.done().map(|done| &done.people.both);
    let Some(pair) = pairs.and_then(|all| all.iter().find(|pair| pair.name == name)) else {
        ui.label("Not named by both sources any more.");
        return;
    };
    for line in sums(pair) {
        ui.label(line);
    }
    ui.add(
        egui::Label::new(format!(
            "Difference {}: {}.",
            signed(pair.difference),
            pair.sentence
        ))
        .wrap(),
    );
    super::note(
        "Each figure: P(positive) − P(negative) towards the name, judged from its sentence with all names masked.",
        ui,
    );
    ui.add_space(6.0);
    for one in pair.mentions.iter().take(LISTED) {
        mention(app, one, ui, actions);
    }
}

/// "A −0.32, the mean of 6 mentions".
fn sums(pair: &PersonPair) -> [String; 2] {
    [("A", pair.a, pair.n_a), ("B", pair.b, pair.n_b)].map(|(side, mean, n)| {
        format!(
            "{side} {}, the mean of {}",
            signed(mean),
            in_words(n, "mention")
        )
    })
}

fn mention(app: &App, one: &Mentioned, ui: &mut Ui, actions: &mut Vec<Action>) {
    let source = app.session().source(one.side);
    let article = source.and_then(|source| source.articles.get(one.article));
    let Some(block) = article.and_then(|article| article.blocks.get(one.block)) else {
        return;
    };
    let label = format!(
        "{} {}: {}",
        one.side.label(),
        signed(one.tone),
        around(&block.text, one.span)
    );
    let to = Selection::block(one.side, one.block);
    place(one.side, one.article, to, &label, ui, actions);
}
