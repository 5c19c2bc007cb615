//! What a study is made from, read from its files.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::article::Article;
use crate::load::{Hint, Input, ReadOptions, decode, note_read};
use crate::score::{Analysis, Settings, analyse};
use crate::study::{
    Against, Codebook, CodebookError, CodingError, ReadAnswers, Scored, Study, TidyError, Unit,
    UnitPlace, VariableAgreement, against, agreements, methods_paragraph, overall, read_tidy,
    ready, units,
};
use crate::text::shown;
use crate::work::{Progress, Stopped};

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
    /// The variable that a measure answers, that measure's name, and its value by unit.
    pub revealed: Option<(String, &'static str, BTreeMap<String, f64>)>,
    /// The methods paragraph.
    pub paragraph: String,
}

/// Agreement of a study, and people against the measures of `sources`: each a name and its articles.
pub fn tell_study(
    study: &Study,
    sources: &[(String, Arc<Vec<Arc<Article>>>)],
    settings: &Settings,
) -> StudyTold {
    // Nothing stops this work.
    told(study, sources, settings).unwrap_or_default()
}

fn told(
    study: &Study,
    sources: &[(String, Arc<Vec<Arc<Article>>>)],
    settings: &Settings,
) -> Result<StudyTold, Stopped> {
    let progress = Progress::default();
    let (answers, seed) = (study.answers(), study.drawn.seed);
    let book = Some(&*study.codebook);
    let found = agreements(&answers, book, None, seed, &progress)?;
    let open = sources.iter().map(|(name, articles)| {
        let articles = articles.iter().map(|article| &**article);
        (name.as_str(), articles.collect::<Vec<&Article>>())
    });
    let open = units(open, study.drawn.unit);
    let drawn: Vec<&(UnitPlace, Unit)> = (open.iter())
        .filter(|(_, unit)| study.unit(&unit.id).is_some())
        .collect();
    let mut analyses: BTreeMap<(usize, usize), Analysis> = BTreeMap::new();
    for (place, _) in &drawn {
        let of = sources.get(place.source);
        if let Some(article) = of.and_then(|(_, articles)| articles.get(place.article)) {
            let key = (place.source, place.article);
            analyses
                .entry(key)
                .or_insert_with(|| analyse(article, settings));
        }
    }
    let scored: Vec<Scored<'_>> = (drawn.into_iter())
        .filter_map(|(place, unit)| {
            Some(Scored {
                unit,
                place: *place,
                analysis: analyses.get(&(place.source, place.article))?,
            })
        })
        .collect();
    let against = against(&answers, book, &[], &scored, seed, &progress)?;
    let revealed = against.first().map(|first| {
        let measure = crate::score::registry::all().find(|measure| measure.id == first.measure);
        let values = scored
            .iter()
            .filter_map(|one| Some((one.unit.id.clone(), one.value(measure?)?)));
        (first.variable.clone(), first.label, values.collect())
    });
    let settled = study.settled.values().map(BTreeMap::len).sum();
    Ok(StudyTold {
        overall: overall(&found),
        paragraph: methods_paragraph(book, Some(&study.drawn), &found, settled, seed),
        against,
        revealed,
        found,
    })
}
