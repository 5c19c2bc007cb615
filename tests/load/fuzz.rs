//! Damaged samples of every format: no panic, no hang. Runs 100,000 cases, or as many as fit into its
//! time; `PARALLAX_FUZZ_CASES` sets how many, however long they take, `PARALLAX_FUZZ_SEED` which, and
//! `PARALLAX_FUZZ_FIRST` where they begin, to run one again.

use std::io::Write as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::ScopedJoinHandle;
use std::time::{Duration, Instant};

use parallax::load::{Input, Problem, ReadOptions, open_input};

use super::mutate::{Numbers, mutate};
use super::samples::{self, Parts};

const CASES: u64 = 100_000;
/// When to stop, unless the number of cases is set.
const ENOUGH: Duration = Duration::from_secs(85);
/// How long one damaged sample may take, in an unoptimised build on a busy machine.
const LONGEST: Duration = Duration::from_secs(30);

/// A sample, so far taken apart that damage reaches the reader inside.
enum Content {
    Bytes(Vec<u8>),
    /// Damaged inside, then compressed.
    Gzip(Vec<u8>),
    /// One part is damaged, then all are put together.
    Package(Parts),
}

struct Sample {
    name: String,
    content: Content,
    /// How often it is taken: slow formats less often.
    weight: usize,
}

impl Sample {
    fn new(name: &str, content: Content, weight: usize) -> Self {
        Self {
            name: name.to_owned(),
            content,
            weight,
        }
    }

