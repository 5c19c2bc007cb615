//! What the window shows right now: selection, hover, open dialogs. Nothing here is saved.

use std::collections::BTreeSet;

use crate::article::{Place, Side, Spot};
use crate::chart::Target;
use crate::compare::Behind;
use crate::load::{Field, Mapping};

use super::behind::BehindMeasure;
use super::command::menu::Menu;
use super::files::purpose::{IfThere, Purpose};
use super::filtering::NewCondition;
use super::finding::{Finding, Uses};
use super::page::{Page, PageState};
use super::report::wish::Draft;
use super::second::shares::Words;
use super::widgets::rows::Rows;
use crate::session::{FieldsThere, Source, SourceId};
use crate::work::Later;

/// Something other than a place in the text whose evidence is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Focus {
    /// Every use of a word.
    Word(String),
    /// Every use of a term in all the forms that are counted as one.
    Term(String, Vec<String>),
    /// Every mention of a person, place or organisation.
    Person(String),
    /// How a measure is computed, and the words and places behind it.
    Measure(&'static str),
    /// One category of the user's own lists, by its label.
    List(String),
    /// Every measure, the clear differences first.
    Differences,
    /// What both tell and what only one does.
    Coverage,
    /// Whom only one source names.
    Names,
    /// Who is quoted, with every quotation.
    Speakers,
}

/// What only one window over the page can ask for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) enum Overlay {
    /// Nothing: the page itself.
    #[default]
    None,
    /// An article being typed or pasted.
    Paste {
        /// For which source.
        side: Side,
        /// The text so far.
        text: String,
    },
    /// A path being typed because no file dialog answers.
    Path {
        /// What it is for.
        purpose: Purpose,
        /// The path so far.
        text: String,
    },
    /// What was understood of an article, being corrected.
    Details(Side, Details),
    /// What became of every file.
    /// With the position of the file looked at.
    ImportReport(Option<usize>),
    /// Which field of a collection holds what, being corrected.
    Fields(std::path::PathBuf, Vec<Field>, Mapping),
    /// A file that is there already and would be replaced.
    Replace(crate::workspace::Output, std::path::PathBuf, IfThere),
    /// The window is to be closed with work that is not saved.
    Unsaved,
    /// Copies of unsaved work that were left behind.
    Recover(Vec<crate::session::recovery::Orphan>),
    /// Dropped files whose side is not known.
    Dropped(Vec<std::path::PathBuf>),
    /// A report being put together.
    Report(Box<Draft>),
    /// A source getting another name.
    Rename(SourceId, String),
    /// A command being looked for: the letters so far, and the position of the one marked.
    Palette(String, usize),
    /// The message list.
    Messages,
    /// Every shortcut.
    Shortcuts,
    /// About this program.
    About,
}

/// What the user may correct of a source and the article read in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Details {
    /// The source's name.
    pub(super) source: String,
    /// The headline; empty for none.
    pub(super) headline: String,
    /// The article's outlet; empty for none.
    pub(super) outlet: String,
    /// The date of publication; empty for none.
    pub(super) published: String,
}

