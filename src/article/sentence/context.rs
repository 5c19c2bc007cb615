//! What stands around a stop, and whether the stop ends a sentence there.

use super::stop::{Stop, from, is_opener, slice, word_before};
use super::words::WORDS;

/// A stop with its surroundings.
pub(super) struct Context<'a> {
    text: &'a str,
    /// Where the current sentence began.
    start: usize,
    stop: Stop,
    /// Where the next visible character stands.
    pub(super) next: usize,
    /// The quotes and brackets that open there.
    opened: &'a str,
    /// The first character after them.
    first: char,
    /// The word after them.
    word: &'a str,
    /// That word in lower case, with straight apostrophes.
    lower: String,
    /// What follows that word.
    after: &'a str,
}

impl<'a> Context<'a> {
    pub(super) fn new(text: &'a str, start: usize, stop: Stop) -> Self {
        let rest = from(text, stop.closed);
        let visible = rest.trim_start();
        let inside = visible.trim_start_matches(is_opener);
        let (opened, _) = visible
            .split_at_checked(visible.len() - inside.len())
            .unwrap_or_default();
        let length = word_length(inside);
        let (word, after) = inside.split_at_checked(length).unwrap_or((inside, ""));
        Self {
            text,
            start,
            stop,
            next: text.len() - visible.len(),
            opened,
            first: inside.chars().next().unwrap_or(' '),
            word,
            lower: word.to_lowercase().replace('’', "'"),
            after,
        }
    }

    pub(super) fn is_boundary(&self) -> bool {
        if self.next == self.stop.closed {
            return self.is_glued();
        }
        if self.first == ' ' {
            // Nothing but quotes follow.
            return false;
        }
        if self.goes_on_with_dash() || self.is_possessive() {
            return false;
        }
        let boundary = if self.first.is_lowercase() {
            self.opens_in_lower_case()
        } else if self.stop.is_ellipsis(self.text)
            && self.stop.is_closed()
            && self.opened.starts_with('(')
        {
            // “… are parallel [...]” (Smith 55).
            false
        } else if self.stop.is_ellipsis(self.text) {
            self.first.is_uppercase() || self.is_opened() || self.first.is_numeric()
        } else if self.stop.mark == '.' && self.stop.end == self.stop.start + 1 {
            self.ends_at_full_stop()
        } else {
            self.ends_at_mark()
        };
        boundary && !self.is_attribution()
    }

    fn is_opened(&self) -> bool {
        !self.opened.is_empty()
    }

    /// Whether a quotation opens, rather than a bracket.
    fn opens_quote(&self) -> bool {
        self.opened.starts_with(['"', '“', '‘', '\'', '«'])
    }

    /// Whether the next word normally opens a sentence.
    fn starts_sentence(&self) -> bool {
        let initial = self.word.chars().count() == 1 && self.after.starts_with('.');
        self.first.is_uppercase() && !initial && WORDS.starters.contains(self.lower.as_str())
    }

    /// "AUGUSTA, Me. — The governor": a dash after the place an article is dated from.
    fn goes_on_with_dash(&self) -> bool {
        const DATELINE: usize = 60;
        let visible = from(self.text, self.next);
        let dash = visible.starts_with(['—', '–']) || visible.starts_with("--");
        dash && self.stop.mark == '.'
            && self.stop.start - self.start < DATELINE
            && Before::new(self.text, self.stop.start).capital
    }

    /// "the U.S.’ allies": the apostrophe of a possessive closes no quotation.
    fn is_possessive(&self) -> bool {
        let closed = slice(self.text, self.stop.end, self.stop.closed);
        matches!(closed, "'" | "’")
            && Before::new(self.text, self.stop.start).is_dotted()
            && !self.starts_sentence()
    }

    /// Whether the next word opens a sentence and is no part of any name.
    fn certainly_starts(&self) -> bool {
        self.starts_sentence() && WORDS.sure.contains(self.lower.as_str())
    }

