//! Which texts are worth holding against each other: for each the few nearest, found by its rarest terms, so that the
//! work grows with the texts and not with their pairs.

use super::corpus::Corpus;
use super::signals::{Lengths, nearness};
use crate::work::{Progress, Stopped, Threads, map};

/// Terms of a text it can be found by, the heaviest.
const INDEXED: usize = 120;

/// Places looked at for a text, rarest terms first.
const LOOKED_AT: usize = 20_000;

/// Texts whose nearness is worked out.
const WEIGHED: usize = 48;

/// Texts kept.
pub(super) const LISTED: usize = 15;

/// The nearest texts of one's own story are left out of what is around it.
const OWN_STORY: usize = 5;

/// What is around a text is nowhere nearer than this but in a story of very many: of articles of one month of one
/// campaign none is.
const NEAREST_AROUND: f64 = 0.2;

/// Nor is it farther than this: among a few articles nothing is near, which does not make two of them one story. Of
/// nineteen articles in twenty the others of the same collection are nearer.
const FARTHEST_AROUND: f64 = 0.06;

/// Texts dated further apart tell different events: of 72 events of US news in three outlets none spans more than
/// four days.
pub const STORY_DAYS: u32 = 5;

/// Texts a thread takes at a time.
const BATCH: usize = 32;

/// The nearest texts of one.
#[derive(Debug, Clone, Default)]
pub(super) struct Near {
    /// The nearest first, each with how near it is; where it is dated, then those of its days.
    pub(super) listed: Vec<usize>,
    /// How near others are that are not of its story.
    pub(super) around: f64,
}

/// The nearest texts of every text. `days` are their dates, in days, where they are known.
pub(super) fn near(
    corpus: &Corpus,
    lengths: &[Lengths],
    days: &[Option<i64>],
    threads: Threads,
    progress: &Progress,
) -> Result<Vec<Near>, Stopped> {
    let all = corpus.texts.len();
    let heaviest = |text: usize| {
        let mut terms = corpus
            .texts
            .get(text)
            .map_or(Vec::new(), |text| text.terms.clone());
        terms.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        terms.truncate(INDEXED);
        terms
    };
    let mut index: Vec<Vec<(u32, f32)>> = vec![Vec::new(); corpus.terms()];
    for text in 0..all {
        progress.go_on()?;
        let number = u32::try_from(text).unwrap_or(u32::MAX);
        for (term, weight) in heaviest(text) {
            if let Some(list) = index.get_mut(term as usize) {
                list.push((number, weight));
            }
        }
    }
    progress.expect(all.div_ceil(BATCH));
    let batches = (0..all).step_by(BATCH);
    let found = map(batches, threads, progress, |first| {
        let mut row = vec![0.0_f32; all];
        let mut out = Vec::with_capacity(BATCH);
        for text in first..(first + BATCH).min(all) {
            out.push(of_one(
                text,
                &heaviest(text),
                (corpus, lengths, days),
                &index,
                &mut row,
            ));
        }
        out
    })?;
    Ok(found.into_iter().flatten().collect())
}

fn of_one(
    text: usize,
    heaviest: &[(u32, f32)],
    (corpus, lengths, days): (&Corpus, &[Lengths], &[Option<i64>]),
    index: &[Vec<(u32, f32)>],
    row: &mut [f32],
) -> Near {
    let mut lists: Vec<(&[(u32, f32)], f32)> = heaviest
        .iter()
        .filter_map(|(term, weight)| Some((index.get(*term as usize)?.as_slice(), *weight)))
        .collect();
    lists.sort_by_key(|(list, _)| list.len());
    let mut touched = Vec::new();
    let mut looked_at = 0;
    for (list, weight) in lists {
        looked_at += list.len();
        if looked_at > LOOKED_AT && !touched.is_empty() {
            break;
        }
        for (other, of_other) in list {
            if let Some(sum) = row.get_mut(*other as usize) {
                if *sum <= 0.0 {
                    touched.push(*other as usize);
                }
                *sum += weight * of_other;
            }
        }
    }
    let rough = |row: &[f32], other: usize| {
        let length = lengths.get(other).map_or(1.0, |lengths| lengths.all.sqrt());
        f64::from(row.get(other).copied().unwrap_or_default()) / length.max(f64::MIN_POSITIVE)
    };
    let mut others: Vec<(f64, usize)> = (touched.iter())
        .filter(|other| **other != text)
        .map(|other| (rough(row, *other), *other))
        .collect();
    for other in touched {
        if let Some(sum) = row.get_mut(other) {
            *sum = 0.0;
        }
    }
    let nearest_first = |one: &(f64, usize), other: &(f64, usize)| {
        other.0.total_cmp(&one.0).then(one.1.cmp(&other.1))
    };
    others.sort_unstable_by(nearest_first);
    let weighed = |others: &mut dyn Iterator<Item = usize>| -> Vec<(f64, usize)> {
        let of = |at: usize| Some((corpus.texts.get(at)?, lengths.get(at)?));
        let mut near: Vec<(f64, usize)> = others
            .take(WEIGHED)
            .filter_map(|other| Some((nearness(of(text)?, of(other)?), other)))
            .collect();
        near.sort_unstable_by(nearest_first);
        near
    };
    let nearest = weighed(&mut others.iter().map(|(_, other)| *other));
    let around = nearest.iter().take(LISTED).skip(OWN_STORY);
    let around = around.map(|(near, _)| near).sum::<f64>() / (LISTED - OWN_STORY) as f64;
    let mut listed: Vec<usize> = nearest
        .iter()
        .take(LISTED)
        .map(|(_, other)| *other)
        .collect();
    let day = |at: usize| days.get(at).copied().flatten();
    if day(text).is_some() {
        let in_window =
            |other: &usize| apart(day(text), day(*other)).is_none_or(|d| d <= STORY_DAYS);
        let mut near_days = others.iter().map(|(_, other)| *other).filter(in_window);
        let near_days = weighed(&mut near_days);
        for (_, other) in near_days.into_iter().take(LISTED) {
            if !listed.contains(&other) {
                listed.push(other);
            }
        }
    }
    Near {
        listed,
        around: around.clamp(FARTHEST_AROUND, NEAREST_AROUND),
    }
}

/// Days between two dates, where both are known.
pub(super) fn apart(one: Option<i64>, other: Option<i64>) -> Option<u32> {
    Some(u32::try_from(one?.abs_diff(other?)).unwrap_or(u32::MAX))
}
