//! How a sentence's tone comes about: each word with its lexicon value, every rule that changed it,
//! the sum, and how the sum becomes the compound.

use egui::{RichText, Role, Ui};

use crate::article::Place;
use crate::score::tone::{Rule, SentenceTone, WordTone};
use crate::text::{exact, per_cent, tr, tr_said};

use crate::app::Actions;
use crate::app::theme::{Tokens, semibold};
use crate::app::widgets::labels::{named_choice, note};

/// Shows the words of one sentence; `word` is the one that is marked.
pub(super) fn show(
    at: Place,
    text: &str,
    tone: &SentenceTone,
    word: Option<usize>,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let tokens = Tokens::of(ui);
    let frame = egui::Frame::new()
        .fill(tokens.paper)
        .stroke(egui::Stroke::new(1.0, tokens.line))
        .corner_radius(6)
        .inner_margin(10);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        if tone.words.is_empty() {
            note(
                tr!("No word of this sentence is in the lexicon, so its tone is 0."),
                ui,
            );
        }
        for (index, one) in tone.words.iter().enumerate() {
            let marked = word == Some(index);
            if entry(one, text, marked, ui).clicked() {
                actions.select(at.with_word(Some(index)));
            }
        }
        if let Some(note_on_but) = uneven_but(tone) {
            note(note_on_but, ui);
        }
        for one in &tone.unscored {
            let spelt = one.span.of(text);
            note(
                tr!(
                    "{spelt}: not scored, {} (lexicon {})",
                    tr_said(&one.describe(text)),
                    exact(one.base); spelt),
                ui,
            );
        }
        if !tone.words.is_empty() {
            arithmetic(tone, ui);
        }
    });
    ui.add_space(6.0);
}

/// Why “but” counts for one word more than once and for another not at all, where that is so.
fn uneven_but(tone: &SentenceTone) -> Option<&'static str> {
    let times = |word: &WordTone| {
        let rules = word.rules.iter().map(|step| step.rule);
        rules
            .filter(|rule| matches!(rule, Rule::BeforeBut | Rule::AfterBut))
            .count()
    };
    let uneven = tone.words.iter().any(|word| times(word) > 1);
    uneven.then_some(
        tr!("“But” counts more than once for a word here: where two words of the sentence have the same value, the \
         reference implementation applies the rule to the first of them for both. It is kept, so that the figures \
         are the reference’s."),
    )
}

/// One word: what the lexicon says, what each rule did, what it comes to.
fn entry(word: &WordTone, text: &str, marked: bool, ui: &mut Ui) -> egui::Response {
    let tokens = Tokens::of(ui);
    let spelt = word.span.of(text).to_owned();
    let fill = if marked {
        tokens.selected
    } else {
        egui::Color32::TRANSPARENT
    };
    let frame = egui::Frame::new()
        .fill(fill)
        .corner_radius(4)
        .inner_margin(4);
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.label(RichText::new(&spelt).family(semibold()));
            ui.label(RichText::new(tr!("lexicon {}", exact(word.base))).weak());
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let value = RichText::new(exact(word.valence)).family(semibold());
                ui.label(value.color(tokens.tone(word.valence)));
            });
        });
        for step in &word.rules {
            note(
                format!(
                    "{}: {} → {}",
                    tr_said(&step.describe(text)),
                    exact(step.before),
                    exact(step.after)
                ),
                ui,
            );
        }
    });
    let response = shown.response.interact(egui::Sense::click());
    let label = tr!("Word {spelt}, {}", exact(word.valence); spelt);
    named_choice(&response, Role::Button, marked, &label);
    response
}

/// "Sum −2.30, emphasis +0.29, tone −2.59 / √(2.59² + 15) = −0.56".
fn arithmetic(tone: &SentenceTone, ui: &mut Ui) {
    let words: f64 = tone.words.iter().map(|word| word.valence).sum();
    ui.separator();
    note(tr!("Sum of the words: {}", exact(words)), ui);
    if tone.emphasis > 0.0 {
        let text = tr!(
            "Exclamation and question marks: {} away from zero",
            exact(tone.emphasis)
        );
        note(text, ui);
    }
    let (sum, compound) = (exact(tone.sum), exact(tone.compound));
    note(
        tr!("Tone: {sum} / √(({sum})² + 15) = {compound}"; sum, compound),
        ui,
    );
    note(
        tr!(
            "Share of words: negative {}, neutral {}, positive {}",
            per_cent(tone.neg),
            per_cent(tone.neu),
            per_cent(tone.pos)
        ),
        ui,
    );
}
