//! What panels ask for, most often and in words; each is done before the next frame.

use std::path::PathBuf;

use crate::article::{BlockKind, Place, Side};
use crate::load::Mapping;
use crate::session::{Session, SourceId};

use super::command::Command;
use super::state::{Actions, App};
use super::view::Focus;
use crate::text::{one_line, shorten, tr};
use crate::workspace::Placing;

/// How much of what was copied is said, in characters.
const COPIED: usize = 60;

impl Actions {
    /// A command.
    pub(super) fn run(&mut self, command: Command) {
        self.push(move |app, ctx| command.run(app, ctx));
    }

    /// Selects something in the text, whose article is read from now on.
    pub(super) fn select(&mut self, place: Place) {
        self.push(move |app, _| app.select(Some(place)));
    }

    /// Selects something, in whichever article it is, and brings it into sight.
    pub(super) fn go_to(&mut self, place: Place) {
        self.push(move |app, _| app.go_to(place));
    }

    /// Shows the evidence of something that is no place in the text.
    pub(super) fn show(&mut self, focus: Focus) {
        self.push(move |app, _| app.show_focus(focus));
    }

    /// Puts text on the clipboard, and says so.
    pub(super) fn copy(&mut self, text: String) {
        self.push(move |app, ctx| app.copy(text, ctx));
    }

    /// Opens files.
    pub(super) fn open(&mut self, side: Side, placing: Placing, paths: Vec<PathBuf>) {
        self.push(move |app, _| app.read_files(side, placing, paths, Mapping::new()));
    }

    /// Shows another of the open sources.
    pub(super) fn show_source(&mut self, side: Side, id: SourceId) {
        self.edit("choice of source", move |session| session.show(side, id));
        self.push(|app, _| app.forget_places());
    }

    /// Changes what is open, as a step that can be undone.
    pub(super) fn edit(&mut self, label: &'static str, edit: impl FnOnce(&mut Session) + 'static) {
        self.push(move |app, _| app.workspace.edit(label, edit));
    }

    /// Says that a word is not tone here, or that it is again.
    pub(super) fn exclude(&mut self, word: String, excluded: bool) {
        let label = if excluded {
            tr!("leave out a word")
        } else {
            tr!("count a word")
        };
        self.edit(label, move |session| session.set_excluded(&word, excluded));
    }

    /// Says whether a passage of A and one of B belong together.
    pub(super) fn choose(&mut self, a: Place, b: Place, together: bool) {
        let label = if together {
            tr!("match")
        } else {
            tr!("rejected match")
        };
        self.edit(label, move |session| session.choose(a, b, together));
    }

    /// Counts a block as another kind.
    pub(super) fn set_kind(&mut self, place: Place, kind: BlockKind) {
        let label = if kind.is_scored() {
            tr!("restore")
        } else {
            tr!("set aside")
        };
        self.edit(label, move |session| session.set_block_kind(place, kind));
    }
}

impl App {
    /// Puts text on the clipboard, and says which.
    pub(super) fn copy(&mut self, text: String, ctx: &egui::Context) {
        let begins = shorten(&one_line(&text), COPIED);
        self.messages.info(match text.lines().count() {
            0 | 1 => tr!("Copied “{begins}”."; begins),
            lines => tr!("Copied {lines} lines: “{begins}”."; lines, begins),
        });
        ctx.copy_text(text);
    }

    /// Does `command` with the next frame, as if it had been chosen from a menu.
    pub fn request(&mut self, command: Command) {
        self.actions.run(command);
    }
}
