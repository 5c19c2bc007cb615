//! Whether the text of a file can be read piece by piece: it is UTF-8 throughout, and nothing in it has to be
//! repaired that only the whole tells.

use std::io::BufRead;

use super::decode::{has_escapes, utf16_by_zeros};
use super::error::Problem;
use super::format::Source;
use super::mojibake::Garbled;
use crate::work::Progress;

/// A line that goes on for longer is looked at in parts, in bytes.
const PART: usize = 1 << 20;

/// What was seen of a text.
#[derive(Debug, Default)]
pub(super) struct Soundness {
    is_other: bool,
    garbled: Garbled,
}

impl Soundness {
    /// Looks through a text.
    pub(super) fn of(mut source: Source, progress: &Progress) -> Result<Self, Problem> {
        let mut seen = Self {
            is_other: utf16_by_zeros(source.fill_buf()?).is_some(),
            garbled: Garbled::default(),
        };
        let mut pending = Vec::new();
        while !seen.is_other {
            progress.go_on()?;
            let some = source.fill_buf()?;
            if some.is_empty() {
                seen.look(&pending, true);
                break;
            }
            let count = some.len();
            // What is garbled never goes over the end of a line.
            match memchr::memrchr(b'\n', some) {
                Some(end) if pending.is_empty() => {
                    let (lines, rest) = some.split_at(end + 1);
                    seen.look(lines, true);
                    pending.extend_from_slice(rest);
                }
                Some(end) => {
                    let (lines, rest) = some.split_at(end + 1);
                    pending.extend_from_slice(lines);
                    seen.look(&pending, true);
                    pending.clear();
                    pending.extend_from_slice(rest);
                }
                None => {
                    pending.extend_from_slice(some);
                    if pending.len() > PART {
                        let rest = seen.look(&pending, false);
                        pending.drain(..pending.len() - rest);
                    }
                }
            }
            source.consume(count);
        }
        Ok(seen)
    }

    /// Looks at a part of the text; gives how many bytes of it belong to what follows if it does not end here.
    fn look(&mut self, bytes: &[u8], ends: bool) -> usize {
        let (text, rest) = match std::str::from_utf8(bytes) {
            Ok(text) => (text, 0),
            Err(error) if !ends && error.error_len().is_none() => {
                let whole = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let text = std::str::from_utf8(whole).unwrap_or_default();
                (text, bytes.len() - text.len())
            }
            Err(_) => {
                self.is_other = true;
                return 0;
            }
        };
        self.is_other |= has_escapes(text);
        self.garbled.look(text);
        rest
    }

    /// Whether it can be read piece by piece.
    pub(super) fn is_sound(&self) -> bool {
        !self.is_other && !self.garbled.is_to_be_repaired()
    }
}
