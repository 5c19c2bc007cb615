//! What the kinds of evidence have in common: a sentence that goes to its place, with the word it is about
//! marked in it.

use egui::text::LayoutJob;
use egui::{RichText, Role, Ui};

use crate::article::{Article, Place, Span};

use crate::app::theme::{Tokens, semibold};
use crate::app::widgets::labels::{link, named};
use crate::app::{Actions, App};

/// Sentences of more characters are cut, at words, around what is marked in them.
const LONG: usize = 300;

/// Characters kept before what is marked in a long sentence.
const BEFORE: usize = 120;

/// A line that goes to a place in the text when clicked.
pub(super) fn place(to: Place, label: &str, ui: &mut Ui, actions: &mut Actions) {
    let color = Tokens::of(ui).text;
    let text = RichText::new(label).color(color);
    if link(text, ui).clicked() {
        actions.go_to(to);
    }
}

/// The sentence that stands around a stretch of a text, the stretch marked, with `figure` before it; it goes
/// there when clicked. Nothing where that text is gone.
pub(super) fn stretch(
    app: &App,
    figure: &str,
    to: Place,
    span: Span,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let source = app.session().source(to.side);
    let Some(article) = source.and_then(|source| source.articles.get(to.article)) else {
        return;
    };
    let Some(text) = to.whole_block().text(article) else {
        return;
    };
    let [before, marked, after] = around(text, sentence(article, to, span), span);
    let tokens = Tokens::of(ui);
    let size = egui::TextStyle::Body.resolve(ui.style()).size;
    let plain = |color| egui::TextFormat::simple(egui::FontId::proportional(size), color);
    let mut strong = plain(tokens.text);
    strong.font_id.family = semibold();
    let mut word = strong.clone();
    word.background = tokens.found;
    let mut job = LayoutJob::default();
    if !figure.is_empty() {
        strong.color = tokens.side(to.side);
        job.append(&format!("{figure}  "), 0.0, strong);
    }
    // A whole sentence has no word to mark in it.
    let whole = before.is_empty() && after.is_empty();
    job.append(&before, 0.0, plain(tokens.text));
    job.append(&marked, 0.0, if whole { plain(tokens.text) } else { word });
    job.append(&after, 0.0, plain(tokens.text));
    let response = link(job, ui);
    named(
        &response,
        Role::Button,
        &format!("{figure} {before}{marked}{after}"),
    );
    if response.clicked() {
        actions.go_to(to);
    }
}

/// The sentence a stretch begins in; the whole text of a headline.
fn sentence(article: &Article, to: Place, span: Span) -> Span {
    let Some(block) = to.block_index().and_then(|at| article.blocks.get(at)) else {
        return Span::new(0, usize::MAX);
    };
    let mut sentences = block.sentences.iter();
    let found = sentences.find(|sentence| sentence.contains(span.start));
    found.copied().unwrap_or(Span::new(0, block.text.len()))
}

/// What stands before, at and after `span` in a sentence of `text`, on one line; long sentences are cut at
/// words on either side of it.
fn around(text: &str, sentence: Span, span: Span) -> [String; 3] {
    let end = sentence.end.min(text.len()).max(span.end.min(text.len()));
    let start = sentence.start.min(span.start);
    let mut before = Span::new(start, span.start).of(text).to_owned();
    let mut after = Span::new(span.end, end).of(text).to_owned();
    let marked = span.of(text).to_owned();
    let length = |text: &str| text.chars().count();
    if length(&before) + length(&marked) + length(&after) > LONG {
        if let Some((cut, _)) = before.char_indices().rev().nth(BEFORE) {
            let from = before
                .get(cut..)
                .and_then(|rest| rest.find(' '))
                .unwrap_or_default();
            before = format!("…{}", before.get(cut + from..).unwrap_or_default());
        }
        let room = LONG.saturating_sub(length(&before) + length(&marked));
        if let Some((cut, _)) = after.char_indices().nth(room) {
            let kept = after.get(..cut).unwrap_or_default();
            let to = kept.rfind(' ').unwrap_or(0);
            after = format!("{}…", kept.get(..to).unwrap_or_default());
        }
    }
    [before, marked, after]
}

#[cfg(test)]
mod tests {
    use super::{LONG, around};
    use crate::article::Span;

    #[test]
    fn a_sentence_stands_whole_and_a_long_one_is_cut_at_words() {
        let text = "One thing. The mayor of Lyon spoke. Another.";
        let found = around(text, Span::new(11, 35), Span::new(15, 20));
        assert_eq!(found.concat(), "The mayor of Lyon spoke.");
        assert_eq!(found.get(1).map(String::as_str), Some("mayor"));
        let long = format!("{} mayor {}", "word ".repeat(90), "other ".repeat(90));
        let at = long.find("mayor").unwrap_or_default();
        let found = around(&long, Span::new(0, long.len()), Span::new(at, at + 5)).concat();
        assert!(
            found.starts_with("… word") && found.ends_with("other…"),
            "{found}"
        );
        assert!(found.chars().count() <= LONG + 2, "{found}");
    }
}
