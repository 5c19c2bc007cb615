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
pub(super) struct Studying {
    /// The codebook of the next sample.
    pub(super) book: Arc<Codebook>,
    /// What a unit of it is.
    pub(super) unit: UnitKind,
    /// How many units, as typed.
    pub(super) n: String,
    /// The seed, as typed.
    pub(super) seed: String,
    /// What it is drawn by.
    pub(super) strata: Strata,
    /// The name of the coder, as typed.
    pub(super) name: String,
    /// Who is coding now, by position, and their name.
    pub(super) coding: Option<(usize, String)>,
    /// When they began, in seconds, and how many they had done then.
    pub(super) began: Option<(f64, usize)>,
    /// The question that is answered next, where it was chosen.
    pub(super) question: Option<usize>,
    /// A comment being typed.
    pub(super) comment: Option<String>,
    /// The study agreement was asked of last.
    pub(super) asked: Option<Arc<Study>>,
    /// Whether it is being computed.
    pub(super) is_busy: bool,
    /// What was found.
    pub(super) told: Option<Arc<StudyTold>>,
    /// How many units there are, of what is open: by revision of the articles and unit.
    pub(super) population: Option<(usize, UnitKind, usize)>,
    /// Whether results are shown before everybody is done.
    pub(super) revealed: bool,
    /// Whether a sample is being drawn.
    pub(super) is_drawing: bool,
    /// Of a class: whose own answers stand beside those of all, by position.
    pub(super) own: Option<usize>,
    /// Whether the study is about to be given up.
    pub(super) leaving: bool,
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
    pub(super) fn take_book(&mut self, book: Codebook) {
        self.unit = UnitKind::named(&book.unit).unwrap_or(self.unit);
        self.book = Arc::new(book);
    }
}