    /// A missing blank after a stop ("ended.The"): only before a word that opens sentences or a title.
    fn is_glued(&self) -> bool {
        let single = self.stop.end == self.stop.start + 1 && self.stop.mark.is_ascii();
        let capitalised = self.first.is_uppercase()
            && self.word.chars().nth(1).is_some_and(char::is_lowercase)
            && !self.is_opened();
        if !single || !capitalised {
            return false;
        }
        let before = word_before(self.text, self.stop.start);
        let ordinary = self.stop.is_closed()
            || before
                .chars()
                .rev()
                .take(2)
                .filter(|c| c.is_lowercase() || c.is_ascii_digit())
                .count()
                == 2;
        let title = self.after.starts_with('.');
        ordinary
            && !before.contains('.')
            && if title {
                WORDS.titles.contains(self.lower.as_str())
            } else {
                WORDS.starters.contains(self.lower.as_str())
            }
    }

    /// "iPhone", "eBay", "al-Qaida": names that open a sentence in lower case; "b)": the next item.
    fn opens_in_lower_case(&self) -> bool {
        let item = self.word.len() == 1 && self.after.starts_with(") ");
        let camel = self.word.chars().nth(1).is_some_and(char::is_uppercase);
        let article = self.lower == "al" && self.after.starts_with('-');
        (camel || article || item) && !self.stop.is_ellipsis(self.text)
    }

    /// After "!", "?" or a run of both.
    fn ends_at_mark(&self) -> bool {
        let mut name = word_before(self.text, self.stop.start).to_lowercase();
        // "Gimme! Gimme! Gimme!"
        let bare = name.trim_start_matches(is_opener);
        if !self.stop.is_closed() && !bare.is_empty() && bare == self.lower {
            return false;
        }
        name.push(self.stop.mark);
        !WORDS.names.contains(name.as_str()) || self.starts_sentence()
    }

    /// `“Really?” Smith asked.`: a speaker after a quoted question stays with it.
    fn is_attribution(&self) -> bool {
        let closed = slice(self.text, self.stop.end, self.stop.closed);
        let quoted = closed.ends_with(['"', '”', '’', '\'']);
        if !quoted || self.is_opened() || !matches!(self.stop.mark, '!' | '?') {
            return false;
        }
        let words = from(self.text, self.next)
            .split_inclusive(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':'))
            .take(5);
        for word in words {
            let bare = word
                .trim_end_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase();
            if WORDS.speech.contains(bare.as_str()) {
                return true;
            }
            let tail = word.trim_end();
            let stopped = tail.ends_with(['.', '!', '?']) && bare.chars().count() > 1;
            if tail.ends_with([';', ':']) || (stopped && !WORDS.titles.contains(bare.as_str())) {
                return false;
            }
        }
        false
    }

    fn ends_at_full_stop(&self) -> bool {
        let before = Before::new(self.text, self.stop.start);
        if self.stop.is_closed() {
            return self.ends_at_closed(&before);
        }
        if before.word.is_empty() {
            return true;
        }
        if before.is_number() {
            return !self.opens_with_number();
        }
        let tail = before.tail.as_str();
        if self.first.is_numeric() && WORDS.before_number.contains(tail) {
            // "He said no. 5 others agreed.", but "at no. 5 in the lane".
            return tail == "no" && !before.capital && self.answers(&before);
        }
        if WORDS.ordinary.contains(tail) && !before.capital {
            return true;
        }
        if before.is_single() {
            return self.ends_at_initial(&before);
        }
        if WORDS.titles.contains(tail) {
            // "et al. The", "Elm St. The": no name goes on like that.
            return match tail {
                "al" => self.starts_sentence() || self.is_opened(),
                "st" => self.certainly_starts(),
                _ => false,
            };
        }
        if before.is_dotted() || WORDS.may_end.contains(tail) {
            return self.ends_at_abbreviation(tail);
        }
        true
    }

    /// Whether "no" is an answer: a verb of speech or a word like it stands before it.
    fn answers(&self, before: &Before) -> bool {
        let end = slice(self.text, 0, before.at).trim_end().len();
        let word = word_before(self.text, end).to_lowercase();
        WORDS.speech.contains(word.as_str())
            || matches!(
                word.as_str(),
                "a" | "the" | "say" | "voted" | "vote" | "is" | "was" | "answer" | "to"
            )
    }

    /// `sounds good.” The`, `(a.k.a.) the`.
    fn ends_at_closed(&self, before: &Before) -> bool {
        let tail = before.tail.as_str();
        let bracket = slice(self.text, self.stop.end, self.stop.closed).starts_with([')', ']']);
        let abbreviation = before.is_dotted()
            || (before.is_single() && before.capital)
            || WORDS.titles.contains(tail)
            || WORDS.may_end.contains(tail);
        if abbreviation && bracket {
            return self.starts_sentence() || self.is_opened();
        }
        true
    }

    /// "1. First point": the number of a list item, at the start of the sentence.
    fn opens_with_number(&self) -> bool {
        slice(self.text, self.start, self.stop.start)
            .trim_start_matches(|c: char| c.is_whitespace() || "•⁃-*(".contains(c))
            .len()
            <= 3
    }

    /// A single letter: an initial ("John F. Kennedy") unless a sentence clearly follows.
    fn ends_at_initial(&self, before: &Before) -> bool {
        if !before.capital {
            return self.starts_sentence() || self.is_opened();
        }
        let starts = self.starts_sentence();
        let quote = self.opens_quote() && !self.opened.starts_with('\'');
        quote
            || (starts && before.tail == "i")
            || self.certainly_starts()
            || (starts
                && !matches!(self.lower.as_str(), "a" | "i")
                && before.follows_lower_case(self.text))
    }

    /// "U.S.", "Inc.", "a.m.", "Jan.": ends a sentence only before something that opens one.
    fn ends_at_abbreviation(&self, tail: &str) -> bool {
        let titled = self.after.starts_with('.') && WORDS.courtesy.contains(self.lower.as_str());
        let starts = self.starts_sentence() || self.opens_quote() || titled;
        match tail {
            "a.m" | "p.m" | "am" | "pm" => starts && !self.is_time_word(),
            "u.s" | "u.k" | "u.n" | "e.u" => starts && !self.goes_on_after_country(),
            _ => starts,
        }
    }

    fn is_time_word(&self) -> bool {
        let word = self.lower.as_str();
        matches!(
            word,
            "et" | "est" | "edt" | "pt" | "pst" | "pdt" | "ct" | "gmt" | "on"
        ) || word.ends_with("day")
    }

    /// "the U.S. Police", "U.S. Officials": capitalised in headlines and names.
    fn goes_on_after_country(&self) -> bool {
        matches!(
            self.lower.as_str(),
            "or" | "of"
                | "police"
                | "officials"
                | "lawmakers"
                | "authorities"
                | "prosecutors"
                | "investors"
                | "residents"
                | "scientists"
                | "shares"
                | "will"
                | "is"
                | "has"
        )
    }
}

