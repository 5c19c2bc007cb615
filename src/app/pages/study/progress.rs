//! Who codes, and how far they are.

use egui::{Grid, ProgressBar, Ui};

use crate::app::Actions;
use crate::app::theme::Tokens;
use crate::study::Study;
use crate::text::tr;

/// Everybody who codes, with how far they are.
pub(super) fn show(study: &Study, ui: &mut Ui, actions: &mut Actions) {
    if study.coders.is_empty() {
        return;
    }
    let all = study.units.len();
    Grid::new("coders").num_columns(4).show(ui, |ui| {
        for (at, coder) in study.coders.iter().enumerate() {
            let done = study.done(at);
            ui.label(&coder.name);
            let share = done as f32 / all.max(1) as f32;
            ui.add(
                ProgressBar::new(share)
                    .desired_width(160.0)
                    .desired_height(8.0)
                    .fill(Tokens::of(ui).accent),
            );
            ui.label(tr!("{done} of {all}"; done, all));
            let does = if done == 0 {
                tr!("Start")
            } else if done < all {
                tr!("Go on")
            } else {
                tr!("Look again")
            };
            let button = ui.button(format!("{does}: {}", coder.name));
            if button.clicked() {
                let name = coder.name.clone();
                actions.push(move |app, ctx| app.begin_coding(&name, ctx));
            }
            ui.end_row();
        }
    });
}
