//! The scores of one article as one object: the columns of its row, and the rows of its parts inside.

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use super::row::Row;
use super::rows::{Detail, Scored};
use super::write::{Object, SCHEMA};
use crate::article::Article;
use crate::score::lists::OwnLists;
use crate::score::provenance::ListUsed;
use crate::score::{Analysis, Settings};

/// Columns that say what was read or which part it is, and no figure: a brief object goes without.
const NO_FIGURES: [&str; 9] = [
    "outlet",
    "published",
    "url",
    "language",
    "sha256",
    "headline",
    "headline_unscored",
    "kind",
    "text",
];

/// What stands beside the figures.
#[derive(Debug)]
struct Full {
    settings: Settings,
    warnings: Vec<String>,
    lists: Vec<ListUsed>,
}

/// One article's scores. The same article, settings and detail always give the same object.
#[derive(Debug)]
pub struct ArticleScores {
    /// With the settings it was scored with and what is to be said of the article; `None` if it is brief.
    full: Option<Full>,
    whole: Row,
    parts: Option<Vec<Row>>,
}

impl ArticleScores {
    /// The scores of `article` and what `lists` find in it, with the rows of its paragraphs or sentences if that
    /// is the `detail`; the figures alone if it is to be `brief`.
    pub fn of(
        article: &Article,
        analysis: &Analysis,
        lists: &OwnLists,
        detail: Detail,
        brief: bool,
    ) -> Self {
        let scored = Scored {
            path: std::path::Path::new(""),
            position: 0,
            article,
            analysis,
        };
        // Which file and where in it: a line knows neither.
        let is_left = |column: &str| {
            matches!(column, "path" | "article") || (brief && NO_FIGURES.contains(&column))
        };
        let without_place = |mut row: Row| {
            row.retain(|column| !is_left(column));
            row
        };
        let rows = |detail| {
            scored
                .rows(detail, false, lists)
                .into_iter()
                .map(without_place)
        };
        Self {
            full: (!brief).then(|| Full {
                settings: analysis.settings.clone(),
                warnings: article.warnings.clone(),
                lists: ListUsed::of(lists),
            }),
            whole: rows(Detail::Article).next().unwrap_or_default(),
            parts: (detail != Detail::Article).then(|| rows(detail).collect()),
        }
    }
}

impl Serialize for ArticleScores {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if self.full.is_some() {
            map.serialize_entry("schema", SCHEMA)?;
        }
        for (column, value) in self.whole.cells() {
            map.serialize_entry(column, value)?;
        }
        if let Some(rows) = &self.parts {
            let rows: Vec<Object> = rows.iter().map(Object).collect();
            map.serialize_entry("rows", &rows)?;
        }
        if let Some(full) = &self.full {
            map.serialize_entry("warnings", &full.warnings)?;
            map.serialize_entry("settings", &full.settings)?;
            if !full.lists.is_empty() {
                map.serialize_entry("word_lists", &full.lists)?;
            }
        }
        map.end()
    }
}
