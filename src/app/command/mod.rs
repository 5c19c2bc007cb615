//! What a person can do: [`table`] holds every command, [`entry`] says what belongs to one.

mod entry;
pub(super) mod keyboard;
pub(super) mod menu;
mod table;

use egui::{Context, KeyboardShortcut};

pub(super) use entry::About;
pub use table::Command;

use crate::app::state::App;
use menu::Menu;

impl Command {
    /// The menu it stands in.
    pub fn menu(self) -> Menu {
        self.about().menu
    }

    /// What it is called. Ends in "…" if it asks for more.
    pub fn label(self) -> &'static str {
        self.about().label
    }

    /// What it does, in one sentence.
    pub fn help(self) -> &'static str {
        self.about().help
    }

    /// The keys it is shown with. Keys without Ctrl work only while no text field has the focus.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        self.keys().into_iter().next()
    }

    /// All its keys, those it is shown with first.
    pub fn keys(self) -> Vec<KeyboardShortcut> {
        self.about().keys
    }

    /// Whether it is on now, for commands that are switches or choices.
    pub fn is_on(self, app: &App) -> Option<bool> {
        self.about().on(app)
    }

    /// Why it is not possible now, in a sentence; `None` if it is.
    pub fn why_not(self, app: &App) -> Option<&'static str> {
        self.about().why_not(app)
    }

    /// All there is to say of it but what it does.
    pub(super) fn about(self) -> About {
        self.entry().about
    }

    /// Whether it opens something to type in: keys pressed after it are meant for that.
    pub(super) fn opens_field(self) -> bool {
        self == Self::Find || self == Self::Palette || self.about().asks()
    }

    /// Does it, or says why not.
    pub(super) fn run(self, app: &mut App, ctx: &Context) {
        let entry = self.entry();
        match entry.about.why_not(app) {
            Some(why) => app.messages.info(format!("{}: {why}", entry.about.label)),
            None => (entry.does)(app, ctx),
        }
    }
}
