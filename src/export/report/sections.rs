//! What a report says, section after section; only the texts stand apart.

use super::item::{Item, Section};
use super::subject::Report;
use super::{findings, headlines, passages, wording};

/// Every section but the texts, in order, each with its charts.
pub(super) fn sections(report: &Report<'_>) -> Vec<Section> {
    let mut sections = vec![
        findings::summary(report),
        findings::differences(report),
        findings::like_for_like(report),
        findings::robustness(report),
        headlines::section(report),
        wording::shift(report),
        wording::terms(report),
    ];
    sections.extend(wording::people(report));
    sections.push(passages::section(report));
    sections.extend(remaining_figures(report, &sections));
    sections
}

/// The charts that belong to no section.
fn remaining_figures(report: &Report<'_>, sections: &[Section]) -> Option<Section> {
    let placed = |id: &str| sections.iter().any(|section| section.figures.contains(&id));
    let ids: Vec<&'static str> = report
        .figures
        .iter()
        .map(|figure| figure.id)
        .filter(|id| !placed(id))
        .collect();
    (!ids.is_empty()).then(|| Section {
        id: "charts",
        title: "Charts",
        items: vec![Item::Text(
            "Both sources stand on the same axis in every chart.".to_owned(),
        )],
        figures: ids,
    })
}
