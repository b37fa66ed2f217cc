//! Dates as people write them: formatting and parsing.

use chrono::{DateTime, Datelike, Local, NaiveDate, NaiveTime, Timelike, Utc};

use super::message::{Message, msg};
use super::spoken::{self, Lies};
use super::{Text, day_words};
use crate::model::words::fold;
use crate::model::{Keyed, Meeting, PartialDate};

const MONTHS: [Message; 12] = [
    msg!("month-1"),
    msg!("month-2"),
    msg!("month-3"),
    msg!("month-4"),
    msg!("month-5"),
    msg!("month-6"),
    msg!("month-7"),
    msg!("month-8"),
    msg!("month-9"),
    msg!("month-10"),
    msg!("month-11"),
    msg!("month-12"),
];

/// The possible readings of a written day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenDay {
    /// This day, whatever the order of its parts.
    Day(NaiveDate),
    /// Two numbers and a year whose reading depends on which number is the day. At least one of
    /// the two readings is a day.
    Numbers {
        /// The day, if the first number is the day.
        day_first: Option<NaiveDate>,
        /// The day, if the first number is the month.
        month_first: Option<NaiveDate>,
        /// Whether the separator is a slash, which is used with either order.
        has_slash: bool,
    },
    /// A day without a year. If both parts are numbers, the first is taken as the day.
    NoYear {
        /// The month, from 1.
        month: u32,
        /// The day of the month, from 1.
        day: u32,
    },
    /// A day with a two-digit year.
    ShortYear,
    /// Not a day.
    NotADay,
}

/// A day in a four-digit year; a year with leading zeros is taken as a typing error.
fn on(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    (1000..=9999).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day)).flatten()
}

/// Eight digits in a row: `20181205`.
fn packed_day(written: &str) -> Option<NaiveDate> {
    let number: u32 = written.parse().ok().filter(|_| written.len() == 8)?;
    let year = i32::try_from(number / 10_000).ok()?;
    // In other years it is more likely to be a plain number.
    (1900..2200).contains(&year).then(|| on(year, number / 100 % 100, number % 100)).flatten()
}

fn number(part: &str) -> Option<u32> {
    let part = day_words::without_ordinal(part);
    let is_one = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    is_one.then(|| part.parse().ok()).flatten()
}

/// The form most tables use, `2018-12-05`, as a fast path.
fn plain_day(written: &str) -> Option<NaiveDate> {
    let bytes: &[u8; 10] = written.as_bytes().try_into().ok()?;
    if bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |range: std::ops::Range<usize>| {
        let digits = written.get(range).filter(|it| it.bytes().all(|it| it.is_ascii_digit()))?;
        digits.parse::<u32>().ok()
    };
    let year = i32::try_from(number(0..4)?).ok()?;
    on(year, number(5..7)?, number(8..10)?)
}

impl Text {
    /// A time zone by its offset from UTC in minutes, positive to the east.
    pub(crate) fn zone(self, offset: i16) -> String {
        let sign = if offset < 0 { '−' } else { '+' };
        let (hours, minutes) = (offset.unsigned_abs() / 60, offset.unsigned_abs() % 60);
        match (offset, minutes) {
            (0, _) => "UTC".to_owned(),
            (_, 0) => format!("UTC{sign}{hours}"),
            _ => format!("UTC{sign}{hours}:{minutes:02}"),
        }
    }

    /// A day: `5 Dec 2018`, `5 dec. 2018`.
    pub fn day(self, day: NaiveDate) -> String {
        format!("{} {} {}", day.day(), self.month(day.month0()), day.year())
    }

    /// When a meeting is or a deadline ends: its days, and the local time there as far as known.
    pub fn when(self, meeting: &Meeting) -> String {
        let mut words = self.day(meeting.date);
        if let Some(until) = meeting.until {
            words = format!("{words} – {}", self.day(until));
        }
        if let Some(time) = meeting.time {
            words = format!("{words}, {}", time.format("%H:%M"));
            let zone = meeting.own_offset().map(|offset| self.zone(offset));
            match (meeting.city, zone) {
                (Some(city), Some(zone)) => {
                    words = format!("{words} {} ({zone})", self.label(city));
                }
                (_, Some(zone)) => words = format!("{words} {zone}"),
                (_, None) => {}
            }
        }
        words
    }

    /// A date as precisely as it is known: `2013`, `Dec 2013`, `3 Dec 2013`.
    pub fn date(self, date: PartialDate) -> String {
        let first = date.first_day();
        match (date.month(), date.day()) {
            (None, _) => date.year().to_string(),
            (Some(_), None) => format!("{} {}", self.month(first.month0()), date.year()),
            (Some(_), Some(_)) => self.day(first),
        }
    }

