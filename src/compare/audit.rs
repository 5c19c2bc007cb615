//! The source audit: who is quoted in the articles of each source, how often, at what length and in how many
//! articles, with what the user says of them. What somebody is or belongs to is never guessed.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::source::SourceView;
use crate::article::{Place, Side};
use crate::score::people::{NameKind, union};

/// Somebody quoted by a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quoted {
    /// The fullest form of the name, or else the words that tell who speaks ("he", "a spokesman").
    pub name: String,
    /// What it is the name of; `None` where it is no name.
    pub kind: Option<NameKind>,
    /// Quotations.
    pub quotations: usize,
    /// Words in them.
    pub words: usize,
    /// Articles that quote them.
    pub articles: usize,
    /// The paragraphs the quotations stand in, in order.
    pub places: Vec<Place>,
}

impl Quoted {
    /// The names of its columns.
    pub const COLUMNS: [&'static str; 5] = ["Speaker", "Kind", "Quotations", "Words", "Articles"];

    /// What it is the name of, in a word.
    pub fn kind_label(&self) -> &'static str {
        self.kind.map_or("no name", NameKind::label)
    }
}

/// Who is quoted in the articles of `source`, shown as `side`, at greatest length first. Names are put together
/// over articles as their fullest forms are spelt; "he" and "she" stay by themselves.
pub fn quoted(side: Side, source: &SourceView<'_>) -> Vec<Quoted> {
    let names = union(source.articles.iter().map(|(_, scores)| &scores.people));
    let mut of_name: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (name, origins) in names.origins.iter().enumerate() {
        of_name.extend(origins.iter().map(|origin| (*origin, name)));
    }
    let mut all: BTreeMap<String, (Quoted, BTreeSet<usize>)> = BTreeMap::new();
    for (article, (_, scores)) in source.articles.iter().enumerate() {
        for speaker in &scores.speakers {
            let known = speaker.named.and_then(|at| {
                let name = of_name.get(&(article, at))?;
                names.people.names.get(*name)
            });
            let name = known.map_or(&speaker.name, |known| &known.name);
            let (quoted, articles) = all.entry(key(name)).or_insert_with(|| {
                let quoted = Quoted {
                    name: name.clone(),
                    kind: known.map(|known| known.kind),
                    quotations: 0,
                    words: 0,
                    articles: 0,
                    places: Vec::new(),
                };
                (quoted, BTreeSet::new())
            });
            quoted.quotations += speaker.quotes.len();
            quoted.words += speaker.words;
            articles.insert(article);
            let blocks = speaker.quotes.iter();
            let places = blocks.map(|(block, _)| Place::block(side, article, *block));
            quoted.places.extend(places);
        }
    }
    let mut rows: Vec<Quoted> = all
        .into_values()
        .map(|(mut quoted, articles)| {
            quoted.articles = articles.len();
            quoted.places.sort();
            quoted.places.dedup();
            quoted
        })
        .collect();
    rows.sort_by(|x, y| y.words.cmp(&x.words).then_with(|| x.name.cmp(&y.name)));
    rows
}

/// What speakers are told apart by: their names without regard to case.
fn key(name: &str) -> String {
    name.to_lowercase()
}

/// The columns every audit begins with, empty until the user fills them.
const COLUMNS: [&str; 2] = ["Role", "Affiliation"];
/// The most columns of the user's own.
pub const MOST_COLUMNS: usize = 12;

/// What the user says of those quoted, by column: only what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceNotes {
    /// The columns, in order.
    columns: Vec<String>,
    /// What stands in them, by speaker and column; no empty texts.
    #[serde(default)]
    speakers: BTreeMap<String, BTreeMap<String, String>>,
}

impl Default for SourceNotes {
    fn default() -> Self {
        Self {
            columns: COLUMNS.map(str::to_owned).into(),
            speakers: BTreeMap::new(),
        }
    }
}

impl SourceNotes {
    /// The columns, in order.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// What the user says of a speaker in a column; empty where nothing was said.
    pub fn of(&self, speaker: &str, column: &str) -> &str {
        let columns = self.speakers.get(&key(speaker));
        columns
            .and_then(|columns| columns.get(column))
            .map_or("", String::as_str)
    }

