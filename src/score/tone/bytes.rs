//! Looking at text eight bytes at a time, in plain integers ("SIMD within a register"). The reference's
//! rules only ever look at ASCII characters, so bytes are enough; bytes ≥ 0x80 are never matched.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// `value` in every byte.
const fn splat(value: u8) -> u64 {
    ONES * value as u64
}

/// The high bit of every ASCII byte of `word` that lies in `low..=high`.
const fn in_range(word: u64, low: u8, high: u8) -> u64 {
    // Seven-bit values: the additions cannot carry into the next byte.
    let ascii = word & !HIGH;
    let at_least_low = ascii + splat(0x80 - low);
    let above_high = ascii + splat(0x7f - high);
    at_least_low & !above_high & !word & HIGH
}

/// ASCII letters of `word` in lower case, every other byte as it is.
pub(super) const fn lowercase(word: u64) -> u64 {
    word | (in_range(word, b'A', b'Z') >> 2)
}

/// What is known of 64 bytes of text.
pub(super) struct Block {
    /// One bit a byte: white space.
    pub(super) space: u64,
    /// Exclamation marks.
    pub(super) exclamations: u32,
    /// Question marks.
    pub(super) questions: u32,
}

impl Block {
    pub(super) const SIZE: usize = 64;

    pub(super) fn of(bytes: &[u8; Self::SIZE]) -> Self {
        let mut block = Self {
            space: 0,
            exclamations: 0,
            questions: 0,
        };
        let (words, _) = bytes.as_chunks::<8>();
        for (index, word) in words.iter().enumerate() {
            let word = u64::from_le_bytes(*word);
            // Trap: Python's str.split() also splits at the control characters U+001C to U+001F.
            let space = in_range(word, 9, 13) | in_range(word, 0x1c, 0x20);
            // Gathers the eight high bits into the low byte.
            let bits = (space >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
            block.space |= bits << (8 * index);
            block.exclamations += in_range(word, b'!', b'!').count_ones();
            block.questions += in_range(word, b'?', b'?').count_ones();
        }
        block
    }
}

/// The first 24 bytes of `text` from `start` to `end`, in lower case, padded with zeros.
#[inline]
pub(super) fn folded(text: &[u8], start: usize, end: usize) -> [u64; 3] {
    let [first, second] = first_sixteen(text, start, end);
    let third = if end - start > 16 {
        third(text, start, end)
    } else {
        0
    };
    [lowercase(first), lowercase(second), third]
}

/// The first 16 bytes of `text` from `start` to `end`, padded with zeros.
#[inline]
pub(super) fn first_sixteen(text: &[u8], start: usize, end: usize) -> [u64; 2] {
    let length = end - start;
    let Some(bytes) = text.get(start..).and_then(<[u8]>::first_chunk::<16>) else {
        return copied(text.get(start..end).unwrap_or_default());
    };
    let all = u128::from_le_bytes(*bytes);
    let kept = if length >= 16 {
        all
    } else {
        all & !(u128::MAX << (8 * length))
    };
    halves(kept)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the two halves of 128 bits, on purpose"
)]
const fn halves(bits: u128) -> [u64; 2] {
    [bits as u64, (bits >> 64) as u64]
}

/// Near the end of the text, where sixteen bytes cannot be read at once.
#[cold]
fn copied(bytes: &[u8]) -> [u64; 2] {
    let mut padded = [0; 16];
    for (to, from) in padded.iter_mut().zip(bytes) {
        *to = *from;
    }
    halves(u128::from_le_bytes(padded))
}

#[cold]
fn third(text: &[u8], start: usize, end: usize) -> u64 {
    let [third, _] = copied(
        text.get(start + 16..end.min(start + 24))
            .unwrap_or_default(),
    );
    lowercase(third)
}
