//! How long a comparison takes, and of it finding the passages that both tell: in milliseconds, and as a ratio to
//! scoring the same two articles in the same run. Also how soon it stops when told to.
//!
//! ```text
//! cargo bench --no-default-features --bench compare
//! ```

#![expect(clippy::print_stdout, reason = "the program's result")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use parallax::article::Article;
use parallax::compare::{Comparison, Matching, Options, SourceView, WordsAndNames};
use parallax::score::{Analysis, Settings, analyse};
use parallax::stats::Rng;
use parallax::work::{Progress, Threads, map};

/// Sizes in paragraphs, with the limits for each in milliseconds: for the comparison, and for its passages.
const SIZES: [(usize, [f64; 2]); 2] = [(10, [20.0, 4.0]), (2_000, [2_000.0, 400.0])];

fn main() -> anyhow::Result<()> {
    for (paragraphs, limit) in SIZES {
        let (a, b) = (article(1, paragraphs)?, article(2, paragraphs)?);
        report("varied", paragraphs, limit, &a, &b);
    }
    let same = repeated(2_000)?;
    report(
        "one paragraph repeated",
        2_000,
        [2_000.0, 400.0],
        &same,
        &same,
    );
    let (a, b) = (article(1, 2_000)?, article(2, 2_000)?);
    let scored = (
        analyse(&a, &Settings::default()),
        analyse(&b, &Settings::default()),
    );
    println!("stops within {:.1} ms", stopping(&a, &b, &scored));
    words_of_many()
}

/// Articles a side whose words and names are found without their evidence, and paragraphs of each.
const MANY: (usize, usize) = (1_000, 12);

/// Words and names over articles of which only figures are kept, against scoring the same articles.
fn words_of_many() -> anyhow::Result<()> {
    let settings = Settings::default();
    let articles = [1, 2].map(|side| {
        let articles = (0..MANY.0).map(|at| written(side * 100_000 + at as u64, MANY.1, true));
        articles.collect::<anyhow::Result<Vec<Article>>>()
    });
    let [of_a, of_b] = articles;
    let (of_a, of_b) = (of_a?, of_b?);
    let start = Instant::now();
    let figures = [&of_a, &of_b].map(|articles| {
        let scored = map(
            articles,
            Threads::default(),
            &Progress::default(),
            |article| analyse(article, &settings).condensed(),
        );
        scored.unwrap_or_default()
    });
    let scoring = milliseconds(start);
    let [a, b] = [(&of_a, &figures[0]), (&of_b, &figures[1])]
        .map(|(articles, figures)| articles.iter().zip(figures).collect::<Vec<_>>());
    let view = |name, articles| SourceView { name, articles };
    let (a, b) = (view("a", a.as_slice()), view("b", b.as_slice()));
    let start = Instant::now();
    let found = WordsAndNames::of(&a, &b, 1, Threads::default(), &Progress::default());
    let finding = milliseconds(start);
    let found = found.unwrap_or_default();
    println!(
        "words and names of two of {} articles, {} paragraphs each: {finding:.0} ms, {:.2} times scoring them; {} terms, \
         {} names of both",
        MANY.0,
        MANY.1,
        finding / scoring,
        found.terms.len(),
        found.people.both.len()
    );
    Ok(())
}

fn report(
    kind: &str,
    paragraphs: usize,
    [limit, for_passages]: [f64; 2],
    a: &Article,
    b: &Article,
) {
    let settings = Settings::default();
    let runs = if paragraphs < 100 { 20 } else { 3 };
    let (mut scoring, mut comparing, mut matching) = (f64::INFINITY, f64::INFINITY, f64::INFINITY);
    for _ in 0..runs {
        let start = Instant::now();
        let scored = (analyse(a, &settings), analyse(b, &settings));
        scoring = scoring.min(milliseconds(start));
        let start = Instant::now();
        let found = compare(a, b, &scored, &Progress::default());
        comparing = comparing.min(milliseconds(start));
        drop(found);
        let start = Instant::now();
        let found = passages(a, b, &scored);
        matching = matching.min(milliseconds(start));
        drop(found);
    }
    println!(
        "two of {paragraphs} paragraphs, {kind}: passages {matching:.1} ms (limit {for_passages}), {:.1} times scoring them",
        matching / scoring
    );
    println!(
        "two of {paragraphs} paragraphs, {kind}: {comparing:.1} ms (limit {limit}), {:.1} times scoring them",
        comparing / scoring
    );
}

