//! From a finding to its evidence: what a click on one opens beside the page, and in the texts.

use crate::compare::findings::{Evidence, Finding};

use super::view::Focus;
use super::{App, Page};

impl App {
    /// The finding whose evidence is shown on the page of findings.
    pub(super) fn finding(&self) -> Option<&Finding> {
        self.workspace.findings()?.get(self.view.pages.finding)
    }

    /// Opens the evidence of a finding, of what it rests on the one at `which`.
    pub(super) fn open_finding(&mut self, at: usize, which: usize) {
        self.view.pages.finding = at;
        let evidence = self
            .finding()
            .and_then(|finding| finding.evidence.get(which));
        let Some(evidence) = evidence.cloned() else {
            return;
        };
        match Focus::try_from(&evidence) {
            Ok(focus) => self.show_focus(focus),
            Err(place) => self.select(Some(place)),
        }
        self.set_evidence_open(true);
    }

    /// Shows a finding in the texts, or on the page that holds what it rests on.
    pub(super) fn read_finding(&mut self, at: usize) {
        self.view.pages.finding = at;
        let Some(finding) = self.finding() else {
            return;
        };
        let place = finding.evidence.iter().find_map(|evidence| match evidence {
            Evidence::Place(place) => Some(*place),
            _ => None,
        });
        if let Some(place) = place {
            self.go_to(place);
            return;
        }
        let page = match finding.evidence.first() {
            Some(Evidence::Names | Evidence::Name(_) | Evidence::Speakers) => Page::People,
            Some(Evidence::Differences | Evidence::Measure(_)) => Page::Compare,
            Some(Evidence::Coverage | Evidence::Place(_)) | None => Page::Read,
        };
        self.view.page = page;
    }
}

impl TryFrom<&Evidence> for Focus {
    type Error = crate::article::Place;

    /// What the evidence is of, or the place in the texts it stands at.
    fn try_from(evidence: &Evidence) -> Result<Self, Self::Error> {
        Ok(match evidence {
            Evidence::Place(place) => return Err(*place),
            Evidence::Measure(id) => Self::Measure(id),
            Evidence::Differences => Self::Differences,
            Evidence::Coverage => Self::Coverage,
            Evidence::Name(name) => Self::Person(name.clone()),
            Evidence::Names => Self::Names,
            Evidence::Speakers => Self::Speakers,
        })
    }
}
