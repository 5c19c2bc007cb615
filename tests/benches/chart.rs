//! How long charts take: to be saved, and to be shown.
//!
//! `cargo bench --bench chart`. Saved: 200 paragraphs a side, the slowest chart against the bar. Shown:
//! one frame, ui and tessellation, with 2,000 paragraphs a side, against the same with 20.

use std::hint::black_box;
use std::time::{Duration, Instant};

use parallax::article::Article;
use parallax::chart::{self, Chart, Input, Kind, Theme};
use parallax::compare::{Comparison, Options, SourceView};
use parallax::load::{self, open_input};
use parallax::plot;
use parallax::score::{Analysis, Settings, analyse};
use parallax::stats::Rng;

const WIDTH: f32 = 900.0;
const ROUNDS: usize = 5;
const FRAMES: usize = 40;

fn main() {
    saved();
    shown();
}

/// The time of every way to save, for the slowest chart.
fn saved() {
    let charts = charts(200);
    let size = |chart: &Chart| [WIDTH, chart.height];
    let largest = charts
        .iter()
        .map(|chart| plot::svg(chart, size(chart), Theme::Light).len());
    say(&format!(
        "largest SVG of 200 paragraphs a side: {} KB (bar: 200 KB)",
        largest.max().unwrap_or_default() / 1024
    ));
    slowest("SVG", 50, &charts, |chart| {
        black_box(plot::svg(chart, size(chart), Theme::Light));
    });
    slowest("PNG at 2×", 500, &charts, |chart| {
        let _ = black_box(plot::png(chart, size(chart), 2.0, Theme::Light));
    });
    slowest("PDF", 500, &charts, |chart| {
        let _ = black_box(plot::pdf(chart, size(chart), Theme::Light, None));
    });
}

fn slowest(what: &str, bar: u32, charts: &[Chart], draw: impl Fn(&Chart)) {
    let timed = charts.iter().map(|chart| {
        let best = (0..ROUNDS).map(|_| timed(|| draw(chart))).min();
        (best.unwrap_or_default(), chart.kind.id())
    });
    if let Some((time, id)) = timed.max() {
        say(&format!(
            "{what}: {:.1} ms for the slowest chart ({id}); bar: {bar} ms",
            millis(time)
        ));
    }
}

/// The time of one frame, for every chart.
fn shown() {
    let (long, short) = (charts(2_000), charts(20));
    for (long, short) in long.iter().zip(&short) {
        let ((many, vertices), (few, _)) = (frame(long), frame(short));
        say(&format!(
            "frame of {:<12} {:6.2} ms with 2,000 paragraphs a side (bar: 8 ms; {vertices} vertices), {:.1} times that with 20",
            long.kind.id(),
            millis(many),
            many.as_secs_f64() / few.as_secs_f64()
        ));
    }
}

/// The median time of a frame, ui and tessellation, and what it draws.
fn frame(chart: &Chart) -> (Duration, usize) {
    let context = egui::Context::default();
    context.set_fonts(plot::fonts());
    let page = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1200.0, 500.0));
    let mut times = Vec::with_capacity(FRAMES);
    let mut vertices = 0;
    for number in 0..FRAMES {
        let input = egui::RawInput {
            screen_rect: Some(page),
            time: Some(number as f64 / 60.0),
            // A pointer over the plot, so that finding the mark below it counts too.
            events: vec![egui::Event::PointerMoved(egui::pos2(600.0, 250.0))],
            ..egui::RawInput::default()
        };
        let started = Instant::now();
        let output = context.run_ui(input, |ui| {
            egui::CentralPanel::default().show(ui, |ui| {
                plot::show(ui, chart, Theme::Light, None, "chart");
            });
        });
        let drawn = context.tessellate(output.shapes.clone(), output.pixels_per_point);
        times.push(started.elapsed());
        let meshes = drawn.iter().map(|part| match &part.primitive {
            egui::epaint::Primitive::Mesh(mesh) => mesh.vertices.len(),
            egui::epaint::Primitive::Callback(_) => 0,
        });
        vertices = meshes.sum();
        output.drop_without_applying_deltas();
    }
    times.sort_unstable();
    let median = times.get(FRAMES / 2).copied().unwrap_or_default();
    (median, vertices)
}

/// Every chart of a comparison of sources of so many paragraphs each.
fn charts(paragraphs: usize) -> Vec<Chart> {
    let (a, b) = (scored(1, paragraphs), scored(2, paragraphs));
    let (of_a, of_b) = ([(&a.0, &a.1)], [(&b.0, &b.1)]);
    let view = |name, articles| SourceView { name, articles };
    let (a, b) = (view("The Ledger", &of_a), view("The Star", &of_b));
    let comparison = Comparison::new(&a, &b, &Options::default());
    let input = Input {
        a: Some(a),
        b: Some(b),
        comparison: Some(&comparison),
        ..Input::default()
    };
    Kind::all()
        .iter()
        .map(|kind| chart::build(*kind, &input))
        .collect()
}

const WORDS: [&str; 24] = [
    "council", "harbour", "levy", "good", "terrible", "mayor", "happy", "vote", "attacked",
    "traders", "won", "market", "feared", "storm", "bridge", "great", "angry", "quay", "said",
    "plan", "hope", "lost", "Tuesday", "boats",
];

fn scored(seed: u64, paragraphs: usize) -> (Article, Analysis) {
    let mut rng = Rng::new(seed);
    let mut text = String::from("# Council votes again\n");
    for _ in 0..paragraphs {
        text.push('\n');
        for _ in 0..=rng.below(3) {
            text += "The";
            for _ in 0..8 + rng.below(8) {
                text.push(' ');
                text += WORDS
                    .get(rng.below(WORDS.len()))
                    .copied()
                    .unwrap_or_default();
            }
            text += ". ";
        }
        text.push('\n');
    }
    let input = load::Input::from_bytes("a.md", text.into_bytes(), &load::ReadOptions::default());
    let mut articles = open_input(input).map(|o| o.articles).unwrap_or_default();
    let article = articles.remove(0);
    let analysis = analyse(&article, &Settings::default());
    (article, analysis)
}

fn timed(work: impl FnOnce()) -> Duration {
    let started = Instant::now();
    work();
    started.elapsed()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

#[expect(clippy::print_stdout, reason = "what a bench is for")]
fn say(line: &str) {
    println!("{line}");
}
