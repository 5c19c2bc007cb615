//! The headline with its sensationalism and the cues behind it.

use egui::{RichText, Role, Ui};

use crate::article::{Article, Place};
use crate::score::headline::{Cue, CueKind, HeadlineScore};
use crate::score::second::bait_in_words;
use crate::text::{capitalised, date, shorten, signed_whole, tr, tr_counted, tr_said};
use crate::workspace::Second;

use super::sizes::Sizes;
use crate::app::theme::{self, Tokens};
use crate::app::widgets::labels::named;
use crate::app::widgets::{marks, text};
use crate::app::{Actions, App};

/// Warnings shown at once; pointing at one shows all.
const WARNINGS: usize = 2;

/// Shows the headline, the score with its chips, and what is known of the article.
pub(super) fn show(
    app: &App,
    place: Place,
    article: &Article,
    sizes: Sizes,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let frame = egui::Frame::new().inner_margin(egui::Margin {
        left: 10,
        right: 12,
        top: if sizes.is_small { 2 } else { 8 },
        bottom: 2,
    });
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        let score = app.analysis(place.side).map(|analysis| &analysis.headline);
        let scored = score.and_then(|score| score.as_ref().ok());
        title(app, place, article, scored, sizes, ui, actions);
        match score {
            Some(Ok(score)) => chips(app, place, score, sizes, ui, actions),
            Some(Err(why)) => {
                ui.label(
                    RichText::new(tr!("Not scored: {}.", tr_said(&why.to_string())))
                        .small()
                        .weak(),
                );
            }
            None => {
                ui.label(RichText::new(tr!("Scoring…")).small().weak());
            }
        }
        facts(app, place, article, sizes, ui);
        warnings(app, place, article, ui);
    });
}

fn title(
    app: &App,
    place: Place,
    article: &Article,
    score: Option<&HeadlineScore>,
    sizes: Sizes,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let tokens = Tokens::of(ui);
    let Some(headline) = &article.headline else {
        ui.label(RichText::new(tr!("No headline")).heading().weak());
        return;
    };
    let format = egui::TextFormat {
        font_id: egui::FontId::new(sizes.headline, theme::semibold()),
        color: tokens.text,
        line_height: Some(sizes.headline_line),
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

/// Who, where, when and how much, in one quiet line.
fn facts(app: &App, place: Place, article: &Article, sizes: Sizes, ui: &mut Ui) {
    let count = (app.session().source(place.side)).map_or(0, |source| source.articles.len());
    let analysis = app.analysis(place.side);
    let (scored, words) = analysis.map_or((0, 0), |scores| (scores.units.len(), scores.words()));
    let mut parts = Vec::new();
    if count > 1 {
        parts.push(tr!("Article {} of {count}", place.article + 1; count));
    }
    parts.extend(article.byline.clone());
    parts.extend(article.outlet.clone());
    parts.extend(article.published.as_deref().map(date));
    if !sizes.is_small {
        parts.push(tr_counted(scored, "paragraph"));
        parts.push(tr_counted(words, "word"));
    }
    if parts.is_empty() {
        return;
    }
    let text = RichText::new(shorten(&parts.join(" · "), 300))
        .small()
        .weak();
    let response = ui.add(egui::Label::new(text).truncate());
    response.on_hover_text(format!(
        "{}\n{}, {}",
        shorten(&article.origin.name, 300),
        tr_counted(scored, "paragraph"),
        tr_counted(words, "word")
    ));
}

/// What should be known before anything is believed.
fn warnings(app: &App, place: Place, article: &Article, ui: &mut Ui) {
    for warning in article.warnings.iter().take(WARNINGS) {
        let text = RichText::new(format!("▲ {}", tr_said(warning))).small();
        ui.add(egui::Label::new(text).truncate())
            .on_hover_text(tr_said(&article.warnings.join("\n")));
    }
    let lost = app
        .analysis(place.side)
        .is_some_and(|scores| scores.quote_marks_lost);
    if lost {
        let text = tr!(
            "▲ Quotation marks seem to have been lost: what is quoted counts as the outlet's own voice."
        );
        ui.add(egui::Label::new(RichText::new(text).small()).truncate());
    }
}

/// The score and what it is made of; in a small window only what one line has room for. The evidence of the
/// score has all.
fn chips(
    app: &App,
    place: Place,
    score: &HeadlineScore,
    sizes: Sizes,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let tokens = Tokens::of(ui);
    let one_line = sizes.is_small;
    let row = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing = egui::vec2(5.0, 4.0);
        ui.spacing_mut().button_padding = egui::vec2(6.0, 1.0);
        ui.spacing_mut().interact_size.y = 19.0;
        let (total, _, points) = score.whole_points();
        let text = RichText::new(tr!("{total} of 100"; total))
            .family(theme::semibold())
            .size(13.0)
            .color(tokens.text);
        let total_chip = ui.add(egui::Button::new(text));
        named(
            &total_chip,
            Role::Button,
            &tr!("Sensationalism {total} of 100"; total),
        );
        let second = app
            .analysis(place.side)
            .and_then(|scores| scores.second_bait());
        let said = second.map_or_else(String::new, |second| {
            format!("\n{}.", capitalised(&tr_said(&bait_in_words(second))))
        });
        if total_chip
            .on_hover_text(tr!("Sensationalism of the headline, from 0 (plain) to 100: how it is packaged, not how grave its news is. Click to see how it comes about.{said}"; said))
            .clicked()
        {
            actions.select(place);
        }
        if *app.workspace.second() != Second::Off {
            // Its room is there before it is known.
            let (rect, response) =
                ui.allocate_exact_size(egui::vec2(9.0, 19.0), egui::Sense::hover());
            if let Some((_, agreement)) = second {
                marks::agreement(ui.painter(), rect.center(), agreement, tokens);
                response.on_hover_text(said.trim());
            }
        }
        for (index, (cue, points)) in score.cues.iter().zip(points).enumerate() {
            let place = place.with_cue(Some(index));
            let label = format!("{} {}", tr(cue.kind.label()), signed_whole(points));
            let text = RichText::new(&label).size(12.0);
            if one_line && !has_room(&label, ui) {
                break;
            }
            let mut button = egui::Button::new(text);
            if is_lit(app, place) {
                button = button.fill(tokens.selected);
            }
            if ui.add(button).on_hover_text(tr(cue.kind.help())).clicked() {
                actions.select(place);
            }
        }
    };
    if one_line {
        ui.horizontal(row);
    } else {
        ui.horizontal_wrapped(row);
    }
}

/// Whether a chip fits in what is left of its line.
fn has_room(label: &str, ui: &Ui) -> bool {
    let font = egui::FontId::proportional(12.0);
    let galley = ui
        .painter()
        .layout_no_wrap(label.to_owned(), font, egui::Color32::BLACK);
    galley.size().x + 14.0 <= ui.available_width()
}
