//! `parallax lines … --second`: what the second reader says of a line, beside the answer.

use serde::Serialize;

use super::headline::Answer as HeadlineAnswer;
use super::tone::Answer as ToneAnswer;
use super::wording::Answer as WordingAnswer;
use crate::article::Span;
use crate::load::{LanguageVerdict, judge};
use crate::score::second::{self, SecondReader};
use crate::score::target::TargetTone;
use crate::text::CodePoints;

/// An answer and what the second reader says; all three `null` where it does not read the text.
#[derive(Debug, Serialize)]
pub(super) struct WithSecond<A, S, B, G> {
    #[serde(flatten)]
    answer: A,
    second: Option<S>,
    /// The two readers as one calibrated number.
    both: Option<B>,
    agree: Option<G>,
}

impl<A, S, B, G> WithSecond<A, S, B, G> {
    fn new(answer: A, said: Option<(S, B, G)>) -> Self {
        let (mut second, mut both, mut agree) = (None, None, None);
        if let Some(said) = said {
            (second, both, agree) = (Some(said.0), Some(said.1), Some(said.2));
        }
        Self {
            answer,
            second,
            both,
            agree,
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct Tone {
    tone: f64,
    /// Code points that were read; only where the text is too long to be read to its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    read_to: Option<usize>,
}

#[derive(Debug, Serialize)]
pub(super) struct Bait {
    score: f64,
}

#[derive(Debug, Serialize)]
pub(super) struct Wording<T> {
    subjectivity: T,
    loaded_score: T,
}

/// Whether the text is in another language, which the second reader does not read.
fn is_foreign(text: &str) -> bool {
    matches!(judge(text), LanguageVerdict::Other(_))
}

pub(super) fn tone(
    reader: &SecondReader,
    text: &str,
    answer: ToneAnswer,
) -> WithSecond<ToneAnswer, Tone, f64, bool> {
    let reading = (!is_foreign(text)).then(|| reader.sentence(text)).flatten();
    let said = reading.map(|reading| {
        let read = |byte| CodePoints::of(text.get(..byte).unwrap_or_default()).count();
        let second = Tone {
            tone: reading.tone(),
            read_to: reading.read_to.map(read),
        };
        let compound = answer.compound();
        let agree = second::tone_agreement(compound, &reading).agrees();
        (second, second::both_tone(compound, &reading), agree)
    });
    WithSecond::new(answer, said)
}

pub(super) fn headline(
    reader: &SecondReader,
    text: &str,
    answer: HeadlineAnswer,
) -> WithSecond<HeadlineAnswer, Bait, f64, bool> {
    let said = reader.headline(text).map(|reading| {
        let bait = answer.bait();
        let agree = second::bait_agreement(bait, reading.bait).agrees();
        let second = Bait {
            score: reading.bait,
        };
        (second, second::both_headline(bait, reading.bait), agree)
    });
    WithSecond::new(answer, said)
}

pub(super) fn wording(
    reader: &SecondReader,
    text: &str,
    answer: WordingAnswer,
) -> WithSecond<WordingAnswer, Wording<f64>, Wording<f64>, Wording<bool>> {
    let reading = (!is_foreign(text)).then(|| reader.sentence(text)).flatten();
    let said = reading.map(|reading| {
        let (subjectivity, loaded) = answer.figures();
        let second = Wording {
            subjectivity: reading.subjectivity,
            loaded_score: reading.loaded_score,
        };
        let both = Wording {
            subjectivity: second::both_subjectivity(subjectivity, &reading),
            loaded_score: second::both_loaded(loaded, &reading),
        };
        let agree = Wording {
            subjectivity: second::score_agreement(subjectivity, reading.subjectivity).agrees(),
            loaded_score: second::score_agreement(loaded, reading.loaded_score).agrees(),
        };
        (second, both, agree)
    });
    WithSecond::new(answer, said)
}

pub(super) fn target(
    reader: &SecondReader,
    text: &str,
    mention: Span,
    answer: TargetTone,
) -> WithSecond<TargetTone, TargetTone, TargetTone, bool> {
    let reading = (!is_foreign(text))
        .then(|| reader.target(text, mention))
        .flatten();
    let said = reading.map(|second| {
        let agree = second::target_agreement(answer, second).agrees();
        (second, second::both_target(answer, second), agree)
    });
    WithSecond::new(answer, said)
}
