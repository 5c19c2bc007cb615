//! The people, places and bodies each source names, and the tone towards those both name.

use serde::Serialize;

use super::source::SourceView;
use crate::article::{Place, Side, Span};
use crate::score::people::{NameKind, Union, shared, tone_towards, union};
use crate::stats::{Interval, Ratio, TestError, ratio_of_sums, test_difference};
use crate::work::{Progress, Stopped};

/// Whom the two sources name.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct NamedBy {
    /// Names both mention, the most mentioned first.
    pub both: Vec<PersonPair>,
    /// Names only A mentions, the most mentioned first.
    pub only_a: Vec<OneSided>,
    /// Names only B mentions.
    pub only_b: Vec<OneSided>,
}

/// A name both sources mention, with the tone of the sentences towards it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PersonPair {
    /// The fullest form met.
    pub name: String,
    /// What it is the name of.
    pub kind: NameKind,
    /// Mean of P(positive) − P(negative) over its mentions in A, −1 to +1.
    pub a: f64,
    /// The same in B.
    pub b: f64,
    /// A's less B's.
    pub difference: f64,
    /// 95 % interval of the difference, clustered by paragraph; `None` where fewer than eight
    /// paragraphs of a side mention it.
    pub interval: Option<Interval>,
    /// Mentions in A.
    pub n_a: usize,
    /// Mentions in B.
    pub n_b: usize,
    /// What may be said of the difference.
    pub sentence: String,
    /// Every mention, A's first, in reading order.
    pub mentions: Vec<Mentioned>,
}

/// One mention of a name.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Mentioned {
    /// The block it stands in.
    #[serde(flatten)]
    pub place: Place,
    /// Where the name stands in the block's text, in bytes.
    #[serde(skip)]
    pub span: Span,
    /// P(positive) − P(negative) towards it, −1 to +1.
    pub tone: f64,
}

/// A name only one source mentions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OneSided {
    /// The fullest form met.
    pub name: String,
    /// What it is the name of.
    pub kind: NameKind,
    /// How often.
    pub n: usize,
}

/// Finds whom the two sources name and how they speak of those both name. Swapping the sources flips
/// every sign and nothing else.
///
/// # Errors
/// [`Stopped`] where the work was stopped.
pub fn named_by(
    a: &SourceView<'_>,
    b: &SourceView<'_>,
    seed: u64,
    progress: &Progress,
) -> Result<NamedBy, Stopped> {
    let names =
        [a, b].map(|source| union(source.articles.iter().map(|(_, scores)| &scores.people)));
    let [of_a, of_b] = &names;
    let pairs = shared(&of_a.people, &of_b.people);
    let mut both = Vec::with_capacity(pairs.len());
    for (done, &(in_a, in_b)) in pairs.iter().enumerate() {
        progress.step(done, pairs.len())?;
        let mut mentions = towards(Side::A, a, of_a, in_a);
        mentions.extend(towards(Side::B, b, of_b, in_b));
        let Some((name, kind)) = naming(of_a, in_a, of_b, in_b) else {
            continue;
        };
        both.extend(pair(name, kind, mentions, (a.name, b.name), seed));
    }
    both.sort_by(|x, y| {
        let mentions = |pair: &PersonPair| pair.n_a + pair.n_b;
        (mentions(y).cmp(&mentions(x))).then_with(|| x.name.cmp(&y.name))
    });
    Ok(NamedBy {
        both,
        only_a: one_sided(of_a, |at| pairs.iter().any(|(in_a, _)| *in_a == at)),
        only_b: one_sided(of_b, |at| pairs.iter().any(|(_, in_b)| *in_b == at)),
    })
}

/// The fuller of the two forms; between forms equally full the first in the alphabet, whichever side
/// it stands on.
fn naming(a: &Union, in_a: usize, b: &Union, in_b: usize) -> Option<(String, NameKind)> {
    let (a, b) = (a.people.names.get(in_a)?, b.people.names.get(in_b)?);
    let fuller = [a, b].into_iter().min_by_key(|named| {
        let length = named.name.chars().count();
        (std::cmp::Reverse(length), &named.name, named.kind)
    })?;
    Some((fuller.name.clone(), fuller.kind))
}

/// Every mention of one name in one source that a tone can be given for.
fn towards(side: Side, source: &SourceView<'_>, names: &Union, at: usize) -> Vec<Mentioned> {
    let mut out = Vec::new();
    for &(article, position) in names.origins.get(at).into_iter().flatten() {
        let Some((text, scores)) = source.articles.get(article) else {
            continue;
        };
        let Some(person) = scores.people.names.get(position) else {
            continue;
        };
        for (mention, tone) in person.mentions.iter().zip(tone_towards(text, person)) {
            out.extend(tone.map(|tone| Mentioned {
                place: Place::block(side, article, mention.block),
                span: mention.span,
                tone: tone.balance(),
            }));
        }
    }
    out.sort_by_key(|mention| (mention.place, mention.span.start));
    out
}

