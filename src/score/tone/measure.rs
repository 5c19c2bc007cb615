//! Tone in the registry of measures.

use crate::score::measure::{Basis, Measure, Ratio, Scale, Value};

/// The definition of tone.
pub(crate) const TONE: Measure = Measure {
    id: "tone",
    label: "Tone",
    plain: "How positive or negative the words are, from −1 to +1; about half of what it says of a single sentence is right, so read the words behind it.",
    comparative: "is worded more positively than",
    scale: Scale::Own,
    basis: Basis::ToneWords,
    unit: "mean compound of the sentences",
    range: (-1.0, 1.0),
    direction: "higher is more positive wording, 0 is neutral",
    formula: "VADER 3.3.2 for every sentence: the valences of its words after all rules are added up to \
              a sum s, the compound is s / √(s² + 15); tone is the mean compound over all sentences of \
              paragraphs, list items and quotations",
    moves: "emotion words (−4 to +4 in the lexicon), negation, boosters, capitals, “but”, idioms and \
            exclamation marks. By default typographic quotes are read as plain ones, words that a mark joins \
            are read apart, words of proper names and words in the sense news gives them have no valence, some \
            words of settlement have one, “but” weighs each word once, and harm that is denied or turned away \
            has none; each can be switched off, and with all off the figures are the reference's. What each does \
            to 8,739 sentences of NewsMTSC, rated for the tone towards somebody named (sentences changed; correlation with the ratings, of all \
            .427 as published and .462 with every correction): news senses 21.8 % (.447 without them), curly \
            quotes 6.3 % (.453), denied harm 3.0 % (.460), names 2.7 % (.461), joined words 0.1 % (.463), \
            “but” under 0.1 % (.462)",
    limits: "it describes wording, not stance, and is no measure of bias: it knows no context, irony or \
             target, and words that name grave events count as negative. In news it tells the sign of a \
             sentence right about half of the time (correlation with people's ratings of New York Times \
             sentences: 0.50), so look at the words before trusting a figure",
    reference: "Hutto & Gilbert (2014), VADER: A Parsimonious Rule-based Model for Sentiment Analysis of \
                Social Media Text, ICWSM; vaderSentiment 3.3.2",
    value: Value::OverBlocks(|unit| Ratio {
        top: unit
            .sentences
            .iter()
            .map(|sentence| sentence.tone.compound)
            .sum(),
        bottom: unit.sentences.len() as f64,
    }),
};
