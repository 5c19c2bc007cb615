//! Which articles count: conditions that the user chose, all of which an article has to meet. Those left out stay
//! open and can be read; no figure counts them.

use serde::{Deserialize, Serialize};

use crate::article::{Article, Finder, word_count};
use crate::text::{counted, date};

/// The conditions that articles have to meet; all of them, but of several outlets, or values of one field, one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Filter {
    conditions: Vec<Condition>,
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// The outlet, or the name of the source where the article names none.
    Outlet(String),
    /// The date of publication lies between two days, both included, as ISO 8601 has them.
    Dates {
        /// The first day; no bound where there is none.
        from: Option<String>,
        /// The last day.
        to: Option<String>,
    },
    /// A word, a name or a phrase stands in the headline or in the text, as whole words.
    Words(String),
    /// The text has so many words.
    Length {
        /// At least.
        least: Option<usize>,
        /// At most.
        most: Option<usize>,
    },
    /// The author line holds this.
    Author(String),
    /// The address holds this: a section is often part of it.
    Address(String),
    /// A further field of a collection or page holds this value, or has it in its list; whatever the case.
    Field {
        /// The name of the field; "section" stands for every name that sections go by.
        name: String,
        /// The value.
        value: String,
    },
}

/// The field that has a condition of its own, as every paper has sections.
pub const SECTION: &str = "section";

impl Condition {
    /// What it asks for, in a few words: "1 July 2010 to 31 July 2010", "“council” in the text".
    pub fn label(&self) -> String {
        match self {
            Self::Outlet(name) => format!("outlet {name}"),
            Self::Dates { from, to } => match (from, to) {
                (Some(from), Some(to)) if from == to => date(from),
                (Some(from), Some(to)) => format!("{} to {}", date(from), date(to)),
                (Some(from), None) => format!("from {}", date(from)),
                (None, Some(to)) => format!("until {}", date(to)),
                (None, None) => "with a date".to_owned(),
            },
            Self::Words(words) => format!("“{words}” in the text"),
            Self::Length { least, most } => match (least, most) {
                (Some(least), Some(most)) => format!("{least} to {}", counted(*most, "word")),
                (Some(least), None) => format!("at least {}", counted(*least, "word")),
                (None, Some(most)) => format!("at most {}", counted(*most, "word")),
                (None, None) => "of any length".to_owned(),
            },
            Self::Author(name) => format!("by {name}"),
            Self::Address(part) => format!("“{part}” in the address"),
            Self::Field { name, value } => format!("{name} {value}"),
        }
    }

    /// Reads one as the command line has it: `outlet=Star`, `from=2024-01-01`, `to=2024-06-30`, `words=flood gate`,
    /// `least=200`, `most=900`, `author=Abara`, `address=/politics/`, `section=Politics`, `field.desk=Metro`.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub fn read(text: &str) -> Result<Self, String> {
        let (key, value) =
            (text.split_once('=')).ok_or("write it as KEY=VALUE, for example words=council")?;
        let value = value.trim();
        if value.is_empty() {
            return Err(format!("{key} is empty"));
        }
        let day = || match crate::text::day_number(value) {
            Some(_) => Ok(Some(value.to_owned())),
            None => Err(format!("“{value}” is no day: write it as 2024-03-31")),
        };
        let words = || {
            value
                .parse()
                .map(Some)
                .map_err(|_| format!("“{value}” is no number of words"))
        };
        Ok(match key {
            "outlet" => Self::Outlet(value.to_owned()),
            "from" => Self::Dates {
                from: day()?,
                to: None,
            },
            "to" => Self::Dates {
                from: None,
                to: day()?,
            },
            "words" => Self::Words(value.to_owned()),
            "least" => Self::Length {
                least: words()?,
                most: None,
            },
            "most" => Self::Length {
                least: None,
                most: words()?,
            },
            "author" => Self::Author(value.to_owned()),
            "address" => Self::Address(value.to_owned()),
            SECTION => Self::Field {
                name: SECTION.to_owned(),
                value: value.to_owned(),
            },
            other => match other.strip_prefix("field.").map(str::trim) {
                Some(name) if !name.is_empty() => Self::Field {
                    name: name.to_owned(),
                    value: value.to_owned(),
                },
                _ => {
                    return Err(format!(
                        "there is no condition “{other}”: there are outlet, from, to, words, least, most, author, \
                         address, section and, for any field of a collection, field.NAME"
                    ));
                }
            },
        })
    }
}

/// A filter made ready to be held against many articles.
pub struct Sieve<'a> {
    ready: Vec<Ready<'a>>,
}

impl Sieve<'_> {
    /// Whether an article of the source called `source` counts.
    pub fn keeps(&self, source: &str, article: &Article) -> bool {
        let words = || words_of(article);
        self.ready
            .iter()
            .all(|one| one.keeps(source, article, words))
    }

    /// The same of an article that is known to have so many words, see [`words_of`].
    pub fn keeps_counted(&self, source: &str, article: &Article, words: usize) -> bool {
        self.ready
            .iter()
            .all(|one| one.keeps(source, article, || words))
    }

    /// Whether it asks how many words an article has.
    pub fn counts_words(&self) -> bool {
        (self.ready.iter()).any(|one| matches!(one, Ready::Length(..)))
    }
}

