//! What the target model sees: the words around a mention by side and distance, with names and figures
//! masked so that no name can carry a sentiment of its own.

use std::ops::Range;

use crate::article::Span;
use crate::score::lexis::{Class, Classes, Kind, Reading, Shape};

/// One feature: a kind, the words it is made of (the second is often empty) and its value.
pub(super) struct Feature<'w> {
    pub(super) template: &'static str,
    pub(super) first: &'w str,
    pub(super) second: &'w str,
    pub(super) key: u64,
    pub(super) value: f32,
}

/// One token as the model sees it.
struct Masked {
    text: Range<usize>,
    hash: u64,
    /// Valence after negation, −4 to +4.
    valence: f32,
    quoted: bool,
    negated: bool,
    /// Belongs to the mention.
    target: bool,
    /// Clauses between it and the mention.
    clause: usize,
    function: bool,
    lean: Option<Lean>,
}

/// Which way a loaded word leans.
#[derive(Clone, Copy)]
enum Lean {
    Praise,
    Blame,
}

/// A text around one mention.
pub(super) struct Scene<'r> {
    reading: &'r Reading<'r>,
    /// The masked texts of all tokens, one after another.
    text: String,
    tokens: Vec<Masked>,
    /// The mention's first token and the one after its last.
    from: usize,
    to: usize,
    /// The mention itself is quoted.
    quoted: bool,
}

/// Tokens farther away than this are left out: nothing about the mention is learned from them.
const HORIZON: usize = 60;
/// "Near" and "close", in tokens.
const NEAR: usize = 12;
const CLOSE: usize = 4;

impl<'r> Scene<'r> {
    /// The scene of the mention at the bytes `mention`; `None` if no token lies there.
    pub(super) fn new(reading: &'r Reading<'r>, mention: Span) -> Option<Self> {
        let from = reading
            .tokens
            .partition_point(|token| token.end <= mention.start);
        let to = reading.at_offset(mention.end);
        if from >= to {
            return None;
        }
        let first = from.saturating_sub(HORIZON);
        let last = (to + HORIZON).min(reading.tokens.len());
        let mut scene = Self {
            reading,
            text: String::with_capacity(8 * (last - first)),
            tokens: Vec::with_capacity(last - first),
            from: from - first,
            to: to - first,
            quoted: reading.token(from).shape.has(Shape::QUOTED),
        };
        for at in first..last {
            scene.push(at, (from..to).contains(&at));
        }
        scene.number_clauses(first);
        Some(scene)
    }

    fn push(&mut self, at: usize, target: bool) {
        let reading = self.reading;
        let token = reading.token(at);
        let start = self.text.len();
        let info = reading.info(at);
        match token.kind {
            Kind::Number => self.text.push_str("<num>"),
            Kind::Mark => self.text.push(token.mark),
            Kind::Word if is_name(reading, at) => self.text.push_str("<pn>"),
            Kind::Word => push_word(
                &mut self.text,
                reading.word(at),
                token.shape.has(Shape::POSSESSIVE),
            ),
        }
        let text = start..self.text.len();
        let negated = (1..4).any(|back| reading.is(at.wrapping_sub(back), Class::Negation));
        let valence = if text.end - text.start == 4 && self.text.ends_with("<pn>") {
            0.0
        } else {
            info.valence
        };
        let hash = hash(self.text.get(text.clone()).unwrap_or_default());
        self.tokens.push(Masked {
            text,
            hash,
            valence: if negated { -0.74 * valence } else { valence },
            quoted: token.shape.has(Shape::QUOTED),
            negated,
            target,
            clause: 0,
            function: info.classes.any(FUNCTION) || token.kind == Kind::Mark,
            lean: info.loaded.map(|entry| {
                if entry.category == PRAISE {
                    Lean::Praise
                } else {
                    Lean::Blame
                }
            }),
        });
    }

    /// Counts the clause boundaries between every token and the mention.
    fn number_clauses(&mut self, first: usize) {
        let breaks = |at: usize| {
            let at = first + at;
            matches!(
                self.reading.mark(at),
                Some(',' | ';' | ':' | '—' | '–' | '.' | '"' | '“' | '”')
            ) || self.reading.is(at, Class::Conjunction)
                || self.reading.is(at, Class::Relative)
        };
        let mut clauses = vec![0; self.tokens.len()];
        let mut count = 0;
        for at in self.to..self.tokens.len() {
            count += usize::from(breaks(at));
            if let Some(clause) = clauses.get_mut(at) {
                *clause = count;
            }
        }
        count = 0;
        for at in (0..self.from).rev() {
            count += usize::from(breaks(at));
            if let Some(clause) = clauses.get_mut(at) {
                *clause = count;
            }
        }
        for (token, clause) in self.tokens.iter_mut().zip(clauses) {
            token.clause = clause;
        }
    }

