//! After coding: who has coded, how far they agree, what they have to settle, people beside Parallax, the methods
//! paragraph, and what can be saved.

use std::sync::Arc;

use egui::{Button, ComboBox, Grid, RichText, Role, Ui, Vec2, vec2};

use super::beside;
use super::class;
use super::progress;
use crate::app::files::purpose::Purpose;
use crate::app::theme::{Tokens, semibold};
use crate::app::widgets::labels::{entered, field, named, note, section, title, wrapped};
use crate::app::{Actions, App};
use crate::plot;
use crate::stats::{COEFFICIENTS, Coefficient, Estimate};
use crate::study::{Against, Study, VariableAgreement};
use crate::text::{number, optional, per_cent, range, shorten, signed, tr, tr_counted, tr_said};
use crate::workspace::{Output, StudyPage, StudyTold};

/// Disagreements listed at once.
const LISTED: usize = 40;
/// The largest size of a chart, in points.
const CHART: Vec2 = Vec2::new(900.0, 400.0);
/// Characters shown of a unit.
const EXCERPT: usize = 260;

pub(super) fn show(app: &mut App, study: &Arc<Study>, ui: &mut Ui, actions: &mut Actions) {
    ui.label(RichText::new(&study.codebook.name).heading());
    wrapped(tr_said(&study.drawn.sentence()), ui);
    if study.is_class() {
        class::participants(app, study, ui, actions);
    } else {
        coders(app, study, ui, actions);
    }
    let told = app.view.pages.study.told.clone();
    let all = study.units.len();
    // A class sees at once what each said; of a study two coders are needed.
    let least = if study.is_class() { 1 } else { 2 };
    let is_over =
        study.coders.len() >= least && (0..study.coders.len()).all(|at| study.done(at) >= all);
    // Of a class nobody has answered yet, all is hidden; of a study there is nothing to see.
    let some = study.is_class() || !study.coders.is_empty();
    let hidden = some && !is_over && !app.view.pages.study.revealed;
    match told {
        // Whoever codes next would see what others chose, and what is scored.
        _ if hidden => hidden_results(study, ui, actions),
        Some(told) => {
            if app.view.pages.study.is_busy {
                note(tr!("Agreement is being computed again …"), ui);
            }
            if study.is_class() {
                class::results(app, study, &told, ui);
            }
            results(study, &told, ui, actions);
        }
        None if app.view.pages.study.is_busy => {
            ui.label(tr!("Agreement is being computed …"));
        }
        None => {}
    }
    ending(app, study, ui, actions);
}

/// What stands in place of results while somebody may still code.
fn hidden_results(study: &Study, ui: &mut Ui, actions: &mut Actions) {
    section(tr!("Results"), ui);
    let until = if study.is_class() {
        tr!("everybody who began has answered all")
    } else {
        tr!("two coders have coded every unit")
    };
    wrapped(
        tr!(
            "Hidden until {until}, so that nobody sees what others chose or what Parallax scored."; until),
        ui,
    );
    if ui.button(tr!("Reveal now")).clicked() {
        actions.push(|app, _| app.view.pages.study.revealed = true);
    }
}

fn coders(app: &mut App, study: &Study, ui: &mut Ui, actions: &mut Actions) {
    section(tr!("Coders"), ui);
    progress::show(study, ui, actions);
    ui.horizontal(|ui| {
        let page = &mut app.view.pages.study;
        let name = field(tr!("Coder’s name"), &mut page.name, 180.0, ui);
        let named = !page.name.trim().is_empty();
        let start = ui.add_enabled(named, Button::new(tr!("Start coding")));
        if (start.clicked() || entered(&name, ui)) && named {
            let name = page.name.clone();
            actions.push(move |app, ctx| app.begin_coding(&name, ctx));
        }
        if ui
            .button(tr!("Add a coding file…"))
            .on_hover_text(tr!("What somebody coded on another machine"))
            .clicked()
        {
            actions.push(|app, _| app.ask(Purpose::OpenStudy));
        }
    });
    note(
        tr!(
            "A name or a number will do. Coders work alone: let nobody see what another one chose before both are done."
        ),
        ui,
    );
}

fn results(study: &Arc<Study>, told: &StudyTold, ui: &mut Ui, actions: &mut Actions) {
    if told.found.is_empty() {
        return;
    }
    section(tr!("How far coders agree"), ui);
    if let Some(overall) = &told.overall {
        wrapped(overall, ui);
    }
    for one in &told.found {
        variable(study, one, ui, actions);
    }
    for one in &told.against {
        against(one, ui);
    }
    charts(told, ui, actions);
    if !study.is_class() {
        reveal(study, told, ui);
    }
    if told.found.iter().any(|one| one.agreement.is_ok()) {
        section(tr!("Methods paragraph"), ui);
        wrapped(&told.paragraph, ui);
        if ui.button(tr!("Copy the methods paragraph")).clicked() {
            actions.copy(told.paragraph.clone());
        }
    }
}

