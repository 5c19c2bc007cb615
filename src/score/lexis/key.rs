//! A word as three numbers, compared and hashed without looking at its letters one by one.

/// The longest word that can be known, in bytes.
pub(super) const KEY_BYTES: usize = 24;

/// A word in lower case, padded with zeros.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Key([u64; 3]);

impl Key {
    /// The key of `length` bytes; `None` if the word is too long to be known.
    #[inline]
    pub(super) fn new(bytes: [u8; KEY_BYTES], length: usize) -> Option<Self> {
        let (words, _) = bytes.as_chunks::<8>();
        match words {
            [a, b, c] if length <= KEY_BYTES => Some(Self([
                u64::from_le_bytes(*a),
                u64::from_le_bytes(*b),
                u64::from_le_bytes(*c),
            ])),
            _ => None,
        }
    }

    /// The key of the ASCII letters and digits that the first `length` bytes of `bytes` are, whatever
    /// their case.
    #[inline]
    pub(super) fn of_letters(bytes: &[u8], length: usize) -> Option<Self> {
        if length > KEY_BYTES {
            return None;
        }
        let window = bytes.first_chunk::<KEY_BYTES>().copied();
        let window = window.unwrap_or_else(|| {
            let mut padded = [0; KEY_BYTES];
            for (slot, byte) in padded.iter_mut().zip(bytes) {
                *slot = *byte;
            }
            padded
        });
        let (words, _) = window.as_chunks::<8>();
        let [a, b, c] = words else { return None };
        let part = |word: &[u8; 8], before: usize| {
            let word = u64::from_le_bytes(*word);
            let kept = match length.saturating_sub(before) {
                0 => return 0,
                bytes @ 1..8 => u64::MAX >> (64 - 8 * bytes),
                _ => u64::MAX,
            };
            // Among letters and digits this bit tells the letters; half of it is the bit of lower case.
            (word | (word & 0x4040_4040_4040_4040) >> 1) & kept
        };
        Some(Self([part(a, 0), part(b, 8), part(c, 16)]))
    }

    pub(super) fn of(word: &str) -> Option<Self> {
        let mut bytes = [0; KEY_BYTES];
        bytes
            .get_mut(..word.len())?
            .copy_from_slice(word.as_bytes());
        Self::new(bytes, word.len())
    }

    /// Without a branch: most keys compared are equal.
    #[inline]
    pub(super) fn is(self, other: Self) -> bool {
        let pairs = self.0.iter().zip(&other.0);
        pairs.fold(0, |differing, (own, other)| differing | (own ^ other)) == 0
    }

    #[inline]
    pub(super) fn hash(self) -> usize {
        let [a, b, c] = self.0;
        let mixed = (a ^ b.rotate_left(23) ^ c.rotate_left(47)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        usize::try_from(mixed >> 40).unwrap_or_default()
    }
}
