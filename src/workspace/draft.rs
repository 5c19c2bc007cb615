//! A draft being written, checked: its scores, and its marks where they stand in the text as it was typed.

use crate::article::{HeadlineOrigin, Span};
use crate::export::marks::Positions;
use crate::load::from_text;
use crate::score::check::{Silenced, check};
use crate::score::lists::OwnLists;
use crate::score::{Settings, analyse};

/// A draft that was checked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CheckedText {
    /// The text as it was then.
    pub text: String,
    /// Its headline, where its first line is one.
    pub headline: Option<String>,
    /// The sensationalism of the headline, 0 to 100; why there is none.
    pub sensationalism: Option<Result<f64, String>>,
    /// Its mean tone, −1 to +1.
    pub tone: Option<f64>,
    /// Its scored words.
    pub words: usize,
    /// Its marks, in order.
    pub marks: Vec<TypedMark>,
}

/// A mark where it stands in the text as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedMark {
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// The words marked.
    pub words: String,
    /// The rule that marks them, as `parallax check` names it.
    pub rule: String,
    /// The reason, in a sentence.
    pub reason: String,
    /// The line it stands in, by which "here" is known.
    pub line: String,
}

/// Checks a draft as `parallax check` does; a text that is no article yet has no marks.
pub fn check_draft(
    text: &str,
    settings: &Settings,
    lists: &OwnLists,
    silenced: &Silenced,
) -> CheckedText {
    let empty = CheckedText {
        text: text.to_owned(),
        ..CheckedText::default()
    };
    let Ok(article) = from_text(text, "Draft") else {
        return empty;
    };
    let analysis = analyse(&article, settings);
    let positions = Positions::of(&article, Some(text));
    let mut lines = Lines::of(text);
    let mut marks = Vec::new();
    let mut last = None;
    for mark in check(&article, &analysis, lists, silenced) {
        let of_block = match mark.block {
            Some(block) => article.blocks.get(block).map(|block| &block.text),
            None => article.headline.as_ref().map(|headline| &headline.text),
        };
        let Some(of_block) = of_block else { continue };
        let of_text = match last.take() {
            Some((block, of_text)) if block == mark.block => of_text,
            _ => positions.of_text(mark.block, of_block),
        };
        let place = of_text.place(of_block, mark.span);
        last = Some((mark.block, of_text));
        let Some((lines_of, columns)) = place.lines.zip(place.columns) else {
            continue;
        };
        let (Some(start), Some(end)) = (
            lines.offset(lines_of.0, columns.0),
            lines.offset(lines_of.1, columns.1),
        ) else {
            continue;
        };
        let span = Span::new(start, end);
        marks.push(TypedMark {
            span,
            words: span.of(text).to_owned(),
            rule: mark.rule,
            reason: mark.reason,
            line: lines.line(lines_of.0).to_owned(),
        });
    }
    marks.sort_by_key(|mark| mark.span);
    // A draft has no file whose name could be one.
    let headline = article.headline.as_ref();
    let headline = headline.filter(|it| it.origin != HeadlineOrigin::FileName);
    let headline = headline.map(|it| it.text.clone());
    CheckedText {
        sensationalism: headline.is_some().then(|| {
            let score = analysis.headline.as_ref();
            score.map(|score| score.score).map_err(ToString::to_string)
        }),
        headline,
        tone: analysis.tone.mean,
        words: analysis.words(),
        marks,
        ..empty
    }
}

/// The lines of a text, and where their columns are in bytes.
struct Lines<'t> {
    lines: Vec<(usize, &'t str)>,
    /// Where it was asked last: line, column, byte within the line. Marks come in order.
    at: (usize, usize, usize),
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        let mut start = 0;
        let lines = text.split_inclusive('\n').map(|line| {
            let at = start;
            start += line.len();
            (at, line)
        });
        Self {
            lines: lines.collect(),
            at: (0, 1, 0),
        }
    }

    /// The line of this number, from 1.
    fn line(&self, number: usize) -> &'t str {
        let line = number.checked_sub(1).and_then(|at| self.lines.get(at));
        line.map_or("", |(_, line)| line.trim())
    }

    /// The byte at which a column of a line stands, both from 1.
    fn offset(&mut self, number: usize, column: usize) -> Option<usize> {
        let (start, line) = *self.lines.get(number.checked_sub(1)?)?;
        let (of, at, byte) = self.at;
        let (mut at, mut byte) = if of == number && at <= column {
            (at, byte)
        } else {
            (1, 0)
        };
        while at < column {
            byte += line.get(byte..)?.chars().next()?.len_utf8();
            at += 1;
        }
        self.at = (number, at, byte);
        Some(start + byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_where_they_were_typed() {
        let text = "Shock as council slams plan\n\nThe “horrible” plan, the  mayor claimed, is a \
                    disastrous idea.\nÉlan, he fumed.\n";
        let checked = check_draft(
            text,
            &Settings::default(),
            &OwnLists::default(),
            &Silenced::default(),
        );
        assert_eq!(
            checked.headline.as_deref(),
            Some("Shock as council slams plan")
        );
        let words: Vec<&str> = checked
            .marks
            .iter()
            .map(|mark| mark.words.as_str())
            .collect();
        assert!(
            words.contains(&"disastrous") && words.contains(&"claimed"),
            "{words:?}"
        );
        // Quotations are left alone.
        assert!(!words.contains(&"horrible"), "{words:?}");
        for mark in &checked.marks {
            assert_eq!(mark.span.of(text), mark.words);
            assert!(mark.line.contains(&mark.words));
        }
        let silent = ["disastrous"].into_iter().collect();
        let settings = Settings::default();
        let again = check_draft(text, &settings, &OwnLists::default(), &silent);
        assert_eq!(again.marks.len() + 1, checked.marks.len());
        let none = check_draft("", &settings, &OwnLists::default(), &silent);
        assert!(none.marks.is_empty() && none.tone.is_none());
    }
}
