//! Everything that can be set: what it means, what it does, and the way back.

use egui::{Button, RichText, Role, Ui};

use super::parts::title;
use crate::app::Page;
use crate::app::language::{self, ENGLISH};
use crate::app::layers::Layer;
use crate::app::widgets::labels::{self, named, note, section, wrapped};
use crate::app::{Actions, App, Command, controls};
use crate::article::Side;
use crate::score::tone::Correction;
use crate::text::{optional, signed, tr};

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    title(Page::Settings, ui);
    tone(app, ui, actions);
    excluded(app, ui, actions);
    super::lists::show(app, ui, actions);
    seed(app, ui, actions);
    section(tr!("Second reader"), ui);
    switch(app, Command::ToggleSecondReader, ui, actions);
    crate::app::second::asking::line(app, ui, actions);
    section(tr!("What is marked in the text"), ui);
    for layer in Layer::ALL {
        switch(app, Command::ToggleLayer(layer), ui, actions);
    }
    section(tr!("Charts"), ui);
    for command in [Command::ToggleArcPercent, Command::ToggleEditableText] {
        switch(app, command, ui, actions);
    }
    section(tr!("How it looks"), ui);
    language(app, ui, actions);
    ui.horizontal_wrapped(|ui| {
        for command in [
            Command::ThemeSystem,
            Command::ThemeLight,
            Command::ThemeDark,
        ] {
            controls::button(app, ui, command, actions);
        }
    });
    ui.horizontal_wrapped(|ui| {
        for command in [Command::ZoomOut, Command::ZoomReset, Command::ZoomIn] {
            controls::button(app, ui, command, actions);
        }
        ui.label(format!("{:.0} %", ui.ctx().zoom_factor() * 100.0));
    });
    switch(app, Command::ToggleReducedMotion, ui, actions);
    ui.add_space(8.0);
    controls::button(app, ui, Command::ResetLayout, actions);
}

/// Which language the window speaks.
fn language(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let chosen = app.preferences.language.as_deref();
    let system = tr!("As the system");
    ui.horizontal(|ui| {
        let label = ui.label(tr!("Language"));
        let offered = language::offered(app.documents.data.as_deref());
        let mut all = vec![
            (system.to_owned(), None),
            ("English".to_owned(), Some(ENGLISH.to_owned())),
        ];
        all.extend(offered.into_iter().map(|(name, code)| (name, Some(code))));
        let now = all.iter().find(|(_, code)| code.as_deref() == chosen);
        let now = now.map_or(system, |(name, _)| name.as_str());
        egui::ComboBox::from_id_salt("language")
            .selected_text(now)
            .show_ui(ui, |ui| {
                for (name, code) in &all {
                    if ui
                        .selectable_label(code.as_deref() == chosen, name)
                        .clicked()
                    {
                        let code = code.clone();
                        actions.push(move |app, _| app.choose_language(code));
                    }
                }
            })
            .response
            .labelled_by(label.id);
    });
    note(
        tr!(
            "Of the window alone: files, reports and the command line stay English, so that results never depend on it."
        ),
        ui,
    );
}

fn tone(app: &App, ui: &mut Ui, actions: &mut Actions) {
    labels::title(tr!("How tone is scored"), ui);
    let tones: Vec<String> = Side::BOTH
        .into_iter()
        .filter_map(|side| {
            let mean = app.analysis(side)?.tone.mean;
            Some(format!(
                "{} {}",
                side.label(),
                optional(mean, |mean| signed(mean, 4))
            ))
        })
        .collect();
    if !tones.is_empty() {
        note(tr!("Tone with these settings: {}", tones.join(", ")), ui);
    }
    for correction in Correction::ALL {
        switch(app, Command::ToggleCorrection(correction), ui, actions);
    }
    switch(app, Command::ToggleExact, ui, actions);
    switch(app, Command::ToggleAnyLanguage, ui, actions);
    controls::button(app, ui, Command::ResetSettings, actions);
}

/// A switch with what it does under it.
fn switch(app: &App, command: Command, ui: &mut Ui, actions: &mut Actions) {
    let mut on = command.about().on(app).unwrap_or_default();
    if ui.checkbox(&mut on, command.label()).changed() {
        actions.run(command);
    }
    ui.horizontal(|ui| {
        ui.add_space(24.0);
        wrapped(RichText::new(command.help()).small().weak(), ui);
    });
}

/// The words the user says are not tone here.
fn excluded(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    section(tr!("Words that are not tone here"), ui);
    note(
        tr!(
            "A word that only names what the story is about, such as “crime” in a story about a crime statistic. It carries no tone until it is taken out of the list."
        ),
        ui,
    );
    let words: Vec<String> = app
        .session()
        .settings
        .excluded
        .words()
        .map(str::to_owned)
        .collect();
    ui.horizontal_wrapped(|ui| {
        for word in words {
            let response = ui.add(Button::new(format!("{word} ×")));
            named(
                &response,
                Role::Button,
                &tr!("Count {word} as tone again"; word),
            );
            if response.clicked() {
                actions.exclude(word, false);
            }
        }
    });
    ui.horizontal(|ui| {
        let field = labels::field(tr!("Leave out"), &mut app.view.pages.exclude, 160.0, ui);
        let word = app.view.pages.exclude.trim().to_owned();
        let added = ui
            .add_enabled(!word.is_empty(), Button::new(tr!("Add")))
            .clicked()
            || labels::entered(&field, ui);
        if added && !word.is_empty() {
            actions.exclude(word, true);
            app.view.pages.exclude.clear();
        }
    });
}

fn seed(app: &App, ui: &mut Ui, actions: &mut Actions) {
    section(tr!("Chance"), ui);
    note(
        tr!(
            "Intervals and p-values rest on random reordering. The same seed gives the same figures; with another they should hardly change."
        ),
        ui,
    );
    ui.horizontal(|ui| {
        let label = ui.label(tr!("Seed"));
        let mut seed = app.session().options().seed;
        let field = egui::DragValue::new(&mut seed)
            .speed(0.0)
            .update_while_editing(false);
        if ui.add(field).labelled_by(label.id).changed() {
            actions.edit("seed", move |session| session.seed = seed);
        }
    });
}
