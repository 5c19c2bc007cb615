//! The names of many articles as those of one source.

use std::collections::BTreeMap;

use super::{Named, People};

/// The names of several articles, the same name once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Union {
    /// The names, the most mentioned first. Their mentions tell how many there are; which article
    /// each stands in is in `origins`.
    pub people: People,
    /// For every name: the positions of an article and of the name in that article, in order.
    pub origins: Vec<Vec<(usize, usize)>>,
}

/// Puts together the names of `articles` whose fullest forms are spelt alike.
pub fn union<'a>(articles: impl IntoIterator<Item = &'a People>) -> Union {
    let mut all: BTreeMap<String, (Named, Vec<(usize, usize)>)> = BTreeMap::new();
    for (article, people) in articles.into_iter().enumerate() {
        for (at, named) in people.names.iter().enumerate() {
            let (merged, origins) = all
                .entry(named.spelling())
                .or_insert_with(|| (named.alone(), Vec::new()));
            merged.mentions.extend_from_slice(&named.mentions);
            origins.push((article, at));
        }
    }
    let mut all: Vec<(Named, Vec<(usize, usize)>)> = all.into_values().collect();
    all.sort_by_key(|(named, origins)| {
        (
            std::cmp::Reverse(named.mentions.len()),
            origins.first().copied(),
        )
    });
    let (names, origins): (Vec<Named>, _) = all.into_iter().unzip();
    Union {
        people: People::from(names),
        origins,
    }
}
