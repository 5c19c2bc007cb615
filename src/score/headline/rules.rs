//! What word sequences cannot say: conditions on a match, and cues found in marks, numbers and
//! capitals.

use super::classes::{WordClass, WordClasses};
use super::tokens::{HeadlineToken, HeadlineVocabulary, Tokens, UNKNOWN};
use super::trie::Hit;
use crate::article::Span;

/// A rule of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    // Conditions on a match of the list's entries:
    NotADate,
    NotAnAbbreviation,
    Inside,
    NotACountry,
    Label,
    BetweenWords,
    // Cues without entries, or besides them:
    SeveralSentences,
    TrailingOff,
    ExclamationMarks,
    Capitals,
    NumberedList,
    NumberOfThings,
    QuestionMark,
    Figures,
}

impl Rule {
    /// The rule a list file names.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "not-a-date" => Self::NotADate,
            "not-an-abbreviation" => Self::NotAnAbbreviation,
            "inside" => Self::Inside,
            "not-a-country" => Self::NotACountry,
            "label" => Self::Label,
            "between-words" => Self::BetweenWords,
            "several-sentences" => Self::SeveralSentences,
            "trailing-off" => Self::TrailingOff,
            "exclamation-marks" => Self::ExclamationMarks,
            "capitals" => Self::Capitals,
            "numbered-list" => Self::NumberedList,
            "number-of-things" => Self::NumberOfThings,
            "question-mark" => Self::QuestionMark,
            "figures" => Self::Figures,
            _ => return None,
        })
    }

    /// Whether a match of the list's entries stands.
    pub(super) fn accepts(self, hit: &Hit, headline: &HeadlineReading) -> bool {
        let tokens = headline.tokens;
        let Some(first) = tokens.word(hit.first) else {
            return false;
        };
        match self {
            Self::NotADate => !headline.dates(hit.last),
            Self::NotAnAbbreviation => !shouts(first) || headline.all_capitals,
            Self::Inside => !first.opens,
            Self::NotACountry => !headline.is_country_or_numeral(first, hit.first),
            Self::Label => headline.is_label(hit),
            Self::BetweenWords => {
                !first.opens && tokens.word(hit.last + 1).is_some_and(|next| !next.opens)
            }
            _ => true,
        }
    }

    /// What the rule finds by itself.
    pub(super) fn find(self, headline: &HeadlineReading, out: &mut Vec<Span>) {
        match self {
            Self::SeveralSentences => headline.sentence_ends(out),
            Self::TrailingOff => headline.trailing_off(out),
            Self::ExclamationMarks => headline.marks('!', out),
            Self::QuestionMark => headline.question(out),
            Self::Capitals => headline.capitals(out),
            Self::NumberedList => out.extend(headline.numbered_list()),
            Self::NumberOfThings => headline.number_of_things(out),
            Self::Figures => headline.figures(out),
            _ => {}
        }
    }
}

/// A headline with what rules need to know of it.
#[derive(Debug)]
pub(super) struct HeadlineReading<'a> {
    pub(super) tokens: &'a Tokens,
    classes: &'a WordClasses,
    vocabulary: &'a HeadlineVocabulary,
    /// Words of the headline that belong to a disaster word.
    pub(super) disasters: Vec<Hit>,
    all_capitals: bool,
}

/// A number as large as this counts facts, not things to page through.
const LARGEST_LIST: u32 = 200;

/// How many words after a number tell what is counted.
const COUNTED_WITHIN: usize = 3;

/// How many words after a number name the things listed.
const LISTED_WITHIN: usize = 5;

/// Any word in capitals counts from this many letters on; of three letters only a word of the lists,
/// since others are mostly abbreviations.
const SHORTEST_SHOUT: u16 = 4;

fn shouts(token: &HeadlineToken) -> bool {
    token.letters >= 2 && token.capitals == token.letters && !is_dotted(token)
}

/// Whether a mark stands between all its letters, as in the abbreviation “N.A.A.C.P.”.
fn is_dotted(token: &HeadlineToken) -> bool {
    let letters = usize::from(token.letters);
    letters >= 2 && token.span.len() + 1 >= 2 * letters
}

impl<'a> HeadlineReading<'a> {
    pub(super) fn new(
        tokens: &'a Tokens,
        classes: &'a WordClasses,
        vocabulary: &'a HeadlineVocabulary,
        disasters: Vec<Hit>,
    ) -> Self {
        let words = || tokens.words.iter().filter(|token| token.letters > 1);
        let all = words().count();
        let capital = words().filter(|token| shouts(token)).count();
        Self {
            tokens,
            classes,
            vocabulary,
            disasters,
            all_capitals: all > 2 && capital * 5 > all * 4,
        }
    }

    fn of_class(&self, index: usize, class: WordClass) -> bool {
        let word = self.tokens.word(index);
        word.is_some_and(|token| self.classes.has(token.word, class))
    }

    fn is(&self, index: usize, words: &[&str]) -> bool {
        let Some(token) = self.tokens.word(index) else {
            return false;
        };
        words
            .iter()
            .any(|word| self.vocabulary.get(word) == Some(token.word))
    }

