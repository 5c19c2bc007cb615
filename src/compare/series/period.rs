//! Days, weeks and months as the pieces of a course over time. Days are counted from 1 January 1970.

use crate::load::date::civil;
use crate::text::{MONTHS, date, day_number};

/// How long a piece of time is.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// One day.
    Day,
    /// Seven days from Monday (ISO 8601).
    Week,
    /// A month of the calendar.
    #[default]
    Month,
}

impl Period {
    /// Every one, the shortest first.
    pub const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];

    /// Its name, as on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    /// The period of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|period| period.id() == id)
    }

    /// The first day of the period that a day lies in.
    pub fn start(self, day: i64) -> i64 {
        match self {
            Self::Day => day,
            // Day 0 was a Thursday.
            Self::Week => day - (day + 3).rem_euclid(7),
            Self::Month => first_of_month(day).unwrap_or(day),
        }
    }

    /// The first day of the period after the one that begins on `start`.
    pub fn next(self, start: i64) -> i64 {
        match self {
            Self::Day => start + 1,
            Self::Week => start + 7,
            // The longest month ends within 31 days of its first, the shortest has 28.
            Self::Month => self.start(start + 31),
        }
    }

    /// The period that begins on `start` in words: "5 July 2010", "week of 5 July 2010", "July 2010".
    pub fn label(self, start: i64) -> String {
        match self {
            Self::Day => date(&civil(start)),
            Self::Week => format!("week of {}", date(&civil(start))),
            Self::Month => month(&civil(start)),
        }
    }
}

/// The day of an article by its date of publication, counted from 1 January 1970; `None` without a date.
pub fn day_of(published: Option<&str>) -> Option<i64> {
    day_number(published?)
}

/// A day as it is written in files: `2010-07-05`.
pub fn iso_day(day: i64) -> String {
    civil(day)
}

fn first_of_month(day: i64) -> Option<i64> {
    let iso = civil(day);
    let month = iso.get(..iso.len().checked_sub(2)?)?;
    day_number(&format!("{month}01"))
}

fn month(iso: &str) -> String {
    let mut parts = iso.split('-');
    let (year, month) = (parts.next(), parts.next());
    let name = month
        .and_then(|month| month.parse::<usize>().ok())
        .and_then(|month| MONTHS.get(month.checked_sub(1)?));
    match (year, name) {
        (Some(year), Some(name)) => format!("{name} {year}"),
        _ => iso.to_owned(),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::{Period, day_of, iso_day};

    #[test]
    fn days_fall_into_the_weeks_and_months_of_the_calendar() {
        for (day, week, month, next) in [
            ("2024-02-29", "2024-02-26", "2024-02-01", "2024-03-01"),
            ("2010-07-05", "2010-07-05", "2010-07-01", "2010-08-01"),
            ("1969-12-31", "1969-12-29", "1969-12-01", "1970-01-01"),
            ("2026-01-01", "2025-12-29", "2026-01-01", "2026-02-01"),
        ] {
            let number = day_of(Some(day)).unwrap();
            assert_eq!(iso_day(Period::Day.start(number)), day);
            assert_eq!(iso_day(Period::Week.start(number)), week);
            let start = Period::Month.start(number);
            assert_eq!(iso_day(start), month);
            assert_eq!(iso_day(Period::Month.next(start)), next);
        }
        let start = day_of(Some("2010-07-05T10:00:00Z")).unwrap();
        assert_eq!(Period::Week.label(start), "week of 5 July 2010");
        assert_eq!(Period::Month.label(start), "July 2010");
        assert_eq!(day_of(Some("last summer")), None);
    }
}
