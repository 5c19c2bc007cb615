//! The text of a page that its scripts were to show, from the data that they carry.

use dom_query::Document;
use serde::Deserialize as _;

use super::tree;
use crate::load::clean::{key, similarity, words};
use crate::load::corpus::json::pieces;
use crate::load::corpus::json::tree::Json;

/// Words of a text in the data from which it can stand in for the page.
pub(super) const ENOUGH: usize = 120;
/// How much of a block is looked for in the data, in bytes.
const LOOKED_AT: usize = 60;
/// How many per cent of the words that a page shows the data of its scripts must repeat to be its text.
const SAME: usize = 60;
/// Fewer words than this say nothing about which text is the page's.
const FEW: usize = 40;
/// How alike the headline of a text in the data must be to that of a page that shows no text.
const SAME_HEADLINE: f64 = 0.6;
/// The longest script that is read, in bytes: the longest of 341 development pages has 4 MB.
const LONGEST_SCRIPT: usize = 6_000_000;

/// The first letters of a block, as they are looked for in a text.
fn beginning(text: &str) -> String {
    let mut start = key(text);
    start.truncate(start.floor_char_boundary(LOOKED_AT));
    start
}

/// A text that stands in the data of a page's scripts.
pub(super) struct ScriptText {
    /// The text as HTML.
    pub(super) html: String,
    /// The headline beside it.
    pub(super) headline: Option<String>,
    words: usize,
}

/// What stands in a script of a page.
#[derive(Debug)]
pub(super) struct Script {
    /// Whether it says that it is JSON.
    is_json: bool,
    pub(super) text: String,
}

/// The scripts of a page that are long enough to carry a text.
pub(super) fn scripts(page: &Document) -> Vec<Script> {
    let root = page.root();
    let scripts = root.descendants_it().filter(|node| node.has_name("script"));
    scripts
        .map(|node| Script {
            is_json: node.attr("type").is_some_and(|kind| kind.contains("json")),
            text: node.text().to_string(),
        })
        .filter(|script| (ENOUGH..LONGEST_SCRIPT).contains(&script.text.len()))
        .collect()
}

/// The text that the scripts of a page were to show, much longer than what the page shows: `shown`, the
/// paragraphs it shows, stand in it; where there are none, it has the headline of the page.
pub(super) fn in_scripts(scripts: &[Script], shown: &[&str], headline: &str) -> Option<ScriptText> {
    let found: usize = shown.iter().map(|text| words(text)).sum();
    let mut best: Option<ScriptText> = None;
    for script in scripts {
        for value in values(script) {
            for text in texts(&value) {
                let longer = text.words >= ENOUGH.max(2 * found)
                    && best.as_ref().is_none_or(|best| text.words > best.words);
                if longer && is_of_page(&text, shown, found, headline) {
                    best = Some(text);
                }
            }
        }
    }
    best
}

fn is_of_page(text: &ScriptText, shown: &[&str], found: usize, headline: &str) -> bool {
    if found < FEW {
        let own = text.headline.as_deref();
        return own
            .is_some_and(|own| headline.is_empty() || similarity(own, headline) >= SAME_HEADLINE);
    }
    let all = key(&without_tags(&text.html));
    let repeated = shown.iter().filter(|text| all.contains(&beginning(text)));
    repeated.map(|text| words(text)).sum::<usize>() * 100 >= found * SAME
}

fn without_tags(html: &str) -> String {
    tree::parse(html).map_or_else(|_| String::new(), |page| page.text().to_string())
}

/// The JSON values of a script: all of it, what it gives to a name, what it parses.
fn values(script: &Script) -> Vec<Json> {
    let text = script.text.trim_start();
    if script.is_json {
        return first_value(text).into_iter().collect();
    }
    let quoted = text.split("JSON.parse(").skip(1).filter_map(|rest| {
        let string = first_value(rest)?;
        first_value(string.as_text()?)
    });
    let mut values: Vec<Json> = quoted.collect();
    // "window.__STATE__ = {…};"
    let given = text.split_once('=').map(|(_, rest)| rest.trim_start());
    let given = given.filter(|rest| rest.starts_with(['{', '[']));
    values.extend(given.and_then(first_value));
    values
}

