//! From a JSON object to a record: fields inside others, and lists as text.

use std::borrow::Cow;

use super::pieces;
use super::tree::{Fields, Json, field};
use crate::load::corpus::fields::{Role, role_of};
use crate::load::corpus::record::{FieldNames, Record};

/// How deep fields inside fields are looked for.
const DEPTH: usize = 4;

/// Flattens a JSON value.
pub(super) fn flatten(value: Json, names: &mut FieldNames) -> Record {
    let titled = value.as_object().is_some_and(|fields| {
        fields.iter().any(|(name, value)| {
            matches!(role_of(name), Some((Role::Title, _))) && !matches!(value, Json::Nothing)
        })
    });
    let mut record = Vec::new();
    let mut left = vec![(String::new(), value, 0)];
    while let Some((name, value, depth)) = left.pop() {
        match value {
            Json::Object(fields) if depth < DEPTH => {
                // The last is taken first, so that the fields come in their order.
                left.extend(fields.into_iter().rev().map(|(field, value)| {
                    let name = if name.is_empty() {
                        field.into_string()
                    } else {
                        format!("{name}.{field}")
                    };
                    (name, value, depth + 1)
                }));
            }
            Json::List(items) => {
                if let Some(text) = listed(&items, titled) {
                    record.push((names.of(&name), text.into()));
                }
            }
            Json::Text(text) | Json::Number(text) => record.push((names.of(&name), text)),
            Json::Object(_) | Json::Nothing => {}
        }
    }
    Record::of(record)
}

/// A list of pieces of a text as HTML; of strings or of named objects as one text: paragraphs if they are
/// long, else one line.
fn listed(items: &[Json], titled: bool) -> Option<String> {
    let is_long = |fields: &Fields| {
        ["name", "title"]
            .iter()
            .all(|name| field(fields, name).is_none())
    };
    if items.iter().any(Json::is_object)
        && items.iter().all(|item| match item {
            Json::Object(fields) => is_long(fields),
            _ => true,
        })
        && pieces::are_pieces(items)
    {
        return pieces::html(items, titled);
    }
    let texts: Vec<Cow<str>> = items
        .iter()
        .filter_map(|item| match item {
            Json::Text(text) => Some(Cow::Borrowed(&**text)),
            Json::Object(fields) => (["name", "text", "title"].iter())
                .find_map(|name| field(fields, name)?.as_text())
                .map(Cow::Borrowed),
            Json::List(sentences) => Some(Cow::Owned(joined(sentences))),
            _ => None,
        })
        .filter(|text| !text.is_empty())
        .collect();
    let length: usize = texts.iter().map(|text| text.len()).sum();
    let separator = if length > 60 * texts.len() {
        "\n\n"
    } else {
        "; "
    };
    (!texts.is_empty()).then(|| texts.join(separator))
}

/// A list in a list: a paragraph by its sentences.
fn joined(sentences: &[Json]) -> String {
    let texts = sentences.iter().filter_map(|sentence| match sentence {
        Json::Object(fields) => field(fields, "text")?.as_text(),
        other => other.as_text(),
    });
    texts.collect::<Vec<_>>().join(" ")
}
