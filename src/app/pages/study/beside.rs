//! Every unit with what people said of it and what Parallax says, in columns.

use egui::{Label, Layout, RichText, Ui, vec2};

use crate::app::theme::semibold;
use crate::app::widgets::labels::{note, wrapped};
use crate::study::{ClassRow, Study, class_rows};
use crate::text::{shorten, tr};
use crate::workspace::StudyTold;

/// Units shown side by side.
const SHOWN: usize = 60;
/// Characters shown of a unit.
const EXCERPT: usize = 260;
/// Shares of the width that text, own answers, those of all and Parallax have.
const SHARES: [f32; 4] = [0.46, 0.14, 0.24, 0.13];
/// The narrowest room in which columns are read with ease, in points.
const NARROW: f32 = 560.0;

/// One coder's own answers, those of all and Parallax, article by article.
pub(super) fn own_and_class(study: &Study, told: &StudyTold, own: Option<usize>, ui: &mut Ui) {
    let rows = class_rows(study, &told.revealed);
    let mut before = None;
    for row in &rows {
        let article = (&row.unit.source, &row.unit.article);
        if before != Some(article) {
            before = Some(article);
            ui.add_space(10.0);
            ui.label(RichText::new(&row.unit.source).family(semibold()));
            columns(
                ["", "Own", tr!("All together"), "Parallax"].map(|head| RichText::new(head).weak()),
                ui,
            );
        }
        let said = own.and_then(|own| row.own(study, own));
        let text = shorten(&row.unit.text, EXCERPT);
        let is_headline = row.unit.kind == crate::study::UnitKind::Headline;
        let text = RichText::new(text);
        columns(
            [
                if is_headline {
                    text.family(semibold())
                } else {
                    text
                },
                RichText::new(said.unwrap_or_else(|| "–".to_owned())),
                RichText::new(row.class()),
                RichText::new(row.parallax()),
            ],
            ui,
        );
        ui.separator();
    }
}

/// Cells beside each other, or below each other where there is little room.
fn columns(cells: [RichText; 4], ui: &mut Ui) {
    let width = ui.available_width();
    if width < NARROW {
        for cell in cells {
            if !cell.is_empty() {
                wrapped(cell, ui);
            }
        }
        return;
    }
    ui.horizontal_top(|ui| {
        for (cell, share) in cells.into_iter().zip(SHARES) {
            let size = vec2(width * share, 0.0);
            ui.allocate_ui_with_layout(size, Layout::top_down(egui::Align::Min), |ui| {
                ui.set_width(size.x);
                ui.add(Label::new(cell).wrap());
            });
        }
    });
}

/// What each coder said, what all said together, and Parallax.
pub(super) fn every_coder(study: &Study, told: &StudyTold, ui: &mut Ui) {
    let rows = class_rows(study, &told.revealed);
    let answered = |row: &&ClassRow<'_>| row.answered() > 0;
    for row in rows.iter().filter(answered).take(SHOWN) {
        let coders = study.coders.iter().enumerate();
        let said: Vec<String> = coders
            .filter_map(|(at, coder)| Some(format!("{}: {}", coder.name, row.own(study, at)?)))
            .collect();
        ui.add_space(4.0);
        wrapped(shorten(&row.unit.text, EXCERPT), ui);
        note(
            tr!(
                "{} · all together: {} · Parallax {} · {}",
                said.join(" · "),
                row.class(),
                row.parallax(),
                row.unit.source
            ),
            ui,
        );
    }
    if rows.iter().filter(answered).count() > SHOWN {
        note(
            tr!("The first {SHOWN}; all of them are in the saved result."; SHOWN),
            ui,
        );
    }
}
