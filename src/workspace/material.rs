//! What results are made from, and making them: on any thread, to a file.

use std::path::Path;
use std::sync::Arc;

use crate::article::Side;
use crate::compare::Comparison;
use crate::compare::matrix::Matrix;
use crate::compare::stories::SameStories;
use crate::export::audit::{self, Audit};
use crate::export::format::Format;
use crate::export::matrix;
use crate::export::report::{self, Report};
use crate::export::scores::{self, Detail, Scored};
use crate::export::study::{self as study_files, StudyFormat};
use crate::export::{Existing, Saved, TableFormat, now, save};
use crate::score::provenance::{self, ListUsed, Provenance};
use crate::session::Session;
use crate::session::document;
use crate::study::{CodingError, Study};
use crate::work::{Progress, Threads};

use super::charting::Subject;
use super::output::{Output, OutputError, StudyPage};
use super::recipe::{self, Recipe, What};
use super::sampling::StudySources;
use super::sides::Sides;
use super::study::{StudyTold, tell_study};
use crate::chart;
#[cfg(feature = "gui")]
use crate::plot::{self, ChartFormat, SaveChartError};

/// Everything an output can be made from, held so that it can be made on any thread.
#[derive(Debug, Clone)]
pub struct Material {
    /// What was open.
    pub session: Session,
    /// Both sides, once they are scored.
    pub sides: Option<Arc<Sides>>,
    /// The two compared, if that was done.
    pub comparison: Option<Arc<Comparison>>,
    /// What the second reader said, for the document.
    pub said: document::Readings,
    /// What charts count by.
    pub options: chart::Options,
    /// What every chart there is is made of.
    pub charts: Vec<Subject>,
    /// What goes into a report.
    pub report: report::Choice,
    /// What may be replaced.
    pub existing: Existing,
    /// All that is open beside each other, once that is worked out.
    pub matrix: Option<Arc<Matrix>>,
    /// The two sources on the stories both tell, where that was looked at.
    pub same: Option<Arc<SameStories>>,
    /// Whether what is made leaves out when it was made, so that it is the same at any time.
    pub undated: bool,
    /// The charts, where there are some.
    #[cfg(feature = "gui")]
    pub pictures: Option<Pictures>,
}

/// Charts to be saved, and how.
#[cfg(feature = "gui")]
#[derive(Debug, Clone)]
pub struct Pictures {
    /// The chart chosen, zoomed as it is.
    pub chart: chart::Chart,
    /// How charts are drawn.
    pub save: plot::SaveOptions,
    /// The format of all charts together.
    pub all_as: ChartFormat,
}

impl Material {
    /// Makes `output` and saves it to `path`, in the format that the ending of its name asks for; what
    /// was written.
    ///
    /// # Errors
    /// Why it could not be made or written.
    pub fn save(
        &self,
        output: Output,
        path: &Path,
        progress: &Progress,
    ) -> Result<Vec<Saved>, OutputError> {
        output.check(path)?;
        progress.go_on()?;
        let bytes = match output {
            #[cfg(feature = "gui")]
            Output::Chart => {
                let chart = &self.pictures()?.chart;
                return Ok(vec![plot::save_chart(chart, path, self.drawing()?)?]);
            }
            #[cfg(feature = "gui")]
            Output::AllCharts => return self.all_charts(path, progress),
            Output::Report => self.report(report::Format::of(path)?)?,
            Output::Scores(detail) => self.scores(detail, scores::Format::of(path)?)?,
            Output::Quoted => self.quoted(TableFormat::of(path)?)?,
            Output::Matrix => self.matrix(TableFormat::of(path)?)?,
            Output::Study => self.study(StudyFormat::of(path)?)?,
            Output::StudyReport => self.study_report(report::Format::of(path)?, None)?,
            #[cfg(feature = "gui")]
            Output::StudyChart(kind, at) => {
                let chart = self.study_chart(kind, at)?;
                return Ok(vec![plot::save_chart(
                    &chart,
                    path,
                    self.drawing_of_study()?,
                )?]);
            }
            Output::Document(articles) => {
                document::to_bytes_with(&self.session, &self.said, articles, path)?
            }
            Output::Comparison => self.compared()?,
            Output::Steps => self.steps(path)?,
        };
        progress.go_on()?;
        Ok(vec![save(path, &bytes, self.existing)?])
    }

