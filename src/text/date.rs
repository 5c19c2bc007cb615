//! Dates as people write them. Files keep ISO 8601.

/// The months of the year.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The day of an ISO 8601 date or date-time, `2025-11-10T08:00:00Z`, as `10 November 2025`; any other
/// text as it is.
pub fn date(iso: &str) -> String {
    in_words(iso).unwrap_or_else(|| iso.to_owned())
}

fn in_words(iso: &str) -> Option<String> {
    let day = iso.split(['T', ' ']).next()?;
    let mut parts = day.split('-');
    let mut part = |digits: usize| {
        let part = parts.next()?;
        let plain = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse::<usize>().ok()).flatten()
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    let month = MONTHS.get(month.checked_sub(1)?)?;
    let whole = parts.next().is_none() && (1..=31).contains(&day);
    whole.then(|| format!("{day} {month} {year}"))
}

/// The day of an ISO 8601 date or date-time as a number, 1 January 1970 is 0; `None` for any other text. After H.
/// Hinnant, "chrono-compatible low-level date algorithms".
pub fn day_number(iso: &str) -> Option<i64> {
    let day = iso.split(['T', ' ']).next()?;
    let mut parts = day.split('-').map(str::parse::<i64>);
    let (year, month, day) = (
        parts.next()?.ok()?,
        parts.next()?.ok()?,
        parts.next()?.ok()?,
    );
    if parts.next().is_some() || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

#[cfg(test)]
mod tests {
    use super::day_number;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(day_number("1970-01-01"), Some(0));
        assert_eq!(day_number("2000-03-01T10:00:00Z"), Some(11_017));
        assert_eq!(day_number("1969-12-31"), Some(-1));
        assert_eq!(day_number("2024-02-30x"), None);
        assert_eq!(day_number("2019"), None);
    }
}
