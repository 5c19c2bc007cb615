//! The measure that a chart over time follows: what the user chose, kept by its name.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::score::measure::Measure;
use crate::score::registry::MEASURES;
use crate::score::tone::TONE;

/// A measure of articles.
#[derive(Debug, Clone, Copy)]
pub struct Followed(pub &'static Measure);

impl Followed {
    /// The measure of this name; that of tone where there is none.
    pub fn named(id: &str) -> Self {
        let known = MEASURES.iter().find(|measure| measure.id == id);
        Self(known.copied().unwrap_or(&TONE))
    }
}

impl Default for Followed {
    fn default() -> Self {
        Self(&TONE)
    }
}

impl PartialEq for Followed {
    fn eq(&self, other: &Self) -> bool {
        self.0.id == other.0.id
    }
}

impl Eq for Followed {}

impl Serialize for Followed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.id.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Followed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // One that is gone since leaves the usual one.
        String::deserialize(deserializer).map(|id| Self::named(&id))
    }
}
