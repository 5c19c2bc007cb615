//! Chance that can be repeated: the same seed, the same run (but for the moment a kill arrives).

/// `SplitMix64` (Steele, Lea and Flood 2014).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    pub(crate) fn position(&mut self, count: usize) -> usize {
        usize::try_from(self.below(count as u64)).unwrap_or(0)
    }

    pub(crate) fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.position(all.len())]
    }

    /// Bytes with one thing wrong.
    pub(crate) fn damage(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut out = bytes.to_vec();
        let at = self.position(out.len());
        let length = self.position(64).min(out.len() - at);
        match self.below(8) {
            0 => out.truncate(at),
            1 => out[at] ^= 1 << self.below(8),
            2 => drop(out.drain(at..at + length)),
            3 => out.splice(at..at, (0..length).map(|_| 0)).for_each(drop),
            4 => {
                let part = out[at..at + length].to_vec();
                out.splice(at..at, part).for_each(drop);
            }
            5 => {
                let noise: Vec<u8> = (0..length).map(|_| self.next().to_le_bytes()[0]).collect();
                out.splice(at..at + length, noise).for_each(drop);
            }
            6 => {
                // A number that is far too large.
                if let Some(digit) = out[at..].iter().position(u8::is_ascii_digit) {
                    let digit = at + digit;
                    out.splice(digit..=digit, *b"99999999999999999999")
                        .for_each(drop);
                }
            }
            _ => out.clear(),
        }
        out
    }
}
