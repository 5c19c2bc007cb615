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
    /// `document` is the document that is open, and how it holds its articles. Nothing after the end.
    ///
    /// # Errors
    /// Why it could not be written; the copy before is still there.
    pub fn save(
        &self,
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
            Articles::Embedded,
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
