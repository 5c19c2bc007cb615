//! The text files under `assets/`, read by one strict reader: lists of words, lists of lines, tables.
//!
//! Everywhere a line that begins with `#` and a blank is a comment, an empty line says nothing, and
//! `[name]` opens a section. What else stands in a file is one of these notations:
//!
//! | notation | an entry is | read by |
//! |---|---|---|
//! | words | what white space parts, `_` a blank inside | [`Asset::words`], [`Asset::lists`] |
//! | lines | a line | [`Asset::lines`] |
//! | table | a line of columns parted by tabs | [`Asset::rows`] |
//!
//! The headline cues (`assets/headline/README.md`) are lines with a grammar of their own. A reader passes
//! on the first line it does not understand as an error; the tests of this module go through every file.

use thiserror::Error;

#[cfg(test)]
mod tests;

/// A text file under `assets/`, compiled in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asset {
    name: &'static str,
    text: &'static str,
}

/// The asset of that name.
macro_rules! asset {
    ($name:literal) => {
        $crate::assets::Asset::new(
            $name,
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/", $name)),
        )
    };
}
pub(crate) use asset;

/// A line of an asset that its reader does not understand.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("assets/{asset}, line {line}: {what}")]
pub(crate) struct NotUnderstood {
    /// The file.
    pub(crate) asset: &'static str,
    /// Its line, counted from 1; 0 where something is missing from the file.
    pub(crate) line: usize,
    /// What is wrong with it.
    pub(crate) what: String,
}

/// One entry: a word, a line or a row, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    asset: &'static str,
    line: usize,
    /// The section it stands in; empty before the first.
    pub(crate) section: &'static str,
    /// The entry as written.
    pub(crate) text: &'static str,
}

impl Entry {
    /// The error that says what is wrong with this entry.
    pub(crate) fn fault(&self, what: &str) -> NotUnderstood {
        NotUnderstood {
            asset: self.asset,
            line: self.line,
            what: format!("{what}: “{}” in section “{}”", self.text, self.section),
        }
    }

    /// `text`, a part of this entry, as a number.
    pub(crate) fn number<T: std::str::FromStr>(&self, text: &str) -> Result<T, NotUnderstood> {
        text.parse().map_err(|_| self.fault("no number"))
    }
}

impl Asset {
    pub(crate) const fn new(name: &'static str, text: &'static str) -> Self {
        Self { name, text }
    }

    /// Its lines, one entry each.
    pub(crate) fn lines(self) -> impl Iterator<Item = Result<Entry, NotUnderstood>> {
        let mut entry = Entry {
            asset: self.name,
            line: 0,
            section: "",
            text: "",
        };
        let lines = self.text.lines();
        #[cfg(test)]
        let lines = tests::watched(self.name, lines);
        lines.filter_map(move |line| {
            entry.line += 1;
            entry.text = line;
            if line.is_empty() || line == "#" || line.starts_with("# ") {
                return None;
            }
            if line.trim() != line {
                return Some(Err(entry.fault("blanks around a line")));
            }
            let Some(name) = line.strip_prefix('[') else {
                return Some(Ok(entry));
            };
            match name.strip_suffix(']') {
                Some(name) if !name.is_empty() && !name.contains([']', '[']) => {
                    entry.section = name;
                    None
                }
                _ => Some(Err(entry.fault("no heading"))),
            }
        })
    }

    /// Its words, in order.
    pub(crate) fn words(self) -> impl Iterator<Item = Result<Entry, NotUnderstood>> {
        self.lines().flat_map(|line| {
            let (line, fault) = match line {
                Ok(line) => (Some(line), None),
                Err(fault) => (None, Some(Err(fault))),
            };
            let words = line.into_iter().flat_map(|line| {
                let words = line.text.split_ascii_whitespace();
                words.map(move |text| Ok(Entry { text, ..line }))
            });
            fault.into_iter().chain(words)
        })
    }

    /// The words of each of `sections`, which must be all it has; `""` is what stands before the first.
    pub(crate) fn lists<T, const N: usize>(
        self,
        sections: [&str; N],
    ) -> Result<[T; N], NotUnderstood>
    where
        T: FromIterator<&'static str>,
    {
        let mut lists = [const { Vec::new() }; N];
        for word in self.words() {
            let word = word?;
            let own = sections.iter().position(|name| *name == word.section);
            let Some(list) = own.and_then(|at| lists.get_mut(at)) else {
                return Err(word.fault("no such section"));
            };
            list.push(word.text);
        }
        if let Some(empty) = lists.iter().position(Vec::is_empty) {
            let name = sections.get(empty).copied().unwrap_or_default();
            return Err(self.lacks(name));
        }
        Ok(lists.map(T::from_iter))
    }

    /// Its words; it has no sections.
    pub(crate) fn list<T: FromIterator<&'static str>>(self) -> Result<T, NotUnderstood> {
        self.lists([""]).map(|[list]| list)
    }

    /// Its rows of `N` columns each; it has no sections.
    pub(crate) fn rows<const N: usize>(
        self,
    ) -> impl Iterator<Item = Result<(Entry, [&'static str; N]), NotUnderstood>> {
        self.lines().map(|line| {
            let line = line?;
            let mut columns = line.text.split('\t');
            let row = [(); N].map(|()| columns.next());
            let complete = row.iter().all(Option::is_some) && columns.next().is_none();
            if !complete || !line.section.is_empty() {
                return Err(line.fault(&format!("no row of {N} columns")));
            }
            Ok((line, row.map(Option::unwrap_or_default)))
        })
    }

    /// The error that says what the file lacks.
    pub(crate) fn lacks(self, what: &str) -> NotUnderstood {
        NotUnderstood {
            asset: self.name,
            line: 0,
            what: format!("“{what}” is missing"),
        }
    }
}
