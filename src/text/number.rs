//! Numbers as people read them: with a real minus, and never a sign before what rounds to zero.

/// What stands where there is no number.
pub const NONE: &str = "–";

/// A number with so many decimals: `0.12`, `−0.30`, `0.00`.
pub fn number(value: f64, decimals: usize) -> String {
    let (sign, digits) = parts(value, decimals);
    match sign {
        Sign::Minus => format!("−{digits}"),
        Sign::Plus | Sign::None => digits,
    }
}

/// A number that says which way it goes: `+0.12`, `−0.30`, `0.00`.
pub fn signed(value: f64, decimals: usize) -> String {
    let (sign, digits) = parts(value, decimals);
    match sign {
        Sign::Minus => format!("−{digits}"),
        Sign::Plus => format!("+{digits}"),
        Sign::None => digits,
    }
}

/// A whole number that says which way it goes: `+12`, `−3`, `0`.
pub fn signed_whole(value: i64) -> String {
    match value {
        0 => "0".to_owned(),
        v if v < 0 => format!("−{}", v.unsigned_abs()),
        v => format!("+{v}"),
    }
}

/// A number that may be missing, as `show` prints it.
pub fn optional<T>(value: Option<T>, show: impl FnOnce(T) -> String) -> String {
    value.map_or_else(|| NONE.to_owned(), show)
}

/// A signed number with as many decimals as it takes to recompute by hand: at least two, at most four.
pub fn exact(value: f64) -> String {
    let text = signed(value, 4);
    let kept = text.strip_suffix("00").or_else(|| text.strip_suffix('0'));
    match kept.unwrap_or(&text) {
        "0.00" | "0.000" => "0.00".to_owned(),
        kept => kept.to_owned(),
    }
}

/// A number with at most so many decimals, none of them a zero at the end: `3`, `0.5`.
pub fn trimmed(value: f64, decimals: usize) -> String {
    let text = number(value, decimals);
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// A share of one in per cent, without decimals: `34 %`.
pub fn per_cent(share: f64) -> String {
    format!("{} %", number(share * 100.0, 0))
}

/// The two ends of an interval or a range, each as `show` prints it: `+0.05 to +0.35`.
pub fn range(low: f64, high: f64, show: impl Fn(f64) -> String) -> String {
    format!("{} to {}", show(low), show(high))
}

/// A p-value: `0.012`, `< 0.001`.
pub fn p_value(p: f64) -> String {
    if p < 0.001 {
        "< 0.001".to_owned()
    } else {
        number(p, 3)
    }
}

enum Sign {
    Minus,
    Plus,
    None,
}

/// The sign that what is printed has, and its digits.
fn parts(value: f64, decimals: usize) -> (Sign, String) {
    let digits = format!("{:.decimals$}", value.abs());
    let sign = match value {
        v if v.is_nan() || !digits.contains(|c: char| c.is_ascii_digit() && c != '0') => Sign::None,
        v if v < 0.0 => Sign::Minus,
        _ => Sign::Plus,
    };
    (sign, digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rounds_to_zero_has_no_sign() {
        for value in [-0.0, -0.004, 0.004, 0.0] {
            assert_eq!(signed(value, 2), "0.00");
            assert_eq!(number(value, 2), "0.00");
            assert_eq!(signed(value, 0), "0");
            assert_eq!(trimmed(value, 2), "0");
        }
        for value in [0.0, -0.000_04, 0.000_04] {
            assert_eq!(exact(value), "0.00");
        }
    }

    #[test]
    fn signs_are_those_of_print() {
        assert_eq!(signed(0.125, 2), "+0.12");
        assert_eq!(signed(-0.3, 2), "−0.30");
        assert_eq!(number(-0.3, 2), "−0.30");
        assert_eq!(number(12.0, 1), "12.0");
        assert_eq!(exact(0.25), "+0.25");
        assert_eq!(exact(-0.132_6), "−0.1326");
        assert_eq!(exact(-0.12), "−0.12");
        assert_eq!(exact(-0.0005), "−0.0005");
        assert_eq!(trimmed(-2.5, 3), "−2.5");
        assert_eq!(trimmed(20.0, 3), "20");
        assert_eq!(trimmed(20.0, 0), "20");
        assert_eq!([12, -3, 0].map(signed_whole), ["+12", "−3", "0"]);
    }

    #[test]
    fn shares_ranges_and_p_values() {
        assert_eq!(per_cent(0.336), "34 %");
        assert_eq!(per_cent(-0.001), "0 %");
        assert_eq!(range(-0.05, 0.35, |v| signed(v, 2)), "−0.05 to +0.35");
        assert_eq!(p_value(0.000_5), "< 0.001");
        assert_eq!(p_value(0.012), "0.012");
        assert_eq!(optional(None, |v: f64| number(v, 2)), NONE);
        assert_eq!(optional(Some(1.0), |v| number(v, 2)), "1.00");
    }
}
