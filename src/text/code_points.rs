//! Bytes into code points and back: offsets in JSON count code points.

/// Where the code points of a text begin, so that any number of offsets are turned at little cost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CodePoints {
    /// The byte at which each code point begins, unless each is one byte long.
    starts: Option<Vec<usize>>,
    bytes: usize,
}

impl CodePoints {
    /// The code points of `text`.
    pub fn of(text: &str) -> Self {
        let starts = || text.char_indices().map(|(at, _)| at).collect();
        Self {
            starts: (!text.is_ascii()).then(starts),
            bytes: text.len(),
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.starts.as_ref().map_or(self.bytes, Vec::len)
    }

    /// How many code points begin before the byte at `offset`.
    pub fn before(&self, offset: usize) -> usize {
        match &self.starts {
            Some(starts) => starts.partition_point(|&at| at < offset),
            None => offset.min(self.bytes),
        }
    }

    /// The byte at which code point number `point` begins; the end of the text beyond the last.
    pub fn byte(&self, point: usize) -> usize {
        match &self.starts {
            Some(starts) => starts.get(point).copied().unwrap_or(self.bytes),
            None => point.min(self.bytes),
        }
    }
}
