//! The format of catalogues: the `.po` files of gettext.

/// An entry of a catalogue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// The text in English; empty for the header.
    pub(super) text: String,
    /// The same for several, where it depends on a count.
    pub(super) several: Option<String>,
    /// Its translation, one for each form of the plural.
    pub(super) translations: Vec<String>,
    /// Whether a program guessed it and nobody looked at it yet.
    pub(super) fuzzy: bool,
}

/// Which string a line without keyword goes on with.
enum Open {
    Nothing,
    Text,
    Several,
    Translation,
}

/// The entries of `file`, or the first line that is none of a catalogue.
pub(super) fn read(file: &str) -> Result<Vec<Entry>, usize> {
    let mut entries = Vec::new();
    let mut entry = Entry::default();
    let mut open = Open::Nothing;
    for (at, line) in file.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim();
        let wrong = at + 1;
        let is_new = line.is_empty() || line.starts_with('#') || line.starts_with("msgid ");
        if is_new && matches!(open, Open::Translation) {
            entries.push(std::mem::take(&mut entry));
            open = Open::Nothing;
        }
        if let Some(comment) = line.strip_prefix('#') {
            entry.fuzzy |= comment.starts_with(',') && comment.contains("fuzzy");
        } else if line.starts_with('"') {
            let more = string(line).ok_or(wrong)?;
            let text = match open {
                Open::Nothing => None,
                Open::Text => Some(&mut entry.text),
                Open::Several => entry.several.as_mut(),
                Open::Translation => entry.translations.last_mut(),
            };
            text.ok_or(wrong)?.push_str(&more);
        } else if let Some(text) = line.strip_prefix("msgid ") {
            entry.text = string(text).ok_or(wrong)?;
            open = Open::Text;
        } else if let Some(text) = line.strip_prefix("msgid_plural ") {
            entry.several = Some(string(text).ok_or(wrong)?);
            open = Open::Several;
        } else if let Some(rest) = line.strip_prefix("msgstr") {
            let (_, text) = rest.split_once(' ').ok_or(wrong)?;
            entry.translations.push(string(text).ok_or(wrong)?);
            open = Open::Translation;
        } else if !line.is_empty() {
            return Err(wrong);
        }
    }
    if matches!(open, Open::Translation) {
        entries.push(entry);
    }
    Ok(entries)
}

/// What a string between quotation marks says.
fn string(quoted: &str) -> Option<String> {
    let inside = quoted.trim().strip_prefix('"')?.strip_suffix('"')?;
    let mut out = String::new();
    let mut rest = inside.chars();
    while let Some(c) = rest.next() {
        match c {
            '"' => return None,
            '\\' => out.push(match rest.next()? {
                'n' => '\n',
                't' => '\t',
                other @ ('"' | '\\') => other,
                _ => return None,
            }),
            _ => out.push(c),
        }
    }
    Some(out)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "tests")]
mod tests {
    use super::{Entry, read};

    #[test]
    fn entries_are_read_with_their_plurals_and_marks() {
        let file = "# by somebody\nmsgid \"\"\nmsgstr \"\"\n\"A: b\\n\"\n\n#: src/a.rs\n#, fuzzy\nmsgid \"a \"\n\"\\\"b\\\"\"\nmsgstr \"c\"\n\
                    msgid \"{n} x\"\nmsgid_plural \"{n} xs\"\nmsgstr[0] \"{n} y\"\nmsgstr[1] \"{n} ys\"";
        let entries = read(file).unwrap();
        let [header, one, two] = entries.as_slice() else {
            panic!("{entries:?}");
        };
        assert_eq!(header.translations, ["A: b\n"]);
        let expected = Entry {
            text: "a \"b\"".to_owned(),
            translations: vec!["c".to_owned()],
            fuzzy: true,
            ..Entry::default()
        };
        assert_eq!(*one, expected);
        assert_eq!(two.several.as_deref(), Some("{n} xs"));
        assert_eq!(two.translations, ["{n} y", "{n} ys"]);
        assert!(!two.fuzzy);
    }

    #[test]
    fn a_damaged_line_is_named() {
        assert_eq!(read("msgid \"a\"\nmsgstr \"b\nmsgid \"c\""), Err(2));
        assert_eq!(read("\n<html>"), Err(2));
        assert_eq!(read("\"a\""), Err(1));
    }
}
