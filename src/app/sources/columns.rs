//! What the page of all sources remembers: in which order they stand, which cell and which heads
//! are chosen.

use std::sync::Arc;

use crate::compare::Behind;
use crate::compare::matrix::{Matrix, RowKey};
use crate::session::SourceId;
use crate::text::shorten;
use crate::work::Later;
use crate::workspace::AllSources;

use crate::app::behind::BehindCell;

/// What the page of all sources remembers.
#[derive(Debug, Default)]
pub(in crate::app) struct Beside {
    /// The row that the columns are sorted by, by its measure; whether the largest stand first.
    pub(in crate::app) by: Option<(RowKey, bool)>,
    /// The cell whose words are shown.
    pub(in crate::app) cell: Option<(SourceId, RowKey)>,
    /// The heads that were chosen, at most two.
    pub(in crate::app) heads: Vec<SourceId>,
    /// The columns on show, as they were made last.
    pub(in crate::app) shown: Option<Shown>,
    /// What is behind the cell that was opened last.
    pub(in crate::app) opened: Later<BehindCell, Behind>,
}

/// The columns on show, made once for what is hidden and how they are sorted.
#[derive(Debug, Clone)]
pub(in crate::app) struct Shown {
    pub(in crate::app) all: Arc<AllSources>,
    /// The sources on show, in order.
    pub(in crate::app) ids: Vec<SourceId>,
    pub(in crate::app) matrix: Arc<Matrix>,
}

/// Characters of a name in a menu or a sentence.
const NAME: usize = 40;

impl Shown {
    /// The name of an open source, cut where it is long.
    pub(in crate::app) fn name(&self, id: SourceId) -> String {
        let column = self.all.column(id);
        shorten(
            column.map_or("", |column| self.all.matrix.name(column)),
            NAME,
        )
    }
}

impl Beside {
    /// Sorts the columns by a row: the largest first, then the smallest, then as they were opened.
    pub(in crate::app) fn sort_by(&mut self, measure: RowKey) {
        self.by = match self.by {
            Some((by, true)) if by == measure => Some((measure, false)),
            Some((by, false)) if by == measure => None,
            _ => Some((measure, true)),
        };
    }

    /// Chooses a head, or no longer; of more than two the oldest is let go.
    pub(in crate::app) fn choose_head(&mut self, id: SourceId) {
        if let Some(at) = self.heads.iter().position(|head| *head == id) {
            self.heads.remove(at);
            return;
        }
        if self.heads.len() == 2 {
            self.heads.remove(0);
        }
        self.heads.push(id);
    }
}
