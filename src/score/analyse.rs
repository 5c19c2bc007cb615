//! From an article to its analysis: every scored block, sentence by sentence, and the headline.

use super::headline::{self, AgainstBody, HeadlineScore};
use super::people::{Gathered, People};
use super::tone::{self, Names, SentenceTone, Tokens, ToneOptions, ToneSummary};
use super::voice::VoiceTone;
use super::wording;
use super::{Analysis, NoHeadline, SentenceScore, Settings, Unit};
use crate::article::{Article, Block, HeadlineOrigin, Span};

/// Scores an article. The same article and settings always give the same analysis.
pub fn analyse(article: &Article, settings: &Settings) -> Analysis {
    let (names, mut read) = Names::with_tokens(article);
    let names = names.heeding(&settings.excluded, &settings.tone_values);
    let mut people = Gathered::default();
    let units = to_score(article, settings)
        .map(|(at, block)| {
            let read = read.get_mut(at).map(std::mem::take).unwrap_or_default();
            let whole = tones(block, read, settings.tone, &names);
            unit(at, block, whole, settings.tone, &names, &mut people)
        })
        .collect();
    assemble(article, settings, units, people.merge())
}

/// The blocks to score: none where the text is in a language the scores are not made for, unless the
/// user insists.
fn to_score<'a>(
    article: &'a Article,
    settings: &Settings,
) -> impl Iterator<Item = (usize, &'a Block)> {
    let wanted = settings.any_language || !article.is_foreign();
    article.scored_blocks().filter(move |_| wanted)
}

fn assemble(article: &Article, settings: &Settings, units: Vec<Unit>, people: People) -> Analysis {
    let sentences = units.iter().flat_map(|unit| &unit.sentences);
    let wordings = || units.iter().map(|unit| &unit.wording);
    let headline = headline(article, settings);
    Analysis {
        settings: settings.clone(),
        against_body: headline
            .as_ref()
            .ok()
            .and_then(|_| against_body(article, &units)),
        headline,
        figures: None,
        tone: ToneSummary::of(sentences.map(|sentence| &sentence.tone)),
        speakers: wording::speakers(article, wordings(), &people),
        people,
        second: None,
        left_out: None,
        quote_marks_lost: wordings().any(|unit| unit.seems_unmarked)
            && wordings().all(|unit| unit.quotes.is_empty()),
        units,
    }
}

fn against_body(article: &Article, units: &[Unit]) -> Option<AgainstBody> {
    let sentences = units.iter().flat_map(|unit| {
        let block = article.blocks.get(unit.block);
        let text = block.map_or("", |block| &block.text);
        let spans = unit.sentences.iter().map(|sentence| sentence.span);
        spans.map(move |span| span.of(text))
    });
    headline::against_body(&article.headline.as_ref()?.text, sentences).ok()
}

/// The tone of every sentence as it stands; `read` are their words.
fn tones(
    block: &Block,
    read: Vec<Tokens>,
    options: ToneOptions,
    names: &Names,
) -> Vec<(Span, SentenceTone)> {
    let mut read = read.into_iter();
    let score = |span: &Span| {
        let text = span.of(&block.text);
        (*span, tone::score_read(text, read.next(), options, names))
    };
    block.sentences.iter().map(score).collect()
}

fn unit(
    at: usize,
    block: &Block,
    whole: Vec<(Span, SentenceTone)>,
    options: ToneOptions,
    names: &Names,
    people: &mut Gathered,
) -> Unit {
    let voices = VoiceTone::of_sentences(block, &whole, options, names);
    let sentences: Vec<_> = whole
        .into_iter()
        .zip(voices)
        .map(|((span, tone), voice)| SentenceScore {
            span,
            tone,
            voice,
            second: None,
        })
        .collect();
    Unit {
        block: at,
        tone: ToneSummary::of(sentences.iter().map(|sentence| &sentence.tone)),
        voice: VoiceTone::sum(sentences.iter().map(|sentence| &sentence.voice)),
        wording: wording::of_block(at, block, people),
        sentences,
    }
}

fn headline(article: &Article, settings: &Settings) -> Result<HeadlineScore, NoHeadline> {
    let headline = article.headline.as_ref().ok_or(NoHeadline::Missing)?;
    if headline.origin == HeadlineOrigin::FileName {
        return Err(NoHeadline::FileName);
    }
    if article.is_foreign() && !settings.any_language {
        return Err(NoHeadline::NotEnglish);
    }
    headline::score_in(&headline.text, settings.any_language)
}
