//! The headline with its sensationalism and the cues behind it.

use egui::{RichText, Ui};

use crate::article::{Article, Place};
use crate::score::headline::{Cue, CueKind, HeadlineScore};
use crate::text::{date, signed_whole};

use crate::app::theme::{self, Tokens};
use crate::app::widgets::{marks, text};
use crate::app::{Actions, App};

/// Shows the headline, the byline and the score with its chips.
pub(super) fn show(app: &App, place: Place, article: &Article, ui: &mut Ui, actions: &mut Actions) {
    let frame = egui::Frame::new().inner_margin(egui::Margin {
        left: 16,
        right: 16,
        top: 14,
        bottom: 8,
    });
    frame.show(ui, |ui| {
        let score = app.analysis(place.side).map(|analysis| &analysis.headline);
        let scored = score.and_then(|score| score.as_ref().ok());
        title(app, place, article, scored, ui, actions);
        byline(article, ui);
        match score {
            Some(Ok(score)) => chips(app, place, score, ui, actions),
            Some(Err(why)) => {
                ui.label(RichText::new(format!("Not scored: {why}.")).small().weak());
            }
            None => {
                ui.label(RichText::new("Scoring…").small().weak());
            }
        }
    });
}

fn title(
    app: &App,
    place: Place,
    article: &Article,
    score: Option<&HeadlineScore>,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let tokens = Tokens::of(ui);
    let Some(headline) = &article.headline else {
        ui.label(RichText::new("No headline").heading().weak());
        return;
    };
    let format = egui::TextFormat {
        font_id: egui::FontId::new(21.0, theme::semibold()),
        color: tokens.text,
        line_height: Some(28.0),
        ..Default::default()
    };
    let mut marks = super::block::found(app, place, tokens);
    marks.extend(
        score
            .into_iter()
            .flat_map(|score| score.cues.iter().enumerate())
            .filter_map(|(index, cue)| {
                let place = place.with_cue(Some(index));
                Some((cue, style_of(app, place, cue, tokens)?))
            })
            .flat_map(|(cue, style)| cue.spans.iter().map(move |span| (*span, style))),
    );
    let shown = text::show(ui, &headline.text, format, marks);
    if let Some(byte) = shown.clicked {
        let cue = score.and_then(|score| {
            let hit = |cue: &crate::score::headline::Cue| {
                cue.spans.iter().any(|span| span.contains(byte))
            };
            score.cues.iter().position(hit)
        });
        actions.select(place.with_cue(cue));
    }
}

/// Cues that raise the score are underlined, the selected one is tinted. What lowers it and the
/// overall phrasing, which are spread over many words, show theirs when selected.
fn style_of(app: &App, place: Place, cue: &Cue, tokens: Tokens) -> Option<marks::Style> {
    let color = tokens.side(place.side);
    if is_lit(app, place) {
        return Some(marks::Style::Tint(color.gamma_multiply(0.30)));
    }
    let raises = cue.points > 0.0 && cue.kind != CueKind::Phrasing;
    raises.then_some(marks::Style::Solid(color))
}

fn is_lit(app: &App, cue: Place) -> bool {
    app.view.is_selected(cue) || app.view.is_hovered(cue)
}

fn byline(article: &Article, ui: &mut Ui) {
    let published = article.published.as_deref().map(date);
    let parts: Vec<&str> = [&article.byline, &article.outlet, &published]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    if !parts.is_empty() {
        ui.label(RichText::new(parts.join(" · ")).small().weak());
    }
}

fn chips(app: &App, place: Place, score: &HeadlineScore, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        let (total, _, points) = score.whole_points();
        let total = RichText::new(format!("Sensationalism {total}"))
            .family(theme::semibold())
            .color(tokens.text);
        if ui
            .button(total)
            .on_hover_text("0 (plain) to 100. Click to see how it comes about.")
            .clicked()
        {
            actions.select(place);
        }
        for (index, (cue, points)) in score.cues.iter().zip(points).enumerate() {
            let place = place.with_cue(Some(index));
            let label = format!("{} {}", cue.kind.label(), signed_whole(points));
            let mut button = egui::Button::new(RichText::new(label).size(12.5));
            if is_lit(app, place) {
                button = button.fill(tokens.selected);
            }
            if ui.add(button).on_hover_text(cue.kind.help()).clicked() {
                actions.select(place);
            }
        }
    });
    ui.add_space(4.0);
}
