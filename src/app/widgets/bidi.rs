//! Text that runs from right to left, as it is read. The window's layout shapes the letters of a word as their
//! script asks, but puts word after word from left to right: here the words of each line are put in the order in
//! which they are seen (Unicode Standard Annex 9), and places in the text are found again.

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, bidi_class};

use crate::article::Span;

/// A text whose lines are in the order in which they are seen.
pub(super) struct Ordered {
    /// Its lines, from left to right.
    pub(super) text: String,
    /// Whether it begins at the right.
    pub(super) from_right: bool,
    /// Stretches of it and the stretches of the text they show, in the order in which they are seen.
    pieces: Vec<(Range<usize>, Range<usize>)>,
}

/// Whether any letter of `text` runs from right to left.
pub(super) fn is_needed(text: &str) -> bool {
    text.chars().any(|letter| {
        letter > '\u{58f}' && matches!(bidi_class(letter), BidiClass::R | BidiClass::AL)
    })
}

impl Ordered {
    /// `text`, broken into `lines`.
    pub(super) fn new(text: &str, lines: &[Range<usize>]) -> Self {
        let info = BidiInfo::new(text, None);
        let mut ordered = Self {
            text: String::with_capacity(text.len()),
            from_right: (info.paragraphs.first()).is_some_and(|paragraph| paragraph.level.is_rtl()),
            pieces: Vec::new(),
        };
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                ordered.text.push('\n');
            }
            let inside = |it: &&unicode_bidi::ParagraphInfo| it.range.contains(&line.start);
            let Some(paragraph) = info.paragraphs.iter().find(inside) else {
                continue;
            };
            let end = line.end.min(paragraph.range.end);
            let (levels, runs) = info.visual_runs(paragraph, line.start..end);
            for run in runs {
                let is_from_right = levels
                    .get(run.start)
                    .is_some_and(unicode_bidi::Level::is_rtl);
                if is_from_right {
                    for piece in words(text, run).into_iter().rev() {
                        ordered.push(text, piece, true);
                    }
                } else {
                    ordered.push(text, run, false);
                }
            }
        }
        ordered
    }

    fn push(&mut self, text: &str, piece: Range<usize>, turned: bool) {
        let words = text.get(piece.clone()).unwrap_or_default();
        let start = self.text.len();
        if turned {
            self.text.extend(words.chars().map(mirrored));
        } else {
            self.text.push_str(words);
        }
        self.pieces.push((start..self.text.len(), piece));
    }

    /// The stretches of its text that show `span`.
    pub(super) fn spans(&self, span: Span) -> impl Iterator<Item = Span> {
        self.pieces.iter().filter_map(move |(seen, shown)| {
            let (start, end) = (span.start.max(shown.start), span.end.min(shown.end));
            let moved = |at: usize| seen.start + (at - shown.start);
            (start < end).then(|| Span::new(moved(start), moved(end)))
        })
    }

    /// Each stretch of its own text, with the stretch of the text that it shows.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (Span, Span)> {
        let span = |range: &Range<usize>| Span::new(range.start, range.end);
        self.pieces
            .iter()
            .map(move |(seen, shown)| (span(seen), span(shown)))
    }
}

/// A run from right to left in pieces: letters that belong together, which the layout shapes as a whole, and every
/// other character by itself.
fn words(text: &str, run: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut in_word = false;
    for (at, letter) in text.get(run.clone()).unwrap_or_default().char_indices() {
        let here = run.start + at..run.start + at + letter.len_utf8();
        // Hebrew, Arabic and their neighbours, with their own marks and signs: one font has them all.
        let of_word = matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
        match pieces.last_mut() {
            Some(word) if of_word && in_word => word.end = here.end,
            _ => pieces.push(here),
        }
        in_word = of_word;
    }
    pieces
}

/// A bracket or quotation mark as it stands in text from right to left; as long as it is, in bytes.
const fn mirrored(letter: char) -> char {
    match letter {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Ordered, is_needed};
    use crate::article::Span;

    fn whole(text: &str) -> Ordered {
        let line = 0..text.len();
        Ordered::new(text, std::slice::from_ref(&line))
    }

    #[test]
    fn only_text_from_right_to_left_needs_it() {
        assert!(!is_needed("A council, Straße, Москва, 日本"));
        assert!(is_needed("He said שלום"));
        assert!(is_needed("قال"));
    }

    #[test]
    fn words_run_from_the_right_and_numbers_from_the_left() {
        let ordered = whole("אבג דה, 74 (וז).");
        assert!(ordered.from_right);
        assert_eq!(ordered.text, ".(וז) 74 ,דה אבג");
        // An English sentence with a Hebrew name in it begins at the left.
        let ordered = whole("He said אב גד twice.");
        assert!(!ordered.from_right);
        assert_eq!(ordered.text, "He said גד אב twice.");
    }

    #[test]
    fn lines_are_ordered_one_by_one() {
        let text = "אב גד הו";
        let first = "אב גד ".len();
        let ordered = Ordered::new(text, &[0..first, first..text.len()]);
        assert_eq!(ordered.text, " גד אב\nהו");
    }

    #[test]
    fn an_arabic_comma_stays_with_its_word() {
        assert_eq!(whole("قال، نعم").text, "نعم قال،");
    }

    /// What is marked and what is clicked is the same word.
    #[test]
    fn places_are_found_there_and_back() {
        let text = "אבג דה (וז) council";
        let ordered = whole(text);
        for word in ["אבג", "דה", "וז", "council"] {
            let start = text.find(word).unwrap_or_default();
            let span = Span::new(start, start + word.len());
            let seen: Vec<Span> = ordered.spans(span).collect();
            let shown: Vec<&str> = seen.iter().map(|span| span.of(&ordered.text)).collect();
            assert_eq!(shown, [word]);
            let mut pieces = ordered.pieces();
            let found =
                pieces.find(|(piece, _)| seen.first().is_some_and(|it| piece.start == it.start));
            assert_eq!(found.map(|(_, shown)| shown.start), Some(start));
        }
        // A span over several words is marked wherever they stand.
        let both = ordered.spans(Span::new(0, "אבג דה".len()));
        assert_eq!(
            both.map(|span| span.end - span.start).sum::<usize>(),
            "אבג דה".len()
        );
    }
}
