//! Articles grouped into events: of how many pairs of one event both are found in one story, and of how many pairs
//! of one story both are of one event. Articles of no known event beside them are wrong in any story of a known one.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use parallax::compare::stories::{
    LEAST_LINK, SECOND_SIGNALS, STORY_SIGNALS, Stories, StoryModel, StoryPairs, StoryWeights,
    Telling, grouped, story_pairs,
};
use parallax::work::{Progress, Threads};

use super::data::{self, Told};
use crate::support::logistic::{Example, Model};

/// Half the square of a weight of a signal of unit spread costs this much, beside the mean loss of an example.
const PENALTY: f64 = 3.3;

/// One collection: its articles with the pairs worth a look.
struct Collection {
    name: &'static str,
    articles: Vec<Told>,
    pairs: StoryPairs,
    /// For each article the half of its event; `None` for those of no known event.
    halves: Vec<Option<usize>>,
}

impl Collection {
    fn of(name: &'static str, articles: Vec<Told>) -> anyhow::Result<Self> {
        let mut events: Vec<&str> = articles.iter().filter_map(|a| a.event.as_deref()).collect();
        events.sort_unstable();
        events.dedup();
        let half = |told: &Told| {
            let event = told.event.as_deref()?;
            Some(events.binary_search(&event).ok()? % 2)
        };
        let halves = articles.iter().map(half).collect();
        let pairs = Self::looked_at(&articles)?;
        Ok(Self {
            name,
            articles,
            pairs,
            halves,
        })
    }

    fn looked_at(articles: &[Told]) -> anyhow::Result<StoryPairs> {
        let pairs = story_pairs(
            &tellings(articles),
            Threads::default(),
            &Progress::default(),
        );
        pairs.map_err(|_| anyhow::anyhow!("stopped"))
    }

    /// The articles of a text, by their events.
    fn event(&self, text: usize) -> Option<&str> {
        let article = *self.pairs.texts.get(text)?.first()?;
        self.articles.get(article)?.event.as_deref()
    }

    fn half(&self, text: usize) -> Option<usize> {
        let article = *self.pairs.texts.get(text)?.first()?;
        *self.halves.get(article)?
    }

    /// The pairs of the half `half`, or all, by position, and whether both are of one event. Pairs of two articles
    /// of no known event say nothing.
    fn rows(&self, half: Option<usize>) -> Vec<(usize, bool)> {
        let chosen = |text: usize| {
            let of = self.half(text);
            of.is_none() || half.is_none() || of == half
        };
        (self.pairs.pairs.iter().enumerate())
            .filter(|(_, pair)| chosen(pair.a) && chosen(pair.b))
            .filter_map(
                |(at, pair)| match (self.event(pair.a), self.event(pair.b)) {
                    (None, None) => None,
                    (a, b) => Some((at, a == b)),
                },
            )
            .collect()
    }
}

fn tellings(articles: &[Told]) -> Vec<Telling<'_>> {
    let mut outlets: Vec<&str> = articles.iter().map(|told| told.outlet.as_str()).collect();
    outlets.sort_unstable();
    outlets.dedup();
    let telling = |told: &'_ Told| outlets.binary_search(&told.outlet.as_str()).unwrap_or(0);
    (articles.iter())
        .map(|told| Telling {
            source: telling(told),
            article: &told.article,
        })
        .collect()
}

fn collections(articles: &Path, others: Option<&Path>) -> anyhow::Result<Vec<Collection>> {
    let mut out = vec![
        Collection::of("no dates", data::told(articles, false)?)?,
        Collection::of("dated", data::told(articles, true)?)?,
    ];
    if let Some(others) = others {
        let mut mixed = data::told(articles, false)?;
        mixed.extend(data::others(others)?);
        out.push(Collection::of("no dates, others mixed in", mixed)?);
    }
    Ok(out)
}

