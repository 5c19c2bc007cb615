//! Another file, compressed with gzip: unpacked under a limit that is counted while unpacking.

use std::io::Read as _;

use super::error::Problem;
use super::format::{Format, FormatReader, Judge, Limit, Sniff, Unpacked};
use super::input::{HEAD, Input, ending};
use crate::work::Progress;

pub(super) static GZIP: Format = Format {
    name: "gzip",
    label: "a gzip file",
    endings: &["gz"],
    media_types: &["application/gzip"],
    limit: Limit::COLLECTION,
    sniff: Sniff::Bytes(|bytes| bytes.starts_with(b"\x1f\x8b")),
    reader: FormatReader::Packed(unpack),
};

/// The largest content, in bytes: beside it the records and articles made of it are in memory.
const UNPACKED: u64 = 256 << 20;

/// What a gzip file holds, whatever it is, and a note if the file is cut off.
fn unpack(input: &Input, judge: Judge, _: &Progress) -> Result<Unpacked, Problem> {
    let mut decoder = flate2::read::MultiGzDecoder::new(input.bytes.as_slice());
    let mut bytes = Vec::new();
    let head = decoder.by_ref().take(HEAD).read_to_end(&mut bytes);
    if bytes.is_empty() {
        return Err(match head {
            Ok(_) => Problem::Empty,
            Err(error) => Problem::Damaged {
                what: GZIP.label,
                detail: error.to_string(),
                advice: "Copy or download it again.",
            },
        });
    }
    let limit = judge(&bytes, &ending(input.stem()))?;
    let most = limit.bytes().min(UNPACKED);
    let rest = match head {
        Ok(_) => decoder.take(most).read_to_end(&mut bytes),
        Err(error) => Err(error),
    };
    if bytes.len() as u64 > most {
        return Err(limit.exceeded());
    }
    let note = rest.err().map(|error| {
        format!("The compressed file is damaged ({error}); what came before that is here.")
    });
    let input = Input {
        path: input.path.clone(),
        name: input.stem().to_owned(),
        bytes,
        sha256: input.sha256.clone(),
        options: input.options.clone(),
    };
    Ok(Unpacked {
        input,
        format: None,
        note,
    })
}
