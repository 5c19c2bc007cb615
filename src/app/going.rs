//! From passage to passage: selecting, stepping, following matches.

use crate::article::{Article, Side, citation};
use crate::compare::Match;
use crate::session::{History, Place, Session};

use super::view::Focus;
use super::{App, Page, Selection, reader};

impl App {
    /// Selects a place in the text, or nothing.
    pub(super) fn select(&mut self, selection: Option<Selection>) {
        if let Some(selection) = selection {
            self.view.last_side = Some(selection.side());
            self.preferences.evidence_open |= self.view.selection.is_none();
        }
        self.view.selection = selection;
        self.view.focus = None;
        self.reveal_counterpart();
    }

    /// Lets go of what is on show: the find bar first, then what is selected.
    pub(super) fn let_go(&mut self) {
        if self.view.find.open {
            self.view.find.open = false;
        } else {
            self.select(None);
        }
    }

    /// Shows the evidence of something that is no place in the text.
    pub(super) fn show_focus(&mut self, focus: Focus) {
        self.view.selection = None;
        self.view.focus = Some(focus);
        self.preferences.evidence_open = true;
    }

    /// Selects a place and brings it into sight.
    pub(super) fn go_to(&mut self, selection: Selection) {
        self.view.page = match (self.view.page, selection) {
            (Page::Headlines, Selection::Headline { .. }) => Page::Headlines,
            _ => Page::Read,
        };
        self.select(Some(selection));
        let row = selection.block_index().map_or(0, reader::row_of_block);
        self.view.rows_mut(selection.side()).jump_to(row);
    }

    /// Brings the counterpart of what is selected into sight in the other column.
    fn reveal_counterpart(&mut self) {
        let Some(found) = self.selected_match().copied() else {
            return;
        };
        let Some(selection) = self.view.selection else {
            return;
        };
        let other = selection.side().other();
        let there = found.on(other);
        let current = self.session().source(other).map(|source| source.current);
        if current == Some(there.article)
            && let Some(sight) = self.view.sight
        {
            let row = reader::row_of_block(there.block);
            self.view.rows_mut(other).reveal(row, sight);
        }
    }

    /// The best match of the passage selected; one of its sentence first, if one is selected.
    pub(super) fn selected_match(&self) -> Option<&Match> {
        let Some(Selection::Block {
            side,
            block,
            sentence,
            ..
        }) = self.view.selection
        else {
            return None;
        };
        let article = self.session().source(side)?.current;
        let found = self.comparing.matches_of(side, article, block);
        let of_sentence = |one: &&&Match| sentence.is_some() && one.on(side).sentence == sentence;
        let best = found.iter().find(of_sentence).or(found.first());
        best.copied()
    }

    /// Goes to the counterpart of what is selected.
    pub(super) fn go_to_counterpart(&mut self) {
        let Some(found) = self.selected_match().copied() else {
            return;
        };
        let Some(other) = self.view.selection.map(|at| at.side().other()) else {
            return;
        };
        let there = found.on(other);
        self.read_article(other, there.article);
        self.go_to(Selection::Block {
            side: other,
            block: there.block,
            sentence: there.sentence,
            word: None,
        });
    }

    /// Says that what is selected and its best counterpart do not belong together.
    pub(super) fn reject_match(&mut self) {
        if let Some(found) = self.selected_match().copied() {
            self.history
                .edit("rejected match", |s| s.choose(found.a, found.b, false));
        }
    }

    /// Reads another article of a source.
    pub(super) fn read_article(&mut self, side: Side, index: usize) {
        if self.session().source(side).map(|source| source.current) == Some(index) {
            return;
        }
        self.history
            .edit("choice of article", |s| s.read_article(side, index));
        self.forget_place(side);
    }

    /// Selects the next or previous scored block; the first or last if none is selected.
    pub(super) fn step(&mut self, forward: bool) {
        self.step_among(forward, |_, _, _| true);
    }

    /// Selects the next or previous block that has a counterpart.
    pub(super) fn step_match(&mut self, forward: bool) {
        self.step_among(forward, |app, side, block| {
            app.comparing.has_match(app, side, block)
        });
    }

    fn step_among(&mut self, forward: bool, wanted: impl Fn(&Self, Side, usize) -> bool) {
        let side = self.active_side();
        let current = self.view.selection.and_then(Selection::block_index);
        let Some(article) = self.session().article(side).cloned() else {
            return;
        };
        let mut blocks = (article.scored_blocks().map(|(index, _)| index))
            .filter(|index| wanted(self, side, *index));
        let target = match (current, forward) {
            (None, true) => blocks.next(),
            (None, false) => blocks.last(),
            (Some(at), true) => blocks.find(|index| *index > at),
            (Some(at), false) => blocks.take_while(|index| *index < at).last(),
        };
        if let Some(block) = target {
            self.go_to(Selection::block(side, block));
        }
    }

