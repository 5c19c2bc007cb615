//! What a study found, to be printed or put into a paper: methods, agreement as a table, charts, people beside
//! Parallax, what is to be settled; of a class, own answers, class and Parallax side by side.

use crate::chart::Kind;
use crate::export::report::item::{Chart, Item, Section, Sentence, Table};
use crate::export::report::paper::Paper;
use crate::export::report::{DocxError, Drawing, Format};
use crate::stats::{COEFFICIENTS, Coefficient, Estimate};
use crate::study::{Against, Codebook, Revealed, Study, VariableAgreement, class_rows};
use crate::text::{number, optional, per_cent, range, shorten};

/// Characters shown of a unit.
const EXCERPT: usize = 320;

/// A chart drawn for the report of a study.
#[derive(Debug, Clone, PartialEq)]
pub struct StudyFigure {
    /// Which chart.
    pub kind: Kind,
    /// Of which variable, or which of people against measures, where it shows a single one.
    pub at: usize,
    /// Its title.
    pub title: String,
    /// What it says.
    pub summary: String,
    /// Its height in points.
    pub height: f32,
    /// Its drawing.
    pub drawing: Drawing,
}

/// What the report of a study is made from.
#[derive(Debug, Clone, Copy)]
pub struct StudyReport<'a> {
    /// The study; `None` where only codes are known, from wherever they came.
    pub study: Option<&'a Study>,
    /// What was asked, where that is known.
    pub codebook: Option<&'a Codebook>,
    /// How far coders agree.
    pub found: &'a [VariableAgreement],
    /// People against measures.
    pub against: &'a [Against],
    /// What the measures say of the units.
    pub revealed: &'a [Revealed],
    /// The methods paragraph.
    pub paragraph: &'a str,
    /// All variables together, in a sentence.
    pub overall: Option<&'a str>,
    /// Of a class: whose own answers stand beside those of all, by position; else there is room to write them.
    pub own: Option<usize>,
    /// The charts that were drawn.
    pub figures: &'a [StudyFigure],
    /// When it was made, as ISO 8601.
    pub date: Option<&'a str>,
}

