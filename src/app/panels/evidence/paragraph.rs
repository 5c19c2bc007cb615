//! How a paragraph's tone comes about: its sentences, their mean, and one of them in full.

use egui::{RichText, Role, Ui};

use crate::article::{Place, Spot};
use crate::score::Unit;
use crate::score::second::SecondTone;
use crate::text::{exact, shorten, signed, tr, tr_counted, tr_said};

use super::second;
use crate::app::second::shares::Asked;
use crate::app::theme::{Tokens, semibold};
use crate::app::widgets::labels::{focus_ring, named_choice, note, title};
use crate::app::widgets::marks;
use crate::app::{Actions, App};

/// Shows the sentences of the block at `place`; the sentence it names is open and the word marked in it.
pub(super) fn show(app: &App, place: Place, ui: &mut Ui, actions: &mut Actions) {
    let Spot::Block {
        block,
        sentence: selected,
        word,
    } = place.spot
    else {
        return;
    };
    let side = place.side;
    let article = app.session().article(side);
    let text = article.and_then(|article| article.blocks.get(block));
    let unit = app.analysis(side).and_then(|a| a.unit_of_block(block));
    let before = app.analysis(side).and_then(|a| a.place_of_block(block));
    let (Some(text), Some(unit), Some(before)) = (text, unit, before) else {
        ui.label(tr!("This block is shown but not scored."));
        return;
    };
    ui.horizontal(|ui| {
        title(tr!("{} · paragraph {}", side.label(), before + 1), ui);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let button = ui.small_button(tr!("Set aside"));
            let help = tr!(
                "Do not count this as text of the article. It stays visible and can be restored."
            );
            if button.on_hover_text(help).clicked() {
                let kind = crate::article::BlockKind::Boilerplate;
                actions.set_kind(place, kind);
            }
        });
    });
    mean(unit, ui);
    if let Some(tone) = unit.second_tone() {
        let agreeing = match tone.sentences {
            1 => String::new(),
            all => tr!("; they agree on {} of {all} sentences", tone.agreeing; all),
        };
        second::says(
            tone.agreement,
            &format!("{}{agreeing}.", tr_said(&tone.in_words())),
            ui,
        );
    }
    ui.add_space(6.0);
    // With one sentence there is nothing to choose.
    let only = (unit.sentences.len() == 1).then_some(0);
    let open = selected.or(only);
    for (index, sentence) in unit.sentences.iter().enumerate() {
        let is_open = open == Some(index);
        let spelt = sentence.span.of(&text.text);
        let at = place.with_sentence(Some(index));
        let tone = &sentence.tone;
        let both = SecondTone::over([sentence]);
        row(at, spelt, tone.compound, both, is_open, ui, actions);
        if is_open {
            super::sentence::show(at, spelt, tone, word, ui, actions);
            if let Some(both) = both {
                second::says(
                    both.agreement,
                    &format!("{}.", tr_said(&both.in_words())),
                    ui,
                );
                second::words(app, spelt, Asked::Sentence, ui, actions);
                ui.add_space(6.0);
            }
        }
    }
    super::counterparts::show(app, place.whole_block(), ui, actions);
    if let Some(analysis) = app.analysis(side) {
        super::wording::show(text, &unit.wording, &analysis.people, ui);
    }
}

/// "(−0.1326 − 0.3818) / 2 = −0.2572".
fn mean(unit: &Unit, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let Some(mean) = unit.tone.mean else {
        ui.label(tr!("No sentence to score."));
        return;
    };
    let total = RichText::new(tr!("Tone {}", signed(mean, 2)))
        .family(semibold())
        .size(18.0);
    ui.label(total.color(tokens.tone(mean)));
    let tones: Vec<String> = unit
        .sentences
        .iter()
        .take(12)
        .map(|sentence| exact(sentence.tone.compound))
        .collect();
    let more = if unit.sentences.len() > tones.len() {
        " + …"
    } else {
        ""
    };
    note(
        tr!(
            "Mean of {}: ({}{more}) / {} = {}",
            tr_counted(unit.sentences.len(), "sentence"),
            sum(&tones),
            unit.sentences.len(),
            exact(mean); more),
        ui,
    );
}

/// Signed numbers as a sum: "0.38 − 0.13 + 0.00".
fn sum(numbers: &[String]) -> String {
    let mut out = String::new();
    for number in numbers {
        let plain = number.strip_prefix('+').unwrap_or(number);
        match number.strip_prefix('−') {
            _ if out.is_empty() => out.push_str(plain),
            Some(taken) => out = format!("{out} − {taken}"),
            None => out = format!("{out} + {plain}"),
        }
    }
    out
}

/// One sentence with its tone; a click opens it.
fn row(
    at: Place,
    text: &str,
    tone: f64,
    both: Option<SecondTone>,
    open: bool,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let tokens = Tokens::of(ui);
    let sign = if open { "▼" } else { "▶" };
    let mut job = egui::text::LayoutJob::default();
    let font = egui::TextStyle::Body.resolve(ui.style());
    let format = |font: &egui::FontId, color| egui::TextFormat::simple(font.clone(), color);
    let bold = egui::FontId::new(14.0, semibold());
    job.append(
        &format!("{sign} {}", signed(tone, 2)),
        0.0,
        format(&bold, tokens.tone(tone)),
    );
    if let Some(both) = both {
        let color = marks::agreement_color(both.agreement, tokens);
        job.append(both.agreement.mark(), 4.0, format(&bold, color));
    }
    job.append("  ", 0.0, format(&bold, tokens.text));
    let shown = if open {
        text.to_owned()
    } else {
        shorten(text, 90)
    };
    job.append(&shown, 0.0, format(&font, tokens.text));
    let button = egui::Button::new(job).frame(false).wrap();
    let response = ui.add(button);
    focus_ring(ui, &response);
    let number = at.sentence_index().map_or(0, |before| before + 1);
    let said = both.map_or_else(String::new, |both| {
        format!(", {}", tr_said(&both.in_words()))
    });
    let label = tr!("Sentence {number}, tone {}{said}", signed(tone, 2); number, said);
    named_choice(&response, Role::Button, open, &label);
    if response.clicked() {
        let to = if open { at.whole_block() } else { at };
        actions.select(to);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_sum_has_a_sign_between_all_its_numbers() {
        let sum = |all: &[&str]| super::sum(&all.iter().map(|&n| n.to_owned()).collect::<Vec<_>>());
        assert_eq!(sum(&["+0.38", "0.00", "−0.13"]), "0.38 + 0.00 − 0.13");
        assert_eq!(sum(&["−0.38", "+0.13"]), "−0.38 + 0.13");
    }
}
