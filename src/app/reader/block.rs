//! One block of text with its tone: a number to click, the text with the words that count marked.

use egui::emath::Numeric as _;
use egui::{RichText, Role, Sense, Stroke, Ui, pos2, vec2};

use crate::article::{Article, Block, BlockKind, Place, Side, Span, Spot};
use crate::score::Unit;
use crate::text::{capitalised, optional, signed, tr, tr_said};

use super::sizes::Sizes;
use super::{contrast, layer};
use crate::app::layers::Layer;
use crate::app::theme::{self, Tokens};
use crate::app::widgets::labels::named;
use crate::app::widgets::{marks, text};
use crate::app::{Actions, App};

/// Room between a text and the edge of its column, in points.
pub(super) const EDGE: f32 = 12.0;

/// Shows the block at `place` of its article.
pub(super) fn show(
    app: &App,
    place: Place,
    article: &Article,
    sizes: Sizes,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let block = place.block_index().and_then(|at| article.blocks.get(at));
    let Some(block) = block else { return };
    let tokens = Tokens::of(ui);
    let unit = app
        .analysis(place.side)
        .and_then(|analysis| analysis.unit_of_block(place.block_index()?));
    background(app, place, tokens, ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(sizes.padding);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        gutter(app, place, block, unit, sizes, ui, actions);
        ui.vertical(|ui| {
            ui.set_width((ui.available_width() - EDGE).max(40.0));
            if block.kind.is_scored() {
                scored(app, place, block, unit, sizes, ui, actions);
            } else {
                unscored(app, place, block, sizes, ui, actions);
            }
        });
    });
    ui.add_space(sizes.padding);
}

/// Lights up the block that is selected or hovered in a chart. Painted before the text; the height
/// is that of the row when it was last measured.
fn background(app: &App, place: Place, tokens: Tokens, ui: &Ui) {
    let side = place.side;
    let selected = app.view.is_selected(place);
    let rect = ui.max_rect();
    if selected {
        ui.painter().rect_filled(rect, 0.0, tokens.selected);
        let bar = egui::Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        ui.painter().rect_filled(bar, 0.0, tokens.side(side));
    } else if app.view.is_hovered(place) {
        ui.painter().rect_filled(rect, 0.0, tokens.hovered);
    }
    if app.preferences.layers.is_on(Layer::Matches) && app.workspace.has_match(place) {
        // On the side that faces the other column.
        let x = match side {
            Side::A => rect.max.x - 3.0,
            Side::B => rect.min.x + if selected { 4.0 } else { 0.0 },
        };
        let bar =
            egui::Rect::from_min_size(pos2(x, rect.min.y + 4.0), vec2(3.0, rect.height() - 8.0));
        ui.painter().rect_filled(bar, 1.5, tokens.link);
    }
}

/// The tone as a number and a small bar; a button that selects the paragraph.
fn gutter(
    app: &App,
    place: Place,
    block: &Block,
    unit: Option<&Unit>,
    sizes: Sizes,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(sizes.gutter, sizes.line), Sense::click());
    if !block.kind.is_scored() {
        return;
    }
    let mean = unit.and_then(|unit| unit.tone.mean);
    let value = optional(mean, |mean| signed(mean, 2));
    let number = app
        .analysis(place.side)
        .and_then(|analysis| analysis.place_of_block(place.block_index()?))
        .map_or(0, |before| before + 1);
    let second = unit.and_then(Unit::second_tone);
    let said = second.map_or_else(String::new, |second| {
        format!(", {}", tr_said(&second.in_words()))
    });
    let label = tr!("{} {number}, tone {value}{said}", place.side.label(); number, value, said);
    named(&response, Role::Button, &label);
    if response.clicked() {
        actions.select(place);
    }
    let color = mean.map_or(tokens.weak, |mean| tokens.tone(mean));
    let font = egui::FontId::new(13.0, theme::semibold());
    let right = rect.max.x - 11.0;
    let painter = ui.painter();
    painter.text(
        pos2(right, rect.min.y + 3.0),
        egui::Align2::RIGHT_TOP,
        value,
        font,
        color,
    );
    if let Some(second) = second {
        let at = pos2(rect.max.x - 6.5, rect.min.y + 10.5);
        marks::agreement(painter, at, second.agreement, tokens);
    }
    if let Some(mean) = mean {
        bar(painter, right, rect.max.y - 1.0, mean, tokens);
    }
    if response.has_focus() || response.hovered() {
        painter.rect_stroke(
            rect.shrink2(vec2(6.0, 0.0)),
            4.0,
            Stroke::new(1.0, tokens.accent),
            egui::StrokeKind::Inside,
        );
    }
    let help = tr!("Show the sentences and words behind this tone");
    response.on_hover_text(match second {
        Some(second) => format!("{}.\n{help}", capitalised(&tr_said(&second.in_words()))),
        None => help.to_owned(),
    });
}

