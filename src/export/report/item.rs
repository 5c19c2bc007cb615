//! A report before it has a form.

use super::subject::Drawing;
use crate::article::Side;
use crate::compare::Difference;

/// One section.
pub(in crate::export) struct Section<'a> {
    /// Its name in links; unique in the report.
    pub(in crate::export) id: String,
    pub(in crate::export) title: &'static str,
    pub(in crate::export) items: Vec<Item<'a>>,
}

/// One thing a section says. All words are plain text.
pub(in crate::export) enum Item<'a> {
    /// A paragraph.
    Text(String),
    /// A heading inside the section.
    Heading(String),
    /// Words of an article.
    Quote(String),
    /// Sentences that stand each for itself.
    List(Vec<Sentence>),
    /// A table.
    Table(Table),
    /// Names with what they stand for.
    Facts(Vec<(String, String)>),
    /// A chart.
    Chart(Chart<'a>),
    /// Both texts, side by side where there is room.
    Texts([Text; 2]),
}

/// A sentence that stands for itself.
#[derive(Default)]
pub(in crate::export) struct Sentence {
    /// Its words; those that name a source with their side.
    pub(in crate::export) words: Vec<(Option<Side>, String)>,
    /// What is behind it, in words; may be empty.
    pub(in crate::export) detail: String,
    /// Its figures; may be empty.
    pub(in crate::export) figures: String,
}

/// A chart: what it says, and its drawing where it was drawn.
pub(in crate::export) struct Chart<'a> {
    pub(in crate::export) id: &'static str,
    pub(in crate::export) title: String,
    pub(in crate::export) summary: String,
    pub(in crate::export) drawing: Option<&'a Drawing>,
    /// Its height in points where it is 900 points wide.
    pub(in crate::export) height: f32,
}

/// All articles of a source.
pub(in crate::export) struct Text {
    pub(in crate::export) side: Side,
    pub(in crate::export) name: String,
    pub(in crate::export) articles: Vec<Vec<Block>>,
}

/// A piece of an article.
pub(in crate::export) struct Block {
    pub(in crate::export) kind: Piece,
    /// Its tone, −1 to +1, where it is scored.
    pub(in crate::export) tone: Option<f64>,
    pub(in crate::export) runs: Vec<Run>,
}

/// What a piece of an article is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum Piece {
    /// The headline.
    Headline,
    /// Who wrote it, when and where, and what was left out of it.
    Facts,
    /// A heading in the text.
    Subhead,
    /// A scored paragraph.
    Paragraph,
    /// A scored item of a list.
    ListItem,
    /// A scored quotation that stands by itself.
    Quote,
    /// Text that is shown and not scored.
    Plain,
}

/// A stretch of text and what is marked in it.
pub(in crate::export) enum Run {
    /// Words without a mark.
    Text(String),
    /// A word that counts, its value after all rules, and how that came about.
    Word {
        text: String,
        value: f64,
        why: String,
    },
    /// The tone of the sentence that ends here.
    Tone(f64),
}

/// A table.
pub(in crate::export) struct Table {
    /// What it shows.
    pub(in crate::export) caption: String,
    pub(in crate::export) columns: Vec<Column>,
    /// Whether the first column names the row.
    pub(in crate::export) named: bool,
    pub(in crate::export) rows: Vec<Vec<String>>,
}

/// One column.
pub(in crate::export) struct Column {
    pub(in crate::export) name: String,
    pub(in crate::export) kind: Kind,
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum Kind {
    /// Words.
    Words,
    /// Numbers: set to the right.
    Numbers,
}

impl<'a> Section<'a> {
    pub(in crate::export) fn new(id: &str, title: &'static str, items: Vec<Item<'a>>) -> Self {
        Self {
            id: id.to_owned(),
            title,
            items,
        }
    }
}

impl Sentence {
    /// A sentence of these words.
    pub(in crate::export) fn new(words: impl Into<String>) -> Self {
        Self {
            words: vec![(None, words.into())],
            ..Self::default()
        }
    }

    /// The same with its figures.
    pub(in crate::export) fn with_figures(mut self, figures: impl Into<String>) -> Self {
        self.figures = figures.into();
        self
    }

    /// All its words.
    pub(in crate::export) fn text(&self) -> String {
        self.words.iter().map(|(_, words)| words.as_str()).collect()
    }
}

impl Block {
    /// Its words, without what is marked in them.
    pub(in crate::export) fn words(&self) -> String {
        let runs = self.runs.iter();
        runs.map(|run| match run {
            Run::Text(text) | Run::Word { text, .. } => text.as_str(),
            Run::Tone(_) => "",
        })
        .collect()
    }
}

impl Run {
    /// A stretch of text without a mark.
    pub(in crate::export) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

impl Table {
    /// An empty table. Names of columns that hold numbers begin with `#`, which is not shown.
    pub(in crate::export) fn new(caption: &str, columns: &[&str]) -> Self {
        let column = |name: &&str| match name.strip_prefix('#') {
            Some(name) => Column {
                name: name.to_owned(),
                kind: Kind::Numbers,
            },
            None => Column {
                name: (*name).to_owned(),
                kind: Kind::Words,
            },
        };
        Self {
            caption: caption.to_owned(),
            columns: columns.iter().map(column).collect(),
            named: true,
            rows: Vec::new(),
        }
    }

    /// An empty table of differences between `what`.
    pub(in crate::export) fn of_differences(caption: &str, what: &str) -> Self {
        let mut table = Self::new(caption, &Difference::COLUMNS);
        for (at, column) in table.columns.iter_mut().enumerate() {
            if at == 0 {
                what.clone_into(&mut column.name);
            } else if at > 1 {
                column.kind = Kind::Numbers;
            }
        }
        table
    }

    /// The same table, no column of which names the row.
    pub(in crate::export) const fn unnamed(mut self) -> Self {
        self.named = false;
        self
    }
}
