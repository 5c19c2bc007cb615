//! `parallax lines target`: the tone of a sentence towards one mention in it.

use super::error::LineError;
use super::input::Input;
use crate::article::Span;
use crate::score::target::{self, TargetTone};
use crate::text::CodePoints;

/// Scores the mention in `text`, the line's, that the line points at; where it stands, in bytes, and the tone
/// towards it.
pub(super) fn answer(input: &Input, text: &str) -> Result<(Span, TargetTone), LineError> {
    let (Some(start), Some(end)) = (input.number("start")?, input.number("end")?) else {
        return Err(LineError::NoMention);
    };
    let points = CodePoints::of(text);
    let length = points.count();
    if start >= end || end > length {
        return Err(LineError::OutOfText { start, end, length });
    }
    let mention = Span::new(points.byte(start), points.byte(end));
    let tone = target::score(text, mention).ok_or(LineError::NoWord)?;
    Ok((mention, tone))
}