/// A figure with its interval.
fn figure(which: Coefficient, estimate: Option<Estimate>) -> [String; 2] {
    let Some(estimate) = estimate else {
        return [tr!("not defined").to_owned(), String::new()];
    };
    let show = |value| match which {
        Coefficient::Percent => per_cent(value),
        _ => number(value, 2),
    };
    let interval = estimate.interval.map_or_else(String::new, |interval| {
        range(interval.low, interval.high, show)
    });
    [show(estimate.value), interval]
}

fn variable(study: &Arc<Study>, one: &VariableAgreement, ui: &mut Ui, actions: &mut Actions) {
    ui.add_space(8.0);
    let known = study.codebook.variable(&one.name);
    let question = known.map_or(one.name.as_str(), |known| known.question.as_str());
    title(question, ui);
    note(
        tr!(
            "{}, {} level: {} coded, {} by two or more.",
            one.name,
            tr(one.level.label()),
            tr_counted(one.units, "unit"),
            one.shared
        ),
        ui,
    );
    if let Ok(agreement) = &one.agreement {
        Grid::new(("agreement", &one.name))
            .num_columns(3)
            .striped(true)
            .min_col_width(110.0)
            .show(ui, |ui| {
                for heading in ["", tr!("Value"), tr!("95 % interval")] {
                    ui.label(RichText::new(heading).weak());
                }
                ui.end_row();
                for which in COEFFICIENTS {
                    let [value, interval] = figure(which, agreement.get(which));
                    ui.label(tr(which.label()));
                    ui.label(RichText::new(value).family(semibold()));
                    ui.label(interval);
                    ui.end_row();
                }
            });
    }
    for note in &one.notes {
        wrapped(tr_said(note), ui);
    }
    confusion(study, one, ui);
    settle(study, one, ui, actions);
}

fn confusion(study: &Study, one: &VariableAgreement, ui: &mut Ui) {
    if one.agreement.is_err() {
        return;
    }
    let known = study.codebook.variable(&one.name);
    let label = |value: &str| known.map_or(value.to_owned(), |known| known.label(value).to_owned());
    let said = match one.coders.as_slice() {
        [first, second] => tr!("Rows: {first}; columns: {second}"; first, second),
        _ => tr!("Rows: one coder; columns: a later one; all pairs together").to_owned(),
    };
    egui::CollapsingHeader::new(tr!("Who said what when: {}", one.name))
        .default_open(false)
        .show(ui, |ui| {
            note(said, ui);
            Grid::new(("confusion", &one.name))
                .striped(true)
                .show(ui, |ui| {
                    ui.label("");
                    for (value, _) in &one.values {
                        ui.label(label(value));
                    }
                    ui.end_row();
                    for ((value, _), row) in one.values.iter().zip(&one.confusion) {
                        ui.label(label(value));
                        for count in row {
                            ui.label(count.to_string());
                        }
                        ui.end_row();
                    }
                });
        });
}

/// The units of which coders said different things, each to be discussed and settled.
fn settle(study: &Arc<Study>, one: &VariableAgreement, ui: &mut Ui, actions: &mut Actions) {
    if one.disagreements.is_empty() {
        return;
    }
    let Some(known) = study.codebook.variable(&one.name) else {
        return;
    };
    let settled = one.disagreements.iter();
    let settled = settled.filter(|unit| study.settled(&one.name, &unit.unit).is_some());
    let head = tr!(
        "To discuss and settle: {}, {} settled",
        tr_counted(one.disagreements.len(), "unit"),
        settled.count()
    );
    egui::CollapsingHeader::new(head)
        .id_salt(("settle", &one.name))
        .default_open(false)
        .show(ui, |ui| {
            note(tr!("What is settled stands beside the coders’ own answers; agreement is computed from those alone."), ui);
            for unit in one.disagreements.iter().take(LISTED) {
                ui.add_space(6.0);
                let text = study.unit(&unit.unit).map_or("", |unit| unit.text.as_str());
                wrapped(shorten(text, EXCERPT), ui);
                ui.horizontal_wrapped(|ui| {
                    for (coder, value) in &unit.codes {
                        ui.label(RichText::new(format!("{coder}: {}", known.label(value))).weak());
                    }
                    let now = study.settled(&one.name, &unit.unit);
                    let chosen = now.map_or(tr!("settle as …"), |value| known.label(value));
                    ComboBox::from_id_salt(("settled", &one.name, &unit.unit))
                        .selected_text(chosen)
                        .show_ui(ui, |ui| {
                            for value in &known.values {
                                let is_it = now == Some(value.value.as_str());
                                if ui.selectable_label(is_it, &value.label).clicked() {
                                    let (name, id) = (one.name.clone(), unit.unit.clone());
                                    let value = value.value.clone();
                                    actions.push(move |app, _| {
                                        app.edit_study("settled code", move |study| {
                                            study.settle(&name, &id, &value);
                                        });
                                    });
                                }
                            }
                        });
                });
            }
            if one.disagreements.len() > LISTED {
                note(
                    tr!("… and {} more in the saved table.", one.disagreements.len() - LISTED),
                    ui,
                );
            }
        });
}

