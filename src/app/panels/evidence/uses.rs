//! Every place where a word or a name stands in both sources, with what it contributes there.

use egui::Ui;

use crate::article::{Place, Side};
use crate::compare::{PersonPair, Use};
use crate::score::second::Agreement;
use crate::session::Hit;
use crate::text::{exact, list, number, signed, tr, tr_counted, tr_said};

use super::parts::stretch;
use crate::app::widgets::labels::{note, title, wrapped};
use crate::app::{Actions, App};

/// How many places are listed.
const LISTED: usize = 300;

/// Shows the uses of `word`.
pub(super) fn word(app: &App, word: &str, ui: &mut Ui, actions: &mut Actions) {
    title(format!("“{word}”"), ui);
    let found = app.session().uses(word);
    let (scored, elsewhere): (Vec<_>, Vec<_>) =
        (found.hits.iter().map(|hit| hit.place)).partition(|place| app.session().is_scored(*place));
    let counts = Side::BOTH.map(|side| {
        let uses = scored.iter().filter(|place| place.side == side).count();
        tr!("{} in {}", tr_counted(uses, "use"), side.label())
    });
    ui.label(counts.join(", "));
    if !elsewhere.is_empty() {
        let more = tr_counted(elsewhere.len(), "more use");
        note(
            tr!("{more} in headlines, subheads and other text that is not scored."; more),
            ui,
        );
    }
    exclude(app, word, ui, actions);
    let comparison = app.workspace.comparison();
    let shift = comparison.and_then(|done| {
        let words = &done.word_shift.words;
        words.iter().find(|one| one.word == word.to_lowercase())
    });
    let Some(shift) = shift else {
        if comparison.is_some() {
            note(tr!("This word carries no tone in either source."), ui);
        }
        for hit in found.hits.iter().take(LISTED) {
            let side = hit.place.side.label();
            stretch(app, side, hit.place, hit.span, ui, actions);
        }
        return;
    };
    ui.label(tr!(
        "Makes A {} than B by {}",
        if shift.shift < 0.0 {
            tr!("more negative")
        } else {
            tr!("more positive")
        },
        number(shift.shift.abs(), 4)
    ));
    note(
        tr!(
            "Through its value {}, through rules such as negation {}. The contributions of all words add up to the difference in tone.",
            exact(shift.by_value),
            exact(shift.by_rules)
        ),
        ui,
    );
    for one in shift.uses.iter().take(LISTED) {
        entry(app, one, ui, actions);
    }
}

/// Shows every use of a term, in all the forms that are counted as one.
pub(super) fn term(app: &App, term: &str, forms: &[String], ui: &mut Ui, actions: &mut Actions) {
    title(format!("“{term}”"), ui);
    let mut hits: Vec<Hit> = forms
        .iter()
        .flat_map(|form| app.session().uses(form).hits)
        .filter(|hit| app.session().is_scored(hit.place))
        .collect();
    hits.sort();
    hits.dedup();
    let counts = Side::BOTH.map(|side| {
        let uses = hits.iter().filter(|hit| hit.place.side == side).count();
        tr!("{} in {}", tr_counted(uses, "use"), side.label())
    });
    ui.label(counts.join(", "));
    if forms.len() > 1 {
        note(tr!("Counted as one: {}.", list(forms)), ui);
    }
    for hit in hits.iter().take(LISTED) {
        let side = hit.place.side.label();
        stretch(app, side, hit.place, hit.span, ui, actions);
    }
}

/// Says that the word is not tone here, or that it is again.
fn exclude(app: &App, word: &str, ui: &mut Ui, actions: &mut Actions) {
    let excluded = app.session().settings.excluded.contains(word);
    let (label, help) = if excluded {
        (
            tr!("Count as tone again"),
            tr!("Take the word out of the list of words that are not tone here."),
        )
    } else {
        (
            tr!("Not tone here"),
            tr!(
                "Leave the word out of tone: it only names what the story is about. Settings lists such words."
            ),
        )
    };
    if ui.small_button(label).on_hover_text(help).clicked() {
        actions.exclude(word.to_owned(), !excluded);
    }
}

fn entry(app: &App, one: &Use, ui: &mut Ui, actions: &mut Actions) {
    let figure = format!("{} {}", one.place.side.label(), signed(one.compound, 2));
    stretch(app, &figure, one.place, one.span, ui, actions);
    for rule in &one.rules {
        note(rule, ui);
    }
}

/// Shows the mentions of `name`.
pub(super) fn name(app: &App, name: &str, ui: &mut Ui, actions: &mut Actions) {
    title(name, ui);
    let pairs = app.workspace.comparison().map(|done| &done.people.both);
    let Some(pair) = pairs.and_then(|all| all.iter().find(|pair| pair.name() == name)) else {
        named_by_one(app, name, ui, actions);
        return;
    };
    for line in sums(pair) {
        ui.label(line);
    }
    wrapped(tr_said(&pair.towards.sentence), ui);
    note(pair.towards.figures(), ui);
    note(
        tr!(
            "Each figure: how well (+1) or ill (−1) the sentence speaks of the name, judged with all names masked."
        ),
        ui,
    );
    ui.add_space(6.0);
    for one in pair.mentions.iter().take(LISTED) {
        let figure = format!("{} {}", one.place.side.label(), signed(one.tone, 2));
        stretch(app, &figure, one.place, one.span, ui, actions);
        if let Some(second) = one.second {
            let said = match second.agreement {
                Agreement::Differ => tr!("the readers differ"),
                Agreement::Both | Agreement::Neither => tr!("the readers agree"),
            };
            let mark = second.agreement.mark();
            note(
                tr!("{mark} second reader {}: {said}", signed(second.tone, 2); mark, said),
                ui,
            );
        }
    }
}

/// The mentions of a name that one source alone uses.
fn named_by_one(app: &App, name: &str, ui: &mut Ui, actions: &mut Actions) {
    let mut mentions = Vec::new();
    for side in Side::BOTH {
        let articles = app.session().source(side).map(|source| &source.articles);
        for (article, read) in articles.into_iter().flat_map(|all| all.iter()).enumerate() {
            let scores = app.workspace.scores_of(read);
            let names = scores.iter().flat_map(|scores| &scores.people.names);
            let found = names.filter(|named| named.name.eq_ignore_ascii_case(name));
            mentions.extend(
                found
                    .flat_map(|named| &named.mentions)
                    .map(|mention| (Place::block(side, article, mention.block), mention.span)),
            );
        }
    }
    ui.label(tr_counted(mentions.len(), "mention"));
    for (place, span) in mentions.into_iter().take(LISTED) {
        stretch(app, place.side.label(), place, span, ui, actions);
    }
}

/// "A −0.32, the mean of 6 mentions".
fn sums(pair: &PersonPair) -> [String; 2] {
    Side::BOTH.map(|side| {
        tr!(
            "{} {}, the mean of {}",
            side.label(),
            pair.towards.shown(side),
            tr_counted(pair.count(side), "mention")
        )
    })
}
