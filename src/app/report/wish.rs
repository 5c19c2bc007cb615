//! What is wished for of a report: as it is remembered, and as it is being put together.

use serde::{Deserialize, Serialize};

use crate::chart::Kind;
use crate::export::report::{Choice, Part, Pin};

/// What a report holds, as it was wished for last. Parts are kept by name: one that a later version no
/// longer has is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::app) struct Wish {
    /// The parts in order; the usual ones where nothing else was wished for.
    pub(in crate::app) parts: Option<Vec<String>>,
    /// Whether the articles' own words may be in it.
    pub(in crate::app) with_text: bool,
    /// Notes or evidence that are not to be in it although there are some: asked anew with every start.
    #[serde(skip)]
    pub(in crate::app) left_out: Vec<Part>,
}

impl Default for Wish {
    fn default() -> Self {
        Self {
            parts: None,
            with_text: true,
            left_out: Vec::new(),
        }
    }
}

/// A report being put together in its window.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct Draft {
    /// The parts that are no charts, and whether each goes in.
    pub(in crate::app) parts: Vec<(Part, bool)>,
    /// The charts in their order, and whether each goes in.
    pub(in crate::app) charts: Vec<(Kind, bool)>,
    /// Whether the articles' own words go in.
    pub(in crate::app) with_text: bool,
    /// The user's own notes.
    pub(in crate::app) notes: String,
    /// How many pages it has, about, and what of.
    pub(in crate::app) pages: Option<(Choice, usize)>,
    /// Whether it was shown before: at first the keyboard is on what saves it.
    pub(in crate::app) was_shown: bool,
}

impl Draft {
    pub(in crate::app) fn of(choice: &Choice, fitting: &[Kind]) -> Self {
        let parts = choice.parts(fitting);
        let plain = Part::PLAIN.iter();
        let chosen = choice.charts(fitting);
        let others = Kind::all().iter().filter(|kind| !chosen.contains(kind));
        Self {
            parts: plain.map(|part| (*part, parts.contains(part))).collect(),
            charts: (chosen.iter().map(|kind| (*kind, true)))
                .chain(others.map(|kind| (*kind, false)))
                .collect(),
            with_text: choice.with_text,
            notes: choice.notes.clone(),
            pages: None,
            was_shown: false,
        }
    }

    /// What goes into the report: findings, then the charts in their order, then the rest.
    pub(in crate::app) fn choice(&self, pinned: Vec<Pin>) -> Choice {
        let on = |part: &(Part, bool)| part.1.then_some(part.0);
        let charts = self.charts.iter().filter(|(_, on)| *on);
        let charts = charts.map(|(kind, _)| Part::Chart(*kind));
        let mut parts: Vec<Part> = self.parts.iter().filter_map(on).collect();
        let after_findings = usize::from(parts.first() == Some(&Part::Findings));
        parts.splice(after_findings..after_findings, charts);
        Choice {
            parts: Some(parts),
            with_text: self.with_text,
            notes: self.notes.clone(),
            pinned,
            ..Choice::default()
        }
    }

    /// Moves a chart one place up or down.
    pub(in crate::app) fn move_chart(&mut self, at: usize, down: bool) {
        let to = if down {
            Some(at + 1)
        } else {
            at.checked_sub(1)
        };
        if let Some(to) = to.filter(|to| *to < self.charts.len()) {
            self.charts.swap(at, to);
        }
    }
}

/// Whether a part holds what the user made: it goes in as soon as there is something.
pub(in crate::app) const fn is_own(part: Part) -> bool {
    matches!(part, Part::Pinned | Part::Notes)
}
