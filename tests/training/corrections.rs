//! What each correction of tone does: how often it fires, and what it does to the agreement with people, on
//! the rows it changes and on all. Each is switched off alone, all others on.
//!
//! `cargo run --release -p training -- corrections DATA` reads `wording/newsmtsc.dev.tsv` (Hamborg & Donnay
//! 2021, MIT: the tone towards a target; a proxy for the tone of the sentence), in two halves by article,
//! `headlines/affectivetext.dev.tsv` (Strapparava & Mihalcea 2007: valence of headlines) and
//! `wording/basil_sentences.dev.tsv` (how often only).

#![expect(clippy::print_stdout, reason = "it prints its findings")]

use std::collections::BTreeMap;
use std::path::Path;

use parallax::score::tone::{self, Correction, Names, SentenceTone, ToneOptions};

/// A text and what people say of it, −1 to +1.
struct Row {
    /// Which half it belongs to.
    half: bool,
    gold: f64,
    text: String,
}

pub(crate) fn run(data: &Path, rest: &[&str]) -> anyhow::Result<()> {
    let mtsc = read(&data.join("wording/newsmtsc.dev.tsv"), "polarity")?;
    let affective = read(&data.join("headlines/affectivetext.dev.tsv"), "valence")?;
    let basil = read(&data.join("wording/basil_sentences.dev.tsv"), "lex")?;
    println!(
        "rows: NewsMTSC {}, AffectiveText {}, BASIL {}",
        mtsc.len(),
        affective.len(),
        basil.len()
    );
    println!("r and macro-F1 of NewsMTSC in two halves by article; r of AffectiveText");
    let all = ToneOptions::default();
    let named = [("exact", ToneOptions::EXACT), ("all corrections", all)];
    for (name, options) in named {
        agreement(name, options, &mtsc, &affective);
    }
    for correction in Correction::ALL {
        let mut without = all;
        correction.toggle(&mut without);
        let name = format!("all but {}", correction.id());
        agreement(&name, without, &mtsc, &affective);
    }
    for correction in Correction::ALL {
        let mut without = all;
        correction.toggle(&mut without);
        compare(correction.id(), without, all, &mtsc, &basil);
    }
    compare("all", ToneOptions::EXACT, all, &mtsc, &basil);
    if rest.contains(&"--words") {
        words(&mtsc);
    }
    Ok(())
}

/// Text and label of every row; columns are found by the header.
fn read(path: &Path, label: &str) -> anyhow::Result<Vec<Row>> {
    let table = std::fs::read_to_string(path)?;
    let mut lines = table.lines();
    let header: Vec<_> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |name: &str| header.iter().position(|column| *column == name);
    let text = column("text").or(column("headline"));
    let (Some(label), Some(text)) = (column(label), text) else {
        anyhow::bail!("{} has other columns", path.display());
    };
    let id = column("id");
    let rows = lines.filter_map(|line| {
        let cells: Vec<_> = line.split('\t').collect();
        let gold = match *cells.get(label)? {
            "neg" => -1.0,
            "neu" => 0.0,
            "pos" => 1.0,
            number => number.parse().ok()?,
        };
        let id = id.and_then(|id| cells.get(id)).unwrap_or(&"");
        // "…_0_6": the article, without sentence, start and end.
        let article = id.rsplitn(4, '_').last().unwrap_or_default();
        let sum: u32 = article.bytes().map(u32::from).sum();
        Some(Row {
            half: sum.is_multiple_of(2),
            gold,
            text: (*cells.get(text)?).to_owned(),
        })
    });
    Ok(rows.collect())
}

fn score(text: &str, options: ToneOptions) -> SentenceTone {
    tone::score(text, options, &Names::default())
}

fn agreement(name: &str, options: ToneOptions, mtsc: &[Row], affective: &[Row]) {
    let pairs = |rows: &[Row], half: Option<bool>| -> Vec<(f64, f64)> {
        let rows = rows
            .iter()
            .filter(|row| half.is_none_or(|half| row.half == half));
        rows.map(|row| (row.gold, score(&row.text, options).compound))
            .collect()
    };
    let [all, first, second] = [None, Some(true), Some(false)].map(|half| pairs(mtsc, half));
    let headlines = pairs(affective, None);
    println!(
        "{name:26} r {:.4} ({:.4}, {:.4})  F1 {:.4} ({:.4}, {:.4})  headlines r {:.4}",
        pearson(&all),
        pearson(&first),
        pearson(&second),
        macro_f1(&all),
        macro_f1(&first),
        macro_f1(&second),
        pearson(&headlines),
    );
}

