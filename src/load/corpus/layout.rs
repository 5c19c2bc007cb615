//! How a table is laid out: what stands between columns, how quotation marks inside values are written, how
//! many lines stand above its header. Found out from its rows: the layout that makes them alike is the one.

use std::collections::BTreeMap;

use super::fields::role_of;

/// How much of a table is looked at to find what stands between columns, in bytes.
const SAMPLE: usize = 20_000;
/// How much is looked at to find how quotation marks are written.
const QUOTES: usize = 1 << 20;
/// How many rows of the sample are compared.
const ROWS: usize = 60;
/// The most lines above a header.
const ABOVE: usize = 20;
/// Of the rows of a table without quotation marks so many per cent are alike.
const ALIKE: usize = 80;
/// How much a header with known names counts for a layout, and lines above one against it, in per cent of
/// rows that are alike.
const NAMED: usize = 60;
const SKIPPED: usize = 30;
/// The most characters that a note quotes.
const QUOTED: usize = 60;
const DELIMITERS: [u8; 8] = [b',', b'\t', b';', b'|', b'^', b'~', 0x1f, 0x01];

/// How quotation marks are written in values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// Twice, as the standard says (RFC 4180).
    Doubled,
    /// After a backslash, as databases write them.
    Backslash,
    /// As they are: no value is quoted.
    Bare,
}

/// How a table is laid out.
#[derive(Debug, Clone, Copy)]
pub(super) struct TableLayout {
    delimiter: u8,
    quotes: Quotes,
    /// How many columns most rows have.
    pub(super) columns: usize,
    /// How many rows stand above the header.
    pub(super) above: usize,
}

impl TableLayout {
    /// The layout of a table. `declared`: what its first line says stands between columns.
    pub(super) fn of(text: &str, declared: Option<u8>) -> Self {
        let mut best: Option<(usize, Self)> = None;
        let delimiters = DELIMITERS
            .into_iter()
            .filter(|delimiter| declared.is_none_or(|declared| declared == *delimiter));
        for delimiter in delimiters {
            let Some((score, layout)) = Self::with(text, delimiter) else {
                continue;
            };
            if best.as_ref().is_none_or(|(other, _)| score > *other) {
                best = Some((score, layout));
            }
        }
        let plain = Self {
            delimiter: declared.unwrap_or(b','),
            quotes: Quotes::Doubled,
            columns: 1,
            above: 0,
        };
        best.map_or(plain, |(_, layout)| layout)
    }

    /// The layout with this between columns, and how well it fits; `None` if it makes no columns.
    fn with(text: &str, delimiter: u8) -> Option<(usize, Self)> {
        let sample = text.get(..text.floor_char_boundary(SAMPLE)).unwrap_or(text);
        let whole = sample.len() == text.len();
        if !sample.as_bytes().contains(&delimiter) {
            return None;
        }
        let layout = |quotes| Self {
            delimiter,
            quotes,
            columns: 1,
            above: 0,
        };
        let (score, found) = layout(Quotes::Doubled).measured(sample, whole)?;
        let long = text.get(..text.floor_char_boundary(QUOTES)).unwrap_or(text);
        if quotes_fit(long, delimiter, false) {
            return Some((score, found));
        }
        if quotes_fit(long, delimiter, true)
            && let Some(found) = layout(Quotes::Backslash).measured(sample, whole)
        {
            return Some(found);
        }
        let bare = layout(Quotes::Bare).measured(sample, whole);
        bare.filter(|(other, _)| *other >= score && *other >= ALIKE)
            .or(Some((score, found)))
    }

    /// Columns, lines above the header, and how alike the rows are.
    fn measured(self, sample: &str, whole: bool) -> Option<(usize, Self)> {
        let mut rows: Vec<csv::StringRecord> = self
            .rows(sample.as_bytes())
            .take(ROWS)
            .filter_map(Result::ok)
            .collect();
        if !whole && rows.len() > 2 {
            rows.pop();
        }
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for row in &rows {
            *counts.entry(row.len()).or_default() += 1;
        }
        // Of two as frequent the larger: a list of one line each has one column.
        let (columns, _) = counts
            .into_iter()
            .max_by_key(|(columns, count)| (*count, *columns))?;
        let names = |row: &csv::StringRecord| {
            row.len() >= 2 && is_header(row) && row.iter().any(|name| role_of(name).is_some())
        };
        let above = rows
            .iter()
            .position(|row| row.len() >= columns || names(row))
            .filter(|above| *above <= ABOVE)
            .unwrap_or(0);
        let columns = if columns >= 2 {
            columns
        } else {
            rows.first()?.len()
        };
        if columns < 2 {
            return None;
        }
        let rest = rows.iter().skip(above);
        let even = rest.clone().filter(|row| row.len() == columns).count();
        let has_header = rows.get(above).is_some_and(names);
        let mut score = even * 100 / rest.count().max(1) + columns.min(20);
        score += if has_header { NAMED } else { 0 };
        score = score.saturating_sub(if above > 0 { SKIPPED } else { 0 });
        Some((
            score,
            Self {
                columns,
                above,
                ..self
            },
        ))
    }

    /// The rows of a table.
    pub(super) fn rows<R: std::io::Read>(self, source: R) -> csv::StringRecordsIntoIter<R> {
        let mut reader = csv::ReaderBuilder::new();
        reader
            .delimiter(self.delimiter)
            .has_headers(false)
            .flexible(true)
            .quoting(self.quotes != Quotes::Bare);
        if self.quotes == Quotes::Backslash {
            reader.escape(Some(b'\\'));
        }
        reader.from_reader(source).into_records()
    }
}

/// What to say of lines above the header.
pub(super) fn note(above: &[String]) -> Option<String> {
    let first: String = above.first()?.chars().take(QUOTED).collect();
    Some(match above.len() {
        1 => format!("A line above the header of the table was left out: “{first}”."),
        n => format!(
            "{n} lines above the header of the table were left out, the first is “{first}”."
        ),
    })
}

/// Whether every value that opens with a quotation mark ends with one before a delimiter or a line end.
fn quotes_fit(text: &str, delimiter: u8, backslash: bool) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut opens = true;
    while let Some(byte) = bytes.get(at) {
        if opens && *byte == b'"' {
            at += 1;
            loop {
                match (bytes.get(at), bytes.get(at + 1)) {
                    (Some(b'\\'), _) if backslash => at += 2,
                    (Some(b'"'), Some(b'"')) => at += 2,
                    (Some(b'"'), next) => {
                        let ends = next
                            .is_none_or(|next| *next == delimiter || matches!(next, b'\n' | b'\r'));
                        if !ends {
                            return false;
                        }
                        break;
                    }
                    (Some(_), _) => at += 1,
                    // Never closed, unless the sample ends before it is.
                    (None, _) => return bytes.len() >= QUOTES - 4,
                }
            }
        }
        opens = matches!(bytes.get(at), Some(byte) if *byte == delimiter || *byte == b'\n' || *byte == b'\r');
        at += 1;
    }
    true
}

/// Whether the first row names the columns.
pub(super) fn is_header(row: &csv::StringRecord) -> bool {
    let known = row.iter().any(|name| role_of(name).is_some());
    let short = row.iter().all(|name| name.len() < 60);
    let plain = |name: &str| name.len() < 40 && !name.contains('.') && name.parse::<f64>().is_err();
    (known && short) || row.iter().all(plain)
}
