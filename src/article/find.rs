//! Finding a stretch of text in another: in any case, with straight and curly quotes as one.
//! Diacritics count as typed.

use aho_corasick::packed;

use super::Span;

/// Letters that nothing but themselves and their capitals is compared as: no ligature, no letter of another script
/// folds to one of them, so that a match holds them as they are. The digits are, too.
const ONLY_THEMSELVES: &str = "bcdegmopqruvxz";

/// Those of them that few words hold.
const RARE: &str = "bvxzq";

/// The longest stretch of a query that is looked for to pass over texts that cannot hold it, in characters: any case
/// of each is a pattern of its own.
const SURE: usize = 3;

/// The longest query, in characters: longer than any paragraph that is looked for.
const LONGEST: usize = 2_000;

/// A query made ready to be looked for in many texts.
#[derive(Debug, Clone)]
pub struct Finder {
    /// The query, folded.
    query: Vec<char>,
    /// By first byte: whether a character that begins with it may begin a match.
    may_begin: [bool; 256],
    /// Finds what every match holds; nothing where the query has no such stretch, or one that most texts hold.
    sure: Option<packed::Searcher>,
    whole_words: bool,
}

impl Finder {
    /// Prepares `query`; `None` if it is blank or longer than 2,000 characters. With `whole_words`, a
    /// match must not begin or end inside a word.
    pub fn new(query: &str, whole_words: bool) -> Option<Self> {
        let mut folded: Vec<char> = Vec::new();
        for character in query.chars().flat_map(Folded::of) {
            // Texts stand on one line; what was pasted may not.
            if character != ' ' || folded.last() != Some(&' ') {
                folded.push(character);
            }
            if folded.len() > LONGEST {
                return None;
            }
        }
        let first = *folded.first()?;
        if folded == [' '] {
            return None;
        }
        let mut may_begin = [true; 256];
        for (byte, slot) in (0..=0x7f_u8).zip(&mut may_begin) {
            *slot = fold_ascii(byte) == first;
        }
        Some(Self {
            sure: sure(&folded),
            query: folded,
            may_begin,
            whole_words,
        })
    }

    /// Whether the query stands in `text`. Most texts that do not hold it are passed over in an instant.
    pub fn is_in(&self, text: &str) -> bool {
        self.may_be_in(text) && self.spans(text).next().is_some()
    }

    /// Whether the query may stand in `text`: where not, that is known in an instant.
    pub fn may_be_in(&self, text: &str) -> bool {
        let may_hold = |sure: &packed::Searcher| sure.find(text).is_some();
        self.sure.as_ref().is_none_or(may_hold)
    }

    /// Where the query stands in `text`, in order, without overlap. Every span covers whole characters
    /// of `text` as it is given.
    pub fn spans(&self, text: &str) -> impl Iterator<Item = Span> {
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let rest = text.as_bytes().get(from..)?;
                let start = from + rest.iter().position(|byte| self.may_begin(*byte))?;
                let Some(here) = text.get(start..) else {
                    from = start + 1; // Inside a character.
                    continue;
                };
                if let Some(length) = self.length_at(here) {
                    let span = Span::new(start, start + length);
                    if !self.whole_words || is_whole(text, span) {
                        from = span.end;
                        return Some(span);
                    }
                }
                from = start + here.chars().next().map_or(1, char::len_utf8);
            }
        })
    }

    fn may_begin(&self, byte: u8) -> bool {
        self.may_begin
            .get(usize::from(byte))
            .copied()
            .unwrap_or(true)
    }

    /// How many bytes of `text` the query matches from its beginning, if it does.
    fn length_at(&self, text: &str) -> Option<usize> {
        let mut wanted = self.query.iter();
        let mut characters = text.char_indices();
        while !wanted.as_slice().is_empty() {
            let (_, character) = characters.next()?;
            if !Folded::of(character).all(|folded| wanted.next() == Some(&folded)) {
                return None;
            }
        }
        // A mark that follows belongs to the last character, which is another one with it.
        let next = characters.clone().next();
        if next.is_some_and(|(_, c)| ('\u{300}'..='\u{36f}').contains(&c)) {
            return None;
        }
        Some(next.map_or(text.len(), |(at, _)| at))
    }
}

