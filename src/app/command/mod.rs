//! Everything a person can do, defined once: label, help, shortcut, and when it is possible. Menu,
//! toolbar, palette, shortcut sheet and tests are made from this; one function applies it
//! ([`crate::app::dispatch`]).

mod definition;
mod state;

use crate::article::Side;
use crate::chart;
use crate::score::tone::Correction;

use crate::export::scores::Detail;
use crate::session::document::Articles;

use crate::app::layers::Layer;
use crate::app::output::Output;
use crate::app::page::Page;

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
    /// Correct what was understood of an article.
    Details(Side),
    /// Exchange A and B.
    Swap,
    /// Close a source.
    Close(Side),
    /// Open a document.
    OpenDocument,
    /// Save everything that is open as a document.
    SaveDocument,
    /// Save something under a name.
    Save(Output),
    /// Close the window.
    Quit,
    /// Take the last change back.
    Undo,
    /// Do the last undone change again.
    Redo,
    /// Put the chart on the clipboard as a picture.
    CopyChart,
    /// Put the chart on the clipboard as text to paste into a table.
    CopyTable,
    /// Put the selected passage on the clipboard, with where it comes from.
    CopyCitation,
    /// Say that the selected passage and its counterpart do not belong together.
    RejectMatch,
    /// Forget every match rejected or added.
    ResetMatches,
    /// Select nothing.
    ClearSelection,
    /// Find words in both texts.
    Find,
    /// Go to the next place found.
    FindNext,
    /// Go to the previous place found.
    FindPrevious,
    /// Select the next paragraph.
    NextParagraph,
    /// Select the previous paragraph.
    PreviousParagraph,
    /// Move the selection to the other source.
    OtherSide,
    /// Select the next paragraph that has a counterpart.
    NextMatch,
    /// Select the previous paragraph that has a counterpart.
    PreviousMatch,
    /// Go to the counterpart of what is selected.
    Counterpart,
    /// Select the paragraph whose tone is the next weaker.
    Weaker,
    /// Select the paragraph whose tone is the next stronger.
    Stronger,
    /// Show a page.
    ShowPage(Page),
    /// Switch a highlight layer of the text on or off.
    ToggleLayer(Layer),
    /// Show or hide the chart.
    ToggleChart,
    /// Show the chart as a table, or as a drawing again.
    ToggleChartTable,
    /// Show or hide the evidence.
    ToggleEvidence,
    /// Larger letters.
    ZoomIn,
    /// Smaller letters.
    ZoomOut,
    /// Letters as large as at first.
    ZoomReset,
    /// Follow the system's theme.
    ThemeSystem,
    /// Dark text on light.
    ThemeLight,
    /// Light text on dark.
    ThemeDark,
    /// Move nothing on its own.
    ToggleReducedMotion,
    /// Put every panel back where it was at first.
    ResetLayout,
    /// Show a kind of chart.
    ShowChart(chart::Kind),
    /// Count the arc in per cent of each text instead of words.
    ToggleArcPercent,
    /// Keep letters as text in saved SVG files.
    ToggleEditableText,
    /// Switch one correction of tone on or off.
    ToggleCorrection(Correction),
    /// Switch every correction of tone off, or the usual ones on.
    ToggleExact,
    /// Score texts in other languages too.
    ToggleAnyLanguage,
    /// Put every setting of scoring back as it was at first.
    ResetSettings,
    /// Find a command by its name.
    Palette,
    /// Show what became of every file.
    ImportReport,
    /// Show every message so far.
    Messages,
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
    pub const fn label(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::Go => "Go",
            Self::View => "View",
            Self::Chart => "Chart",
            Self::Tone => "Tone",
            Self::Help => "Help",
        }
    }
}

impl Command {
    /// Every command in menu order, in groups that a line parts.
    fn groups() -> Vec<Vec<Self>> {
        use Side::{A, B};
        vec![
            vec![Self::Open(A), Self::Open(B), Self::Add(A), Self::Add(B)],
            vec![Self::Paste(A), Self::Paste(B), Self::OpenSample],
            vec![Self::Details(A), Self::Details(B)],
            vec![Self::Swap, Self::Close(A), Self::Close(B)],
            vec![
                Self::OpenDocument,
                Self::SaveDocument,
                Self::Save(Output::Document(Articles::Embedded)),
                Self::Save(Output::Document(Articles::Referenced)),
            ],
            vec![
                Self::Save(Output::Report { with_text: true }),
                Self::Save(Output::Report { with_text: false }),
            ],
            vec![
                Self::Save(Output::Scores(Detail::Article)),
                Self::Save(Output::Scores(Detail::Paragraph)),
                Self::Save(Output::Scores(Detail::Sentence)),
            ],
            vec![Self::Save(Output::Chart), Self::Save(Output::AllCharts)],
            vec![Self::Quit],
            vec![Self::Undo, Self::Redo],
            vec![Self::CopyChart, Self::CopyTable, Self::CopyCitation],
            vec![Self::Find, Self::FindNext, Self::FindPrevious],
            vec![Self::RejectMatch, Self::ResetMatches],
            vec![Self::ClearSelection],
            vec![
                Self::NextParagraph,
                Self::PreviousParagraph,
                Self::OtherSide,
            ],
            vec![Self::NextMatch, Self::PreviousMatch, Self::Counterpart],
            vec![Self::Stronger, Self::Weaker],
            Page::ALL.map(Self::ShowPage).to_vec(),
            Layer::ALL.map(Self::ToggleLayer).to_vec(),
            vec![
                Self::ToggleChart,
                Self::ToggleChartTable,
                Self::ToggleEvidence,
            ],
            vec![Self::ZoomIn, Self::ZoomOut, Self::ZoomReset],
            vec![Self::ThemeSystem, Self::ThemeLight, Self::ThemeDark],
            vec![Self::ToggleReducedMotion, Self::ResetLayout],
            (chart::Kind::all().iter())
                .map(|kind| Self::ShowChart(*kind))
                .collect(),
            vec![Self::ToggleArcPercent, Self::ToggleEditableText],
            Correction::ALL.map(Self::ToggleCorrection).to_vec(),
            vec![
                Self::ToggleExact,
                Self::ToggleAnyLanguage,
                Self::ResetSettings,
            ],
            vec![Self::Palette, Self::Shortcuts],
            vec![Self::ImportReport, Self::Messages, Self::About],
        ]
    }

    /// Every command in menu order.
    pub fn all() -> Vec<Self> {
        Self::groups().concat()
    }

    /// The commands of one menu, in groups that a line parts.
    pub(super) fn of_menu(menu: Menu) -> Vec<Vec<Self>> {
        let mut groups = Self::groups();
        groups.retain(|group| group.first().is_some_and(|first| first.menu() == menu));
        groups
    }
}

#[cfg(test)]
mod tests {
    use crate::app::{Command, Menu};

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

    #[test]
    fn every_command_stands_in_a_menu_and_no_group_is_torn() {
        for group in Command::groups() {
            let menus: Vec<Menu> = group.iter().map(|command| command.menu()).collect();
            assert!(menus.windows(2).all(|pair| pair.first() == pair.last()));
        }
        let shown: usize = Menu::ALL
            .iter()
            .map(|menu| Command::of_menu(*menu).concat().len())
            .sum();
        assert_eq!(shown, Command::all().len());
    }
}
