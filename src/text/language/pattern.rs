//! A text with places, as `format!` writes it: what stands fixed and what is filled in.

/// A piece of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// What stands there, `{{` and `}}` as one brace.
    Text(String),
    /// What is filled in, by its name: empty for `{}`, a number for `{0}`. What follows a colon is no part of it.
    Place(String),
}

/// The pieces of `pattern`, in order; two texts never follow each other.
pub(super) fn pieces(pattern: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut text = String::new();
    let mut rest = pattern.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '{' | '}' if rest.peek() == Some(&c) => {
                rest.next();
                text.push(c);
            }
            '{' => {
                if !text.is_empty() {
                    out.push(Piece::Text(std::mem::take(&mut text)));
                }
                let inside: String = rest.by_ref().take_while(|c| *c != '}').collect();
                let name = inside.split(':').next().unwrap_or_default();
                out.push(Piece::Place(name.to_owned()));
            }
            _ => text.push(c),
        }
    }
    if !text.is_empty() {
        out.push(Piece::Text(text));
    }
    out
}

/// The names of the places of `pattern`, sorted; those without a name by their number.
pub fn places(pattern: &str) -> Vec<String> {
    let mut unnamed = 0..;
    let mut names: Vec<String> = pieces(pattern)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Place(name) if name.is_empty() => unnamed.next().map(|at: usize| at.to_string()),
            Piece::Place(name) => Some(name),
            Piece::Text(_) => None,
        })
        .collect();
    names.sort();
    names.dedup();
    names
}

/// What stands in the places of a pattern of these `pieces`, if `text` was made from it.
pub(super) fn found<'t>(pieces: &[Piece], text: &'t str) -> Option<Vec<&'t str>> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut open = false;
    for piece in pieces {
        match piece {
            Piece::Text(fixed) if open => {
                let at = rest.find(fixed.as_str())?;
                found.push(rest.get(..at)?);
                rest = rest.get(at + fixed.len()..)?;
                open = false;
            }
            Piece::Text(fixed) => rest = rest.strip_prefix(fixed.as_str())?,
            Piece::Place(_) => {
                if open {
                    found.push("");
                }
                open = true;
            }
        }
    }
    if open {
        found.push(rest);
    } else if !rest.is_empty() {
        // The last fixed piece may stand earlier in what was filled in: the last one counts.
        let Some(Piece::Text(last)) = pieces.last() else {
            return None;
        };
        let place = found.pop()?;
        let end = text.strip_suffix(last.as_str())?;
        let start = place.as_ptr().addr().checked_sub(text.as_ptr().addr())?;
        found.push(end.get(start..)?);
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::{found, pieces, places};

    #[test]
    fn places_have_names_or_numbers() {
        assert_eq!(places("{} of {total:.2}, {} {{not}}"), ["0", "1", "total"]);
        assert!(places("plain").is_empty());
    }

    #[test]
    fn what_was_filled_in_is_found_again() {
        let cases: [(&str, &str, Option<&[&str]>); 6] = [
            ("{} of {total}", "2 of 3", Some(&["2", "3"])),
            ("Saved {}.", "Saved a.b.", Some(&["a.b"])),
            ("Saved {}.", "Saved a", None),
            ("plain", "plain", Some(&[])),
            ("plain", "plainer", None),
            ("{a}{b}", "xy", Some(&["", "xy"])),
        ];
        for (pattern, text, expected) in cases {
            let found = found(&pieces(pattern), text);
            assert_eq!(found.as_deref(), expected, "{pattern} {text}");
        }
    }
}
