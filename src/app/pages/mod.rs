//! The pages of the window: what stands in the middle, above the chart and beside the evidence.

mod articles;
mod compare;
mod findings;
mod headlines;
mod methods;
mod parts;
mod people;
mod settings;
mod words;

use egui::{RichText, Role, Ui};

use crate::app::theme::{Tokens, semibold};
use crate::app::widgets::labels::{focus_ring, named_choice};
use crate::app::{Actions, App, Command, Page, controls, reader};

/// The tabs, above everything else that is shown of the sources.
pub(super) fn tabs(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let frame = egui::Frame::side_top_panel(ui.style()).inner_margin(egui::Margin::symmetric(8, 3));
    egui::Panel::top("pages").frame(frame).show(ui, |ui| {
        let wide = ui.available_width();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            for page in Page::ALL {
                tab(app, page, ui, actions);
            }
            if wide < 820.0 {
                return; // They are in the menu.
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                for command in [Command::ToggleEvidence, Command::ToggleChart] {
                    controls::button(app, ui, command, actions);
                }
            });
        });
    });
}

fn tab(app: &App, page: Page, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    let command = Command::ShowPage(page);
    let on = app.view.page == page;
    let text = RichText::new(page.label()).color(if on { tokens.text } else { tokens.weak });
    let text = if on { text.family(semibold()) } else { text };
    let response = ui.add(egui::Button::new(text).frame(false));
    named_choice(&response, Role::Tab, on, page.label());
    if on {
        let line = response.rect;
        let stroke = egui::Stroke::new(2.5, tokens.accent);
        ui.painter().hline(line.x_range(), line.max.y + 1.0, stroke);
    }
    focus_ring(ui, &response);
    if response.clicked() {
        actions.run(command);
    }
    let keys = command
        .shortcut()
        .map(|keys| ui.ctx().format_shortcut(&keys));
    response.on_hover_text(format!("{} ({})", page.help(), keys.unwrap_or_default()));
}

/// The page chosen, in what room is left.
pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    let frame = egui::Frame::new().fill(tokens.paper);
    let page = app.view.page;
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        if page == Page::Read {
            reader::show(app, ui, actions);
            return;
        }
        egui::Frame::new()
            .inner_margin(egui::Margin::symmetric(20, 12))
            .show(ui, |ui| match page {
                Page::Read => {}
                Page::Findings => scrolled(ui, page, |ui| findings::show(app, ui, actions)),
                Page::Headlines => headlines::show(app, ui, actions),
                Page::Articles => articles::show(app, ui, actions),
                Page::Compare => scrolled(ui, page, |ui| compare::show(app, ui, actions)),
                Page::Words => scrolled(ui, page, |ui| words::show(app, ui, actions)),
                Page::People => scrolled(ui, page, |ui| people::show(app, ui, actions)),
                Page::Methods => scrolled(ui, page, |ui| methods::show(app, ui)),
                Page::Settings => scrolled(ui, page, |ui| settings::show(app, ui, actions)),
            });
    });
}

fn scrolled(ui: &mut Ui, page: Page, contents: impl FnOnce(&mut Ui)) {
    egui::ScrollArea::vertical()
        .id_salt(page.label())
        .auto_shrink(false)
        .show(ui, |ui| {
            contents(ui);
            ui.add_space(16.0);
        });
}
