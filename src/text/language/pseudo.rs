//! A language nobody speaks, to see what is not translated and what does not fit: accents on every letter, two
//! fifths longer, in brackets.

/// The code of that language.
pub const PSEUDO: &str = "pseudo";

/// Letters and what stands for them. A letter without its accent was not translated.
const LETTERS: [(&str, &str); 2] = [
    ("abcdefghijklmnopqrstuvwxyz", "áƀçđéƒğĥíĵķłɱñóƥɋŕšţúṽŵẋýž"),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ÁɃÇĐÉƑĞĤÍĴĶŁṀÑÓƤɊŔŠŢÚṼŴẊÝŽ"),
];

/// `pattern` in that language; its places stay as they are.
pub(super) fn pseudo(pattern: &str) -> String {
    let mut out = String::from("⟦");
    let mut inside = false;
    let mut letters = 0_usize;
    for c in pattern.chars() {
        inside = (inside || c == '{') && c != '}';
        let other = LETTERS.iter().find_map(|(plain, other)| {
            let at = plain.chars().position(|plain| plain == c)?;
            other.chars().nth(at)
        });
        match other {
            Some(other) if !inside => {
                out.push(other);
                letters += 1;
                // Two more after five letters.
                if letters % 5 == 3 || letters.is_multiple_of(5) {
                    out.push(other);
                }
            }
            _ => out.push(c),
        }
    }
    out.push('⟧');
    out
}

#[cfg(test)]
mod tests {
    use super::pseudo;

    #[test]
    fn it_is_longer_accented_and_keeps_its_places() {
        let said = pseudo("{} of {total} paragraphs scored");
        assert!(said.starts_with("⟦{} óƒ {total} ƥƥáŕ"), "{said}");
        let english = "Which measures differ and how sure that is, and whether it holds.";
        let share = pseudo(english).chars().count() as f64 / english.chars().count() as f64;
        assert!((1.3..1.5).contains(&share), "{share}");
        assert!(!pseudo(english).contains(|c: char| c.is_ascii_alphabetic()));
    }
}