    fn word(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .and_then(|token| self.text.get(token.text.clone()))
            .unwrap_or_default()
    }

    fn give(
        &self,
        see: &mut impl FnMut(Feature<'_>),
        template: &'static str,
        first: usize,
        second: Option<usize>,
        value: f32,
    ) {
        let hash_of = |at: usize| self.tokens.get(at).map_or(0, |token| token.hash);
        see(Feature {
            template,
            first: self.word(first),
            second: second.map_or("", |at| self.word(at)),
            key: key(
                hash(template),
                hash_of(first),
                second.map_or(EMPTY, hash_of),
            ),
            value,
        });
    }

    fn give_plain(see: &mut impl FnMut(Feature<'_>), template: &'static str, value: f32) {
        if value != 0.0 {
            see(Feature {
                template,
                first: "",
                second: "",
                key: key(hash(template), EMPTY, EMPTY),
                value,
            });
        }
    }

    /// Calls `see` with every feature.
    pub(super) fn visit(&self, see: &mut impl FnMut(Feature<'_>)) {
        for (at, token) in self
            .tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| !token.target)
        {
            self.visit_word(see, at, token);
        }
        self.visit_roles(see);
        self.visit_sums(see);
    }

    fn visit_word(&self, see: &mut impl FnMut(Feature<'_>), at: usize, token: &Masked) {
        let left = at < self.from;
        let distance = if left {
            self.from - at
        } else {
            at + 1 - self.to
        };
        let elsewhere = token.quoted && !self.quoted;
        self.give(see, if elsewhere { "bq" } else { "b" }, at, None, 1.0);
        if distance <= NEAR {
            let template = match (left, elsewhere) {
                (true, false) => "ln",
                (true, true) => "lnq",
                (false, false) => "rn",
                (false, true) => "rnq",
            };
            self.give(see, template, at, None, 1.0);
        }
        if distance <= CLOSE {
            self.give(see, if left { "lc" } else { "rc" }, at, None, 1.0);
        }
        match (left, distance) {
            (true, 1) => self.give(see, "l1", at, None, 1.0),
            (true, 2) => self.give(see, "l2", at, None, 1.0),
            (false, 1) => self.give(see, "r1", at, None, 1.0),
            (false, 2) => self.give(see, "r2", at, None, 1.0),
            _ => {}
        }
        if token.clause == 0 {
            self.give(see, if left { "lk" } else { "rk" }, at, None, 1.0);
        }
        if token.negated && !token.function {
            self.give(see, "not", at, None, 1.0);
        }
        for (template, skip) in [("g", 1), ("h", 2)] {
            if (at..=at + skip).all(|at| self.tokens.get(at).is_some_and(|next| !next.target)) {
                self.give(see, template, at, Some(at + skip), 0.7);
            }
        }
        self.visit_stem(see, at, token, left);
        if let Some(lean) = token.lean {
            let close = distance <= 5;
            Self::give_plain(
                see,
                match (lean, left, close) {
                    (Lean::Praise, true, true) => "xplc",
                    (Lean::Praise, true, false) => "xplf",
                    (Lean::Praise, false, true) => "xprc",
                    (Lean::Praise, false, false) => "xprf",
                    (Lean::Blame, true, true) => "xblc",
                    (Lean::Blame, true, false) => "xblf",
                    (Lean::Blame, false, true) => "xbrc",
                    (Lean::Blame, false, false) => "xbrf",
                },
                1.0,
            );
        }
    }

    fn visit_stem(&self, see: &mut impl FnMut(Feature<'_>), at: usize, token: &Masked, left: bool) {
        if token.function {
            return;
        }
        let word = self.word(at);
        let Some((end, _)) = word.char_indices().nth(STEM) else {
            return;
        };
        let stem = word.get(..end).unwrap_or_default();
        let stem_hash = hash(stem);
        for template in ["s", if left { "ls" } else { "rs" }] {
            see(Feature {
                template,
                first: stem,
                second: "",
                key: key(hash(template), stem_hash, EMPTY),
                value: 1.0,
            });
        }
    }

    /// The content words the mention is tied to: the verb it is subject of, the word that governs it.
    fn visit_roles(&self, see: &mut impl FnMut(Feature<'_>)) {
        let after = (self.to..self.tokens.len()).find(|&at| self.is_content(at));
        if let Some(at) = after {
            let passive = (self.to..at).any(|at| {
                matches!(
                    self.word(at),
                    "was" | "were" | "is" | "are" | "been" | "be" | "being"
                )
            });
            self.give(see, if passive { "pv" } else { "sv" }, at, None, 1.0);
            self.give_lean(
                see,
                at,
                if passive {
                    ["pv+", "pv-", "pvx"]
                } else {
                    ["sv+", "sv-", "svx"]
                },
            );
            if self.tokens.get(at).is_some_and(|token| token.clause == 0) {
                self.give(see, if passive { "pk" } else { "sk" }, at, None, 1.0);
            }
        }
        let before = (0..self.from).rev().find(|&at| self.is_content(at));
        if let Some(at) = before {
            self.give(see, "ov", at, None, 1.0);
            self.give_lean(see, at, ["ov+", "ov-", "ovx"]);
            if at + 1 < self.from {
                self.give(see, "op", at, Some(self.from - 1), 1.0);
            } else {
                self.give(see, "od", at, None, 1.0);
            }
        }
    }

    /// Whether the word at `at` is positive, negative, or a loaded word of blame.
    fn give_lean(
        &self,
        see: &mut impl FnMut(Feature<'_>),
        at: usize,
        templates: [&'static str; 3],
    ) {
        let Some(token) = self.tokens.get(at) else {
            return;
        };
        let [positive, negative, blame] = templates;
        Self::give_plain(see, positive, token.valence.max(0.0) / 2.0);
        Self::give_plain(see, negative, (-token.valence).max(0.0) / 2.0);
        Self::give_plain(
            see,
            blame,
            f32::from(u8::from(matches!(token.lean, Some(Lean::Blame)))),
        );
    }

    fn is_content(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.function) && !self.word(at).starts_with('<')
    }

    /// Valence by side and distance, and facts about the mention.
    fn visit_sums(&self, see: &mut impl FnMut(Feature<'_>)) {
        let mut sums = [0.0_f32; VALENCE.len()];
        let (mut clause, mut close) = (0.0, 0.0);
        for (at, token) in self
            .tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| token.valence != 0.0 && !token.target)
        {
            let left = at < self.from;
            let distance = if left {
                self.from - at
            } else {
                at + 1 - self.to
            };
            let zone = if distance <= 5 { 0 } else { 1 };
            let elsewhere = usize::from(token.quoted && !self.quoted);
            let slot =
                usize::from(token.valence > 0.0) + 2 * usize::from(left) + 4 * zone + 8 * elsewhere;
            if let Some(sum) = sums.get_mut(slot) {
                *sum += token.valence.abs() / 4.0;
            }
            clause += if token.clause == 0 {
                token.valence / 4.0
            } else {
                0.0
            };
            close += token.valence / 4.0 * (-(distance as f32) / 4.0).exp();
        }
        for (template, sum) in VALENCE.into_iter().zip(sums) {
            Self::give_plain(see, template, sum);
        }
        Self::give_plain(see, "clause", squash(clause));
        Self::give_plain(see, "decay", squash(close));
        Self::give_plain(see, "first", f32::from(u8::from(self.from < 3)));
        Self::give_plain(see, "quoted", f32::from(u8::from(self.quoted)));
        Self::give_plain(see, "length", (self.tokens.len() as f32) / 40.0);
    }
}

const VALENCE: [&str; 16] = [
    "v-rc", "v+rc", "v-lc", "v+lc", "v-rf", "v+rf", "v-lf", "v+lf", "v-rcq", "v+rcq", "v-lcq",
    "v+lcq", "v-rfq", "v+rfq", "v-lfq", "v+lfq",
];

/// The section of the list of loaded language that holds praise.
const PRAISE: u8 = 9;

/// Letters a stem keeps.
const STEM: usize = 5;

const FUNCTION: Classes = Classes::of(&[
    Class::Determiner,
    Class::Preposition,
    Class::Conjunction,
    Class::Relative,
    Class::Be,
    Class::Have,
    Class::Modal,
    Class::Auxiliary,
    Class::SubjectPronoun,
    Class::ThirdPerson,
    Class::FirstPerson,
    Class::SecondPerson,
]);

fn squash(value: f32) -> f32 {
    value / (1.0 + value.abs())
}

fn is_name(reading: &Reading<'_>, at: usize) -> bool {
    let shape = reading.token(at).shape;
    let known = reading.is(at, Class::FirstName)
        || reading.is(at, Class::Place)
        || reading.is(at, Class::Body);
    shape.has(Shape::CAPITAL)
        && (!shape.has(Shape::FIRST) || known)
        && !reading.is(at, Class::FirstPerson)
}

fn push_word(text: &mut String, word: &str, possessive: bool) {
    let start = text.len();
    for character in word.chars() {
        match character {
            '’' | '‘' => text.push('\''),
            other => text.extend(other.to_lowercase()),
        }
    }
    if possessive && text.len() >= start + 2 {
        text.truncate(text.len() - 2);
    }
}

const SEED: u64 = 0xCBF2_9CE4_8422_2325;
const EMPTY: u64 = SEED;

/// FNV-1a.
pub(super) fn hash(text: &str) -> u64 {
    text.bytes().fold(SEED, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// The key of a feature from the hashes of its template and words.
pub(super) fn key(template: u64, first: u64, second: u64) -> u64 {
    let mixed = template ^ first.rotate_left(21) ^ second.rotate_left(43);
    (mixed ^ mixed >> 31).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
