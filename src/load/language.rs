//! Whether a text is English. What is scored is English wording; a text in another language is shown and
//! said not to be scored.

use std::sync::LazyLock;

use whatlang::Lang;

use super::clean::words_up_to;
use super::lists::{self, WordSet};
use crate::article::Article;

/// Below this many words nothing is said about the language.
const SHORT: usize = 40;
/// How much of a text is looked at, in bytes: its beginning, middle and end.
const SAMPLE: usize = 1_500;
/// Share of English function words above which a text is English without further questions.
const SURE: f64 = 0.2;
/// Share below which a short stretch is not English.
const UNLIKELY: f64 = 0.1;

/// The longest English function word, in bytes.
const LONGEST: usize = 6;

/// What can be said about the language of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LanguageVerdict {
    /// It is English.
    English,
    /// It is another language.
    Other(Language),
    /// It is too short or too mixed to say.
    NotSure,
}

/// A language other than English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Its name in English.
    pub name: &'static str,
    /// Its BCP 47 tag.
    pub tag: &'static str,
}

/// ISO 639-3 codes, as the detector gives them, with the shorter tags of BCP 47.
const TAGS: &str = "ara ar afr af aka ak amh am aze az bel be ben bn bul bg cat ca ces cs cmn zh dan da deu de \
    ell el epo eo est et fin fi fra fr guj gu heb he hin hi hrv hr hun hu hye hy ind id ita it jav jv \
    jpn ja kan kn kat ka khm km kor ko lat la lav lv lit lt mal ml mar mr mkd mk mya my nep ne nld nl \
    nob nb ori or pan pa pes fa pol pl por pt ron ro rus ru sin si slk sk slv sl sna sn spa es srp sr \
    swe sv tam ta tel te tgl tl tha th tuk tk tur tr ukr uk urd ur uzb uz vie vi yid yi zul zu cym cy";

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        let mut codes = TAGS.split_whitespace();
        let short = codes
            .find(|code| *code == lang.code())
            .and_then(|_| codes.next());
        Self {
            name: lang.eng_name(),
            tag: short.unwrap_or_else(|| lang.code()),
        }
    }
}

/// Judges a text as a whole; headlines alone are too short to judge.
pub fn judge(text: &str) -> LanguageVerdict {
    let sample = sample(text);
    let words = words_up_to(&sample, SHORT);
    if words == 0 {
        return LanguageVerdict::NotSure;
    }
    let share = function_words(&sample);
    if words >= 12 && share >= SURE {
        return LanguageVerdict::English;
    }
    let Some(info) = whatlang::detect(&sample) else {
        return LanguageVerdict::NotSure;
    };
    let found = info.lang();
    let english = found == Lang::Eng;
    // Chinese and Japanese have no blanks between words.
    let long = words >= SHORT || !uses_latin(&sample);
    if english && (words >= SHORT || share >= UNLIKELY) {
        LanguageVerdict::English
    } else if !english && long && share < UNLIKELY && info.is_reliable() {
        LanguageVerdict::Other(found.into())
    } else {
        LanguageVerdict::NotSure
    }
}

/// Adds what was found to an article: its language if it declares none and is English, else a warning.
pub(super) fn check(article: &mut Article) {
    let text: String = article
        .scored_blocks()
        .map(|(_, block)| block.text.as_str())
        .collect::<Vec<_>>()
        .join(" ");
    if text.is_empty() {
        return;
    }
    match judge(&text) {
        LanguageVerdict::English if article.language.is_none() || article.is_foreign() => {
            article.language = Some("en".to_owned());
        }
        LanguageVerdict::English => {}
        LanguageVerdict::Other(language) => {
            article.language = Some(language.tag.to_owned());
            article.warnings.push(format!(
                "This looks like {}. The scores are made for English and mean nothing here.",
                language.name
            ));
        }
        LanguageVerdict::NotSure => {
            if article.is_foreign() {
                article.warnings.push(
                    "The file says that it is not in English; the text is too short to tell."
                        .to_owned(),
                );
            }
        }
    }
}

/// Stretches of a long text: the beginning may be a byline, the end a foreign quotation.
fn sample(text: &str) -> String {
    let stretch = |from: usize| {
        let from = text.floor_char_boundary(from);
        let to = text.floor_char_boundary(from + SAMPLE);
        text.get(from..to).unwrap_or_default()
    };
    if text.len() <= 3 * SAMPLE {
        return text.to_owned();
    }
    let last = text.len() - SAMPLE;
    [stretch(0), stretch(last / 2), stretch(last)].join(" ")
}

fn uses_latin(text: &str) -> bool {
    let (all, latin) = text
        .chars()
        .filter(|c| c.is_alphabetic())
        .fold((0usize, 0usize), |(all, latin), c| {
            (all + 1, latin + usize::from(c < '\u{250}'))
        });
    latin * 2 > all
}

/// The share of words that only English uses all the time.
fn function_words(text: &str) -> f64 {
    let (all, function) = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .fold((0usize, 0usize), |(all, function), word| {
            (all + 1, function + usize::from(is_function_word(word)))
        });
    function as f64 / all.max(1) as f64
}

fn is_function_word(word: &str) -> bool {
    static WORDS: LazyLock<WordSet> =
        LazyLock::new(|| lists::words(lists::WORDS, "english").collect());
    word.len() <= LONGEST && WORDS.contains(word.to_ascii_lowercase().as_str())
}
