//! The parts a report can have: one entry each, from which the dialog, the command line, the help and the
//! report itself follow.

use std::fmt;
use std::str::FromStr;

use crate::chart::Kind;

/// What the name of a chart begins with among the parts: `chart:headline`.
const CHART: &str = "chart:";

/// The parts but the charts, in the order they are offered and stand in a report unless another is asked
/// for: name, title, what it holds.
macro_rules! parts {
    ($($(#[$doc:meta])+ $name:ident: $id:literal, $title:literal, $help:literal;)+) => {
        /// A part of a report.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Part {
            $($(#[$doc])+ $name,)+
            /// One chart.
            Chart(Kind),
        }

        impl Part {
            /// Every part that is no chart, in the order they are offered.
            pub const PLAIN: &[Self] = &[$(Self::$name),+];

            const fn entry(self) -> [&'static str; 3] {
                match self {
                    $(Self::$name => [$id, $title, $help],)+
                    Self::Chart(kind) => [kind.id(), kind.label(), kind.question()],
                }
            }
        }
    };
}

parts! {
    /// What was found, in sentences.
    Findings: "findings", "Findings",
        "What differs and what does not, in at most seven sentences, each with its figure and how sure it is.";
    /// Why the headlines score as they do.
    Headlines: "headlines", "Headlines and their reasons",
        "Every headline with its score and the points of each reason.";
    /// Every measure in figures.
    Table: "table", "Table of differences",
        "Every measure of both sources, with intervals, p-values and effect sizes.";
    /// The differences on the stories both tell.
    SameStories: "same-stories", "On the same stories",
        "What is worded differently on the stories both tell, apart from which stories each chooses; for collections.";
    /// Words behind the difference in tone, and terms.
    Words: "words", "Words and terms",
        "The words behind the difference in tone, and the terms each source uses more.";
    /// Whom they name.
    People: "people", "People, places and organisations",
        "How each source speaks of the names both mention, and whom only one names.";
    /// Whom each source quotes.
    Quoted: "quoted", "Who is quoted",
        "Whom each source quotes, how often, how many words and in how many articles, with your columns.";
    /// What is shared, and what is not.
    Passages: "passages", "Coverage and matched passages",
        "How much of each the other tells too, and the pairs of passages that belong together.";
    /// The same on matched passages and under other settings.
    Checks: "checks", "Does it hold?",
        "The same comparison on matched passages alone, and under every other setting of tone.";
    /// The texts, marked.
    Texts: "texts", "The texts, marked",
        "Both texts side by side, with the tone of every paragraph and the words that count.";
    /// What was added while reading.
    Pinned: "pinned", "Evidence you added",
        "What you added with “Add to report” while reading.";
    /// The user's own notes.
    Notes: "notes", "Your notes",
        "Your own words, as you wrote them in the report dialog or named them with --notes.";
    /// How it was computed, in short.
    Methods: "methods", "Methods in short",
        "A sentence for each measure: what a higher value means.";
    /// How it was computed, in full.
    FullMethods: "methods-full", "Methods in full",
        "Formula, range, limits and reference of every measure.";
}

impl Part {
    /// Every part, charts included, in the order they are offered.
    pub fn all() -> Vec<Self> {
        let plain = Self::PLAIN.iter().copied();
        let (first, rest): (Vec<_>, Vec<_>) = plain.partition(|part| *part == Self::Findings);
        let charts = Kind::all().iter().copied().map(Self::Chart);
        first.into_iter().chain(charts).chain(rest).collect()
    }

    /// What it is called, as a heading.
    pub const fn title(self) -> &'static str {
        let [_, title, _] = self.entry();
        title
    }

    /// What it holds, in one sentence.
    pub const fn help(self) -> &'static str {
        let [_, _, help] = self.entry();
        help
    }

    /// The parts named in a list, parted by commas, in its order; a part named twice stands once.
    ///
    /// # Errors
    /// The first name that is none.
    pub fn list(names: &str) -> Result<Vec<Self>, UnknownPart> {
        let mut out = Vec::new();
        for name in names
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty())
        {
            let part = name.parse()?;
            if !out.contains(&part) {
                out.push(part);
            }
        }
        Ok(out)
    }

    /// The names of all parts: "findings, chart:paragraphs, …".
    pub fn names() -> String {
        let names: Vec<String> = Self::all().iter().map(Self::to_string).collect();
        names.join(", ")
    }
}

impl fmt::Display for Part {
    /// Its name on the command line and in what is remembered.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [id, _, _] = self.entry();
        match self {
            Self::Chart(_) => write!(f, "{CHART}{id}"),
            _ => f.write_str(id),
        }
    }
}

impl FromStr for Part {
    type Err = UnknownPart;

    fn from_str(name: &str) -> Result<Self, UnknownPart> {
        let chart = name.strip_prefix(CHART).and_then(Kind::from_id);
        let plain = || {
            let mut parts = Self::PLAIN.iter().copied();
            parts.find(|part| part.entry().first() == Some(&name))
        };
        chart
            .map(Self::Chart)
            .or_else(plain)
            .ok_or_else(|| UnknownPart {
                name: name.to_owned(),
            })
    }
}

/// No part has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a report has no part “{name}”; its parts are {}", Part::names())]
pub struct UnknownPart {
    /// The name.
    pub name: String,
}

#[cfg(test)]
mod tests {
    use super::Part;
    use crate::chart::Kind;

    #[test]
    fn every_part_is_found_by_its_name_and_once_only() {
        let all = Part::all();
        assert_eq!(all.len(), Part::PLAIN.len() + Kind::all().len());
        for part in &all {
            assert_eq!(part.to_string().parse(), Ok(*part));
            assert!(!part.title().is_empty() && part.help().ends_with(['.', '?']));
        }
        assert_eq!(Part::list(&Part::names()), Ok(all));
    }

    #[test]
    fn a_list_keeps_its_order_and_names_what_is_unknown() {
        let parts = [Part::Table, Part::Chart(Kind::Headline)];
        assert_eq!(
            Part::list(" table, chart:headline,table,"),
            Ok(parts.to_vec())
        );
        let why = Part::list("findings,chart:pie")
            .err()
            .map(|why| why.to_string());
        let why = why.unwrap_or_default();
        assert!(why.starts_with("a report has no part “chart:pie”"), "{why}");
        assert!(why.contains("chart:word-shift") && why.ends_with("methods-full"));
    }
}
