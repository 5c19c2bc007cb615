//! Direct quotations in a text.

use super::Span;

/// How far a quotation without its closing mark may run, in bytes: newspapers open every paragraph of
/// a long quotation and close only the last.
const LONGEST: usize = 4_000;

/// Stretches of direct quotation, quote marks included, in order and without overlap: curly, straight,
/// low and angle marks, two backticks, doubled single marks, and single marks where they are no
/// apostrophes. A double quotation mark that is never closed quotes to the end of the text if it stands
/// at its start or after a comma or a colon.
pub fn quotations(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    // Up to where each pair is known to have no closing mark: looked through once only.
    let mut unclosed = [0; MARKS.len()];
    let mut at = 0;
    while let Some((start, kind, marks)) = next_opening(text, at) {
        let inside = start + marks.open.len();
        let known = unclosed.get(kind).copied().unwrap_or(0);
        match closing(text, inside, known, marks) {
            Ok(end) => {
                found.push(Span::new(start, end));
                at = end;
            }
            Err(_) if marks.runs_on && leads_on(text, start) => {
                found.push(Span::new(start, text.trim_end().len()));
                break;
            }
            Err(searched) => {
                if let Some(slot) = unclosed.get_mut(kind) {
                    *slot = searched;
                }
                at = inside;
            }
        }
    }
    found
}

/// Whether a quotation that begins at `start` may go on to the end of its paragraph: it opens it, or
/// follows the mark that announces it ("He said: “We go on.").
fn leads_on(text: &str, start: usize) -> bool {
    text.get(..start).is_some_and(|before| {
        matches!(
            before.trim_end().chars().next_back(),
            None | Some(',' | ':')
        )
    })
}

/// A pair of quotation marks.
#[derive(Debug, Clone, Copy)]
struct Marks {
    open: &'static str,
    close: &'static [&'static str],
    /// Apostrophes look the same: letters around a mark decide.
    single: bool,
    /// May stay open at the end of a paragraph.
    runs_on: bool,
}

impl Marks {
    /// The usual closing mark.
    fn close_first(self) -> &'static str {
        self.close.first().copied().unwrap_or_default()
    }
}

const MARKS: [Marks; 10] = [
    Marks {
        open: "“",
        close: &["”"],
        single: false,
        runs_on: true,
    },
    Marks {
        open: "\"",
        close: &["\""],
        single: false,
        runs_on: true,
    },
    Marks {
        open: "«",
        close: &["»"],
        single: false,
        runs_on: true,
    },
    Marks {
        open: "``",
        close: &["''", "\""],
        single: false,
        runs_on: true,
    },
    Marks {
        open: "„",
        close: &["“", "”"],
        single: false,
        runs_on: true,
    },
    Marks {
        open: "''",
        close: &["''"],
        single: false,
        runs_on: true,
    },
    Marks {
        open: "‘‘",
        close: &["’’"],
        single: false,
        runs_on: true,
    },
    Marks {
        open: "’’",
        close: &["’’"],
        single: false,
        runs_on: true,
    },
    Marks {
        open: "‘",
        close: &["’"],
        single: true,
        runs_on: false,
    },
    Marks {
        open: "'",
        close: &["'"],
        single: true,
        runs_on: false,
    },
];

/// The next mark that opens: where, which of [`MARKS`], and the pair itself.
fn next_opening(text: &str, from: usize) -> Option<(usize, usize, Marks)> {
    let mut at = from;
    loop {
        let rest = text.get(at..)?;
        let start = at + rest.find(['“', '"', '«', '„', '`', '‘', '’', '\''])?;
        let rest = text.get(start..)?;
        let found = MARKS
            .into_iter()
            .enumerate()
            .find(|(_, marks)| rest.starts_with(marks.open))
            .filter(|(_, marks)| opens(text, start, *marks));
        if let Some((kind, marks)) = found {
            return Some((start, kind, marks));
        }
        at = start + rest.chars().next().map_or(1, char::len_utf8);
    }
}

/// Whether a mark opens: a straight or single mark must follow a blank or a bracket and precede text.
fn opens(text: &str, start: usize, marks: Marks) -> bool {
    let before = text.get(..start).and_then(|t| t.chars().next_back());
    let after = text
        .get(start + marks.open.len()..)
        .and_then(|t| t.chars().next());
    let at_word_start = before.is_none_or(|c| c.is_whitespace() || "([{—–-“\"/".contains(c));
    let before_text = after.is_some_and(|c| !c.is_whitespace());
    match marks.open {
        "“" | "«" | "„" | "``" => after.is_some(),
        "'" | "‘" => {
            at_word_start
                && after.is_some_and(|c| c.is_alphabetic() || c == '“')
                && !is_elision(text, start, marks)
        }
        _ => at_word_start && before_text,
    }
}

