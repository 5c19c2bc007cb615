//! A document, page by page, from its bytes to its text layer. Runs in a process of its own: a small file
//! can make the crates underneath run for ever or end the process.

use hayro_syntax::object::dict::keys;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::budget::{Budget, PAGES};
use super::fonts::Fonts;
use super::layer::{Counted, Layer, Refusal};
use super::lines::{Line, lines};
use super::{columns, furniture, hollow, nesting, operators, paragraphs};

/// Reads the text layer.
pub(super) fn layer(bytes: Vec<u8>) -> Result<Layer, Refusal> {
    nesting::check(&bytes)?;
    hollow::check(&bytes)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Refusal::Protected,
        _ => Refusal::Incomplete,
    })?;
    let pages = pdf.pages();
    if pages.len() > PAGES {
        return Err(Refusal::TooMuch(Counted::Pages));
    }
    let mut layer = Layer {
        pages: pages.len(),
        ..Layer::default()
    };
    let mut fonts = Fonts::new();
    let mut budget = Budget::new();
    let mut written: Vec<Vec<Line>> = Vec::new();
    for page in pages.iter() {
        if page.page_stream().is_none() {
            // A page without instructions is empty, not lost.
            layer.lost += usize::from(page.raw().contains_key(keys::CONTENTS));
            continue;
        }
        let glyphs = operators::glyphs(page, &mut fonts, &mut budget)?;
        layer.letters += glyphs.len() as u64;
        layer.unknown += glyphs.unknown;
        written.push(lines(&glyphs));
    }
    if written.is_empty() && layer.lost > 0 {
        return Err(Refusal::NoPages);
    }
    furniture::remove(&mut written);
    let columns: Vec<Vec<Line>> = written.into_iter().flat_map(columns::in_order).collect();
    layer.paragraphs = paragraphs::paragraphs(&columns);
    Ok(layer)
}
