//! What a study is made from, read from its files.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::chart::{self, Chart, Kind, StudyView};
use crate::export::report;
use crate::export::study::StudyReport;
use crate::load::{Hint, Input, ReadOptions, decode, note_read};
use crate::score::{Settings, registry};
use crate::study::{
    Against, Codebook, CodebookError, CodingError, ReadAnswers, Revealed, Scored, Study, TidyError,
    Unit, UnitPlace, VariableAgreement, against, agreements, methods_paragraph, overall, read_tidy,
    ready,
};
use crate::text::shown;
use crate::work::{Progress, Stopped};

use super::sampling::StudySources;
#[cfg(feature = "gui")]
use crate::plot;

/// The largest file that is read as codes or a codebook, in bytes: some million codes.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// What names of coding files end in.
const CODING: &str = "parallax-coding";

/// Why a file is no part of a study.
#[derive(Debug, thiserror::Error)]
pub enum UnreadStudy {
    /// It could not be read.
    #[error("{0}")]
    File(#[from] io::Error),
    /// It is larger than any study.
    #[error("the file is larger than {} MB, which no study is", MOST_BYTES / (1024 * 1024))]
    TooLarge,
    /// It holds no codes.
    #[error("{0}")]
    Codes(#[from] TidyError),
    /// It is no coding file.
    #[error("{0}")]
    Coding(#[from] CodingError),
    /// It is no codebook.
    #[error("{0}")]
    Codebook(#[from] CodebookError),
}

/// Why a report of a study could not be made.
#[derive(Debug, thiserror::Error)]
pub enum StudyReportError {
    /// A chart could not be drawn.
    #[cfg(feature = "gui")]
    #[error(transparent)]
    Picture(#[from] plot::PictureError),
    /// It could not be put together.
    #[error(transparent)]
    Report(#[from] report::DocxError),
}

fn text_of(path: &Path) -> Result<String, UnreadStudy> {
    if std::fs::metadata(path)?.len() > MOST_BYTES {
        return Err(UnreadStudy::TooLarge);
    }
    let bytes = std::fs::read(path)?;
    note_read(path);
    let input = Input::from_bytes(&shown(path), bytes, &ReadOptions::default());
    Ok(decode(&input.bytes, Hint::Plain, None).text.into_owned())
}

/// Adds the codes in a table or a coding file to those read before; the latter brings its codebook.
///
/// # Errors
/// Where the file cannot be read or holds no codes.
pub fn read_codes(path: &Path, read: &mut ReadAnswers) -> Result<Option<Codebook>, UnreadStudy> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let text = text_of(path)?;
    if path.extension().is_some_and(|ending| ending == CODING) {
        let (study, _) = Study::from_file(text.as_bytes(), &[])?;
        for answer in study.answers().iter() {
            read.answers.add(answer);
        }
        return Ok(Some(Arc::unwrap_or_clone(study.codebook)));
    }
    read_tidy(&text, &name, read)?;
    Ok(None)
}

/// Reads a codebook from its file; a name without a file is that of one that ships.
///
/// # Errors
/// Where the file cannot be read or is no codebook.
pub fn read_codebook(path: &Path) -> Result<Codebook, UnreadStudy> {
    let mut shipped = ready();
    match text_of(path) {
        Ok(text) => Ok(Codebook::from_toml(&text)?),
        Err(error) => {
            let named = shipped.find(|(name, _)| path == Path::new(name));
            named.map(|(_, book)| book).ok_or(error)
        }
    }
}

/// What a file of a study held.
#[derive(Debug)]
pub enum StudyRead {
    /// A codebook.
    Codebook(Codebook),
    /// A study, and what is to be said of it.
    Study(Box<Study>, Vec<String>),
}

/// Reads a codebook or a coding file; texts that the latter does not hold are taken from `open`.
///
/// # Errors
/// Where the file cannot be read or is neither.
pub fn read_study(path: &Path, open: &[(UnitPlace, Unit)]) -> Result<StudyRead, UnreadStudy> {
    if path.extension().is_some_and(|ending| ending == CODING) {
        let (study, said) = Study::from_file(text_of(path)?.as_bytes(), open)?;
        return Ok(StudyRead::Study(Box::new(study), said));
    }
    Ok(StudyRead::Codebook(read_codebook(path)?))
}

/// What is found of a study by now.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StudyTold {
    /// How far its coders agree, variable by variable.
    pub found: Vec<VariableAgreement>,
    /// All variables together, in a sentence.
    pub overall: Option<String>,
    /// People against the measures that answer the same questions.
    pub against: Vec<Against>,
    /// What the measures say that answer the same questions, variable by variable.
    pub revealed: Vec<Revealed>,
    /// The methods paragraph.
    pub paragraph: String,
    /// The charts that have something to show: which, of which variable, and itself.
    pub charts: Vec<(Kind, usize, Chart)>,
}

impl StudyTold {
    /// The same as charts take it.
    pub fn view<'a>(&'a self, study: &'a Study) -> StudyView<'a> {
        StudyView {
            codebook: Some(&study.codebook),
            found: &self.found,
            against: &self.against,
            at: 0,
            seed: study.drawn.seed,
        }
    }

    /// The report of the study: `own` says of a class whose answers stand beside those of all.
    ///
    /// # Errors
    /// Why it could not be made.
    pub fn report(
        &self,
        study: &Study,
        format: report::Format,
        own: Option<usize>,
        date: Option<&str>,
    ) -> Result<Vec<u8>, StudyReportError> {
        let mut found = self.found.clone();
        if study.is_class() {
            // Not even codes stand beside answers.
            for coder in found.iter_mut().flat_map(|one| &mut one.coders) {
                "one participant".clone_into(coder);
            }
        }
        let report = StudyReport {
            study: Some(study),
            codebook: Some(&study.codebook),
            found: &found,
            against: &self.against,
            revealed: &self.revealed,
            paragraph: &self.paragraph,
            overall: self.overall.as_deref(),
            own,
            figures: &[],
            date,
        };
        drawn_report(&report, study.drawn.seed, format)
    }
}

/// The report with its charts drawn, as the bytes of a file.
///
/// # Errors
/// Why it could not be made.
pub fn drawn_report(
    report: &StudyReport<'_>,
    seed: u64,
    format: report::Format,
) -> Result<Vec<u8>, StudyReportError> {
    let view = StudyView {
        codebook: report.codebook,
        found: report.found,
        against: report.against,
        at: 0,
        seed,
    };
    #[cfg(feature = "gui")]
    let figures = plot::study_charts(view, format)?;
    #[cfg(not(feature = "gui"))]
    let figures = {
        // Without the window there is nothing that draws.
        let _ = view;
        Vec::new()
    };
    let report = StudyReport {
        figures: &figures,
        ..*report
    };
    Ok(report.write(format)?)
}

/// Agreement of a study, and people against the measures of `sources`.
pub fn tell_study(study: &Study, sources: &StudySources, settings: &Settings) -> StudyTold {
    // Nothing stops this work.
    told(study, sources, settings).unwrap_or_default()
}

fn told(study: &Study, sources: &StudySources, settings: &Settings) -> Result<StudyTold, Stopped> {
    let progress = Progress::default();
    let (answers, seed) = (study.answers(), study.drawn.seed);
    let book = Some(&*study.codebook);
    let found = agreements(&answers, book, None, seed, &progress)?;
    let known: BTreeSet<&str> = study.units.iter().map(|unit| unit.id.as_str()).collect();
    let mut drawn = sources.units(study.drawn.unit);
    drawn.retain(|(_, unit)| known.contains(unit.id.as_str()));
    let places = drawn.iter().map(|(place, _)| *place);
    let analyses = sources.analyses(places, settings, &progress)?;
    let scored = Scored::of(&drawn, &analyses);
    let against = against(&answers, book, &[], &scored, seed, &progress)?;
    let revealed = study.codebook.variables.iter().filter_map(|variable| {
        let id = variable.measure.as_deref()?;
        let measure = registry::MEASURES.iter().find(|measure| measure.id == id)?;
        let asked = scored.iter();
        let asked = asked.filter(|one| variable.is_asked_of(one.unit.kind));
        Some(Revealed {
            variable: variable.name.clone(),
            measure: measure.id,
            label: measure.label,
            values: asked
                .filter_map(|one| Some((one.unit.id.clone(), one.value(measure)?)))
                .collect(),
        })
    });
    let revealed = revealed.collect();
    let settled = study.settled.values().map(BTreeMap::len).sum();
    let mut told = StudyTold {
        overall: overall(&found),
        paragraph: methods_paragraph(book, Some(&study.drawn), &found, settled, seed),
        against,
        revealed,
        found,
        charts: Vec::new(),
    };
    let view = told.view(study);
    let charts = view.charts().into_iter().filter_map(|(kind, at)| {
        let chart = chart::build(kind, &view.input(at));
        (!chart.marks.is_empty()).then_some((kind, at, chart))
    });
    told.charts = charts.collect();
    Ok(told)
}
