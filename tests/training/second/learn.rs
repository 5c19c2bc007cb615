//! Learns all heads from rows free to learn from, prints how they judge texts they have not seen, alone and
//! with the transparent measure, by half of the rows; writes `assets/second/heads.tsv`.

use std::path::Path;

use anyhow::Context as _;
use parallax::encoder::WIDTH;
use parallax::score::second::training::{Input, around_mention, means};
use parallax::score::tone::{self, Names, ToneOptions};
use parallax::score::{headline, target, wording};
use parallax::work::{self, Progress, Threads};

use super::data::{self, Labelled, Mention, part};
use super::heads::{Head, Row, probabilities, unseen};
use crate::support::metrics::macro_f1;

/// The layer heads look at: of the three kept it tells tone best, and style as well as any (the figures of
/// the others are in the notes of the change that chose it).
const LAYER: usize = 3;
/// Penalties, in units of the mean loss.
const TONE: f64 = 0.1;
const OPINION: f64 = 0.4;
const BAIT: f64 = 0.05;
const TARGET: f64 = 0.2;
/// What a head for mentions looks at.
const INPUTS: [(Input, usize); 3] = [
    (Input::Mention, LAYER),
    (Input::Near, LAYER),
    (Input::Mean, LAYER),
];
const INPUT_NAMES: [&str; 3] = ["mention 3", "near 3", "mean 3"];

/// What the asset says of itself.
const HEADER: &str = "\
# Heads of the second reader (score/second): head, what it looks at, base, centre, 384 weights.
# Learned by tests/training/second on the states of assets/encoder, names masked: tone and target from NewsMTSC
# (F. Hamborg and K. Donnay 2021, MIT), opinion from NewsSD-ENG (F. Antici et al. 2024, CC BY 4.0), bait from
# Webis-Clickbait-17 (M. Potthast et al. 2018, CC BY 4.0): see assets/licenses. Version: 1.
";

pub(crate) fn run(data: &Path, out: Option<&Path>) -> anyhow::Result<()> {
    let mut asset = HEADER.to_owned();
    let mentions = data::mentions(data)?;
    asset.push_str(&tone_head(data, &mentions)?);
    asset.push_str(&opinion_head(data, &mentions)?);
    asset.push_str(&bait_head(data)?);
    asset.push_str(&target_head(&mentions)?);
    if let Some(out) = out {
        std::fs::write(out, asset).with_context(|| out.display().to_string())?;
    }
    Ok(())
}

/// The states of every text, those left out that hold nothing to read.
fn states(texts: &[&str]) -> anyhow::Result<Vec<Option<Vec<f32>>>> {
    let layer = LAYER * WIDTH..(LAYER + 1) * WIDTH;
    let read = work::map(texts, Threads::default(), &Progress::default(), |text| {
        let means = means(text)?;
        Ok(means.and_then(|means| means.get(layer.clone()).map(<[f32]>::to_vec)))
    });
    read?.into_iter().collect()
}

/// Rows of texts with their classes' weights, and the texts that have none left out of both.
fn rows(texts: &[&str], targets: &[Vec<f64>]) -> anyhow::Result<(Vec<Row>, Vec<usize>)> {
    let mut found = (Vec::new(), Vec::new());
    for (at, states) in states(texts)?.into_iter().enumerate() {
        if let Some(states) = states {
            found.0.push(Row {
                states,
                target: targets[at].clone(),
                group: part(texts[at], 1 << 20),
            });
            found.1.push(at);
        }
    }
    Ok(found)
}

fn compound(text: &str) -> f64 {
    tone::score(text, ToneOptions::default(), &Names::default()).compound
}

