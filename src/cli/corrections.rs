//! The corrections of tone, as every command that scores takes them.

use crate::score::tone::ToneOptions;

/// Which corrections are made before tone is scored.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct Corrections {
    /// Tone exactly as the reference gives it: quotes as they are typed, names scored
    #[arg(long)]
    exact: bool,
    /// Give words whose everyday news sense is not the emotional one no tone ("party", "interest")
    #[arg(long, conflicts_with = "exact")]
    news_senses: bool,
}

impl Corrections {
    pub(super) fn options(self) -> ToneOptions {
        if self.exact {
            return ToneOptions::EXACT;
        }
        ToneOptions {
            news_sense: self.news_senses,
            ..ToneOptions::default()
        }
    }
}