fn compare(
    a: &Article,
    b: &Article,
    scored: &(Analysis, Analysis),
    progress: &Progress,
) -> Option<Comparison> {
    let (of_a, of_b) = ([(a, &scored.0)], [(b, &scored.1)]);
    let view = |name, articles| SourceView { name, articles };
    let (a, b) = (view("a", &of_a), view("b", &of_b));
    Comparison::watched(&a, &b, &Options::default(), progress).ok()
}

fn passages(a: &Article, b: &Article, scored: &(Analysis, Analysis)) -> Option<Matching> {
    let (of_a, of_b) = ([(a, &scored.0)], [(b, &scored.1)]);
    let view = |name, articles| SourceView { name, articles };
    Matching::new(
        &view("a", &of_a),
        &view("b", &of_b),
        &[],
        &Progress::default(),
    )
    .ok()
}

/// The longest time from asking to having stopped, asked at ten points of the work.
fn stopping(a: &Article, b: &Article, scored: &(Analysis, Analysis)) -> f64 {
    let mut longest = 0.0_f64;
    for tenth in 1..=10 {
        let progress = Progress::default();
        let waited = std::thread::scope(|scope| {
            let work = scope.spawn(|| compare(a, b, scored, &progress));
            std::thread::sleep(Duration::from_millis(tenth * 60));
            let asked = Instant::now();
            progress.stop();
            let finished = work.join();
            drop(finished);
            milliseconds(asked)
        });
        longest = longest.max(waited);
    }
    longest
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

/// An article in which words are about as frequent as in a language: the nth word one nth as often as
/// the first.
fn article(seed: u64, paragraphs: usize) -> anyhow::Result<Article> {
    written(seed, paragraphs, false)
}

/// The same; with names where `named`.
fn written(seed: u64, paragraphs: usize, named: bool) -> anyhow::Result<Article> {
    const WORDS: usize = 20_000;
    const FIRST: [&str; 8] = [
        "Anna", "Boris", "Clara", "David", "Emma", "Frank", "Grace", "Henry",
    ];
    const LAST: [&str; 8] = [
        "Abbott", "Brandt", "Castle", "Dorset", "Ellery", "Farrow", "Garland", "Hollis",
    ];
    const MOODS: [&str; 6] = ["good", "terrible", "not happy", "very sad", "fine", "great"];
    let mut rng = Rng::new(seed);
    let mut text = String::from("A headline\n\n");
    for _ in 0..paragraphs {
        for _ in 0..3 {
            text.push_str("Then");
            for _ in 0..16 {
                let rank = (WORDS as f64).powf(rng.below(1_000_000) as f64 / 1e6);
                write!(text, " w{rank:.0}")?;
            }
            let mood = MOODS.get(rng.below(MOODS.len())).unwrap_or(&"good");
            write!(text, " was {mood}")?;
            if named {
                // The smaller of two throws: those that come first are named more.
                let [first, last] = [FIRST, LAST].map(|names| {
                    let throws = [rng.below(names.len()), rng.below(names.len())];
                    let at = throws.into_iter().min().unwrap_or_default();
                    names.get(at).copied().unwrap_or_default()
                });
                write!(text, " for {first} {last}")?;
            }
            text.push_str(". ");
        }
        text.push_str("\n\n");
    }
    Ok(parallax::load::from_text(&text, "text")?)
}

/// An article that says nearly the same thing again and again.
fn repeated(paragraphs: usize) -> anyhow::Result<Article> {
    let mut text = String::from("A headline\n\n");
    for number in 0..paragraphs {
        write!(
            text,
            "The council of the harbour approved levy {number} on Tuesday, and traders on the quay who \
             had feared it for months called the decision a terrible mistake for the market.\n\n"
        )?;
    }
    Ok(parallax::load::from_text(&text, "text")?)
}
