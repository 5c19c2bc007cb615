//! The filter above the pages: its conditions as chips, how many articles count, and a line to write another.

use std::sync::Arc;

use egui::{Role, Ui};

use crate::app::filtering::{Asks, NewCondition};
use crate::app::theme::Tokens;
use crate::app::widgets::labels::{entered, named};
use crate::app::{Actions, App, Command, controls};
use crate::article::is_section;
use crate::session::{FieldsThere, Filter};
use crate::text::{shorten, tr, tr_counted, tr_said};

/// What undoing a change of the filter is called.
const STEP: &str = "filter";

/// Characters of a condition on its chip.
const LABEL: usize = 60;

/// Characters of a value that is offered.
const VALUE: usize = 40;

/// Shows the filter, if there is one or one is being written.
pub(in crate::app) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let is_any = !app.session().filter().is_empty();
    if !is_any && app.view.filtering.is_none() {
        return;
    }
    egui::Panel::top("filter").show(ui, |ui| {
        if is_any {
            ui.horizontal_wrapped(|ui| {
                chips(app, ui, actions);
                let tokens = Tokens::of(ui);
                match app.workspace.counting() {
                    Some((0, all)) => {
                        ui.colored_label(tokens.error, tr!("0 of {all} articles count"; all));
                    }
                    Some((counting, all)) => {
                        ui.colored_label(
                            tokens.weak,
                            tr!("{counting} of {all} articles count"; counting, all),
                        );
                    }
                    None => {
                        ui.colored_label(tokens.weak, tr!("finding the articles that count…"));
                    }
                }
                if ui.button(tr!("Clear")).clicked() {
                    actions.edit(STEP, |session| {
                        session.set_filter(|filter| *filter = Filter::default());
                    });
                }
                if app.view.filtering.is_none() {
                    let more = tr!("+ condition");
                    controls::icon_button(app, ui, Command::FilterArticles, more, actions);
                }
            });
        }
        if app.view.filtering.is_some() {
            ui.horizontal_wrapped(|ui| write(app, ui, actions));
        }
    });
}

/// A chip a condition; a click takes it away.
fn chips(app: &App, ui: &mut Ui, actions: &mut Actions) {
    ui.label(tr!("Only"));
    for (at, condition) in app.session().filter().conditions().iter().enumerate() {
        let label = tr_said(&condition.label());
        let chip = egui::Button::new(format!("{} ×", shorten(&label, LABEL))).corner_radius(13);
        let chip = ui.add(chip);
        named(&chip, Role::Button, &tr!("Take away: {label}"; label));
        if chip.clicked() {
            actions.edit(STEP, move |session| {
                session.set_filter(|filter| filter.remove(at));
            });
        }
        chip.on_hover_text(tr!("Take this condition away"));
    }
}

/// The line that a condition is written in.
fn write(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let Some(mut new) = app.view.filtering.take() else {
        return;
    };
    let there = new.asks.is_field().then(|| fields_there(app, ui));
    if writing(&mut new, there.flatten().as_deref(), ui, actions) {
        app.view.filtering = Some(new);
    }
}

/// The fields of the open articles; `None` while they are looked for.
fn fields_there(app: &mut App, ui: &Ui) -> Option<Arc<FieldsThere>> {
    let open = app.workspace.session().sources().to_vec();
    let (of, context) = (open.clone(), ui.ctx().clone());
    let wake = move || context.request_repaint();
    (app.view.fields_there).soon(open, wake, move || FieldsThere::of(&of))
}

/// The same, with the condition in hand; whether the line stays.
fn writing(
    new: &mut NewCondition,
    there: Option<&FieldsThere>,
    ui: &mut Ui,
    actions: &mut Actions,
) -> bool {
    let label = new.asks.label();
    let response = egui::ComboBox::from_id_salt("what a condition asks for")
        .selected_text(label)
        .width(150.0)
        .show_ui(ui, |ui| {
            for asks in Asks::ALL {
                ui.selectable_value(&mut new.asks, asks, asks.label());
            }
        });
    named(
        &response.response,
        Role::ComboBox,
        &tr!("Filter by: {label}"; label),
    );
    if new.asks.is_field() {
        fields(new, there, ui);
    }
    let mut done = false;
    let hint = new.asks.hint();
    let mut field = |text: &mut String, name: &str, ui: &mut Ui| {
        let line = egui::TextEdit::singleline(text).desired_width(150.0);
        let field = ui.add(line.hint_text(hint));
        if std::mem::take(&mut new.take_keyboard) {
            field.request_focus();
        }
        done |= entered(&field, ui);
        named(&field, Role::TextInput, name);
    };
    if new.asks.is_range() {
        ui.label(tr!("from"));
        field(&mut new.text, tr!("From"), ui);
        ui.label(tr!("to"));
        field(&mut new.to, tr!("To"), ui);
    } else {
        field(&mut new.text, label, ui);
    }
    let read = new.read();
    let add = ui.add_enabled(read.is_ok(), egui::Button::new(tr!("Add")));
    done |= add.clicked();
    if let Err(why) = &read {
        add.on_disabled_hover_text(why);
    }
    let close = ui.button("×");
    named(&close, Role::Button, tr!("Close the line for a condition"));
    if close.clicked() {
        return false;
    }
    if done && let Ok(condition) = read {
        new.text.clear();
        if new.asks.is_range() {
            new.to.clear();
        }
        actions.edit(STEP, move |session| {
            session.set_filter(|filter| filter.add(condition));
        });
    }
    true
}

/// What there is to choose from: the fields of the open articles, and what the chosen one holds most.
fn fields(new: &mut NewCondition, there: Option<&FieldsThere>, ui: &mut Ui) {
    let Some(there) = there else {
        ui.weak(tr!("Looking…"));
        return;
    };
    if new.asks == Asks::Field {
        let chosen = if new.to.is_empty() {
            tr!("choose a field")
        } else {
            &new.to
        };
        let menu = egui::ComboBox::from_id_salt("field of a condition")
            .selected_text(shorten(chosen, VALUE))
            .width(150.0);
        let mut name = new.to.clone();
        let response = menu.show_ui(ui, |ui| {
            for field in there.fields() {
                let label = shorten(&field.name, LABEL);
                ui.selectable_value(&mut name, field.name.clone(), label);
            }
            if there.fields().is_empty() {
                ui.weak(tr!("The open articles have no further fields."));
            }
        });
        named(
            &response.response,
            Role::ComboBox,
            &tr!("Field: {chosen}"; chosen),
        );
        if name != new.to {
            new.to = name;
            new.text.clear();
        }
        ui.label(tr!("is"));
    }
    let values: Vec<&(String, usize)> = (there.fields().iter())
        .filter(|field| match new.asks {
            Asks::Section => is_section(&field.name),
            _ => field.name == new.to,
        })
        .flat_map(|field| &field.values)
        .collect();
    let response = egui::ComboBox::from_id_salt("value of a condition")
        .selected_text(tr!("choose"))
        .width(90.0)
        .show_ui(ui, |ui| {
            for (value, count) in &values {
                let label = format!(
                    "{} ({})",
                    shorten(value, VALUE),
                    tr_counted(*count, "article")
                );
                if ui.selectable_label(*value == new.text, label).clicked() {
                    value.clone_into(&mut new.text);
                }
            }
            if values.is_empty() {
                ui.weak(tr!("No open article has one."));
            }
        });
    named(&response.response, Role::ComboBox, tr!("Values there are"));
}
