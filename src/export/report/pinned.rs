//! What the user added to the report while reading: findings, charts, passages, measures, names and words.

use super::charts::chart;
use super::item::{Item, Sentence};
use super::part::Part;
use super::pin::{Pin, finding_name};
use super::places::place;
use super::subject::{NOT_COMPARED, Report};
use super::{findings, headlines, texts};
use crate::article::{Place, Side};
use crate::compare::findings::Finding;
use crate::text::{counted, shorten, signed};

/// Characters of a text that name a passage in a list.
const LABEL: usize = 60;
/// Words listed of a passage, the strongest first.
const WORDS: usize = 12;

/// Everything that was added, in that order.
pub(super) fn items<'a>(report: &Report<'a>) -> Vec<Item<'a>> {
    let pinned = &report.choice.pinned;
    if pinned.is_empty() {
        return vec![Item::Text(
            "Nothing was added: “Add to report” in the window does that while reading.".to_owned(),
        )];
    }
    pinned.iter().flat_map(|pin| one(report, pin)).collect()
}

fn one<'a>(report: &Report<'a>, pin: &Pin) -> Vec<Item<'a>> {
    let gone = |what: &str| vec![Item::Text(format!("{}: {what}", pin.label(report)))];
    match pin {
        Pin::Finding(name) => {
            let findings = &report.comparison.findings;
            match findings
                .iter()
                .find(|finding| finding_name(finding) == *name)
            {
                Some(found) => vec![Item::List(vec![findings::sentence(report, found)])],
                None => gone("this is no longer found."),
            }
        }
        Pin::Chart(kind) => {
            if report.parts().contains(&Part::Chart(*kind)) {
                return gone("it stands among the charts of this report.");
            }
            vec![chart(report, *kind)]
        }
        Pin::Place(at) if at.block_index().is_none() => headline(report, *at),
        Pin::Place(at) => passage(report, *at),
        Pin::Measure(id) => {
            if !report.comparable() {
                return gone(NOT_COMPARED);
            }
            let differences = &report.comparison.differences;
            match differences.iter().find(|found| found.measure.id == id) {
                Some(found) => {
                    let sentence = Sentence::new(&found.sentence).with_figures(found.figures());
                    vec![Item::List(vec![sentence])]
                }
                None => gone("it is not compared."),
            }
        }
        Pin::Name(name) => self::name(report, name),
        Pin::Word(word) => self::word(report, word),
    }
}

/// A headline with its score and reasons.
fn headline<'a>(report: &Report<'a>, at: Place) -> Vec<Item<'a>> {
    let articles = report.source(at.side).articles;
    let Some((article, scores)) = articles.get(at.article) else {
        return Vec::new();
    };
    let row = headlines::row(report, at, article, scores);
    let [name, score, _, _, reasons] = row.as_slice() else {
        return Vec::new();
    };
    let sentence = Sentence {
        words: vec![(None, name.clone())],
        detail: reasons.clone(),
        figures: format!("sensationalism {score} of 100"),
    };
    vec![Item::List(vec![sentence])]
}

/// A paragraph or a sentence with its tone and the words behind it.
fn passage<'a>(report: &Report<'a>, at: Place) -> Vec<Item<'a>> {
    let source = report.source(at.side);
    let label = format!(
        "{} ({}), paragraph {}",
        source.short_name(),
        at.side.label(),
        place(at, Some(&source))
    );
    let found = source
        .articles
        .get(at.article)
        .and_then(|(article, scores)| {
            let block = article.blocks.get(at.block_index()?)?;
            Some((block, scores.unit_of_block(at.block_index()?)))
        });
    let Some((block, unit)) = found else {
        return vec![Item::Text(format!("{label}: it is no longer there."))];
    };
    let Some(unit) = unit else {
        let said = if report.with_text() {
            Item::Quote(block.text.clone())
        } else {
            Item::Text("Not scored.".to_owned())
        };
        return vec![Item::Heading(label), said];
    };
    let sentences = unit.sentences.iter().enumerate();
    let chosen: Vec<_> = sentences
        .filter(|(index, _)| at.sentence_index().is_none_or(|only| only == *index))
        .map(|(_, sentence)| sentence)
        .collect();
    let tone = match (at.sentence_index(), chosen.first()) {
        (Some(_), Some(sentence)) => Some(sentence.tone.compound),
        _ => unit.tone.mean,
    };
    let tone = tone.map_or_else(String::new, |tone| format!(" · tone {}", signed(tone, 2)));
    let mut items = vec![Item::Heading(format!("{label}{tone}"))];
    if report.with_text() {
        let text = match (at.sentence_index(), chosen.first()) {
            (Some(_), Some(sentence)) => sentence.span.of(&block.text),
            _ => &block.text,
        };
        items.push(Item::Quote(text.to_owned()));
    }
    let mut words: Vec<(f64, String)> = Vec::new();
    for sentence in chosen {
        let text = sentence.span.of(&block.text);
        for word in &sentence.tone.words {
            let why = texts::why(word, text);
            words.push((word.valence, format!("“{}” {why}", word.span.of(text))));
        }
    }
    words.sort_by(|x, y| y.0.abs().total_cmp(&x.0.abs()));
    items.push(Item::Text(if words.is_empty() {
        "No word of it is in the lexicon.".to_owned()
    } else {
        let all = words.len();
        let listed: Vec<String> = words
            .into_iter()
            .take(WORDS)
            .map(|(_, word)| word)
            .collect();
        let more = match all.saturating_sub(WORDS) {
            0 => ".".to_owned(),
            more => format!("; and {}.", counted(more, "more word")),
        };
        format!("Words that count: {}{more}", listed.join("; "))
    }));
    items
}

