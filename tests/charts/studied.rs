//! What a study found, made of codes that are written down, for the charts of agreement.

use parallax::chart::{self, Chart, Kind, StudyView};
use parallax::stats::{Estimate, Interval};
use parallax::study::{
    Against, Codebook, ReadAnswers, Row, Together, VariableAgreement, agreements, read_tidy, ready,
};
use parallax::work::Progress;

/// Agreement and people against a measure.
pub(crate) struct Studied {
    book: Codebook,
    found: Vec<VariableAgreement>,
    against: Vec<Against>,
}

/// Two coders, forty units, who differ in every seventh.
pub(crate) fn studied() -> Studied {
    let mut table = vec!["unit,coder,variable,value".to_owned()];
    let mut points = Vec::new();
    for at in 0..40_i32 {
        let ana = at % 3 - 1;
        let ben = if at % 7 == 0 { (at + 1) % 3 - 1 } else { ana };
        table.push(format!("u{at},ana,tone,{ana}\nu{at},ben,tone,{ben}"));
        let people = f64::from(ana + ben) / 2.0;
        let measure = people * 0.5 + f64::from(at % 5 - 2) * 0.15;
        points.push((format!("u{at}"), people, measure));
    }
    let mut read = ReadAnswers::default();
    read_tidy(&table.join("\n"), "tone", &mut read).unwrap();
    let (_, book) = ready().find(|(name, _)| *name == "tone").unwrap();
    let found = agreements(&read.answers, Some(&book), None, 1, &Progress::default()).unwrap();
    let estimate = |value, low, high| {
        Some(Estimate {
            value,
            interval: Some(Interval { low, high }),
        })
    };
    let scale = book.variables[0].values.iter();
    let scale = scale.map(|value| (value.value.parse().unwrap(), value.label.clone()));
    let against = vec![Against {
        variable: "tone".to_owned(),
        measure: "tone",
        label: "Tone",
        units: points.len(),
        rows: vec![Row {
            which: Together::Spearman,
            measure: estimate(0.71, 0.5, 0.84),
            coders: Vec::new(),
            ceiling: estimate(0.82, 0.66, 0.93),
        }],
        scale: scale.collect(),
        points,
        differing: Vec::new(),
        notes: Vec::new(),
    }];
    Studied {
        book,
        found,
        against,
    }
}

impl Studied {
    /// Every chart of a study.
    pub(crate) fn charts(&self) -> Vec<Chart> {
        let view = StudyView {
            codebook: Some(&self.book),
            found: &self.found,
            against: &self.against,
            at: 0,
            seed: 1,
        };
        let kinds = Kind::of_studies().iter();
        kinds
            .map(|kind| chart::build(*kind, &view.input(0)))
            .collect()
    }
}

/// The figures behind each chart are those that it draws.
#[test]
fn charts_of_agreement_have_the_figures_behind_them() {
    let studied = studied();
    let [agreement, confusion, against] = studied.charts().try_into().unwrap();
    let csv = agreement.table.to_csv(&agreement.provenance);
    assert!(
        csv.contains("tone,ordinal,40,2,Krippendorff’s α,0."),
        "{csv}"
    );
    assert!(csv.contains("# Seed: 1"), "{csv}");
    assert_eq!(agreement.rows, 6);
    assert!(
        agreement.summary.starts_with("Krippendorff’s α: tone 0."),
        "{}",
        agreement.summary
    );
    let pairs: usize = (confusion.table.rows.iter())
        .filter_map(|row| row[2].to_string().parse::<usize>().ok())
        .sum();
    assert_eq!((pairs, confusion.table.rows.len()), (40, 9));
    assert!(
        confusion
            .summary
            .contains("of 40 pairs gave the same value"),
        "{}",
        confusion.summary
    );
    assert_eq!(against.table.rows.len(), 40);
    assert!(
        against
            .summary
            .contains("0.71 (0.50 to 0.84) over 40 units"),
        "{}",
        against.summary
    );
}
