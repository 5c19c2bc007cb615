//! From the words' valences to the four figures: `score_valence` of the reference.

use super::evidence::SentenceTone;

/// What an exclamation mark adds to the size of the sum, up to four of them.
const EXCLAMATION: f64 = 0.292;
/// What a question mark adds if there are two or three; one adds nothing.
const QUESTION: f64 = 0.18;
/// What four and more question marks add together.
const MANY_QUESTIONS: f64 = 0.96;
/// What a sum of valences is normalised by, `sum / √(sum² + ALPHA)`: "approximates the max expected
/// value", says the reference.
pub const ALPHA: f64 = 15.0;

/// `punctuation_emphasis`: what the marks add to the size of the sum.
pub(super) fn punctuation_emphasis(exclamations: u32, questions: u32) -> f64 {
    let questions = match questions {
        0 | 1 => 0.0,
        2 | 3 => f64::from(questions) * QUESTION,
        _ => MANY_QUESTIONS,
    };
    f64::from(exclamations.min(4)) * EXCLAMATION + questions
}

/// `normalize`: the sum as a figure between −1 and +1.
pub(super) fn normalize(sum: f64) -> f64 {
    (sum / (sum * sum + ALPHA).sqrt()).clamp(-1.0, 1.0)
}

/// `score_valence`: fills in the four figures, the sum and the emphasis of `tone` from its words.
///
/// Trap: the sum runs from left to right without compensation, as in `CPython` up to 3.11; from 3.12 its
/// `sum()` is compensated, which changes the figures of about one text in 35,000 made-up ones.
pub(super) fn score_valence(tone: &mut SentenceTone, amplifier: f64) {
    if tone.tokens == 0 {
        return;
    }
    let mut sum = 0.0;
    let mut positive = 0.0;
    let mut negative = 0.0;
    for word in &tone.words {
        sum += word.valence;
        // `sift_sentiment_scores`: one more each, because a neutral word counts one.
        if word.valence > 0.0 {
            positive += word.valence + 1.0;
        } else {
            negative += 1.0 - word.valence;
        }
    }
    let neutral = tone.tokens.saturating_sub(tone.words.len()) as f64;
    // Trap: a sum of exactly zero is not emphasised, but the shares can be.
    tone.emphasis = if sum > 0.0 {
        amplifier
    } else if sum < 0.0 {
        0.0 - amplifier
    } else {
        0.0
    };
    tone.sum = sum + tone.emphasis;
    if positive > negative {
        positive += amplifier;
    } else if positive < negative {
        negative += amplifier;
    }
    let total = positive + negative + neutral;
    tone.neg = round(negative / total, 1e3);
    tone.neu = round(neutral / total, 1e3);
    tone.pos = round(positive / total, 1e3);
    tone.compound = round(normalize(tone.sum), 1e4);
}

/// Python's `round()` to a multiple of 1 / `scale`: correct for the exact value of `x`, halves to even.
/// For sizes up to a million.
fn round(x: f64, scale: f64) -> f64 {
    /// 1.5 × 2⁵²: a number this large has no binary places, so adding it rounds to an integer.
    const TO_INTEGER: f64 = 6_755_399_441_055_744.0;
    let scaled = x * scale;
    let mut nearest = (scaled + TO_INTEGER) - TO_INTEGER;
    let apart = scaled - nearest;
    if apart.abs() >= 0.5 {
        // Trap: a half here may be one only because the product was rounded. The exact one decides.
        let lost = x.mul_add(scale, -scaled);
        if lost > 0.0 {
            nearest = scaled + 0.5;
        } else if lost < 0.0 {
            nearest = scaled - 0.5;
        }
    }
    nearest / scale
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::float_cmp, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_that_of_the_exact_decimal_value() {
        // Halves that are halves only after multiplication, real ones, and values all over the range.
        let halves = (0..2_000).map(|n| f64::from(n) / 1000.0 + 0.0005);
        let exact = [0.0625, 0.1875, 0.3125, 0.0, 1.0, 0.999_95, 0.000_05];
        let many = (0..20_000).map(|n| f64::from(n) * 0.618_033_988_749_894_9 % 1.0);
        for x in halves.chain(exact).chain(many) {
            for x in [x, -x] {
                let three: f64 = format!("{x:.3}").parse().unwrap();
                let four: f64 = format!("{x:.4}").parse().unwrap();
                assert_eq!((round(x, 1e3), round(x, 1e4)), (three, four), "{x:?}");
            }
        }
    }

    #[test]
    fn the_sum_becomes_a_figure_between_minus_one_and_one() {
        assert_eq!(normalize(0.0), 0.0);
        assert!((normalize(1.9) - 0.440_434).abs() < 1e-6);
        assert!(normalize(-4000.0) >= -1.0);
    }

    #[test]
    fn marks_count_up_to_a_limit() {
        let of = punctuation_emphasis;
        assert_eq!([of(0, 0), of(0, 1), of(4, 0)], [0.0, 0.0, 1.168]);
        assert_eq!([of(9, 0), of(0, 3), of(0, 4)], [1.168, 0.54, 0.96]);
    }
}
