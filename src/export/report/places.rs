//! Places as reports name them.

use crate::article::Place;
use crate::compare::SourceView;

/// "3", "3, sentence 2", "article 4, 3": numbers from 1, paragraphs counted as they are scored.
pub(crate) fn place(at: Place, source: Option<&SourceView<'_>>) -> String {
    let articles = source.map_or(&[][..], |s| s.articles);
    let paragraph = articles
        .get(at.article)
        .and_then(|(_, analysis)| analysis.place_of_block(at.block_index()?))
        .map_or(0, |place| place + 1);
    let article = if articles.len() > 1 {
        format!("article {}, ", at.article + 1)
    } else {
        String::new()
    };
    let sentence = at
        .sentence_index()
        .map_or_else(String::new, |s| format!(", sentence {}", s + 1));
    format!("{article}{paragraph}{sentence}")
}
