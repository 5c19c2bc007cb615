//! The language of the window. The text in English is the key: [`tr`] gives what the catalogue of the language
//! has for it, and the text itself where nothing is spoken but English. The core writes English alone, so that
//! files and results never depend on the language; the window hands what the core wrote to [`tr_said`].
//!
//! What is spoken belongs to the thread of the window: work in the background knows English only.

mod catalogue;
mod pattern;
mod plural;
mod po;
mod pseudo;
mod said;

use std::cell::RefCell;
use std::fmt::Display;
use std::rc::Rc;

pub use catalogue::{Catalogue, Damaged};
use pattern::Piece;
pub use pattern::places;
pub use pseudo::PSEUDO;
pub use said::tr_said;

/// Every text that can be translated, as the sources have it: `UPDATE_GOLDEN=1 cargo test --test promises` writes it.
pub const TEMPLATE: &str = include_str!("../../../assets/locale/parallax.pot");

/// The catalogues that come with the program: the name of the language as its speakers write it, its code, its
/// file. One line for each file of `assets/locale/`.
const SHIPPED: &[(&str, &str, &str)] = &[];

thread_local! {
    static SPOKEN: RefCell<Option<Rc<Catalogue>>> = const { RefCell::new(None) };
}

/// From now on this thread speaks the language of `catalogue`; English without.
pub fn speak(catalogue: Option<Catalogue>) {
    SPOKEN.with_borrow_mut(|spoken| *spoken = catalogue.map(Rc::new));
}

/// Whether nothing but English is spoken here.
pub fn is_english() -> bool {
    SPOKEN.with_borrow(Option::is_none)
}

/// What is spoken here; `None` where it is English.
fn spoken() -> Option<Rc<Catalogue>> {
    SPOKEN.with_borrow(Clone::clone)
}

/// The languages that come with the program beside English: name and code.
pub fn shipped() -> impl Iterator<Item = (&'static str, &'static str)> {
    SHIPPED.iter().map(|(name, code, _)| (*name, *code))
}

/// The catalogue that comes with the program for the language `code`, such as `de` or `pt_BR`; `None` without one.
pub fn catalogue_of(code: &str) -> Option<Result<Catalogue, Damaged>> {
    if code == PSEUDO {
        return Some(Catalogue::pseudo(TEMPLATE));
    }
    let shipped = SHIPPED.iter().find(|(_, shipped, _)| *shipped == code)?;
    Some(Catalogue::read(shipped.2))
}

/// The codes of the language that the system asks for, the closest first: `pt_BR`, then `pt`. None for English.
///
/// As gettext has it: `LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG`, the first that is set.
pub fn asked_for(variable: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let names = ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"];
    let set = names.iter().filter_map(|name| variable(name));
    let asked = set.into_iter().find(|value| !value.is_empty());
    let mut codes = Vec::new();
    for wish in asked.unwrap_or_default().split(':') {
        let code = wish.split(['.', '@']).next().unwrap_or_default();
        let language = code.split('_').next().unwrap_or_default();
        if language.is_empty() || ["en", "C", "POSIX"].contains(&language) {
            break; // What follows English in a list of wishes is never asked.
        }
        for code in [code, language] {
            if !codes.iter().any(|known| known == code) {
                codes.push(code.to_owned());
            }
        }
    }
    codes
}

/// `text` in the language spoken here. The text must be one that `assets/locale/parallax.pot` has.
pub fn tr(text: &'static str) -> &'static str {
    translation(text).unwrap_or(text)
}

/// What the language spoken here has for `text`; `None` for English, or where it has nothing.
pub fn translation(text: &str) -> Option<&'static str> {
    SPOKEN.with_borrow(|spoken| spoken.as_ref()?.text(text))
}

/// A count with its noun, as [`counted`](super::counted) has it, in the language spoken here.
pub fn tr_counted(count: usize, noun: &str) -> String {
    let pattern = SPOKEN.with_borrow(|spoken| spoken.as_ref()?.counted(count, noun));
    let Some(pattern) = pattern else {
        return super::counted(count, noun);
    };
    fill(pattern, &[("n", count.to_string())])
}

/// A value as a text shows it.
pub fn given(value: &dyn Display) -> String {
    value.to_string()
}

