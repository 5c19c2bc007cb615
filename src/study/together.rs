//! The figures that tell how far two series of figures go together.

use crate::stats::{auc, f1, pearson, spearman};

/// How figures that go together are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Together {
    /// Pearson's correlation.
    Pearson,
    /// Spearman's rank correlation.
    Spearman,
    /// F1 of yes or no.
    F1,
    /// The area under the ROC curve.
    Auc,
}

impl Together {
    /// Its name in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Pearson => "pearson",
            Self::Spearman => "spearman",
            Self::F1 => "f1",
            Self::Auc => "auc",
        }
    }

    /// Its name for people.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Pearson => "Pearson’s r",
            Self::Spearman => "Spearman’s ρ",
            Self::F1 => "F1",
            Self::Auc => "AUC",
        }
    }

    /// The figure of pairs; `None` where they have none.
    pub(super) fn of(self, pairs: &[(f64, f64)]) -> Option<f64> {
        match self {
            Self::Pearson => pearson(pairs),
            Self::Spearman => spearman(pairs),
            Self::F1 => f1(pairs),
            Self::Auc => auc(pairs),
        }
    }
}
