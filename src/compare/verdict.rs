//! What may be said about a difference: of one reader the verdict, of two how they stand to each other. The words
//! for both are here, the same wherever they stand.

/// What two readers say of a difference together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It is clear to both.
    Established,
    /// It is clear to the measure alone.
    OnlyFirst,
    /// It is clear to the second reader alone.
    OnlySecond,
    /// It is clear to neither.
    Neither,
    /// They contradict each other.
    Disputed,
}

impl Standing {
    /// What that means, in a few words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Established => "established: clear to both readers",
            Self::OnlyFirst => "not established: the second reader is not clear",
            Self::OnlySecond => "not established: clear to the second reader only",
            Self::Neither => "clear to neither reader",
            Self::Disputed => Verdict::Disputed.label(),
        }
    }
}

/// What may be said about a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// A side has no value.
    Missing,
    /// One value a side: the two values can be shown, no interval can be given.
    NotTested,
    /// Fewer than eight pieces a side.
    TooShort,
    /// Enough text, but hardly anything in it that the measure counts.
    TooFew,
    /// The articles hardly tell the same story: the values stand, nothing is concluded from them.
    OtherStory,
    /// The interval includes zero.
    NoClearDifference,
    /// The intervals of two readers exclude zero, on different sides of it.
    Disputed,
    /// The interval excludes zero, but of so many things tested one such difference is not surprising.
    Possible,
    /// The interval excludes zero, and so it stays after adjusting for all that was tested.
    Clear,
}

impl Verdict {
    /// Every verdict, the surest first.
    pub const ALL: [Self; 9] = [
        Self::Clear,
        Self::Possible,
        Self::Disputed,
        Self::NoClearDifference,
        Self::NotTested,
        Self::TooShort,
        Self::TooFew,
        Self::OtherStory,
        Self::Missing,
    ];

    /// The verdict in words, the same wherever it stands.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Missing => "a side has nothing to measure",
            Self::NotTested => "one value a side, no interval",
            Self::TooShort => "too short to compare",
            Self::TooFew => "too little of it to compare",
            Self::OtherStory => "not compared: hardly the same story",
            Self::NoClearDifference => "no clear difference at this length",
            Self::Disputed => "not established: the two readers differ",
            Self::Possible => "higher, may be chance",
            Self::Clear => "clearly higher",
        }
    }
}
