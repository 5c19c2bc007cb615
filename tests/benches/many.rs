//! The window with many articles of two outlets: how soon something can be read, how long until all is scored and
//! compared, the longest frame meanwhile and on every page and chart, sorting, filters, memory through time, and of
//! what an article's memory is made.
//!
//! `cargo bench --bench many -- 100000` (1,000 articles without a number). A frame is told in the time it takes on its
//! core, and by the clock; how busy the machine was is said. Bars at 100,000 articles, about 420 MB:
//! something to read within 3 s, no frame over 50 ms, memory at most three times the text and 250 MB, filters and
//! sorting within 200 ms. It ends by itself after ten minutes, whatever is not there by then, and says so.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Shape, vec2};
use parallax::app::{App, Command, Page};
use parallax::article::{Article, Side};
use parallax::chart::Kind;
use parallax::score::measure::Ratio;
use parallax::score::registry::MEASURES;
use parallax::score::{Settings, analyse};
use parallax::session::{Condition, Filter};
use parallax::stats::Rng;

mod driven;

use driven::{Driven, memory, millis, say};

/// How long everything may take together.
const PATIENCE: Duration = Duration::from_mins(10);
/// How long one page, chart, sorting or filter may take before the measuring goes on without it.
const A_PAGE: Duration = Duration::from_mins(1);
/// Frames measured on a page once it is there, scrolled up and down.
const FRAMES: usize = 120;
/// Where the bar with the names of pages ends, in points.
const BAR_ABOVE: f32 = 100.0;
/// Longer frames are spoken of.
const BAR: Duration = Duration::from_millis(50);

const PAGES: [(Page, &str); 11] = [
    (Page::Findings, "Findings"),
    (Page::Read, "Read"),
    (Page::Compare, "Compare"),
    (Page::Words, "Words"),
    (Page::People, "People"),
    (Page::Headlines, "Headlines"),
    (Page::Articles, "Articles"),
    (Page::Matrix, "Matrix"),
    (Page::OverTime, "Over time"),
    (Page::Settings, "Settings"),
    // Last: finding the stories takes the longest, and memory of its own.
    (Page::Stories, "Stories"),
];

/// Charts of whole collections.
const CHARTS: [(Kind, &str); 3] = [
    (Kind::Distribution, "Distribution"),
    (Kind::Ranking, "Ranking"),
    (Kind::Spread, "Spread"),
];

fn main() -> std::io::Result<()> {
    let number = std::env::args().find_map(|argument| argument.parse().ok());
    let number: usize = number.unwrap_or(1_000);
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("news.jsonl");
    write(&file, number)?;
    let text = std::fs::metadata(&file)?.len() as f64 / 1e6;
    say(&format!("{number} articles, {text:.0} MB; {}", load()));
    let before = memory().unwrap_or_default()[0];
    let started = Instant::now();
    let mut window = Window {
        driven: Driven::open([Some(file), None], &folder.path().join("data")),
        longest: Took::default(),
        started,
        text,
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
    window.parts();
    window.wait("all is scored and compared", |app| {
        app.comparison().is_some() && app.is_idle()
    });
    if let Some([now, most]) = memory() {
        let bar = 3.0 * text + 250.0;
        say(&format!(
            "memory {now} MB, at most {most} MB, before anything was open {before} MB (bar: {bar:.0} MB)"
        ));
    }
    for (page, name) in PAGES.into_iter().filter(|(page, _)| *page != Page::Stories) {
        window.page(page, name);
    }
    window.charts();
    window.sorting();
    window.filtering();
    window.filters();
    window.page(Page::Stories, "Stories");
    if let Some([now, most]) = memory() {
        say(&format!(
            "memory at the end {now} MB, at most {most} MB; {}",
            load()
        ));
    }
    Ok(())
}

/// How many programs wanted a core in the last minute; only Linux tells.
fn load() -> String {
    let told = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let first = told.split_whitespace().next().unwrap_or("unknown");
    format!("load of the machine {first}")
}

/// What a frame took.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Took {
    /// On its core.
    on_core: Duration,
    by_clock: Duration,
}

