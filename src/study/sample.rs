//! Which units are coded: drawn by chance, without replacement, by stratum where that is wanted; and how many are
//! needed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::unit::{Unit, UnitKind, UnitPlace};
use crate::stats::{Rng, quantile};
use crate::text::{counted, list, number};

/// The 97.5 % and the 95 % point of the normal distribution.
const Z_TWO_SIDED: f64 = 1.959_964;
const Z_ONE_SIDED: f64 = 1.644_854;
/// Agreement that is assumed of all units, and the one that is to be told from it (Lacy & Riffe 1996).
const ASSUMED: f64 = 0.85;
const WANTED: f64 = 0.80;

/// The stratum of articles whose story nobody else tells.
const ALONE: &str = "told by one article alone";
/// The most strata that a sentence names one by one.
const NAMED: usize = 6;

/// What the units are drawn by.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strata {
    /// Nothing: each unit is as likely as any other.
    #[default]
    None,
    /// Their source: each source has its share.
    Source,
    /// The event that their article tells: each story has its share.
    Story,
    /// For a class: the headline of each article and as many paragraphs of one as of the other.
    Class,
    /// Thirds of a measure, given by its identifier: low, middle and high have their share.
    Score(String),
}

/// By source and article: the position and the name of the story it tells.
pub type StoriesByArticle = BTreeMap<(usize, usize), (usize, String)>;

/// What is known of units that strata go by.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    /// The measure that strata are thirds of, by unit.
    pub scores: BTreeMap<UnitPlace, f64>,
    /// The story each article tells. What is not here tells one that no other article tells.
    pub stories: StoriesByArticle,
}

/// How a sample was drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// What a unit is.
    pub unit: UnitKind,
    /// How many were wanted.
    pub wanted: usize,
    /// The seed.
    pub seed: u64,
    /// What they were drawn by.
    pub strata: Strata,
    /// How many units there were.
    pub population: usize,
    /// By stratum: how many there were and how many were drawn; one where there are none.
    pub by_stratum: Vec<(String, usize, usize)>,
}

/// Draws `wanted` of `units` without replacement, in random order, by what is `known` of them where there are strata.
/// The same seed and units give the same sample.
pub fn draw(
    units: Vec<(UnitPlace, Unit)>,
    unit: UnitKind,
    wanted: usize,
    seed: u64,
    strata: Strata,
    known: &Known,
) -> (Drawn, Vec<(UnitPlace, Unit)>) {
    let population = units.len();
    let mut rng = Rng::new(seed);
    let mut groups: BTreeMap<(usize, String), Vec<(UnitPlace, Unit)>> = BTreeMap::new();
    let (low, high) = thirds(known.scores.values().copied());
    for (place, unit) in units {
        let group = match &strata {
            Strata::None => (0, "all".to_owned()),
            Strata::Source => (place.source, unit.source.clone()),
            Strata::Story => (known.stories.get(&(place.source, place.article)))
                .map_or_else(|| (usize::MAX, ALONE.to_owned()), Clone::clone),
            Strata::Class => (
                2 * place.source + usize::from(place.block.is_some()),
                format!("{} of {}", unit.kind.label(), unit.source),
            ),
            Strata::Score(_) => match known.scores.get(&place) {
                None => (3, "not scored".to_owned()),
                Some(score) if *score <= low => (0, "low".to_owned()),
                Some(score) if *score <= high => (1, "middle".to_owned()),
                Some(_) => (2, "high".to_owned()),
            },
        };
        groups.entry(group).or_default().push((place, unit));
    }
    let sizes: Vec<usize> = groups.values().map(Vec::len).collect();
    let shares = match strata {
        // Of each article as many, however long it is; it has one headline.
        Strata::Class => sizes.iter().map(|size| *size.min(&wanted)).collect(),
        _ => allotted(&sizes, wanted),
    };
    let mut drawn = Vec::new();
    let mut by_stratum = Vec::new();
    for (((_, name), mut group), share) in groups.into_iter().zip(shares) {
        by_stratum.push((name, group.len(), share));
        rng.choose(&mut group, share);
        group.truncate(share);
        drawn.append(&mut group);
    }
    let count = drawn.len();
    rng.choose(&mut drawn, count);
    let how = Drawn {
        unit,
        wanted,
        seed,
        strata,
        population,
        by_stratum,
    };
    (how, drawn)
}

/// Where the lower and the middle third end.
fn thirds(scores: impl Iterator<Item = f64>) -> (f64, f64) {
    let mut sorted: Vec<f64> = scores.collect();
    sorted.sort_by(f64::total_cmp);
    let end = |share| quantile(&sorted, share).unwrap_or_default();
    (end(1.0 / 3.0), end(2.0 / 3.0))
}

