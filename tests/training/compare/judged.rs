//! Precision and recall of the best counterpart on judged pairs.

use std::collections::BTreeMap;

use parallax::compare::{Match, Matching, RELATED, SAME_POINT, SourceView};
use parallax::work::Progress;

use super::data::{Judged, Labelled};

/// The judged pairs of one paragraph, and the best counterpart found for it.
struct Query<'a> {
    pairs: Vec<&'a Judged>,
    best: Option<(usize, f64)>,
}

impl Query<'_> {
    /// The grade of the best counterpart; `None` if that pair was not judged.
    fn grade(&self) -> Option<u8> {
        let (to, _) = self.best?;
        self.pairs.iter().find(|p| p.to.1 == to).map(|p| p.grade)
    }

    fn has_same_fact(&self) -> bool {
        self.pairs.iter().any(|p| p.grade == 2)
    }
}

/// Prints the table by threshold.
pub(crate) fn run(articles: &[Labelled], judged: &[Judged]) {
    let mut by_query: BTreeMap<&str, Vec<&Judged>> = BTreeMap::new();
    for pair in judged {
        by_query.entry(&pair.query).or_default().push(pair);
    }
    let queries: Vec<Query<'_>> = by_query
        .into_values()
        .map(|pairs| Query {
            best: best(articles, &pairs),
            pairs,
        })
        .collect();
    let with_fact = queries.iter().filter(|q| q.has_same_fact()).count();
    println!(
        "{} paragraphs, {with_fact} with the same fact in the other article",
        queries.len()
    );
    println!(
        "{:>8}{:>7}{:>10}{:>12}{:>11}{:>12}",
        "at least", "kept", "related", "same fact", "recall", "not judged"
    );
    for threshold in [RELATED, 0.30, 0.40, SAME_POINT, 0.60, 0.70, 0.80] {
        let kept: Vec<&Query<'_>> = queries
            .iter()
            .filter(|q| q.best.is_some_and(|(_, s)| s >= threshold))
            .collect();
        let graded = |least: u8| {
            let right = |q: &&&Query<'_>| q.grade().is_some_and(|g| g >= least);
            kept.iter().filter(right).count() as f64
        };
        println!(
            "{threshold:>8.2}{:>7}{:>10.2}{:>12.2}{:>11.2}{:>12}",
            kept.len(),
            graded(1) / kept.len().max(1) as f64,
            graded(2) / kept.len().max(1) as f64,
            graded(2) / with_fact.max(1) as f64,
            kept.iter().filter(|q| q.grade().is_none()).count()
        );
    }
}

/// The paragraph of the other article most like the query's, with its similarity.
fn best(articles: &[Labelled], pairs: &[&Judged]) -> Option<(usize, f64)> {
    let first = pairs.first()?;
    let find = |outlet: &str| {
        articles
            .iter()
            .find(|a| a.event == first.event && a.outlet == outlet)
    };
    let (from, to) = (find(&first.from.0)?, find(&first.to.0)?);
    let (of_a, of_b) = (
        [(&from.article, &from.analysis)],
        [(&to.article, &to.analysis)],
    );
    let view = |articles| SourceView { name: "", articles };
    let matching = Matching::new(&view(&of_a), &view(&of_b), &[], &Progress::default()).ok()?;
    let of_query = |m: &&Match| m.a.block_index() == Some(first.from.1);
    matching
        .matches
        .iter()
        .filter(of_query)
        .filter_map(|m| Some((m.b.block_index()?, m.similarity?)))
        .max_by(|x, y| x.1.total_cmp(&y.1))
}
