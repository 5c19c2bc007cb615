//! The passages of the other source that tell the same as the selected paragraph: to go there, to
//! reject a match, to add one.

use egui::{RichText, Ui};

use crate::article::{Article, Side};
use crate::chart::shorten;
use crate::compare::{Match, MatchKind, PassageRef};

use super::super::super::{Action, App, Selection};

/// Shows the counterparts of the block at `block` of the article read on `side`.
pub(super) fn show(app: &App, side: Side, block: usize, ui: &mut Ui, actions: &mut Vec<Action>) {
    let other = side.other();
    let session = app.session();
    let (Some(comparison), Some(here), Some(there)) = (
        app.comparing.done(),
        session.source(side),
        session.source(other),
    ) else {
        return;
    };
    ui.add_space(6.0);
    super::title(format!("The same in {}", other.label()), ui);
    let mut found = false;
    for one in &comparison.matching.matches {
        let (mine, theirs) = ends(one, side);
        if (mine.article, mine.block) != (here.current, block) {
            continue;
        }
        if let Some(article) = there.articles.get(theirs.article) {
            found = true;
            entry(other, one, theirs, article, ui, actions);
        }
    }
    if !found {
        ui.label("No counterpart found.");
    }
    let mine = PassageRef {
        article: here.current,
        block,
        sentence: None,
    };
    let rejected = session.choices().iter().filter(|choice| {
        let end = match side {
            Side::A => choice.a,
            Side::B => choice.b,
        };
        !choice.together && (end.article, end.block) == (mine.article, mine.block)
    });
    let rejected = rejected.count();
    if rejected > 0 {
        let text = format!(
            "{} rejected here. Undo brings it back; Edit › Reset matches brings back all.",
            crate::chart::in_words(rejected, "match")
        );
        super::note(text.replace("matchs", "matches"), ui);
    }
    if let Some(article) = there.article() {
        add(side, mine, there.current, article, ui, actions);
    }
}

/// The end of a match on `side`, then the other.
const fn ends(one: &Match, side: Side) -> (PassageRef, PassageRef) {
    match side {
        Side::A => (one.a, one.b),
        Side::B => (one.b, one.a),
    }
}

fn entry(
    other: Side,
    one: &Match,
    theirs: PassageRef,
    article: &Article,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let Some(block) = article.blocks.get(theirs.block) else {
        return;
    };
    let sentence = theirs.sentence.and_then(|index| block.sentences.get(index));
    let text = sentence.map_or(block.text.as_str(), |span| span.of(&block.text));
    ui.add(egui::Label::new(shorten(text, 160)).wrap());
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(basis(one)).small().weak());
        if ui.small_button("Go there").clicked() {
            actions.push(Action::ReadArticle(other, theirs.article));
            actions.push(Action::GoTo(Selection::Block {
                side: other,
                block: theirs.block,
                sentence: theirs.sentence,
                word: None,
            }));
        }
        let reject = ui.small_button("Not the same");
        if reject
            .on_hover_text("Reject this match. It stays rejected until you undo it.")
            .clicked()
        {
            actions.push(Action::Choose(one.a, one.b, false));
        }
    });
    ui.add_space(4.0);
}

/// What a match rests on.
fn basis(one: &Match) -> String {
    let kind = match one.kind {
        MatchKind::SamePoint => "same point",
        MatchKind::Related => "related",
        MatchKind::Added => "added by you",
    };
    one.similarity.map_or_else(
        || kind.to_owned(),
        |likeness| format!("{kind}, {likeness:.2} alike"),
    )
}

/// A choice of paragraphs of the other source to match by hand.
fn add(
    side: Side,
    mine: PassageRef,
    current: usize,
    article: &Article,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let chosen = egui::ComboBox::from_id_salt("add a match")
        .selected_text("Add a match…")
        .width(ui.available_width() - 8.0)
        .truncate()
        .show_ui(ui, |ui| {
            for (place, (index, block)) in article.scored_blocks().enumerate() {
                let label = format!("{}. {}", place + 1, shorten(&block.text, 60));
                if ui.selectable_label(false, label).clicked() {
                    let theirs = PassageRef {
                        article: current,
                        block: index,
                        sentence: None,
                    };
                    let (a, b) = match side {
                        Side::A => (mine, theirs),
                        Side::B => (theirs, mine),
                    };
                    actions.push(Action::Choose(a, b, true));
                }
            }
        });
    chosen
        .response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, "Add a match"));
}