/// How many each group has of `wanted`: in proportion to its size, by largest remainder.
fn allotted(sizes: &[usize], wanted: usize) -> Vec<usize> {
    let all: usize = sizes.iter().sum();
    let wanted = wanted.min(all);
    if all == 0 {
        return vec![0; sizes.len()];
    }
    let mut shares: Vec<usize> = sizes.iter().map(|size| size * wanted / all).collect();
    let mut by_remainder: Vec<usize> = (0..sizes.len()).collect();
    by_remainder.sort_by_key(|at| {
        let remainder = sizes.get(*at).map_or(0, |size| size * wanted % all);
        (std::cmp::Reverse(remainder), *at)
    });
    let left = wanted - shares.iter().sum::<usize>();
    for at in by_remainder.into_iter().take(left) {
        if let Some(share) = shares.get_mut(at) {
            *share += 1;
        }
    }
    shares
}

/// How many of `population` units are to be coded so that a share is known within ± `half`, whatever it is.
pub fn needed_for_share(population: usize, half: f64) -> usize {
    let all = population as f64;
    let endless = Z_TWO_SIDED * Z_TWO_SIDED * 0.25 / (half * half);
    whole(endless / (1.0 + (endless - 1.0) / all.max(1.0))).min(population)
}

/// How many of `population` units two coders are to share so that agreement of `assumed` is told from `wanted`, both
/// shares, with 95 % confidence (Lacy & Riffe 1996).
pub fn needed_for_agreement(population: usize, assumed: f64, wanted: f64) -> usize {
    let all = population as f64;
    let error = (assumed - wanted) / Z_ONE_SIDED;
    let spread = assumed * (1.0 - assumed);
    let squared = (all - 1.0).max(0.0) * error * error;
    whole((squared + spread * all) / (squared + spread)).min(population)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count of units, not negative"
)]
fn whole(count: f64) -> usize {
    count.ceil().max(0.0) as usize
}

/// How closely a share is known from `n` of `population` units, at worst: ± as a share.
pub fn closeness(population: usize, n: usize) -> f64 {
    if n == 0 || population < 2 {
        return 1.0;
    }
    let (all, n) = (population as f64, n as f64);
    Z_TWO_SIDED * (0.25 / n * ((all - n) / (all - 1.0)).max(0.0)).sqrt()
}

/// What so many units can tell, and how many more would.
pub fn what_it_tells(unit: UnitKind, population: usize, n: usize) -> String {
    let n = n.min(population);
    let noun = unit.label();
    if n == population {
        return format!(
            "All {}: what is found holds for these texts and no others.",
            counted(population, noun)
        );
    }
    let half = number(closeness(population, n) * 100.0, 1);
    format!(
        "{} of {}: a share will be known within ±{half} points, at worst. For ±5 points it takes {}. To tell {} % agreement \
         from {} %, two coders should share {} (Lacy and Riffe 1996).",
        n,
        counted(population, noun),
        needed_for_share(population, 0.05),
        number(ASSUMED * 100.0, 0),
        number(WANTED * 100.0, 0),
        needed_for_agreement(population, ASSUMED, WANTED),
    )
}

impl Drawn {
    /// How many were drawn.
    pub fn n(&self) -> usize {
        self.by_stratum.iter().map(|(_, _, drawn)| drawn).sum()
    }

    /// How it was drawn, as a sentence of a methods section.
    pub fn sentence(&self) -> String {
        let noun = self.unit.label();
        let by = match &self.strata {
            Strata::None | Strata::Class => String::new(),
            Strata::Source => self.in_proportion("source"),
            Strata::Story => self.in_proportion("story"),
            Strata::Score(measure) => self.in_proportion(&format!("thirds of {measure}")),
        };
        if self.strata == Strata::Class {
            let parts: Vec<String> = (self.by_stratum.iter())
                .map(|(name, of, drawn)| match of {
                    1 => format!("the {name}"),
                    of if of == drawn => format!("all {of} {}", name.replacen(' ', "s ", 1)),
                    of => format!("{drawn} of {of} {}", name.replacen(' ', "s ", 1)),
                })
                .collect();
            return format!(
                "For a class: {}; paragraphs drawn at random without replacement (seed {}).",
                list(&parts),
                self.seed
            );
        }
        if self.n() == self.population {
            return format!("All {} were taken.", counted(self.population, noun));
        }
        format!(
            "{} of {} were drawn at random without replacement{by} (seed {}).",
            self.n(),
            counted(self.population, noun),
            self.seed
        )
    }

    /// “, in proportion by source (Ledger: 15 of 60 and Star: 15 of 60)”.
    fn in_proportion(&self, what: &str) -> String {
        let told = if self.by_stratum.len() <= NAMED {
            let parts: Vec<String> = (self.by_stratum.iter())
                .map(|(name, of, drawn)| format!("{name}: {drawn} of {of}"))
                .collect();
            list(&parts)
        } else {
            let shares = self.by_stratum.iter().map(|(_, _, drawn)| *drawn);
            let least = shares.clone().min().unwrap_or_default();
            let most = shares.max().unwrap_or_default();
            format!(
                "{} strata, {least} to {most} of each",
                self.by_stratum.len()
            )
        };
        format!(", in proportion by {what} ({told})")
    }
}
