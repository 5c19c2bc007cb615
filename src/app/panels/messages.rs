//! Messages at the lower right: over the page for as long as it takes to read them, never in its way.

use egui::{Align2, Area, Frame, Id, Order, RichText, Role, ScrollArea, Ui, vec2};

use crate::app::messages::{Level, Message};
use crate::app::theme::Tokens;
use crate::app::widgets::labels::{named, wrapped};
use crate::app::{Actions, App, Command};
use crate::text::tr;

/// Messages shown at once, the latest.
const SHOWN: usize = 3;
/// How wide they are, in points.
const WIDTH: f32 = 420.0;
/// How high one may be, in points; longer ones are scrolled.
const HEIGHT: f32 = 90.0;
/// From the edges of the window, above the line at the bottom, in points.
const OFFSET: egui::Vec2 = vec2(-12.0, -36.0);

/// Shows the messages that are not closed.
pub(in crate::app) fn show(app: &mut App, ui: &Ui, actions: &mut Actions) {
    let id = Id::unique("toasts");
    let held = ui
        .ctx()
        .read_response(id)
        .is_some_and(|area| area.contains_pointer());
    let now = ui.input(|input| input.time);
    if let Some(next) = app.messages.age(now, held) {
        ui.ctx().request_repaint_after(next);
    }
    let open: Vec<(usize, Message)> = (app.messages.open().rev().take(SHOWN))
        .map(|(at, message)| (at, message.clone()))
        .collect();
    if open.is_empty() {
        return;
    }
    let more = app.messages.open().count() - open.len();
    let width = WIDTH.min(app.view.width - 40.0);
    Area::new(id)
        .order(Order::Foreground)
        .anchor(Align2::RIGHT_BOTTOM, OFFSET)
        .show(ui.ctx(), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 6.0;
            for (at, message) in open.iter().rev() {
                toast(*at, message, width, ui, actions);
            }
            if more > 0 {
                let all = ui.button(tr!("and {more} more…"; more));
                if all.clicked() {
                    actions.run(Command::Messages);
                }
            }
        });
}

fn toast(at: usize, message: &Message, width: f32, ui: &mut Ui, actions: &mut Actions) {
    let frame = Frame::popup(ui.style());
    let margin = frame.total_margin().sum().x;
    frame.show(ui, |ui| {
        ui.set_width(width - margin);
        ui.horizontal_top(|ui| {
            let room = vec2(ui.available_width() - 84.0, 0.0);
            let down = egui::Layout::top_down(egui::Align::Min);
            ui.allocate_ui_with_layout(room, down, |ui| {
                ScrollArea::vertical()
                    .id_salt(at)
                    .max_height(HEIGHT)
                    .min_scrolled_height(HEIGHT)
                    .auto_shrink([false, true])
                    .show(ui, |ui| line(message, ui));
                offers(message, ui, actions);
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                let close = ui.small_button("×");
                named(&close, Role::Button, tr!("Close the message"));
                if close.clicked() {
                    actions.push(move |app, _| app.messages.close(at));
                }
                if message.level == Level::Error && ui.small_button(tr!("Copy")).clicked() {
                    actions.copy(message.text.clone());
                }
            });
        });
    });
}

/// What can be done about a message.
pub(super) fn offers(message: &Message, ui: &mut Ui, actions: &mut Actions) {
    if message.offers.is_empty() {
        return;
    }
    ui.horizontal(|ui| {
        for offer in &message.offers {
            if ui.small_button(offer.label()).clicked() {
                let offer = offer.clone();
                actions.push(move |app, _| app.take_offer(offer));
            }
        }
    });
}

/// One message: a sign for its level, then its text.
pub(super) fn line(message: &Message, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let (sign, color) = match message.level {
        Level::Info => ("●", tokens.weak),
        Level::Error => ("▲", tokens.error),
    };
    ui.horizontal_top(|ui| {
        ui.label(RichText::new(sign).color(color));
        wrapped(&message.text, ui);
    });
}
