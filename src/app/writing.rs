//! The draft being written: checked off the window's thread as it changes, kept with what is open.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::Context;

use crate::article::Span;
use crate::score::Settings;
use crate::score::lists::OwnLists;
use crate::workspace::{CheckedText, TypedMark, check_draft};

use super::jobs::Event;
use super::page::Page;
use super::state::App;

/// Seconds without typing after which a draft is kept with what is open, and with it in the recovery copy.
const KEPT_AFTER: f64 = 2.0;

/// The draft as it is typed.
#[derive(Debug, Default)]
pub(super) struct Writing {
    /// The text.
    pub(super) text: String,
    /// What is not marked at one place: the words, in lower case, and the line they stand in.
    pub(super) here: BTreeSet<(String, String)>,
    /// The check made last.
    checked: Arc<CheckedText>,
    /// What was asked for last.
    asked: Option<Asked>,
    is_busy: bool,
    /// The text as it is kept with what is open.
    kept: String,
    /// When it was typed in last.
    pub(super) typed: Option<f64>,
}

/// What a check depends on.
#[derive(Debug, Clone, PartialEq)]
struct Asked {
    text: String,
    settings: Settings,
    lists: OwnLists,
    silenced: BTreeSet<String>,
}

impl Writing {
    /// The check made last.
    pub(super) fn checked(&self) -> &Arc<CheckedText> {
        &self.checked
    }

    /// The marks of the check made last that hold for the text as it is now and are not silenced here, each where
    /// it stands now: what was typed since then moves those behind it.
    pub(super) fn marks(&self) -> Vec<(Span, &TypedMark)> {
        let (then, now) = (self.checked.text.as_bytes(), self.text.as_bytes());
        let same = |pairs: (&u8, &u8)| pairs.0 == pairs.1;
        let (before, after) = if then == now {
            (then.len(), 0)
        } else {
            let before = then.iter().zip(now).take_while(|pair| same(*pair)).count();
            let rest = then.len().min(now.len()) - before;
            let ends = then.iter().rev().zip(now.iter().rev()).take(rest);
            (before, ends.take_while(|pair| same(*pair)).count())
        };
        let marks = self.checked.marks.iter().filter_map(|mark| {
            let span = if mark.span.end <= before {
                mark.span
            } else if mark.span.start >= then.len() - after {
                let moved = |at: usize| (at + now.len()).saturating_sub(then.len());
                Span::new(moved(mark.span.start), moved(mark.span.end))
            } else {
                return None;
            };
            let whole = self.text.get(span.start..span.end) == Some(mark.words.as_str());
            whole.then_some((span, mark))
        });
        marks
            .filter(|(_, mark)| !self.here.contains(&key(mark)))
            .collect()
    }
}

/// What "here" is known by.
pub(super) fn key(mark: &TypedMark) -> (String, String) {
    (mark.words.to_lowercase(), mark.line.clone())
}

impl App {
    /// Follows the draft: takes over what undo or a document brought, keeps what was typed, and has it checked.
    pub(super) fn follow_draft(&mut self, ctx: &Context) {
        let kept = &self.workspace.session().draft.text;
        let writing = &mut self.view.pages.writing;
        if *kept != writing.kept {
            writing.kept.clone_from(kept);
            writing.text.clone_from(kept);
            writing.typed = None;
        }
        let now = ctx.input(|input| input.time);
        if let Some(typed) = writing.typed {
            let leaves = ctx.input(|input| input.viewport().close_requested())
                || self.view.page != Page::Write;
            if leaves || now - typed >= KEPT_AFTER {
                self.keep_typed();
            } else {
                ctx.request_repaint_after_secs(0.3);
            }
        }
        self.check_draft();
    }

    /// Keeps the draft with what is open.
    pub(super) fn keep_typed(&mut self) {
        let writing = &mut self.view.pages.writing;
        writing.typed = None;
        if writing.kept == writing.text {
            return;
        }
        writing.kept.clone_from(&writing.text);
        let text = writing.text.clone();
        self.workspace.edit("typing", move |session| {
            Arc::make_mut(&mut session.draft).text = text;
        });
    }

    fn check_draft(&mut self) {
        let session = self.workspace.session();
        let writing = &mut self.view.pages.writing;
        if writing.is_busy {
            return;
        }
        let always = &self.preferences.silenced;
        let same = writing.asked.as_ref().is_some_and(|asked| {
            asked.text == writing.text
                && asked.settings == session.settings
                && asked.lists == session.lists
                && asked.silenced.len() == session.draft.silenced.union(always).count()
                && session
                    .draft
                    .silenced
                    .union(always)
                    .all(|word| asked.silenced.contains(word))
        });
        if same {
            return;
        }
        let asked = Asked {
            text: writing.text.clone(),
            settings: session.settings.clone(),
            lists: session.lists.clone(),
            silenced: session.draft.silenced.union(always).cloned().collect(),
        };
        writing.asked = Some(asked.clone());
        writing.is_busy = true;
        self.jobs.start("checking", move |events| {
            let silenced = asked.silenced.iter().collect();
            let checked = check_draft(&asked.text, &asked.settings, &asked.lists, &silenced);
            events.emit(Event::Checked(Box::new(checked)));
        });
    }

    /// Takes in a check.
    pub(super) fn on_checked(&mut self, checked: CheckedText) {
        let writing = &mut self.view.pages.writing;
        writing.is_busy = false;
        writing.checked = Arc::new(checked);
    }
}
