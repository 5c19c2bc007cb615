//! A study in the window: drawn from what is open, coded by keys, agreement computed off the window's thread.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use crate::study::{PARAGRAPHS, Strata, Study, Unit, UnitKind, UnitPlace, new_participant};
use crate::text::{shown, tr};
use crate::work::Progress;
use crate::workspace::{
    SampleWish, StudyRead, StudySources, StudyTold, read_study, sample, tell_study,
};

use crate::app::jobs::Event;
use crate::app::page::Page;
use crate::app::state::App;
use crate::app::view::Overlay;

impl App {
    /// Whether somebody is coding: plain keys are answers then.
    pub(in crate::app) fn is_coding(&self) -> bool {
        self.view.page == Page::Study
            && self.view.overlay == Overlay::None
            && self.view.pages.study.coding.is_some()
    }

    /// Changes the study, as a step that can be undone.
    pub(in crate::app) fn edit_study(
        &mut self,
        label: &'static str,
        change: impl FnOnce(&mut Study) + 'static,
    ) {
        self.workspace.edit(label, move |session| {
            if let Some(study) = &mut session.study {
                change(Arc::make_mut(study));
            }
        });
    }

    /// How many units there are of the kind chosen.
    pub(in crate::app) fn population(&mut self) -> usize {
        let sources = self.session().sources().iter();
        // Articles are shared: what is open is the same as long as they lie where they lay.
        let mark = sources
            .flat_map(|source| source.articles.iter())
            .fold(0_usize, |mark, article| {
                mark.rotate_left(5) ^ Arc::as_ptr(article).addr()
            });
        let unit = self.view.pages.study.unit;
        if let Some((known, of, count)) = self.view.pages.study.population
            && (known, of) == (mark, unit)
        {
            return count;
        }
        let count = StudySources::of(self.session()).units(unit).len();
        self.view.pages.study.population = Some((mark, unit, count));
        count
    }

    /// Draws a sample of what is open and begins a study of it.
    pub(in crate::app) fn draw_study(&mut self) {
        let page = &self.view.pages.study;
        let (Ok(wanted), Ok(seed)) = (page.n.trim().parse(), page.seed.trim().parse()) else {
            self.messages
                .error(tr!("How many units, and the seed, are whole numbers."));
            return;
        };
        let wish = SampleWish {
            book: Arc::clone(&page.book),
            unit: page.unit,
            n: wanted,
            seed,
            strata: page.strata.clone(),
        };
        self.draw(StudySources::of(self.session()), wish);
    }

    /// The study of a class: the headlines of the two articles on show and ten paragraphs of each.
    pub(in crate::app) fn predict(&mut self) {
        let Some(sources) = StudySources::pair(self.session()) else {
            self.messages
                .error(tr!("Open two articles first, one on each side."));
            return;
        };
        let wish = SampleWish {
            book: Arc::clone(&self.view.pages.study.book),
            unit: UnitKind::Passage,
            n: PARAGRAPHS,
            seed: self.view.pages.study.seed.trim().parse().unwrap_or(1),
            strata: Strata::Class,
        };
        self.view.page = Page::Study;
        self.draw(sources, wish);
    }

    /// Draws a sample off the window's thread: strata may need scores or stories of everything.
    fn draw(&mut self, sources: StudySources, wish: SampleWish) {
        if self.view.pages.study.is_drawing {
            return;
        }
        self.view.pages.study.is_drawing = true;
        let settings = self.session().scoring();
        self.jobs.start("sample", move |events| {
            let drawn = sample(&sources, &wish, &settings, &Progress::default());
            events.emit(Event::Sampled(drawn.ok().flatten().map(Box::new)));
        });
    }

    /// Begins the study of a sample.
    pub(in crate::app) fn on_sampled(&mut self, study: Option<Box<Study>>) {
        let page = &mut self.view.pages.study;
        page.is_drawing = false;
        page.revealed = false;
        match study {
            None => self.messages.error(tr!("There is nothing to draw.")),
            Some(study) => self.workspace.edit("sample", move |session| {
                session.study = Some(Arc::from(study));
            }),
        }
    }

