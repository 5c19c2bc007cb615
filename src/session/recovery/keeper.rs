//! The copy that a running program keeps of its own unsaved work.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::orphan::{continued, remove, sweep_locks, take};
use super::{ENDING, LOCK, PREFIX, RecoveryError};
use crate::export::{Claim, save_atomic, sweep};
use crate::session::Session;
use crate::session::document::{self, Articles, Readings, Recovery};

/// Of more text than this, in bytes, a copy names the files instead: it would take several times the text in memory
/// and on the disk, with every change.
const MOST_TEXT: usize = 16 * 1024 * 1024;

/// Keeps the copy of one running program. Safe to use from any thread; what is asked for is done in turn.
#[derive(Debug)]
pub struct Keeper {
    /// Where the copy stands, if there is one.
    path: PathBuf,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    /// Held while the program lives; `None` once it has ended in order.
    own: Option<Claim>,
    /// Copies of others that were opened here, by file name.
    adopted: BTreeMap<String, Claim>,
}

impl Keeper {
    /// Begins in the data folder `data`, which is made if it is not there. What saves and programs that
    /// were ended left there is cleaned away, but for copies.
    ///
    /// # Errors
    /// Where the folder cannot be used: no copy can be kept.
    pub fn start(data: &Path) -> Result<Self, RecoveryError> {
        make_private(data).map_err(RecoveryError::io(data))?;
        sweep(data);
        sweep_locks(data);
        let prefix = format!("{PREFIX}-");
        let own = Claim::make(data, &prefix, &format!(".{LOCK}"), false);
        let own = own.map_err(RecoveryError::io(data))?;
        Ok(Self {
            path: own.path().with_extension(ENDING),
            state: Mutex::new(State {
                own: Some(own),
                adopted: BTreeMap::new(),
            }),
        })
    }

    /// Where the copy stands, if there is one.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the copy, whole or not at all, at the moment `now` (as [`crate::export::now`] gives it);
    /// `document` is the document that is open, and how it holds its articles. Nothing after the end. Of collections of
    /// many megabytes it says where they lie, as everything the user did to them; all other articles are in it.
    ///
    /// # Errors
    /// Why it could not be written; the copy before is still there.
    pub fn save(
        &self,
        session: &Session,
        document: Option<(&Path, Articles)>,
        now: &str,
    ) -> Result<(), RecoveryError> {
        self.save_holding(MOST_TEXT, session, document, now)
    }

    /// The same, holding the articles themselves up to so much text.
    fn save_holding(
        &self,
        most: usize,
        session: &Session,
        document: Option<(&Path, Articles)>,
        now: &str,
    ) -> Result<(), RecoveryError> {
        let recovery = Recovery {
            saved: now.to_owned(),
            document: document.and_then(|(path, _)| path.to_str().map(str::to_owned)),
            articles: document.map(|(_, articles)| articles).unwrap_or_default(),
            continues: session.continues().map(str::to_owned),
        };
        let bytes = document::write(
            session,
            &Readings::default(),
            if text(session) > most {
                Articles::Referenced
            } else {
                Articles::Embedded
            },
            &self.path,
            Some(recovery),
        )?;
        let state = self.state();
        if state.own.is_some() {
            save_atomic(&self.path, &bytes)?;
        }
        Ok(())
    }

    /// Removes the copy: everything is saved, or nothing is left to be lost.
    ///
    /// # Errors
    /// What the system says.
    pub fn clear(&self) -> Result<(), RecoveryError> {
        let state = self.state();
        if state.own.is_some() {
            remove_file(&self.path)?;
        }
        Ok(())
    }

    /// Takes hold of a copy that was left behind, so that no other window offers or removes it. The file
    /// stays as it is: whether it is still needed is known at the end.
    ///
    /// # Errors
    /// Where another window has it open.
    pub fn adopt(&self, copy: &Path) -> Result<(), RecoveryError> {
        let name = copy.file_name().and_then(|name| name.to_str());
        let name = name.unwrap_or_default().to_owned();
        let mut state = self.state();
        if let Entry::Vacant(free) = state.adopted.entry(name) {
            let claim = take(copy)?;
            if !copy.exists() {
                let _ = claim.remove();
                return Err(RecoveryError::io(copy)(io::ErrorKind::NotFound.into()));
            }
            free.insert(claim);
        }
        Ok(())
    }

