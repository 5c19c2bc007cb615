//! The report as the window makes it: what was wished for last, what is added to it while reading, and
//! where it goes: to a file, or to the browser to be printed.

use std::path::PathBuf;

use crate::article::Place;
use crate::chart::Kind;
use crate::compare::findings::{self, Evidence, Finding};
use crate::export::report::{Choice, Format, Part, Pin, finding_name, fitting_charts};
use crate::text::{tr, tr_counted, tr_said};
use crate::workspace::{Material, Output, OutputError, StudyPage};

use crate::app::files::purpose::Purpose;
use crate::app::jobs::Event;
use crate::app::report::printing::{Printed, page_to_print, print};
use crate::app::report::wish::{Draft, Wish, is_own};
use crate::app::state::{Actions, App};
use crate::app::view::{Focus, Overlay};

impl App {
    /// The charts that fit what was found.
    fn fitting(&self) -> Vec<Kind> {
        self.comparison().map_or_else(Vec::new, fitting_charts)
    }

    /// What goes into the report as things are.
    pub(in crate::app) fn report_choice(&self) -> Choice {
        let wish = &self.preferences.report;
        let session = self.session();
        let mut choice = Choice {
            parts: None,
            also: (session.same_stories)
                .then_some(Part::SameStories)
                .into_iter()
                .collect(),
            with_text: wish.with_text,
            notes: session.notes.clone(),
            pinned: session.pinned(),
            source_notes: session.source_notes().clone(),
        };
        let usual = choice.usual(&self.fitting());
        let mut parts: Vec<Part> = match &wish.parts {
            Some(names) => names.iter().filter_map(|name| name.parse().ok()).collect(),
            None => usual.clone(),
        };
        parts.retain(|part| !is_own(*part));
        let own = usual.into_iter().filter(|part| is_own(*part));
        let own = own.filter(|part| !wish.left_out.contains(part));
        let before_methods = parts
            .iter()
            .position(|part| matches!(part, Part::Methods | Part::FullMethods));
        let at = before_methods.unwrap_or(parts.len());
        parts.splice(at..at, own);
        choice.parts = Some(parts);
        choice
    }

    /// What the button of the report says: with how much was added to it.
    pub(in crate::app) fn report_label(&self) -> String {
        match self.session().pinned().len() {
            0 => tr!("Report…").to_owned(),
            added => tr!("Report ({added})…"; added),
        }
    }

    /// Shows the window in which a report is put together.
    pub(in crate::app) fn open_report(&mut self) {
        let draft = Draft::of(&self.report_choice(), &self.fitting());
        self.view.overlay = Overlay::Report(Box::new(draft));
    }

    /// Puts the choice of parts back as it was at first.
    pub(in crate::app) fn usual_report(&mut self) {
        self.preferences.report = Wish::default();
        self.open_report();
    }

    /// Keeps what was put together: notes as a step that can be undone, the parts for the next time.
    pub(in crate::app) fn keep_draft(&mut self, draft: &Draft) {
        let notes = draft.notes.clone();
        self.workspace
            .edit("own notes", |session| session.notes = notes);
        let choice = draft.choice(self.session().pinned());
        let usual = choice.usual(&self.fitting());
        let parts = choice.parts.unwrap_or_default();
        let own = |parts: &[Part]| -> Vec<Part> {
            parts.iter().copied().filter(|part| is_own(*part)).collect()
        };
        let rest = |parts: &[Part]| -> Vec<Part> {
            parts
                .iter()
                .copied()
                .filter(|part| !is_own(*part))
                .collect()
        };
        let (wished, as_usual) = (rest(&parts), rest(&usual));
        let own_parts = own(&parts);
        self.preferences.report = Wish {
            parts: (wished != as_usual).then(|| wished.iter().map(Part::to_string).collect()),
            with_text: draft.with_text,
            left_out: (own(&usual).into_iter())
                .filter(|part| !own_parts.contains(part))
                .collect(),
        };
    }

    /// How many pages a report of this choice has, about; `None` where there is nothing to report on.
    pub(in crate::app) fn pages_of(&self, choice: Choice) -> Option<usize> {
        let material = Material {
            report: choice,
            ..self.workspace.material(self.preferences.chart_options)
        };
        let mut pages = None;
        let counted = material.with_report(|report| pages = Some(report.pages()));
        counted.ok().and(pages)
    }

    /// Everything that was added, each with what it is called.
    pub(in crate::app) fn pinned(&self) -> Vec<(Pin, String)> {
        let choice = self.report_choice();
        let pinned = choice.pinned.clone();
        let material = Material {
            report: choice,
            ..self.workspace.material(self.preferences.chart_options)
        };
        let labels = material.with_report(|report| {
            let labels = pinned.iter().map(|pin| pin.label(report));
            labels.collect::<Vec<_>>()
        });
        pinned.into_iter().zip(labels.unwrap_or_default()).collect()
    }

    /// Asks where the report goes.
    pub(in crate::app) fn ask_report(&mut self) {
        self.ask(Purpose::Save(Output::Report));
    }

    /// What the evidence shows, to be added to the report; `None` where it shows nothing in particular.
    pub(in crate::app) fn pin_of_evidence(&self) -> Option<Pin> {
        if let Some(place) = self.view.selection {
            return Some(Pin::Place(plain(place)));
        }
        Some(match self.view.focus.as_ref()? {
            Focus::Word(word) | Focus::Term(word, _) => Pin::Word(word.clone()),
            Focus::Person(name) => Pin::Name(name.clone()),
            Focus::Measure(id) => Pin::Measure((*id).to_owned()),
            // The report's table holds every category of every list.
            Focus::List(_) => return None,
            Focus::Differences => Pin::Chart(Kind::Differences),
            Focus::Coverage => Pin::Chart(Kind::Coverage),
            Focus::Names => self.pin_of_kind(findings::Kind::OnlyOne)?,
            Focus::Speakers => self.pin_of_kind(findings::Kind::Quoted)?,
        })
    }

