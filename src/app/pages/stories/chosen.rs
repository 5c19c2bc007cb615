//! The story that is chosen: its headline by every outlet, what speaks for one event, and what can be done with it.

use std::sync::Arc;

use egui::{RichText, Ui};

use super::row::{told_by, value};
use crate::app::theme::{Tokens, semibold};
use crate::app::widgets::labels::{link, note, wrapped};
use crate::app::{Actions, App};
use crate::compare::stories::{SharedTerm, Story, headline};
use crate::session::{StorySaid, Teller};
use crate::text::{capitalised, date, shorten, tr};
use crate::workspace::AllStories;

/// The room it takes at most, in points: the list below stays in sight.
const HEIGHT: f32 = 250.0;

/// Texts told one by one: of a story told by two hundred the others are in the list of articles.
const TEXTS: usize = 60;

/// Terms told of each kind.
const TERMS: usize = 8;

pub(super) fn show(
    app: &mut App,
    all: &Arc<AllStories>,
    story: usize,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let Some(story) = all.stories.stories.get(story) else {
        return;
    };
    let tokens = Tokens::of(ui);
    let height = HEIGHT.min(ui.available_height() * 0.5);
    ui.add_space(6.0);
    egui::Frame::new()
        .stroke(egui::Stroke::new(1.0, tokens.line))
        .corner_radius(4)
        .inner_margin(10)
        .show(ui, |ui| {
            egui::ScrollArea::vertical()
                .id_salt("chosen story")
                .max_height(height)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    what_to_do(app, all, story, ui, actions);
                    texts(app, all, story, ui, actions);
                    evidence(app, all, story, ui);
                });
        });
}

/// The articles whose scores are shown: one a text.
pub(super) fn scored(all: &AllStories, story: usize) -> Vec<usize> {
    let story = all.stories.stories.get(story);
    let texts = story
        .iter()
        .flat_map(|story| story.texts.iter().take(TEXTS));
    texts.filter_map(|copies| copies.first().copied()).collect()
}

fn tellers(all: &AllStories, articles: &[usize]) -> Vec<Teller> {
    articles.iter().filter_map(|at| all.teller(*at)).collect()
}

fn what_to_do(app: &App, all: &Arc<AllStories>, story: &Story, ui: &mut Ui, actions: &mut Actions) {
    let merging = app.view.pages.stories.merging.is_some();
    ui.horizontal_wrapped(|ui| {
        let (known, one) = (Arc::clone(all), story.clone());
        if ui
            .button(RichText::new(tr!("Read")).family(semibold()))
            .on_hover_text(tr!("Opens exactly these articles on Read."))
            .clicked()
        {
            actions.push(move |app, _| app.read_story(&known, &one));
        }
        let members = tellers(all, &story.members);
        let first = members.first().copied();
        if ui
            .button(tr!("Merge with…"))
            .on_hover_text(tr!(
                "Another story or article tells the same event: click it in the list."
            ))
            .clicked()
        {
            actions.push(move |app, _| app.view.pages.stories.merging = first);
        }
        if ui
            .button(tr!("Not one story"))
            .on_hover_text(tr!(
                "Its articles do not tell the same event. Undo brings it back."
            ))
            .clicked()
        {
            actions.push(move |app, _| {
                app.say_of_stories("reject a story", StorySaid::reject(members));
            });
        }
        if ui.button(tr!("Close")).clicked() {
            actions.push(|app, _| app.view.pages.stories.chosen = None);
        }
    });
    if merging {
        waiting(ui, actions);
    }
    ui.add_space(4.0);
}

/// Every text with its outlets, headline, date, and what was scored.
fn texts(app: &App, all: &AllStories, story: &Story, ui: &mut Ui, actions: &mut Actions) {
    for copies in story.texts.iter().take(TEXTS) {
        let Some(article) = copies.first().and_then(|at| all.article(*at)) else {
            continue;
        };
        let first = copies.first().copied();
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(told_by(all, copies)).family(semibold()));
            if link(shorten(headline(article), 160), ui).clicked()
                && let Some(teller) = first.and_then(|at| all.teller(at))
            {
                actions.push(move |app, _| app.read_teller(teller));
            }
            let mut facts: Vec<String> = Vec::new();
            facts.extend(article.published.as_deref().map(date));
            if copies.len() > 1 {
                facts.push(tr!("{} copies of one text", copies.len()));
            }
            let sensational = value(app, all, first, "sensationalism");
            let tone = value(app, all, first, "tone");
            if tone != crate::text::NONE {
                facts.push(tr!("sensationalism {sensational}, tone {tone}"; sensational, tone));
            }
            ui.label(RichText::new(facts.join("; ")).weak());
            if story.texts.len() > 1
                && ui
                    .small_button(tr!("Tells something else"))
                    .on_hover_text(tr!("Takes this out of the story. Undo brings it back."))
                    .clicked()
            {
                let rest: Vec<usize> = (story.members.iter().copied())
                    .filter(|at| !copies.contains(at))
                    .collect();
                let said = StorySaid::split(tellers(all, copies), tellers(all, &rest));
                let stays = rest.first().and_then(|at| all.teller(*at));
                actions.push(move |app, _| {
                    app.say_of_stories("split a story", said);
                    app.view.pages.stories.chosen = stays;
                });
            }
        });
    }
    let more = story.texts.len().saturating_sub(TEXTS);
    if more > 0 {
        ui.label(tr!("… and {more} more texts."; more));
    }
}

/// Why it is taken for one story.
fn evidence(app: &mut App, all: &Arc<AllStories>, story: &Story, ui: &mut Ui) {
    ui.add_space(4.0);
    if story.texts.len() == 1 {
        wrapped(
            tr!("One text: its copies are told apart by their outlets alone."),
            ui,
        );
        return;
    }
    let why = if story.chosen {
        tr!("You put these together.").to_owned()
    } else {
        tr!(
            "{} likely to tell one event, the mean over every two texts.",
            capitalised(&story.likely())
        )
    };
    let shared = app.view.pages.stories.shared(all, story);
    let mut parts = vec![why];
    for (what, terms) in [
        (tr!("Names"), &shared.names),
        (tr!("Figures"), &shared.figures),
        (tr!("Rare words"), &shared.words),
        (tr!("Turns of phrase"), &shared.phrases),
    ] {
        if !terms.is_empty() {
            parts.push(tr!("{what} shared: {}.", written(terms); what));
        }
    }
    wrapped(RichText::new(parts.join(" ")).weak(), ui);
}

fn written(terms: &[SharedTerm]) -> String {
    let terms = terms.iter().take(TERMS).map(|term| term.text.as_str());
    terms.collect::<Vec<_>>().join(", ")
}

/// What is to be said while a story waits to be merged with another.
fn waiting(ui: &mut Ui, actions: &mut Actions) {
    ui.horizontal(|ui| {
        note(
            tr!("Click the story or article that tells the same event."),
            ui,
        );
        if ui.button(tr!("Cancel")).clicked() {
            actions.push(|app, _| app.view.pages.stories.merging = None);
        }
    });
}
