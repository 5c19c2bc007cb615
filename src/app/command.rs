//! Everything a person can do, defined once: label, help, shortcut, and when it is possible. Menu,
//! toolbar and shortcut sheet are made from this; one function applies it ([`super::dispatch`]).

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::article::Side;
use crate::chart;
use crate::score::tone::{Correction, ToneOptions};

use super::App;

/// One thing a person can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Choose files for a source.
    Open(Side),
    /// Choose files to add to a source.
    Add(Side),
    /// Type or paste an article for a source.
    Paste(Side),
    /// Open the sample story.
    OpenSample,
    /// Close a source.
    Close(Side),
    /// Exchange A and B.
    Swap,
    /// Save the chart shown.
    SaveChart,
    /// Close the window.
    Quit,
    /// Take the last change back.
    Undo,
    /// Do the last undone change again.
    Redo,
    /// Select the next paragraph.
    NextParagraph,
    /// Select the previous paragraph.
    PreviousParagraph,
    /// Move the selection to the other source.
    OtherSide,
    /// Select nothing.
    ClearSelection,
    /// Show a kind of chart.
    ShowChart(chart::Kind),
    /// Show or hide the chart.
    ToggleChart,
    /// Show or hide the evidence.
    ToggleEvidence,
    /// Switch one correction of tone on or off.
    ToggleCorrection(Correction),
    /// Switch every correction of tone off, or the usual ones on.
    ToggleExact,
    /// Score texts in other languages too.
    ToggleAnyLanguage,
    /// Correct what was understood of an article.
    Details(Side),
    /// Show what became of every file.
    ImportReport,
    /// Follow the system's theme.
    ThemeSystem,
    /// Dark text on light.
    ThemeLight,
    /// Light text on dark.
    ThemeDark,
    /// Put every panel back where it was at first.
    ResetLayout,
    /// Show every message so far.
    Messages,
    /// Show how everything is measured.
    Methods,
    /// Show every shortcut.
    Shortcuts,
    /// Show what this program is.
    About,
}

/// The menu a command stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    /// Opening, saving, leaving.
    File,
    /// Undo, selection.
    Edit,
    /// What is shown.
    View,
    /// How tone is scored.
    Tone,
    /// Explanations.
    Help,
}

impl Menu {
    /// Every menu, from left to right.
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::View, Self::Tone, Self::Help];

    /// Its title.
    pub const fn label(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::View => "View",
            Self::Tone => "Tone",
            Self::Help => "Help",
        }
    }
}

impl Command {
    /// Every command in menu order.
    pub fn all() -> Vec<Self> {
        use Side::{A, B};
        let mut all = vec![
            Self::Open(A),
            Self::Open(B),
            Self::Add(A),
            Self::Add(B),
            Self::Paste(A),
            Self::Paste(B),
            Self::OpenSample,
            Self::Details(A),
            Self::Details(B),
            Self::Swap,
            Self::Close(A),
            Self::Close(B),
            Self::SaveChart,
            Self::Quit,
            Self::Undo,
            Self::Redo,
            Self::NextParagraph,
            Self::PreviousParagraph,
            Self::OtherSide,
            Self::ClearSelection,
        ];
        all.extend(chart::Kind::all().iter().map(|kind| Self::ShowChart(*kind)));
        all.extend([
            Self::ToggleChart,
            Self::ToggleEvidence,
            Self::ThemeSystem,
            Self::ThemeLight,
            Self::ThemeDark,
            Self::ResetLayout,
        ]);
        all.extend(Correction::ALL.map(Self::ToggleCorrection));
        all.extend([
            Self::ToggleExact,
            Self::ToggleAnyLanguage,
            Self::ImportReport,
            Self::Messages,
            Self::Methods,
            Self::Shortcuts,
            Self::About,
        ]);
        all
    }

    /// The menu it stands in.
    pub const fn menu(self) -> Menu {
        match self {
            Self::Open(_)
            | Self::Add(_)
            | Self::Paste(_)
            | Self::OpenSample
            | Self::Details(_)
            | Self::Swap
            | Self::Close(_)
            | Self::SaveChart
            | Self::Quit => Menu::File,
            Self::Undo
            | Self::Redo
            | Self::NextParagraph
            | Self::PreviousParagraph
            | Self::OtherSide
            | Self::ClearSelection => Menu::Edit,
            Self::ShowChart(_)
            | Self::ToggleChart
            | Self::ToggleEvidence
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ResetLayout => Menu::View,
            Self::ToggleCorrection(_) | Self::ToggleExact | Self::ToggleAnyLanguage => Menu::Tone,
            Self::ImportReport | Self::Messages | Self::Methods | Self::Shortcuts | Self::About => {
                Menu::Help
            }
        }
    }

