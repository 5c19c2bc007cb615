//! Every place where a word or a name stands in both sources, with what it contributes there.

use egui::Ui;

use crate::article::{Place, Side, Span};
use crate::compare::{PersonPair, Use};
use crate::score::second::Agreement;
use crate::text::{exact, list, number, signed, tr, tr_counted, tr_said};

use super::parts::stretch;
use crate::app::finding::{LISTED, Used};
use crate::app::widgets::labels::{note, title, wrapped};
use crate::app::{Actions, App};

/// Shows the uses of `word`.
pub(super) fn word(app: &App, word: &str, ui: &mut Ui, actions: &mut Actions) {
    title(format!("“{word}”"), ui);
    let Some(used) = app.view.uses.found() else {
        ui.label(tr!("Looking…"));
        return;
    };
    ui.label(counts(used));
    or_more(used, ui);
    if used.elsewhere > 0 {
        let more = tr_counted(used.elsewhere, "more use");
        note(
            tr!("{more} in headlines, subheads and other text that is not scored."; more),
            ui,
        );
    }
    exclude(app, word, ui, actions);
    let comparison = app.workspace.comparison();
    let shift = comparison.and_then(|done| {
        let words = &done.words.word_shift.words;
        words.iter().find(|one| one.word == word.to_lowercase())
    });
    let Some(shift) = shift else {
        if comparison.is_some() {
            note(tr!("This word carries no tone in either source."), ui);
        }
        for hit in &used.first {
            let side = hit.place.side.label();
            stretch(app, side, hit.place, hit.span, ui, actions);
        }
        let all = used.scored.iter().sum::<usize>() + used.elsewhere;
        rest(used.first.len(), all, ui);
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
    rest(shift.uses.len().min(LISTED), shift.n.iter().sum(), ui);
}

/// Says that not all are counted.
fn or_more(used: &Used, ui: &mut Ui) {
    if used.more {
        note(
            tr!("Or more: of each side the first 100,000 places are found."),
            ui,
        );
    }
}

/// Says how many more there are than are listed.
fn rest(listed: usize, all: usize, ui: &mut Ui) {
    if all > listed {
        note(tr!("The first {listed} of {all}."; listed, all), ui);
    }
}

/// Shows every use of a term, in all the forms that are counted as one.
pub(super) fn term(app: &App, term: &str, forms: &[String], ui: &mut Ui, actions: &mut Actions) {
    title(format!("“{term}”"), ui);
    let Some(used) = app.view.uses.found() else {
        ui.label(tr!("Looking…"));
        return;
    };
    ui.label(counts(used));
    or_more(used, ui);
    if forms.len() > 1 {
        note(tr!("Counted as one: {}.", list(forms)), ui);
    }
    for hit in &used.first_scored {
        let side = hit.place.side.label();
        stretch(app, side, hit.place, hit.span, ui, actions);
    }
    rest(used.first_scored.len(), used.scored.iter().sum(), ui);
}

/// "3 uses in A, 1 use in B".
fn counts(used: &Used) -> String {
    let [a, b] = used.scored.map(|uses| tr_counted(uses, "use"));
    let counts = [(a, Side::A), (b, Side::B)];
    let counts = counts.map(|(uses, side)| tr!("{} in {}", uses, side.label()));
    counts.join(", ")
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
    let pairs = app
        .workspace
        .comparison()
        .map(|done| &done.words.people.both);
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
    rest(pair.mentions.len().min(LISTED), pair.n.iter().sum(), ui);
}

/// The mentions of a name that one source alone uses.
fn named_by_one(app: &App, name: &str, ui: &mut Ui, actions: &mut Actions) {
    let people = app.workspace.comparison().map(|done| &done.words.people);
    let alone = people
        .iter()
        .flat_map(|people| people.only_a.iter().chain(&people.only_b));
    let (n, places) = match alone.into_iter().find(|one| one.name == name) {
        Some(one) => (one.n, one.places.clone()),
        None => mentions_of(app, name),
    };
    ui.label(tr_counted(n, "mention"));
    for (place, span) in places.iter().take(LISTED) {
        stretch(app, place.side.label(), *place, *span, ui, actions);
    }
    rest(places.len().min(LISTED), n, ui);
}

/// The mentions of a name in the articles whose evidence there is, where nothing is compared.
fn mentions_of(app: &App, name: &str) -> (usize, Vec<(Place, Span)>) {
    let mut places = Vec::new();
    let of_figures = (app.workspace.sides()).is_some_and(|sides| sides.are_condensed());
    for side in Side::BOTH {
        let Some(source) = app.session().source(side) else {
            continue;
        };
        // Where of most only figures are kept, no other article has its names.
        let is_known = |at: &usize| !of_figures || *at == source.current;
        let articles = source.articles.iter().enumerate();
        for (article, read) in articles.filter(|(at, _)| is_known(at)) {
            let scores = app.workspace.scores_of(read);
            let names = scores.iter().flat_map(|scores| &scores.people.names);
            let found = names.filter(|named| named.name.eq_ignore_ascii_case(name));
            places.extend(
                found
                    .flat_map(|named| &named.mentions)
                    .map(|mention| (Place::block(side, article, mention.block), mention.span)),
            );
        }
    }
    (places.len(), places)
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
