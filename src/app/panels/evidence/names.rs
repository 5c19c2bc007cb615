//! Whom only one source names, whom both do, and who is quoted.

use egui::Ui;

use crate::article::{Place, Side};
use crate::compare::OneSided;
use crate::text::{tr, tr_counted};

use super::parts::stretch;
use crate::app::view::Focus;
use crate::app::widgets::labels::{link, note, title};
use crate::app::{Actions, App, controls};

/// Names, and quotations, listed of a side.
const LISTED: usize = 40;

/// Shows the names.
pub(super) fn names(app: &App, ui: &mut Ui, actions: &mut Actions) {
    title(tr!("Whom each names"), ui);
    let Some(comparison) = app.workspace.comparison() else {
        controls::progress(app, ui, actions);
        return;
    };
    let people = &comparison.words.people;
    for (side, names) in [(Side::A, &people.only_a), (Side::B, &people.only_b)] {
        ui.add_space(6.0);
        title(tr!("Only {}", side.label()), ui);
        one_sided(names, ui, actions);
    }
    ui.add_space(6.0);
    title(tr!("Both"), ui);
    for pair in people.both.iter().take(LISTED) {
        let [a, b] = Side::BOTH.map(|side| pair.count(side));
        let text = tr!(
            "{} ({}): {a} in A, {b} in B",
            pair.name(),
            tr(pair.kind.label()); a, b);
        if link(text, ui).clicked() {
            actions.show(Focus::Person(pair.name().to_owned()));
        }
    }
    if people.both.is_empty() {
        ui.label(tr!("No name is mentioned by both."));
    }
    rest(people.both.len(), ui);
}

fn one_sided(names: &[OneSided], ui: &mut Ui, actions: &mut Actions) {
    for one in names.iter().take(LISTED) {
        let text = format!(
            "{} ({}): {}",
            one.name,
            tr(one.kind.label()),
            tr_counted(one.n, "mention")
        );
        if link(text, ui).clicked() {
            actions.show(Focus::Person(one.name.clone()));
        }
    }
    if names.is_empty() {
        ui.label(tr!("Nobody that the other does not name too."));
    }
    rest(names.len(), ui);
}

/// Shows who is quoted, with every quotation.
pub(super) fn speakers(app: &App, ui: &mut Ui, actions: &mut Actions) {
    title(tr!("Who is quoted"), ui);
    for side in Side::BOTH {
        let (Some(source), Some(analysis)) = (app.session().source(side), app.analysis(side))
        else {
            continue;
        };
        ui.add_space(6.0);
        title(side.label(), ui);
        if source.articles.len() > 1 {
            note(tr!("In the article being read."), ui);
        }
        if analysis.quote_marks_lost {
            note(
                tr!(
                    "Verbs introduce speech, but there is no quotation mark: they may have been lost."
                ),
                ui,
            );
        }
        for speaker in &analysis.speakers {
            let words = tr_counted(speaker.words, "word");
            let quotations = tr_counted(speaker.quotes.len(), "quotation");
            ui.label(format!("{}: {quotations}, {words}", speaker.name));
            for (block, span) in speaker.quotes.iter().take(LISTED) {
                let at = Place::block(side, source.current, *block);
                stretch(app, "", at, *span, ui, actions);
            }
        }
        if analysis.speakers.is_empty() {
            ui.label(tr!("Nobody whose name could be found."));
        }
    }
}

fn rest(all: usize, ui: &mut Ui) {
    let more = all.saturating_sub(LISTED);
    if more > 0 {
        note(tr!("… and {more} more on the page of people"; more), ui);
    }
}
