//! What the user wants of a report: its parts in order, and what they wrote and collected for it.

use super::part::Part;
use super::pin::Pin;
use crate::chart::Kind;
use crate::compare::SourceNotes;

/// What goes into a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its parts, in the order they stand in; `None` for the usual ones.
    pub parts: Option<Vec<Part>>,
    /// Parts to add to the usual ones, where those stand.
    pub also: Vec<Part>,
    /// Whether the articles' own words may be in it. Without, it holds single terms only: no headline,
    /// no passage, no paragraph.
    pub with_text: bool,
    /// The user's own notes; a blank line begins a new paragraph.
    pub notes: String,
    /// What was added while reading, in that order.
    pub pinned: Vec<Pin>,
    /// What the user says of those quoted.
    pub source_notes: SourceNotes,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            parts: None,
            also: Vec::new(),
            with_text: true,
            notes: String::new(),
            pinned: Vec::new(),
            source_notes: SourceNotes::default(),
        }
    }
}

impl Choice {
    /// Adds a part where it is not chosen yet.
    pub fn add(&mut self, part: Part) {
        match &mut self.parts {
            Some(parts) if !parts.contains(&part) => parts.push(part),
            Some(_) => {}
            None => self.also.push(part),
        }
    }

    /// The parts, in order; `fitting` are the charts that the usual ones have.
    pub fn parts(&self, fitting: &[Kind]) -> Vec<Part> {
        self.parts.clone().unwrap_or_else(|| self.usual(fitting))
    }

    /// The usual parts: findings, the charts that fit, the table, methods in short, and whatever the user
    /// wrote or collected, so that it is not left out unasked.
    pub fn usual(&self, fitting: &[Kind]) -> Vec<Part> {
        let charts = fitting.iter().copied().map(Part::Chart);
        let mut parts: Vec<Part> = [Part::Findings].into_iter().chain(charts).collect();
        parts.push(Part::Table);
        parts.extend(self.also.iter().copied());
        if !self.pinned.is_empty() {
            parts.push(Part::Pinned);
        }
        if !self.notes.trim().is_empty() {
            parts.push(Part::Notes);
        }
        parts.push(Part::Methods);
        parts
    }

    /// The charts among the parts, in order.
    pub fn charts(&self, fitting: &[Kind]) -> Vec<Kind> {
        let parts = self.parts(fitting).into_iter();
        parts
            .filter_map(|part| match part {
                Part::Chart(kind) => Some(kind),
                _ => None,
            })
            .collect()
    }
}
