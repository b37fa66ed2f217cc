//! The days in a column of a table.
//!
//! `12/05/2018` is a day in May to most of the world and one in December to the United States.
//! A column is in one order, so it is decided on as a whole: where a day in it has only one
//! reading with the day first, the column has; else whoever made the table is asked. Points and
//! hyphens stand between day, month and year, in this order, unless another day in the column
//! contradicts it. A day without its year, or with two figures of it, is none: the table may be
//! read in another year than it was made.

use chrono::NaiveDate;

use super::problems::ImportProblem;
use crate::model::DayOrder;
use crate::text::{Text, WrittenDay};

/// What has to be asked about the days of a table before it can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayQuestion {
    /// Whether the day or the month comes first.
    Order {
        /// A day that tells them apart.
        example: WrittenAt,
        /// What it is with the day first, if it is a day then.
        day_first: Option<NaiveDate>,
        /// What it is with the month first.
        month_first: Option<NaiveDate>,
        /// A day of the column that is one with the month first only.
        proof: Option<WrittenAt>,
    },
    /// One day is one only with the day first, and another only with the month first.
    Mixed {
        /// With the day first.
        day_first: WrittenAt,
        /// With the month first.
        month_first: WrittenAt,
    },
}

impl DayQuestion {
    /// The likely answer, if there is an answer.
    pub fn likely(&self) -> Option<DayOrder> {
        match self {
            Self::Order { proof: None, .. } => Some(DayOrder::DayFirst),
            Self::Order { proof: Some(_), .. } => Some(DayOrder::MonthFirst),
            Self::Mixed { .. } => None,
        }
    }
}

/// What is written somewhere in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenAt {
    /// The line of the file.
    pub line: u64,
    /// What stands there.
    pub written: String,
}

/// Looks through the days of a column, each with its line, for what has to be asked.
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
        // Points and hyphens have the day first in any case, and say nothing of slashes.
        (_, None) => {
            let (example, (day_first, month_first)) = with_slash?;
            Some(DayQuestion::Order { example, day_first, month_first, proof: None })
        }
    }
}

/// Reads a day of a column that is in this order.
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
    fn a_column_that_can_be_read_in_one_way_only_is_not_asked_about() {
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
    fn a_column_in_which_the_month_may_come_first_is_asked_about_with_the_likely_answer() {
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
