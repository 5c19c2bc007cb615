//! Takes the pictures out that stand inside instructions ("BI … ID … EI"): no text is in them, and the crate
//! underneath may look for their ends again and again.

use std::borrow::Cow;

/// How many bytes after the end of a picture must be text: as many as pdf.js looks at.
const AFTER: usize = 15;

/// The instructions without their pictures.
pub(super) fn without_pictures(content: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memmem::find(content, b"BI").is_none() {
        return Cow::Borrowed(content);
    }
    let mut kept = Vec::with_capacity(content.len());
    let (mut from, mut at) = (0, 0);
    // Where no picture ends any more, none is looked for again.
    let mut ends = true;
    while let Some(byte) = content.get(at) {
        match byte {
            b'(' => at = string_end(content, at),
            b'%' => at = line_end(content, at),
            b'B' if is_operator(content, at, *b"BI") => {
                kept.extend_from_slice(content.get(from..at).unwrap_or_default());
                kept.push(b' ');
                let data = find(content, at, |at| is_operator(content, at, *b"ID"), *b"ID");
                let data = data.unwrap_or(content.len());
                let end = ends
                    .then(|| find(content, data, |at| is_end(content, at), *b"EI"))
                    .flatten();
                ends = end.is_some();
                at = end.unwrap_or(data);
                from = at;
            }
            _ => at += 1,
        }
    }
    kept.extend_from_slice(content.get(from..).unwrap_or_default());
    Cow::Owned(kept)
}

/// The place after the first two letters of this kind from a place on.
fn find(
    content: &[u8],
    from: usize,
    is_it: impl Fn(usize) -> bool,
    letters: [u8; 2],
) -> Option<usize> {
    memchr::memmem::find_iter(content.get(from..)?, &letters)
        .map(|at| from + at)
        .find(|at| is_it(*at))
        .map(|at| at + letters.len())
}

/// The place after a string in brackets, which may hold others.
fn string_end(content: &[u8], from: usize) -> usize {
    let mut depth = 0usize;
    let mut at = from;
    while let Some(byte) = content.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' if depth == 1 => return at + 1,
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    content.len()
}

fn line_end(content: &[u8], from: usize) -> usize {
    let rest = content.get(from..).unwrap_or_default();
    from + memchr::memchr2(b'\r', b'\n', rest).unwrap_or(rest.len())
}

/// Whether an instruction of these letters stands here.
fn is_operator(content: &[u8], at: usize, letters: [u8; 2]) -> bool {
    let before = at.checked_sub(1).and_then(|at| content.get(at));
    let after = content.get(at + letters.len());
    content
        .get(at..)
        .is_some_and(|rest| rest.starts_with(&letters))
        && before.is_none_or(|byte| is_blank(*byte) || b")>]}".contains(byte))
        && after.is_none_or(|byte| is_blank(*byte) || b"()<>[]{}/%".contains(byte))
}

/// Whether a picture ends with the "EI" here: a blank and text follow, or nothing.
fn is_end(content: &[u8], at: usize) -> bool {
    let after = content.get(at + 2..).unwrap_or_default();
    after.first().is_none_or(|byte| is_blank(*byte))
        && after
            .iter()
            .take(AFTER)
            .all(|byte| is_blank(*byte) || (b' '..=b'~').contains(byte))
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

#[cfg(test)]
mod tests {
    use super::without_pictures;

    #[test]
    fn pictures_go_and_everything_else_stays() {
        for (content, kept) in [
            ("q BI /W 1 ID abc EI Q (x) Tj", "q   Q (x) Tj"),
            ("q BI/W 1 ID abcEI\nQ", "q  \nQ"),
            ("(a BI /W 1 ID b EI) Tj", "(a BI /W 1 ID b EI) Tj"),
            ("(a \\) BI ID (b) EI) Tj", "(a \\) BI ID (b) EI) Tj"),
            ("% BI ID EI\n(b) Tj", "% BI ID EI\n(b) Tj"),
            ("/BI gs (b) Tj", "/BI gs (b) Tj"),
            ("BI /W 1 ID a EI \u{1} b EI (c) Tj", "  (c) Tj"),
            ("BI /W 1 ID x (c) Tj", "  x (c) Tj"),
            ("(c) Tj BI /W 1", "(c) Tj  "),
        ] {
            let got = without_pictures(content.as_bytes());
            assert_eq!(String::from_utf8_lossy(&got), kept, "{content}");
        }
    }

    #[test]
    fn pictures_by_the_hundred_thousand_take_one_pass() {
        for part in [
            "BI /W 1 ID ",
            "BI /W 1 ID x EI ",
            "BI ",
            "BI /W 1 ID x EI \u{1} ",
        ] {
            let content = part.repeat(200_000);
            assert!(!without_pictures(content.as_bytes()).starts_with(b"BI"));
        }
    }
}
