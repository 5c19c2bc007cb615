//! What files are wanted for: what dialogs, jobs and the state all speak of.

use crate::article::Side;

use crate::text::tr;
use crate::workspace::{Output, Placing};

/// What a file dialog is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Purpose {
    /// Choosing article files for a source.
    Open(Side, Placing),
    /// Choosing a document.
    OpenDocument,
    /// Choosing word lists.
    OpenList,
    /// Choosing codebooks or coding files.
    OpenStudy,
    /// Choosing where something goes.
    Save(Output),
}

impl Purpose {
    /// What the dialog says it is for.
    pub(in crate::app) fn title(self) -> &'static str {
        match self {
            Self::Open(Side::A, _) => tr!("Open articles for source A"),
            Self::Open(Side::B, _) => tr!("Open articles for source B"),
            Self::OpenList => tr!("Open word lists"),
            Self::OpenStudy => tr!("Open a codebook or coding file"),
            Self::OpenDocument => tr!("Open document"),
            Self::Save(output) => tr(output.title()),
        }
    }
}

/// What file dialogs a system offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Dialogs {
    /// Some dialog will answer.
    Available,
    /// None will.
    Missing,
}

/// What to do about a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum IfThere {
    /// Ask whether to replace it.
    Ask,
    /// Replace it: that was asked already.
    Replace,
    /// Replace it though it is read-only: that was asked, too.
    Force,
}
