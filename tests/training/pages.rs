//! Measures how well saved pages and documents are read, on the labelled pages beside the repository
//! (`../shared/data/loading`): `cargo run --release -p training -- pages`. With `--worst N` it also
//! names the N worst pages of each collection; with `--half 0` or `--half 1` it reads half of the pages,
//! split by site; with `--save FILE` it writes what was read, one JSON object a page.
//!
//! The metric is that of scrapinghub's article-extraction-benchmark: precision and recall of 4-word
//! shingles, averaged over pages, every page weighing the same.

#![expect(clippy::print_stdout, reason = "the table is what this program is for")]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use parallax::article::{Article, BlockKind};
use parallax::load::{Input, ReadOptions};
use serde_json::{Value, json};

pub(crate) fn run(arguments: &[&str]) -> Result<()> {
    let data = crate::shared_data().join("loading");
    if !data.is_dir() {
        println!("{} is not there: nothing to measure", data.display());
        return Ok(());
    }
    let value = |name: &str| arguments.iter().skip_while(|arg| **arg != name).nth(1);
    let options = PageOptions {
        worst: value("--worst").map_or(Ok(0), |number| number.parse())?,
        half: value("--half").map(|half| half.parse()).transpose()?,
        save: value("--save").map(PathBuf::from),
    };
    pages(&data, &options)?;
    if options.half.is_none() {
        documents(&data)?;
    }
    Ok(())
}

/// What is measured and shown.
struct PageOptions {
    /// How many of the worst pages are named.
    worst: usize,
    /// The half of the sites to read.
    half: Option<usize>,
    /// Where what was read goes.
    save: Option<PathBuf>,
}

/// The half that a page belongs to: pages of one site are in the same.
fn half(gold: &Value, id: &str) -> usize {
    let url = text(gold, "url");
    let host = url.split("://").nth(1).unwrap_or(url).split('/').next();
    let site = host.filter(|host| !host.is_empty()).unwrap_or(id);
    site.trim_start_matches("www.")
        .bytes()
        .map(usize::from)
        .sum::<usize>()
        % 2
}

/// What was read of a page, for a look at what is wrong with it.
fn saved(id: &str, article: Option<&Article>) -> Value {
    let blocks = article.iter().flat_map(|article| &article.blocks);
    let blocks: Vec<Value> = blocks
        .map(|block| json!([block.kind, block.text, block.set_aside]))
        .collect();
    json!({
        "id": id,
        "headline": article.and_then(|article| article.headline.as_ref()).map(|headline| &headline.text),
        "byline": article.and_then(|article| article.byline.as_ref()),
        "published": article.and_then(|article| article.published.as_ref()),
        "warnings": article.map(|article| &article.warnings),
        "blocks": blocks,
    })
}

fn pages(data: &Path, options: &PageOptions) -> Result<()> {
    let mut sets: BTreeMap<String, Set> = BTreeMap::new();
    let mut spent = Duration::ZERO;
    let mut read = String::new();
    let gold = std::fs::read_to_string(data.join("html/dev.jsonl"))?;
    for line in gold.lines() {
        let gold: Value = serde_json::from_str(line)?;
        let id = text(&gold, "id");
        if options.half.is_some_and(|wanted| half(&gold, id) != wanted) {
            continue;
        }
        let html = unpack(&data.join(text(&gold, "file")))?;
        let start = Instant::now();
        let article = {
            let input = Input::from_bytes(&format!("{id}.html"), html, &ReadOptions::default());
            parallax::load::open_input(input).map(|opened| opened.articles)
        };
        spent += start.elapsed();
        let article = article.as_ref().ok().and_then(|articles| articles.first());
        if options.save.is_some() {
            read += &saved(id, article).to_string();
            read.push('\n');
        }
        let set = id.split('_').next().unwrap_or_default().to_owned();
        sets.entry(set).or_default().add(id, &gold, article);
    }
    if let Some(file) = &options.save {
        std::fs::write(file, read).with_context(|| file.display().to_string())?;
    }
    println!("{HEADER}");
    for (name, set) in &sets {
        println!("{}", set.row(name));
    }
    let number: usize = sets.values().map(|set| set.pages.len()).sum();
    println!(
        "{number} pages, {:.0} pages a second on one core\n",
        number as f64 / spent.as_secs_f64()
    );
    for set in sets.values() {
        set.print_worst(options.worst);
    }
    Ok(())
}