    /// When this is made, if that is to be said.
    fn date(&self) -> Option<String> {
        (!self.undated).then(now)
    }

    /// The comparison as the bytes of a file, as the command line prints it.
    fn compared(&self) -> Result<Vec<u8>, OutputError> {
        self.with_report(|report| {
            let same = (self.session.same_stories)
                .then(|| self.same_stories(report))
                .transpose()?;
            let document = report.comparison.document(&report.a, &report.b);
            let document = document.with_same_stories(same.as_deref());
            let mut bytes = serde_json::to_vec_pretty(&document).map_err(std::io::Error::from)?;
            bytes.push(b'\n');
            Ok::<_, OutputError>(bytes)
        })?
    }

    /// The recipe of everything that can be made, with the report and the charts as they are chosen.
    fn steps(&self, at: &Path) -> Result<Vec<u8>, OutputError> {
        let sides = self.sides()?;
        if !sides.are_two() {
            return Err(OutputError::OneSource);
        }
        let mut wanted = recipe::everything(self.options);
        for one in &mut wanted {
            match &mut one.what {
                Ok(What::Report(parts, with_text)) => {
                    parts.clone_from(&self.report.parts);
                    *with_text = self.report.with_text;
                }
                #[cfg(feature = "gui")]
                Ok(What::Chart(drawing)) => {
                    if let Some(pictures) = &self.pictures {
                        drawing.dark = pictures.save.theme == chart::Theme::Dark;
                        drawing.editable_text = pictures.save.text == plot::SvgText::Editable;
                    }
                }
                _ => {}
            }
        }
        let kinds = self.charts.iter();
        let kinds = kinds.filter(|subject| !subject.build().marks.is_empty());
        let kinds: Vec<chart::Kind> = kinds.map(|subject| subject.kind).collect();
        wanted.retain(|one| match &one.what {
            Ok(What::Chart(drawing)) => kinds.contains(&drawing.kind),
            _ => true,
        });
        let scored = Side::BOTH.into_iter().filter_map(|side| sides.side(side));
        let mut scored = scored.flat_map(|part| &part.articles);
        let second = scored.all(|(_, analysis)| analysis.second.is_some());
        Ok(Recipe::to_bytes(&self.session, second, &wanted, at)?)
    }

    fn sides(&self) -> Result<&Sides, OutputError> {
        self.sides.as_deref().ok_or(OutputError::NotScored)
    }

    #[cfg(feature = "gui")]
    fn pictures(&self) -> Result<&Pictures, OutputError> {
        self.pictures.as_ref().ok_or(OutputError::NotScored)
    }

    /// How charts are drawn and saved.
    #[cfg(feature = "gui")]
    fn drawing(&self) -> Result<plot::SaveOptions, OutputError> {
        Ok(plot::SaveOptions {
            existing: self.existing,
            undated: self.undated,
            ..self.pictures()?.save
        })
    }

    #[cfg(feature = "gui")]
    fn all_charts(&self, folder: &Path, progress: &Progress) -> Result<Vec<Saved>, OutputError> {
        self.sides()?;
        let charts = self.charts.iter().map(Subject::build);
        let charts: Vec<_> = charts.filter(|chart| !chart.marks.is_empty()).collect();
        let format = self.pictures()?.all_as;
        Ok(plot::save_all(
            &charts,
            folder,
            format,
            self.drawing()?,
            progress,
        )?)
    }

