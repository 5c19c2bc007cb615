//! What several pages have in common: their titles, numbers in cells, and what stands in place of a
//! comparison that is not there.

use std::sync::Arc;

use egui::{RichText, Ui};

use crate::compare::Comparison;
use crate::stats::Interval;
use crate::text;

use crate::app::controls::progress;
use crate::app::{Actions, App, Page};

/// The title of a page and what it shows.
pub(super) fn title(page: Page, ui: &mut Ui) {
    ui.label(RichText::new(page.label()).heading());
    ui.label(RichText::new(page.help()).weak());
    ui.add_space(8.0);
}

/// The comparison, or in its place what is missing for it.
pub(super) fn comparison(app: &App, ui: &mut Ui, actions: &mut Actions) -> Option<Arc<Comparison>> {
    let done = app.workspace.comparison().cloned();
    if done.is_none() && !progress(app, ui, actions) {
        ui.label("Open an article on each side to compare the two.");
    }
    done
}

/// A number that may be missing.
pub(in crate::app) fn number(value: Option<f64>, digits: usize) -> String {
    text::optional(value, |value| text::number(value, digits))
}

/// The same with its sign.
pub(super) fn signed(value: Option<f64>, digits: usize) -> String {
    text::optional(value, |value| text::signed(value, digits))
}

/// An interval; a dash where there is none.
pub(super) fn interval(interval: Option<Interval>, digits: usize) -> String {
    let end = |value| text::signed(value, digits);
    text::optional(interval, |ends| text::range(ends.low, ends.high, end))
}
