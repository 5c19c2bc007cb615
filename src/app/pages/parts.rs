//! What several pages have in common: their titles, the columns of differences, and what stands in place of a
//! comparison that is not there.

use std::sync::Arc;

use egui::{RichText, Ui};

use crate::compare::Comparison;
use crate::compare::glossary::{self, Word};

use crate::app::controls::progress;
use crate::app::widgets::labels::wrapped;
use crate::app::widgets::table::Column;
use crate::app::{Actions, App, Page};
use crate::text::{tr, tr_said};

/// The title of a page and what it shows.
pub(super) fn title(page: Page, ui: &mut Ui) {
    ui.label(RichText::new(page.label()).heading());
    ui.label(RichText::new(page.help()).weak());
    ui.add_space(8.0);
}

/// A page that scrolls where it is longer than the window.
pub(super) fn scrolled(ui: &mut Ui, page: Page, contents: impl FnOnce(&mut Ui)) {
    egui::ScrollArea::vertical()
        .id_salt(page.label())
        .auto_shrink(false)
        .show(ui, |ui| {
            contents(ui);
            ui.add_space(16.0);
        });
}

/// The comparison, or in its place what is missing for it.
pub(super) fn comparison(app: &App, ui: &mut Ui, actions: &mut Actions) -> Option<Arc<Comparison>> {
    let done = app.workspace.comparison().cloned();
    if done.is_none() && !progress(app, ui, actions) {
        ui.label(tr!("Open an article on each side to compare the two."));
    }
    if let Some(notice) = done.as_ref().and_then(|done| done.of_few_articles()) {
        wrapped(format!("▲ {}", tr_said(notice)), ui);
        ui.add_space(6.0);
    }
    done
}

/// The same for a page of words and names: those of all articles are found while it is looked at.
pub(super) fn with_words(
    app: &mut App,
    ui: &mut Ui,
    actions: &mut Actions,
) -> Option<Arc<Comparison>> {
    let Some(of_few) = app.workspace.comparison().map(|done| done.words_of_few) else {
        return comparison(app, ui, actions);
    };
    if of_few && app.workspace.is_finding_words_stopped() {
        ui.horizontal(|ui| {
            ui.label(tr!("Reading all articles for words and names was stopped."));
            if ui.button(tr!("Read them all")).clicked() {
                actions.push(|app, _| app.workspace.find_words_again());
            }
        });
        return comparison(app, ui, actions);
    }
    app.workspace.ask_for_words();
    if of_few {
        // How long it takes yet, and the way to stop it, stand at the bottom of the window.
        wrapped(
            tr!(
                "▲ All articles are being read for their words and names. Until that is done, this is of the two articles on Read."
            ),
            ui,
        );
        if let Some(work) = app.workspace.finding_words() {
            ui.add(
                egui::ProgressBar::new(work.fraction())
                    .desired_width(240.0)
                    .desired_height(6.0),
            );
        }
        ui.add_space(6.0);
        let often = std::time::Duration::from_millis(100);
        ui.ctx().request_repaint_after(often);
    }
    app.workspace.comparison().cloned()
}

/// The column that says in words what may be said.
const IN_WORDS: usize = 1;

/// Ditto: an empty cell would read as nothing known.
const SAME_AS_ABOVE: &str = "″";

/// Rows of differences with their cells; what is said in words of several in a row is said of the first.
pub(super) fn said_once<T>(rows: impl Iterator<Item = (T, Vec<String>)>) -> Vec<(T, Vec<String>)> {
    let mut rows: Vec<(T, Vec<String>)> = rows.collect();
    let mut before = String::new();
    for (_, cells) in &mut rows {
        let Some(words) = cells.get_mut(IN_WORDS) else {
            continue;
        };
        if *words == before {
            SAME_AS_ABOVE.clone_into(words);
        } else {
            before.clone_from(words);
        }
    }
    rows
}

/// The columns of a table of differences between `what`.
pub(super) const fn difference_columns(what: &'static str) -> [Column; 9] {
    let Word { label, plain } = glossary::IN_WORDS;
    [
        Column::text(what, 200.0),
        Column::text(label, 220.0).help(plain),
        Column::of(glossary::OF_A, 54.0),
        Column::of(glossary::OF_B, 54.0),
        Column::of(glossary::DIFFERENCE, 60.0),
        Column::of(glossary::INTERVAL, 122.0),
        Column::of(glossary::P, 82.0).extra(),
        Column::of(glossary::EFFECT, 122.0).extra(),
        Column::of(glossary::AMOUNT, 82.0).extra(),
    ]
}
