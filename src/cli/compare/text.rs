//! A comparison as tables to read in a terminal.

use std::io::{self, Write};

use super::table::write_table;
use crate::article::Side;
use crate::compare::findings::Finding;
use crate::compare::{
    AgreeingSentences, Comparison, Contrast, Coverage, Difference, ListRow, Match, MatchKind,
    STANDING_LINE, SourceView, Verdict,
};
use crate::export::report::place;
use crate::text::{counted, number, optional, per_cent, shorten};

/// Rows shown of lists that go on.
const ROWS: usize = 10;

/// Characters shown of a passage.
const EXCERPT: usize = 60;

pub(super) fn write(
    out: &mut dyn Write,
    comparison: &Comparison,
    a: &SourceView<'_>,
    b: &SourceView<'_>,
) -> io::Result<()> {
    write_findings(out, &comparison.findings)?;
    writeln!(out)?;
    if let Some(agreeing) = AgreeingSentences::of(&[*a, *b]) {
        writeln!(out, "{}\n", agreeing.sentence())?;
    }
    for (side, source) in Side::BOTH.into_iter().zip([a, b]) {
        writeln!(out, "{}  {}", side.label(), describe(source))?;
    }
    write_differences(out, "Differences", &comparison.differences)?;
    write_lists(out, &comparison.lists)?;
    write_coverage(out, &comparison.coverage)?;
    write_matches(out, comparison, &[*a, *b])?;
    if !comparison.apart {
        write_differences(
            out,
            "Like for like: matched passages alone",
            &comparison.like_for_like,
        )?;
        write_shift(out, comparison)?;
    }
    write_terms(out, comparison)?;
    write_people(out, comparison)?;
    writeln!(out, "\nDoes it hold? {}", comparison.robustness.sentence)?;
    writeln!(
        out,
        "\n{STANDING_LINE}\nParallax {}, seed {}.",
        crate::VERSION,
        comparison.options.seed
    )
}

/// What was found, first of all: sentences, with what is behind them on the next line.
fn write_findings(out: &mut dyn Write, findings: &[Finding]) -> io::Result<()> {
    if findings.is_empty() {
        return writeln!(out, "There is nothing to compare: no text could be scored.");
    }
    for (at, finding) in findings.iter().enumerate() {
        writeln!(out, "{}. {}", at + 1, finding.sentence)?;
        let sure = finding.certainty.label();
        let figure = &finding.figure.text;
        let facts = if figure.is_empty() {
            sure.to_owned()
        } else {
            format!("{figure}; {sure}")
        };
        writeln!(out, "   [{facts}]")?;
        if !finding.detail.is_empty() {
            writeln!(out, "   {}", finding.detail)?;
        }
    }
    Ok(())
}

fn describe(source: &SourceView<'_>) -> String {
    format!(
        "{} ({}, {}, {})",
        source.name,
        counted(source.articles.len(), "article"),
        counted(source.units().count(), "paragraph"),
        counted(source.words(), "word")
    )
}

fn write_differences(out: &mut dyn Write, title: &str, items: &[Difference]) -> io::Result<()> {
    let mut rows = vec![Difference::COLUMNS.map(str::to_owned)];
    rows.extend(items.iter().map(Difference::cells));
    writeln!(out, "\n{title}")?;
    write_table(out, &rows)?;
    for item in items {
        if matches!(item.verdict, Verdict::Clear | Verdict::Possible) {
            writeln!(out, "  {}", item.sentence)?;
        }
    }
    Ok(())
}

/// The user's own lists: a row a category, and the words behind it.
fn write_lists(out: &mut dyn Write, lists: &[ListRow]) -> io::Result<()> {
    if lists.is_empty() {
        return Ok(());
    }
    let rates: Vec<Difference> = lists.iter().map(|row| row.rate.clone()).collect();
    write_differences(out, "Your own lists, per 100 words of own voice", &rates)?;
    for row in lists {
        for side in Side::BOTH {
            let counts = row.counts(side);
            let words = counts.iter().take(ROWS);
            let words: Vec<String> = words
                .map(|(words, count)| format!("{} {count}", shorten(words, 30)))
                .collect();
            if !words.is_empty() {
                let (label, words) = (row.rate.label(), words.join(", "));
                writeln!(out, "  {label}, {}: {words}", side.label())?;
            }
        }
    }
    Ok(())
}

fn write_coverage(out: &mut dyn Write, coverage: &Coverage) -> io::Result<()> {
    writeln!(out, "\nCoverage, by words")?;
    let mut rows = vec![["", "same point", "related", "only here"].map(str::to_owned)];
    for side in Side::BOTH {
        let of = coverage.side(side);
        let share = |part: usize| optional(of.share(part), per_cent);
        rows.push([
            side.label().to_owned(),
            share(of.shared),
            share(of.related),
            share(of.only_here),
        ]);
    }
    write_table(out, &rows)
}

