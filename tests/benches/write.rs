//! How long the page Write takes to follow a keystroke: the check of the whole draft, in milliseconds and as a ratio
//! to scoring the draft alone in the same run.
//!
//! ```text
//! cargo bench --no-default-features --bench write
//! ```

#![expect(clippy::print_stdout, reason = "the program's result")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

use parallax::load::from_text;
use parallax::score::check::Silenced;
use parallax::score::lists::{OwnLists, read};
use parallax::score::{Settings, analyse};
use parallax::workspace::check_draft;

/// The most a keystroke may take on a draft of forty paragraphs, in milliseconds.
const LIMIT: f64 = 50.0;

const SENTENCES: [&str; 8] = [
    "The council of Ellery agreed on Monday to close the old library on the quay.",
    "“It is a disgraceful farce,” the mayor said, and he slammed the press for it.",
    "Residents were reportedly very angry at what Ms. Lopez called a “plan without a plan”.",
    "About 3.4 per cent of the money, some $40,000, had been lost since January.",
    "Critics claimed that the chaotic vote was a shocking betrayal of the poor.",
    "Several analysts, among them Dr. Ann Roe, warned that prices might perhaps rise again.",
    "No one was hurt when the bridge collapsed on Tuesday, police told reporters.",
    "She did not say whether the committee had utterly lost the trust of its members.",
];

fn draft(paragraphs: usize) -> String {
    let mut text = String::from("Shock as council slams plan\n\n");
    for paragraph in 0..paragraphs {
        for at in 0..4 {
            let sentence = SENTENCES.get((paragraph * 3 + at * 5) % SENTENCES.len());
            let _ = write!(text, "{} ", sentence.unwrap_or(&""));
        }
        let _ = write!(text, "It was day {paragraph}.\n\n");
    }
    text
}

/// The fastest of some runs, in milliseconds.
fn fastest(runs: usize, mut work: impl FnMut()) -> f64 {
    let run = |_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..runs).map(run).fold(f64::INFINITY, f64::min)
}

fn report(kind: &str, text: &str, lists: &OwnLists, limit: Option<f64>) -> anyhow::Result<()> {
    let (settings, silenced) = (Settings::default(), Silenced::default());
    let runs = if limit.is_some() { 50 } else { 5 };
    let article = from_text(text, "Draft")?;
    let checked = fastest(runs, || {
        black_box(check_draft(text, &settings, lists, &silenced));
    });
    let scored = fastest(runs, || {
        black_box(analyse(&article, &settings));
    });
    let limit = limit.map_or_else(String::new, |limit| format!(" (limit {limit})"));
    let marks = check_draft(text, &settings, lists, &silenced).marks.len();
    println!(
        "{kind}, {} kB, {marks} marks: {checked:.1} ms a keystroke{limit}, {:.2} times scoring it",
        text.len() / 1_000,
        checked / scored
    );
    Ok(())
}

fn main() -> anyhow::Result<()> {
    let none = OwnLists::default();
    let words = (0..100_000).fold(String::new(), |mut words, at| {
        let _ = writeln!(words, "word{at}*");
        words
    });
    let long = OwnLists::new(vec![read(&words, "long", "")?.list])?;
    let every = read("a*\ne*\ni*\no*\nu*\n*a*\n*e*\n", "every", "")?.list;
    let every = OwnLists::new(vec![every])?;
    let (usual, large) = (draft(40), draft(2_500));
    report("40 paragraphs", &usual, &none, Some(LIMIT))?;
    report(
        "40 paragraphs, a list of 100,000",
        &usual,
        &long,
        Some(LIMIT),
    )?;
    report(
        "40 paragraphs, a list of nearly every word",
        &usual,
        &every,
        Some(LIMIT),
    )?;
    report("2,500 paragraphs", &large, &none, None)?;
    report(
        "2,500 paragraphs, a list of nearly every word",
        &large,
        &every,
        None,
    )
}
