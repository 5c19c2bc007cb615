//! Random halves of one article: any difference between them is chance.

use std::collections::BTreeMap;
use std::sync::Arc;

use parallax::article::Block;
use parallax::compare::stories::{Both, SameStories};
use parallax::compare::{Cluster, SourceView, Standing, Verdict, differences};
use parallax::score::registry::MEASURES;
use parallax::score::second::{SaidSentence, SecondReader};
use parallax::score::{Analysis, Settings, analyse};
use parallax::stats::Rng;
use parallax::work::{self, Progress, Threads};

use super::data::{self, Labelled};

#[derive(Default)]
struct Row {
    halves: usize,
    too_short: usize,
    too_few: usize,
    shown: usize,
    excluding: usize,
    clear: usize,
    by_both: usize,
    established: usize,
    disputed: usize,
}

/// What the second reader said of every sentence of an article, by the text of its paragraph.
type Said = BTreeMap<String, Vec<Option<SaidSentence>>>;

/// Prints the table for every registered measure that is a sum over paragraphs.
pub(crate) fn run(articles: &[Labelled], repeats: u64) {
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    let read = work::map(articles, Threads::default(), &Progress::default(), said);
    for (number, (labelled, said)) in articles.iter().zip(read.unwrap_or_default()).enumerate() {
        for repeat in 0..repeats {
            let [a, b] = halves(labelled, &said, number as u64 * 1_000 + repeat);
            compare(&a, &b, repeat, &mut rows);
        }
    }
    println!(
        "{repeats} random halvings each of {} articles",
        articles.len()
    );
    println!(
        "{:<28}{:>8}{:>11}{:>9}{:>9}{:>16}{:>8}{:>13}{:>10}",
        "measure",
        "halves",
        "too short",
        "too few",
        "shown",
        "excluding zero",
        "clear",
        "established",
        "disputed"
    );
    for (measure, row) in rows {
        let share = |n: usize| 100.0 * n as f64 / row.shown.max(1) as f64;
        println!(
            "{measure:<28}{:>8}{:>11}{:>9}{:>9}{:>14.1} %{:>6.1} %{}",
            row.halves,
            row.too_short,
            row.too_few,
            row.shown,
            share(row.excluding),
            share(row.clear),
            match row.by_both {
                0 => format!("{:>13}{:>10}", "one reader", ""),
                _ => format!(
                    "{:>11.2} %{:>8.2} %",
                    share(row.established),
                    share(row.disputed)
                ),
            }
        );
    }
}

/// How many stories a comparison rests on.
const STORIES: usize = 24;

/// Prints how often an interval within stories excludes zero where both sides are one outlet: of each of
/// [`STORIES`] random articles of an outlet one half of the paragraphs is one account, the other the other.
pub(crate) fn run_stories(articles: &[Labelled], repeats: u64) -> anyhow::Result<()> {
    let mut outlets: BTreeMap<&str, Vec<&Labelled>> = BTreeMap::new();
    for article in articles {
        outlets.entry(&article.outlet).or_default().push(article);
    }
    let mut rows: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let both: Vec<Both> = (0..STORIES).map(|at| [vec![at], vec![at]]).collect();
    for (outlet, mut articles) in outlets.into_values().enumerate() {
        for repeat in 0..repeats {
            let seed = outlet as u64 * 1_000_003 + repeat;
            Rng::new(seed).choose(&mut articles, STORIES);
            let halves: Vec<_> = (articles.iter().take(STORIES).enumerate())
                .map(|(at, article)| halves(article, &Said::new(), seed * 97 + at as u64))
                .collect();
            let side = |side: usize| -> Vec<_> {
                let of = halves.iter().map(|halves| &halves[side]);
                of.map(|(article, analysis)| (article, analysis)).collect()
            };
            let (of_a, of_b) = (side(0), side(1));
            let view = |articles| SourceView {
                name: "half",
                articles,
            };
            let progress = Progress::default();
            let (a, b) = (view(&of_a), view(&of_b));
            let found = SameStories::of(&a, &b, &both, MEASURES, &[], repeat, &progress)?;
            for item in found.differences {
                if let Some(interval) = item.interval().filter(|_| item.measure.part().is_some()) {
                    let row = rows.entry(item.measure.id).or_default();
                    row.0 += 1;
                    row.1 += usize::from(interval.excludes(0.0));
                }
            }
        }
    }
    println!("{repeats} times {STORIES} halved articles of each outlet");
    println!("{:<28}{:>8}{:>16}", "measure", "shown", "excluding zero");
    let (mut shown, mut excluding) = (0, 0);
    for (measure, row) in rows {
        shown += row.0;
        excluding += row.1;
        let share = 100.0 * row.1 as f64 / row.0.max(1) as f64;
        println!("{measure:<28}{:>8}{share:>14.1} %", row.0);
    }
    let share = 100.0 * f64::from(u32::try_from(excluding)?) / shown.max(1) as f64;
    println!("{:<28}{shown:>8}{share:>14.1} %", "all");
    Ok(())
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
            Verdict::NoClearDifference | Verdict::Possible | Verdict::Disputed | Verdict::Clear => {
                row.shown += 1;
            }
        }
        let standing = item.standing();
        row.by_both += usize::from(standing.is_some());
        row.established += usize::from(standing == Some(Standing::Established));
        row.disputed += usize::from(standing == Some(Standing::Disputed));
        row.excluding += usize::from(item.interval().is_some_and(|i| i.excludes(0.0)));
        row.clear += usize::from(item.verdict == Verdict::Clear);
    }
}

/// The paragraphs of an article dealt out to two articles at random.
fn halves(
    labelled: &Labelled,
    said: &Said,
    seed: u64,
) -> [(parallax::article::Article, Analysis); 2] {
    let mut blocks: Vec<Block> = labelled.article.blocks.clone();
    let half = blocks.len() / 2;
    Rng::new(seed).choose(&mut blocks, half);
    let rest = blocks.split_off(half);
    [blocks, rest].map(|blocks| {
        let article = data::article(blocks);
        let mut analysis = analyse(&article, &Settings::default());
        for unit in &mut analysis.units {
            let said = said.get(&article.blocks[unit.block].text);
            for (at, sentence) in unit.sentences.iter_mut().enumerate() {
                sentence.second = said.and_then(|said| said.get(at).copied().flatten());
            }
        }
        // Nothing of it is asked beyond the sentences; empty where there is no second reader.
        analysis.second = (!said.is_empty()).then(Arc::default);
        (article, analysis)
    })
}

/// Asks the second reader about an article; empty where there is none.
fn said(labelled: &Labelled) -> Said {
    let article = &labelled.article;
    let analysis = analyse(article, &Settings::default());
    let Ok(reader) = SecondReader::shipped() else {
        return Said::new();
    };
    let asked = reader.ask(article, &analysis, Threads::ONE, &Progress::default());
    let Ok(asked) = asked else {
        return Said::new();
    };
    let blocks = article.scored_blocks();
    blocks
        .map(|(at, block)| {
            let said = asked.block(at).unwrap_or_default();
            (block.text.clone(), said.to_vec())
        })
        .collect()
}
