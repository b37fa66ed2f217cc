//! Reads a row of the file as the columns of a record.

use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use super::Error;
use crate::model::describe::{self, Columns, Described, InColumns};

/// Reads the columns of one row from left to right.
///
/// Values are checked: one that this version does not know is an [`Error::Value`] that names
/// table and column.
pub(crate) struct Reader<'a> {
    row: &'a Row<'a>,
    next: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(row: &'a Row<'a>) -> Self {
        Self { row, next: 0 }
    }

    /// Reads a record.
    pub(crate) fn record<T: Described>(mut self) -> Result<T, Error> {
        let record = T::read(&mut self);
        record.ok_or_else(|| self.wrong::<T>())
    }

    /// Reads a field of a record of this kind.
    pub(crate) fn field<T: Described, F: InColumns>(&mut self) -> Result<F, Error> {
        F::read(self).ok_or_else(|| self.wrong::<T>())
    }

    /// Reads a text of a record of this kind without copying it.
    pub(crate) fn str<T: Described>(&mut self) -> Result<&'a str, Error> {
        match self.value() {
            Some(ValueRef::Text(text)) => std::str::from_utf8(text).map_err(|_| self.wrong::<T>()),
            _ => Err(self.wrong::<T>()),
        }
    }

    /// An id as written, neither checked nor copied; `None` if it cannot be one.
    pub(crate) fn written(&mut self) -> Option<[u8; 36]> {
        match self.value() {
            Some(ValueRef::Text(text)) => text.try_into().ok(),
            _ => None,
        }
    }

    /// Goes back to the column read last.
    pub(crate) fn back(&mut self) {
        self.next = self.next.saturating_sub(1);
    }

    /// Skips a column.
    pub(crate) fn skip(&mut self) {
        self.next += 1;
    }

    fn value(&mut self) -> Option<ValueRef<'a>> {
        let value = self.row.get_ref(self.next).ok();
        self.next += 1;
        value
    }

    /// The error for an unknown value in the column read last.
    fn wrong<T: Described>(&self) -> Error {
        let column = self.next.checked_sub(1).and_then(|last| T::COLUMNS.get(last));
        Error::Value { table: T::TABLE, column: column.copied().unwrap_or_default() }
    }
}

impl<'a> Columns<'a> for Reader<'a> {
    fn next(&mut self) -> Option<describe::Value<'a>> {
        match self.value()? {
            ValueRef::Null => Some(describe::Value::Null),
            ValueRef::Integer(number) => Some(describe::Value::Integer(number)),
            ValueRef::Real(number) => Some(describe::Value::Real(number)),
            ValueRef::Text(text) => {
                Some(describe::Value::Text(std::str::from_utf8(text).ok()?.into()))
            }
            ValueRef::Blob(_) => None,
        }
    }
}

impl ToSql for describe::Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Real(number) => ValueRef::Real(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

impl FromSql for describe::Stored {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value {
            ValueRef::Null => Ok(Self::Null),
            ValueRef::Integer(number) => Ok(Self::Integer(number)),
            ValueRef::Real(number) => Ok(Self::Real(number)),
            ValueRef::Text(_) => Ok(Self::Text(value.as_str()?.to_owned().into())),
            // Dossiers have none; another program must have put it there.
            ValueRef::Blob(_) => Err(FromSqlError::InvalidType),
        }
    }
}
