//! The window with many articles of two outlets: how soon something can be read, how long until all is scored and
//! compared, the longest frame meanwhile and on every page, memory, filters.
//!
//! `cargo bench --bench many -- 100000` (1,000 articles without a number). Frames are told in the time they take on
//! their core. Bars at 100,000 articles, about 420 MB:
//! something to read within 3 s, no frame over 50 ms, memory at most three times the text and 250 MB, filters within
//! 200 ms.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use parallax::app::{Command, Page};
use parallax::article::Side;
use parallax::session::{Condition, Filter};
use parallax::stats::Rng;

mod driven;

use driven::{Driven, memory, millis, say};

/// How long everything may take to be read, scored and compared before the measuring goes on without.
const PATIENCE: Duration = Duration::from_mins(15);
/// Frames measured on a page once it is there.
const FRAMES: usize = 120;

const PAGES: [(Page, &str); 9] = [
    (Page::Findings, "Findings"),
    (Page::Read, "Read"),
    (Page::Compare, "Compare"),
    (Page::Words, "Words"),
    (Page::People, "People"),
    (Page::Headlines, "Headlines"),
    (Page::Articles, "Articles"),
    (Page::Matrix, "Matrix"),
    (Page::OverTime, "Over time"),
];

fn main() -> std::io::Result<()> {
    let number = std::env::args().find_map(|argument| argument.parse().ok());
    let number: usize = number.unwrap_or(1_000);
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("news.jsonl");
    write(&file, number)?;
    let text = std::fs::metadata(&file)?.len() as f64 / 1e6;
    say(&format!("{number} articles, {text:.0} MB"));
    let before = memory().unwrap_or_default()[0];
    let started = Instant::now();
    let mut window = Window {
        driven: Driven::open([Some(file), None], &folder.path().join("data")),
        longest: Duration::ZERO,
        started,
    };
    window.wait("something can be read", |app| {
        Side::BOTH
            .iter()
            .all(|side| app.session().article(*side).is_some())
    });
    window.wait("all is read", |app| {
        let sources = app.session().sources().iter();
        sources.map(|source| source.articles.len()).sum::<usize>() == number
    });
    window.wait("all is scored and compared", |app| {
        app.comparison().is_some() && app.is_idle()
    });
    if let Some([now, most]) = memory() {
        let bar = 3.0 * text + 250.0;
        say(&format!(
            "memory {now} MB, at most {most} MB, before anything was open {before} MB (bar: {bar:.0} MB)"
        ));
    }
    for (page, name) in PAGES {
        window.page(page, name);
    }
    window.filters();
    if let Some([now, most]) = memory() {
        say(&format!("memory at the end {now} MB, at most {most} MB"));
    }
    Ok(())
}

struct Window {
    driven: Driven,
    longest: Duration,
    started: Instant,
}

impl Window {
    /// Runs frames until `done`, as fast as a screen shows them.
    fn wait(&mut self, what: &str, done: impl Fn(&parallax::app::App) -> bool) {
        self.longest = Duration::ZERO;
        while !done(&self.driven.app) && self.started.elapsed() < PATIENCE {
            self.frame();
            std::thread::sleep(Duration::from_millis(15));
        }
        let not = if done(&self.driven.app) { "" } else { "NOT " };
        say(&format!(
            "{not}{what} after {:.1} s; longest frame {:.0} ms",
            self.started.elapsed().as_secs_f64(),
            millis(self.longest)
        ));
    }

    fn frame(&mut self) -> Duration {
        // On a busy machine the clock says more of the others than of this.
        let before = on_core();
        let by_clock = self.driven.step(Vec::new(), |_| ()).whole();
        let took = match on_core().saturating_sub(before) {
            Duration::ZERO => by_clock,
            on_core => on_core,
        };
        self.longest = self.longest.max(took);
        took
    }

    /// Shows a page and waits until nothing is worked on.
    fn page(&mut self, page: Page, name: &str) {
        self.driven.app.request(Command::ShowPage(page));
        self.longest = Duration::ZERO;
        let begun = Instant::now();
        for _ in 0..10 {
            self.frame();
        }
        while !self.driven.app.is_idle() && begun.elapsed() < PATIENCE {
            self.frame();
            std::thread::sleep(Duration::from_millis(15));
        }
        let (until, there) = (self.longest, begun.elapsed());
        let mut frames: Vec<Duration> = (0..FRAMES).map(|_| self.frame()).collect();
        frames.sort_unstable();
        let median = frames.get(FRAMES / 2).copied().unwrap_or_default();
        say(&format!(
            "{name:<10} there after {:5.1} s, longest frame until then {:4.0} ms; then median {:5.1} ms, longest {:5.1} ms",
            there.as_secs_f64(),
            millis(until),
            millis(median),
            millis(frames.last().copied().unwrap_or_default())
        ));
    }