fn name<'a>(report: &Report<'a>, name: &str) -> Vec<Item<'a>> {
    let people = &report.comparison.words.people;
    if let Some(pair) = people.both.iter().find(|pair| pair.name() == name) {
        let [a, b] = Side::BOTH.map(|side| pair.count(side));
        let counts = format!(
            "{name}: named {} by A and {} by B",
            counted(a, "time"),
            counted(b, "time")
        );
        let sentence = if report.comparable() {
            Sentence::new(format!("{counts}. {}", pair.towards.sentence))
                .with_figures(pair.towards.figures())
        } else {
            Sentence::new(format!("{counts}."))
        };
        return vec![Item::List(vec![sentence])];
    }
    let lists = [(Side::A, &people.only_a), (Side::B, &people.only_b)];
    let found = lists.into_iter().find_map(|(side, list)| {
        let one = list.iter().find(|one| one.name == name)?;
        Some((side, one.n))
    });
    let said = match found {
        Some((side, n)) => format!(
            "{name}: named by {} only, {}.",
            side.label(),
            counted(n, "time")
        ),
        None => format!("{name}: this name is no longer found."),
    };
    vec![Item::Text(said)]
}

fn word<'a>(report: &Report<'a>, word: &str) -> Vec<Item<'a>> {
    let shift = &report.comparison.words.word_shift.words;
    let Some(found) = shift.iter().find(|one| one.word == word.to_lowercase()) else {
        return vec![Item::Text(format!("“{word}” carries no tone in either."))];
    };
    let [a, b] = found.n.map(|n| counted(n, "use"));
    let adds = if report.comparable() {
        let shift = signed(found.shift, 3);
        format!("; it adds {shift} to the difference in tone, A − B")
    } else {
        String::new()
    };
    vec![Item::Text(format!("“{word}”: {a} in A, {b} in B{adds}."))]
}

impl Pin {
    /// What it is, in a few words: how it stands in lists.
    pub fn label(&self, report: &Report<'_>) -> String {
        match self {
            Self::Finding(name) => {
                let findings = &report.comparison.findings;
                let found = findings.iter().find(|one| finding_name(one) == *name);
                let sentence = found.map_or_else(|| name.clone(), Finding::to_string);
                format!("Finding: {}", shorten(&sentence, LABEL))
            }
            Self::Place(at) => {
                let source = report.source(at.side);
                let article = source.articles.get(at.article).map(|(article, _)| *article);
                let text = article.and_then(|article| at.text(article));
                let what = match at.block_index() {
                    None => "headline".to_owned(),
                    Some(_) => format!("paragraph {}", place(*at, Some(&source))),
                };
                match text.filter(|_| report.with_text()) {
                    Some(text) => {
                        format!("{}, {what}: {}", at.side.label(), shorten(text, LABEL))
                    }
                    None => format!("{}, {what}", at.side.label()),
                }
            }
            Self::Chart(kind) => format!("Chart {}", kind.label()),
            Self::Measure(id) => {
                let mut measures = report.comparison.differences.iter();
                let found = measures.find(|one| one.measure.id == id);
                let label = found.map_or(id.as_str(), |one| one.measure.label);
                format!("Measure {label}")
            }
            Self::Name(name) => format!("Name {}", shorten(name, LABEL)),
            Self::Word(word) => format!("Word “{}”", shorten(word, LABEL)),
        }
    }
}
