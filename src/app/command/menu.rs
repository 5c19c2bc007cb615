//! The menus by name.

use egui::Key;

use crate::text::tr;

/// The menu a command stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    /// Opening, saving, leaving.
    File,
    /// Undo, copying, finding.
    Edit,
    /// From passage to passage.
    Go,
    /// What is shown.
    View,
    /// Which chart.
    Chart,
    /// How tone is scored.
    Tone,
    /// Explanations.
    Help,
}

impl Menu {
    /// Every menu, from left to right.
    pub const ALL: [Self; 7] = [
        Self::File,
        Self::Edit,
        Self::Go,
        Self::View,
        Self::Chart,
        Self::Tone,
        Self::Help,
    ];

    /// Its title.
    pub fn label(self) -> &'static str {
        match self {
            Self::File => tr!("File"),
            Self::Edit => tr!("Edit"),
            Self::Go => tr!("Go"),
            Self::View => tr!("View"),
            Self::Chart => tr!("Chart"),
            Self::Tone => tr!("Tone"),
            Self::Help => tr!("Help"),
        }
    }
}

impl Menu {
    /// The letter that opens it together with Alt.
    pub(in crate::app) const fn key(self) -> Key {
        match self {
            Self::File => Key::F,
            Self::Edit => Key::E,
            Self::Go => Key::G,
            Self::View => Key::V,
            Self::Chart => Key::C,
            Self::Tone => Key::T,
            Self::Help => Key::H,
        }
    }
}
