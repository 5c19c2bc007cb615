//! Where in the manual one reads: its chapter, what is looked for in it, whether it stands beside the page.

use std::collections::BTreeMap;

use egui::TextureHandle;

use crate::manual::{Hit, chapters, search};

/// The manual as it is read.
#[derive(Default)]
pub(in crate::app) struct Reading {
    /// The position of the chapter on show.
    pub(in crate::app) chapter: usize,
    /// The block to be brought into sight with the next frame.
    pub(in crate::app) jump: Option<usize>,
    /// What is looked for.
    pub(in crate::app) wanted: String,
    /// Where it was found.
    pub(in crate::app) hits: Vec<Hit>,
    /// Whether the places found are on show instead of the chapter.
    pub(in crate::app) lists_hits: bool,
    /// Whether it stands beside the page.
    pub(in crate::app) beside: bool,
    /// The pictures shown so far, by file and whether they are dark.
    pub(in crate::app) pictures: BTreeMap<(&'static str, bool), TextureHandle>,
}

impl std::fmt::Debug for Reading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reading")
            .field("chapter", &self.chapter)
            .field("wanted", &self.wanted)
            .field("beside", &self.beside)
            .finish_non_exhaustive()
    }
}

impl Reading {
    /// Turns to a block of a chapter, or to its beginning.
    pub(in crate::app) fn turn_to(&mut self, chapter: usize, block: usize) {
        self.chapter = chapter;
        self.jump = Some(block);
        self.lists_hits = false;
    }

    /// Turns to the chapter that links call `id`.
    pub(in crate::app) fn turn_to_named(&mut self, id: &str) {
        if let Some(at) = chapters().iter().position(|chapter| chapter.id == id) {
            self.turn_to(at, 0);
        }
    }

    /// Looks for what is wanted now.
    pub(in crate::app) fn look(&mut self) {
        self.hits = search(&self.wanted);
        self.lists_hits = !self.wanted.trim().is_empty();
    }
}
