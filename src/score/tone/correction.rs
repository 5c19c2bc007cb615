//! The corrections of tone that can be switched, each defined once: menus, captions and methods are
//! made from this.

use serde::{Deserialize, Serialize};

/// How tone is computed. [`ToneOptions::EXACT`] gives the reference's figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "independent switches")]
pub struct ToneOptions {
    /// Read typographic quotes and apostrophes as their ASCII forms, which VADER's rules expect.
    pub typographic: bool,
    /// Give the words of proper names no valence.
    pub mask_names: bool,
    /// Give words whose everyday news sense is not the emotional one no valence.
    pub news_sense: bool,
    /// Part words that a mark joins ("disaster—an", "bad/awful"), take ligatures apart and invisible
    /// characters out: the reference looks up what stands between blanks.
    pub part_joined: bool,
}

impl ToneOptions {
    /// Exactly the reference implementation: no correction at all.
    pub const EXACT: Self = Self {
        typographic: false,
        mask_names: false,
        news_sense: false,
        part_joined: false,
    };
}

impl Default for ToneOptions {
    fn default() -> Self {
        Self {
            typographic: true,
            mask_names: true,
            news_sense: false,
            part_joined: true,
        }
    }
}

/// One correction applied before or while VADER scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Correction {
    /// Typographic quotes read as their ASCII forms.
    Typographic,
    /// Names without valence.
    MaskNames,
    /// Words in their news sense without valence.
    NewsSense,
    /// Words that a mark joins read apart.
    PartJoined,
}

impl Correction {
    /// Every correction, in the order it is shown.
    pub const ALL: [Self; 4] = [
        Self::Typographic,
        Self::MaskNames,
        Self::NewsSense,
        Self::PartJoined,
    ];

    /// The name the user sees.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Typographic => "Read curly quotes",
            Self::MaskNames => "Mask names",
            Self::NewsSense => "News-sense list",
            Self::PartJoined => "Part joined words",
        }
    }

    /// What it does, in one sentence.
    pub const fn help(self) -> &'static str {
        match self {
            Self::Typographic => {
                "Read ‘ ’ “ ” as the straight quotes VADER knows; without this, “isn’t” negates nothing."
            }
            Self::MaskNames => {
                "Give the words of names, such as United States or Justice Department, no tone."
            }
            Self::NewsSense => {
                "Give words such as party, shares or intelligence, which mean no emotion in news, no tone."
            }
            Self::PartJoined => {
                "Read “disaster—an” and “bad/awful” as two words each; without this, neither is in the lexicon."
            }
        }
    }

    /// Whether `options` apply it.
    pub const fn is_on(self, options: ToneOptions) -> bool {
        match self {
            Self::Typographic => options.typographic,
            Self::MaskNames => options.mask_names,
            Self::NewsSense => options.news_sense,
            Self::PartJoined => options.part_joined,
        }
    }

    /// Switches it on or off.
    pub const fn toggle(self, options: &mut ToneOptions) {
        let switch = match self {
            Self::Typographic => &mut options.typographic,
            Self::MaskNames => &mut options.mask_names,
            Self::NewsSense => &mut options.news_sense,
            Self::PartJoined => &mut options.part_joined,
        };
        *switch = !*switch;
    }
}
