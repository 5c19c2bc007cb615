//! What the second reader says of a score, and on request what each word does to that: a weaker explanation.

use egui::text::LayoutJob;
use egui::{RichText, Ui};

use crate::score::second::{Agreement, Share};
use crate::text::{capitalised, signed, tr};

use crate::app::second::shares::{Asked, Known};
use crate::app::theme::{Tokens, semibold};
use crate::app::widgets::labels::{note, wrapped};
use crate::app::{Actions, App};

/// Words shown of a text, those that do most first.
const WORDS: usize = 12;

/// A word that does less than this, in log-odds, is not shown.
const LEAST: f64 = 0.02;

/// One sentence: whether it agrees, the mark before it.
pub(super) fn says(agreement: Agreement, what: &str, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let mut job = LayoutJob::default();
    let mark = egui::FontId::new(14.0, semibold());
    let color = crate::app::widgets::marks::agreement_color(agreement, tokens);
    job.append(agreement.mark(), 0.0, egui::TextFormat::simple(mark, color));
    let font = egui::TextStyle::Body.resolve(ui.style());
    let text = format!(" {}", capitalised(what));
    job.append(&text, 0.0, egui::TextFormat::simple(font, tokens.text));
    wrapped(job, ui);
}

/// What each word of `text` does to what the second reader says, once that is asked for.
pub(super) fn words(app: &App, text: &str, asked: Asked, ui: &mut Ui, actions: &mut Actions) {
    let shares = match app.view.words.of(text) {
        None => {
            let help = tr!(
                "What each word does to the second reader’s answer. It is a weaker explanation than the word \
                        list: a word’s share tells how it is used here, its neighbours included."
            );
            let label = tr!("Words as the second reader has them");
            if ui.small_button(label).on_hover_text(help).clicked() {
                let text = text.to_owned();
                actions.push(move |app, _| app.ask_words(text, asked));
            }
            return;
        }
        Some(Known::Soon) => {
            note(tr!("The second reader is reading it…"), ui);
            return;
        }
        Some(Known::Nothing) => {
            note(tr!("The second reader finds nothing to read in it."), ui);
            return;
        }
        Some(Known::Shares(shares)) => shares,
    };
    let mut all: Vec<&Share> = shares.words.iter().collect();
    all.retain(|share| share.tone.abs() >= LEAST);
    all.sort_by(|one, other| other.tone.abs().total_cmp(&one.tone.abs()));
    note(
        match asked {
            Asked::Sentence => {
                tr!(
                    "What each word adds towards positive (+) or negative (−), in log-odds. A weaker explanation: a share \
                 tells how the word is used here, its neighbours included; names are hidden from the reader."
                )
            }
            Asked::Headline => {
                tr!(
                    "What each word adds towards bait (+) or away from it (−), in log-odds. A weaker explanation: a share \
                 tells how the word is used here, its neighbours included; names are hidden from the reader."
                )
            }
        },
        ui,
    );
    let tokens = Tokens::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 2.0);
        for share in all.iter().take(WORDS) {
            let value = signed(share.tone, 2);
            let word = RichText::new(format!("{} {value}", share.span.of(text)));
            ui.label(match asked {
                Asked::Sentence => word.color(tokens.tone(share.tone)),
                Asked::Headline => word,
            });
        }
        if all.is_empty() {
            ui.label(tr!("No word stands out."));
        }
    });
    let more = all.iter().skip(WORDS).map(|share| share.tone).sum::<f64>();
    note(
        tr!(
            "All other words {}, the text as a whole {}.",
            signed(more, 2),
            signed(shares.rest.tone, 2)
        ),
        ui,
    );
}
