//! Words around numbers: counts with their noun, lists, and texts made shorter.

use std::path::Path;

/// How little of the room a cut at a word may leave used, as a share of it; below, the word is cut.
const LEAST_USED: f64 = 0.6;

/// A count with its noun: `1 paragraph`, `12 paragraphs`, `2 matches`, `3 entries`.
pub fn counted(count: usize, noun: &str) -> String {
    let vowel = ["ay", "ey", "oy", "uy"];
    if let Some(stem) = noun.strip_suffix('y')
        && count != 1
        && !vowel.iter().any(|end| noun.ends_with(end))
    {
        return format!("{count} {stem}ies");
    }
    let ending = match noun {
        _ if count == 1 => "",
        noun if ["s", "x", "ch", "sh"].iter().any(|end| noun.ends_with(end)) => "es",
        _ => "s",
    };
    format!("{count} {noun}{ending}")
}

/// A path as messages and results show it: what is no Unicode or would steer a terminal stands as “�”.
pub fn shown(path: &Path) -> String {
    let plain = |c: char| {
        if c.is_control() {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    path.to_string_lossy().chars().map(plain).collect()
}

/// Items as a sentence names them: `a`, `a and b`, `a, b and c`.
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// `text` on one line, with single spaces.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` on one line, cut to at most `limit` characters, after a word where that keeps most of it;
/// an ellipsis says that it goes on.
pub fn shorten(text: &str, limit: usize) -> String {
    let flat = one_line(text);
    let Some((end, _)) = flat.char_indices().nth(limit) else {
        return flat;
    };
    let room = flat.get(..end).unwrap_or_default();
    // The last character makes room for the ellipsis.
    let cut = room.char_indices().next_back().map_or(0, |(at, _)| at);
    let whole_words = room.rfind(' ').unwrap_or(0);
    let end = if whole_words as f64 >= LEAST_USED * cut as f64 {
        whole_words
    } else {
        cut
    };
    let kept = flat.get(..end).unwrap_or_default();
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '–', '—']))
}

/// The first words of a text, with an ellipsis where it goes on; at most 120 characters.
pub fn first_words(text: &str, words: usize) -> String {
    const LIMIT: usize = 120;
    let mut all = text.split_whitespace();
    let mut out = all.by_ref().take(words).collect::<Vec<_>>().join(" ");
    if all.next().is_some() {
        out.push('…');
    }
    shorten(&out, LIMIT)
}

/// The same text with its first letter large.
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + characters.as_str()
    })
}
