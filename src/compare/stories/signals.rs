//! What speaks for two articles telling the same event, as a handful of named signals.

use super::corpus::{Corpus, Text};

/// The signals by name, as they stand in `assets/compare/stories.txt`.
pub const STORY_SIGNALS: [&str; 8] = [
    "weekdays",
    "headlines",
    "phrases",
    "nearer than others",
    "same source",
    "dated",
    "days apart",
    "best of its source",
];

/// The signals of a pair, in the order of [`STORY_SIGNALS`].
pub type Signals = [f64; STORY_SIGNALS.len()];

/// Added to both sides of a ratio of nearness, so that two small values are not far apart.
const SMOOTHING: f64 = 0.02;

/// Two texts that name days of the week no more alike than this speak against one event; where one names none, nothing
/// is known.
const SAME_DAYS: f64 = 0.5;

/// Texts of fewer phrases share fewer, and are counted as if they had so many …
const SHORT: f64 = 150.0;

/// … but never so many times what they share.
const MOST: f64 = 4.0;

/// From this share of phrases two texts are copies with small changes.
const COPIED: f64 = 0.8;

/// The squared lengths of a text: all of it, its headline, its phrases.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lengths {
    pub(super) all: f64,
    headline: f64,
    phrases: f64,
}

impl Lengths {
    /// Those of a text.
    pub(super) fn of(text: &Text, corpus: &Corpus) -> Self {
        let square = |weight: f32| f64::from(weight * weight);
        let headline = text.headline.iter().map(|term| corpus.weight(*term));
        let phrases = text.phrases.iter();
        Self {
            all: text.terms.iter().map(|(_, weight)| square(*weight)).sum(),
            headline: headline.map(square).sum(),
            phrases: phrases.map(|phrase| phrase_weight(*phrase, corpus)).sum(),
        }
    }
}

fn phrase_weight((one, next): (u32, u32), corpus: &Corpus) -> f64 {
    f64::from(corpus.weight(one) + corpus.weight(next))
}

/// How much two parts share of the lengths they have, 0 to 1.
fn cosine(product: f64, a: f64, b: f64) -> f64 {
    let lengths = (a * b).sqrt();
    if lengths > 0.0 {
        (product / lengths).clamp(0.0, 1.0)
    } else {
        0.0
    }
}

/// How near two texts are by all their terms, 0 to 1.
pub(super) fn nearness(a: (&Text, &Lengths), b: (&Text, &Lengths)) -> f64 {
    let mut sum = 0.0;
    shared(
        &a.0.terms,
        &b.0.terms,
        |term| term.0,
        |one, other| {
            sum += f64::from(one.1 * other.1);
        },
    );
    cosine(sum, a.1.all, b.1.all)
}

/// What stands beside two texts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside {
    /// How near each is to others that it does not share its story with.
    pub(super) surroundings: [f64; 2],
    /// Whether one source has both.
    pub(super) same_source: bool,
    /// Days between them, where both are dated.
    pub(super) days: Option<u32>,
}

/// The signals of two texts, but for how they stand among the other pairs; and whether one is a copy of the other.
pub(super) fn signals(
    a: (&Text, &Lengths),
    b: (&Text, &Lengths),
    beside: Beside,
    corpus: &Corpus,
) -> (Signals, bool) {
    let (mut headline, mut phrases, mut weighed) = (0.0, 0_u32, 0.0);
    shared(
        &a.0.headline,
        &b.0.headline,
        |term| *term,
        |term, _| {
            let weight = f64::from(corpus.weight(*term));
            headline += weight * weight;
        },
    );
    shared(
        &a.0.phrases,
        &b.0.phrases,
        |phrase| *phrase,
        |phrase, _| {
            phrases += 1;
            weighed += phrase_weight(*phrase, corpus);
        },
    );
    let (of_a, of_b) = (a.1, b.1);
    let [around_a, around_b] = beside.surroundings.map(|near| (near + SMOOTHING).ln());
    let flag = |is: bool| f64::from(u8::from(is));
    let phrases_of_both =
        (a.0.phrases.len().max(1) as f64 * b.0.phrases.len().max(1) as f64).sqrt();
    let signals = [
        weekdays(&a.0.weekdays, &b.0.weekdays),
        cosine(headline, of_a.headline, of_b.headline).sqrt(),
        (f64::from(phrases) * (SHORT / phrases_of_both).clamp(1.0, MOST)).ln_1p(),
        (nearness(a, b) + SMOOTHING).ln() - f64::midpoint(around_a, around_b),
        flag(beside.same_source),
        flag(beside.days.is_some()),
        beside.days.map_or(0.0, |days| f64::from(days).ln_1p()),
        0.0,
    ];
    (
        signals,
        cosine(weighed, of_a.phrases, of_b.phrases) >= COPIED,
    )
}

/// How alike two texts name the days of the week, less [`SAME_DAYS`]; nothing where one names none.
fn weekdays(a: &[f32; 7], b: &[f32; 7]) -> f64 {
    let product = |one: &[f32; 7], other: &[f32; 7]| -> f64 {
        let days = one.iter().zip(other);
        days.map(|(one, other)| f64::from(one * other)).sum()
    };
    let lengths = product(a, a) * product(b, b);
    if lengths > 0.0 {
        product(a, b) / lengths.sqrt() - SAME_DAYS
    } else {
        0.0
    }
}

/// Calls `found` for every item of two ordered lists that both hold.
fn shared<'a, T, K: Ord>(
    a: &'a [T],
    b: &'a [T],
    key: impl Fn(&T) -> K,
    mut found: impl FnMut(&'a T, &'a T),
) {
    let mut rest = b.iter().peekable();
    for one in a {
        let wanted = key(one);
        while rest.next_if(|other| key(other) < wanted).is_some() {}
        if let Some(other) = rest.next_if(|other| key(other) == wanted) {
            found(one, other);
        }
    }
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::weekdays;

    #[test]
    fn days_of_the_week_speak_only_where_both_name_some() {
        let named = |days: &[usize]| {
            let mut out = [0.0; 7];
            for day in days {
                out[*day] = 1.0;
            }
            out
        };
        let near = |one: &[usize], other: &[usize]| weekdays(&named(one), &named(other));
        assert!(near(&[1], &[1]) > 0.49 && near(&[1], &[1, 2]) > 0.0);
        assert!(near(&[1], &[4]) < -0.49);
        assert!(near(&[], &[4]).abs() < 1e-9 && near(&[], &[]).abs() < 1e-9);
    }
}
