//! From passage to passage: selecting, stepping, following matches.

use crate::article::{Place, Side, Spot, citation};
use crate::compare::Match;
use crate::score::tone::NEUTRAL_BAND;
use crate::session::{History, Session};
use crate::text::{tr, tr_counted};

use super::view::{Focus, row_of_block};
use super::{App, Page, reader};

impl App {
    /// Selects a place in the text, or nothing. Its article is the one that is read then.
    pub(super) fn select(&mut self, selection: Option<Place>) {
        if let Some(place) = selection {
            self.read_article(place.side, place.article);
            self.view.last_side = Some(place.side);
            if self.view.selection.is_none() {
                self.open_evidence_if_room();
            }
        }
        self.view.selection = selection;
        self.view.stepped = None;
        self.view.focus = None;
        self.reveal_counterpart();
    }

    /// Lets go of the topmost thing on show: the chart that has the window, the find bar, what is selected.
    pub(super) fn let_go(&mut self) {
        if self.view.presenting {
            self.view.presenting = false;
        } else if self.view.find.open {
            self.view.find.open = false;
        } else {
            self.select(None);
        }
    }

    /// Shows the evidence of something that is no place in the text.
    pub(super) fn show_focus(&mut self, focus: Focus) {
        self.view.selection = None;
        self.view.focus = Some(focus);
        self.set_evidence_open(true);
    }

    /// Selects a place and brings it into sight.
    pub(super) fn go_to(&mut self, place: Place) {
        self.view.page = match (self.view.page, place.spot) {
            (Page::Headlines, Spot::Headline { .. }) => Page::Headlines,
            _ => Page::Read,
        };
        self.select(Some(place));
        if let Some(block) = place.block_index()
            && let Some(article) = self.session().article(place.side)
            && let Some(stretch) = reader::furniture(article, block)
        {
            self.view.unfold(place.side, stretch.start);
        }
        let row = place.block_index().map_or(0, row_of_block);
        self.view.rows_mut(place.side).jump_to(row);
    }

    /// Brings the counterpart of what is selected into sight in the other column.
    fn reveal_counterpart(&mut self) {
        let Some(found) = self.selected_match().copied() else {
            return;
        };
        let Some(selection) = self.view.selection else {
            return;
        };
        let there = found.on(selection.side.other());
        if self.session().current(there.side) == there.article
            && let Some(block) = there.block_index()
            && let Some(sight) = self.view.sight
        {
            let row = row_of_block(block);
            self.view.rows_mut(there.side).reveal(row, sight);
        }
    }

    /// The best match of the passage selected; one of its sentence first, if one is selected.
    pub(super) fn selected_match(&self) -> Option<&Match> {
        let at = self.view.selection?;
        let of_sentence = |one: &&Match| {
            let sentence = at.sentence_index();
            sentence.is_some() && one.on(at.side).sentence_index() == sentence
        };
        let found = || self.workspace.matches_of(at);
        found().find(of_sentence).or_else(|| found().next())
    }

    /// Goes to the counterpart of what is selected.
    pub(super) fn go_to_counterpart(&mut self) {
        let Some(found) = self.selected_match().copied() else {
            return;
        };
        if let Some(at) = self.view.selection {
            self.go_to(found.on(at.side.other()));
        }
    }

    /// Says that what is selected and its best counterpart do not belong together.
    pub(super) fn reject_match(&mut self) {
        if let Some(found) = self.selected_match().copied() {
            self.workspace
                .edit("rejected match", |s| s.choose(found.a, found.b, false));
        }
    }

    /// Reads another article of a source.
    pub(super) fn read_article(&mut self, side: Side, index: usize) {
        if self.session().source(side).map(|source| source.current) == Some(index) {
            return;
        }
        self.workspace
            .edit("choice of article", |s| s.read_article(side, index));
        self.forget_place(side);
    }

    /// Selects the next or previous scored block; the first or last if none is selected.
    pub(super) fn step(&mut self, forward: bool) {
        self.step_among(forward, |_, _| true);
    }

    /// Selects the next or previous block that has a counterpart.
    pub(super) fn step_match(&mut self, forward: bool) {
        self.step_among(forward, |app, place| app.workspace.has_match(place));
    }

    fn step_among(&mut self, forward: bool, wanted: impl Fn(&Self, Place) -> bool) {
        let side = self.active_side();
        let current = self.view.selection.and_then(Place::block_index);
        let Some(article) = self.session().article(side).cloned() else {
            return;
        };
        let place = |block| Place::block(side, self.session().current(side), block);
        let mut blocks = (article.scored_blocks().map(|(index, _)| index))
            .filter(|index| wanted(self, place(*index)));
        let target = match (current, forward) {
            (None, true) => blocks.next(),
            (None, false) => blocks.last(),
            (Some(at), true) => blocks.find(|index| *index > at),
            (Some(at), false) => blocks.take_while(|index| *index < at).last(),
        };
        if let Some(place) = target.map(place) {
            self.go_to(place);
        }
    }