fn tone_head(data: &Path, mentions: &[Mention]) -> anyhow::Result<String> {
    let texts: Vec<&str> = mentions.iter().map(|row| row.text.as_str()).collect();
    let targets: Vec<Vec<f64>> = (mentions.iter())
        .map(|row| {
            (0..3)
                .map(|class| f64::from(u8::from(class == row.class)))
                .collect()
        })
        .collect();
    let (rows, kept) = rows(&texts, &targets)?;
    let (odds, sharpness) = unseen(&rows, TONE, 1);
    let second: Vec<f64> = odds.iter().map(|odds| balance(odds, sharpness)).collect();
    let first: Vec<f64> = kept.iter().map(|&at| compound(texts[at])).collect();
    let people: Vec<f64> = kept
        .iter()
        .map(|&at| mentions[at].class as f64 - 1.0)
        .collect();
    println!(
        "tone of a sentence, NewsMTSC, heads that have not seen it (sharpness {sharpness:.2})"
    );
    println!(
        "  spread: compound {:.3}, second {:.3}, mean second {:.3}",
        spread(&first),
        spread(&second),
        mean(&second)
    );
    let halves: Vec<u64> = rows.iter().map(|row| row.group / 7 % 2).collect();
    by_half(&halves, |kept| {
        tone_figures(
            &pick(&first, kept),
            &pick(&second, kept),
            &pick(&people, kept),
        );
    });
    calibration("P(negative)", &rows, &odds, sharpness, 0);
    let head = Head::fit(&rows.iter().collect::<Vec<_>>(), TONE);
    let judged = data::labelled(
        &data.join("headlines/affectivetext.dev.tsv"),
        "headline",
        "valence",
    )?;
    let (first, second, people) = judge(&judged, compound, |states| {
        balance(&head.odds(states, 1), sharpness)
    })?;
    println!("tone of headlines rated by six people (SemEval 2007, judged only)");
    tone_figures(&first, &second, &people);
    let inputs = ["mean 3"];
    Ok(head.lines("tone-negative", &inputs, (0, 1), sharpness)
        + &head.lines("tone-positive", &inputs, (2, 1), sharpness))
}

/// The transparent measure, the second reader's and people's on rows that are only judged.
fn judge(
    rows: &[Labelled],
    first: impl Fn(&str) -> f64,
    second: impl Fn(&[f32]) -> f64,
) -> anyhow::Result<(Vec<f64>, Vec<f64>, Vec<f64>)> {
    let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
    let mut found = (Vec::new(), Vec::new(), Vec::new());
    for (row, states) in rows.iter().zip(states(&texts)?) {
        if let Some(states) = states {
            found.0.push(first(&row.text));
            found.1.push(second(&states));
            found.2.push(row.label);
        }
    }
    Ok(found)
}

fn balance(odds: &[f64], sharpness: f64) -> f64 {
    let given = probabilities(odds, sharpness);
    given[2] - given[0]
}

fn tone_figures(first: &[f64], second: &[f64], people: &[f64]) {
    let both = sums(first, second, 1.0);
    println!(
        "  n {}: r with people: first {:.3}, second {:.3}, both {:.3}",
        people.len(),
        correlation(first, people),
        correlation(second, people),
        correlation(&both, people)
    );
    let (mut agree, mut differ) = ((0_usize, 0_usize), (0_usize, 0_usize));
    for ((first, second), people) in first.iter().zip(second).zip(people) {
        if first.abs() >= 0.05 && people.abs() > 0.0 {
            let same = (*first > 0.0) == (*second > 0.0);
            let count = if same { &mut agree } else { &mut differ };
            count.0 += usize::from((*first > 0.0) == (*people > 0.0));
            count.1 += 1;
        }
    }
    let all = agree.1 + differ.1;
    println!(
        "  sign right: {:.3} of {all}; readers agree on {:.3}: {:.3}; where they differ {:.3}",
        (agree.0 + differ.0) as f64 / all as f64,
        agree.1 as f64 / all as f64,
        agree.0 as f64 / agree.1 as f64,
        differ.0 as f64 / differ.1 as f64
    );
}

/// How much a row is not, and how much it is, what its label says.
fn two_ways(table: &[data::Labelled]) -> Vec<Vec<f64>> {
    let one = |row: &data::Labelled| vec![1.0 - row.label, row.label];
    table.iter().map(one).collect()
}

