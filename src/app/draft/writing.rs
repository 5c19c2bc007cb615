//! The draft being written: checked off the window's thread as it changes, kept with what is open.

use std::sync::Arc;

use egui::Context;

use crate::workspace::{CheckedText, check_draft};

use crate::app::draft::typed::Asked;
use crate::app::jobs::Event;
use crate::app::page::Page;
use crate::app::state::App;

/// Seconds without typing after which a draft is kept with what is open, and with it in the recovery copy.
const KEPT_AFTER: f64 = 2.0;

impl App {
    /// Follows the draft: takes over what undo or a document brought, keeps what was typed, and has it checked.
    pub(in crate::app) fn follow_draft(&mut self, ctx: &Context) {
        let draft = &self.workspace.session().draft;
        let writing = &mut self.view.pages.writing;
        let [text, headlines] = &mut writing.kept;
        if draft.text != *text || draft.headlines != *headlines {
            text.clone_from(&draft.text);
            headlines.clone_from(&draft.headlines);
            writing.text.clone_from(&draft.text);
            writing.headlines.clone_from(&draft.headlines);
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
    pub(in crate::app) fn keep_typed(&mut self) {
        let writing = &mut self.view.pages.writing;
        writing.typed = None;
        let typed = [writing.text.clone(), writing.headlines.clone()];
        if writing.kept == typed {
            return;
        }
        writing.kept.clone_from(&typed);
        self.workspace.edit("typing", move |session| {
            let draft = Arc::make_mut(&mut session.draft);
            [draft.text, draft.headlines] = typed;
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
                && asked.settings == session.scoring()
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
            settings: session.scoring(),
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
    pub(in crate::app) fn on_checked(&mut self, checked: CheckedText) {
        let writing = &mut self.view.pages.writing;
        writing.is_busy = false;
        writing.checked = Arc::new(checked);
    }
}
