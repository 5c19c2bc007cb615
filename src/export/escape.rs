//! Text made safe for the document it goes into.

use std::borrow::Cow;

/// `text` for XML and HTML, as content or as a quoted attribute. Characters that XML cannot hold are
/// left out.
pub fn escape_xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(character),
            '\0'..='\x1F' | '\u{FFFE}' | '\u{FFFF}' => {}
            other => out.push(other),
        }
    }
    out
}

/// `text` with the characters that would turn the direction of what follows them made visible: an override
/// becomes “[RLO]”. Marks that only help a right-to-left text along stay as they are.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(|character| direction(character).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match direction(character) {
            Some(name) => out.push_str(name),
            None => out.push(character),
        }
    }
    Cow::Owned(out)
}

/// The name of a character that turns the direction of text (Unicode Standard Annex 9, explicit
/// formatting).
const fn direction(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{202A}' => "[LRE]",
        '\u{202B}' => "[RLE]",
        '\u{202C}' => "[PDF]",
        '\u{202D}' => "[LRO]",
        '\u{202E}' => "[RLO]",
        '\u{2066}' => "[LRI]",
        '\u{2067}' => "[RLI]",
        '\u{2068}' => "[FSI]",
        '\u{2069}' => "[PDI]",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_turns_the_direction_of_text_is_made_visible_and_nothing_else_changes() {
        assert_eq!(
            visible("pay \u{202E}gnp.exe\u{202C}"),
            "pay [RLO]gnp.exe[PDF]"
        );
        assert_eq!(visible("שלום \u{200F}!"), "שלום \u{200F}!");
    }
}