/// A bar left or right of a zero line, 40 points for the whole range.
fn bar(painter: &egui::Painter, right: f32, y: f32, mean: f64, tokens: Tokens) {
    let zero = right - 20.0;
    painter.hline(zero - 20.0..=zero + 20.0, y, Stroke::new(1.0, tokens.line));
    let tip = zero + 20.0 * f32::from_f64(mean);
    let span = zero.min(tip)..=zero.max(tip);
    painter.hline(span, y, Stroke::new(3.0, tokens.tone(mean)));
    painter.vline(zero, y - 3.0..=y + 3.0, Stroke::new(1.0, tokens.weak));
}

fn scored(
    app: &App,
    place: Place,
    block: &Block,
    unit: Option<&Unit>,
    sizes: Sizes,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let tokens = Tokens::of(ui);
    let indent = match block.kind {
        BlockKind::ListItem => 16.0,
        BlockKind::Quote => 12.0,
        _ => 0.0,
    };
    ui.horizontal_top(|ui| {
        if indent > 0.0 {
            let glyph = if block.kind == BlockKind::Quote {
                "❘"
            } else {
                "•"
            };
            let (rect, _) = ui.allocate_exact_size(vec2(indent, sizes.line), Sense::hover());
            ui.painter().text(
                pos2(rect.min.x + 2.0, rect.min.y + 2.0),
                egui::Align2::LEFT_TOP,
                glyph,
                theme::reading().resolve(ui.style()),
                tokens.weak,
            );
        }
        let marks = marks_of(app, place, block, unit, tokens);
        let format = format(ui, sizes, tokens.text);
        let shown = text::show(ui, &block.text, format, marks);
        if let Some(byte) = shown.clicked {
            let (sentence, word) = unit.map_or((None, None), |unit| at(unit, byte));
            let at = place.with_sentence(sentence).with_word(word);
            actions.select(at);
        }
        if let (Some(byte), Some(unit)) = (shown.hovered, unit) {
            hover(app, &shown.response, block, unit, byte);
        }
    });
}

/// The sentence and the contributing word at `byte` of a block.
fn at(unit: &Unit, byte: usize) -> (Option<usize>, Option<usize>) {
    let sentence = unit.sentences.iter().position(|s| s.span.contains(byte));
    let word = sentence.and_then(|index| {
        let sentence = unit.sentences.get(index)?;
        sentence
            .tone
            .words
            .iter()
            .position(|word| word.span.shifted(sentence.span.start).contains(byte))
    });
    (sentence, word)
}

/// Says what a marked word contributes, and which of the user's own lists have it.
fn hover(app: &App, response: &egui::Response, block: &Block, unit: &Unit, byte: usize) {
    let mut told: Vec<String> = tone_of(block, unit, byte).into_iter().collect();
    if app.preferences.layers.is_on(Layer::Lists) {
        let found = (app.session().lists).find(&block.text, &block.quotations);
        let here = found.iter().filter(|(_, hit)| hit.span.contains(byte));
        told.extend(here.map(|(_, hit)| tr_said(&hit.in_words())));
    }
    if !told.is_empty() {
        response.show_tooltip_text(told.join("\n"));
    }
}

