//! A study in the window: drawn from what is open, coded by keys, agreement computed off the window's thread.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use crate::article::Article;
use crate::study::{Drawn, Study, Unit, UnitPlace, draw, units};
use crate::text::shown;
use crate::workspace::{StudyRead, StudyTold, read_study, tell_study};

use super::jobs::Event;
use super::page::Page;
use super::state::App;
use super::view::Overlay;

impl App {
    /// Whether somebody is coding: plain keys are answers then.
    pub(super) fn is_coding(&self) -> bool {
        self.view.page == Page::Study
            && self.view.overlay == Overlay::None
            && self.view.pages.study.coding.is_some()
    }

    /// Changes the study, as a step that can be undone.
    pub(super) fn edit_study(
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

    /// Every unit of what is open.
    fn open_units(&self) -> Vec<(UnitPlace, Unit)> {
        let sources = self.session().sources().iter().map(|source| {
            let articles = source.articles.iter().map(|article| &**article);
            (source.name.as_str(), articles.collect::<Vec<&Article>>())
        });
        units(sources, self.view.pages.study.unit)
    }

    /// How many units there are of the kind chosen.
    pub(super) fn population(&mut self) -> usize {
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
        let count = self.open_units().len();
        self.view.pages.study.population = Some((mark, unit, count));
        count
    }

    /// Draws a sample of what is open and begins a study of it.
    pub(super) fn draw_study(&mut self) {
        let page = &self.view.pages.study;
        let (Ok(wanted), Ok(seed)) = (page.n.trim().parse(), page.seed.trim().parse()) else {
            self.messages
                .error("How many units, and the seed, are whole numbers.");
            return;
        };
        let strata = page.strata.clone();
        let (unit, book) = (page.unit, Arc::clone(&page.book));
        let (drawn, units): (Drawn, Vec<_>) =
            draw(self.open_units(), unit, wanted, seed, strata, |_| None);
        if units.is_empty() {
            self.messages.error("There is nothing to draw.");
            return;
        }
        let units = units.into_iter().map(|(_, unit)| unit).collect();
        let study = Arc::new(Study::new((*book).clone(), drawn, units));
        self.view.pages.study.revealed = false;
        self.workspace
            .edit("sample", move |session| session.study = Some(study));
    }

    /// Lets somebody code: a name that is known goes on where it was.
    pub(super) fn begin_coding(&mut self, name: &str, ctx: &Context) {
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

    /// Pauses coding.
    pub(super) fn pause_coding(&mut self) {
        let page = &mut self.view.pages.study;
        page.coding = None;
        page.comment = None;
        page.question = None;
    }

    /// Has agreement computed where the answers have changed.
    pub(super) fn follow_study(&mut self) {
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
        let sources = session.sources().iter();
        let sources: Vec<_> = sources
            .map(|source| (source.name.clone(), Arc::clone(&source.articles)))
            .collect();
        let settings = session.scoring();
        self.jobs.start("agreement", move |events| {
            let told = tell_study(&study, &sources, &settings);
            events.emit(Event::Studied(Box::new(told)));
        });
    }

    /// Takes in what was found of agreement.
    pub(super) fn on_studied(&mut self, told: StudyTold) {
        let page = &mut self.view.pages.study;
        page.is_busy = false;
        page.told = Some(Arc::new(told));
    }

    /// Reads codebooks and coding files.
    pub(super) fn read_studies(&mut self, paths: Vec<PathBuf>) {
        for path in paths {
            let open = self.session().study.is_none().then(|| self.all_units());
            match read_study(&path, &open.unwrap_or_default()) {
                Ok(StudyRead::Codebook(book)) => {
                    self.messages.info(format!("Codebook “{}”.", book.name));
                    self.view.pages.study.take_book(book);
                }
                Ok(StudyRead::Study(study, said)) => self.take_study(*study, said),
                Err(why) => self.messages.error(format!("{}: {why}", shown(&path))),
            }
        }
    }

    /// Every unit of every kind.
    fn all_units(&self) -> Vec<(UnitPlace, Unit)> {
        let kinds = crate::study::UnitKind::ALL.into_iter();
        kinds
            .flat_map(|kind| {
                let sources = self.session().sources().iter().map(|source| {
                    let articles = source.articles.iter().map(|article| &**article);
                    (source.name.as_str(), articles.collect::<Vec<&Article>>())
                });
                units(sources, kind)
            })
            .collect()
    }

    /// Opens a study, or takes its coders into the one that is open.
    fn take_study(&mut self, study: Study, mut said: Vec<String>) {
        let coders: Vec<&str> = study
            .coders
            .iter()
            .map(|coder| coder.name.as_str())
            .collect();
        let coders = match coders.as_slice() {
            [] => "nobody has coded it yet".to_owned(),
            some => format!("coded by {}", crate::text::list(some)),
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
        merged
            .coders
            .iter_mut()
            .for_each(|coder| coder.at = coder.at.min(merged.units.len()));
        let merged = Arc::new(merged);
        self.workspace
            .edit("coding file", move |session| session.study = Some(merged));
        self.messages
            .info(format!("Coding file read: {coders}. {}", said.join(" ")).trim_end());
        self.view.page = Page::Study;
    }
}
