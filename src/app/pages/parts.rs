//! What several pages have in common: their titles, the columns of differences, and what stands in place of a
//! comparison that is not there.

use std::sync::Arc;

use egui::{RichText, Ui};

use crate::compare::{Comparison, Difference};

use crate::app::controls::progress;
use crate::app::widgets::table::Column;
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

/// The columns of a table of differences between `what`.
pub(super) const fn difference_columns(what: &'static str) -> [Column; 9] {
    let [_, a, b, by, interval, p, effect, n, words] = Difference::COLUMNS;
    [
        Column::text(what, 160.0),
        Column::numbers(a, 54.0),
        Column::numbers(b, 54.0),
        Column::numbers(by, 70.0),
        Column::numbers(interval, 122.0)
            .help("Clustered by paragraph, or by article where a source has many."),
        Column::numbers(p, 82.0).help(
            "Permutation test, adjusted for the number of things tested (Benjamini–Hochberg).",
        ),
        Column::text(effect, 128.0).help(
            "How often a paragraph of one is higher than one of the other, −1 to +1, and in words.",
        ),
        Column::numbers(n, 80.0).help("Paragraphs or articles the measure could be computed for."),
        Column::text(words, 240.0),
    ]
}
