//! From a session to a document. The same session gives the same bytes.

use std::collections::BTreeMap;
use std::path::Path;

use super::article::{SavedText, TextFile};
use super::choice::SavedChoice;
use super::correction::corrections;
use super::pin::{SavedPin, SavedPlace};
use super::second::{Readings, SavedReading};
use super::{
    Articles, Content, DocumentError, File, KIND, LAYOUT, MOST_BYTES, Recovery, SavedArticle,
    SavedPair, SavedSource, SavedStory,
};
use crate::article::Article;
use crate::session::collected::Kept;
use crate::session::draft::Draft;
use crate::session::filter::Filter;
use crate::session::{Session, Source, SourceId, StorySaid};

/// `session` as the bytes of the document that will stand at `at`.
pub fn to_bytes(
    session: &Session,
    articles: Articles,
    at: &Path,
) -> Result<Vec<u8>, DocumentError> {
    write(session, &Readings::default(), articles, at, None)
}

/// The same with what the second reader said.
pub fn to_bytes_with(
    session: &Session,
    readings: &Readings,
    articles: Articles,
    at: &Path,
) -> Result<Vec<u8>, DocumentError> {
    write(session, readings, articles, at, None)
}

pub(in crate::session) fn write(
    session: &Session,
    readings: &Readings,
    articles: Articles,
    at: &Path,
    recovery: Option<Recovery>,
) -> Result<Vec<u8>, DocumentError> {
    let folder = at.parent().unwrap_or(at);
    let private = recovery.is_some();
    let sources = session.sources.iter();
    let places: BTreeMap<SourceId, usize> = sources
        .clone()
        .enumerate()
        .map(|(place, source)| (source.id, place))
        .collect();
    let place = |id: SourceId| places.get(&id).copied();
    let file = File {
        schema: format!("{KIND}{LAYOUT}"),
        version: crate::VERSION.to_owned(),
        articles,
        settings: session.settings.clone(),
        seed: session.seed,
        shown: session.shown.map(|id| id.and_then(place)),
        sources: sources
            .map(|source| {
                saved_source(source, readings, |article| {
                    content(article, articles, folder, private)
                })
            })
            .collect(),
        choices: pairs(session, place),
        pinned: pinned(session, place),
        stories: stories(session, place),
        same_stories: session.same_stories,
        hidden: session.hidden.iter().filter_map(|id| place(*id)).collect(),
        notes: session.notes.clone(),
        source_notes: session.source_notes().clone(),
        lists: session.lists.to_saved(),
        filter: Filter::clone(&session.filter),
        draft: Draft::clone(&session.draft),
        study: session.study.as_deref().cloned(),
        recovery,
    };
    let mut bytes =
        serde_json::to_vec_pretty(&file).map_err(|error| DocumentError::damaged(&error))?;
    bytes.push(b'\n');
    if bytes.len() > MOST_BYTES {
        return Err(DocumentError::TooLarge);
    }
    Ok(bytes)
}

fn saved_source(
    source: &Source,
    readings: &Readings,
    content: impl Fn(&Article) -> Content,
) -> SavedSource {
    let pairs = source.opened.iter().zip(source.articles.iter());
    SavedSource {
        name: source.name.clone(),
        current: source.current,
        articles: pairs
            .map(|(opened, corrected)| SavedArticle {
                content: content(opened),
                corrections: corrections(opened, corrected),
                second: SavedReading::of(corrected, readings),
            })
            .collect(),
    }
}

fn content(article: &Article, articles: Articles, folder: &Path, private: bool) -> Content {
    let file = match articles {
        Articles::Embedded => None,
        Articles::Referenced => TextFile::of(article, folder),
    };
    file.map_or_else(
        || Content::Text(Box::new(SavedText::of(article, folder, private))),
        Content::File,
    )
}

fn pinned(session: &Session, place: impl Fn(SourceId) -> Option<usize>) -> Vec<SavedPin> {
    let kept = session.collected.iter();
    kept.filter_map(|kept| match kept {
        Kept::Of(id, at) => Some(SavedPin::Place(SavedPlace::of(place(*id)?, *at))),
        Kept::Other(pin) => SavedPin::of(pin),
    })
    .collect()
}

fn stories(session: &Session, place: impl Fn(SourceId) -> Option<usize>) -> Vec<SavedStory> {
    let groups = |said: &StorySaid| {
        let groups = said.groups.iter();
        let groups = groups.map(|group| {
            let articles = group.iter();
            articles
                .filter_map(|(id, article)| Some((place(*id)?, *article)))
                .collect()
        });
        groups.collect()
    };
    let said = session.stories.iter();
    said.map(|said| SavedStory {
        groups: groups(said),
        together: said.together,
    })
    .collect()
}

fn pairs(session: &Session, place: impl Fn(SourceId) -> Option<usize>) -> Vec<SavedPair> {
    let saved = session.pairs.iter().filter_map(|((a, b), choices)| {
        Some(SavedPair {
            a: place(a)?,
            b: place(b)?,
            choices: choices.iter().filter_map(SavedChoice::of).collect(),
        })
    });
    let mut saved: Vec<SavedPair> = saved.filter(|pair| !pair.choices.is_empty()).collect();
    saved.sort_by_key(|pair| (pair.a, pair.b));
    saved
}
