//! The people, places and organisations each source names, and the tone towards those both name.

use rustc_hash::FxHashSet;
use serde::{Serialize, Serializer};

use super::difference::{Difference, DifferenceJson};
use super::differences::{adjust, difference};
use super::source::{Cluster, SourceView};
use crate::article::{Article, Place, Side, Span};
use crate::score::Analysis;
use crate::score::people::{NameKind, Named, Union, same_names, shared, tone_towards, union};
use crate::score::second::{Agreement, target_agreement};
use crate::score::wording::measures::TONE_TOWARDS;
use crate::stats::Ratio;
use crate::work::{Progress, Stopped, Threads, map};

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
    /// Mean of P(positive) − P(negative) over its mentions, compared by paragraph, of collections by article; names
    /// the fullest form met.
    pub towards: Difference,
    /// How often A and B mention it.
    pub n: [usize; 2],
    /// In how many articles of A and of B it is mentioned.
    pub articles: [usize; 2],
    /// Its mentions, A's first, in reading order: all of them, or of more articles than evidence is kept of the first
    /// [`MOST_MENTIONS`] a side.
    pub mentions: Vec<Mentioned>,
}

/// How many mentions of a name are kept of each side, of more articles than evidence is kept of.
pub const MOST_MENTIONS: usize = 100;

impl PersonPair {
    /// The fullest form met.
    pub fn name(&self) -> &str {
        self.towards.label()
    }

    /// In how many articles of one side it is mentioned.
    pub fn articles(&self, side: Side) -> usize {
        self.articles.get(side.index()).copied().unwrap_or_default()
    }

    /// How often one side mentions it.
    pub fn count(&self, side: Side) -> usize {
        self.n.get(side.index()).copied().unwrap_or_default()
    }
}

/// A name in JSON: `n_a` and `n_b` count mentions, `paragraphs` or `articles` the pieces compared.
#[derive(Serialize)]
struct PersonPairJson<'a> {
    name: &'a str,
    kind: NameKind,
    #[serde(flatten)]
    towards: DifferenceJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraphs: Option<[usize; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    articles: Option<[usize; 2]>,
    mentions: &'a [Mentioned],
}

impl Serialize for PersonPair {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut towards = DifferenceJson::from(&self.towards);
        [towards.n_a, towards.n_b] = Side::BOTH.map(|side| self.count(side));
        let pieces = |cluster| {
            let n = [self.towards.n_a, self.towards.n_b];
            (self.towards.cluster == cluster).then_some(n)
        };
        let json = PersonPairJson {
            name: self.name(),
            kind: self.kind,
            towards,
            paragraphs: pieces(Cluster::Paragraph),
            articles: pieces(Cluster::Article),
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
    /// Where, in reading order: the block, and the name's span in its text in bytes. All of them, or of more articles
    /// than evidence is kept of the first [`MOST_MENTIONS`].
    #[serde(skip)]
    pub places: Vec<(Place, Span)>,
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
    let [in_a, in_b] = sides_of(&pairs);
    let alone = |names: &Union, shared: &FxHashSet<usize>| {
        let names = names.people.names.iter().enumerate();
        let alone = names.filter(|(at, _)| !shared.contains(at));
        alone.map(|(_, named)| named.mentions.len()).sum()
    };
    let alone: [usize; 2] = [alone(of_a, &in_a), alone(of_b, &in_b)];
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
    let unions =
        [a, b].map(|source| union(source.articles.iter().map(|(_, scores)| &scores.people)));
    let names = unions.each_ref().map(|of| {
        let named = of.people.names.iter();
        Names {
            named: &of.people.names,
            n: named.map(|named| named.mentions.len()).collect(),
        }
    });
    let sources = [a.name, b.name];
    let cluster = Cluster::fitting(a, b);
    let mut sayings = OfEvidence {
        cluster,
        sources: [a, b],
        unions: &unions,
    };
    let of = (sources, cluster);
    compared(&names, &mut sayings, of, (seed, Threads::ONE), progress)
}

/// What is said of the names of two sources, each asked for once, by side and position of the name.
pub(super) trait Sayings: Send {
    /// How the source speaks of it.
    fn spoken(&mut self, side: Side, at: usize) -> Spoken;
    /// Where it stands, in reading order.
    fn places(&mut self, side: Side, at: usize) -> Vec<(Place, Span)>;
}

/// What is said where the evidence of all articles is kept.
struct OfEvidence<'a> {
    cluster: Cluster,
    sources: [&'a SourceView<'a>; 2],
    unions: &'a [Union; 2],
}

