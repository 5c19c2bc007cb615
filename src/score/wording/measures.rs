//! The wording measures in the registry.

use crate::score::attribution::AttributionStyle;
use crate::score::hedges::Force;
use crate::score::measure::{Basis, Measure, Ratio, Scale, Value};
use crate::score::{Analysis, Unit};

/// A count per 100 words of the outlet's own voice.
fn per_hundred(unit: &Unit, count: usize) -> Ratio {
    Ratio {
        top: 100.0 * count as f64,
        bottom: unit.wording.own_words() as f64,
    }
}

fn loaded(unit: &Unit) -> Ratio {
    per_hundred(unit, unit.wording.loaded())
}

fn hedges(unit: &Unit) -> Ratio {
    per_hundred(unit, unit.wording.force(Force::Hedge))
}

fn intensifiers(unit: &Unit) -> Ratio {
    per_hundred(unit, unit.wording.force(Force::Intensifier))
}

fn subjectivity(unit: &Unit) -> Ratio {
    let (top, sentences) = unit.wording.subjectivity();
    Ratio {
        top,
        bottom: sentences as f64,
    }
}

fn quoted(unit: &Unit) -> Ratio {
    Ratio {
        top: unit.wording.speech_words() as f64,
        bottom: unit.wording.words() as f64,
    }
}

fn style(unit: &Unit, style: AttributionStyle) -> Ratio {
    Ratio {
        top: unit.wording.attributions(Some(style)) as f64,
        bottom: unit.wording.attributions(None) as f64,
    }
}

fn doubting(unit: &Unit) -> Ratio {
    style(unit, AttributionStyle::Doubting)
}

fn factive(unit: &Unit) -> Ratio {
    style(unit, AttributionStyle::Factive)
}

fn manner(unit: &Unit) -> Ratio {
    style(unit, AttributionStyle::Manner)
}

fn own_tone(unit: &Unit) -> Ratio {
    let tone = unit.voice.own;
    Ratio {
        top: tone.mean.unwrap_or_default() * tone.sentences as f64,
        bottom: tone.sentences as f64,
    }
}

/// Tone of what the outlet says itself.
pub(crate) const OWN_TONE: Measure = Measure {
    id: "tone_own_voice",
    label: "Tone outside quotations",
    plain: "The same for what the outlet says itself, without what it quotes.",
    comparative: "is worded more positively in its own voice than",
    scale: Scale::Own,
    basis: Basis::OwnTone,
    unit: "mean compound of the sentences",
    range: (-1.0, 1.0),
    direction: "higher is more positive wording, 0 is neutral",
    formula: "as tone, over what stands outside quotation marks; a sentence that is all quotation is left out",
    moves: "as tone; quoting differently moves it only through what is left of the sentences",
    limits: "as tone. What is left of a sentence without its quotation is often short, so single figures \
             are rougher",
    reference: "Hutto & Gilbert (2014); vaderSentiment 3.3.2",
    value: Value::OverBlocks(own_tone),
};

const SPEAKER_LIMITS: &str = "about 88 % of the quotations of four words or more get a speaker, 95 % of those are \
    right (political news, development rows of PolNeAR)";

/// Loaded words per 100 words of own voice.
pub(crate) const LOADED: Measure = Measure {
    id: "loaded",
    label: "Loaded language",
    plain: "How many words judge, dramatise, ridicule or insinuate, out of every 100 of the outlet’s own.",
    comparative: "uses more loaded words than",
    scale: Scale::PerHundredWords,
    basis: Basis::Loaded,
    unit: "words and phrases per 100 words of own voice",
    range: (0.0, 100.0),
    direction: "higher is more loaded wording",
    formula: "words and phrases of the list assets/wording/loaded.txt outside quotation marks: its plain entries, \
              and those marked “?” where the subjectivity of their sentence is 0.5 or more and no negation stands \
              right before them; its mild entries, parts of names, literal phrases and words right before a \
              disaster or crime they describe (“a horrific crash”) left out; divided by all words outside \
              quotation marks, times 100",
    moves: "name-calling, partisan labels, condemnation, ridicule, alarm, combat metaphors, suggestions of \
            deceit, dramatisation, heated feeling, praise and insinuation; every hit is marked in the text",
    limits: "a list with a few rules knows little context: of the words it marks in sentences from 14 US outlets \
             about 6 in 10 were marked by experts too, and it finds somewhat over a third of theirs (one expert against the \
             others: 4 in 10 both ways). It describes wording and says nothing about whether a word is \
             deserved. Articles differ by chance: look at the interval",
    reference: "Recasens, Danescu-Niculescu-Mizil & Jurafsky (2013), Linguistic Models for Analyzing and \
                Detecting Biased Language, ACL; judged on Spinde et al. (2021), BABE",
    value: Value::OverBlocks(loaded),
};

