//! The cues by name: what the user sees, and which part of the score each belongs to.

use serde::Serialize;

/// The part of the score a cue belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Withholding, teasing and chatting; plain reporting lowers it. Learned from graded headlines.
    Bait,
    /// Heating up: shock, combat, emotion, shouting. Authored weights.
    Heat,
}

/// The cues that can be found in a headline, in the order they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CueKind {
    /// Promises something and holds it back.
    CuriosityGap,
    /// Keeps people and things unnamed.
    VagueReferents,
    /// Addresses the reader.
    TalksToYou,
    /// First person, slang, storytelling.
    ChattyVoice,
    /// Superlatives, absolutes, size words, grand phrases.
    Hype,
    /// Tells the reader to be shocked or alarmed.
    ShockAlarm,
    /// Tells events as combat.
    Conflict,
    /// Tells the reader what to feel.
    Emotional,
    /// Insults.
    NameCalling,
    /// Capitals and exclamation marks.
    Typography,
    /// Presses for attention.
    Urgency,
    /// A number of things to page through.
    Listicle,
    /// Asks instead of telling.
    Question,
    /// Frames people as a spectacle.
    Gossip,
    /// Says who, where, when and how much: lowers the score.
    PlainReporting,
    /// How the headline is phrased overall: small learned weights of word pairs, capped.
    Phrasing,
}

impl CueKind {
    /// Every cue, in the order it is shown.
    pub const ALL: [Self; 16] = [
        Self::CuriosityGap,
        Self::VagueReferents,
        Self::TalksToYou,
        Self::ChattyVoice,
        Self::Hype,
        Self::ShockAlarm,
        Self::Conflict,
        Self::Emotional,
        Self::NameCalling,
        Self::Typography,
        Self::Urgency,
        Self::Listicle,
        Self::Question,
        Self::Gossip,
        Self::PlainReporting,
        Self::Phrasing,
    ];

    /// The part of the score it belongs to.
    pub const fn part(self) -> Part {
        match self {
            Self::CuriosityGap
            | Self::VagueReferents
            | Self::TalksToYou
            | Self::ChattyVoice
            | Self::Hype
            | Self::Listicle
            | Self::Question
            | Self::PlainReporting
            | Self::Phrasing => Part::Bait,
            Self::ShockAlarm
            | Self::Conflict
            | Self::Emotional
            | Self::NameCalling
            | Self::Typography
            | Self::Urgency
            | Self::Gossip => Part::Heat,
        }
    }

    /// The cue's name as the user sees it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::CuriosityGap => "Curiosity gap",
            Self::VagueReferents => "Vague referents",
            Self::TalksToYou => "Talks to you",
            Self::ChattyVoice => "Chatty voice",
            Self::Hype => "Hype",
            Self::ShockAlarm => "Shock and alarm",
            Self::Conflict => "Conflict verbs",
            Self::Emotional => "Emotional wording",
            Self::NameCalling => "Name-calling",
            Self::Typography => "Typography",
            Self::Urgency => "Urgency",
            Self::Listicle => "Listicle",
            Self::Question => "Question",
            Self::Gossip => "Gossip framing",
            Self::PlainReporting => "Plain reporting",
            Self::Phrasing => "Overall phrasing",
        }
    }

    /// Why it counts, in one sentence.
    pub const fn help(self) -> &'static str {
        match self {
            Self::CuriosityGap => {
                "Promises something and holds it back, so that the reader has to open the article."
            }
            Self::VagueReferents => {
                "Keeps people and things unnamed where a report would name them."
            }
            Self::TalksToYou => "Addresses the reader instead of telling what happened.",
            Self::ChattyVoice => "Speaks in the first person or in slang instead of reporting.",
            Self::Hype => {
                "Superlatives, absolutes and grand phrases make the item bigger than its facts."
            }
            Self::ShockAlarm => {
                "Tells the reader to be shocked or alarmed. Words that name a grave fact do not count."
            }
            Self::Conflict => "Tells a disagreement as a fight.",
            Self::Emotional => "Tells the reader what to feel.",
            Self::NameCalling => "Calls names instead of naming.",
            Self::Typography => "Shouts with capitals or exclamation marks.",
            Self::Urgency => "Presses the reader to look at once.",
            Self::Listicle => "Announces a list to page through instead of news.",
            Self::Question => "Asks instead of telling.",
            Self::Gossip => "Frames people as a spectacle, as gossip columns do.",
            Self::PlainReporting => {
                "Says who said or did what, where, when and how much. This lowers the score."
            }
            Self::Phrasing => {
                "How the headline is phrased overall: word pairs that graded headlines share, each too weak to name, together never more than a small amount."
            }
        }
    }

    /// The cue as a sentence names it; `words` are what made it fire.
    pub fn in_words(self, words: &[&str]) -> &'static str {
        match self {
            Self::CuriosityGap => "a promise held back",
            Self::VagueReferents => "somebody or something left unnamed",
            Self::TalksToYou => "talking to the reader",
            Self::ChattyVoice => "a chatty voice",
            Self::Hype => "big words",
            Self::ShockAlarm if words.len() > 1 => "words of shock",
            Self::ShockAlarm => "a word of shock",
            Self::Conflict => "a word of combat",
            Self::Emotional => "a word of feeling",
            Self::NameCalling => "name-calling",
            Self::Typography if words.iter().all(|word| !word.contains(char::is_alphabetic)) => {
                "an exclamation mark"
            }
            Self::Typography => "capitals",
            Self::Urgency => "a word of urgency",
            Self::Listicle => "a list to page through",
            Self::Question => "a question",
            Self::Gossip => "gossip",
            Self::PlainReporting => "plain reporting",
            Self::Phrasing => "overall phrasing",
        }
    }
}
