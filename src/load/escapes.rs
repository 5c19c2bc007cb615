//! Characters that an earlier program wrote as something else and nobody turned back: HTML's references in a
//! text without tags, line ends as a backslash and a letter, Excel's marks of line ends.

use std::borrow::Cow;

use super::clean::unescape;

/// How many line ends a text must have as a backslash and "n" …
const ESCAPED: usize = 3;
/// … and how many more than real ones: a path of Windows holds some too.
const TIMES: usize = 4;
/// The longest reference, in bytes: "&CounterClockwiseContourIntegral;".
const REFERENCE: usize = 34;

/// A text as it was meant, and what was turned back, in words.
pub(super) fn meant(text: &str) -> (Cow<'_, str>, Vec<String>) {
    let mut text = Cow::Borrowed(text);
    let mut notes = Vec::new();
    if text.contains("_x000") {
        // "_x000D_" stands before each line end that is there anyway.
        let without = text.replace("_x000D_\n", "\n").replace("_x000D_", "\n");
        text = Cow::Owned(without.replace("_x000A_", "\n").replace("_x0009_", " "));
    }
    if has_escaped_lines(&text) {
        notes.push("Line ends were written as “\\n” and were turned back.".to_owned());
        let lines = text
            .replace("\\r\\n", "\n")
            .replace("\\n", "\n")
            .replace("\\r", "\n");
        text = Cow::Owned(
            lines
                .replace("\\t", " ")
                .replace("\\\"", "\"")
                .replace("\\'", "'"),
        );
    }
    if has_reference(&text) {
        notes.push(
            "Characters were written as references (such as “&rsquo;”) and were turned back."
                .to_owned(),
        );
        // They are often written twice over: "&amp;rsquo;".
        text = Cow::Owned(unescape(&unescape(&text)));
    }
    (text, notes)
}

fn has_escaped_lines(text: &str) -> bool {
    if !text.contains("\\n") {
        return false;
    }
    let escaped = text.matches("\\n").count();
    let real = text.bytes().filter(|byte| *byte == b'\n').count();
    let opens = |rest: &str| {
        rest.chars()
            .next()
            .is_none_or(|c| !c.is_lowercase() || c == '\\')
    };
    // The letter opens no word: "C:\new".
    let ends = text.split("\\n").skip(1).filter(|rest| opens(rest)).count();
    escaped >= ESCAPED && escaped >= TIMES * real && ends * 10 >= escaped * 8
}

/// Whether a text holds a reference that means a character.
fn has_reference(text: &str) -> bool {
    let starts = text.match_indices('&').filter_map(|(at, _)| text.get(at..));
    starts
        .filter_map(|rest| {
            let end = rest.bytes().take(REFERENCE).position(|byte| byte == b';')?;
            let reference = rest.get(..=end)?;
            let name = reference.get(1..end)?;
            let plain = name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
            (plain && name.len() >= 2).then_some(reference)
        })
        .any(|reference| unescape(reference) != reference)
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn what_was_written_as_something_else_is_turned_back() {
        for (text, wanted) in [
            (
                "It&rsquo;s &amp;#8217; &mdash; A&amp;B &hellip;",
                "It’s ’ — A&B …",
            ),
            (
                "One.\\n\\nTwo.\\n\\nThree \\\"x\\\".",
                "One.\n\nTwo.\n\nThree \"x\".",
            ),
            ("One._x000D_\nTwo._x000D_", "One.\nTwo.\n"),
        ] {
            assert_eq!(meant(text).0, wanted);
        }
    }

    #[test]
    fn what_means_itself_stays() {
        for text in [
            "AT&T; R&D; a & b; &x;",
            "Open C:\\new\\names\\now.",
            "A line.\nIt said \\n twice: \\n.",
        ] {
            let (meant, notes) = meant(text);
            assert_eq!((meant.as_ref(), notes.len()), (text, 0));
        }
    }
}
