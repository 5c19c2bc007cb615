//! The two columns of text, each a source: who, the headline with its score and cues, and every
//! block with its tone; the highlight layers, and ribbons between passages that belong together.

mod block;
mod contrast;
mod fold;
mod headline;
mod layer;
mod ribbons;
mod sizes;
mod strip;

use egui::{Rect, Ui};

pub(super) use fold::stretch as furniture;
pub(super) use layer::legend;
use sizes::Sizes;

use crate::article::{Article, Place, Side};

use crate::app::state::Watched;
use crate::app::theme::Tokens;
use crate::app::{Actions, App, Command, controls};
use crate::text::tr;

/// Room between the columns, for ribbons.
const GAP: f32 = 26.0;
/// Below this width of the page, in points, one column is shown at a time.
const TWO_FROM: f32 = 480.0;

/// Shows both columns in what room there is; one, where there is too little for two.
pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
    let rect = ui.available_rect_before_wrap();
    if rect.width() < TWO_FROM {
        one(app, ui, actions);
        return;
    }
    let width = (rect.width() - GAP) / 2.0;
    for side in Side::BOTH {
        let left = rect.min.x + (width + GAP) * side.index() as f32;
        let column = egui::Rect::from_min_size(
            egui::pos2(left, rect.min.y),
            egui::vec2(width, rect.height()),
        );
        self::column(app, side, column, ui, actions);
    }
    let left = rect.min.x + width;
    let gap = egui::Rect::from_x_y_ranges(left..=left + GAP, rect.y_range());
    ribbons::show(app, gap, ui);
}

/// The column of the side in focus, below a choice of the two.
fn one(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let shown = app.active_side();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(10.0);
        for side in Side::BOTH {
            let name = app
                .session()
                .source(side)
                .map_or(tr!("none"), |source| &source.name);
            let label = format!("{}: {}", side.label(), crate::text::shorten(name, 24));
            if ui.selectable_label(side == shown, label).clicked() {
                actions.push(move |app, _| app.turn_to(side));
            }
        }
    });
    let rect = ui.available_rect_before_wrap();
    column(app, shown, rect, ui, actions);
}

/// A column: its strip at the outer edge, its text beside.
fn column(app: &mut App, side: Side, column: Rect, ui: &mut Ui, actions: &mut Actions) {
    let builder = egui::UiBuilder::new().max_rect(column).id_salt(side);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.set_clip_rect(column.intersect(ui.clip_rect()));
        let Some(article) = app.session().article(side).cloned() else {
            empty(app, side, ui, actions);
            return;
        };
        let (strip, text) = match side {
            Side::A => column.split_left_right_at_x(column.min.x + strip::WIDTH),
            Side::B => {
                let (text, strip) = column.split_left_right_at_x(column.max.x - strip::WIDTH);
                (strip, text)
            }
        };
        strip::show(app, side, &article, strip, ui, actions);
        let builder = egui::UiBuilder::new().max_rect(text).id_salt("text");
        ui.scope_builder(builder, |ui| self::text(app, side, &article, ui, actions));
    });
}

fn text(app: &mut App, side: Side, article: &Article, ui: &mut Ui, actions: &mut Actions) {
    let current = app.session().current(side);
    let sizes = Sizes::of(ui.available_width());
    app.view.sight = Some(ui.available_rect_before_wrap());
    let mut rows = std::mem::take(app.view.rows_mut(side));
    let count = article.blocks.len() + 1;
    let shown = &*app;
    let guess = |row: usize, width: f32| match row.checked_sub(1) {
        None => 120.0,
        Some(index) => guess_height(shown, side, article, index, width, sizes),
    };
    rows.show(ui, side, count, guess, |ui, row| match row.checked_sub(1) {
        None => {
            let place = Place::headline(side, current);
            headline::show(shown, place, article, sizes, ui, actions);
        }
        Some(index) => {
            let place = Place::block(side, current, index);
            if fold::line(shown, side, article, index, sizes, ui, actions) {
                block::show(shown, place, article, sizes, ui, actions);
            }
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
        ui.label(tr!("Reading: {articles} articles so far…"; articles));
    } else {
        ui.label(tr!("Reading…"));
    }
    // Files, and batches of the records of collections.
    if progress.total() > 1 {
        ui.add(egui::ProgressBar::new(progress.fraction()).desired_width(220.0));
    }
    if ui.button(tr!("Stop")).clicked() {
        actions.push(move |app, _| app.stop_reading(side));
    }
}

/// About the height of a block before it was ever laid out: characters over characters a line. None for
/// one that is folded away.
fn guess_height(
    app: &App,
    side: Side,
    article: &Article,
    index: usize,
    width: f32,
    sizes: Sizes,
) -> f32 {
    if fold::is_hidden(app, side, article, index) {
        return 0.0;
    }
    let stretch = fold::stretch(article, index).filter(|stretch| stretch.start == index);
    if stretch.is_some() && !app.view.is_unfolded(side, index) {
        return fold::LINE;
    }
    let length = article
        .blocks
        .get(index)
        .map_or(0, |block| block.text.len());
    let a_line = ((width - sizes.gutter - block::EDGE) / 7.4).max(10.0);
    (length as f32 / a_line).ceil().max(1.0) * sizes.line + sizes.padding * 2.0
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
        let title = tr!("Source {} is empty", side.label());
        ui.label(
            egui::RichText::new(title)
                .heading()
                .color(tokens.side(side)),
        );
        ui.label(tr!(
            "Open the other account of the same story to compare the two."
        ));
        controls::button(app, ui, Command::Open(side), actions);
        controls::button(app, ui, Command::Paste(side), actions);
        ui.weak(tr!("or drop a file here"));
    });
}