    /// The finding of a kind, to be added to the report.
    fn pin_of_kind(&self, kind: findings::Kind) -> Option<Pin> {
        let findings = &self.comparison()?.findings;
        findings.iter().find(|one| one.kind == kind).map(pin_of)
    }

    /// Whether something was added to the report.
    pub(in crate::app) fn is_pinned(&self, pin: &Pin) -> bool {
        self.session().pinned().contains(pin)
    }

    /// Adds something to the report, or takes it out again, and says so.
    pub(in crate::app) fn toggle_pin(&mut self, pin: &Pin) {
        let added = !self.is_pinned(pin);
        let label = if added {
            tr!("add to report")
        } else {
            tr!("take out of report")
        };
        self.workspace
            .edit(label, |session| session.set_pinned(pin, added));
        let count = self.session().pinned().len();
        let holds = match count {
            0 => tr!("It holds nothing you added.").to_owned(),
            count => tr!("It holds {} you added.", tr_counted(count, "piece")),
        };
        let done = if added {
            tr!("Added to the report.")
        } else {
            tr!("Taken out of the report.")
        };
        self.messages.info(format!("{done} {holds}"));
    }

    /// Makes the report as a page and opens it in the browser, which prints it.
    pub(in crate::app) fn print_report(&mut self, ctx: &egui::Context) {
        let material = self.material(ctx);
        self.print(tr!("The report"), move || material.report(Format::Html));
    }

    /// Makes a page of the study and opens it in the browser, which prints it.
    pub(in crate::app) fn print_study(&mut self, page: StudyPage, ctx: &egui::Context) {
        let material = self.material(ctx);
        let own = self.view.pages.study.own;
        let noun = match page {
            StudyPage::Worksheet => tr!("The worksheet"),
            StudyPage::Result => tr!("The result"),
        };
        self.print(noun, move || material.study_page(page, own));
    }

    fn print(
        &self,
        noun: &'static str,
        make: impl FnOnce() -> Result<Vec<u8>, OutputError> + Send + 'static,
    ) {
        let folder = self.print_folder();
        let opens = self.opens_files;
        self.jobs.start("printing", move |events| {
            let printed = make().and_then(|page| print(&page, noun, &folder, opens));
            events.emit(Event::Printed(printed));
        });
    }

    /// Says what came of it.
    pub(in crate::app) fn on_printed(&mut self, printed: Result<Printed, OutputError>) {
        match printed {
            Err(why) => self.messages.error(why.to_string()),
            Ok(Printed { noun, path, why_not: None }) => self.messages.info(tr!(
                "{noun} is opening in your browser: press Ctrl+P there. If it does not open, the page is {} \
                 until Parallax closes.",
                path.display(); noun)),
            Ok(Printed { path, why_not: Some(why), .. }) => self.messages.error(tr!(
                "No browser could be opened ({}). Open {} in one and print it there with Ctrl+P; it is \
                 deleted when Parallax closes.",
                tr_said(&why), path.display())),
        }
    }

    /// Deletes the page that was printed.
    pub(in crate::app) fn drop_printed(&self) {
        // Where nothing was printed there is nothing, and what cannot be deleted is deleted next time.
        let _ = std::fs::remove_file(page_to_print(&self.print_folder()));
    }

    /// The folder of pages to print: our own, or one for temporary files.
    fn print_folder(&self) -> PathBuf {
        let data = self.documents.data.clone();
        data.map_or_else(
            || std::env::temp_dir().join("parallax-print"),
            |data| data.join("print"),
        )
    }
}

/// The headline, the block or the sentence a place lies in.
const fn plain(place: Place) -> Place {
    match place.block_index() {
        None => Place::headline(place.side, place.article),
        Some(_) => place.with_word(None),
    }
}

/// What adding a finding to the report adds: the finding, or the place of one that is about a single side.
pub(in crate::app) fn pin_of(finding: &Finding) -> Pin {
    match finding.evidence.as_slice() {
        [Evidence::Place(place)] if finding.kind == findings::Kind::Headlines => Pin::Place(*place),
        _ => Pin::Finding(finding_name(finding)),
    }
}

impl Actions {
    /// Adds something to the report, or takes it out again.
    pub(in crate::app) fn toggle_pin(&mut self, pin: Pin) {
        self.push(move |app, _| app.toggle_pin(&pin));
    }
}

/// A small button that adds something to the report or takes it out; `what` names it for screen readers.
pub(in crate::app) fn pin_button(
    app: &App,
    ui: &mut egui::Ui,
    pin: Pin,
    what: &str,
    actions: &mut Actions,
) {
    let added = app.is_pinned(&pin);
    let (text, help) = if added {
        (
            tr!("✓ In the report"),
            tr!("Take this out of the report again."),
        )
    } else {
        (
            tr!("Add to report"),
            tr!("Put this into the report under “Evidence you added”."),
        )
    };
    let response = ui.small_button(text);
    let name = tr!("Add to report: {what}"; what);
    crate::app::widgets::labels::named_choice(&response, egui::Role::Button, added, &name);
    if response.on_hover_text(help).clicked() {
        actions.toggle_pin(pin);
    }
}