/// What finds the stretch of a folded query that every match holds as it is, in any case: the one that is rarest in
/// texts.
fn sure(query: &[char]) -> Option<packed::Searcher> {
    let holds = |letters: &str, c: char| letters.contains(c);
    let is_sure = |c: &char| c.is_ascii_digit() || holds(ONLY_THEMSELVES, *c);
    let rarity =
        |run: &[char]| -> usize { run.iter().map(|c| 1 + usize::from(holds(RARE, *c))).sum() };
    let runs = (1..=SURE).flat_map(|length| query.windows(length));
    let run = (runs.filter(|run| run.iter().all(is_sure)))
        .max_by_key(|run| rarity(run))
        .filter(|run| rarity(run) > 1)?;
    let mut patterns = vec![String::new()];
    for c in run {
        let upper = c.to_ascii_uppercase();
        let cases = [Some(*c), (upper != *c).then_some(upper)];
        let longer = |pattern: &String| -> Vec<String> {
            let cases = cases.into_iter().flatten();
            cases.map(|case| format!("{pattern}{case}")).collect()
        };
        patterns = patterns.iter().flat_map(longer).collect();
    }
    packed::Searcher::new(patterns.iter())
}

/// Whether neither end of `span` stands inside a word of `text`.
fn is_whole(text: &str, span: Span) -> bool {
    let (before, rest) = text.split_at_checked(span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let inside = rest.get(..span.len()).unwrap_or_default();
    let in_word = |one: Option<char>, other: Option<char>| {
        one.is_some_and(char::is_alphanumeric) && other.is_some_and(char::is_alphanumeric)
    };
    !in_word(before.chars().next_back(), inside.chars().next())
        && !in_word(inside.chars().next_back(), after.chars().next())
}

/// A character as it is compared: up to three others ("ß" is "ss").
struct Folded {
    characters: [char; 3],
    count: usize,
    at: usize,
}

impl Folded {
    fn of(character: char) -> Self {
        let one = |character| Self {
            characters: [character; 3],
            count: 1,
            at: 0,
        };
        if let Ok(byte) = u8::try_from(character)
            && byte.is_ascii()
        {
            return one(fold_ascii(byte));
        }
        match character {
            '‘' | '’' | '‚' | '‛' => one('\''),
            '“' | '”' | '„' | '‟' => one('"'),
            '\u{2010}' | '\u{2011}' => one('-'),
            // Its capital is that of "i", but it is another letter.
            'ı' => one('ı'),
            _ if character.is_whitespace() => one(' '),
            _ => {
                // Down, up and down again: one form for all that differ only in case.
                let upper = character.to_lowercase().flat_map(char::to_uppercase);
                let folded = upper.flat_map(char::to_lowercase);
                let mut out = Self {
                    count: 0,
                    ..one(character)
                };
                for (slot, folded) in out.characters.iter_mut().zip(folded) {
                    *slot = folded;
                    out.count += 1;
                }
                out
            }
        }
    }
}

impl Iterator for Folded {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let next = (self.at < self.count)
            .then(|| self.characters.get(self.at))
            .flatten();
        self.at += 1;
        next.copied()
    }
}

