//! The pieces two sources are matched by: paragraphs, and the sentences of long ones.

use super::source::{SourceView, UnitView};
use crate::article::{Place, Side, Span, word_count};

/// Paragraphs of more words are matched sentence by sentence.
const LONG: usize = 60;

/// A passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Which one it is: a block, or one sentence where the paragraph is a long one.
    pub at: Place,
    /// Where it stands in its block's text, in bytes.
    pub span: Span,
    /// Words in it.
    pub words: usize,
}

/// The passages of a source with their texts, in order.
pub(super) fn passages<'a>(source: &SourceView<'a>, side: Side) -> Vec<(Passage, &'a str)> {
    let mut out = Vec::new();
    for view in source.units() {
        let text = view.block.text.as_str();
        let count = word_count(text);
        if count > LONG && view.unit.sentences.len() > 1 {
            let scores = view.unit.sentences.iter().enumerate();
            let at = |index| view.place(side).with_sentence(Some(index));
            out.extend(scores.map(|(index, score)| passage(&view, at(index), score.span)));
        } else {
            out.push(passage(&view, view.place(side), Span::new(0, text.len())));
        }
    }
    out
}

fn passage<'a>(view: &UnitView<'a>, at: Place, span: Span) -> (Passage, &'a str) {
    let text = span.of(&view.block.text);
    let passage = Passage {
        at,
        span,
        words: word_count(text),
    };
    (passage, text)
}
