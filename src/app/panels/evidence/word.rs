//! Every use of one word in both sources, with what it contributes there.

use egui::Ui;

use crate::article::{Article, Side};
use crate::chart::{shorten, signed};
use crate::compare::Use;

use super::super::super::theme::Tokens;
use super::super::super::{Action, App, Selection};

/// How many uses are listed.
const LISTED: usize = 200;

/// Shows the uses of `word`.
pub(super) fn show(app: &App, word: &str, ui: &mut Ui, actions: &mut Vec<Action>) {
    super::title(format!("“{word}”"), ui);
    let Some(comparison) = app.comparing.done() else {
        ui.label("Comparing…");
        return;
    };
    if let Some(term) = comparison.terms.iter().find(|term| term.term == word) {
        ui.label(format!("{} times in A, {} times in B", term.a, term.b));
    }
    let Some(shift) = comparison.word_shift.words.iter().find(|w| w.word == word) else {
        super::note("This word carries no tone in either source.", ui);
        mentions(app, word, ui, actions);
        return;
    };
    ui.label(format!(
        "Makes A {} than B by {:.4}",
        if shift.shift < 0.0 {
            "more negative"
        } else {
            "more positive"
        },
        shift.shift.abs()
    ));
    super::note(
        format!(
            "Through its value {}, through rules such as negation {}. The contributions of all words add up to the difference in tone.",
            super::exact(shift.by_value),
            super::exact(shift.by_rules)
        ),
        ui,
    );
    for one in shift.uses.iter().take(LISTED) {
        entry(app, one, ui, actions);
    }
}

fn entry(app: &App, one: &Use, ui: &mut Ui, actions: &mut Vec<Action>) {
    let source = app.session().source(one.side);
    let Some(article) = source.and_then(|source| source.articles.get(one.article)) else {
        return;
    };
    let Some(block) = article.blocks.get(one.block) else {
        return;
    };
    let around = around(&block.text, one.span.start, one.span.end);
    let label = format!("{} {}: {around}", one.side.label(), signed(one.compound));
    line(one.side, one.article, one.block, &label, ui, actions);
    for rule in &one.rules {
        super::note(rule, ui);
    }
}

/// Uses of a word that carries no tone, found in the text as it stands.
fn mentions(app: &App, word: &str, ui: &mut Ui, actions: &mut Vec<Action>) {
    let wanted = word.to_lowercase();
    let mut left = LISTED;
    for side in Side::BOTH {
        let Some(source) = app.session().source(side) else {
            continue;
        };
        for (at, article) in source.articles.iter().enumerate() {
            for (index, text) in found(article, &wanted) {
                if left == 0 {
                    return;
                }
                left -= 1;
                line(
                    side,
                    at,
                    index,
                    &format!("{}: {text}", side.label()),
                    ui,
                    actions,
                );
            }
        }
    }
}

/// The scored blocks that hold `wanted`, each with the words around its first use.
fn found<'a>(article: &'a Article, wanted: &'a str) -> impl Iterator<Item = (usize, String)> + 'a {
    article.scored_blocks().filter_map(move |(index, block)| {
        // Lower-casing can change lengths outside ASCII; then the place is only about right.
        let at = block.text.to_lowercase().find(wanted)?;
        Some((index, around(&block.text, at, at + wanted.len())))
    })
}

/// About forty characters on each side of a stretch of text.
fn around(text: &str, start: usize, end: usize) -> String {
    let from = text.floor_char_boundary(start.saturating_sub(40));
    let to = text.ceil_char_boundary((end + 40).min(text.len()));
    let before = if from > 0 { "…" } else { "" };
    shorten(
        &format!("{before}{}", text.get(from..to).unwrap_or_default()),
        120,
    )
}

/// One use; a click goes there.
fn line(
    side: Side,
    article: usize,
    block: usize,
    label: &str,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let tokens = Tokens::of(ui);
    let text = egui::RichText::new(label).color(tokens.text);
    if ui
        .add(egui::Button::new(text).frame(false).wrap())
        .clicked()
    {
        actions.push(Action::ReadArticle(side, article));
        actions.push(Action::GoTo(Selection::block(side, block)));
    }
}
