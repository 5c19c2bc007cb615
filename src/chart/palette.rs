//! The colours of every chart, a pair for light and dark. Never red against blue or red against
//! green; sources (after Okabe and Ito) and tone (`ColorBrewer`'s `PRGn`) never share a hue, and every colour is
//! doubled by a symbol, a sign or a line style.

use serde::{Deserialize, Serialize};

use super::mark::Ink;
use crate::article::Side;

/// Whether a chart is drawn on white or on near-black.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Dark marks on white.
    #[default]
    Light,
    /// Light marks on near-black.
    Dark,
}

impl Theme {
    /// Both themes.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];
}

/// A colour, 8 bits a channel, sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(
    /// Red.
    pub u8,
    /// Green.
    pub u8,
    /// Blue.
    pub u8,
);

impl Rgb {
    /// The colour as `#rrggbb`.
    pub fn hex(self) -> String {
        let Self(r, g, b) = self;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        let Self(r, g, b) = self;
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    /// Contrast with another colour, 1 to 21 (WCAG 2.2).
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

impl Rgb {
    /// This colour with `share` (0 to 1) of another one.
    fn mixed(self, other: Self, share: f64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between two channels of 0 to 255"
        )]
        let mix = |from: u8, to: u8| {
            (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8
        };
        Self(
            mix(self.0, other.0),
            mix(self.1, other.1),
            mix(self.2, other.2),
        )
    }
}

/// The surface a chart is drawn on.
pub const fn paper(theme: Theme) -> Rgb {
    match theme {
        Theme::Light => Rgb(0xFF, 0xFF, 0xFF),
        Theme::Dark => Rgb(0x1B, 0x1B, 0x1B),
    }
}

/// The colour of an ink.
pub fn colour(ink: Ink, theme: Theme) -> Rgb {
    let (light, dark) = match ink {
        Ink::Paper => return paper(theme),
        Ink::Tone(tone) => return tone_colour(tone, theme),
        Ink::OnTone(tone) => return legible_on(tone_colour(tone, theme)),
        Ink::Source(Side::A) => (Rgb(0x00, 0x72, 0xB2), Rgb(0x56, 0xB4, 0xE9)),
        Ink::Source(Side::B) => (Rgb(0xD5, 0x5E, 0x00), Rgb(0xE6, 0x9F, 0x00)),
        Ink::Other(at) => further(at),
        Ink::Negative => (Rgb(0x76, 0x2A, 0x83), Rgb(0xAF, 0x8D, 0xC3)),
        Ink::Positive => (Rgb(0x1B, 0x78, 0x37), Rgb(0x7F, 0xBF, 0x7B)),
        Ink::Neutral => (Rgb(0x76, 0x76, 0x76), Rgb(0x9A, 0x9A, 0x9A)),
        Ink::Text => (Rgb(0x1F, 0x1F, 0x1F), Rgb(0xEC, 0xEC, 0xEC)),
        Ink::Muted => (Rgb(0x55, 0x55, 0x55), Rgb(0xB4, 0xB4, 0xB4)),
        Ink::Rule => (Rgb(0x4A, 0x4A, 0x4A), Rgb(0xA8, 0xA8, 0xA8)),
        Ink::Grid => (Rgb(0xE3, 0xE3, 0xE3), Rgb(0x38, 0x38, 0x38)),
    };
    match theme {
        Theme::Light => light,
        Theme::Dark => dark,
    }
}

/// The colours of the sources that are neither A nor B, light and dark: ochre, pink, teal, brown, slate, olive. They
/// keep from those of A, B and tone, and differ in lightness, too.
const fn further(at: usize) -> (Rgb, Rgb) {
    match at {
        0 => (Rgb(0x7F, 0x66, 0x00), Rgb(0xF0, 0xE4, 0x42)),
        1 => (Rgb(0xB0, 0x2A, 0x75), Rgb(0xF4, 0x8F, 0xC0)),
        2 => (Rgb(0x00, 0x6D, 0x75), Rgb(0x7F, 0xE0, 0xD0)),
        3 => (Rgb(0x5D, 0x40, 0x37), Rgb(0xC9, 0xA5, 0x8F)),
        4 => (Rgb(0x37, 0x47, 0x4F), Rgb(0xCF, 0xD8, 0xDC)),
        _ => (Rgb(0x5B, 0x6B, 0x12), Rgb(0xC5, 0xD8, 0x6D)),
    }
}

/// From a pale grey at zero to the full colour of the sign at ±0.8.
fn tone_colour(tone: i8, theme: Theme) -> Rgb {
    let sign = if tone < 0 {
        Ink::Negative
    } else {
        Ink::Positive
    };
    let (full, pale) = match theme {
        Theme::Light => (colour(sign, theme), Rgb(0xEE, 0xEE, 0xEE)),
        Theme::Dark => (colour(sign, theme), Rgb(0x3A, 0x3A, 0x3A)),
    };
    let strength = (f64::from(tone).abs() / 80.0).min(1.0);
    pale.mixed(full, strength)
}

/// Black or white, whichever stands out more.
fn legible_on(below: Rgb) -> Rgb {
    let (black, white) = (Rgb(0, 0, 0), Rgb(0xFF, 0xFF, 0xFF));
    if black.contrast(below) >= white.contrast(below) {
        black
    } else {
        white
    }
}
