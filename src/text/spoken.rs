//! Days and times as people say them: *yesterday*, *vorige week*, *maandag*, *18u*, *6 pm*.
//!
//! Both languages are understood in either, because many people write in one and think in the
//! other.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};

use crate::model::words::fold_line;

/// The direction in which to look for a day named without one, such as *Monday*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lies {
    /// On or before today.
    Back,
    /// On or after today.
    Ahead,
}

/// Words for a day this many days from today.
const NEAR: [(&str, i64); 14] = [
    ("today", 0),
    ("vandaag", 0),
    ("nu", 0),
    ("now", 0),
    ("yesterday", -1),
    ("gisteren", -1),
    ("day before yesterday", -2),
    ("eergisteren", -2),
    ("tomorrow", 1),
    ("morgen", 1),
    ("day after tomorrow", 2),
    ("overmorgen", 2),
    ("a week ago", -7),
    ("een week geleden", -7),
];

/// The words for a past day or week, and those for a coming one.
const BACK: [&str; 5] = ["last", "vorige", "afgelopen", "previous", "jongstleden"];
const AHEAD: [&str; 4] = ["next", "volgende", "komende", "coming"];

const WEEKDAYS: [(&str, &str, Weekday); 7] = [
    ("monday", "maandag", Weekday::Mon),
    ("tuesday", "dinsdag", Weekday::Tue),
    ("wednesday", "woensdag", Weekday::Wed),
    ("thursday", "donderdag", Weekday::Thu),
    ("friday", "vrijdag", Weekday::Fri),
    ("saturday", "zaterdag", Weekday::Sat),
    ("sunday", "zondag", Weekday::Sun),
];

/// The day meant by words that depend on today; `None` if they mean none.
pub(super) fn day(typed: &str, today: NaiveDate, lies: Lies) -> Option<NaiveDate> {
    let folded = fold_line(typed);
    let words: Vec<&str> = folded.split_whitespace().filter(|it| *it != "the").collect();
    let said = words.join(" ");
    if let Some((_, days)) = NEAR.iter().find(|(words, _)| *words == said) {
        return away(today, *days);
    }
    match words[..] {
        [day] => weekday(day, today, lies),
        [which, day] => {
            let lies = match which {
                it if BACK.contains(&it) => Lies::Back,
                it if AHEAD.contains(&it) => Lies::Ahead,
                _ => return None,
            };
            let sign = if lies == Lies::Back { -1 } else { 1 };
            match day {
                "week" => away(today, 7 * sign),
                // Today's weekday with a direction means that of another week.
                _ => weekday(day, away(today, sign)?, lies),
            }
        }
        [number, unit, "ago" | "geleden"] => {
            let number: i64 = number.parse().ok().filter(|it| (0..10_000).contains(it))?;
            let days = match unit {
                "day" | "days" | "dag" | "dagen" => 1,
                "week" | "weeks" | "weken" => 7,
                _ => return None,
            };
            away(today, -number * days)
        }
        _ => None,
    }
}

fn away(today: NaiveDate, days: i64) -> Option<NaiveDate> {
    let by = Days::new(days.unsigned_abs());
    if days < 0 { today.checked_sub_days(by) } else { today.checked_add_days(by) }
}

/// The nearest such day of the week, today included.
fn weekday(named: &str, today: NaiveDate, lies: Lies) -> Option<NaiveDate> {
    // Two letters name a day in Dutch, three in English.
    let begins = |name: &str, least: usize| named.len() >= least && name.starts_with(named);
    let is = |(en, nl, _): &&(&str, &str, Weekday)| begins(en, 3) || begins(nl, 2);
    let mut meant = WEEKDAYS.iter().filter(is).map(|it| it.2);
    let (weekday, None) = (meant.next()?, meant.next()) else { return None };
    let now = i64::from(today.weekday().num_days_from_monday());
    let then = i64::from(weekday.num_days_from_monday());
    away(
        today,
        match lies {
            Lies::Back => -(now - then).rem_euclid(7),
            Lies::Ahead => (then - now).rem_euclid(7),
        },
    )
}

/// A time of day: `18:00`, `18.30`, `1830`, `18u`, `18h30`, `6 pm`; `None` if it cannot be read.
pub(crate) fn time(typed: &str) -> Option<NaiveTime> {
    let folded = fold_line(typed);
    let plain: String = folded.chars().filter(|it| !it.is_whitespace()).collect();
    let plain = plain.trim_end_matches("uur").trim_end_matches("hrs");
    let (plain, half) = match plain {
        it if it.ends_with("am") => (it.trim_end_matches("am"), Some(0)),
        it if it.ends_with("pm") => (it.trim_end_matches("pm"), Some(12)),
        it => (it, None),
    };
    let (hour, minute) = match plain.find([':', '.', 'u', 'h']) {
        Some(at) => plain.split_at(at),
        None if plain.len() == 4 => plain.split_at_checked(2)?,
        None => (plain, ""),
    };
    let minute = minute.trim_start_matches([':', '.', 'u', 'h']);
    let number = |part: &str| -> Option<u32> {
        let is_one = (1..=2).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit());
        is_one.then(|| part.parse().ok()).flatten()
    };
    let hour = number(hour)?;
    let minute = if minute.is_empty() { 0 } else { number(minute)? };
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(half) => hour % 12 + half,
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_depend_on_today_are_understood_in_either_language() {
        // A Friday.
        let today = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
        for (typed, expected) in [
            ("today", "2026-11-27"),
            ("Gisteren", "2026-11-26"),
            ("eergisteren", "2026-11-25"),
            ("the day before yesterday", "2026-11-25"),
            ("morgen", "2026-11-28"),
            ("vorige week", "2026-11-20"),
            ("next week", "2026-12-04"),
            ("monday", "2026-11-23"),
            ("vr", "2026-11-27"),
            ("last friday", "2026-11-20"),
            ("komende vrijdag", "2026-12-04"),
            ("3 dagen geleden", "2026-11-24"),
            ("2 weeks ago", "2026-11-13"),
        ] {
            let found = day(typed, today, Lies::Back);
            assert_eq!(found, expected.parse().ok(), "{typed}");
        }
        assert_eq!(day("maandag", today, Lies::Ahead), "2026-11-30".parse().ok());
        for nothing in ["", "z", "t", "last", "3 apples ago", "someday", "99999 days ago"] {
            assert_eq!(day(nothing, today, Lies::Back), None, "{nothing}");
        }
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for (typed, expected) in [
            ("18:00", "18:00"),
            ("9.30", "09:30"),
            ("18u", "18:00"),
            ("18u30", "18:30"),
            ("18 uur", "18:00"),
            ("18h15", "18:15"),
            ("6 pm", "18:00"),
            ("12 am", "00:00"),
            ("12:15pm", "12:15"),
            ("1830", "18:30"),
            ("7", "07:00"),
        ] {
            let found = time(typed).map(|it| it.format("%H:%M").to_string());
            assert_eq!(found.as_deref(), Some(expected), "{typed}");
        }
        for nothing in ["", "25:00", "18:75", "13 pm", "noon", "18:00:00", "-3", "18é"] {
            assert_eq!(time(nothing), None, "{nothing}");
        }
    }
}
