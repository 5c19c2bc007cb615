//! The word lists of `assets/headline`, read once into tables. The notation is described there.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use super::classes::{WordClass, WordClasses};
use super::cue::{CueKind, Part};
use super::phrasing::{self, Phrasing};
use super::rules::Rule;
use super::tokens::{HeadlineVocabulary, START, Tokens, WordId};
use super::trie::{Accept, Step, Trie};
use crate::assets::{Asset, Entry, NotUnderstood, asset};

const FILES: [(CueKind, Asset); 15] = [
    (CueKind::CuriosityGap, asset!("headline/curiosity-gap.txt")),
    (
        CueKind::VagueReferents,
        asset!("headline/vague-referents.txt"),
    ),
    (CueKind::TalksToYou, asset!("headline/talks-to-you.txt")),
    (CueKind::ChattyVoice, asset!("headline/chatty-voice.txt")),
    (CueKind::Hype, asset!("headline/hype.txt")),
    (CueKind::ShockAlarm, asset!("headline/shock-alarm.txt")),
    (CueKind::Conflict, asset!("headline/conflict.txt")),
    (CueKind::Emotional, asset!("headline/emotional.txt")),
    (CueKind::NameCalling, asset!("headline/name-calling.txt")),
    (CueKind::Typography, asset!("headline/typography.txt")),
    (CueKind::Urgency, asset!("headline/urgency.txt")),
    (CueKind::Listicle, asset!("headline/listicle.txt")),
    (CueKind::Question, asset!("headline/question.txt")),
    (CueKind::Gossip, asset!("headline/gossip.txt")),
    (
        CueKind::PlainReporting,
        asset!("headline/plain-reporting.txt"),
    ),
];
const GUARDS: Asset = asset!("headline/guards.txt");
const WEIGHTS: Asset = asset!("headline/weights.txt");

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
    pub(super) vocabulary: HeadlineVocabulary,
    pub(super) trie: Trie,
    /// The same for the lists that heat and for guards alone: the sentences of an article are read for nothing else.
    pub(super) heat_trie: Trie,
    /// The lists with a rule: number, rule, and whether it heats.
    pub(super) rules: Vec<(u16, Rule, bool)>,
    /// Word classes that rules ask for, by word.
    pub(super) classes: WordClasses,
    pub(super) phrasing: Phrasing,
    /// Log-odds of a headline in which nothing is found.
    pub(super) base: f64,
}

/// The tables, built at first use.
pub(super) static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables::read().unwrap_or_default());

/// A section of a cue's file: its keys, each at most once, and its entries.
#[derive(Debug)]
struct Section {
    /// The first of its lines, for errors about the section as a whole.
    first: Entry,
    weight: Option<&'static str>,
    why: Option<&'static str>,
    rule: Option<Rule>,
    /// Each with the line it stands in.
    entries: Vec<(Entry, &'static str)>,
}

/// The sections of a file, by name in the order they stand.
fn sections(file: Asset) -> Result<Vec<Section>, NotUnderstood> {
    let mut out: Vec<Section> = Vec::new();
    for line in file.lines() {
        let line = line?;
        if line.section.is_empty() {
            return Err(line.fault("before the first section"));
        }
        let section = match out.last_mut() {
            Some(last) if last.first.section == line.section => last,
            _ => {
                out.push(Section {
                    first: line,
                    weight: None,
                    why: None,
                    rule: None,
                    entries: Vec::new(),
                });
                out.last_mut().ok_or_else(|| line.fault("no section"))?
            }
        };
        let known = match line.text.split_once(": ") {
            Some(("weight", value)) => section.weight.replace(value).is_some(),
            Some(("why", value)) => section.why.replace(value).is_some(),
            Some(("rule", value)) => {
                let rule = Rule::named(value).ok_or_else(|| line.fault("no such rule"))?;
                section.rule.replace(rule).is_some()
            }
            Some(_) => return Err(line.fault("no such key")),
            None => {
                let entries = line.text.split(',').map(str::trim);
                section.entries.extend(entries.map(|entry| (line, entry)));
                false
            }
        };
        if known || section.entries.iter().any(|(_, entry)| entry.is_empty()) {
            return Err(line.fault("given twice, or empty"));
        }
    }
    Ok(out)
}

/// The words of a class by name, within one file.
type ClassWords = BTreeMap<&'static str, Vec<&'static str>>;

impl Tables {
    pub(super) fn read() -> Result<Self, NotUnderstood> {
        let mut tables = Self::default();
        let mut guards = BTreeMap::new();
        for section in sections(GUARDS)? {
            guards.insert(section.first.section, section);
        }
        let mut guard = |name: &str| {
            let section = guards.remove(name).ok_or_else(|| GUARDS.lacks(name))?;
            Ok::<_, NotUnderstood>(section.entries)
        };
        let mut ambiguous = HashSet::new();
        for (line, entry) in guard("ambiguous")? {
            ambiguous.extend(tables.expand(line, entry, &ClassWords::new())?);
        }
        let mut style = Vec::new();
        for (kind, file) in FILES {
            tables.add_file(kind, sections(file)?, &ambiguous, &mut style)?;
        }
        tables.add_guard(guard("disaster")?, DISASTER)?;
        tables.add_guard(guard("not disaster")?, NOT_DISASTER)?;
        for (_, word) in guard("abbreviations")? {
            let id = tables.vocabulary.add(word);
            tables.classes.add(id, WordClass::Abbreviation);
        }
        if let Some(section) = guards.values().next() {
            return Err(section.first.fault("no such section"));
        }
        let words: Vec<&str> = phrasing::WORDS.list()?;
        style.extend(words.into_iter().map(|word| tables.vocabulary.add(word)));
        tables.phrasing = Phrasing::read(&tables.vocabulary, &style)?;
        tables.read_weights()?;
        tables.vocabulary.finish();
        tables.trie.finish(tables.vocabulary.size());
        tables.heat_trie.finish(tables.vocabulary.size());
        Ok(tables)
    }