    /// One case in eight damages the container itself.
    fn damaged(&self, numbers: &mut Numbers) -> Vec<u8> {
        let outside = numbers.below(8) == 0;
        let mut bytes = match &self.content {
            Content::Bytes(bytes) => {
                let mut bytes = bytes.clone();
                mutate(&mut bytes, numbers);
                return bytes;
            }
            Content::Gzip(inner) => {
                let mut inner = inner.clone();
                if !outside {
                    mutate(&mut inner, numbers);
                }
                gzip(&inner)
            }
            Content::Package(parts) => {
                let mut parts = parts.clone();
                if !outside {
                    let at = numbers.below(parts.len());
                    mutate(&mut parts.get_mut(at).unwrap().1, numbers);
                }
                samples::package(&parts)
            }
        };
        if outside {
            mutate(&mut bytes, numbers);
        }
        bytes
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// Every file of the samples' folder, and one small sample of every other format.
fn samples() -> Vec<Sample> {
    let bytes = |name: &str| std::fs::read(super::fixture(name)).unwrap();
    let mut all: Vec<Sample> = Vec::new();
    for entry in std::fs::read_dir(super::fixture("samples")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let content = Content::Bytes(bytes(&format!("samples/{name}")));
        all.push(Sample::new(&name, content, 4));
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    for name in ["letter.eml", "page.mhtml", "notice.rtf"] {
        all.push(Sample::new(name, Content::Bytes(bytes(name)), 4));
    }
    all.push(Sample::new(
        "storm.html",
        Content::Bytes(bytes("storm.html")),
        1,
    ));
    let lines = bytes("samples/articles.jsonl");
    all.push(Sample::new("lines.jsonl.gz", Content::Gzip(lines), 4));
    let rows = bytes("samples/articles.csv");
    let rows = String::from_utf8(rows).unwrap().replace(',', "\t");
    all.push(Sample::new("rows.tsv", Content::Bytes(rows.into()), 4));
    for (name, parts) in [
        ("pier.docx", samples::word_document(samples::WORD_BODY)),
        ("pier.odt", samples::open_document()),
        ("pier.epub", samples::book(samples::CHAPTER)),
    ] {
        all.push(Sample::new(name, Content::Package(parts), 4));
    }
    if cfg!(feature = "pdf") {
        let page = samples::pdf("BT /F1 12 Tf 72 720 Td (The pier is to be rebuilt.) Tj ET");
        all.push(Sample::new("pier.pdf", Content::Bytes(page), 1));
    }
    all
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// What a thread is doing: which case, on what, since when.
type Doing = Mutex<Option<(u64, String, Vec<u8>, Instant)>>;

struct Run {
    samples: Vec<Sample>,
    /// Places in `samples`, each as often as its weight says.
    draw: Vec<usize>,
    seed: u64,
    first: u64,
    cases: u64,
    until: Option<Instant>,
    next: AtomicU64,
    opened: AtomicU64,
    over: AtomicBool,
}

impl Run {
    fn new() -> Self {
        let samples = samples();
        let draw = samples
            .iter()
            .enumerate()
            .flat_map(|(at, sample)| std::iter::repeat_n(at, sample.weight))
            .collect();
        let asked = number("PARALLAX_FUZZ_CASES");
        Self {
            samples,
            draw,
            seed: number("PARALLAX_FUZZ_SEED").unwrap_or(0x5EED),
            first: number("PARALLAX_FUZZ_FIRST").unwrap_or(0),
            cases: asked.unwrap_or(CASES),
            until: asked.is_none().then(|| Instant::now() + ENOUGH),
            next: AtomicU64::new(0),
            opened: AtomicU64::new(0),
            over: AtomicBool::new(false),
        }
    }

    fn work(&self, doing: &Doing) {
        while self.until.is_none_or(|until| Instant::now() < until) {
            let case = self.next.fetch_add(1, Ordering::Relaxed);
            if case >= self.cases {
                break;
            }
            self.case(self.first + case, doing);
        }
        *doing.lock().unwrap() = None;
    }

    fn case(&self, case: u64, doing: &Doing) {
        let mut numbers = Numbers::of(self.seed, case);
        let sample = self.samples.get(*numbers.pick(&self.draw)).unwrap();
        let bytes = sample.damaged(&mut numbers);
        let name = sample.name.clone();
        *doing.lock().unwrap() = Some((case, name.clone(), bytes.clone(), Instant::now()));
        match open_input(Input::from_bytes(
            &sample.name,
            bytes.clone(),
            &ReadOptions::default(),
        )) {
            Ok(result) => {
                self.opened.fetch_add(1, Ordering::Relaxed);
                result.articles.iter().for_each(super::assert_whole);
            }
            Err(Problem::Crashed) => {
                let kept = keep(&name, &bytes);
                panic!("case {case} of {name} panicked; kept as {kept}");
            }
            Err(_) => {}
        }
    }

    /// Ends the process if a case does not end: a thread that hangs cannot be stopped otherwise.
    fn watch(&self, threads: &[Doing]) {
        while !self.over.load(Ordering::Relaxed) {
            for doing in threads {
                if let Ok(doing) = doing.lock()
                    && let Some((case, name, bytes, since)) = doing.as_ref()
                    && since.elapsed() > LONGEST
                {
                    let kept = keep(name, bytes);
                    // Written past the test's capture of its output, which ends with the process.
                    let _ = writeln!(
                        std::io::stderr(),
                        "case {case} of {name} does not end; kept as {kept}"
                    );
                    std::process::exit(1);
                }
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

fn keep(name: &str, bytes: &[u8]) -> String {
    let kept = std::env::temp_dir().join(format!("parallax-crash-{name}"));
    std::fs::write(&kept, bytes).unwrap();
    kept.display().to_string()
}

#[test]
fn damaged_samples_neither_panic_nor_hang() {
    super::name_reader();
    let run = Run::new();
    let start = Instant::now();
    let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let doing: Vec<Doing> = (0..threads).map(|_| Mutex::new(None)).collect();
    let result = std::thread::scope(|scope| {
        scope.spawn(|| run.watch(&doing));
        let workers: Vec<_> = doing
            .iter()
            .map(|doing| scope.spawn(|| run.work(doing)))
            .collect();
        let results: Vec<_> = workers.into_iter().map(ScopedJoinHandle::join).collect();
        run.over.store(true, Ordering::Relaxed);
        results.into_iter().collect::<Result<Vec<()>, _>>()
    });
    if let Err(panic) = result {
        std::panic::resume_unwind(panic);
    }
    let done = run.next.into_inner().min(run.cases);
    let opened = run.opened.into_inner();
    eprintln!(
        "{done} damaged files of {} samples in {:.0} s, {opened} of them opened",
        run.samples.len(),
        start.elapsed().as_secs_f64()
    );
    // Most damage leaves something to read: a test in which nothing opens tests nothing.
    assert!(opened * 2 > done, "only {opened} of {done} opened");
    assert!(done >= run.cases.min(1_000), "only {done} cases");
}
