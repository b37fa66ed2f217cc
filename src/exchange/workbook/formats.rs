//! How a workbook shows its numbers: as days, times, percentages, or plainly.

use chrono::{Datelike, Days, NaiveDate};

/// How a number format shows a number: as a date, a time, a percentage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shown {
    year: bool,
    month: bool,
    day: bool,
    time: bool,
    // Hours beyond a day, rather than a time of day.
    elapsed: bool,
    percent: bool,
}

impl Shown {
    /// The format that is known by its number alone.
    pub(super) fn built_in(number: u32) -> Self {
        let date = Self { year: true, month: true, day: true, ..Self::default() };
        match number {
            9 | 10 => Self { percent: true, ..Self::default() },
            14 | 15 | 27..=31 | 34..=36 | 50..=58 => date,
            16 => Self { year: false, ..date },
            17 => Self { day: false, ..date },
            18..=21 | 32 | 33 | 45 | 47 => Self { time: true, ..Self::default() },
            22 => Self { time: true, ..date },
            46 => Self { time: true, elapsed: true, ..Self::default() },
            _ => Self::default(),
        }
    }

    /// The format with this code, such as `d mmm yyyy`.
    pub(super) fn of_code(code: &str) -> Self {
        // The section for positive numbers.
        let letters = bare(code);
        let has = |any: &[char]| letters.contains(any);
        if letters == "general" || letters == "standard" {
            return Self::default();
        }
        let (year, day) = (has(&['y', 'e']), has(&['d']));
        let elapsed = letters.contains("[h") || letters.contains("[m") || letters.contains("[s");
        let time = has(&['h', 's']) || elapsed;
        let digits = has(&['0', '#', '?']) && !time;
        if digits {
            return Self { percent: letters.contains('%'), ..Self::default() };
        }
        // Next to times, m means minutes; three of them are always a month.
        let month = has(&['m']) && (year || day || !time || letters.contains("mmm"));
        Self { year, month, day, time, elapsed, percent: letters.contains('%') }
    }

    fn is_date(self) -> bool {
        self.year || self.month || self.day
    }

    /// A number as text, as this format shows it, with dates in ISO 8601. `late` says that days are
    /// counted from 1904.
    pub(super) fn text(self, number: f64, late: bool) -> String {
        let shown = if self.is_date() || self.time { self.moment(number, late) } else { None };
        shown.unwrap_or_else(|| {
            if self.percent { plain_number(number * 100.0) + "%" } else { plain_number(number) }
        })
    }

    fn moment(self, number: f64, late: bool) -> Option<String> {
        if !(0.0..2_958_466.0).contains(&number) {
            return None;
        }
        let seconds = (number * 86_400.0).round();
        let (days, rest) = (seconds / 86_400.0, seconds % 86_400.0);
        // The range was checked, and fractions are meant to go.
        let (days, rest) = (days as u64, rest as u64);
        let clock = |hours: u64| {
            let (minutes, seconds) = (rest / 60 % 60, rest % 60);
            let end = if seconds == 0 { String::new() } else { format!(":{seconds:02}") };
            format!("{hours:02}:{minutes:02}{end}")
        };
        if !self.is_date() {
            let hours = rest / 3600 + if self.elapsed { days * 24 } else { 0 };
            return Some(clock(hours));
        }
        let day = day(days, late)?;
        // Parts that the format omits were never meant: a month is not its first day.
        let date = match (self.year, self.month, self.day) {
            (true, true, false) => day.format("%Y-%m").to_string(),
            (true, false, false) => day.year().to_string(),
            (false, true, true) => day.format("%-d-%b").to_string(),
            (false, true, false) => day.format("%B").to_string(),
            _ => day.format("%Y-%m-%d").to_string(),
        };
        let timed = self.time && self.day && rest > 0;
        Some(if timed { format!("{date} {}", clock(rest / 3600)) } else { date })
    }
}

/// The day of this number.
fn day(number: u64, late: bool) -> Option<NaiveDate> {
    // Excel counts 29 February 1900, which did not exist, as its 60th day.
    let first = match (late, number) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        (false, 0 | 60) => return None,
        (false, ..60) => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        (false, _) => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    first.checked_add_days(Days::new(number))
}

