//! Any number of sources beside each other: for every measure the value of each source with its interval, and
//! every two sources compared, their p-values adjusted over all that is shown.
//!
//! Values, intervals and tests are those of a comparison of two: what is said of a pair here is what the same
//! two say when they are compared alone, but for the adjustment, which takes in every pair shown.

mod cell;
mod document;
mod own;
mod pair;
mod tell;
mod within;

pub use cell::{Cell, NoInterval};
pub use document::MatrixDocument;
pub use own::Category;
pub use pair::Pair;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::coverage::tell_the_same;
use super::differences::{adjust_together, one_difference};
use super::source::{Cluster, SourceView};
use crate::score::measure::Measure;
use crate::work::{Progress, Stopped, Threads, map};

/// With more sources than this the values stand alone: 50 have 1,225 pairs, which nobody reads, and of which a
/// p-value adjusted over all finds next to nothing.
pub const MOST_PAIRED: usize = 50;

/// Sources beside each other.
#[derive(Debug, Clone, Default)]
pub struct Matrix {
    /// What stands at the head of each column.
    pub sources: Vec<Column>,
    /// One row a measure.
    pub rows: Vec<Row>,
    /// The seed of everything that involves chance.
    pub seed: u64,
    /// The columns of two articles that hardly tell the same story, the lower first: nothing is concluded from
    /// them.
    pub apart: Vec<(usize, usize)>,
    /// Whether the sources were compared with each other: there were not more than [`MOST_PAIRED`].
    pub paired: bool,
    /// How many pairs were tested, over all measures shown.
    pub tested: usize,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The source's name, told apart where two have the same.
    pub name: String,
    /// How many articles it has.
    pub articles: usize,
}

