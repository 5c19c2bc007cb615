//! The window with two sources of 10,000 paragraphs: how long a frame takes while the texts are scrolled,
//! how long a search takes, how much memory is in use.
//!
//! `cargo bench --bench window`. The real program, opened with two made-up articles that share half of what
//! they tell, driven frame by frame at its usual size; a frame is ui and tessellation.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use egui::{Event, vec2};
use parallax::app::{App, Command};
use parallax::article::Side;
use parallax::session::Query;
use parallax::stats::Rng;

mod driven;

use driven::{Driven, Took, millis, say};

const PARAGRAPHS: usize = 10_000;
const FRAMES: usize = 600;
const SEARCHES: usize = 9;
/// How long everything may take to be scored and compared before the measuring goes on without.
const PATIENCE: Duration = Duration::from_mins(4);

fn main() -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    let started = Instant::now();
    let mut window = Window::open(folder.path())?;
    window.wait("scored", started, |app| {
        Side::BOTH
            .iter()
            .all(|side| app.session().article(*side).is_some())
            && app.is_idle()
    });
    window.wait("compared", started, |app| app.comparison().is_some());

    window.measure("at rest", |_| Vec::new());
    window.measure("scrolled by lines", |at| scrolled(at, 30.0));
    window.measure("scrolled by pages", |at| scrolled(at, 2_000.0));
    window.find("council");
    window.measure("with words found", |at| scrolled(at, 30.0));

    search(&window.driven.app);
    memory();
    Ok(())
}

/// The program with two long articles.
struct Window {
    driven: Driven,
    /// Every paragraph shown since the last report.
    seen: HashSet<String>,
}

impl Window {
    fn open(folder: &Path) -> std::io::Result<Self> {
        let [a, b] = ["a.txt", "b.txt"].map(|name| folder.join(name));
        let (of_a, of_b) = articles(&mut Rng::new(1));
        std::fs::write(&a, of_a)?;
        std::fs::write(&b, of_b)?;
        Ok(Self {
            driven: Driven::open([Some(a), Some(b)], &folder.join("data")),
            seen: HashSet::new(),
        })
    }

    /// Runs frames until `done`, and says how long that took since `started`.
    fn wait(&mut self, what: &str, started: Instant, done: impl Fn(&App) -> bool) {
        let mut longest = Duration::ZERO;
        while !done(&self.driven.app) && started.elapsed() < PATIENCE {
            let took = self.step(Vec::new());
            longest = longest.max(took.whole());
            std::thread::sleep(Duration::from_millis(20));
        }
        let answer = if done(&self.driven.app) { "" } else { " NOT" };
        say(&format!(
            "{PARAGRAPHS} paragraphs a side are{answer} read and {what} after {:.1} s; longest frame until then {:.1} ms",
            started.elapsed().as_secs_f64(),
            millis(longest)
        ));
    }

    /// Opens the bar for finding words and types `text` into it.
    fn find(&mut self, text: &str) {
        self.driven.app.request(Command::Find);
        for _ in 0..3 {
            self.step(Vec::new());
        }
        self.step(vec![Event::Text(text.to_owned())]);
    }

    /// Runs frames with the events of each, and says what they took.
    fn measure(&mut self, what: &str, events: impl Fn(usize) -> Vec<Event>) {
        self.seen.clear();
        let took: Vec<Took> = (0..FRAMES).map(|at| self.step(events(at))).collect();
        report(what, &took, self.seen.len());
    }

    fn step(&mut self, events: Vec<Event>) -> Took {
        let seen = &mut self.seen;
        (self.driven).step(events, |shape| note_paragraphs(shape, seen))
    }
}

/// A turn of the wheel over one column for a third of the frames, then over the other, then back.
fn scrolled(at: usize, points: f32) -> Vec<Event> {
    let (x, points) = match at * 3 / FRAMES {
        0 => (250.0, -points),
        1 => (700.0, -points),
        _ => (250.0, points),
    };
    vec![
        Event::PointerMoved(egui::pos2(x, 330.0)),
        Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, points),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: egui::Modifiers::NONE,
        },
    ]
}

/// Notes the long texts of a shape.
fn note_paragraphs(shape: &egui::Shape, seen: &mut HashSet<String>) {
    match shape {
        egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| note_paragraphs(shape, seen)),
        egui::Shape::Text(text) if text.galley.text().len() > 80 => {
            seen.insert(text.galley.text().to_owned());
        }
        _ => {}
    }
}

