//! The user's own lists in a matrix: each category that is switched on is a row.

use std::sync::Arc;

use super::{Cell, Matrix, Pair, Row, pairs};
use crate::compare::differences::difference;
use crate::compare::lists::{categories, category_names, clustered};
use crate::compare::source::{Cluster, SourceView};
use crate::score::lists::{OWN_LIST, OwnLists};
use crate::stats::{Ratio, ratio_of_sums};
use crate::work::{Progress, Stopped, Threads, map};

/// A category of a list: what it is called, and what each block of every source adds, with the position of its
/// article.
#[derive(Debug, Clone)]
pub struct Category {
    /// What it is called: "list: category".
    pub name: String,
    /// Its place among the categories, from 1.
    pub place: usize,
    blocks: Vec<Vec<(usize, Ratio)>>,
}

impl Category {
    fn parts(&self, source: usize, cluster: Cluster) -> Vec<Ratio> {
        (self.blocks.get(source)).map_or_else(Vec::new, |blocks| clustered(blocks, cluster))
    }

    /// Its value over some articles of a source.
    pub(super) fn over(&self, source: usize, articles: &[usize]) -> Option<f64> {
        let blocks = self.blocks.get(source)?.iter();
        let chosen = blocks.filter(|(article, _)| articles.contains(article));
        let chosen: Vec<Ratio> = chosen.map(|(_, ratio)| *ratio).collect();
        ratio_of_sums(&chosen)
    }

    /// The same for some of the sources, in this order.
    pub(super) fn of_columns(&self, columns: &[usize]) -> Self {
        let blocks = columns.iter().map(|at| self.blocks.get(*at).cloned());
        Self {
            name: self.name.clone(),
            place: self.place,
            blocks: blocks.map(Option::unwrap_or_default).collect(),
        }
    }
}

impl Matrix {
    /// The same with a row for every category of the user's lists that is switched on; p-values are adjusted over
    /// all rows. `sources` are those it was made of.
    ///
    /// # Errors
    /// [`Stopped`] where the work was stopped.
    pub fn with_lists(
        mut self,
        sources: &[SourceView<'_>],
        own: &OwnLists,
        threads: Threads,
        progress: &Progress,
    ) -> Result<Self, Stopped> {
        let names = category_names(own);
        if names.is_empty() {
            return Ok(self);
        }
        let mut found = map(sources, threads, progress, |source| categories(source, own))?;
        let rows = names.into_iter().enumerate().map(|(at, name)| {
            let of = |found: &mut Vec<Vec<(usize, Ratio)>>| {
                found.get_mut(at).map(std::mem::take).unwrap_or_default()
            };
            let blocks = found.iter_mut().map(of).collect();
            let place = at + 1;
            let category = Category {
                name,
                place,
                blocks,
            };
            self.category(category, sources)
        });
        let rows: Vec<Row> = rows.collect();
        self.rows.extend(rows);
        self.adjust();
        Ok(self)
    }

    fn category(&self, category: Category, sources: &[SourceView<'_>]) -> Row {
        let cells = sources.iter().enumerate().map(|(at, source)| {
            let cluster = Cluster::alone(source);
            Cell::of_parts(&OWN_LIST, &category.parts(at, cluster), cluster)
        });
        let compared = if self.paired {
            pairs(sources)
        } else {
            Vec::new()
        };
        let compared = compared.into_iter().map(|wanted| {
            let ((a, b), (of_a, of_b)) = (wanted.columns, wanted.sources);
            let cluster = Cluster::fitting(of_a, of_b);
            let parts = [a, b].map(|at| category.parts(at, cluster));
            let [in_a, in_b] = &parts;
            let mut item = difference(&OWN_LIST, cluster, in_a, in_b, self.seed);
            item.name = Some(category.name.clone());
            if self.apart.contains(&(a, b)) {
                item.set_apart((of_a.name, of_b.name));
            }
            Pair {
                a,
                b,
                difference: item,
            }
        });
        Row {
            measure: &OWN_LIST,
            cells: cells.collect(),
            pairs: compared.collect(),
            category: Some(Arc::new(category)),
        }
    }
}
