//! What the user chose, as it is remembered from one start to the next.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::drawers::Drawers;
use super::layers::Layers;
use super::wish::Wish;
use crate::chart;
use crate::workspace::Asking;

/// What is remembered from one start to the next: only what the user chose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Preferences {
    /// Light, dark or the system's theme.
    pub(super) theme: egui::ThemePreference,
    /// Which drawers are open on which page.
    pub(super) drawers: Drawers,
    /// What charts count by.
    pub(super) chart_options: chart::Options,
    /// Whether saved SVG files keep their letters as text.
    pub(super) editable_text: bool,
    /// What goes into a report.
    pub(super) report: Wish,
    /// Whether the chart is shown as a table.
    pub(super) chart_as_table: bool,
    /// What is marked in the text.
    pub(super) layers: Layers,
    /// Whether nothing moves on its own.
    pub(super) reduced_motion: bool,
    /// When the second reader is asked.
    pub(super) second_reader: Asking,
    /// Words that are marked in no draft, in lower case.
    pub(super) silenced: BTreeSet<String>,
    /// The folder files were last opened from.
    pub(super) open_dir: Option<std::path::PathBuf>,
    /// The files opened last, the latest first.
    pub(super) recent: crate::session::recent::Recent,
    /// The folder something was last saved to.
    pub(super) save_dir: Option<std::path::PathBuf>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: egui::ThemePreference::System,
            drawers: Drawers::default(),
            chart_options: chart::Options::default(),
            editable_text: false,
            report: Wish::default(),
            chart_as_table: false,
            layers: Layers::default(),
            reduced_motion: false,
            second_reader: Asking::Little,
            recent: crate::session::recent::Recent::default(),
            silenced: BTreeSet::new(),
            open_dir: None,
            save_dir: None,
        }
    }
}
