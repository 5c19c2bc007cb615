//! How a token is written.

/// Facts about how a token is written, as bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Shape(u16);

impl Shape {
    /// No bit.
    pub(crate) const NONE: Self = Self(0);
    /// Begins with a capital letter.
    pub(crate) const CAPITAL: Self = Self(1);
    /// Two or more letters, all capital.
    pub(crate) const UPPER: Self = Self(2);
    /// Ends in ’s (taken off before the word is looked up).
    pub(crate) const POSSESSIVE: Self = Self(4);
    /// Stands inside quotation marks.
    pub(crate) const QUOTED: Self = Self(8);
    /// The first word of a sentence or of a quotation.
    pub(crate) const FIRST: Self = Self(16);
    /// An adverb by its ending -ly.
    pub(crate) const LY: Self = Self(32);
    /// Ends in -est.
    pub(crate) const EST: Self = Self(64);
    /// Ends as evaluative adjectives do: -ous, -ful, -less, -ish, -ive, -ible, -able.
    pub(crate) const ADJECTIVE: Self = Self(128);
    /// Ends in -ism, -ist or -phobic.
    pub(crate) const ISM: Self = Self(256);
    /// A contraction: an apostrophe inside, but no possessive.
    pub(crate) const CONTRACTED: Self = Self(512);
    /// Hyphenated.
    pub(crate) const HYPHEN: Self = Self(1024);
    /// Ends in -ed.
    pub(crate) const ED: Self = Self(2048);
    /// Ends in -ing.
    pub(crate) const ING: Self = Self(4096);
    /// Ends in -s.
    pub(crate) const S: Self = Self(8192);

    /// Whether any bit of `other` is set.
    #[inline]
    pub(crate) const fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// All bits of `shapes`.
    pub(crate) const fn of(shapes: &[Self]) -> Self {
        let mut bits = 0;
        let mut rest = shapes;
        while let [first, others @ ..] = rest {
            bits |= first.0;
            rest = others;
        }
        Self(bits)
    }

    /// Whether all bits of `other` are set.
    #[inline]
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    #[inline]
    pub(crate) fn set(&mut self, other: Self) {
        self.0 |= other.0;
    }

    #[inline]
    pub(super) fn set_if(&mut self, condition: bool, other: Self) {
        if condition {
            self.set(other);
        }
    }
}
