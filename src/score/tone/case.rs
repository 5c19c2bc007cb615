//! Capitals as Python knows them.

/// Python's `str.isupper()`: at least one letter with case, and all of those capitals. `token` is valid
/// UTF-8. Trap: "A", "I" and "U2" are upper, ":(" is not.
#[inline]
pub(super) fn is_upper(token: &[u8]) -> bool {
    // Most words end in a small letter.
    if token.last().is_some_and(u8::is_ascii_lowercase) || token.iter().any(u8::is_ascii_lowercase)
    {
        return false;
    }
    if token.is_ascii() {
        token.iter().any(u8::is_ascii_uppercase)
    } else {
        is_upper_beyond_ascii(token)
    }
}

#[cold]
fn is_upper_beyond_ascii(token: &[u8]) -> bool {
    let token = str::from_utf8(token).unwrap_or_default();
    let mut letters = token.chars().filter(|character| !is_newer(*character));
    let small = |character: char| character.is_lowercase() || is_titlecase(character);
    !letters.clone().any(small) && letters.any(char::is_uppercase)
}

/// Trap: letters such as ǅ have a case of their own, which is not upper; and ʕ was a small letter in
/// the Unicode of the reference.
fn is_titlecase(character: char) -> bool {
    matches!(
        character,
        '\u{1C5}' | '\u{1C8}' | '\u{1CB}' | '\u{1F2}' | '\u{295}'
            | '\u{1F88}'..='\u{1F8F}' | '\u{1F98}'..='\u{1F9F}' | '\u{1FA8}'..='\u{1FAF}'
            | '\u{1FBC}' | '\u{1FCC}' | '\u{1FFC}'
    )
}

/// Trap: letters that got their case after Unicode 14, which `CPython` 3.11 follows, have none for the
/// reference.
fn is_newer(character: char) -> bool {
    matches!(
        character,
        '\u{10FC}' | '\u{1C89}' | '\u{1C8A}' | '\u{A7CB}'..='\u{A7CF}' | '\u{A7D2}' | '\u{A7D4}'
            | '\u{A7DA}'..='\u{A7DC}' | '\u{A7F1}'..='\u{A7F4}' | '\u{AB69}'
            | '\u{10D50}'..='\u{10D65}' | '\u{10D70}'..='\u{10D85}'
            | '\u{16EA0}'..='\u{16EB8}' | '\u{16EBB}'..='\u{16ED3}'
            | '\u{1DF25}'..='\u{1DF2A}' | '\u{1E030}'..='\u{1E06D}'
    )
}

#[cfg(test)]
mod tests {
    use super::is_upper;

    #[test]
    fn upper_needs_a_capital_and_no_small_letter() {
        for upper in [
            "A",
            "I",
            "U2",
            "U.S",
            "ÀÉ",
            "Σ",
            "NASA's".to_uppercase().as_str(),
            "北A",
            "Ⅳ",
        ] {
            assert!(is_upper(upper.as_bytes()), "{upper}");
        }
        for other in [
            "", ":(", "42", "Us", "北京", "É́t", "ǅ", "Aª", "Aǆ", "ʕ", "Aʕ",
        ] {
            assert!(!is_upper(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn letters_without_case_in_unicode_14_have_none() {
        assert!(!is_upper("\u{1C89}".as_bytes()));
        assert!(is_upper("A\u{1C8A}".as_bytes()));
    }
}
