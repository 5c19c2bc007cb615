//! Long lists in an order: put in order once for what they show, by a thread of its own where they are long.

use std::cell::Cell;
use std::sync::Arc;
use std::time::Instant;

use crate::article::{Article, Place, Side};
use crate::score::Analysis;
use crate::score::measure::Measure;
use crate::work::Later;
use crate::workspace::{Sides, Workspace};

use super::widgets::table::Sort;

/// Up to so many rows are put in order within a frame.
const AT_ONCE: usize = 2_000;

/// Rows in their order, by the place of the headline.
pub(super) type InOrder = Later<Listed, Vec<Place>>;

/// What a list is made of.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    /// By side, the articles and which of them count; nothing of a side that is not listed.
    of: [Option<Articles>; 2],
    /// Their scores, once all are there.
    sides: Option<Arc<Sides>>,
    sort: Sort,
    /// When it was asked for, for the log; whether that was told.
    asked: Instant,
    told: Cell<bool>,
}

#[derive(Debug, Clone)]
struct Articles {
    all: Arc<Vec<Arc<Article>>>,
    kept: Option<Arc<Vec<bool>>>,
}

impl PartialEq for Articles {
    fn eq(&self, other: &Self) -> bool {
        let kept = |of: &Self| of.kept.as_ref().map(Arc::as_ptr);
        Arc::ptr_eq(&self.all, &other.all) && kept(self) == kept(other)
    }
}

impl PartialEq for Listed {
    fn eq(&self, other: &Self) -> bool {
        let sides = |of: &Self| of.sides.as_ref().map(Arc::as_ptr);
        self.of == other.of && self.sort == other.sort && sides(self) == sides(other)
    }
}

/// One article of a list, as it is put in order.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) place: Place,
    pub(super) read: &'a Article,
    pub(super) scores: Option<&'a Analysis>,
}

impl<'a> Row<'a> {
    /// The headline, or what stands in its place.
    pub(super) fn headline(&self) -> Option<&'a str> {
        let headline = self.read.headline.as_ref();
        headline.map(|headline| headline.text.as_str())
    }

    /// The value of a measure.
    pub(super) fn value(&self, measure: &Measure) -> Option<f64> {
        measure.of(self.scores?)
    }
}

impl Listed {
    /// The articles of some sides in an order.
    pub(super) fn new(workspace: &Workspace, sides: &[Side], sort: Sort) -> Self {
        let of = Side::BOTH.map(|side| {
            let source = workspace.session().source(side)?;
            sides.contains(&side).then(|| Articles {
                all: Arc::clone(&source.articles),
                kept: workspace.kept(side).cloned(),
            })
        });
        let scored = workspace.sides();
        Self {
            of,
            sides: scored.cloned(),
            sort,
            asked: Instant::now(),
            told: Cell::new(false),
        }
    }

    /// How many articles there are.
    fn len(&self) -> usize {
        self.of.iter().flatten().map(|of| of.all.len()).sum()
    }

    /// Every row that counts, as it came.
    fn rows(&self) -> Vec<Row<'_>> {
        let mut rows = Vec::with_capacity(self.len());
        for (side, of) in Side::BOTH.into_iter().zip(&self.of) {
            let Some(of) = of else { continue };
            let part = self.sides.as_ref().and_then(|sides| sides.side(side));
            for (article, read) in of.all.iter().enumerate() {
                let counts = |kept: &Arc<Vec<bool>>| kept.get(article).copied().unwrap_or(true);
                if !of.kept.as_ref().is_none_or(counts) {
                    continue;
                }
                let scores = part.and_then(|part| part.articles.get(article));
                rows.push(Row {
                    place: Place::headline(side, article),
                    read,
                    scores: scores.map(|(_, scores)| &**scores),
                });
            }
        }
        rows
    }
}

/// The rows in their order, as places of headlines; while a long list is put in order, as it was before.
pub(super) fn in_order(
    known: &mut InOrder,
    of: Listed,
    context: &egui::Context,
    order: impl FnOnce(&mut [Row<'_>], Sort) + Send + 'static,
) -> Arc<Vec<Place>> {
    let listed = of.clone();
    let make = move || {
        let mut rows = listed.rows();
        order(&mut rows, listed.sort);
        rows.iter().map(|row| row.place).collect::<Vec<Place>>()
    };
    if of.len() <= AT_ONCE {
        return known.now(of, make);
    }
    let context = context.clone();
    let articles = of.of.clone();
    if let Some(done) = known.soon(of, move || context.request_repaint(), make) {
        if let Some((of, _)) = known.last()
            && !of.told.replace(true)
        {
            let took = of.asked.elapsed();
            log::debug!("in order after {:.0} ms", took.as_secs_f64() * 1e3);
        }
        return done;
    }
    let before = known.last().filter(|(before, _)| before.of == articles);
    before.map_or_else(Arc::default, |(_, rows)| Arc::clone(rows))
}
