//! Bytes to text. The order of checks was measured: a byte-order mark, zeros in every other byte,
//! valid UTF-8, UTF-8 with a few stray bytes, what the file declares, and only then a guess.

use std::borrow::Cow;

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{mac, mojibake};

/// How many bytes are enough to tell UTF-16 by its zeros.
const SAMPLE: usize = 64 * 1024;
/// Where a page declares its encoding, if it does.
const DECLARATION: usize = 8 * 1024;
/// How many bytes the guess looks at.
const GUESS: usize = 4 * 1024 * 1024;

/// What kind of text it is, as far as that matters for its encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// Nothing in the text declares its encoding.
    Plain,
    /// A web page or XML, which may declare its encoding near its start.
    Markup,
}

/// Text and how it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without a byte-order mark.
    pub text: Cow<'a, str>,
    /// The name of the encoding.
    pub encoding: &'static str,
    /// What the reader should know, in words.
    pub warnings: Vec<String>,
}

/// Reads `bytes` in the encoding the user chose (a label of the Encoding Standard) or in the one
/// found out.
pub fn decode<'a>(bytes: &'a [u8], hint: Hint, chosen: Option<&str>) -> Decoded<'a> {
    if let Some(encoding) = chosen.and_then(|label| Encoding::for_label(label.as_bytes())) {
        let bytes = Encoding::for_bom(bytes)
            .filter(|(of_mark, _)| *of_mark == encoding)
            .and_then(|(_, mark)| bytes.get(mark..))
            .unwrap_or(bytes);
        let (text, lossy) = encoding.decode_without_bom_handling(bytes);
        return finish(text, encoding.name(), lossy);
    }
    let mut decoded = find_out(bytes, hint);
    if let Some(repaired) = mojibake::repair(&decoded.text) {
        decoded.text = Cow::Owned(repaired);
        decoded.warnings.push(
            "Some characters were garbled by an earlier program (“â€™” for “’”) and were repaired."
                .to_owned(),
        );
    }
    decoded
}

fn finish<'a>(text: Cow<'a, str>, encoding: &'static str, lossy: bool) -> Decoded<'a> {
    let warnings = if lossy {
        vec![format!(
            "Some bytes make no sense in {encoding} and are shown as “�”. If words look wrong, choose another encoding."
        )]
    } else {
        Vec::new()
    };
    Decoded {
        text,
        encoding,
        warnings,
    }
}

fn find_out(bytes: &[u8], hint: Hint) -> Decoded<'_> {
    if let Some(text) = utf32(bytes) {
        let lossy = text.contains('\u{fffd}');
        return finish(Cow::Owned(text), "UTF-32", lossy);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        let (text, lossy) = encoding.decode_without_bom_handling(rest);
        if !lossy || encoding != UTF_8 {
            return finish(text, encoding.name(), lossy);
        }
        return utf8_or_legacy(rest, hint);
    }
    if let Some(encoding) = utf16_by_zeros(bytes) {
        let (text, lossy) = encoding.decode_without_bom_handling(bytes);
        return finish(text, encoding.name(), lossy);
    }
    utf8_or_legacy(bytes, hint)
}

fn utf8_or_legacy(bytes: &[u8], hint: Hint) -> Decoded<'_> {
    match std::str::from_utf8(bytes) {
        Ok(text) if !has_escapes(text) => {
            return finish(Cow::Borrowed(text), UTF_8.name(), false);
        }
        Err(error) if error.error_len().is_none() => {
            // The last character is cut off.
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            return finish(String::from_utf8_lossy(valid), UTF_8.name(), false);
        }
        _ => {}
    }
    let (good, bad) = utf8_share(bytes);
    if good >= 3 && bad * 4 <= good {
        let mut decoded = finish(Cow::Owned(mixed(bytes)), UTF_8.name(), false);
        decoded
            .warnings
            .push("A few characters were in another encoding than the rest and were read as Windows-1252.".to_owned());
        return decoded;
    }
    if hint == Hint::Markup
        && let Some(encoding) = declared(bytes).filter(|encoding| *encoding != UTF_8)
    {
        let (text, lossy) = encoding.decode_without_bom_handling(bytes);
        if !lossy {
            return finish(text, encoding.name(), false);
        }
    }
    guess(bytes)
}

