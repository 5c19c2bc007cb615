//! What the second reader said of an article, as it is kept and saved: a few numbers a sentence. The shares
//! of words are left out; they are made again for the one sentence that is asked about.

use serde::{Deserialize, Serialize};

use crate::article::Span;
use crate::score::target::TargetTone;

/// What it said of one sentence. Rounded to four decimals, as VADER's compounds are: what is saved and
/// opened again is the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SaidSentence {
    /// Tone, −1 to +1.
    pub tone: f64,
    /// Tone of what stands outside its quotations; `None` where nothing does.
    pub own: Option<f64>,
    /// How probable it is that it gives opinion, 0 to 1.
    pub subjectivity: f64,
}

/// What it said of a mention of a name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SaidMention {
    /// The block it stands in.
    pub block: usize,
    /// Where the name stands in the block's text.
    pub span: Span,
    /// The tone towards it.
    pub tone: TargetTone,
}

/// What it said of an article.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Packed", into = "Packed")]
pub struct Said {
    /// The bait of its headline, 0 to 100; `None` where it has none to read.
    pub bait: Option<f64>,
    /// By scored block, in order: its position, and one entry a sentence; `None` where one holds nothing to
    /// read.
    pub(super) blocks: Vec<(usize, Vec<Option<SaidSentence>>)>,
    /// In reading order.
    pub(super) mentions: Vec<SaidMention>,
}

impl Said {
    /// What it said of the sentences of the block at `block`.
    pub fn block(&self, block: usize) -> Option<&[Option<SaidSentence>]> {
        let at = self.blocks.binary_search_by_key(&block, |(at, _)| *at);
        Some(self.blocks.get(at.ok()?)?.1.as_slice())
    }

    /// What it said of the mention at `span` of the block at `block`.
    pub fn mention(&self, block: usize, span: Span) -> Option<TargetTone> {
        let key = |said: &SaidMention| (said.block, said.span);
        let at = self.mentions.binary_search_by_key(&(block, span), key);
        Some(self.mentions.get(at.ok()?)?.tone)
    }
}

/// Four decimals.
pub(super) fn kept(value: f64) -> f64 {
    (value * SCALE).round() / SCALE
}

/// What one stands for in a file.
const SCALE: f64 = 1e4;

/// How it stands in a file: numbers in ten-thousandths, `x` where there is none.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Packed {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bait: Option<f64>,
    /// A line a block: its position, then tone, tone outside quotations and subjectivity of each sentence.
    blocks: Vec<String>,
    /// A line a mention: block, first and last byte, then negative, neutral and positive.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<String>,
}

/// What was read is not what is written.
#[derive(Debug, thiserror::Error)]
#[error("what the second reader said cannot be read")]
pub struct NotSaid;

#[expect(
    clippy::cast_possible_truncation,
    reason = "probabilities and tones in ten-thousandths"
)]
fn pack(value: Option<f64>) -> String {
    let packed = value.map(|value| (value * SCALE).round() as i64);
    packed.map_or_else(|| "x".to_owned(), |packed| packed.to_string())
}

fn unpack(word: &str) -> Result<Option<f64>, NotSaid> {
    if word == "x" {
        return Ok(None);
    }
    let value: i32 = word.parse().map_err(|_| NotSaid)?;
    let value = f64::from(value) / SCALE;
    if value.abs() > 1.0 {
        return Err(NotSaid);
    }
    Ok(Some(value))
}

impl From<Said> for Packed {
    fn from(said: Said) -> Self {
        let sentence = |said: &Option<SaidSentence>| {
            let of = |value: fn(&SaidSentence) -> Option<f64>| pack(said.as_ref().and_then(value));
            [
                of(|said| Some(said.tone)),
                of(|said| said.own),
                of(|said| Some(said.subjectivity)),
            ]
            .join(" ")
        };
        let block = |(at, all): &(usize, Vec<Option<SaidSentence>>)| {
            let mut words = vec![at.to_string()];
            words.extend(all.iter().map(sentence));
            words.join(" ")
        };
        let mention = |said: &SaidMention| {
            let tone = said.tone;
            let tones = [tone.negative, tone.neutral, tone.positive];
            let [negative, neutral, positive] = tones.map(|value| pack(Some(value)));
            let (block, Span { start, end }) = (said.block, said.span);
            format!("{block} {start} {end} {negative} {neutral} {positive}")
        };
        Self {
            bait: said.bait,
            blocks: said.blocks.iter().map(block).collect(),
            mentions: said.mentions.iter().map(mention).collect(),
        }
    }
}

