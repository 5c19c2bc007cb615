//! The headline in the registry of measures.

use crate::score::measure::{Basis, Measure, Scale, Value};

const REFERENCE: &str = "Molek-Kozakowska (2013), Towards a pragma-linguistic framework for the study of sensationalism in news \
                         headlines, Discourse & Communication; Blom & Hansen (2015), Click bait: forward-reference as lure in \
                         online news headlines, J. Pragmatics; weights: Potthast et al., Webis Clickbait Corpus 2017";

/// How sensational the headline is.
pub(crate) const SENSATIONALISM: Measure = Measure {
    id: "sensationalism",
    label: "Headline sensationalism",
    plain: "How much a headline teases or heats up instead of telling, from 0 (plain) to 100; it rates the packaging, not how grave the news is.",
    comparative: "has more sensational headlines than",
    scale: Scale::Points,
    basis: Basis::Cues,
    unit: "points",
    range: (0.0, 100.0),
    direction: "higher is more sensational packaging; plain reports lie below 25",
    formula: "z = base + bait + 2h²/(h + 3), in log-odds. Bait: the sum of weight × matches over the bait lists, at most three \
              matches a list, and the phrasing (between −0.8 and +0.4). h: the same sum over the heat lists, matches in quotation \
              marks by half. The score is a fixed rising scale of z; each cue's points are its share of z times the score less \
              the base",
    moves: "teasing, vagueness, talking to the reader, chat, hype, lists and questions (bait, weights learned from graded \
            headlines); shock and alarm, conflict verbs, emotional wording, name-calling, capitals, exclamation marks, \
            urgency and gossip framing (heat, authored weights). Marks of plain reporting lower it. Words that name a grave \
            fact do not count, and ambiguous ones (blast, clash, battle) do not beside them",
    limits: "it rates packaging, not gravity, truth or fairness; English only; it knows words and word order, no irony and no \
             facts. Against mean grades of five judges for 9,519 posts it was not trained on, correlation .60",
    reference: REFERENCE,
    value: Value::OfArticle(|analysis| Some(analysis.headline.as_ref().ok()?.score)),
};

/// How much hotter the headline is than its article.
pub(crate) const HEADLINE_HEAT_GAP: Measure = Measure {
    id: "headline_heat_gap",
    label: "Headline hotter than article",
    plain: "Whether the headline is worded more hotly than the article under it: above 0 it is.",
    comparative: "has headlines that are hotter beside their articles than",
    scale: Scale::Points,
    basis: Basis::HeadlineHeat,
    unit: "points of heat",
    range: (-100.0, 100.0),
    direction: "above 0 the headline is worded hotter than the article under it",
    formula: "heat of the headline less the mean heat of the article's sentences; heat is 100 × (1 − exp(−h/1.5)), h as in \
              headline sensationalism",
    moves: "hot words in the headline that the article does not match in kind",
    limits: "an explanation, not evidence: a writer of the article and of the headline are often two people, and a hot \
             article hides a hot headline. The headline's own heat separates fake from real news as well as the gap",
    reference: REFERENCE,
    value: Value::OfArticle(|analysis| analysis.against_body.as_ref()?.hotter()),
};

/// What the headline says that the article does not.
pub(crate) const HEADLINE_UNSUPPORTED: Measure = Measure {
    id: "headline_not_in_article",
    label: "Headline words not in article",
    plain: "How many of the headline’s words the article never uses.",
    comparative: "uses more words in headlines that its articles never use than",
    scale: Scale::Share,
    basis: Basis::HeadlineWords,
    unit: "share of the headline's content words",
    range: (0.0, 1.0),
    direction: "higher: more of the headline's words never occur in the article",
    formula: "content words of the headline whose stem is no stem of any word of the article, divided by all its content words",
    moves: "words that only the headline uses, and synonyms: the article may say the same in other words",
    limits: "it compares words, not statements. In matched pairs of headline and article the mean is about .22, and one in ten \
             is above .5",
    reference: REFERENCE,
    value: Value::OfArticle(|analysis| analysis.against_body.as_ref()?.unsupported_share()),
};
