//! What panels ask for instead of doing it: applied before the next frame by [`super::dispatch`].

use std::path::PathBuf;

use crate::article::{BlockKind, Place, Side};
use crate::chart::Target;
use crate::load::Mapping;
use crate::session::SourceId;
use crate::session::recovery::Recovered;

use super::command::Command;
use super::output::Output;
use super::purpose::Placing;
use super::view::{Details, Focus, Overlay};

/// Something to be done after the frame: what panels ask for instead of doing it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Action {
    /// A command.
    Run(Command),
    /// Select something in the text, whose article is read from now on; or nothing.
    Select(Option<Place>),
    /// Select something, in whichever article it is, and bring it into sight.
    GoTo(Place),
    /// Show the evidence of something that is no place in the text.
    Show(Focus),
    /// Open a window over the page.
    Overlay(Overlay),
    /// Change a source.
    Source(SourceId, SourceAction),
    /// Say that a word is not tone here, or that it is again.
    Exclude(String, bool),
    /// Compare with another seed.
    Seed(u64),
    /// Say whether a passage of A and one of B belong together.
    Choose(Place, Place, bool),
    /// Light up what the pointer is on in a chart.
    Hover(Option<Target>),
    /// Open files.
    Open(Side, Placing, Vec<PathBuf>),
    /// Open a collection with the fields the user says.
    OpenMapped(Side, PathBuf, Mapping),
    /// Show which field of a collection holds what.
    Fields(PathBuf),
    /// Stop comparing.
    StopComparing,
    /// Compare again after that was stopped.
    CompareAgain,
    /// Stop reading files.
    StopReading(Side),
    /// Show another of the open sources.
    ShowSource(Side, SourceId),
    /// Open a text.
    OpenText(Side, String),
    /// Count a block as another kind.
    SetKind(Place, BlockKind),
    /// Correct what was understood of an article.
    SetDetails(Side, Details),
    /// Read another article of a source.
    ReadArticle(Side, usize),
    /// Save something to a path.
    Save(Output, PathBuf, IfThere),
    /// Stop saving.
    StopSaving,
    /// Open a recent file.
    OpenRecent(PathBuf),
    /// Forget the recent files.
    ForgetRecent,
    /// Show what a copy that survived a crash holds, or let go of it.
    Recover(Option<Box<Recovered>>),
    /// Close the window: save first, or lose what is not saved.
    Leave(Leaving),
    /// Put text on the clipboard.
    Copy(String),
    /// Dismiss the messages shown.
    DismissMessages,
}

/// What can be done to a source in the list of sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SourceAction {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// Another name.
    Rename(String),
    /// Close it.
    Close,
}

/// How to leave with unsaved work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaving {
    /// Save the document first.
    Save,
    /// Lose what is not saved.
    Discard,
}

/// What to do about a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IfThere {
    /// Ask whether to replace it.
    Ask,
    /// Replace it: that was asked already.
    Replace,
}