fn report(what: &str, took: &[Took], paragraphs: usize) {
    let mut whole: Vec<Duration> = took.iter().map(|took| took.whole()).collect();
    let mut tessellation: Vec<Duration> = took.iter().map(|took| took.tessellation).collect();
    whole.sort_unstable();
    tessellation.sort_unstable();
    say(&format!(
        "frame {what:<18} median {:5.2} ms (of which tessellation {:.2}), 99 % {:5.2} ms, longest {:5.2} ms (bar: 4 ms); {paragraphs} paragraphs seen",
        millis(at(&whole, 0.5)),
        millis(at(&tessellation, 0.5)),
        millis(at(&whole, 0.99)),
        millis(at(&whole, 1.0)),
    ));
}

/// The time that this share of the sorted `times` does not exceed.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small share"
)]
fn at(times: &[Duration], share: f64) -> Duration {
    let last = times.len().saturating_sub(1);
    let index = (last as f64 * share).round() as usize;
    times.get(index).copied().unwrap_or_default()
}

/// Words met often, once and never, and a letter met more often than is listed.
fn search(app: &App) {
    for text in ["council", "Quillon", "zzyzx", "e"] {
        let query = Query {
            text: text.to_owned(),
            whole_words: false,
        };
        let mut found = app.session().find(&query);
        let mut times: Vec<Duration> = (0..SEARCHES)
            .map(|_| {
                let started = Instant::now();
                found = black_box(app.session().find(&query));
                started.elapsed()
            })
            .collect();
        times.sort_unstable();
        let [a, b] = Side::BOTH.map(|side| found.count(side));
        say(&format!(
            "search for {text:<8} median {:5.1} ms, longest {:5.1} ms (bar: 50 ms), {a} in A, {b} in B{}",
            millis(at(&times, 0.5)),
            millis(at(&times, 1.0)),
            if found.more { " and more" } else { "" },
        ));
    }
}

/// What the program uses.
fn memory() {
    if let Some([now, most]) = driven::memory() {
        say(&format!(
            "memory {now} MB (bar: 250 MB), at most {most} MB while reading and comparing"
        ));
    }
}

/// Two articles; every second paragraph of B tells what one of A does, in part in other words.
fn articles(rng: &mut Rng) -> (String, String) {
    let words = Words::new(rng);
    let (mut a, mut b) = (
        String::from("The council votes on the harbour levy\n"),
        String::from("Levy vote splits the harbour\n"),
    );
    for number in 0..PARAGRAPHS {
        let told = words.paragraph(rng);
        let retold = if number % 2 == 0 {
            words.retold(&told, rng)
        } else {
            words.paragraph(rng)
        };
        let _ = write!(a, "\n{told}\n");
        let _ = write!(b, "\n{retold}\n");
    }
    (a + "\nQuillon said so.\n", b)
}

/// Words, the common ones first; some carry tone.
struct Words(Vec<String>);

const KNOWN: [&str; 24] = [
    "the", "council", "harbour", "levy", "good", "terrible", "mayor", "happy", "vote", "attacked",
    "traders", "won", "market", "feared", "storm", "bridge", "great", "angry", "quay", "said",
    "plan", "hope", "lost", "perhaps",
];

impl Words {
    fn new(rng: &mut Rng) -> Self {
        let syllables = [
            "ba", "ren", "to", "mi", "sal", "dor", "ku", "lin", "pe", "vas", "no", "gri",
        ];
        let made = (0..6_000).map(|_| {
            (0..2 + rng.below(3))
                .filter_map(|_| syllables.get(rng.below(syllables.len())))
                .copied()
                .collect()
        });
        Self(KNOWN.map(str::to_owned).into_iter().chain(made).collect())
    }

    /// A word, the earlier in the list the likelier.
    fn any(&self, rng: &mut Rng) -> &str {
        let most = 1 + rng.below(self.0.len());
        let most = 1 + rng.below(most);
        self.0.get(rng.below(most)).map_or("", String::as_str)
    }

    /// One to four sentences of 8 to 24 words.
    fn paragraph(&self, rng: &mut Rng) -> String {
        let mut text = String::new();
        for _ in 0..=rng.below(4) {
            text += if rng.below(3) == 0 {
                "Anna Harrow said"
            } else {
                "There"
            };
            for _ in 0..8 + rng.below(16) {
                text.push(' ');
                text += self.any(rng);
            }
            text += ". ";
        }
        text.trim_end().to_owned()
    }

    /// The same with every fourth word another.
    fn retold(&self, told: &str, rng: &mut Rng) -> String {
        let words: Vec<&str> = told
            .split(' ')
            .map(|word| match rng.below(4) {
                0 if !word.ends_with('.') => self.any(rng),
                _ => word,
            })
            .collect();
        words.join(" ")
    }
}
