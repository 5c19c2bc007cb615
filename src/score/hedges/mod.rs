//! Hedges and intensifiers, with the conditions that tell "may" from the month and "around 400" from
//! "around the world".

mod hedge;
mod intensifier;
mod modifier;

use super::lexis::{Class, Classes, HEDGES, INTENSIFIERS, Interest, Reading, Shape, TokenKind};
use crate::article::Span;

/// What a word does to the force of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Force {
    /// Takes some of it back.
    Hedge,
    /// Adds to it.
    Intensifier,
}

/// One hedge or intensifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ForceWord {
    /// Where it stands.
    pub span: Span,
    /// What it does.
    pub force: Force,
}

/// The hedges and intensifiers in the tokens `from..to`, outside quotations.
pub(crate) fn find(reading: &Reading<'_>, from: usize, to: usize, found: &mut Vec<ForceWord>) {
    let mut at = reading.seek(from, to, Interest::FORCE);
    while at < to {
        let token = reading.token(at);
        let (mut info, mut length) = reading.unit(at);
        let known = Classes::of(&[Class::HedgeAlways, Class::IntensifierAlways]);
        if length > 1 && !info.classes.any(known) {
            (info, length) = (reading.info(at), 1);
        }
        let own = token.kind == TokenKind::Word && !token.shape.has(Shape::QUOTED);
        let force = if !own || is_name(reading, at) {
            None
        } else if info.classes.any(HEDGES) && hedge::applies(reading, at, info.classes, length) {
            Some(Force::Hedge)
        } else if info.classes.any(INTENSIFIERS)
            && intensifier::applies(reading, at, info.classes, length)
        {
            Some(Force::Intensifier)
        } else {
            None
        };
        if let Some(force) = force {
            found.push(ForceWord {
                span: reading.span(at, at + length),
                force,
            });
        }
        at = reading.seek(at + length, to, Interest::FORCE);
    }
}

/// A capital letter inside a sentence: May, Super Bowl, Clearly Canadian.
fn is_name(reading: &Reading<'_>, at: usize) -> bool {
    let shape = reading.token(at).shape;
    shape.has(Shape::CAPITAL) && !shape.has(Shape::FIRST)
}