/// Mean subjectivity.
pub(crate) const SUBJECTIVITY: Measure = Measure {
    id: "subjectivity",
    label: "Subjectivity",
    plain: "How much the sentences read like opinion (1) rather than like a report (0).",
    comparative: "reads more like opinion than",
    scale: Scale::Own,
    basis: Basis::Subjectivity,
    unit: "mean over the sentences, 0 to 1",
    range: (0.0, 1.0),
    direction: "higher reads more like opinion, lower more like a report",
    formula: "for every sentence the logistic function of a sum of cues and word weights \
              (assets/wording/subjectivity.txt) over what stands outside quotation marks; the mean over all \
              sentences with own words",
    moves: "first person, evaluation, obligation (“must”, “should”), contrast, emphasis; figures, dates and \
            verbs of saying lower it",
    limits: "learned from about 830 labelled sentences; macro-F1 about 0.70 on such sentences in \
             cross-validation, area under the curve about 0.92 between opinion and fact on other news \
             sentences. A single sentence is a guess, a mean over many is not",
    reference: "Antici et al. (2024), A Corpus for Sentence-Level Subjectivity Detection on English News \
                Articles (NewsSD-ENG, CC BY 4.0)",
    value: Value::OverBlocks(subjectivity),
};

const STYLE_LIMITS: &str = "counts verbs, not the doubt a reader feels; where few verbs are used the share \
    jumps, so n is shown with it. Nouns (“attacks”) and set phrases of law (“pleaded guilty”) are left out \
    by rules that err now and then";
const STYLE_REFERENCE: &str = "Hooper (1975), On Assertive Predicates; Karttunen (1971), Implicative Verbs; \
    Recasens et al. (2013)";

/// Share of doubting verbs of attribution.
pub(crate) const DOUBTING: Measure = Measure {
    id: "attribution_doubting",
    label: "Doubting verbs of saying",
    plain: "Of the verbs that introduce what somebody said, how many keep a distance from it, as “claimed” does.",
    comparative: "more often keeps a distance from what it reports (“claimed”) than",
    scale: Scale::Share,
    basis: Basis::Attribution(AttributionStyle::Doubting),
    unit: "share of verbs of attribution",
    range: (0.0, 1.0),
    direction: "higher keeps more distance from what is reported",
    formula: "“claimed”, “alleged”, “insisted” and the like, divided by all verbs of attribution outside \
              quotation marks (assets/wording/attribution.txt)",
    moves: "the choice of the verb that introduces what somebody said",
    limits: STYLE_LIMITS,
    reference: STYLE_REFERENCE,
    value: Value::OverBlocks(doubting),
};

/// Share of factive verbs of attribution.
pub(crate) const FACTIVE: Measure = Measure {
    id: "attribution_factive",
    label: "Confirming verbs of saying",
    plain: "Of the verbs that introduce what somebody said, how many take it for true, as “revealed” does.",
    comparative: "more often takes what it reports for true (“revealed”) than",
    scale: Scale::Share,
    basis: Basis::Attribution(AttributionStyle::Factive),
    unit: "share of verbs of attribution",
    range: (0.0, 1.0),
    direction: "higher takes more of what is reported for true",
    formula: "“admitted”, “revealed”, “confirmed” and the like, divided by all verbs of attribution outside \
              quotation marks",
    moves: "the choice of the verb that introduces what somebody said",
    limits: STYLE_LIMITS,
    reference: STYLE_REFERENCE,
    value: Value::OverBlocks(factive),
};

/// Share of verbs of attribution that colour the manner.
pub(crate) const MANNER: Measure = Measure {
    id: "attribution_manner",
    label: "Colouring verbs of saying",
    plain: "Of the verbs that introduce what somebody said, how many colour how it was said, as “slammed” does.",
    comparative: "more often colours how things were said (“slammed”) than",
    scale: Scale::Share,
    basis: Basis::Attribution(AttributionStyle::Manner),
    unit: "share of verbs of attribution",
    range: (0.0, 1.0),
    direction: "higher colours more how things were said",
    formula: "“slammed”, “boasted”, “vowed” and the like, divided by all verbs of attribution outside \
              quotation marks",
    moves: "the choice of the verb that introduces what somebody said",
    limits: STYLE_LIMITS,
    reference: STYLE_REFERENCE,
    value: Value::OverBlocks(manner),
};

/// Share of words that are quoted speech.
pub(crate) const QUOTED: Measure = Measure {
    id: "quoted",
    label: "Quoted words",
    plain: "How much of the text is somebody’s own words in quotation marks.",
    comparative: "quotes more than",
    scale: Scale::Share,
    basis: Basis::Quotations,
    unit: "share of words",
    range: (0.0, 1.0),
    direction: "higher lets others speak more",
    formula: "words between quotation marks that report speech, divided by all words; scare quotes (up to \
              three words nobody is said to have spoken) and titles are left out",
    moves: "direct quotation; indirect speech does not count",
    limits: "where quotation marks were lost on the way the share is far too low: a warning says so where \
             verbs of saying stand without any. Speakers: see words per speaker",
    reference: "Newell et al. (2018), An Attribution Relations Corpus for Political News (PolNeAR), LREC",
    value: Value::OverBlocks(quoted),
};

