//! How a headline's sensationalism comes about: the base, every cue with its points, the sum.

use egui::{RichText, Ui};

use crate::article::Place;
use crate::score::headline::{AgainstBody, Cue, HeadlineScore};
use crate::score::second::bait_in_words;
use crate::text::{number, per_cent, signed, signed_whole, tr, tr_said};

use super::second;
use crate::app::second::shares::Asked;
use crate::app::theme::{Tokens, semibold};
use crate::app::widgets::labels::{focus_ring, note, title, wrapped};
use crate::app::{Actions, App};

/// Shows the cues of a headline.
pub(super) fn show(
    app: &App,
    place: Place,
    cue: Option<usize>,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let side = place.side;
    let headline = app
        .session()
        .article(side)
        .and_then(|article| article.headline.as_ref());
    let (Some(headline), Some(analysis)) = (headline, app.analysis(side)) else {
        ui.label(tr!("This article has no headline."));
        return;
    };
    title(tr!("Headline of {}", side.label()), ui);
    ui.label(&headline.text);
    ui.add_space(4.0);
    match &analysis.headline {
        Err(why) => {
            ui.label(tr!("Not scored: {}.", tr_said(&why.to_string())));
        }
        Ok(score) => {
            sum(score, ui);
            if let Some((bait, agreement)) = analysis.second_bait() {
                let said = format!("{}.", tr_said(&bait_in_words((bait, agreement))));
                second::says(agreement, &said, ui);
                second::words(app, &headline.text, Asked::Headline, ui, actions);
            }
            ui.add_space(6.0);
            let (_, _, points) = score.whole_points();
            for (index, (one, points)) in score.cues.iter().zip(points).enumerate() {
                let open = cue.is_none_or(|cue| cue == index);
                let at = place.with_cue(Some(index));
                entry(at, one, points, &headline.text, open, ui, actions);
            }
            if score.cues.is_empty() {
                ui.label(tr!("No cue was found, so the score is the base."));
            }
            for one in &score.set_aside {
                note(tr_said(&one.note(&headline.text)), ui);
            }
            if let Some(body) = &analysis.against_body {
                against_body(body, &headline.text, ui);
            }
        }
    }
}

/// "12 base +30 +9 = 51". Whole points are rounded so that they add up as shown.
fn sum(score: &HeadlineScore, ui: &mut Ui) {
    let (total, base, points) = score.whole_points();
    let shown = tr!("Sensationalism {total} of 100"; total);
    ui.label(RichText::new(shown).family(semibold()).size(18.0));
    let points: Vec<String> = (points.into_iter().filter(|points| *points != 0))
        .map(signed_whole)
        .collect();
    note(
        tr!("{base} base {} = {total}", points.join(" "); base, total),
        ui,
    );
    note(
        tr!(
            "Bait {} of 100 (withholds and teases) · heat {} of 100 (heats up), each by itself.",
            number(score.bait, 0),
            number(score.heat, 0)
        ),
        ui,
    );
}

/// The headline held against the article under it.
fn against_body(body: &AgainstBody, headline: &str, ui: &mut Ui) {
    title(tr!("Headline and article"), ui);
    if let (Some(hotter), Some(heat)) = (body.hotter(), body.body_heat) {
        let how = if hotter < 0.0 {
            tr!("Cooler")
        } else {
            tr!("Hotter")
        };
        wrapped(
            tr!(
                "{how} than its article by {} points: headline {}, sentences of the article {} on average.",
                number(hotter.abs(), 1),
                number(body.headline_heat, 0),
                number(heat, 0); how),
            ui,
        );
    }
    if let Some(share) = body.unsupported_share() {
        let words: Vec<String> = body
            .unsupported
            .iter()
            .map(|word| format!("“{}”", word.span.of(headline)))
            .collect();
        let which = if words.is_empty() {
            String::new()
        } else {
            format!(": {}", words.join(", "))
        };
        wrapped(
            tr!(
                "Never used in the article: {} of the headline's words{which}.",
                per_cent(share); which),
            ui,
        );
    }
    note(
        tr!("Words are compared by their stems. Neither figure says that a headline is wrong."),
        ui,
    );
}

fn entry(
    at: Place,
    cue: &Cue,
    points: i64,
    headline: &str,
    open: bool,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        let name = RichText::new(tr(cue.kind.label())).family(semibold());
        let response = ui.add(egui::Button::new(name).frame(false));
        focus_ring(ui, &response);
        if response.clicked() {
            actions.select(at);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let points = RichText::new(signed_whole(points)).family(semibold());
            ui.label(points.color(tokens.side(at.side)));
        });
    });
    if open {
        note(tr(cue.kind.help()), ui);
        for one in &cue.matches {
            let spelt = one.span.of(headline);
            let words = if spelt == headline {
                tr!("other wording").to_owned()
            } else {
                format!("“{spelt}”")
            };
            let text = format!("{words} {} ({})", signed(one.points, 1), tr(one.list));
            wrapped(text, ui).on_hover_text(tr(one.why));
            if let Some(counted) = one.counted.note() {
                note(tr_said(counted), ui);
            }
        }
    }
    ui.separator();
}
