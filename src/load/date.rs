//! Dates as files write them, to ISO 8601.

use crate::text::MONTHS;

/// The date in a text that holds little else: "December 22, 2023", "22 Dec 2023", "Fri, 22 Dec 2023
/// 10:00:00 GMT", "12/22/2023" (month first unless that cannot be), "22.12.2023", "20231222", seconds
/// or milliseconds since 1970. The time is kept where it was ISO 8601 already.
pub(super) fn iso_date(text: &str) -> Option<String> {
    let text = text.trim();
    iso(text)
        .or_else(|| compact(text))
        .or_else(|| epoch(text))
        .or_else(|| worded(text))
        .or_else(|| numeric(text))
}

/// A date that stands somewhere in a line ("Published Jan 3, 2024 at 5 p.m.").
pub(super) fn date_in_line(line: &str) -> Option<String> {
    iso_date(line).or_else(|| {
        let digit = line.find(|c: char| c.is_ascii_digit())?;
        iso_date(line.get(digit..)?)
    })
}

/// The months in other languages of the European press, as far as they do not begin as the English do.
const OTHER_MONTHS: [&str; 12] = [
    "januar janvier enero gennaio januari janeiro",
    "februar février fevrier febrero febbraio februari fevereiro",
    "märz maerz mars marzo maart março",
    "avril abril aprile",
    "mai mayo maggio mei maio",
    "juni juin junio giugno junho",
    "juli juillet julio luglio julho",
    "août aout agosto augustus",
    "septembre septiembre settembre setembro",
    "oktober octobre octubre ottobre outubro",
    "novembre noviembre novembro",
    "dezember décembre decembre diciembre dicembre dezembro",
];

/// The number of a month by its name or a prefix of at least three letters, in any case, or by its whole
/// name in another language.
pub(super) fn month(name: &str) -> Option<u32> {
    english_month(name).or_else(|| {
        let names = |months: &str| months.split(' ').any(|month| month == name);
        let at = OTHER_MONTHS.iter().position(|months| names(months))?;
        u32::try_from(at + 1).ok()
    })
}

fn english_month(name: &str) -> Option<u32> {
    let name = if name == "sept" { "sep" } else { name };
    let begins = |month: &str| {
        let start = month.get(..name.len());
        name.len() >= 3 && start.is_some_and(|start| start.eq_ignore_ascii_case(name))
    };
    let at = MONTHS.iter().position(|month| begins(month))?;
    u32::try_from(at + 1).ok()
}

fn ymd(year: u32, month: u32, day: u32) -> Option<String> {
    ((1800..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day))
        .then(|| format!("{year}-{month:02}-{day:02}"))
}

fn number(text: Option<&str>) -> Option<u32> {
    let text = text?;
    text.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| text.parse().ok())
        .flatten()
}

fn iso(text: &str) -> Option<String> {
    let separator = |at: usize| matches!(text.as_bytes().get(at), Some(b'-' | b'/' | b'.'));
    if !separator(4) || !separator(7) {
        return None;
    }
    let date = ymd(
        number(text.get(0..4))?,
        number(text.get(5..7))?,
        number(text.get(8..10))?,
    )?;
    let time = text.get(10..).filter(|rest| {
        rest.starts_with('T') && rest.len() <= 25 && rest.bytes().all(|b| b.is_ascii_graphic())
    });
    Some(date + time.unwrap_or_default())
}

fn compact(text: &str) -> Option<String> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits != 8 && digits < 14 {
        return None;
    }
    ymd(
        number(text.get(0..4)).filter(|year| *year >= 1900)?,
        number(text.get(4..6))?,
        number(text.get(6..8))?,
    )
}

fn epoch(text: &str) -> Option<String> {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    if !(9..=13).contains(&whole.len()) || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut seconds: i64 = whole.parse().ok()?;
    if whole.len() == 13 {
        seconds /= 1000;
    }
    Some(civil(seconds.div_euclid(86_400)))
}

/// Days since 1970 to a date of the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date
/// algorithms").
pub(crate) fn civil(days: i64) -> String {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

fn day(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    (word.len() <= digits.len() + 2)
        .then(|| number(Some(digits)))
        .flatten()
        .filter(|day| (1..=31).contains(day))
}

fn parts(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .take(16)
        .map(str::to_lowercase)
        .filter(|part| !matches!(part.as_str(), "de" | "of" | "du" | "den"))
        .collect()
}

fn worded(text: &str) -> Option<String> {
    let parts = parts(text);
    let part = |at: usize| parts.get(at).map(String::as_str);
    let year = |at: usize| number(part(at)).filter(|year| (1800..2100).contains(year));
    (0..parts.len()).find_map(|at| {
        let month = month(part(at)?)?;
        let after = part(at + 1).and_then(day).and_then(|day| {
            let year = year(at + 2).or_else(|| year(at + 3))?;
            ymd(year, month, day)
        });
        after.or_else(|| {
            let day = part(at.checked_sub(1)?).and_then(day)?;
            ymd(year(at + 1)?, month, day)
        })
    })
}

fn numeric(text: &str) -> Option<String> {
    let parts = parts(text);
    let part = |at: usize| number(parts.get(at).map(String::as_str));
    let (first, second, third) = (part(0)?, part(1)?, part(2)?);
    if (1800..2100).contains(&first) {
        return ymd(first, second, third);
    }
    // "1/2/24" is too open to be a date.
    if first > 12 || text.contains('.') {
        return ymd(third, second, first).or_else(|| ymd(third, first, second));
    }
    ymd(third, first, second).or_else(|| ymd(third, second, first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_files_write_them() {
        for (text, want) in [
            ("December 22, 2023", "2023-12-22"),
            ("Dec. 3rd, 2023", "2023-12-03"),
            ("22 Dec 2023", "2023-12-22"),
            ("Fri, 22 Dec 2023 10:00:00 GMT", "2023-12-22"),
            ("12/22/2023", "2023-12-22"),
            ("22/12/2023", "2023-12-22"),
            ("03.04.2023", "2023-04-03"),
            ("2023/12/22", "2023-12-22"),
            ("2023-12-22T10:00:00Z", "2023-12-22T10:00:00Z"),
            ("2023-12-22 10:00:00", "2023-12-22"),
            ("20231222T101500Z", "2023-12-22"),
            ("1703239200", "2023-12-22"),
            ("1703239200000", "2023-12-22"),
            ("Sept 1 2020", "2020-09-01"),
            ("1st of May 2020", "2020-05-01"),
            ("5. März 2021", "2021-03-05"),
            ("5 de mayo de 2021", "2021-05-05"),
            ("1er août 2021", "2021-08-01"),
        ] {
            assert_eq!(iso_date(text).as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "maybe 5 2023",
            "99/99/2023",
            "5 marchers",
            "12",
            "1/2/24",
            "a.b.c",
        ] {
            assert_eq!(iso_date(text), None, "{text}");
        }
        assert_eq!(
            date_in_line("Published: 3 May 2021, 5 p.m.").as_deref(),
            Some("2021-05-03")
        );
    }
}
