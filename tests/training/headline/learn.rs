//! Learns the weights: logistic regression on graded headlines, each weight held near its authored
//! value, those of the phrasing near nothing. Same data, same file: no randomness, fixed order.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context;
use parallax::score::headline::Part;
use parallax::score::headline::training::{
    Features, bait_of, features, held_phrasing, lists, score_of,
};

use super::data::{Row, read};
use super::solve::{Example, Problem, minimise};
use super::statistics::{auc, pearson};

/// How strongly a list's weight is held to its authored value (precision of a Gaussian).
const HOLD_LISTS: f64 = 10.0;
/// How strongly a word pair's weight is held to zero.
const HOLD_PAIRS: f64 = 1.0;
/// Headlines that must share a word or pair before it gets a weight.
const FEWEST: usize = 6;
/// What the two classes of article titles, labelled by their tweet only, are graded.
const TITLE_GRADES: (f64, f64) = (0.15, 0.65);
/// Short headlines are weighed as if they had this many pairs (as the library does).
const FEWEST_PAIRS: usize = 4;
/// Parts of the check that the record reports.
const FOLDS: u64 = 5;

struct Sample {
    features: Features,
    grade: f64,
    label: bool,
    post: bool,
    fold: u64,
}

fn sample(row: &Row, post: bool) -> Sample {
    let label = row.get("label") == "1";
    let (low, high) = TITLE_GRADES;
    let grade = match post {
        true => row.number("score"),
        false if label => high,
        false => low,
    };
    let text = row.headline().to_lowercase();
    let hash = text
        .bytes()
        .filter(u8::is_ascii_alphanumeric)
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    Sample {
        features: features(row.headline()),
        grade,
        label,
        post,
        fold: (hash >> 32) % FOLDS,
    }
}

/// The weights of one run.
struct Model {
    base: f64,
    lists: Vec<f64>,
    pairs: BTreeMap<String, f64>,
}

impl Model {
    fn learn(samples: &[&Sample]) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for name in samples.iter().flat_map(|sample| &sample.features.phrasing) {
            *counts.entry(name).or_default() += 1;
        }
        let names: Vec<&str> = counts
            .iter()
            .filter(|(_, n)| **n >= FEWEST)
            .map(|(name, _)| *name)
            .collect();
        let place: BTreeMap<&str, usize> = names
            .iter()
            .enumerate()
            .map(|(i, name)| (*name, i))
            .collect();
        let first_pair = 1 + lists().len();
        let examples = samples
            .iter()
            .map(|sample| example(sample, &place, first_pair))
            .collect();
        let mut start = vec![0.0; first_pair + names.len()];
        let mut hold = vec![HOLD_PAIRS; start.len()];
        hold[0] = 0.0;
        for (i, list) in lists().iter().enumerate() {
            start[1 + i] = list.authored;
            hold[1 + i] = if list.learned {
                HOLD_LISTS
            } else {
                f64::INFINITY
            };
        }
        let weights = minimise(&Problem {
            examples,
            start,
            hold,
        });
        Self {
            base: weights[0],
            lists: weights[1..first_pair].to_vec(),
            pairs: names
                .iter()
                .map(ToString::to_string)
                .zip(weights[first_pair..].iter().copied())
                .collect(),
        }
    }

    /// The score of the bait part, and of the whole.
    fn scores(&self, sample: &Sample) -> (f64, f64) {
        let (mut bait, mut heat) = (self.base, 0.0);
        for (i, share) in &sample.features.lists {
            let z = self.lists[*i] * share;
            match lists()[*i].kind.part() {
                Part::Heat => heat += z,
                Part::Bait => bait += z,
            }
        }
        let known = sample
            .features
            .phrasing
            .iter()
            .filter_map(|name| self.pairs.get(name));
        let pairs: Vec<f64> = known.copied().collect();
        let sum = pairs.iter().sum::<f64>() / (pairs.len().max(FEWEST_PAIRS) as f64).sqrt();
        bait += held_phrasing(sum);
        (bait_of(bait), score_of(0.0, bait, heat))
    }
}

/// Heat is authored; graded clickbait would teach it away.
fn bait_lists(features: &Features) -> impl Iterator<Item = (usize, f64)> + '_ {
    let bait = |i: usize| {
        lists()
            .get(i)
            .is_some_and(|list| list.kind.part() == Part::Bait)
    };
    features
        .lists
        .iter()
        .copied()
        .filter(move |(i, _)| bait(*i))
}

