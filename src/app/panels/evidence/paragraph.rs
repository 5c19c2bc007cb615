//! How a paragraph's tone comes about: its sentences, their mean, and one of them in full.

use egui::{RichText, Ui};

use crate::article::Side;
use crate::chart::{shorten, signed};
use crate::score::Unit;

use super::super::super::theme::{Tokens, semibold};
use super::super::super::widgets::focus_ring;
use super::super::super::{Action, App, Selection};

/// Shows the sentences of a block; `selected` is the sentence that is open and the word marked in it.
pub(super) fn show(
    app: &App,
    side: Side,
    block: usize,
    selected: (Option<usize>, Option<usize>),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let article = app.session().article(side);
    let text = article.and_then(|article| article.blocks.get(block));
    let unit = app.analysis(side).and_then(|a| a.unit_of_block(block));
    let place = app.analysis(side).and_then(|a| a.place_of_block(block));
    let (Some(text), Some(unit), Some(place)) = (text, unit, place) else {
        ui.label("This block is shown but not scored.");
        return;
    };
    ui.horizontal(|ui| {
        super::title(format!("{} · paragraph {}", side.label(), place + 1), ui);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let button = ui.small_button("Set aside");
            let help =
                "Do not count this as text of the article. It stays visible and can be restored.";
            if button.on_hover_text(help).clicked() {
                let kind = crate::article::BlockKind::Boilerplate;
                actions.push(Action::SetKind(side, block, kind));
            }
        });
    });
    mean(unit, ui);
    ui.add_space(6.0);
    // With one sentence there is nothing to choose.
    let only = (unit.sentences.len() == 1).then_some(0);
    let open = selected.0.or(only);
    for (index, sentence) in unit.sentences.iter().enumerate() {
        let is_open = open == Some(index);
        let spelt = sentence.span.of(&text.text);
        row(
            (side, block, index),
            spelt,
            sentence.tone.compound,
            is_open,
            ui,
            actions,
        );
        if is_open {
            super::sentence::show(
                (side, block, index),
                spelt,
                &sentence.tone,
                selected.1,
                ui,
                actions,
            );
        }
    }
    super::counterparts::show(app, side, block, ui, actions);
    if let Some(analysis) = app.analysis(side) {
        super::wording::show(text, &unit.wording, &analysis.people, ui);
    }
}

/// "(−0.1326 − 0.3818) / 2 = −0.2572".
fn mean(unit: &Unit, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let Some(mean) = unit.tone.mean else {
        ui.label("No sentence to score.");
        return;
    };
    let total = RichText::new(format!("Tone {}", signed(mean)))
        .family(semibold())
        .size(18.0);
    ui.label(total.color(tokens.tone(mean)));
    let tones: Vec<String> = unit
        .sentences
        .iter()
        .take(12)
        .map(|sentence| super::exact(sentence.tone.compound))
        .collect();
    let more = if unit.sentences.len() > tones.len() {
        " + …"
    } else {
        ""
    };
    super::note(
        format!(
            "Mean of {}: ({}{more}) / {} = {}",
            crate::chart::in_words(unit.sentences.len(), "sentence"),
            sum(&tones),
            unit.sentences.len(),
            super::exact(mean)
        ),
        ui,
    );
}

/// Signed numbers as a sum: "+0.38 − 0.13".
fn sum(numbers: &[String]) -> String {
    let mut out = String::new();
    for number in numbers {
        let spaced = match number.strip_prefix('+') {
            Some(plain) if !out.is_empty() => format!(" + {plain}"),
            Some(plain) => plain.to_owned(),
            None if out.is_empty() => number.clone(),
            None => number.replace('−', " − "),
        };
        out.push_str(&spaced);
    }
    out
}

/// One sentence with its tone; a click opens it.
fn row(
    (side, block, index): (Side, usize, usize),
    text: &str,
    tone: f64,
    open: bool,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let tokens = Tokens::of(ui);
    let sign = if open { "▼" } else { "▶" };
    let mut job = egui::text::LayoutJob::default();
    let font = egui::TextStyle::Body.resolve(ui.style());
    let format = |font: &egui::FontId, color| egui::TextFormat::simple(font.clone(), color);
    let bold = egui::FontId::new(14.0, semibold());
    job.append(
        &format!("{sign} {}  ", signed(tone)),
        0.0,
        format(&bold, tokens.tone(tone)),
    );
    let shown = if open {
        text.to_owned()
    } else {
        shorten(text, 90)
    };
    job.append(&shown, 0.0, format(&font, tokens.text));
    let button = egui::Button::new(job).frame(false).wrap();
    let response = ui.add(button);
    focus_ring(ui, &response);
    response.widget_info(|| {
        let label = format!("Sentence {}, tone {}", index + 1, signed(tone));
        egui::WidgetInfo::selected(egui::Role::Button, true, open, label)
    });
    if response.clicked() {
        let sentence = (!open).then_some(index);
        actions.push(Action::Select(Some(Selection::Block {
            side,
            block,
            sentence,
            word: None,
        })));
    }
}