impl Sayings for OfEvidence<'_> {
    fn spoken(&mut self, side: Side, at: usize) -> Spoken {
        let [a, b] = self.sources;
        let [of_a, of_b] = self.unions;
        let mentions = match side {
            Side::A => towards(side, a, of_a, at),
            Side::B => towards(side, b, of_b, at),
        };
        Spoken::of(mentions, self.cluster)
    }

    fn places(&mut self, side: Side, at: usize) -> Vec<(Place, Span)> {
        let source = self.sources.get(side.index());
        let union = self.unions.get(side.index());
        let origins = union.and_then(|union| union.origins.get(at));
        let stands = origins
            .into_iter()
            .flatten()
            .filter_map(|(article, position)| {
                let (_, scores) = source?.articles.get(*article)?;
                let named = scores.people.names.get(*position)?;
                let mentions = named.mentions.iter();
                Some(
                    mentions
                        .map(|mention| (Place::block(side, *article, mention.block), mention.span)),
                )
            });
        stands.flatten().collect()
    }
}

/// The names of one source, the most mentioned first, and how often each is mentioned.
pub(super) struct Names<'a> {
    pub(super) named: &'a [Named],
    pub(super) n: Vec<usize>,
}

/// Compares how the two sources speak of the names both mention.
///
/// # Errors
/// [`Stopped`] where the work was stopped.
pub(super) fn compared(
    names: &[Names<'_>; 2],
    sayings: &mut impl Sayings,
    (sources, cluster): ([&str; 2], Cluster),
    (seed, threads): (u64, Threads),
    progress: &Progress,
) -> Result<NamedBy, Stopped> {
    let [of_a, of_b] = names;
    let pairs = same_names(of_a.named, of_b.named);
    progress.expect(pairs.len());
    let both = pairs.iter().map(|&(in_a, in_b)| {
        let naming = of_a.named.get(in_a).zip(of_b.named.get(in_b)).map(naming);
        (
            naming,
            [sayings.spoken(Side::A, in_a), sayings.spoken(Side::B, in_b)],
        )
    });
    let compare = |(naming, both): (Option<(String, NameKind)>, [Spoken; 2])| {
        naming.and_then(|naming| pair(naming, both, cluster, seed))
    };
    let both = map(both, threads, progress, compare)?;
    let mut both: Vec<PersonPair> = both.into_iter().flatten().collect();
    both.sort_by(|x, y| {
        let mentions = |pair: &PersonPair| pair.n.iter().sum::<usize>();
        let most = mentions(y).cmp(&mentions(x));
        most.then_with(|| x.name().cmp(y.name()))
    });
    let [name_a, name_b] = sources;
    adjust(
        both.iter_mut().map(|pair| &mut pair.towards),
        (name_a, name_b),
    );
    let [in_a, in_b] = sides_of(&pairs);
    Ok(NamedBy {
        both,
        only_a: one_sided(Side::A, of_a, &in_a, sayings),
        only_b: one_sided(Side::B, of_b, &in_b, sayings),
    })
}

/// By side, the positions of names that both sources mention.
fn sides_of(pairs: &[(usize, usize)]) -> [FxHashSet<usize>; 2] {
    let (in_a, in_b): (FxHashSet<usize>, FxHashSet<usize>) = pairs.iter().copied().unzip();
    [in_a, in_b]
}

/// The fuller of the two forms; between forms equally full the first in the alphabet, whichever side
/// it stands on.
fn naming((a, b): (&Named, &Named)) -> (String, NameKind) {
    let order = |named: &Named| {
        let length = named.name.chars().count();
        (std::cmp::Reverse(length), named.name.clone(), named.kind)
    };
    let fuller = if order(b) < order(a) { b } else { a };
    (fuller.name.clone(), fuller.kind)
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
        out.extend(mentioned((side, article), text, scores, person));
    }
    out.sort_by_key(|mention| (mention.place, mention.span.start));
    out
}

