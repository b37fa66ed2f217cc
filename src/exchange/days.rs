//! The days in a column of a table.
//!
//! `12/05/2018` is a day in May to most of the world and one in December in the United States. A
//! column has one order, so it is decided for the column as a whole: if a day with slashes can only
//! be read with the day first, the whole column is; otherwise the user is asked. With full stops
//! and hyphens the day comes first, unless another day in the column contradicts that. A day
//! without a year or with a two-digit year is not accepted: the table may be read in another year
//! than it was made. Serial numbers of days are asked about too, because there are two dates to
//! count from; among written days only if they are recent days, and if the written days leave
//! nothing to ask.

use chrono::{Days, NaiveDate};

use super::Sheet;
use super::problems::ImportProblem;
use crate::model::{DayOrder, PartialDate};
use crate::text::{Text, WrittenDay};

/// A question about the days of a table that must be answered before it can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayQuestion {
    /// Whether the day or the month comes first.
    Order {
        /// A day that has different readings.
        example: WrittenAt,
        /// Its reading with the day first, if there is one.
        day_first: Option<NaiveDate>,
        /// Its reading with the month first.
        month_first: Option<NaiveDate>,
        /// A day in the column that is valid only with the month first.
        proof: Option<WrittenAt>,
    },
    /// The day from which serial numbers are counted.
    Serial {
        /// A number.
        example: WrittenAt,
        /// Its day, counted since 1900.
        since_1900: NaiveDate,
        /// Its day, counted since 1904.
        since_1904: NaiveDate,
    },
    /// The column contradicts itself: one day is valid only with the day first, another only
    /// with the month first.
    Mixed {
        /// A day valid only with the day first.
        day_first: WrittenAt,
        /// A day valid only with the month first.
        month_first: WrittenAt,
    },
}

impl DayQuestion {
    /// The likely answer, if there is one.
    pub fn likely(&self) -> Option<DayOrder> {
        match self {
            Self::Order { proof: None, .. } => Some(DayOrder::DayFirst),
            Self::Order { proof: Some(_), .. } => Some(DayOrder::MonthFirst),
            Self::Serial { .. } => Some(DayOrder::Since1900),
            Self::Mixed { .. } => None,
        }
    }
}

/// The numbers taken for days among written days: those from 1945 to the end of this century.
const RECENT: std::ops::Range<u64> = 16_438..71_589;

/// A text somewhere in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenAt {
    /// The line in the file.
    pub line: u64,
    /// The index of the column, from 0.
    pub column: usize,
    /// Its heading, as written.
    pub heading: String,
    /// The text.
    pub written: String,
}

/// Searches the days of a column for something to ask.
pub(super) fn question(text: Text, sheet: &Sheet, place: usize) -> Option<DayQuestion> {
    question_of(text, sheet, place, sheet.column(place))
}

/// Searches these days of a column, each with its line, for something to ask.
pub(super) fn question_of<'a>(
    text: Text,
    sheet: &Sheet,
    place: usize,
    column: impl Iterator<Item = (u64, std::borrow::Cow<'a, str>)>,
) -> Option<DayQuestion> {
    let heading = || sheet.columns().get(place).cloned().unwrap_or_default();
    let at = |line: u64, written: &str| WrittenAt {
        line,
        column: place,
        heading: heading(),
        written: written.chars().take(40).collect(),
    };
    // The first of each kind.
    let (mut either, mut with_slash, mut day_only, mut month_only) = (None, None, None, None);
    let mut proves = false;
    // Among written days a number may be anything.
    let (mut serial, mut recent, mut other) = (None, None, false);
    for (line, written) in column {
        match self::serial(&written) {
            Some(days) => {
                if RECENT.contains(&days) {
                    recent.get_or_insert_with(|| (at(line, &written), days));
                }
                serial.get_or_insert_with(|| (at(line, &written), days));
            }
            None => other |= !written.trim().is_empty(),
        }
        let WrittenDay::Numbers { day_first, month_first, has_slash } = text.written_day(&written)
        else {
            continue;
        };
        let at = || at(line, &written);
        match (day_first, month_first) {
            (Some(_), Some(_)) => {
                let found = (day_first, month_first);
                either.get_or_insert_with(|| (at(), found));
                if has_slash {
                    with_slash.get_or_insert_with(|| (at(), found));
                }
            }
            (Some(_), None) => {
                proves |= has_slash;
                day_only.get_or_insert_with(at);
            }
            (None, _) => {
                month_only.get_or_insert_with(|| (at(), (day_first, month_first)));
            }
        }
    }
    let counting = |(example, days): (WrittenAt, u64)| {
        let [since_1900, since_1904] =
            [DayOrder::Since1900, DayOrder::Since1904].map(|it| counted(days, it));
        Some(DayQuestion::Serial { example, since_1900: since_1900?, since_1904: since_1904? })
    };
    let has_order = with_slash.is_some() || month_only.is_some();
    let found = if other { recent.filter(|_| !has_order) } else { serial };
    if let Some(found) = found {
        return counting(found);
    }
    match (day_only, month_only) {
        (Some(day_first), Some((month_first, _))) => {
            Some(DayQuestion::Mixed { day_first, month_first })
        }
        (Some(_), None) if proves => None,
        (None, Some(proof)) => {
            let (example, (day_first, month_first)) = either.unwrap_or_else(|| proof.clone());
            let proof = Some(proof.0);
            Some(DayQuestion::Order { example, day_first, month_first, proof })
        }
        // With full stops and hyphens the day comes first anyway, and they prove nothing about
        // slashes.
        (_, None) => {
            let (example, (day_first, month_first)) = with_slash?;
            Some(DayQuestion::Order { example, day_first, month_first, proof: None })
        }
    }
}