    fn add_file(
        &mut self,
        kind: CueKind,
        file: Vec<Section>,
        ambiguous: &HashSet<Vec<Step>>,
        style: &mut Vec<WordId>,
    ) -> Result<(), NotUnderstood> {
        let mut classes = ClassWords::new();
        let mut lists = Vec::new();
        for section in file {
            let Some(name) = section.first.section.strip_prefix("class ") else {
                lists.push(section);
                continue;
            };
            for &(_, word) in &section.entries {
                let id = self.vocabulary.add(word);
                if let Some(class) = WordClass::named(name) {
                    self.classes.add(id, class);
                }
            }
            let words = section.entries.into_iter().map(|(_, word)| word);
            classes.entry(name).or_default().extend(words);
        }
        for section in lists {
            let first = section.first;
            let list = u16::try_from(self.lists.len()).unwrap_or(u16::MAX);
            let weight = section.weight.and_then(|weight| weight.split_once(' '));
            let (authored, how) = weight.ok_or_else(|| first.fault("a list without weight"))?;
            let authored = first.number(authored)?;
            if !matches!(how, "learned" | "fixed")
                || section.entries.is_empty() && section.rule.is_none()
            {
                return Err(first.fault("neither fixed nor learned, or empty"));
            }
            self.lists.push(List {
                kind,
                name: first.section,
                why: section.why.ok_or_else(|| first.fault("no reason given"))?,
                authored,
                learned: how == "learned",
                weight: authored,
                rule: section.rule,
            });
            if let Some(rule) = section.rule {
                self.rules.push((list, rule, kind.part() == Part::Heat));
            }
            for (line, entry) in section.entries {
                for steps in self.expand(line, entry, &classes)? {
                    let ambiguous = ambiguous.contains(&steps);
                    self.trie.add(&steps, Accept { list, ambiguous });
                    if kind.part() == Part::Heat {
                        self.heat_trie.add(&steps, Accept { list, ambiguous });
                    }
                    if kind.part() == Part::Bait {
                        style.extend(steps.iter().copied().filter_map(Step::word));
                    }
                }
            }
        }
        Ok(())
    }

    fn add_guard(
        &mut self,
        entries: Vec<(Entry, &'static str)>,
        list: u16,
    ) -> Result<(), NotUnderstood> {
        for (line, entry) in entries {
            for steps in self.expand(line, entry, &ClassWords::new())? {
                let ambiguous = false;
                self.trie.add(&steps, Accept { list, ambiguous });
                self.heat_trie.add(&steps, Accept { list, ambiguous });
            }
        }
        Ok(())
    }

    /// Every sequence of words that an entry stands for.
    fn expand(
        &mut self,
        line: Entry,
        entry: &str,
        classes: &ClassWords,
    ) -> Result<Vec<Vec<Step>>, NotUnderstood> {
        let mut out: Vec<Vec<Step>> = vec![Vec::new()];
        for element in entry.split_whitespace() {
            let (element, optional) = match element.strip_suffix('?') {
                Some(element) => (element, true),
                None => (element, false),
            };
            let mut choices = (self.choices(element, classes))
                .ok_or_else(|| line.fault(&format!("“{element}” is no element")))?;
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
        Ok(out)
    }

    fn choices(&mut self, element: &str, classes: &ClassWords) -> Option<Vec<Vec<Step>>> {
        if element == "^" {
            return Some(vec![vec![Step::Word(START)]]);
        }
        if element == "<number>" {
            return Some(vec![vec![Step::Number]]);
        }
        if let Some(gap) = element.strip_prefix('*') {
            let most: usize = gap.parse().ok()?;
            return Some((0..=most).map(|n| vec![Step::AnyWord; n]).collect());
        }
        if let Some(class) = element.strip_prefix('<') {
            let words = classes.get(class.strip_suffix('>')?)?;
            return Some(words.iter().map(|word| self.sequence(word)).collect());
        }
        let words = element.split('|').map(|word| self.sequence(word));
        let words: Vec<Vec<Step>> = words.collect();
        (!words.iter().any(Vec::is_empty)).then_some(words)
    }

    fn sequence(&mut self, words: &str) -> Vec<Step> {
        let words = words.split([' ', '-']).filter(|word| !word.is_empty());
        words
            .map(|word| Step::Word(self.vocabulary.add(word)))
            .collect()
    }

    fn read_weights(&mut self) -> Result<(), NotUnderstood> {
        for row in WEIGHTS.rows() {
            let (row, [name, weight]) = row?;
            let weight = row.number(weight)?;
            if name == "base" {
                self.base = weight;
            } else if let Some(list) = self.lists.iter_mut().find(|list| list.name == name) {
                list.weight = weight;
            } else {
                return Err(row.fault("no such list"));
            }
        }
        Ok(())
    }

    /// Reads a headline into words of these tables.
    pub(super) fn words_of(&self, headline: &str) -> Tokens {
        Tokens::read(headline, &self.vocabulary)
    }
}
