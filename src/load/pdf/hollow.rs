//! Looks at the compressed streams of a document before it is read: a few kilobytes can unpack to hundreds
//! of megabytes, and the reader takes them whole.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};

use super::layer::Refusal;

/// How many times its size a stream may unpack to without being counted. Text and drawings stay under
/// 20, empty pictures go far beyond.
const RATIO: u64 = 50;
/// The most that all streams beyond that may unpack to, in bytes.
pub(super) const MOST: u64 = 48 << 20;
/// The most that all streams may unpack to, in bytes: more is not worth the time.
const MOST_WORK: u64 = 1 << 30;
/// How often a stream may be compressed in itself.
const LAYERS: usize = 4;

/// Whether the streams can be unpacked in reasonable memory. Whatever their dictionaries say: these may be
/// far away, and what is not compressed unpacks to next to nothing.
pub(super) fn check(pdf: &[u8]) -> Result<(), Refusal> {
    let mut suspicious = 0;
    let mut all = 0;
    for at in memchr::memmem::find_iter(pdf, b"stream") {
        let Some((before, after)) = pdf.split_at_checked(at) else {
            break;
        };
        if before.ends_with(b"end") {
            continue;
        }
        let stream = after.get(b"stream".len()..).unwrap_or_default();
        let stream = stream.strip_prefix(b"\r").unwrap_or(stream);
        let stream = stream.strip_prefix(b"\n").unwrap_or(stream);
        let (length, packed) = unpacked(stream);
        all += length;
        if length / packed.max(1) > RATIO {
            suspicious += length;
        }
        if suspicious >= MOST || all >= MOST_WORK {
            return Err(Refusal::Hollow);
        }
    }
    Ok(())
}

/// How much a stream unpacks to, through all its layers, and from how much; no more than [`MOST`] is
/// looked at.
fn unpacked(stream: &[u8]) -> (u64, u64) {
    let (mut content, packed) = unpack(stream);
    for _ in 1..LAYERS {
        if !is_zlib(&content) {
            break;
        }
        (content, _) = unpack(&content);
    }
    (content.len() as u64, packed)
}

/// One layer of a stream unpacked, [`MOST`] bytes of it, and how many bytes that took.
fn unpack(stream: &[u8]) -> (Vec<u8>, u64) {
    let mut unpacked = Vec::new();
    // Damaged streams give what comes before the damage.
    let packed = if is_zlib(stream) {
        let mut decoder = ZlibDecoder::new(stream);
        let _ = decoder.by_ref().take(MOST).read_to_end(&mut unpacked);
        decoder.total_in()
    } else {
        let mut decoder = DeflateDecoder::new(stream);
        let _ = decoder.by_ref().take(MOST).read_to_end(&mut unpacked);
        decoder.total_in()
    };
    (unpacked, packed)
}

fn is_zlib(stream: &[u8]) -> bool {
    match stream {
        [first, second, ..] => {
            first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)).is_multiple_of(31)
        }
        _ => false,
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn packed(content: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(content).unwrap();
        encoder.finish().unwrap()
    }

    fn pdf(stream: &[u8]) -> Vec<u8> {
        let head = b"%PDF-1.4\n1 0 obj << /Filter /FlateDecode >>\nstream\n".as_slice();
        [head, stream, b"\nendstream endobj"].concat()
    }

    #[test]
    fn streams_that_unpack_to_very_much_are_refused() {
        let zeros = vec![b' '; 60 << 20];
        assert!(check(&pdf(&packed(&zeros))).is_err());
        assert!(check(&pdf(&packed(&packed(&zeros)))).is_err());
        let parts = packed(&vec![b' '; 10 << 20]);
        let one = pdf(&parts);
        assert!(check(&one).is_ok());
        assert!(check(&one.repeat(6)).is_err());
    }

    #[test]
    fn large_streams_that_are_not_hollow_pass() {
        let mut state = 1u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes().first().copied().unwrap_or(0)
        })
        .take(200_000)
        .collect();
        assert!(check(&pdf(&packed(&noise)).repeat(20)).is_ok());
    }
}