fn opinion_head(data: &Path, mentions: &[Mention]) -> anyhow::Result<String> {
    let table = data::labelled(&data.join("wording/newssd_eng.dev.tsv"), "text", "label")?;
    let texts: Vec<&str> = table.iter().map(|row| row.text.as_str()).collect();
    let targets = two_ways(&table);
    let (rows, kept) = rows(&texts, &targets)?;
    let (odds, sharpness) = unseen(&rows, OPINION, 0);
    let second: Vec<f64> = odds.iter().map(|odds| sharpness * odds[1]).collect();
    let lines: Vec<_> = kept.iter().map(|&at| wording::line(texts[at])).collect();
    let first: Vec<f64> = lines
        .iter()
        .map(|line| log_odds(line.subjectivity))
        .collect();
    let people: Vec<f64> = kept.iter().map(|&at| table[at].label).collect();
    println!(
        "subjectivity, NewsSD, heads that have not seen it; the list has (sharpness {sharpness:.2})"
    );
    let halves: Vec<u64> = rows.iter().map(|row| row.group / 7 % 2).collect();
    by_half(&halves, |kept| {
        class_figures(
            &pick(&first, kept),
            &pick(&second, kept),
            &pick(&people, kept),
            2.0,
        );
    });
    calibration("P(opinion)", &rows, &odds, sharpness, 1);
    let head = Head::fit(&rows.iter().collect::<Vec<_>>(), OPINION);
    let opinion = |states: &[f32]| sharpness * head.odds(states, 0)[1];

    // The loaded score's scale, on sentences of the news as they come.
    let news: Vec<&str> = mentions
        .iter()
        .step_by(4)
        .map(|row| row.text.as_str())
        .collect();
    let read: Vec<f64> = states(&news)?
        .iter()
        .flatten()
        .map(|states| opinion(states))
        .collect();
    let loaded: Vec<f64> = news
        .iter()
        .map(|text| log_odds(wording::line(text).loaded_score))
        .collect();
    let slope = spread(&loaded) / spread(&read);
    println!(
        "  loaded from opinion: {slope:.3} × log-odds + {:.3} (news sentences: mean {:.3}, spread {:.3})",
        mean(&loaded) - slope * mean(&read),
        mean(&loaded),
        spread(&loaded)
    );
    let shift = mean(&loaded) - slope * mean(&read);
    for file in ["wording/babe_sg2.dev.tsv", "wording/babe_sg1.dev.tsv"] {
        let judged = data::labelled(&data.join(file), "text", "label")?;
        let first = |text: &str| log_odds(wording::line(text).loaded_score);
        let (first, second, people) =
            judge(&judged, first, |states| slope * opinion(states) + shift)?;
        println!("loaded sentences, {file} (judged only)");
        class_figures(&first, &second, &people, 1.0);
    }
    Ok(head.lines("opinion", &["mean 3"], (1, 0), sharpness))
}

fn class_figures(first: &[f64], second: &[f64], people: &[f64], weight: f64) {
    let both = sums_plain(first, second, weight);
    let gold: Vec<usize> = people
        .iter()
        .map(|label| usize::from(*label > 0.5))
        .collect();
    for (name, scores) in [("first", first), ("second", second), ("both", &both)] {
        let guess: Vec<usize> = scores
            .iter()
            .map(|score| usize::from(*score >= 0.0))
            .collect();
        println!(
            "  {name}: macro-F1 {:.3}, AUC {:.3}",
            macro_f1(&gold, &guess, 2),
            area(&gold, scores)
        );
    }
    let (mut agree, mut differ) = ((0_usize, 0_usize), (0_usize, 0_usize));
    for ((first, second), gold) in first.iter().zip(second).zip(&gold) {
        let same = (*first >= 0.0) == (*second >= 0.0);
        let count = if same { &mut agree } else { &mut differ };
        count.0 += usize::from((*first >= 0.0) == (*gold == 1));
        count.1 += 1;
    }
    println!(
        "  readers agree on {:.3}: the list is right {:.3}; where they differ {:.3}",
        agree.1 as f64 / gold.len() as f64,
        agree.0 as f64 / agree.1 as f64,
        differ.0 as f64 / differ.1 as f64
    );
}

