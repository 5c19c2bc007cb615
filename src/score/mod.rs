//! One article, scored: tone of every sentence, sensationalism of the headline, and the evidence
//! behind each. Pure: an article and [`Settings`] in, an [`Analysis`] out.

mod analyse;
mod analysis;
pub mod attribution;
pub mod check;
mod condense;
mod excluded;
mod figures;
pub mod headline;
pub mod hedges;
mod lexis;
pub mod lists;
pub mod loaded;
pub mod measure;
pub mod people;
pub mod provenance;
pub mod registry;
pub mod second;
pub mod subjectivity;
pub mod target;
pub mod tone;
pub mod voice;
pub mod wording;

pub use analyse::analyse;
pub use analysis::{Analysis, SentenceScore, Settings, Unit};
pub use excluded::Excluded;
pub use figures::Figures;
pub use headline::NoHeadline;
pub(crate) use lexis::has_content;

/// Reads every asset of this room, for the test of the assets.
#[cfg(test)]
pub(crate) fn read_assets() -> Result<(), crate::assets::NotUnderstood> {
    lexis::Vocabulary::read()?;
    subjectivity::Model::read()?;
    target::read_assets()?;
    voice::read_assets()?;
    headline::read_assets()?;
    second::read_assets()?;
    tone::read_assets()
}
