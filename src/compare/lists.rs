//! The user's own lists, compared: each of their categories is a measure.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::behind::{Behind, Part};
use super::difference::{Difference, DifferenceJson};
use super::differences::{adjust, difference};
use super::source::{Cluster, SourceView};
use crate::article::{Block, Place, Side, Span};
use crate::score::lists::{OWN_LIST, OwnLists, WordList};
use crate::score::wording::measures::LOADED;
use crate::stats::Ratio;
use crate::text::counted;

/// One category of a list, compared.
#[derive(Debug, Clone)]
pub struct ListRow {
    /// The list's name.
    pub list: String,
    /// SHA-256 of the bytes it was read from, in hexadecimal.
    pub sha256: String,
    /// The category.
    pub category: String,
    /// Its words per 100 words of own voice.
    pub rate: Difference,
    /// Standard deviation of the pieces within the sources; `None` where they do not vary.
    pub deviation: Option<f64>,
    /// Every word found, A's first, in reading order.
    pub uses: Vec<ListUse>,
}

/// One word of a list found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListUse {
    /// The block it stands in.
    #[serde(flatten)]
    pub place: Place,
    /// Where it stands in the block's text.
    #[serde(skip)]
    pub span: Span,
    /// The words as they stand there.
    pub words: String,
}

#[derive(Serialize)]
struct ListRowJson<'a> {
    list: &'a str,
    sha256: &'a str,
    category: &'a str,
    #[serde(flatten)]
    rate: DifferenceJson<'a>,
    uses: &'a [ListUse],
}

impl Serialize for ListRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self {
            list,
            sha256,
            category,
            rate,
            deviation: _,
            uses,
        } = self;
        let rate = DifferenceJson::from(rate);
        let json = ListRowJson {
            list,
            sha256,
            category,
            rate,
            uses,
        };
        json.serialize(serializer)
    }
}

impl ListRow {
    /// How often each of its words stands on one side, the most frequent first.
    pub fn counts(&self, side: Side) -> Vec<(String, usize)> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for found in self.uses.iter().filter(|found| found.place.side == side) {
            *counts.entry(found.words.to_lowercase()).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts
    }
}

/// List and category of a row, by the position of the list.
type Key = (usize, String);

/// What a row is made of: what each paragraph of each side adds, and the words.
type Row = ([BTreeMap<(usize, usize), f64>; 2], Vec<ListUse>);

/// Compares every category that is switched on; p-values are adjusted over all of them. The same seed gives the same
/// result.
pub fn list_differences(
    a: &SourceView<'_>,
    b: &SourceView<'_>,
    own: &OwnLists,
    seed: u64,
) -> Vec<ListRow> {
    let lists = own.lists();
    let mut found: BTreeMap<Key, Row> = keys(own)
        .into_iter()
        .map(|key| (key, Row::default()))
        .collect();
    if found.is_empty() {
        return Vec::new();
    }
    for (side, source) in Side::BOTH.into_iter().zip([a, b]) {
        for (article, at_block, block) in blocks(source) {
            for (at, hit) in own.find(&block.text, &block.quotations) {
                let key = (at, hit.entry.category.clone());
                let (parts, uses) = found.entry(key).or_default();
                if let Some(parts) = parts.get_mut(side.index()) {
                    *parts.entry((article, at_block)).or_default() += 1.0;
                }
                uses.push(ListUse {
                    place: Place::block(side, article, at_block),
                    span: hit.span,
                    words: hit.span.of(&block.text).to_owned(),
                });
            }
        }
    }
    let cluster = Cluster::fitting(a, b);
    let mut rows: Vec<ListRow> = found
        .into_iter()
        .filter_map(|((at, category), row)| {
            Some(self::row(
                lists.get(at)?,
                category,
                row,
                (a, b),
                cluster,
                seed,
            ))
        })
        .collect();
    adjust(rows.iter_mut().map(|row| &mut row.rate), (a.name, b.name));
    rows
}

/// Every scored block with its article and its position in it, whether its scores are kept or only its figures.
fn blocks<'a>(source: &SourceView<'a>) -> impl Iterator<Item = (usize, usize, &'a Block)> {
    let articles = source.articles.iter().enumerate();
    articles.flat_map(|(at, (article, analysis))| {
        let is_scored = analysis.paragraphs() > 0;
        let blocks = article.scored_blocks().filter(move |_| is_scored);
        blocks.map(move |(block, text)| (at, block, text))
    })
}

fn row(
    list: &WordList,
    category: String,
    ([in_a, in_b], uses): Row,
    (a, b): (&SourceView<'_>, &SourceView<'_>),
    cluster: Cluster,
    seed: u64,
) -> ListRow {
    let (of_a, of_b) = (parts(a, &in_a, cluster), parts(b, &in_b, cluster));
    let name = called(list, &category);
    let rate = Difference {
        name: Some(name),
        ..difference(&OWN_LIST, cluster, &of_a, &of_b, seed)
    };
    ListRow {
        list: list.name.clone(),
        sha256: list.sha256.clone(),
        category,
        deviation: pooled_deviation([&of_a, &of_b]),
        rate,
        uses,
    }
}

/// What each piece of a source adds.
fn parts(
    source: &SourceView<'_>,
    found: &BTreeMap<(usize, usize), f64>,
    cluster: Cluster,
) -> Vec<Ratio> {
    clustered(&by_block(source, found), cluster)
}

