//! The fields of a JSON object as they stand in a line: what is handed through is handed through to the
//! letter, numbers and spelling included.

use serde::Deserialize;
use serde::de::IgnoredAny;

/// Names and values, in their order; of two of one name the last counts.
#[derive(Debug, Default)]
pub(super) struct Fields<'a> {
    all: Vec<Field<'a>>,
}

/// One field.
#[derive(Debug)]
pub(super) struct Field<'a> {
    pub(super) name: String,
    /// The value as it is written.
    pub(super) value: &'a str,
    /// Where the value begins in the line, in bytes.
    pub(super) at: usize,
}

impl<'a> Fields<'a> {
    /// The fields of the object that `line` is; those before the fault, and false, where it is none.
    pub(super) fn of(line: &'a str) -> (Self, bool) {
        let mut fields = Self::default();
        let is_whole = fields.read(line);
        (fields, is_whole == Some(true))
    }

    /// A field that is there and not null.
    pub(super) fn get(&self, name: &str) -> Option<&Field<'a>> {
        let found = self.all.iter().rfind(|field| field.name == name);
        found.filter(|field| field.value != "null")
    }

    /// Every field, each name once.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Field<'a>> {
        self.all.iter().enumerate().filter_map(|(at, field)| {
            let mut later = self.all.iter().skip(at + 1);
            (!later.any(|other| other.name == field.name)).then_some(field)
        })
    }

    /// Whether all of it is JSON; nothing where it ends in a fault.
    fn read(&mut self, line: &'a str) -> Option<bool> {
        let mut is_whole = true;
        let mut rest = Rest { line, at: 0 };
        rest.take('{')?;
        if rest.take('}').is_none() {
            loop {
                let name = rest.value::<String>()?.0;
                rest.take(':')?;
                if rest.no_number() {
                    is_whole = false;
                } else {
                    let (_, value, at) = rest.value::<IgnoredAny>()?;
                    self.all.push(Field { name, value, at });
                }
                if rest.take(',').is_none() {
                    rest.take('}')?;
                    break;
                }
            }
        }
        rest.blank().is_empty().then_some(is_whole)
    }
}

/// What of a line is still to be read.
struct Rest<'a> {
    line: &'a str,
    at: usize,
}

impl<'a> Rest<'a> {
    /// The rest after blanks.
    fn blank(&mut self) -> &'a str {
        let rest = self.line.get(self.at..).unwrap_or_default();
        let next = rest.trim_start_matches([' ', '\t', '\r', '\n']);
        self.at += rest.len() - next.len();
        next
    }

    /// Steps over this character.
    fn take(&mut self, mark: char) -> Option<()> {
        self.blank().strip_prefix(mark)?;
        self.at += mark.len_utf8();
        Some(())
    }

    /// Steps over what stands for no number in the JSON that many programs write.
    fn no_number(&mut self) -> bool {
        const WORDS: [&str; 3] = ["NaN", "Infinity", "-Infinity"];
        let rest = self.blank();
        let word = WORDS.iter().find(|word| rest.starts_with(**word));
        self.at += word.map_or(0, |word| word.len());
        word.is_some()
    }

    /// The next value, as it is written, and where.
    fn value<T: for<'de> Deserialize<'de>>(&mut self) -> Option<(T, &'a str, usize)> {
        let rest = self.blank();
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<T>();
        let value = values.next()?.ok()?;
        let (written, at) = (rest.get(..values.byte_offset())?, self.at);
        self.at += written.len();
        Some((value, written, at))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_as_they_were_written() {
        let line = r#" {"id" : 1.50, "a":{"b":[1, 2]}, "text":"caf\u00e9", "id":12345678901234567890123, "n":null}"#;
        let (fields, is_whole) = Fields::of(line);
        assert!(is_whole);
        let all: Vec<(&str, &str)> = fields.iter().map(|it| (&*it.name, it.value)).collect();
        assert_eq!(
            all,
            [
                ("a", r#"{"b":[1, 2]}"#),
                ("text", r#""caf\u00e9""#),
                ("id", "12345678901234567890123"),
                ("n", "null"),
            ]
        );
        assert!(fields.get("n").is_none());
        let text = fields.get("text").unwrap();
        assert!(line.get(text.at..).unwrap().starts_with(r#""caf"#));
    }

    #[test]
    fn what_stands_before_a_fault_is_known() {
        for line in [
            r#"{"id":7,"text":"cut"#,
            r#"{"id":7,"text":nul}"#,
            r#"{"id":7,}"#,
            r#"{"id":7} and more"#,
        ] {
            let (fields, is_whole) = Fields::of(line);
            assert_eq!(
                (fields.get("id").unwrap().value, is_whole),
                ("7", false),
                "{line}"
            );
        }
        let (fields, is_whole) = Fields::of(r#"{"by": NaN, "id": 7}"#);
        assert_eq!((fields.get("id").unwrap().value, is_whole), ("7", false));
        assert!(Fields::of("[1]").0.all.is_empty());
        assert!(Fields::of("{}").1);
    }
}