/// The length of the word a text opens with: letters and digits, apostrophes inside.
fn word_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joined = matches!(c, '\'' | '’')
            && at > 0
            && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !c.is_alphanumeric() && !joined {
            return at;
        }
    }
    text.len()
}

/// The word before a full stop.
struct Before {
    /// The whole word in lower case, without opening quotes and brackets.
    word: String,
    /// Its last part, after hyphens, slashes and brackets.
    tail: String,
    /// Whether that part begins with a capital.
    capital: bool,
    /// Where the word begins in the text.
    at: usize,
}

impl Before {
    fn new(text: &str, stop: usize) -> Self {
        let word = word_before(text, stop);
        let at = stop - word.len();
        let word = word.trim_start_matches(|c: char| is_opener(c) || "-—/$".contains(c));
        let tail = word
            .rsplit(['-', '—', '/', '–', '(', ':', ',', ';'])
            .next()
            .unwrap_or_default();
        Self {
            word: word.to_lowercase(),
            tail: tail.to_lowercase().replace('’', "'"),
            capital: tail.starts_with(char::is_uppercase),
            at,
        }
    }

    /// Nothing but digits.
    fn is_number(&self) -> bool {
        self.word == self.tail && self.tail.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// One letter.
    fn is_single(&self) -> bool {
        self.tail.chars().count() == 1 && self.tail.chars().all(char::is_alphabetic)
    }

    /// Letters with stops between them: "u.s", "ph.d".
    fn is_dotted(&self) -> bool {
        self.tail.contains('.')
            && self.tail.split('.').all(|part| {
                (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
            })
    }

    /// Whether the word before it begins in lower case: "vitamin C. The", not "John F. The".
    fn follows_lower_case(&self, text: &str) -> bool {
        let end = slice(text, 0, self.at).trim_end().len();
        word_before(text, end).starts_with(char::is_lowercase)
    }
}
