//! Judges the wording measures on labelled data that nothing was learned from.
//!
//! `cargo run --release -p training -- wording DATA_FOLDER [--hits|--show|--outlets]`

#![expect(
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::string_slice,
    reason = "an evaluation program"
)]

use std::collections::BTreeSet;
use std::path::Path;

use parallax::article::quotations;
use parallax::score::wording;

use crate::support::table::{self, Row, field};
use crate::support::{metrics, ranking};

pub(crate) fn run(folder: &Path, arguments: &[&str]) -> anyhow::Result<()> {
    if arguments.contains(&"--hits") {
        hits(&table::read(&folder.join("basil_sentences.dev.tsv"))?);
        return Ok(());
    }
    for name in ["babe_sg2.dev.tsv", "babe_sg1.dev.tsv"] {
        let rows = table::read(&folder.join(name))?;
        biased_words(name, &rows);
        biased_sentences(name, &rows);
        if arguments.contains(&"--outlets") {
            by_outlet(&rows);
        }
    }
    own_voice_bias(&table::read(&folder.join("basil_sentences.dev.tsv"))?);
    speakers(&folder.join("polnear.dev.jsonl"))?;
    Ok(())
}

/// Runs of letters with the apostrophes and hyphens inside them, as byte ranges.
fn words(text: &str) -> Vec<(usize, usize)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut start = None;
    for (i, &(at, c)) in chars.iter().enumerate() {
        let next = chars.get(i + 1).is_some_and(|(_, c)| c.is_alphabetic());
        if c.is_alphabetic() || start.is_some() && "'’-–".contains(c) && next {
            start.get_or_insert(at);
        } else if let Some(first) = start.take() {
            found.push((first, at));
        }
    }
    found.extend(start.map(|first| (first, text.len())));
    found
}

