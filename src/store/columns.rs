//! Reading and writing the columns of a record, in the order of its table.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Utc};
use rusqlite::Row;
use rusqlite::types::{Value, ValueRef};
use uuid::Uuid;

use super::Error;
use crate::model::{Bilingual, Keyed, PartialDate, Severity, Table};

/// How a time of day is written.
const TIME: &str = "%H:%M";

/// Reads the columns of one row from left to right.
///
/// What a column holds is checked here: a value that this version does not know
/// is an [`Error::Value`] that names table and column.
pub(crate) struct Reader<'a> {
    row: &'a Row<'a>,
    table: Table,
    columns: &'static [&'static str],
    next: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(row: &'a Row<'a>, table: Table, columns: &'static [&'static str]) -> Self {
        Self { row, table, columns, next: 0 }
    }

    fn value(&mut self) -> Result<ValueRef<'a>, Error> {
        let value = self.row.get_ref(self.next)?;
        self.next += 1;
        Ok(value)
    }

    /// The error that what the last column holds is not known.
    pub(crate) fn wrong(&self) -> Error {
        Error::Value {
            table: self.table,
            column: self.columns.get(self.next.wrapping_sub(1)).copied().unwrap_or_default(),
        }
    }

    /// Passes over a column.
    pub(crate) fn skip(&mut self) {
        self.next += 1;
    }

    pub(crate) fn str(&mut self) -> Result<&'a str, Error> {
        self.value()?.as_str().map_err(|_| self.wrong())
    }

    pub(crate) fn str_or_null(&mut self) -> Result<Option<&'a str>, Error> {
        self.value()?.as_str_or_null().map_err(|_| self.wrong())
    }

    pub(crate) fn text(&mut self) -> Result<String, Error> {
        Ok(self.str()?.to_owned())
    }

    pub(crate) fn bilingual(&mut self) -> Result<Bilingual, Error> {
        Ok(Bilingual { en: self.text()?, nl: self.text()? })
    }

    pub(crate) fn id<T: From<Uuid>>(&mut self) -> Result<T, Error> {
        let text = self.str()?;
        parse_id(text).map(T::from).ok_or_else(|| self.wrong())
    }

    pub(crate) fn id_or_null<T: From<Uuid>>(&mut self) -> Result<Option<T>, Error> {
        match self.str_or_null()? {
            None => Ok(None),
            Some(text) => parse_id(text).map(|id| Some(id.into())).ok_or_else(|| self.wrong()),
        }
    }

    pub(crate) fn keyed<T: Keyed>(&mut self) -> Result<T, Error> {
        let key = self.str()?;
        T::from_key(key).ok_or_else(|| self.wrong())
    }

    pub(crate) fn keyed_or_null<T: Keyed>(&mut self) -> Result<Option<T>, Error> {
        match self.str_or_null()? {
            None => Ok(None),
            Some(key) => T::from_key(key).map(Some).ok_or_else(|| self.wrong()),
        }
    }

    pub(crate) fn day(&mut self) -> Result<NaiveDate, Error> {
        let text = self.str()?;
        parse_day(text).ok_or_else(|| self.wrong())
    }

    pub(crate) fn day_or_null(&mut self) -> Result<Option<NaiveDate>, Error> {
        match self.str_or_null()? {
            None => Ok(None),
            Some(text) => parse_day(text).map(Some).ok_or_else(|| self.wrong()),
        }
    }

    pub(crate) fn time_or_null(&mut self) -> Result<Option<NaiveTime>, Error> {
        match self.str_or_null()? {
            None => Ok(None),
            Some(text) => {
                let time = NaiveTime::parse_from_str(text, TIME).map_err(|_| self.wrong())?;
                Ok(Some(time))
            }
        }
    }

    /// A moment, to the millisecond.
    pub(crate) fn moment(&mut self) -> Result<DateTime<Utc>, Error> {
        let text = self.str()?;
        let moment = DateTime::parse_from_rfc3339(text).map_err(|_| self.wrong())?;
        Ok(moment.to_utc())
    }

    /// Minutes ahead of UTC, in the range in which they occur.
    pub(crate) fn offset(&mut self) -> Result<Option<i16>, Error> {
        let number = self.value()?.as_i64_or_null().map_err(|_| self.wrong())?;
        let offset = number.map(|number| i16::try_from(number).map_err(|_| self.wrong()));
        match offset.transpose()? {
            Some(offset) if !(-720..=840).contains(&offset) => Err(self.wrong()),
            offset => Ok(offset),
        }
    }

    pub(crate) fn partial_date(&mut self) -> Result<Option<PartialDate>, Error> {
        match self.str_or_null()? {
            None => Ok(None),
            Some(text) => PartialDate::from_str(text).map(Some).map_err(|_| self.wrong()),
        }
    }

    pub(crate) fn flag(&mut self) -> Result<bool, Error> {
        Ok(self.small()? == Some(1))
    }

    pub(crate) fn small(&mut self) -> Result<Option<u8>, Error> {
        let number = self.value()?.as_i64_or_null().map_err(|_| self.wrong())?;
        number.map(|number| u8::try_from(number).map_err(|_| self.wrong())).transpose()
    }

    pub(crate) fn severity(&mut self) -> Result<Option<Severity>, Error> {
        let number = self.small()?;
        number.map(|number| self.checked(Severity::new(number))).transpose()
    }

    pub(crate) fn number(&mut self) -> Result<i64, Error> {
        self.value()?.as_i64().map_err(|_| self.wrong())
    }

    pub(crate) fn count(&mut self) -> Result<u32, Error> {
        let number = self.number()?;
        u32::try_from(number).map_err(|_| self.wrong())
    }

    pub(crate) fn real(&mut self) -> Result<f64, Error> {
        self.value()?.as_f64().map_err(|_| self.wrong())
    }

    /// A value that a check of its own found wrong.
    pub(crate) fn checked<T>(&self, value: Option<T>) -> Result<T, Error> {
        value.ok_or_else(|| self.wrong())
    }
}

