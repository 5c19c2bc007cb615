//! What the command line compares: each argument is one source.

use std::io::Write;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use crate::article::Article;
use crate::load::{self, ListedFile};
use crate::score::{Analysis, Settings, analyse};

/// A source with its articles and their scores.
pub(super) struct Source {
    pub(super) name: String,
    articles: Vec<(Article, Analysis)>,
}

impl Source {
    /// Reads one argument: a file, a folder of files, or `-` for standard input. What cannot be read
    /// is named on `err`; the second value says whether everything could be.
    pub(super) fn open(
        path: &Path,
        settings: &Settings,
        err: &mut dyn Write,
    ) -> anyhow::Result<(Self, bool)> {
        let mut articles = Vec::new();
        let mut whole = true;
        for file in load::find(&[path.to_owned()], &AtomicBool::new(false)) {
            if file.left_out.is_some() {
                continue;
            }
            match read(&file) {
                Ok(found) => articles.extend(found),
                Err(error) => {
                    writeln!(err, "parallax: {error:#}")?;
                    whole = false;
                }
            }
        }
        let name = name(path, &articles);
        let articles = articles
            .into_iter()
            .map(|article| {
                let analysis = analyse(&article, settings);
                (article, analysis)
            })
            .collect();
        Ok((Self { name, articles }, whole))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// The articles with their scores, borrowed as comparisons and charts take them.
    pub(super) fn pairs(&self) -> Vec<(&Article, &Analysis)> {
        self.articles.iter().map(|(a, s)| (a, s)).collect()
    }
}

/// Reads every article of a file that was found, or of standard input (`-`).
pub(super) fn read(file: &ListedFile) -> anyhow::Result<Vec<Article>> {
    if let Some(problem) = &file.failed {
        anyhow::bail!("{}: {problem}", file.path.display());
    }
    Ok(load::open(&file.path)?)
}

/// The outlet where all articles have the same, else the name of the file or folder.
fn name(path: &Path, articles: &[Article]) -> String {
    let outlet = articles.first().and_then(|article| article.outlet.as_ref());
    if let Some(outlet) = outlet.filter(|o| articles.iter().all(|a| a.outlet.as_ref() == Some(o))) {
        return outlet.clone();
    }
    match path.file_stem() {
        Some(stem) if path.as_os_str() != "-" => stem.to_string_lossy().into_owned(),
        _ => "standard input".to_owned(),
    }
}