fn plain(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

/// Outlets of fewer rows say nothing by themselves.
const LEAST_ROWS: usize = 50;

/// How far the same figures spread over outlets, the largest first, and over their halves: outlets take turns by size.
fn by_outlet(rows: &[Row]) {
    let mut outlets: Vec<(String, Vec<Row>)> = Vec::new();
    for row in rows {
        let name = field(row, "outlet");
        match outlets.iter_mut().find(|(known, _)| known == name) {
            Some((_, of)) => of.push(row.clone()),
            None => outlets.push((name.to_owned(), vec![row.clone()])),
        }
    }
    outlets.sort_by(|(one, of_one), (other, of_other)| {
        (of_other.len().cmp(&of_one.len())).then_with(|| one.cmp(other))
    });
    let mut halves = [Vec::new(), Vec::new()];
    for (at, (_, of)) in outlets.iter().enumerate() {
        halves[at % 2].extend(of.iter().cloned());
    }
    let large = outlets.iter().filter(|(_, of)| of.len() >= LEAST_ROWS);
    for (name, of) in large {
        biased_words(&format!("  {name}"), of);
        biased_sentences(&format!("  {name}"), of);
    }
    for (name, of) in ["  half of the outlets", "  the other half"]
        .iter()
        .zip(&halves)
    {
        biased_words(name, of);
        biased_sentences(name, of);
    }
}

fn biased_words(name: &str, rows: &[Row]) {
    let (mut hit, mut wrong, mut missed) = (0, 0, 0);
    for row in rows {
        let text = field(row, "text");
        let gold: BTreeSet<String> = field(row, "biased_words")
            .split(|c: char| c == '|' || c.is_whitespace())
            .map(plain)
            .collect();
        let points: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        let loaded: Vec<[usize; 2]> = wording::line(text)
            .loaded
            .iter()
            .map(|[s, e]| [points[*s], points[*e]])
            .collect();
        for (start, end) in words(text) {
            let marked = loaded.iter().any(|[s, e]| *s < end && *e > start);
            match (gold.contains(&plain(&text[start..end])), marked) {
                (true, true) => hit += 1,
                (false, true) => wrong += 1,
                (true, false) => missed += 1,
                (false, false) => {}
            }
        }
    }
    let (precision, recall, f1) = metrics::precision_recall(hit, wrong, missed);
    println!(
        "{name} biased words: P {precision:.3} R {recall:.3} F1 {f1:.3} (n = {})",
        hit + missed
    );
}

fn biased_sentences(name: &str, rows: &[Row]) {
    let gold: Vec<bool> = rows.iter().map(|row| field(row, "label") == "1").collect();
    let lines: Vec<_> = rows
        .iter()
        .map(|row| wording::line(field(row, "text")))
        .collect();
    let scores: Vec<f64> = lines.iter().map(|line| line.loaded_score).collect();
    let classes: Vec<usize> = gold.iter().map(|&g| usize::from(g)).collect();
    let guess: Vec<usize> = scores.iter().map(|&s| usize::from(s >= 0.5)).collect();
    let opinion: Vec<(f64, bool)> = rows
        .iter()
        .zip(&lines)
        .filter_map(|(row, line)| match field(row, "opinion") {
            "Entirely factual" => Some((line.subjectivity, false)),
            opinion if opinion.starts_with("Expresses") => Some((line.subjectivity, true)),
            _ => None,
        })
        .collect();
    let (values, labels): (Vec<f64>, Vec<bool>) = opinion.into_iter().unzip();
    println!(
        "{name} sentences: AUC {:.3}, macro-F1 at 0.5 {:.3}; subjectivity, opinion against fact AUC {:.3} (n = {})",
        ranking::auc(&scores, &gold),
        metrics::macro_f1(&classes, &guess, 2),
        ranking::auc(&values, &labels),
        rows.len()
    );
}

fn own_voice_bias(rows: &[Row]) {
    let gold: Vec<bool> = rows
        .iter()
        .map(|row| field(row, "lex_own") == "1")
        .collect();
    let scores: Vec<f64> = rows
        .iter()
        .map(|row| wording::line(field(row, "text")).loaded_score)
        .collect();
    println!(
        "BASIL own-voice lexical bias: AUC {:.3} (n = {})",
        ranking::auc(&scores, &gold),
        rows.len()
    );
}

/// Prints hedges and intensifiers to be judged by eye, evenly drawn.
fn hits(rows: &[Row]) {
    let mut found = Vec::new();
    for text in rows.iter().map(|row| field(row, "text")) {
        let points: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        let line = wording::line(text);
        for (kind, spans) in [("hedge", line.hedges), ("intensifier", line.intensifiers)] {
            found.extend(
                spans
                    .iter()
                    .map(|[s, e]| (kind, context(text, points[*s], points[*e]))),
            );
        }
    }
    let step = found.len() / 50;
    println!(
        "{} hits in {} sentences; every {step}th:",
        found.len(),
        rows.len()
    );
    for (kind, text) in found.iter().step_by(step.max(1)).take(50) {
        println!("{kind}: {text}");
    }
}

/// The speakers of quotations of at least this many words are judged.
const LEAST_WORDS: usize = 4;

/// Byte ranges.
type Spans = Vec<(usize, usize)>;

fn speakers(path: &Path) -> anyhow::Result<()> {
    // Outlets take turns: rules are chosen on the first half, the second tells whether they hold.
    let mut outlets: Vec<String> = Vec::new();
    let mut halves = [Tally::default(), Tally::default()];
    for line in std::fs::read_to_string(path)?.lines() {
        let article: serde_json::Value = serde_json::from_str(line)?;
        let text = article["text"].as_str().unwrap_or_default();
        let gold = attributions(&article, &offsets(text));
        let outlet = article["publisher"].as_str().unwrap_or_default();
        let at = outlets.iter().position(|known| known == outlet);
        let at = at.unwrap_or_else(|| {
            outlets.push(outlet.to_owned());
            outlets.len() - 1
        });
        let tally = &mut halves[at % 2];
        let mut base = 0;
        for paragraph in text.split('\n') {
            if !quotations(paragraph).is_empty() {
                tally.judge(text, paragraph, base, &gold);
            }
            base += paragraph.len() + 1;
        }
    }
    let [first, second] = &halves;
    first.print("half of the outlets");
    second.print("the other half");
    let both = Tally {
        right: first.right + second.right,
        wrong: first.wrong + second.wrong,
        none: first.none + second.none,
    };
    both.print("all");
    Ok(())
}

/// The byte at which every code point begins.
fn offsets(text: &str) -> Vec<usize> {
    text.char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect()
}

/// The contents and sources of an article's attributions that have a source.
fn attributions(article: &serde_json::Value, points: &[usize]) -> Vec<(Spans, Spans)> {
    let offset = |value: &serde_json::Value| {
        let point = value.as_u64().and_then(|n| usize::try_from(n).ok());
        point
            .and_then(|n| points.get(n).copied())
            .unwrap_or_default()
    };
    let spans = |value: &serde_json::Value| -> Spans {
        let all = value.as_array().into_iter().flatten();
        all.map(|span| (offset(&span[0]), offset(&span[1])))
            .collect()
    };
    let all = article["attributions"].as_array().into_iter().flatten();
    all.map(|a| (spans(&a["content"]), spans(&a["source"])))
        .filter(|(_, sources)| !sources.is_empty())
        .collect()
}

#[derive(Default)]
struct Tally {
    right: usize,
    wrong: usize,
    none: usize,
}

impl Tally {
    fn print(&self, which: &str) {
        let Self { right, wrong, none } = *self;
        let n = right + wrong + none;
        println!(
            "PolNeAR speakers, {which}: attributed {:.3}, right of those {:.3} (n = {n})",
            (right + wrong) as f64 / n as f64,
            right as f64 / (right + wrong) as f64
        );
    }

    /// Judges the speakers of one paragraph, which begins at byte `base` of `text`.
    fn judge(&mut self, text: &str, paragraph: &str, base: usize, gold: &[(Spans, Spans)]) {
        let verbose = std::env::args().any(|arg| arg == "--show");
        let starts = offsets(paragraph);
        for quote in wording::line(paragraph).quotes {
            let (start, end) = (base + starts[quote.start], base + starts[quote.end]);
            let sources = sources(gold, start, end);
            if words(&text[start..end]).len() < LEAST_WORDS || sources.is_empty() {
                continue;
            }
            let speaker = quote
                .speaker_span
                .map(|[s, e]| (base + starts[s], base + starts[e]));
            let verdict = match speaker {
                None => "NONE",
                Some(speaker) if names(text, speaker, &sources) => "RIGHT",
                Some(_) => "WRONG",
            };
            match verdict {
                "NONE" => self.none += 1,
                "RIGHT" => self.right += 1,
                _ => self.wrong += 1,
            }
            if verbose && verdict != "RIGHT" {
                let said = speaker.map_or("", |(s, e)| &text[s..e]);
                let wanted: Vec<&str> = sources.iter().map(|(s, e)| &text[*s..*e]).collect();
                println!(
                    "{verdict} {said:?} for {wanted:?} | {}",
                    context(text, start, end)
                );
            }
        }
    }
}

/// The sources of the attributions that hold the quotation, or else overlap it.
fn sources(gold: &[(Spans, Spans)], start: usize, end: usize) -> Spans {
    let of = |fits: &dyn Fn(&(usize, usize)) -> bool| -> Spans {
        let fitting = gold
            .iter()
            .filter(|(contents, _)| contents.iter().any(fits));
        fitting.flat_map(|(_, sources)| sources.clone()).collect()
    };
    let holding = of(&|(s, e)| *s <= start + 4 && *e + 4 >= end);
    if holding.is_empty() {
        of(&|(s, e)| *s + 4 < end && *e > start + 4)
    } else {
        holding
    }
}

/// Whether the words found stand in a source, or end as one of them does.
fn names(text: &str, (start, end): (usize, usize), sources: &Spans) -> bool {
    let last = plain(text[start..end].rsplit(' ').next().unwrap_or_default());
    sources
        .iter()
        .any(|(s, e)| start < *e && end > *s || plain(&text[*s..*e]).contains(&last))
}

fn context(text: &str, start: usize, end: usize) -> String {
    let from = text.floor_char_boundary(start.saturating_sub(110));
    let inside = text.ceil_char_boundary((start + 50).min(end));
    let before_end = text.floor_char_boundary(end.saturating_sub(25)).max(inside);
    let gap = if before_end > inside { " … " } else { "" };
    let to = text.ceil_char_boundary((end + 90).min(text.len()));
    format!(
        "{}[[{}{gap}{}]]{}",
        &text[from..start],
        &text[start..inside],
        &text[before_end..end],
        &text[end..to]
    )
    .replace('\n', "⏎")
}
