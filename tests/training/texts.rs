//! Measures plain text, encodings, binary files, corpora, sentences and language on the development
//! data: `cargo run --release -p training -- texts [../shared/data]`.
#![expect(clippy::print_stdout, reason = "a program that prints tables")]
#![expect(
    clippy::unwrap_used,
    reason = "a measuring program may stop on broken data"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use parallax::article::{Article, BlockKind, quotations, sentences};
use parallax::load::{self, LanguageVerdict, ReadOptions, judge};
use serde_json::Value;

pub(crate) fn run(arguments: &[&str]) {
    let data = (arguments.first()).map_or_else(crate::shared_data, PathBuf::from);
    if !data.exists() {
        println!("skipped: {} is not there", data.display());
        return;
    }
    let loading = data.join("loading");
    plain(&loading);
    encodings(&loading.join("encodings"));
    binary(&loading.join("binary"));
    corpora(&loading.join("corpora"));
    sentence_cases(&loading.join("sentences/dev.jsonl"));
    basil(&data.join("wording/basil_sentences.dev.tsv"));
    languages(&loading.join("language/dev.jsonl"));
}

fn json_lines(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn texts(value: &Value, field: &str) -> Vec<String> {
    let items = value.get(field).and_then(Value::as_array);
    items
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// Letters and digits in lower case, so that marks and blanks do not count.
fn norm(text: &str) -> String {
    let text = text.replace(['’', '‘', '\''], "").to_lowercase();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

fn headline(article: &Article) -> &str {
    article
        .headline
        .as_ref()
        .map_or("", |headline| &headline.text)
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

#[derive(Default)]
struct Layout {
    files: usize,
    headlines: usize,
    paragraphs: usize,
    kept: usize,
    set_aside: usize,
    tails: usize,
    tails_removed: usize,
}

fn plain(loading: &Path) {
    println!(
        "plain text by layout: paragraphs kept word for word, headline exact, tails removed, paragraphs wrongly set aside"
    );
    let mut table: BTreeMap<String, Layout> = BTreeMap::new();
    for gold in json_lines(&loading.join("plain/dev.jsonl")) {
        let articles = load::open(&loading.join(text(&gold, "file"))).unwrap();
        let article = articles.first().unwrap();
        let row = table.entry(text(&gold, "layout").to_owned()).or_default();
        row.files += 1;
        row.headlines += usize::from(norm(headline(article)) == norm(text(&gold, "headline")));
        let of = |aside: bool| -> BTreeSet<String> {
            let blocks = article.blocks.iter();
            blocks
                .filter(|block| (block.kind == BlockKind::Boilerplate) == aside)
                .map(|block| norm(&block.text))
                .collect()
        };
        let (kept, aside) = (of(false), of(true));
        for paragraph in texts(&gold, "paragraphs").iter().map(|text| norm(text)) {
            if paragraph.split(' ').count() >= 8 {
                row.paragraphs += 1;
                row.kept += usize::from(kept.contains(&paragraph));
                row.set_aside += usize::from(aside.contains(&paragraph));
            }
        }
        for line in texts(&gold, "tail").iter().map(|text| norm(text)) {
            row.tails += 1;
            row.tails_removed += usize::from(!kept.contains(&line));
        }
    }
    for (name, row) in &table {
        println!(
            "  {name:9} {:5.1} %   headline {:2}/{}   tail lines removed {}/{}   wrongly set aside {}/{}",
            percent(row.kept, row.paragraphs),
            row.headlines,
            row.files,
            row.tails_removed,
            row.tails,
            row.set_aside,
            row.paragraphs
        );
    }
}

fn encodings(folder: &Path) {
    let mut right = 0;
    let mut all = 0;
    let mut wrong = Vec::new();
    for path in files(folder, "bin") {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let want =
            fs::read_to_string(folder.join(format!("{}.txt", name.split("__").next().unwrap())));
        let bytes = fs::read(&path).unwrap();
        let hint = if name.contains("html") {
            load::Hint::Markup
        } else {
            load::Hint::Plain
        };
        let decoded = load::decode(&bytes, hint, None);
        all += 1;
        if decoded.text.contains(want.unwrap().trim()) {
            right += 1;
        } else {
            wrong.push(format!("{name} ({})", decoded.encoding));
        }
    }
    println!(
        "encodings: {right}/{all} right; wrong: {}",
        wrong.join(", ")
    );
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| extension.is_empty() || path.extension().is_some_and(|e| e == extension))
        .collect();
    files.sort();
    files
}

fn binary(folder: &Path) {
    println!("files that are mostly no text:");
    for path in files(folder, "") {
        let told = match load::open_file(&path, &ReadOptions::default()) {
            Ok(opened) => format!("read as {}", opened.format.name),
            Err(error) => error.problem.to_string(),
        };
        println!(
            "  {:14} {told}",
            path.file_name().unwrap().to_string_lossy()
        );
    }
}

fn corpora(folder: &Path) {
    println!("corpora: articles, headlines exact, bodies exact, fields found");
    let gold: Vec<Value> =
        serde_json::from_str(&fs::read_to_string(folder.join("_gt.json")).unwrap()).unwrap();
    for path in files(folder, "")
        .iter()
        .filter(|path| !path.ends_with("_gt.json"))
    {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let opened = match load::open_file(path, &ReadOptions::default()) {
            Ok(opened) => opened,
            Err(error) => {
                println!("  {name:24} {error}");
                continue;
            }
        };
        let found = |test: &dyn Fn(&Article, &Value) -> bool| {
            let matches = |article: &&Article| gold.iter().any(|gold| test(article, gold));
            opened.articles.iter().filter(matches).count()
        };
        let headlines =
            found(&|article, gold| norm(headline(article)) == norm(text(gold, "title")));
        let bodies = found(&|article, gold| body(article) == norm(text(gold, "text")));
        let fields: Vec<String> = opened
            .mapping
            .iter()
            .map(|(role, field)| format!("{}={field}", role.name()))
            .collect();
        println!(
            "  {name:24} {} / {headlines} / {bodies}   {} {}",
            opened.articles.len(),
            fields.join(" "),
            opened.notes.join(" ")
        );
    }
}

fn body(article: &Article) -> String {
    let blocks: Vec<&str> = article
        .blocks
        .iter()
        .map(|block| block.text.as_str())
        .collect();
    norm(&blocks.join(" "))
}

#[derive(Default, Clone, Copy)]
struct Boundaries {
    hit: usize,
    found: usize,
    wanted: usize,
}

impl Boundaries {
    fn add(&mut self, found: &BTreeSet<usize>, wanted: &BTreeSet<usize>) {
        self.hit += found.intersection(wanted).count();
        self.found += found.len();
        self.wanted += wanted.len();
    }

    fn f1(self) -> f64 {
        2.0 * self.hit as f64 / (self.found + self.wanted).max(1) as f64
    }
}

/// Inner boundaries as counts of characters that are not blank.
fn boundaries<'a>(sentences: impl Iterator<Item = &'a str>) -> BTreeSet<usize> {
    let mut at = 0;
    let mut ends: BTreeSet<usize> = sentences
        .map(|sentence| {
            at += sentence.chars().filter(|c| !c.is_whitespace()).count();
            at
        })
        .collect();
    ends.pop_last();
    ends
}

fn sentence_cases(path: &Path) {
    println!("sentences: cases right, F1 of boundaries");
    let mut table: BTreeMap<String, (usize, usize, Boundaries)> = BTreeMap::new();
    let show = std::env::var_os("SHOW").is_some();
    for case in json_lines(path) {
        let whole = text(&case, "text");
        let found = boundaries(sentences(whole).into_iter().map(|span| span.of(whole)));
        let gold = texts(&case, "sents");
        let wanted = boundaries(gold.iter().map(String::as_str));
        let (right, all, total) = table.entry(text(&case, "set").to_owned()).or_default();
        *right += usize::from(found == wanted);
        *all += 1;
        total.add(&found, &wanted);
        if show && found != wanted {
            let split: Vec<&str> = sentences(whole)
                .into_iter()
                .map(|span| span.of(whole))
                .collect();
            println!("    {split:?}");
        }
    }
    for (name, (right, all, total)) in table {
        println!(
            "  {name:18} {right}/{all} ({:.1} %)  F1 {:.3}",
            percent(right, all),
            total.f1()
        );
    }
}

/// BASIL gives one sentence a row; rows of one paragraph are joined again. Boundaries inside quotations
/// are counted apart: the data set keeps long quotations whole, we do not.
fn basil(path: &Path) {
    let Ok(table) = fs::read_to_string(path) else {
        println!("skipped: {} is not there", path.display());
        return;
    };
    let mut paragraphs: BTreeMap<(String, String, usize), Vec<String>> = BTreeMap::new();
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [triplet, _, source, _, paragraph, ..] = cells.as_slice() else {
            continue;
        };
        let key = (
            (*triplet).to_owned(),
            (*source).to_owned(),
            paragraph.parse().unwrap_or(0),
        );
        paragraphs
            .entry(key)
            .or_default()
            .push(unquoted(cells.last().unwrap()));
    }
    let show = std::env::var_os("SHOW_BASIL").is_some();
    let (mut outside, mut everywhere) = (Boundaries::default(), Boundaries::default());
    for rows in paragraphs.values() {
        let whole = rows.join(" ");
        let found = boundaries(sentences(&whole).into_iter().map(|span| span.of(&whole)));
        let wanted = boundaries(rows.iter().map(String::as_str));
        everywhere.add(&found, &wanted);
        let inside: BTreeSet<usize> = quotations(&whole)
            .into_iter()
            .flat_map(|span| {
                let count = |end: usize| {
                    let head = whole.get(..end).unwrap_or_default();
                    head.chars().filter(|c| !c.is_whitespace()).count()
                };
                count(span.start) + 1..count(span.end)
            })
            .collect();
        let found_outside = &found - &inside;
        let wanted_outside = &wanted - &inside;
        outside.add(&found_outside, &wanted_outside);
        if show && found_outside != wanted_outside {
            println!("    {}", rows.join(" ‖ "));
            let split: Vec<&str> = sentences(&whole)
                .into_iter()
                .map(|span| span.of(&whole))
                .collect();
            println!("  = {}", split.join(" ‖ "));
        }
    }
    println!(
        "BASIL: F1 of boundaries outside quotations {:.4} ({} wanted), everywhere {:.4}",
        outside.f1(),
        outside.wanted,
        everywhere.f1()
    );
}

/// A cell as CSV quotes it.
fn unquoted(cell: &str) -> String {
    let inside = cell
        .strip_prefix('"')
        .and_then(|cell| cell.strip_suffix('"'));
    inside.map_or(cell.trim().to_owned(), |inside| {
        inside.replace("\"\"", "\"").trim().to_owned()
    })
}

fn languages(path: &Path) {
    println!(
        "language: English said to be English / not sure; others flagged / not sure / taken for English"
    );
    let mut table: BTreeMap<String, [usize; 6]> = BTreeMap::new();
    let start = Instant::now();
    let mut bytes = 0;
    for case in json_lines(path) {
        let row = table.entry(text(&case, "kind").to_owned()).or_default();
        let english = text(&case, "lang") == "eng";
        bytes += text(&case, "text").len();
        let slot = match (english, judge(text(&case, "text"))) {
            (true, LanguageVerdict::English) => 0,
            (true, LanguageVerdict::NotSure) => 1,
            (true, LanguageVerdict::Other(_)) => 2,
            (false, LanguageVerdict::Other(_)) => 3,
            (false, LanguageVerdict::NotSure) => 4,
            (false, LanguageVerdict::English) => 5,
        };
        *row.get_mut(slot).unwrap() += 1;
    }
    let seconds = start.elapsed().as_secs_f64();
    for (kind, [kept, unsure, lost, flagged, open, missed]) in table {
        println!(
            "  {kind:14} English {kept}/{unsure}, taken for another {lost}; others {flagged}/{open}/{missed}"
        );
    }
    println!("  {:.1} MB/s", bytes as f64 / 1e6 / seconds);
}
