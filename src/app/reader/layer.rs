//! The highlight layers in the text: the marks they make, and their switches in the legend.

use egui::{Color32, Role, Sense, Ui, vec2};

use crate::article::{Block, Span};
use crate::score::Unit;
use crate::score::hedges::Force;
use crate::score::lists::OwnLists;
use crate::score::people::People;
use crate::score::voice::QuoteKind;

use crate::app::layers::{Layer, Layers};
use crate::app::theme::Tokens;
use crate::app::widgets::labels::named_choice;
use crate::app::widgets::marks::{self, Style};
use crate::app::{Actions, App, Command};

/// The marks of the layers switched on, for one scored block, the wider ones first.
pub(super) fn marks(
    layers: &Layers,
    lists: &OwnLists,
    block: &Block,
    unit: &Unit,
    people: &People,
    tokens: Tokens,
) -> Vec<(Span, Style)> {
    let mut out = Vec::new();
    let wording = &unit.wording;
    if layers.is_on(Layer::Quotations) {
        out.extend(wording.quotes.iter().map(|quote| {
            let style = match quote.kind {
                QuoteKind::Scare => Style::Outline(tokens.quote_line),
                QuoteKind::Speech | QuoteKind::Title => Style::Tint(tokens.quoted),
            };
            (quote.span, style)
        }));
    }
    if layers.is_on(Layer::Names) {
        let here = people.mentions_in(unit.block);
        out.extend(here.map(|(_, span)| (span, Style::Outline(tokens.name))));
    }
    if layers.is_on(Layer::Lists) {
        let found = lists.find(&block.text, &block.quotations).into_iter();
        out.extend(found.map(|(_, hit)| (hit.span, Style::Tint(tokens.own))));
    }
    for sentence in &wording.sentences {
        if layers.is_on(Layer::Loaded) {
            let loaded = sentence.loaded.iter();
            out.extend(loaded.map(|word| (word.span, Style::Tint(tokens.loaded))));
        }
        if layers.is_on(Layer::Hedges) {
            out.extend(sentence.force.iter().map(|word| {
                let style = match word.force {
                    Force::Hedge => Style::Wavy(tokens.hedge),
                    Force::Intensifier => Style::Double(tokens.hedge),
                };
                (word.span, style)
            }));
        }
    }
    if layers.is_on(Layer::Tone) {
        for sentence in &unit.sentences {
            out.extend(sentence.tone.words.iter().map(|word| {
                let color = tokens.tone(word.valence);
                let style = if word.valence < 0.0 {
                    Style::Dotted(color)
                } else {
                    Style::Solid(color)
                };
                (word.span.shifted(sentence.span.start), style)
            }));
        }
    }
    out
}

/// The layers as switches that show the mark each makes.
pub(in crate::app) fn legend(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let none = app.session().lists.is_empty();
    for layer in Layer::ALL {
        if layer != Layer::Lists || !none {
            switch(app, layer, ui, actions);
        }
    }
}

fn switch(app: &App, layer: Layer, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    let on = app.preferences.layers.is_on(layer);
    let color = if on { tokens.text } else { tokens.weak };
    let font = egui::FontId::proportional(12.5);
    let galley = ui
        .painter()
        .layout_no_wrap(layer.label().to_owned(), font, color);
    let size = galley.size() + vec2(14.0, 6.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    named_choice(&response, Role::CheckBox, on, layer.command());
    if response.clicked() {
        actions.run(Command::ToggleLayer(layer));
    }
    let (fill, line) = if on {
        (tokens.paper, tokens.weak)
    } else {
        (Color32::TRANSPARENT, tokens.line)
    };
    let line = if response.has_focus() || response.hovered() {
        tokens.accent
    } else {
        line
    };
    ui.painter().rect(
        rect,
        5.0,
        fill,
        egui::Stroke::new(1.0, line),
        egui::StrokeKind::Inside,
    );
    let text = egui::Rect::from_center_size(rect.center(), galley.size());
    if on {
        for style in sample(layer, tokens) {
            marks::one(ui.painter(), text, style);
        }
    }
    ui.painter().galley(text.min, galley, color);
    response.on_hover_text(layer.help());
}

/// The mark a layer makes.
fn sample(layer: Layer, tokens: Tokens) -> Vec<Style> {
    match layer {
        Layer::Tone => vec![Style::Solid(tokens.tone(1.0))],
        Layer::Loaded => vec![Style::Tint(tokens.loaded)],
        Layer::Hedges => vec![Style::Wavy(tokens.hedge)],
        Layer::Quotations => vec![Style::Tint(tokens.quoted)],
        Layer::Names => vec![Style::Outline(tokens.name)],
        Layer::Lists => vec![Style::Tint(tokens.own)],
        Layer::Matches => vec![Style::Bar(tokens.accent)],
    }
}
