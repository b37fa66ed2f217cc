//! Dates as people write them, out and in.

use chrono::{DateTime, Datelike, Days, Local, NaiveDate, Timelike, Utc};

use super::Text;
use crate::model::PartialDate;
use crate::model::words::fold;

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

impl Text {
    /// A day: `5 Dec 2018`, `5 dec. 2018`.
    pub fn day(self, day: NaiveDate) -> String {
        format!("{} {} {}", day.day(), self.month(day.month0()), day.year())
    }

    /// A date as precise as it is known: `2013`, `Dec 2013`, `3 Dec 2013`.
    pub fn date(self, date: PartialDate) -> String {
        let first = date.first_day();
        match (date.month(), date.day()) {
            (None, _) => date.year().to_string(),
            (Some(_), None) => format!("{} {}", self.month(first.month0()), date.year()),
            (Some(_), Some(_)) => self.day(first),
        }
    }

    /// The time of day here: `14:02`.
    pub fn time(self, moment: DateTime<Utc>) -> String {
        moment.with_timezone(&Local).format("%H:%M").to_string()
    }

    /// Day and time here: `5 Dec 2018, 14:02`. Of what came in a copy for others only the day
    /// is known, and the moment is noon of it sharp.
    pub fn moment(self, moment: DateTime<Utc>) -> String {
        if (moment.num_seconds_from_midnight(), moment.nanosecond()) == (12 * 60 * 60, 0) {
            return self.day(moment.date_naive());
        }
        let day = moment.with_timezone(&Local).date_naive();
        format!("{}, {}", self.day(day), self.time(moment))
    }

    /// The name of a month in short, counted from 0.
    pub fn month(self, month0: u32) -> &'static str {
        MONTHS.get(month0 as usize).map_or("", |id| self.get(id))
    }

    /// A day as a person types it: `2018-12-05`, `5-12-2018`, `5 Dec 2018`, `today`.
    ///
    /// Day before month, as both languages have it.
    pub fn parse_day(self, typed: &str, today: NaiveDate) -> Option<NaiveDate> {
        let typed = fold(typed.trim());
        for (id, offset) in [("date-today", 0), ("date-yesterday", 1)] {
            if typed == fold(self.get(id)) {
                return today.checked_sub_days(Days::new(offset));
            }
        }
        let parts: Vec<_> =
            typed.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
        let number = |part: &str| part.parse::<u32>().ok();
        let year = |part: &str| (part.len() == 4).then(|| part.parse::<i32>().ok()).flatten();
        let (year, month, day) = match parts[..] {
            [a, b, c] if a.len() == 4 => (year(a)?, self.parse_month(b)?, number(c)?),
            [a, b, c] => (year(c)?, self.parse_month(b)?, number(a)?),
            [a, b] => (today.year(), self.parse_month(b)?, number(a)?),
            _ => return None,
        };
        NaiveDate::from_ymd_opt(year, month, day)
    }

    /// A date as a person types it, or only its year, or its month and year.
    pub fn parse_date(self, typed: &str, today: NaiveDate) -> Option<PartialDate> {
        let typed = typed.trim();
        if let Ok(date) = typed.parse() {
            return Some(date);
        }
        if let Some((month, year)) = typed.split_once(' ') {
            let year = year.trim();
            if let (Some(month), 4) = (self.parse_month(&fold(month)), year.len()) {
                return format!("{year}-{month:02}").parse().ok();
            }
        }
        self.parse_day(typed, today).map(PartialDate::from)
    }

    fn parse_month(self, part: &str) -> Option<u32> {
        if let Ok(number) = part.parse() {
            return Some(number);
        }
        // The first three letters tell the months apart in either language; a document in the
        // one is often typed over by a user of the other. Only maart is short for mrt.
        let start: String = part.chars().take(3).collect();
        let start = if start == "maa" { "mrt".to_owned() } else { start };
        let is = |text: Self, month0: &u32| fold(text.month(*month0)).starts_with(&start);
        let other = Self::new(match self.language() {
            crate::model::Language::English => crate::model::Language::Dutch,
            crate::model::Language::Dutch => crate::model::Language::English,
        });
        (part.len() >= 3)
            .then(|| (0..12).find(|month| is(self, month) || is(other, month)))?
            .map(|month0| month0 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_written_in_the_language_of_the_reader() {
        let (en, nl) = (Text::new(Language::English), Text::new(Language::Dutch));
        assert_eq!(en.day(day("2018-12-05")), "5 Dec 2018");
        assert_eq!(nl.day(day("2018-12-05")), "5 dec. 2018");
        assert_eq!(nl.day(day("2018-05-31")), "31 mei 2018");
        assert_eq!(en.date("2013-12".parse().unwrap()), "Dec 2013");
        assert_eq!(en.date("2013".parse().unwrap()), "2013");
    }

    #[test]
    fn of_a_moment_in_a_copy_for_others_only_the_day_is_written() {
        let text = Text::new(Language::English);
        let moment = |written: &str| text.moment(written.parse().unwrap());
        assert_eq!(moment("2026-01-02T12:00:00Z"), "2 Jan 2026");
        assert!(moment("2026-01-02T12:00:00.001Z").starts_with("2 Jan 2026, "));
    }

    #[test]
    fn what_is_written_can_be_typed() {
        let today = day("2026-11-21");
        for language in [Language::English, Language::Dutch] {
            let text = Text::new(language);
            for month in 1..=12 {
                let date = NaiveDate::from_ymd_opt(2018, month, 9).unwrap();
                assert_eq!(text.parse_day(&text.day(date), today), Some(date));
            }
            for typed in ["2018-12-05", "5-12-2018", "05/12/2018", "5 december 2018", "5 Dec. 2018"]
            {
                assert_eq!(text.parse_day(typed, today), Some(day("2018-12-05")), "{typed}");
            }
            assert_eq!(text.parse_day("5 mar", today), Some(day("2026-03-05")));
            assert_eq!(text.parse_day("5 mrt", today), Some(day("2026-03-05")));
            for typed in ["", "december", "31-2-2018", "5-12-18", "5 xyz 2018", "12"] {
                assert_eq!(text.parse_day(typed, today), None, "{typed}");
            }
            assert_eq!(text.parse_date("Dec 2013", today), "2013-12".parse().ok());
            assert_eq!(text.parse_date(" 2013 ", today), "2013".parse().ok());
        }
        assert_eq!(Text::default().parse_day("today", today), Some(today));
    }
}