/// The significant letters of a format, in lower case.
fn bare(code: &str) -> String {
    let mut bare = String::new();
    let mut rest = code.chars();
    while let Some(c) = rest.next() {
        match c {
            ';' => break,
            '"' => while rest.next().is_some_and(|c| c != '"') {},
            '\\' | '_' | '*' => drop(rest.next()),
            '[' => {
                let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                let inside = inside.to_ascii_lowercase();
                let clock = inside.chars().all(|c| matches!(c, 'h' | 'm' | 's'));
                if clock && !inside.is_empty() {
                    bare += "[";
                    bare += &inside;
                }
            }
            c => bare.extend(c.to_lowercase()),
        }
    }
    let general = bare.trim() == "general" || bare.trim() == "standard";
    if general {
        bare.trim().to_owned()
    } else {
        bare.replace("am/pm", "h").replace("a/p", "h").replace("e+", "").replace("e-", "")
    }
}

/// A number as a spreadsheet shows it without a format: 15 digits, without trailing zeros.
pub(super) fn plain_number(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    if number.fract() == 0.0 && number.abs() < 1e15 {
        let whole = number as i64;
        return whole.to_string();
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if rounded != 0.0 && !(1e-9..1e18).contains(&rounded.abs()) {
        return format!("{rounded:e}");
    }
    format!("{rounded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_both_beginnings_are_written_as_iso_writes_them() {
        let date = Shown::built_in(14);
        for (number, late, text) in [
            (43439.0, false, "2018-12-05"),
            (41977.0, true, "2018-12-05"),
            (1.0, false, "1900-01-01"),
            (59.0, false, "1900-02-28"),
            (60.0, false, "60"),
            (61.0, false, "1900-03-01"),
            (0.0, true, "1904-01-01"),
            (-1.0, false, "-1"),
            (2_958_465.0, false, "9999-12-31"),
            (1e9, false, "1000000000"),
            (43439.75, false, "2018-12-05"),
        ] {
            assert_eq!(date.text(number, late), text, "{number} {late}");
        }
        assert_eq!(Shown::built_in(22).text(43439.75, false), "2018-12-05 18:00");
        assert_eq!(Shown::built_in(20).text(0.75, false), "18:00");
        assert_eq!(Shown::built_in(46).text(1.75, false), "42:00");
        assert_eq!(Shown::built_in(17).text(43439.0, false), "2018-12");
        assert_eq!(Shown::built_in(16).text(43439.0, false), "5-Dec");
    }

    #[test]
    fn a_format_is_understood_by_what_it_shows() {
        for (code, text) in [
            ("General", "43439.5"),
            ("0.00", "43439.5"),
            ("#,##0 \"days\"", "43439.5"),
            ("[Red]0;[Blue]-0", "43439.5"),
            ("0%", "4343950%"),
            ("0.0E+00", "43439.5"),
            ("@", "43439.5"),
            ("yyyy-mm-dd", "2018-12-05"),
            ("d\\ mmmm\\ yyyy", "2018-12-05"),
            ("[$-409]d-mmm-yy;@", "2018-12-05"),
            ("dd/mm/yyyy hh:mm", "2018-12-05 12:00"),
            ("[h]:mm", "1042548:00"),
            ("h:mm AM/PM", "12:00"),
            ("mm:ss", "12:00"),
            ("mmm yyyy", "2018-12"),
            ("yyyy", "2018"),
            ("[$€-2] #,##0.00", "43439.5"),
        ] {
            assert_eq!(Shown::of_code(code).text(43439.5, false), text, "{code}");
        }
    }

    #[test]
    fn numbers_are_written_as_a_spreadsheet_shows_them() {
        for (number, text) in [
            (1.0, "1"),
            (0.1 + 0.2, "0.3"),
            (-0.0, "0"),
            (1e15, "1000000000000000"),
            (73.27, "73.27"),
            (1e300, "1e300"),
            (f64::NAN, ""),
        ] {
            assert_eq!(plain_number(number), text);
        }
    }
}