/// Learns the weights on one half of the events, or on all.
fn fit(collections: &[Collection], half: Option<usize>) -> StoryModel {
    let rows: Vec<_> = collections.iter().map(|of| of.rows(half)).collect();
    let all = |signals: &dyn Fn(usize, usize) -> Vec<f64>| -> Vec<(Vec<f64>, bool)> {
        let one = |(of, rows): (usize, &Vec<(usize, bool)>)| {
            let rows = rows.iter().map(move |(at, same)| (signals(of, *at), *same));
            rows.collect::<Vec<_>>()
        };
        rows.iter().enumerate().flat_map(one).collect()
    };
    let pair = |of: usize, at: usize| &collections[of].pairs.pairs[at];
    let mut model = StoryModel {
        first: weights(&all(&|of, at| pair(of, at).signals.to_vec())),
        ..StoryModel::default()
    };
    let again: Vec<_> = (collections.iter())
        .map(|of| {
            let pairs = of.pairs.pairs.iter();
            let first: Vec<f64> = pairs.map(|pair| model.first.odds(&pair.signals)).collect();
            of.pairs.read_again(&first).collect::<Vec<_>>()
        })
        .collect();
    model.second = weights(&all(&|of, at| again[of][at].to_vec()));
    model
}

/// The weights of `N` signals that tell pairs of one event best.
fn weights<const N: usize>(rows: &[(Vec<f64>, bool)]) -> StoryWeights<N> {
    let n = rows.len().max(1) as f64;
    let mut spread = [1.0_f64; N];
    for (at, spread) in spread.iter_mut().enumerate() {
        let mean = rows.iter().map(|row| row.0[at]).sum::<f64>() / n;
        let square = |row: &(Vec<f64>, bool)| (row.0[at] - mean).powi(2);
        let variance = rows.iter().map(square).sum::<f64>() / n;
        *spread = variance.sqrt().max(1e-6);
    }
    #[expect(clippy::cast_possible_truncation, reason = "the learner works in f32")]
    let examples: Vec<Example> = rows
        .iter()
        .map(|(signals, same)| Example {
            features: (signals.iter().zip(&spread).enumerate())
                .map(|(at, (signal, spread))| (at, (signal / spread) as f32))
                .collect(),
            class: usize::from(*same),
            weight: 1.0,
        })
        .collect();
    let model = Model::fit(&examples, N, 2, &|_| 2.0 * PENALTY / n);
    let difference = |f: &dyn Fn(usize) -> f64| f(1) - f(0);
    let mut weights = [0.0; N];
    for (at, weight) in weights.iter_mut().enumerate() {
        *weight = difference(&|class| model.weight(at, class)) / spread[at];
    }
    StoryWeights {
        constant: difference(&|class| model.bias(class)),
        weights,
    }
}

#[derive(Default, Clone, Copy)]
struct Figures {
    right: usize,
    said: usize,
    pairs: usize,
    exact: usize,
    events: usize,
}

impl Figures {
    fn precision(self) -> f64 {
        self.right as f64 / self.said.max(1) as f64
    }

    fn recall(self) -> f64 {
        self.right as f64 / self.pairs.max(1) as f64
    }

    fn exact(self) -> f64 {
        self.exact as f64 / self.events.max(1) as f64
    }

    fn both(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        2.0 * p * r / (p + r).max(1e-9)
    }
}

/// The figures of events of one half, or of all.
fn figures(of: &Collection, found: &Stories, half: Option<usize>) -> Figures {
    let mut out = Figures::default();
    let event = |at: usize| of.articles[at].event.as_deref();
    let counted = |at: usize| of.halves[at].is_some() && (half.is_none() || of.halves[at] == half);
    let mut events: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for at in (0..of.articles.len()).filter(|at| counted(*at)) {
        if let Some(event) = event(at) {
            events.entry(event).or_default().push(at);
        }
    }
    for articles in events.values() {
        out.events += 1;
        out.pairs += articles.len() * (articles.len() - 1) / 2;
        let story = found.of(articles[0]);
        out.exact += usize::from(story.is_some_and(|story| story.members == *articles));
    }
    for story in &found.stories {
        for (place, a) in story.members.iter().enumerate() {
            for b in &story.members[place + 1..] {
                if counted(*a) || counted(*b) {
                    out.said += 1;
                    out.right += usize::from(event(*a).is_some() && event(*a) == event(*b));
                }
            }
        }
    }
    out
}