/// The JSON value that a text begins with.
fn first_value(text: &str) -> Option<Json> {
    let mut reader = serde_json::Deserializer::from_str(text);
    Json::deserialize(&mut reader).ok()
}

/// Names under which a text stands beside its headline.
const TEXTS: [&str; 8] = [
    "articleBody",
    "body",
    "content",
    "html",
    "text",
    "bodyHtml",
    "body_html",
    "contentHtml",
];

/// The texts in a value: lists of paragraphs and other pieces, and long strings called text.
fn texts(value: &Json) -> Vec<ScriptText> {
    let mut texts = Vec::new();
    let mut open: Vec<(&Json, Option<&str>, &str)> = vec![(value, None, "")];
    while let Some((value, headline, name)) = open.pop() {
        match value {
            Json::Object(fields) => {
                let title = ["headline", "title"].into_iter().find_map(|name| {
                    let (_, value) = fields.iter().find(|(known, _)| &**known == name)?;
                    value.as_text()
                });
                let headline = title.or(headline);
                open.extend(
                    fields
                        .iter()
                        .map(|(name, value)| (value, headline, &**name)),
                );
            }
            Json::List(items) => {
                let html = pieces::are_pieces(items).then(|| pieces::html(items, true));
                if let Some(html) = html.flatten() {
                    texts.push(ScriptText::new(html, headline));
                } else {
                    open.extend(items.iter().map(|value| (value, headline, name)));
                }
            }
            Json::Text(text) if TEXTS.contains(&name) && text.len() > ENOUGH => {
                texts.push(ScriptText::new(text.to_string(), headline));
            }
            _ => {}
        }
    }
    texts
}

impl ScriptText {
    fn new(html: String, headline: Option<&str>) -> Self {
        Self {
            words: words(&html),
            html,
            headline: headline.map(str::to_owned),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(number: usize) -> String {
        let paragraph = |n: usize| {
            format!(
                r#"{{"type":"paragraph","content":[{{"type":"text","value":"In paragraph {n} the council met on the "}},{{"type":"link","content":[{{"type":"text","value":"harbour wall"}}]}},{{"type":"text","value":" and voted for it by nine votes to four."}}]}}"#
            )
        };
        (0..number).map(paragraph).collect::<Vec<_>>().join(",")
    }

    fn found(script: &str, shown: &[&str], headline: &str) -> Option<String> {
        let page = Document::from(format!("<title>Wall</title>{script}"));
        in_scripts(&scripts(&page), shown, headline).map(|text| without_tags(&text.html))
    }

    #[test]
    fn the_text_of_a_script_is_found_by_what_the_page_shows_of_it() {
        let json = format!(
            r#"{{"a":[1],"story":{{"body":{{"content":[{}]}}}}}}"#,
            sentences(20)
        );
        let shown = "In paragraph 3 the council met on the harbour wall and voted for it by nine votes to four.";
        let shown = [shown, shown, shown];
        for script in [
            format!("<script type='application/json'>{json}</script>"),
            format!("<script>window.__STATE__ = {json}; run();</script>"),
            format!(
                "<script>start(JSON.parse({}))</script>",
                serde_json::json!(json)
            ),
        ] {
            let text = found(&script, &shown, "Wall").unwrap_or_default();
            assert!(
                text.contains("paragraph 19 the council met on the harbour wall and voted"),
                "{script}"
            );
            let other = ["The fishermen sailed without the harbour master on a cold Tuesday morning in May.";
                4];
            assert_eq!(found(&script, &other, "Wall"), None);
            // No headline says that this text is the page's.
            assert_eq!(found(&script, &[], "Wall"), None);
        }
    }

    #[test]
    fn a_page_that_shows_nothing_has_the_text_with_its_headline() {
        let json = |title: &str| {
            format!(
                r#"<script type='application/json'>{{"post":{{"title":"{title}","body":[{}]}}}}</script>"#,
                sentences(20)
            )
        };
        assert!(
            found(
                &json("Council votes for the wall"),
                &[],
                "Council votes for the wall"
            )
            .is_some()
        );
        assert_eq!(
            found(&json("A cat in a tree"), &[], "Council votes for the wall"),
            None
        );
    }
}
