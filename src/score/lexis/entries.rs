//! The entries of the word lists in `assets/wording`: lemmas with marks, and their inflected forms, so
//! that the lists stay readable. English inflection is regular here; what is not is listed.

use super::word::Strength;
use crate::assets::{Asset, Entry, NotUnderstood};

/// One form of an entry of a word list.
pub(super) struct Listed<'a> {
    /// The entry and where it stands.
    pub(super) entry: Entry,
    /// The form in lower case; a phrase has spaces.
    pub(super) form: &'a str,
    /// How strong it is, by the mark before it.
    pub(super) strength: Strength,
}

/// Calls `visit` for every form of every entry of a word list, in order.
pub(super) fn visit(
    list: Asset,
    mut visit: impl FnMut(&Listed<'_>) -> Result<(), NotUnderstood>,
) -> Result<(), NotUnderstood> {
    for entry in list.words() {
        let entry = entry?;
        let (strength, text) = Strength::of(entry.text);
        let text = text.replace('_', " ");
        let (word, tails) = text.split_once('/').unwrap_or((&text, ""));
        let mut forms = vec![word.to_owned()];
        for tail in tails.chars() {
            let more = inflected(word, tail).ok_or_else(|| entry.fault("no such ending"))?;
            forms.extend(more);
        }
        for form in &forms {
            visit(&Listed {
                entry,
                form,
                strength,
            })?;
        }
    }
    Ok(())
}

const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];

/// Verbs of more than one syllable whose last consonant is not doubled ("targeted").
const UNDOUBLED_ENDINGS: [&str; 12] = [
    "er", "en", "on", "in", "om", "et", "it", "ot", "ip", "al", "or", "ar",
];

/// The forms a tail letter adds to `word`: `n` plural, `v` -s, -ed and -ing, `r` -s and -ing (the past
/// is irregular and listed), `a` the adverb in -ly, `e` comparative and superlative, `s` plural.
fn inflected(word: &str, tail: char) -> Option<Vec<String>> {
    Some(match tail {
        'n' | 's' => vec![plural(word)],
        'v' => vec![plural(word), past(word), gerund(word)],
        'r' => vec![plural(word), gerund(word)],
        'a' => vec![adverb(word)],
        'e' => vec![graded(word, "r"), graded(word, "st")],
        _ => return None,
    })
}

fn ends_in_consonant_y(word: &str) -> bool {
    let mut last = word.chars().rev();
    last.next() == Some('y') && last.next().is_some_and(|c| !VOWELS.contains(&c))
}

fn without_last(word: &str) -> &str {
    let end = word.char_indices().next_back().map_or(0, |(at, _)| at);
    word.get(..end).unwrap_or_default()
}

fn plural(word: &str) -> String {
    if ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|end| word.ends_with(end))
        || word == "hero"
    {
        format!("{word}es")
    } else if ends_in_consonant_y(word) {
        format!("{}ies", without_last(word))
    } else {
        format!("{word}s")
    }
}

fn past(word: &str) -> String {
    if word.ends_with('e') {
        format!("{word}d")
    } else if ends_in_consonant_y(word) {
        format!("{}ied", without_last(word))
    } else {
        format!("{}ed", doubled(word))
    }
}

fn gerund(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        format!("{stem}ying")
    } else if word.ends_with('e') && !word.ends_with("ee") {
        format!("{}ing", without_last(word))
    } else {
        format!("{}ing", doubled(word))
    }
}

/// The stem before -ed and -ing: "slam" → "slamm", "target" → "target".
fn doubled(word: &str) -> String {
    let mut last = word.chars().rev();
    let ends = (last.next(), last.next(), last.next());
    let (Some(final_letter), Some(vowel), Some(before)) = ends else {
        return word.to_owned();
    };
    let closed = "bdgklmnprt".contains(final_letter)
        && VOWELS.contains(&vowel)
        && (!VOWELS.contains(&before) || word.contains("qu"));
    // The u of "quip" is no vowel.
    let sounded = word.replace("qu", "q");
    let syllables = sounded.chars().filter(|c| VOWELS.contains(c)).count();
    let unstressed = UNDOUBLED_ENDINGS.iter().any(|end| word.ends_with(end));
    if closed && (syllables == 1 || !unstressed && word.contains('-')) {
        format!("{word}{final_letter}")
    } else {
        word.to_owned()
    }
}

fn adverb(word: &str) -> String {
    if word.ends_with("ic") {
        format!("{word}ally")
    } else if word.ends_with("ll") {
        format!("{word}y")
    } else if ends_in_consonant_y(word) {
        format!("{}ily", without_last(word))
    } else if word.ends_with("le") && !word.ends_with("ole") && !word.ends_with("ile") {
        format!("{}y", without_last(word))
    } else {
        format!("{word}ly")
    }
}

fn graded(word: &str, ending: &str) -> String {
    if word.ends_with('e') {
        format!("{word}{ending}")
    } else if ends_in_consonant_y(word) {
        format!("{}ie{ending}", without_last(word))
    } else {
        format!("{word}e{ending}")
    }
}

#[cfg(test)]
mod tests {
    use super::inflected;

    fn forms(word: &str, tail: char) -> Vec<String> {
        inflected(word, tail).unwrap_or_default()
    }

    #[test]
    fn regular_forms_follow_the_spelling_rules() {
        assert_eq!(forms("slam", 'v'), ["slams", "slammed", "slamming"]);
        assert_eq!(forms("bully", 'v'), ["bullies", "bullied", "bullying"]);
        assert_eq!(forms("target", 'v'), ["targets", "targeted", "targeting"]);
        assert_eq!(forms("blast", 'v'), ["blasts", "blasted", "blasting"]);
        assert_eq!(forms("sneer", 'v'), ["sneers", "sneered", "sneering"]);
        assert_eq!(
            forms("weaponize", 'v'),
            ["weaponizes", "weaponized", "weaponizing"]
        );
        assert_eq!(forms("write", 'r'), ["writes", "writing"]);
        assert_eq!(forms("crony", 'n'), ["cronies"]);
        assert_eq!(forms("hysteric", 'a'), ["hysterically"]);
        assert_eq!(forms("despicable", 'a'), ["despicably"]);
        assert_eq!(forms("vile", 'a'), ["vilely"]);
        assert_eq!(forms("ugly", 'e'), ["uglier", "ugliest"]);
    }
}
