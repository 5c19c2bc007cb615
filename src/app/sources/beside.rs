//! All open sources beside each other: the columns on show, what is behind a cell, and what is opened from there.

use std::sync::Arc;

use crate::article::{Place, Side};
use crate::compare::Behind;
use crate::compare::matrix::{Matrix, Row};
use crate::session::SourceId;
use crate::workspace::AllSources;

use crate::app::behind::BehindCell;
use crate::app::sources::columns::Shown;
use crate::app::view::Focus;
use crate::app::{App, Page};

impl App {
    /// The columns on show; `None` until all sources are scored and compared, which begins when it is asked for.
    pub(in crate::app) fn beside(&mut self) -> Option<Shown> {
        let all = Arc::clone(self.workspace.all_sources()?);
        let ids = self.order(&all);
        let state = &mut self.view.pages.beside;
        if let Some(shown) = &state.shown
            && Arc::ptr_eq(&shown.all, &all)
            && shown.ids == ids
        {
            return Some(shown.clone());
        }
        let columns: Vec<usize> = ids.iter().filter_map(|id| all.column(*id)).collect();
        let whole = columns.iter().copied().eq(0..all.ids.len());
        let matrix = if whole {
            Arc::clone(&all.matrix)
        } else {
            Arc::new(all.matrix.of_columns(&columns))
        };
        let shown = Shown { all, ids, matrix };
        state.shown = Some(shown.clone());
        Some(shown)
    }

    /// The matrix as it was shown last; all sources where the page was never looked at.
    pub(in crate::app) fn beside_shown(&self) -> Option<Arc<Matrix>> {
        let laid = self.workspace.laid()?;
        let shown = self.view.pages.beside.shown.as_ref();
        let shown = shown.filter(|shown| Arc::ptr_eq(&shown.all, laid));
        Some(shown.map_or_else(
            || Arc::clone(&laid.matrix),
            |shown| Arc::clone(&shown.matrix),
        ))
    }

    /// The sources that are not hidden, in the order they stand in.
    fn order(&self, all: &AllSources) -> Vec<SourceId> {
        let state = &self.view.pages.beside;
        let columns = all.ids.iter().enumerate();
        let mut columns: Vec<(usize, SourceId)> = columns
            .filter(|(_, id)| !self.session().is_hidden(**id))
            .map(|(column, id)| (column, *id))
            .collect();
        let by = state.by.and_then(|(measure, largest)| {
            let row = all.matrix.rows.iter().find(|row| row.key() == measure)?;
            Some((row, largest))
        });
        if let Some((row, largest)) = by {
            let value = |column: usize| row.cells.get(column).and_then(|cell| cell.value);
            columns.sort_by(|(one, _), (other, _)| match (value(*one), value(*other)) {
                (Some(one), Some(other)) if largest => other.total_cmp(&one),
                (Some(one), Some(other)) => one.total_cmp(&other),
                // What has no value stands last either way.
                (one, other) => other.is_some().cmp(&one.is_some()),
            });
        }
        columns.into_iter().map(|(_, id)| id).collect()
    }

    /// What is behind a cell: its words and places, as if its source were A; `None` while they are looked for.
    pub(in crate::app) fn behind_cell(
        &mut self,
        all: &Arc<AllSources>,
        id: SourceId,
        row: &Row,
    ) -> Option<Arc<Behind>> {
        let of = BehindCell {
            all: Arc::clone(all),
            source: id,
            key: row.key(),
            measure: row.measure,
            category: row.category.as_ref().map(|category| category.name.clone()),
            lists: self.session().lists.clone(),
        };
        let opened = &mut self.view.pages.beside.opened;
        let making = of.clone();
        if of.is_small() {
            return Some(opened.now(of, move || making.make()));
        }
        let context = self.jobs.context().clone();
        opened.soon(of, move || context.request_repaint(), move || making.make())
    }

    /// Compares two of the open sources, the first as A, and opens one measure of them if there is one.
    pub(in crate::app) fn compare_sources(
        &mut self,
        a: SourceId,
        b: SourceId,
        focus: Option<Focus>,
    ) {
        let session = self.session();
        let shown = Side::BOTH.map(|side| session.source(side).map(|source| source.id));
        if shown != [Some(a), Some(b)] {
            self.workspace.edit("choice of sources", |session| {
                session.show(Side::A, a);
                session.show(Side::B, b);
            });
            self.forget_places();
        }
        self.view.page = Page::Compare;
        if let Some(focus) = focus {
            self.show_focus(focus);
        }
    }

    /// Goes to a place in an open source, which is shown as A unless it is on show already.
    pub(in crate::app) fn go_to_source(&mut self, id: SourceId, place: Place) {
        let session = self.session();
        let shown = |side: &Side| session.source(*side).is_some_and(|source| source.id == id);
        let side = Side::BOTH.into_iter().find(shown);
        if side.is_none() {
            self.workspace
                .edit("choice of source", |session| session.show(Side::A, id));
            self.forget_places();
        }
        let side = side.unwrap_or(Side::A);
        self.go_to(if side == place.side {
            place
        } else {
            place.swapped()
        });
    }
}
