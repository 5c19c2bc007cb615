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

#[cfg(test)]
mod tests {
    use super::citation;
    use crate::article::{Article, Headline, HeadlineOrigin, Origin};

    fn article() -> Article {
        Article {
            origin: Origin {
                name: "talks.txt".to_owned(),
                ..Origin::default()
            },
            headline: Some(Headline {
                text: "Talks “go on”".to_owned(),
                origin: HeadlineOrigin::Text,
            }),
            byline: Some("Jane Doe".to_owned()),
            published: Some("2026-03-04T10:00:00Z".to_owned()),
            outlet: Some("The Daily".to_owned()),
            url: Some("https://example.org/talks".to_owned()),
            language: None,
            blocks: vec![],
            warnings: vec![],
        }
    }

    #[test]
    fn everything_known_is_named_in_one_order() {
        assert_eq!(
            citation(&article(), " We\ngo on. "),
            "“We go on.” — Jane Doe, “Talks ‘go on’”, The Daily, 4 March 2026, https://example.org/talks"
        );
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let mut article = article();
        article.byline = Some(" ".to_owned());
        article.outlet = None;
        article.published = Some("Tuesday 4 March".to_owned());
        assert_eq!(
            citation(&article, "No."),
            "“No.” — “Talks ‘go on’”, Tuesday 4 March, https://example.org/talks"
        );
        article.published = None;
        article.url = None;
        article.headline = article.headline.map(|headline| Headline {
            origin: HeadlineOrigin::FileName,
            ..headline
        });
        assert_eq!(citation(&article, "No."), "“No.” — talks.txt");
        article.origin.name.clear();
        assert_eq!(citation(&article, "No."), "“No.”");
    }

    #[test]
    fn quotations_inside_are_single() {
        let mut article = article();
        article.headline = None;
        let cited = citation(&article, "“Stop,” he said. (\"Now!\")");
        assert!(
            cited.starts_with("“‘Stop,’ he said. (‘Now!’)” — Jane Doe, The Daily"),
            "{cited}"
        );
        assert!(citation(&article, " ").starts_with("Jane Doe"));
    }
}
