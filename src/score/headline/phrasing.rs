//! Overall phrasing: what no named cue covers, as a small learned sum over words, word pairs and triples.
//!
//! Only words of style take part: those of `phrasing-words.txt` and of the bait cues' lists. Every
//! other word is the same blank `_` and every number `#`, so that no topic, name or outlet can be
//! learned. The sum is divided by the root of the number of pairs, so that length does not count, and
//! [`held`] within small bounds.

use rustc_hash::FxHashMap;

use super::tokens::{HeadlineToken, HeadlineVocabulary, START, Tokens, WordId};
use crate::article::Span;
use crate::assets::{Asset, NotUnderstood, asset};

/// The words of style that are in no list.
pub(super) const WORDS: Asset = asset!("headline/phrasing-words.txt");
const WEIGHTS: Asset = asset!("headline/phrasing.txt");

/// The most that phrasing can add, in log-odds: less than it can take away, so that wording alone never
/// makes a harmless list or a plain question look sensational.
const MOST_RAISED: f64 = 0.4;
/// The most that phrasing can take away, in log-odds.
const MOST_LOWERED: f64 = 0.8;

/// `sum` of log-odds held within what phrasing can add or take away, smoothly.
pub fn held(sum: f64) -> f64 {
    let most = if sum > 0.0 { MOST_RAISED } else { MOST_LOWERED };
    most * (sum / most).tanh()
}

/// Short headlines are weighed as if they had this many pairs.
const FEWEST: usize = 4;

// Symbols that are no words of the vocabulary; its identities are far smaller.
const BLANK: WordId = WordId::MAX;
const DIGITS: WordId = WordId::MAX - 1;
const END: WordId = WordId::MAX - 2;
const NOTHING: WordId = WordId::MAX - 3;

const COLON: WordId = WordId::MAX - 4;
const COMMA: WordId = WordId::MAX - 5;
const QUOTE: WordId = WordId::MAX - 6;
const DASH: WordId = WordId::MAX - 7;

/// The symbol of a mark. Question and exclamation marks have cues of their own.
const fn mark_symbol(mark: char) -> Option<WordId> {
    Some(match mark {
        ':' => COLON,
        ',' | ';' => COMMA,
        '"' | '“' | '”' | '\'' | '‘' | '’' => QUOTE,
        '-' | '–' | '—' | '|' => DASH,
        _ => return None,
    })
}

/// One to three neighbouring words, as symbols.
type Gram = [WordId; 3];

/// The learned weights, each with its place in the file.
#[derive(Debug, Default)]
pub(super) struct Phrasing {
    weights: FxHashMap<Gram, (u32, f64)>,
    /// Whether a word is one of style, by identity.
    style: Vec<bool>,
}

/// One word or pair found in a headline.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) span: Span,
    /// Its share of the residual, in log-odds.
    pub(super) weight: f64,
}

impl Phrasing {
    /// Reads the learned weights. `style` are the words of style.
    pub(super) fn read(
        vocabulary: &HeadlineVocabulary,
        style: &[WordId],
    ) -> Result<Self, NotUnderstood> {
        let mut out = Self {
            style: vec![false; vocabulary.size()],
            ..Self::default()
        };
        for word in style {
            if let Some(slot) = out.style.get_mut(*word as usize) {
                *slot = true;
            }
        }
        let symbol = |word: &str| match word {
            "^" => Some(START),
            "$" => Some(END),
            "#" => Some(DIGITS),
            "_" => Some(BLANK),
            ":" => Some(COLON),
            "," => Some(COMMA),
            "\"" => Some(QUOTE),
            "-" => Some(DASH),
            word => vocabulary.get(word),
        };
        for row in WEIGHTS.rows() {
            let (row, [words, weight]) = row?;
            let mut gram = [NOTHING; 3];
            let mut slots = gram.iter_mut();
            for word in words.split(' ') {
                let slot = slots.next().ok_or_else(|| row.fault("too many words"))?;
                *slot = symbol(word).ok_or_else(|| row.fault("no word of style"))?;
            }
            let place = u32::try_from(out.weights.len()).unwrap_or(u32::MAX);
            out.weights.insert(gram, (place, row.number(weight)?));
        }
        Ok(out)
    }

