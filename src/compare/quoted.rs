//! The source audit: who is quoted in the articles of each source, how often, at what length and in how many
//! articles.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::source::SourceView;
use crate::article::{Place, Side};
use crate::score::Analysis;
use crate::score::people::{NameKind, Named, union};

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
    /// The paragraphs the quotations stand in, in order: all of them, or of more articles than evidence is kept of the
    /// first `MOST_PLACES`.
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

/// How many paragraphs of a speaker are kept, of more articles than evidence is kept of.
pub(super) const MOST_PLACES: usize = 100;

/// Who is quoted in the articles of `source`, shown as `side`, at greatest length first. Names are put together
/// over articles as their fullest forms are spelt; "he" and "she" stay by themselves.
pub fn quoted(side: Side, source: &SourceView<'_>) -> Vec<Quoted> {
    let mut sums = QuotedSums::keeping(usize::MAX);
    for (at, (_, scores)) in source.articles.iter().enumerate() {
        sums.add((side, at), scores);
    }
    let names = union(source.articles.iter().map(|(_, scores)| &scores.people));
    let names = names.people.names.iter();
    let names: FxHashMap<String, &Named> = names.map(|named| (named.spelling(), named)).collect();
    sums.finished(|spelling| names.get(spelling).copied())
}

/// What speakers are told apart by: their names without regard to case.
pub(super) fn key(name: &str) -> String {
    name.to_lowercase()
}

/// Who is quoted in the articles of one source, those taken in so far.
pub(super) struct QuotedSums {
    speakers: FxHashMap<Speaker, QuotedSum>,
    /// How many paragraphs of a speaker are kept.
    most: usize,
}

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Speaker {
    /// Somebody with a name, by its spelling.
    Named(String),
    /// Somebody told in words.
    Told(String),
}

/// What is quoted of one speaker.
#[derive(Default)]
struct QuotedSum {
    /// Where the first quotation stands: an article, and the position of the speaker among those of that.
    first: (usize, usize),
    quotations: usize,
    words: usize,
    /// The articles, in order, each once.
    articles: Vec<usize>,
    places: Vec<Place>,
}

impl QuotedSums {
    /// Nobody yet; so many paragraphs of a speaker are kept.
    pub(super) fn keeping(most: usize) -> Self {
        Self {
            speakers: FxHashMap::default(),
            most,
        }
    }

    /// Takes in who is quoted in one article: the one at a position of a side, after all others so far.
    pub(super) fn add(&mut self, (side, at): (Side, usize), scores: &Analysis) {
        for (position, speaker) in scores.speakers.iter().enumerate() {
            let named = speaker.named.and_then(|at| scores.people.names.get(at));
            let who = named.map_or_else(
                || Speaker::Told(speaker.name.clone()),
                |named| Speaker::Named(named.spelling()),
            );
            let blocks = speaker.quotes.iter().map(|(block, _)| *block);
            let mut places: Vec<Place> =
                blocks.map(|block| Place::block(side, at, block)).collect();
            places.sort();
            places.dedup();
            let more = QuotedSum {
                first: (at, position),
                quotations: speaker.quotes.len(),
                words: speaker.words,
                articles: vec![at],
                places,
            };
            self.put(who, more);
        }
    }

    /// Takes in who is quoted in articles that come after these.
    pub(super) fn merge(&mut self, other: Self) {
        #[expect(clippy::iter_over_hash_type, reason = "each by itself, in any order")]
        for (who, more) in other.speakers {
            self.put(who, more);
        }
    }

    fn put(&mut self, who: Speaker, more: QuotedSum) {
        let most = self.most;
        match self.speakers.get_mut(&who) {
            Some(known) => known.merge(more, most),
            None => {
                self.speakers.insert(who, more);
            }
        }
    }

    /// Who is quoted, at greatest length first; `named` gives the name of a spelling.
    pub(super) fn finished<'n>(self, named: impl Fn(&str) -> Option<&'n Named>) -> Vec<Quoted> {
        let mut speakers: Vec<(Speaker, QuotedSum)> = self.speakers.into_iter().collect();
        speakers.sort_unstable_by_key(|(_, sum)| sum.first);
        // Somebody may be told in the words that are a name elsewhere.
        let mut all: BTreeMap<String, (String, Option<NameKind>, QuotedSum)> = BTreeMap::new();
        for (speaker, sum) in speakers {
            let (name, kind) = match speaker {
                Speaker::Named(spelling) => match named(&spelling) {
                    Some(named) => (named.name.clone(), Some(named.kind)),
                    None => (spelling, None),
                },
                Speaker::Told(name) => (name, None),
            };
            match all.get_mut(&key(&name)) {
                Some((_, _, known)) => known.merge(sum, self.most),
                None => {
                    all.insert(key(&name), (name, kind, sum));
                }
            }
        }
        let mut rows: Vec<Quoted> = (all.into_values())
            .map(|(name, kind, sum)| Quoted {
                name,
                kind,
                quotations: sum.quotations,
                words: sum.words,
                articles: sum.articles.len(),
                places: sum.places,
            })
            .collect();
        rows.sort_by(|x, y| y.words.cmp(&x.words).then_with(|| x.name.cmp(&y.name)));
        rows
    }
}

impl QuotedSum {
    /// Adds what else is quoted; `most` paragraphs are kept, in order.
    fn merge(&mut self, other: Self, most: usize) {
        self.quotations += other.quotations;
        self.words += other.words;
        let before = self.articles.last().copied();
        let in_order = before < other.articles.first().copied();
        self.articles.extend(other.articles);
        self.places.extend(other.places);
        if !in_order {
            self.articles.sort_unstable();
            self.articles.dedup();
            self.places.sort();
            self.places.dedup();
        }
        self.places.truncate(most);
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
}