/// The mentions of a name in one article, the one at a position of a side, that a tone can be given for.
pub(super) fn mentioned(
    (side, at): (Side, usize),
    article: &Article,
    scores: &Analysis,
    named: &Named,
) -> Vec<Mentioned> {
    let mentions = named.mentions.iter().zip(tone_towards(article, named));
    let told = mentions.filter_map(|(mention, tone)| {
        let tone = tone?;
        let said = scores.second.as_ref();
        let said = said.and_then(|said| said.mention(mention.block, mention.span));
        Some(Mentioned {
            place: Place::block(side, at, mention.block),
            span: mention.span,
            tone: tone.balance(),
            second: said.map(|second| SecondTowards {
                tone: second.balance(),
                agreement: target_agreement(tone, second),
            }),
        })
    });
    told.collect()
}

/// How one source speaks of a name.
#[derive(Debug, Default)]
pub(super) struct Spoken {
    /// Mentions.
    n: usize,
    /// Articles that have one.
    articles: usize,
    /// What each paragraph, or each article, adds: the sum of its mentions' tones, and their number.
    pieces: Vec<Ratio>,
    /// The same as the second reader has it; empty where it was not asked.
    second: Vec<Ratio>,
    /// The mentions themselves, or the first of them.
    mentions: Vec<Mentioned>,
}

impl Spoken {
    /// Of all mentions, in reading order.
    pub(super) fn of(mentions: Vec<Mentioned>, cluster: Cluster) -> Self {
        let by_article = mentions.chunk_by(|x, y| x.place.article == y.place.article);
        let asked = mentions.iter().any(|mention| mention.second.is_some());
        Self {
            n: mentions.len(),
            articles: by_article.count(),
            pieces: pieces(&mentions, cluster, |mention| Some(mention.tone)),
            second: if asked {
                pieces(&mentions, cluster, |mention| Some(mention.second?.tone))
            } else {
                Vec::new()
            },
            mentions,
        }
    }

    /// The mentions themselves, or the first of them.
    pub(super) fn into_mentions(self) -> Vec<Mentioned> {
        self.mentions
    }

    /// Adds what is said in articles that come after these; `most` mentions are kept.
    pub(super) fn merge(&mut self, other: Self, most: usize) {
        self.n += other.n;
        self.articles += other.articles;
        self.pieces.extend(other.pieces);
        self.second.extend(other.second);
        let room = most.saturating_sub(self.mentions.len());
        self.mentions.extend(other.mentions.into_iter().take(room));
    }
}

/// How the two speak of a name.
fn pair(
    (name, kind): (String, NameKind),
    spoken: [Spoken; 2],
    cluster: Cluster,
    seed: u64,
) -> Option<PersonPair> {
    let [of_a, of_b] = spoken;
    if of_a.pieces.is_empty() || of_b.pieces.is_empty() {
        return None;
    }
    let mut towards = difference(&TONE_TOWARDS, cluster, &of_a.pieces, &of_b.pieces, seed);
    if !(of_a.second.is_empty() && of_b.second.is_empty()) {
        towards.ask(&of_a.second, &of_b.second, seed);
    }
    let mut mentions = of_a.mentions;
    mentions.extend(of_b.mentions);
    Some(PersonPair {
        kind,
        towards: Difference {
            name: Some(name),
            ..towards
        },
        n: [of_a.n, of_b.n],
        articles: [of_a.articles, of_b.articles],
        mentions,
    })
}

/// What each paragraph, or each article, adds: the sum of its mentions' tones, and their number.
fn pieces(
    mentions: &[Mentioned],
    cluster: Cluster,
    tone: impl Fn(&Mentioned) -> Option<f64>,
) -> Vec<Ratio> {
    let same = |x: &Mentioned, y: &Mentioned| match cluster {
        Cluster::Paragraph => x.place == y.place,
        Cluster::Article | Cluster::Story => x.place.article == y.place.article,
    };
    mentions
        .chunk_by(same)
        .map(|piece| {
            let tones = piece.iter().filter_map(&tone);
            tones.map(|top| Ratio { top, bottom: 1.0 }).sum()
        })
        .collect()
}

fn one_sided(
    side: Side,
    names: &Names<'_>,
    shared: &FxHashSet<usize>,
    sayings: &mut impl Sayings,
) -> Vec<OneSided> {
    let all = names.named.iter().zip(&names.n).enumerate();
    all.filter(|(at, _)| !shared.contains(at))
        .map(|(at, (named, n))| OneSided {
            name: named.name.clone(),
            kind: named.kind,
            n: *n,
            places: sayings.places(side, at),
        })
        .collect()
}