    /// Whether the word after `index` makes "this" a date.
    fn dates(&self, index: usize) -> bool {
        self.of_class(index + 1, WordClass::Date)
    }

    fn is_country_or_numeral(&self, token: &HeadlineToken, index: usize) -> bool {
        if self.is(index, &["us"]) {
            return shouts(token)
                || token.opens
                || self.tokens.words.iter().all(|t| t.capitals == 0);
        }
        self.is(index, &["i"]) && index > 0 && self.is(index - 1, &["war", "part", "act"])
    }

    /// A label stands at the beginning and is set off by a mark or by capitals.
    fn is_label(&self, hit: &Hit) -> bool {
        let set_off = self.tokens.marks.iter().any(|mark| {
            mark.words_before == hit.last + 1
                && matches!(mark.what, ':' | '|' | '-' | '–' | '—' | '!')
        });
        let shouted = self.tokens.word(hit.first).is_some_and(shouts) && !self.all_capitals;
        hit.first == 0 && (set_off || shouted)
    }

    fn sentence_ends(&self, out: &mut Vec<Span>) {
        let words = self.tokens.words.len();
        for mark in &self.tokens.marks {
            let ends = matches!(mark.what, '.' | '!' | '?');
            let next_opens = self.tokens.word(mark.words_before).is_some_and(|t| t.opens);
            if ends && mark.words_before >= 2 && mark.words_before < words && next_opens {
                out.push(mark.span);
            }
        }
        out.dedup_by_key(|span| span.start);
    }

    fn trailing_off(&self, out: &mut Vec<Span>) {
        let mut points = 0;
        let mut last_end = usize::MAX;
        for mark in &self.tokens.marks {
            points = match mark.what {
                '.' if last_end == mark.span.start => points + 1,
                '.' => 1,
                _ => 0,
            };
            last_end = mark.span.end;
            if mark.what == '…' {
                out.push(mark.span);
            } else if points == 3 {
                out.push(Span::new(mark.span.end.saturating_sub(3), mark.span.end));
            }
        }
    }

    fn marks(&self, what: char, out: &mut Vec<Span>) {
        let marks = self.tokens.marks.iter().filter(|mark| mark.what == what);
        out.extend(marks.map(|mark| mark.span));
    }

    /// Several question marks are one question.
    fn question(&self, out: &mut Vec<Span>) {
        out.extend(
            self.tokens
                .marks
                .iter()
                .find(|m| m.what == '?')
                .map(|m| m.span),
        );
    }

    fn capitals(&self, out: &mut Vec<Span>) {
        let shouted = self.tokens.words.iter().filter(|token| {
            let word = token.letters >= SHORTEST_SHOUT
                || self.all_capitals
                || (token.letters == 3 && token.word != UNKNOWN);
            shouts(token) && word && !self.classes.has(token.word, WordClass::Abbreviation)
        });
        out.extend(shouted.map(|token| token.span));
        if self.all_capitals {
            out.truncate(2);
        }
    }

    fn counts_facts(&self, number: usize) -> bool {
        let near = number + 1..=number + COUNTED_WITHIN;
        let counted = near
            .clone()
            .take(2)
            .any(|i| self.of_class(i, WordClass::Counted));
        counted || self.disasters.iter().any(|hit| near.contains(&hit.first))
    }

    fn listed_thing(&self, number: usize, within: usize) -> Option<usize> {
        (number + 1..=number + within).find(|&i| self.of_class(i, WordClass::Listed))
    }

    fn numbered_list(&self) -> Option<Span> {
        let lead = usize::from(self.of_class(0, WordClass::Lead));
        let lead = lead + usize::from(lead == 1 && self.of_class(1, WordClass::Lead));
        let number = self.tokens.word(lead)?.number?;
        if number >= LARGEST_LIST {
            return None;
        }
        if let Some(thing) = self.listed_thing(lead, LISTED_WITHIN)
            && !self
                .disasters
                .iter()
                .any(|hit| hit.first > lead && hit.first < thing)
        {
            return Some(self.tokens.stretch(lead, thing));
        }
        let mut near = lead + 2..=lead + LISTED_WITHIN;
        let end = near.find(|&i| self.of_class(i, WordClass::Promise))?;
        (!self.counts_facts(lead)).then(|| self.tokens.stretch(lead, end))
    }

    fn number_of_things(&self, out: &mut Vec<Span>) {
        let opening = self.numbered_list();
        for (index, token) in self.tokens.words.iter().enumerate() {
            let small = token.number.is_some_and(|n| n < LARGEST_LIST);
            if !small || opening.is_some_and(|span| span.contains(token.span.start)) {
                continue;
            }
            if let Some(thing) = self.listed_thing(index, COUNTED_WITHIN) {
                out.push(self.tokens.stretch(index, thing));
            }
        }
    }

    fn figures(&self, out: &mut Vec<Span>) {
        let list = self.numbered_list();
        for token in &self.tokens.words {
            let in_list = list.is_some_and(|span| span.contains(token.span.start));
            if token.number.is_some() && token.letters == 0 && !in_list {
                out.push(token.span);
            }
        }
    }
}