fn bait_head(data: &Path) -> anyhow::Result<String> {
    let table = data::labelled(
        &data.join("headlines/webis17_posts.dev.tsv"),
        "headline",
        "score",
    )?;
    let texts: Vec<&str> = table.iter().map(|row| row.text.as_str()).collect();
    let targets = two_ways(&table);
    let (rows, kept) = rows(&texts, &targets)?;
    let (odds, sharpness) = unseen(&rows, BAIT, 0);
    let first: Vec<Option<f64>> = (kept.iter())
        .map(|&at| headline::score(texts[at]).ok().map(|score| score.bait))
        .collect();
    let scored: Vec<usize> = (0..kept.len()).filter(|&at| first[at].is_some()).collect();
    let first: Vec<f64> = first.iter().flatten().copied().collect();
    let second: Vec<f64> = (scored.iter())
        .map(|&at| 100.0 * probabilities(&odds[at], sharpness)[1])
        .collect();
    let people: Vec<f64> = scored
        .iter()
        .map(|&at| 100.0 * table[kept[at]].label)
        .collect();
    println!(
        "bait, Webis posts, heads that have not seen them; the list has (sharpness {sharpness:.2})"
    );
    println!(
        "  spread: bait {:.1}, second {:.1}; mean: bait {:.1}, second {:.1}, people {:.1}",
        spread(&first),
        spread(&second),
        mean(&first),
        mean(&second),
        mean(&people)
    );
    let halves: Vec<u64> = scored.iter().map(|&at| rows[at].group / 7 % 2).collect();
    by_half(&halves, |kept| {
        let (first, second, people) =
            (pick(&first, kept), pick(&second, kept), pick(&people, kept));
        let both = sums(&first, &second, 2.0);
        println!(
            "  n {}: r with people: first {:.3}, second {:.3}, both {:.3}",
            people.len(),
            correlation(&first, &people),
            correlation(&second, &people),
            correlation(&both, &people)
        );
    });
    let head = Head::fit(&rows.iter().collect::<Vec<_>>(), BAIT);
    Ok(head.lines("bait", &["mean 3"], (1, 0), sharpness))
}

fn target_head(mentions: &[Mention]) -> anyhow::Result<String> {
    let read = work::map(mentions, Threads::default(), &Progress::default(), |row| {
        around_mention(&row.text, row.span, &INPUTS)
    })?;
    let (mut rows, mut kept) = (Vec::new(), Vec::new());
    for (row, states) in mentions.iter().zip(read) {
        if let Some(states) = states? {
            rows.push(Row {
                states,
                target: (0..3)
                    .map(|class| f64::from(u8::from(class == row.class)))
                    .collect(),
                group: part(&row.text, 1 << 20),
            });
            kept.push(row);
        }
    }
    let (odds, sharpness) = unseen(&rows, TARGET, 1);
    let gold: Vec<usize> = kept.iter().map(|row| row.class).collect();
    let given: Vec<Vec<f64>> = odds
        .iter()
        .map(|odds| probabilities(odds, sharpness))
        .collect();
    let guess: Vec<usize> = given.iter().map(|given| most(given)).collect();
    println!(
        "tone towards a mention, NewsMTSC, heads that have not seen it (sharpness {sharpness:.2})"
    );
    let halves: Vec<u64> = rows.iter().map(|row| row.group / 7 % 2).collect();
    by_half(&halves, |kept| {
        let of = |from: &[usize]| -> Vec<usize> { kept.iter().map(|&at| from[at]).collect() };
        println!(
            "  n {}: second macro-F1 {:.3}",
            kept.len(),
            macro_f1(&of(&gold), &of(&guess), 3)
        );
    });
    let first: Vec<usize> = (kept.iter())
        .map(|row| {
            target::score(&row.text, row.span)
                .map_or(1, |t| most(&[t.negative, t.neutral, t.positive]))
        })
        .collect();
    println!(
        "  the list, which has seen them: {:.3}",
        macro_f1(&gold, &first, 3)
    );
    calibration("P(negative)", &rows, &odds, sharpness, 0);
    let head = Head::fit(&rows.iter().collect::<Vec<_>>(), TARGET);
    Ok(
        head.lines("target-negative", &INPUT_NAMES, (0, 1), sharpness)
            + &head.lines("target-positive", &INPUT_NAMES, (2, 1), sharpness),
    )
}