/// Collects the values of a record, in the order of its columns.
#[derive(Default)]
pub(crate) struct Writer {
    /// The values.
    pub(crate) values: Vec<Value>,
    /// Which of them are free text: nothing but a person reads them.
    pub(crate) prose: Vec<bool>,
}

impl Writer {
    /// Free text.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.push(Value::Text(text.to_owned()), true)
    }

    fn other(&mut self, value: Value) -> &mut Self {
        self.push(value, false)
    }

    fn push(&mut self, value: Value, prose: bool) -> &mut Self {
        self.values.push(value);
        self.prose.push(prose);
        self
    }

    pub(crate) fn bilingual(&mut self, text: &Bilingual) -> &mut Self {
        self.text(&text.en).text(&text.nl)
    }

    pub(crate) fn id(&mut self, id: impl Into<Uuid>) -> &mut Self {
        self.other(Value::Text(id.into().to_string()))
    }

    pub(crate) fn id_or_null<T: Into<Uuid>>(&mut self, id: Option<T>) -> &mut Self {
        self.other(id.map_or(Value::Null, |id| Value::Text(id.into().to_string())))
    }

    pub(crate) fn keyed<T: Keyed>(&mut self, value: T) -> &mut Self {
        self.other(Value::Text(value.key().to_owned()))
    }

    pub(crate) fn keyed_or_null<T: Keyed>(&mut self, value: Option<T>) -> &mut Self {
        self.other(value.map_or(Value::Null, |value| Value::Text(value.key().to_owned())))
    }

    pub(crate) fn day(&mut self, day: NaiveDate) -> &mut Self {
        self.other(Value::Text(day.to_string()))
    }

    pub(crate) fn day_or_null(&mut self, day: Option<NaiveDate>) -> &mut Self {
        self.other(day.map_or(Value::Null, |day| Value::Text(day.to_string())))
    }

    pub(crate) fn moment(&mut self, moment: DateTime<Utc>) -> &mut Self {
        self.other(Value::Text(moment.to_rfc3339_opts(SecondsFormat::Millis, true)))
    }

    pub(crate) fn time_or_null(&mut self, time: Option<NaiveTime>) -> &mut Self {
        let text = time.map(|time| Value::Text(time.format(TIME).to_string()));
        self.other(text.unwrap_or(Value::Null))
    }

    pub(crate) fn severity(&mut self, severity: Option<Severity>) -> &mut Self {
        self.integer(severity.map(|severity| severity.get().into()))
    }

    pub(crate) fn partial_date(&mut self, date: Option<PartialDate>) -> &mut Self {
        self.other(date.map_or(Value::Null, |date| Value::Text(date.to_string())))
    }

    pub(crate) fn flag(&mut self, flag: bool) -> &mut Self {
        self.integer(Some(i64::from(flag)))
    }

    pub(crate) fn integer(&mut self, number: Option<i64>) -> &mut Self {
        self.other(number.map_or(Value::Null, Value::Integer))
    }

    pub(crate) fn real(&mut self, number: f64) -> &mut Self {
        self.other(Value::Real(number))
    }
}

// Only the form that we write: anything else would let one record have two identities.
fn parse_id(text: &str) -> Option<Uuid> {
    if text.len() != 36 || text.bytes().any(|b| b.is_ascii_uppercase()) {
        return None;
    }
    Uuid::try_parse_ascii(text.as_bytes()).ok()
}

// Twice as fast as chrono's own parser, and stricter; a large dossier has a million days.
fn parse_day(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    let number = |range: std::ops::Range<usize>| {
        bytes.get(range)?.iter().try_fold(0, |sum: u32, byte| {
            byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0'))
        })
    };
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let year = i32::try_from(number(0..4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(5..7)?, number(8..10)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_strictly() {
        assert_eq!(parse_day("2018-12-05"), NaiveDate::from_ymd_opt(2018, 12, 5));
        for text in
            ["", "2018-12-5", "2018-13-05", "2018/12/05", "+018-12-05", "2018-12-05 ", "日本日本"]
        {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }

    #[test]
    fn identities_are_read_in_one_form_only() {
        let id = Uuid::now_v7();
        assert_eq!(parse_id(&id.to_string()), Some(id));
        assert_eq!(parse_id(&id.to_string().to_uppercase()), None);
        assert_eq!(parse_id(&id.simple().to_string()), None);
    }
}
