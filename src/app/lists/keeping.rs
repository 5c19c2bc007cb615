//! The user's own word lists: kept with what is open once they are read.

use std::path::PathBuf;

use crate::app::jobs::Event;
use crate::app::layers::Layer;
use crate::app::lists::read::{ListsRead, read};
use crate::app::state::App;

impl App {
    /// Reads word lists, to be kept with what is open.
    pub(in crate::app) fn read_lists(&mut self, paths: Vec<PathBuf>) {
        let before = self.session().lists.clone();
        self.jobs.start("reading lists", move |events| {
            events.emit(Event::Lists(Box::new(read(paths, before))));
        });
    }

    /// Keeps the lists that were read, and says what became of each file.
    pub(in crate::app) fn on_lists(&mut self, read: ListsRead) {
        if self.session().lists != read.before {
            // Others came or went meanwhile.
            self.read_lists(read.paths);
            return;
        }
        let after = read.after;
        if after.lists().len() > read.before.lists().len() {
            self.preferences.layers.switch_on(Layer::Lists);
        }
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
