//! The same sources on the stories that both of a pair tell.

use super::{Matrix, Pair, Row};
use crate::compare::differences::paired;
use crate::compare::source::SourceView;
use crate::compare::stories::{Stories, Telling, both, paired_on};

impl Matrix {
    /// Every two sources compared within the stories both tell, in place of over everything; the values of each
    /// source stay those of all its articles. `tellings` are the articles of all `sources` in order.
    #[must_use]
    pub fn within_stories(
        &self,
        sources: &[SourceView<'_>],
        stories: &Stories,
        tellings: &[Telling<'_>],
    ) -> Self {
        let mut firsts = Vec::with_capacity(sources.len());
        let mut first = 0;
        for source in sources {
            firsts.push(first);
            first += source.articles.len();
        }
        let mut told = std::collections::BTreeMap::new();
        let mut pair = |row: &Row, pair: &Pair| {
            let (a, b) = (sources.get(pair.a)?, sources.get(pair.b)?);
            let first = [*firsts.get(pair.a)?, *firsts.get(pair.b)?];
            let shared = told
                .entry((pair.a, pair.b))
                .or_insert_with(|| both(stories, tellings, [pair.a, pair.b], first));
            let difference = match &row.category {
                None => paired_on(a, b, shared, row.measure, self.seed),
                Some(category) => {
                    let values = shared.iter().filter_map(|[of_a, of_b]| {
                        let a = category.over(pair.a, of_a)?;
                        Some((a, category.over(pair.b, of_b)?))
                    });
                    let mut item = paired(row.measure, &values.collect::<Vec<_>>(), self.seed);
                    item.name = Some(category.name.clone());
                    item
                }
            };
            Some(Pair {
                difference,
                ..*pair
            })
        };
        let rows = self.rows.iter().map(|row| Row {
            measure: row.measure,
            cells: row.cells.clone(),
            pairs: row.pairs.iter().filter_map(|one| pair(row, one)).collect(),
            category: row.category.clone(),
        });
        let mut out = Self {
            rows: rows.collect(),
            sources: self.sources.clone(),
            seed: self.seed,
            apart: Vec::new(),
            paired: self.paired,
            tested: 0,
        };
        out.adjust();
        out
    }
}
