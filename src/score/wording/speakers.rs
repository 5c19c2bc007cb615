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
    for unit in units {
        let text = article
            .blocks
            .get(unit.block)
            .map_or("", |block| &block.text);
        for quote in &unit.quotes {
            let Some(span) = quote.speaker.filter(|_| quote.kind == QuoteKind::Speech) else {
                continue;
            };
            let named = name_at(&mentions, unit.block, span);
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

/// The name that stands in `span` of a block, the first if there are several.
fn name_at(mentions: &[(usize, Span, usize)], block: usize, span: Span) -> Option<usize> {
    let first = mentions.partition_point(|(b, s, _)| (*b, s.end) <= (block, span.start));
    let (found, at, name) = mentions.get(first)?;
    (*found == block && at.start < span.end).then_some(*name)
}
