//! Matched passages against pairs of paragraphs judged by reading, exhaustively within an article pair: which
//! of them state the same fact, and which tell the same sub-issue. Learns the weights of the signals.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context as _;
use parallax::article::Place;
use parallax::compare::{Held, MatchKind, Matching, SIGNALS, SourceView, held, sentences_with};
use parallax::work::Progress;

use super::data::Labelled;
use crate::support::logistic::{Example, Model};

/// Half the square of each standardised weight counts as much in units of the mean loss.
const PENALTY: f64 = 1e-3;

/// Roots in fewer sentences are left out of the table of rarity.
const FEWEST: usize = 3;

/// Two articles on one event, with what was judged.
struct Pair<'a> {
    part: String,
    a: &'a Labelled,
    b: &'a Labelled,
    /// Paragraph of A and of B → 2 the same fact, 1 the same sub-issue.
    judged: BTreeMap<(usize, usize), u8>,
}

fn pairs<'a>(articles: &'a [Labelled], judged: &Path) -> anyhow::Result<Vec<Pair<'a>>> {
    let text = std::fs::read_to_string(judged).with_context(|| judged.display().to_string())?;
    let mut pairs: BTreeMap<[&str; 3], Pair<'a>> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with("# ")).skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [part, event, a, in_a, b, in_b, grade] = fields.as_slice() else {
            anyhow::bail!("not seven fields: {line}");
        };
        let find = |outlet: &str| {
            (articles.iter())
                .find(|one| one.event == *event && one.outlet == outlet)
                .with_context(|| format!("no article: {event} {outlet}"))
        };
        let pair = match pairs.entry([event, a, b]) {
            std::collections::btree_map::Entry::Occupied(found) => found.into_mut(),
            std::collections::btree_map::Entry::Vacant(free) => free.insert(Pair {
                part: (*part).to_owned(),
                a: find(a)?,
                b: find(b)?,
                judged: BTreeMap::new(),
            }),
        };
        pair.judged
            .insert((in_a.parse()?, in_b.parse()?), grade.parse()?);
    }
    Ok(pairs.into_values().collect())
}

/// Calls `with` on the two articles as sources.
fn as_sources<T>(
    a: &Labelled,
    b: &Labelled,
    with: impl FnOnce(&SourceView<'_>, &SourceView<'_>) -> T,
) -> T {
    let (of_a, of_b) = ([(&a.article, &a.analysis)], [(&b.article, &b.analysis)]);
    let view = |articles| SourceView { name: "", articles };
    with(&view(&of_a), &view(&of_b))
}

/// What is counted over article pairs.
#[derive(Default)]
struct Figures {
    same: usize,
    same_right: usize,
    related: usize,
    related_right: usize,
    pairs: usize,
    paragraphs: usize,
    told: usize,
    any: usize,
    most: usize,
    /// Links by tenth of their probability, and how many state the same fact.
    tenths: [(usize, usize); 10],
}

impl Figures {
    fn add(&mut self, pair: &Pair<'_>, matching: &Matching) {
        let block = |place: Place| place.block_index().unwrap_or_default();
        let fact = |found: &(usize, usize)| pair.judged.get(found) == Some(&2);
        let mut links: BTreeMap<(usize, usize), MatchKind> = BTreeMap::new();
        for found in &matching.matches {
            let blocks = (block(found.a), block(found.b));
            let kind = links.entry(blocks).or_insert(found.kind);
            if *kind == MatchKind::Related {
                *kind = found.kind;
            }
            let tenth = found.similarity.unwrap_or_default() * 10.0;
            let tenth = (0_u8..9).filter(|at| f64::from(*at + 1) <= tenth).count();
            if let Some((all, right)) = self.tenths.get_mut(tenth) {
                *all += 1;
                *right += usize::from(fact(&blocks));
            }
        }
        for (blocks, kind) in &links {
            if *kind == MatchKind::SamePoint {
                self.same += 1;
                self.same_right += usize::from(fact(blocks));
            } else {
                self.related += 1;
                self.related_right += usize::from(pair.judged.contains_key(blocks));
            }
        }
        self.pairs += pair.judged.keys().filter(|found| fact(found)).count();
        for side in [|(a, _): &(usize, usize)| *a, |(_, b): &(usize, usize)| *b] {
            let of = |found: &mut dyn Iterator<Item = &(usize, usize)>| -> BTreeSet<usize> {
                found.map(side).collect()
            };
            self.paragraphs += of(&mut pair.judged.keys().filter(|found| fact(found))).len();
            let same = links
                .iter()
                .filter(|(_, kind)| **kind == MatchKind::SamePoint);
            self.told += of(&mut same.map(|(found, _)| found).filter(|found| fact(found))).len();
            self.any += of(&mut links.keys().filter(|found| fact(found))).len();
            let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
            for found in links.keys() {
                *counts.entry(side(found)).or_default() += 1;
            }
            self.most = self
                .most
                .max(counts.into_values().max().unwrap_or_default());
        }
    }

