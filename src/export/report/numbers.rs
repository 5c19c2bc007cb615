//! Numbers and places as texts print them.

use crate::article::Place;
use crate::compare::{Difference, SourceView};

/// What stands where there is no number.
pub(super) const NONE: &str = "–";

/// A number with a typographic minus; never a negative zero.
pub(crate) fn minus(value: f64, digits: usize) -> String {
    let text = format!("{:.digits$}", value.abs());
    if value < 0.0 && text.contains(|c: char| c.is_ascii_digit() && c != '0') {
        format!("−{text}")
    } else {
        text
    }
}

/// A number that may be missing.
pub(super) fn optional(value: Option<f64>, digits: usize) -> String {
    value.map_or_else(|| NONE.to_owned(), |value| minus(value, digits))
}

/// "0.05 to 0.35".
pub(super) fn interval(item: &Difference) -> Option<String> {
    let digits = item.measure.digits();
    let ends = item.interval?;
    Some(format!(
        "{} to {}",
        minus(ends.low, digits),
        minus(ends.high, digits)
    ))
}

/// A p-value: "0.012", "< 0.001".
pub(super) fn p_value(p: f64) -> String {
    if p < 0.001 {
        "< 0.001".to_owned()
    } else {
        format!("{p:.3}")
    }
}

/// A share of one in per cent: "34 %".
pub(super) fn per_cent(share: Option<f64>) -> String {
    share.map_or_else(
        || NONE.to_owned(),
        |share| format!("{:.0} %", share * 100.0),
    )
}

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
