//! A small seeded generator, so that the same seed gives the same bytes on every machine.

/// `SplitMix64` (Steele, Lea & Flood 2014): 64 bits of state, passes `BigCrush`.
#[derive(Debug, Clone)]
pub struct Rng {
    state: u64,
}

impl Rng {
    /// A generator that starts from `seed`.
    pub const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next 64 bits.
    pub const fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to `bound − 1`; 0 where `bound` is 0. The bias of the multiplication method
    /// is below `bound / 2⁶⁴`.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the product's upper half is below `bound`"
    )]
    pub const fn below(&mut self, bound: usize) -> usize {
        ((self.next_u64() as u128 * bound as u128) >> 64) as usize
    }

    /// Moves a random choice of `count` of the items to the front, in random order.
    pub fn choose<T>(&mut self, items: &mut [T], count: usize) {
        let len = items.len();
        for i in 0..count.min(len) {
            items.swap(i, i + self.below(len - i));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rng;

    #[test]
    fn the_sequence_is_the_published_one() {
        let mut rng = Rng::new(1_234_567);
        assert_eq!(rng.next_u64(), 6_457_827_717_110_365_317);
        assert_eq!(rng.next_u64(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn every_item_is_chosen_equally_often() {
        let mut rng = Rng::new(7);
        let mut items: Vec<usize> = (0..6).collect();
        let mut counts = [0_u32; 6];
        for _ in 0..6_000 {
            rng.choose(&mut items, 2);
            for &item in items.iter().take(2) {
                if let Some(count) = counts.get_mut(item) {
                    *count += 1;
                }
            }
        }
        assert!(
            counts.iter().all(|c| (1_850..2_150).contains(c)),
            "{counts:?}"
        );
    }
}
