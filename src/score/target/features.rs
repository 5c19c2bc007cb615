//! What the target model sees: the words around a mention by side and distance.

use super::mask::{EMPTY, hash, key};
use super::scene::{Masked, Scene};
use crate::score::lexis::LoadedCategory;

/// One feature: a kind, the words it is made of (the second is often empty) and its value.
pub(super) struct Feature<'w> {
    pub(super) template: &'static str,
    pub(super) first: &'w str,
    pub(super) second: &'w str,
    pub(super) key: u64,
    pub(super) value: f32,
}

/// "Near" and "close", in tokens.
const NEAR: usize = 12;
const CLOSE: usize = 4;

impl Scene<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .and_then(|token| self.text.get(token.text.clone()))
            .unwrap_or_default()
    }

    pub(super) fn give(
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

    /// A feature made of texts that are not tokens.
    pub(super) fn give_text(
        see: &mut impl FnMut(Feature<'_>),
        template: &'static str,
        first: &str,
        second: &str,
        value: f32,
    ) {
        see(Feature {
            template,
            first,
            second,
            key: key(hash(template), hash(first), hash(second)),
            value,
        });
    }

    pub(super) fn give_plain(
        see: &mut impl FnMut(Feature<'_>),
        template: &'static str,
        value: f32,
    ) {
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
        self.visit_mention(see);
        self.visit_neighbours(see);
        self.visit_patterns(see);
        self.visit_effects(see);
        self.visit_tallies(see);
    }

    fn visit_word(&self, see: &mut impl FnMut(Feature<'_>), at: usize, token: &Masked) {
        let (left, distance) = self.place(at);
        let elsewhere = token.quoted && !self.quoted;
        if !elsewhere {
            self.give(see, "b", at, None, 1.0);
            if distance <= NEAR {
                self.give(see, if left { "ln" } else { "rn" }, at, None, 1.0);
            }
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
        let next = self.tokens.get(at + 1);
        if next.is_some_and(|next| !next.target) {
            self.give(see, "g", at, Some(at + 1), 0.7);
        }
        self.visit_stem(see, at, token, left);
        let zone = usize::from(left) + 2 * usize::from(distance > 5);
        if let Some(entry) = token.loaded {
            let lean = usize::from(entry.category == LoadedCategory::Praise);
            Self::give_plain(see, pick(&LEANS, lean + 2 * zone), 1.0);
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
        if let Some(at) = self.content_after() {
            let passive = self.has_be(at);
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
        if let Some(at) = self.content_before() {
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
            f32::from(u8::from(
                token
                    .loaded
                    .is_some_and(|entry| entry.category != LoadedCategory::Praise),
            )),
        );
    }

    /// The first word after the mention that is neither a name nor ties others together: often the verb
    /// whose subject it is.
    pub(super) fn content_after(&self) -> Option<usize> {
        (self.to..self.tokens.len()).find(|&at| self.is_content(at))
    }

    /// The last such word before it: often the verb whose object it is.
    pub(super) fn content_before(&self) -> Option<usize> {
        (0..self.from).rev().find(|&at| self.is_content(at))
    }

    /// Whether a form of "be" stands between the mention and the word at `at`.
    pub(super) fn has_be(&self, at: usize) -> bool {
        (self.to..at).any(|at| {
            matches!(
                self.word(at),
                "was" | "were" | "is" | "are" | "been" | "be" | "being"
            )
        })
    }

    /// Whether the token at `at` stands before the mention, and how far away.
    pub(super) fn place(&self, at: usize) -> (bool, usize) {
        if at < self.from {
            (true, self.from - at)
        } else {
            (false, at + 1 - self.to)
        }
    }

    pub(super) fn is_content(&self, at: usize) -> bool {
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
            let (left, distance) = self.place(at);
            let zone = usize::from(distance > 5);
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
        let others = self.tokens.len() - self.tokens.len().min(self.to - self.from);
        Self::give_plain(see, "length", others as f32 / 40.0);
    }
}

const VALENCE: [&str; 16] = [
    "v-rc", "v+rc", "v-lc", "v+lc", "v-rf", "v+rf", "v-lf", "v+lf", "v-rcq", "v+rcq", "v-lcq",
    "v+lcq", "v-rfq", "v+rfq", "v-lfq", "v+lfq",
];

const LEANS: [&str; 8] = [
    "xbrc", "xprc", "xblc", "xplc", "xbrf", "xprf", "xblf", "xplf",
];

fn pick<const N: usize>(names: &[&'static str; N], at: usize) -> &'static str {
    names.get(at).copied().unwrap_or_default()
}

/// Letters a stem keeps.
const STEM: usize = 5;

fn squash(value: f32) -> f32 {
    value / (1.0 + value.abs())
}