/// What a row goes by: its measure, and the place of its category from 1; 0 where it is of none.
pub type RowKey = (&'static str, usize);

/// One measure of every source.
#[derive(Debug, Clone)]
pub struct Row {
    /// The measure.
    pub measure: &'static Measure,
    /// One cell a source.
    pub cells: Vec<Cell>,
    /// Every two sources, in the order of the columns; empty where they were not compared.
    pub pairs: Vec<Pair>,
    /// The category of the user's own lists that it is of; `None` for a measure that every article has.
    pub category: Option<Arc<Category>>,
}

impl Matrix {
    /// Compares every two of `sources` by every one of `measures`. The same seed gives the same result on any
    /// number of threads.
    ///
    /// # Errors
    /// [`Stopped`] where the work was stopped.
    pub fn new(
        sources: &[SourceView<'_>],
        measures: &[&'static Measure],
        seed: u64,
        threads: Threads,
        progress: &Progress,
    ) -> Result<Self, Stopped> {
        let names = told_apart(sources.iter().map(|source| source.name));
        let columns = (names.into_iter().zip(sources))
            .map(|(name, source)| Column {
                name,
                articles: source.counting(),
            })
            .collect();
        let paired = sources.len() <= MOST_PAIRED;
        let compared = if paired {
            let pairs = pairs(sources);
            map(pairs, threads, progress, |pair| {
                compared(&pair, measures, seed, progress)
            })?
        } else {
            Vec::new()
        };
        let compared: Vec<Compared> = compared.into_iter().collect::<Result<_, _>>()?;
        let row = |(at, measure): (usize, &&'static Measure)| Row {
            measure,
            cells: (sources.iter())
                .map(|source| Cell::of(measure, source))
                .collect(),
            pairs: (compared.iter())
                .filter_map(|pair| pair.pairs.get(at).cloned())
                .collect(),
            category: None,
        };
        let apart = compared.iter().filter(|pair| pair.apart);
        let mut out = Self {
            sources: columns,
            rows: measures.iter().enumerate().map(row).collect(),
            seed,
            apart: apart.map(|pair| pair.columns).collect(),
            paired,
            tested: 0,
        };
        out.adjust();
        Ok(out)
    }

    /// The same with some sources left out, in the order given: p-values are adjusted over what is left.
    #[must_use]
    pub fn of_columns(&self, columns: &[usize]) -> Self {
        let at: BTreeMap<usize, usize> = (columns.iter().enumerate())
            .map(|(new, old)| (*old, new))
            .collect();
        let mut out = Self {
            sources: (columns.iter())
                .filter_map(|column| self.sources.get(*column).cloned())
                .collect(),
            rows: (self.rows.iter())
                .map(|row| Row {
                    measure: row.measure,
                    cells: (columns.iter())
                        .filter_map(|column| row.cells.get(*column).cloned())
                        .collect(),
                    pairs: pairs_at(&row.pairs, &at),
                    category: (row.category.as_ref())
                        .map(|category| Arc::new(category.of_columns(columns))),
                })
                .collect(),
            apart: (self.apart.iter())
                .filter_map(|(a, b)| {
                    let (a, b) = (*at.get(a)?, *at.get(b)?);
                    Some((a.min(b), a.max(b)))
                })
                .collect(),
            seed: self.seed,
            paired: self.paired,
            tested: 0,
        };
        out.adjust();
        out
    }

    /// How many pairs differ clearly, over all measures shown.
    pub fn clear(&self) -> usize {
        let pairs = self.rows.iter().flat_map(|row| &row.pairs);
        pairs.filter(|pair| pair.is_clear()).count()
    }

    /// Adjusts every p-value over all pairs shown.
    fn adjust(&mut self) {
        let rows = self.rows.iter_mut();
        let mut all: Vec<_> = rows
            .flat_map(|row| &mut row.pairs)
            .map(|pair| {
                pair.unadjust();
                &mut pair.difference
            })
            .collect();
        self.tested = adjust_together(&mut all);
    }
}

impl Row {
    /// What it is called: the measure, or the category.
    pub fn label(&self) -> &str {
        (self.category.as_ref()).map_or(self.measure.label, |category| &category.name)
    }

    /// What it goes by in the window: the measure, and of a category its place from 1.
    pub fn key(&self) -> RowKey {
        let of = self.category.as_ref();
        (self.measure.id, of.map_or(0, |category| category.place))
    }

    /// What it goes by among the others: the identifier of the measure; of a category, with its name.
    pub fn id(&self) -> String {
        let of = self.category.as_ref();
        of.map_or_else(
            || self.measure.id.to_owned(),
            |category| format!("{}: {}", self.measure.id, category.name),
        )
    }

    /// The comparison of two columns, the value of the first less that of the second.
    pub fn pair(&self, one: usize, other: usize) -> Option<Pair> {
        let both = (one.min(other), one.max(other));
        let pair = self.pairs.iter().find(|pair| (pair.a, pair.b) == both)?;
        let pair = pair.clone();
        Some(if one < other { pair } else { pair.turned() })
    }

    /// The columns that the one at `column` is clearly higher than, and those it is clearly lower than.
    pub fn standing(&self, column: usize) -> [Vec<usize>; 2] {
        let clear = self.pairs.iter().filter(|pair| pair.is_clear());
        let orders: Vec<(usize, usize)> = clear.filter_map(Pair::order).collect();
        let above = orders.iter().filter(|(high, _)| *high == column);
        let below = orders.iter().filter(|(_, low)| *low == column);
        [
            above.map(|(_, low)| *low).collect(),
            below.map(|(high, _)| *high).collect(),
        ]
    }
}

/// The pairs between the columns that stay, at their new places.
fn pairs_at(pairs: &[Pair], at: &BTreeMap<usize, usize>) -> Vec<Pair> {
    let moved = pairs.iter().filter_map(|pair| {
        let (a, b) = (*at.get(&pair.a)?, *at.get(&pair.b)?);
        let moved = Pair {
            a,
            b,
            ..pair.clone()
        };
        Some(if a < b { moved } else { moved.turned() })
    });
    let mut out: Vec<Pair> = moved.collect();
    out.sort_by_key(|pair| (pair.a, pair.b));
    out
}

/// Two sources to be compared, with their columns.
struct Wanted<'a> {
    columns: (usize, usize),
    sources: (&'a SourceView<'a>, &'a SourceView<'a>),
}

struct Compared {
    columns: (usize, usize),
    /// One a measure.
    pairs: Vec<Pair>,
    apart: bool,
}

/// Every two of the sources.
fn pairs<'a>(sources: &'a [SourceView<'a>]) -> Vec<Wanted<'a>> {
    let all = sources.iter().enumerate();
    all.flat_map(|(a, of_a)| {
        let after = sources.iter().enumerate().skip(a + 1);
        after.map(move |(b, of_b)| Wanted {
            columns: (a, b),
            sources: (of_a, of_b),
        })
    })
    .collect()
}

fn compared(
    pair: &Wanted<'_>,
    measures: &[&'static Measure],
    seed: u64,
    progress: &Progress,
) -> Result<Compared, Stopped> {
    let (a, b) = pair.sources;
    let mut differences = Vec::with_capacity(measures.len());
    for measure in measures {
        progress.go_on()?;
        differences.push(one_difference(a, b, measure, seed));
    }
    let tested = differences.iter().any(|item| item.test.is_some());
    // Two articles about two events differ as the events do. Collections are compared as such, and where nothing
    // was tested nothing is concluded.
    let apart = tested
        && Cluster::fitting(a, b) == Cluster::Paragraph
        && tell_the_same(a, b, &Progress::default())? == Some(false);
    if apart {
        for item in &mut differences {
            item.set_apart((a.name, b.name));
        }
    }
    let (a, b) = pair.columns;
    Ok(Compared {
        columns: pair.columns,
        pairs: (differences.into_iter())
            .map(|difference| Pair { a, b, difference })
            .collect(),
        apart,
    })
}

/// Names that tell apart what they name: a second of the same name says so.
fn told_apart<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in names {
        let mut told = name.to_owned();
        let mut times = 1;
        while out.contains(&told) {
            times += 1;
            told = format!("{name} ({times})");
        }
        out.push(told);
    }
    out
}
