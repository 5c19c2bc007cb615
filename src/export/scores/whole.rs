//! The scores of one article as one object: the columns of its row, and the rows of its parts inside.

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use super::rows::{Detail, Row, Scored};
use super::write::{Object, SCHEMA};
use crate::article::Article;
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

/// One article's scores. The same article, settings and detail always give the same object.
#[derive(Debug)]
pub struct ArticleScores {
    /// With the settings it was scored with and what is to be said of the article; `None` if it is brief.
    full: Option<(Settings, Vec<String>)>,
    whole: Row,
    parts: Option<Vec<Row>>,
}

impl ArticleScores {
    /// The scores of `article`, with the rows of its paragraphs or sentences if that is the `detail`; the
    /// figures alone if it is to be `brief`.
    pub fn of(article: &Article, analysis: &Analysis, detail: Detail, brief: bool) -> Self {
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
            row.retain(|(column, _)| !is_left(column));
            row
        };
        let rows = |detail| scored.rows(detail, false).into_iter().map(without_place);
        Self {
            full: (!brief).then(|| (analysis.settings.clone(), article.warnings.clone())),
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
        for (column, value) in &self.whole {
            map.serialize_entry(column, value)?;
        }
        if let Some(rows) = &self.parts {
            let rows: Vec<Object> = rows.iter().map(Object).collect();
            map.serialize_entry("rows", &rows)?;
        }
        if let Some((settings, warnings)) = &self.full {
            map.serialize_entry("warnings", warnings)?;
            map.serialize_entry("settings", settings)?;
        }
        map.end()
    }
}
