//! How a text is laid out: measured from where sentences run on, not guessed from blank lines.

use super::lines::{TextLine, bulleted, ends_stop, is_numbered, is_rule};
use crate::load::clean::starts_lower;

/// How paragraphs are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
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

// The figures below were read off news articles written in 15 layouts, and tried on 197 others. Shares are
// in per cent.

/// Fewer lines than this have no layout.
const FEWEST_LINES: usize = 3;
/// A heading or an item mark of fewer characters says nothing about the lines around it.
const SHORT_MARK: usize = 30;
/// A line of more characters that ends without a stop goes on in the next.
const OPEN_LINE: usize = 40;
/// How wide people wrap: mail at 72, terminals at 80, editors at 100.
const WIDTHS: std::ops::RangeInclusive<usize> = 35..=110;
/// In a wrapped text half of the lines reach this share of the width, three in four the next …
const MEDIAN: usize = 72;
const QUARTILE: usize = 55;
/// … and over so many line ends the sentence runs on; fewer pairs of lines than this tell nothing.
const RUNNING: (usize, usize) = (55, 3);
/// The same for a text with a blank line after every line.
const SPACED_MEDIAN: usize = 70;
const SPACED_RUNNING: (usize, usize) = (40, 5);
/// Fewer lines than this, or more than one in ten that has no blank line after it, are no such text.
const SPACED_LINES: usize = 6;

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

pub(super) fn measure(lines: &[TextLine]) -> Measured {
    let runs: Vec<&[TextLine]> = lines
        .split(TextLine::is_blank)
        .filter(|run| !run.is_empty())
        .collect();
    let full = runs.iter().map(|run| run.len()).sum::<usize>();
    let blank = lines.len() - full;
    if full < FEWEST_LINES {
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
fn is_special(line: &TextLine) -> bool {
    line.text.starts_with('#')
        || bulleted(line.text).is_some()
        || is_numbered(line.text)
        || is_rule(line.text)
}

/// The width, if sentences run on over line ends inside runs and line lengths agree.
fn wrapped_width(runs: &[&[TextLine]]) -> Option<usize> {
    let mut running = 0;
    let mut inner = Vec::new();
    for pair in runs.iter().flat_map(|run| run.windows(2)) {
        let [line, next] = pair else { continue };
        if is_special(next) || (is_special(line) && line.length < SHORT_MARK) {
            continue;
        }
        inner.push(line.length);
        let open = !ends_stop(line.text) && line.length > OPEN_LINE;
        running += usize::from(open || starts_lower(next.text));
    }
    let pairs = inner.len();
    let lengths = Lengths::new(inner);
    let width = lengths.percentile(97);
    let even = lengths.percentile(50) * 100 >= width * MEDIAN
        && lengths.percentile(25) * 100 >= width * QUARTILE;
    let plausible = WIDTHS.contains(&lengths.percentile(90));
    (pairs >= RUNNING.1 && running * 100 >= pairs * RUNNING.0 && even && plausible).then_some(width)
}

/// What tells the paragraphs of a hard-wrapped text apart.
fn wrapped_layout(runs: &[&[TextLine]], full: usize) -> Layout {
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
fn double_spaced_width(runs: &[&[TextLine]]) -> Option<usize> {
    let several = runs.iter().filter(|run| run.len() > 1).count();
    if runs.len() < SPACED_LINES || several * 10 > runs.len() {
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
    let even = lengths.percentile(50) * 100 >= width * SPACED_MEDIAN;
    (pairs >= SPACED_RUNNING.1
        && running * 100 >= pairs * SPACED_RUNNING.0
        && even
        && WIDTHS.contains(&width))
    .then_some(width)
}