fn documents(data: &Path) -> Result<()> {
    let gold = std::fs::read_to_string(data.join("documents/dev.jsonl"))?;
    let gold: Vec<Value> = gold
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(data.join("documents/dev"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let mut kinds: BTreeMap<String, Set> = BTreeMap::new();
    for file in files {
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let Some((id, kind)) = name.split_once('.') else {
            continue;
        };
        let Some(gold) = gold.iter().find(|gold| text(gold, "n") == id) else {
            continue;
        };
        let article = parallax::load::open(&file);
        let article = article.as_ref().ok().and_then(|articles| articles.first());
        kinds
            .entry(kind.to_owned())
            .or_default()
            .add(&name, gold, article);
    }
    println!("{HEADER}");
    for (kind, set) in &kinds {
        println!("{}", set.row(kind));
    }
    Ok(())
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn unpack(path: &Path) -> Result<Vec<u8>> {
    let file = std::fs::File::open(path).with_context(|| path.display().to_string())?;
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(file).read_to_end(&mut bytes)?;
    Ok(bytes)
}

const HEADER: &str = "set            pages    F1     P     R   <.5  F1 scored  headline      byline    date      kept  kept P";

/// One collection of pages.
#[derive(Default)]
struct Set {
    pages: Vec<Page>,
}

struct Page {
    id: String,
    /// All text of the article, subheads included.
    all: Overlap,
    /// What is scored: paragraphs, list items, quotations.
    scored: Overlap,
    headline: Option<bool>,
    byline: Option<bool>,
    date: Option<bool>,
    /// Share of the gold paragraphs that came out word for word, and of ours that are gold.
    kept: Option<(f64, Option<f64>)>,
}

impl Set {
    fn add(&mut self, id: &str, gold: &Value, article: Option<&Article>) {
        let paragraphs: Vec<&str> = gold
            .get("paragraphs")
            .or_else(|| gold.get("paras"))
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let blocks = |wanted: fn(BlockKind) -> bool| -> Vec<&str> {
            let blocks = article.iter().flat_map(|article| &article.blocks);
            blocks
                .filter(|block| wanted(block.kind))
                .map(|block| block.text.as_str())
                .collect()
        };
        let ours = blocks(|kind| !matches!(kind, BlockKind::Caption | BlockKind::Boilerplate));
        let scored = blocks(BlockKind::is_scored);
        let found = |field: Option<&String>| field.cloned().unwrap_or_default();
        let given = |names: [&str; 2]| {
            let mut given = names.into_iter().map(|name| text(gold, name));
            given.find(|text| !text.is_empty()).map(str::to_owned)
        };
        let headline = article.and_then(|article| article.headline.as_ref());
        let headline = headline.map_or("", |headline| headline.text.as_str());
        let byline = found(article.and_then(|article| article.byline.as_ref()));
        let date = found(article.and_then(|article| article.published.as_ref()));
        self.pages.push(Page {
            id: id.to_owned(),
            all: Overlap::of(&paragraphs, &ours),
            scored: Overlap::of(&paragraphs, &scored),
            headline: given(["headline", "title"]).map(|gold| plain(&gold) == plain(headline)),
            byline: given(["authors", "author"]).map(|gold| people(&gold) == people(&byline)),
            date: given(["date", "published"]).map(|gold| gold.get(..10) == date.get(..10)),
            kept: kept(&paragraphs, &ours),
        });
    }

    fn row(&self, name: &str) -> String {
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
        let f1 = |overlap: fn(&Page) -> &Overlap| {
            let precision = mean(
                &self
                    .pages
                    .iter()
                    .filter_map(|p| overlap(p).precision())
                    .collect::<Vec<_>>(),
            );
            let recall = mean(
                &self
                    .pages
                    .iter()
                    .filter_map(|p| overlap(p).recall())
                    .collect::<Vec<_>>(),
            );
            (harmonic(precision, recall), precision, recall)
        };
        let (all, precision, recall) = f1(|page| &page.all);
        let (scored, ..) = f1(|page| &page.scored);
        let bad = self.pages.iter().filter(|page| page.all.f1() < 0.5).count();
        let share = |fact: fn(&Page) -> Option<bool>| {
            let facts: Vec<bool> = self.pages.iter().filter_map(fact).collect();
            let right = facts.iter().filter(|fact| **fact).count();
            format!(
                "{right:>3}/{:<3} {:.3}",
                facts.len(),
                right as f64 / facts.len().max(1) as f64
            )
        };
        let kept: Vec<f64> = self
            .pages
            .iter()
            .filter_map(|page| Some(page.kept?.0))
            .collect();
        let true_to_gold: Vec<f64> = self.pages.iter().filter_map(|page| page.kept?.1).collect();
        format!(
            "{name:<14} {:>5} {all:.3} {precision:.3} {recall:.3} {bad:>5}      {scored:.3} {} {} {} {:.3}   {:.3}",
            self.pages.len(),
            share(|page| page.headline),
            share(|page| page.byline),
            share(|page| page.date),
            mean(&kept),
            mean(&true_to_gold),
        )
    }

    fn print_worst(&self, number: usize) {
        let mut pages: Vec<&Page> = self.pages.iter().collect();
        pages.sort_by(|a, b| a.all.f1().total_cmp(&b.all.f1()));
        for page in pages.into_iter().take(number) {
            let (precision, recall) = (page.all.precision(), page.all.recall());
            println!(
                "{:.3}  P {:.2}  R {:.2}  {}",
                page.all.f1(),
                precision.unwrap_or_default(),
                recall.unwrap_or_default(),
                page.id
            );
        }
    }
}

fn harmonic(precision: f64, recall: f64) -> f64 {
    2.0 * precision * recall / (precision + recall).max(1e-9)
}

/// How far two texts share their 4-word shingles.
struct Overlap {
    shared: usize,
    gold: usize,
    ours: usize,
}

impl Overlap {
    fn of(gold: &[&str], ours: &[&str]) -> Self {
        let (gold, ours) = (gold.join("\n"), ours.join("\n"));
        let (gold, ours) = (shingles(&gold), shingles(&ours));
        let shared = gold
            .iter()
            .map(|(shingle, count)| *count.min(ours.get(shingle).unwrap_or(&0)));
        Self {
            shared: shared.sum(),
            gold: gold.values().sum(),
            ours: ours.values().sum(),
        }
    }

    fn precision(&self) -> Option<f64> {
        (self.ours > 0).then(|| self.shared as f64 / self.ours as f64)
    }

    fn recall(&self) -> Option<f64> {
        (self.gold > 0).then(|| self.shared as f64 / self.gold as f64)
    }

    fn f1(&self) -> f64 {
        2.0 * self.shared as f64 / (self.gold + self.ours).max(1) as f64
    }
}

fn shingles(text: &str) -> HashMap<Vec<&str>, usize> {
    let words: Vec<&str> = words(text).collect();
    let mut shingles = HashMap::new();
    let size = words.len().clamp(1, 4);
    for shingle in words.windows(size) {
        *shingles.entry(shingle.to_vec()).or_default() += 1;
    }
    shingles
}

/// What Python's `\w+` finds.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
}

/// Lower case, words only, no apostrophes.
fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace(['’', '‘', '\''], "");
    words(&text).collect::<Vec<_>>().join(" ")
}

fn people(line: &str) -> BTreeSet<String> {
    line.split(',')
        .map(plain)
        .filter(|name| !name.is_empty())
        .collect()
}

fn kept(gold: &[&str], ours: &[&str]) -> Option<(f64, Option<f64>)> {
    let long = |texts: &[&str]| -> Vec<String> {
        let texts = texts
            .iter()
            .filter(|text| text.split_whitespace().count() >= 8);
        texts.map(|text| plain(text)).collect()
    };
    let (gold, ours) = (long(gold), long(ours));
    let share = |of: &[String], among: &[String]| {
        let among: BTreeSet<&String> = among.iter().collect();
        of.iter().filter(|text| among.contains(text)).count() as f64 / of.len().max(1) as f64
    };
    (gold.len() > 1).then(|| {
        (
            share(&gold, &ours),
            (!ours.is_empty()).then(|| share(&ours, &gold)),
        )
    })
}
