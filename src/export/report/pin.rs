//! Something added to the report while reading: what it is, and what a finding is called.

use crate::article::{Place, Side};
use crate::chart::Kind;
use crate::compare::findings::{Evidence, Finding};

/// Something that was added to the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pin {
    /// A finding, by its name: [`finding_name`].
    Finding(String),
    /// A headline, a paragraph or a sentence.
    Place(Place),
    /// A chart.
    Chart(Kind),
    /// A measure, by its id.
    Measure(String),
    /// Someone or something named.
    Name(String),
    /// A word.
    Word(String),
}

/// What a finding is called from one comparison to the next, whatever its figures are by then: its kind,
/// with the measure where there can be several of a kind. `None` for one of a single side: what is added is
/// the place it shows.
pub fn finding_name(finding: &Finding) -> String {
    let kind = serde_json::to_string(&finding.kind).unwrap_or_default();
    let kind = kind.trim_matches('"');
    match finding.evidence.first() {
        Some(Evidence::Measure(id)) => format!("{kind}:{id}"),
        Some(Evidence::Place(place)) if finding_side(finding).is_some() => {
            format!("{kind}:{}", place.side.label())
        }
        _ => kind.to_owned(),
    }
}

/// The only side a finding is about, where it is about one.
fn finding_side(finding: &Finding) -> Option<Side> {
    let mut sides = finding.evidence.iter().map(|evidence| match evidence {
        Evidence::Place(place) => Some(place.side),
        _ => None,
    });
    let first = sides.next().flatten()?;
    sides.all(|side| side == Some(first)).then_some(first)
}
