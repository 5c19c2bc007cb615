//! The date of an export, without a calendar library.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::load::date::civil;

/// The current date and time, UTC, as ISO 8601: `2026-11-22T15:57:27Z`.
pub fn now() -> String {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    iso(seconds)
}

/// Seconds since 1970 as ISO 8601.
fn iso(seconds: u64) -> String {
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    let date = civil(days.cast_signed());
    let (hour, minute) = (second / 3_600, second / 60 % 60);
    format!("{date}T{hour:02}:{minute:02}:{:02}Z", second % 60)
}

#[cfg(test)]
mod tests {
    use super::iso;

    #[test]
    fn dates_are_those_of_the_calendar() {
        assert_eq!(iso(0), "1970-01-01T00:00:00Z");
        assert_eq!(iso(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(iso(1_795_363_047), "2026-11-22T15:57:27Z");
        assert_eq!(iso(4_102_444_799), "2099-12-31T23:59:59Z");
    }
}
