//! `parallax lines target`: the tone of a sentence towards one mention in it.

use super::input::Input;
use crate::article::Span;
use crate::score::target::{self, TargetTone};
use crate::text::CodePoints;

/// Scores the mention that the line points at.
pub(super) fn answer(input: &Input) -> Result<TargetTone, String> {
    let (Some(start), Some(end)) = (input.start, input.end) else {
        return Err("needs \"text\", \"start\" and \"end\", the mention in code points".to_owned());
    };
    let text = input.text.as_ref();
    let points = CodePoints::of(text);
    let length = points.count();
    if start >= end || end > length {
        return Err(format!(
            "no mention from {start} to {end} in a text of {length} code points"
        ));
    }
    target::score(text, Span::new(points.byte(start), points.byte(end)))
        .ok_or_else(|| "the mention holds no word".to_owned())
}