/// A day that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ReadDay {
    /// The day.
    pub day: NaiveDate,
    /// Whether only the month was written, in which case the day is the first of it.
    pub only_month: bool,
}

/// Reads a day in a column with this order.
pub(super) fn read(text: Text, written: &str, order: DayOrder) -> Result<ReadDay, ImportProblem> {
    if let Some(day) = serial(written).and_then(|days| counted(days, order)) {
        return Ok(ReadDay { day, only_month: false });
    }
    match day(text, written, order) {
        Ok(day) => Ok(ReadDay { day, only_month: false }),
        Err(problem) => {
            let first = month(text, written).ok_or(problem)?;
            Ok(ReadDay { day: first, only_month: true })
        }
    }
}

/// The serial number of a day in a spreadsheet, without the time of day. Five digits cover 1927 to
/// 2173.
fn serial(written: &str) -> Option<u64> {
    let written = written.trim();
    let (days, time) = written.split_once(['.', ',']).unwrap_or((written, ""));
    let digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    (days.len() == 5 && digits(days) && digits(time)).then(|| days.parse().ok()).flatten()
}

/// The day with this serial number; `None` if the order does not say how to count.
fn counted(days: u64, order: DayOrder) -> Option<NaiveDate> {
    // Spreadsheets count 29 February 1900, which did not exist, so they begin a day earlier.
    let from = match order {
        DayOrder::Since1900 => NaiveDate::from_ymd_opt(1899, 12, 30),
        DayOrder::Since1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
        DayOrder::DayFirst | DayOrder::MonthFirst => None,
    };
    from?.checked_add_days(Days::new(days))
}

/// The first day of a month, if only a month and a year were written.
fn month(text: Text, written: &str) -> Option<NaiveDate> {
    if written.trim_start().starts_with(['-', '−', '–', '+']) {
        // A year before our era.
        return None;
    }
    let parts = written.split(|c: char| c.is_whitespace() || matches!(c, '.' | '/' | '-'));
    let mut parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.retain(|part| !matches!(*part, "de" | "del" | "of"));
    // The year may come first.
    let written = match parts[..] {
        [year, month] if year.len() == 4 && year.bytes().all(|it| it.is_ascii_digit()) => {
            format!("{month} {year}")
        }
        _ => parts.join(" "),
    };
    let date: PartialDate = text.parse_date(&written, NaiveDate::default())?;
    (date.month().is_some() && date.day().is_none()).then(|| date.first_day())
}

fn day(text: Text, written: &str, order: DayOrder) -> Result<NaiveDate, ImportProblem> {
    match text.written_day(written) {
        WrittenDay::Day(day) => Ok(day),
        WrittenDay::Numbers { day_first, month_first, has_slash } => {
            let day = match order {
                DayOrder::DayFirst => day_first,
                DayOrder::MonthFirst => month_first,
                // The order of such days is unknown, so a slash says nothing.
                DayOrder::Since1900 | DayOrder::Since1904 => {
                    if month_first.is_some() && (has_slash || day_first.is_none()) {
                        None
                    } else {
                        day_first
                    }
                }
            };
            day.ok_or(ImportProblem::NotADate)
        }
        WrittenDay::NoYear { .. } => Err(ImportProblem::NoYear),
        WrittenDay::ShortYear => Err(ImportProblem::ShortYear),
        WrittenDay::NotADay => Err(ImportProblem::NotADate),
    }
}

#[cfg(test)]
mod tests {
    use super::super::read_sheet;
    use super::*;

