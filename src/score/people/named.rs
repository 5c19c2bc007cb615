//! The names of an article: what each is, and where it is mentioned.

use serde::{Deserialize, Serialize};

use crate::article::Span;

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameKind {
    /// A person.
    Person,
    /// A country, state, city or region.
    Place,
    /// A party, office, company, court, outlet.
    Body,
    /// Not known.
    Other,
}

impl NameKind {
    /// The word the user sees.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Body => "organisation",
            Self::Other => "not known",
        }
    }
}

/// Where a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Position of the block in `Article::blocks`.
    pub block: usize,
    /// The name's span in the block's text, titles and possessive left out.
    pub span: Span,
}

/// One person, place or organisation with every mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The fullest form met, as it is written.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// Its mentions in reading order.
    pub mentions: Vec<Mention>,
    /// The words of the fullest form in lower case, for matching.
    pub(super) key: Vec<String>,
}

impl Named {
    /// What names of several articles that are spelt alike have in common: the words of the fullest form in lower case.
    pub fn spelling(&self) -> String {
        self.key.join(" ")
    }

    /// The same name without its mentions.
    #[must_use]
    pub fn alone(&self) -> Self {
        Self {
            name: self.name.clone(),
            kind: self.kind,
            mentions: Vec::new(),
            key: self.key.clone(),
        }
    }
}

/// The names of an article, the most mentioned first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People {
    /// One entry a person, place or body.
    pub names: Vec<Named>,
    /// Every mention by block, with the position of its name.
    places: Vec<(usize, Span, usize)>,
}

impl People {
    /// The mentions in one block of the article, in reading order, each with the name it is one of.
    pub fn mentions_in(&self, block: usize) -> impl Iterator<Item = (&Named, Span)> {
        let first = self.places.partition_point(|place| place.0 < block);
        let places = self.places.iter().skip(first);
        places
            .take_while(move |place| place.0 == block)
            .filter_map(|(_, span, name)| Some((self.names.get(*name)?, *span)))
    }
}

impl From<Vec<Named>> for People {
    fn from(names: Vec<Named>) -> Self {
        let mut places: Vec<(usize, Span, usize)> = Vec::new();
        for (at, named) in names.iter().enumerate() {
            let mentions = named.mentions.iter();
            places.extend(mentions.map(|mention| (mention.block, mention.span, at)));
        }
        places.sort_by_key(|(block, span, _)| (*block, span.start));
        Self { names, places }
    }
}
