//! Before anything is coded: the codebook, and the sample that is drawn from what is open.

use egui::{Button, ComboBox, Grid, Ui};

use crate::app::files::purpose::Purpose;
use crate::app::study::studied::Studying;
use crate::app::widgets::labels::{line, note, section, wrapped};
use crate::app::{Actions, App, Command};
use crate::score::registry;
use crate::study::{PARAGRAPHS, Strata, UnitKind, ready, what_it_tells};
use crate::text::{tr, tr_said};

/// The width of a number's field, in points.
const NUMBER: f32 = 70.0;

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let population = app.population();
    for_a_class(app, ui, actions);
    let page = &mut app.view.pages.study;
    section(tr!("What is asked"), ui);
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(tr!("Codebook"));
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
            .button(tr!("Open codebook or coding file…"))
            .on_hover_text(tr!(
                "A codebook of your own (TOML), or a study that somebody handed to you"
            ))
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
        note(tr!("Keys: {}", answers.join(" · ")), ui);
    }
    what_is_coded(page, ui);
    match page.n.trim().parse::<usize>() {
        _ if population == 0 => {
            wrapped(
                tr!("Open articles first: units are drawn from everything that is open."),
                ui,
            );
        }
        Ok(n) if n > 0 => {
            wrapped(tr_said(&what_it_tells(page.unit, population, n)), ui);
        }
        _ => {
            wrapped(tr!("Say how many, as a whole number."), ui);
        }
    }
    ui.add_space(6.0);
    if ui
        .add_enabled(
            population > 0 && !page.is_drawing,
            Button::new(tr!("Draw the sample")),
        )
        .clicked()
    {
        actions.push(|app, _| app.draw_study());
    }
    if page.is_drawing {
        note(tr!("The sample is being drawn …"), ui);
    }
    note(
        tr!(
            "Coders see one unit at a time, without source and scores, each in an order of their own. Everything stays on \
         this machine."
        ),
        ui,
    );
}

/// Unit, number, seed and strata of the sample.
fn what_is_coded(page: &mut Studying, ui: &mut Ui) {
    section(tr!("What is coded"), ui);
    Grid::new("sample").num_columns(2).show(ui, |ui| {
        let label = ui.label(tr!("Unit"));
        ComboBox::from_id_salt("unit")
            .selected_text(tr(page.unit.label()))
            .show_ui(ui, |ui| {
                for kind in UnitKind::ALL {
                    ui.selectable_value(&mut page.unit, kind, tr(kind.label()));
                }
            })
            .response
            .labelled_by(label.id);
        ui.end_row();
        let label = ui.label(tr!("How many"));
        line(&label, &mut page.n, NUMBER, ui);
        ui.end_row();
        let label = ui.label(tr!("Seed"));
        line(&label, &mut page.seed, NUMBER, ui);
        ui.end_row();
        let label = ui.label(tr!("Drawn by"));
        ComboBox::from_id_salt("strata")
            .selected_text(strata_label(&page.strata))
            .width(240.0)
            .show_ui(ui, |ui| {
                let measures = registry::MEASURES.iter();
                let measures = measures.map(|measure| Strata::Score(measure.id.to_owned()));
                let plain = [Strata::None, Strata::Source, Strata::Story].into_iter();
                for strata in plain.chain(measures) {
                    let label = strata_label(&strata);
                    ui.selectable_value(&mut page.strata, strata, label);
                }
            })
            .response
            .labelled_by(label.id);
        ui.end_row();
    });
}

/// The way of a class: one button makes the whole study.
fn for_a_class(app: &App, ui: &mut Ui, actions: &mut Actions) {
    section(tr!("With a class: predict, then reveal"), ui);
    wrapped(
        tr!(
            "Everybody says how the headlines and up to {PARAGRAPHS} paragraphs of each of the two articles read, then sees \
             their own answers beside those of the class and what Parallax says. Nobody is named."; PARAGRAPHS),
        ui,
    );
    let command = Command::PredictThenReveal;
    let button = ui.add_enabled(
        command.why_not(app).is_none(),
        Button::new(tr!("Predict, then reveal")),
    );
    if button
        .on_disabled_hover_text(command.why_not(app).unwrap_or_default())
        .clicked()
    {
        actions.push(|app, _| app.predict());
    }
}

/// What a sample is drawn by, as it is chosen.
fn strata_label(strata: &Strata) -> String {
    match strata {
        Strata::Source => tr!("Source: each in proportion").to_owned(),
        Strata::Story => tr!("Story: each event in proportion").to_owned(),
        Strata::Score(id) => {
            let measure = registry::MEASURES.iter().find(|measure| measure.id == id);
            let label = measure.map_or(id.as_str(), |measure| tr(measure.label));
            tr!("Thirds of: {label}"; label)
        }
        Strata::None | Strata::Class => tr!("Chance alone").to_owned(),
    }
}
