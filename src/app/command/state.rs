//! Whether a command is switched on now, and why it is not possible.

use egui::ThemePreference;

use crate::chart::Position;
use crate::score::tone::ToneOptions;

use super::Command;
use crate::app::App;
use crate::app::output::Output;

const NO_ARTICLE: &str = "No article is open.";
const NOT_COMPARED: &str = "Nothing is compared yet: open an article on each side.";

impl Command {
    /// Whether it is switched on, for commands that are switches or choices.
    pub(in crate::app) fn is_on(self, app: &App) -> Option<bool> {
        let preferences = &app.preferences;
        let settings = &app.session().settings;
        match self {
            Self::ShowChart(kind) => Some(preferences.chart_open && preferences.chart == kind),
            Self::ShowPage(page) => Some(app.view.page == page),
            Self::ToggleLayer(layer) => Some(preferences.layers.is_on(layer)),
            Self::ToggleChart => Some(preferences.chart_open),
            Self::ToggleChartTable => Some(preferences.chart_as_table),
            Self::ToggleEvidence => Some(preferences.evidence_open),
            Self::ToggleArcPercent => Some(preferences.chart_options.position == Position::Percent),
            Self::ToggleEditableText => Some(preferences.editable_text),
            Self::ToggleReducedMotion => Some(preferences.reduced_motion),
            Self::ToggleCorrection(correction) => Some(correction.is_on(settings.tone)),
            Self::ToggleAnyLanguage => Some(settings.any_language),
            Self::ToggleExact => Some(settings.tone == ToneOptions::EXACT),
            Self::ThemeSystem => Some(preferences.theme == ThemePreference::System),
            Self::ThemeLight => Some(preferences.theme == ThemePreference::Light),
            Self::ThemeDark => Some(preferences.theme == ThemePreference::Dark),
            _ => None,
        }
    }

    /// Whether pressing its keys several times does it several times, even within a frame.
    pub(in crate::app) const fn repeats(self) -> bool {
        matches!(
            self,
            Self::NextParagraph
                | Self::PreviousParagraph
                | Self::NextMatch
                | Self::PreviousMatch
                | Self::Stronger
                | Self::Weaker
                | Self::FindNext
                | Self::FindPrevious
                | Self::Undo
                | Self::Redo
        )
    }

    /// Why it is not possible now; `None` if it is.
    pub(in crate::app) fn why_not(self, app: &App) -> Option<&'static str> {
        let session = app.session();
        let unless = |possible: bool, why: &'static str| (!possible).then_some(why);
        match self {
            Self::Add(side) | Self::Close(side) | Self::Details(side) => {
                unless(session.source(side).is_some(), "No source is open here.")
            }
            Self::Swap => unless(!session.is_empty(), "No source is open."),
            Self::Save(Output::Report { .. }) | Self::NextMatch | Self::PreviousMatch => {
                unless(app.comparing.done().is_some(), NOT_COMPARED)
            }
            Self::Save(_) | Self::SaveDocument | Self::CopyChart | Self::CopyTable => unless(
                !session.is_empty(),
                "There is nothing to save yet: open an article first.",
            ),
            Self::NextParagraph
            | Self::PreviousParagraph
            | Self::OtherSide
            | Self::Stronger
            | Self::Weaker
            | Self::Find => unless(!session.is_empty(), NO_ARTICLE),
            Self::FindNext | Self::FindPrevious => unless(
                app.view.find.is_some_hit(),
                "Nothing was found yet: type what to find first.",
            ),
            Self::Counterpart | Self::RejectMatch => unless(
                app.selected_match().is_some(),
                "No passage with a counterpart is selected.",
            ),
            Self::ResetMatches => unless(
                !session.choices().is_empty(),
                "No match was rejected or added.",
            ),
            Self::CopyCitation => unless(app.view.selection.is_some(), "Nothing is selected."),
            Self::Undo => unless(
                app.history.undo_label().is_some(),
                "There is nothing to undo.",
            ),
            Self::Redo => unless(
                app.history.redo_label().is_some(),
                "There is nothing to redo.",
            ),
            Self::ClearSelection => unless(app.view.has_focus(), "Nothing is selected."),
            _ => None,
        }
    }
}