/// What is shown right now.
#[derive(Debug, Default)]
pub(super) struct View {
    /// What is selected: always in the article that its side reads.
    pub(super) selection: Option<Place>,
    /// What else the evidence shows; only while nothing is selected.
    pub(super) focus: Option<Focus>,
    /// The page shown.
    pub(super) page: Page,
    /// The page that was on show before the manual.
    pub(super) before_manual: Option<Page>,
    /// What the pages remember.
    pub(super) pages: PageState,
    /// What is looked for in both texts.
    pub(super) find: Finding,
    /// The condition being written, while the bar for it is open.
    pub(super) filtering: Option<Box<NewCondition>>,
    /// The chart mark under the pointer, to light up in the text.
    pub(super) hovered: Option<Target>,
    /// The part of the chart the user zoomed to.
    pub(super) zoom: Option<crate::chart::View>,
    /// The text rows of each side.
    pub(super) rows: [Rows; 2],
    /// The stretches of furniture that are open on each side, by their first block.
    unfolded: [BTreeSet<usize>; 2],
    /// What is behind the measure whose evidence is open.
    pub(super) behind: Later<BehindMeasure, Vec<(Side, Behind)>>,
    /// The further fields of the open articles.
    pub(super) fields_there: Later<Vec<Source>, FieldsThere>,
    /// Every use of the word whose evidence is open.
    pub(super) uses: Uses,
    /// Where a column's text is seen.
    pub(super) sight: Option<egui::Rect>,
    /// How wide the window is, in points.
    pub(super) width: f32,
    /// The menu that is open.
    pub(super) menu: Option<Menu>,
    /// Whether the chart has the whole window.
    pub(super) presenting: bool,
    /// Whether a drawer is being made larger or smaller.
    pub(super) resizing: bool,
    /// The window over the page.
    pub(super) overlay: Overlay,
    /// The side last used: where a drop without position goes if it is empty.
    pub(super) last_side: Option<Side>,
    /// What the second reader makes of the words of one text.
    pub(super) words: Words,
    /// Whether it was said that there is no second reader.
    pub(super) told_missing: bool,
    /// The paragraph last gone to by its tone, and whether for a negative one.
    pub(super) stepped: Option<(bool, crate::article::Place)>,
}

impl View {
    /// Whether there is anything to let go of.
    pub(super) fn has_focus(&self) -> bool {
        self.presenting || self.selection.is_some() || self.focus.is_some() || self.find.open
    }

    /// Whether a block, a headline or a cue is selected, or something in it.
    pub(super) fn is_selected(&self, place: Place) -> bool {
        let cue = matches!(place.spot, Spot::Headline { cue: Some(_) });
        self.selection.is_some_and(|selection| {
            if cue {
                selection == place
            } else {
                selection.shares_text(place)
            }
        })
    }

    /// Whether the pointer is on the mark of a place in a chart.
    pub(super) fn is_hovered(&self, place: Place) -> bool {
        self.hovered == Some(Target::Place(place))
    }

    /// Whether the stretch of furniture that begins at `block` is open.
    pub(super) fn is_unfolded(&self, side: Side, block: usize) -> bool {
        (self.unfolded.get(side.index())).is_some_and(|open| open.contains(&block))
    }

    /// Opens or closes the stretch of furniture that begins at `block`.
    pub(super) fn fold(&mut self, side: Side, block: usize) {
        let Some(open) = self.unfolded.get_mut(side.index()) else {
            return;
        };
        if !open.remove(&block) {
            open.insert(block);
            self.rows_mut(side).jump_to(row_of_block(block));
        }
    }

    /// Opens the stretch of furniture that begins at `block`.
    pub(super) fn unfold(&mut self, side: Side, block: usize) {
        if let Some(open) = self.unfolded.get_mut(side.index()) {
            open.insert(block);
        }
    }

    /// What is remembered of each side, on the other.
    pub(super) fn swap(&mut self) {
        self.rows.swap(0, 1);
        self.unfolded.swap(0, 1);
        self.hovered = None;
        self.selection = self.selection.map(Place::swapped);
        self.find.forget();
    }

    /// Closes every stretch of furniture: the text of a side is another.
    pub(super) fn fold_all(&mut self, side: Side) {
        if let Some(open) = self.unfolded.get_mut(side.index()) {
            open.clear();
        }
    }

    /// The rows of one side.
    pub(super) fn rows_mut(&mut self, side: Side) -> &mut Rows {
        let [a, b] = &mut self.rows;
        match side {
            Side::A => a,
            Side::B => b,
        }
    }
}

/// The row a block stands in: the headline is row 0.
pub(super) const fn row_of_block(block: usize) -> usize {
    block + 1
}
