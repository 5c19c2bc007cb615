//! The passages of the other source that tell the same as the selected paragraph: to go there, to
//! reject a match, to add one.

use egui::{RichText, Role, Ui};

use crate::article::{Article, Place, Side};
use crate::compare::{Match, MatchKind, RELATED, SAME_POINT};
use crate::text::{counted, number, shorten};

use crate::app::widgets::labels::{named, note, title, wrapped};
use crate::app::{Actions, App};

/// Shows the counterparts of a block.
pub(super) fn show(app: &App, mine: Place, ui: &mut Ui, actions: &mut Actions) {
    let other = mine.side.other();
    let session = app.session();
    let (Some(comparison), Some(there)) = (app.workspace.comparison(), session.source(other))
    else {
        return;
    };
    ui.add_space(6.0);
    title(format!("What {} tells of it", other.label()), ui);
    let mut found = false;
    for one in &comparison.matching.matches {
        if !one.on(mine.side).shares_text(mine) {
            continue;
        }
        let theirs = one.on(other);
        if let Some(article) = there.articles.get(theirs.article) {
            found = true;
            entry(one, theirs, article, ui, actions);
        }
    }
    if !found {
        ui.label("No counterpart found.");
    }
    let rejected = session.choices().iter().filter(|choice| {
        !choice.together && (choice.a.shares_text(mine) || choice.b.shares_text(mine))
    });
    let rejected = rejected.count();
    if rejected > 0 {
        let text = format!(
            "{} rejected here. Undo brings it back; Edit › Reset matches brings back all.",
            counted(rejected, "match")
        );
        note(text, ui);
    }
    if let Some(article) = there.article() {
        add(mine, there.current, article, ui, actions);
    }
}

fn entry(one: &Match, theirs: Place, article: &Article, ui: &mut Ui, actions: &mut Actions) {
    let Some(text) = theirs.text(article) else {
        return;
    };
    wrapped(shorten(text, 160), ui);
    ui.horizontal_wrapped(|ui| {
        let basis = ui.label(RichText::new(basis(one)).small().weak());
        if let Some(likeness) = one.similarity {
            basis.on_hover_text(format!(
                "Of 1, {}: how much of their wording the two share, rare words first. From {} on two passages are \
                 taken to tell the same point, from {} on to be about the same matter.",
                number(likeness, 2),
                number(SAME_POINT, 2),
                number(RELATED, 2)
            ));
        }
        if ui.small_button("Go there").clicked() {
            actions.go_to(theirs);
        }
        let reject = ui.small_button("Not the same");
        if reject
            .on_hover_text("Reject this match. It stays rejected until you undo it.")
            .clicked()
        {
            actions.choose(one.a, one.b, false);
        }
    });
    ui.add_space(4.0);
}

/// What a match rests on.
const fn basis(one: &Match) -> &'static str {
    match one.kind {
        MatchKind::SamePoint => "makes the same point",
        MatchKind::Related => "about the same matter",
        MatchKind::Added => "matched by you",
    }
}

/// A choice of paragraphs of the other source to match by hand.
fn add(mine: Place, current: usize, article: &Article, ui: &mut Ui, actions: &mut Actions) {
    let chosen = egui::ComboBox::from_id_salt("add a match")
        .selected_text("Add a match…")
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
    named(&chosen.response, Role::ComboBox, "Add a match");
}
