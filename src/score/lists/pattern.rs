//! The words of an entry, each literal or with `*`.

/// One word of a pattern, in lower case with straight apostrophes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Exactly this word.
    Word(String),
    /// Any word.
    Any,
    /// What stands between stars: the word begins with the first, ends with the last, and holds the others in
    /// order; an empty one asks for nothing.
    Glob(Vec<String>),
}

impl Part {
    fn of(word: &str) -> Self {
        if !word.contains('*') {
            return Self::Word(word.to_owned());
        }
        let parts: Vec<String> = word.split('*').map(str::to_owned).collect();
        if parts.iter().all(String::is_empty) {
            Self::Any
        } else {
            Self::Glob(parts)
        }
    }

    /// Whether `word`, in lower case, is one of those meant.
    pub(super) fn fits(&self, word: &str) -> bool {
        match self {
            Self::Word(own) => own == word,
            Self::Any => true,
            Self::Glob(parts) => glob(parts, word),
        }
    }
}

fn glob(parts: &[String], word: &str) -> bool {
    let [first, middle @ .., last] = parts else {
        return false;
    };
    let Some(rest) = word.strip_prefix(first.as_str()) else {
        return false;
    };
    let Some(mut rest) = rest.strip_suffix(last.as_str()) else {
        return false;
    };
    for part in middle {
        let Some((_, after)) = rest.split_once(part.as_str()) else {
            return false;
        };
        rest = after;
    }
    true
}

/// The words of an entry as it is written; empty if it holds none.
pub(super) fn parts(entry: &str) -> Vec<Part> {
    normal(entry).split_whitespace().map(Part::of).collect()
}

/// A word as it is compared: lower case, apostrophes and hyphens straight.
pub(super) fn normal(word: &str) -> String {
    let straight = word.chars().map(|c| match c {
        '’' | '‘' | 'ʼ' => '\'',
        '‐' | '‑' => '-',
        c => c,
    });
    straight.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{Part, parts};

    #[test]
    fn stars_stand_for_any_letters() {
        let fits =
            |entry: &str, word: &str| parts(entry).first().is_some_and(|part| part.fits(word));
        assert!(
            fits("climat*", "climate") && fits("climat*", "climat") && !fits("climat*", "clima")
        );
        assert!(fits("*gate", "emailgate") && !fits("*gate", "gated"));
        assert!(fits("anti-*ist", "anti-fascist") && !fits("anti-*ist", "anti-ist2"));
        assert!(fits("*and*", "branded") && !fits("*and*", "brand-new".get(..3).unwrap_or("")));
        // The two ends do not share letters.
        assert!(!fits("ab*ba", "aba"));
        assert_eq!(parts("*"), [Part::Any]);
        assert!(fits("DON’T", "don't"));
    }
}
