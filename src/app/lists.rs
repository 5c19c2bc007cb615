//! The user's own word lists: read from files, kept with what is open.

use std::path::PathBuf;

use crate::score::lists::{OwnLists, ReadList};
use crate::text::{counted, shown};
use crate::workspace::{UnreadList, read_list};

use super::jobs::Event;
use super::state::App;

/// What came of reading lists: those there were before, those there are after, and what is said of each file.
pub(super) struct ListsRead {
    paths: Vec<PathBuf>,
    before: OwnLists,
    after: OwnLists,
    told: Vec<Told>,
}

/// What is said of a file: what was read, and what was left out; or why nothing was.
type Told = Result<(String, Vec<String>), String>;

impl App {
    /// Reads word lists, to be kept with what is open.
    pub(super) fn read_lists(&mut self, paths: Vec<PathBuf>) {
        let before = self.session().lists.clone();
        self.jobs.start("reading lists", move |events| {
            let mut after = before.clone();
            let told = paths.iter().map(|path| {
                let added = read_list(path).and_then(|read| add(&mut after, read));
                added.map_err(|why| format!("{}: {why}. Nothing was changed.", shown(path)))
            });
            let told = told.collect();
            events.emit(Event::Lists(Box::new(ListsRead {
                paths,
                before,
                after,
                told,
            })));
        });
    }

    /// Keeps the lists that were read, and says what became of each file.
    pub(super) fn on_lists(&mut self, read: ListsRead) {
        if self.session().lists != read.before {
            // Others came or went meanwhile.
            self.read_lists(read.paths);
            return;
        }
        let after = read.after;
        self.workspace
            .edit("word list", move |session| session.lists = after);
        for told in read.told {
            match told {
                Ok((said, warnings)) => {
                    self.messages.info(said);
                    if !warnings.is_empty() {
                        self.messages.error(warnings.join(" "));
                    }
                }
                Err(why) => self.messages.error(why),
            }
        }
    }
}

fn add(lists: &mut OwnLists, read: ReadList) -> Result<(String, Vec<String>), UnreadList> {
    let ReadList { list, warnings } = read;
    let name = list.name.clone();
    let entries = counted(list.entries.len(), "entry");
    let replaces = lists.lists().iter().any(|known| known.name == name);
    let place = if replaces {
        ", in place of the list of that name"
    } else {
        ""
    };
    *lists = lists.with(list)?;
    let said =
        format!("Word list “{name}”: {entries}{place}. Compare shows it, Settings lists it.");
    let warnings = warnings.into_iter();
    let warnings = warnings.map(|warning| format!("Word list “{name}”: {warning}"));
    Ok((said, warnings.collect()))
}
