//! Where everything of a figure stands: title and what it says above, the legend in the margin, the axis' label
//! below, in a file the caption; and the room that is left for the plot.

use std::sync::Arc;

use egui::{Galley, Pos2, Rect, Vec2};

use super::axes::Axes;
use super::legend::Legend;
use super::lettering::Lettering;
use crate::chart::{Chart, Ink};

/// A figure lower than this is set without room to spare.
pub(super) const COMPACT: f32 = 280.0;
/// The share of a figure that is plot, at least, where the window gives it room at all: what stands above gives
/// way first.
const LEAST_SHARE: f32 = 0.6;
/// The least height of a row, in points.
const ROW: f32 = 16.0;
/// Between what stands beside each other.
const BETWEEN: f32 = 14.0;
/// Sizes of letters in points.
const TITLE: f32 = 16.0;
const COMPACT_TITLE: f32 = 15.0;
const SUMMARY: f32 = 13.0;
const LABEL: f32 = 11.5;
const SMALL: f32 = 11.0;

/// A figure, set.
pub(super) struct Layout<'a> {
    letters: Lettering<'a>,
    chart: &'a Chart,
    page: Rect,
    /// The page within its margin.
    inner: Rect,
    in_file: bool,
    compact: bool,
    legend: Legend<'a>,
    /// Where the legend's upper left corner is.
    legend_at: Option<Pos2>,
    texts: Vec<(Pos2, Arc<Galley>)>,
    /// Where the summary stands, if it had to be cut.
    pub(super) cut_summary: Option<Rect>,
    /// Where the plot is; of negative size where there is no room for it.
    pub(super) frame: Rect,
}

impl<'a> Layout<'a> {
    /// Sets `chart` on `page`; in a file with its caption, and with all its rows.
    pub(super) fn new(letters: Lettering<'a>, chart: &'a Chart, page: Rect, in_file: bool) -> Self {
        let compact = !in_file && page.height() < COMPACT;
        let inner = page.shrink2(if compact {
            Vec2::new(8.0, 4.0)
        } else {
            Vec2::splat(if in_file { 12.0 } else { 10.0 * letters.scale })
        });
        let mut layout = Self {
            letters,
            chart,
            page,
            inner,
            in_file,
            compact,
            legend: Legend::new(letters, &chart.legend, inner.width()),
            legend_at: None,
            texts: Vec::new(),
            cut_summary: None,
            frame: inner,
        };
        layout.head();
        layout.foot();
        layout
    }

