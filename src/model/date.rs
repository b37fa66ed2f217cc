//! Dates known to the day, to the month, or only to the year.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::keyed;

keyed! {
    /// How the numbers in a column of days are read: which comes first in a day such as
    /// `5/12/2018`, or from which year a spreadsheet counts its days.
    pub enum DayOrder as "day-order" {
        /// The day, as in most of the world.
        DayFirst = "dmy",
        /// The month, as in the United States.
        MonthFirst = "mdy",
        /// Days counted since 1900, as most spreadsheets do.
        Since1900 = "1900",
        /// Days counted since 1904, as older Apple spreadsheets do.
        Since1904 = "1904",
    }
}

impl DayOrder {
    /// Whether days are counted, as in spreadsheets, rather than written out.
    pub fn is_count(self) -> bool {
        matches!(self, Self::Since1900 | Self::Since1904)
    }
}

/// A date as precise as its source gives it: `2013`, `2013-12` or `2013-12-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
}

impl PartialDate {
    /// The first day it can mean.
    pub(crate) fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
            .unwrap_or_default()
    }

    /// The last day it can mean.
    pub(crate) fn last_day(self) -> NaiveDate {
        let first = self.first_day();
        let months = match (self.month, self.day) {
            (_, Some(_)) => return first,
            (Some(_), None) => 1,
            (None, None) => 12,
        };
        first
            .checked_add_months(Months::new(months))
            .and_then(|next| next.checked_sub_days(Days::new(1)))
            .unwrap_or(first)
    }

    /// Whether every day that another date can mean is also one that this can mean.
    pub(crate) fn covers(self, other: Self) -> bool {
        self.first_day() <= other.first_day() && other.last_day() <= self.last_day()
    }

    /// Whether both can mean the same day.
    pub(crate) fn may_be(self, other: Self) -> bool {
        self.covers(other) || other.covers(self)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12, if it is known.
    pub fn month(self) -> Option<u32> {
        self.month
    }

    /// The day of the month, 1 to 31, if it is known.
    pub fn day(self) -> Option<u32> {
        self.day
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(date: NaiveDate) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// The text is not a year, month or day in the form `2013-12-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date of the form 2013, 2013-12 or 2013-12-03")]
pub struct NotADate;

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<u32>().map(Some).map_err(|_| NotADate)
            }
            Some(_) => Err(NotADate),
        };
        let year = number(4)?.and_then(|year| i32::try_from(year).ok()).ok_or(NotADate)?;
        let (month, day) = (number(2)?, number(2)?);
        if parts.next().is_some() {
            return Err(NotADate);
        }
        NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1)).ok_or(NotADate)?;
        Ok(Self { year, month, day })
    }
}

impl serde::Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> (String, String) {
        let date: PartialDate = text.parse().unwrap();
        assert_eq!(date.to_string(), text);
        (date.first_day().to_string(), date.last_day().to_string())
    }

    #[test]
    fn a_partial_date_spans_all_the_days_it_can_mean() {
        assert_eq!(span("2013"), ("2013-01-01".into(), "2013-12-31".into()));
        assert_eq!(span("2016-02"), ("2016-02-01".into(), "2016-02-29".into()));
        assert_eq!(span("2018-12-05"), ("2018-12-05".into(), "2018-12-05".into()));
    }

    #[test]
    fn what_is_not_a_date_is_refused() {
        for text in ["", "13", "2013-13", "2013-02-30", "2013-1-1", "2013-01-01-01", "+013", "５"]
        {
            assert_eq!(text.parse::<PartialDate>(), Err(NotADate), "{text}");
        }
    }
}