/// Whether a text may be ISO-2022-JP, which is ASCII with escape sequences: left to the guess.
pub(super) fn has_escapes(text: &str) -> bool {
    memchr::memchr_iter(0x1b, text.as_bytes())
        .any(|at| matches!(text.as_bytes().get(at + 1), Some(b'$' | b'(')))
}

fn guess(bytes: &[u8]) -> Decoded<'_> {
    let mut detector = EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    let sample = bytes.get(..GUESS).unwrap_or(bytes);
    detector.feed(sample, sample.len() == bytes.len());
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    // The detector leaves out what no browser needs to guess.
    if encoding.is_single_byte() && mac::is_likelier(sample, encoding) {
        let (text, lossy) = MACINTOSH.decode_without_bom_handling(bytes);
        return finish(text, MACINTOSH.name(), lossy);
    }
    let (text, lossy) = encoding.decode_without_bom_handling(bytes);
    if lossy {
        let (fallback, fallback_lossy) = WINDOWS_1252.decode_without_bom_handling(bytes);
        if !fallback_lossy {
            return finish(fallback, WINDOWS_1252.name(), false);
        }
    }
    finish(text, encoding.name(), lossy)
}

fn utf32(bytes: &[u8]) -> Option<String> {
    let little = match bytes.first_chunk::<4>()? {
        [0xff, 0xfe, 0, 0] => true,
        [0, 0, 0xfe, 0xff] => false,
        _ => return None,
    };
    let (units, _) = bytes.get(4..)?.as_chunks::<4>();
    let text = units.iter().map(|unit| {
        let code = if little {
            u32::from_le_bytes(*unit)
        } else {
            u32::from_be_bytes(*unit)
        };
        char::from_u32(code).unwrap_or('\u{fffd}')
    });
    Some(text.collect())
}

/// UTF-16 without a byte-order mark: Latin text has a zero in every other byte.
pub(super) fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = bytes.get(..SAMPLE).unwrap_or(bytes).as_chunks::<2>();
    let total = pairs.len();
    if total < 8 {
        return None;
    }
    let even = pairs.iter().filter(|[first, _]| *first == 0).count();
    let odd = pairs.iter().filter(|[_, second]| *second == 0).count();
    if odd * 10 > total * 4 && even * 20 < total {
        return Some(UTF_16LE);
    }
    if even * 10 > total * 4 && odd * 20 < total {
        return Some(UTF_16BE);
    }
    None
}

/// How many characters beyond ASCII are good UTF-8, and how many stray byte groups are not.
fn utf8_share(bytes: &[u8]) -> (usize, usize) {
    let mut good = 0;
    let mut bad = 0;
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    (good, bad)
}

/// UTF-8 whose stray bytes are Windows-1252.
fn mixed(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + 16);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        let (stray, _) = WINDOWS_1252.decode_without_bom_handling(chunk.invalid());
        text.push_str(&stray);
    }
    text
}

/// The encoding a page declares (`<meta charset>`, `http-equiv`, `<?xml encoding?>`).
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: String = bytes
        .iter()
        .take(DECLARATION)
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let xml = head
        .split_once("<?xml")
        .and_then(|(_, rest)| rest.split_once("?>"))
        .and_then(|(declaration, _)| declaration.split_once("encoding"))
        .map(|(_, rest)| rest);
    xml.into_iter()
        .chain(head.split("charset").skip(1))
        .find_map(label)
        // A page that is read byte by byte cannot be UTF-16, whatever it says.
        .map(|encoding| {
            if encoding == UTF_16LE || encoding == UTF_16BE {
                UTF_8
            } else {
                encoding
            }
        })
}

/// The encoding named after `charset` or `encoding`: `="utf-8"`.
fn label(rest: &str) -> Option<&'static Encoding> {
    let rest = rest.trim_start().strip_prefix('=')?;
    let rest = rest.trim_start().trim_start_matches(['"', '\'']);
    let end = rest
        .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':'))
        .unwrap_or(rest.len());
    Encoding::for_label(rest.get(..end)?.as_bytes())
}
