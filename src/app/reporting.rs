//! The report as the window makes it: what was wished for last, and where it goes.

use serde::{Deserialize, Serialize};

use crate::export::report::{Choice, Part};
use crate::workspace::Output;

use super::purpose::Purpose;
use super::state::App;

/// What a report holds, as it was wished for last. Parts are kept by name: one that a later version no
/// longer has is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Wish {
    /// The parts in order; the usual ones where nothing else was wished for.
    parts: Option<Vec<String>>,
    /// Whether the articles' own words may be in it.
    with_text: bool,
}

impl Default for Wish {
    fn default() -> Self {
        Self {
            parts: None,
            with_text: true,
        }
    }
}

impl Wish {
    /// What goes into a report, but for notes and what was added.
    pub(super) fn choice(&self) -> Choice {
        let known = |names: &Vec<String>| -> Vec<Part> {
            names.iter().filter_map(|name| name.parse().ok()).collect()
        };
        Choice {
            parts: self.parts.as_ref().map(known),
            with_text: self.with_text,
            ..Choice::default()
        }
    }
}

impl App {
    /// Asks where the report goes, with the articles' own words or without.
    pub(super) fn ask_report(&mut self, with_text: bool) {
        self.preferences.report.with_text = with_text;
        self.ask(Purpose::Save(Output::Report));
    }
}
