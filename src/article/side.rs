//! Which of the two sources compared.

use serde::{Deserialize, Serialize};

/// One of the two sources that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Side {
    /// The first source, shown on the left.
    A,
    /// The second source, shown on the right.
    B,
}

impl Side {
    /// Both sides in the order they are shown.
    pub const BOTH: [Self; 2] = [Self::A, Self::B];

    /// The side opposite.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    /// The letter the user sees.
    pub const fn label(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
        }
    }

    /// 0 for A, 1 for B: the place in a pair.
    pub const fn index(self) -> usize {
        match self {
            Self::A => 0,
            Self::B => 1,
        }
    }
}
