//! The second reader asked about an article that is scored: what it says of every sentence, of what stands
//! outside quotations, of the headline and of every mention of a name; and an analysis that holds it.

use std::sync::Arc;

use super::agreement::{Agreement, bait_agreement, mean_tone_agreement};
use super::reader::{BATCH, SecondReader};
use super::reading::Reading;
use super::said::{Said, SaidMention, SaidSentence, kept};
use super::second_tone::SecondTone;
use crate::article::{Article, Block, HeadlineOrigin, Span};
use crate::score::target::TargetTone;
use crate::score::voice::outside_quotations;
use crate::score::{Analysis, SentenceScore, Unit};
use crate::work::{self, Progress, Stopped, Threads};

/// What is to be read of an article.
struct Asked<'a> {
    /// Every sentence that was scored, and after it what of it stands outside quotations, if that is words
    /// and not all.
    texts: Vec<String>,
    /// Every mention of a name, in reading order.
    mentions: Vec<Mention<'a>>,
}

struct Mention<'a> {
    block: usize,
    span: Span,
    sentence: &'a str,
    /// Where it stands there.
    at: Span,
}

/// Some of it, read at once.
enum Piece<'a> {
    Texts(&'a [String]),
    Mentions(&'a [Mention<'a>]),
}

/// What came of that.
enum Read {
    Texts(Vec<Option<Reading>>),
    Mentions(Vec<Option<TargetTone>>),
}

impl<'a> Asked<'a> {
    fn of(article: &'a Article, analysis: &Analysis) -> Self {
        let mut texts = Vec::new();
        for unit in &analysis.units {
            for sentence in &unit.sentences {
                let block = article.blocks.get(unit.block);
                texts.push(
                    block
                        .map_or("", |block| sentence.span.of(&block.text))
                        .to_owned(),
                );
                texts.extend(own_words(block, sentence.span).filter(|words| is_said(words)));
            }
        }
        let names = analysis.people.names.iter();
        let mentions = names.flat_map(|name| &name.mentions).filter_map(|mention| {
            let block = article.blocks.get(mention.block)?;
            let span = mention.span;
            let mut sentences = block.sentences.iter();
            let sentence = sentences.find(|sentence| sentence.contains(span.start))?;
            let at = Span::new(
                span.start - sentence.start,
                span.end.checked_sub(sentence.start)?,
            );
            (span.end <= sentence.end).then_some(Mention {
                block: mention.block,
                span,
                sentence: sentence.of(&block.text),
                at,
            })
        });
        let mut mentions: Vec<Mention<'a>> = mentions.collect();
        mentions.sort_by_key(|mention| (mention.block, mention.span));
        Self { texts, mentions }
    }

    fn pieces(&self) -> Vec<Piece<'_>> {
        let mentions = self.mentions.chunks(BATCH).map(Piece::Mentions);
        let texts = self.texts.chunks(BATCH).map(Piece::Texts);
        texts.chain(mentions).collect()
    }
}

/// What of a sentence stands outside quotations, where that is not all of it.
fn own_words(block: Option<&Block>, sentence: Span) -> Option<String> {
    outside_quotations(block?, sentence)
}

/// Whether it is words.
fn is_said(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

impl SecondReader {
    /// How many steps [`SecondReader::ask`] takes, as progress counts them.
    pub fn steps(article: &Article, analysis: &Analysis) -> usize {
        Asked::of(article, analysis).pieces().len()
    }

    /// What it says of an article with these scores. What comes of it never depends on the threads.
    ///
    /// # Errors
    /// [`Stopped`] where the work was stopped.
    pub fn ask(
        &self,
        article: &Article,
        analysis: &Analysis,
        threads: Threads,
        progress: &Progress,
    ) -> Result<Said, Stopped> {
        let asked = Asked::of(article, analysis);
        let read = work::map(asked.pieces(), threads, progress, |piece| match piece {
            Piece::Texts(texts) => {
                let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
                Read::Texts(self.sentences(&texts))
            }
            Piece::Mentions(all) => {
                let of = |mention: &Mention<'_>| self.target(mention.sentence, mention.at);
                Read::Mentions(all.iter().map(of).collect())
            }
        })?;
        let (mut texts, mut tones) = (Vec::new(), Vec::new());
        for read in read {
            match read {
                Read::Texts(more) => texts.extend(more),
                Read::Mentions(more) => tones.extend(more),
            }
        }
        let mentions = asked.mentions.iter().zip(tones);
        Ok(Said {
            bait: headline(article, analysis)
                .and_then(|text| self.headline(text))
                .map(|read| kept(read.bait)),
            blocks: blocks(article, analysis, texts),
            mentions: mentions
                .filter_map(|(mention, tone)| {
                    let tone = tone?;
                    Some(SaidMention {
                        block: mention.block,
                        span: mention.span,
                        tone: TargetTone {
                            negative: kept(tone.negative),
                            neutral: kept(tone.neutral),
                            positive: kept(tone.positive),
                        },
                    })
                })
                .collect(),
        })
    }
}

fn headline<'a>(article: &'a Article, analysis: &Analysis) -> Option<&'a str> {
    let headline = article.headline.as_ref()?;
    let is_read = headline.origin != HeadlineOrigin::FileName && analysis.headline.is_ok();
    is_read.then_some(headline.text.as_str())
}

