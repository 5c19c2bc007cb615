//! Learns the weights of `assets/wording/subjectivity.txt` from NewsSD-ENG (Antici et al. 2024, CC BY 4.0)
//! and judges them by cross-validation.
//!
//! `cargo run --release -p training -- subjectivity newssd_eng.tsv [OUT]`
//! The table has the columns `label` (1 subjective, 0 objective) and `text`.

#![expect(
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a training program"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::support::logistic::{self, Example, Model};
use crate::support::table::{self, field};
use crate::support::{metrics, ranking};
use parallax::score::subjectivity::{self, CUES};

/// Words met in fewer texts get no weight.
const LEAST_TEXTS: usize = 2;
/// The scale of a word beside a standardised cue.
const WORD_SCALE: f32 = 0.5;
const CUE_SCALE: f32 = 0.3;
const PENALTY: f64 = 0.03;
/// See `logistic::strength`; cues are not weighed by it.
const STRENGTH: (f64, f64) = (0.2, 2.5);
const FOLDS: usize = 10;

struct Text {
    cues: subjectivity::Cues,
    words: BTreeSet<String>,
    class: usize,
}

pub(crate) fn run(data: &Path, out: Option<&str>) -> anyhow::Result<()> {
    let rows = table::read(data)?;
    let texts: Vec<Text> = rows
        .iter()
        .filter_map(|row| read(field(row, "text"), usize::from(field(row, "label") == "1")))
        .collect();
    cross_validate(&texts);
    if let Some(out) = out {
        let learned = Learned::from(&texts.iter().collect::<Vec<_>>());
        std::fs::write(out, learned.to_asset(texts.len()))?;
    }
    Ok(())
}

fn read(text: &str, class: usize) -> Option<Text> {
    let features = subjectivity::features(text)?;
    Some(Text {
        cues: features.cues,
        words: features.words.into_iter().collect(),
        class,
    })
}

fn cross_validate(texts: &[Text]) {
    let (mut gold, mut guess, mut scores) = (Vec::new(), Vec::new(), Vec::new());
    for fold in 0..FOLDS {
        let training: Vec<&Text> = texts
            .iter()
            .enumerate()
            .filter(|(i, _)| i % FOLDS != fold)
            .map(|(_, t)| t)
            .collect();
        let learned = Learned::from(&training);
        for text in texts
            .iter()
            .enumerate()
            .filter(|(i, _)| i % FOLDS == fold)
            .map(|(_, t)| t)
        {
            let probability = learned.probability(text);
            gold.push(text.class);
            guess.push(usize::from(probability >= 0.5));
            scores.push(probability);
        }
    }
    let positive: Vec<bool> = gold.iter().map(|&class| class == 1).collect();
    println!(
        "NewsSD {FOLDS}-fold: macro-F1 {:.3}, AUC {:.3} (n = {})",
        metrics::macro_f1(&gold, &guess, 2),
        ranking::auc(&scores, &positive),
        texts.len()
    );
}

struct Learned {
    means: Vec<f32>,
    deviations: Vec<f32>,
    positions: BTreeMap<String, usize>,
    model: Model,
}

impl Learned {
    fn from(texts: &[&Text]) -> Self {
        let n = texts.len() as f32;
        let means: Vec<f32> = (0..CUES.len())
            .map(|i| texts.iter().map(|t| t.cues[i]).sum::<f32>() / n)
            .collect();
        let deviations: Vec<f32> = (0..CUES.len())
            .map(|i| {
                (texts
                    .iter()
                    .map(|t| (t.cues[i] - means[i]).powi(2))
                    .sum::<f32>()
                    / n)
                    .sqrt()
                    .max(0.05)
            })
            .collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for word in texts.iter().flat_map(|t| &t.words) {
            *counts.entry(word).or_default() += 1;
        }
        let positions: BTreeMap<String, usize> = counts
            .into_iter()
            .filter(|(_, count)| *count >= LEAST_TEXTS)
            .enumerate()
            .map(|(i, (word, _))| (word.to_owned(), CUES.len() + i))
            .collect();
        let size = CUES.len() + positions.len();
        let mut learned = Self {
            means,
            deviations,
            positions,
            model: Model::fit(&[], 0, 2, &|_| 0.0),
        };
        let yes = texts.iter().filter(|t| t.class == 1).count() as f64;
        let share = [texts.len() as f64 - yes, yes];
        let examples: Vec<Example> = texts
            .iter()
            .map(|text| Example {
                features: learned.vector(text),
                class: text.class,
                weight: 1.0 / share[text.class],
            })
            .collect();
        let strength = logistic::strength(&examples, size, 2, STRENGTH);
        learned.model = Model::fit(&examples, size, 2, &|f| {
            let strength = if f < CUES.len() { 1.0 } else { strength[f] };
            PENALTY / (strength * strength)
        });
        learned
    }

    fn vector(&self, text: &Text) -> Vec<(usize, f32)> {
        let cues = (0..CUES.len()).map(|i| {
            (
                i,
                CUE_SCALE * (text.cues[i] - self.means[i]) / self.deviations[i],
            )
        });
        let words = text
            .words
            .iter()
            .filter_map(|word| Some((*self.positions.get(word)?, WORD_SCALE)));
        cues.chain(words).collect()
    }

    fn probability(&self, text: &Text) -> f64 {
        self.model.probabilities(&self.vector(text))[1]
    }

    /// The weights with scaling folded in, as the program reads them.
    fn to_asset(&self, texts: usize) -> String {
        let weight = |feature: usize| self.model.weight(feature, 1) - self.model.weight(feature, 0);
        let mut bias = self.model.bias(1) - self.model.bias(0);
        let mut rows = String::new();
        for (i, cue) in CUES.iter().enumerate() {
            let scaled = weight(i) * f64::from(CUE_SCALE / self.deviations[i]);
            bias -= scaled * f64::from(self.means[i]);
            let _ = writeln!(rows, "={cue}\t{scaled:.4}");
        }
        for (word, &feature) in &self.positions {
            let scaled = weight(feature) * f64::from(WORD_SCALE);
            if scaled.abs() >= 0.01 {
                let _ = writeln!(rows, "{word}\t{scaled:.3}");
            }
        }
        format!(
            "# Weights of the subjectivity model (score/subjectivity): a bias, the cues (=name) and single words.\n\
             # Learned by tests/training/wording/subjectivity.rs from {texts} sentences of NewsSD-ENG (F. Antici,\n\
             # F. Ruggeri, A. Galassi et al. 2024), CC BY 4.0: see assets/licenses/NewsSD-ENG.txt. These weights\n\
             # are a derived work under the same licence. Version: 1.\n\
             =bias\t{bias:.4}\n{rows}"
        )
    }
}
