//! The two columns of text, each a source: who, the headline with its score and cues, and every
//! block with its tone; the highlight layers, and ribbons between passages that belong together.

mod block;
mod head;
mod headline;
mod layer;
mod ribbons;
mod strip;

use egui::Ui;

use crate::article::{Article, Place, Side};

use crate::app::state::Watched;
use crate::app::theme::Tokens;
use crate::app::{Actions, App, Command, controls};

/// Room between the columns, for ribbons.
const GAP: f32 = 30.0;

/// Shows both columns in what room there is.
pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
    legend(app, ui, actions);
    let rect = ui.available_rect_before_wrap();
    let width = (rect.width() - GAP) / 2.0;
    app.view.text_top = rect.min.y;
    for side in Side::BOTH {
        let left = rect.min.x + (width + GAP) * side.index() as f32;
        let column = egui::Rect::from_min_size(
            egui::pos2(left, rect.min.y),
            egui::vec2(width, rect.height()),
        );
        let builder = egui::UiBuilder::new().max_rect(column).id_salt(side);
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.set_clip_rect(column.intersect(ui.clip_rect()));
            self::column(app, side, ui, actions);
        });
    }
    let left = rect.min.x + width;
    let gap = egui::Rect::from_x_y_ranges(left..=left + GAP, app.view.text_top..=rect.max.y);
    let head = egui::Rect::from_x_y_ranges(gap.x_range(), rect.min.y..=app.view.text_top);
    ui.painter().rect_filled(head, 0.0, tokens.panel);
    ribbons::show(app, gap, ui);
}

/// The line above the columns: what is marked and how; each entry is its switch.
fn legend(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    let width = ui.available_width();
    let frame = egui::Frame::new()
        .fill(tokens.panel)
        .inner_margin(egui::Margin::symmetric(12, 3));
    frame.show(ui, |ui| {
        ui.set_width(width - 24.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 4.0);
            ui.label(egui::RichText::new("Mark").small().weak());
            layer::legend(app, ui, actions);
        });
    });
}

fn column(app: &mut App, side: Side, ui: &mut Ui, actions: &mut Actions) {
    let Some(article) = app.session().article(side).cloned() else {
        empty(app, side, ui, actions);
        return;
    };
    let current = app.session().current(side);
    head::show(app, side, ui, actions);
    app.view.text_top = app.view.text_top.max(ui.cursor().min.y);
    app.view.sight = Some(ui.available_rect_before_wrap());
    let mut rows = std::mem::take(app.view.rows_mut(side));
    let count = article.blocks.len() + 1;
    let guess = |row: usize, width: f32| match row.checked_sub(1) {
        None => 120.0,
        Some(index) => guess_height(&article, index, width),
    };
    rows.show(ui, side, count, guess, |ui, row| match row.checked_sub(1) {
        None => headline::show(app, Place::headline(side, current), &article, ui, actions),
        Some(index) => {
            let place = Place::block(side, current, index);
            block::show(app, place, &article, ui, actions);
        }
    });
    *app.view.rows_mut(side) = rows;
}

/// How far the reading is, with a way to stop it, once that takes long enough to wonder.
fn progress(side: Side, reading: &Watched, ui: &mut Ui, actions: &mut Actions) {
    if !reading.is_long(ui.ctx()) {
        return;
    }
    let progress = &reading.progress;
    let articles = progress.found();
    if articles > 1 {
        ui.label(format!("Reading: {articles} articles so far…"));
    } else {
        ui.label("Reading…");
    }
    // Files, and batches of the records of collections.
    if progress.total() > 1 {
        ui.add(egui::ProgressBar::new(progress.fraction()).desired_width(220.0));
    }
    if ui.button("Stop").clicked() {
        actions.push(move |app, _| app.stop_reading(side));
    }
}

/// About the height of a block before it was ever laid out: characters over characters a line.
fn guess_height(article: &Article, index: usize, width: f32) -> f32 {
    let length = article
        .blocks
        .get(index)
        .map_or(0, |block| block.text.len());
    let a_line = ((width - block::GUTTER - 24.0) / 7.4).max(10.0);
    (length as f32 / a_line).ceil().max(1.0) * block::LINE_HEIGHT + block::PADDING * 2.0
}

fn empty(app: &App, side: Side, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    ui.add_space(ui.available_height() * 0.28);
    ui.vertical_centered(|ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        if let Some(reading) = app.reading(side) {
            progress(side, reading, ui, actions);
            return;
        }
        let title = format!("Source {} is empty", side.label());
        ui.label(
            egui::RichText::new(title)
                .heading()
                .color(tokens.side(side)),
        );
        ui.label("Open the other account of the same story to compare the two.");
        controls::button(app, ui, Command::Open(side), actions);
        controls::button(app, ui, Command::Paste(side), actions);
        ui.weak("or drop a file here");
    });
}
