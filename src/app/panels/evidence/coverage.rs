//! What both sources tell and what only one does, passage by passage.

use std::collections::BTreeSet;

use egui::{CollapsingHeader, RichText, Ui};

use crate::article::{Place, Side};
use crate::compare::{Comparison, Contrast, Match, MatchKind};
use crate::text::{optional, per_cent, shorten, tr, tr_counted, tr_said};

use super::parts::place;
use crate::app::theme::semibold;
use crate::app::widgets::labels::{note, title, wrapped};
use crate::app::{Actions, App, controls};

/// Passages listed of a kind.
const LISTED: usize = 60;

/// Characters shown of a passage.
const SHOWN: usize = 220;

/// Shows the passages.
pub(super) fn show(app: &App, ui: &mut Ui, actions: &mut Actions) {
    title(tr!("What both tell, and what only one does"), ui);
    let Some(comparison) = app.workspace.comparison() else {
        controls::progress(app, ui, actions);
        return;
    };
    if let Some(notice) = comparison.notice() {
        wrapped(format!("▲ {}", tr_said(notice)), ui);
    }
    for side in Side::BOTH {
        let of = comparison.coverage.side(side);
        let share = |part: usize| optional(of.share(part), per_cent);
        let text = tr!(
            "{}: {} of its words in passages that make the same point, {} in related ones, {} told here alone",
            side.label(),
            share(of.shared),
            share(of.related),
            share(of.only_here)
        );
        wrapped(text, ui);
    }
    note(tr!("A difference in coverage, nothing more."), ui);
    for side in Side::BOTH {
        alone(app, comparison, side, ui, actions);
    }
    let matches = &comparison.matching.matches;
    let kind = |kind: MatchKind| -> Vec<&Match> {
        let mut found: Vec<&Match> = matches.iter().filter(|found| found.kind == kind).collect();
        found.sort_by(|x, y| {
            y.similarity
                .unwrap_or(1.0)
                .total_cmp(&x.similarity.unwrap_or(1.0))
        });
        found
    };
    pairs(
        app,
        tr!("The same point"),
        &kind(MatchKind::SamePoint),
        true,
        ui,
        actions,
    );
    pairs(
        app,
        tr!("Matched by you"),
        &kind(MatchKind::Added),
        true,
        ui,
        actions,
    );
    pairs(
        app,
        tr!("Related"),
        &kind(MatchKind::Related),
        false,
        ui,
        actions,
    );
}

/// The passages of one side that the other has nothing like, in reading order.
fn alone(app: &App, comparison: &Comparison, side: Side, ui: &mut Ui, actions: &mut Actions) {
    let matches = comparison.matching.matches.iter();
    let told_too: BTreeSet<Place> = matches.map(|found| found.on(side)).collect();
    let passages = comparison.matching.passages(side).iter();
    let alone: Vec<Place> = passages
        .map(|passage| passage.at)
        .filter(|at| !told_too.contains(at))
        .collect();
    if alone.is_empty() {
        return;
    }
    let head = tr!(
        "Told by {} alone ({})",
        side.label(),
        tr_counted(alone.len(), "passage")
    );
    folded(&head, true, ui, |ui| {
        for at in alone.iter().take(LISTED) {
            passage(app, *at, ui, actions);
        }
        rest(alone.len(), ui);
    });
}

fn pairs(app: &App, head: &str, found: &[&Match], open: bool, ui: &mut Ui, actions: &mut Actions) {
    if found.is_empty() {
        return;
    }
    let head = format!("{head} ({})", tr_counted(found.len(), "pair"));
    folded(&head, open, ui, |ui| {
        for one in found.iter().take(LISTED) {
            for side in Side::BOTH {
                passage(app, one.on(side), ui, actions);
            }
            basis(app, one, ui);
            ui.separator();
        }
        rest(found.len(), ui);
    });
}

/// What a pair rests on, and what it tells differently.
fn basis(app: &App, one: &Match, ui: &mut Ui) {
    let Some(comparison) = app.workspace.comparison() else {
        return;
    };
    let text = |side: Side| {
        let at = one.on(side);
        at.text(app.session().source(side)?.articles.get(at.article)?)
    };
    let (Some(a), Some(b)) = (text(Side::A), text(Side::B)) else {
        return;
    };
    let contrast = Contrast::of(a, b, &comparison.matching.roles);
    note(
        tr!("Rests on {}.", tr_said(&contrast.basis_in_words(a, b))),
        ui,
    );
    let differently = tr_said(&contrast.differently_in_words(a, b));
    if !differently.is_empty() {
        note(
            tr!("Told differently (A / B): {differently}."; differently),
            ui,
        );
    }
}

fn folded(head: &str, open: bool, ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.add_space(4.0);
    CollapsingHeader::new(RichText::new(head).family(semibold()))
        .default_open(open)
        .show(ui, contents);
}

fn passage(app: &App, at: Place, ui: &mut Ui, actions: &mut Actions) {
    let source = app.session().source(at.side);
    let article = source.and_then(|source| source.articles.get(at.article));
    if let Some(text) = article.and_then(|article| at.text(article)) {
        let text = format!("{}  {}", at.side.label(), shorten(text, SHOWN));
        place(at, &text, ui, actions);
    }
}

fn rest(all: usize, ui: &mut Ui) {
    let more = all.saturating_sub(LISTED);
    if more > 0 {
        note(tr!("… and {more} more"; more), ui);
    }
}