impl TryFrom<Packed> for Said {
    type Error = NotSaid;

    fn try_from(packed: Packed) -> Result<Self, NotSaid> {
        let blocks = packed.blocks.iter().map(|line| block(line));
        let blocks = blocks.collect::<Result<Vec<_>, _>>()?;
        let mentions = packed.mentions.iter().map(|line| mention(line));
        let mentions = mentions.collect::<Result<Vec<_>, _>>()?;
        let bait = packed.bait.filter(|bait| (0.0..=100.0).contains(bait));
        let in_order = blocks.is_sorted_by(|one, other| one.0 < other.0)
            && mentions.is_sorted_by_key(|said| (said.block, said.span));
        if bait != packed.bait || !in_order {
            return Err(NotSaid);
        }
        Ok(Self {
            bait,
            blocks,
            mentions,
        })
    }
}

fn place(word: &str) -> Result<usize, NotSaid> {
    word.parse().map_err(|_| NotSaid)
}

fn block(line: &str) -> Result<(usize, Vec<Option<SaidSentence>>), NotSaid> {
    let (at, rest) = line.split_once(' ').unwrap_or((line, ""));
    let words: Vec<&str> = rest.split_whitespace().collect();
    let (sentences, rest) = words.as_chunks::<3>();
    if !rest.is_empty() {
        return Err(NotSaid);
    }
    let sentence = |[tone, own, subjectivity]: &[&str; 3]| {
        let own = unpack(own)?;
        let both = unpack(tone)?.zip(unpack(subjectivity)?);
        Ok(both.map(|(tone, subjectivity)| SaidSentence {
            tone,
            own,
            subjectivity,
        }))
    };
    let sentences = sentences.iter().map(sentence);
    Ok((place(at)?, sentences.collect::<Result<_, _>>()?))
}

fn mention(line: &str) -> Result<SaidMention, NotSaid> {
    let words: Vec<&str> = line.split(' ').collect();
    let [block, start, end, negative, neutral, positive] = words.as_slice() else {
        return Err(NotSaid);
    };
    let of = |word: &str| unpack(word)?.ok_or(NotSaid);
    Ok(SaidMention {
        block: place(block)?,
        span: Span::new(place(start)?, place(end)?),
        tone: TargetTone {
            negative: of(negative)?,
            neutral: of(neutral)?,
            positive: of(positive)?,
        },
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_the_same_after_saving() {
        let sentence = |tone, own| {
            Some(SaidSentence {
                tone,
                own,
                subjectivity: 0.25,
            })
        };
        let said = Said {
            bait: Some(12.5),
            blocks: vec![
                (1, vec![sentence(-0.5, Some(0.1234)), None]),
                (4, vec![sentence(1.0, None)]),
            ],
            mentions: vec![SaidMention {
                block: 4,
                span: Span::new(3, 9),
                tone: TargetTone {
                    negative: 0.1,
                    neutral: 0.7,
                    positive: 0.2,
                },
            }],
        };
        let text = serde_json::to_string(&said).unwrap();
        assert_eq!(serde_json::from_str::<Said>(&text).unwrap(), said);
        for (from, to) in [("-5000", "-50000"), ("4 10000", "0 10000"), ("x 2500", "x")] {
            assert!(text.contains(from), "{text}");
            let wrong = text.replacen(from, to, 1);
            assert!(serde_json::from_str::<Said>(&wrong).is_err(), "{wrong}");
        }
    }
}
