//! From a headline to what was found in it: matches of the lists after every guard.

use super::cue::{CueKind, Part};
use super::lists::{DISASTER, NOT_DISASTER, TABLES, Tables};
use super::rules::HeadlineReading;
use super::tokens::Tokens;
use super::trie::{Hit, Trie};
use crate::article::Span;

/// Matches of one list that count in full; further ones count nothing.
pub(super) const MOST_MATCHES: f64 = 3.0;

/// One match of one list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// Position in the table of lists.
    pub(super) list: u16,
    pub(super) span: Span,
    /// How much of a match it counts: 1, ½ in quotation marks, 0 beyond the most that count.
    pub(super) share: f64,
    pub(super) quoted: bool,
}

/// A match that a guard kept from counting.
#[derive(Debug, Clone, Copy)]
pub(super) struct Guarded {
    pub(super) list: u16,
    pub(super) span: Span,
    /// The disaster word.
    pub(super) by: Span,
}

/// What was found in one headline.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// By list, then by place.
    pub(super) found: Vec<Found>,
    pub(super) guarded: Vec<Guarded>,
}

impl Evidence {
    /// Whether `span` is part of a match that heats.
    pub(super) fn heats(&self, span: Span) -> bool {
        self.found.iter().any(|found| {
            let list = TABLES.lists.get(usize::from(found.list));
            let hot = list.is_some_and(|list| list.kind.part() == Part::Heat);
            hot && found.span.start <= span.start && span.end <= found.span.end
        })
    }
}

/// Looks every list up in `tokens`.
pub(super) fn gather(tokens: &Tokens) -> Evidence {
    gather_from(&TABLES.trie, tokens, false)
}

/// Looks up the lists that heat alone: for sentences of an article, of which nothing else is asked.
pub(super) fn gather_heat(tokens: &Tokens) -> Evidence {
    gather_from(&TABLES.heat_trie, tokens, true)
}

fn gather_from(trie: &Trie, tokens: &Tokens, heat_alone: bool) -> Evidence {
    let tables = &*TABLES;
    let hits = trie.find(tokens);
    let reading = HeadlineReading::new(
        tokens,
        &tables.classes,
        &tables.vocabulary,
        disasters(&hits),
    );
    let mut out = Evidence {
        found: Vec::with_capacity(hits.len()),
        guarded: Vec::new(),
    };
    for hit in &hits {
        consider(hit, &reading, tables, &mut out);
    }
    let mut spans = Vec::new();
    let rules = tables.rules.iter();
    for &(list, rule, _) in rules.filter(|(_, _, heats)| *heats || !heat_alone) {
        rule.find(&reading, &mut spans);
        out.found.extend(spans.drain(..).map(|span| Found {
            list,
            span,
            share: 1.0,
            quoted: false,
        }));
    }
    out.found
        .sort_unstable_by_key(|found| (found.list, found.span));
    cap(&mut out.found);
    out
}

fn overlap(a: &Hit, b: &Hit) -> bool {
    a.first <= b.last && b.first <= a.last
}

/// Disaster words that no everyday phrase covers.
fn disasters(hits: &[Hit]) -> Vec<Hit> {
    let mut out: Vec<Hit> = hits
        .iter()
        .filter(|hit| hit.list == DISASTER)
        .copied()
        .collect();
    if !out.is_empty() {
        for phrase in hits.iter().filter(|hit| hit.list == NOT_DISASTER).take(8) {
            out.retain(|hit| !overlap(hit, phrase));
        }
    }
    out
}

fn consider(hit: &Hit, reading: &HeadlineReading, tables: &Tables, out: &mut Evidence) {
    let Some(list) = tables.lists.get(usize::from(hit.list)) else {
        return;
    };
    if list.rule.is_some_and(|rule| !rule.accepts(hit, reading)) {
        return;
    }
    let span = reading.tokens.stretch(hit.first, hit.last);
    if hit.ambiguous
        && let Some(by) = reading.disasters.iter().find(|other| !overlap(hit, other))
    {
        out.guarded.push(Guarded {
            list: hit.list,
            span,
            by: reading.tokens.stretch(by.first, by.last),
        });
        return;
    }
    let quoted = halves_in_quotes(list.kind) && reading.tokens.quoted(span);
    out.found.push(Found {
        list: hit.list,
        span,
        share: if quoted { 0.5 } else { 1.0 },
        quoted,
    });
}

/// Heat in quotation marks is somebody else's.
fn halves_in_quotes(kind: CueKind) -> bool {
    kind.part() == Part::Heat && kind != CueKind::Typography
}

fn cap(found: &mut [Found]) {
    let mut list = u16::MAX;
    let mut left = 0.0;
    for one in found {
        if one.list != list {
            list = one.list;
            left = MOST_MATCHES;
        }
        one.share = one.share.min(left);
        left -= one.share;
    }
}

#[cfg(test)]
mod tests {
    use super::{gather, gather_heat};
    use crate::score::headline::lists::TABLES;
    use crate::score::headline::model::heat;

    /// What heats is the same whether the other lists are looked up as well or not.
    #[test]
    fn heat_alone_is_the_heat_of_everything() {
        let texts = [
            "SHOCK as furious council WASTES millions on “disastrous” library!!!",
            "You won’t believe these 10 reasons why the war of words explodes",
            "Earthquake kills 12 in Turkey, blasts rock the capital",
            "Council agrees on library",
            "BREAKING: Minister slams rivals; fury, chaos and outrage follow!",
            "Was the crash a clash of titans? Stars’ secret feud revealed …",
        ];
        let mut hot = 0;
        for text in texts {
            let tokens = TABLES.words_of(text);
            let (all, alone) = (heat(&gather(&tokens)), heat(&gather_heat(&tokens)));
            assert!(all.total_cmp(&alone).is_eq(), "{text}: {all} {alone}");
            hot += usize::from(all > 0.0);
        }
        assert!(hot > 2, "{hot}");
    }
}
