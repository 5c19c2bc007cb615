//! The table of charts: what each is called and the question it answers.

use serde::{Deserialize, Serialize};

/// One entry a chart, in the order they are offered: its name in file names and on the command line,
/// the name the user sees, the question it answers, how it is read and what not to read into it. What is not here is no chart; what is here and not
/// built does not compile. Charts of sources and those of studies, which need people's codes, are offered apart.
macro_rules! charts {
    (
        sources { $($(#[$doc:meta])+ $name:ident: $id:literal, $label:literal, $question:literal, $reading:literal;)+ }
        studies { $($(#[$of_study:meta])+ $study:ident: $study_id:literal, $study_label:literal, $asks:literal, $told:literal;)+ }
    ) => {
        /// Which chart.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum Kind {
            $($(#[$doc])+ $name,)+
            $($(#[$of_study])+ $study,)+
        }

        impl Kind {
            /// Every chart of sources, in the order it is offered.
            pub const fn all() -> &'static [Self] {
                &[$(Self::$name),+]
            }

            /// Every chart of a study, in the order it is offered.
            pub const fn of_studies() -> &'static [Self] {
                &[$(Self::$study),+]
            }

            const fn entry(self) -> [&'static str; 4] {
                match self {
                    $(Self::$name => [$id, $label, $question, $reading],)+
                    $(Self::$study => [$study_id, $study_label, $asks, $told],)+
                }
            }
        }
    };
}

charts! {
    sources {
    /// The tone of every paragraph, as bars from zero.
    Paragraphs: "paragraphs", "Paragraphs", "How is the tone of each paragraph?",
        "Each bar is a paragraph, in the order of the text: up is positive wording, down negative, and a bar on the \
         zero line is neither. A long thin line over a bar shows how far its sentences lie apart. An outlined bar \
         rests on fewer than two sentences with tone words: do not read much into it. The line across is the mean of \
         the source.";
    /// All paragraphs of each source, their quartiles and mean.
    Spread: "spread", "Spread", "Do the two sources differ in tone overall?",
        "Every dot is a paragraph; further right is more positive. The box holds the middle half, the diamond is the \
         mean, and the line through it says where the mean may lie. Look at the dots first: one strong paragraph can \
         move a mean. Where the two lines of the means overlap widely, little can be said.";
    /// How each headline's score comes about, cue by cue.
    Headline: "headline", "Headline", "How sensational is each headline, and why?",
        "Read each column from top to bottom. It begins with the score of a headline without any cue; every row adds \
         points (filled) or takes some away (outlined); the black bar is the score, from 0 plain to 100 all bait and \
         heat. Compare the rows: what does one headline do that the other does not?";
    /// The headlines of all articles by their score.
    Ranking: "ranking", "Headline ranking", "Which headlines are the most sensational?",
        "The headlines of all articles, the most sensational first, each with its source and score. One loud headline \
         says little about a source; see how the two sources mix from top to bottom.";
    /// Which measures differ, with intervals.
    Differences: "differences", "Differences", "Which measures differ, and how sure is that?",
        "Each row is a measure. The point is the difference between the sources, the line the range in which it may \
         lie. A line that crosses zero is grey: the two may not differ at all. Rows without a point are too short, or \
         have one value only. The figures at the right are in the units of the measure.";
    /// The words behind the difference in tone.
    WordShift: "word-shift", "Word shift", "Why does tone differ?",
        "Each bar is a word and the part it has in the difference in tone; all bars together add up to it. Read it as \
         an explanation of this difference, not as a finding about a word: in two articles a word stands there once \
         or twice.";
    /// What both tell and what only one does.
    Coverage: "coverage", "Coverage", "What is shared, and what is not?",
        "The two texts from beginning to end, as long as they have words. Filled passages are told by both, joined by \
         a line; pale ones are related; white ones stand in one source only. That a source leaves something out is a \
         difference in coverage: the chart does not know why.";
    /// What each talks about more.
    Terms: "terms", "Terms", "What does each source talk about?",
        "Words and names that one source uses more than the other, longest bar first; the figures are how often each \
         uses them. In two articles nearly all rest on two or three uses: it is a list of places to look at, not of \
         findings.";
    /// How each source speaks of the names both mention.
    People: "people", "People", "How does each speak of the names both mention?",
        "Each row is a name that both sources mention: where the two points lie apart, the sentences around the name \
         are worded differently. Larger points rest on more mentions. It is wording near a name, not what the writer \
         thinks of a person.";
    /// One cell a paragraph, as wide as it has words.
    Strip: "strip", "Tone strip", "Where is the strong wording?",
        "The text as a band: one cell a paragraph, as wide as it has words. Purple cells with − are worded \
         negatively, green ones with + positively, pale ones hardly either way. It shows where to read first.";
    /// Tone along the text, with a local mean.
    Arc: "arc", "Arc", "How does tone run through the piece?",
        "Each point is a paragraph at its place in the text. A line, drawn for longer texts only, follows the tone \
         around each place. A slope is worth a look only where many paragraphs follow it.";
    /// Which sources tell which stories.
    Stories: "stories", "Coverage by story", "Which sources tell which stories?",
        "Each row is a story, each column a source; a cell stands where the source tells the story, with a number where \
         it has several articles of it. Rows with one gap show what one source leaves out or tells elsewhere: open the \
         story before saying so, for an article may be told under another headline. That a source does not tell a \
         story is a difference in coverage, nothing more.";
    /// A measure in every open source, with its spread.
    Distribution: "distribution", "Distribution", "How is a measure spread, source by source?",
        "Each row is an open source, A and B first. A dot is an article, or a paragraph where a source has fewer than \
         8 articles; the box holds the middle half, the diamond is the value of all together, and the line through it \
         says where that may lie. Compare boxes and lines, not single dots, and see Compare for what is clear: among \
         many sources one is always the highest.";
    /// The tone of every paragraph, a row a source.
    ParagraphsBySource: "paragraphs-by-source", "Paragraphs by source", "How is the tone of each paragraph, source by source?",
        "Each row is an open source, A and B first, each from the beginning of its text to the end: bars above the line \
         of a row are positive wording, bars below it negative, and all rows have one scale; of long texts a bar \
         holds several neighbours. Look along a row for where \
         tone turns, and down the rows for whether others turn there, too; rows of one article rest on little.";
    /// All paragraphs of each source, a row a source.
    SpreadBySource: "spread-by-source", "Spread by source", "How do the paragraphs of each source spread in tone?",
        "Each row is an open source, A and B first, and each dot a paragraph of it; the box holds the middle half, the \
         diamond is the mean, and the line through it says where that may lie. Wide rows mix strong wording of both \
         kinds. Long texts have more dots at the ends without being worded more strongly.";
    /// How the headlines of each source come to their score, a row a source.
    HeadlinesBySource: "headlines-by-source", "Headlines by source", "How sensational are the headlines of each source, and why?",
        "Each row is an open source: it begins with the score of a headline without any cue, filled parts add to it, \
         outlined ones below take away, and the diamond is the mean score. Compare what the rows are made of, not their \
         length alone: with few headlines a single loud one makes a row.";
    /// A measure by day, week or month.
    OverTime: "over-time", "Over time", "How does a measure run over days, weeks or months?",
        "Each dot is an article on its day; the line joins the values of all articles of a day, week or month, and \
         the band says how sure they are. Gaps are times without articles, and the bars below say how many articles a \
         value rests on: jumps over few articles mean little.";
    /// Shares of negative, neutral and positive sentences.
    Shares: "shares", "Shares", "How many sentences are negative, neutral and positive?",
        "Each bar is all sentences of a source, parted into negative, neutral and positive ones. Sentences just \
         beside a border count as much as strong ones: two sources with equal shares may still differ in strength.";
    }
    studies {
    /// Coefficients of agreement with their intervals.
    Agreement: "agreement", "Agreement", "How far do coders agree?",
        "Each row is a way to tell agreement: the point is its value, the line the range in which it may lie. At 1 \
         coders always agree, at 0 as often as chance would have it. Where nearly all codes are the same, α and κ fall \
         at every slip, and AC1 tells more.";
    /// Who said what when, as a table of circles.
    Confusion: "confusion", "Who said what when", "Which values do coders take for each other?",
        "A circle for each pair of values, its area the number of pairs of coders that gave a unit these two. Those on \
         the diagonal are agreement; a large circle beside it says which two values the codebook should \
         tell apart better.";
    /// People against the measure that answers the same question, a point a unit.
    Against: "people-and-measure", "People and measure", "Does the measure say of the same units what people say?",
        "Each point is a unit: the further right, the higher people code it; the further up, the higher the measure. \
         Where both say the same, points rise from left to right. No measure can agree with people more than people \
         agree with each other.";
    }
}

impl Kind {
    /// Whether it shows the stories of all sources.
    pub const fn shows_stories(self) -> bool {
        matches!(self, Self::Stories)
    }

    /// Whether it shows words or names of all articles.
    pub const fn shows_words(self) -> bool {
        matches!(self, Self::WordShift | Self::Terms | Self::People)
    }

    /// Whether a drag across it chooses days.
    pub const fn is_brushed(self) -> bool {
        matches!(self, Self::OverTime)
    }

    /// Whether more than A and B can stand in it.
    pub const fn takes_many(self) -> bool {
        self.shows_all() || self.shows_stories()
    }

    /// Whether it shows every open source that is ticked, not A and B alone.
    pub const fn shows_all(self) -> bool {
        matches!(
            self,
            Self::Distribution
                | Self::OverTime
                | Self::ParagraphsBySource
                | Self::SpreadBySource
                | Self::HeadlinesBySource
        )
    }

    /// Whether headlines stand in its drawing as they are: what is to hold no text of the articles leaves it out.
    pub const fn shows_headlines(self) -> bool {
        matches!(self, Self::Headline | Self::Ranking | Self::Stories)
    }

    /// The name used in file names and on the command line.
    pub const fn id(self) -> &'static str {
        let [id, _, _, _] = self.entry();
        id
    }

    /// The name the user sees.
    pub const fn label(self) -> &'static str {
        let [_, label, _, _] = self.entry();
        label
    }

    /// The question it answers.
    pub const fn question(self) -> &'static str {
        let [_, _, question, _] = self.entry();
        question
    }

    /// How it is read, and what is not to be read into it.
    pub const fn reading(self) -> &'static str {
        let [_, _, _, reading] = self.entry();
        reading
    }

    /// The chart of sources of this name, as used in file names and on the command line.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().iter().copied().find(|kind| kind.id() == id)
    }

    /// The chart of a study of this name.
    pub fn of_study(id: &str) -> Option<Self> {
        let mut all = Self::of_studies().iter().copied();
        all.find(|kind| kind.id() == id)
    }
}
