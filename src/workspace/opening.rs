//! From what is named to sources: the one rule for the window and the command line.
//!
//! An article belongs to the source its outlet names; without an outlet, to the one that the folder it
//! was found in names, or its file where the file itself was named. What is opened together becomes as
//! many sources as there are names, in the order in which they are met; the first two are compared, the
//! others can be chosen. Where each side is named for itself (`parallax A B`, `parallax compare A B`),
//! each is one source: of that name where all its articles agree, else of the name of what was named.

use std::path::PathBuf;
use std::sync::Arc;

use super::state::Workspace;
use crate::article::{Article, Side, Source};
use crate::load::{self, Import, ReadOptions};
use crate::work::Progress;

/// How what is opened becomes sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placing {
    /// As many sources as it names; the first in place of what was on its side.
    Apart,
    /// One source, in place of what was on its side.
    Together,
    /// Further articles of the source on its side.
    Add,
}

/// What is to be opened, and where.
pub type Opening = (Side, Placing, Vec<PathBuf>);

/// What the arguments of a command line open: one is opened as it is, two are a side each, more are
/// opened as one.
pub fn openings(paths: Vec<PathBuf>) -> Vec<Opening> {
    if paths.len() == 2 {
        let sides = Side::BOTH.into_iter().zip(paths);
        return sides
            .map(|(side, path)| (side, Placing::Together, vec![path]))
            .collect();
    }
    let any = !paths.is_empty();
    any.then_some((Side::A, Placing::Apart, paths))
        .into_iter()
        .collect()
}

/// Reads files and folders, on all cores.
pub fn read(
    paths: &[PathBuf],
    placing: Placing,
    options: &ReadOptions,
    progress: &Progress,
) -> Import {
    let mut import = load::open_all(paths, options, progress);
    import.sources = placed(import.sources, paths, placing);
    import
}

/// The first articles of large files, as [`read`] will give them with all others; `None` where there is no need to
/// wait.
pub fn first_look(
    paths: &[PathBuf],
    placing: Placing,
    options: &ReadOptions,
) -> Option<Vec<Source>> {
    let sources = load::first_look(paths, options)?;
    (placing != Placing::Add).then(|| placed(sources, paths, placing))
}

/// What was read as the sources it becomes.
fn placed(sources: Vec<Source>, paths: &[PathBuf], placing: Placing) -> Vec<Source> {
    if placing != Placing::Together || sources.len() < 2 {
        return sources;
    }
    let name = paths.first().map(|path| load::source_name(path));
    let articles = sources.into_iter().flat_map(|source| source.articles);
    vec![Source {
        name: name.unwrap_or_default(),
        articles: articles.collect(),
    }]
}

/// A source to be shown: its name and its articles, ready to be shared.
pub type Shared = (String, Vec<Arc<Article>>);

/// Makes sources ready to be shown: for many articles that takes longer than a frame.
pub fn shared(sources: Vec<Source>) -> Vec<Shared> {
    let share = |source: Source| {
        let articles = source.articles.into_iter().map(Arc::new);
        (source.name, articles.collect())
    };
    sources.into_iter().map(share).collect()
}

/// What the user should be told about articles that were opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placed {
    /// The names of articles that the source has already; they were not added again.
    pub repeated: Vec<String>,
    /// The name of a text that stands on both sides now.
    pub on_both_sides: Option<String>,
}

impl Workspace {
    /// Shows sources: the first on `side`, a second on the other side if that is empty; further ones are
    /// open and can be chosen. With [`Placing::Add`] all their articles join the source on `side`: the
    /// user said where they belong, whatever their outlet.
    pub fn place(&mut self, side: Side, placing: Placing, sources: Vec<Source>) -> Placed {
        self.place_shared(side, placing, shared(sources))
    }

    /// Opens sources as neither A nor B.
    pub fn place_further(&mut self, sources: Vec<Source>) {
        self.edit("open", |session| {
            for (name, articles) in shared(sources) {
                session.keep(&name, articles);
            }
        });
    }

    /// The same for sources that are ready to be shown.
    pub fn place_shared(&mut self, side: Side, placing: Placing, sources: Vec<Shared>) -> Placed {
        let mut sources = sources.into_iter();
        let mut placed = Placed::default();
        if placing == Placing::Add {
            let mut articles: Vec<Arc<Article>> = sources.flat_map(|(_, all)| all).collect();
            if let Some(source) = self.session().source(side) {
                articles.retain(|article| {
                    let repeated = (source.articles.iter()).any(|open| same_file(article, open));
                    placed
                        .repeated
                        .extend(repeated.then(|| article.origin.name.clone()));
                    !repeated
                });
            }
            let name = articles.first().map(|article| article.origin.name.clone());
            let name = name.unwrap_or_default();
            self.edit("open", |session| session.add(side, &name, articles));
            return placed;
        }
        let Some((name, articles)) = sources.next() else {
            return placed;
        };
        let other = side.other();
        if let (Some(new), Some(open)) = (articles.first(), self.session().article(other))
            && same_file(new, open)
        {
            placed.on_both_sides = Some(new.origin.name.clone());
        }
        let mut is_free = self.session().source(other).is_none();
        self.edit("open", |session| {
            session.open(side, &name, articles);
            for (name, articles) in sources {
                if std::mem::take(&mut is_free) {
                    session.open(other, &name, articles);
                } else {
                    session.keep(&name, articles);
                }
            }
        });
        placed
    }
}

/// Whether two articles were read from the same bytes.
fn same_file(one: &Article, other: &Article) -> bool {
    !one.origin.sha256.is_empty() && one.origin.sha256 == other.origin.sha256
}
