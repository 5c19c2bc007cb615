//! From the bytes of a document to a session. Nothing in them is trusted.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;

use super::article::{TextFile, text_sha256};
use super::choice::{SavedChoice, SavedPassage};
use super::correction::apply;
use super::error::shortened;
use super::pin::SavedPin;
use super::{
    Articles, Content, DocumentError, File, KIND, LAYOUT, MOST_BYTES, Problem, Recovery,
    SavedArticle, SavedPair, SavedSource, SavedStory, file_path,
};
use crate::article::{Article, Place, Side};
use crate::compare::Choice;
use crate::compare::stories::StoryChoice;
use crate::load::LoadError;
use crate::score::lists::OwnLists;
use crate::score::second::Said;
use crate::session::collected::Kept;
use crate::session::{Session, Source, SourceId, StorySaid};

/// How far into a file its kind is looked for where it cannot be read as JSON.
const HEAD: usize = 1024;

/// A document that was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// What it holds.
    pub session: Session,
    /// How it holds articles that came from files.
    pub articles: Articles,
    /// What did not open as it was saved.
    pub problems: Vec<Problem>,
    /// What the second reader said of articles as they are.
    pub said: Vec<(Arc<Article>, Arc<Said>)>,
}

impl Opened {
    /// Whether everything is there. If not, saving over the document would lose the rest: ask for
    /// another name.
    pub fn is_whole(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Opens the document `bytes`, which stands at `at`. `load` reads the articles of a file that the
/// document refers to, or says why it cannot; it is asked once a file, and never for a document with
/// embedded articles.
pub fn from_bytes(
    bytes: &[u8],
    at: &Path,
    load: impl FnMut(&Path) -> Result<Vec<Article>, LoadError>,
) -> Result<Opened, DocumentError> {
    read(bytes, at, load).map(|(opened, _)| opened)
}

pub(in crate::session) fn read(
    bytes: &[u8],
    at: &Path,
    load: impl FnMut(&Path) -> Result<Vec<Article>, LoadError>,
) -> Result<(Opened, Option<Recovery>), DocumentError> {
    check_kind(bytes)?;
    let file: File = serde_json::from_slice(bytes).map_err(|error| json_error(&error))?;
    check(&file)?;
    let mut reader = Reader {
        folder: at.parent().unwrap_or(at),
        load,
        loaded: BTreeMap::new(),
        problems: Vec::new(),
        said: Vec::new(),
    };
    let mut session = Session {
        settings: file.settings,
        seed: file.seed,
        ..Session::default()
    };
    let mut places = Vec::with_capacity(file.sources.len());
    for saved in file.sources {
        let (source, place) = reader.source(saved, session.next_id)?;
        places.push(place);
        if let Some(source) = source {
            session.next_id += 1;
            session.sources.push(source);
        }
    }
    session.shown = file.shown.map(|at| places.get(at?)?.id);
    for pair in file.choices {
        add_choices(&mut session, &places, &pair);
    }
    for saved in file.stories {
        session.say_of_stories(said(saved, &places));
    }
    session.same_stories = file.same_stories;
    for hidden in file.hidden {
        if let Some(id) = places.get(hidden).and_then(|now| now.id) {
            session.hide(id, true);
        }
    }
    session.arranged.0 = session.arrangement();
    session.orient();
    session.notes = file.notes;
    session.source_notes = Arc::new(file.source_notes);
    session.draft = Arc::new(file.draft);
    session.study = file.study.map(Arc::new);
    session.filter = Arc::new(file.filter);
    match OwnLists::from_saved(file.lists) {
        Ok(lists) => session.lists = lists,
        Err(why) => reader.problems.push(Problem::Lists { why }),
    }
    session
        .collected
        .extend(file.pinned.into_iter().filter_map(|pin| kept(pin, &places)));
    let opened = Opened {
        session,
        articles: file.articles,
        problems: reader.problems,
        said: reader.said,
    };
    Ok((opened, file.recovery))
}

/// What a file says of itself.
#[derive(Deserialize)]
struct Head {
    schema: Option<String>,
    version: Option<String>,
}

fn check_kind(bytes: &[u8]) -> Result<(), DocumentError> {
    if bytes.len() > MOST_BYTES {
        return Err(DocumentError::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(DocumentError::CutOff);
    }
    let head: Head = serde_json::from_slice(bytes).map_err(|error| {
        let beginning = bytes.get(..HEAD).unwrap_or(bytes);
        if memchr::memmem::find(beginning, KIND.as_bytes()).is_none() {
            return DocumentError::NotADocument;
        }
        json_error(&error)
    })?;
    let schema = head.schema.ok_or(DocumentError::NotADocument)?;
    let layout = schema.strip_prefix(KIND).and_then(|n| n.parse().ok());
    match layout {
        Some(LAYOUT) => Ok(()),
        Some(layout) if layout > LAYOUT => Err(DocumentError::Newer {
            version: shortened(&head.version.unwrap_or_default()),
            layout,
        }),
        _ => Err(DocumentError::OtherSchema {
            found: shortened(&schema),
        }),
    }
}

fn json_error(error: &serde_json::Error) -> DocumentError {
    if error.is_eof() {
        DocumentError::CutOff
    } else {
        DocumentError::damaged(error)
    }
}

/// Whether every position points at something.
fn check(file: &File) -> Result<(), DocumentError> {
    let wrong = |what: &'static str| Err(DocumentError::damaged(&what));
    let count = |source: usize| file.sources.get(source).map(|source| source.articles.len());
    if u32::try_from(file.sources.len()).is_err() {
        return wrong("it has too many sources");
    }
    for source in &file.sources {
        if source.current >= source.articles.len() {
            return wrong("a source has no article to read");
        }
    }
    let [a, b] = file.shown;
    if a.is_some() && a == b || [a, b].into_iter().flatten().any(|at| count(at).is_none()) {
        return wrong("it shows a source that is not there");
    }
    for pin in &file.pinned {
        if let SavedPin::Place(place) = pin
            && count(place.source).is_none_or(|articles| place.article >= articles)
        {
            return wrong("something was added to the report of an article that is not there");
        }
    }
    let mut seen = BTreeSet::new();
    for pair in &file.choices {
        let (Some(of_a), Some(of_b)) = (count(pair.a), count(pair.b)) else {
            return wrong("a match is of a source that is not there");
        };
        let there = |c: &SavedChoice| c.a.article < of_a && c.b.article < of_b;
        if pair.a == pair.b || !pair.choices.iter().all(there) {
            return wrong("a match is of an article that is not there");
        }
        if !seen.insert((pair.a.min(pair.b), pair.a.max(pair.b))) {
            return wrong("the matches of two sources stand there twice");
        }
    }
    Ok(())
}

/// Where the source and the articles of a place in the file are now.
#[derive(Default)]
struct NowAt {
    id: Option<SourceId>,
    /// By position in the file; `None` for one left out.
    articles: Vec<Option<usize>>,
}

impl NowAt {
    fn passage(&self, side: Side, passage: SavedPassage) -> Option<Place> {
        let article = self.articles.get(passage.article).copied().flatten()?;
        Some(passage.at(side, article))
    }
}

fn add_choices(session: &mut Session, places: &[NowAt], pair: &SavedPair) {
    let (Some(at_a), Some(at_b)) = (places.get(pair.a), places.get(pair.b)) else {
        return;
    };
    if let (Some(a), Some(b)) = (at_a.id, at_b.id) {
        let choices = pair.choices.iter().filter_map(|choice| {
            Some(Choice {
                a: at_a.passage(Side::A, choice.a)?,
                b: at_b.passage(Side::B, choice.b)?,
                together: choice.together,
            })
        });
        Arc::make_mut(&mut session.pairs).insert(a, b, choices);
    }
}

/// What was said of stories, without articles that were left out.
fn said(saved: SavedStory, places: &[NowAt]) -> StorySaid {
    let teller = |(source, article): (usize, usize)| {
        let now = places.get(source)?;
        Some((now.id?, now.articles.get(article).copied().flatten()?))
    };
    let saved: StoryChoice<(usize, usize)> = StoryChoice {
        groups: saved.groups,
        together: saved.together,
    };
    saved.placed(|at| teller(*at))
}

/// What was added to the report; `None` for a place in an article that was left out.
fn kept(pin: SavedPin, places: &[NowAt]) -> Option<Kept> {
    let SavedPin::Place(place) = pin else {
        return pin.pin().map(Kept::Other);
    };
    let now = places.get(place.source)?;
    let article = now.articles.get(place.article).copied().flatten()?;
    Some(Kept::place(now.id?, place.at(article)))
}

/// An article as it was opened first, and as it is corrected.
type Corrected = (Arc<Article>, Arc<Article>);

/// The articles of one file, by name.
struct Loaded {
    articles: BTreeMap<String, Arc<Article>>,
    sha256: String,
}

struct Reader<'a, L> {
    folder: &'a Path,
    load: L,
    /// Every file asked for so far, or why it could not be read.
    loaded: BTreeMap<PathBuf, Result<Loaded, LoadError>>,
    problems: Vec<Problem>,
    said: Vec<(Arc<Article>, Arc<Said>)>,
}

impl<L: FnMut(&Path) -> Result<Vec<Article>, LoadError>> Reader<'_, L> {
    /// A source under the identity `id`; `None` if all its articles were left out.
    fn source(
        &mut self,
        saved: SavedSource,
        id: u32,
    ) -> Result<(Option<Source>, NowAt), DocumentError> {
        let mut now = NowAt::default();
        let (mut opened, mut articles) = (Vec::new(), Vec::new());
        for saved in saved.articles {
            let read = self.article(saved)?;
            now.articles.push(read.is_some().then_some(opened.len()));
            if let Some((before, corrected)) = read {
                opened.push(before);
                articles.push(corrected);
            }
        }
        if articles.is_empty() {
            return Ok((None, now));
        }
        let id = SourceId(id);
        now.id = Some(id);
        let current = now.articles.get(saved.current).copied().flatten();
        let source = Source {
            id,
            opened_name: saved.name.clone(),
            name: saved.name,
            articles: Arc::new(articles),
            opened: Arc::new(opened),
            current: current.unwrap_or(0),
        };
        Ok((Some(source), now))
    }

    /// An article; `None` if it was left out.
    fn article(&mut self, saved: SavedArticle) -> Result<Option<Corrected>, DocumentError> {
        let opened = match saved.content {
            Content::Text(text) => {
                let article = text.into_article(self.folder);
                Arc::new(article.map_err(|what| DocumentError::damaged(&what))?)
            }
            Content::File(file) => match self.file(&file) {
                Ok(article) => article,
                Err(problem) => {
                    self.problems.push(problem);
                    return Ok(None);
                }
            },
        };
        let mut corrected = Arc::clone(&opened);
        let mut all = true;
        for correction in saved.corrections {
            all &= apply(correction, Arc::make_mut(&mut corrected));
        }
        if let Some(said) = saved.second.and_then(|read| read.into_said(&corrected)) {
            self.said.push((Arc::clone(&corrected), said));
        }
        if !all {
            let name = opened.origin.name.clone();
            self.problems.push(Problem::LostCorrection { name });
        }
        Ok(Some((opened, corrected)))
    }

    fn file(&mut self, file: &TextFile) -> Result<Arc<Article>, Problem> {
        let path = file_path::resolve(&file.path, self.folder);
        let name = file.name.clone();
        let load = &mut self.load;
        let loaded = self.loaded.entry(path.clone()).or_insert_with(|| {
            let articles = load(&path)?;
            let sha256 = articles
                .first()
                .map(|article| article.origin.sha256.clone());
            let mut by_name = BTreeMap::new();
            for article in articles {
                let name = article.origin.name.clone();
                by_name.entry(name).or_insert_with(|| Arc::new(article));
            }
            Ok(Loaded {
                articles: by_name,
                sha256: sha256.unwrap_or_default(),
            })
        });
        let loaded = match loaded {
            Ok(loaded) => loaded,
            Err(error) => {
                let reason = error.problem.to_string();
                return Err(Problem::Missing { name, path, reason });
            }
        };
        if loaded.sha256 != file.sha256 {
            return Err(Problem::Changed { name, path });
        }
        let Some(article) = loaded.articles.get(&file.name).map(Arc::clone) else {
            return Err(Problem::NotFound { name, path });
        };
        if text_sha256(&article) != file.text_sha256 {
            self.problems.push(Problem::ReadDifferently { name, path });
        }
        Ok(article)
    }
}
