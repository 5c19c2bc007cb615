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
