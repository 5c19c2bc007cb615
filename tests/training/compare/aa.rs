//! Random halves of one article: any difference between them is chance.

use std::collections::BTreeMap;

use parallax::article::Block;
use parallax::compare::{Cluster, SourceView, Verdict, differences};
use parallax::score::registry::MEASURES;
use parallax::score::{Analysis, Settings, analyse};
use parallax::stats::Rng;
use parallax::work::Progress;

use super::data::{self, Labelled};

#[derive(Default)]
struct Row {
    halves: usize,
    too_short: usize,
    too_few: usize,
    shown: usize,
    excluding: usize,
    clear: usize,
}

/// Prints the table for every registered measure that is a sum over paragraphs.
pub(crate) fn run(articles: &[Labelled], repeats: u64) {
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    for (number, labelled) in articles.iter().enumerate() {
        for repeat in 0..repeats {
            let [a, b] = halves(labelled, number as u64 * 1_000 + repeat);
            compare(&a, &b, repeat, &mut rows);
        }
    }
    println!(
        "{repeats} random halvings each of {} articles",
        articles.len()
    );
    println!(
        "{:<28}{:>8}{:>11}{:>9}{:>9}{:>16}{:>8}",
        "measure", "halves", "too short", "too few", "shown", "excluding zero", "clear"
    );
    for (measure, row) in rows {
        let share = |n: usize| 100.0 * n as f64 / row.shown.max(1) as f64;
        println!(
            "{measure:<28}{:>8}{:>11}{:>9}{:>9}{:>14.1} %{:>6.1} %",
            row.halves,
            row.too_short,
            row.too_few,
            row.shown,
            share(row.excluding),
            share(row.clear)
        );
    }
}

fn compare(
    a: &(parallax::article::Article, Analysis),
    b: &(parallax::article::Article, Analysis),
    seed: u64,
    rows: &mut BTreeMap<&'static str, Row>,
) {
    let (of_a, of_b) = ([(&a.0, &a.1)], [(&b.0, &b.1)]);
    let view = |articles| SourceView {
        name: "half",
        articles,
    };
    let progress = Progress::default();
    let found = differences(&view(&of_a), &view(&of_b), MEASURES, seed, &progress);
    for item in found.unwrap_or_default() {
        if item.cluster == Cluster::Article {
            continue;
        }
        let row = rows.entry(item.measure.id).or_default();
        row.halves += 1;
        match item.verdict {
            Verdict::Missing | Verdict::NotTested | Verdict::TooShort | Verdict::OtherStory => {
                row.too_short += 1;
            }
            Verdict::TooFew => row.too_few += 1,
            Verdict::NoClearDifference | Verdict::Possible | Verdict::Clear => row.shown += 1,
        }
        row.excluding += usize::from(item.interval().is_some_and(|i| i.excludes(0.0)));
        row.clear += usize::from(item.verdict == Verdict::Clear);
    }
}

/// The paragraphs of an article dealt out to two articles at random.
fn halves(labelled: &Labelled, seed: u64) -> [(parallax::article::Article, Analysis); 2] {
    let mut blocks: Vec<Block> = labelled.article.blocks.clone();
    let half = blocks.len() / 2;
    Rng::new(seed).choose(&mut blocks, half);
    let rest = blocks.split_off(half);
    [blocks, rest].map(|blocks| {
        let article = data::article(blocks);
        let analysis = analyse(&article, &Settings::default());
        (article, analysis)
    })
}