    /// Lets somebody code: a name that is known goes on where it was.
    pub(in crate::app) fn begin_coding(&mut self, name: &str, ctx: &Context) {
        let name = name.trim().to_owned();
        let joining = name.clone();
        let is_new = self
            .session()
            .study
            .as_ref()
            .is_some_and(|study| study.coders.iter().all(|coder| coder.name != name));
        if is_new {
            self.edit_study("coder", move |study| {
                study.join(&joining);
            });
        }
        let study = self.session().study.as_ref();
        let place = study.and_then(|study| {
            let place = study.coders.iter().position(|coder| coder.name == name)?;
            Some((place, study.done(place)))
        });
        let page = &mut self.view.pages.study;
        page.name.clear();
        page.question = None;
        page.comment = None;
        page.coding = place.map(|(place, _)| (place, name));
        page.began = place.map(|(_, done)| (ctx.input(|input| input.time), done));
    }

    /// Lets somebody of a class code who has no code yet.
    pub(in crate::app) fn begin_participant(&mut self, ctx: &Context) {
        let code = self.session().study.as_deref().map(new_participant);
        if let Some(code) = code {
            self.begin_coding(&code, ctx);
        }
    }

    /// Pauses coding.
    pub(in crate::app) fn pause_coding(&mut self) {
        let page = &mut self.view.pages.study;
        // Who coded last sees their own answers first.
        page.own = page.coding.take().map(|(place, _)| place).or(page.own);
        page.comment = None;
        page.question = None;
    }

    /// Has agreement computed where the answers have changed.
    pub(in crate::app) fn follow_study(&mut self) {
        let study = self.session().study.clone();
        let page = &mut self.view.pages.study;
        let Some(study) = study else {
            page.coding = None;
            page.told = None;
            page.asked = None;
            return;
        };
        // Undo, or another document, may have taken the coder away.
        let is_known = |(at, name): &(usize, String)| {
            study
                .coders
                .get(*at)
                .is_some_and(|coder| coder.name == *name)
        };
        page.coding = page.coding.take().filter(is_known);
        let known = (page.asked.as_ref()).is_some_and(|asked| Arc::ptr_eq(asked, &study));
        if known || page.is_busy || page.coding.is_some() {
            return;
        }
        page.asked = Some(Arc::clone(&study));
        page.is_busy = true;
        let session = self.workspace.session();
        let sources = StudySources::of(session);
        let settings = session.scoring();
        self.jobs.start("agreement", move |events| {
            let told = tell_study(&study, &sources, &settings);
            events.emit(Event::Studied(Box::new(told)));
        });
    }

    /// Takes in what was found of agreement.
    pub(in crate::app) fn on_studied(&mut self, told: StudyTold) {
        let page = &mut self.view.pages.study;
        page.is_busy = false;
        page.told = Some(Arc::new(told));
    }

    /// Reads codebooks and coding files.
    pub(in crate::app) fn read_studies(&mut self, paths: Vec<PathBuf>) {
        for path in paths {
            let open = self.session().study.is_none().then(|| self.all_units());
            match read_study(&path, &open.unwrap_or_default()) {
                Ok(StudyRead::Codebook(book)) => {
                    self.messages.info(tr!("Codebook “{}”.", book.name));
                    self.view.pages.study.take_book(book);
                }
                Ok(StudyRead::Study(study, said)) => self.take_study(*study, said),
                Err(why) => self.messages.error(format!("{}: {why}", shown(&path))),
            }
        }
    }

    /// Every unit of every kind.
    fn all_units(&self) -> Vec<(UnitPlace, Unit)> {
        let sources = StudySources::of(self.session());
        let kinds = UnitKind::ALL.into_iter();
        kinds.flat_map(|kind| sources.units(kind)).collect()
    }

    /// Opens a study, or takes its coders into the one that is open.
    fn take_study(&mut self, study: Study, mut said: Vec<String>) {
        let coders: Vec<&str> = study
            .coders
            .iter()
            .map(|coder| coder.name.as_str())
            .collect();
        let coders = match coders.as_slice() {
            [] => tr!("nobody has coded it yet").to_owned(),
            some => tr!("coded by {}", crate::text::list(some)),
        };
        let mut merged = match self.session().study.as_deref() {
            None => study,
            Some(ours) => {
                let mut ours = ours.clone();
                match ours.merge(study) {
                    Ok(more) => said.extend(more),
                    Err(why) => {
                        self.messages.error(why.to_string());
                        return;
                    }
                }
                ours
            }
        };
        let end = merged.units.len();
        for coder in &mut merged.coders {
            let coder = Arc::make_mut(coder);
            coder.at = coder.at.min(end);
        }
        let merged = Arc::new(merged);
        self.workspace
            .edit("coding file", move |session| session.study = Some(merged));
        self.messages
            .info(tr!("Coding file read: {coders}. {}", said.join(" "); coders).trim_end());
        self.view.page = Page::Study;
    }
}
