//! What the selected passage and its counterparts say word by word, marked in both columns: what both say, and
//! figures and dates that differ.

use crate::article::{Place, Side, Span};
use crate::compare::{Contrast, Match};

use crate::app::App;
use crate::app::layers::Layer;
use crate::app::theme::Tokens;
use crate::app::widgets::marks::Style;

/// The marks of one block: none unless it is selected or a counterpart of what is.
pub(super) fn marks(app: &App, place: Place, tokens: Tokens) -> Vec<(Span, Style)> {
    if !app.preferences.layers.is_on(Layer::Matches) {
        return Vec::new();
    }
    let Some(selection) = app.view.selection else {
        return Vec::new();
    };
    let of_selection = |found: &&Match| {
        found.on(selection.side).shares_text(selection) && found.on(place.side).shares_text(place)
    };
    let mut out = Vec::new();
    // Where what is selected has several counterparts, what it shares with the likeliest is marked in it.
    let links = app.workspace.matches_of(selection).filter(of_selection);
    let most = if selection.side == place.side {
        1
    } else {
        usize::MAX
    };
    for found in links.take(most) {
        if let Some((contrast, from)) = contrast(app, found) {
            let side = place.side.index();
            let from = from.get(side).copied().unwrap_or_default();
            let said = contrast.said_too.get(side).into_iter().flatten();
            let both = Style::Tint(tokens.link.gamma_multiply(0.35));
            out.extend(said.map(|span| (span.shifted(from), both)));
            let differ = contrast
                .differently
                .iter()
                .filter_map(|pair| pair.get(side));
            let differ_style = Style::Chosen(tokens.found, tokens.accent);
            out.extend(differ.map(|span| (span.shifted(from), differ_style)));
        }
    }
    out
}

/// The two passages of a match word by word, and where each begins in its block.
fn contrast(app: &App, found: &Match) -> Option<(Contrast, [usize; 2])> {
    let matching = &app.workspace.comparison()?.matching;
    let passage = |side: Side| {
        let at = found.on(side);
        let source = app.session().source(side)?;
        let text = at.whole_block().text(source.articles.get(at.article)?)?;
        let passage = matching
            .passages(side)
            .iter()
            .find(|passage| passage.at == at)?;
        Some((passage.span.of(text), passage.span.start))
    };
    let ((a, from_a), (b, from_b)) = (passage(Side::A)?, passage(Side::B)?);
    Some((Contrast::of(a, b, &matching.roles), [from_a, from_b]))
}
