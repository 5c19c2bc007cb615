//! Finding words in both texts: what is looked for, what was found, which place is on show; and every use of a word
//! whose evidence is open. Through many articles a thread of its own looks.

use std::sync::Arc;

use egui::Context;

use crate::article::{Place, Side, Span};
use crate::session::{Found, Hit, Query, Session, Texts};
use crate::work::Later;

/// Up to so many articles are looked through within a frame.
const AT_ONCE: usize = 200;

/// How many uses of a word are listed.
pub(super) const LISTED: usize = 300;

/// What is looked for and what was found.
#[derive(Debug, Default)]
pub(super) struct Finding {
    /// Whether the bar is shown.
    pub(super) open: bool,
    /// Whether the field should take the keyboard.
    pub(super) take_keyboard: bool,
    /// What is looked for.
    pub(super) query: Query,
    /// What `found` was found for.
    done: Option<Query>,
    found: Arc<Found>,
    looking: Later<(Texts, Query), Found>,
    /// The place on show.
    pub(super) at: Option<usize>,
}

impl Finding {
    /// Whether there is a place to go to.
    pub(super) fn is_some_hit(&self) -> bool {
        self.open && !self.found.hits.is_empty()
    }

    /// What was found.
    pub(super) fn found(&self) -> &Found {
        &self.found
    }

    /// Whether it is still looked for.
    pub(super) fn is_looking(&self) -> bool {
        self.open && self.done.as_ref() != Some(&self.query)
    }

    /// Looks again if something else is wanted.
    pub(super) fn refresh(&mut self, session: &Session, context: &Context) {
        if !self.is_looking() {
            return;
        }
        let (texts, query) = (session.texts(), self.query.clone());
        let of = (texts.clone(), query.clone());
        let make = move || texts.find(&query);
        let found = if of.0.articles() <= AT_ONCE {
            Some(self.looking.now(of, make))
        } else {
            let context = context.clone();
            (self.looking).soon(of, move || context.request_repaint(), make)
        };
        if let Some(found) = found {
            self.found = found;
            self.done = Some(self.query.clone());
            self.at = None;
        }
    }

    /// The texts are others now.
    pub(super) fn forget(&mut self) {
        self.done = None;
    }

    /// The place on show.
    pub(super) fn current(&self) -> Option<&Hit> {
        self.found.hits.get(self.at?)
    }

    /// What was found in one text, each with whether it is the place on show.
    pub(super) fn spans(&self, place: Place) -> impl Iterator<Item = (Span, bool)> + '_ {
        let hits: &[Hit] = if self.open { &self.found.hits } else { &[] };
        let first = hits.partition_point(move |hit| hit.place < place);
        let here = hits.iter().enumerate().skip(first);
        here.take_while(move |(_, hit)| hit.place == place)
            .map(|(index, hit)| (hit.span, self.at == Some(index)))
    }

    /// Goes one place on or back, around the ends.
    pub(super) fn step(&mut self, forward: bool) {
        let count = self.found.hits.len();
        if count == 0 {
            return;
        }
        self.at = Some(match (self.at, forward) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        });
    }
}

/// Every use of what the evidence is open of.
#[derive(Debug, Default)]
pub(super) struct Uses {
    looking: Later<UsesOf, Used>,
    /// What was found; nothing while it is looked for.
    found: Option<Arc<Used>>,
}

/// What uses are those of.
#[derive(Debug, Clone)]
struct UsesOf {
    texts: Texts,
    /// By side, which articles count; all where there is no filter.
    counting: [Option<Arc<Vec<bool>>>; 2],
    forms: Vec<String>,
}

impl PartialEq for UsesOf {
    fn eq(&self, other: &Self) -> bool {
        let address = |of: &Option<Arc<Vec<bool>>>| of.as_ref().map(Arc::as_ptr);
        self.texts == other.texts
            && self.forms == other.forms
            && self.counting.each_ref().map(address) == other.counting.each_ref().map(address)
    }
}

impl UsesOf {
    /// Whether the article of a hit counts.
    fn counts(&self, hit: &Hit) -> bool {
        let counting = self.counting.get(hit.place.side.index());
        let counting = counting.and_then(Option::as_ref);
        counting.is_none_or(|all| all.get(hit.place.article).copied().unwrap_or(true))
    }
}