fn example(sample: &Sample, place: &BTreeMap<&str, usize>, first_pair: usize) -> Example {
    let mut terms = vec![(0, 1.0)];
    terms.extend(bait_lists(&sample.features).map(|(i, share)| (1 + i, share)));
    let known: Vec<usize> = sample
        .features
        .phrasing
        .iter()
        .filter_map(|name| place.get(name.as_str()))
        .copied()
        .collect();
    let each = 1.0 / (known.len().max(FEWEST_PAIRS) as f64).sqrt();
    terms.extend(known.iter().map(|pair| (first_pair + pair, each)));
    Example {
        terms,
        target: sample.grade,
    }
}

/// Figures on the parts left out in turn, in words.
fn check(samples: &[Sample]) -> String {
    let mut scored: Vec<(&Sample, (f64, f64))> = Vec::new();
    for fold in 0..FOLDS {
        let rest: Vec<&Sample> = samples
            .iter()
            .filter(|sample| sample.fold != fold)
            .collect();
        let model = Model::learn(&rest);
        let left_out = samples.iter().filter(|sample| sample.fold == fold);
        scored.extend(left_out.map(|sample| (sample, model.scores(sample))));
    }
    let figures = |post: bool, score: fn(&(f64, f64)) -> f64| {
        let rows = || scored.iter().filter(|(sample, _)| sample.post == post);
        let given: Vec<f64> = rows().map(|(_, scores)| score(scores)).collect();
        let labels: Vec<bool> = rows().map(|(sample, _)| sample.label).collect();
        let grades: Vec<f64> = rows().map(|(sample, _)| sample.grade).collect();
        (auc(&given, &labels), pearson(&given, &grades))
    };
    let (bait, bait_r) = figures(true, |scores| scores.0);
    let (whole, whole_r) = figures(true, |scores| scores.1);
    let (bait_titles, _) = figures(false, |scores| scores.0);
    let (whole_titles, _) = figures(false, |scores| scores.1);
    format!(
        "posts AUC {whole:.3}, r {whole_r:.3}, titles AUC {whole_titles:.3};\n#   bait part alone: posts AUC {bait:.3}, r {bait_r:.3}, titles AUC {bait_titles:.3}."
    )
}

/// Learns from `posts` and `titles` in `folder` and writes `weights.txt` and `phrasing.txt` to `out`.
pub(crate) fn run(folder: &Path, out: &Path, date: &str) -> anyhow::Result<()> {
    let posts = read(folder, "webis17_posts", "dev")?;
    let titles = read(folder, "webis17_titles", "dev")?;
    let samples: Vec<Sample> = posts
        .iter()
        .map(|row| sample(row, true))
        .chain(titles.iter().map(|row| sample(row, false)))
        .collect();
    let checked = check(&samples);
    let model = Model::learn(&samples.iter().collect::<Vec<_>>());
    let mut record = String::new();
    writeln!(
        record,
        "# Origin: learned by tests/training/headline on {date} from {} posts (graded 0 to 1) and {} article titles",
        posts.len(),
        titles.len()
    )?;
    writeln!(
        record,
        "#   (classes graded {} and {}) of the Webis Clickbait Corpus 2017 (Potthast et al.; CC BY 4.0).",
        TITLE_GRADES.0, TITLE_GRADES.1
    )?;
    writeln!(
        record,
        "# Settings: logistic regression; lists held to their authored weights with precision {HOLD_LISTS}, word pairs to 0 with"
    )?;
    writeln!(
        record,
        "#   {HOLD_PAIRS}; pairs in at least {FEWEST} headlines; phrasing held between {:.1} and {:.1} log-odds.",
        held_phrasing(-1e9),
        held_phrasing(1e9)
    )?;
    writeln!(record, "# Check, {FOLDS} parts left out in turn: {checked}")?;
    writeln!(
        record,
        "# Licence: MIT OR Apache-2.0; the data's authors are credited as above. Version: 1."
    )?;
    let mut text = format!(
        "# Purpose: the weight of each list of the headline cues, log-odds a match, and of a headline with none.\n{record}\nbase\t{:.4}\n",
        model.base
    );
    for (list, weight) in lists().iter().zip(&model.lists) {
        writeln!(text, "{}\t{weight:.4}", list.name)?;
    }
    write(&out.join("weights.txt"), &text)?;
    let mut text = format!(
        "# Purpose: weights of words and word pairs of style for the overall phrasing. `^` beginning, `$` end,\n#   `_` any other word, `#` a number.\n{record}\n"
    );
    for (name, weight) in &model.pairs {
        writeln!(text, "{name}\t{weight:.3}")?;
    }
    write(&out.join("phrasing.txt"), &text)
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    std::fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}
