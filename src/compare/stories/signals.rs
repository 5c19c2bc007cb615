//! What speaks for two articles telling the same event, as a handful of named signals.

use super::corpus::{Corpus, Text};
use super::profile::Sort;

/// The signals by name, as they stand in `assets/compare/stories.txt`.
pub const STORY_SIGNALS: [&str; 11] = [
    "names",
    "words",
    "figures",
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

/// The squared lengths of a text: all of it, and by what its terms are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lengths {
    pub(super) all: f64,
    names: f64,
    words: f64,
    figures: f64,
    headline: f64,
    phrases: f64,
}

impl Lengths {
    /// Those of a text.
    pub(super) fn of(text: &Text, corpus: &Corpus) -> Self {
        let mut out = Self::default();
        for (term, weight) in &text.terms {
            out.add(corpus.sort(*term), f64::from(weight * weight));
        }
        let headline = text.headline.iter().map(|term| corpus.weight(*term));
        out.headline = headline.map(|weight| f64::from(weight * weight)).sum();
        out.phrases = (text.phrases.iter())
            .map(|phrase| phrase_weight(*phrase, corpus))
            .sum();
        out
    }

    fn add(&mut self, sort: Sort, product: f64) {
        self.all += product;
        match sort {
            Sort::Name => self.names += product,
            Sort::Word => self.words += product,
            Sort::Figure => self.figures += product,
            Sort::Weekday(_) | Sort::Period => {}
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

/// The signals of two texts, but for how they stand among the other pairs.
pub(super) fn signals(
    a: (&Text, &Lengths),
    b: (&Text, &Lengths),
    beside: Beside,
    corpus: &Corpus,
) -> Signals {
    let mut both = Lengths::default();
    shared(
        &a.0.terms,
        &b.0.terms,
        |term| term.0,
        |one, other| {
            both.add(corpus.sort(one.0), f64::from(one.1 * other.1));
        },
    );
    shared(
        &a.0.headline,
        &b.0.headline,
        |term| *term,
        |term, _| {
            let weight = f64::from(corpus.weight(*term));
            both.headline += weight * weight;
        },
    );
    shared(
        &a.0.phrases,
        &b.0.phrases,
        |phrase| *phrase,
        |phrase, _| {
            both.phrases += phrase_weight(*phrase, corpus);
        },
    );
    let square = |values: &[f32; 7]| values.iter().map(|v| f64::from(v * v)).sum::<f64>();
    let days = (a.0.weekdays.iter()).zip(&b.0.weekdays);
    let days = days.map(|(one, other)| f64::from(one * other)).sum();
    let (of_a, of_b) = (a.1, b.1);
    let [around_a, around_b] = beside.surroundings.map(|near| (near + SMOOTHING).ln());
    let near = cosine(both.all, of_a.all, of_b.all);
    let flag = |is: bool| f64::from(u8::from(is));
    [
        cosine(both.names, of_a.names, of_b.names).sqrt(),
        cosine(both.words, of_a.words, of_b.words).sqrt(),
        cosine(both.figures, of_a.figures, of_b.figures).sqrt(),
        cosine(days, square(&a.0.weekdays), square(&b.0.weekdays)),
        cosine(both.headline, of_a.headline, of_b.headline).sqrt(),
        cosine(both.phrases, of_a.phrases, of_b.phrases).sqrt(),
        (near + SMOOTHING).ln() - f64::midpoint(around_a, around_b),
        flag(beside.same_source),
        flag(beside.days.is_some()),
        beside.days.map_or(0.0, |days| f64::from(days).ln_1p()),
        0.0,
    ]
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
