//! A recipe: what was compared, how it was scored and what is to be made of it, as one TOML file. Sources stand
//! in it as in a document without texts, by path and SHA-256; only what came from no file stands there itself.

use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::document::{UnopenedDocument, is_document, open_document};
use crate::chart::{self, Kind};
use crate::export::format::{self, Entry, Format as _};
use crate::export::report::Part;
use crate::export::scores::Detail;
use crate::load;
use crate::session::Session;
use crate::session::document::{self, Articles, DocumentError, Opened, Readings};
use crate::text::shown;

/// What a recipe says it is, before the version of its layout.
const KIND: &str = "parallax.recipe/";
/// The version that is written, and the newest that is read.
const LAYOUT: u64 = 1;
/// The largest recipe, in bytes: one line an article, and the texts that came from no file.
const MOST_BYTES: u64 = 64 << 20;

/// The one format of a recipe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// TOML that says its own version.
    Recipe,
}

impl format::Format for Format {
    fn entry(&self) -> Entry {
        Entry::new("Parallax recipe", &["toml"])
    }
}

/// What is compared, and what is to be made of it.
#[derive(Debug)]
pub struct Recipe {
    /// The Parallax it was saved by, if it says so.
    pub version: Option<String>,
    /// Whether the second reader is asked.
    pub second: bool,
    /// What is compared, and what of it is not as it was.
    pub opened: Opened,
    /// What is to be made.
    pub wanted: Vec<Wanted>,
}

/// One file that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Its name, in the folder where everything goes.
    pub name: String,
    /// What it is, or why that is not known.
    pub what: Result<What, String>,
    /// Whether it was named; what was not is left out where there is nothing to show.
    pub is_named: bool,
}

/// What can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The comparison as one JSON object.
    Comparison,
    /// The report, with these parts (the usual ones if `None`), with the articles' own words or without.
    Report(Option<Vec<Part>>, bool),
    /// The scores of every article, paragraph or sentence.
    Scores(Detail),
    /// Who is quoted.
    Quoted,
    /// A chart.
    Chart(Drawing),
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawing {
    /// Which chart.
    pub kind: Kind,
    /// What it counts by.
    pub options: chart::Options,
    /// On near-black instead of white.
    pub dark: bool,
    /// With letters that stay text in an SVG.
    pub editable_text: bool,
}

/// Why a recipe was not read.
#[derive(Debug, thiserror::Error)]
pub enum UnreadRecipe {
    /// It is a document, and did not open.
    #[error(transparent)]
    Document(#[from] UnopenedDocument),
    /// The file could not be read.
    #[error(transparent)]
    Unread(#[from] load::LoadError),
    /// It is something else.
    #[error("{0}: this is no recipe: it does not begin with recipe = \"{KIND}{LAYOUT}\"")]
    NoRecipe(String),
    /// It was saved by a later version.
    #[error(
        "{path}: it was saved by a newer Parallax ({version}; its layout is {layout}, this one reads {LAYOUT}). \
         Update Parallax to use it"
    )]
    Newer {
        /// The recipe.
        path: String,
        /// What saved it.
        version: String,
        /// The version of its layout.
        layout: u64,
    },
    /// It does not follow its format.
    #[error("{path}: it could not be read as a recipe: {detail}")]
    Damaged {
        /// The recipe.
        path: String,
        /// What is wrong, and where.
        detail: String,
    },
    /// What is compared could not be read.
    #[error("{path}: {source}")]
    Session {
        /// The recipe.
        path: String,
        /// What is wrong.
        source: DocumentError,
    },
}

/// A recipe as it stands in the file.
#[derive(Debug, Serialize, Deserialize)]
struct File {
    recipe: String,
    version: Option<String>,
    #[serde(default)]
    second: bool,
    #[serde(default)]
    output: Vec<SavedOutput>,
    document: Value,
}

/// The part of it that every version has.
#[derive(Debug, Deserialize)]
struct Head {
    recipe: Option<String>,
    version: Option<String>,
}

/// A file to be made, as it stands there.
#[derive(Debug, Default, Serialize, Deserialize)]
struct SavedOutput {
    name: String,
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    without_text: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    chart: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    dark: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    editable_text: bool,
    /// What a chart counts by, if not as usual.
    #[serde(skip_serializing_if = "Option::is_none")]
    counting: Option<chart::Options>,
}

