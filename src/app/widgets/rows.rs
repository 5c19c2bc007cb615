//! A scrolled list of rows of different heights that lays out only the rows in sight, whatever the
//! length of the list, and can jump to any row at once.
//!
//! (`egui_virtual_list` can do the first but not the second: to reach a row it lays out every row
//! above it.) Heights are guessed first and measured when a row comes into sight.

use std::ops::Range;

use egui::{Align, Rect, Ui, UiBuilder, pos2, vec2};

/// The heights of a list's rows: guessed, or measured once seen.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    /// Top of each row, and the bottom of the last.
    tops: Vec<f32>,
    count: usize,
    width: f32,
    jump: Option<Jump>,
    /// The rows in sight in the last frame, and where.
    seen: Vec<(usize, Rect)>,
}

/// A row to bring into sight. It takes further frames to settle, as heights are measured on the way.
#[derive(Debug, Clone, Copy)]
struct Jump {
    row: usize,
    /// Where the row was in the last frame.
    top: f32,
    /// For how many frames it has been there.
    calm: u8,
    /// Frames left, should it never settle.
    left: u8,
}

impl Rows {
    /// Brings `row` into sight with the next frame.
    pub(crate) fn jump_to(&mut self, row: usize) {
        self.jump = Some(Jump {
            row,
            top: f32::NAN,
            calm: 0,
            left: 12,
        });
    }

    /// Begins at the top: the rows are those of another text.
    pub(crate) fn restart(&mut self) {
        self.reset();
        self.jump_to(0);
    }

    /// The rows in sight in the last frame, and where they were drawn.
    pub(crate) fn seen(&self) -> &[(usize, Rect)] {
        &self.seen
    }

    /// Brings `row` into sight with the next frame unless all of it is.
    pub(crate) fn reveal(&mut self, row: usize, sight: Rect) {
        let whole = |(seen, rect): &(usize, Rect)| {
            *seen == row && rect.min.y >= sight.min.y && rect.max.y <= sight.max.y
        };
        if !self.seen.iter().any(whole) {
            self.jump_to(row);
        }
    }

    /// Forgets all heights: the rows have other contents now.
    pub(crate) fn reset(&mut self) {
        self.tops.clear();
        self.count = 0;
    }

    /// Shows `count` rows; `guess` tells a row's height for a width before it was ever laid out, and
    /// nothing for one that is not shown now; `row` draws it. Returns the rows in sight.
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        id_salt: impl std::hash::Hash + std::fmt::Debug,
        count: usize,
        guess: impl Fn(usize, f32) -> f32,
        mut row: impl FnMut(&mut Ui, usize),
    ) -> Range<usize> {
        egui::ScrollArea::vertical()
            .id_salt(id_salt)
            .auto_shrink(false)
            .show_viewport(ui, |ui, viewport| {
                self.fit(count, ui.available_width(), &guess);
                let height = self.tops.last().copied().unwrap_or_default();
                ui.set_height(height);
                let origin = ui.min_rect().min;
                self.scroll_to_jump(ui, origin);
                let first = self.row_at(viewport.min.y);
                let mut next = first;
                self.seen.clear();
                while next < count && self.top(next) <= viewport.max.y {
                    if guess(next, self.width) > 0.0 {
                        self.draw(ui, origin, viewport.min.y, next, &mut row);
                    } else {
                        self.measure(ui, viewport.min.y, next, 0.0);
                    }
                    next += 1;
                }
                first..next
            })
            .inner
    }

    /// Starts from guesses where the number of rows has changed; where the width has, from what the
    /// heights were, the more the narrower.
    fn fit(&mut self, count: usize, width: f32, guess: &impl Fn(usize, f32) -> f32) {
        let known = self.count == count && !self.tops.is_empty();
        if known && (self.width - width).abs() < 0.5 {
            return;
        }
        if known && self.width > 0.0 && width > 0.0 {
            let narrower = self.width / width;
            for top in &mut self.tops {
                *top *= narrower;
            }
            self.width = width;
            return;
        }
        self.width = width;
        self.count = count;
        self.tops.clear();
        let mut top = 0.0;
        self.tops.push(top);
        for index in 0..count {
            top += guess(index, width);
            self.tops.push(top);
        }
    }

    fn top(&self, row: usize) -> f32 {
        self.tops.get(row).copied().unwrap_or_default()
    }

    fn row_at(&self, y: f32) -> usize {
        self.tops
            .partition_point(|top| *top <= y)
            .saturating_sub(1)
            .min(self.count)
    }

    fn scroll_to_jump(&mut self, ui: &Ui, origin: egui::Pos2) {
        let Some(mut jump) = self.jump else { return };
        let row = jump.row.min(self.count.saturating_sub(1));
        let top = self.top(row);
        jump.calm = if (top - jump.top).abs() < 0.5 {
            jump.calm + 1
        } else {
            0
        };
        jump.top = top;
        jump.left -= 1;
        self.jump = (jump.calm < 2 && jump.left > 0).then_some(jump);
        let height = self.top(row + 1) - top;
        let rect = Rect::from_min_size(pos2(origin.x, origin.y + top), vec2(1.0, height));
        let fits = row > 0 && height < ui.clip_rect().height();
        let align = if fits { Align::Center } else { Align::Min };
        ui.scroll_to_rect_animation(rect, Some(align), egui::style::ScrollAnimation::none());
        ui.ctx().request_repaint();
    }

    fn draw(
        &mut self,
        ui: &mut Ui,
        origin: egui::Pos2,
        view_top: f32,
        index: usize,
        row: &mut impl FnMut(&mut Ui, usize),
    ) {
        let top = self.top(index);
        let guessed = self.top(index + 1) - top;
        let rect = Rect::from_min_size(
            pos2(origin.x, origin.y + top),
            vec2(ui.available_width(), guessed),
        );
        let builder = UiBuilder::new().max_rect(rect).id_salt(index);
        let drawn = ui.scope_builder(builder, |ui| {
            ui.set_width(rect.width());
            row(ui, index);
        });
        self.seen.push((index, drawn.response.rect));
        self.measure(ui, view_top, index, drawn.response.rect.height());
    }

    fn measure(&mut self, ui: &Ui, view_top: f32, index: usize, height: f32) {
        let top = self.top(index);
        let change = height - (self.top(index + 1) - top);
        if change.abs() < 0.5 {
            return;
        }
        for later in self.tops.iter_mut().skip(index + 1) {
            *later += change;
        }
        if top < view_top && self.jump.is_none() {
            // The row reaches above the view: keep what is below it where it is.
            ui.scroll_with_delta_animation(
                vec2(0.0, -change),
                egui::style::ScrollAnimation::none(),
            );
        }
        ui.ctx().request_repaint();
    }
}
