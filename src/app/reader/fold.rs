//! What a page had around its article, folded: each stretch of it is one line that opens and closes.

use std::ops::Range;

use egui::{RichText, Role, Ui};

use crate::app::theme::Tokens;
use crate::app::widgets::labels::{focus_ring, named};
use crate::app::{Actions, App};
use crate::article::{Article, BlockKind, Side};
use crate::text::{tr, tr_counted};

use super::sizes::Sizes;

/// Height of the line of a folded stretch, in points.
pub(super) const LINE: f32 = 24.0;

fn is_furniture(article: &Article, block: usize) -> bool {
    let block = article.blocks.get(block);
    block.is_some_and(|block| block.kind == BlockKind::Boilerplate)
}

/// The stretch of furniture that `block` lies in.
pub(in crate::app) fn stretch(article: &Article, block: usize) -> Option<Range<usize>> {
    if !is_furniture(article, block) {
        return None;
    }
    let (before, after) = article.blocks.split_at_checked(block)?;
    let furniture = |block: &&crate::article::Block| block.kind == BlockKind::Boilerplate;
    let before = before.iter().rev().take_while(furniture).count();
    let after = after.iter().take_while(furniture).count();
    Some(block - before..block + after)
}

/// Whether `block` is not shown: in a folded stretch, and not the first of it, whose row is its line.
pub(super) fn is_hidden(app: &App, side: Side, article: &Article, block: usize) -> bool {
    is_furniture(article, block)
        && block > 0
        && is_furniture(article, block - 1)
        && stretch(article, block).is_some_and(|stretch| !app.view.is_unfolded(side, stretch.start))
}

/// Shows the line of the stretch that begins at `block`, if one does. Whether its blocks are shown, too.
pub(super) fn line(
    app: &App,
    side: Side,
    article: &Article,
    block: usize,
    sizes: Sizes,
    ui: &mut Ui,
    actions: &mut Actions,
) -> bool {
    let Some(stretch) = stretch(article, block).filter(|stretch| stretch.start == block) else {
        return true;
    };
    let open = app.view.is_unfolded(side, block);
    let blocks = article.blocks.get(stretch.clone()).unwrap_or_default();
    let by_user = blocks.iter().all(|block| block.set_aside.is_none());
    let what = if by_user {
        tr!("{} set aside by you", tr_counted(stretch.len(), "block"))
    } else {
        tr!(
            "{} of page furniture set aside",
            tr_counted(stretch.len(), "block")
        )
    };
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        ui.set_height(LINE);
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(sizes.gutter);
        let sign = if open { "▾" } else { "▸" };
        let text = RichText::new(format!("{sign} {what}"));
        let button = egui::Button::new(text.small().color(tokens.weak)).frame(false).truncate();
        let response = ui.add(button);
        named(&response, Role::Button, &what);
        focus_ring(ui, &response);
        if response.clicked() {
            actions.push(move |app, _| app.view.fold(side, block));
        }
        response.on_hover_text(
            tr!("What the page had around the article: it counts nowhere. Open it to see and restore it."),
        );
    });
    open
}
