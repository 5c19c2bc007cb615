//! The people, places and organisations each source names, and the tone towards those both name.

use serde::{Serialize, Serializer};

use super::difference::{Difference, DifferenceJson};
use super::differences::{adjust, difference};
use super::source::{Cluster, SourceView};
use crate::article::{Place, Side, Span};
use crate::score::people::{NameKind, Union, shared, tone_towards, union};
use crate::score::second::{Agreement, target_agreement};
use crate::score::wording::measures::TONE_TOWARDS;
use crate::stats::Ratio;
use crate::work::{Progress, Stopped};

/// Whom the two sources name.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NamedBy {
    /// Names both mention, the most mentioned first.
    pub both: Vec<PersonPair>,
    /// Names only A mentions, the most mentioned first.
    pub only_a: Vec<OneSided>,
    /// Names only B mentions.
    pub only_b: Vec<OneSided>,
}

/// A name both sources mention, with the tone of the sentences towards it.
#[derive(Debug, Clone)]
pub struct PersonPair {
    /// What it is the name of.
    pub kind: NameKind,
    /// Mean of P(positive) − P(negative) over its mentions, compared by paragraph; names the fullest
    /// form met.
    pub towards: Difference,
    /// Every mention, A's first, in reading order.
    pub mentions: Vec<Mentioned>,
}

impl PersonPair {
    /// The fullest form met.
    pub fn name(&self) -> &str {
        self.towards.label()
    }

    /// In how many articles of one side it is mentioned.
    pub fn articles(&self, side: Side) -> usize {
        let mentions = self.mentions.iter().filter(|one| one.place.side == side);
        let articles: std::collections::BTreeSet<usize> =
            mentions.map(|one| one.place.article).collect();
        articles.len()
    }

    /// How often one side mentions it.
    pub fn count(&self, side: Side) -> usize {
        let mentions = self.mentions.iter();
        mentions.filter(|one| one.place.side == side).count()
    }
}

/// A name in JSON: `n_a` and `n_b` count mentions, `paragraphs` the pieces compared.
#[derive(Serialize)]
struct PersonPairJson<'a> {
    name: &'a str,
    kind: NameKind,
    #[serde(flatten)]
    towards: DifferenceJson<'a>,
    paragraphs: [usize; 2],
    mentions: &'a [Mentioned],
}

impl Serialize for PersonPair {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut towards = DifferenceJson::from(&self.towards);
        [towards.n_a, towards.n_b] = Side::BOTH.map(|side| self.count(side));
        let json = PersonPairJson {
            name: self.name(),
            kind: self.kind,
            towards,
            paragraphs: [self.towards.n_a, self.towards.n_b],
            mentions: &self.mentions,
        };
        json.serialize(serializer)
    }
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
    /// The same as the second reader has it, and what the two say together; `None` where it was not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<SecondTowards>,
}

/// What the second reader says of a mention.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SecondTowards {
    /// P(positive) − P(negative) towards the name, −1 to +1.
    pub tone: f64,
    /// What both say of it.
    pub agreement: Agreement,
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

impl NamedBy {
    /// By side, the mentions of names both use and of names it alone uses.
    pub(super) fn mentions(&self) -> [(usize, usize); 2] {
        let alone = [&self.only_a, &self.only_b];
        Side::BOTH.map(|side| {
            let both = self.both.iter().map(|pair| pair.count(side)).sum();
            let alone = alone.get(side.index()).map_or(0, |alone| count(alone));
            (both, alone)
        })
    }
}

fn count(alone: &[OneSided]) -> usize {
    alone.iter().map(|one| one.n).sum()
}

/// The same as [`NamedBy::mentions`] without comparing what is said of the names.
pub(super) fn mentions(a: &SourceView<'_>, b: &SourceView<'_>) -> [(usize, usize); 2] {
    let names =
        [a, b].map(|source| union(source.articles.iter().map(|(_, scores)| &scores.people)));
    let [of_a, of_b] = &names;
    let pairs = shared(&of_a.people, &of_b.people);
    let mut both = [0, 0];
    for &(in_a, in_b) in &pairs {
        let of_both = [
            towards(Side::A, a, of_a, in_a).len(),
            towards(Side::B, b, of_b, in_b).len(),
        ];
        // As in a comparison, a name that hardly anything is said of counts for nobody.
        if of_both.iter().all(|mentions| *mentions > 0) {
            both = [both[0] + of_both[0], both[1] + of_both[1]];
        }
    }
    let alone = [
        count(&one_sided(of_a, |at| {
            pairs.iter().any(|(in_a, _)| *in_a == at)
        })),
        count(&one_sided(of_b, |at| {
            pairs.iter().any(|(_, in_b)| *in_b == at)
        })),
    ];
    [(both[0], alone[0]), (both[1], alone[1])]
}

/// Finds whom the two sources name and how they speak of those both name; p-values are adjusted over
/// all of these. Swapping the sources flips
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
        both.extend(pair(name, kind, mentions, seed));
    }
    both.sort_by(|x, y| {
        let most = y.mentions.len().cmp(&x.mentions.len());
        most.then_with(|| x.name().cmp(y.name()))
    });
    adjust(
        both.iter_mut().map(|pair| &mut pair.towards),
        (a.name, b.name),
    );
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
            let said = scores.second.as_ref();
            let said = said.and_then(|said| said.mention(mention.block, mention.span));
            out.extend(tone.map(|tone| Mentioned {
                place: Place::block(side, article, mention.block),
                span: mention.span,
                tone: tone.balance(),
                second: said.map(|second| SecondTowards {
                    tone: second.balance(),
                    agreement: target_agreement(tone, second),
                }),
            }));
        }
    }
    out.sort_by_key(|mention| (mention.place, mention.span.start));
    out
}

fn pair(name: String, kind: NameKind, mentions: Vec<Mentioned>, seed: u64) -> Option<PersonPair> {
    let [of_a, of_b] =
        Side::BOTH.map(|side| by_paragraph(&mentions, side, |mention| Some(mention.tone)));
    if of_a.is_empty() || of_b.is_empty() {
        return None;
    }
    let mut towards = difference(&TONE_TOWARDS, Cluster::Paragraph, &of_a, &of_b, seed);
    if mentions.iter().any(|mention| mention.second.is_some()) {
        let [of_a, of_b] = Side::BOTH
            .map(|side| by_paragraph(&mentions, side, |mention| Some(mention.second?.tone)));
        towards.ask(&of_a, &of_b, seed);
    }
    Some(PersonPair {
        kind,
        towards: Difference {
            name: Some(name),
            ..towards
        },
        mentions,
    })
}

/// What each paragraph of one side adds: the sum of its mentions' tones, and their number.
fn by_paragraph(
    mentions: &[Mentioned],
    side: Side,
    tone: impl Fn(&Mentioned) -> Option<f64>,
) -> Vec<Ratio> {
    let of_side: Vec<&Mentioned> = mentions
        .iter()
        .filter(|one| one.place.side == side)
        .collect();
    of_side
        .chunk_by(|x, y| x.place == y.place)
        .map(|paragraph| {
            let tones = paragraph.iter().filter_map(|one| tone(one));
            tones.map(|top| Ratio { top, bottom: 1.0 }).sum()
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
