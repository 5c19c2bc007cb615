//! Subjectivity: whether a sentence gives opinion or reports, from what stands outside its quotations.
//!
//! A linear model: a fixed set of cues ([`CUES`]) and a weight for each of some hundred words, learned
//! from NewsSD-ENG (Antici et al. 2024, CC BY 4.0) by `tests/training/wording/subjectivity.rs` and
//! shipped as `assets/wording/subjectivity.txt`.

use std::sync::LazyLock;

use super::lexis::{Class, Classes, Interest, Reading, Shape, TokenKind, opinion};
use super::loaded;
use crate::article::quotations;
use crate::assets::NotUnderstood;

/// The names of the cues, in the order of [`Cues`].
pub const CUES: [&str; 38] = [
    "log-words",
    "loaded",
    "mild",
    "intensifier",
    "hedge",
    "neutral",
    "doubting",
    "factive",
    "manner",
    "negative",
    "positive",
    "strong-negative",
    "adverb",
    "superlative",
    "exclamation",
    "question",
    "quoted",
    "upper",
    "figure",
    "capital",
    "first-person",
    "second-person",
    "third-person",
    "negation",
    "obligation",
    "ism",
    "word-length",
    "comma",
    "dash",
    "adjective",
    "colon",
    "contrast",
    "emphasis",
    "contraction",
    "reporting-fact",
    "opinion-cue",
    "be",
    "date",
];

/// The values of the cues for one sentence, in the order of [`CUES`].
pub type Cues = [f32; CUES.len()];

/// The learned model.
pub(super) struct Model {
    bias: f32,
    cues: Cues,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read().unwrap_or_default());

impl Default for Model {
    fn default() -> Self {
        Self {
            bias: 0.0,
            cues: [0.0; CUES.len()],
        }
    }
}

impl Model {
    pub(super) fn read() -> Result<Self, NotUnderstood> {
        let mut model = Self::default();
        for cue in opinion::of_cues() {
            let cue = cue?;
            let at = CUES.iter().position(|name| *name == cue.name);
            let slot = match at.and_then(|at| model.cues.get_mut(at)) {
                None if cue.name == "bias" => &mut model.bias,
                slot => slot.ok_or_else(|| cue.entry.fault("no such cue"))?,
            };
            *slot = cue.value;
        }
        Ok(model)
    }
}

/// The subjectivity of the tokens `from..to` before the logistic function; `loaded` are the loaded words
/// in them. `None` if nothing stands outside quotations.
pub(crate) fn logit(
    reading: &Reading<'_>,
    from: usize,
    to: usize,
    loaded: loaded::Counts,
) -> Option<f64> {
    let (cues, words) = cues(reading, from, to, loaded)?;
    let model = &*MODEL;
    let learned: f32 = cues
        .iter()
        .zip(&model.cues)
        .map(|(value, weight)| value * weight)
        .sum();
    Some(f64::from(model.bias + learned + words))
}

/// Whether a word's weight counts here: names are left out, whose weights would be topics.
pub(crate) fn is_weighed(reading: &Reading<'_>, at: usize) -> bool {
    let shape = reading.token(at).shape;
    reading.is_word(at)
        && !shape.has(Shape::QUOTED)
        && (!shape.has(Shape::CAPITAL) || shape.has(Shape::FIRST))
}

/// The cues of the tokens `from..to` and the sum of their words' weights. `None` if nothing stands
/// outside quotations.
pub(crate) fn cues(
    reading: &Reading<'_>,
    from: usize,
    to: usize,
    loaded: loaded::Counts,
) -> Option<(Cues, f32)> {
    let mut count = Count::new();
    let mut words = 0.0;
    for at in from..to {
        let weighed = reading.tokens.get(at);
        if weighed.is_some_and(|token| token.interest.any(Interest::WEIGHED))
            && is_weighed(reading, at)
        {
            words += reading.info(at).opinion;
        }
        count.see(reading, at);
    }
    (count.own > 0.0).then(|| {
        (
            count.cues(loaded.plain as f32, (loaded.weak + loaded.mild) as f32),
            words,
        )
    })
}

/// What the model sees of one text, for the program that learns the weights.
#[derive(Debug, Clone)]
pub struct Features {
    /// The cues.
    pub cues: Cues,
    /// The words that can have a weight, in lower case.
    pub words: Vec<String>,
}

/// The features of one text; `None` if nothing in it stands outside quotations.
pub fn features(text: &str) -> Option<Features> {
    let reading = Reading::new(text, &quotations(text));
    let end = reading.tokens.len();
    let counts = loaded::find(&reading, 0, end, &mut Vec::new());
    let (cues, _) = cues(&reading, 0, end, counts)?;
    let weighed = (0..end).filter(|at| is_weighed(&reading, *at));
    let words = weighed
        .map(|at| reading.key_text(at).into_owned())
        .collect();
    Some(Features { cues, words })
}

/// Sums over the tokens of one sentence.
struct Count {
    /// Words outside quotations.
    own: f32,
    quoted: f32,
    letters: f32,
    negative: f32,
    positive: f32,
    strongest: f32,
    upper: f32,
    capital: f32,
    figures: f32,
    /// By the number of the class.
    cues: [f32; 64],
    shapes: [f32; SHAPES.len()],
    marks: [f32; MARKS],
}

