//! Both articles at a glance: what is behind the whole, before anything is selected.

use egui::{Grid, RichText, Ui};

use crate::article::Side;
use crate::score::Analysis;

use crate::app::theme::Tokens;
use crate::app::widgets::labels::{note, title};
use crate::app::{Actions, App};
use crate::compare::STANDING_LINE;
use crate::text::{number, optional, per_cent, signed, tr};

/// A figure of one article, as text; a dash where there is none.
type Figure = fn(&Analysis) -> String;

const FIGURES: [(&str, Figure, &str); 6] = [
    (
        "Headline sensationalism",
        |a| {
            optional(a.headline.as_ref().ok(), |headline| {
                number(headline.score, 0)
            })
        },
        "0 (plain) to 100: how the headline is packaged, not how grave its news is.",
    ),
    (
        "Tone",
        |a| optional(a.tone.mean, |mean| signed(mean, 2)),
        "Mean of the tones of all sentences, −1 to +1.",
    ),
    (
        "Sentences",
        |a| a.tone.sentences.to_string(),
        "Sentences in scored paragraphs and list items.",
    ),
    (
        "Negative",
        |a| share(a.tone.negative, a.tone.sentences),
        "Sentences with a tone of −0.05 or lower.",
    ),
    (
        "Positive",
        |a| share(a.tone.positive, a.tone.sentences),
        "Sentences with a tone of +0.05 or higher.",
    ),
    (
        "Words with a tone",
        |a| optional(a.tone.coverage(), per_cent),
        "Share of words that carry any tone at all. The rest counts as neutral.",
    ),
];

/// Shows the overview.
pub(super) fn show(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    title(tr!("At a glance"), ui);
    Grid::new("overview")
        .num_columns(3)
        .min_col_width(56.0)
        .spacing([14.0, 7.0])
        .show(ui, |ui| {
            ui.label("");
            for side in Side::BOTH {
                let head = RichText::new(tr(side.label())).strong();
                ui.label(head.color(tokens.side(side)));
            }
            ui.end_row();
            for (label, figure, help) in FIGURES {
                let (label, help) = (tr(label), tr(help));
                ui.label(label).on_hover_text(help);
                for side in Side::BOTH {
                    let value = optional(app.analysis(side), |scores| figure(scores));
                    ui.label(value).on_hover_text(help);
                }
                ui.end_row();
            }
        });
    let many = (Side::BOTH.into_iter())
        .filter_map(|side| app.session().source(side))
        .any(|source| source.articles.len() > 1);
    if many {
        note(
            tr!("Of the articles being read. What follows is of all articles of each source."),
            ui,
        );
    }
    ui.add_space(8.0);
    super::comparison::show(app, ui, actions);
    ui.add_space(8.0);
    note(tr(STANDING_LINE), ui);
    ui.add_space(8.0);
    note(
        tr!(
            "Click a paragraph, an underlined word, a cue of a headline or a mark in the chart to see what is behind it."
        ),
        ui,
    );
}

fn share(count: usize, of: usize) -> String {
    let share = (of > 0).then(|| count as f64 / of as f64);
    optional(share, |share| format!("{} ({count})", per_cent(share)))
}