impl Recipe {
    /// Reads a recipe; of a document, the recipe of everything that can be made of it.
    ///
    /// # Errors
    /// Why it could not be read. Sources that are missing or changed are among the problems of what was opened.
    pub fn open(path: &Path) -> Result<Self, UnreadRecipe> {
        if is_document(path) {
            let opened = open_document(path)?;
            return Ok(Self {
                version: None,
                second: !opened.said.is_empty(),
                wanted: everything(chart::Options::default()),
                opened,
            });
        }
        let unread = |error: std::io::Error| load::Problem::from(error).of(shown(path));
        let about = std::fs::metadata(path).map_err(unread)?;
        let told = || shown(path);
        if !about.is_file() || about.len() > MOST_BYTES {
            return Err(UnreadRecipe::NoRecipe(told()));
        }
        load::note_read(path);
        let bytes = std::fs::read(path).map_err(unread)?;
        let text = String::from_utf8(bytes).map_err(|_| UnreadRecipe::NoRecipe(told()))?;
        let damaged = |error: toml::de::Error| UnreadRecipe::Damaged {
            path: told(),
            detail: error.to_string().trim_end().to_owned(),
        };
        let head: Head = toml::from_str(&text).map_err(damaged)?;
        let says = head.recipe.unwrap_or_default();
        let layout = says.strip_prefix(KIND).and_then(|n| n.parse::<u64>().ok());
        match layout {
            Some(LAYOUT) => {}
            Some(layout) if layout > LAYOUT => {
                return Err(UnreadRecipe::Newer {
                    path: told(),
                    version: head
                        .version
                        .unwrap_or_else(|| "of unknown version".to_owned()),
                    layout,
                });
            }
            _ => return Err(UnreadRecipe::NoRecipe(told())),
        }
        let file: File = toml::from_str(&text).map_err(damaged)?;
        let document = file.document.to_string();
        let opened = document::from_bytes(document.as_bytes(), path, load::open);
        let opened = opened.map_err(|source| UnreadRecipe::Session {
            path: told(),
            source,
        })?;
        let wanted = file.output.into_iter().map(|saved| Wanted {
            what: saved.what(),
            name: saved.name,
            is_named: true,
        });
        Ok(Self {
            version: file.version,
            second: file.second,
            wanted: wanted.collect(),
            opened,
        })
    }

    /// The recipe for `wanted` of `session`, as the bytes of the file that will stand at `at`.
    ///
    /// # Errors
    /// What could not be written down.
    pub fn to_bytes(
        session: &Session,
        second: bool,
        wanted: &[Wanted],
        at: &Path,
    ) -> Result<Vec<u8>, RecipeError> {
        let referenced = Articles::Referenced;
        let document = document::to_bytes_with(session, &Readings::default(), referenced, at)?;
        let mut document: Value = serde_json::from_slice(&document)?;
        drop_nulls(&mut document);
        let text = toml::to_string_pretty(&File {
            recipe: format!("{KIND}{LAYOUT}"),
            version: Some(crate::VERSION.to_owned()),
            second,
            output: wanted.iter().filter_map(SavedOutput::of).collect(),
            document,
        })?;
        Ok(format!("{INTRODUCTION}{text}").into_bytes())
    }
}

/// What stands above every recipe.
const INTRODUCTION: &str = "\
# A recipe of Parallax: `parallax rerun THIS-FILE` makes every [[output]] again, the same to the last byte.
# Take out what you do not need. Kinds of output: comparison (.json), report (.html, .docx, .md), scores
# (.csv, .json, .jsonl; detail = article, paragraph or sentence), quoted (.csv, .json), chart (.svg, .png, .pdf,
# .csv). Sources are found by path, seen from this file, and must have the SHA-256 that stands here.

";

