//! The filter above the pages: its conditions as chips, how many articles count, and a line to write another.

use egui::{Role, Ui};

use crate::app::filtering::Asks;
use crate::app::theme::Tokens;
use crate::app::widgets::labels::{entered, named};
use crate::app::{Actions, App, Command, controls};
use crate::session::Filter;
use crate::text::shorten;

/// What undoing a change of the filter is called.
const STEP: &str = "filter";

/// Characters of a condition on its chip.
const LABEL: usize = 60;

/// Shows the filter, if there is one or one is being written.
pub(in crate::app) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let counting = app.workspace.counting();
    if counting.is_none() && app.view.filtering.is_none() {
        return;
    }
    egui::Panel::top("filter").show(ui, |ui| {
        if let Some((counting, all)) = counting {
            ui.horizontal_wrapped(|ui| {
                chips(app, ui, actions);
                let tokens = Tokens::of(ui);
                let colour = if counting == 0 {
                    tokens.error
                } else {
                    tokens.weak
                };
                ui.colored_label(colour, format!("{counting} of {all} articles count"));
                if ui.button("Clear").clicked() {
                    actions.edit(STEP, |session| {
                        session.set_filter(|filter| *filter = Filter::default());
                    });
                }
                if app.view.filtering.is_none() {
                    let more = "+ condition";
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
    ui.label("Only");
    for (at, condition) in app.session().filter().conditions().iter().enumerate() {
        let label = condition.label();
        let chip = egui::Button::new(format!("{} ×", shorten(&label, LABEL))).corner_radius(13);
        let chip = ui.add(chip);
        named(&chip, Role::Button, &format!("Take away: {label}"));
        if chip.clicked() {
            actions.edit(STEP, move |session| {
                session.set_filter(|filter| filter.remove(at));
            });
        }
        chip.on_hover_text("Take this condition away");
    }
}

/// The line that a condition is written in.
fn write(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let Some(new) = &mut app.view.filtering else {
        return;
    };
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
        &format!("Filter by: {label}"),
    );
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
        ui.label("from");
        field(&mut new.text, "From", ui);
        ui.label("to");
        field(&mut new.to, "To", ui);
    } else {
        field(&mut new.text, label, ui);
    }
    let read = new.read();
    let add = ui.add_enabled(read.is_ok(), egui::Button::new("Add"));
    done |= add.clicked();
    if let Err(why) = &read {
        add.on_disabled_hover_text(why);
    }
    let close = ui.button("×");
    named(&close, Role::Button, "Close the line for a condition");
    if close.clicked() {
        app.view.filtering = None;
    } else if done && let Ok(condition) = read {
        if let Some(new) = &mut app.view.filtering {
            new.text.clear();
            new.to.clear();
        }
        actions.edit(STEP, move |session| {
            session.set_filter(|filter| filter.add(condition));
        });
    }
}