/// How many words an article has, of the text that is scored. Counting takes about as long as reading the text.
pub fn words_of(article: &Article) -> usize {
    let blocks = article.scored_blocks();
    blocks.map(|(_, block)| word_count(&block.text)).sum()
}

/// A condition made ready to be held against many articles.
enum Ready<'a> {
    Outlets(Vec<&'a str>),
    Days(Option<&'a str>, Option<&'a str>),
    Words(Finder),
    Length(usize, usize),
    Author(Finder),
    Address(&'a str),
    /// The name of a field, and the values of which it has to hold one.
    Field(&'a str, Vec<&'a str>),
}

impl Filter {
    /// The conditions of a filter.
    pub fn of(conditions: Vec<Condition>) -> Self {
        Self { conditions }
    }

    /// The conditions, in the order they were chosen.
    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// Whether every article counts.
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty()
    }

    /// Adds a condition; one that is there already changes nothing.
    pub fn add(&mut self, condition: Condition) {
        if !self.conditions.contains(&condition) {
            self.conditions.push(condition);
        }
    }

    /// Takes the condition at a position away.
    pub fn remove(&mut self, at: usize) {
        if at < self.conditions.len() {
            self.conditions.remove(at);
        }
    }

    /// All of it in words: "outlet Star; at least 200 words"; empty where every article counts.
    pub fn in_words(&self) -> String {
        let labels: Vec<String> = self.conditions.iter().map(Condition::label).collect();
        labels.join("; ")
    }

    /// Which articles of the source called `source` count.
    pub fn kept<'a>(
        &self,
        source: &str,
        articles: impl IntoIterator<Item = &'a Article>,
    ) -> Vec<bool> {
        let sieve = self.sieve();
        let keeps = |article: &Article| sieve.keeps(source, article);
        articles.into_iter().map(keeps).collect()
    }

    /// The fields it asks for that none of these articles has.
    pub fn unknown_fields<'a>(&self, articles: impl IntoIterator<Item = &'a Article>) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for condition in &self.conditions {
            if let Condition::Field { name, .. } = condition
                && !names.contains(&name.as_str())
            {
                names.push(name);
            }
        }
        for article in articles {
            if names.is_empty() {
                break;
            }
            names.retain(|name| article.fields.get(name).is_none());
        }
        names
    }

    /// The filter made ready to be held against many articles.
    pub fn sieve(&self) -> Sieve<'_> {
        Sieve {
            ready: self.ready(),
        }
    }

    fn ready(&self) -> Vec<Ready<'_>> {
        let mut outlets = Vec::new();
        let mut fields: Vec<(&str, Vec<&str>)> = Vec::new();
        let mut ready = Vec::new();
        for condition in &self.conditions {
            match condition {
                Condition::Outlet(name) => outlets.push(name.as_str()),
                Condition::Dates { from, to } => {
                    ready.push(Ready::Days(from.as_deref(), to.as_deref()));
                }
                Condition::Words(words) => {
                    ready.extend(Finder::new(words, true).map(Ready::Words));
                }
                Condition::Length { least, most } => ready.push(Ready::Length(
                    least.unwrap_or(0),
                    most.unwrap_or(usize::MAX),
                )),
                Condition::Author(name) => {
                    ready.extend(Finder::new(name, false).map(Ready::Author));
                }
                Condition::Address(part) => ready.push(Ready::Address(part)),
                Condition::Field { name, value } => {
                    match fields.iter_mut().find(|(known, _)| known == name) {
                        Some((_, values)) => values.push(value),
                        None => fields.push((name, vec![value])),
                    }
                }
            }
        }
        ready.extend(
            fields
                .into_iter()
                .map(|(name, values)| Ready::Field(name, values)),
        );
        if !outlets.is_empty() {
            ready.push(Ready::Outlets(outlets));
        }
        ready
    }
}

impl Ready<'_> {
    fn keeps(&self, source: &str, article: &Article, words: impl Fn() -> usize) -> bool {
        match self {
            Self::Outlets(names) => names.contains(&article.outlet.as_deref().unwrap_or(source)),
            // Days of ISO 8601 stand in the order of their letters.
            Self::Days(from, to) => article.published.as_deref().is_some_and(|published| {
                let day = published.get(..10).unwrap_or(published);
                from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
            }),
            Self::Words(finder) => {
                let headline = article
                    .headline
                    .as_ref()
                    .map(|headline| headline.text.as_str());
                let blocks = article
                    .scored_blocks()
                    .map(|(_, block)| block.text.as_str());
                let mut texts = headline.into_iter().chain(blocks);
                texts.any(|text| finder.is_in(text))
            }
            Self::Length(least, most) => (*least..=*most).contains(&words()),
            Self::Author(finder) => {
                let byline = article.byline.as_deref();
                byline.is_some_and(|byline| finder.is_in(byline))
            }
            Self::Address(part) => article.url.as_deref().is_some_and(|url| url.contains(part)),
            Self::Field(name, values) => {
                values.iter().any(|value| article.fields.holds(name, value))
            }
        }
    }
}
