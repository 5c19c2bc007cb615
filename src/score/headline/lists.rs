//! The word lists of `assets/headline`, read once into tables. The notation is described there.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::cue::{CueKind, Part};
use super::phrasing::{self, Phrasing};
use super::rules::Rule;
use super::tokens::{START, Tokens, Vocabulary, WordId};
use super::trie::{Accept, Step, Trie};

const FILES: [(CueKind, &str); 15] = [
    (
        CueKind::CuriosityGap,
        include_str!("../../../assets/headline/curiosity-gap.txt"),
    ),
    (
        CueKind::VagueReferents,
        include_str!("../../../assets/headline/vague-referents.txt"),
    ),
    (
        CueKind::TalksToYou,
        include_str!("../../../assets/headline/talks-to-you.txt"),
    ),
    (
        CueKind::ChattyVoice,
        include_str!("../../../assets/headline/chatty-voice.txt"),
    ),
    (
        CueKind::Hype,
        include_str!("../../../assets/headline/hype.txt"),
    ),
    (
        CueKind::ShockAlarm,
        include_str!("../../../assets/headline/shock-alarm.txt"),
    ),
    (
        CueKind::Conflict,
        include_str!("../../../assets/headline/conflict.txt"),
    ),
    (
        CueKind::Emotional,
        include_str!("../../../assets/headline/emotional.txt"),
    ),
    (
        CueKind::NameCalling,
        include_str!("../../../assets/headline/name-calling.txt"),
    ),
    (
        CueKind::Typography,
        include_str!("../../../assets/headline/typography.txt"),
    ),
    (
        CueKind::Urgency,
        include_str!("../../../assets/headline/urgency.txt"),
    ),
    (
        CueKind::Listicle,
        include_str!("../../../assets/headline/listicle.txt"),
    ),
    (
        CueKind::Question,
        include_str!("../../../assets/headline/question.txt"),
    ),
    (
        CueKind::Gossip,
        include_str!("../../../assets/headline/gossip.txt"),
    ),
    (
        CueKind::PlainReporting,
        include_str!("../../../assets/headline/plain-reporting.txt"),
    ),
];
const GUARDS: &str = include_str!("../../../assets/headline/guards.txt");
const WEIGHTS: &str = include_str!("../../../assets/headline/weights.txt");

/// Hits of these numbers are no lists but guards.
pub(super) const DISASTER: u16 = u16::MAX;
pub(super) const NOT_DISASTER: u16 = u16::MAX - 1;

/// One list of a cue: what counts the same and for the same reason.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// The cue it belongs to.
    pub kind: CueKind,
    /// Its name, unique over all cues.
    pub name: &'static str,
    /// Why a match counts, in one sentence.
    pub why: &'static str,
    /// The authored weight: log-odds for one match.
    pub authored: f64,
    /// Whether training moves the weight.
    pub learned: bool,
    /// The weight in use.
    pub weight: f64,
    pub(super) rule: Option<Rule>,
}

/// Everything the detectors look things up in.
#[derive(Debug, Default)]
pub(super) struct Tables {
    pub(super) lists: Vec<List>,
    pub(super) vocabulary: Vocabulary,
    pub(super) trie: Trie,
    /// Word classes that rules ask for, by word.
    pub(super) classes: Classes,
    pub(super) phrasing: Phrasing,
    /// Log-odds of a headline in which nothing is found.
    pub(super) base: f64,
}

/// Words that rules ask about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Abbreviation,
    Listed,
    Counted,
    Date,
    Lead,
    Promise,
}

/// The classes of each word, as bits.
#[derive(Debug, Default)]
pub(super) struct Classes(Vec<u8>);

impl Classes {
    fn named(name: &str) -> Option<Class> {
        Some(match name {
            "listed" => Class::Listed,
            "counted" => Class::Counted,
            "dates" => Class::Date,
            "leads" => Class::Lead,
            "promises" => Class::Promise,
            _ => return None,
        })
    }

    fn add(&mut self, word: WordId, class: Class) {
        let place = word as usize;
        if self.0.len() <= place {
            self.0.resize(place + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(place) {
            *bits |= 1 << class as u8;
        }
    }

    /// Whether a word is of a class.
    pub(super) fn has(&self, word: WordId, class: Class) -> bool {
        let bits = self.0.get(word as usize).copied().unwrap_or_default();
        bits & (1 << class as u8) != 0
    }
}

/// The tables, built at first use.
pub(super) static TABLES: LazyLock<Tables> = LazyLock::new(Tables::build);

/// A section of a list file.
#[derive(Debug, Default)]
struct Section {
    name: &'static str,
    weight: &'static str,
    why: &'static str,
    rule: Option<&'static str>,
    entries: Vec<&'static str>,
}

fn sections(file: &'static str) -> Vec<Section> {
    let mut out: Vec<Section> = Vec::new();
    for line in file.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some((name, rest)) = line.strip_prefix('[').and_then(|l| l.split_once(']')) {
            out.push(Section {
                name,
                entries: rest.split(',').collect(),
                ..Section::default()
            });
            continue;
        }
        let Some(section) = out.last_mut() else {
            continue;
        };
        match line.split_once(": ") {
            Some(("weight", value)) => section.weight = value,
            Some(("why", value)) => section.why = value,
            Some(("rule", value)) => section.rule = Some(value),
            _ => section.entries.extend(line.split(',')),
        }
    }
    for section in &mut out {
        section.entries.retain(|entry| !entry.trim().is_empty());
    }
    out
}

/// The words of a class by name, within one file.
type ClassWords<'a> = Vec<(&'a str, &'a [&'static str])>;

