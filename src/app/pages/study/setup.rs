//! Before anything is coded: the codebook, and the sample that is drawn from what is open.

use egui::{Button, ComboBox, Grid, Ui};

use crate::app::purpose::Purpose;
use crate::app::widgets::labels::{line, note, section, wrapped};
use crate::app::{Actions, App};
use crate::study::{Strata, UnitKind, ready, what_it_tells};

/// The width of a number's field, in points.
const NUMBER: f32 = 70.0;

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let population = app.population();
    let page = &mut app.view.pages.study;
    section("What is asked", ui);
    ui.horizontal_wrapped(|ui| {
        let label = ui.label("Codebook");
        ComboBox::from_id_salt("codebook")
            .selected_text(page.book.name.clone())
            .width(240.0)
            .show_ui(ui, |ui| {
                for (_, book) in ready() {
                    let chosen = page.book.name == book.name;
                    if ui.selectable_label(chosen, book.name.clone()).clicked() {
                        page.take_book(book);
                    }
                }
            })
            .response
            .labelled_by(label.id);
        if ui
            .button("Open codebook or coding file…")
            .on_hover_text("A codebook of your own (TOML), or a study that somebody handed to you")
            .clicked()
        {
            actions.push(|app, _| app.ask(Purpose::OpenStudy));
        }
    });
    for variable in &page.book.variables {
        wrapped(&variable.question, ui);
        note(&variable.definition, ui);
        let answers: Vec<String> = (variable.answers().iter())
            .map(|value| format!("{} {}", value.key, value.label))
            .collect();
        note(format!("Keys: {}", answers.join(" · ")), ui);
    }
    section("What is coded", ui);
    Grid::new("sample").num_columns(2).show(ui, |ui| {
        let label = ui.label("Unit");
        ComboBox::from_id_salt("unit")
            .selected_text(page.unit.label())
            .show_ui(ui, |ui| {
                for kind in UnitKind::ALL {
                    ui.selectable_value(&mut page.unit, kind, kind.label());
                }
            })
            .response
            .labelled_by(label.id);
        ui.end_row();
        let label = ui.label("How many");
        line(&label, &mut page.n, NUMBER, ui);
        ui.end_row();
        let label = ui.label("Seed");
        line(&label, &mut page.seed, NUMBER, ui);
        ui.end_row();
    });
    let mut by_source = page.strata == Strata::Source;
    if ui
        .checkbox(&mut by_source, "Each source in proportion to what it has")
        .changed()
    {
        page.strata = if by_source {
            Strata::Source
        } else {
            Strata::None
        };
    }
    match page.n.trim().parse::<usize>() {
        _ if population == 0 => {
            wrapped(
                "Open articles first: units are drawn from everything that is open.",
                ui,
            );
        }
        Ok(n) if n > 0 => {
            wrapped(what_it_tells(page.unit, population, n), ui);
        }
        _ => {
            wrapped("Say how many, as a whole number.", ui);
        }
    }
    ui.add_space(6.0);
    if ui
        .add_enabled(population > 0, Button::new("Draw the sample"))
        .clicked()
    {
        actions.push(|app, _| app.draw_study());
    }
    note(
        "Coders see one unit at a time, without source and scores, each in an order of their own. Everything stays on \
         this machine.",
        ui,
    );
}
