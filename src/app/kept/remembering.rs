//! Remembering the user's choices from one start to the next, in what all windows share.

use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use crate::session::remembered::{RECENT, RememberError, Values};

use crate::app::jobs::Event;
use crate::app::kept::choices::{MEMORY, Text, WINDOW, values};
use crate::app::state::App;

/// How long changes are gathered before they are written.
const EVERY: Duration = Duration::from_secs(1);
impl App {
    /// Remembers what the user changed, a moment later, together with what follows.
    pub(in crate::app) fn remember(&mut self, ctx: &egui::Context) {
        self.note_size(ctx);
        let remembering = &mut self.remembering;
        let Some(store) = &remembering.store else {
            return;
        };
        if remembering.is_busy || remembering.written.as_ref() == Some(&self.preferences) {
            return;
        }
        let since = remembering.at.map_or(EVERY, |at| at.elapsed());
        if since < EVERY {
            ctx.request_repaint_after(EVERY.saturating_sub(since));
            return;
        }
        remembering.at = Some(Instant::now());
        remembering.is_busy = true;
        remembering.written = Some(self.preferences.clone());
        let store = Arc::clone(store);
        let values = values(&self.preferences);
        self.jobs.start("settings", move |events| {
            let mut store = store.lock().unwrap_or_else(PoisonError::into_inner);
            events.emit(Event::Remembered(store.save(&values)));
        });
    }

    /// Takes in what came of remembering: files that other windows opened, and what went wrong, once.
    pub(in crate::app) fn on_remembered(
        &mut self,
        done: Result<(Values, Option<String>), RememberError>,
    ) {
        self.remembering.is_busy = false;
        match done {
            Ok((values, told)) => {
                self.remembering.failed = None;
                if let Some(told) = told {
                    self.messages.error(told);
                }
                let recent = values.get(RECENT).cloned();
                let recent = recent.and_then(|recent| serde_json::from_value(recent).ok());
                if let Some(recent) = recent
                    && let Some(written) = &mut self.remembering.written
                    && self.preferences.recent == written.recent
                {
                    written.recent.clone_from(&recent);
                    self.preferences.recent = recent;
                }
            }
            Err(why) => {
                let why = why.to_string();
                if self.remembering.failed.as_ref() != Some(&why) {
                    self.messages.error(why.clone());
                    self.remembering.failed = Some(why);
                }
            }
        }
    }

    /// Remembers everything at the end, where parts of the window stood too.
    pub(in crate::app) fn remember_all(&mut self) {
        let remembering = &self.remembering;
        let Some(store) = &remembering.store else {
            return;
        };
        let mut values = values(&self.preferences);
        if let Some(size) = remembering.size {
            let window = serde_json::to_value((size, remembering.fills));
            values.extend(window.ok().map(|window| (WINDOW.to_owned(), window)));
        }
        let mut text = Text::default();
        (self.jobs.context()).memory(|memory| eframe::set_value(&mut text, MEMORY, memory));
        values.insert(MEMORY.to_owned(), text.0.into());
        let mut store = store.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(why) = store.save(&values) {
            log::warn!("{why}");
        }
    }

    fn note_size(&mut self, ctx: &egui::Context) {
        ctx.input(|input| {
            let viewport = input.viewport();
            let is = |state: Option<bool>| state == Some(true);
            self.remembering.fills = is(viewport.maximized);
            if !is(viewport.maximized)
                && !is(viewport.fullscreen)
                && let Some(inner) = viewport.inner_rect
            {
                self.remembering.size = Some([inner.width(), inner.height()]);
            }
        });
    }
}