impl Took {
    fn told(self) -> String {
        let over = if self.on_core > BAR { " OVER" } else { "" };
        format!(
            "{:.0} ms ({:.0} by the clock){over}",
            millis(self.on_core),
            millis(self.by_clock)
        )
    }
}

struct Window {
    driven: Driven,
    longest: Took,
    started: Instant,
    /// The size of the file, in MB.
    text: f64,
}

impl Window {
    /// Runs frames until `done`, as fast as a screen shows them.
    fn wait(&mut self, what: &str, done: impl Fn(&App) -> bool) {
        self.longest = Took::default();
        let mut told = Instant::now();
        while !done(&self.driven.app) && self.started.elapsed() < PATIENCE {
            self.frame(Vec::new());
            std::thread::sleep(Duration::from_millis(15));
            if told.elapsed() > Duration::from_secs(20) {
                told = Instant::now();
                let now = memory().unwrap_or_default()[0];
                say(&format!(
                    "  after {:4.0} s {now} MB; {}",
                    self.started.elapsed().as_secs_f64(),
                    load()
                ));
            }
        }
        let not = if done(&self.driven.app) { "" } else { "NOT " };
        say(&format!(
            "{not}{what} after {:.1} s; longest frame {}; {} MB",
            self.started.elapsed().as_secs_f64(),
            self.longest.told(),
            memory().unwrap_or_default()[0]
        ));
    }

    fn frame(&mut self, events: Vec<Event>) -> Took {
        self.frame_with(events, |_| ())
    }

    fn frame_with(&mut self, events: Vec<Event>, seen: impl FnMut(&Shape)) -> Took {
        // On a busy machine the clock says more of the others than of this.
        let before = on_core();
        let by_clock = self.driven.step(events, seen).whole();
        let on_core = match on_core().saturating_sub(before) {
            Duration::ZERO => by_clock,
            on_core => on_core,
        };
        let took = Took { on_core, by_clock };
        self.longest = self.longest.max(took);
        took
    }

    /// Runs frames until nothing is worked on; how long that took, and the longest.
    fn settle(&mut self) -> (Duration, Took) {
        self.longest = Took::default();
        let begun = Instant::now();
        for _ in 0..10 {
            self.frame(Vec::new());
        }
        while !self.driven.app.is_idle() && begun.elapsed() < A_PAGE {
            self.frame(Vec::new());
            std::thread::sleep(Duration::from_millis(15));
        }
        (begun.elapsed(), self.longest)
    }

    /// Shows a page, waits until nothing is worked on, and scrolls it.
    fn page(&mut self, page: Page, name: &str) {
        self.driven.app.request(Command::ShowPage(page));
        let (there, until) = self.settle();
        self.scroll(name, there, until);
    }

    fn scroll(&mut self, name: &str, there: Duration, until: Took) {
        let mut frames: Vec<Took> = (0..FRAMES)
            .map(|at| {
                let points = if at < FRAMES * 2 / 3 { -90.0 } else { 180.0 };
                self.frame(wheel(points))
            })
            .collect();
        frames.sort_unstable();
        let median = frames.get(FRAMES / 2).copied().unwrap_or_default();
        let longest = frames.last().copied().unwrap_or_default();
        say(&format!(
            "{name:<12} there after {:5.1} s, longest frame until then {}; scrolled: median {:.1} ms, longest {}; {} MB",
            there.as_secs_f64(),
            until.told(),
            millis(median.on_core),
            longest.told(),
            memory().unwrap_or_default()[0]
        ));
    }

