//! Light stemming: "meets", "meeting" and "met a meeting" share a stem where the spelling shows it. Only
//! for asking whether a headline's word occurs in the body, so a stem need not be a word.

/// Endings that are taken off, the longest first, with the fewest letters that must remain.
const ENDINGS: [(&str, usize); 15] = [
    ("ations", 4),
    ("ation", 4),
    ("ments", 4),
    ("ment", 4),
    ("ings", 3),
    ("ions", 4),
    ("edly", 4),
    ("ing", 3),
    ("ion", 4),
    ("ers", 4),
    ("ies", 2),
    ("ed", 3),
    ("es", 3),
    ("ly", 4),
    ("s", 3),
];

/// The stem of a word in small letters with straight apostrophes: what it begins with.
pub(super) fn stem(word: &str) -> &str {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let word = word.strip_suffix('\'').unwrap_or(word);
    if word.chars().any(|c| !c.is_alphabetic()) {
        return word;
    }
    let cut = ENDINGS.iter().find_map(|(ending, fewest)| {
        let rest = word.strip_suffix(ending)?;
        let plural = *ending == "s" && rest.ends_with(['s', 'u', 'i']);
        (rest.chars().count() >= *fewest && !plural).then_some(rest)
    });
    let out = undoubled(cut.unwrap_or(word));
    match out.strip_suffix(['e', 'y', 'i']) {
        Some(short) if short.chars().count() >= 3 => short,
        _ => out,
    }
}

/// "stopp" becomes "stop"; "kill" and "class" stay alike for "killed" and "classes" too.
fn undoubled(word: &str) -> &str {
    let mut back = word.chars().rev();
    if let (Some(last), Some(before)) = (back.next(), back.next())
        && last == before
        && back.next().is_some()
        && !matches!(last, 'a' | 'e' | 'i' | 'o' | 'u')
    {
        return word.strip_suffix(last).unwrap_or(word);
    }
    word
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for forms in [
            &["meet", "meets", "meeting", "meetings"][..],
            &["stop", "stops", "stopped", "stopping"],
            &["invite", "invites", "invited", "invitation"],
            &["policy", "policies"],
            &["trump", "trump's"],
            &["kill", "killed", "killing", "kills"],
            &["announce", "announces", "announcement", "announced"],
        ] {
            let stems: Vec<&str> = forms.iter().map(|form| stem(form)).collect();
            assert!(
                stems.iter().all(|stem| Some(stem) == stems.first()),
                "{stems:?}"
            );
        }
    }

    #[test]
    fn other_words_keep_their_own() {
        assert_ne!(stem("bus"), stem("bu"));
        assert_ne!(stem("news"), stem("never"));
        assert_ne!(stem("president"), stem("presents"));
        assert_eq!(stem("2,300"), "2,300");
    }
}