    /// Selects the paragraph of either side with the next stronger or weaker tone; from nothing the
    /// strongest.
    pub(super) fn step_strength(&mut self, stronger: bool) {
        let mut all: Vec<(f64, Side, usize)> = Vec::new();
        for side in Side::BOTH {
            let units = self.analysis(side).map(|scores| scores.units.as_slice());
            for unit in units.unwrap_or_default() {
                all.extend(unit.tone.mean.map(|mean| (mean.abs(), side, unit.block)));
            }
        }
        all.sort_by(|one, other| other.0.total_cmp(&one.0));
        let at = self.view.selection.and_then(|selection| {
            let here = (selection.side(), selection.block_index()?);
            all.iter()
                .position(|(_, side, block)| (*side, *block) == here)
        });
        let target = match at {
            None => Some(0),
            Some(at) if stronger => at.checked_sub(1),
            Some(at) => Some(at + 1),
        };
        if let Some((_, side, block)) = target.and_then(|target| all.get(target)) {
            self.go_to(Selection::block(*side, *block));
        }
    }

    /// Moves the selection to the paragraph of the other source that stands at the same place.
    pub(super) fn change_side(&mut self) {
        let side = self.active_side();
        let other = side.other();
        let (Some(here), Some(there)) =
            (self.session().article(side), self.session().article(other))
        else {
            return;
        };
        let at = self.view.selection.and_then(Selection::block_index);
        let place = here
            .scored_blocks()
            .take_while(|(index, _)| Some(*index) != at)
            .count();
        let blocks: Vec<usize> = there.scored_blocks().map(|(index, _)| index).collect();
        let place = if at.is_none() { 0 } else { place };
        let block = blocks.get(place).or(blocks.last()).copied();
        if let Some(block) = block {
            self.go_to(Selection::block(other, block));
        }
    }

    /// The side that keys act on: the selection's, or one that holds an article.
    fn active_side(&self) -> Side {
        let selected = self.view.selection.map(Selection::side);
        let side = selected.or(self.view.last_side).unwrap_or(Side::A);
        if self.session().article(side).is_some() {
            side
        } else {
            side.other()
        }
    }

    /// Exchanges A and B, with what is selected and where each column stands.
    pub(super) fn swap(&mut self) {
        self.history.edit("swap", Session::swap);
        self.view.rows.swap(0, 1);
        self.view.hovered = None;
        self.view.selection = self.view.selection.map(Selection::swapped);
        self.view.find.forget();
    }

    /// Other text stands on `side` now: it is read from its top, and what was selected there is gone.
    pub(super) fn forget_place(&mut self, side: Side) {
        self.view.rows_mut(side).restart();
        self.view.hovered = None;
        self.view.find.forget();
        if self.view.selection.is_some_and(|s| s.side() == side) {
            self.view.selection = None;
        }
    }

    pub(super) fn forget_places(&mut self) {
        for side in Side::BOTH {
            self.forget_place(side);
        }
    }

    /// Takes a step back or does it again. Where a text stays, so does the place in it.
    pub(super) fn travel(&mut self, step: impl FnOnce(&mut History) -> bool) {
        let before = Side::BOTH.map(|side| self.session().article(side).cloned());
        step(&mut self.history);
        for (side, before) in Side::BOTH.into_iter().zip(before) {
            let now = self.session().article(side);
            let same = |one: &Article, other: &Article| one.origin == other.origin;
            let stays = match (&before, now) {
                (Some(before), Some(now)) => same(before, now),
                (None, None) => true,
                _ => false,
            };
            if stays {
                self.view.rows_mut(side).reset();
            } else {
                self.forget_place(side);
            }
        }
        self.view.find.forget();
    }

    /// What is selected, with where it comes from.
    pub(super) fn citation(&self) -> Option<String> {
        let selection = self.view.selection?;
        let article = self.session().article(selection.side())?;
        let passage = match selection {
            Selection::Headline { .. } => article.headline.as_ref()?.text.as_str(),
            Selection::Block {
                block, sentence, ..
            } => {
                let block = article.blocks.get(block)?;
                let sentence = sentence.and_then(|at| block.sentences.get(at));
                sentence.map_or(block.text.as_str(), |span| span.of(&block.text))
            }
        };
        Some(citation(article, passage))
    }

    /// What the find bar found in the text at `place` of the article read on `side`.
    pub(super) fn found_at(
        &self,
        side: Side,
        place: Place,
    ) -> impl Iterator<Item = (crate::article::Span, bool)> + '_ {
        let article = self
            .session()
            .source(side)
            .map_or(0, |source| source.current);
        self.view.find.spans(side, article, place)
    }
}
