//! Words per speaker: who is quoted in an article, how often and at what length.

use std::collections::BTreeMap;

use super::UnitWording;
use crate::article::{Article, Span};
use crate::score::people::People;
use crate::score::voice::QuoteKind;

/// One speaker of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The name as `People` gives it, or else the words that tell who speaks ("he", "a spokesman").
    pub name: String,
    /// Its position in `People::names`, if it is a name.
    pub named: Option<usize>,
    /// Quoted words.
    pub words: usize,
    /// The quotations in reading order: the block in `Article::blocks` and the span in its text.
    pub quotes: Vec<(usize, Span)>,
}

/// Who is quoted in an article, at greatest length first. Quotations of names are put together under the
/// name; "he" and "she" stay by themselves, because a guess would put words into somebody's mouth.
pub fn speakers<'u>(
    article: &Article,
    units: impl IntoIterator<Item = &'u UnitWording>,
    people: &People,
) -> Vec<Speaker> {
    let mentions = mentions(people);
    let mut positions: BTreeMap<String, usize> = BTreeMap::new();
    let mut speakers: Vec<Speaker> = Vec::new();
    let mut before: Option<usize> = None;
    for unit in units {
        let alone = unit.own_words() == 0 && unit.speeches() == 1;
        let carried = before.take().filter(|_| alone);
        let last_sentence = unit.sentences.last().map(|sentence| sentence.span.start);
        let text = article
            .blocks
            .get(unit.block)
            .map_or("", |block| &block.text);
        for quote in &unit.quotes {
            if quote.kind != QuoteKind::Speech {
                continue;
            }
            let ends = last_sentence.is_some_and(|start| start < quote.span.end);
            let Some(span) = quote.speaker else {
                // A paragraph that is one quotation goes on with the speaker of the one before.
                if let Some(speaker) = carried.and_then(|at| speakers.get_mut(at)) {
                    speaker.words += quote.words;
                    speaker.quotes.push((unit.block, quote.span));
                }
                before = carried;
                continue;
            };
            let named = name_at(&mentions, unit.block, span, text);
            let name = named
                .and_then(|at| people.names.get(at))
                .map_or_else(|| span.of(text).to_owned(), |named| named.name.clone());
            let at = *positions.entry(name.to_lowercase()).or_insert_with(|| {
                speakers.push(Speaker {
                    name,
                    named,
                    words: 0,
                    quotes: Vec::new(),
                });
                speakers.len() - 1
            });
            if let Some(speaker) = speakers.get_mut(at) {
                speaker.words += quote.words;
                speaker.quotes.push((unit.block, quote.span));
            }
            before = ends.then_some(at);
        }
    }
    speakers.sort_by_key(|speaker| usize::MAX - speaker.words);
    speakers
}

/// Block, span and name of every mention, in reading order.
fn mentions(people: &People) -> Vec<(usize, Span, usize)> {
    let mut mentions: Vec<(usize, Span, usize)> = people
        .names
        .iter()
        .enumerate()
        .flat_map(|(at, named)| {
            let all = named.mentions.iter();
            all.map(move |mention| (mention.block, mention.span, at))
        })
        .collect();
    mentions.sort_by_key(|(block, span, _)| (*block, span.start));
    mentions
}

/// The name that the words `span` of a block are: the last in them, and before any preposition. "Trump spokesman
/// Ron Lieberman" is Lieberman; "a spokesman for Clinton" and "Trump’s campaign" are no name.
fn name_at(
    mentions: &[(usize, Span, usize)],
    block: usize,
    span: Span,
    text: &str,
) -> Option<usize> {
    let words = span.of(text);
    let before = PREPOSITIONS
        .iter()
        .filter_map(|preposition| words.find(preposition));
    let end = span.start + before.min().unwrap_or(words.len());
    let first = mentions.partition_point(|(b, s, _)| (*b, s.end) <= (block, span.start));
    let inside = mentions.get(first..).unwrap_or_default().iter();
    let (_, at, name) = inside
        .take_while(|(b, s, _)| *b == block && s.start < end)
        .last()?;
    let rest = text.get(at.end.min(end)..end).unwrap_or_default();
    (!rest.contains(char::is_alphanumeric)).then_some(*name)
}

/// Words after which somebody else is named.
const PREPOSITIONS: [&str; 5] = [" for ", " of ", " from ", " with ", " at "];