/// "'90s", "’em": an apostrophe that stands at the start of a word.
fn is_elision(text: &str, start: usize, marks: Marks) -> bool {
    let word: String = text
        .get(start + marks.open.len()..)
        .unwrap_or_default()
        .chars()
        .take_while(|c| c.is_alphabetic())
        .take(8)
        .flat_map(char::to_lowercase)
        .collect();
    matches!(
        word.as_str(),
        "em" | "til" | "tis" | "twas" | "cause" | "bout" | "n" | "round"
    )
}

/// One past the closing mark that belongs to an opening one; if there is none, how far it was searched.
/// Nothing before `known` closes.
fn closing(text: &str, inside: usize, known: usize, marks: Marks) -> Result<usize, usize> {
    let limit = text.floor_char_boundary(inside + LONGEST);
    let mut at = inside.max(known);
    // A mark that may be the apostrophe of a plural: it closes if no better one follows.
    let mut doubtful = None;
    while let Some((offset, close)) = text.get(at..limit).and_then(|here| {
        marks
            .close
            .iter()
            .filter_map(|close| Some((here.find(close)?, close)))
            .min()
    }) {
        let start = at + offset;
        let end = start + close.len();
        if marks.single && doubtful.is_some_and(|from| opens_again(text, from, start, marks)) {
            break;
        }
        if closes(text, inside, start, end, marks) {
            let is_plural = marks.single && may_be_possessive(text, start, end);
            match doubtful {
                None if is_plural => doubtful = Some(end),
                Some(_) if is_plural || !closes_speech(text, start) => {}
                _ => return Ok(end),
            }
        }
        at = end;
    }
    doubtful.ok_or(limit.max(known))
}

/// "the Smiths’ boat": the mark after an s, a word after it.
fn may_be_possessive(text: &str, start: usize, end: usize) -> bool {
    let before = text
        .get(..start)
        .is_some_and(|before| before.ends_with(['s', 'S', 'z']));
    let mut after = text.get(end..).unwrap_or_default().chars();
    before && after.next() == Some(' ') && after.next().is_some_and(char::is_alphanumeric)
}

/// Whether a mark at `start` stands after a stop or a comma, as marks that close speech do.
fn closes_speech(text: &str, start: usize) -> bool {
    text.get(..start)
        .is_some_and(|before| before.ends_with([',', '.', '!', '?', '…', '—', '–']))
}

/// Whether another quotation opens between two places.
fn opens_again(text: &str, from: usize, to: usize, marks: Marks) -> bool {
    let between = text.get(from..to).unwrap_or_default();
    let again = format!(" {}", marks.open);
    between.contains(&again)
        || text.get(to..).is_some_and(|rest| {
            marks.open == marks.close_first()
                && rest.starts_with(marks.open)
                && between.ends_with(' ')
        })
}

/// Whether a mark closes: a single one must not stand inside a word or after a blank.
fn closes(text: &str, inside: usize, start: usize, end: usize, marks: Marks) -> bool {
    if start == inside {
        return false;
    }
    if !marks.single {
        return true;
    }
    let before = text.get(..start).and_then(|t| t.chars().next_back());
    let after = text.get(end..).and_then(|t| t.chars().next());
    before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        quotations(text)
            .into_iter()
            .map(|span| span.of(text))
            .collect()
    }

    #[test]
    fn the_apostrophe_of_a_plural_closes_nothing() {
        assert_eq!(
            quoted("‘It’s the Smiths’ boat, and they can’t sell it,’ she said."),
            ["‘It’s the Smiths’ boat, and they can’t sell it,’"]
        );
        assert_eq!(
            quoted("'The unions' demands are the drivers' own,' he said. 'No more.'"),
            ["'The unions' demands are the drivers' own,'", "'No more.'"]
        );
        assert_eq!(
            quoted("The so-called ‘experts’ agreed; ‘no,’ he said."),
            ["‘experts’", "‘no,’"]
        );
        assert_eq!(quoted("He called them ‘heroes’ and left."), ["‘heroes’"]);
    }
}
