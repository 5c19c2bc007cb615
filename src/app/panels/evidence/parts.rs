//! What the kinds of evidence have in common: a line that goes to a place, a word in its surroundings.

use egui::{RichText, Ui};

use crate::article::{Place, Span};
use crate::text::shorten;

use crate::app::theme::Tokens;
use crate::app::widgets::labels::link;
use crate::app::{Actions, App};

/// About forty characters on each side of a stretch of text.
pub(super) fn around(text: &str, span: Span) -> String {
    let from = text.floor_char_boundary(span.start.saturating_sub(40));
    let to = text.ceil_char_boundary((span.end + 40).min(text.len()));
    let before = if from > 0 { "…" } else { "" };
    shorten(
        &format!("{before}{}", text.get(from..to).unwrap_or_default()),
        120,
    )
}

/// A line that goes to a place in the text when clicked.
pub(super) fn place(to: Place, label: &str, ui: &mut Ui, actions: &mut Actions) {
    let color = Tokens::of(ui).text;
    let text = RichText::new(label).color(color);
    if link(text, ui).clicked() {
        actions.go_to(to);
    }
}

/// A line that says what stands at a stretch of a text, and goes there when clicked; nothing where that
/// text is gone.
pub(super) fn stretch(
    app: &App,
    figure: &str,
    to: Place,
    span: Span,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let source = app.session().source(to.side);
    let article = source.and_then(|source| source.articles.get(to.article));
    if let Some(text) = article.and_then(|article| to.text(article)) {
        let label = format!("{figure}: {}", around(text, span));
        place(to, &label, ui, actions);
    }
}