    /// Says something of a speaker in a column; an empty text takes it back. A column that is not there is
    /// added.
    pub fn set(&mut self, speaker: &str, column: &str, text: &str) {
        self.add_column(column);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let columns = self.speakers.entry(key(speaker)).or_default();
        if text.is_empty() {
            columns.remove(column);
        } else {
            columns.insert(column.to_owned(), text);
        }
        self.speakers.retain(|_, columns| !columns.is_empty());
    }

    /// Adds a column; nothing where the name is empty or taken, or there are [`MOST_COLUMNS`].
    pub fn add_column(&mut self, name: &str) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let taken = self.columns.iter().any(|column| key(column) == key(&name));
        if !name.is_empty() && !taken && self.columns.len() < MOST_COLUMNS {
            self.columns.push(name);
        }
    }

    /// Takes a column out with all that stands in it.
    pub fn remove_column(&mut self, name: &str) {
        self.columns.retain(|column| column != name);
        for columns in self.speakers.values_mut() {
            columns.remove(name);
        }
        self.speakers.retain(|_, columns| !columns.is_empty());
    }

    /// Takes over what `other` says, and its columns.
    pub fn extend(&mut self, other: &Self) {
        for column in &other.columns {
            self.add_column(column);
        }
        for (speaker, columns) in &other.speakers {
            for (column, text) in columns {
                self.set(speaker, column, text);
            }
        }
    }

    /// How many speakers something was said of.
    pub fn count(&self) -> usize {
        self.speakers.len()
    }

    /// How much of it is the user's: speakers something was said of, and columns added or taken out.
    pub fn work(&self) -> usize {
        let added = self
            .columns
            .iter()
            .filter(|name| !COLUMNS.contains(&name.as_str()));
        let gone = COLUMNS
            .iter()
            .filter(|name| !self.columns.iter().any(|own| own == *name));
        self.count() + added.count() + gone.count()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::load;
    use crate::score::{Settings, analyse};

    #[test]
    fn who_is_quoted_is_counted_over_articles() {
        let texts = [
            "The library opens\n\n“The roof is new and dry,” said Ann Roe, the council leader. “We paid for it ourselves.”\n\nRoe smiled. “It was time,” she said.",
            "The library closes\n\n“The roof leaks again,” Ann Roe said on Monday. “Nobody told us so,” said a spokesman.",
        ];
        let articles = texts.map(|text| load::from_text(text, "Ledger").unwrap());
        let scores = articles
            .each_ref()
            .map(|article| analyse(article, &Settings::default()));
        let all: Vec<_> = articles.iter().zip(&scores).collect();
        let source = SourceView {
            name: "Ledger",
            articles: &all,
        };
        let rows = quoted(Side::A, &source);
        let row = |name: &str| rows.iter().find(|row| row.name == name);
        let roe = row("Ann Roe").map(|row| (row.kind, row.quotations, row.words, row.articles));
        assert_eq!(roe, Some((Some(NameKind::Person), 3, 15, 2)));
        let spokesman = row("a spokesman").map(|row| (row.kind, row.quotations, row.articles));
        assert_eq!(spokesman, Some((None, 1, 1)));
        assert_eq!(rows.first().map(|row| row.name.as_str()), Some("Ann Roe"));
    }

    #[test]
    fn notes_hold_only_what_was_typed() {
        let mut notes = SourceNotes::default();
        assert_eq!(notes.columns(), ["Role", "Affiliation"]);
        notes.set("Ann Roe", "Role", " council  leader ");
        notes.set("Ann Roe", "Party", "Greens");
        assert_eq!(notes.of("ann roe", "Role"), "council leader");
        assert_eq!(notes.columns(), ["Role", "Affiliation", "Party"]);
        notes.set("Ann Roe", "Role", "");
        notes.remove_column("Party");
        assert_eq!((notes.count(), notes.columns().len()), (0, 2));
        notes.add_column("role");
        notes.add_column("  ");
        assert_eq!(notes, SourceNotes::default());
    }
}
