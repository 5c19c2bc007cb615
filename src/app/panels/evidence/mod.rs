//! What is behind a number: the sentences of a paragraph, the words of a sentence, the rules that
//! changed a word, the cues of a headline, the uses of a word, the mentions of a name, the paragraphs
//! behind a measure; without a selection, both articles at a glance.

mod comparison;
mod counterparts;
mod coverage;
mod headline;
mod list;
mod measure;
mod names;
mod overview;
mod paragraph;
mod parts;
mod second;
mod sentence;
mod uses;
mod wording;

use egui::{IdSalt, RichText, ScrollArea, Ui};

use crate::article::{Side, Spot};

use crate::app::controls::{cross, icon_button};
use crate::app::theme::semibold;
use crate::app::view::Focus;
use crate::app::{Actions, App, Command, Page};
use crate::text::tr;

/// Shows the drawer, if it is open.
pub(in crate::app) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    if !app.is_evidence_open() {
        return;
    }
    let room = ui.available_width();
    let id = IdSalt::new(("evidence", app.view.page));
    egui::Panel::right(id)
        .resizable(true)
        .default_size((room * 0.27).clamp(240.0, 350.0))
        .size_range(200.0..=(room * 0.55).max(201.0))
        .show(ui, |ui| {
            ui.add_space(2.0);
            ui.horizontal(|ui| {
                // With something selected, its title below says what this is: the buttons go first.
                let selected = app.view.selection.is_some() || app.view.focus.is_some();
                if !selected || ui.available_width() >= TITLED_FROM {
                    ui.label(RichText::new(tr!("Evidence")).family(semibold()).size(15.0));
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    cross(
                        ui,
                        Command::ToggleEvidence,
                        tr!("Close the evidence"),
                        actions,
                    );
                    icon_button(app, ui, Command::PinEvidence, tr!("Pin"), actions);
                    if selected {
                        let clear = Command::ClearSelection;
                        icon_button(app, ui, clear, tr!("Overview"), actions);
                        let narrow = ui.available_width() < 112.0;
                        let add = if narrow { "+" } else { tr!("Add to report") };
                        icon_button(app, ui, Command::AddToReport, add, actions);
                    }
                });
            });
            ui.separator();
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.set_width(ui.available_width() - 6.0);
                contents(app, ui, actions);
                ui.add_space(12.0);
            });
        });
    app.view.resizing |= super::is_resized(ui, id);
}

/// From which width on the title and all buttons have room in one row, in points.
const TITLED_FROM: f32 = 290.0;

fn contents(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let (mut selection, mut focus) = (app.view.selection, app.view.focus.clone());
    if selection.is_none() && focus.is_none() && app.view.page == Page::Findings {
        // The page of findings opens on the evidence of the first.
        let first = app.finding().and_then(|finding| finding.evidence.first());
        match first.map(Focus::try_from) {
            Some(Ok(of)) => focus = Some(of),
            Some(Err(place)) => selection = Some(place),
            None => {}
        }
    }
    if let (None, Some(of @ (Focus::Word(_) | Focus::Term(..)))) = (selection, &focus) {
        let forms = match of {
            Focus::Term(_, forms) => forms.as_slice(),
            Focus::Word(word) => std::slice::from_ref(word),
            _ => &[],
        };
        let counting = Side::BOTH.map(|side| app.workspace.kept(side).cloned());
        let session = app.workspace.session();
        (app.view.uses).look(session, counting, forms, ui.ctx());
    }
    if let (None, Some(Focus::Measure(id))) = (selection, &focus) {
        measure::look(app, id, ui);
    }
    let app = &*app;
    match selection {
        None => match &focus {
            Some(Focus::Differences) => comparison::every_measure(app, ui, actions),
            Some(Focus::Coverage) => coverage::show(app, ui, actions),
            Some(Focus::Names) => names::names(app, ui, actions),
            Some(Focus::Speakers) => names::speakers(app, ui, actions),
            Some(Focus::Word(word)) => uses::word(app, word, ui, actions),
            Some(Focus::Term(term, forms)) => uses::term(app, term, forms, ui, actions),
            Some(Focus::Person(name)) => uses::name(app, name, ui, actions),
            Some(Focus::List(label)) => list::show(app, label, ui, actions),
            Some(Focus::Measure(id)) => measure::show(app, id, ui, actions),
            None => overview::show(app, ui, actions),
        },
        Some(place) => match place.spot {
            Spot::Headline { cue } => headline::show(app, place, cue, ui, actions),
            Spot::Block { .. } => paragraph::show(app, place, ui, actions),
        },
    }
}
