//! The user's own word lists, as every command that looks for them takes them.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::load::{Hint, Input, ReadOptions, decode};
use crate::score::lists::{ListFinder, ReadList, read};
use crate::text::shown;

/// Word lists of the user's own.
#[derive(Debug, clap::Args)]
pub(super) struct OwnLists {
    /// A word list of your own to look for as well: lines, a table, JSON or a LIWC .dic; may be given several times
    #[arg(long = "list", value_name = "LIST")]
    lists: Vec<PathBuf>,
}

impl OwnLists {
    /// The lists, with what is to be said of each on `err`; `None` where one cannot be used.
    pub(super) fn read(&self, err: &mut dyn Write) -> anyhow::Result<Option<ListFinder>> {
        let mut lists = Vec::new();
        for path in &self.lists {
            match one(path) {
                Ok(ReadList { list, warnings }) => {
                    for warning in warnings {
                        writeln!(err, "parallax: {}: {warning}", shown(path))?;
                    }
                    lists.push(list);
                }
                Err(error) => {
                    writeln!(err, "parallax: {}: {error}", shown(path))?;
                    return Ok(None);
                }
            }
        }
        match ListFinder::new(lists) {
            Ok(finder) => Ok(Some(finder)),
            Err(error) => {
                writeln!(err, "parallax: {error}")?;
                Ok(None)
            }
        }
    }
}

fn one(path: &Path) -> anyhow::Result<ReadList> {
    let bytes = std::fs::read(path)?;
    let input = Input::from_bytes(&shown(path), bytes, &ReadOptions::default());
    let text = decode(&input.bytes, Hint::Plain, None).text;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok(read(&text, &name, &input.sha256)?)
}
