//! Headlines tried for one draft, side by side: how sensational each is, and by which cues.

use egui::{Grid, RichText, TextEdit, Ui};

use crate::app::App;
use crate::app::theme::semibold;
use crate::app::widgets::labels::{named, note, section};
use crate::score::headline::{self, HeadlineScore};
use crate::text::{number, signed, tr, tr_said};

/// Headlines that are compared.
const COMPARED: usize = 20;
/// Cues told of each.
const TOLD: usize = 3;
/// Lines of the field.
const ROWS: usize = 3;

pub(super) fn show(app: &mut App, ui: &mut Ui) {
    section(tr!("Headlines to choose from"), ui);
    let own = app.view.pages.writing.checked().headline.clone();
    let writing = &mut app.view.pages.writing;
    let field = TextEdit::multiline(&mut writing.headlines)
        .desired_width(f32::INFINITY)
        .desired_rows(ROWS)
        .hint_text(tr!("One headline a line, to see them side by side."));
    let response = ui.add(field);
    named(
        &response,
        egui::Role::MultilineTextInput,
        tr!("Headlines, one a line"),
    );
    if response.changed() {
        writing.typed = Some(ui.input(|input| input.time));
    }
    let typed = writing.headlines.lines().map(str::trim);
    let typed: Vec<&str> = typed.filter(|line| !line.is_empty()).collect();
    if typed.is_empty() {
        return;
    }
    ui.add_space(4.0);
    Grid::new("headlines to choose from")
        .num_columns(2)
        .spacing([12.0, 8.0])
        .show(ui, |ui| {
            let own = own.as_deref().map(|own| (own, tr!(" (the draft’s)")));
            let typed = typed.iter().take(COMPARED).map(|typed| (*typed, ""));
            for (text, whose) in own.into_iter().chain(typed) {
                row(text, whose, ui);
                ui.end_row();
            }
        });
    if typed.len() > COMPARED {
        note(tr!("The first {COMPARED} are compared."; COMPARED), ui);
    }
}

fn row(text: &str, whose: &str, ui: &mut Ui) {
    let score = headline::score(text);
    let figure = score
        .as_ref()
        .map_or_else(|_| "–".to_owned(), |score| number(score.score, 0));
    ui.label(RichText::new(figure).family(semibold()))
        .on_hover_text(tr!("Sensationalism, of 100"));
    ui.vertical(|ui| {
        ui.label(format!("{text}{whose}"));
        note(
            match &score {
                Ok(score) => cues(score),
                Err(why) => tr!("Not scored: {}.", tr_said(&why.to_string())),
            },
            ui,
        );
    });
}

/// "bait 26, heat 66: shock and alarm +28, curiosity gap +23".
fn cues(score: &HeadlineScore) -> String {
    // What rounds to nothing tells nothing.
    let mut cues: Vec<_> = (score.cues.iter())
        .filter(|cue| cue.points.abs() >= 0.5)
        .collect();
    cues.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    let told = cues.iter().take(TOLD).map(|cue| {
        let label = cue.kind.label().to_lowercase();
        format!("{label} {}", signed(cue.points, 0))
    });
    let told: Vec<String> = told.collect();
    let parts = tr!(
        "bait {}, heat {}",
        number(score.bait, 0),
        number(score.heat, 0)
    );
    match told.as_slice() {
        [] => tr!("{parts}: no cue"; parts),
        _ => format!("{parts}: {}", told.join(", ")),
    }
}
