//! What the user says of stories: which articles tell one event, and which do not. An article goes by its source and
//! its position there.

use super::source::SourceId;
use crate::compare::stories::StoryChoice;

/// An article by its source and its position in it.
pub type Teller = (SourceId, usize);

/// One thing the user said.
pub type StorySaid = StoryChoice<Teller>;