/// `pattern` with `values` in its places: `{name}` takes the value of that name, `{}` the next one without a
/// name, `{0}` the first of them. A place without a value stays as it is.
pub fn fill(pattern: &str, values: &[(&str, String)]) -> String {
    let mut next = 0;
    let mut out = String::new();
    for piece in pattern::pieces(pattern) {
        match piece {
            Piece::Text(text) => out.push_str(&text),
            Piece::Place(name) => {
                let mut unnamed = values.iter().filter(|(name, _)| name.is_empty());
                let value = if name.is_empty() {
                    next += 1;
                    unnamed.nth(next - 1)
                } else if let Ok(at) = name.parse() {
                    unnamed.nth(at)
                } else {
                    values.iter().find(|(known, _)| *known == name)
                };
                match value {
                    Some((_, value)) => out.push_str(value),
                    None => out.extend(["{", &name, "}"]),
                }
            }
        }
    }
    out
}

/// A text of the window in the language spoken there: `tr!("Open…")`, or a pattern as `format!` has it, with
/// what it captures named behind a semicolon: `tr!("{} of {total} scored", done; total)`.
#[macro_export]
#[doc(hidden)]
macro_rules! translated {
    ($text:literal) => {
        $crate::text::tr($text)
    };
    ($text:literal $(, $value:expr)* $(; $($name:ident),+)? $(,)?) => {
        match $crate::text::translation($text) {
            None => format!($text $(, $value)*),
            Some(text) => $crate::text::fill(text, &[
                $(("", $crate::text::given(&$value)),)*
                $($((stringify!($name), $crate::text::given(&$name))),+)?
            ]),
        }
    };
}
pub use translated as tr;

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::{Catalogue, asked_for, fill, speak, tr, tr_counted, tr_said};

    const CATALOGUE: &str = r#"
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "Open"
msgstr "Öffnen"

msgid "{} of {total} scored"
msgstr "von {total} sind {} bewertet"

msgid "{n} paragraph"
msgid_plural "{n} paragraphs"
msgstr[0] "{n} Absatz"
msgstr[1] "{n} Absätze"
"#;

    #[test]
    fn english_is_spoken_where_nothing_else_is() {
        let total = 3;
        assert_eq!(tr!("Open"), "Open");
        assert_eq!(tr!("{} of {total} scored", 1 + 1; total), "2 of 3 scored");
        assert_eq!(tr_counted(2, "paragraph"), "2 paragraphs");
        assert_eq!(tr_said("2 of 3 scored"), "2 of 3 scored");
    }

    #[test]
    fn a_catalogue_changes_words_and_their_order() {
        speak(Some(Catalogue::read(CATALOGUE).unwrap()));
        let total = 3;
        assert_eq!(tr!("Open"), "Öffnen");
        assert_eq!(tr!("Close"), "Close", "what it lacks stays English");
        let scored = tr!("{} of {total} scored", 1 + 1; total);
        assert_eq!(scored, "von 3 sind 2 bewertet");
        assert_eq!(tr_counted(1, "paragraph"), "1 Absatz");
        assert_eq!(tr_counted(2, "paragraph"), "2 Absätze");
        assert_eq!(tr_said("Open"), "Öffnen");
        assert_eq!(tr_said("7 of 9 scored"), "von 9 sind 7 bewertet");
        assert_eq!(tr_said("4 paragraphs"), "4 Absätze");
        let within = tr_said("Falk (4 paragraphs): “4 paragraphs, open” and open");
        assert_eq!(within, "Falk (4 Absätze): “4 paragraphs, open” and open");
        let elsewhere = std::thread::spawn(|| tr!("Open")).join();
        assert_eq!(elsewhere.unwrap(), "Open", "no other thread speaks it");
        speak(None);
        assert_eq!(tr!("Open"), "Open");
    }

    #[test]
    fn places_are_filled_by_name_by_number_and_in_order() {
        let values = [
            ("", "a".to_owned()),
            ("", "b".to_owned()),
            ("x", "c".to_owned()),
        ];
        assert_eq!(fill("{} {} {x}", &values), "a b c");
        assert_eq!(fill("{x} {1} {0} {{}}", &values), "c b a {}");
        assert_eq!(fill("{y}", &values), "{y}");
    }

    #[test]
    fn the_system_is_asked_as_gettext_asks_it() {
        let with = |name: &'static str, value: &'static str| {
            asked_for(move |asked| (asked == name).then(|| value.to_owned()))
        };
        assert_eq!(with("LANG", "pt_BR.UTF-8"), ["pt_BR", "pt"]);
        assert_eq!(with("LANGUAGE", "fr:de"), ["fr", "de"]);
        assert!(with("LC_ALL", "en_GB.UTF-8").is_empty());
        assert!(with("LANGUAGE", "en:de").is_empty());
        assert!(with("LANG", "C").is_empty());
        assert!(asked_for(|_| None).is_empty());
    }
}