    /// Every chart of whole collections, beside Compare.
    fn charts(&mut self) {
        self.driven.app.request(Command::ShowPage(Page::Compare));
        self.settle();
        for (kind, name) in CHARTS {
            self.driven.app.request(Command::ShowChart(kind));
            let (there, until) = self.settle();
            self.scroll(name, there, until);
        }
    }

    /// Clicks on titles of the table of articles, until other rows stand there.
    fn sorting(&mut self) {
        self.driven.app.request(Command::ShowPage(Page::Articles));
        self.settle();
        for title in ["Headline", "Words", "Date", "Tone"] {
            let mut texts = Vec::new();
            self.frame_with(Vec::new(), |shape| note_texts(shape, &mut texts));
            let rows = |texts: &[(Pos2, String)]| -> Vec<String> {
                let texts = texts.iter().map(|(_, text)| text.clone());
                texts.filter(|text| is_row(text)).take(8).collect()
            };
            let before = rows(&texts);
            // Pages have such names, too: in the bar above.
            let of_title =
                |(at, text): &&(Pos2, String)| at.y > BAR_ABOVE && text.starts_with(title);
            let Some((at, _)) = texts.iter().find(of_title).cloned() else {
                say(&format!("sorting by {title}: NOT on show"));
                continue;
            };
            self.longest = Took::default();
            let begun = Instant::now();
            self.frame(pointer(at));
            self.frame(click(at, true));
            self.frame(click(at, false));
            let mut now = before.clone();
            while now == before && begun.elapsed() < Duration::from_secs(5) {
                texts.clear();
                self.frame_with(Vec::new(), |shape| note_texts(shape, &mut texts));
                now = rows(&texts);
            }
            let not = if now == before { "NOT " } else { "" };
            say(&format!(
                "sorted by {title:<10} {not}after {:4.0} ms; longest frame {}",
                millis(begun.elapsed()),
                self.longest.told()
            ));
        }
    }

    /// Writes a condition as a person does, until it is said how many articles count, and takes it away again.
    fn filtering(&mut self) {
        for word in ["harbour", "Petro Vale"] {
            self.driven.app.request(Command::FilterArticles);
            for _ in 0..4 {
                self.frame(Vec::new());
            }
            self.longest = Took::default();
            self.frame(vec![Event::Text(word.to_owned())]);
            let begun = Instant::now();
            self.frame(vec![key(Key::Enter, true), key(Key::Enter, false)]);
            let mut said = None;
            while said.is_none() && begun.elapsed() < A_PAGE {
                let mut texts = Vec::new();
                self.frame_with(Vec::new(), |shape| note_texts(shape, &mut texts));
                said = texts
                    .into_iter()
                    .map(|(_, text)| text)
                    .find(|text| text.ends_with("articles count"));
            }
            let known = begun.elapsed();
            let longest = self.longest;
            let (compared, until) = self.settle();
            say(&format!(
                "filter by “{word}” in the window: {:4.0} ms until “{}”, longest frame {}; compared again {:.1} s later, longest \
                 frame {}",
                millis(known),
                said.unwrap_or_else(|| "NOT said".to_owned()),
                longest.told(),
                compared.as_secs_f64(),
                until.told()
            ));
            // The line is closed, and what was written in it taken back.
            self.driven.app.request(Command::FilterArticles);
            self.settle();
            if !self.driven.app.session().filter().is_empty() {
                self.driven.app.request(Command::Undo);
            }
            let (all, until) = self.settle();
            say(&format!(
                "  taken back: {:.1} s, longest frame {}",
                all.as_secs_f64(),
                until.told()
            ));
        }
    }

