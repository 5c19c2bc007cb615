//! One line of input: a plain text, or a JSON object that holds one.

use std::borrow::Cow;

use serde::de::{DeserializeOwned, IgnoredAny};

use super::error::LineError;
use super::fields::{Field, Fields};

/// A line as it came.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// Its text, what is no UTF-8 in it replaced.
    text: Cow<'a, str>,
    /// Where it stops being UTF-8, in bytes.
    broken: Option<usize>,
}

impl<'a> Line<'a> {
    /// Line `number` of the stream.
    pub(super) fn of(number: usize, bytes: &'a [u8]) -> Self {
        let bytes = match bytes.strip_prefix(b"\xef\xbb\xbf") {
            Some(rest) if number == 1 => rest,
            _ => bytes,
        };
        Self {
            text: String::from_utf8_lossy(bytes),
            broken: str::from_utf8(bytes).err().map(|error| error.valid_up_to()),
        }
    }

    /// What it asks about. A line that begins with a brace is JSON; every other is a text as it stands.
    pub(super) fn input(&self) -> Input<'_> {
        let line = &*self.text;
        let (fields, is_object) = if line.trim_start().starts_with('{') {
            let (fields, is_whole) = Fields::of(line);
            (fields, Some(is_whole))
        } else {
            (Fields::default(), None)
        };
        Input {
            line,
            broken: self.broken,
            is_object,
            fields,
        }
    }
}

/// What a line asks about.
#[derive(Debug)]
pub(super) struct Input<'a> {
    /// The whole line.
    pub(super) line: &'a str,
    broken: Option<usize>,
    /// Whether it is a whole object; `None` where it does not begin as one.
    is_object: Option<bool>,
    /// Its fields, if it begins as an object: those before the fault if it has one.
    pub(super) fields: Fields<'a>,
}

impl Input<'_> {
    /// Whose answer it is, as the line writes it.
    pub(super) fn id(&self) -> Option<&str> {
        let id = self.fields.get("id")?.value;
        // Bytes that are no text were replaced: it is not what the line says.
        let is_exact = self.broken.is_none() || !id.contains(char::REPLACEMENT_CHARACTER);
        is_exact.then_some(id)
    }

    /// Says what is wrong with a line that is no text, or begins as an object and is none.
    pub(super) fn check(&self) -> Result<(), LineError> {
        if let Some(at) = self.broken {
            return Err(LineError::NotUtf8(at + 1));
        }
        if self.is_object == Some(false) {
            let whole = serde_json::from_str::<IgnoredAny>(self.line);
            return Err(whole.map_or_else(|error| in_line(&error, 0), |_| self.wrong("it is none")));
        }
        Ok(())
    }

    /// Whether all of it is text.
    pub(super) const fn is_text(&self) -> bool {
        self.broken.is_none()
    }

    /// Whether it is an object, and not a text as it stands.
    pub(super) const fn is_object(&self) -> bool {
        self.is_object.is_some()
    }

    /// The text.
    pub(super) fn text(&self) -> Result<Cow<'_, str>, LineError> {
        self.check()?;
        if self.is_object.is_none() {
            return Ok(Cow::Borrowed(self.line));
        }
        let text = self.fields.get("text");
        let text = text.ok_or_else(|| self.wrong("missing field `text`"))?;
        parsed::<String>(text).map(Cow::Owned)
    }

    /// A number among its fields.
    pub(super) fn number(&self, name: &str) -> Result<Option<usize>, LineError> {
        self.fields.get(name).map(parsed).transpose()
    }

    fn wrong(&self, what: &str) -> LineError {
        LineError::NotAnObject {
            what: what.to_owned(),
            column: self.line.len(),
        }
    }
}

fn parsed<T: DeserializeOwned>(field: &Field) -> Result<T, LineError> {
    serde_json::from_str(field.value).map_err(|error| in_line(&error, field.at))
}

/// What is wrong with JSON that begins at byte `at` of its line; its own line number is always 1.
fn in_line(error: &serde_json::Error, at: usize) -> LineError {
    let message = error.to_string();
    let what = message
        .split(" at line 1 column ")
        .next()
        .unwrap_or_default();
    LineError::NotAnObject {
        what: what.to_owned(),
        column: at + error.column(),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn text(line: &str) -> String {
        let line = Line::of(2, line.as_bytes());
        line.input().text().unwrap().into_owned()
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
    fn a_bad_line_says_what_is_wrong_and_whose_it_is() {
        let error = |line: &[u8]| Line::of(2, line).input().text().unwrap_err().to_string();
        assert_eq!(error(b"caf\xe9"), "not valid UTF-8 at byte 4 of the line");
        assert!(error(br#"{"text": "\ud83d"}"#).contains("column"));
        assert!(error(br#"{"txt": "a"}"#).contains("missing field `text`"));
        let number = error(br#"{"text": 3}"#);
        assert!(
            number.contains("expected a string") && number.contains("column 1"),
            "{number}"
        );
        assert!(error(b"{").contains("EOF"));
        let id = |line: &[u8]| Line::of(2, line).input().id().map(str::to_owned);
        assert_eq!(
            id(b"{\"id\": \"x\", \"text\": \"caf\xe9\"}").as_deref(),
            Some("\"x\"")
        );
        assert_eq!(id(b"{\"id\": \"\xe9\", \"text\": \"a\"}"), None);
        assert_eq!(
            id(br#"{"id": {"a": 1}, "text": "#).as_deref(),
            Some(r#"{"a": 1}"#)
        );
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        let line = Line::of(1, "\u{feff}Good".as_bytes());
        assert_eq!(line.input().text().unwrap(), "Good");
    }
}
