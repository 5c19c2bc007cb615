//! One line of input: a plain text, or a JSON object that holds one.

use std::borrow::Cow;

use serde::Deserialize;

use super::error::LineError;

/// What a line asks about.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Input<'a> {
    /// The text.
    #[serde(borrow)]
    pub(super) text: Cow<'a, str>,
    /// First code point of a mention, for the tone towards it.
    #[serde(default)]
    pub(super) start: Option<usize>,
    /// One past its last code point.
    #[serde(default)]
    pub(super) end: Option<usize>,
}

impl<'a> Input<'a> {
    /// Reads line `number`. A line that begins with a brace is JSON; every other is a text as it stands.
    pub(super) fn parse(number: usize, line: &'a [u8]) -> Result<Self, LineError> {
        let line =
            str::from_utf8(line).map_err(|error| LineError::NotUtf8(error.valid_up_to() + 1))?;
        let line = if number == 1 {
            line.strip_prefix('\u{feff}').unwrap_or(line)
        } else {
            line
        };
        if line.trim_start().starts_with('{') {
            return serde_json::from_str(line).map_err(|error| in_line(&error));
        }
        Ok(Self {
            text: Cow::Borrowed(line),
            start: None,
            end: None,
        })
    }
}

/// What is wrong with a line of JSON; its own line number is always 1.
fn in_line(error: &serde_json::Error) -> LineError {
    let message = error.to_string();
    let what = message
        .split(" at line 1 column ")
        .next()
        .unwrap_or_default();
    LineError::NotAnObject {
        what: what.to_owned(),
        column: error.column(),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn text(line: &str) -> String {
        Input::parse(2, line.as_bytes()).unwrap().text.into_owned()
    }

    #[test]
    fn a_line_is_a_text_or_an_object_with_one() {
        assert_eq!(text("Good news"), "Good news");
        assert_eq!(text(""), "");
        assert_eq!(text("\"quoted\""), "\"quoted\"");
        assert_eq!(
            text(r#" {"id": 7, "text": "caf\u00e9 \ud83d\ude00"}"#),
            "café 😀"
        );
    }

    #[test]
    fn a_bad_line_says_what_is_wrong() {
        let error = |line: &[u8]| Input::parse(2, line).unwrap_err().to_string();
        assert_eq!(error(b"caf\xe9"), "not valid UTF-8 at byte 4 of the line");
        assert!(error(br#"{"text": "\ud83d"}"#).contains("column"));
        assert!(error(br#"{"txt": "a"}"#).contains("missing field `text`"));
        assert!(error(br#"{"text": 3}"#).contains("expected a string"));
        assert!(error(b"{").contains("EOF"));
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        assert_eq!(
            Input::parse(1, "\u{feff}Good".as_bytes()).unwrap().text,
            "Good"
        );
    }
}
