//! Tone towards the people, places and bodies both sources name. Takes plain names and values, so that
//! it does not matter how they were found.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::stats;

/// A name and the tone of the text around each of its mentions, −1 to +1.
#[derive(Debug, Clone, PartialEq)]
pub struct Mentions {
    /// The name as shown; the same name in both sources is the same person.
    pub name: String,
    /// One value a mention, in reading order.
    pub values: Vec<f64>,
}

/// A name both sources mention.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PersonPair {
    /// The name.
    pub name: String,
    /// Mean tone towards it in A.
    pub a: f64,
    /// Mean tone towards it in B.
    pub b: f64,
    /// A's less B's.
    pub difference: f64,
    /// Mentions in A.
    pub n_a: usize,
    /// Mentions in B.
    pub n_b: usize,
}

/// Pairs the names both sources mention, the most mentioned first.
pub fn people_pairs(a: &[Mentions], b: &[Mentions]) -> Vec<PersonPair> {
    let (a, b) = (by_name(a), by_name(b));
    let mut out: Vec<PersonPair> = a
        .iter()
        .filter_map(|(name, of_a)| {
            let of_b = b.get(name)?;
            let (mean_a, mean_b) = (stats::mean(of_a)?, stats::mean(of_b)?);
            Some(PersonPair {
                name: (*name).to_owned(),
                a: mean_a,
                b: mean_b,
                difference: mean_a - mean_b,
                n_a: of_a.len(),
                n_b: of_b.len(),
            })
        })
        .collect();
    out.sort_by(|x, y| {
        let mentions = |pair: &PersonPair| pair.n_a + pair.n_b;
        mentions(y)
            .cmp(&mentions(x))
            .then_with(|| x.name.cmp(&y.name))
    });
    out
}

fn by_name(people: &[Mentions]) -> BTreeMap<&str, Vec<f64>> {
    let mut out: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for person in people {
        out.entry(&person.name).or_default().extend(&person.values);
    }
    out
}

#[cfg(test)]
#[expect(clippy::float_cmp, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::{Mentions, people_pairs};

    fn mentions(name: &str, values: &[f64]) -> Mentions {
        Mentions {
            name: name.to_owned(),
            values: values.to_vec(),
        }
    }

    #[test]
    fn only_names_both_mention_are_paired_with_their_numbers() {
        let a = [mentions("Ada", &[0.5, 0.0]), mentions("Bob", &[1.0])];
        let b = [
            mentions("Cy", &[0.1]),
            mentions("Ada", &[-0.25]),
            mentions("Ada", &[-0.75]),
        ];
        let found = people_pairs(&a, &b);
        assert_eq!(found.len(), 1);
        let pair = &found[0];
        assert_eq!((pair.a, pair.b, pair.difference), (0.25, -0.5, 0.75));
        assert_eq!((pair.n_a, pair.n_b), (2, 2));
        assert_eq!(people_pairs(&b, &a)[0].difference, -0.75);
        assert!(people_pairs(&[mentions("Ada", &[])], &b).is_empty());
    }
}
