//! The user's own word lists, as every command that looks for them takes them.

use std::io::Write;
use std::path::PathBuf;

use crate::score::lists::{self, ReadList};
use crate::text::shown;
use crate::workspace::read_list;

/// Word lists of the user's own.
#[derive(Debug, clap::Args)]
pub(super) struct OwnLists {
    /// A word list of your own to look for as well: lines, a table, JSON or a LIWC .dic; may be given several times
    #[arg(long = "list", value_name = "LIST")]
    lists: Vec<PathBuf>,
}

impl OwnLists {
    /// The lists, with what is to be said of each on `err`; `None` where one cannot be used.
    pub(super) fn read(&self, err: &mut dyn Write) -> anyhow::Result<Option<lists::OwnLists>> {
        let mut all = Vec::new();
        for path in &self.lists {
            match read_list(path) {
                Ok(ReadList { list, warnings }) => {
                    for warning in warnings {
                        writeln!(err, "parallax: {}: {warning}", shown(path))?;
                    }
                    all.push(list);
                }
                Err(error) => {
                    writeln!(err, "parallax: {}: {error}", shown(path))?;
                    return Ok(None);
                }
            }
        }
        match lists::OwnLists::new(all) {
            Ok(own) => {
                for conflict in own.conflicts() {
                    writeln!(err, "parallax: {conflict}")?;
                }
                Ok(Some(own))
            }
            Err(error) => {
                writeln!(err, "parallax: {error}")?;
                Ok(None)
            }
        }
    }
}
