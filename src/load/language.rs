//! Whether a text is English. What is scored is English wording; a text in another language is shown and
//! said not to be scored.

use whatlang::Lang;

use crate::article::Article;

/// Below this many words nothing is said about the language.
const SHORT: usize = 40;
/// How much of a text is looked at, in bytes: its beginning, middle and end.
const SAMPLE: usize = 1_500;
/// Share of English function words above which a text is English without further questions.
const SURE: f64 = 0.2;
/// Share below which a short stretch is not English.
const UNLIKELY: f64 = 0.1;

/// What can be said about the language of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is English.
    English,
    /// It is another language, named in English.
    Other(&'static str),
    /// It is too short or too mixed to say.
    NotSure,
}

/// Judges a text as a whole; headlines alone are too short to judge.
pub fn judge(text: &str) -> Verdict {
    let sample = sample(text);
    let words = sample.split_whitespace().count();
    if words == 0 {
        return Verdict::NotSure;
    }
    let share = function_words(&sample);
    if words >= 12 && share >= SURE {
        return Verdict::English;
    }
    let Some(info) = whatlang::detect(&sample) else {
        return Verdict::NotSure;
    };
    match info.lang() {
        Lang::Eng if words >= SHORT || share >= UNLIKELY => Verdict::English,
        Lang::Eng => Verdict::NotSure,
        // Chinese and Japanese have no blanks between words.
        other if !uses_latin(&sample) => Verdict::Other(other.eng_name()),
        other if words >= SHORT && share < UNLIKELY => Verdict::Other(other.eng_name()),
        _ if words >= SHORT && info.is_reliable() && share < SURE / 2.0 => {
            Verdict::Other(info.lang().eng_name())
        }
        _ => Verdict::NotSure,
    }
}

/// Adds what was found to an article: its language if it declares none and is English, else a warning.
pub fn check(article: &mut Article) {
    let text: String = article
        .scored_blocks()
        .map(|(_, block)| block.text.as_str())
        .collect::<Vec<_>>()
        .join(" ");
    if text.is_empty() {
        return;
    }
    match judge(&text) {
        Verdict::English => {
            article.language.get_or_insert_with(|| "en".to_owned());
        }
        Verdict::Other(name) => {
            if article.language.as_deref().is_none_or(is_english) {
                article.language = Some("und".to_owned());
            }
            article.warnings.push(format!(
                "This looks like {name}. The scores are made for English and mean nothing here."
            ));
        }
        Verdict::NotSure => {
            if !article.language.as_deref().is_some_and(is_english) {
                article
                    .warnings
                    .push("The text is too short to tell whether it is English.".to_owned());
            }
        }
    }
}

/// Whether a BCP 47 tag says English.
pub fn is_english(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    tag == "english" || tag.split(['-', '_']).next() == Some("en")
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
    if word.len() > 6 {
        return false;
    }
    matches!(
        word.to_ascii_lowercase().as_str(),
        "the"
            | "of"
            | "and"
            | "to"
            | "that"
            | "for"
            | "is"
            | "was"
            | "with"
            | "his"
            | "her"
            | "it"
            | "its"
            | "he"
            | "she"
            | "they"
            | "their"
            | "has"
            | "have"
            | "had"
            | "are"
            | "were"
            | "be"
            | "been"
            | "by"
            | "from"
            | "this"
            | "which"
            | "who"
            | "would"
            | "will"
            | "said"
            | "not"
            | "but"
            | "at"
            | "or"
            | "as"
            | "what"
            | "when"
            | "there"
            | "we"
            | "you"
            | "i"
            | "our"
            | "than"
            | "after"
            | "more"
            | "about"
            | "into"
            | "could"
            | "can"
    )
}