/// Prints the figures by half, by weights learned on the other half and by those that ship.
pub(crate) fn measure(articles: &Path, others: Option<&Path>) -> anyhow::Result<()> {
    let all = collections(articles, others)?;
    println!(
        "{:<28}{:<26}{:>10}{:>8}{:>8}{:>8}",
        "articles", "weights, events", "precision", "recall", "F1", "exact"
    );
    let learned = [fit(&all, Some(0)), fit(&all, Some(1))];
    for of in &all {
        let rows = [
            ("learned on 1, events of 2", &learned[0], Some(1)),
            ("learned on 2, events of 1", &learned[1], Some(0)),
            ("shipped, events of 1", StoryModel::shipped(), Some(0)),
            ("shipped, events of 2", StoryModel::shipped(), Some(1)),
            ("shipped, all", StoryModel::shipped(), None),
        ];
        for (what, model, half) in rows {
            let tellings = tellings(&of.articles);
            let found = grouped(&tellings, &of.pairs, &[], model, LEAST_LINK);
            let f = figures(of, &found, half);
            println!(
                "{:<28}{what:<26}{:>10.3}{:>8.3}{:>8.3}{:>8.3}",
                of.name,
                f.precision(),
                f.recall(),
                f.both(),
                f.exact()
            );
        }
    }
    println!("\nF1 at other cuts, each half by weights learned on the other");
    for cut in [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6] {
        let mut line = format!("{cut:.2}");
        for of in &all {
            for (model, half) in learned.iter().zip([1, 0]) {
                let tellings = tellings(&of.articles);
                let found = grouped(&tellings, &of.pairs, &[], model, cut);
                let f = figures(of, &found, Some(half));
                let _ = write!(line, "  {:.3} ({:.2})", f.both(), f.exact());
            }
        }
        println!("{line}");
    }
    Ok(())
}

/// Prints every pair held against each other: its collection, articles, halves, whether it is of one event, how likely
/// it is by weights learned on the other half, its signals, and both headlines.
pub(crate) fn pairs(articles: &Path, others: Option<&Path>) -> anyhow::Result<()> {
    let all = collections(articles, others)?;
    let learned = [fit(&all, Some(0)), fit(&all, Some(1))];
    println!(
        "collection\ta\tb\thalf a\thalf b\tsame\tlikely\t{}\theadline a\theadline b",
        STORY_SIGNALS.join("\t")
    );
    for of in &all {
        let by = learned
            .each_ref()
            .map(|model| model.probabilities(&of.pairs));
        for (at, pair) in of.pairs.pairs.iter().enumerate() {
            let [a, b] = [pair.a, pair.b].map(|text| of.pairs.texts[text][0]);
            let half = |at: usize| of.halves[at].map_or(-1, |half| i32::from(half == 1));
            let same = of.event(pair.a).is_some() && of.event(pair.a) == of.event(pair.b);
            let model = usize::from(half(a).max(half(b)) != 1);
            let signals: Vec<String> = pair.signals.iter().map(|s| format!("{s:.4}")).collect();
            let headline = |at: usize| {
                let headline = of.articles[at].article.headline.as_ref();
                headline.map_or("", |headline| headline.text.as_str())
            };
            println!(
                "{}\t{a}\t{b}\t{}\t{}\t{}\t{:.3}\t{}\t{}\t{}",
                of.name,
                half(a),
                half(b),
                u8::from(same),
                by[model][at],
                signals.join("\t"),
                headline(a),
                headline(b)
            );
        }
    }
    Ok(())
}

/// Learns the weights that ship, on all events.
pub(crate) fn learn(articles: &Path, others: &Path, out: &Path) -> anyhow::Result<()> {
    let all = collections(articles, Some(others))?;
    let model = fit(&all, None);
    let mut text = "\
# What each signal weighs in the probability that two articles tell the same event (compare/stories/model).
#
# Learned by tests/training/compare/stories.rs from 72 events of US politics as three outlets told them (BASIL, L. Fan
# and others 2019), dated and not, and with articles of other outlets and events among them (PolNeAR, E. Newell and
# others 2018). Licence: MIT OR Apache-2.0, as the program; nothing of the articles is in it.
#
# Format: reading, tab, signal, tab, weight.
"
    .to_owned();
    let _ = writeln!(text, "first\tconstant\t{:.4}", model.first.constant);
    for (name, weight) in STORY_SIGNALS.iter().zip(model.first.weights) {
        let _ = writeln!(text, "first\t{name}\t{weight:.4}");
    }
    let _ = writeln!(text, "second\tconstant\t{:.4}", model.second.constant);
    let names = STORY_SIGNALS.iter().chain(&SECOND_SIGNALS);
    for (name, weight) in names.zip(model.second.weights) {
        let _ = writeln!(text, "second\t{name}\t{weight:.4}");
    }
    std::fs::write(out, &text)?;
    print!("{text}");
    Ok(())
}
