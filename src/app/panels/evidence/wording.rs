//! The wording of a paragraph: loaded words, hedges, attribution, quotations with their speakers, and
//! who is named.

use egui::{CollapsingHeader, RichText, Ui};

use crate::article::{Block, Span};
use crate::score::hedges::Force;
use crate::score::people::People;
use crate::score::voice::{Quote, QuoteKind};
use crate::score::wording::UnitWording;
use crate::text::{number, optional, shorten, tr, tr_counted};

use crate::app::theme::semibold;
use crate::app::widgets::labels::note;

/// Shows what was found in the wording of a block.
pub(super) fn show(block: &Block, wording: &UnitWording, people: &People, ui: &mut Ui) {
    let text = &block.text;
    CollapsingHeader::new(RichText::new(tr!("Wording")).family(semibold()))
        .default_open(false)
        .show(ui, |ui| {
            sentences(text, wording, ui);
            for quote in &wording.quotes {
                note(quotation(text, quote), ui);
            }
            let names: Vec<String> = people
                .mentions_in(wording.block)
                .map(|(named, span)| {
                    let spelt = span.of(text);
                    if spelt == named.name {
                        format!("{spelt} ({})", tr(named.kind.label()))
                    } else {
                        format!("{spelt} = {} ({})", named.name, tr(named.kind.label()))
                    }
                })
                .collect();
            if !names.is_empty() {
                note(tr!("Names: {}", names.join(", ")), ui);
            }
            if wording.seems_unmarked {
                note(
                    tr!("Verbs introduce speech here, but there is no quotation mark: they may have been lost."),
                    ui,
                );
            }
        });
}

fn sentences(text: &str, wording: &UnitWording, ui: &mut Ui) {
    let list = |label: &str, words: Vec<String>, ui: &mut Ui| {
        let words = if words.is_empty() {
            tr!("none").to_owned()
        } else {
            words.join(", ")
        };
        note(format!("{label}: {words}"), ui);
    };
    let spelt = |span: Span| format!("“{}”", span.of(text));
    let all = || wording.sentences.iter();
    let loaded = all().flat_map(|sentence| &sentence.loaded);
    let loaded = loaded.map(|word| {
        let (kind, rule) = (tr(word.category.label()), tr(word.rule.label()));
        format!("{} ({kind}: {rule})", spelt(word.span))
    });
    list(tr!("Loaded words"), loaded.collect(), ui);
    for (force, label) in [
        (Force::Hedge, tr!("Hedges")),
        (Force::Intensifier, tr!("Intensifiers")),
    ] {
        let words = all().flat_map(|sentence| &sentence.force);
        let words = words.filter(|word| word.force == force);
        list(label, words.map(|word| spelt(word.span)).collect(), ui);
    }
    let verbs = all().flat_map(|sentence| &sentence.attribution);
    let verbs = verbs.map(|verb| format!("{} ({})", spelt(verb.span), tr(verb.style.label())));
    list(tr!("Attribution"), verbs.collect(), ui);
    for (at, sentence) in wording.sentences.iter().enumerate() {
        let reads = optional(sentence.subjectivity, |value| number(value, 2));
        note(
            tr!(
                "Sentence {}: subjectivity {reads}, loaded {}; {} own, {} quoted words",
                at + 1,
                number(sentence.loaded_score, 2),
                sentence.own_words,
                sentence.quoted_words; reads),
            ui,
        );
    }
}

fn quotation(text: &str, quote: &Quote) -> String {
    let kind = match quote.kind {
        QuoteKind::Speech => tr!("Quotation"),
        QuoteKind::Scare => tr!("Scare quote"),
        QuoteKind::Title => tr!("Title in quotes"),
    };
    let words = tr_counted(quote.words, "word");
    let speaker = quote.speaker.map_or_else(
        || match quote.kind {
            QuoteKind::Speech => tr!(", speaker not found").to_owned(),
            QuoteKind::Scare | QuoteKind::Title => String::new(),
        },
        |speaker| format!(", {}", speaker.of(text)),
    );
    let verb = quote
        .verb
        .map_or_else(String::new, |verb| format!(" ({})", verb.of(text)));
    let start = shorten(quote.span.of(text), 50);
    tr!("{kind} of {words}{speaker}{verb}: {start}"; kind, words, speaker, verb, start)
}
