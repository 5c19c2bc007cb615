//! What the user chose, as it is remembered from one start to the next.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::app::drawers::Drawers;
use crate::app::layers::Layers;
use crate::app::report::wish::Wish;
use crate::chart;
use crate::workspace::Asking;

/// What is remembered from one start to the next: only what the user chose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::app) struct Preferences {
    /// Light, dark or the system's theme.
    pub(in crate::app) theme: egui::ThemePreference,
    /// The code of the language the window speaks; that of the system without one.
    pub(in crate::app) language: Option<String>,
    /// Which drawers are open on which page.
    pub(in crate::app) drawers: Drawers,
    /// What charts count by.
    pub(in crate::app) chart_options: chart::Options,
    /// Whether saved SVG files keep their letters as text.
    pub(in crate::app) editable_text: bool,
    /// What goes into a report.
    pub(in crate::app) report: Wish,
    /// Whether the chart is shown as a table.
    pub(in crate::app) chart_as_table: bool,
    /// What is marked in the text.
    pub(in crate::app) layers: Layers,
    /// Whether nothing moves on its own.
    pub(in crate::app) reduced_motion: bool,
    /// When the second reader is asked.
    pub(in crate::app) second_reader: Asking,
    /// Words that are marked in no draft, in lower case.
    pub(in crate::app) silenced: BTreeSet<String>,
    /// The folder files were last opened from.
    pub(in crate::app) open_dir: Option<std::path::PathBuf>,
    /// The files opened last, the latest first.
    pub(in crate::app) recent: crate::session::recent::Recent,
    /// The folder something was last saved to.
    pub(in crate::app) save_dir: Option<std::path::PathBuf>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: egui::ThemePreference::System,
            language: None,
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
