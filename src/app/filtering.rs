//! A condition of the filter while it is written: what kind it is, and what stands in its fields.

use crate::session::{Condition, SECTION};
use crate::text::{day_number, tr};

/// What a condition asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Asks {
    /// A word, name or phrase in headline or text.
    #[default]
    Words,
    /// The outlet.
    Outlet,
    /// From one day to another.
    Dates,
    /// So many words.
    Length,
    /// The author line.
    Author,
    /// The address, of which a section is often part.
    Address,
    /// The section of the paper.
    Section,
    /// Any other field of a collection.
    Field,
}

impl Asks {
    /// Every kind, in the order it is offered.
    pub(super) const ALL: [Self; 8] = [
        Self::Words,
        Self::Outlet,
        Self::Dates,
        Self::Section,
        Self::Field,
        Self::Length,
        Self::Author,
        Self::Address,
    ];

    /// What it is called.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Words => tr!("Word or name"),
            Self::Outlet => tr!("Outlet"),
            Self::Dates => tr!("Date"),
            Self::Length => tr!("Length in words"),
            Self::Author => tr!("Author"),
            Self::Address => tr!("Address"),
            Self::Section => tr!("Section"),
            Self::Field => tr!("Any field"),
        }
    }

    /// Whether it has two ends.
    pub(super) const fn is_range(self) -> bool {
        matches!(self, Self::Dates | Self::Length)
    }

    /// Whether it asks what a field of a collection holds.
    pub(super) const fn is_field(self) -> bool {
        matches!(self, Self::Section | Self::Field)
    }

    /// What its fields are like.
    pub(super) fn hint(self) -> &'static str {
        match self {
            Self::Words => tr!("council"),
            Self::Outlet => tr!("name of the outlet"),
            Self::Dates => "2024-03-31",
            Self::Length => "200",
            Self::Author => tr!("part of the author line"),
            Self::Address => "/politics/",
            Self::Section => tr!("Politics"),
            Self::Field => tr!("value"),
        }
    }
}

/// A condition being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NewCondition {
    /// What it asks for.
    pub(super) asks: Asks,
    /// The words, or the lower end.
    pub(super) text: String,
    /// The upper end; of any field, its name.
    pub(super) to: String,
    /// Whether its first field takes the keyboard with the next frame.
    pub(super) take_keyboard: bool,
}

impl Default for NewCondition {
    fn default() -> Self {
        Self {
            asks: Asks::default(),
            text: String::new(),
            to: String::new(),
            take_keyboard: true,
        }
    }
}

impl NewCondition {
    /// The condition that is written.
    ///
    /// # Errors
    /// What is missing or wrong, in words.
    pub(super) fn read(&self) -> Result<Condition, String> {
        let (text, to) = (self.text.trim(), self.to.trim());
        if text.is_empty() && (to.is_empty() || !self.asks.is_range()) {
            return Err(tr!("Nothing is written yet.").to_owned());
        }
        let day = |text: &str| match (text.is_empty(), day_number(text)) {
            (true, _) => Ok(None),
            (false, Some(_)) => Ok(Some(text.to_owned())),
            (false, None) => Err(tr!("“{text}” is no day: write it as 2024-03-31."; text)),
        };
        let words = |text: &str| match (text.is_empty(), text.parse::<usize>()) {
            (true, _) => Ok(None),
            (false, Ok(words)) => Ok(Some(words)),
            (false, Err(_)) => Err(tr!("“{text}” is no number of words."; text)),
        };
        let text = text.to_owned();
        let field = |name: &str, value: String| Condition::Field {
            name: name.to_owned(),
            value,
        };
        if self.asks == Asks::Field && (to.is_empty() || text.is_empty()) {
            return Err(tr!("Choose a field and write a value it holds.").to_owned());
        }
        Ok(match self.asks {
            Asks::Words => Condition::Words(text),
            Asks::Outlet => Condition::Outlet(text),
            Asks::Dates => Condition::Dates {
                from: day(&text)?,
                to: day(to)?,
            },
            Asks::Length => Condition::Length {
                least: words(&text)?,
                most: words(to)?,
            },
            Asks::Author => Condition::Author(text),
            Asks::Address => Condition::Address(text),
            Asks::Section => field(SECTION, text),
            Asks::Field => field(to, text),
        })
    }
}