    fn symbol(&self, token: &HeadlineToken) -> WordId {
        if token.number.is_some() {
            DIGITS
        } else if self
            .style
            .get(token.word as usize)
            .copied()
            .unwrap_or_default()
        {
            token.word
        } else {
            BLANK
        }
    }

    /// The headline as symbols with their places, beginning and end included.
    fn symbols(&self, tokens: &Tokens) -> Vec<(WordId, Span)> {
        let mut out = Vec::with_capacity(tokens.words.len() * 2 + 2);
        let mut marks = tokens.marks.iter().peekable();
        out.push((START, Span::default()));
        for (index, token) in tokens.words.iter().enumerate() {
            while let Some(mark) = marks.next_if(|mark| mark.words_before <= index) {
                out.extend(mark_symbol(mark.what).map(|symbol| (symbol, mark.span)));
            }
            out.push((self.symbol(token), token.span));
        }
        out.extend(marks.filter_map(|mark| Some((mark_symbol(mark.what)?, mark.span))));
        out.push((END, Span::default()));
        out
    }

    /// Visits every one to three neighbours of a headline with the stretch they cover; longer ones only
    /// where `visit` says that the shorter one is known.
    fn grams(symbols: &[(WordId, Span)], mut visit: impl FnMut(Gram, Span) -> bool) {
        for start in 0..symbols.len() {
            let mut gram = [NOTHING; 3];
            let mut cover = Span::default();
            for (place, &(symbol, span)) in (0..3).zip(symbols.iter().skip(start)) {
                if symbol == DIGITS {
                    break;
                }
                if let Some(slot) = gram.get_mut(place) {
                    *slot = symbol;
                }
                cover = match (cover.is_empty(), span.is_empty()) {
                    (true, _) => span,
                    (false, true) => cover,
                    (false, false) => Span::new(cover.start, span.end),
                };
                if !cover.is_empty() && !visit(gram, cover) {
                    break;
                }
            }
        }
    }

    /// The words, pairs and triples that have a weight, each once, scaled and held together.
    pub(super) fn find(&self, tokens: &Tokens) -> Vec<Pair> {
        let mut found: Vec<(u32, Pair)> = Vec::with_capacity(tokens.words.len() * 3);
        Self::grams(&self.symbols(tokens), |gram, span| {
            let known = self.weights.get(&gram);
            found.extend(known.map(|&(place, weight)| (place, Pair { span, weight })));
            known.is_some()
        });
        found.sort_by_key(|(place, _)| *place);
        found.dedup_by_key(|(place, _)| *place);
        let root = (found.len().max(FEWEST) as f64).sqrt();
        let sum: f64 = found.iter().map(|(_, pair)| pair.weight).sum::<f64>() / root;
        let scale = if sum.abs() > f64::EPSILON {
            held(sum) / sum
        } else {
            1.0
        };
        found
            .into_iter()
            .map(|(_, pair)| Pair {
                weight: pair.weight * scale / root,
                ..pair
            })
            .collect()
    }

    /// Every word, pair and triple of a headline by name, each once: what training counts.
    pub(super) fn names(&self, vocabulary: &HeadlineVocabulary, tokens: &Tokens) -> Vec<String> {
        let name = |symbol: &WordId| match *symbol {
            START => "^",
            END => "$",
            DIGITS => "#",
            BLANK => "_",
            COLON => ":",
            COMMA => ",",
            QUOTE => "\"",
            DASH => "-",
            word => vocabulary.name(word).unwrap_or_default(),
        };
        let symbols = self.symbols(tokens);
        let mut out = Vec::new();
        Self::grams(&symbols, |gram, _| {
            let words = gram.iter().filter(|symbol| **symbol != NOTHING).map(name);
            out.push(words.collect::<Vec<_>>().join(" "));
            true
        });
        out.sort_unstable();
        out.dedup();
        out
    }
}
