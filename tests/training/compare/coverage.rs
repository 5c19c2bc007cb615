//! Coverage of articles about one event, and about different ones.

use std::collections::BTreeMap;

use parallax::compare::{Coverage, Matching, SourceView};
use parallax::work::Progress;

use super::data::Labelled;

/// Prints medians and tails.
pub(crate) fn run(articles: &[Labelled]) {
    let mut events: BTreeMap<&str, Vec<&Labelled>> = BTreeMap::new();
    for article in articles {
        events.entry(&article.event).or_default().push(article);
    }
    let events: Vec<Vec<&Labelled>> = events.into_values().collect();
    let mut same = Vec::new();
    let mut different = Vec::new();
    for (number, event) in events.iter().enumerate() {
        let other = events.get((number + 17) % events.len()).unwrap_or(event);
        for (i, a) in event.iter().enumerate() {
            same.extend(event.iter().skip(i + 1).filter_map(|b| coverage(a, b)));
            different.extend(other.get(i).and_then(|b| coverage(a, b)));
        }
    }
    println!("share of words with a counterpart that tells the same point");
    report("one event", &same);
    report("different events", &different);
}

fn report(name: &str, found: &[Coverage]) {
    let shares = |part: fn(&Coverage) -> [Option<f64>; 2]| {
        let mut all: Vec<f64> = found.iter().flat_map(part).flatten().collect();
        all.sort_by(f64::total_cmp);
        all
    };
    let same_point = shares(|c| [c.a.share(c.a.shared), c.b.share(c.b.shared)]);
    let any = shares(|c| [c.a, c.b].map(|s| s.share(s.shared + s.related)));
    let noticed = found.iter().filter(|c| c.notice().is_some()).count();
    println!(
        "{name}: {} pairs, median {:.2}, 95th percentile {:.2}; related too: median {:.2}, 95th {:.2}; \
         “may not be the same story” {:.1} %",
        found.len(),
        quantile(&same_point, 0.5),
        quantile(&same_point, 0.95),
        quantile(&any, 0.5),
        quantile(&any, 0.95),
        100.0 * noticed as f64 / found.len().max(1) as f64
    );
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a position in the list"
)]
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let at = (share * sorted.len() as f64) as usize;
    sorted.get(at).copied().unwrap_or(f64::NAN)
}

fn coverage(a: &Labelled, b: &Labelled) -> Option<Coverage> {
    let (of_a, of_b) = ([(&a.article, &a.analysis)], [(&b.article, &b.analysis)]);
    let view = |articles| SourceView { name: "", articles };
    let matching = Matching::new(&view(&of_a), &view(&of_b), &[], &Progress::default()).ok()?;
    Some(Coverage::of(&matching))
}
