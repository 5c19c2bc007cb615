//! Tone split into what the outlet says itself and what it quotes.

use crate::article::{Block, Span};
use crate::score::tone::{self, Names, SentenceTone, ToneOptions, ToneSummary};

/// Tone of the two voices of a sentence, or of several.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct VoiceTone {
    /// What stands outside quotation marks.
    pub own: ToneSummary,
    /// What stands inside.
    pub quoted: ToneSummary,
}

impl VoiceTone {
    /// The voices of several sentences taken together.
    pub(crate) fn sum<'a>(parts: impl Iterator<Item = &'a Self> + Clone) -> Self {
        Self {
            own: ToneSummary::sum(parts.clone().map(|part| &part.own)),
            quoted: ToneSummary::sum(parts.map(|part| &part.quoted)),
        }
    }

    /// The voices of each sentence of a block; `whole` holds the sentences as they stand, scored.
    pub(crate) fn of_sentences(
        block: &Block,
        whole: &[(Span, SentenceTone)],
        options: ToneOptions,
        names: &Names,
    ) -> Vec<Self> {
        let mut rest = block.quotations.as_slice();
        let mut voices = Vec::with_capacity(whole.len());
        for (span, tone) in whole {
            while let [first, others @ ..] = rest
                && first.end <= span.start
            {
                rest = others;
            }
            let inside = rest.iter().take_while(|quoted| quoted.start < span.end);
            let [outer, inner] = split(&block.text, *span, inside);
            if inner.is_empty() {
                voices.push(Self {
                    own: ToneSummary::of([tone]),
                    quoted: ToneSummary::default(),
                });
                continue;
            }
            let score = |text: &str| {
                let scored = text.chars().any(char::is_alphabetic);
                let tone = scored.then(|| tone::score(text, options, names));
                ToneSummary::of(tone.as_ref())
            };
            voices.push(Self {
                own: score(&outer),
                quoted: score(&inner),
            });
        }
        voices
    }
}

/// What of a sentence stands outside quotation marks; `None` where all of it does.
pub(in crate::score) fn outside_quotations(block: &Block, sentence: Span) -> Option<String> {
    let all = &block.quotations;
    let first = all.partition_point(|quoted| quoted.end <= sentence.start);
    let inside = (all.iter().skip(first)).take_while(|quoted| quoted.start < sentence.end);
    let [outer, inner] = split(&block.text, sentence, inside);
    (!inner.is_empty()).then_some(outer)
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
            .map(|s| (*s, tone::score(s.of(text), options, &names)))
            .collect();
        let each = VoiceTone::of_sentences(&block, &whole, options, &names);
        let voices = VoiceTone::sum(each.iter());
        assert_eq!((voices.own.sentences, voices.quoted.sentences), (2, 1));
        assert!(voices.own.mean > Some(0.0) && voices.quoted.mean < Some(0.0));
    }
}
