//! Which further fields the open articles have and what they hold most: what a condition of the filter can ask for.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::Source;

/// How many fields and how many values of one are offered.
const MOST_OFFERED: usize = 60;

/// The further fields of the open articles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldsThere {
    fields: Vec<FieldThere>,
}

/// A field and what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldThere {
    /// Its name.
    pub name: String,
    /// The most frequent values, each with how many articles hold it, the most frequent first.
    pub values: Vec<(String, usize)>,
}

impl FieldsThere {
    /// The fields of all articles of these sources, those that choose best first: few values in many articles.
    pub fn of(sources: &[Source]) -> Self {
        let mut counts: HashMap<(&str, &str), usize> = HashMap::new();
        let articles = sources.iter().flat_map(|source| source.articles.iter());
        for field in articles.flat_map(|article| article.fields.iter()) {
            *counts.entry(field).or_default() += 1;
        }
        let mut counts: Vec<((&str, &str), usize)> = counts.into_iter().collect();
        counts.sort_unstable_by_key(|((name, value), count)| (*name, Reverse(*count), *value));
        let mut fields: Vec<(usize, FieldThere)> = Vec::new();
        for values in counts.chunk_by(|((one, _), _), ((other, _), _)| one == other) {
            let articles: usize = values.iter().map(|(_, count)| count).sum();
            let shown = values.iter().take(MOST_OFFERED);
            let shown = shown.map(|((_, value), count)| ((*value).to_owned(), *count));
            let name = values.first().map_or("", |((name, _), _)| name);
            let field = FieldThere {
                name: name.to_owned(),
                values: shown.collect(),
            };
            fields.push((articles / values.len().max(1), field));
        }
        fields.sort_by_key(|(articles, _)| Reverse(*articles));
        let fields = fields.into_iter().map(|(_, field)| field);
        Self {
            fields: fields.take(MOST_OFFERED).collect(),
        }
    }

    /// The fields, those that choose best first.
    pub fn fields(&self) -> &[FieldThere] {
        &self.fields
    }
}