/// "slammed: −1.90 (lexicon −1.90)", where the word at `byte` carries tone.
fn tone_of(block: &Block, unit: &Unit, byte: usize) -> Option<String> {
    let (sentence, word) = at(unit, byte);
    let sentence = unit.sentences.get(sentence?)?;
    let word = sentence.tone.words.get(word?)?;
    let spelt = word.span.shifted(sentence.span.start).of(&block.text);
    Some(tr!(
        "{spelt}: {} (lexicon {})",
        signed(word.valence, 2),
        signed(word.base, 2); spelt))
}

/// What was found, the selected sentence and word as tints, then the layers switched on.
fn marks_of(
    app: &App,
    place: Place,
    block: &Block,
    unit: Option<&Unit>,
    tokens: Tokens,
) -> Vec<(Span, marks::Style)> {
    let mut out = found(app, place, tokens);
    let Some(unit) = unit else { return out };
    out.extend(contrast::marks(app, place, tokens));
    if let Some(selection) = app.view.selection.filter(|at| at.shares_text(place))
        && let Spot::Block {
            sentence: Some(sentence),
            word,
            ..
        } = selection.spot
        && let Some(selected) = unit.sentences.get(sentence)
    {
        let tint = tokens.accent.gamma_multiply(0.18);
        out.push((selected.span, marks::Style::Tint(tint)));
        if let Some(word) = word.and_then(|word| selected.tone.words.get(word)) {
            let span = word.span.shifted(selected.span.start);
            let tint = tokens.tone(word.valence).gamma_multiply(0.35);
            out.push((span, marks::Style::Tint(tint)));
        }
    }
    let (layers, lists) = (&app.preferences.layers, &app.session().lists);
    if let Some(analysis) = app.analysis(place.side) {
        out.extend(layer::marks(
            layers,
            lists,
            block,
            unit,
            &analysis.people,
            tokens,
        ));
    }
    out
}

/// What the find bar found, the place on show stronger.
pub(super) fn found(app: &App, place: Place, tokens: Tokens) -> Vec<(Span, marks::Style)> {
    let found = app.view.find.spans(place);
    found
        .map(|(span, at)| {
            let tint = marks::Style::Tint(tokens.found);
            let style = if at {
                marks::Style::Chosen(tokens.found, tokens.text)
            } else {
                tint
            };
            (span, style)
        })
        .collect()
}

fn unscored(
    app: &App,
    place: Place,
    block: &Block,
    sizes: Sizes,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let tokens = Tokens::of(ui);
    let marks = found(app, place, tokens);
    match block.kind {
        BlockKind::Subhead => {
            let mut format = format(ui, sizes, tokens.text);
            format.font_id = egui::FontId::new(16.0, theme::semibold());
            text::show(ui, &block.text, format, marks);
        }
        BlockKind::LeadIn => {
            let format = format(ui, sizes, tokens.text);
            text::show(ui, &block.text, format, marks);
        }
        _ => {
            let format = format(ui, sizes, tokens.weak);
            text::show(ui, &block.text, format, marks);
        }
    }
    if block.kind == BlockKind::Boilerplate {
        let why = block
            .set_aside
            .as_deref()
            .map_or_else(|| tr!("by you").to_owned(), tr_said);
        ui.horizontal(|ui| {
            ui.label(
                RichText::new(tr!("Set aside: {}", tr_said(&why)))
                    .small()
                    .weak(),
            );
            let restore = egui::Button::new(RichText::new(tr!("Restore")).small());
            if ui
                .add(restore)
                .on_hover_text(tr!("Count this as text of the article"))
                .clicked()
            {
                actions.set_kind(place, BlockKind::Paragraph);
            }
        });
    }
}

fn format(ui: &Ui, sizes: Sizes, color: egui::Color32) -> egui::TextFormat {
    egui::TextFormat {
        font_id: theme::reading().resolve(ui.style()),
        color,
        line_height: Some(sizes.line),
        ..Default::default()
    }
}