const CLASSES: [Class; 20] = [
    Class::IntensifierAlways,
    Class::HedgeAlways,
    Class::Neutral,
    Class::Doubting,
    Class::Factive,
    Class::Manner,
    Class::FirstPerson,
    Class::SecondPerson,
    Class::ThirdPerson,
    Class::Negation,
    Class::Obligation,
    Class::Contrast,
    Class::Emphasis,
    Class::ReportingFact,
    Class::OpinionCue,
    Class::Be,
    Class::Month,
    Class::Weekday,
    Class::IntensifierModifier,
    Class::HedgeModal,
];
/// All of them, so that most words are passed over at once.
const COUNTED: Classes = Classes::of(&CLASSES);
const TOLD: Shape = Shape::of(&SHAPES);
const SHAPES: [Shape; 5] = [
    Shape::LY,
    Shape::EST,
    Shape::ADJECTIVE,
    Shape::ISM,
    Shape::CONTRACTED,
];
/// Kinds of marks that are counted.
const MARKS: usize = 5;

fn mark_of(mark: char) -> Option<usize> {
    match mark {
        '!' => Some(0),
        '?' => Some(1),
        ',' => Some(2),
        '—' | '–' => Some(3),
        ':' | ';' => Some(4),
        _ => None,
    }
}

impl Count {
    const fn new() -> Self {
        Self {
            own: 0.0,
            quoted: 0.0,
            letters: 0.0,
            negative: 0.0,
            positive: 0.0,
            strongest: 0.0,
            upper: 0.0,
            capital: 0.0,
            figures: 0.0,
            cues: [0.0; 64],
            shapes: [0.0; SHAPES.len()],
            marks: [0.0; MARKS],
        }
    }

    fn see(&mut self, reading: &Reading<'_>, at: usize) {
        let token = reading.token(at);
        if token.shape.has(Shape::QUOTED) {
            self.quoted += 1.0;
            return;
        }
        match token.kind {
            TokenKind::Mark => {
                if let Some(sum) = mark_of(token.mark).and_then(|at| self.marks.get_mut(at)) {
                    *sum += 1.0;
                }
            }
            TokenKind::Number => self.figures += 1.0,
            TokenKind::Word => self.see_word(reading, at),
        }
    }

    fn see_word(&mut self, reading: &Reading<'_>, at: usize) {
        let token = reading.token(at);
        self.own += 1.0;
        self.letters += (token.end - token.start) as f32;
        let shape = token.shape;
        let name = shape.has(Shape::CAPITAL) && !shape.has(Shape::FIRST);
        self.capital += f32::from(u8::from(name));
        self.upper += f32::from(u8::from(shape.has(Shape::UPPER)));
        if token.phrase != 0 || token.interest.any(Interest::WEIGHED) {
            self.see_lists(reading, at, name);
        }
        if shape.has_any(TOLD) {
            for (sum, wanted) in self.shapes.iter_mut().zip(SHAPES) {
                *sum += f32::from(u8::from(shape.has(wanted)));
            }
        }
    }

    /// What is known of a word or of the phrase it begins.
    fn see_lists(&mut self, reading: &Reading<'_>, at: usize, name: bool) {
        let own = reading.info(at);
        if !name {
            let valence = own.valence;
            self.negative += f32::from(u8::from(valence < 0.0));
            self.positive += f32::from(u8::from(valence > 0.0));
            self.strongest = self.strongest.min(valence);
        }
        let info = if reading.token(at).phrase == 0 {
            own
        } else {
            reading.unit(at).0
        };
        for class in info.classes.common(COUNTED) {
            if let Some(sum) = self.cues.get_mut(class) {
                *sum += 1.0;
            }
        }
    }

    fn class(&self, class: Class) -> f32 {
        self.cues.get(class as usize).copied().unwrap_or_default()
    }

    fn cues(&self, plain: f32, mild: f32) -> Cues {
        let [
            intensifier,
            hedge,
            neutral,
            doubting,
            factive,
            manner,
            first,
            second,
            third,
            negation,
            obligation,
            contrast,
            emphasis,
            fact,
            opinion,
            be,
            month,
            weekday,
            degree,
            modal,
        ] = CLASSES.map(|class| self.class(class));
        let [ly, est, adjective, ism, contracted] = self.shapes;
        let [exclamation, question, comma, dash, colon] = self.marks;
        let own = self.own.max(1.0);
        let total = own + self.quoted;
        let most = |count: f32| count.min(3.0);
        [
            own.ln(),
            most(plain),
            most(mild),
            most(intensifier + 0.5 * degree),
            most(hedge + modal),
            most(neutral),
            most(doubting),
            most(factive),
            most(manner),
            10.0 * self.negative / own,
            10.0 * self.positive / own,
            -self.strongest,
            most(ly),
            most(est),
            most(exclamation),
            most(question),
            self.quoted / total,
            10.0 * self.upper / own,
            most(self.figures),
            10.0 * self.capital / own,
            most(first),
            most(second),
            most(third),
            most(negation),
            most(obligation),
            most(ism),
            self.letters / own,
            most(comma),
            most(dash),
            most(adjective),
            most(colon),
            most(contrast),
            most(emphasis),
            most(contracted),
            most(fact),
            most(opinion),
            most(be),
            most(month + weekday),
        ]
    }
}
