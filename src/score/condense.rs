//! From the scores of an article to its figures: the evidence is let go.

use super::Analysis;
use super::figures::Figures;
use super::people::People;
use super::registry::MEASURES;

impl Analysis {
    /// The same without the evidence: headline, tone and the values of every measure stay as they are.
    #[must_use]
    pub fn condensed(&self) -> Self {
        if self.is_condensed() || !self.counts() {
            return self.clone();
        }
        let parts = MEASURES
            .iter()
            .filter_map(|measure| Some((measure.id, measure.of_article(self)?)));
        Self {
            settings: self.settings.clone(),
            headline: self.headline.clone(),
            against_body: None,
            figures: Some(Figures::new(parts, self.words(), self.units.len())),
            units: Vec::new(),
            tone: self.tone,
            people: People::default(),
            speakers: Vec::new(),
            second: None,
            left_out: None,
            quote_marks_lost: self.quote_marks_lost,
        }
    }
}
