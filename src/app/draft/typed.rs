//! The draft as it is typed, and its marks where they stand by now.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::article::Span;
use crate::score::Settings;
use crate::score::lists::OwnLists;
use crate::workspace::{CheckedText, TypedMark};

/// The draft as it is typed.
#[derive(Debug, Default)]
pub(in crate::app) struct Writing {
    /// The text.
    pub(in crate::app) text: String,
    /// Headlines to choose from, one a line.
    pub(in crate::app) headlines: String,
    /// What is not marked at one place: the words, in lower case, or the rule, and the line they stand in.
    pub(in crate::app) here: BTreeSet<(String, String)>,
    /// The check made last.
    pub(in crate::app) checked: Arc<CheckedText>,
    /// What was asked for last.
    pub(in crate::app) asked: Option<Asked>,
    /// Whether a check is under way.
    pub(in crate::app) is_busy: bool,
    /// The text and the headlines as they are kept with what is open.
    pub(in crate::app) kept: [String; 2],
    /// When it was typed in last.
    pub(in crate::app) typed: Option<f64>,
}

/// What a check depends on.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct Asked {
    pub(in crate::app) text: String,
    pub(in crate::app) settings: Settings,
    pub(in crate::app) lists: OwnLists,
    pub(in crate::app) silenced: BTreeSet<String>,
}

impl Writing {
    /// The check made last.
    pub(in crate::app) fn checked(&self) -> &Arc<CheckedText> {
        &self.checked
    }

    /// The marks of the check made last that hold for the text as it is now and are not silenced here, each where
    /// it stands now: what was typed since then moves those behind it.
    pub(in crate::app) fn marks(&self) -> Vec<(Span, &TypedMark)> {
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
            .filter(|(_, mark)| !self.is_silent_here(mark))
            .collect()
    }
}

impl Writing {
    /// Whether the words or the rule of a mark are silenced in its line.
    fn is_silent_here(&self, mark: &TypedMark) -> bool {
        let silent = |what: String| self.here.contains(&(what, mark.line.clone()));
        !self.here.is_empty() && (silent(words(mark)) || silent(rule(mark)))
    }
}

/// What the words of a mark are silenced by.
pub(in crate::app) fn words(mark: &TypedMark) -> String {
    mark.words.to_lowercase()
}

/// What the rule of a mark is silenced by.
pub(in crate::app) fn rule(mark: &TypedMark) -> String {
    mark.rule.to_lowercase()
}
