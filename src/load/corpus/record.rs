//! The records of a corpus, each a flat list of fields.

use std::collections::BTreeMap;

use serde_json::Value;

/// Fields by name; fields inside others are named with stops.
pub(in crate::load) type Record = BTreeMap<String, String>;

/// The records of a file before they become articles.
#[derive(Debug, Default)]
pub(in crate::load) struct Records {
    /// In their order.
    pub(super) records: Vec<Record>,
    /// What was lost on the way, in words.
    pub(super) notes: Vec<String>,
}

impl Records {
    /// Records of which none was lost.
    pub(super) const fn whole(records: Vec<Record>) -> Self {
        Self {
            records,
            notes: Vec::new(),
        }
    }
}

/// How deep fields inside fields are looked for.
const DEPTH: usize = 4;
/// The longest text of one article, in bytes; a longer field is a mistake in the file.
pub(super) const LONGEST: usize = 16 * 1024 * 1024;

/// Flattens a JSON object.
pub(super) fn flatten(value: Value) -> Record {
    let mut record = Record::new();
    let mut left = vec![(String::new(), value, 0)];
    while let Some((name, value, depth)) = left.pop() {
        match value {
            Value::Object(fields) if depth < DEPTH => {
                left.extend(fields.into_iter().map(|(field, value)| {
                    let name = if name.is_empty() {
                        field
                    } else {
                        format!("{name}.{field}")
                    };
                    (name, value, depth + 1)
                }));
            }
            Value::Array(items) => {
                if let Some(text) = listed(items) {
                    record.insert(name, text);
                }
            }
            Value::String(text) => {
                record.insert(name, text);
            }
            Value::Number(number) => {
                record.insert(name, number.to_string());
            }
            _ => {}
        }
    }
    record
}

/// A list of strings or of named objects as one text: paragraphs if they are long, else one line.
fn listed(items: Vec<Value>) -> Option<String> {
    let texts: Vec<String> =
        items
            .into_iter()
            .filter_map(|item| match item {
                Value::String(text) => Some(text),
                Value::Object(mut fields) => ["name", "text", "title"].iter().find_map(|name| {
                    match fields.remove(*name)? {
                        Value::String(text) => Some(text),
                        _ => None,
                    }
                }),
                _ => None,
            })
            .collect();
    let length: usize = texts.iter().map(String::len).sum();
    let separator = if length > 60 * texts.len() {
        "\n\n"
    } else {
        "; "
    };
    (!texts.is_empty()).then(|| texts.join(separator))
}