fn compare(name: &str, without: ToneOptions, with: ToneOptions, mtsc: &[Row], basil: &[Row]) {
    let changed = |rows: &[Row]| -> Vec<(f64, f64, f64)> {
        let scored = rows.iter().map(|row| {
            let of = |options| score(&row.text, options).compound;
            (row.gold, of(without), of(with))
        });
        scored
            .filter(|(_, before, after)| (before - after).abs() > 0.0)
            .collect()
    };
    let (rows, basil_rows) = (changed(mtsc), changed(basil).len());
    let before: Vec<_> = rows
        .iter()
        .map(|(gold, before, _)| (*gold, *before))
        .collect();
    let after: Vec<_> = rows
        .iter()
        .map(|(gold, _, after)| (*gold, *after))
        .collect();
    println!(
        "{name:14} changes {:.1} % of NewsMTSC ({}), {:.1} % of BASIL; on these r {:.3} -> {:.3}, macro-F1 {:.3} -> {:.3}",
        100.0 * rows.len() as f64 / mtsc.len() as f64,
        rows.len(),
        100.0 * basil_rows as f64 / basil.len() as f64,
        pearson(&before),
        pearson(&after),
        macro_f1(&before),
        macro_f1(&after),
    );
}

fn pearson(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
    let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sums = pairs.iter().fold([0.0; 3], |[xy, xx, yy], pair| {
        let (dx, dy) = (pair.0 - x, pair.1 - y);
        [xy + dx * dy, xx + dx * dx, yy + dy * dy]
    });
    sums[0] / (sums[1] * sums[2]).sqrt()
}

/// −1, 0 or +1 at ±0.05, the reference's thresholds.
fn class(value: f64) -> i8 {
    i8::from(value >= 0.05) - i8::from(value <= -0.05)
}

fn macro_f1(pairs: &[(f64, f64)]) -> f64 {
    let f1 = |wanted: i8| {
        let count = |is: &dyn Fn(i8, i8) -> bool| {
            let all = pairs.iter();
            all.filter(|(gold, given)| is(class(*gold), class(*given)))
                .count() as f64
        };
        let right = count(&|gold, given| gold == wanted && given == wanted);
        let both = count(&|gold, _| gold == wanted) + count(&|_, given| given == wanted);
        if both > 0.0 { 2.0 * right / both } else { 0.0 }
    };
    (f1(-1) + f1(0) + f1(1)) / 3.0
}

/// The words that the corrections take out or bring in, most frequent first, with what taking each out changes:
/// the mean of |compound − label| over the rows it stands in, before and after.
fn words(rows: &[Row]) {
    let mut found: BTreeMap<String, (usize, f64, f64, f64)> = BTreeMap::new();
    for row in rows {
        let (before, after) = (
            score(&row.text, ToneOptions::EXACT),
            score(&row.text, ToneOptions::default()),
        );
        let out = after.unscored.iter().map(|word| {
            format!(
                "{}: {}",
                word.span.of(&row.text).to_lowercase(),
                word.describe(&row.text)
            )
        });
        let new = after
            .words
            .iter()
            .flat_map(|word| word.rules.iter().map(move |step| (word, step)));
        let new = new
            .filter(|(_, step)| step.rule == tone::Rule::NewsWord)
            .map(|(word, _)| format!("+ {}", word.span.of(&row.text).to_lowercase()));
        for word in out.chain(new) {
            let entry = found.entry(word).or_default();
            entry.0 += 1;
            entry.1 += row.gold;
            entry.2 += (before.compound - row.gold).abs();
            entry.3 += (after.compound - row.gold).abs();
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(_, (count, ..))| std::cmp::Reverse(*count));
    for (word, (count, gold, before, after)) in found.iter().take(250) {
        let n = *count as f64;
        println!(
            "{count:5} label {:+.2} error {:.2} -> {:.2}  {word}",
            gold / n,
            before / n,
            after / n
        );
    }
}
