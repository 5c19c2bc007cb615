//! Where a result comes from: what every saved file carries so that it can be made again.

use serde::Serialize;

use super::lists::OwnLists;
use super::tone::ToneOptions;
use super::{Analysis, Settings};
use crate::article::{Article, Side};

/// What something was made from and how. Holds nothing of the machine; without a date the same input
/// gives the same output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Provenance {
    /// The version of this program.
    pub version: &'static str,
    /// How the articles were scored, in full; `None` where none was.
    pub settings: Option<Settings>,
    /// The second reader, by what it is made of; `None` where it was not asked.
    #[serde(rename = "second_reader", skip_serializing_if = "Option::is_none")]
    pub second: Option<&'static str>,
    /// The seed of everything in it that involves chance; `None` where nothing is compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// When it was made, ISO 8601 in UTC; left out where that is not told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Which articles it was made from, where others of the same sources were left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<String>,
    /// Whether the two were compared on the stories both tell, too.
    #[serde(rename = "on_same_stories", skip_serializing_if = "std::ops::Not::not")]
    pub same_stories: bool,
    /// The user's own word lists that it was made with, in order.
    #[serde(rename = "word_lists", skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<ListUsed>,
    /// The articles it was made from, in order; left out where they are not known beforehand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<Input>,
}

/// One article something was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Input {
    /// The side it stands on, where there are sides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal; empty where it came from no file.
    pub sha256: String,
}

/// A word list of the user's own that something was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListUsed {
    /// Its name.
    pub name: String,
    /// SHA-256 of the bytes it was read from, in hexadecimal; empty where it came from no file.
    pub sha256: String,
    /// Its categories that were switched off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub off: Vec<String>,
}

impl ListUsed {
    /// Every list of `own`.
    pub fn of(own: &OwnLists) -> Vec<Self> {
        let lists = own.lists().iter().enumerate();
        lists
            .map(|(at, list)| Self {
                name: list.name.clone(),
                sha256: list.sha256.clone(),
                off: own.off(at).map(str::to_owned).collect(),
            })
            .collect()
    }

    fn describe(&self) -> String {
        let off = match self.off.as_slice() {
            [] => String::new(),
            off => format!(", without {}", off.join(", ")),
        };
        format!("{}{}{off}", self.name, hash(&self.sha256))
    }
}

/// What is said where the two are compared on the same stories, too.
const SAME_STORIES: &str =
    "compared within the stories both tell, too; what does not say so is over everything";

/// What one line of a provenance is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// The program and its version.
    Software,
    /// How the articles were scored.
    Settings,
    /// The second reader.
    Second,
    /// The seed.
    Seed,
    /// Which articles count.
    Filter,
    /// That the two were compared on the stories both tell, too.
    SameStories,
    /// One of the user's own word lists.
    List,
    /// One of the articles.
    Input,
    /// When it was made.
    Date,
}

impl Fact {
    /// Its keyword in files, as PNG has them.
    pub const fn keyword(self) -> &'static str {
        match self {
            Self::Software => "Software",
            Self::Settings => "Description",
            Self::Second => "Second reader",
            Self::Seed => "Seed",
            Self::Filter => "Filter",
            Self::SameStories => "Same stories",
            Self::List => "Word list",
            Self::Input => "Source",
            Self::Date => "Date",
        }
    }

    /// Its name in texts for people.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Settings => "Settings",
            Self::Input => "Input",
            other => other.keyword(),
        }
    }
}

impl Default for Provenance {
    fn default() -> Self {
        Self {
            version: crate::VERSION,
            settings: None,
            second: None,
            seed: None,
            date: None,
            filter: None,
            same_stories: false,
            lists: Vec::new(),
            inputs: Vec::new(),
        }
    }
}

impl Input {
    /// An article, on a side where there are sides.
    pub fn of(side: Option<Side>, article: &Article) -> Self {
        Self {
            side,
            name: article.origin.name.clone(),
            sha256: article.origin.sha256.clone(),
        }
    }
}

impl Provenance {
    /// What articles were left out by, if any were.
    pub fn filter_of<'a>(analyses: impl IntoIterator<Item = &'a Analysis>) -> Option<String> {
        let mut analyses = analyses.into_iter();
        analyses.find_map(|analysis| analysis.left_out.as_deref().map(str::to_owned))
    }

    /// What it says in words, one line after another.
    pub fn facts(&self) -> Vec<(Fact, String)> {
        let mut facts = vec![(Fact::Software, format!("Parallax {}", self.version))];
        let settings = self.settings.as_ref();
        facts.extend(settings.map(|settings| (Fact::Settings, settings.describe())));
        facts.extend((self.second).map(|hash| (Fact::Second, format!("asked (SHA-256 {hash}…)"))));
        facts.extend(self.seed.map(|seed| (Fact::Seed, seed.to_string())));
        facts.extend(
            self.filter
                .clone()
                .map(|filter| (Fact::Filter, format!("only {filter}"))),
        );
        facts.extend((self.same_stories).then(|| (Fact::SameStories, SAME_STORIES.to_owned())));
        facts.extend((self.lists.iter()).map(|list| (Fact::List, list.describe())));
        facts.extend((self.inputs.iter()).map(|input| (Fact::Input, input.describe())));
        facts.extend(self.date.clone().map(|date| (Fact::Date, date)));
        facts
    }
}

impl Input {
    fn describe(&self) -> String {
        let side = (self.side).map_or_else(String::new, |side| format!("{}: ", side.label()));
        format!("{side}{}{}", self.name, hash(&self.sha256))
    }
}

/// " (SHA-256 …)"; nothing for what came from no file.
fn hash(sha256: &str) -> String {
    match sha256 {
        "" => String::new(),
        hash => format!(" (SHA-256 {hash})"),
    }
}

impl Settings {
    /// All of it in words: "Tone: VADER 3.3.2, names masked". Different settings never read alike.
    pub fn describe(&self) -> String {
        let Self {
            tone,
            any_language,
            excluded,
            tone_values,
        } = self;
        let ToneOptions {
            typographic,
            mask_names,
            news_sense,
            part_joined,
            but_once,
            harm_denied,
        } = *tone;
        let mut parts = vec!["Tone: VADER 3.3.2".to_owned()];
        if *tone == ToneOptions::EXACT {
            parts.push("exactly as published".to_owned());
        } else {
            let said = [
                (mask_names, "names masked"),
                (!mask_names, "names scored"),
                (!typographic, "quotation marks as typed"),
                (!news_sense, "words in their everyday sense"),
                (!part_joined, "joined words left whole"),
                (!but_once, "“but” as published"),
                (!harm_denied, "denied harm counted"),
            ];
            let said = said.into_iter().filter(|(is_so, _)| *is_so);
            parts.extend(said.map(|(_, words)| words.to_owned()));
        }
        if *any_language {
            parts.push("any language scored".to_owned());
        }
        let excluded: Vec<&str> = excluded.words().collect();
        if !excluded.is_empty() {
            parts.push(format!("excluded words: {}", excluded.join(", ")));
        }
        if !tone_values.is_empty() {
            parts.push(format!("tone by your lists: {}", tone_values.describe()));
        }
        parts.join(", ")
    }
}
