//! Where in the manual one reads: its chapter, what is looked for in it, whether it stands beside the page.

use std::collections::BTreeMap;

use egui::TextureHandle;

use crate::manual::{Hit, chapters, search};

/// The manual as it is read.
#[derive(Default)]
pub(super) struct Reading {
    /// The position of the chapter on show.
    pub(super) chapter: usize,
    /// The block to be brought into sight with the next frame.
    pub(super) jump: Option<usize>,
    /// What is looked for.
    pub(super) wanted: String,
    /// Where it was found.
    pub(super) hits: Vec<Hit>,
    /// Whether the places found are on show instead of the chapter.
    pub(super) lists_hits: bool,
    /// Whether it stands beside the page.
    pub(super) beside: bool,
    /// The pictures shown so far, by file and whether they are dark.
    pub(super) pictures: BTreeMap<(&'static str, bool), TextureHandle>,
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
    pub(super) fn turn_to(&mut self, chapter: usize, block: usize) {
        self.chapter = chapter;
        self.jump = Some(block);
        self.lists_hits = false;
    }

    /// Turns to the chapter that links call `id`.
    pub(super) fn turn_to_named(&mut self, id: &str) {
        if let Some(at) = chapters().iter().position(|chapter| chapter.id == id) {
            self.turn_to(at, 0);
        }
    }

    /// Looks for what is wanted now.
    pub(super) fn look(&mut self) {
        self.hits = search(&self.wanted);
        self.lists_hits = !self.wanted.trim().is_empty();
    }
}
