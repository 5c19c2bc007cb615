//! The table of charts: what each is called and the question it answers.

use serde::{Deserialize, Serialize};

/// One entry a chart, in the order they are offered: its name in file names and on the command line,
/// the name the user sees, the question it answers. What is not here is no chart; what is here and not
/// built does not compile.
macro_rules! charts {
    ($($(#[$doc:meta])+ $name:ident: $id:literal, $label:literal, $question:literal;)+) => {
        /// Which chart.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum Kind {
            $($(#[$doc])+ $name,)+
        }

        impl Kind {
            /// Every chart, in the order it is offered.
            pub const fn all() -> &'static [Self] {
                &[$(Self::$name),+]
            }

            const fn entry(self) -> [&'static str; 3] {
                match self {
                    $(Self::$name => [$id, $label, $question],)+
                }
            }
        }
    };
}

charts! {
    /// The tone of every paragraph, as bars from zero.
    Paragraphs: "paragraphs", "Paragraphs", "How is the tone of each paragraph?";
    /// All paragraphs of each source, their quartiles and mean.
    Spread: "spread", "Spread", "Do the two sources differ in tone overall?";
    /// How each headline's score comes about, cue by cue.
    Headline: "headline", "Headline", "How sensational is each headline, and why?";
    /// The headlines of all articles by their score.
    Ranking: "ranking", "Headline ranking", "Which headlines are the most sensational?";
    /// Which measures differ, with intervals.
    Differences: "differences", "Differences", "Which measures differ, and how sure is that?";
    /// The words behind the difference in tone.
    WordShift: "word-shift", "Word shift", "Why does tone differ?";
    /// What both tell and what only one does.
    Coverage: "coverage", "Coverage", "What is shared, and what is not?";
    /// What each talks about more.
    Terms: "terms", "Terms", "What does each source talk about?";
    /// How each source speaks of the names both mention.
    People: "people", "People", "How does each speak of the names both mention?";
    /// One cell a paragraph, as wide as it has words.
    Strip: "strip", "Tone strip", "Where is the strong wording?";
    /// Tone along the text, with a local mean.
    Arc: "arc", "Arc", "How does tone run through the piece?";
    /// A measure by day, week or month.
    OverTime: "over-time", "Over time", "How does a measure run over days, weeks or months?";
    /// Shares of negative, neutral and positive sentences.
    Shares: "shares", "Shares", "How many sentences are negative, neutral and positive?";
}

impl Kind {
    /// Whether headlines stand in its drawing as they are: what is to hold no text of the articles leaves it out.
    pub const fn shows_headlines(self) -> bool {
        matches!(self, Self::Headline | Self::Ranking)
    }

    /// The name used in file names and on the command line.
    pub const fn id(self) -> &'static str {
        let [id, _, _] = self.entry();
        id
    }

    /// The name the user sees.
    pub const fn label(self) -> &'static str {
        let [_, label, _] = self.entry();
        label
    }

    /// The question it answers.
    pub const fn question(self) -> &'static str {
        let [_, _, question] = self.entry();
        question
    }

    /// The chart of this name, as used in file names and on the command line.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().iter().copied().find(|kind| kind.id() == id)
    }
}