/// Why a recipe was not made.
#[derive(Debug, thiserror::Error)]
pub enum RecipeError {
    /// What is compared could not be written down.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The same, on the way from one form to the other.
    #[error("the steps could not be written down: {0}")]
    Json(#[from] serde_json::Error),
    /// A value that TOML cannot say.
    #[error("the steps could not be written down: {0}")]
    Toml(#[from] toml::ser::Error),
}

/// Everything that can be made of two sources.
pub(super) fn everything(options: chart::Options) -> Vec<Wanted> {
    let details = [
        ("scores-articles.csv", Detail::Article),
        ("scores-paragraphs.csv", Detail::Paragraph),
        ("scores-sentences.csv", Detail::Sentence),
    ];
    let mut all = vec![
        ("comparison.json".to_owned(), What::Comparison),
        ("report.html".to_owned(), What::Report(None, true)),
    ];
    all.extend(details.map(|(name, detail)| (name.to_owned(), What::Scores(detail))));
    all.push(("quoted.csv".to_owned(), What::Quoted));
    #[cfg(feature = "gui")]
    all.extend(Kind::all().iter().map(|kind| {
        let drawing = Drawing {
            kind: *kind,
            options,
            dark: false,
            editable_text: false,
        };
        (format!("{}.svg", kind.id()), What::Chart(drawing))
    }));
    #[cfg(not(feature = "gui"))]
    let _ = options;
    let wanted = all.into_iter().map(|(name, what)| Wanted {
        name,
        what: Ok(what),
        is_named: false,
    });
    wanted.collect()
}

impl SavedOutput {
    fn of(wanted: &Wanted) -> Option<Self> {
        let what = wanted.what.as_ref().ok()?;
        let mut saved = Self {
            name: wanted.name.clone(),
            kind: what.kind().to_owned(),
            ..Self::default()
        };
        match what {
            What::Comparison | What::Quoted => {}
            What::Report(parts, with_text) => {
                let names = |parts: &Vec<Part>| parts.iter().map(Part::to_string).collect();
                saved.parts = parts.as_ref().map(names);
                saved.without_text = !with_text;
            }
            What::Scores(detail) => saved.detail = Some(name_of(*detail).to_owned()),
            What::Chart(drawing) => {
                saved.chart = Some(drawing.kind.id().to_owned());
                saved.dark = drawing.dark;
                saved.editable_text = drawing.editable_text;
                let is_usual = drawing.options == chart::Options::default();
                saved.counting = (!is_usual).then_some(drawing.options);
            }
        }
        Some(saved)
    }

    fn what(&self) -> Result<What, String> {
        let is_plain = Path::new(&self.name).file_name() == Some(self.name.as_ref());
        if !is_plain || self.name.contains(['/', '\\']) {
            return Err("the name of an output is that of a file, without folders".to_owned());
        }
        match self.kind.as_str() {
            "comparison" => Ok(What::Comparison),
            "quoted" => Ok(What::Quoted),
            "report" => {
                let parse = |name: &String| name.parse().map_err(|error| format!("{error}"));
                let parts = self.parts.as_ref();
                let parts = parts.map(|parts| parts.iter().map(parse).collect());
                Ok(What::Report(parts.transpose()?, !self.without_text))
            }
            "scores" => {
                let detail = self.detail.as_deref().unwrap_or(name_of(Detail::Article));
                let known = DETAILS.into_iter().find(|known| name_of(*known) == detail);
                let unknown = || format!("there is no detail “{detail}” of scores");
                known.map(What::Scores).ok_or_else(unknown)
            }
            "chart" => {
                let kind = self.chart.as_deref().unwrap_or_default();
                let known = Kind::from_id(kind);
                let drawing = known.map(|kind| Drawing {
                    kind,
                    options: self.counting.unwrap_or_default(),
                    dark: self.dark,
                    editable_text: self.editable_text,
                });
                let unknown = || format!("no chart is called “{kind}”");
                drawing.map(What::Chart).ok_or_else(unknown)
            }
            other => Err(format!(
                "there is no output of kind “{other}” in this version"
            )),
        }
    }
}

const DETAILS: [Detail; 3] = [Detail::Article, Detail::Paragraph, Detail::Sentence];

const fn name_of(detail: Detail) -> &'static str {
    match detail {
        Detail::Article => "article",
        Detail::Paragraph => "paragraph",
        Detail::Sentence => "sentence",
    }
}

impl What {
    /// The chart it is, if it is one.
    pub(super) const fn chart(&self) -> Option<Kind> {
        match self {
            Self::Chart(drawing) => Some(drawing.kind),
            _ => None,
        }
    }

    /// What it is called in a recipe.
    const fn kind(&self) -> &'static str {
        match self {
            Self::Comparison => "comparison",
            Self::Report(..) => "report",
            Self::Scores(_) => "scores",
            Self::Quoted => "quoted",
            Self::Chart(_) => "chart",
        }
    }
}

/// TOML has no null: what is not there is left out.
fn drop_nulls(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| !field.is_null());
            fields.values_mut().for_each(drop_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_nulls),
        _ => {}
    }
}

/// Whether a file is a recipe by its name.
pub fn is_recipe(path: &Path) -> bool {
    Format::of(path).is_ok()
}
