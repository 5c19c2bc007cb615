//! Tone split into what the outlet says itself and what it quotes.

use crate::article::{Block, Span};
use crate::score::SentenceScore;
use crate::score::tone::{self, Names, ToneOptions, ToneSummary};

/// Tone of the two voices of one block.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct VoiceTone {
    /// What stands outside quotation marks.
    pub own: ToneSummary,
    /// What stands inside.
    pub quoted: ToneSummary,
}

impl VoiceTone {
    /// The tone of both voices; `whole` holds the block's sentences, scored.
    pub(crate) fn of(
        block: &Block,
        whole: &[SentenceScore],
        options: ToneOptions,
        names: &Names,
    ) -> Self {
        if block.quotations.is_empty() {
            return Self {
                own: ToneSummary::of(whole.iter().map(|s| &s.tone)),
                quoted: ToneSummary::default(),
            };
        }
        let mut untouched = Vec::new();
        let (mut own, mut quoted) = (Vec::new(), Vec::new());
        let mut rest = block.quotations.as_slice();
        for sentence in whole {
            while let [first, others @ ..] = rest
                && first.end <= sentence.span.start
            {
                rest = others;
            }
            let inside = rest
                .iter()
                .take_while(|span| span.start < sentence.span.end);
            let [outer, inner] = split(&block.text, sentence.span, inside);
            if inner.is_empty() {
                untouched.push(&sentence.tone);
                continue;
            }
            for (text, voice) in [(outer, &mut own), (inner, &mut quoted)] {
                if text.chars().any(char::is_alphabetic) {
                    voice.push(tone::score(&text, options, names));
                }
            }
        }
        Self {
            own: ToneSummary::of(untouched.into_iter().chain(&own)),
            quoted: ToneSummary::of(&quoted),
        }
    }
}

/// The parts of a sentence outside and inside the quotations `spans`.
fn split<'a>(text: &str, sentence: Span, spans: impl Iterator<Item = &'a Span>) -> [String; 2] {
    let [mut outer, mut inner] = [String::new(), String::new()];
    let mut at = sentence.start;
    for span in spans {
        let start = span.start.max(at);
        let end = span.end.min(sentence.end);
        outer.push_str(Span::new(at, start).of(text));
        inner.push_str(Span::new(start, end).of(text));
        inner.push(' ');
        at = end.max(at);
    }
    outer.push_str(Span::new(at, sentence.end).of(text));
    [outer, inner]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_voices_are_scored_apart() {
        let text = "The happy mayor called it “a horrible disaster” again. Nobody spoke.";
        let block = Block {
            kind: crate::article::BlockKind::Paragraph,
            text: text.to_owned(),
            sentences: crate::article::sentences(text),
            quotations: crate::article::quotations(text),
            set_aside: None,
        };
        let options = ToneOptions::default();
        let names = Names::default();
        let whole: Vec<_> = (block.sentences.iter())
            .map(|s| SentenceScore {
                span: *s,
                tone: tone::score(s.of(text), options, &names),
            })
            .collect();
        let voices = VoiceTone::of(&block, &whole, options, &names);
        assert_eq!((voices.own.sentences, voices.quoted.sentences), (2, 1));
        assert!(voices.own.mean > Some(0.0) && voices.quoted.mean < Some(0.0));
    }
}
