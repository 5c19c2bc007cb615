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
    /// At "but", change every word once and by where it stands: the reference changes the first word of
    /// equal value instead, one of two twice and the other never.
    pub but_once: bool,
    /// Give harm that a sentence denies or turns away no tone ("no deaths", "no one was hurt", "prevent
    /// violence"), nor the "no" that denies it.
    pub harm_denied: bool,
}

impl ToneOptions {
    /// Exactly the reference implementation: no correction at all.
    pub const EXACT: Self = Self {
        typographic: false,
        mask_names: false,
        news_sense: false,
        part_joined: false,
        but_once: false,
        harm_denied: false,
    };
}

impl Default for ToneOptions {
    fn default() -> Self {
        Self {
            typographic: true,
            mask_names: true,
            news_sense: true,
            part_joined: true,
            but_once: true,
            harm_denied: true,
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
    /// Every word changed once at "but".
    ButOnce,
    /// Denied and averted harm without valence.
    HarmDenied,
}

impl Correction {
    /// Every correction, in the order it is shown.
    pub const ALL: [Self; 6] = [
        Self::Typographic,
        Self::MaskNames,
        Self::NewsSense,
        Self::PartJoined,
        Self::ButOnce,
        Self::HarmDenied,
    ];

    /// Its name on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Typographic => "curly-quotes",
            Self::MaskNames => "names",
            Self::NewsSense => "news-senses",
            Self::PartJoined => "joined-words",
            Self::ButOnce => "but",
            Self::HarmDenied => "denied-harm",
        }
    }

    /// The name the user sees.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Typographic => "Read curly quotes",
            Self::MaskNames => "Mask names",
            Self::NewsSense => "News-sense list",
            Self::PartJoined => "Part joined words",
            Self::ButOnce => "Weigh words once at “but”",
            Self::HarmDenied => "Harm denied or averted",
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
                "Give words such as party, shares or intelligence, which mean no emotion in news, no tone; count words of settlement, such as truce, that the lexicon lacks."
            }
            Self::PartJoined => {
                "Read “disaster—an” and “bad/awful” as two words each; without this, neither is in the lexicon."
            }
            Self::ButOnce => {
                "Halve what stands before “but” and raise what stands after it, each word once; the reference takes words of equal value for one another."
            }
            Self::HarmDenied => {
                "Give harm that did not happen or is turned away (“no deaths”, “no one was hurt”, “prevent violence”) no tone."
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
            Self::ButOnce => options.but_once,
            Self::HarmDenied => options.harm_denied,
        }
    }

    /// Switches it on or off.
    pub const fn toggle(self, options: &mut ToneOptions) {
        let switch = match self {
            Self::Typographic => &mut options.typographic,
            Self::MaskNames => &mut options.mask_names,
            Self::NewsSense => &mut options.news_sense,
            Self::PartJoined => &mut options.part_joined,
            Self::ButOnce => &mut options.but_once,
            Self::HarmDenied => &mut options.harm_denied,
        };
        *switch = !*switch;
    }
}
