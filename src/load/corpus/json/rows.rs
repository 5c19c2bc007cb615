//! Which values of a JSON text are articles: a list of them, wherever it stands, one article, columns, objects by id.

use super::pieces;
use super::tree::{Fields, Json, field};
use crate::load::corpus::fields::{Role, role_of};

/// How deep a list of articles is looked for.
const DEPTH: usize = 8;

pub(super) fn is_article_list(values: &[Json]) -> bool {
    values
        .first()
        .and_then(Json::as_object)
        .is_some_and(|fields| fields.iter().any(|(name, _)| names_article(name)))
}

fn names_article(name: &str) -> bool {
    matches!(role_of(name), Some((Role::Text | Role::Title, _)))
}

/// Elasticsearch keeps the article in `_source`.
pub(super) fn article(mut fields: Fields) -> Json {
    let source = fields
        .iter()
        .position(|(name, value)| &**name == "_source" && value.is_object());
    match source {
        Some(at) => fields.swap_remove(at).1,
        None => Json::Object(fields),
    }
}

/// The articles of a JSON value, wherever they are.
pub(super) fn rows(value: Json, depth: usize) -> Vec<Json> {
    match value {
        _ if depth > DEPTH => Vec::new(),
        // The text of one article and nothing else.
        Json::List(items) if depth == 0 && is_text(&items) => {
            vec![Json::Object(vec![("text".into(), Json::List(items))])]
        }
        Json::List(items) if items.iter().any(Json::is_object) => {
            let objects = items.into_iter().filter_map(Json::into_object);
            objects.map(article).collect()
        }
        Json::Object(fields) if is_article(&fields) => vec![Json::Object(fields)],
        Json::Object(fields) if is_columns(&fields) => columns(fields),
        Json::Object(fields) if is_by_id(&fields) => fields.into_iter().map(|(_, v)| v).collect(),
        Json::Object(fields) => fields
            .into_iter()
            .map(|(_, value)| rows(value, depth + 1))
            .fold(Vec::new(), |best, found| {
                if found.len() > best.len() {
                    found
                } else {
                    best
                }
            }),
        _ => Vec::new(),
    }
}

/// Whether a list is the text of an article in pieces, each of which says what it is.
fn is_text(items: &[Json]) -> bool {
    items.iter().all(|item| {
        item.as_object()
            .is_some_and(|fields| field(fields, "type").is_some())
    }) && pieces::are_pieces(items)
}

/// One article: a text, and something else that articles have.
fn is_article(fields: &Fields) -> bool {
    let has = |role: Role| {
        fields.iter().any(|(name, value)| {
            role_of(name).is_some_and(|(named, _)| named == role) && !matches!(value, Json::Nothing)
        })
    };
    let has_text = fields.iter().any(|(name, value)| {
        let is_text = match value {
            Json::Text(text) => text.len() > 40,
            Json::List(items) => {
                !items.is_empty()
                    && (items.iter().all(|item| item.as_text().is_some())
                        || pieces::are_pieces(items))
            }
            // Rendered HTML, rich text.
            Json::Object(inner) => inner.iter().any(|(name, value)| {
                matches!(
                    &**name,
                    "rendered" | "html" | "text" | "value" | "blocks" | "content"
                ) && match value {
                    Json::Text(text) => text.len() > 40,
                    Json::List(items) => pieces::are_pieces(items),
                    _ => false,
                }
            }),
            _ => false,
        };
        is_text && matches!(role_of(name), Some((Role::Text, _)))
    });
    has_text && (has(Role::Title) || has(Role::Url) || has(Role::Date))
}

/// pandas' default: `{"title": {"0": …}, "text": {"0": …}}`.
fn is_columns(fields: &Fields) -> bool {
    let known = fields
        .iter()
        .filter(|(name, _)| role_of(name).is_some())
        .count();
    known >= 2
        && fields.iter().all(|(_, column)| {
            column
                .as_object()
                .is_some_and(|cells| cells.iter().all(|(_, cell)| !cell.is_object()))
        })
}

fn columns(fields: Fields) -> Vec<Json> {
    let mut rows: Vec<Fields> = Vec::new();
    let mut place = std::collections::HashMap::new();
    for (name, column) in fields {
        for (id, cell) in column.into_object().into_iter().flatten() {
            let at = *place.entry(id).or_insert_with(|| {
                rows.push(Fields::new());
                rows.len() - 1
            });
            if let Some(row) = rows.get_mut(at) {
                row.push((name.clone(), cell));
            }
        }
    }
    rows.into_iter().map(Json::Object).collect()
}

/// `{"id1": {…}, "id2": {…}}`.
fn is_by_id(fields: &Fields) -> bool {
    !fields.is_empty()
        && fields.iter().all(|(_, value)| {
            value
                .as_object()
                .is_some_and(|fields| fields.iter().any(|(name, _)| names_article(name)))
        })
}
