//! How everything is measured, from the registry.

use egui::{RichText, Ui};

use super::parts::title;
use crate::app::App;
use crate::app::Page;
use crate::app::controls::facts;
use crate::app::theme::semibold;
use crate::app::widgets::labels::{field, note, section, wrapped};
use crate::compare::STANDING_LINE;
use crate::compare::glossary::{self, Word};
use crate::score::second::methods;
use crate::score::{measure::Measure, registry};

pub(super) fn show(app: &mut App, ui: &mut Ui) {
    title(Page::Methods, ui);
    note(STANDING_LINE, ui);
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        let wanted = &mut app.view.pages.methods;
        field("Search the methods", wanted, 180.0, ui);
    });
    let wanted = app.view.pages.methods.trim().to_lowercase();
    let speaks = |measure: &&'static Measure| {
        wanted.is_empty() || measure.to_markdown().to_lowercase().contains(&wanted)
    };
    let found: Vec<&Measure> = registry::all().filter(speaks).collect();
    let figure = |word: &&Word| {
        let text = format!("{} {}", word.label, word.plain).to_lowercase();
        wanted.is_empty() || text.contains(&wanted)
    };
    let figures: Vec<&Word> = glossary::ALL.iter().filter(figure).collect();
    let second = wanted.is_empty() || methods::to_markdown().to_lowercase().contains(&wanted);
    if found.is_empty() && figures.is_empty() && !second {
        ui.add_space(8.0);
        ui.label("No measure and no figure speaks of that.");
    }
    for measure in found {
        ui.add_space(10.0);
        ui.label(RichText::new(measure.label).family(semibold()).size(16.0));
        wrapped(measure.plain, ui);
        facts(measure, ui);
    }
    if second {
        section(methods::NAME, ui);
        for (name, text) in methods::METHODS {
            ui.add_space(4.0);
            ui.label(RichText::new(name).family(semibold()));
            wrapped(format!("{text}."), ui);
        }
    }
    if !figures.is_empty() {
        section("What the figures say", ui);
    }
    for word in figures {
        ui.add_space(4.0);
        ui.label(RichText::new(word.label).family(semibold()));
        wrapped(word.plain, ui);
    }
}
