//! JSON that is not quite JSON, as programs write it all the same, made into what it means: `NaN` and
//! `Infinity`, numbers too large for any machine, commas before a closing bracket, line ends and tabs inside
//! strings, halves of surrogate pairs, comments, single-quoted strings of Python.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::text::counted;

/// The largest power of ten that a number can have.
const LARGEST_POWER: i32 = 300;

/// A repaired text, and what was repaired.
#[derive(Default)]
pub(super) struct Repaired {
    pub(super) text: String,
    /// What was found, how often, and the line where it was first.
    faults: BTreeMap<&'static str, (usize, usize)>,
}

impl Repaired {
    /// What to say of it, in words.
    pub(super) fn note(&self) -> Option<String> {
        let kinds: Vec<String> = self
            .faults
            .iter()
            .map(|(fault, (count, line))| match count {
                1 => format!("{fault} (line {line})"),
                n => format!("{fault} ({}, first in line {line})", counted(*n, "time")),
            })
            .collect();
        (!kinds.is_empty()).then(|| {
            format!(
                "The file is not quite JSON and was read as what it means: {}.",
                kinds.join("; ")
            )
        })
    }

    /// Adds what was repaired in a later piece of the same file, which began at this line.
    pub(super) fn and(&mut self, other: &Self, line: usize) {
        for (fault, (count, at)) in &other.faults {
            let known = self.faults.entry(fault).or_insert((0, at + line - 1));
            known.0 += count;
        }
    }
}

/// Repairs a text.
pub(super) fn repair(text: &str) -> Repaired {
    let mut repair = Repair {
        rest: text,
        line: 1,
        out: Repaired {
            text: String::with_capacity(text.len() + 16),
            faults: BTreeMap::new(),
        },
    };
    while let Some(c) = repair.rest.chars().next() {
        repair.piece(c);
    }
    repair.out
}

struct Repair<'a> {
    rest: &'a str,
    line: usize,
    out: Repaired,
}

impl<'a> Repair<'a> {
    fn fault(&mut self, what: &'static str) {
        self.out.faults.entry(what).or_insert((0, self.line)).0 += 1;
    }

    /// Takes so many bytes, which must end a character.
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self
            .rest
            .split_at_checked(length)
            .unwrap_or((self.rest, ""));
        self.rest = rest;
        self.line += taken.bytes().filter(|byte| *byte == b'\n').count();
        taken
    }

    fn copy(&mut self, length: usize) {
        let taken = self.take(length);
        self.out.text.push_str(taken);
    }

    /// One token outside of strings.
    fn piece(&mut self, c: char) {
        match c {
            '"' => {
                self.copy(1);
                self.string('"');
            }
            '\'' => {
                self.fault("single quotation marks around strings");
                self.take(1);
                self.out.text.push('"');
                self.string('\'');
            }
            '/' if self.rest.starts_with("//") => {
                self.fault("comments");
                let end = self.rest.find('\n').unwrap_or(self.rest.len());
                self.take(end);
            }
            '/' if self.rest.starts_with("/*") => {
                self.fault("comments");
                let end = self.rest.find("*/").map_or(self.rest.len(), |at| at + 2);
                self.take(end);
            }
            ',' => self.comma(),
            _ if c.is_alphanumeric() || matches!(c, '-' | '+' | '.' | '_') => self.word(),
            // Blanks that JSON does not know.
            '\u{feff}' | '\u{a0}' => {
                self.take(c.len_utf8());
                self.out.text.push(' ');
            }
            _ => self.copy(c.len_utf8()),
        }
    }

    /// A comma, unless nothing follows it.
    fn comma(&mut self) {
        self.take(1);
        let next = self.rest.trim_start();
        if next.starts_with([']', '}', ',']) {
            self.fault("commas with nothing after them");
        } else {
            self.out.text.push(',');
        }
    }

    /// A number or a name.
    fn word(&mut self) {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '+' | '.' | '_');
        let length = self
            .rest
            .find(|c: char| !is_part(c))
            .unwrap_or(self.rest.len());
        let word = self.rest.get(..length).unwrap_or_default();
        let bare = word.trim_start_matches(['-', '+']);
        let means = match bare {
            "true" | "false" | "null" if bare == word => None,
            "NaN" | "nan" | "NAN" => Some(("null", "NaN for “no value”")),
            "Infinity" | "infinity" | "Inf" | "inf" | "INF" => {
                Some(("null", "Infinity for a number"))
            }
            "undefined" | "None" | "nil" | "NULL" | "Null" => {
                Some(("null", "other words for null"))
            }
            "True" | "TRUE" => Some(("true", "True and False in capitals")),
            "False" | "FALSE" => Some(("false", "True and False in capitals")),
            _ if is_too_large(bare) => Some(("null", "numbers too large for any machine")),
            _ => None,
        };
        match means {
            Some((value, fault)) => {
                self.fault(fault);
                self.take(length);
                self.out.text.push_str(value);
            }
            None => self.copy(length),
        }
    }

    /// The rest of a string whose opening mark was taken.
    fn string(&mut self, mark: char) {
        while let Some(c) = self.rest.chars().next() {
            match c {
                '\\' => self.escape(),
                c if c == mark => {
                    self.take(1);
                    self.out.text.push('"');
                    return;
                }
                '"' => {
                    self.take(1);
                    self.out.text.push_str("\\\"");
                }
                c if u32::from(c) < 0x20 => {
                    self.fault("line ends or tabs inside strings");
                    self.take(1);
                    let code = u32::from(c);
                    // Writing to a string does not fail.
                    let _ = write!(self.out.text, "\\u{code:04x}");
                }
                _ => {
                    let stops = |c: char| matches!(c, '\\' | '"' | '\'') || u32::from(c) < 0x20;
                    let length = self.rest.find(stops).filter(|at| *at > 0);
                    let length = match length {
                        Some(length) => length,
                        None if stops(c) => c.len_utf8(),
                        None => self.rest.len(),
                    };
                    self.copy(length);
                }
            }
        }
    }

    /// What stands after a backslash.
    fn escape(&mut self) {
        let next = self.rest.chars().nth(1);
        match next {
            Some('u') => self.code(),
            Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => self.copy(2),
            Some('\'') => {
                self.take(2);
                self.out.text.push('\'');
            }
            Some(other) => {
                self.fault("backslashes that mean nothing");
                self.take(1);
                self.out.text.push_str("\\\\");
                if u32::from(other) < 0x20 {
                    return;
                }
                self.copy(other.len_utf8());
            }
            None => {
                self.take(1);
            }
        }
    }

    /// `\u` and four digits: half of a pair that stands alone is no character.
    fn code(&mut self) {
        let unit = |text: &str| {
            let digits = text.strip_prefix("\\u")?.get(..4)?;
            u16::from_str_radix(digits, 16).ok()
        };
        let first = unit(self.rest);
        let second = self.rest.get(6..).and_then(unit);
        match (first, second) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => self.copy(12),
            (Some(0xD800..=0xDFFF), _) => {
                self.fault("halves of characters (lone surrogates), shown as “�”");
                self.take(6);
                self.out.text.push('\u{fffd}');
            }
            (Some(_), _) => self.copy(6),
            (None, _) => {
                self.fault("backslashes that mean nothing");
                self.take(2);
                self.out.text.push_str("\\\\u");
            }
        }
    }
}