    /// The program ends in order, and the user was asked about unsaved work in `session`: its copy is
    /// removed, with those that it continues. A copy that was opened here and is not what `session` came
    /// from is left for the next start.
    ///
    /// # Errors
    /// What could not be removed.
    pub fn close(&self, session: &Session) -> Result<(), RecoveryError> {
        let mut state = self.state();
        let Some(own) = state.own.take() else {
            return Ok(());
        };
        remove(&self.path, own)?;
        let mut next = session
            .continues()
            .map(|name| self.path.with_file_name(name));
        while let Some(path) = next {
            let name = path.file_name().and_then(|name| name.to_str());
            let held = name.and_then(|name| state.adopted.remove(name));
            let claim = match held {
                Some(claim) => claim,
                None if path.exists() => take(&path)?,
                None => break,
            };
            next = continued(&path);
            remove(&path, claim)?;
        }
        state.adopted.clear();
        Ok(())
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The text of all that is open, in bytes.
fn text(session: &Session) -> usize {
    let articles = session
        .sources()
        .iter()
        .flat_map(|source| source.articles.iter());
    let blocks = articles.flat_map(|article| &article.blocks);
    blocks.map(|block| block.text.len()).sum()
}

fn remove_file(path: &Path) -> Result<(), RecoveryError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(RecoveryError::io(path)(error))
        }
        _ => Ok(()),
    }
}

/// Makes a folder that only its owner may look into, if it is not there.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::orphans;
    use super::*;
    use crate::article::Side;
    use crate::load;
    use crate::session::Condition;

    #[test]
    fn a_copy_of_large_collections_says_where_they_lie() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("news.jsonl");
        let record =
            |n: usize| format!(r#"{{"id": "{n}", "text": "The council met on day {n}."}}"#);
        fs::write(&file, (0..9).map(record).collect::<Vec<_>>().join("\n"))?;
        let data = folder.path().join("data");
        let mut session = Session::default();
        let read = load::open(&file)?.into_iter().map(Arc::new).collect();
        session.open(Side::A, "Star", read);
        let pasted = load::from_text("A text that was pasted. It lies nowhere else.", "Pasted")?;
        session.open(Side::B, "Pasted", vec![Arc::new(pasted)]);
        session.read_article(Side::A, 4);
        session.set_filter(|filter| filter.add(Condition::Words("day".to_owned())));
        let sizes = [usize::MAX, 0].map(|most| -> Result<usize, Box<dyn std::error::Error>> {
            let keeper = Keeper::start(&data)?;
            keeper.save_holding(most, &session, None, "2024-03-31T10:00:00Z")?;
            let size = fs::read(keeper.path())?.len();
            let held = fs::read_to_string(keeper.path())?;
            assert_eq!(held.contains("The council met on day 4."), most > 0);
            assert!(held.contains("It lies nowhere else."));
            // The program is gone without an orderly end.
            drop(keeper);
            let mut left = orphans(&data)?;
            let recovered = left.pop().ok_or("no copy")?.content?;
            assert!(recovered.opened.is_whole());
            let session = &recovered.opened.session;
            assert_eq!(session.current(Side::A), 4);
            assert_eq!(session.filter().conditions().len(), 1);
            let articles = |side| session.source(side).map(|source| source.articles.clone());
            assert_eq!(articles(Side::A).map(|all| all.len()), Some(9));
            assert_eq!(articles(Side::B).map(|all| all.len()), Some(1));
            super::super::discard(&left_path(&data)?)?;
            Ok(size)
        });
        let [whole, named] = sizes;
        assert!(whole? > 0 && named? > 0);
        Ok(())
    }

    fn left_path(data: &Path) -> io::Result<PathBuf> {
        let mut names = fs::read_dir(data)?.flatten().map(|entry| entry.path());
        let is_copy = |path: &PathBuf| path.extension().is_some_and(|end| end == ENDING);
        names
            .find(is_copy)
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}