    /// How long it takes one core to find which articles count.
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
            (
                "a field",
                Condition::Field {
                    name: "desk".to_owned(),
                    value: "Metro".to_owned(),
                },
            ),
        ];
        for (name, condition) in conditions {
            let filter = Filter::of(vec![condition]);
            let (begun, before) = (Instant::now(), on_core());
            let mut kept = 0;
            for source in self.driven.app.session().sources() {
                let articles = source.articles.iter().map(|article| &**article);
                let counting = filter.kept(&source.name, articles);
                kept += counting.iter().filter(|kept| **kept).count();
            }
            say(&format!(
                "filter by {name:<10} on one core {:6.0} ms ({:.0} by the clock), {kept} articles count",
                millis(on_core().saturating_sub(before)),
                millis(begun.elapsed())
            ));
        }
    }

    /// What an article takes, by what holds it: of the articles that come first.
    fn parts(&self) {
        let sources = self.driven.app.session().sources().iter();
        let articles = sources.flat_map(|source| source.articles.iter());
        let first: Vec<&Article> = articles.map(|article| &**article).take(500).collect();
        let each = |bytes: &dyn Fn(&Article) -> usize| -> usize {
            first.iter().map(|article| bytes(article)).sum::<usize>() / first.len().max(1)
        };
        let blocks = |of: fn(&parallax::article::Block) -> usize| {
            move |article: &Article| article.blocks.iter().map(of).sum::<usize>()
        };
        let of_record = self.text * 1e6 / self.count().max(1) as f64;
        say(&format!(
            "an article takes, of a record of {of_record:.0} bytes: text {}, blocks {}, sentences {}, quotations {}, itself {}, its \
             origin {}; figures {}",
            each(&blocks(|block| block.text.capacity())),
            each(&|article| article.blocks.capacity() * size_of::<parallax::article::Block>()),
            each(&blocks(
                |block| block.sentences.capacity() * size_of::<parallax::article::Span>()
            )),
            each(&blocks(
                |block| block.quotations.capacity() * size_of::<parallax::article::Span>()
            )),
            size_of::<Article>(),
            each(&|article| {
                let origin = &article.origin;
                let path = origin
                    .path
                    .as_ref()
                    .map_or(0, |path| path.as_os_str().len());
                path + origin.name.capacity()
                    + origin.format.capacity()
                    + origin.encoding.capacity()
                    + origin.sha256.capacity()
            }),
            each(&figures),
        ));
    }

    fn count(&self) -> usize {
        let sources = self.driven.app.session().sources().iter();
        sources.map(|source| source.articles.len()).sum()
    }
}

/// Bytes of what is kept of the scores of an article that nobody looks at.
fn figures(article: &Article) -> usize {
    let scores = analyse(article, &Settings::default()).condensed();
    let headline = scores.headline.as_ref().map_or(0, |headline| {
        let spans = headline
            .cues
            .iter()
            .map(|cue| size_of_val(cue.spans.as_slice()));
        size_of_val(headline.cues.as_slice())
            + size_of_val(headline.set_aside.as_slice())
            + spans.sum::<usize>()
    });
    let parts = MEASURES.len() * size_of::<(&str, Ratio)>();
    size_of_val(&scores) + headline + parts
}

/// Whether a text begins with the number of an article.
fn is_row(text: &str) -> bool {
    let number = text.split_once(". ").map(|(number, _)| number);
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// Every text of a shape, with its middle.
fn note_texts(shape: &Shape, texts: &mut Vec<(Pos2, String)>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| note_texts(shape, texts)),
        Shape::Text(text) => {
            let middle = text.pos + text.galley.rect.center().to_vec2();
            texts.push((middle, text.galley.text().to_owned()));
        }
        _ => {}
    }
}

fn pointer(at: Pos2) -> Vec<Event> {
    vec![Event::PointerMoved(at)]
}

fn click(pos: Pos2, pressed: bool) -> Vec<Event> {
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    vec![Event::PointerButton {
        pos,
        button,
        pressed,
        modifiers,
    }]
}

fn key(key: Key, pressed: bool) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    }
}

/// A turn of the wheel over the middle of the window.
fn wheel(points: f32) -> Vec<Event> {
    vec![
        Event::PointerMoved(egui::pos2(500.0, 450.0)),
        Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, points),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        },
    ]
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
