//! The passages of the other source that tell the same as the selected paragraph: to go there, to
//! reject a match, to add one.

use egui::{RichText, Role, TextStyle, Ui};

use crate::article::{Article, Place, Side};
use crate::compare::{
    Contrast, MOST_COUNTERPARTS, Match, MatchKind, RELATED, SAME_POINT, SURELY_RELATED,
};
use crate::text::{number, shorten, tr, tr_counted, tr_said};

use crate::app::theme::Tokens;
use crate::app::widgets::labels::{named, note, title};
use crate::app::widgets::marks::Style;
use crate::app::widgets::text;
use crate::app::{Actions, App};

/// Characters shown of a counterpart.
const SHOWN: usize = 400;

/// Shows the counterparts of a block.
pub(super) fn show(app: &App, mine: Place, ui: &mut Ui, actions: &mut Actions) {
    let other = mine.side.other();
    let session = app.session();
    let (Some(comparison), Some(there)) = (app.workspace.comparison(), session.source(other))
    else {
        return;
    };
    ui.add_space(6.0);
    title(tr!("What {} tells of it", other.label()), ui);
    let mut found = false;
    // The likeliest first; where the very text stands there again and again, the first of them.
    let all: Vec<&Match> = app.workspace.matches_of(mine).collect();
    let added = all.iter().filter(|one| one.kind == MatchKind::Added);
    let most = MOST_COUNTERPARTS + added.count();
    for one in all.iter().copied().take(most) {
        let theirs = one.on(other);
        let own = one.on(mine.side);
        let here = session
            .source(mine.side)
            .and_then(|here| here.articles.get(own.article));
        if let (Some(article), Some(here)) = (there.articles.get(theirs.article), here) {
            found = true;
            let (Some(own), Some(text)) = (own.text(here), theirs.text(article)) else {
                continue;
            };
            let (a, b) = match mine.side {
                Side::A => (own, text),
                Side::B => (text, own),
            };
            let contrast = Contrast::of(a, b, &comparison.matching.roles);
            entry(one, theirs, [a, b], &contrast, ui, actions);
        }
    }
    let more = all.len().saturating_sub(most);
    if more > 0 {
        note(tr!("… and {}", tr_counted(more, "more place")), ui);
    }
    if found {
        note(
            tr!("Tinted: said by both. Outlined: a figure or a date that is not the same."),
            ui,
        );
    } else {
        ui.label(tr!("No counterpart found."));
    }
    let rejected = session.choices().iter().filter(|choice| {
        !choice.together && (choice.a.shares_text(mine) || choice.b.shares_text(mine))
    });
    let rejected = rejected.count();
    if rejected > 0 {
        let text = tr!(
            "{} rejected here. Undo brings it back; Edit › Reset matches brings back all.",
            tr_counted(rejected, "match")
        );
        note(text, ui);
    }
    if let Some(article) = there.article() {
        add(mine, there.current, article, ui, actions);
    }
}

/// One counterpart: its text with what both say marked, what the match rests on, and what can be done with it.
fn entry(
    one: &Match,
    theirs: Place,
    [a, b]: [&str; 2],
    contrast: &Contrast,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let tokens = Tokens::of(ui);
    let side = theirs.side.index();
    let said = contrast.said_too.get(side).into_iter().flatten();
    let both = Style::Tint(tokens.link.gamma_multiply(0.35));
    let differ = contrast
        .differently
        .iter()
        .filter_map(|pair| pair.get(side));
    let differ_style = Style::Chosen(tokens.found, tokens.accent);
    let marks: Vec<_> = (said.map(|span| (*span, both)))
        .chain(differ.map(|span| (*span, differ_style)))
        .collect();
    // Marks beyond the cut fall away with the text.
    let shown = shorten(if side == 0 { a } else { b }, SHOWN);
    let format = egui::TextFormat::simple(TextStyle::Body.resolve(ui.style()), tokens.text);
    text::show(ui, &shown, format, marks);
    let rests = tr_said(&contrast.basis_in_words(a, b));
    if !rests.is_empty() {
        note(tr!("Rests on {rests}."; rests), ui);
    }
    let differently = tr_said(&contrast.differently_in_words(a, b));
    if !differently.is_empty() {
        note(
            tr!("Told differently (A / B): {differently}."; differently),
            ui,
        );
    }
    ui.horizontal_wrapped(|ui| {
        let basis = ui.label(RichText::new(tr_said(one.in_words())).small().weak());
        if let Some(likely) = one.similarity {
            basis.on_hover_text(tr!(
                "{} of 1: how likely both state the same fact, by the words, figures, dates and names they share, rare \
                 ones first. From {} on the best counterpart is taken to tell the same point, from {} on to be about \
                 the same matter, which it may be from {} on; a paragraph has at most {MOST_COUNTERPARTS}.",
                number(likely, 2),
                number(SAME_POINT, 2),
                number(SURELY_RELATED, 2),
                number(RELATED, 2); MOST_COUNTERPARTS));
        }
        if ui.small_button(tr!("Go there")).clicked() {
            actions.go_to(theirs);
        }
        let reject = ui.small_button(tr!("Not the same"));
        if reject
            .on_hover_text(tr!("Reject this match. It stays rejected until you undo it."))
            .clicked()
        {
            actions.choose(one.a, one.b, false);
        }
    });
    ui.add_space(6.0);
}

/// A choice of paragraphs of the other source to match by hand.
fn add(mine: Place, current: usize, article: &Article, ui: &mut Ui, actions: &mut Actions) {
    let chosen = egui::ComboBox::from_id_salt("add a match")
        .selected_text(tr!("Add a match…"))
        .width(ui.available_width() - 8.0)
        .truncate()
        .show_ui(ui, |ui| {
            for (place, (index, block)) in article.scored_blocks().enumerate() {
                let label = format!("{}. {}", place + 1, shorten(&block.text, 60));
                if ui.selectable_label(false, label).clicked() {
                    let theirs = Place::block(mine.side.other(), current, index);
                    let (a, b) = match mine.side {
                        Side::A => (mine, theirs),
                        Side::B => (theirs, mine),
                    };
                    actions.choose(a, b, true);
                }
            }
        });
    named(&chosen.response, Role::ComboBox, tr!("Add a match"));
}
