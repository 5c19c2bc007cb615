//! What the second reader is and how far it can be trusted, for whoever reads the methods.

/// Its name, as a heading.
pub const NAME: &str = "Second reader";

/// The same as pairs of a name and a text, in the order they are shown.
pub const METHODS: [(&str, &str); 8] = [
    (
        "What it is",
        "A small sentence encoder inside this program with linear heads: it reads a sentence as a whole, where the \
         word lists count words. It is never the number: the number stays that of the word lists, with its evidence. \
         Nothing leaves the machine",
    ),
    (
        "Three states",
        "Both readers say so; neither does; the readers differ (marked ≠). For tone both say so where VADER’s \
         compound is at or beyond ±0.05 and the second reader leans the same way, neither where the compound lies \
         between and the second reader leans by less than 0.35; for the bait of a headline from 27 of 100 by its cues \
         and from 44 by the second reader; towards a name where the same of negative, neutral and positive is the \
         most probable",
    ),
    (
        "Established",
        "A difference between sources is established only if it is clear to both: 95 % intervals that exclude zero on \
         the same side, after adjusting each reader’s p-values for all that it tested. Where the intervals contradict \
         each other it is not established, the two readers differ; where one alone is clear, that is said. The second \
         reader reads tone, tone outside quotations, subjectivity, the bait of headlines and the tone towards names; \
         differences in other measures are clear or not, to one reader",
    ),
    (
        "How often it is right",
        "Sign of the tone of news sentences (NewsMTSC, each read by heads that had not seen it) against people: \
         89 % where both readers agree, which they do on four sentences of five, 36 % where they differ. So a \
         marked figure is to be doubted",
    ),
    (
        "Share per word",
        "On request in the evidence: its heads are linear over averaged states, so that shares of words add up to \
         its answer exactly. They explain less well than the lists: a share tells how a word is used here, its \
         neighbours included",
    ),
    (
        "Names",
        "It never sees them: names of people, places and bodies are hidden from it",
    ),
    (
        "Limits",
        "English only. Of a sentence of more than some seven hundred words it reads the beginning. Of two articles a \
         source, or of 400 sentences in all, it is asked by itself; about more on request. Loaded wording, hedges, \
         attribution and quotations it does not read",
    ),
    (
        "Made from",
        "The first three layers of all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020, Reimers & Gurevych 2019) in \
         whole numbers of seven bits; heads learned from NewsMTSC (MIT), NewsSD-ENG and Webis-Clickbait-17 (CC BY \
         4.0), names hidden. Never learned from BABE, BASIL or editorials rated for VADER",
    ),
];

/// The same as Markdown.
pub fn to_markdown() -> String {
    let facts = METHODS.map(|(name, text)| format!("- {name}: {text}"));
    format!("## {NAME}\n\n{}", facts.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::second::{BAIT_CUT, SECOND_BAIT_CUT, TONE_QUIET};
    use crate::score::tone::NEUTRAL_BAND;

    #[test]
    fn the_cuts_are_those_that_are_used() {
        let text = to_markdown();
        for cut in [
            format!("±{NEUTRAL_BAND}"),
            format!("less than {TONE_QUIET}"),
            format!("from {BAIT_CUT} of 100"),
            format!("from {SECOND_BAIT_CUT} by the second reader"),
        ] {
            assert!(text.contains(&cut), "{cut}");
        }
    }
}