    fn print(&self, name: &str) {
        let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
        println!(
            "{name:<8} same point: {} links, right {:.2}, found for {:.2} of {} paragraphs (pairs {:.2} of {}); \
             any right link {:.2}; related: {} links, right {:.2}; at most {} links a paragraph",
            self.same,
            share(self.same_right, self.same),
            share(self.told, self.paragraphs),
            self.paragraphs,
            share(self.same_right, self.pairs),
            self.pairs,
            share(self.any, self.paragraphs),
            self.related,
            share(self.related_right, self.related),
            self.most
        );
    }
}

/// Prints the figures of the shipped weights, by part.
pub(crate) fn run(articles: &[Labelled], judged: &Path, show: bool) -> anyhow::Result<()> {
    let pairs = pairs(articles, judged)?;
    let mut parts: BTreeMap<&str, Figures> = BTreeMap::new();
    for pair in &pairs {
        let matching = as_sources(pair.a, pair.b, |a, b| {
            Matching::new(a, b, &[], &Progress::default())
        })?;
        parts.entry(&pair.part).or_default().add(pair, &matching);
        parts.entry("all").or_default().add(pair, &matching);
        if show {
            print_wrong(pair, &matching);
        }
    }
    println!("{} pairs of articles", pairs.len());
    for (part, figures) in &parts {
        figures.print(part);
    }
    if let Some(all) = parts.get("all") {
        println!("links by probability, and the share of them that state the same fact");
        for (tenth, (n, right)) in all.tenths.iter().enumerate().filter(|(_, (n, _))| *n > 0) {
            println!("  .{tenth}–  {n:>4}  {:.2}", *right as f64 / *n as f64);
        }
    }
    Ok(())
}

/// Prints the positions of what is linked wrongly and what is missed.
fn print_wrong(pair: &Pair<'_>, matching: &Matching) {
    let mut linked = BTreeSet::new();
    for found in &matching.matches {
        let blocks = (found.a.block_index(), found.b.block_index());
        let (Some(a), Some(b)) = blocks else { continue };
        linked.insert((a, b));
        let grade = pair.judged.get(&(a, b)).copied().unwrap_or_default();
        println!(
            "{} {}:{a} {}:{b} {:?} {:.2} grade {grade}",
            pair.a.event,
            pair.a.outlet,
            pair.b.outlet,
            found.kind,
            found.similarity.unwrap_or_default()
        );
    }
    for ((a, b), grade) in &pair.judged {
        if *grade == 2 && !linked.contains(&(*a, *b)) {
            println!(
                "{} {}:{a} {}:{b} missed",
                pair.a.event, pair.a.outlet, pair.b.outlet
            );
        }
    }
}

/// The signals of pairs with whether they state the same fact.
type Rows = Vec<([f64; SIGNALS.len()], bool)>;

/// Of every article pair, and of one of its articles with one on another event: there nothing is the same.
fn rows(pairs: &[Pair<'_>]) -> anyhow::Result<Vec<(String, Rows)>> {
    let mut out = Vec::new();
    for (number, pair) in pairs.iter().enumerate() {
        let other = pairs.get((number + 7) % pairs.len()).context("pairs")?;
        let all =
            |a: &Labelled, b: &Labelled| as_sources(a, b, |a, b| held(a, b, &Progress::default()));
        let same = |one: &Held| pair.judged.get(&(one.a, one.b)) == Some(&2);
        let (found, _) = all(pair.a, pair.b)?;
        let mut rows: Rows = found.iter().map(|one| (one.signals, same(one))).collect();
        let (apart, _) = all(pair.a, other.b)?;
        rows.extend(apart.iter().map(|one| (one.signals, false)));
        out.push((pair.part.clone(), rows));
    }
    Ok(out)
}

/// A model on the signals as they are: the constant, then a weight each.
fn fit<'a>(rows: impl Iterator<Item = &'a Rows>) -> (f64, [f64; SIGNALS.len()]) {
    let rows: Vec<_> = rows.flatten().collect();
    let n = rows.len() as f64;
    let mut mean = [0.0; SIGNALS.len()];
    let mut spread = [0.0; SIGNALS.len()];
    for at in 0..SIGNALS.len() {
        mean[at] = rows.iter().map(|(signals, _)| signals[at]).sum::<f64>() / n;
        let squares = rows
            .iter()
            .map(|(signals, _)| (signals[at] - mean[at]).powi(2));
        spread[at] = (squares.sum::<f64>() / n).sqrt().max(1e-9);
    }
    #[expect(clippy::cast_possible_truncation, reason = "a feature")]
    let examples: Vec<Example> = (rows.iter())
        .map(|(signals, same)| Example {
            features: (0..SIGNALS.len())
                .map(|at| (at, ((signals[at] - mean[at]) / spread[at]) as f32))
                .collect(),
            class: usize::from(*same),
            weight: 1.0,
        })
        .collect();
    let model = Model::fit(&examples, SIGNALS.len(), 2, &|_| PENALTY);
    let mut constant = model.bias(1) - model.bias(0);
    let mut weights = [0.0; SIGNALS.len()];
    for at in 0..SIGNALS.len() {
        weights[at] = (model.weight(at, 1) - model.weight(at, 0)) / spread[at];
        constant -= weights[at] * mean[at];
    }
    (constant, weights)
}