fn most(given: &[f64]) -> usize {
    (0..given.len())
        .max_by(|&a, &b| given[a].total_cmp(&given[b]))
        .unwrap_or(1)
}

/// Prints how often a class is right by how probable it was said to be.
fn calibration(name: &str, rows: &[Row], odds: &[Vec<f64>], sharpness: f64, class: usize) {
    let mut bins = [(0.0, 0.0, 0_usize); 5];
    for (row, odds) in rows.iter().zip(odds) {
        let given = probabilities(odds, sharpness)[class];
        let bin = &mut bins[[0.2, 0.4, 0.6, 0.8]
            .iter()
            .filter(|cut| given >= **cut)
            .count()];
        *bin = (bin.0 + given, bin.1 + row.target[class], bin.2 + 1);
    }
    let told = bins
        .iter()
        .filter(|bin| bin.2 > 0)
        .map(|(given, right, count)| {
            let count = *count as f64;
            format!("said {:.2} is {:.2}", given / count, right / count)
        });
    println!("  {name}: {}", told.collect::<Vec<_>>().join(", "));
}

/// Prints figures of all rows and of each half.
fn by_half(halves: &[u64], print: impl Fn(&[usize])) {
    let all: Vec<usize> = (0..halves.len()).collect();
    print(&all);
    for half in 0..2 {
        let kept: Vec<usize> = all
            .iter()
            .copied()
            .filter(|&at| halves[at] == half)
            .collect();
        print!("  half {}:", half + 1);
        print(&kept);
    }
}

fn pick(values: &[f64], kept: &[usize]) -> Vec<f64> {
    kept.iter().map(|&at| values[at]).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn spread(values: &[f64]) -> f64 {
    let mean = mean(values);
    (values
        .iter()
        .map(|value| (value - mean).powi(2))
        .sum::<f64>()
        / values.len() as f64)
        .sqrt()
}

/// Sums in units of their spread, the second `weight` times.
fn sums(first: &[f64], second: &[f64], weight: f64) -> Vec<f64> {
    let (one, two) = (spread(first), spread(second) / weight);
    first
        .iter()
        .zip(second)
        .map(|(first, second)| first / one + second / two)
        .collect()
}

fn sums_plain(first: &[f64], second: &[f64], weight: f64) -> Vec<f64> {
    first
        .iter()
        .zip(second)
        .map(|(first, second)| first + weight * second)
        .collect()
}

fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let (one, two) = (mean(a), mean(b));
    let products = a.iter().zip(b).map(|(a, b)| (a - one) * (b - two));
    products.sum::<f64>() / a.len() as f64 / (spread(a) * spread(b))
}

/// How often a text of class 1 scores above one of class 0.
fn area(gold: &[usize], scores: &[f64]) -> f64 {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[a].total_cmp(&scores[b]));
    let ones = gold.iter().filter(|class| **class == 1).count();
    let ranks = order
        .iter()
        .zip(1_usize..)
        .filter(|(at, _)| gold[**at] == 1);
    let sum: usize = ranks.map(|(_, rank)| rank).sum();
    let least = ones * (ones + 1) / 2;
    (sum - least) as f64 / (ones * (gold.len() - ones)) as f64
}

fn log_odds(probability: f64) -> f64 {
    let kept = probability.clamp(0.01, 0.99);
    (kept / (1.0 - kept)).ln()
}
