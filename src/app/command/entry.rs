//! What one command is: where it stands, what it is called, its keys, when it is on or possible, and
//! what it does.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::menu::Menu;
use crate::app::state::App;
use crate::text::{tr, tr_said};

/// Something that is true or not of the window now.
type Test = Box<dyn Fn(&App) -> bool>;

/// What a command does.
type Deed = Box<dyn FnOnce(&mut App, &Context)>;

/// All there is to say of a command but what it does: [`About::does`] completes it.
pub(in crate::app) struct About {
    pub(in crate::app) menu: Menu,
    /// What it is called in English.
    english: &'static str,
    /// What it is called in the language of the window.
    pub(in crate::app) label: &'static str,
    pub(in crate::app) help: &'static str,
    /// The first are shown, further ones work as well.
    pub(in crate::app) keys: Vec<KeyboardShortcut>,
    /// Whether a line parts it from what stands above it in the menu.
    pub(in crate::app) apart: bool,
    /// Whether pressing its keys several times does it several times, even within a frame.
    pub(in crate::app) repeats: bool,
    /// Whether its keys mean something else while a text is typed.
    pub(in crate::app) left_to_typing: bool,
    is_on: Option<Test>,
    possible: Option<(Test, &'static str)>,
    detail: Option<fn(&App) -> Option<&'static str>>,
}

/// A command, complete.
pub(in crate::app) struct Entry {
    pub(in crate::app) about: About,
    pub(super) does: Deed,
}

/// A command of `menu` called `label`, which ends in "…" if it asks for more.
pub(super) fn entry(menu: Menu, label: &'static str) -> About {
    About {
        menu,
        english: label,
        label: tr(label),
        help: "",
        keys: Vec::new(),
        apart: false,
        repeats: false,
        left_to_typing: false,
        is_on: None,
        possible: None,
        detail: None,
    }
}

impl About {
    /// Explains itself by another sentence than the one above the entry.
    pub(super) fn help(mut self, help: &'static str) -> Self {
        self.help = tr(help);
        self
    }

    /// Has these keys; after the first, these as well. Keys without Ctrl work only while no text field
    /// has the keyboard.
    pub(super) fn keys(mut self, modifiers: Modifiers, key: Key) -> Self {
        self.keys.push(KeyboardShortcut::new(modifiers, key));
        self
    }

    /// Begins a new part of its menu.
    pub(super) fn apart(mut self) -> Self {
        self.apart = true;
        self
    }

    /// Is done as often as its keys are pressed.
    pub(super) fn repeats(mut self) -> Self {
        self.repeats = true;
        self
    }

    /// Leaves its keys to a text field that has the keyboard.
    pub(super) fn left_to_typing(mut self) -> Self {
        self.left_to_typing = true;
        self
    }

    /// Is a switch or a choice, and on when this is so.
    pub(super) fn on_if(mut self, test: impl Fn(&App) -> bool + 'static) -> Self {
        self.is_on = Some(Box::new(test));
        self
    }

    /// Is possible only when this is so; `why_not` tells it in a sentence where it is not.
    pub(super) fn only_if(
        mut self,
        test: impl Fn(&App) -> bool + 'static,
        why_not: &'static str,
    ) -> Self {
        self.possible = Some((Box::new(test), tr(why_not)));
        self
    }

    /// Says in the menu what it would act on, behind a colon.
    pub(super) fn detail(mut self, detail: fn(&App) -> Option<&'static str>) -> Self {
        self.detail = Some(detail);
        self
    }

    /// Does this.
    pub(super) fn does(self, deed: impl FnOnce(&mut App, &Context) + 'static) -> Entry {
        Entry {
            about: self,
            does: Box::new(deed),
        }
    }
}

impl About {
    /// Whether it is on now, for switches and choices.
    pub(in crate::app) fn on(&self, app: &App) -> Option<bool> {
        self.is_on.as_ref().map(|test| test(app))
    }

    /// Why it is not possible now, in a sentence; `None` if it is.
    pub(in crate::app) fn why_not(&self, app: &App) -> Option<&'static str> {
        let (test, why) = self.possible.as_ref()?;
        (!test(app)).then_some(*why)
    }

    /// Whether it asks for more, and says so by “…”.
    pub(in crate::app) fn asks(&self) -> bool {
        self.english.ends_with('…')
    }

    /// What the menu calls it now: with what it would act on.
    pub(in crate::app) fn title(&self, app: &App) -> String {
        let detail = self.detail.and_then(|detail| detail(app));
        detail.map_or_else(
            || self.label.to_owned(),
            |detail| format!("{}: {}", self.label, tr_said(detail)),
        )
    }
}

impl Entry {
    /// The same, explained by `help` if it does not explain itself otherwise.
    pub(super) fn explained(mut self, help: &'static str) -> Self {
        if self.about.help.is_empty() {
            self.about.help = tr(help.trim_ascii());
        }
        self
    }
}