    /// Whether a separator stands above it in its menu.
    pub const fn begins_group(self) -> bool {
        matches!(
            self,
            Self::Paste(Side::A)
                | Self::OpenSample
                | Self::Details(Side::A)
                | Self::Swap
                | Self::SaveChart
                | Self::Quit
                | Self::NextParagraph
                | Self::ToggleChart
                | Self::ThemeSystem
                | Self::ResetLayout
                | Self::ToggleExact
                | Self::ToggleAnyLanguage
                | Self::Methods
        )
    }

    /// What it is called. Ends in "…" if it asks for more.
    pub const fn label(self) -> &'static str {
        use Side::{A, B};
        match self {
            Self::Open(A) => "Open A…",
            Self::Open(B) => "Open B…",
            Self::Add(A) => "Add articles to A…",
            Self::Add(B) => "Add articles to B…",
            Self::Paste(A) => "Paste as A…",
            Self::Paste(B) => "Paste as B…",
            Self::OpenSample => "Try the sample story",
            Self::Close(A) => "Close A",
            Self::Close(B) => "Close B",
            Self::Swap => "Swap A and B",
            Self::SaveChart => "Save chart…",
            Self::Quit => "Quit",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::NextParagraph => "Next paragraph",
            Self::PreviousParagraph => "Previous paragraph",
            Self::OtherSide => "Other source",
            Self::ClearSelection => "Select nothing",
            Self::ShowChart(kind) => kind.label(),
            Self::ToggleChart => "Chart",
            Self::ToggleEvidence => "Evidence",
            Self::ToggleCorrection(correction) => correction.label(),
            Self::ToggleExact => "Exact VADER",
            Self::ToggleAnyLanguage => "Score other languages",
            Self::Details(A) => "Details of A…",
            Self::Details(B) => "Details of B…",
            Self::ImportReport => "Import report",
            Self::ThemeSystem => "System theme",
            Self::ThemeLight => "Light theme",
            Self::ThemeDark => "Dark theme",
            Self::ResetLayout => "Reset layout",
            Self::Messages => "Messages",
            Self::Methods => "How it measures",
            Self::Shortcuts => "Keyboard shortcuts",
            Self::About => "About Parallax",
        }
    }

    /// What it does, in one sentence.
    pub const fn help(self) -> &'static str {
        match self {
            Self::Open(_) => "Choose one or more article files for this source.",
            Self::Add(_) => "Choose files to read as further articles of this source.",
            Self::Paste(_) => "Type or paste the text of an article.",
            Self::OpenSample => "Open two invented accounts of one invented council vote.",
            Self::Close(_) => "Close this source. The files stay as they are.",
            Self::Swap => "Show the left source on the right and the right one on the left.",
            Self::SaveChart => "Save the chart as it is shown, as SVG or PNG.",
            Self::Quit => "Close the window.",
            Self::Undo => "Take the last change back.",
            Self::Redo => "Do the last undone change again.",
            Self::NextParagraph => "Select the next scored paragraph and show its evidence.",
            Self::PreviousParagraph => {
                "Select the previous scored paragraph and show its evidence."
            }
            Self::OtherSide => "Move the selection to the other source.",
            Self::ClearSelection => {
                "Select nothing, so that the evidence shows the whole comparison."
            }
            Self::ShowChart(kind) => kind.question(),
            Self::ToggleChart => "Show or hide the chart below the text.",
            Self::ToggleEvidence => "Show or hide the evidence beside the text.",
            Self::ToggleCorrection(correction) => correction.help(),
            Self::ToggleExact => {
                "Score tone exactly as the reference implementation, with no correction."
            }
            Self::ToggleAnyLanguage => {
                "Score texts that do not look English. The scores are not made for them."
            }
            Self::Details(_) => {
                "Correct the headline, the outlet or the date, or give the source another name."
            }
            Self::ImportReport => {
                "Show what became of every file that was opened: read as what, left out or failed, and why."
            }
            Self::ThemeSystem => "Follow the system's light or dark theme.",
            Self::ThemeLight => "Dark text on a light background.",
            Self::ThemeDark => "Light text on a dark background.",
            Self::ResetLayout => "Put panels, zoom and theme back as they were at first.",
            Self::Messages => "Show every message since the start.",
            Self::Methods => "What every measure is, how it is computed and what it cannot do.",
            Self::Shortcuts => "Show every keyboard shortcut.",
            Self::About => "Version, licences, and what Parallax does not claim.",
        }
    }

    /// Its keys. Plain keys work only while no text field has the focus.
    pub const fn shortcut(self) -> Option<KeyboardShortcut> {
        const CTRL: Modifiers = Modifiers::COMMAND;
        const SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
        let (modifiers, key) = match self {
            Self::Open(Side::A) => (CTRL, Key::O),
            Self::Open(Side::B) => (SHIFT, Key::O),
            Self::Paste(Side::A) => (SHIFT, Key::V),
            Self::Paste(Side::B) => (SHIFT, Key::B),
            Self::Swap => (SHIFT, Key::X),
            Self::SaveChart => (CTRL, Key::E),
            Self::Quit => (CTRL, Key::Q),
            Self::Undo => (CTRL, Key::Z),
            Self::Redo => (SHIFT, Key::Z),
            Self::NextParagraph => (Modifiers::NONE, Key::J),
            Self::PreviousParagraph => (Modifiers::NONE, Key::K),
            Self::OtherSide => (Modifiers::NONE, Key::H),
            Self::ClearSelection => (Modifiers::NONE, Key::Escape),
            Self::ToggleChart => (CTRL, Key::G),
            Self::ToggleEvidence => (CTRL, Key::I),
            Self::Shortcuts => (Modifiers::NONE, Key::F1),
            _ => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// Whether it is switched on, for commands that are switches or choices.
    pub(super) fn is_on(self, app: &App) -> Option<bool> {
        use egui::ThemePreference::{Dark, Light, System};
        let preferences = &app.preferences;
        match self {
            Self::ShowChart(kind) => Some(preferences.chart_open && preferences.chart == kind),
            Self::ToggleChart => Some(preferences.chart_open),
            Self::ToggleEvidence => Some(preferences.evidence_open),
            Self::ToggleCorrection(correction) => {
                Some(correction.is_on(app.session().settings.tone))
            }
            Self::ToggleAnyLanguage => Some(app.session().settings.any_language),
            Self::ToggleExact => Some(app.session().settings.tone == ToneOptions::EXACT),
            Self::ThemeSystem => Some(preferences.theme == System),
            Self::ThemeLight => Some(preferences.theme == Light),
            Self::ThemeDark => Some(preferences.theme == Dark),
            _ => None,
        }
    }

    /// Why it is not possible now; `None` if it is.
    pub(super) fn why_not(self, app: &App) -> Option<&'static str> {
        let session = app.session();
        match self {
            Self::Add(side) | Self::Close(side) | Self::Details(side)
                if session.source(side).is_none() =>
            {
                Some("No source is open here.")
            }
            Self::Swap if session.is_empty() => Some("No source is open."),
            Self::SaveChart if session.is_empty() => {
                Some("There is no chart yet: open an article first.")
            }
            Self::NextParagraph | Self::PreviousParagraph | Self::OtherSide
                if session.is_empty() =>
            {
                Some("No article is open.")
            }
            Self::Undo if app.history.undo_label().is_none() => Some("There is nothing to undo."),
            Self::Redo if app.history.redo_label().is_none() => Some("There is nothing to redo."),
            Self::ClearSelection if app.view.selection.is_none() && app.view.word.is_none() => {
                Some("Nothing is selected.")
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Command;

    #[test]
    fn no_two_commands_share_a_shortcut() {
        let all = Command::all();
        for (i, one) in all.iter().enumerate() {
            for other in all.iter().skip(i + 1) {
                let (Some(a), Some(b)) = (one.shortcut(), other.shortcut()) else {
                    continue;
                };
                assert_ne!(a, b, "{one:?} and {other:?}");
            }
        }
    }

    #[test]
    fn every_command_stands_in_the_list_once_and_explains_itself() {
        let all = Command::all();
        for (i, one) in all.iter().enumerate() {
            assert!(!all.iter().skip(i + 1).any(|other| other == one), "{one:?}");
            assert!(one.help().ends_with(['.', '?']), "{one:?}");
        }
    }
}
