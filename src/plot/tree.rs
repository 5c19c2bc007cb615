//! A drawing read back for rasterising and for PDF, with the fonts its text needs.

use std::collections::BTreeSet;
use std::sync::Arc;

use resvg::usvg::{self, fontdb};

use super::fonts::{REGULAR, SEMIBOLD};
use super::glyphs::Letters;
use super::svg::{Page, document};
use crate::chart::{Chart, Theme};

/// The figure, parsed. Fonts of the system are looked at only where the bundled one lacks a character;
/// what none of them has is marked as missing.
pub(super) fn tree(
    chart: &Chart,
    size: [f32; 2],
    theme: Theme,
    letters: Letters,
) -> Result<usvg::Tree, usvg::Error> {
    let page = Page {
        letters,
        ..Page::new(size, theme)
    };
    let mut drawing = document(chart, &page);
    let mut fonts = bundled();
    if !drawing.foreign.is_empty() {
        fonts.load_system_fonts();
        let missing = lacking(&fonts, drawing.foreign.clone());
        if !missing.is_empty() {
            drawing = document(
                chart,
                &Page {
                    missing: &missing,
                    ..page
                },
            );
        }
    }
    let options = usvg::Options {
        fontdb: Arc::new(fonts),
        ..usvg::Options::default()
    };
    usvg::Tree::from_str(&drawing.svg, &options)
}

fn bundled() -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    for bytes in [REGULAR, SEMIBOLD] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
    }
    fonts
}

/// The characters that no font has.
fn lacking(fonts: &fontdb::Database, mut characters: BTreeSet<char>) -> BTreeSet<char> {
    for face in fonts.faces() {
        if characters.is_empty() {
            break;
        }
        fonts.with_face_data(face.id, |bytes, index| {
            if let Ok(face) = ttf_parser::Face::parse(bytes, index) {
                characters.retain(|&character| face.glyph_index(character).is_none());
            }
        });
    }
    characters
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{bundled, lacking};

    #[test]
    fn only_what_no_font_has_is_missing() {
        let asked = BTreeSet::from(['a', '−', '◇', '名', 'ש']);
        assert_eq!(lacking(&bundled(), asked), BTreeSet::from(['名', 'ש']));
    }
}