/// What was read, `texts` as [`Asked`] has them, back in its blocks.
fn blocks(
    article: &Article,
    analysis: &Analysis,
    texts: Vec<Option<Reading>>,
) -> Vec<(usize, Vec<Option<SaidSentence>>)> {
    let mut texts = texts.into_iter();
    let mut next = || texts.next().flatten();
    let mut out = Vec::with_capacity(analysis.units.len());
    for unit in &analysis.units {
        let block = article.blocks.get(unit.block);
        let mut said = Vec::with_capacity(unit.sentences.len());
        for sentence in &unit.sentences {
            let whole = next();
            let own = match own_words(block, sentence.span) {
                Some(words) if is_said(&words) => next().map(|own| own.tone()),
                Some(_) => None,
                None => whole.as_ref().map(Reading::tone),
            };
            said.push(whole.map(|whole| SaidSentence {
                tone: kept(whole.tone()),
                own: own.map(kept),
                subjectivity: kept(whole.subjectivity),
            }));
        }
        out.push((unit.block, said));
    }
    out
}

impl SecondTone {
    /// Over the sentences that both read.
    pub fn over<'s>(sentences: impl IntoIterator<Item = &'s SentenceScore>) -> Option<Self> {
        let (mut compound, mut second, mut count, mut agreeing) = (0.0, 0.0, 0_usize, 0);
        for sentence in sentences {
            let Some((said, agreement)) = sentence.second.zip(sentence.agreement()) else {
                continue;
            };
            compound += sentence.tone.compound;
            second += said.tone;
            count += 1;
            agreeing += usize::from(agreement.agrees());
        }
        let (compound, second) = (compound / count as f64, second / count as f64);
        (count > 0).then(|| Self {
            compound,
            second,
            agreement: mean_tone_agreement(compound, second),
            sentences: count,
            agreeing,
        })
    }
}

impl SentenceScore {
    /// What the two readers say of its tone together; `None` where the second did not read it.
    pub fn agreement(&self) -> Option<Agreement> {
        Some(mean_tone_agreement(self.tone.compound, self.second?.tone))
    }
}

impl Unit {
    /// Its tone by both readers; `None` where the second did not read it.
    pub fn second_tone(&self) -> Option<SecondTone> {
        SecondTone::over(&self.sentences)
    }
}

impl Analysis {
    /// The same with what the second reader said, or without. What was said of other sentences is left out.
    #[must_use]
    pub fn with_second(&self, said: Option<Arc<Said>>) -> Self {
        let mut analysis = self.clone();
        let said = said.filter(|said| {
            said.blocks.len() == self.units.len()
                && (said.blocks.iter().zip(&self.units)).all(|((block, said), unit)| {
                    *block == unit.block && said.len() == unit.sentences.len()
                })
        });
        for unit in &mut analysis.units {
            let block = said.as_ref().and_then(|said| said.block(unit.block));
            for (at, sentence) in unit.sentences.iter_mut().enumerate() {
                let said = block.and_then(|block| block.get(at));
                sentence.second = said.copied().flatten();
            }
        }
        analysis.second = said;
        analysis
    }

    /// Its tone by both readers; `None` where the second did not read it.
    pub fn second_tone(&self) -> Option<SecondTone> {
        SecondTone::over(self.units.iter().flat_map(|unit| &unit.sentences))
    }

    /// The bait of its headline as the second reader has it, and what the two say of it together.
    pub fn second_bait(&self) -> Option<(f64, Agreement)> {
        let bait = self.second.as_ref()?.bait?;
        let own = self.headline.as_ref().ok()?.bait;
        Some((bait, bait_agreement(own, bait)))
    }
}
