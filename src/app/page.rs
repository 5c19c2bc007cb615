//! The pages of the window by name, and what they remember.

use egui::Key;
use serde::{Deserialize, Serialize};

use crate::article::Side;
use crate::chart::Kind;
use crate::text::tr;

use super::draft::typed::Writing;
use super::in_order::InOrder;
use super::lists::typed::ListDraft;
use super::manual::place::Reading;
use super::sources::columns::Beside;
use super::sources::course::Course;
use super::stories::told::StoriesShown;
use super::study::studied::Studying;
use super::widgets::table::Sort;

/// A page.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Page {
    /// What was found, in a few sentences.
    #[default]
    Findings,
    /// The two texts side by side.
    Read,
    /// Which measures differ and how sure that is.
    Compare,
    /// The words behind the difference in tone, and what each source talks about.
    Words,
    /// Whom each source names, and how.
    People,
    /// Every headline with its score.
    Headlines,
    /// Every source and article.
    Articles,
    /// Every measure of every open source.
    Matrix,
    /// Which articles tell the same event.
    Stories,
    /// A measure by day, week or month.
    OverTime,
    /// A draft, its marks and scores.
    Write,
    /// A content analysis by people.
    Study,
    /// The manual, with how everything is measured.
    #[serde(alias = "methods")]
    Manual,
    /// Everything that can be set.
    Settings,
}

impl Page {
    /// Every page, in the order of the tabs.
    pub(super) const ALL: [Self; 14] = [
        Self::Findings,
        Self::Read,
        Self::Compare,
        Self::Words,
        Self::People,
        Self::Headlines,
        Self::Articles,
        Self::Stories,
        Self::Matrix,
        Self::OverTime,
        Self::Write,
        Self::Study,
        Self::Manual,
        Self::Settings,
    ];

    /// What its tab says.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Findings => tr!("Findings"),
            Self::Read => tr!("Read"),
            Self::Compare => tr!("Compare"),
            Self::Words => tr!("Words"),
            Self::People => tr!("People"),
            Self::Headlines => tr!("Headlines"),
            Self::Articles => tr!("Articles"),
            Self::Stories => tr!("Stories"),
            Self::Matrix => tr!("Matrix"),
            Self::OverTime => tr!("Over time"),
            Self::Write => tr!("Write"),
            Self::Study => tr!("Study"),
            Self::Manual => tr!("Manual"),
            Self::Settings => tr!("Settings"),
        }
    }

    /// What it shows.
    pub(super) fn help(self) -> &'static str {
        match self {
            Self::Findings => {
                tr!(
                    "What was found, in a few sentences, each with its figure, how sure it is, and its evidence."
                )
            }
            Self::Read => tr!("The two texts side by side, with what is marked in them."),
            Self::Compare => {
                tr!("Which measures differ and how sure that is, and whether it holds.")
            }
            Self::Words => {
                tr!("The words behind the difference in tone, and what each source talks about.")
            }
            Self::People => {
                tr!("The people, places and organisations each source names, and whom it quotes.")
            }
            Self::Headlines => {
                tr!("Every headline with its sensationalism and the cues behind it.")
            }
            Self::Articles => {
                tr!("Every open source and its articles: choose, rename, order, close.")
            }
            Self::Stories => {
                tr!(
                    "Which articles tell the same event, told by whom, and what only one source tells."
                )
            }
            Self::Matrix => {
                tr!(
                    "All open sources beside each other: every measure of each, and which of them differ clearly."
                )
            }
            Self::OverTime => {
                tr!(
                    "How a measure runs over days, weeks or months, for sources whose articles have dates."
                )
            }
            Self::Write => {
                tr!(
                    "A draft of your own: what an editor would query is marked as you type, each mark with its reason."
                )
            }
            Self::Study => {
                tr!(
                    "People code a sample, blind and by keys; how far they agree with each other and with the measures is told."
                )
            }
            Self::Manual => {
                tr!(
                    "First steps, how to read every chart, what every measure can and cannot say, lessons with files to try."
                )
            }
            Self::Settings => tr!("Everything that can be set, what it means and what it does."),
        }
    }

    /// The chart of what it shows; `None` where no chart has anything to do with it.
    pub(super) const fn chart(self) -> Option<Kind> {
        match self {
            Self::Findings | Self::Headlines => Some(Kind::Headline),
            Self::Read => Some(Kind::Paragraphs),
            Self::Compare => Some(Kind::Differences),
            Self::Words => Some(Kind::WordShift),
            Self::People => Some(Kind::People),
            Self::OverTime => Some(Kind::OverTime),
            Self::Articles
            | Self::Stories
            | Self::Matrix
            | Self::Write
            | Self::Study
            | Self::Manual
            | Self::Settings => None,
        }
    }

    /// Whether it shows nothing without an article.
    pub(super) const fn is_of_articles(self) -> bool {
        !matches!(
            self,
            Self::Write | Self::Study | Self::Manual | Self::Settings
        )
    }

    /// Whether anything on it has evidence.
    pub(super) const fn has_evidence(self) -> bool {
        self.chart().is_some()
    }

    /// Whether its chart is open until somebody closes it: the page of the texts belongs to the texts.
    pub(super) const fn begins_with_chart(self) -> bool {
        !matches!(
            self,
            Self::Findings | Self::Read | Self::Write | Self::Study
        )
    }

    /// Whether the evidence is open, where there is room, until somebody closes it.
    pub(super) const fn begins_with_evidence(self) -> bool {
        matches!(self, Self::Findings)
    }

    /// The key that shows it together with Ctrl.
    pub(super) const fn key(self) -> Key {
        match self {
            Self::Findings => Key::Num1,
            Self::Read => Key::Num2,
            Self::Compare => Key::Num3,
            Self::Words => Key::Num4,
            Self::People => Key::Num5,
            Self::Headlines => Key::Num6,
            Self::Articles => Key::Num7,
            Self::Stories => Key::J,
            Self::Matrix => Key::M,
            Self::OverTime => Key::L,
            Self::Write => Key::W,
            Self::Study => Key::U,
            Self::Manual => Key::Num8,
            Self::Settings => Key::Num9,
        }
    }
}

/// What the pages remember while the window is open.
#[derive(Debug, Default)]
pub(super) struct PageState {
    /// The finding whose evidence is shown.
    pub(super) finding: usize,
    /// The word typed on the page of words.
    pub(super) word: String,
    /// The manual as it is read.
    pub(super) manual: Reading,
    /// The draft.
    pub(super) writing: Writing,
    /// The study.
    pub(super) study: Studying,
    /// How the headlines are sorted.
    pub(super) headlines: Sort,
    /// How the articles of each side are sorted.
    pub(super) articles: [Sort; 2],
    /// The articles of each side in that order.
    pub(super) articles_in_order: [InOrder; 2],
    /// The headlines in theirs.
    pub(super) headlines_in_order: InOrder,
    /// The stories on show.
    pub(super) stories: StoriesShown,
    /// How all sources stand beside each other.
    pub(super) beside: Beside,
    /// The course over time on show.
    pub(super) course: Course,
    /// What is typed about those quoted.
    pub(super) audit: AuditDraft,
    /// The word list being written.
    pub(super) list_draft: Option<ListDraft>,
    /// A word about to be excluded.
    pub(super) exclude: String,
}

/// What is typed about a speaker before it is kept.
#[derive(Debug, Default)]
pub(super) struct AuditDraft {
    /// The speaker.
    pub(super) speaker: Option<(Side, String)>,
    /// A text for each column.
    pub(super) texts: Vec<String>,
    /// The name of a new column.
    pub(super) column: String,
}
