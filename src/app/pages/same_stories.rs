//! The switch between everything and the same stories, and the two sources on the stories both tell: what is worded
//! differently apart from what is chosen differently.

use std::sync::Arc;

use egui::{RichText, Ui};

use super::parts::{difference_columns, said_once};
use crate::app::theme::semibold;
use crate::app::view::Focus;
use crate::app::widgets::labels::{named_choice, note, section, wrapped};
use crate::app::widgets::table::{self, Column};
use crate::app::{Actions, App, controls};
use crate::article::Side;
use crate::compare::Difference;
use crate::compare::stories::{Lies, Parted, SameStories};
use crate::score::measure::Measure;
use crate::stats::MIN_CLUSTERS;
use crate::text::{signed, tr, tr_counted, tr_said};

const PARTED: [Column; 4] = [
    Column::text("Measure", 200.0),
    Column::numbers("Over everything", 120.0).help("A − B over all articles."),
    Column::numbers("Worded", 90.0)
        .help("A − B within the stories both tell, the mean over stories."),
    Column::numbers("Chosen", 90.0)
        .help("The rest: which stories are told, and how much is written of each."),
];

/// The switch, where both sources are collections; whether the same stories are asked for.
pub(super) fn switch(app: &App, ui: &mut Ui, actions: &mut Actions) -> bool {
    let is_collection = |side: &Side| {
        let source = app.session().source(*side);
        source.is_some_and(|source| source.articles.len() > 1)
    };
    if !Side::BOTH.iter().all(is_collection) {
        return false;
    }
    let on = app.session().same_stories;
    ui.horizontal_wrapped(|ui| {
        ui.label(tr!("Compared on"));
        for (same, label) in [(false, tr!("Everything")), (true, tr!("Same stories"))] {
            let response = ui.selectable_label(on == same, label);
            named_choice(&response, egui::Role::RadioButton, on == same, label);
            if response.clicked() {
                actions.edit("same stories", move |session| session.same_stories = same);
            }
        }
        if on {
            note(tr!("Within pairs of accounts of one event: how both tell the same, apart from what each chooses."), ui);
        }
    });
    ui.add_space(4.0);
    on
}

/// The two on the stories both tell.
pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let Some(same) = app.workspace.same_stories().map(Arc::clone) else {
        if !controls::progress(app, ui, actions) {
            ui.label(tr!("Finding the stories both tell…"));
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_millis(100));
        }
        return;
    };
    let told = tr!(
        "Both tell {}, in {} of A and {} of B. Values are means over stories; a story is one piece.",
        tr_counted(same.stories, "story"),
        tr_counted(same.articles_a, "article"),
        same.articles_b
    );
    wrapped(told, ui);
    if same.stories == 0 {
        return;
    }
    if same.stories < MIN_CLUSTERS {
        note(
            tr!("Too few for intervals, which take {MIN_CLUSTERS}."; MIN_CLUSTERS),
            ui,
        );
    }
    sentences(&same, ui, actions);
    section(tr!("Differences within stories"), ui);
    let columns = difference_columns(tr!("Measure"));
    let items = same.differences.iter();
    let rows =
        said_once(items.map(|item| (item, item.cells().map(|cell| tr_said(&cell)).to_vec())));
    let cells = |(_, cells): &(&Difference, Vec<String>)| cells.clone();
    if let Some((item, _)) = table::show(ui, "within stories", &columns, &rows, None, cells) {
        actions.show(Focus::Measure(item.measure.id));
    }
    section(tr!("Worded and chosen (A − B)"), ui);
    let rows: Vec<(&Measure, &Parted)> = same.rows().collect();
    let cells = |(measure, parted): &(&Measure, &Parted)| {
        let values = [parted.everything, parted.worded, parted.chosen];
        let values = values.map(|value| signed(value, measure.digits()));
        let label = std::iter::once(tr(measure.label).to_owned());
        label.chain(values).collect()
    };
    if let Some((measure, _)) = table::show(ui, "worded and chosen", &PARTED, &rows, None, cells) {
        actions.show(Focus::Measure(measure.id));
    }
}

/// What is worded and what is chosen differently, in sentences.
fn sentences(same: &SameStories, ui: &mut Ui, actions: &mut Actions) {
    for lies in [Lies::Worded, Lies::Chosen] {
        let mut said = same.said.iter().filter(|said| said.lies == lies).peekable();
        ui.add_space(6.0);
        ui.label(RichText::new(tr(lies.label())).family(semibold()));
        if said.peek().is_none() {
            note(tr!("Nothing clearly, as far as these stories show."), ui);
        }
        for one in said {
            if table_link(&tr_said(&one.sentence), ui) {
                actions.show(Focus::Measure(one.measure));
            }
        }
    }
}

/// A sentence that opens what is behind it.
fn table_link(sentence: &str, ui: &mut Ui) -> bool {
    let response = ui.add(
        egui::Button::new(RichText::new(sentence))
            .frame(false)
            .wrap(),
    );
    crate::app::widgets::labels::focus_ring(ui, &response);
    response.clicked()
}