/// Whether a number has more digits before its point than a machine's numbers have.
fn is_too_large(word: &str) -> bool {
    let Some((digits, power)) = word.split_once(['e', 'E']) else {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        return digits > LARGEST_POWER as usize
            && word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    };
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let power = power.trim_start_matches('+');
    let is_power = !power.is_empty() && power.bytes().all(|byte| byte.is_ascii_digit());
    is_number
        && is_power
        && power
            .parse()
            .map_or(true, |power: i32| power > LARGEST_POWER)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> (String, Option<String>) {
        let repaired = repair(text);
        let note = repaired.note();
        (repaired.text, note)
    }

    #[test]
    fn what_json_is_meant_to_be() {
        for (text, wanted) in [
            (
                "[NaN, -Infinity, 1e999, -1e+400, 1e5]",
                "[null, null, null, null, 1e5]",
            ),
            ("{\"a\": 1,}", "{\"a\": 1}"),
            ("[1,\n,2,\n]", "[1\n,2\n]"),
            ("{\"a\": \"x\ny\tz\"}", "{\"a\": \"x\\u000ay\\u0009z\"}"),
            (
                "[\"\\ud83d\", \"\\ud83d\\ude00\", \"\\udc00!\"]",
                "[\"\u{fffd}\", \"\\ud83d\\ude00\", \"\u{fffd}!\"]",
            ),
            (
                "// one\n{/* two */\"a//b\": 'it\\'s \"so\"'}",
                "\n{\"a//b\": \"it's \\\"so\\\"\"}",
            ),
            ("{\"a\": None, \"b\": True}", "{\"a\": null, \"b\": true}"),
            ("[\"c:\\dir\"]", "[\"c:\\\\dir\"]"),
        ] {
            let (text, note) = repaired(text);
            assert_eq!(text, wanted);
            assert!(note.is_some(), "{wanted}");
            assert!(
                serde_json::from_str::<serde_json::Value>(&text).is_ok(),
                "{text}"
            );
        }
    }

    #[test]
    fn json_itself_stays_as_it_is() {
        let text = "{\"a\": [1, -2.5e3, true, null, \"x\\n\\u00e9 ' // NaN, ]\"]}";
        assert_eq!(repaired(text), (text.to_owned(), None));
    }

    #[test]
    fn a_note_says_what_and_where() {
        let (_, note) = repaired("[\nNaN,\nNaN]");
        assert!(
            note.is_some_and(
                |note| note.contains("NaN") && note.contains("2 times, first in line 2")
            )
        );
    }

    #[test]
    fn any_text_is_taken_to_its_end() {
        for text in [
            "\"",
            "'",
            "\\",
            "\"\\",
            "\"\\u",
            "\"\\ud83d",
            "/*",
            "/",
            "\"é\\é",
            "-",
            "1e",
            "'\"'",
        ] {
            repair(text);
        }
    }
}
