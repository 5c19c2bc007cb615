//! What the page of studies remembers: the sample about to be drawn, who codes, and what agreement was found.

use std::sync::Arc;

use crate::study::{Codebook, Strata, Study, UnitKind, ready};
use crate::workspace::StudyTold;

#[expect(
    clippy::struct_excessive_bools,
    reason = "what goes on, what is shown and what is asked for have nothing to do with each other"
)]
/// What the page of studies remembers while the window is open.
#[derive(Debug)]
pub(in crate::app) struct Studying {
    /// The codebook of the next sample.
    pub(in crate::app) book: Arc<Codebook>,
    /// What a unit of it is.
    pub(in crate::app) unit: UnitKind,
    /// How many units, as typed.
    pub(in crate::app) n: String,
    /// The seed, as typed.
    pub(in crate::app) seed: String,
    /// What it is drawn by.
    pub(in crate::app) strata: Strata,
    /// The name of the coder, as typed.
    pub(in crate::app) name: String,
    /// Who is coding now, by position, and their name.
    pub(in crate::app) coding: Option<(usize, String)>,
    /// When they began, in seconds, and how many they had done then.
    pub(in crate::app) began: Option<(f64, usize)>,
    /// The question that is answered next, where it was chosen.
    pub(in crate::app) question: Option<usize>,
    /// A comment being typed.
    pub(in crate::app) comment: Option<String>,
    /// The study agreement was asked of last.
    pub(in crate::app) asked: Option<Arc<Study>>,
    /// Whether it is being computed.
    pub(in crate::app) is_busy: bool,
    /// What was found.
    pub(in crate::app) told: Option<Arc<StudyTold>>,
    /// How many units there are, of what is open: by revision of the articles and unit.
    pub(in crate::app) population: Option<(usize, UnitKind, usize)>,
    /// Whether results are shown before everybody is done.
    pub(in crate::app) revealed: bool,
    /// Whether a sample is being drawn.
    pub(in crate::app) is_drawing: bool,
    /// Of a class: whose own answers stand beside those of all, by position.
    pub(in crate::app) own: Option<usize>,
    /// Whether the study is about to be given up.
    pub(in crate::app) leaving: bool,
}

impl Default for Studying {
    fn default() -> Self {
        let book = ready().next().map(|(_, book)| book);
        let book = book.unwrap_or_else(|| Codebook {
            name: String::new(),
            about: String::new(),
            unit: UnitKind::default().label().to_owned(),
            variables: Vec::new(),
        });
        Self {
            book: Arc::new(book),
            unit: UnitKind::default(),
            n: "100".to_owned(),
            seed: "1".to_owned(),
            strata: Strata::Source,
            name: String::new(),
            coding: None,
            began: None,
            question: None,
            comment: None,
            asked: None,
            is_busy: false,
            told: None,
            population: None,
            revealed: false,
            is_drawing: false,
            own: None,
            leaving: false,
        }
    }
}

impl Studying {
    /// Takes another codebook, and the units it is for.
    pub(in crate::app) fn take_book(&mut self, book: Codebook) {
        self.unit = UnitKind::named(&book.unit).unwrap_or(self.unit);
        self.book = Arc::new(book);
    }
}
