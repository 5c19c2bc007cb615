//! From an article to its analysis: every scored block, sentence by sentence, and the headline.

use super::headline::{self, AgainstBody, HeadlineScore};
use super::people::{Gathered, People};
use super::tone::{self, Names, ToneOptions, ToneSummary};
use super::voice::VoiceTone;
use super::wording;
use super::{Analysis, NoHeadline, SentenceScore, Settings, Unit};
use crate::article::{Article, Block, HeadlineOrigin, Span};

/// Scores an article. The same article and settings always give the same analysis.
pub fn analyse(article: &Article, settings: &Settings) -> Analysis {
    let names = Names::of(article).excluding(&settings.excluded);
    let mut people = Gathered::default();
    let units = to_score(article, settings)
        .map(|(at, block)| unit(at, block, settings.tone, &names, &mut people))
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
        tone: ToneSummary::of(sentences.map(|sentence| &sentence.tone)),
        speakers: wording::speakers(article, wordings(), &people),
        people,
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

fn unit(
    at: usize,
    block: &Block,
    options: ToneOptions,
    names: &Names,
    people: &mut Gathered,
) -> Unit {
    let score = |span: &Span| (*span, tone::score(span.of(&block.text), options, names));
    let whole: Vec<_> = block.sentences.iter().map(score).collect();
    let voices = VoiceTone::of_sentences(block, &whole, options, names);
    let sentences: Vec<_> = whole
        .into_iter()
        .zip(voices)
        .map(|((span, tone), voice)| SentenceScore { span, tone, voice })
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

#[cfg(test)]
#[expect(clippy::panic, reason = "tests")]
mod tests {
    use super::*;
    use crate::article::{BlockKind, Headline, Origin};

    fn article(blocks: &[(BlockKind, &str)], headline: Option<(&str, HeadlineOrigin)>) -> Article {
        let block = |(kind, text): &(BlockKind, &str)| Block {
            kind: *kind,
            text: (*text).to_owned(),
            sentences: text
                .split_inclusive(". ")
                .scan(0, |at, sentence| {
                    let start = *at;
                    *at += sentence.len();
                    Some(Span::new(start, start + sentence.trim_end().len()))
                })
                .collect(),
            quotations: Vec::new(),
            set_aside: None,
        };
        Article {
            origin: Origin::default(),
            headline: headline.map(|(text, origin)| Headline {
                text: text.to_owned(),
                origin,
            }),
            byline: None,
            published: None,
            outlet: None,
            url: None,
            language: None,
            blocks: blocks.iter().map(block).collect(),
            warnings: Vec::new(),
        }
    }

    #[test]
    fn only_scored_blocks_become_units_and_the_article_is_the_mean_of_sentences() {
        let article = article(
            &[
                (BlockKind::Paragraph, "A good day. A bad day. A day."),
                (BlockKind::Subhead, "A horrible heading"),
                (BlockKind::ListItem, "A great success."),
            ],
            None,
        );
        let analysis = analyse(&article, &Settings::default());
        let blocks: Vec<_> = analysis.units.iter().map(|unit| unit.block).collect();
        assert_eq!(blocks, [0, 2]);
        let compounds = |unit: &Unit| -> Vec<f64> {
            unit.sentences.iter().map(|one| one.tone.compound).collect()
        };
        let all: Vec<f64> = analysis.units.iter().flat_map(compounds).collect();
        assert_eq!(all.len(), 4);
        assert_eq!(analysis.tone.mean, Some(all.iter().sum::<f64>() / 4.0));
        assert_eq!(analysis.tone.sentences, 4);
        assert_eq!(
            (
                analysis.tone.negative,
                analysis.tone.neutral,
                analysis.tone.positive
            ),
            (1, 1, 2)
        );
        assert_eq!(analysis.headline, Err(NoHeadline::Missing));
    }

    #[test]
    fn a_headline_that_cannot_be_scored_says_why() {
        let why = |text, origin, language: Option<&str>| {
            let mut article = article(&[], Some((text, origin)));
            article.language = language.map(str::to_owned);
            analyse(&article, &Settings::default()).headline.err()
        };
        let file_name = why("shocking-invite", HeadlineOrigin::FileName, None);
        assert_eq!(file_name, Some(NoHeadline::FileName));
        assert_eq!(
            why("…", HeadlineOrigin::Text, Some("en-GB")),
            Some(NoHeadline::NoWords)
        );
        assert_eq!(
            why("Ein Titel", HeadlineOrigin::Metadata, Some("de-DE")),
            Some(NoHeadline::NotEnglish)
        );
    }

    #[test]
    fn saying_every_sentence_twice_leaves_the_tone_unchanged() {
        let once = "A good day. A bad day, but the mayor was happy. Nobody died. A terrible loss.";
        let sentences: Vec<&str> = once.split_inclusive(". ").map(str::trim_end).collect();
        let twice: Vec<&str> = sentences.iter().flat_map(|one| [*one, *one]).collect();
        let twice = twice.join(" ");
        let tone = |text: &str| {
            let article = article(&[(BlockKind::Paragraph, text.trim_end())], None);
            analyse(&article, &Settings::default()).tone
        };
        let (once, twice) = (tone(once), tone(&twice));
        assert_eq!(twice.sentences, 2 * once.sentences);
        assert_eq!(twice.negative, 2 * once.negative);
        let (Some(a), Some(b)) = (once.mean, twice.mean) else {
            panic!("both have a tone");
        };
        assert!((a - b).abs() < 1e-12, "{a} {b}");
    }

    #[test]
    fn a_text_in_another_language_is_scored_only_where_the_user_insists() {
        let mut article = article(
            &[(BlockKind::Paragraph, "A good day.")],
            Some(("A good day", HeadlineOrigin::Text)),
        );
        article.language = Some("de".to_owned());
        assert!(analyse(&article, &Settings::default()).units.is_empty());
        let insisting = Settings {
            any_language: true,
            ..Settings::default()
        };
        let analysis = analyse(&article, &insisting);
        assert_eq!(analysis.units.len(), 1);
        assert!(analysis.headline.is_ok());
        let german = "Der Bürgermeister hat heute die neue Brücke über den Fluss eröffnet";
        if let Some(headline) = &mut article.headline {
            german.clone_into(&mut headline.text);
        }
        assert!(analyse(&article, &insisting).headline.is_ok());
    }

    #[test]
    fn a_word_the_user_excludes_is_not_tone_and_says_so() {
        let text = "A bad day. “Bad” ❤ weather.";
        let article = article(&[(BlockKind::Paragraph, text)], None);
        let settings = Settings {
            excluded: ["BAD", "❤"].into_iter().collect(),
            ..Settings::default()
        };
        let analysis = analyse(&article, &settings);
        let unscored: Vec<(&str, String)> = (analysis.units.iter())
            .flat_map(|unit| &unit.sentences)
            .flat_map(|sentence| {
                let text = sentence.span.of(text);
                let words = sentence.tone.unscored.iter();
                words.map(move |word| (word.span.of(text), word.describe(text)))
            })
            .collect();
        let said = |word| (word, "excluded by you".to_owned());
        assert_eq!(unscored, [said("bad"), said("Bad"), said("❤")]);
        assert_eq!(analysis.tone.mean, Some(0.0));
        let plain = analyse(&article, &Settings::default());
        assert!(plain.tone.mean.is_some_and(|mean| mean.abs() > 0.1));
    }
}
