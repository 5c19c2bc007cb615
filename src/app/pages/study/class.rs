//! Predict, then reveal: participants with codes in place of names, and own answers, class and Parallax side by side.

use egui::{ComboBox, Ui};

use super::beside;
use super::progress;
use crate::app::files::purpose::Purpose;
use crate::app::widgets::labels::{note, section};
use crate::app::{Actions, App};
use crate::study::Study;
use crate::text::tr;
use crate::workspace::{StudyPage, StudyTold};

/// Who takes part, and the ways to take part.
pub(super) fn participants(app: &App, study: &Study, ui: &mut Ui, actions: &mut Actions) {
    section(tr!("Participants"), ui);
    progress::show(study, ui, actions);
    ui.horizontal_wrapped(|ui| {
        if ui.button(tr!("Next participant")).clicked() {
            actions.push(App::begin_participant);
        }
        if ui
            .button(tr!("Add coding files…"))
            .on_hover_text(tr!(
                "What others of the class answered on other machines; several files at once"
            ))
            .clicked()
        {
            actions.push(|app, _| app.ask(Purpose::OpenStudy));
        }
        if ui.button(tr!("Print the worksheet")).clicked() {
            actions.push(|app, ctx| app.print_study(StudyPage::Worksheet, ctx));
        }
    });
    if app.view.pages.study.coding.is_none() {
        note(
            tr!(
                "Each participant gets a code in place of a name. It stands at the top while they answer: they write it on \
             their worksheet and find their own answers by it."
            ),
            ui,
        );
    }
}

/// Own answers, class and Parallax.
pub(super) fn results(app: &mut App, study: &Study, told: &StudyTold, ui: &mut Ui) {
    section(tr!("Side by side: own, all together, and Parallax"), ui);
    let page = &mut app.view.pages.study;
    page.own = page.own.filter(|own| *own < study.coders.len());
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(tr!("Own answers of"));
        let name = |at: usize| study.coders.get(at).map_or("", |coder| coder.name.as_str());
        ComboBox::from_id_salt("own")
            .selected_text(page.own.map_or(tr!("nobody"), name))
            .show_ui(ui, |ui| {
                ui.selectable_value(&mut page.own, None, tr!("nobody"));
                for (at, coder) in study.coders.iter().enumerate() {
                    ui.selectable_value(&mut page.own, Some(at), &coder.name);
                }
            })
            .response
            .labelled_by(label.id);
    });
    beside::own_and_class(study, told, page.own, ui);
}