impl Tables {
    fn build() -> Self {
        let mut tables = Self::default();
        let guards = sections(GUARDS);
        let entries = |name: &str| {
            let section = guards.iter().find(|section| section.name == name);
            section.map_or(&[][..], |section| section.entries.as_slice())
        };
        let mut ambiguous = HashSet::new();
        for entry in entries("ambiguous") {
            ambiguous.extend(tables.expand(entry, &Vec::new()));
        }
        let mut style = Vec::new();
        for (kind, file) in FILES {
            tables.add_file(kind, &sections(file), &ambiguous, &mut style);
        }
        tables.add_guard(entries("disaster"), DISASTER);
        tables.add_guard(entries("not disaster"), NOT_DISASTER);
        for word in entries("abbreviations") {
            let id = tables.vocabulary.add(word.trim());
            tables.classes.add(id, Class::Abbreviation);
        }
        style.extend(phrasing::words().map(|word| tables.vocabulary.add(word)));
        tables.phrasing = Phrasing::build(&tables.vocabulary, style.into_iter());
        tables.read_weights();
        tables.trie.finish(tables.vocabulary.size());
        tables
    }

    fn add_file(
        &mut self,
        kind: CueKind,
        file: &[Section],
        ambiguous: &HashSet<Vec<Step>>,
        style: &mut Vec<WordId>,
    ) {
        let classes: ClassWords = file
            .iter()
            .filter_map(|s| Some((s.name.strip_prefix("class ")?, s.entries.as_slice())))
            .collect();
        for &(name, words) in &classes {
            for word in words {
                let id = self.vocabulary.add(word.trim());
                if let Some(class) = Classes::named(name) {
                    self.classes.add(id, class);
                }
            }
        }
        for section in file.iter().filter(|s| !s.name.starts_with("class ")) {
            let list = u16::try_from(self.lists.len()).unwrap_or(u16::MAX);
            let (authored, how) = section.weight.split_once(' ').unwrap_or_default();
            let authored = authored.parse().unwrap_or_default();
            self.lists.push(List {
                kind,
                name: section.name,
                why: section.why,
                authored,
                learned: how == "learned",
                weight: authored,
                rule: section.rule.and_then(Rule::named),
            });
            for entry in &section.entries {
                for steps in self.expand(entry, &classes) {
                    let ambiguous = ambiguous.contains(&steps);
                    self.trie.add(&steps, Accept { list, ambiguous });
                    if kind.part() == Part::Bait {
                        style.extend(steps.iter().copied().filter_map(Step::word));
                    }
                }
            }
        }
    }

    fn add_guard(&mut self, entries: &[&'static str], list: u16) {
        for entry in entries {
            for steps in self.expand(entry, &Vec::new()) {
                let ambiguous = false;
                self.trie.add(&steps, Accept { list, ambiguous });
            }
        }
    }

    /// Every sequence of words that an entry stands for.
    fn expand(&mut self, entry: &str, classes: &ClassWords) -> Vec<Vec<Step>> {
        let mut out: Vec<Vec<Step>> = vec![Vec::new()];
        for element in entry.split_whitespace() {
            let (element, optional) = match element.strip_suffix('?') {
                Some(element) => (element, true),
                None => (element, false),
            };
            let mut choices = self.choices(element, classes);
            if optional {
                choices.push(Vec::new());
            }
            out = out
                .iter()
                .flat_map(|start| {
                    choices.iter().map(move |end| {
                        let mut whole = start.clone();
                        whole.extend(end);
                        whole
                    })
                })
                .collect();
        }
        out.retain(|steps| !steps.is_empty());
        out
    }

    fn choices(&mut self, element: &str, classes: &ClassWords) -> Vec<Vec<Step>> {
        if element == "^" {
            return vec![vec![Step::Word(START)]];
        }
        if element == "<number>" {
            return vec![vec![Step::Number]];
        }
        if let Some(gap) = element.strip_prefix('*').and_then(|n| n.parse().ok()) {
            return (0..=gap).map(|n| vec![Step::AnyWord; n]).collect();
        }
        let class = element.strip_prefix('<').and_then(|e| e.strip_suffix('>'));
        if let Some(class) = class {
            let words = classes.iter().find(|(name, _)| *name == class);
            let words = words.map_or(&[][..], |(_, words)| words);
            return words.iter().map(|word| self.sequence(word)).collect();
        }
        element.split('|').map(|word| self.sequence(word)).collect()
    }

    fn sequence(&mut self, words: &str) -> Vec<Step> {
        let words = words.split([' ', '-']).filter(|word| !word.is_empty());
        words
            .map(|word| Step::Word(self.vocabulary.add(word)))
            .collect()
    }

    fn read_weights(&mut self) {
        for line in WEIGHTS.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, weight)) = line.split_once(" = ") else {
                continue;
            };
            let Ok(weight) = weight.parse() else { continue };
            if name == "base" {
                self.base = weight;
            } else if let Some(list) = self.lists.iter_mut().find(|list| list.name == name) {
                list.weight = weight;
            }
        }
    }

    /// Reads a headline into words of these tables.
    pub(super) fn read(&self, headline: &str) -> Tokens {
        Tokens::read(headline, &self.vocabulary)
    }
}
