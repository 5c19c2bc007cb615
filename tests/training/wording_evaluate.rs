//! Judges the wording measures on labelled data that nothing was learned from.
//!
//! `cargo run --release --no-default-features --example wording_evaluate -- DATA_FOLDER`

#![expect(
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::string_slice,
    reason = "an evaluation program"
)]

#[path = "support/metrics.rs"]
mod metrics;
#[path = "support/table.rs"]
mod table;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use parallax::article::quotations;
use parallax::score::wording;
use table::{Row, field};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder: PathBuf = std::env::args_os()
        .nth(1)
        .ok_or("usage: wording_evaluate DATA_FOLDER")?
        .into();
    if std::env::args().any(|arg| arg == "--hits") {
        hits(&table::read(&folder.join("basil_sentences.dev.tsv"))?);
        return Ok(());
    }
    for name in ["babe_sg2.dev.tsv", "babe_sg1.dev.tsv"] {
        let rows = table::read(&folder.join(name))?;
        biased_words(name, &rows);
        biased_sentences(name, &rows);
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
        metrics::auc(&scores, &gold),
        metrics::macro_f1(&classes, &guess, 2),
        metrics::auc(&values, &labels),
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
        metrics::auc(&scores, &gold),
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

fn speakers(path: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let (mut right, mut wrong, mut none) = (0_usize, 0_usize, 0_usize);
    let verbose = std::env::args().any(|arg| arg == "--show");
    for line in std::fs::read_to_string(path)?.lines() {
        let article: serde_json::Value = serde_json::from_str(line)?;
        let text = article["text"].as_str().unwrap_or_default();
        let points: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        let span = |value: &serde_json::Value| {
            let at = |i: usize| {
                value[i]
                    .as_u64()
                    .and_then(|n| points.get(usize::try_from(n).ok()?).copied())
                    .unwrap_or_default()
            };
            (at(0), at(1))
        };
        let spans = |value: &serde_json::Value| -> Vec<(usize, usize)> {
            value.as_array().into_iter().flatten().map(span).collect()
        };
        let attributions: Vec<_> = article["attributions"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|a| (spans(&a["content"]), spans(&a["source"])))
            .filter(|(_, sources)| !sources.is_empty())
            .collect();
        let mut offset = 0;
        for paragraph in text.split('\n') {
            let base = offset;
            offset += paragraph.len() + 1;
            if quotations(paragraph).is_empty() {
                continue;
            }
            let starts: Vec<usize> = paragraph
                .char_indices()
                .map(|(at, _)| at)
                .chain([paragraph.len()])
                .collect();
            for quote in wording::line(paragraph).quotes {
                let (start, end) = (base + starts[quote.start], base + starts[quote.end]);
                if words(&text[start..end]).len() < LEAST_WORDS {
                    continue;
                }
                let within = |(s, e): &(usize, usize)| *s <= start + 4 && *e + 4 >= end;
                let overlaps = |(s, e): &(usize, usize)| *s + 4 < end && *e > start + 4;
                let mut gold: Vec<_> = attributions
                    .iter()
                    .filter(|(c, _)| c.iter().any(within))
                    .flat_map(|(_, s)| s.clone())
                    .collect();
                if gold.is_empty() {
                    gold = attributions
                        .iter()
                        .filter(|(c, _)| c.iter().any(overlaps))
                        .flat_map(|(_, s)| s.clone())
                        .collect();
                }
                if gold.is_empty() {
                    continue;
                }
                let Some([s, e]) = quote.speaker_span else {
                    none += 1;
                    if verbose {
                        println!(
                            "NONE {:?} | {}",
                            gold.iter().map(|(s, e)| &text[*s..*e]).collect::<Vec<_>>(),
                            context(text, start, end)
                        );
                    }
                    continue;
                };
                let (s, e) = (base + starts[s], base + starts[e]);
                let last = plain(text[s..e].rsplit(' ').next().unwrap_or_default());
                let ok = gold
                    .iter()
                    .any(|(gs, ge)| s < *ge && e > *gs || plain(&text[*gs..*ge]).contains(&last));
                if ok {
                    right += 1
                } else {
                    wrong += 1
                }
                if verbose && !ok {
                    println!(
                        "WRONG {:?} for {:?} | {}",
                        &text[s..e],
                        gold.iter().map(|(s, e)| &text[*s..*e]).collect::<Vec<_>>(),
                        context(text, start, end)
                    );
                }
            }
        }
    }
    let n = right + wrong + none;
    println!(
        "PolNeAR speakers: attributed {:.3}, right of those {:.3} (n = {n})",
        (right + wrong) as f64 / n as f64,
        right as f64 / (right + wrong) as f64
    );
    Ok(())
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
