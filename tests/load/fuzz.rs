//! Damaged samples of every format: no panic, no hang. `PARALLAX_FUZZ_CASES` sets how many (a few
//! thousand by default), `PARALLAX_FUZZ_SEED` where they begin.

use std::path::Path;
use std::time::{Duration, Instant};

use parallax::load::{Input, Options, Problem, open_input};

const CASES: u64 = 3_000;
/// How long one damaged sample may take, in an unoptimised build on a busy machine.
const LONGEST: Duration = Duration::from_secs(30);
/// Stretches that mean something to some format.
const TOKENS: [&[u8]; 24] = [
    b"\"",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b"\n\n",
    b"\r",
    b"\0",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"<p>",
    b"</div>",
    b"<!--",
    b"&#x110000;",
    b"PK\x03\x04",
    b"%PDF-",
    b"\xe2\x80",
    b"\xf0\x9f",
    b"...",
    b"\t",
    b"{\\rtf1",
    b"\xc3\xa2\xe2\x82\xac",
    b"99999999999999999999",
];

/// A generator of numbers that are good enough to break things with (xorshift64*).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 11).unwrap_or(0) % limit.max(1)
    }
}

fn mutate(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    for _ in 0..=numbers.below(6) {
        let at = numbers.below(bytes.len() + 1);
        let end = (at + numbers.below(64)).min(bytes.len());
        match numbers.below(7) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let copy = bytes
                    .get(at..end)
                    .unwrap_or_default()
                    .repeat(1 + numbers.below(40));
                bytes.splice(at..at, copy);
            }
            3 | 4 => {
                let token = TOKENS
                    .get(numbers.below(TOKENS.len()))
                    .copied()
                    .unwrap_or_default();
                bytes.splice(at..at, token.repeat(1 + numbers.below(3)));
            }
            5 => {
                let other = numbers.below(bytes.len() + 1);
                let copy = bytes.get(at..end).unwrap_or_default().to_vec();
                bytes.splice(other..other, copy);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << numbers.below(8);
                }
            }
        }
    }
}

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(default)
}

#[test]
fn damaged_samples_neither_panic_nor_hang() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/load/samples");
    let mut samples: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    samples.sort();
    let mut numbers = Numbers(number("PARALLAX_FUZZ_SEED", 0x5EED) | 1);
    let mut opened = 0u64;
    let cases = number("PARALLAX_FUZZ_CASES", CASES);
    for case in 0..cases {
        let path = samples.get(numbers.below(samples.len())).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut bytes = std::fs::read(path).unwrap();
        mutate(&mut bytes, &mut numbers);
        let start = Instant::now();
        let result = open_input(Input::from_bytes(&name, bytes.clone(), &Options::default()));
        let taken = start.elapsed();
        assert!(taken < LONGEST, "case {case} of {name} took {taken:?}");
        match result {
            Ok(result) => {
                opened += 1;
                result.articles.iter().for_each(super::assert_whole);
            }
            Err(Problem::Crashed) => {
                let kept = std::env::temp_dir().join(format!("parallax-crash-{name}"));
                std::fs::write(&kept, bytes).unwrap();
                panic!("case {case} of {name} panicked; kept as {}", kept.display());
            }
            Err(_) => {}
        }
    }
    // Most damage leaves something to read: a test in which nothing opens tests nothing.
    assert!(opened * 2 > cases, "only {opened} of {cases} opened");
}
