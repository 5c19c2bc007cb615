//! The words of comparisons: what each figure is called wherever it stands, and what it says to a reader, in one
//! sentence. Labels, column heads and tooltips come from here; the measures have theirs in
//! [`registry`](crate::score::registry).

/// A figure by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// What it is called.
    pub label: &'static str,
    /// What it says, in one sentence for whoever has never heard of it.
    pub plain: &'static str,
}

const fn word(label: &'static str, plain: &'static str) -> Word {
    Word { label, plain }
}

/// The verdict.
pub const IN_WORDS: Word = word(
    "In words",
    "What may be said: a difference is clear only where texts of this length rarely differ as much by chance.",
);

/// The value of A.
pub const OF_A: Word = word("A", "The value of the first source.");

/// The value of B.
pub const OF_B: Word = word("B", "The value of the second source.");

/// The difference.
pub const DIFFERENCE: Word = word(
    "A − B",
    "How much higher A is than B; below zero B is the higher.",
);

/// The interval of a difference.
pub const INTERVAL: Word = word(
    "95 % interval",
    "Other paragraphs by the same hands would put the difference in this range nineteen times out of twenty; where \
     the range includes zero, the two may not differ at all.",
);

/// A p-value.
pub const P: Word = word(
    "Adjusted p",
    "How often texts that do not differ would seem to differ this much by chance, with everything else that was \
     tested taken into account: below 0.05 it is called clear.",
);

/// An effect size.
pub const EFFECT: Word = word(
    "Cliff’s δ",
    "How often a paragraph of A is higher than one of B, less the reverse: +1 always, 0 as often as not, −1 never.",
);

/// How much was compared.
pub const AMOUNT: Word = word(
    "n of A / B",
    "How many paragraphs, or articles of large collections, the figure rests on: the more, the surer.",
);

/// A word's part in the difference in tone.
pub const SHIFT: Word = word(
    "Moves A − B by",
    "How much this word alone makes A more positive (+) or more negative (−) than B.",
);

/// Its part through the lexicon.
pub const BY_VALUE: Word = word(
    "By its meaning",
    "The part of it that comes from the word’s own value in the tone lexicon.",
);

/// Its part through the rules.
pub const BY_RULES: Word = word(
    "By its setting",
    "The part of it that comes from the words around: “not”, “very”, capitals, “but”.",
);

/// A ranking of terms.
pub const LOG_ODDS: Word = word(
    "Log-odds",
    "How much more likely the term is in one source than in the other, evened out for rare terms: above 0 in A, below \
     0 in B.",
);

/// Uses of a word.
pub const USES: Word = word(
    "Uses A / B",
    "How often it stands in the scored text of each.",
);

/// Every word there is.
pub const ALL: [Word; 13] = [
    IN_WORDS, OF_A, OF_B, DIFFERENCE, INTERVAL, P, EFFECT, AMOUNT, SHIFT, BY_VALUE, BY_RULES,
    LOG_ODDS, USES,
];
