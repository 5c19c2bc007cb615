//! Tells texts of old Macintosh programs from others of one byte a character: in the right encoding quotation
//! marks stand at words, and capitals where capitals stand.

use encoding_rs::{Encoding, MACINTOSH};

/// Fewer characters beyond ASCII say nothing.
const FEWEST: usize = 3;
/// How much of a text is looked at, in bytes.
const SAMPLE: usize = 256 << 10;

/// Whether bytes make better sense in Mac Roman than in the other encoding.
pub(super) fn is_likelier(bytes: &[u8], other: &'static Encoding) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let sense =
        |encoding: &'static Encoding| sense(&encoding.decode_without_bom_handling(sample).0);
    let (good, bad) = sense(MACINTOSH);
    let (other_good, other_bad) = sense(other);
    good + bad >= FEWEST && good > other_good && bad < other_bad && bad * 4 <= good
}

/// How many characters beyond ASCII stand where such characters do, and how many do not.
fn sense(text: &str) -> (usize, usize) {
    let (mut good, mut bad) = (0, 0);
    let mut before = None;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        if !c.is_ascii() {
            if fits(c, before, characters.peek().copied()) {
                good += 1;
            } else {
                bad += 1;
            }
        }
        before = Some(c);
    }
    (good, bad)
}

fn fits(c: char, before: Option<char>, after: Option<char>) -> bool {
    let is = |c: Option<char>, test: fn(char) -> bool| c.is_some_and(test);
    let opens = before.is_none_or(|c| c.is_whitespace() || "([-—–“‘\"".contains(c));
    match c {
        '“' | '‘' => opens && is(after, |c| !c.is_whitespace()),
        '”' => is(before, |c| !c.is_whitespace()) && !is(after, char::is_alphanumeric),
        '’' => is(before, |c| !c.is_whitespace()),
        '—' | '–' => {
            is(before, |c| {
                c.is_whitespace() || c.is_alphanumeric() || "”’.,!?".contains(c)
            }) && is(after, |c| {
                c.is_whitespace() || c.is_alphanumeric() || "“‘".contains(c)
            })
        }
        '•' | '·' => opens,
        '£' | '€' | '¥' => is(after, |c| c.is_ascii_digit()),
        '°' | '½' | '¼' | '¾' | '²' => is(before, |c| c.is_ascii_digit() || c.is_whitespace()),
        '…' | '©' | '®' | '™' | '§' | '\u{a0}' => true,
        _ if c.is_lowercase() => is(before, char::is_alphabetic) || is(after, char::is_lowercase),
        _ if c.is_uppercase() => {
            !is(before, char::is_lowercase)
                && (is(after, char::is_alphabetic) || is(before, char::is_uppercase))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::WINDOWS_1252;

    #[test]
    fn each_text_is_told_by_its_marks() {
        // “No,” said Renée — twice… It’s Zoë’s café.
        let mac = b"\xd2No,\xd3 said Ren\x8ee \xd1 twice\xc9 It\xd5s Zo\x91\xd5s caf\x8e.";
        assert!(is_likelier(mac, WINDOWS_1252));
        let windows = b"\x93No,\x94 said Ren\xe9e \x97 twice\x85 It\x92s Zo\xeb\x92s caf\xe9.";
        assert!(!is_likelier(windows, WINDOWS_1252));
        assert!(!is_likelier(
            "Señor Núñez, Ångström, ÉCOLE, 5 °C, £4".as_bytes(),
            WINDOWS_1252
        ));
    }
}
