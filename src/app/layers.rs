//! The highlight layers of the text: their names, what each marks, and which are switched on.

use serde::{Deserialize, Serialize};

use crate::text::tr;

/// Something the text can be marked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// Words that carry tone.
    Tone,
    /// Loaded words.
    Loaded,
    /// Hedges and intensifiers.
    Hedges,
    /// Quotations.
    Quotations,
    /// People, places and organisations.
    Names,
    /// Words of the user's own lists.
    Lists,
    /// Passages the other source tells too.
    Matches,
}

impl Layer {
    /// Every layer, in the order of the legend.
    pub(super) const ALL: [Self; 7] = [
        Self::Tone,
        Self::Loaded,
        Self::Hedges,
        Self::Quotations,
        Self::Names,
        Self::Lists,
        Self::Matches,
    ];

    /// Its name in the legend.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Tone => tr!("Tone"),
            Self::Loaded => tr!("Loaded"),
            Self::Hedges => tr!("Hedges"),
            Self::Quotations => tr!("Quotations"),
            Self::Names => tr!("Names"),
            Self::Lists => tr!("Your lists"),
            Self::Matches => tr!("Matches"),
        }
    }

    /// What its switch is called in menus.
    pub(super) fn command(self) -> &'static str {
        match self {
            Self::Tone => tr!("Mark tone words"),
            Self::Loaded => tr!("Mark loaded words"),
            Self::Hedges => tr!("Mark hedges and intensifiers"),
            Self::Quotations => tr!("Mark quotations"),
            Self::Names => tr!("Mark names"),
            Self::Lists => tr!("Mark words of your lists"),
            Self::Matches => tr!("Mark matches"),
        }
    }

    /// What it marks, and how.
    pub(super) fn help(self) -> &'static str {
        match self {
            Self::Tone => {
                tr!(
                    "Words that carry tone: a solid line where they are positive here, a dotted one where negative."
                )
            }
            Self::Loaded => tr!("Loaded words in the outlet's own voice, on a yellow ground."),
            Self::Hedges => {
                tr!(
                    "Hedges such as “might” with a wavy line, intensifiers such as “very” with a double one."
                )
            }
            Self::Quotations => {
                tr!("What stands between quotation marks, on a blue ground; scare quotes outlined.")
            }
            Self::Names => tr!("People, places and organisations, outlined."),
            Self::Lists => {
                tr!(
                    "Words of your own lists outside quotations, on a tinted ground; hover one to see which list has it."
                )
            }
            Self::Matches => {
                tr!(
                    "Passages the other source tells too: a bar in the margin, a ribbon to each counterpart. Select one, and what \
                 both say is tinted; figures and dates that differ are outlined."
                )
            }
        }
    }
}

/// Which layers are switched on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Layers(std::collections::BTreeSet<Layer>);

impl Default for Layers {
    fn default() -> Self {
        Self([Layer::Tone, Layer::Lists, Layer::Matches].into())
    }
}

impl Layers {
    pub(super) fn is_on(&self, layer: Layer) -> bool {
        self.0.contains(&layer)
    }

    pub(super) fn switch_on(&mut self, layer: Layer) {
        self.0.insert(layer);
    }

    pub(super) fn toggle(&mut self, layer: Layer) {
        if !self.0.remove(&layer) {
            self.0.insert(layer);
        }
    }
}
