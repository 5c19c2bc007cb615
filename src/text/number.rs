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

/// The most decimals added so that two numbers can be told apart.
const MORE: usize = 2;

/// Two numbers that differ, with as many more decimals, up to two, as it takes to see that: `show` prints one with so
/// many more.
pub fn told_apart(values: [f64; 2], show: impl Fn(f64, usize) -> String) -> [String; 2] {
    let with = |more| values.map(|value| show(value, more));
    let apart = (0..=MORE).map(with).find(|[one, other]| one != other);
    apart.unwrap_or_else(|| with(0))
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
    use super::{number, told_apart};

    #[test]
    fn numbers_that_round_to_one_are_told_apart() {
        let show = |value: f64, more: usize| number(value, 1 + more);
        assert_eq!(told_apart([0.62, 0.58], show), ["0.62", "0.58"]);
        assert_eq!(told_apart([0.7, 0.6], show), ["0.7", "0.6"]);
        assert_eq!(told_apart([0.5, 0.5], show), ["0.5", "0.5"]);
    }
}
