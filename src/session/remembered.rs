//! What is remembered from one start to the next: one JSON object in the data folder, saved whole, shared
//! by all windows. Each key's last change counts, whichever window made it; files opened last are united.
//! A file that cannot be read is set aside under another name, never replaced in silence.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Map, Value};

use super::recent::Recent;
use crate::export::{SaveError, save_atomic};

/// The file in the data folder.
const NAME: &str = "settings.json";
/// What is held while the file is read and written again.
const LOCK: &str = "settings.lock";
/// The largest file that is read, in bytes.
const MOST: u64 = 16 * 1024 * 1024;
/// How long another window is waited for.
const PATIENCE: Duration = Duration::from_secs(2);
/// The key of the files opened last.
pub const RECENT: &str = "recent";

/// Settings by name.
pub type Values = Map<String, Value>;

/// Why something could not be remembered. What was remembered before still is.
#[derive(Debug, thiserror::Error)]
pub enum RememberError {
    /// The file could not be written.
    #[error("settings {0}")]
    Save(#[from] SaveError),
    /// The file is there and cannot be read now.
    #[error("settings cannot be read at {}: {source}; nothing was changed there, and what is chosen now is forgotten when the window closes", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// What is remembered, as this window knows it.
#[derive(Debug)]
pub struct Remembered {
    data: PathBuf,
    /// What this window read first or wrote last: what differs from it was changed here.
    known: Values,
    /// The files opened last as this window listed them last: what is missing from its next list was
    /// forgotten here, all else was opened elsewhere.
    listed: Vec<PathBuf>,
}

/// What the file holds.
enum Content {
    Missing,
    Values(Values),
    /// No JSON object: why.
    Broken(String),
}

impl Remembered {
    /// Reads what is remembered in the data folder `data`. If it could not be read, why, and under which name
    /// it was set aside.
    pub fn open(data: &Path) -> (Self, Option<String>) {
        let mut remembered = Self {
            data: data.to_owned(),
            known: Values::new(),
            listed: Vec::new(),
        };
        let _held = remembered.hold();
        let told = match remembered.read() {
            Ok(Content::Missing) => None,
            Ok(Content::Values(values)) => {
                remembered.listed = list(values.get(RECENT));
                remembered.known = values;
                None
            }
            Ok(Content::Broken(why)) => Some(remembered.set_aside(&why)),
            Err(why) => Some(why.to_string()),
        };
        (remembered, told)
    }

    /// What is remembered in the data folder `data`, to be looked at only; nothing if that cannot be read.
    pub fn peek(data: &Path) -> Values {
        let looking = Self {
            data: data.to_owned(),
            known: Values::new(),
            listed: Vec::new(),
        };
        match looking.read() {
            Ok(Content::Values(values)) => values,
            _ => Values::new(),
        }
    }

    /// What is remembered.
    pub const fn values(&self) -> &Values {
        &self.known
    }

    /// Says that `values` are what this window goes by where nothing is remembered: they are no changes.
    pub fn assume(&mut self, values: Values) {
        for (key, value) in values {
            self.known.entry(key).or_insert(value);
        }
    }

    /// Remembers `ours`: keys that differ from what this window knew last are written, all others stay as
    /// other windows left them. Gives everything that is remembered now.
    ///
    /// # Errors
    /// Why it could not be written; and, with what was set aside, what is told of a broken file.
    pub fn save(&mut self, ours: &Values) -> Result<(Values, Option<String>), RememberError> {
        let known = self.known.clone();
        let changed = |key: &String, value: &Value| known.get(key) != Some(value);
        if !ours.iter().any(|(key, value)| changed(key, value)) {
            return Ok((known, None));
        }
        fs::create_dir_all(&self.data).map_err(self.io())?;
        let _held = self.hold();
        let (theirs, told) = match self.read()? {
            Content::Missing => (Values::new(), None),
            Content::Values(values) => (values, None),
            // What this window read of it still counts.
            Content::Broken(why) => (known.clone(), Some(self.set_aside(&why))),
        };
        let mut merged = theirs;
        for (key, value) in ours {
            if key == RECENT {
                let recent = recent(&self.listed, value, merged.get(key));
                merged.insert(key.clone(), recent);
            } else if changed(key, value) {
                merged.insert(key.clone(), value.clone());
            }
        }
        let mut bytes = serde_json::to_vec_pretty(&merged).unwrap_or_default();
        bytes.push(b'\n');
        save_atomic(&self.path(), &bytes)?;
        self.listed = list(ours.get(RECENT));
        // A change is one to what this window had: another window's is not taken back by it.
        self.known.extend(ours.clone());
        Ok((merged, told))
    }

    /// Puts the file under another name, because of `why`; what is to be told of it. Nothing is remembered
    /// then, and everything is written at the next change.
    pub fn set_aside(&mut self, why: &str) -> String {
        self.known.clear();
        let path = self.path();
        let aside = (1..).map(|number| self.data.join(format!("settings-broken-{number}.json")));
        let free = aside.into_iter().find(|aside| !aside.exists());
        let free = free.unwrap_or_else(|| path.with_extension("broken"));
        match fs::rename(&path, &free) {
            Ok(()) => format!(
                "The settings could not be read ({why}). They were set aside as {}; what could not be read begins anew.",
                free.display()
            ),
            Err(error) => format!(
                "The settings at {} cannot be read ({why}) nor set aside: {error}.",
                path.display()
            ),
        }
    }

    fn read(&self) -> Result<Content, RememberError> {
        let path = self.path();
        let about = match fs::metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Content::Missing),
            about => about.map_err(self.io())?,
        };
        if !about.is_file() {
            return Ok(Content::Broken("it is no file".to_owned()));
        }
        let mut bytes = Vec::new();
        let read = File::open(&path).and_then(|file| file.take(MOST + 1).read_to_end(&mut bytes));
        read.map_err(self.io())?;
        if bytes.len() as u64 > MOST {
            return Ok(Content::Broken("it is too large".to_owned()));
        }
        Ok(match serde_json::from_slice(&bytes) {
            Ok(Value::Object(values)) => Content::Values(values),
            Ok(_) => Content::Broken("it holds no settings".to_owned()),
            Err(error) => Content::Broken(error.to_string()),
        })
    }

    fn path(&self) -> PathBuf {
        self.data.join(NAME)
    }

    fn io(&self) -> impl FnOnce(io::Error) -> RememberError {
        let path = self.path();
        |source| RememberError::Io { path, source }
    }

    /// Keeps other windows from writing while what this gives is there. Where locks do not work or another
    /// window takes too long, the file is still written whole.
    fn hold(&self) -> Option<File> {
        let path = self.data.join(LOCK);
        let mut options = OpenOptions::new();
        let file = (options.read(true).write(true).create(true).truncate(false))
            .open(path)
            .ok()?;
        let end = Instant::now() + PATIENCE;
        while let Err(TryLockError::WouldBlock) = file.try_lock() {
            if Instant::now() > end {
                return None;
            }
            thread::sleep(Duration::from_millis(5));
        }
        Some(file)
    }
}

/// The files opened last: what was opened or forgotten here since `listed`, on top of what others remember.
fn recent(listed: &[PathBuf], ours: &Value, theirs: Option<&Value>) -> Value {
    let merged = Recent::merged(listed, &list(Some(ours)), &list(theirs));
    serde_json::to_value(merged).unwrap_or_else(|_| ours.clone())
}

fn list(value: Option<&Value>) -> Vec<PathBuf> {
    let list = value.and_then(|value| serde_json::from_value(value.clone()).ok());
    list.unwrap_or_default()
}
