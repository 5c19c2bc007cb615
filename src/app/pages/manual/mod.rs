//! The manual: its contents, the chapter on show, what was found in it; as a page, or beside one.

mod blocks;
mod found;

use egui::{Button, RichText, Role, ScrollArea, Ui};

use crate::app::theme::{Tokens, semibold};
use crate::app::widgets::labels::{field, focus_ring, named, named_choice};
use crate::app::{Actions, App, Page};
use crate::manual::chapters;
use crate::text::tr;

/// From this width on the contents stand beside the chapter, in points.
const CONTENTS_FROM: f32 = 760.0;
/// The width of the contents, in points.
const CONTENTS: f32 = 220.0;
/// The widest a line of text is, in points: longer lines are hard to follow.
const LINE: f32 = 720.0;
/// The width of the manual beside a page at first, in points.
const BESIDE: f32 = 360.0;

/// The manual as the page.
pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(Page::Manual.label()).heading());
        ui.add_space(8.0);
        look(app, 170.0, ui);
        if app.view.pages.manual.beside {
            return;
        }
        let beside = ui.button(tr!("Keep beside the page"));
        if beside
            .on_hover_text(tr!("Read here while you work there"))
            .clicked()
        {
            actions.push(|app, _| app.keep_manual_beside());
        }
    });
    ui.add_space(6.0);
    if ui.available_width() < CONTENTS_FROM {
        choice(app, ui);
        chapter(app, ui, actions);
        return;
    }
    let height = ui.available_height();
    ui.horizontal_top(|ui| {
        ui.allocate_ui(egui::vec2(CONTENTS, height), |ui| {
            ui.vertical(|ui| contents(app, ui));
        });
        ui.add_space(16.0);
        ui.vertical(|ui| chapter(app, ui, actions));
    });
}

/// The manual beside a page, where the user wants it there.
pub(in crate::app) fn beside(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    if !app.view.pages.manual.beside {
        return;
    }
    let most = (ui.available_width() * 0.5).max(240.0);
    let frame = egui::Frame::side_top_panel(ui.style())
        .fill(Tokens::of(ui).panel)
        .inner_margin(egui::Margin::symmetric(12, 8));
    egui::Panel::left("manual")
        .frame(frame)
        .default_size(BESIDE.min(most))
        .size_range(240.0..=most)
        .show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                look(app, 110.0, ui);
                if ui.button(tr!("Whole page")).clicked() {
                    actions.push(|app, _| app.read_manual_alone());
                }
                let close = ui.add(Button::new("×"));
                named(&close, Role::Button, tr!("Close the manual"));
                if close.on_hover_text(tr!("Close the manual (F1)")).clicked() {
                    actions.push(|app, _| app.view.pages.manual.beside = false);
                }
            });
            choice(app, ui);
            chapter(app, ui, actions);
        });
}

/// The field to search in.
fn look(app: &mut App, width: f32, ui: &mut Ui) {
    let reading = &mut app.view.pages.manual;
    if field(tr!("Search the manual"), &mut reading.wanted, width, ui).changed() {
        reading.look();
    }
    if !reading.wanted.trim().is_empty()
        && !reading.lists_hits
        && ui.button(tr!("Results")).clicked()
    {
        reading.lists_hits = true;
    }
}

/// The chapters as a list.
fn contents(app: &mut App, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let reading = &mut app.view.pages.manual;
    let mut turn = None;
    ScrollArea::vertical().id_salt("contents").show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        for (at, chapter) in chapters().iter().enumerate() {
            let on = at == reading.chapter && !reading.lists_hits;
            let text = RichText::new(&chapter.title);
            let text = if on {
                text.family(semibold()).color(tokens.text)
            } else {
                text.color(tokens.weak)
            };
            let button = ui.add(Button::new(text).frame(false).wrap());
            named_choice(&button, Role::Tab, on, &chapter.title);
            focus_ring(ui, &button);
            if button.clicked() {
                turn = Some(at);
            }
        }
    });
    if let Some(at) = turn {
        reading.turn_to(at, 0);
    }
}

/// The chapters where there is no room for a list.
fn choice(app: &mut App, ui: &mut Ui) {
    let reading = &mut app.view.pages.manual;
    let now = chapters().get(reading.chapter);
    let mut turn = None;
    let shown = egui::ComboBox::from_id_salt("chapter")
        .selected_text(now.map_or("", |chapter| chapter.title.as_str()))
        .width(ui.available_width() - 8.0)
        .truncate()
        .show_ui(ui, |ui| {
            for (at, chapter) in chapters().iter().enumerate() {
                if ui
                    .selectable_label(at == reading.chapter, &chapter.title)
                    .clicked()
                {
                    turn = Some(at);
                }
            }
        });
    named(&shown.response, Role::ComboBox, tr!("Chapter"));
    if let Some(at) = turn {
        reading.turn_to(at, 0);
    }
    ui.add_space(4.0);
}

/// The chapter on show, or what was found.
fn chapter(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let reading = &app.view.pages.manual;
    let Some(chapter) = chapters().get(reading.chapter) else {
        return;
    };
    let salt = if reading.lists_hits {
        tr!("found")
    } else {
        chapter.id
    };
    ScrollArea::vertical()
        .id_salt(salt)
        .auto_shrink(false)
        .show(ui, |ui| {
            let width = (ui.available_width() - 12.0).min(LINE);
            ui.set_max_width(width);
            ui.spacing_mut().item_spacing.y = 9.0;
            if app.view.pages.manual.lists_hits {
                found::show(app, ui);
                return;
            }
            blocks::show(app, chapter, ui, actions);
            turn(app, ui);
            ui.add_space(24.0);
        });
}

/// The chapters before and after.
fn turn(app: &mut App, ui: &mut Ui) {
    let reading = &mut app.view.pages.manual;
    ui.add_space(12.0);
    ui.separator();
    let at = reading.chapter;
    let before = at.checked_sub(1);
    let ways = [(before, "←"), (Some(at + 1), "→")];
    for (to, sign) in ways {
        let Some((to, chapter)) = to.and_then(|to| Some((to, chapters().get(to)?))) else {
            continue;
        };
        if ui.button(format!("{sign} {}", chapter.title)).clicked() {
            reading.turn_to(to, 0);
        }
    }
}
