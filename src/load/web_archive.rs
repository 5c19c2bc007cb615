//! Pages that Safari saved (.webarchive): a binary property list that holds the page and its parts.
//!
//! Objects of such a list are found by number, so that the three values wanted are looked up and nothing else is
//! read: a list that names one object thousands of times costs nothing, which a reader of whole lists cannot say.

use super::decode::{self, Hint};
use super::draft::Draft;
use super::error::{Problem, damaged};
use super::format::{Format, FormatReader, Limit, Sniff};
use super::html;
use super::input::Input;
use crate::article::HeadlineOrigin;

pub(super) static WEB_ARCHIVE: Format = Format {
    name: "webarchive",
    label: "a web archive",
    endings: &["webarchive"],
    media_types: &["application/x-webarchive"],
    limit: Limit::PAGE,
    sniff: Sniff::Bytes(|bytes| {
        let head = bytes.get(..OPENING).unwrap_or(bytes);
        head.starts_with(MAGIC) && memchr::memmem::find(head, PAGE.as_bytes()).is_some()
    }),
    reader: FormatReader::Articles(read),
};

/// How a binary property list opens.
const MAGIC: &[u8] = b"bplist00";
/// The name of what holds the page; it stands near the beginning, before the page itself …
const PAGE: &str = "WebMainResource";
/// … within so many bytes: other property lists are settings.
const OPENING: usize = 4096;
/// The bytes at its end that say how it is laid out.
const TRAILER: usize = 32;
/// The most entries of a dictionary that are looked through: a page has five or so.
const MOST_ENTRIES: usize = 1_000;

/// Reads the page, not the frames and pictures saved with it.
fn read(input: &Input) -> Result<Vec<Draft>, Problem> {
    let list = List::of(&input.bytes).ok_or_else(|| damaged(WEB_ARCHIVE.label, "it is cut off"))?;
    let page = (list.value(list.top, PAGE))
        .ok_or_else(|| damaged(WEB_ARCHIVE.label, "there is no page inside"))?;
    let bytes = (list.value(page, "WebResourceData"))
        .and_then(|at| list.data(at))
        .ok_or_else(|| damaged(WEB_ARCHIVE.label, "its page has no text"))?;
    let text = |name| list.value(page, name).and_then(|at| list.text(at));
    let encoding = text("WebResourceTextEncodingName");
    let chosen = input.options.encoding.as_deref().or(encoding.as_deref());
    let decoded = decode::decode(bytes, Hint::Markup, chosen);
    let url = text("WebResourceURL").filter(|url| url.starts_with("http"));
    let mut draft = html::page(&decoded.text, url.as_deref())?;
    decoded.encoding.clone_into(&mut draft.encoding);
    draft.warnings.extend(decoded.warnings);
    if draft.headline.is_none() {
        draft.set_headline(input.stem(), HeadlineOrigin::FileName);
    }
    Ok(vec![draft])
}

/// A binary property list whose objects are looked up by number.
struct List<'a> {
    bytes: &'a [u8],
    /// Where the places of the objects stand, each in `place_size` bytes.
    places: &'a [u8],
    place_size: usize,
    /// The bytes of the number of an object.
    reference_size: usize,
    /// The object that holds all others.
    top: usize,
}

/// What an object is, by the first half of its first byte.
const DATA: u8 = 4;
const ASCII: u8 = 5;
const UTF_16: u8 = 6;
const DICTIONARY: u8 = 13;

impl<'a> List<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let (rest, trailer) = bytes.split_at_checked(bytes.len().checked_sub(TRAILER)?)?;
        let place_size = usize::from(*trailer.get(6)?);
        let reference_size = usize::from(*trailer.get(7)?);
        let objects = number(trailer.get(8..16)?)?;
        let top = number(trailer.get(16..24)?)?;
        let from = number(trailer.get(24..32)?)?;
        let length = objects.checked_mul(place_size)?;
        let places = rest.get(from..from.checked_add(length)?)?;
        (place_size > 0 && reference_size > 0).then_some(Self {
            bytes: rest,
            places,
            place_size,
            reference_size,
            top,
        })
    }

    /// The kind of an object, how many bytes or entries it has, and what follows.
    fn object(&self, index: usize) -> Option<(u8, usize, &'a [u8])> {
        let from = index.checked_mul(self.place_size)?;
        let place = number(self.places.get(from..from.checked_add(self.place_size)?)?)?;
        let (marker, rest) = self.bytes.get(place..)?.split_first()?;
        let (kind, count) = (marker >> 4, marker & 15);
        if count < 15 {
            return Some((kind, usize::from(count), rest));
        }
        // A count from 15 on is a number of its own: 2ⁿ bytes, n in its first byte.
        let (marker, rest) = rest.split_first()?;
        let size = 1_usize.checked_shl(u32::from(marker & 15))?;
        let (count, rest) = rest.split_at_checked(size)?;
        (marker >> 4 == 1).then_some((kind, number(count)?, rest))
    }

    /// The object that a dictionary has under a name.
    fn value(&self, dictionary: usize, name: &str) -> Option<usize> {
        let (kind, count, rest) = self.object(dictionary)?;
        if kind != DICTIONARY || count > MOST_ENTRIES {
            return None;
        }
        let (keys, rest) = rest.split_at_checked(count.checked_mul(self.reference_size)?)?;
        let keys = keys.chunks_exact(self.reference_size);
        let mut pairs = keys.zip(rest.chunks_exact(self.reference_size));
        let (_, value) = pairs.find(|(key, _)| {
            number(key).is_some_and(|key| self.text(key).is_some_and(|text| text == name))
        })?;
        number(value)
    }

    fn data(&self, index: usize) -> Option<&'a [u8]> {
        let (kind, count, rest) = self.object(index)?;
        (kind == DATA).then(|| rest.get(..count)).flatten()
    }

    fn text(&self, index: usize) -> Option<String> {
        let (kind, count, rest) = self.object(index)?;
        match kind {
            ASCII => String::from_utf8(rest.get(..count)?.to_vec()).ok(),
            UTF_16 => {
                let units = rest.get(..count.checked_mul(2)?)?.chunks_exact(2);
                let units =
                    units.map(|unit| unit.iter().fold(0, |n, byte| n << 8 | u16::from(*byte)));
                Some(
                    char::decode_utf16(units)
                        .map(|c| c.unwrap_or('\u{fffd}'))
                        .collect(),
                )
            }
            _ => None,
        }
    }
}

/// A number, the greatest byte first; `None` beyond what this machine can count.
fn number(bytes: &[u8]) -> Option<usize> {
    (bytes.iter()).try_fold(0_usize, |number, byte| {
        number.checked_mul(256)?.checked_add(usize::from(*byte))
    })
}
