//! The words behind the difference in tone, what each source talks about more, and every use of any
//! word in both texts.

use egui::{TextEdit, Ui};

use super::parts::{title, with_words};
use crate::app::Page;
use crate::app::view::Focus;
use crate::app::widgets::labels::{entered, note, section, wrapped};
use crate::app::widgets::table::{self, Column};
use crate::app::{Actions, App};
use crate::article::Side;
use crate::compare::glossary;
use crate::compare::{ShiftWord, Term};
use crate::text::{signed, tr};

/// Words and terms listed.
const LISTED: usize = 200;

const SHIFT: [Column; 5] = [
    Column::text("Word", 200.0),
    Column::of(glossary::SHIFT, 130.0),
    Column::of(glossary::USES, 100.0),
    Column::of(glossary::BY_VALUE, 120.0).extra(),
    Column::of(glossary::BY_RULES, 120.0).extra(),
];

const TERMS: [Column; 5] = [
    Column::text("Term", 240.0),
    Column::of(glossary::USES, 100.0),
    Column::numbers("Articles", 90.0)
        .help("In how many articles of A / of B it stands.")
        .extra(),
    Column::text("Kind", 80.0),
    Column::of(glossary::LOG_ODDS, 90.0).extra(),
];

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    title(Page::Words, ui);
    lookup(app, ui, actions);
    let Some(comparison) = with_words(app, ui, actions) else {
        return;
    };
    section(tr!("Why tone differs"), ui);
    let shift = &comparison.words.word_shift;
    match shift.difference {
        None => {
            ui.label(tr!("A side has no sentence with a tone."));
        }
        Some(by) => {
            let text = tr!(
                "The contributions of all words add up to the difference in tone, A − B = {}.",
                signed(by, 4)
            );
            wrapped(text, ui);
            if let Some(verdict) = comparison.tone_unclear() {
                note(tr!("Tone: {}.", tr(verdict.label())), ui);
            }
        }
    }
    let words = shift.words.get(..LISTED).unwrap_or(&shift.words);
    if let Some(word) = table::show(ui, "shift", &SHIFT, words, None, shift_cells) {
        actions.show(Focus::Word(word.word.clone()));
    }
    rest(shift.words.len(), ui);
    for (side, sign) in [(Side::A, 1.0), (Side::B, -1.0)] {
        section(tr!("What {} talks about more", side.label()), ui);
        let of_side = |term: &&Term| term.z * sign > 0.0;
        let all: Vec<&Term> = comparison.words.terms.iter().filter(of_side).collect();
        terms(side, &all, ui, actions);
    }
    note(
        tr!("A ranking by smoothed log-odds: in two articles hardly any term is more than that."),
        ui,
    );
}

/// A field for any word, and a button that shows all its uses.
fn lookup(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    ui.horizontal(|ui| {
        let label = ui.label(tr!("Every use of"));
        let field = TextEdit::singleline(&mut app.view.pages.word)
            .desired_width(180.0)
            .hint_text(tr!("a word"));
        let field = ui.add(field).labelled_by(label.id);
        let entered = entered(&field, ui);
        let word = app.view.pages.word.trim();
        let button = ui.add_enabled(!word.is_empty(), egui::Button::new(tr!("Show")));
        if (button.clicked() || entered) && !word.is_empty() {
            actions.show(Focus::Word(word.to_owned()));
        }
    });
}

fn shift_cells(word: &ShiftWord) -> Vec<String> {
    let [of_a, of_b] = word.n;
    vec![
        word.word.clone(),
        signed(word.shift, 4),
        format!("{of_a} / {of_b}"),
        signed(word.by_value, 4),
        signed(word.by_rules, 4),
    ]
}

fn terms(side: Side, all: &[&Term], ui: &mut Ui, actions: &mut Actions) {
    let listed = all.get(..LISTED).unwrap_or(all);
    if listed.is_empty() {
        ui.label(tr!("Nothing that stands out."));
        return;
    }
    let cells = |term: &&Term| term_cells(term);
    if let Some(term) = table::show(ui, side.label(), &TERMS, listed, None, cells) {
        actions.show(Focus::Term(term.term.clone(), term.forms.clone()));
    }
    rest(all.len(), ui);
}

fn term_cells(term: &Term) -> Vec<String> {
    vec![
        term.term.clone(),
        format!("{} / {}", term.a, term.b),
        format!("{} / {}", term.articles[0], term.articles[1]),
        if term.is_name {
            tr!("name")
        } else {
            tr!("word")
        }
        .to_owned(),
        signed(term.log_odds, 2),
    ]
}

fn rest(all: usize, ui: &mut Ui) {
    if all > LISTED {
        let text = tr!("The first {LISTED} of {all}. The chart's table has them all."; LISTED, all);
        note(text, ui);
    }
}
