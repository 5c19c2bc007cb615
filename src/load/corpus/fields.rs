//! What the fields of a corpus are called.

use std::collections::BTreeMap;

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The headline.
    Title,
    /// The text of the article.
    Text,
    /// The outlet.
    Source,
    /// The date of publication.
    Date,
    /// The address of the page.
    Url,
    /// The authors.
    Author,
    /// A summary, used where there is no text.
    Summary,
    /// The language.
    Language,
}

/// Which field holds what.
pub type Mapping = BTreeMap<Role, String>;
