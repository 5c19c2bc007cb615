//! The bundled font, for the window and for files alike, and the colours of `chart` as egui's.

use std::sync::Arc;

use egui::{Color32, FontData, FontDefinitions, FontFamily, FontId};

use crate::chart::{Ink, Rgb, Theme, palette};

/// Inter, regular weight (SIL Open Font License, see `assets/licenses`).
pub(super) const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
/// Inter, semi-bold.
pub(super) const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");

/// The name of the family for headings.
pub(super) const STRONG: &str = "semibold";

/// Inter for text and, as the family `semibold`, for headings, in front of egui's own fonts; at the end the
/// font of fixed width, which has the signs of controls.
pub fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let bundled = [("Inter", REGULAR), ("Inter SemiBold", SEMIBOLD)];
    for (name, bytes) in bundled {
        let data = Arc::new(FontData::from_static(bytes));
        fonts.font_data.insert(name.to_owned(), data);
    }
    let regular = fonts.families.entry(FontFamily::Proportional).or_default();
    regular.insert(0, "Inter".to_owned());
    regular.push("Hack".to_owned());
    let mut strong = regular.clone();
    strong.insert(0, "Inter SemiBold".to_owned());
    fonts.families.insert(strong_family(), strong);
    fonts
}

fn strong_family() -> FontFamily {
    FontFamily::Name(STRONG.into())
}

/// The font of a text in a figure.
pub(super) fn font(size: f32, strong: bool) -> FontId {
    let family = if strong {
        strong_family()
    } else {
        FontFamily::Proportional
    };
    FontId::new(size, family)
}

/// The colour of an ink.
pub(super) fn colour(ink: Ink, theme: Theme) -> Color32 {
    opaque(palette::colour(ink, theme))
}

/// The surface of a figure.
pub(super) const fn paper(theme: Theme) -> Color32 {
    opaque(palette::paper(theme))
}

const fn opaque(Rgb(r, g, b): Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}
