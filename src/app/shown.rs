//! Which drawers the page on show has open, with which chart, and what the evidence is of.

use crate::article::{Place, Spot};
use crate::chart::Kind;
use crate::text::tr;

use super::view::Focus;
use super::{App, Page};

/// From this width of the window on, in points, the evidence of what is selected opens by itself.
const ROOM_FOR_EVIDENCE: f32 = 860.0;

/// The same for a page that begins with it: what it is the evidence of has most of the room.
const ROOM_AT_FIRST: f32 = 1_080.0;

impl App {
    /// The chart that belongs to the page on show.
    pub(super) fn chart_kind(&self) -> Kind {
        let drawers = &self.preferences.drawers;
        drawers
            .chart
            .unwrap_or_else(|| drawers.of(self.view.page).kind)
    }

    /// Whether the page on show has its chart open.
    pub(super) fn is_chart_open(&self) -> bool {
        let (drawers, page) = (&self.preferences.drawers, self.view.page);
        page.chart().is_some() && (drawers.chart.is_some() || drawers.of(page).chart)
    }

    /// Whether the page on show has the evidence open.
    pub(super) fn is_evidence_open(&self) -> bool {
        let (drawers, page) = (&self.preferences.drawers, self.view.page);
        let chosen = drawers.evidence || drawers.knows(page);
        page.has_evidence()
            && (drawers.evidence || drawers.of(page).evidence)
            && (chosen || self.view.width >= ROOM_AT_FIRST)
    }

    /// Whether the chart stays on every page.
    pub(super) fn is_chart_pinned(&self) -> bool {
        self.preferences.drawers.chart.is_some()
    }

    /// Whether the evidence stays on every page.
    pub(super) fn is_evidence_pinned(&self) -> bool {
        self.preferences.drawers.evidence
    }

    /// Opens or closes the chart of the page on show. One that is closed is no longer pinned.
    pub(super) fn set_chart_open(&mut self, open: bool) {
        let kind = self.chart_kind();
        let drawers = &mut self.preferences.drawers;
        if !open {
            drawers.chart = None;
        }
        drawers.change(self.view.page, |of_page| {
            of_page.chart = open;
            of_page.kind = kind;
        });
    }

    /// Opens or closes the evidence of the page on show. One that is closed is no longer pinned.
    pub(super) fn set_evidence_open(&mut self, open: bool) {
        let drawers = &mut self.preferences.drawers;
        drawers.evidence &= open;
        drawers.change(self.view.page, |of_page| of_page.evidence = open);
    }

    /// Shows a kind of chart on the page on show, or on the page of the texts where this one has none.
    pub(super) fn show_chart(&mut self, kind: Kind) {
        if self.view.page.chart().is_none() {
            self.view.page = Page::Read;
        }
        self.set_chart_kind(kind);
        self.set_chart_open(true);
    }

    /// Makes `kind` the chart of the page on show, whether it is open or not.
    pub(super) fn set_chart_kind(&mut self, kind: Kind) {
        let drawers = &mut self.preferences.drawers;
        if let Some(pinned) = &mut drawers.chart {
            *pinned = kind;
        }
        drawers.change(self.view.page, |of_page| of_page.kind = kind);
    }

    /// Keeps the chart on every page, or no longer.
    pub(super) fn pin_chart(&mut self) {
        let kind = self.chart_kind();
        let pinned = &mut self.preferences.drawers.chart;
        *pinned = pinned.is_none().then_some(kind);
        self.set_chart_open(true);
    }

    /// Keeps the evidence on every page, or no longer.
    pub(super) fn pin_evidence(&mut self) {
        let pinned = !self.preferences.drawers.evidence;
        self.preferences.drawers.evidence = pinned;
        self.set_evidence_open(true);
    }

    /// Opens the evidence of something selected where there is room for it beside the page.
    pub(super) fn open_evidence_if_room(&mut self) {
        if self.view.width >= ROOM_FOR_EVIDENCE {
            self.set_evidence_open(true);
        }
    }

    /// What the evidence is of, in a few words: "A 4", "A’s headline", "“harbour”"; nothing in particular
    /// where nothing is selected.
    pub(super) fn evidence_of(&self) -> Option<String> {
        if let Some(place) = self.view.selection {
            return Some(self.short_name(place));
        }
        self.view.focus.as_ref().map(|focus| match focus {
            Focus::Word(word) | Focus::Term(word, _) => {
                format!("“{}”", crate::text::shorten(word, 24))
            }
            Focus::Person(name) | Focus::List(name) => crate::text::shorten(name, 24),
            Focus::Differences => tr!("every measure").to_owned(),
            Focus::Coverage => tr!("what both tell").to_owned(),
            Focus::Names => tr!("names").to_owned(),
            Focus::Speakers => tr!("quotations").to_owned(),
            Focus::Measure(id) => {
                let all = crate::score::registry::MEASURES;
                let measure = all.iter().find(|measure| measure.id == *id);
                measure
                    .map_or(tr!("a measure"), |measure| tr(measure.label))
                    .to_owned()
            }
        })
    }

    /// "A 4" for the fourth paragraph of A, "A’s headline".
    fn short_name(&self, place: Place) -> String {
        let side = place.side.label();
        let number = || {
            let analysis = self.analysis(place.side)?;
            Some(analysis.place_of_block(place.block_index()?)? + 1)
        };
        match place.spot {
            Spot::Headline { .. } => tr!("{side}’s headline"; side),
            Spot::Block { .. } => {
                number().map_or_else(|| side.to_owned(), |number| format!("{side} {number}"))
            }
        }
    }
}