fn write_matches(
    out: &mut dyn Write,
    comparison: &Comparison,
    sources: &[SourceView<'_>; 2],
) -> io::Result<()> {
    let mut matches: Vec<&Match> = comparison.matching.matches.iter().collect();
    matches.sort_by(|x, y| {
        let rank = |m: &Match| m.similarity.unwrap_or(f64::INFINITY);
        rank(y).total_cmp(&rank(x))
    });
    let [of_a, of_b] = Side::BOTH.map(|side| comparison.passage_texts(side, sources));
    let excerpt = |text: Option<&&str>| shorten(text.copied().unwrap_or_default(), EXCERPT);
    writeln!(out, "\nMatched passages ({})", matches.len())?;
    for found in matches.iter().take(ROWS) {
        let kind = match found.kind {
            MatchKind::SamePoint => "same point",
            MatchKind::Related => "related",
            MatchKind::Added => "added",
        };
        let similarity = found
            .similarity
            .map_or_else(|| "    ".to_owned(), |s| format!("{s:.2}"));
        writeln!(out, "  {similarity}  {kind}")?;
        for (side, at, texts) in [(Side::A, found.a, &of_a), (Side::B, found.b, &of_b)] {
            let place = place(at, sources.get(side.index()));
            let text = excerpt(texts.get(&at));
            writeln!(out, "        {} {place}: {text}", side.label())?;
        }
        let a = of_a.get(&found.a).copied().unwrap_or_default();
        let b = of_b.get(&found.b).copied().unwrap_or_default();
        let contrast = Contrast::of(a, b, &comparison.matching.roles);
        let basis = contrast.basis_in_words(a, b);
        if !basis.is_empty() {
            writeln!(out, "        rests on {basis}")?;
        }
        let differently = contrast.differently_in_words(a, b);
        if !differently.is_empty() {
            writeln!(out, "        told differently: {differently}")?;
        }
    }
    write_rest(out, matches.len())
}

fn write_shift(out: &mut dyn Write, comparison: &Comparison) -> io::Result<()> {
    let shift = &comparison.words.word_shift;
    let Some(difference) = shift.difference else {
        return Ok(());
    };
    writeln!(
        out,
        "\nWords behind the difference in tone (A − B = {})",
        number(difference, 3)
    )?;
    let mut rows = vec![["word", "shift", "in A", "in B", "uses A / B"].map(str::to_owned)];
    rows.extend(shift.words.iter().take(ROWS).map(|word| {
        let [of_a, of_b] = word.n;
        [
            shorten(&word.word, 30),
            number(word.shift, 3),
            number(word.a, 3),
            number(word.b, 3),
            format!("{of_a} / {of_b}"),
        ]
    }));
    write_table(out, &rows)?;
    write_rest(out, shift.words.len())
}

fn write_terms(out: &mut dyn Write, comparison: &Comparison) -> io::Result<()> {
    writeln!(out, "\nTerms that set them apart (uses in A / B)")?;
    for (side, sign) in [(Side::A, 1.0), (Side::B, -1.0)] {
        let terms: Vec<String> = comparison
            .words
            .terms
            .iter()
            .filter(|term| term.z * sign > 0.0)
            .take(ROWS)
            .map(|term| format!("{} {} / {}", shorten(&term.term, 30), term.a, term.b))
            .collect();
        writeln!(out, "  {}: {}", side.label(), terms.join(", "))?;
    }
    Ok(())
}

fn write_people(out: &mut dyn Write, comparison: &Comparison) -> io::Result<()> {
    let pairs = &comparison.words.people.both;
    writeln!(out, "\nNames both mention, and the wording towards them")?;
    let [_, columns @ ..] = Difference::COLUMNS;
    let mut rows = vec![named("Name", columns.map(str::to_owned))];
    rows.extend(pairs.iter().take(ROWS).map(|pair| {
        let [name, cells @ ..] = pair.towards.cells();
        named(&shorten(&name, 30), cells)
    }));
    write_table(out, &rows)?;
    write_rest(out, pairs.len())
}

/// A row of differences that begins with a name.
fn named(name: &str, [words, a, b, by, ends, p, effect, n]: [String; 8]) -> [String; 9] {
    [name.to_owned(), words, a, b, by, ends, p, effect, n]
}

fn write_rest(out: &mut dyn Write, all: usize) -> io::Result<()> {
    match all.saturating_sub(ROWS) {
        0 => Ok(()),
        more => writeln!(out, "  … and {more} more (--format json has them all)"),
    }
}
