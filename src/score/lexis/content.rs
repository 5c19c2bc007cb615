//! Whether a word carries content of its own: what is left of a text when its grammar, hedges and words of
//! degree are set aside.

use super::{Class, Classes, HEDGES, INTENSIFIERS, Reading};

/// Words of the grammar.
const GRAMMAR: Classes = Classes::of(&[
    Class::Negation,
    Class::FirstPerson,
    Class::SecondPerson,
    Class::ThirdPerson,
    Class::SubjectPronoun,
    Class::Obligation,
    Class::Contrast,
    Class::Emphasis,
    Class::Be,
    Class::Have,
    Class::Modal,
    Class::Auxiliary,
    Class::Determiner,
    Class::Preposition,
    Class::Conjunction,
    Class::Relative,
]);

/// The fewest letters before the ending of an adverb: "family", "supply" and "daily" are none.
const LEAST_STEM: usize = 5;

/// Longer words that end so and are nouns or adjectives.
const NO_ADVERBS: [&str; 6] = [
    "assembly",
    "monopoly",
    "anomaly",
    "elderly",
    "friendly",
    "quarterly",
];

/// Whether `word`, in lower case with straight apostrophes, is about something: no word of the grammar, no hedge
/// or intensifier, no adverb of manner or degree.
pub(crate) fn has_content(word: &str) -> bool {
    let classes = Reading::known(word).classes;
    let formal = classes.any(GRAMMAR) || classes.any(HEDGES) || classes.any(INTENSIFIERS);
    !formal && !is_adverb(word)
}

fn is_adverb(word: &str) -> bool {
    let stem = word.strip_suffix("ly");
    stem.is_some_and(|stem| stem.chars().count() >= LEAST_STEM) && !NO_ADVERBS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::has_content;

    #[test]
    fn words_of_form_and_degree_have_no_content() {
        for word in [
            "nearly", "closely", "very", "without", "she", "perhaps", "often",
        ] {
            assert!(!has_content(word), "{word}");
        }
        for word in [
            "security", "family", "talks", "assembly", "daily", "cocaine",
        ] {
            assert!(has_content(word), "{word}");
        }
    }
}
