//! Stories: which articles tell the same event and who tells it; what only one source tells; and the chosen one with
//! every headline, to be read, merged, split or rejected.

mod chosen;
mod row;

use std::cell::RefCell;
use std::sync::Arc;

use egui::Ui;

use super::parts::title;
use crate::app::stories::told::{Row, Scope};
use crate::app::widgets::labels::{named_choice, wrapped};
use crate::app::widgets::table;
use crate::app::{Actions, App, Page};
use crate::article::Side;
use crate::session::StorySaid;
use crate::text::{shorten, tr, tr_counted};
use crate::workspace::AllStories;

/// Characters of a source's name in the choice of what is shown.
const NAME: usize = 24;

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    title(Page::Stories, ui);
    let Some(all) = app.workspace.stories().cloned() else {
        let share = app.workspace.telling().map(crate::work::Progress::fraction);
        ui.label(tr!("Finding the articles that tell the same event…"));
        if let Some(share) = share {
            ui.add(egui::ProgressBar::new(share).desired_width(280.0));
        }
        return;
    };
    ui.label(said_of(&all));
    ui.add_space(6.0);
    scopes(app, &all, ui, actions);
    let (scope, sides) = (app.story_scope(), app.sources_shown());
    app.view.pages.stories.scope = scope;
    let shown = app.view.pages.stories.rows(&all, sides);
    // What is on show is scored, whoever tells it.
    let mut looked_at = Vec::new();
    if let Some(story) = app.chosen_story(&all) {
        looked_at.extend(chosen::scored(&all, story));
        chosen::show(app, &all, story, ui, actions);
    }
    if shown.is_empty() {
        ui.add_space(8.0);
        wrapped(nothing(scope), ui);
        return;
    }
    ui.add_space(6.0);
    egui::ScrollArea::vertical()
        .id_salt("stories")
        .auto_shrink(false)
        .show(ui, |ui| {
            let looked = RefCell::new(&mut looked_at);
            let cells = |row: &Row| {
                let scored = row::scored(app, &all, *row);
                looked.borrow_mut().extend(scored.into_iter().flatten());
                row::cells(app, &all, *row)
            };
            let clicked = table::show(ui, "stories", &row::COLUMNS, &shown, None, cells);
            if let Some(row) = clicked {
                choose(app, &all, *row, actions);
            }
        });
    for article in looked_at.iter().filter_map(|at| all.article(*at)) {
        if app.workspace.look_at(article) {
            ui.ctx().request_repaint();
        }
    }
}

/// "72 stories among 216 articles of 3 sources; 4 articles alone."
fn said_of(all: &AllStories) -> String {
    let stories = match all.stories.stories.len() {
        1 => tr!("1 story").to_owned(),
        n => tr!("{n} stories"; n),
    };
    tr!(
        "{stories} among {} of {}; {} alone. A story is found by shared names, figures, rare words and, where \
         known, dates.",
        tr_counted(all.counting, "article"),
        tr_counted(all.names.len(), "source"),
        tr_counted(all.stories.alone.len(), "article"); stories)
}

/// What is shown, each choice with how many rows it has.
fn scopes(app: &mut App, all: &Arc<AllStories>, ui: &mut Ui, actions: &mut Actions) {
    let sides = app.sources_shown();
    let [Some(_), Some(_)] = sides else { return };
    let name = |side: Side| {
        let source = app.session().source(side);
        source.map_or_else(String::new, |source| shorten(&source.name, NAME))
    };
    let (a, b) = (name(Side::A), name(Side::B));
    let scopes = [
        (Scope::Both, tr!("{a} and {b}"; a, b)),
        (Scope::OnlyA, tr!("Only {a}"; a)),
        (Scope::OnlyB, tr!("Only {b}"; b)),
        (Scope::All, tr!("All sources").to_owned()),
    ];
    let of = scopes.each_ref().map(|(scope, _)| *scope);
    let counts = app.view.pages.stories.counts(all, sides, of);
    ui.horizontal_wrapped(|ui| {
        for ((scope, label), count) in scopes.into_iter().zip(counts) {
            let chosen = app.view.pages.stories.scope == scope;
            let text = format!("{label} ({count})");
            let response = ui.selectable_label(chosen, &text);
            named_choice(&response, egui::Role::RadioButton, chosen, &text);
            if response.clicked() {
                actions.push(move |app, _| app.view.pages.stories.scope = scope);
            }
        }
    });
}

fn nothing(scope: Scope) -> &'static str {
    match scope {
        Scope::Both => tr!("No event is told by both, as far as wording and dates show."),
        Scope::OnlyA | Scope::OnlyB => tr!("Nothing is told by this source alone."),
        Scope::All => {
            tr!("Open some articles: those that tell the same event are found by themselves.")
        }
    }
}

/// A click on a row: it is chosen, or merged with the one that waits for it; a lone article is read.
fn choose(app: &App, all: &Arc<AllStories>, row: Row, actions: &mut Actions) {
    let members = |row: Row| match row {
        Row::Story(at) => all
            .stories
            .stories
            .get(at)
            .map(|story| story.members.clone()),
        Row::Alone(at) => Some(vec![at]),
    };
    let Some(first) = members(row).and_then(|members| all.teller(*members.first()?)) else {
        return;
    };
    let waiting = app
        .view
        .pages
        .stories
        .merging
        .filter(|waiting| *waiting != first);
    if let (Some(waiting), Row::Story(_) | Row::Alone(_)) = (waiting, row) {
        actions.push(move |app, _| {
            app.say_of_stories("merge stories", StorySaid::merge(vec![waiting, first]));
            app.view.pages.stories.chosen = Some(first);
        });
        return;
    }
    match row {
        Row::Story(_) => {
            actions.push(move |app, _| app.view.pages.stories.chosen = Some(first));
        }
        Row::Alone(_) => actions.push(move |app, _| app.read_teller(first)),
    }
}