/// Learns the weights on one part, prints how well they order the other, and writes those of all.
pub(crate) fn learn(
    articles: &[Labelled],
    judged: &Path,
    part: &str,
    out: &Path,
) -> anyhow::Result<()> {
    let pairs = pairs(articles, judged)?;
    let rows = rows(&pairs)?;
    let chosen = rows.iter().filter(|(of, _)| part == "all" || of == part);
    let (constant, weights) = fit(chosen.map(|(_, rows)| rows));
    for name in ["choose", "report"] {
        let of = rows
            .iter()
            .filter(|(of, _)| of == name)
            .flat_map(|(_, rows)| rows);
        let mut scored: Vec<(f64, bool)> = of
            .map(|(signals, same)| {
                let sum: f64 = signals.iter().zip(&weights).map(|(s, w)| s * w).sum();
                (constant + sum, *same)
            })
            .collect();
        scored.sort_by(|x, y| y.0.total_cmp(&x.0));
        let all = scored.iter().filter(|(_, same)| *same).count();
        let (mut right, mut precision) = (0, 0.0);
        for (rank, (_, same)) in scored.iter().enumerate() {
            if *same {
                right += 1;
                precision += f64::from(right) / (rank + 1) as f64;
            }
        }
        println!(
            "{name}: average precision {:.3} of {all} pairs",
            precision / all.max(1) as f64
        );
    }
    let mut text = format!(
        "# What each signal weighs in the probability that two paragraphs state the same fact (compare/signals).\n\
         #\n\
         # Learned by tests/training/compare/passages.rs from {} pairs of articles judged by reading\n\
         # (tests/training/compare/passages.tsv, part: {part}). Licence: MIT OR Apache-2.0, as the program.\n\
         #\n\
         # Format: signal, tab, weight.\n",
        pairs.len()
    );
    let _ = writeln!(text, "constant\t{constant:.4}");
    for (name, weight) in SIGNALS.iter().zip(weights) {
        let _ = writeln!(text, "{name}\t{weight:.4}");
    }
    std::fs::write(out, &text)?;
    print!("{text}");
    Ok(())
}

/// Writes the signals of every pair of paragraphs that share wording, with what was judged: a table to look at.
pub(crate) fn signals(articles: &[Labelled], judged: &Path, out: &Path) -> anyhow::Result<()> {
    let mut text = format!(
        "part\tevent\ta\tb\tin_a\tin_b\tgrade\t{}\n",
        SIGNALS.join("\t")
    );
    for pair in pairs(articles, judged)? {
        let (found, _) = as_sources(pair.a, pair.b, |a, b| held(a, b, &Progress::default()))?;
        for one in found {
            let grade = pair
                .judged
                .get(&(one.a, one.b))
                .copied()
                .unwrap_or_default();
            let _ = write!(
                text,
                "{}\t{}\t{}\t{}\t{}\t{}\t{grade}",
                pair.part, pair.a.event, pair.a.outlet, pair.b.outlet, one.a, one.b
            );
            for signal in one.signals {
                let _ = write!(text, "\t{signal:.5}");
            }
            text.push('\n');
        }
    }
    std::fs::write(out, text)?;
    Ok(())
}

/// Counts in how many sentences of news each root of a word stands.
pub(crate) fn rarity(table: &Path, out: &Path) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(table).with_context(|| table.display().to_string())?;
    let sentences: BTreeSet<&str> = text
        .lines()
        .skip(1)
        .filter_map(|line| line.rsplit('\t').next())
        .collect();
    let (counts, all) = sentences_with(sentences.iter().copied());
    let mut counts: Vec<(String, usize)> =
        counts.into_iter().filter(|(_, n)| *n >= FEWEST).collect();
    counts.sort();
    let mut text = format!(
        "# In how many of {all} sentences of news each word stands, by its root (compare/spelling): how rare it is.\n\
         #\n\
         # Counted by tests/training/compare/passages.rs over the sentences of NewsMTSC (F. Hamborg and\n\
         # K. Donnay 2021), MIT: see assets/licenses/NewsMTSC-MIT.txt. Words in fewer than {FEWEST} are left out.\n\
         #\n\
         # Format: root, tab, sentences; * is all of them.\n\
         *\t{all}\n"
    );
    for (root, n) in counts {
        let _ = writeln!(text, "{root}\t{n}");
    }
    std::fs::write(out, text)?;
    Ok(())
}
