//! Refuses documents whose objects nest without end: the crates underneath follow every bracket that opens, and
//! begin again at the next object. Brackets are counted in one pass before anything is parsed.

use super::layer::Refusal;

/// The most brackets that may be open at once before an object ends. Documents have some tens.
const DEEPEST: usize = 2_000;

/// An error if too many brackets open before they close. What streams hold is no part of it.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let mut depth = 0usize;
    let mut at = 0;
    // Where no stream ends any more, none is looked for again.
    let mut streams = true;
    while let Some(byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        let mut length = 1;
        match byte {
            b'<' if rest.starts_with(b"<<") => {
                depth += 1;
                length = 2;
            }
            b'>' if rest.starts_with(b">>") => {
                depth = depth.saturating_sub(1);
                length = 2;
            }
            b'[' => depth += 1,
            b']' => depth = depth.saturating_sub(1),
            b'e' if rest.starts_with(b"endobj") => depth = 0,
            b's' if streams && rest.starts_with(b"stream") => {
                let end = memchr::memmem::find(rest, b"endstream");
                streams = end.is_some();
                length = end.map_or(length, |end| end + 9);
            }
            _ => {}
        }
        if depth > DEEPEST {
            return Err(Refusal::Nested);
        }
        at += length;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn brackets_that_never_close_are_refused_and_streams_are_no_brackets() {
        assert!(check(&b"1 0 obj\n<<".repeat(3_000)).is_err());
        assert!(check(&b"[".repeat(3_000)).is_err());
        let mut fine = b"1 0 obj << /Length 9 >> stream\n".to_vec();
        fine.extend(b"[<<".repeat(3_000));
        fine.extend(b"\nendstream endobj\n");
        fine.extend(b"2 0 obj << /A [ 1 2 ] >> endobj\n".repeat(3_000));
        assert!(check(&fine).is_ok());
    }
}
