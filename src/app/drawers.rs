//! The drawers: the chart below a page and the evidence beside it. Each page remembers which are open and
//! which chart it shows; a drawer that is pinned stays, whatever the page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::chart::Kind;

use super::page::Page;

/// What one page remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct OfPage {
    /// Whether the chart is open.
    pub(super) chart: bool,
    /// Whether the evidence is open.
    pub(super) evidence: bool,
    /// The chart it shows.
    pub(super) kind: Kind,
}

/// Which drawers are open on which page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Drawers {
    pages: BTreeMap<Page, OfPage>,
    /// The chart that stays on every page.
    pub(super) chart: Option<Kind>,
    /// Whether the evidence stays on every page.
    pub(super) evidence: bool,
}

impl Drawers {
    /// What a page remembers, or what it begins with.
    pub(super) fn of(&self, page: Page) -> OfPage {
        let first = || OfPage {
            chart: page.begins_with_chart(),
            evidence: page.begins_with_evidence(),
            kind: page.chart().unwrap_or(Kind::Paragraphs),
        };
        self.pages.get(&page).copied().unwrap_or_else(first)
    }

    /// Whether anything was opened, closed or chosen on a page.
    pub(super) fn knows(&self, page: Page) -> bool {
        self.pages.contains_key(&page)
    }

    /// Changes what a page remembers.
    pub(super) fn change(&mut self, page: Page, change: impl FnOnce(&mut OfPage)) {
        let mut of_page = self.of(page);
        change(&mut of_page);
        self.pages.insert(page, of_page);
    }
}