    /// The report as the bytes of a file.
    ///
    /// # Errors
    /// Why it could not be made.
    pub fn report(&self, format: report::Format) -> Result<Vec<u8>, OutputError> {
        self.with_report(|report| {
            #[cfg(feature = "gui")]
            let figures = plot::report_charts(
                &report.input(),
                &report.charts(),
                format,
                report.choice.with_text,
            )
            .map_err(SaveChartError::from)?;
            #[cfg(not(feature = "gui"))]
            let figures = Vec::new();
            let date = self.date();
            let same = (report.parts().contains(&report::Part::SameStories))
                .then(|| self.same_stories(report))
                .transpose()?;
            Ok(format.write(&Report {
                figures: &figures,
                date: date.as_deref(),
                same: same.as_deref(),
                ..*report
            })?)
        })?
    }

    /// Both sources on the stories they tell both: as they were found in the window, the user's word on them included,
    /// or found now.
    fn same_stories(&self, report: &Report<'_>) -> Result<Arc<SameStories>, OutputError> {
        if let Some(same) = &self.same {
            return Ok(Arc::clone(same));
        }
        let (threads, progress) = (Threads::default(), Progress::default());
        let (everything, seed) = (
            &report.comparison.differences,
            report.comparison.options.seed,
        );
        let found = SameStories::find(&report.a, &report.b, everything, seed, threads, &progress);
        Ok(Arc::new(found?))
    }