fn words_per_speaker(analysis: &Analysis) -> Option<f64> {
    let words: usize = analysis.speakers.iter().map(|speaker| speaker.words).sum();
    let speakers = analysis.speakers.len();
    (speakers > 0).then(|| words as f64 / speakers as f64)
}

/// Quoted words per speaker.
pub(crate) const WORDS_PER_SPEAKER: Measure = Measure {
    id: "words_per_speaker",
    label: "Quoted words per speaker",
    plain: "How many quoted words each person quoted gets.",
    comparative: "quotes each speaker at greater length than",
    scale: Scale::Words,
    basis: Basis::Speakers,
    unit: "quoted words",
    range: (0.0, f64::INFINITY),
    direction: "higher quotes each speaker at greater length",
    formula: "words between quotation marks that report speech and have a speaker, divided by the number of \
              different speakers; forms of one name count as one speaker, “he” and “she” as one each",
    moves: "long quotations of few people raise it, fragments of many lower it; the speakers and their \
            quotations are listed with it",
    limits: SPEAKER_LIMITS,
    reference: "Newell et al. (2018), PolNeAR",
    value: Value::OfArticle(words_per_speaker),
};

/// Mentions of a name.
pub(crate) const MENTIONS: Measure = Measure {
    id: "mentions",
    label: "Mentions",
    plain: "How often somebody or something is named.",
    comparative: "names it more often than",
    scale: Scale::Own,
    basis: Basis::Name,
    unit: "mentions of a person, place or organisation",
    range: (0.0, f64::INFINITY),
    direction: "higher is named more often",
    formula: "the number of times a name stands in the scored text, its forms put together (“Donald Trump”, \
              “Mr. Trump”, “Trump’s”; “the president” only where the article has one president)",
    moves: "naming somebody instead of writing “he”; length",
    limits: "found by capital letters, titles and lists of known names; two people with one surname are kept \
             apart where they are told apart in the text, and stay by themselves where they are not",
    reference: "rules of this program",
    value: Value::OfName,
};

/// Tone towards a name.
pub(crate) const TONE_TOWARDS: Measure = Measure {
    id: "tone_towards",
    label: "Tone towards a name",
    plain: "Whether the sentences around a name speak well (+1) or ill (−1) of it; a single mention is a guess.",
    comparative: "speaks better of it than",
    scale: Scale::Own,
    basis: Basis::Name,
    unit: "mean over its mentions, −1 to +1",
    range: (-1.0, 1.0),
    direction: "higher speaks better of it, 0 is neutral",
    formula: "for every mention the probability that its sentence speaks well of it less the probability that \
              it speaks ill of it, by a linear model over the words around the mention \
              (assets/wording/target.txt), names and figures masked; the mean over the mentions",
    moves: "what is said of somebody and what they are said to have done: an account of accusations is \
            negative towards the accused, whoever is right",
    limits: "macro-F1 about .68 for negative, neutral and positive on single mentions (cross-validation on the \
             8,739 mentions it is learned from; chance is .33, transformers reach .83). A single mention is a \
             guess: look at n and at the mentions. It is not the author's attitude",
    reference: "Hamborg & Donnay (2021), NewsMTSC, EACL (MIT)",
    value: Value::OfName,
};

/// Hedges per 100 words of own voice.
pub(crate) const HEDGES: Measure = Measure {
    id: "hedges",
    label: "Hedges",
    plain: "How many words take some certainty back, as “may” and “reportedly” do, out of every 100 of the outlet’s own.",
    comparative: "hedges more than",
    scale: Scale::PerHundredWords,
    basis: Basis::Force(Force::Hedge),
    unit: "words and phrases per 100 words of own voice",
    range: (0.0, 100.0),
    direction: "higher commits less",
    formula: "hedges (assets/wording/hedges.txt, each under its condition) outside quotation marks, divided \
              by all words outside quotation marks, times 100",
    moves: "“may”, “reportedly”, “appears to”, “about 400”",
    limits: "rules of context tell “may” from the month and “about 400” from “about the war”; of 50 hedges \
             and intensifiers of political news read by eye 48 were right. Much hedging can be care or evasion: the measure \
             does not know",
    reference: "Hyland (2005), Metadiscourse",
    value: Value::OverBlocks(hedges),
};

/// Intensifiers per 100 words of own voice.
pub(crate) const INTENSIFIERS: Measure = Measure {
    id: "intensifiers",
    label: "Intensifiers",
    plain: "How many words add force, as “deeply” and “utterly” do, out of every 100 of the outlet’s own.",
    comparative: "uses more intensifiers than",
    scale: Scale::PerHundredWords,
    basis: Basis::Force(Force::Intensifier),
    unit: "words and phrases per 100 words of own voice",
    range: (0.0, 100.0),
    direction: "higher is more emphatic",
    formula: "intensifiers (assets/wording/intensifiers.txt, each under its condition) outside quotation \
              marks, divided by all words outside quotation marks, times 100",
    moves: "“deeply”, “utterly”, “far more”, “so” before an adjective",
    limits: "as hedges",
    reference: "Recasens et al. (2013)",
    value: Value::OverBlocks(intensifiers),
};
