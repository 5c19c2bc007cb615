//! The two readers as one calibrated number. How much each counts was settled before these heads were learned:
//! alike for tone, loaded words and mentions, the second reader twice for bait and opinion, where it is the
//! better one, in units of their spread. Spreads, means and slopes are those of the rows the heads were learned
//! from, each scored by heads that had not seen it (`training second learn` prints them).

use super::reading::Reading;
use crate::score::target::TargetTone;
use crate::stats::logistic;

/// VADER's compound and the second reader's tone.
const TONE: [f64; 2] = [0.55, 0.55];
/// Bait by cues and by the second reader, 0 to 100, and a constant.
const BAIT: [f64; 3] = [0.45, 0.73, 0.7];
/// Log-odds of subjectivity by cues and by the second reader, and a constant.
const SUBJECTIVITY: [f64; 3] = [0.4, 0.8, 0.0];
/// The same of the loaded score.
const LOADED: [f64; 3] = [0.8, 0.8, 0.0];
/// Logarithms of the probabilities towards a mention.
const TARGET: [f64; 2] = [0.7, 0.7];

/// Probabilities nearer to 0 or 1 than this count as if they were this near.
const NEAREST: f64 = 0.01;

fn log_odds(probability: f64) -> f64 {
    let kept = probability.clamp(NEAREST, 1.0 - NEAREST);
    (kept / (1.0 - kept)).ln()
}

/// The tone of a sentence, −1 to +1.
pub fn both_tone(compound: f64, second: &Reading) -> f64 {
    let [first, other] = TONE;
    (first * compound + other * second.tone()).clamp(-1.0, 1.0)
}

/// The bait of a headline, 0 to 100.
pub fn both_headline(bait: f64, second: f64) -> f64 {
    let [first, other, constant] = BAIT;
    (first * bait + other * second + constant).clamp(0.0, 100.0)
}

/// The subjectivity of a sentence, 0 to 1.
pub fn both_subjectivity(subjectivity: f64, second: &Reading) -> f64 {
    combined(SUBJECTIVITY, subjectivity, second.subjectivity)
}

/// How loaded a sentence is, 0 to 1.
pub fn both_loaded(loaded_score: f64, second: &Reading) -> f64 {
    combined(LOADED, loaded_score, second.loaded_score)
}

fn combined([first, other, constant]: [f64; 3], one: f64, two: f64) -> f64 {
    logistic(first * log_odds(one) + other * log_odds(two) + constant)
}

/// The tone towards a mention.
pub fn both_target(tone: TargetTone, second: TargetTone) -> TargetTone {
    let [first, other] = TARGET;
    let power =
        |one: f64, two: f64| (first * one.max(1e-6).ln() + other * two.max(1e-6).ln()).exp();
    let negative = power(tone.negative, second.negative);
    let neutral = power(tone.neutral, second.neutral);
    let positive = power(tone.positive, second.positive);
    let sum = negative + neutral + positive;
    TargetTone {
        negative: negative / sum,
        neutral: neutral / sum,
        positive: positive / sum,
    }
}