    fn ask(column: &[&str]) -> Option<DayQuestion> {
        let rows: String = column.iter().map(|day| format!("x\t{day}\n")).collect();
        let sheet = read_sheet(format!("party\tWhen\n{rows}").as_bytes()).unwrap();
        question(Text::default(), &sheet, 1)
    }

    #[test]
    fn a_column_with_only_one_reading_is_not_asked_about() {
        for column in [
            &["2018-12-05", "5 Dec 2018", "Dec 5, 2018", "5/5/2018", "", "2018/12/05"][..],
            &["12/05/2018", "31/12/2018"],
            &["05-12-2018", "5.12.2018"],
            &["5-Dec", "3/4", "nonsense"],
        ] {
            assert_eq!(ask(column), None, "{column:?}");
        }
    }

    #[test]
    fn days_are_read_as_people_and_spreadsheets_write_them() {
        let read = |written: &str, order| read(Text::default(), written, order);
        for (written, order, day, only_month) in [
            ("2018-12-05", DayOrder::DayFirst, "2018-12-05", false),
            ("5 Dec 2018", DayOrder::DayFirst, "2018-12-05", false),
            ("5 dec. 2018", DayOrder::DayFirst, "2018-12-05", false),
            ("5/12/2018", DayOrder::DayFirst, "2018-12-05", false),
            ("5/12/2018", DayOrder::MonthFirst, "2018-05-12", false),
            ("2018-12", DayOrder::DayFirst, "2018-12-01", true),
            ("dec. 2018", DayOrder::DayFirst, "2018-12-01", true),
            ("43439", DayOrder::Since1900, "2018-12-05", false),
            ("43439", DayOrder::Since1904, "2022-12-06", false),
            ("43439.75", DayOrder::Since1900, "2018-12-05", false),
            ("5.12.2018", DayOrder::Since1900, "2018-12-05", false),
            ("12/2018", DayOrder::DayFirst, "2018-12-01", true),
            ("12-2018", DayOrder::MonthFirst, "2018-12-01", true),
            ("2018/12", DayOrder::DayFirst, "2018-12-01", true),
            ("Dezember 2018", DayOrder::DayFirst, "2018-12-01", true),
            ("diciembre de 2018", DayOrder::DayFirst, "2018-12-01", true),
        ] {
            let day = day.parse().unwrap();
            assert_eq!(read(written, order), Ok(ReadDay { day, only_month }), "{written}");
        }
        for written in ["43439", "2018", "12", "434390", "13/2018", "-12-2018", "12/18"] {
            assert!(read(written, DayOrder::DayFirst).is_err(), "{written}");
        }
        assert!(read("5/12/2018", DayOrder::Since1900).is_err(), "it is not known which");
    }

    #[test]
    fn a_column_with_two_readings_is_asked_about_with_the_likely_answer() {
        for (column, line, likely) in [
            (&["12/05/2018", "12/31/2018"][..], 2, Some(DayOrder::MonthFirst)),
            (&["12/31/2018", "05-12-2018"], 3, Some(DayOrder::MonthFirst)),
            (&["5/5/2018", "12/31/2018"], 3, Some(DayOrder::MonthFirst)),
            (&["5.12.2018", "5/12/2018"], 3, Some(DayOrder::DayFirst)),
            (&["31-12-2018", "5/12/2018"], 3, Some(DayOrder::DayFirst)),
        ] {
            let question = ask(column).unwrap();
            assert_eq!(question.likely(), likely, "{column:?}");
            let DayQuestion::Order { example, .. } = question else { panic!() };
            assert_eq!(example.line, line, "{column:?}");
        }
        for column in [
            &["43439"][..],
            &["43439", "", "43440.5"],
            // Among days that leave nothing else to ask.
            &["2018-12-05", "12345", "43439", "5 Dec 2018", "5.12.2018"],
        ] {
            let Some(question) = ask(column) else { panic!("{column:?}") };
            assert_eq!(question.likely(), Some(DayOrder::Since1900));
            let DayQuestion::Serial { since_1900, since_1904, .. } = question else { panic!() };
            let days = [since_1900, since_1904].map(|day| day.to_string());
            assert_eq!(days, ["2018-12-05", "2022-12-06"]);
        }
        assert_eq!(ask(&["12345", "2018-12-05"]), None, "it may be any number");
        assert_eq!(ask(&["31/12/2018", "5/12/2018", "43439"]), None, "the order is certain");
        let Some(DayQuestion::Mixed { day_first, month_first }) =
            ask(&["5/12/2018", "31/12/2018", "12-31-2018"])
        else {
            panic!()
        };
        assert_eq!((day_first.line, month_first.line), (3, 4));
    }
}
