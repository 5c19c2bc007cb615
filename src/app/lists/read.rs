//! Reading the user's own word lists from files, off the window's thread: what came of it.

use std::path::PathBuf;

use crate::score::lists::{OwnLists, ReadList};
use crate::text::{shown, tr, tr_counted};
use crate::workspace::{UnreadList, read_list};

/// What came of reading lists: those there were before, those there are after, and what is said of each file.
pub(in crate::app) struct ListsRead {
    pub(in crate::app) paths: Vec<PathBuf>,
    pub(in crate::app) before: OwnLists,
    pub(in crate::app) after: OwnLists,
    pub(in crate::app) told: Vec<Told>,
}

/// What is said of a file: what was read, and what was left out; or why nothing was.
pub(in crate::app) type Told = Result<(String, Vec<String>), String>;

/// Reads lists and adds them to those there are.
pub(in crate::app) fn read(paths: Vec<PathBuf>, before: OwnLists) -> ListsRead {
    let mut after = before.clone();
    let told = paths.iter().map(|path| {
        let added = read_list(path).and_then(|read| add(&mut after, read));
        added.map_err(|why| tr!("{}: {why}. Nothing was changed.", shown(path); why))
    });
    let told = told.collect();
    ListsRead {
        paths,
        before,
        after,
        told,
    }
}

fn add(lists: &mut OwnLists, read: ReadList) -> Result<(String, Vec<String>), UnreadList> {
    let ReadList { list, warnings } = read;
    let name = list.name.clone();
    let entries = tr_counted(list.entries.len(), "entry");
    let replaces = lists.lists().iter().any(|known| known.name == name);
    let place = if replaces {
        tr!(", in place of the list of that name")
    } else {
        ""
    };
    *lists = lists.with(list)?;
    let said = tr!(
        "Word list “{name}”: {entries}{place}. Read marks it, Compare shows it, Settings lists it."; name, entries, place);
    let warnings = warnings.into_iter();
    let warnings = warnings.map(|warning| tr!("Word list “{name}”: {warning}"; name, warning));
    Ok((said, warnings.chain(lists.conflicts()).collect()))
}
