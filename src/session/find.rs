//! Finding text in both sources shown, and every use of a word.

use std::sync::Arc;

use super::Session;
use crate::article::{Article, Finder, Place, Side, Span, words};

/// The most places of a side that are listed.
const MOST: usize = 100_000;

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The text, in any case, with any kind of quotation mark.
    pub text: String,
    /// Only where it neither begins nor ends inside a word.
    pub whole_words: bool,
}

/// One place where something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The headline or the block.
    pub place: Place,
    /// Where in its text, in bytes, on character boundaries.
    pub span: Span,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The places in reading order, A's first: at most 100,000 a side.
    pub hits: Vec<Hit>,
    /// There are more than are listed.
    pub more: bool,
}

impl Found {
    /// How many of the places listed are in the source shown as `side`.
    pub fn count(&self, side: Side) -> usize {
        self.hits
            .iter()
            .filter(|hit| hit.place.side == side)
            .count()
    }
}

/// The texts of the two sources shown, held for looking through them: cheap to clone, and to be handed to a thread.
#[derive(Debug, Clone, Default)]
pub struct Texts([Option<Arc<Vec<Arc<Article>>>>; 2]);

impl PartialEq for Texts {
    /// Whether both are the very same texts: none is read for that.
    fn eq(&self, other: &Self) -> bool {
        let address = |of: &Option<Arc<Vec<Arc<Article>>>>| of.as_ref().map(Arc::as_ptr);
        self.0.iter().map(address).eq(other.0.iter().map(address))
    }
}

impl Texts {
    /// How many articles there are.
    pub fn articles(&self) -> usize {
        self.0.iter().flatten().map(|articles| articles.len()).sum()
    }

    /// Every place in the two sources shown, headlines and all blocks of all their articles, where
    /// the query stands. Nothing for a query that is blank or longer than 2,000 characters.
    pub fn find(&self, query: &Query) -> Found {
        self.gather(&query.text, query.whole_words, |_, _| {})
    }

    /// Every use of a word, or of several in a row, in the two sources shown: as a whole word in any
    /// case, with or without "'s".
    pub fn uses(&self, word: &str) -> Found {
        if !word.contains(char::is_alphanumeric) {
            return self.gather(word, false, |_, _| {}); // An emoji, a mark.
        }
        self.gather(word, true, whole_words)
    }

    /// Whether figures count what stands at `place`: not in headlines, subheads and whatever else is not
    /// scored.
    pub fn is_scored(&self, place: Place) -> bool {
        let articles = self.0.get(place.side.index()).and_then(Option::as_ref);
        let article = articles.and_then(|articles| articles.get(place.article));
        let block = article.and_then(|article| article.blocks.get(place.block_index()?));
        block.is_some_and(|block| block.kind.is_scored())
    }

    /// `choose` takes out of the places found in one text those that are not wanted.
    fn gather(
        &self,
        query: &str,
        whole_words: bool,
        choose: impl Fn(&str, &mut Vec<Span>),
    ) -> Found {
        let Some(finder) = Finder::new(query, whole_words) else {
            return Found::default();
        };
        let mut found = Found::default();
        for side in Side::BOTH {
            let articles = self.0.get(side.index()).and_then(Option::as_ref);
            let articles = articles.into_iter().flat_map(|articles| articles.iter());
            let articles = articles.enumerate();
            let hits = articles
                .flat_map(|(index, article)| texts(side, index, article))
                .filter(|(_, text)| finder.may_be_in(text))
                .flat_map(|(place, text)| {
                    let mut spans: Vec<Span> = finder.spans(text).collect();
                    choose(text, &mut spans);
                    spans.into_iter().map(move |span| Hit { place, span })
                });
            let most = found.hits.len() + MOST;
            found.hits.extend(hits.take(MOST + 1));
            found.more |= found.hits.len() > most;
            found.hits.truncate(most);
        }
        found
    }
}

impl Session {
    /// The texts of the two sources shown.
    pub fn texts(&self) -> Texts {
        Texts(Side::BOTH.map(|side| Some(Arc::clone(&self.source(side)?.articles))))
    }

    /// Every place where the query stands, see [`Texts::find`].
    pub fn find(&self, query: &Query) -> Found {
        self.texts().find(query)
    }

    /// Every use of a word, see [`Texts::uses`].
    pub fn uses(&self, word: &str) -> Found {
        self.texts().uses(word)
    }

    /// Whether figures count what stands at `place`, see [`Texts::is_scored`].
    pub fn is_scored(&self, place: Place) -> bool {
        self.texts().is_scored(place)
    }
}

/// The texts of an article in reading order.
fn texts(side: Side, index: usize, article: &Article) -> impl Iterator<Item = (Place, &str)> {
    let headline = article.headline.as_ref();
    let headline = headline.map(|it| (Place::headline(side, index), it.text.as_str()));
    let blocks = article.blocks.iter().enumerate();
    let blocks = blocks.map(move |(at, it)| (Place::block(side, index, at), it.text.as_str()));
    headline.into_iter().chain(blocks)
}

/// Leaves of `spans` those that cover whole words of `text`, the last one perhaps without its "'s".
fn whole_words(text: &str, spans: &mut Vec<Span>) {
    if spans.is_empty() {
        return;
    }
    let words: Vec<Span> = words(text).collect();
    let begins = |span: &Span| {
        words
            .binary_search_by_key(&span.start, |word| word.start)
            .is_ok()
    };
    let ends = |span: &Span| {
        let last = words.partition_point(|word| word.end < span.end);
        words.get(last).is_some_and(|word| {
            let rest = Span::new(span.end, word.end).of(text);
            matches!(rest, "" | "'s" | "’s" | "'S" | "’S")
        })
    };
    spans.retain(|span| begins(span) && ends(span));
}