    /// What of the chart is drawn: all of it, or the rows that fit.
    pub(super) fn shown(&self) -> &'a Chart {
        self.fitting(self.frame.height())
    }

    /// Draws everything but the plot.
    pub(super) fn draw(&self) {
        for (at, galley) in &self.texts {
            self.letters.draw(*at, galley.clone());
        }
        if let Some(corner) = self.legend_at {
            self.legend.draw(corner);
        }
    }

    fn fitting(&self, height: f32) -> &'a Chart {
        if self.in_file {
            return self.chart;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a number of rows"
        )]
        let rows = (height / (ROW * self.letters.scale)).max(0.0) as usize;
        self.chart.fitting(rows)
    }

    fn axes(&self) -> Axes<'a> {
        Axes {
            letters: self.letters,
            chart: self.chart,
            page: self.page,
        }
    }

    /// Title and summary: one below the other, or on one row where there is little height.
    fn head(&mut self) {
        let size = if self.compact { COMPACT_TITLE } else { TITLE };
        let title = self
            .letters
            .line(&self.chart.title, (size, true), Ink::Text);
        let summary = self.line_of_summary();
        let beside = title.size().x + BETWEEN * self.letters.scale;
        let fits = beside + summary.size().x <= self.inner.width();
        if self.compact && (fits || self.second_row_takes_too_much(&title, &summary)) {
            self.on_one_row(title, beside);
        } else {
            self.on_two_rows(title, beside);
        }
        self.frame.min.x += self.axes().left();
    }

    fn line_of_summary(&self) -> Arc<Galley> {
        let face = (SUMMARY, false);
        self.letters.line(&self.chart.summary, face, Ink::Text)
    }

    fn second_row_takes_too_much(&self, title: &Galley, summary: &Galley) -> bool {
        let above = title.size().y + summary.size().y;
        let height = self.inner.height() - above - 2.0 * self.axes().row();
        let width = self.inner.width() - self.axes().left();
        height * width < LEAST_SHARE * self.page.area()
    }

    fn on_one_row(&mut self, title: Arc<Galley>, beside: f32) {
        let room = self.inner.width() - beside;
        let mut summary = self.line_of_summary();
        let whole = summary.size().x <= room;
        if !whole {
            let face = (SUMMARY, false);
            summary = (self.letters).cut(&self.chart.summary, face, Ink::Text, room);
        }
        // Both on one base line.
        let lower = (title.size().y - summary.size().y) * 0.8;
        let at = self.inner.min + Vec2::new(beside, lower);
        let end = at.x + summary.size().x + BETWEEN * self.letters.scale;
        if end + self.legend.size.x <= self.inner.right() {
            let left = self.inner.right() - self.legend.size.x;
            self.legend_at = Some(Pos2::new(left, self.inner.top() + 2.0));
        }
        if !whole {
            self.cut_summary = Some(Rect::from_min_size(at, summary.size()));
        }
        self.frame.min.y += title.size().y.max(summary.size().y) + 1.0;
        self.texts.push((self.inner.min, title));
        self.texts.push((at, summary));
    }

    fn on_two_rows(&mut self, title: Arc<Galley>, beside: f32) {
        let gap = if self.compact {
            1.0
        } else {
            3.0 * self.letters.scale
        };
        let free = self.inner.width() - beside;
        if self.legend.size.x <= free && self.legend.size.y <= title.size().y {
            let lower = (title.size().y - self.legend.size.y) / 2.0;
            let left = self.inner.right() - self.legend.size.x;
            self.legend_at = Some(Pos2::new(left, self.inner.top() + lower));
        }
        let (face, room) = ((SUMMARY, false), self.inner.width());
        let summary = (self.letters).wrapped(&self.chart.summary, face, Ink::Text, room);
        let at = self.inner.min + Vec2::new(0.0, title.size().y + gap);
        self.frame.min.y = at.y + summary.size().y + gap;
        self.texts.push((self.inner.min, title));
        self.texts.push((at, summary));
    }

    /// The caption of a file; above it, on one row, what is left out, the label of the axis, and the legend
    /// where it has no place yet; then the numbers of the axis.
    fn foot(&mut self) {
        if self.in_file && !self.chart.caption.is_empty() {
            let (face, room) = ((SMALL, false), self.inner.width());
            let caption = (self.letters).wrapped(&self.chart.caption, face, Ink::Muted, room);
            self.frame.max.y -= caption.size().y;
            let at = Pos2::new(self.inner.left(), self.frame.bottom());
            self.texts.push((at, caption));
            self.frame.max.y -= 5.0;
        }
        let (row, axes) = (self.axes().row(), self.axes());
        self.frame.min.y += axes.above();
        let label = &self.chart.x.label;
        let label =
            (!label.is_empty()).then(|| self.letters.line(label, (LABEL, false), Ink::Muted));
        let mut note = self.left_out(row + axes.below());
        if self.legend_at.is_none() && !self.chart.legend.is_empty() {
            let taken: f32 = [&label, &note]
                .into_iter()
                .map(|it| self.room_of(it.as_ref()))
                .sum();
            if taken + self.legend.size.x <= self.inner.width() && self.legend.size.y <= row {
                let left = self.inner.right() - self.legend.size.x;
                self.legend_at = Some(Pos2::new(left, self.frame.bottom() - row));
            } else {
                let top = self.frame.top() - axes.above();
                self.legend_at = Some(Pos2::new(self.inner.left(), top));
                self.frame.min.y += self.legend.size.y + 2.0;
                note = self.left_out(row + axes.below());
            }
        }
        let legend = self.legend_at.filter(|at| at.y > self.frame.top());
        if label.is_some() || note.is_some() || legend.is_some() {
            self.frame.max.y -= row;
            let from = self.inner.left() + self.room_of(note.as_ref());
            let to = legend.map_or(self.inner.right(), |at| at.x - BETWEEN * self.letters.scale);
            let at = |x: f32| Pos2::new(x, self.frame.bottom());
            if let Some(note) = note {
                self.texts.push((at(self.inner.left()), note));
            }
            if let Some(label) = label {
                let width = label.size().x;
                let centred = self.frame.center().x - width / 2.0;
                self.texts
                    .push((at(centred.min(to - width).max(from)), label));
            }
        }
        self.frame.max.y -= axes.below();
    }

    /// What does not fit a frame with this much below it.
    fn left_out(&self, below: f32) -> Option<Arc<Galley>> {
        let shown = self.fitting(self.frame.height() - below);
        let said = shown.left_out.as_deref()?;
        Some(self.letters.line(said, (SMALL, false), Ink::Muted))
    }

    /// The width of a text with the distance to the next.
    fn room_of(&self, text: Option<&Arc<Galley>>) -> f32 {
        text.map_or(0.0, |text| text.size().x + BETWEEN * self.letters.scale)
    }
}