/// People beside the measure that answers the same question.
fn against(one: &Against, ui: &mut Ui) {
    section(tr!("People and Parallax: {}", tr_said(one.label)), ui);
    let told = |estimate: Option<Estimate>| {
        optional(estimate, |estimate| {
            let two = |value| number(value, 2);
            let interval = estimate.interval.map_or_else(String::new, |interval| {
                format!(" ({})", range(interval.low, interval.high, two))
            });
            format!("{}{interval}", two(estimate.value))
        })
    };
    Grid::new(("against", &one.variable, one.measure))
        .striped(true)
        .min_col_width(110.0)
        .show(ui, |ui| {
            for heading in ["", tr!("Measure and people"), tr!("People and each other")] {
                ui.label(RichText::new(heading).weak());
            }
            ui.end_row();
            for row in &one.rows {
                ui.label(tr(row.which.label()));
                ui.label(told(row.measure));
                ui.label(told(row.ceiling));
                ui.end_row();
            }
        });
    for note in &one.notes {
        wrapped(tr_said(note), ui);
    }
    if one.differing.is_empty() {
        return;
    }
    egui::CollapsingHeader::new(tr!("Where they differ most"))
        .id_salt(("differing", &one.variable))
        .show(ui, |ui| {
            for unit in &one.differing {
                ui.add_space(4.0);
                wrapped(shorten(&unit.text, EXCERPT), ui);
                let words: Vec<String> = (unit.evidence.iter())
                    .map(|(word, valence)| format!("{word} {}", signed(*valence, 1)))
                    .collect();
                let words = if words.is_empty() {
                    String::new()
                } else {
                    tr!("; words with a tone: {}", words.join(", "))
                };
                note(
                    tr!(
                        "People {}, measure {}{words}",
                        number(unit.people, 2),
                        number(unit.measure, 2); words),
                    ui,
                );
            }
        });
}

/// The charts of the study, each to be saved.
fn charts(told: &StudyTold, ui: &mut Ui, actions: &mut Actions) {
    if told.charts.is_empty() {
        return;
    }
    egui::CollapsingHeader::new(tr!("Charts"))
        .id_salt("charts")
        .show(ui, |ui| {
            let theme = Tokens::of(ui).chart;
            for (kind, at, chart) in &told.charts {
                let (kind, at) = (*kind, *at);
                let size = vec2(ui.available_width().min(CHART.x), chart.height.min(CHART.y));
                ui.allocate_ui(size, |ui| {
                    ui.set_min_size(size);
                    plot::show(ui, chart, theme, None, ("study chart", kind.id(), at));
                });
                let button = ui.small_button(tr!("Save this chart…"));
                named(&button, Role::Button, &tr!("Save chart: {}", chart.title));
                if button.clicked() {
                    actions.push(move |app, _| {
                        app.ask(Purpose::Save(Output::StudyChart(kind, at)));
                    });
                }
                ui.add_space(12.0);
            }
        });
}

/// Each unit with what everybody said and what Parallax says.
fn reveal(study: &Study, told: &StudyTold, ui: &mut Ui) {
    if told.revealed.is_empty() {
        return;
    }
    egui::CollapsingHeader::new(tr!("Side by side: every coder, all together, and Parallax"))
        .id_salt("reveal")
        .show(ui, |ui| beside::every_coder(study, told, ui));
}

fn ending(app: &mut App, study: &Study, ui: &mut Ui, actions: &mut Actions) {
    section(tr!("Save or give up"), ui);
    ui.horizontal_wrapped(|ui| {
        if ui
            .button(tr!("Save the study…"))
            .on_hover_text(
                tr!("A coding file to hand over, a tidy table (CSV), a table for LaTeX, the methods paragraph (Markdown), \
                 everything (JSON), the codebook (TOML), or a worksheet to print (HTML): the ending of the name decides"),
            )
            .clicked()
        {
            actions.push(|app, _| app.ask(Purpose::Save(Output::Study)));
        }
        if ui
            .button(tr!("Save the result…"))
            .on_hover_text(
                tr!("Methods, agreement, charts and people beside Parallax: a web page (HTML), a Word document (DOCX) or \
                 Markdown"),
            )
            .clicked()
        {
            actions.push(|app, _| app.ask(Purpose::Save(Output::StudyReport)));
        }
        if !study.is_class() && ui.button(tr!("Print the worksheet")).clicked() {
            actions.push(|app, ctx| app.print_study(StudyPage::Worksheet, ctx));
        }
        if ui.button(tr!("Print the result")).clicked() {
            actions.push(|app, ctx| app.print_study(StudyPage::Result, ctx));
        }
        let leaving = app.view.pages.study.leaving;
        let does = if leaving {
            tr!("Yes, remove the study and its codes")
        } else {
            tr!("Remove the study…")
        };
        if ui.button(does).clicked() {
            actions.push(move |app, _| {
                app.view.pages.study.leaving = !leaving;
                if leaving {
                    app.workspace.edit("removal of the study", |session| session.study = None);
                }
            });
        }
    });
    note(tr!("Undo brings a removed study back."), ui);
}
