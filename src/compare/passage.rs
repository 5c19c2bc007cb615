//! The pieces two sources are matched by: paragraphs, and the sentences of long ones.

use serde::{Deserialize, Serialize};

use super::source::{SourceView, UnitView};
use crate::article::{Span, word_count};

/// Paragraphs of more words are matched sentence by sentence.
const LONG: usize = 60;

/// Names a passage of a source, as long as its articles stay as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PassageRef {
    /// The position of its article in the source.
    pub article: usize,
    /// The position of its block in the article.
    pub block: usize,
    /// The position of its sentence among those scored, where the paragraph is a long one.
    pub sentence: Option<usize>,
}

/// A passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Which one it is.
    pub at: PassageRef,
    /// Where it stands in its block's text, in bytes.
    pub span: Span,
    /// Words in it.
    pub words: usize,
}

/// The passages of a source with their texts, in order.
pub(super) fn passages<'a>(source: &SourceView<'a>) -> Vec<(Passage, &'a str)> {
    let mut out = Vec::new();
    for view in source.units() {
        let text = view.block.text.as_str();
        let count = word_count(text);
        if count > LONG && view.unit.sentences.len() > 1 {
            out.extend(sentences(&view));
        } else {
            out.push(passage(&view, None, Span::new(0, text.len())));
        }
    }
    out
}

fn sentences<'a>(view: &UnitView<'a>) -> impl Iterator<Item = (Passage, &'a str)> {
    let scores = view.unit.sentences.iter().enumerate();
    scores.map(|(index, score)| passage(view, Some(index), score.span))
}

fn passage<'a>(view: &UnitView<'a>, sentence: Option<usize>, span: Span) -> (Passage, &'a str) {
    let text = span.of(&view.block.text);
    let passage = Passage {
        at: PassageRef {
            article: view.article,
            block: view.unit.block,
            sentence,
        },
        span,
        words: word_count(text),
    };
    (passage, text)
}
