//! Articles grouped into events: of how many pairs of one event both are found in one story, and of how many pairs
//! of one story both are of one event. Articles of no known event beside them are wrong in any story of a known one;
//! but they have no labels, so that one that appeared within days of the event may tell it: such pairs are not learned
//! from, and precision is told with and without them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use parallax::compare::stories::{
    LEAST_LINK, SECOND_SIGNALS, STORY_DAYS, STORY_SIGNALS, Stories, StoryModel, StoryPairs,
    StoryWeights, Telling, grouped, story_pairs,
};
use parallax::work::{Progress, Threads};

use super::data::{self, Told};
use crate::support::logistic::{Example, Model};

/// Half the square of a weight of a signal of unit spread costs this much, beside the mean loss of an example.
const PENALTY: f64 = 3.3;

/// Events are dealt out to so many parts, each read by weights learned on the others.
const PARTS: usize = 10;

/// One collection: its articles with the pairs worth a look.
struct Collection {
    name: &'static str,
    articles: Vec<Told>,
    pairs: StoryPairs,
    /// For each article the number of its event; `None` for those of no known event.
    events: Vec<Option<usize>>,
}

impl Collection {
    fn of(name: &'static str, articles: Vec<Told>) -> anyhow::Result<Self> {
        let mut events: Vec<&str> = articles.iter().filter_map(|a| a.event.as_deref()).collect();
        events.sort_unstable();
        events.dedup();
        let number = |told: &Told| events.binary_search(&told.event.as_deref()?).ok();
        let events = articles.iter().map(number).collect();
        let pairs = Self::looked_at(&articles)?;
        Ok(Self {
            name,
            articles,
            pairs,
            events,
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

    fn event(&self, text: usize) -> Option<usize> {
        *self.events.get(*self.pairs.texts.get(text)?.first()?)?
    }

    /// Whether nobody said if two articles tell one event: one of a known event and one of none, days apart.
    fn unknown(&self, a: usize, b: usize) -> bool {
        let day = |at: usize| self.articles.get(at).and_then(|told| told.day);
        let near = |(a, b): (i64, i64)| a.abs_diff(b) <= u64::from(STORY_DAYS);
        self.events[a].is_some() != self.events[b].is_some() && day(a).zip(day(b)).is_some_and(near)
    }

    /// The pairs of the events that `chosen` says so of, by position, and whether both are of one event. Pairs of two
    /// articles of no known event say nothing.
    fn rows(&self, chosen: &dyn Fn(usize) -> bool) -> Vec<(usize, bool)> {
        (self.pairs.pairs.iter().enumerate())
            .filter(|(_, pair)| {
                let [a, b] = [pair.a, pair.b].map(|text| self.pairs.texts[text][0]);
                !self.unknown(a, b)
            })
            .filter_map(
                |(at, pair)| match (self.event(pair.a), self.event(pair.b)) {
                    (None, None) => None,
                    (a, b) if !a.is_none_or(chosen) || !b.is_none_or(chosen) => None,
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

/// Learns the weights on the events that `chosen` says so of.
fn fit(collections: &[Collection], chosen: &dyn Fn(usize) -> bool) -> StoryModel {
    let rows: Vec<_> = collections.iter().map(|of| of.rows(chosen)).collect();
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
    /// Those of `said` that nobody said anything of.
    unknown: usize,
    pairs: usize,
    exact: usize,
    events: usize,
}

impl Figures {
    fn and(self, other: Self) -> Self {
        Self {
            right: self.right + other.right,
            said: self.said + other.said,
            unknown: self.unknown + other.unknown,
            pairs: self.pairs + other.pairs,
            exact: self.exact + other.exact,
            events: self.events + other.events,
        }
    }

    fn row(self) -> String {
        let share = |part: usize, all: usize| part as f64 / all.max(1) as f64;
        let precision = share(self.right, self.said);
        let known = share(self.right, self.said - self.unknown);
        let recall = share(self.right, self.pairs);
        let exact = share(self.exact, self.events);
        format!("{precision:>10.3}{known:>8.3}{recall:>8.3}{exact:>8.3}")
    }
}

/// The figures of the events that `counted` says so of.
fn figures(of: &Collection, found: &Stories, counted: &dyn Fn(usize) -> bool) -> Figures {
    let mut out = Figures::default();
    let is_counted = |at: usize| of.events[at].is_some_and(counted);
    let mut events: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, event) in of.events.iter().enumerate() {
        if let Some(event) = event.filter(|event| counted(*event)) {
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
                if is_counted(*a) || is_counted(*b) {
                    out.said += 1;
                    out.right += usize::from(of.events[*a] == of.events[*b]);
                    out.unknown += usize::from(of.unknown(*a, *b));
                }
            }
        }
    }
    out
}

/// Prints the figures: by weights that ship; by halves and by tenths of the events, each read by weights learned on the
/// others; the same at other cuts.
pub(crate) fn measure(articles: &Path, others: Option<&Path>) -> anyhow::Result<()> {
    let all = collections(articles, others)?;
    println!(
        "{:<28}{:<26}{:>10}{:>8}{:>8}{:>8}",
        "articles", "weights, events", "precision", "known", "recall", "exact"
    );
    let halves = learned(&all, 2);
    let tenths = learned(&all, PARTS);
    let at = |of: &Collection, model: &StoryModel, cut: f64, counted: &dyn Fn(usize) -> bool| {
        let found = grouped(&tellings(&of.articles), &of.pairs, &[], model, cut);
        figures(of, &found, counted)
    };
    let by_parts = |of: &Collection, models: &[StoryModel], cut: f64| {
        let parts = models.iter().enumerate().map(|(part, model)| {
            let counted = |event: usize| event % models.len() == part;
            at(of, model, cut, &counted)
        });
        parts.fold(Figures::default(), Figures::and)
    };
    let shipped = StoryModel::shipped();
    for of in &all {
        let rows = [
            (
                "learned on 2, events of 1",
                at(of, &halves[0], LEAST_LINK, &|event| event % 2 == 0),
            ),
            (
                "learned on 1, events of 2",
                at(of, &halves[1], LEAST_LINK, &|event| event % 2 == 1),
            ),
            ("tenths", by_parts(of, &tenths, LEAST_LINK)),
            ("shipped, all", at(of, shipped, LEAST_LINK, &|_| true)),
        ];
        for (what, figures) in rows {
            println!("{:<28}{what:<26}{}", of.name, figures.row());
        }
    }
    println!("\nThe same by tenths at other cuts");
    for cut in [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6] {
        for of in &all {
            let what = format!("{cut:.2}");
            println!(
                "{:<28}{what:<26}{}",
                of.name,
                by_parts(of, &tenths, cut).row()
            );
        }
    }
    Ok(())
}

/// For each of so many parts of the events, the weights learned on the others.
fn learned(all: &[Collection], parts: usize) -> Vec<StoryModel> {
    let model = |part: usize| fit(all, &move |event| event % parts != part);
    (0..parts).map(model).collect()
}

/// Prints every pair held against each other: its collection, articles, whether it is of one event (`?` where nobody
/// said), how likely it is by weights learned without its events, its signals, and both headlines.
pub(crate) fn pairs(articles: &Path, others: Option<&Path>) -> anyhow::Result<()> {
    let all = collections(articles, others)?;
    let tenths = learned(&all, PARTS);
    println!(
        "collection\ta\tb\tsame\tlikely\t{}\theadline a\theadline b",
        STORY_SIGNALS.join("\t")
    );
    for of in &all {
        let by: Vec<Vec<f64>> = (tenths.iter())
            .map(|model| model.probabilities(&of.pairs))
            .collect();
        for (at, pair) in of.pairs.pairs.iter().enumerate() {
            let [a, b] = [pair.a, pair.b].map(|text| of.pairs.texts[text][0]);
            let (event, other) = (of.events[a], of.events[b]);
            let same = match (event, other) {
                (None, None) => "?",
                _ if of.unknown(a, b) => "?",
                _ if event == other => "1",
                _ => "0",
            };
            let part = event.or(other).unwrap_or_default() % PARTS;
            let signals: Vec<String> = pair.signals.iter().map(|s| format!("{s:.4}")).collect();
            let headline = |at: usize| {
                let headline = of.articles[at].article.headline.as_ref();
                headline.map_or("", |headline| headline.text.as_str())
            };
            println!(
                "{}\t{a}\t{b}\t{same}\t{:.3}\t{}\t{}\t{}",
                of.name,
                by[part][at],
                signals.join("\t"),
                headline(a),
                headline(b)
            );
        }
    }
    Ok(())
}

/// Learns weights on all events, to hold those that ship against: these are not to ship.
pub(crate) fn learn(articles: &Path, others: &Path, out: &Path) -> anyhow::Result<()> {
    let all = collections(articles, Some(others))?;
    let model = fit(&all, &|_| true);
    let mut text = "\
# What each signal weighs in the probability that two articles tell the same event (compare/stories/model).
#
# Learned on labelled events, to be held against the weights that ship.
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
