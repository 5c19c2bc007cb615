//! How a text is laid out: measured from where sentences run on, not guessed from blank lines.

use super::line::{Line, bulleted, ends_stop, is_numbered, is_rule};
use crate::load::clean::starts_lower;

/// How paragraphs are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Blank lines between paragraphs, one line a paragraph.
    BlankLines,
    /// One line a paragraph, no blank lines.
    OneLine,
    /// Hard-wrapped, blank lines between paragraphs.
    Wrapped,
    /// Hard-wrapped, first lines indented.
    WrappedIndent,
    /// Hard-wrapped without any mark between paragraphs.
    WrappedTight,
    /// Hard-wrapped with a blank line after every line.
    DoubleSpaced,
}

/// A layout and the width the text was wrapped at, in characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measured {
    pub(super) layout: Layout,
    pub(super) width: usize,
}

/// Line lengths in ascending order.
struct Lengths(Vec<usize>);

impl Lengths {
    fn new(mut lengths: Vec<usize>) -> Self {
        lengths.sort_unstable();
        Self(lengths)
    }

    fn percentile(&self, percent: usize) -> usize {
        let at = self.0.len().saturating_sub(1) * percent / 100;
        self.0.get(at).copied().unwrap_or(0)
    }
}

pub(super) fn measure(lines: &[Line]) -> Measured {
    let runs: Vec<&[Line]> = lines
        .split(Line::is_blank)
        .filter(|run| !run.is_empty())
        .collect();
    let full = runs.iter().map(|run| run.len()).sum::<usize>();
    let blank = lines.len() - full;
    if full < 3 {
        let layout = if blank > 0 {
            Layout::BlankLines
        } else {
            Layout::OneLine
        };
        return Measured { layout, width: 0 };
    }
    if let Some(width) = wrapped_width(&runs) {
        let layout = wrapped_layout(&runs, full);
        return Measured { layout, width };
    }
    if let Some(width) = double_spaced_width(&runs) {
        return Measured {
            layout: Layout::DoubleSpaced,
            width,
        };
    }
    let layout = if runs.len() >= 3 && blank * 4 >= full {
        Layout::BlankLines
    } else {
        Layout::OneLine
    };
    Measured { layout, width: 0 }
}

/// Whether a line is laid out by its own rules.
fn is_special(line: &Line) -> bool {
    line.text.starts_with('#')
        || bulleted(line.text).is_some()
        || is_numbered(line.text)
        || is_rule(line.text)
}

/// The width, if sentences run on over line ends inside runs and line lengths agree.
fn wrapped_width(runs: &[&[Line]]) -> Option<usize> {
    let mut running = 0;
    let mut inner = Vec::new();
    for pair in runs.iter().flat_map(|run| run.windows(2)) {
        let [line, next] = pair else { continue };
        if is_special(next) || (is_special(line) && line.length < 30) {
            continue;
        }
        inner.push(line.length);
        let open = !ends_stop(line.text) && line.length > 40;
        running += usize::from(open || starts_lower(next.text));
    }
    let pairs = inner.len();
    let lengths = Lengths::new(inner);
    let width = lengths.percentile(97);
    let even =
        lengths.percentile(50) * 100 >= width * 72 && lengths.percentile(25) * 100 >= width * 55;
    let plausible = (35..=110).contains(&lengths.percentile(90));
    (pairs >= 3 && running * 100 >= pairs * 55 && even && plausible).then_some(width)
}

/// What tells the paragraphs of a hard-wrapped text apart.
fn wrapped_layout(runs: &[&[Line]], full: usize) -> Layout {
    let inside_long: usize = runs.iter().map(|run| run.len()).filter(|n| *n >= 6).sum();
    let indented = runs
        .iter()
        .flat_map(|run| run.iter().skip(1))
        .filter(|line| line.indent >= 2 && bulleted(line.text).is_none())
        .count();
    let indents = Lengths::new(
        runs.iter()
            .flat_map(|run| run.iter())
            .map(|l| l.indent)
            .collect(),
    );
    if indented >= 2
        && indented * 4 <= full * 3
        && indents.percentile(25) <= 1
        && inside_long * 3 >= full
    {
        return Layout::WrappedIndent;
    }
    let paragraphs = runs.iter().filter(|run| run.len() >= 2).count();
    let longest = runs.iter().map(|run| run.len()).max().unwrap_or(0);
    if (paragraphs <= 2 && longest >= 15) || runs.len() * 14 < full {
        return Layout::WrappedTight;
    }
    Layout::Wrapped
}

/// The width, if every line is followed by a blank one but sentences run on: text copied from a PDF or
/// from a double-spaced page.
fn double_spaced_width(runs: &[&[Line]]) -> Option<usize> {
    let several = runs.iter().filter(|run| run.len() > 1).count();
    if runs.len() < 6 || several * 10 > runs.len() {
        return None;
    }
    let mut running = 0;
    let mut inner = Vec::new();
    for pair in runs.windows(2) {
        let [run, next_run] = pair else { continue };
        let (Some(line), Some(next)) = (run.last(), next_run.first()) else {
            continue;
        };
        if is_special(next) {
            continue;
        }
        inner.push(line.length);
        running += usize::from(!ends_stop(line.text) && starts_lower(next.text));
    }
    let pairs = inner.len();
    let lengths = Lengths::new(inner);
    let width = lengths.percentile(90);
    let even = lengths.percentile(50) * 100 >= width * 70;
    (pairs >= 5 && running * 100 >= pairs * 40 && even && (35..=110).contains(&width))
        .then_some(width)
}
