//! The labelled rows the heads are learned from and judged on.

use std::path::Path;

use parallax::article::Span;

use crate::support::table::{self, field};

/// A text and its label.
pub(crate) struct Labelled {
    pub(crate) text: String,
    pub(crate) label: f64,
}

/// A sentence, a mention in it, and whether it speaks ill (0), neither (1) or well (2) of it.
pub(crate) struct Mention {
    pub(crate) text: String,
    pub(crate) span: Span,
    pub(crate) class: usize,
}

/// `NewsMTSC`.
pub(crate) fn mentions(data: &Path) -> anyhow::Result<Vec<Mention>> {
    let rows = table::read(&data.join("wording/newsmtsc.dev.tsv"))?;
    let mention = |row: &table::Row| {
        let text = field(row, "text").to_owned();
        let byte = |name: &str| {
            let point: usize = field(row, name).parse().ok()?;
            let place = text.char_indices().nth(point);
            Some(place.map_or(text.len(), |(at, _)| at))
        };
        let span = Span::new(byte("start")?, byte("end")?);
        let polarity = field(row, "polarity");
        let class = ["neg", "neu", "pos"].iter().position(|p| *p == polarity)?;
        Some(Mention { text, span, class })
    };
    Ok(rows.iter().filter_map(mention).collect())
}

/// A table with a text and a number.
pub(crate) fn labelled(path: &Path, text: &str, label: &str) -> anyhow::Result<Vec<Labelled>> {
    let rows = table::read(path)?;
    let row = |row: &table::Row| {
        Some(Labelled {
            text: field(row, text).to_owned(),
            label: field(row, label).parse().ok()?,
        })
    };
    Ok(rows.iter().filter_map(row).collect())
}

/// Which of `parts` equal parts a text belongs to, by its bytes.
pub(crate) fn part(text: &str, parts: u64) -> u64 {
    let hash = text.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    (hash ^ hash >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15) % parts
}