fn fold_ascii(byte: u8) -> char {
    if byte.is_ascii_whitespace() {
        ' '
    } else {
        char::from(byte.to_ascii_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(query: &str, text: &'a str) -> Vec<&'a str> {
        let finder = Finder::new(query, false);
        let spans = finder.iter().flat_map(|finder| finder.spans(text));
        spans.map(|span| span.of(text)).collect()
    }

    fn whole(query: &str, text: &str) -> usize {
        let finder = Finder::new(query, true);
        finder.map_or(0, |finder| finder.spans(text).count())
    }

    #[test]
    fn case_quotes_and_kinds_of_blanks_do_not_matter() {
        assert_eq!(
            found("the mayor", "The MAYOR, the\u{a0}mayor"),
            ["The MAYOR", "the\u{a0}mayor"]
        );
        assert_eq!(
            found("don't", "He didn’t. DON’T! don't"),
            ["DON’T", "don't"]
        );
        assert_eq!(found("“no”", "\"No\" „no‟"), ["\"No\"", "„no‟"]);
        assert_eq!(found("two\n lines", "on two lines"), ["two lines"]);
        assert_eq!(found("λόγος", "ΛΌΓΟΣ λόγοσ"), ["ΛΌΓΟΣ", "λόγοσ"]);
    }

    #[test]
    fn characters_whose_case_has_another_length_are_covered_whole() {
        let text = "K Straße İzmir STRASSE K";
        assert_eq!(found("strasse", text), ["Straße", "STRASSE"]);
        assert_eq!(found("STRAẞE", text), ["Straße", "STRASSE"]);
        assert_eq!(found("k", text), ["K", "K"]);
        assert_eq!(found("İZMİR", "i̇zmi̇r İzmir"), ["i̇zmi̇r"]);
        assert_eq!(found("i̇zmir", text), ["İzmir"]);
        // Half of a character is no match.
        assert!(found("s", "ß").is_empty());
        assert!(found("i", "İ").is_empty());
        assert!(found("fi", "eﬀﬁ").len() == 1);
    }

    #[test]
    fn texts_are_passed_over_only_where_they_do_not_hold_the_query() {
        let texts = [
            "HARBOUR dues",
            "the har\u{a0}bour and the Harbour",
            "Straße, ﬁre, \u{212a}elvin, ſet",
            "a tax of 4%",
            "",
        ];
        let queries = [
            "harbour", "HARBOUR", "strasse", "fire", "kelvin", "set", "tax", "a", "4%", "of 4",
        ];
        for (query, text) in queries.iter().flat_map(|q| texts.map(|text| (*q, text))) {
            for whole_words in [false, true] {
                let finder = Finder::new(query, whole_words);
                let found = finder.as_ref().map(|it| it.spans(text).count() > 0);
                assert_eq!(finder.map(|it| it.is_in(text)), found, "{query} in {text}");
            }
        }
        assert!(sure(&['h', 'a', 'r', 'b', 'o', 'u', 'r']).is_some());
        assert!(sure(&['t', 'h', 'e']).is_none());
        // No other character is compared as one of these.
        let others = ('\u{80}'..=char::MAX).flat_map(Folded::of);
        let alike = |c: &char| c.is_ascii_digit() || ONLY_THEMSELVES.contains(*c);
        assert_eq!(others.filter(alike).collect::<String>(), "");
    }

    #[test]
    fn diacritics_count() {
        assert!(found("cafe", "café cafe\u{301}").is_empty());
        assert_eq!(found("CAFÉ", "café"), ["café"]);
        assert!(found("ı", "i I").is_empty());
    }

    #[test]
    fn whole_words_end_where_words_do() {
        assert_eq!(whole("art", "Art, party, art’s – cart art"), 3);
        assert_eq!(whole("é", "café é"), 1);
        assert_eq!(whole("U.S.", "the U.S. and ExU.S. rules"), 1);
        assert_eq!(whole("-led", "U.S.-led"), 1);
    }

    #[test]
    fn matches_do_not_overlap_and_nothing_matches_a_blank() {
        assert_eq!(found("aa", "aaaaa").len(), 2);
        assert!(Finder::new(" \n ", false).is_none());
        assert!(Finder::new("", true).is_none());
        assert!(Finder::new(&"a".repeat(LONGEST + 1), true).is_none());
    }
}
