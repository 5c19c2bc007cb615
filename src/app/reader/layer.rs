//! The highlight layers of the text: what each marks, its switch and its mark in the legend.

use egui::{Color32, Sense, Ui, vec2};
use serde::{Deserialize, Serialize};

use crate::article::Span;
use crate::score::Unit;
use crate::score::hedges::Force;
use crate::score::people::People;
use crate::score::voice::QuoteKind;

use super::super::theme::Tokens;
use super::super::widgets::marks::{self, Style};
use super::super::{Action, App, Command};

/// Something the text can be marked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// Words that carry tone.
    Tone,
    /// Loaded words.
    Loaded,
    /// Hedges and intensifiers.
    Hedges,
    /// Quotations.
    Quotations,
    /// People, places and bodies.
    Names,
    /// Passages the other source tells too.
    Matches,
}

impl Layer {
    /// Every layer, in the order of the legend.
    pub(in super::super) const ALL: [Self; 6] = [
        Self::Tone,
        Self::Loaded,
        Self::Hedges,
        Self::Quotations,
        Self::Names,
        Self::Matches,
    ];

    /// Its name in the legend.
    pub(in super::super) const fn label(self) -> &'static str {
        match self {
            Self::Tone => "Tone",
            Self::Loaded => "Loaded",
            Self::Hedges => "Hedges",
            Self::Quotations => "Quotations",
            Self::Names => "Names",
            Self::Matches => "Matches",
        }
    }

    /// What its switch is called in menus.
    pub(in super::super) const fn command(self) -> &'static str {
        match self {
            Self::Tone => "Mark tone words",
            Self::Loaded => "Mark loaded words",
            Self::Hedges => "Mark hedges and intensifiers",
            Self::Quotations => "Mark quotations",
            Self::Names => "Mark names",
            Self::Matches => "Mark matches",
        }
    }

    /// What it marks, and how.
    pub(in super::super) const fn help(self) -> &'static str {
        match self {
            Self::Tone => {
                "Words that carry tone: a solid line where they are positive here, a dotted one where negative."
            }
            Self::Loaded => "Loaded words in the outlet's own voice, on a yellow ground.",
            Self::Hedges => {
                "Hedges such as “might” with a wavy line, intensifiers such as “very” with a double one."
            }
            Self::Quotations => {
                "What stands between quotation marks, on a blue ground; scare quotes outlined."
            }
            Self::Names => "People, places and bodies, outlined.",
            Self::Matches => {
                "Passages the other source tells too: a bar in the margin, a ribbon to the counterpart of the selection."
            }
        }
    }

    fn sample(self, tokens: Tokens) -> Vec<Style> {
        match self {
            Self::Tone => vec![Style::Solid(tokens.tone(1.0))],
            Self::Loaded => vec![Style::Tint(tokens.loaded)],
            Self::Hedges => vec![Style::Wavy(tokens.hedge)],
            Self::Quotations => vec![Style::Tint(tokens.quoted)],
            Self::Names => vec![Style::Outline(tokens.name)],
            Self::Matches => vec![Style::Bar(tokens.accent)],
        }
    }
}

/// Which layers are switched on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(in super::super) struct Layers(std::collections::BTreeSet<Layer>);

impl Default for Layers {
    fn default() -> Self {
        Self([Layer::Tone, Layer::Matches].into())
    }
}

impl Layers {
    pub(in super::super) fn is_on(&self, layer: Layer) -> bool {
        self.0.contains(&layer)
    }

    pub(in super::super) fn toggle(&mut self, layer: Layer) {
        if !self.0.remove(&layer) {
            self.0.insert(layer);
        }
    }
}

/// The marks of the layers switched on, for one scored block, the wider ones first.
pub(super) fn marks(
    layers: &Layers,
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
pub(super) fn legend(app: &App, ui: &mut Ui, actions: &mut Vec<Action>) {
    for layer in Layer::ALL {
        switch(app, layer, ui, actions);
    }
}

fn switch(app: &App, layer: Layer, ui: &mut Ui, actions: &mut Vec<Action>) {
    let tokens = Tokens::of(ui);
    let on = app.preferences.layers.is_on(layer);
    let color = if on { tokens.text } else { tokens.weak };
    let font = egui::FontId::proportional(12.5);
    let galley = ui
        .painter()
        .layout_no_wrap(layer.label().to_owned(), font, color);
    let size = galley.size() + vec2(14.0, 6.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, layer.command())
    });
    if response.clicked() {
        actions.push(Action::Run(Command::ToggleLayer(layer)));
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
        for style in layer.sample(tokens) {
            marks::one(ui.painter(), text, style);
        }
    }
    ui.painter().galley(text.min, galley, color);
    response.on_hover_text(layer.help());
}