    /// The local time of day: `14:02`.
    pub fn time(self, moment: DateTime<Utc>) -> String {
        moment.with_timezone(&Local).format("%H:%M").to_string()
    }

    /// The local day and time: `5 Dec 2018, 14:02`. Copies for others carry only the day, stored
    /// as noon exactly, and steps without names only theirs, stored as midnight here; such a moment
    /// is written as a day.
    pub(crate) fn moment(self, moment: DateTime<Utc>) -> String {
        if (moment.num_seconds_from_midnight(), moment.nanosecond()) == (12 * 60 * 60, 0) {
            return self.day(moment.date_naive());
        }
        let here = moment.with_timezone(&Local);
        let day = self.day(here.date_naive());
        if here.time() == NaiveTime::MIN {
            return day;
        }
        format!("{day}, {}", self.time(moment))
    }

    /// The short name of a month, counted from 0.
    pub fn month(self, month0: u32) -> &'static str {
        MONTHS.get(month0 as usize).map_or("", |id| self.get(*id))
    }

    /// A day as a person types it: `2018-12-05`, `5-12-2018`, `5 Dec 2018`, `today`.
    ///
    /// The day comes before the month, as in both languages. A day without a year is the most
    /// recent one, because statements are recorded soon after they are made.
    pub(crate) fn parse_day(self, typed: &str, today: NaiveDate) -> Option<NaiveDate> {
        let past = |year: i32, back: i32| year.checked_sub(back);
        self.parse(typed, (today, Lies::Back), past, |day| day <= today)
    }

    /// A future day as a person types it, such as that of a meeting. A day without a year is the
    /// next one.
    pub(crate) fn parse_coming_day(self, typed: &str, today: NaiveDate) -> Option<NaiveDate> {
        let coming = |year: i32, on: i32| year.checked_add(on);
        self.parse(typed, (today, Lies::Ahead), coming, |day| day >= today)
    }

    fn parse(
        self,
        typed: &str,
        (today, lies): (NaiveDate, Lies),
        year: impl Fn(i32, i32) -> Option<i32>,
        fits: impl Fn(NaiveDate) -> bool,
    ) -> Option<NaiveDate> {
        if let Some(day) = spoken::day(typed, today, lies) {
            return Some(day);
        }
        match self.written_day(typed) {
            WrittenDay::Day(day) => Some(day),
            WrittenDay::Numbers { day_first, .. } => day_first,
            WrittenDay::NoYear { month, day } => {
                // 29 February can be eight years away.
                let years = (0..=8).filter_map(|away| year(today.year(), away));
                let days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
                days.into_iter().find(|day| fits(*day))
            }
            WrittenDay::ShortYear | WrittenDay::NotADay => None,
        }
    }

    /// A day typed in a field that shows at once how it was understood: the first of the month if
    /// only a month is given, and the nearest such day for a two-digit year, as in `12-11-26`.
    pub(crate) fn parse_shown_day(
        self,
        typed: &str,
        today: NaiveDate,
        is_planned: bool,
    ) -> Option<NaiveDate> {
        let plain = match is_planned {
            true => self.parse_coming_day(typed, today),
            false => self.parse_day(typed, today),
        };
        let plain = plain.or_else(|| self.short_year(typed, today));
        plain.or_else(|| self.first_of_month(typed, today))
    }

    /// The first day of a month that was typed without a day, such as `2018-12` or `Dec 2018`.
    pub(crate) fn first_of_month(self, typed: &str, today: NaiveDate) -> Option<NaiveDate> {
        let date = self.parse_date(typed, today)?;
        let has_no_day = date.month().is_some() && date.day().is_none();
        has_no_day.then(|| date.first_day())
    }

    fn short_year(self, typed: &str, today: NaiveDate) -> Option<NaiveDate> {
        if self.written_day(typed) != WrittenDay::ShortYear {
            return None;
        }
        let folded = fold(typed.trim());
        let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        let [a, b, year] = parts.collect::<Vec<_>>()[..] else { return None };
        let (day, month) = self.day_and_month(a, b)?;
        let short = i32::try_from(number(year).filter(|_| year.len() == 2)?).ok()?;
        let century = today.year().div_euclid(100) * 100;
        let years = [century + short, century + short - 100, century + short + 100];
        let year = years.into_iter().min_by_key(|year| (year - today.year()).abs())?;
        on(year, month, day)
    }

    /// Every reading of a written day; the caller knows the context and decides. Words that
    /// depend on today, such as *yesterday*, are not a day here.
    pub(crate) fn written_day(self, written: &str) -> WrittenDay {
        let written = written.trim();
        if let Some(day) = plain_day(written) {
            return WrittenDay::Day(day);
        }
        let written = day_words::without_time(written);
        if let Some(day) = packed_day(written) {
            return WrittenDay::Day(day);
        }
        let folded = fold(written);
        if folded.starts_with(['-', '−', '–', '+']) {
            // A year before our era; the split below would drop its sign.
            return WrittenDay::NotADay;
        }
        let (parts, weekday) = day_words::parts(&folded);
        let parsed = match parts[..] {
            [year, month, day] if year.len() == 4 => self.whole_day(year, month, day),
            [a, b, year] if year.len() == 4 => {
                let has_slash = folded.contains(['/', '⁄', '∕']);
                self.two_and_year(a, b, year, has_slash)
            }
            [a, b, year] => {
                let short = year.len() < 4 && number(year).is_some();
                (short && self.day_and_month(a, b).is_some()).then_some(WrittenDay::ShortYear)
            }
            [a, b] => {
                let both = self.day_and_month(a, b);
                both.map(|(day, month)| WrittenDay::NoYear { month, day })
            }
            _ => None,
        };
        let parsed = parsed.unwrap_or(WrittenDay::NotADay);
        // The day of the week decides between two readings, or rules out both.
        let on_it = |day: &NaiveDate| weekday.is_none_or(|weekday| day.weekday() == weekday);
        match (parsed, weekday) {
            (WrittenDay::Day(day), Some(_)) if !on_it(&day) => WrittenDay::NotADay,
            (WrittenDay::Numbers { day_first, month_first, .. }, Some(_)) => {
                match (day_first.filter(on_it), month_first.filter(on_it)) {
                    (Some(day), None) | (None, Some(day)) => WrittenDay::Day(day),
                    (None, None) => WrittenDay::NotADay,
                    (Some(_), Some(_)) => parsed,
                }
            }
            _ => parsed,
        }
    }

    fn whole_day(self, year: &str, month: &str, day: &str) -> Option<WrittenDay> {
        let (year, month) = (year.parse().ok()?, self.parse_month(month)?);
        on(year, month, number(day)?).map(WrittenDay::Day)
    }

    fn two_and_year(self, a: &str, b: &str, year: &str, has_slash: bool) -> Option<WrittenDay> {
        let year: i32 = year.parse().ok()?;
        let on = |month, day| on(year, month, day);
        match (number(a), number(b)) {
            (Some(a), Some(b)) => match (on(b, a), on(a, b)) {
                (None, None) => None,
                (day_first, month_first) if day_first == month_first => {
                    day_first.map(WrittenDay::Day)
                }
                (day_first, month_first) => {
                    Some(WrittenDay::Numbers { day_first, month_first, has_slash })
                }
            },
            _ => {
                let (day, month) = self.day_and_month(a, b)?;
                on(month, day).map(WrittenDay::Day)
            }
        }
    }

    /// Day and month, in this order if both are numbers.
    fn day_and_month(self, a: &str, b: &str) -> Option<(u32, u32)> {
        let (day, month) = match (number(a), number(b)) {
            (Some(day), Some(month)) => (day, month),
            (Some(day), None) => (day, self.parse_month(b)?),
            (None, Some(day)) => (day, self.parse_month(a)?),
            (None, None) => return None,
        };
        // Checked in a leap year, so that 29 February is a day. The month may also come first.
        let is = |day, month| NaiveDate::from_ymd_opt(2000, month, day).is_some();
        (is(day, month) || is(month, day)).then_some((day, month))
    }

    /// A date as a person types it, or only a year, or a month and a year.
    pub(crate) fn parse_date(self, typed: &str, today: NaiveDate) -> Option<PartialDate> {
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
        // A document in one language is often retyped by a user of another. Letters that do not
        // continue the month's name may be another month: marraskuu is November.
        if part.len() < 3 {
            return None;
        }
        let short = || {
            let texts = crate::model::Language::ALL.iter().map(|language| Self::new(*language));
            let is =
                |text: Self, month0: u32| fold(text.month(month0)).trim_end_matches('.') == part;
            let mut texts = texts.flat_map(|text| (0..12).map(move |month0| (text, month0)));
            texts.find(|(text, month0)| is(*text, *month0)).map(|(_, month0)| month0)
        };
        day_words::month(part).or_else(|| short().map(|it| it + 1))
    }
}

#[cfg(test)]
mod tests;