    /// How long it takes to find which articles count.
    fn filters(&self) {
        let conditions = [
            (
                "a date",
                Condition::Dates {
                    from: Some("2015-01-01".to_owned()),
                    to: None,
                },
            ),
            ("an outlet", Condition::Outlet("Ledger".to_owned())),
            ("a word", Condition::Words("harbour".to_owned())),
            (
                "a length",
                Condition::Length {
                    least: Some(600),
                    most: None,
                },
            ),
        ];
        for (name, condition) in conditions {
            let filter = Filter::of(vec![condition]);
            let begun = Instant::now();
            let mut kept = 0;
            for source in self.driven.app.session().sources() {
                let articles = source.articles.iter().map(|article| &**article);
                let counting = filter.kept(&source.name, articles);
                kept += counting.iter().filter(|kept| **kept).count();
            }
            say(&format!(
                "filter by {name:<10} {:6.0} ms, {kept} articles count",
                millis(begun.elapsed())
            ));
        }
    }
}

/// How long the thread that asks has been on a core: what a frame costs however busy the machine is; only Linux tells.
fn on_core() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let first = told.split_whitespace().next();
    Duration::from_nanos(first.and_then(|time| time.parse().ok()).unwrap_or_default())
}

/// Articles of two outlets in turn, every text another.
fn write(path: &Path, number: usize) -> std::io::Result<()> {
    let mut rng = Rng::new(1);
    let words = Words::new(&mut rng);
    let mut file = BufWriter::new(File::create(path)?);
    for at in 0..number {
        let outlet = if at % 2 == 0 { "Ledger" } else { "Star" };
        let paragraphs: Vec<String> = (0..12 + rng.below(12))
            .map(|_| words.paragraph(&mut rng))
            .collect();
        let record = serde_json::json!({
            "id": at.to_string(),
            "title": words.sentence(&mut rng, 9),
            "text": paragraphs.join("\n\n"),
            "source": outlet,
            "date": format!("20{:02}-{:02}-{:02}", 10 + rng.below(10), 1 + rng.below(12), 1 + rng.below(28)),
        });
        writeln!(file, "{record}")?;
    }
    file.flush()
}

/// Words, the common ones first; some carry tone, some name somebody.
struct Words(Vec<String>);

const KNOWN: [&str; 32] = [
    "the",
    "council",
    "of",
    "harbour",
    "and",
    "levy",
    "good",
    "in",
    "terrible",
    "mayor",
    "happy",
    "to",
    "vote",
    "attacked",
    "traders",
    "won",
    "market",
    "feared",
    "storm",
    "bridge",
    "great",
    "angry",
    "quay",
    "said",
    "plan",
    "hope",
    "lost",
    "perhaps",
    "Anna Harrow",
    "London",
    "Petro Vale",
    "Monday",
];

impl Words {
    fn new(rng: &mut Rng) -> Self {
        let syllables = [
            "ba", "ren", "to", "mi", "sal", "dor", "ku", "lin", "pe", "vas", "no", "gri",
        ];
        let mut made: HashSet<String> = HashSet::new();
        let mut all: Vec<String> = KNOWN.map(str::to_owned).to_vec();
        for _ in 0..20_000 {
            let word: String = (0..2 + rng.below(3))
                .filter_map(|_| syllables.get(rng.below(syllables.len())))
                .copied()
                .collect();
            if made.insert(word.clone()) {
                all.push(word);
            }
        }
        Self(all)
    }

    /// A word, the earlier in the list the likelier.
    fn any(&self, rng: &mut Rng) -> &str {
        let most = 1 + rng.below(self.0.len());
        let most = 1 + rng.below(most);
        self.0.get(rng.below(most)).map_or("", String::as_str)
    }

    fn sentence(&self, rng: &mut Rng, words: usize) -> String {
        let mut text = String::from("The");
        for _ in 0..words {
            text.push(' ');
            text += self.any(rng);
        }
        text
    }

    /// One to three sentences, some of them quoted.
    fn paragraph(&self, rng: &mut Rng) -> String {
        let sentences: Vec<String> = (0..=rng.below(3))
            .map(|_| {
                let words = 8 + rng.below(16);
                let sentence = self.sentence(rng, words);
                if rng.below(4) == 0 {
                    format!("“{sentence},” said Anna Harrow.")
                } else {
                    sentence + "."
                }
            })
            .collect();
        sentences.join(" ")
    }
}
