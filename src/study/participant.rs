//! Participants of a class go by codes: nothing that is kept or written names anybody.

use std::hash::{BuildHasher as _, RandomState};

use super::unit::hash;

/// What codes of participants begin with, and how many letters follow.
const CODE: &str = "P-";
const LETTERS: usize = 4;
/// The letters, none of which is taken for another in handwriting.
const ALPHABET: &[u8; 28] = b"23456789ABCDEFGHJKMNPQRTUVWX";

/// A code that letters of this number make up.
fn code(mut number: u64) -> String {
    let base = ALPHABET.len() as u64;
    let letters = (0..LETTERS).filter_map(|_| {
        let at = usize::try_from(number % base).unwrap_or_default();
        number /= base;
        Some(char::from(*ALPHABET.get(at)?))
    });
    CODE.chars().chain(letters).collect()
}

/// A new code, by chance, so that nothing follows from it.
pub(super) fn new_code(is_known: impl Fn(&str) -> bool) -> String {
    let mut tries = 0_usize;
    loop {
        let code = code(RandomState::new().hash_one(tries));
        if !is_known(&code) || tries > 1_000 {
            return code;
        }
        tries += 1;
    }
}

/// A participant as a study of a class knows them: by their code; any other name is made one.
pub(super) fn participant(name: &str) -> String {
    let letters = name.strip_prefix(CODE).map(str::as_bytes);
    let is_code = letters.is_some_and(|letters| {
        letters.len() == LETTERS && letters.iter().all(|letter| ALPHABET.contains(letter))
    });
    if is_code {
        return name.to_owned();
    }
    code(u64::from_str_radix(&hash(name, 16), 16).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{code, participant};

    #[test]
    fn names_become_codes_and_codes_stay() {
        let known = code(123_456);
        assert_eq!(participant(&known), known);
        for name in ["Ana", "P-ana", "P-1O0I", ""] {
            let hidden = participant(name);
            assert_ne!(hidden, name);
            assert_eq!(hidden, participant(name), "the same again");
            assert_eq!(hidden, participant(&hidden));
        }
        assert_ne!(participant("Ana"), participant("Ben"));
    }
}
