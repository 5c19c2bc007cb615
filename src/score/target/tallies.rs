//! How much good and ill stands around the mention: in the whole sentence, in its clause, in the next one, in
//! the nearest words.

use super::features::Feature;
use super::neighbours::category;
use super::scene::{Masked, Scene};
use crate::score::lexis::Strength;

/// Templates of one surrounding: balance, good, ill, both, neither, only good, only ill.
type Names = [&'static str; 7];
const ALL: Names = ["allc", "allP", "allN", "allx", "all0", "allp", "alln"];
const CLAUSE: Names = ["k0c", "k0P", "k0N", "k0x", "k00", "k0p", "k0n"];
const NEXT: Names = ["k1c", "k1P", "k1N", "k1x", "k10", "k1p", "k1n"];
const NEAR: Names = ["n8c", "n8P", "n8N", "n8x", "n80", "n8p", "n8n"];

impl Scene<'_> {
    /// Sums of valences, and the categories of loaded words.
    pub(super) fn visit_tallies(&self, see: &mut impl FnMut(Feature<'_>)) {
        self.visit_tally(see, ALL, |_, _| true);
        self.visit_tally(see, CLAUSE, |_, token| token.clause == 0);
        self.visit_tally(see, NEXT, |_, token| token.clause <= 1);
        self.visit_tally(see, NEAR, |distance, _| distance <= 8);
        let others = || self.tokens.iter().filter(|token| !token.target);
        for entry in others().filter_map(|token| token.loaded) {
            let mild = if entry.strength == Strength::Mild {
                "mild"
            } else {
                ""
            };
            Self::give_text(see, "lcat", category(entry.category), mild, 1.0);
        }
        let opinion = self.tokens.iter().map(|token| token.opinion).sum();
        Self::give_plain(see, "opinion", opinion);
    }

    fn visit_tally(
        &self,
        see: &mut impl FnMut(Feature<'_>),
        [balance, good, ill, both, neither, only_good, only_ill]: Names,
        inside: impl Fn(usize, &Masked) -> bool,
    ) {
        let (mut plus, mut minus) = (0.0_f32, 0.0_f32);
        for (at, token) in self.tokens.iter().enumerate() {
            if token.valence != 0.0 && !token.target && inside(self.place(at).1, token) {
                plus += token.valence.max(0.0);
                minus += (-token.valence).max(0.0);
            }
        }
        let sum = plus - minus;
        let flag = |yes: bool| f32::from(u8::from(yes));
        let (has_good, has_ill) = (plus > 0.0, minus > 0.0);
        Self::give_plain(see, balance, sum / sum.mul_add(sum, SPREAD).sqrt());
        Self::give_plain(see, good, plus.sqrt() / 2.0);
        Self::give_plain(see, ill, minus.sqrt() / 2.0);
        Self::give_plain(see, both, (plus * minus).sqrt() / 2.0);
        Self::give_plain(see, neither, flag(!has_good && !has_ill));
        Self::give_plain(see, only_good, flag(has_good && !has_ill));
        Self::give_plain(see, only_ill, flag(has_ill && !has_good));
    }
}

/// As in VADER: how fast a sum of valences saturates.
const SPREAD: f32 = 15.0;
