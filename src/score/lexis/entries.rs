//! The format of the word lists in `assets/wording`: sections, marks and inflections.

use super::inflect;

/// One form of an entry of a word list.
pub(super) struct Entry<'a> {
    /// The section it stands in.
    pub(super) section: &'static str,
    /// The form in lower case; a phrase has spaces.
    pub(super) form: &'a str,
    /// Whether it carries the mark of a mild word.
    pub(super) mild: bool,
}

/// Calls `visit` for every form of every entry of a word list, in order.
pub(super) fn visit(list: &'static str, mut visit: impl FnMut(&Entry<'_>)) {
    let mut section = "";
    for line in list.lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            section = name;
            continue;
        }
        for entry in line.split_ascii_whitespace() {
            let mild = entry.starts_with('~');
            let entry = entry.trim_start_matches('~').replace('_', " ");
            let (word, tails) = entry.split_once('/').unwrap_or((&entry, ""));
            visit(&Entry {
                section,
                form: word,
                mild,
            });
            for form in tails.chars().flat_map(|tail| inflect::forms(word, tail)) {
                visit(&Entry {
                    section,
                    form: &form,
                    mild,
                });
            }
        }
    }
}
