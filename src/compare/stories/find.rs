//! From articles to stories: reading, weighing, holding the nearest against each other, grouping.

use std::collections::{BTreeSet, HashMap};

use super::corpus::Corpus;
use super::grouping::{self, LEAST_LINK};
use super::model::{StoryModel, StoryPair, StoryPairs};
use super::near::{STORY_DAYS, apart, near};
use super::profile::Profile;
use super::signals::{Beside, Lengths, signals};
use super::story::{self, Stories, Story, StoryChoice, Telling};
use crate::text::day_number;
use crate::work::{Progress, Stopped, Threads, map, ordered};

/// Articles a thread reads before they are weighed.
const BATCH: usize = 512;

/// Pairs a thread takes at a time.
const PAIRS: usize = 256;

/// The stories of `tellings`, by the weights that ship.
///
/// # Errors
/// [`Stopped`] where the work was stopped.
pub fn stories(
    tellings: &[Telling<'_>],
    choices: &[StoryChoice],
    threads: Threads,
    progress: &Progress,
) -> Result<Stories, Stopped> {
    let pairs = story_pairs(tellings, threads, progress)?;
    Ok(grouped(
        tellings,
        &pairs,
        choices,
        StoryModel::shipped(),
        LEAST_LINK,
    ))
}

/// Reads all articles and holds those against each other that are worth it.
///
/// # Errors
/// [`Stopped`] where the work was stopped.
pub fn story_pairs(
    tellings: &[Telling<'_>],
    threads: Threads,
    progress: &Progress,
) -> Result<StoryPairs, Stopped> {
    let mut corpus = Corpus::default();
    let mut texts: Vec<Vec<usize>> = Vec::new();
    let mut copies: HashMap<u64, usize> = HashMap::new();
    let mut live: Vec<bool> = Vec::new();
    progress.expect(tellings.len());
    for (batch, chunk) in tellings.chunks(BATCH).enumerate() {
        let read = map(chunk, threads, progress, |telling| {
            Profile::of(telling.article)
        })?;
        for (at, profile) in read.into_iter().enumerate() {
            let article = batch * BATCH + at;
            let known = profile.copy.and_then(|copy| copies.get(&copy));
            if let Some(text) = known.and_then(|text| texts.get_mut(*text)) {
                text.push(article);
            } else {
                copies.extend(profile.copy.map(|copy| (copy, texts.len())));
                texts.push(vec![article]);
                live.push(profile.live);
                corpus.add(profile);
            }
        }
    }
    corpus.weigh();
    let lengths: Vec<Lengths> = (corpus.texts.iter())
        .map(|text| Lengths::of(text, &corpus))
        .collect();
    let first = |text: &Vec<usize>| tellings.get(*text.first()?);
    let days: Vec<Option<i64>> = (texts.iter())
        .map(|text| day_number(first(text)?.article.published.as_deref()?))
        .collect();
    let near = near(&corpus, &lengths, &days, threads, progress)?;
    let day = |text: usize| days.get(text).copied().flatten();
    // A live blog would glue the many events it tells into one story.
    let is_live = |text: usize| live.get(text).copied().unwrap_or_default();
    let mut wanted = Vec::new();
    for (text, near) in near.iter().enumerate() {
        for &other in &near.listed {
            if is_live(text) || is_live(other) {
                continue;
            }
            if apart(day(text), day(other)).is_none_or(|days| days <= STORY_DAYS) {
                wanted.push((text.min(other), text.max(other)));
            }
        }
    }
    let sources = |text: usize| -> BTreeSet<usize> {
        let articles = texts.get(text).map_or(&[][..], Vec::as_slice);
        let told = articles.iter().filter_map(|at| tellings.get(*at));
        told.map(|telling| telling.source).collect()
    };
    wanted.sort_unstable();
    wanted.dedup();
    let around = |text: usize| near.get(text).map_or(0.0, |near| near.around);
    let hold = |pairs: &[(usize, usize)]| {
        let of = |at: usize| Some((corpus.texts.get(at)?, lengths.get(at)?));
        let one = |&(a, b): &(usize, usize)| {
            let beside = Beside {
                surroundings: [around(a), around(b)],
                same_source: !sources(a).is_disjoint(&sources(b)),
                days: apart(day(a), day(b)),
            };
            let (signals, near_copy) = signals(of(a)?, of(b)?, beside, &corpus);
            Some(StoryPair {
                a,
                b,
                signals,
                copied: near_copy,
            })
        };
        pairs.iter().filter_map(one).collect::<Vec<_>>()
    };
    // Among a hundred thousand articles there are millions: they are never held twice.
    let mut all = Vec::with_capacity(wanted.len());
    ordered(wanted.chunks(PAIRS), threads, progress, hold, |pairs| {
        all.extend(pairs);
        Ok::<_, Stopped>(())
    })?;
    let mut out = StoryPairs {
        sources: (texts.iter())
            .map(|text| first(text).map_or(0, |telling| telling.source))
            .collect(),
        pairs: all,
        texts,
    };
    out.compare_within_sources();
    Ok(out)
}

/// The stories that follow from pairs, by the weights of `model`; groups are joined while their pairs are at least
/// `least` likely on average.
pub fn grouped(
    tellings: &[Telling<'_>],
    pairs: &StoryPairs,
    choices: &[StoryChoice],
    model: &StoryModel,
    least: f64,
) -> Stories {
    grouped_again(tellings, &WeighedPairs::of(pairs, model), choices, least)
}

/// Every text with its articles, and how likely the pairs of texts worth a look tell one event: all that is needed to
/// group them again, in a fifth of the memory of the signals it comes from.
#[derive(Debug, Clone, Default)]
pub struct WeighedPairs {
    /// The articles of each text by position.
    texts: Vec<Vec<usize>>,
    /// Each pair once, in order, with its probability.
    pairs: Vec<(usize, usize, f64)>,
    /// The pairs that are nearly copies of each other.
    copied: BTreeSet<(usize, usize)>,
}

impl WeighedPairs {
    /// Pairs by the weights of `model`.
    pub fn of(pairs: &StoryPairs, model: &StoryModel) -> Self {
        let copied = pairs.pairs.iter().filter(|pair| pair.copied);
        Self {
            copied: copied.map(|pair| (pair.a, pair.b)).collect(),
            pairs: (pairs.pairs.iter())
                .zip(model.probabilities(pairs))
                .map(|(pair, probability)| (pair.a, pair.b, probability))
                .collect(),
            texts: pairs.texts.clone(),
        }
    }

    /// The pairs whose smaller position is that of this text.
    fn of_text(&self, text: usize) -> &[(usize, usize, f64)] {
        let from = self.pairs.partition_point(|(a, _, _)| *a < text);
        let to = self.pairs.partition_point(|(a, _, _)| *a <= text);
        self.pairs.get(from..to).unwrap_or_default()
    }
}

/// The same as [`grouped`] of pairs that are weighed.
pub fn grouped_again(
    tellings: &[Telling<'_>],
    pairs: &WeighedPairs,
    choices: &[StoryChoice],
    least: f64,
) -> Stories {
    let WeighedPairs {
        texts,
        pairs: weighed,
        copied,
    } = pairs;
    let mut text_of = vec![0; tellings.len()];
    for (text, articles) in texts.iter().enumerate() {
        for article in articles {
            if let Some(of) = text_of.get_mut(*article) {
                *of = text;
            }
        }
    }
    let said = story::said(choices, |article| text_of.get(article).copied());
    let chosen: BTreeSet<usize> = said.together.iter().flat_map(|(a, b)| [*a, *b]).collect();
    let mut out = Stories::default();
    for members in grouping::group(texts.len(), weighed, &said, least) {
        let articles = |text: &usize| texts.get(*text).cloned().unwrap_or_default();
        let mut all: Vec<usize> = members.iter().flat_map(articles).collect();
        all.sort_unstable();
        if all.len() < 2 {
            out.alone.extend(all);
            continue;
        }
        let (score, central) = standing(&members, pairs);
        let told = || all.iter().filter_map(|at| tellings.get(*at));
        let dates = told().filter_map(|telling| telling.article.published.as_deref());
        let dates = dates.filter_map(|date| Some((day_number(date)?, date)));
        out.stories.push(Story {
            score,
            central: articles(&central).first().copied().unwrap_or_default(),
            date: dates
                .min()
                .and_then(|(_, date)| Some(date.get(..10)?.to_owned())),
            sources: told()
                .map(|telling| telling.source)
                .collect::<BTreeSet<_>>()
                .len(),
            chosen: members.iter().any(|text| chosen.contains(text)),
            texts: together(&members, copied)
                .into_iter()
                .map(|texts| {
                    let mut all: Vec<usize> = texts.iter().flat_map(articles).collect();
                    all.sort_unstable();
                    all
                })
                .collect(),
            members: all,
        });
    }
    out.sort();
    out
}

/// How likely the texts of a story belong together, and which of them is likest to all others.
fn standing(members: &[usize], pairs: &WeighedPairs) -> (f64, usize) {
    let mut sums = vec![0.0; members.len()];
    let mut links = 0.0;
    let place = |text: usize| members.binary_search(&text).ok();
    for (at, text) in members.iter().enumerate() {
        for (_, other, p) in pairs.of_text(*text) {
            if let Some(other) = place(*other) {
                links += p;
                for place in [at, other] {
                    if let Some(sum) = sums.get_mut(place) {
                        *sum += p;
                    }
                }
            }
        }
    }
    let all = members.len() * members.len().saturating_sub(1) / 2;
    let score = if all == 0 { 1.0 } else { links / all as f64 };
    let mut central = 0;
    for (at, sum) in sums.iter().enumerate() {
        if sums.get(central).is_some_and(|most| sum > most) {
            central = at;
        }
    }
    (score, members.get(central).copied().unwrap_or_default())
}

/// The texts of a story, those that are nearly copies of each other together.
fn together(members: &[usize], copied: &BTreeSet<(usize, usize)>) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for text in members {
        let near = |group: &Vec<usize>| group.iter().any(|one| copied.contains(&(*one, *text)));
        match groups
            .iter()
            .position(near)
            .and_then(|at| groups.get_mut(at))
        {
            Some(group) => group.push(*text),
            None => groups.push(vec![*text]),
        }
    }
    groups
}
