//! The texts side by side: the tone of every paragraph and sentence, the words that count marked.

use super::item::{Block, Item, Piece, Run, Text};
use super::subject::Report;
use crate::article::{self, Article, BlockKind, Side};
use crate::score::second::Agreement;
use crate::score::tone::{NEUTRAL_BAND, WordTone};
use crate::score::{Analysis, SentenceScore, Unit};
use crate::text::{counted, date, signed};

/// Texts of more words together than this are left out: the report would not open.
const MOST_WORDS: usize = 150_000;

/// What the marks mean.
const KEY: &str = "The number beside a paragraph is its tone, −1 to +1; a small number after a sentence is \
    that of the sentence, where it is not neutral. Dotted words count as negative, underlined ones as \
    positive.";

/// The same where the second reader was asked.
const SECOND_KEY: &str =
    "≠ after a sentence says that the two readers differ about its tone: its number is weak.";

pub(super) fn items<'a>(report: &Report<'a>) -> Vec<Item<'a>> {
    let words: usize = Side::BOTH
        .iter()
        .map(|side| report.comparison.coverage.side(*side).words)
        .sum();
    if !report.with_text() {
        return vec![Item::Text(
            "This report was made without the texts: of the articles’ own words it holds single terms and \
             names only."
                .to_owned(),
        )];
    }
    if words > MOST_WORDS {
        return vec![Item::Text(format!(
            "The texts have {} together and are left out: the report would be too large to open.",
            counted(words, "word")
        ))];
    }
    vec![
        Item::Text(if report.a.is_read() || report.b.is_read() {
            format!("{KEY} {SECOND_KEY}")
        } else {
            KEY.to_owned()
        }),
        Item::Texts(Side::BOTH.map(|side| self::text(report, side))),
    ]
}

fn text(report: &Report<'_>, side: Side) -> Text {
    let source = report.source(side);
    let articles = source.articles.iter();
    Text {
        side,
        name: source.short_name(),
        articles: articles
            .map(|(article, scores)| blocks(article, scores))
            .collect(),
    }
}

/// Everything of an article that is shown, in order.
fn blocks(article: &Article, analysis: &Analysis) -> Vec<Block> {
    let mut out = Vec::new();
    let plain = |kind, text: String| Block {
        kind,
        tone: None,
        runs: vec![Run::Text(text)],
    };
    if let Some(headline) = &article.headline {
        out.push(plain(Piece::Headline, headline.text.clone()));
    }
    let published = article.published.as_deref().map(date);
    let facts: Vec<&str> = [&article.byline, &published, &article.outlet]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    if !facts.is_empty() {
        out.push(plain(Piece::Facts, facts.join(" · ")));
    }
    let mut aside = 0;
    for (index, block) in article.blocks.iter().enumerate() {
        if block.kind == BlockKind::Boilerplate {
            aside += 1;
            continue;
        }
        out.push(match analysis.unit_of_block(index) {
            Some(unit) => scored(block, unit),
            None if block.kind == BlockKind::Subhead => plain(Piece::Subhead, block.text.clone()),
            None => plain(Piece::Plain, block.text.clone()),
        });
    }
    if aside > 0 {
        let aside = format!("{} of page furniture set aside.", counted(aside, "block"));
        out.push(plain(Piece::Facts, aside));
    }
    out
}

/// A scored block with its sentences and words marked.
fn scored(block: &article::Block, unit: &Unit) -> Block {
    let mut runs = Vec::new();
    let mut at = 0;
    for sentence in &unit.sentences {
        if sentence.span.start < at {
            continue;
        }
        between(&block.text, at, sentence.span.start, &mut runs);
        self::sentence(sentence, sentence.span.of(&block.text), &mut runs);
        at = sentence.span.end;
    }
    between(&block.text, at, block.text.len(), &mut runs);
    Block {
        kind: match block.kind {
            BlockKind::ListItem => Piece::ListItem,
            BlockKind::Quote => Piece::Quote,
            _ => Piece::Paragraph,
        },
        tone: unit.tone.mean,
        runs,
    }
}

fn sentence(sentence: &SentenceScore, text: &str, runs: &mut Vec<Run>) {
    let mut at = 0;
    for word in &sentence.tone.words {
        if word.span.start < at || word.span.is_empty() {
            continue;
        }
        between(text, at, word.span.start, runs);
        runs.push(Run::Word {
            text: word.span.of(text).to_owned(),
            value: word.valence,
            why: why(word, text),
        });
        at = word.span.end;
    }
    between(text, at, text.len(), runs);
    let compound = sentence.tone.compound;
    if compound.abs() >= NEUTRAL_BAND {
        runs.push(Run::Tone(compound));
    }
    if sentence.agreement() == Some(Agreement::Differ) {
        runs.push(Run::text(format!("\u{202f}{}", Agreement::Differ.mark())));
    }
}

/// The value of a word and the rules that changed it: "−1.10 (lexicon −0.80, …)".
pub(super) fn why(word: &WordTone, text: &str) -> String {
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
    why
}

fn between(text: &str, from: usize, to: usize, runs: &mut Vec<Run>) {
    let text = text.get(from..to).unwrap_or_default();
    if !text.is_empty() {
        runs.push(Run::text(text));
    }
}
