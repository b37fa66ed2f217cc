//! The days in a column of a table.
//!
//! `12/05/2018` is a day in May to most of the world and one in December in the United States. A
//! column has one order, so it is decided for the column as a whole: if a day with slashes can
//! only be read with the day first, the column is; otherwise whoever made the table is asked.
//! With full stops and hyphens the day comes first, unless another day in the column contradicts
//! that. A day without a year or with a two-digit year is not accepted: the table may be read in
//! another year than it was made.

use chrono::NaiveDate;

use super::problems::ImportProblem;
use crate::model::DayOrder;
use crate::text::{Text, WrittenDay};

/// What has to be asked about the days of a table before it can be read.
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
            Self::Mixed { .. } => None,
        }
    }
}

/// A text somewhere in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenAt {
    /// The line in the file.
    pub line: u64,
    /// The text.
    pub written: String,
}

/// Looks through the days of a column, each with its line, for something that has to be asked.
pub(super) fn question<'a>(
    text: Text,
    column: impl Iterator<Item = (u64, std::borrow::Cow<'a, str>)>,
) -> Option<DayQuestion> {
    // The first of each kind.
    let (mut either, mut with_slash, mut day_only, mut month_only) = (None, None, None, None);
    let mut proves = false;
    for (line, written) in column {
        let WrittenDay::Numbers { day_first, month_first, has_slash } = text.written_day(&written)
        else {
            continue;
        };
        let at = || WrittenAt { line, written: written.chars().take(40).collect() };
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

/// Reads a day in a column with this order.
pub(super) fn read(text: Text, written: &str, order: DayOrder) -> Result<NaiveDate, ImportProblem> {
    match text.written_day(written) {
        WrittenDay::Day(day) => Ok(day),
        WrittenDay::Numbers { day_first, month_first, .. } => {
            let day = match order {
                DayOrder::DayFirst => day_first,
                DayOrder::MonthFirst => month_first,
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
    use super::*;

    fn ask(column: &[&str]) -> Option<DayQuestion> {
        let column = column.iter().zip(2..).map(|(written, line)| (line, (*written).into()));
        question(Text::default(), column)
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
        let Some(DayQuestion::Mixed { day_first, month_first }) =
            ask(&["5/12/2018", "31/12/2018", "12-31-2018"])
        else {
            panic!()
        };
        assert_eq!((day_first.line, month_first.line), (3, 4));
    }
}