    /// Runs `work` with the report that would be written, without its drawings and its date.
    ///
    /// # Errors
    /// Why there is no report.
    pub fn with_report<T>(&self, work: impl FnOnce(&Report<'_>) -> T) -> Result<T, OutputError> {
        let sides = self.sides()?;
        if !sides.are_two() {
            return Err(OutputError::OneSource);
        }
        let comparison = self.comparison.as_deref();
        let comparison = comparison.ok_or(OutputError::NotCompared)?;
        let done = sides.with_input(Some(comparison), self.options, |input| {
            Some(work(&Report {
                a: input.a?,
                b: input.b?,
                comparison,
                same: None,
                choice: &self.report,
                figures: &[],
                options: self.options,
                date: None,
            }))
        });
        done.ok_or(OutputError::OneSource)
    }

    fn study(&self, format: StudyFormat) -> Result<Vec<u8>, OutputError> {
        let study = self.session.study.as_deref().ok_or(OutputError::NoStudy)?;
        let told = || self.told_of_study(study);
        let provenance = || Provenance {
            seed: Some(study.drawn.seed),
            date: Some(now()),
            ..Provenance::default()
        };
        Ok(match format {
            StudyFormat::Coding => study.to_file(true)?,
            StudyFormat::Csv => {
                let table = study_files::codes(&study.answers(), Some(study));
                table.to_csv(&provenance()).into_bytes()
            }
            StudyFormat::Json => {
                let told = told();
                study_files::study_json(study, &told.found, &told.against, &told.paragraph)
                    .map_err(std::io::Error::from)?
            }
            StudyFormat::Tex => study_files::latex(&told().found).into_bytes(),
            StudyFormat::Md => {
                let told = told();
                study_files::methods(study, &told.found, &told.paragraph).into_bytes()
            }
            StudyFormat::Toml => study
                .codebook
                .to_toml()
                .map_err(CodingError::from)?
                .into_bytes(),
            StudyFormat::Html => study_files::worksheet(study).into_bytes(),
        })
    }

    fn told_of_study(&self, study: &Study) -> StudyTold {
        tell_study(
            study,
            &StudySources::of(&self.session),
            &self.session.settings,
        )
    }

    /// A page of the study, to be printed; `own` says of a class whose answers stand beside those of all.
    ///
    /// # Errors
    /// Why it could not be made.
    pub fn study_page(&self, page: StudyPage, own: Option<usize>) -> Result<Vec<u8>, OutputError> {
        match page {
            StudyPage::Worksheet => self.study(StudyFormat::Html),
            StudyPage::Result => self.study_report(report::Format::Html, own),
        }
    }

    fn study_report(
        &self,
        format: report::Format,
        own: Option<usize>,
    ) -> Result<Vec<u8>, OutputError> {
        let study = self.session.study.as_deref().ok_or(OutputError::NoStudy)?;
        let date = self.date();
        Ok(self
            .told_of_study(study)
            .report(study, format, own, date.as_deref())?)
    }

    /// A chart of the study.
    #[cfg(feature = "gui")]
    fn study_chart(&self, kind: chart::Kind, at: usize) -> Result<chart::Chart, OutputError> {
        let study = self.session.study.as_deref().ok_or(OutputError::NoStudy)?;
        let told = self.told_of_study(study);
        Ok(chart::build(kind, &told.view(study).input(at)))
    }

    /// How charts of a study are drawn: as others where there are others.
    #[cfg(feature = "gui")]
    fn drawing_of_study(&self) -> Result<plot::SaveOptions, OutputError> {
        match &self.pictures {
            Some(_) => self.drawing(),
            None => Ok(plot::SaveOptions {
                existing: self.existing,
                undated: self.undated,
                ..plot::SaveOptions::default()
            }),
        }
    }

    fn quoted(&self, format: TableFormat) -> Result<Vec<u8>, OutputError> {
        let sides = self.sides()?;
        let comparison = self.comparison.as_ref();
        let of_all = |side| comparison.and_then(|comparison| comparison.quoted(side));
        if sides.are_condensed() && of_all(Side::A).is_none() {
            return Err(OutputError::OfFew);
        }
        let audit = |side| {
            Some(Audit {
                source: sides.side(side)?.name.clone(),
                speakers: of_all(side).unwrap_or_else(|| sides.quoted(side)).to_vec(),
            })
        };
        let audits: Vec<Audit> = Side::BOTH.into_iter().filter_map(audit).collect();
        let articles = Side::BOTH.into_iter().flat_map(|side| {
            let articles = sides.side(side).map(|part| part.articles.iter());
            let articles = articles.into_iter().flatten();
            let articles = articles.filter(|(_, analysis)| analysis.counts());
            articles.map(move |(article, _)| provenance::Input::of(Some(side), article))
        });
        let provenance = Provenance {
            settings: Some(self.session.scoring()),
            filter: self.filter(),
            same_stories: self.session.same_stories,
            lists: ListUsed::of(&self.session.lists),
            inputs: articles.collect(),
            date: self.date(),
            ..Provenance::default()
        };
        let notes = self.session.source_notes();
        Ok(audit::write(format, &audits, notes, &provenance)?)
    }

    /// The filter in words, if there is one.
    fn filter(&self) -> Option<String> {
        let filter = self.session.filter();
        (!filter.is_empty()).then(|| filter.in_words())
    }

    fn matrix(&self, format: TableFormat) -> Result<Vec<u8>, OutputError> {
        let matrix = self.matrix.as_deref().ok_or(OutputError::NotCompared)?;
        let sources = self.session.sources().iter();
        let articles = sources.flat_map(|source| source.articles.iter());
        let provenance = Provenance {
            settings: Some(self.session.scoring()),
            filter: self.filter(),
            same_stories: self.session.same_stories,
            lists: ListUsed::of(&self.session.lists),
            seed: Some(matrix.seed),
            inputs: articles
                .map(|article| provenance::Input::of(None, article))
                .collect(),
            date: self.date(),
            ..Provenance::default()
        };
        Ok(matrix::write(format, matrix, &provenance)?)
    }

    fn scores(&self, detail: Detail, format: scores::Format) -> Result<Vec<u8>, OutputError> {
        let sides = self.sides()?;
        let parts = Side::BOTH.into_iter().filter_map(|side| sides.side(side));
        let all: Vec<Scored<'_>> = parts
            .flat_map(|part| part.articles.iter().enumerate())
            .map(|(position, (article, analysis))| Scored {
                path: Path::new(&article.origin.name),
                position,
                article,
                analysis,
            })
            .collect();
        Ok(scores::scores(
            &all,
            detail,
            format,
            self.date().as_deref(),
            &self.session.lists,
        )?)
    }
}
