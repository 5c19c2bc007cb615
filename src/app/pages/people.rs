//! Whom each source names: those both name with the wording towards them, those it quotes, and those only one
//! names.

use egui::Ui;

use super::audit;
use super::parts::{difference_columns, said_once, title, with_words};
use crate::app::Page;
use crate::app::view::Focus;
use crate::app::widgets::labels::{note, section};
use crate::app::widgets::table::{self, Column};
use crate::app::{Actions, App};
use crate::article::Side;
use crate::compare::{OneSided, PersonPair};
use crate::text::{tr, tr_said};

/// Names listed, the most mentioned first.
const LISTED: usize = 300;

const ONE: [Column; 3] = [
    Column::text("Name", 240.0),
    Column::text("Kind", 90.0),
    Column::numbers("Mentions", 90.0),
];

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    title(Page::People, ui);
    let comparison = with_words(app, ui, actions);
    if let Some(comparison) = &comparison {
        both(&comparison.words.people.both, ui, actions);
    }
    audit::show(app, ui, actions);
    let people = comparison.iter().map(|comparison| &comparison.words.people);
    for people in people {
        for (side, names) in [(Side::A, &people.only_a), (Side::B, &people.only_b)] {
            section(tr!("Named only by {}", side.label()), ui);
            one_sided(side, names, ui, actions);
        }
    }
}

/// The names both mention, and the wording towards them.
fn both(pairs: &[PersonPair], ui: &mut Ui, actions: &mut Actions) {
    section(tr!("Named by both"), ui);
    if pairs.is_empty() {
        ui.label(tr!("No name is mentioned by both."));
        return;
    }
    note(
        tr!(
            "How well (+1) or ill (−1) the sentences around a name speak of it, judged with all names masked. A name opens its mentions. An interval needs eight paragraphs a side, or of collections eight articles, and p-values are adjusted over all names shown."
        ),
        ui,
    );
    let [name, words, rest @ ..] = difference_columns(tr!("Name"));
    let mut columns = vec![name, words];
    columns.push(
        Column::numbers(tr!("Mentions A / B"), 112.0)
            .help(tr!("How often the name stands in the scored text of each.")),
    );
    columns.extend(rest);
    columns.push(Column::text(tr!("Kind"), 84.0).extra());
    let listed = pairs.get(..LISTED).unwrap_or(pairs);
    let rows = said_once(listed.iter().map(|one| (one, pair(one))));
    let cells = |(_, cells): &(&PersonPair, Vec<String>)| cells.clone();
    if let Some((pair, _)) = table::show(ui, "both", &columns, &rows, None, cells) {
        actions.show(Focus::Person(pair.name().to_owned()));
    }
    if pairs.len() > LISTED {
        let all = pairs.len();
        note(
            tr!("The {LISTED} most mentioned of {all}. The chart's table has them all."; LISTED, all),
            ui,
        );
    }
}

fn pair(pair: &PersonPair) -> Vec<String> {
    let [a, b] = Side::BOTH.map(|side| pair.count(side));
    let mut cells = pair.towards.cells().map(|cell| tr_said(&cell)).to_vec();
    cells.insert(2, format!("{a} / {b}"));
    cells.push(tr(pair.kind.label()).to_owned());
    cells
}

fn one_sided(side: Side, names: &[OneSided], ui: &mut Ui, actions: &mut Actions) {
    if names.is_empty() {
        ui.label(tr!("Nobody."));
        return;
    }
    let listed = names.get(..LISTED).unwrap_or(names);
    let cells = |one: &OneSided| {
        vec![
            one.name.clone(),
            tr(one.kind.label()).to_owned(),
            one.n.to_string(),
        ]
    };
    if let Some(one) = table::show(ui, side.label(), &ONE, listed, None, cells) {
        actions.show(Focus::Person(one.name.clone()));
    }
    if names.len() > LISTED {
        note(tr!("The first {LISTED} of {}.", names.len(); LISTED), ui);
    }
}
