//! What the corrections of tone do to its agreement with people: macro-F1 of the sentence tone (negative,
//! neutral, positive at ±0.05) against the labels of `NewsMTSC` (Hamborg & Donnay 2021, MIT), on the
//! sentences a correction changes and on all others.
//!
//! `cargo run --release -p training -- corrections newsmtsc.tsv`

#![expect(clippy::print_stdout, reason = "it prints its findings")]

use std::collections::BTreeMap;
use std::path::Path;

use parallax::score::tone::{self, Names, SentenceTone, ToneOptions};

pub(crate) fn run(path: &Path) -> anyhow::Result<()> {
    let table = std::fs::read_to_string(path)?;
    let rows: Vec<(&str, &str)> = rows(&table).collect();
    println!("{} rows", rows.len());
    let typographic = ToneOptions {
        typographic: true,
        ..ToneOptions::EXACT
    };
    let named = ToneOptions {
        mask_names: true,
        ..typographic
    };
    let sensed = ToneOptions {
        news_sense: true,
        ..named
    };
    compare(
        &rows,
        "typographic normalisation",
        ToneOptions::EXACT,
        typographic,
    );
    compare(&rows, "name masking", typographic, named);
    compare(&rows, "news senses", named, sensed);
    compare(
        &rows,
        "the default",
        ToneOptions::EXACT,
        ToneOptions::default(),
    );
    masked_words(&rows, typographic, named);
    Ok(())
}

/// Label and text of every row; columns are found by the header.
fn rows(table: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut lines = table.lines();
    let header: Vec<_> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |name: &str| header.iter().position(|column| *column == name);
    let columns = column("polarity").zip(column("text"));
    lines.filter_map(move |line| {
        let (label, text) = columns?;
        let cells: Vec<_> = line.split('\t').collect();
        Some((*cells.get(label)?, *cells.get(text)?))
    })
}

fn score(text: &str, options: ToneOptions) -> SentenceTone {
    tone::score(text, options, &Names::default())
}

fn label(compound: f64) -> &'static str {
    match compound {
        high if high >= 0.05 => "pos",
        low if low <= -0.05 => "neg",
        _ => "neu",
    }
}

fn compare(rows: &[(&str, &str)], name: &str, without: ToneOptions, with: ToneOptions) {
    let scored: Vec<_> = rows
        .iter()
        .map(|(gold, text)| {
            (
                *gold,
                score(text, without).compound,
                score(text, with).compound,
            )
        })
        .collect();
    let (changed, same): (Vec<_>, Vec<_>) = scored
        .into_iter()
        .partition(|(_, before, after)| (before - after).abs() > 0.0);
    for (group, rows) in [("changed", &changed), ("others", &same)] {
        let before = macro_f1(&rows.iter().map(|(gold, before, _)| (*gold, label(*before))));
        let after = macro_f1(&rows.iter().map(|(gold, _, after)| (*gold, label(*after))));
        println!(
            "{name}: {group} {} rows, macro-F1 {before:.4} -> {after:.4}",
            rows.len()
        );
    }
}

fn macro_f1<'a>(pairs: &(impl Iterator<Item = (&'a str, &'a str)> + Clone)) -> f64 {
    let f1 = |class: &str| {
        let count = |wanted: &dyn Fn(&str, &str) -> bool| {
            pairs
                .clone()
                .filter(|(gold, given)| wanted(gold, given))
                .count() as f64
        };
        let right = count(&|gold, given| gold == class && given == class);
        let gold = count(&|gold, _| gold == class);
        let given = count(&|_, given| given == class);
        if gold + given > 0.0 {
            2.0 * right / (gold + given)
        } else {
            0.0
        }
    };
    (f1("neg") + f1("neu") + f1("pos")) / 3.0
}

/// The names that are taken out, most frequent first.
fn masked_words(rows: &[(&str, &str)], without: ToneOptions, with: ToneOptions) {
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for (_, text) in rows {
        if (score(text, without).compound - score(text, with).compound).abs() > 0.0 {
            for word in score(text, with).unscored {
                if let tone::Unscored::Name(name) = word.why {
                    *names
                        .entry(format!("{} [{}]", name.of(text), word.span.of(text)))
                        .or_default() += 1;
                }
            }
        }
    }
    let mut names: Vec<_> = names.into_iter().collect();
    names.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for (name, count) in names.iter().take(60) {
        println!("{count:5} {name}");
    }
}
