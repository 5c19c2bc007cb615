//! A passage as it is quoted elsewhere: with its source.

use super::{Article, HeadlineOrigin};
use crate::text::{date, one_line};

/// `passage` in quotation marks and where it stands: byline, headline, outlet, date and address as far
/// as they are known, else the name of what was read. Without a passage, the source alone.
///
/// `“We go on.” — Jane Doe, “Talks go on”, The Daily, 4 March 2026, https://example.org/talks`
pub fn citation(article: &Article, passage: &str) -> String {
    let source = source(article);
    match quoted(passage) {
        passage if passage.is_empty() => source,
        passage if source.is_empty() => passage,
        passage => format!("{passage} — {source}"),
    }
}

fn source(article: &Article) -> String {
    let known = |fact: &Option<String>| {
        let fact = one_line(fact.as_deref().unwrap_or_default());
        (!fact.is_empty()).then_some(fact)
    };
    let headline = article
        .headline
        .as_ref()
        .filter(|headline| headline.origin != HeadlineOrigin::FileName)
        .map(|headline| quoted(&headline.text))
        .filter(|headline| !headline.is_empty());
    let published = known(&article.published).map(|day| date(&day));
    let facts = [
        known(&article.byline),
        headline,
        known(&article.outlet),
        published,
        known(&article.url),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    if facts.is_empty() {
        one_line(&article.origin.name)
    } else {
        facts.join(", ")
    }
}

/// A text in double quotation marks, those inside made single; empty if there is none.
fn quoted(text: &str) -> String {
    let text = one_line(text);
    if text.is_empty() {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 6);
    out.push('“');
    let mut before = ' ';
    for character in text.chars() {
        out.push(match character {
            '“' | '„' | '‟' => '‘',
            '"' if before.is_whitespace() || "([{—–-".contains(before) => '‘',
            '"' | '”' => '’',
            other => other,
        });
        before = character;
    }
    out.push('”');
    out
}
