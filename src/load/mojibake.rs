//! Repairs text that some program read as Windows-1252 although it was UTF-8: "donâ€™t", "cafÃ©".

use encoding_rs::WINDOWS_1252;

/// The letters a UTF-8 lead byte turns into; without them there is nothing to repair.
const LEADS: [char; 6] = ['Ã', 'â', 'Â', 'Å', 'ã', 'Ð'];
/// The first byte of each of them, looked for first.
const LEAD_BYTE: u8 = 0xC3;

/// The repaired text, or `None` if nothing needs repair. Only where at least a third of the
/// characters beyond ASCII belong to garbled runs: a text that quotes one "Ã©" is left alone.
pub(super) fn repair(text: &str) -> Option<String> {
    if !may_be_garbled(text) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let garbled = Garbled::write(text, &mut out);
    garbled.is_to_be_repaired().then_some(out)
}

fn may_be_garbled(text: &str) -> bool {
    memchr::memchr(LEAD_BYTE, text.as_bytes()).is_some() && text.contains(LEADS)
}

/// How much of a text is garbled. A text may be looked at line by line.
#[derive(Debug, Default)]
pub(super) struct Garbled {
    /// Garbled runs, and characters beyond ASCII with each run as one.
    repaired: usize,
    high: usize,
}

impl Garbled {
    /// Looks at some whole lines.
    pub(super) fn look(&mut self, text: &str) {
        if may_be_garbled(text) {
            let lines = Self::write(text, &mut String::new());
            self.repaired += lines.repaired;
            self.high += lines.high;
        } else if !text.is_ascii() {
            self.high += text.chars().filter(|c| !c.is_ascii()).count();
        }
    }

    /// Whether a text like this is repaired.
    pub(super) const fn is_to_be_repaired(&self) -> bool {
        self.repaired > 0 && self.repaired * 3 >= self.high
    }

    /// Writes a text with every run repaired.
    fn write(text: &str, out: &mut String) -> Self {
        let (mut repaired, mut high) = (0usize, 0usize);
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if c.is_ascii() {
                let run = rest.find(|c: char| !c.is_ascii()).unwrap_or(rest.len());
                let (ascii, tail) = rest.split_at(run);
                out.push_str(ascii);
                rest = tail;
                continue;
            }
            high += 1;
            let (original, used) = match garbled(rest).or_else(|| half_lost(rest)) {
                Some(found) => {
                    repaired += 1;
                    found
                }
                None => (c, c.len_utf8()),
            };
            out.push(original);
            rest = rest.get(used..).unwrap_or_default();
        }
        Self { repaired, high }
    }
}

/// The character a garbled run at the start of `rest` stands for, and the length of the run.
fn garbled(rest: &str) -> Option<(char, usize)> {
    let mut bytes = [0u8; 4];
    let mut chars = rest.chars();
    let first = byte(chars.next()?)?;
    let length = match first {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let slots = bytes.get_mut(..length)?;
    let mut used = 0;
    for (slot, c) in slots.iter_mut().zip(rest.chars()) {
        *slot = byte(c).filter(|byte| !byte.is_ascii())?;
        used += c.len_utf8();
    }
    let original = std::str::from_utf8(slots).ok()?.chars().next()?;
    Some((original, used))
}

/// Runs that lost a byte on the way: "â€" is mostly a closing quote (its 0x9D has no letter in
/// Windows-1252), "Â " a blank that does not break.
fn half_lost(rest: &str) -> Option<(char, usize)> {
    if let Some(after) = rest.strip_prefix("â€") {
        let lost = after
            .chars()
            .next()
            .filter(|c| matches!(c, '\u{fffd}' | '?'));
        let ends = after.is_empty() || after.starts_with(' ');
        return (lost.is_some() || ends)
            .then(|| ('”', "â€".len() + lost.map_or(0, char::len_utf8)));
    }
    rest.starts_with("Â ").then_some((' ', "Â ".len()))
}

/// The byte a character was read from, if it was read as Windows-1252.
fn byte(c: char) -> Option<u8> {
    if let Ok(byte @ 0x80..) = u8::try_from(u32::from(c)) {
        return Some(byte);
    }
    let mut buffer = [0; 4];
    let (bytes, _, unmappable) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    match (bytes.as_ref(), unmappable) {
        ([byte], false) => Some(*byte),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::repair;

    #[test]
    fn garbled_runs_are_turned_back() {
        assert_eq!(
            repair("donâ€™t go to the cafÃ©").as_deref(),
            Some("don’t go to the café")
        );
        assert_eq!(repair("â€œYesâ€ he said").as_deref(), Some("“Yes” he said"));
        assert_eq!(repair("aÂ b").as_deref(), Some("a b"));
        assert_eq!(repair("aÂ\u{a0}b").as_deref(), Some("a\u{a0}b"));
    }

    #[test]
    fn good_text_is_left_alone() {
        for text in ["", "plain", "Ângela e Ânia", "São Paulo, Ã", "château"] {
            assert_eq!(repair(text), None, "{text}");
        }
    }
}