fn pair(
    name: String,
    kind: NameKind,
    mentions: Vec<Mentioned>,
    sources: (&str, &str),
    seed: u64,
) -> Option<PersonPair> {
    let [of_a, of_b] = Side::BOTH.map(|side| by_paragraph(&mentions, side));
    let (a, b) = (ratio_of_sums(&of_a)?, ratio_of_sums(&of_b)?);
    let test = test_difference(&of_a, &of_b, seed);
    let n = |side| mentions.iter().filter(|one| one.place.side == side).count();
    let sentence = match test {
        Err(TestError::TooShort) => {
            "too few mentions to compare (at least 8 paragraphs a side are needed)".to_owned()
        }
        Err(TestError::TooFew) => "too little variation to compare".to_owned(),
        Ok(test) if test.interval.excludes(0.0) => {
            let higher = if a > b { sources.0 } else { sources.1 };
            format!("the wording towards this name is more positive in {higher}")
        }
        Ok(_) => "no clear difference at this length".to_owned(),
    };
    Some(PersonPair {
        name,
        kind,
        a,
        b,
        difference: a - b,
        interval: test.ok().map(|test| test.interval),
        n_a: n(Side::A),
        n_b: n(Side::B),
        sentence,
        mentions,
    })
}

/// What each paragraph of one side adds: the sum of its mentions' tones, and their number.
fn by_paragraph(mentions: &[Mentioned], side: Side) -> Vec<Ratio> {
    let of_side: Vec<&Mentioned> = mentions
        .iter()
        .filter(|one| one.place.side == side)
        .collect();
    of_side
        .chunk_by(|x, y| x.place == y.place)
        .map(|paragraph| Ratio {
            top: paragraph.iter().map(|one| one.tone).sum(),
            bottom: paragraph.len() as f64,
        })
        .collect()
}

fn one_sided(names: &Union, is_shared: impl Fn(usize) -> bool) -> Vec<OneSided> {
    let all = names.people.names.iter().enumerate();
    all.filter(|(at, _)| !is_shared(*at))
        .map(|(_, named)| OneSided {
            name: named.name.clone(),
            kind: named.kind,
            n: named.mentions.len(),
        })
        .collect()
}

#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    clippy::float_cmp,
    clippy::indexing_slicing,
    reason = "tests"
)]
mod tests {
    use super::{NamedBy, named_by};
    use crate::compare::fixture::{Sample, sample, source};
    use crate::work::Progress;

    fn compared(a: &[&Sample], b: &[&Sample]) -> NamedBy {
        let pairs = [a, b].map(|side| side.iter().map(|one| one.pair()).collect::<Vec<_>>());
        let (a, b) = (source("Ant", &pairs[0]), source("Bee", &pairs[1]));
        named_by(&a, &b, 1, &Progress::default()).unwrap_or_default()
    }

    #[test]
    fn names_both_mention_are_paired_and_every_mention_is_there() {
        let a = sample(&[
            "Mayor Anna Kowalski lied to the council. Kowalski wrecked the plan.",
            "The dock workers of Springfield praised Anna Kowalski.",
        ]);
        let b = sample(&["Anna Kowalski won praise. Peter Holm said so."]);
        let found = compared(&[&a], &[&b]);
        let pair = found.both.iter().find(|pair| pair.name == "Anna Kowalski");
        let pair = pair.unwrap();
        assert_eq!((pair.n_a, pair.n_b), (3, 1));
        assert_eq!(pair.mentions.len(), 4);
        let mean = pair.mentions[..3].iter().map(|m| m.tone).sum::<f64>() / 3.0;
        assert!((pair.a - mean).abs() < 1e-12);
        assert_eq!(pair.interval, None);
        assert!(pair.sentence.contains("too few"));
        assert!(found.only_b.iter().any(|one| one.name == "Peter Holm"));
        let back = compared(&[&b], &[&a]);
        assert_eq!(back.both[0].difference, -found.both[0].difference);
        assert_eq!(back.both[0].name, found.both[0].name);
        assert_eq!(back.only_a, found.only_b);
    }

    #[test]
    fn names_of_many_articles_count_together() {
        let texts: Vec<Sample> = (0..9)
            .map(|_| sample(&["Anna Kowalski was praised by the happy crowd."]))
            .collect();
        let worse = sample(&["Anna Kowalski lied to the furious crowd."; 9]);
        let all: Vec<&Sample> = texts.iter().collect();
        let found = compared(&all, &[&worse]);
        let pair = &found.both[0];
        assert_eq!((pair.n_a, pair.n_b), (9, 9));
        assert_eq!(pair.mentions[8].place.article, 8);
    }
}
