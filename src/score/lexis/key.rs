//! A word as three numbers, compared and hashed without looking at its letters one by one, and tables of them.

/// The longest word that can be known, in bytes.
pub(super) const KEY_BYTES: usize = 24;

/// The bit that tells letters among ASCII letters and digits, in every byte.
const LETTER: u64 = 0x4040_4040_4040_4040;
/// The bit that tells small letters among letters.
const SMALL: u64 = LETTER >> 1;

/// A word of ASCII letters and digits as it is written, padded with zeros.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Letters([u64; 3]);

impl Letters {
    /// The ASCII letters and digits that the first `length` bytes of `bytes` are; `None` if they are too many to
    /// be known.
    #[inline]
    pub(crate) fn of(bytes: &[u8], length: usize) -> Option<Self> {
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
            let kept = match length.saturating_sub(before) {
                0 => return 0,
                bytes @ 1..8 => u64::MAX >> (64 - 8 * bytes),
                _ => u64::MAX,
            };
            u64::from_le_bytes(*word) & kept
        };
        Some(Self([part(a, 0), part(b, 8), part(c, 16)]))
    }

    /// The same in lower case.
    #[inline]
    pub(crate) fn key(self) -> Key {
        Key(self.0.map(|word| word | (word & LETTER) >> 1))
    }

    /// How many are letters, and how many of these are capitals.
    #[inline]
    pub(crate) fn count(self) -> (u32, u32) {
        let counts = self.0.map(|word| {
            let letters = word & LETTER;
            let small = (word & SMALL) << 1 & letters;
            (letters.count_ones(), small.count_ones())
        });
        let of =
            |(letters, capitals), (all, small): (u32, u32)| (letters + all, capitals + all - small);
        counts.into_iter().fold((0, 0), of)
    }
}

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

    pub(crate) fn of(word: &str) -> Option<Self> {
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

/// Keys by number, counted from 1: open addressing in `SLOTS` slots, a power of two.
#[derive(Debug)]
pub(crate) struct KeyTable<const SLOTS: usize> {
    slots: Box<[u32]>,
    /// By number; the first stands for none.
    keys: Vec<Key>,
}

impl<const SLOTS: usize> Default for KeyTable<SLOTS> {
    fn default() -> Self {
        Self {
            slots: vec![0; SLOTS].into_boxed_slice(),
            keys: vec![Key::default()],
        }
    }
}

impl<const SLOTS: usize> KeyTable<SLOTS> {
    /// One more than the largest number.
    pub(crate) const fn len(&self) -> usize {
        self.keys.len()
    }

    /// The number of `key`, added if it is new; `None` if the table is full.
    pub(crate) fn add(&mut self, key: Key) -> Option<u32> {
        let found = self.find(key);
        if found != 0 {
            return Some(found);
        }
        let number = u32::try_from(self.keys.len()).ok()?;
        let (before, from) = self.slots.split_at_mut(key.hash() % SLOTS);
        // One slot always stays empty, so that looking for an unknown word ends.
        if self.keys.len() + 1 >= SLOTS {
            return None;
        }
        *from.iter_mut().chain(before).find(|slot| **slot == 0)? = number;
        self.keys.push(key);
        Some(number)
    }

    /// The number of `key`; 0 if it is unknown.
    #[inline]
    pub(crate) fn find(&self, key: Key) -> u32 {
        let mut at = key.hash() % SLOTS;
        while let Some(&number) = self.slots.get(at) {
            let known = self.keys.get(number as usize);
            if number == 0 || known.is_some_and(|known| known.is(key)) {
                return number;
            }
            at = (at + 1) % SLOTS;
        }
        0
    }
}
