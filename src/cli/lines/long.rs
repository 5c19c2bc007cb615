//! A line that is too long to be answered: it is read past without being held, and its `id` is found on the
//! way, wherever it stands.

/// The longest `id` that is looked for in such a line, in bytes.
const LONGEST_ID: usize = 4096;

/// What is known of such a line.
#[derive(Debug, Default)]
pub(super) struct LongLine {
    /// Its length so far, in bytes.
    pub(super) length: usize,
    /// The value of `id` as it is written, once it has ended.
    id: Option<Vec<u8>>,
    state: State,
    depth: usize,
    in_string: bool,
    escaped: bool,
    /// The name or value that is being read.
    piece: Vec<u8>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before the first brace.
    #[default]
    Before,
    /// In the name of a field of the line's own object.
    Name,
    /// In the value of `id`.
    Id,
    /// In another value.
    Value,
    /// In a line that is no object, or after it.
    Over,
}

impl LongLine {
    /// Reads on.
    pub(super) fn feed(&mut self, bytes: &[u8]) {
        self.length += bytes.len();
        for byte in bytes {
            if self.state == State::Over {
                return;
            }
            self.step(*byte);
        }
    }

    /// The `id`, if it was found and is JSON.
    pub(super) fn id(&self) -> Option<&str> {
        let id = str::from_utf8(self.id.as_ref()?).ok()?.trim();
        serde_json::from_str::<serde::de::IgnoredAny>(id).ok()?;
        Some(id)
    }

    fn step(&mut self, byte: u8) {
        if self.state == State::Before {
            match byte {
                b'{' => {
                    self.state = State::Name;
                    self.depth = 1;
                }
                byte if byte.is_ascii_whitespace() => {}
                _ => self.state = State::Over,
            }
            return;
        }
        let was_in_string = self.in_string;
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.in_string => self.escaped = true,
            b'"' => self.in_string = !self.in_string,
            b'{' | b'[' if !self.in_string => self.depth += 1,
            b'}' | b']' if !self.in_string => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        let is_between = !was_in_string && !self.in_string;
        match byte {
            b':' if is_between && self.depth == 1 && self.state == State::Name => {
                let is_id = self.piece.trim_ascii() == b"\"id\"";
                self.state = if is_id { State::Id } else { State::Value };
                self.piece.clear();
            }
            b',' if is_between && self.depth == 1 => self.end(State::Name),
            b'}' if is_between && self.depth == 0 => self.end(State::Over),
            byte if matches!(self.state, State::Name | State::Id) => {
                if self.piece.len() < LONGEST_ID {
                    self.piece.push(byte);
                } else {
                    self.state = State::Value;
                    self.piece.clear();
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, next: State) {
        let piece = std::mem::take(&mut self.piece);
        if self.state == State::Id {
            self.id = Some(piece);
        }
        self.state = next;
    }
}

#[cfg(test)]
mod tests {
    use super::LongLine;

    #[test]
    fn the_id_is_found_before_and_after_the_text() {
        let id = |line: &str| {
            let mut long = LongLine::default();
            for byte in line.as_bytes().chunks(3) {
                long.feed(byte);
            }
            assert_eq!(long.length, line.len());
            long.id().map(str::to_owned)
        };
        let text = "a, \\\" {\\\"id\\\": 1} [b";
        for (line, wanted) in [
            (format!("{{\"id\": 7, \"text\": \"{text}\"}}"), Some("7")),
            (
                format!("{{\"text\": \"{text}\", \"id\" : \"x,}}\"}}"),
                Some("\"x,}\""),
            ),
            (
                format!("{{\"o\":{{\"id\":1}},\"text\":\"{text}\",\"id\":[1,{{}}]}}"),
                Some("[1,{}]"),
            ),
            (format!("{{\"o\":{{\"id\":1}},\"text\":\"{text}\"}}"), None),
            (format!("{text} \"id\": 7"), None),
            (format!("{{\"id\": oh, \"text\": \"{text}\"}}"), None),
        ] {
            assert_eq!(id(&line).as_deref(), wanted, "{line}");
        }
    }
}