    /// Selects the most negative or most positive paragraph of the side in focus; asked again, the next
    /// strongest. Says where there is none further.
    pub(super) fn step_strength(&mut self, negative: bool) {
        let side = self.active_side();
        let article = self.session().current(side);
        let Some(scores) = self.analysis(side) else {
            return;
        };
        let mut all: Vec<(f64, Place)> = (scores.units.iter())
            .filter_map(|unit| {
                let mean = unit.tone.mean?;
                let strength = if negative { -mean } else { mean };
                let place = Place::block(side, article, unit.block);
                (strength >= NEUTRAL_BAND).then_some((strength, place))
            })
            .collect();
        all.sort_by(|one, other| other.0.total_cmp(&one.0));
        let at = self.view.selection.and_then(|selection| {
            all.iter()
                .position(|(_, place)| place.shares_text(selection))
        });
        // From a paragraph selected by other means the strongest comes first all the same.
        let stepped = self.view.stepped;
        let target = match at.and_then(|at| Some((at, all.get(at)?.1))) {
            Some((at, here)) if at == 0 || stepped == Some((negative, here)) => at + 1,
            _ => 0,
        };
        if let Some((_, place)) = all.get(target) {
            self.go_to(*place);
            self.view.stepped = Some((negative, *place));
            return;
        }
        let sign = if negative {
            tr!("negative")
        } else {
            tr!("positive")
        };
        let side = side.label();
        self.messages.info(match all.len() {
            0 => tr!("No paragraph of {side} is {sign}."; side, sign),
            count => tr!(
                "That was the last of the {} of {side}.",
                if negative {
                    tr_counted(count, "negative paragraph")
                } else {
                    tr_counted(count, "positive paragraph")
                }; side),
        });
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
        let at = self.view.selection.and_then(Place::block_index);
        let place = here
            .scored_blocks()
            .take_while(|(index, _)| Some(*index) != at)
            .count();
        let blocks: Vec<usize> = there.scored_blocks().map(|(index, _)| index).collect();
        let place = if at.is_none() { 0 } else { place };
        let block = blocks.get(place).or(blocks.last()).copied();
        if let Some(block) = block {
            self.go_to(Place::block(other, self.session().current(other), block));
        }
    }

    /// Turns to a side: keys act on it, and it is the one shown where there is room for one only.
    pub(super) fn turn_to(&mut self, side: Side) {
        if self.view.selection.is_some_and(|place| place.side != side) {
            self.select(None);
        }
        self.view.last_side = Some(side);
    }

    /// The side that keys act on: the selection's, or one that holds an article.
    pub(super) fn active_side(&self) -> Side {
        let selected = self.view.selection.map(|place| place.side);
        let side = selected.or(self.view.last_side).unwrap_or(Side::A);
        if self.session().article(side).is_some() {
            side
        } else {
            side.other()
        }
    }

    /// Closes the source on show on `side`.
    pub(super) fn close(&mut self, side: Side) {
        self.workspace.edit("close", |session| session.close(side));
        self.forget_place(side);
    }

    /// Exchanges A and B, with what is selected and where each column stands.
    pub(super) fn swap(&mut self) {
        self.workspace.edit("swap", Session::swap);
        self.view.swap();
    }

    /// Other text stands on `side` now: it is read from its top, and what was selected there is gone.
    pub(super) fn forget_place(&mut self, side: Side) {
        self.view.rows_mut(side).restart();
        self.view.fold_all(side);
        self.view.hovered = None;
        self.view.find.forget();
        if self.view.selection.is_some_and(|place| place.side == side) {
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
        let read = |app: &Self| {
            Side::BOTH.map(|side| {
                let article = app.session().article(side).cloned();
                article.map(|article| (app.session().current(side), article))
            })
        };
        let before = read(self);
        step(self.workspace.history_mut());
        self.messages.take_back();
        let steps = self.workspace.history().steps();
        self.messages.forget_after(steps);
        let now = read(self);
        for (side, (before, now)) in Side::BOTH.into_iter().zip(before.iter().zip(&now)) {
            let stays = match (before, now) {
                (Some((at, before)), Some((now_at, now))) => {
                    at == now_at && before.origin == now.origin
                }
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
        let place = self.view.selection?;
        let article = self.session().article(place.side)?;
        Some(citation(article, place.text(article)?))
    }

    /// Shows the bar and gives it the keyboard.
    pub(super) fn open_find(&mut self) {
        self.view.page = Page::Read;
        self.view.find.open = true;
        self.view.find.take_keyboard = true;
    }

    /// Goes to the next or previous place found.
    pub(super) fn find_step(&mut self, forward: bool) {
        let context = self.jobs.context();
        (self.view.find).refresh(self.workspace.session(), context);
        self.view.find.step(forward);
        if let Some(place) = self.view.find.current().map(|hit| hit.place) {
            self.view.page = Page::Read;
            self.go_to(place);
        }
    }
}