impl StudyReport<'_> {
    /// The report as the bytes of a file.
    ///
    /// # Errors
    /// Why it could not be put together; a page and Markdown always can.
    pub fn write(&self, format: Format) -> Result<Vec<u8>, DocxError> {
        let mut sections = Vec::new();
        let class = self.study.filter(|study| study.is_class());
        if let Some(study) = class {
            sections.push(Section::new(
                "class",
                "Side by side",
                self.side_by_side(study),
            ));
        }
        let agreed = self.found.iter().any(|one| one.agreement.is_ok());
        if agreed {
            let methods = vec![Item::Text(self.paragraph.to_owned())];
            sections.push(Section::new("methods", "Methods", methods));
            sections.push(Section::new("agreement", "Agreement", self.agreement()));
        }
        if !self.against.is_empty() {
            sections.push(Section::new("people", "People and Parallax", self.people()));
        }
        // Of a class nobody's answers are shown but one's own.
        if class.is_none() {
            let items = self.disagreements();
            if !items.is_empty() {
                sections.push(Section::new("settled", "Where coders differ", items));
            }
        }
        if let Some(book) = self.codebook {
            sections.push(Section::new("codebook", "Codebook", codebook(book)));
        }
        format.write_paper(&Paper {
            kicker: "Parallax study",
            title: (self.codebook).map_or_else(
                || "Agreement of coders".to_owned(),
                |book| book.name.clone(),
            ),
            about: (self.study).map_or_else(
                || "Codes from tables.".to_owned(),
                |study| study.drawn.sentence(),
            ),
            sections,
            date: self.date,
        })
    }

    /// Own answers, class and Parallax, a table an article.
    fn side_by_side(&self, study: &Study) -> Vec<Item<'static>> {
        let rows = class_rows(study, self.revealed);
        let mut items = vec![Item::Text(match self.own {
            Some(_) => "Own: what you answered. Class: how many gave each answer, and their mean. Parallax: what the measure \
                        says of the same words."
                .to_owned(),
            None => "Own: write your answers here, from your worksheet. Class: how many gave each answer, and their mean. \
                     Parallax: what the measure says of the same words."
                .to_owned(),
        })];
        for rows in rows.chunk_by(|one, other| {
            (&one.unit.source, &one.unit.article) == (&other.unit.source, &other.unit.article)
        }) {
            let Some(first) = rows.first() else {
                continue;
            };
            let mut table = Table::new(&first.unit.source, &["Text", "Own", "Class", "Parallax"]);
            table.rows.extend(rows.iter().map(|row| {
                let own = self.own.and_then(|own| row.own(study, own));
                vec![
                    shorten(&row.unit.text, EXCERPT),
                    own.unwrap_or_else(|| match self.own {
                        Some(_) => "–".to_owned(),
                        None => "________".to_owned(),
                    }),
                    row.class(),
                    row.parallax().to_owned(),
                ]
            }));
            items.push(Item::Table(table));
        }
        items
    }

    /// The coefficients as a table, and variable by variable what they mean.
    fn agreement(&self) -> Vec<Item<'_>> {
        let mut columns = vec!["Variable", "Level", "#Units", "#Coders"];
        let names: Vec<String> = COEFFICIENTS
            .iter()
            .map(|which| format!("#{}", which.label()))
            .collect();
        columns.extend(names.iter().map(String::as_str));
        let mut table = Table::new("Agreement with 95 % intervals", &columns);
        for one in self.found {
            let mut row = vec![
                one.name.clone(),
                one.level.label().to_owned(),
                one.shared.to_string(),
                one.coders.len().to_string(),
            ];
            row.extend(COEFFICIENTS.iter().map(|which| {
                let agreement = one.agreement.as_ref().ok();
                figure(*which, agreement.and_then(|all| all.get(*which)))
            }));
            table.rows.push(row);
        }
        let mut items = vec![Item::Table(table)];
        items.extend(self.overall.map(|overall| Item::Text(overall.to_owned())));
        items.extend(self.chart(Kind::Agreement, 0));
        for (at, one) in self.found.iter().enumerate() {
            let known = self.codebook.and_then(|book| book.variable(&one.name));
            let question = known.map_or(one.name.as_str(), |known| known.question.as_str());
            items.push(Item::Heading(question.to_owned()));
            items.push(Item::List(one.notes.iter().map(Sentence::new).collect()));
            items.extend(self.chart(Kind::Confusion, at));
        }
        items
    }

    /// People against the measures that answer the same questions.
    fn people(&self) -> Vec<Item<'_>> {
        let columns = [
            "Question",
            "Figure",
            "#Measure and people",
            "#People and each other",
        ];
        let mut table = Table::new("People and measures, with 95 % intervals", &columns);
        for one in self.against {
            table.rows.extend(one.rows.iter().map(|row| {
                let told = |estimate| optional(estimate, |estimate| with_interval(estimate, two));
                vec![
                    format!("{} by people, {} by Parallax", one.variable, one.label),
                    row.which.label().to_owned(),
                    told(row.measure),
                    told(row.ceiling),
                ]
            }));
        }
        let mut items = vec![Item::Table(table)];
        for (at, one) in self.against.iter().enumerate() {
            items.push(Item::List(one.notes.iter().map(Sentence::new).collect()));
            items.extend(self.chart(Kind::Against, at));
        }
        items
    }

    /// Who said what where they differ, and what was settled.
    fn disagreements(&self) -> Vec<Item<'static>> {
        let mut items = Vec::new();
        for one in self
            .found
            .iter()
            .filter(|one| !one.disagreements.is_empty())
        {
            let known = self.codebook.and_then(|book| book.variable(&one.name));
            let label = |value: &str| {
                known.map_or_else(|| value.to_owned(), |known| known.label(value).to_owned())
            };
            let mut table = Table::new(&one.name, &["Text", "Codes", "Settled"]);
            table.rows.extend(one.disagreements.iter().map(|unit| {
                let known = self.study.and_then(|study| study.unit(&unit.unit));
                let text = known.map_or(unit.unit.as_str(), |unit| &unit.text);
                let codes: Vec<String> = (unit.codes.iter())
                    .map(|(coder, value)| format!("{coder}: {}", label(value)))
                    .collect();
                let settled = self.study;
                let settled = settled.and_then(|study| study.settled(&one.name, &unit.unit));
                vec![
                    shorten(text, EXCERPT),
                    codes.join("; "),
                    settled.map(label).unwrap_or_default(),
                ]
            }));
            items.push(Item::Table(table));
        }
        items
    }

    fn chart(&self, kind: Kind, at: usize) -> Option<Item<'_>> {
        let mut figures = self.figures.iter();
        let figure = figures.find(|figure| figure.kind == kind && figure.at == at)?;
        Some(Item::Chart(Chart {
            id: kind.id(),
            title: figure.title.clone(),
            summary: figure.summary.clone(),
            drawing: Some(&figure.drawing),
            height: figure.height,
        }))
    }
}

fn two(value: f64) -> String {
    number(value, 2)
}

fn figure(which: Coefficient, estimate: Option<Estimate>) -> String {
    optional(estimate, |estimate| match which {
        Coefficient::Percent => with_interval(estimate, per_cent),
        _ => with_interval(estimate, two),
    })
}

/// “0.72 (0.60 to 0.82)”.
fn with_interval(estimate: Estimate, show: impl Fn(f64) -> String) -> String {
    let interval = estimate.interval.map_or_else(String::new, |interval| {
        format!(" ({})", range(interval.low, interval.high, &show))
    });
    format!("{}{interval}", show(estimate.value))
}

/// What was asked.
fn codebook(book: &Codebook) -> Vec<Item<'static>> {
    let mut items = Vec::new();
    if !book.about.is_empty() {
        items.push(Item::Text(book.about.clone()));
    }
    for variable in &book.variables {
        let answers: Vec<String> = (variable.answers().iter())
            .map(|value| format!("{} ({})", value.label, value.value))
            .collect();
        items.push(Item::Heading(variable.question.clone()));
        let said = format!("{} Answers: {}.", variable.definition, answers.join(", "));
        items.push(Item::Text(said.trim_start().to_owned()));
    }
    items
}
