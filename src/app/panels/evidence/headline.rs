//! How a headline's sensationalism comes about: the base, every cue with its points, the sum.

use egui::{RichText, Ui};

use crate::article::Side;
use crate::score::headline::{Cue, HeadlineScore};

use super::super::super::reader::signed_points;
use super::super::super::theme::{Tokens, semibold};
use super::super::super::{Action, App, Selection};

/// Shows the cues of the headline of `side`.
pub(super) fn show(
    app: &App,
    side: Side,
    cue: Option<usize>,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let headline = app
        .session()
        .article(side)
        .and_then(|article| article.headline.as_ref());
    let (Some(headline), Some(analysis)) = (headline, app.analysis(side)) else {
        ui.label("This article has no headline.");
        return;
    };
    super::title(format!("Headline of {}", side.label()), ui);
    ui.label(&headline.text);
    ui.add_space(4.0);
    match &analysis.headline {
        Err(why) => {
            ui.label(format!("Not scored: {why}."));
        }
        Ok(score) => {
            sum(score, ui);
            ui.add_space(6.0);
            for (index, one) in score.cues.iter().enumerate() {
                let open = cue.is_none_or(|cue| cue == index);
                entry(side, index, one, &headline.text, open, ui, actions);
            }
            if score.cues.is_empty() {
                ui.label("No cue was found, so the score is the base.");
            }
        }
    }
}

/// "12 + 30 + 9 = 51" with what each is.
fn sum(score: &HeadlineScore, ui: &mut Ui) {
    let total = format!("Sensationalism {:.0}", score.score);
    ui.label(RichText::new(total).family(semibold()).size(18.0));
    let points: Vec<String> = score.cues.iter().map(|c| signed_points(c.points)).collect();
    super::note(
        format!(
            "{:.1} base {} = {:.1}",
            score.base,
            points.join(" "),
            score.score
        ),
        ui,
    );
    super::note(
        format!(
            "Bait {:.0} (withholds and teases) · heat {:.0} (heats up). Each 0 to 100 by itself.",
            score.bait, score.heat
        ),
        ui,
    );
}

fn entry(
    side: Side,
    index: usize,
    cue: &Cue,
    headline: &str,
    open: bool,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        let name = RichText::new(cue.kind.label()).family(semibold());
        if ui.add(egui::Button::new(name).frame(false)).clicked() {
            let cue = Some(index);
            actions.push(Action::Select(Some(Selection::Headline { side, cue })));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let points = RichText::new(signed_points(cue.points)).family(semibold());
            ui.label(points.color(tokens.side(side)));
        });
    });
    if open {
        let words: Vec<String> = cue
            .spans
            .iter()
            .map(|span| format!("“{}”", span.of(headline)))
            .collect();
        if !words.is_empty() {
            ui.add(egui::Label::new(words.join(", ")).wrap());
        }
        super::note(cue.kind.help(), ui);
    }
    ui.separator();
}
