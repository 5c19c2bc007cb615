//! The corrections that take words out of the count: the user's own, names and news senses.

use super::correction::ToneOptions;
use super::evidence::Unscored;
use super::names::{Names, Shapes, View};
use super::news_sense;
use super::prepared::Prepared;
use super::tokens::Tokens;

/// The words of the lexicon that do not count in a text. A buffer, used again and again.
#[derive(Default)]
pub(super) struct Corrections {
    /// The word's token, and why it does not count; in order.
    found: Vec<(usize, Unscored)>,
    shapes: Shapes,
}

impl Corrections {
    /// Finds what `options` and the user ask for; `text` is the text as given.
    pub(super) fn find(
        &mut self,
        text: &str,
        tokens: &Tokens,
        prepared: &Prepared,
        options: ToneOptions,
        names: &Names,
    ) {
        self.found.clear();
        let bytes = prepared.bytes();
        // Looking at a sentence's capitals costs more than scoring it: only where a word asks for it.
        let mut shapes = Some(&mut self.shapes);
        let mut view = None;
        let excludes = !names.excluded.is_empty();
        for at in tokens.in_lexicon.iter().copied() {
            let Some(token) = tokens.all.get(at) else {
                continue;
            };
            let by_user = || {
                let word = prepared.source(token.start, token.end);
                names.excluded.contains(word.of(text))
            };
            let mut why = None;
            if excludes && by_user() {
                why = Some(Unscored::Excluded);
            } else if tokens.own(at).is_some() {
                continue;
            } else if options.mask_names
                && token.of(bytes).first().is_some_and(u8::is_ascii_uppercase)
            {
                if let Some(shapes) = shapes.take() {
                    view = Some(View::new(bytes, tokens, shapes));
                }
                why = view.as_ref().and_then(|view| {
                    let (start, end) = names.name_of(view, at)?;
                    Some(Unscored::Name(prepared.source(start, end)))
                });
            }
            if options.news_sense && why.is_none() {
                why = news_sense::reason(bytes, tokens, at).map(Unscored::NewsSense);
            }
            self.found.extend(why.map(|why| (at, why)));
        }
    }

    /// Makes the words words like any other: without valence, and without a part in the rules.
    pub(super) fn apply(&self, tokens: &mut Tokens) {
        for (at, _) in &self.found {
            tokens.take_out(*at);
        }
    }

    /// The words found, by token, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &(usize, Unscored)> {
        self.found.iter()
    }
}
