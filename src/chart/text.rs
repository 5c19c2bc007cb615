//! Words and numbers as charts print them.

/// A tone with its sign and two decimals: `+0.12`, `−0.30`, `0.00`.
pub fn signed(value: f64) -> String {
    let rounded = format!("{:.2}", value.abs());
    match value {
        _ if rounded == "0.00" => rounded,
        v if v < 0.0 => format!("−{rounded}"),
        _ => format!("+{rounded}"),
    }
}

/// Points with their sign and one decimal: `+18.0`, `−6.5`, `0.0`.
pub(super) fn points(value: f64) -> String {
    let rounded = format!("{:.1}", value.abs());
    match value {
        _ if rounded == "0.0" => rounded,
        v if v < 0.0 => format!("−{rounded}"),
        _ => format!("+{rounded}"),
    }
}

/// A share of one in per cent without decimals: `34 %`.
pub(super) fn per_cent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// `text`, cut to at most `limit` characters with an ellipsis, on one line.
pub fn shorten(text: &str, limit: usize) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= limit {
        return flat;
    }
    let kept: String = flat.chars().take(limit.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// The first words of a text, with an ellipsis where it goes on.
pub(super) fn first_words(text: &str, words: usize) -> String {
    let mut all = text.split_whitespace();
    let mut out = all.by_ref().take(words).collect::<Vec<_>>().join(" ");
    if all.next().is_some() {
        out.push('…');
    }
    shorten(&out, 120)
}

/// A count with its noun: `1 paragraph`, `12 paragraphs`.
pub fn in_words(count: usize, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        n => format!("{n} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::{first_words, points, shorten, signed};

    #[test]
    fn numbers_carry_a_sign_unless_they_round_to_zero() {
        assert_eq!(signed(0.125), "+0.12");
        assert_eq!(signed(-0.3), "−0.30");
        assert_eq!(signed(-0.004), "0.00");
        assert_eq!(points(18.0), "+18.0");
        assert_eq!(points(-6.52), "−6.5");
        assert_eq!(points(0.02), "0.0");
    }

    #[test]
    fn long_names_are_cut_on_one_line() {
        assert_eq!(shorten("short", 10), "short");
        assert_eq!(shorten("two\nlines", 20), "two lines");
        assert_eq!(shorten(&"é".repeat(500), 10).chars().count(), 10);
    }

    #[test]
    fn first_words_say_whether_there_is_more() {
        assert_eq!(first_words("one two three", 2), "one two…");
        assert_eq!(first_words("one two", 2), "one two");
    }
}