/// What each block of a source adds, with the position of its article.
fn by_block(source: &SourceView<'_>, found: &BTreeMap<(usize, usize), f64>) -> Vec<(usize, Ratio)> {
    if source.is_condensed() {
        return of_articles(source, found);
    }
    let each = source.units().map(|view| {
        let count = found.get(&(view.article, view.unit.block)).copied();
        let ratio = Ratio {
            top: 100.0 * count.unwrap_or_default(),
            bottom: view.unit.wording.own_words() as f64,
        };
        (view.article, ratio)
    });
    each.collect()
}

/// The same by pieces.
pub(super) fn clustered(blocks: &[(usize, Ratio)], cluster: Cluster) -> Vec<Ratio> {
    match cluster {
        Cluster::Paragraph => blocks.iter().map(|(_, ratio)| *ratio).collect(),
        Cluster::Article | Cluster::Story => blocks
            .chunk_by(|(x, _), (y, _)| x == y)
            .map(|article| article.iter().map(|(_, ratio)| *ratio).sum())
            .collect(),
    }
}

/// What each block of a source adds to every category that is switched on, in their order.
pub(super) fn categories(source: &SourceView<'_>, own: &OwnLists) -> Vec<Vec<(usize, Ratio)>> {
    let mut found: BTreeMap<Key, BTreeMap<(usize, usize), f64>> = keys(own)
        .into_iter()
        .map(|key| (key, BTreeMap::new()))
        .collect();
    if found.is_empty() {
        return Vec::new();
    }
    for (article, at_block, block) in blocks(source) {
        for (at, hit) in own.find(&block.text, &block.quotations) {
            if let Some(counts) = found.get_mut(&(at, hit.entry.category.clone())) {
                *counts.entry((article, at_block)).or_default() += 1.0;
            }
        }
    }
    found
        .values()
        .map(|counts| by_block(source, counts))
        .collect()
}

/// The words of a category in one source, as if it were `side`, and what they add up to; nothing where no category
/// that is switched on is called so.
pub fn behind_category(name: &str, own: &OwnLists, side: Side, source: &SourceView<'_>) -> Behind {
    let is = |(at, category): &Key| {
        let list = own.lists().get(*at);
        list.is_some_and(|list| called(list, category) == name)
    };
    let Some((list, category)) = keys(own).into_iter().find(is) else {
        return Behind::default();
    };
    let mut parts = Vec::new();
    let each = by_block(source, &BTreeMap::new()).into_iter();
    let words: f64 = each.map(|(_, ratio)| ratio.bottom).sum();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of words"
    )]
    let words = words as usize;
    for (article, at_block, block) in blocks(source) {
        for (at, hit) in own.find(&block.text, &block.quotations) {
            if (at, &hit.entry.category) == (list, &category) {
                parts.push(Part {
                    place: Place::block(side, article, at_block),
                    span: hit.span,
                    weight: 1.0,
                    figure: String::new(),
                    why: name.to_owned(),
                });
            }
        }
    }
    let rate = 100.0 * parts.len() as f64 / words.max(1) as f64;
    Behind {
        sum: format!(
            "{} in {} outside quotations = {} per 100 words",
            counted(parts.len(), "word"),
            counted(words, "word"),
            OWN_LIST.show(rate)
        ),
        parts,
    }
}

/// Every category that is switched on, in order.
fn keys(own: &OwnLists) -> Vec<Key> {
    let lists = 0..own.lists().len();
    let mut keys: Vec<Key> = lists
        .flat_map(|at| {
            let on = own
                .categories(at)
                .filter(move |(name, _)| own.is_on(at, name));
            on.map(move |(name, _)| (at, name.to_owned()))
                .collect::<Vec<_>>()
        })
        .collect();
    keys.sort_unstable();
    keys
}

/// What every category that is switched on is called, in the order of [`categories`].
pub(super) fn category_names(own: &OwnLists) -> Vec<String> {
    let name = |(at, category): Key| Some(called(own.lists().get(at)?, &category));
    keys(own).into_iter().filter_map(name).collect()
}

/// What a category is called beside others.
fn called(list: &WordList, category: &str) -> String {
    if list.name == category {
        category.to_owned()
    } else {
        format!("{}: {category}", list.name)
    }
}

/// What each article of a source adds of which most have only figures, with its position.
fn of_articles(
    source: &SourceView<'_>,
    found: &BTreeMap<(usize, usize), f64>,
) -> Vec<(usize, Ratio)> {
    let articles = source.articles.iter().enumerate();
    articles
        .filter(|(_, (_, analysis))| analysis.paragraphs() > 0)
        .map(|(at, (_, analysis))| {
            let counts = found.range((at, 0)..(at + 1, 0)).map(|(_, count)| count);
            // Every rate over 100 words of own voice is over the same words.
            let own = LOADED.of_article(analysis).unwrap_or_default();
            let ratio = Ratio {
                top: 100.0 * counts.sum::<f64>(),
                bottom: own.bottom,
            };
            (at, ratio)
        })
        .collect()
}

/// The standard deviation of the values of pieces around the mean of their own source, pooled; `None` where they
/// do not vary.
pub fn pooled_deviation(sources: [&[Ratio]; 2]) -> Option<f64> {
    let mut squares = 0.0;
    let mut freedom = 0.0;
    for parts in sources {
        let values: Vec<f64> = parts
            .iter()
            .filter(|part| part.bottom > 0.0)
            .map(|part| part.top / part.bottom)
            .collect();
        let mean = crate::stats::mean(&values)?;
        squares += values.iter().map(|v| (v - mean).powi(2)).sum::<f64>();
        freedom += values.len() as f64 - 1.0;
    }
    let deviation = (squares / freedom).sqrt();
    (freedom > 0.0 && deviation > 1e-9).then_some(deviation)
}