/// Where a word is used in the articles that count.
#[derive(Debug, Default)]
pub(super) struct Used {
    /// The first places, in reading order.
    pub(super) first: Vec<Hit>,
    /// The first places that figures count.
    pub(super) first_scored: Vec<Hit>,
    /// By side, how many places figures count.
    pub(super) scored: [usize; 2],
    /// How many others there are: in headlines, subheads and whatever else is not scored.
    pub(super) elsewhere: usize,
    /// Whether there are more of a side than are looked for.
    pub(super) more: bool,
}

impl Used {
    fn of(of: &UsesOf) -> Self {
        let (mut first, mut more) = (Vec::new(), false);
        for form in &of.forms {
            let found = of.texts.uses(form);
            more |= found.more;
            first.extend(found.hits.into_iter().filter(|hit| of.counts(hit)));
        }
        first.sort();
        first.dedup();
        let scored = first.iter().filter(|hit| of.texts.is_scored(hit.place));
        let mut first_scored: Vec<Hit> = scored.copied().collect();
        let on = |side| {
            first_scored
                .iter()
                .filter(move |hit| hit.place.side == side)
        };
        let scored = Side::BOTH.map(|side| on(side).count());
        let elsewhere = first.len() - first_scored.len();
        first.truncate(LISTED);
        first_scored.truncate(LISTED);
        Self {
            first,
            first_scored,
            scored,
            elsewhere,
            more,
        }
    }
}

impl Uses {
    /// Looks for every use of a word, in any of these forms, unless that is known or looked for: in the articles that
    /// count, by side.
    pub(super) fn look(
        &mut self,
        session: &Session,
        counting: [Option<Arc<Vec<bool>>>; 2],
        forms: &[String],
        context: &Context,
    ) {
        let of = UsesOf {
            texts: session.texts(),
            counting,
            forms: forms.to_vec(),
        };
        let asked = of.clone();
        let make = move || Used::of(&asked);
        self.found = if of.texts.articles() <= AT_ONCE {
            Some(self.looking.now(of, make))
        } else {
            let context = context.clone();
            (self.looking).soon(of, move || context.request_repaint(), make)
        };
    }

    /// What was found; `None` while it is looked for.
    pub(super) fn found(&self) -> Option<&Used> {
        self.found.as_deref()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::load::from_text;

    fn session(articles: usize) -> Session {
        let text = "Council agrees\n\nThe council agreed on the library on Monday.";
        let article = Arc::new(from_text(text, "Ledger").unwrap());
        let mut session = Session::default();
        session.open(Side::A, "Ledger", vec![article; articles]);
        session
    }

    #[test]
    fn few_articles_are_looked_through_at_once_and_many_by_a_thread_of_its_own() {
        let context = Context::default();
        let word = ["council".to_owned()];
        let mut uses = Uses::default();
        let all = [None, None];
        uses.look(&session(2), all.clone(), &word, &context);
        let of_two = uses.found().unwrap();
        assert_eq!((of_two.scored, of_two.elsewhere), ([2, 0], 2));
        // What a filter leaves out is no use.
        let second = [Some(Arc::new(vec![false, true])), None];
        uses.look(&session(2), second, &word, &context);
        assert_eq!(uses.found().unwrap().scored, [1, 0]);
        // Where it is not known at once, no frame looked through the articles.
        let many = session(AT_ONCE + 1);
        uses.look(&many, all.clone(), &word, &context);
        assert!(uses.found().is_none());
        while uses.found().is_none() {
            uses.look(&many, all.clone(), &word, &context);
        }
        assert_eq!(uses.found().unwrap().scored, [AT_ONCE + 1, 0]);
        let mut finding = Finding {
            open: true,
            query: Query {
                text: "library".to_owned(),
                whole_words: true,
            },
            ..Finding::default()
        };
        finding.refresh(&many, &context);
        assert!(finding.is_looking());
        while finding.is_looking() {
            finding.refresh(&many, &context);
        }
        assert_eq!(finding.found().count(Side::A), AT_ONCE + 1);
    }
}
