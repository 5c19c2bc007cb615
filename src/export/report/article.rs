//! The texts side by side: the tone of every paragraph and sentence, the words that count marked.

use std::fmt::Write as _;

use super::Report;
use super::side::{class, mark};
use crate::article::{Article, Block, BlockKind, Side};
use crate::export::escape_xml;
use crate::score::tone::{NEUTRAL_BAND, WordTone};
use crate::score::{Analysis, SentenceScore, Unit};
use crate::text::{counted, date, signed};

/// Texts of more words together than this are left out: the page would not open.
const MOST_WORDS: usize = 150_000;

/// The section of the texts.
pub(super) fn texts(report: &Report<'_>) -> String {
    let words: usize = Side::BOTH
        .iter()
        .map(|side| report.comparison.coverage.side(*side).words)
        .sum();
    let body = if !report.with_text {
        "<p>This report was made without the texts: of the articles’ own words it holds single terms and \
         names only.</p>\n"
            .to_owned()
    } else if words > MOST_WORDS {
        format!(
            "<p>The texts have {} together and are left out: the page would be too large to open.</p>\n",
            counted(words, "word")
        )
    } else {
        let columns: String = Side::BOTH.map(|side| column(report, side)).concat();
        format!("{KEY}<div class=\"texts\">\n{columns}</div>\n")
    };
    format!(
        "<section id=\"texts\" aria-labelledby=\"texts-h\">\n<h2 id=\"texts-h\">The texts</h2>\n{body}</section>\n"
    )
}

/// What the marks mean.
const KEY: &str = "<p class=\"key\">The number beside a paragraph is its tone, −1 to +1; a small number \
    after a sentence is that of the sentence, where it is not neutral. <span class=\"w neg\">Dotted</span> \
    words count as negative, <span class=\"w pos\">underlined</span> ones as positive.</p>\n";

fn column(report: &Report<'_>, side: Side) -> String {
    let source = report.source(side);
    let mut out = format!(
        "<div class=\"text {}\">\n<h3>{}<bdi>{}</bdi></h3>\n",
        class(side),
        mark(side),
        escape_xml(&source.short_name())
    );
    for (article, analysis) in source.articles {
        out += &self::article(article, analysis);
    }
    out + "</div>\n"
}

fn article(article: &Article, analysis: &Analysis) -> String {
    let mut out = String::from("<article>\n");
    if let Some(headline) = &article.headline {
        let text = escape_xml(&headline.text);
        let _ = writeln!(out, "<h4 dir=\"auto\">{text}</h4>");
    }
    let published = article.published.as_deref().map(date);
    let facts: Vec<String> = [&article.byline, &published, &article.outlet]
        .into_iter()
        .flatten()
        .map(|fact| escape_xml(fact))
        .collect();
    if !facts.is_empty() {
        let _ = writeln!(out, "<p class=\"byline\">{}</p>", facts.join(" · "));
    }
    let mut aside = 0;
    for (index, block) in article.blocks.iter().enumerate() {
        if block.kind == BlockKind::Boilerplate {
            aside += 1;
            continue;
        }
        out += &self::block(block, analysis.unit_of_block(index));
    }
    if aside > 0 {
        let _ = writeln!(
            out,
            "<p class=\"byline\">{} of page furniture set aside.</p>",
            counted(aside, "block")
        );
    }
    out + "</article>\n"
}

/// A block; one that is scored has its tone beside it.
fn block(block: &Block, unit: Option<&Unit>) -> String {
    let Some(unit) = unit else {
        let text = escape_xml(&block.text);
        return match block.kind {
            BlockKind::Subhead => format!("<h5 dir=\"auto\">{text}</h5>\n"),
            _ => format!("<p class=\"plain\" dir=\"auto\">{text}</p>\n"),
        };
    };
    let text = marked(block, unit);
    let text = match block.kind {
        BlockKind::ListItem => format!("<p dir=\"auto\">• {text}</p>"),
        BlockKind::Quote => format!("<blockquote dir=\"auto\">{text}</blockquote>"),
        _ => format!("<p dir=\"auto\">{text}</p>"),
    };
    format!("<div class=\"par\">{}{text}</div>\n", tone(unit))
}

/// The tone of a paragraph: a number and a bar left or right of zero.
fn tone(unit: &Unit) -> String {
    let Some(mean) = unit.tone.mean else {
        return "<span class=\"tone\"></span>".to_owned();
    };
    let from = 20.0 + 20.0 * mean.min(0.0);
    let width = 20.0 * mean.abs();
    format!(
        concat!(
            "<span class=\"tone {}\"><span class=\"sr\">Tone </span>{}",
            "<svg width=\"40\" height=\"6\" viewBox=\"0 0 40 6\" aria-hidden=\"true\">",
            "<path class=\"zero\" d=\"M0 3H40M20 0V6\"/><rect x=\"{:.1}\" y=\"1.5\" width=\"{:.1}\" height=\"3\"/></svg></span>",
        ),
        sign(mean),
        signed(mean, 2),
        from,
        width
    )
}

fn sign(tone: f64) -> &'static str {
    if tone >= NEUTRAL_BAND {
        "pos"
    } else if tone <= -NEUTRAL_BAND {
        "neg"
    } else {
        "neu"
    }
}

/// The text of a block with its sentences and words marked.
fn marked(block: &Block, unit: &Unit) -> String {
    let mut out = String::new();
    let mut at = 0;
    for sentence in &unit.sentences {
        if sentence.span.start < at {
            continue;
        }
        out += &between(&block.text, at, sentence.span.start);
        out += &self::sentence(sentence, sentence.span.of(&block.text));
        at = sentence.span.end;
    }
    out + &between(&block.text, at, block.text.len())
}

fn sentence(sentence: &SentenceScore, text: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for word in &sentence.tone.words {
        if word.span.start < at || word.span.is_empty() {
            continue;
        }
        out += &between(text, at, word.span.start);
        out += &self::word(word, text);
        at = word.span.end;
    }
    out += &between(text, at, text.len());
    let compound = sentence.tone.compound;
    let sign = sign(compound);
    if sign == "neu" {
        return out;
    }
    let value = signed(compound, 2);
    format!("{out}<small class=\"{sign}\"><span class=\"sr\"> tone </span>\u{202f}{value}</small>")
}

/// A word that counts; its value and the rules that changed it show under the pointer.
fn word(word: &WordTone, text: &str) -> String {
    let sign = if word.valence < 0.0 { "neg" } else { "pos" };
    let mut why = format!(
        "{} (lexicon {}",
        signed(word.valence, 2),
        signed(word.base, 2)
    );
    for step in &word.rules {
        why += ", ";
        why += &step.describe(text);
    }
    why.push(')');
    format!(
        "<span class=\"w {sign}\" title=\"{}\">{}</span>",
        escape_xml(&why),
        escape_xml(word.span.of(text))
    )
}

fn between(text: &str, from: usize, to: usize) -> String {
    escape_xml(text.get(from..to).unwrap_or_default())
}
