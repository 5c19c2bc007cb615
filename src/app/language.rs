//! The language of the window: which there are, and which is spoken.

use std::path::{Path, PathBuf};

use super::state::App;
use crate::text::{self, Catalogue, PSEUDO, asked_for, catalogue_of, shipped, shown, tr};

/// The code of the language in which everything is written.
pub(super) const ENGLISH: &str = "en";
/// Larger is no catalogue, in bytes.
const LARGEST: u64 = 16 << 20;

/// The folder of the user's own catalogues, in that of everything that is kept.
fn folder(data: Option<&Path>) -> Option<PathBuf> {
    data.map(|data| data.join("locale"))
}

/// The languages on offer beside English: what each is called, and its code. The user's own stand by their code.
pub(super) fn offered(data: Option<&Path>) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = shipped()
        .map(|(name, code)| (name.to_owned(), code.to_owned()))
        .collect();
    let entries = folder(data).and_then(|folder| std::fs::read_dir(folder).ok());
    let paths = entries.into_iter().flatten().flatten();
    let mut own: Vec<String> = paths
        .filter_map(|entry| {
            let name = entry.file_name().to_str()?.to_owned();
            let code = name.strip_suffix(".po")?;
            is_code(code).then(|| code.to_owned())
        })
        .collect();
    own.sort();
    for code in own {
        if !all.iter().any(|(_, known)| *known == code) {
            all.push((code.clone(), code));
        }
    }
    all
}

/// Whether `code` may be that of a language, and is no path.
fn is_code(code: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '@');
    !code.is_empty() && code.len() <= 32 && code.chars().all(is_sign)
}

/// Speaks the language `wish` from now on: that of the system without one, and English where there is no
/// catalogue. What is to be told of it.
pub(super) fn speak(wish: Option<&str>, data: Option<&Path>) -> Option<String> {
    let codes = match wish {
        Some(ENGLISH) => Vec::new(),
        Some(code) => vec![code.to_owned()],
        None => asked_for(|name| std::env::var(name).ok()),
    };
    let found = codes.iter().find_map(|code| {
        let catalogue = own(code, data).or_else(|| {
            let damaged = |why: text::Damaged| format!("The catalogue of “{code}”: {why}");
            Some(catalogue_of(code)?.map_err(damaged))
        });
        Some((code, catalogue?))
    });
    text::speak(None);
    match found {
        Some((code, Ok(catalogue))) => {
            let left_out = catalogue.left_out();
            text::speak(Some(catalogue));
            let code = code.clone();
            (left_out > 0).then(|| {
                tr!("{left_out} texts of the catalogue of “{code}” have not the places of the English text and stay English."; left_out, code)
            })
        }
        Some((_, Err(why))) => Some(format!("{why}. The window speaks English.")),
        None => wish.filter(|wish| *wish != ENGLISH).map(|wish| {
            let wish: String = wish.chars().filter(|c| !c.is_control()).take(32).collect();
            format!("There is no catalogue for the language “{wish}”. The window speaks English.")
        }),
    }
}

impl App {
    /// Speaks the language `code` from now on, at the next start too; that of the system without one.
    pub(super) fn choose_language(&mut self, code: Option<String>) {
        let told = speak(code.as_deref(), self.documents.data.as_deref());
        self.preferences.language = code;
        if let Some(told) = told {
            self.messages.error(told);
        }
    }
}

/// The user's own catalogue of the language `code`, or why it cannot be used.
fn own(code: &str, data: Option<&Path>) -> Option<Result<Catalogue, String>> {
    if !is_code(code) || code == PSEUDO {
        return None;
    }
    let path = folder(data)?.join(format!("{code}.po"));
    let size = std::fs::metadata(&path).ok()?.len();
    let name = shown(&path);
    if size > LARGEST {
        return Some(Err(format!("{name} is too large for a catalogue")));
    }
    let read = std::fs::read_to_string(&path).map_err(|why| format!("{name}: {why}"));
    Some(read.and_then(|file| Catalogue::read(&file).map_err(|why| format!("{name}: {why}"))))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::{offered, speak};
    use crate::text::tr;

    #[test]
    fn a_catalogue_of_the_user_is_spoken_and_a_damaged_one_is_told() {
        let data = tempfile::tempdir().unwrap();
        let folder = data.path().join("locale");
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("de.po"), "msgid \"Open\"\nmsgstr \"Öffnen\"\n").unwrap();
        std::fs::write(folder.join("fr.po"), "msgid \"Open\nmsgstr\n").unwrap();
        std::fs::write(folder.join("notes.txt"), "").unwrap();
        let codes: Vec<String> = offered(Some(data.path()))
            .into_iter()
            .map(|(_, code)| code)
            .collect();
        assert_eq!(codes, ["de", "fr"]);
        assert_eq!(speak(Some("de"), Some(data.path())), None);
        assert_eq!(tr!("Open"), "Öffnen");
        let told = speak(Some("fr"), Some(data.path())).unwrap();
        assert!(told.contains("fr.po: line 1 is none"), "{told}");
        assert_eq!(tr!("Open"), "Open");
        for wish in ["xx", "../../etc/passwd", ""] {
            let told = speak(Some(wish), Some(data.path())).unwrap();
            assert!(told.starts_with("There is no catalogue"), "{told}");
        }
        assert_eq!(speak(Some("en"), Some(data.path())), None);
        assert_eq!(speak(Some("pseudo"), None), None);
        assert!(tr!("Open").starts_with('⟦'));
        assert_eq!(speak(Some("en"), None), None);
    }
}
