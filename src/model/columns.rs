//! How the types of fields are stored in columns of the file.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Utc};
use uuid::Uuid;

use super::describe::{Columns, Holds, InColumns, LetsGo, Names, New, Value};
use super::{
    Aim, Ballot, Bilingual, Bindingness, Camp, Certainty, City, Decided, Fate, Forum, GroupId,
    GroupKind, Instruction, Keyed, Marking, MeasureKind, MeetingKind, Obstacle, ParagraphKind,
    ParagraphStatus, PartialDate, PartyId, PartyKind, PollKind, Procedure, RecordId, RemedyKind,
    RemedyStatus, Scope, Severity, Side, SilenceOutcome, SlideKind, SourceKind, Speaker, Stance,
    Status, Table, Trust,
};

/// How a time of day is written.
const TIME: &str = "%H:%M";

impl InColumns for String {
    const HOLDS: &'static [Holds] = &[Holds::Prose];

    fn read<'a>(columns: &mut impl Columns<'a>) -> Option<Self> {
        columns.text().map(Cow::into_owned)
    }

    fn write<'a>(&'a self, to: &mut Vec<Value<'a>>) {
        to.push(Value::text(self));
    }
}

impl InColumns for Bilingual {
    const HOLDS: &'static [Holds] = &[Holds::Prose, Holds::Prose];

    fn read<'a>(columns: &mut impl Columns<'a>) -> Option<Self> {
        Some(Self { en: String::read(columns)?, nl: String::read(columns)? })
    }

    fn write<'a>(&'a self, to: &mut Vec<Value<'a>>) {
        to.extend([Value::text(&self.en), Value::text(&self.nl)]);
    }
}

/// One column for each text.
impl<const N: usize> InColumns for [String; N] {
    const HOLDS: &'static [Holds] = &[Holds::Prose; N];

    fn read<'a>(columns: &mut impl Columns<'a>) -> Option<Self> {
        let mut texts = [const { String::new() }; N];
        for text in &mut texts {
            *text = String::read(columns)?;
        }
        Some(texts)
    }

    fn write<'a>(&'a self, to: &mut Vec<Value<'a>>) {
        to.extend(self.iter().map(|text| Value::text(text)));
    }
}

/// One column for each number.
impl<const N: usize> InColumns for [u32; N] {
    const HOLDS: &'static [Holds] = &[Holds::Number; N];

    fn read<'a>(columns: &mut impl Columns<'a>) -> Option<Self> {
        let mut numbers = [0; N];
        for number in &mut numbers {
            *number = u32::read(columns)?;
        }
        Some(numbers)
    }

    fn write<'a>(&'a self, to: &mut Vec<Value<'a>>) {
        to.extend(self.iter().map(|number| Value::Integer((*number).into())));
    }
}

/// A type stored in one column, which may be empty for an `Option`.
///
/// `$kind` says what the column holds, `$read` makes the type from a value, and `$write` a value
/// from the type.
macro_rules! one_column {
    ($( $type:ty: $holds:expr, $read:expr, $write:expr; )+) => { $(
        impl InColumns for $type {
            const HOLDS: &'static [Holds] = &[$holds];

            fn read<'a>(columns: &mut impl Columns<'a>) -> Option<Self> {
                let read: fn(Value<'a>) -> Option<Self> = $read;
                read(columns.next()?)
            }

            fn write<'a>(&'a self, to: &mut Vec<Value<'a>>) {
                let write: fn(&$type) -> Value<'static> = $write;
                to.push(write(self));
            }
        }

        impl InColumns for Option<$type> {
            const HOLDS: &'static [Holds] = &[$holds];

            fn read<'a>(columns: &mut impl Columns<'a>) -> Option<Self> {
                let read: fn(Value<'a>) -> Option<$type> = $read;
                match columns.next()? {
                    Value::Null => Some(None),
                    value => read(value).map(Some),
                }
            }

            fn write<'a>(&'a self, to: &mut Vec<Value<'a>>) {
                let write: fn(&$type) -> Value<'static> = $write;
                to.push(self.as_ref().map_or(Value::Null, write));
            }
        }
    )+ };
}
pub(super) use one_column;

one_column! {
    bool: Holds::Flag,
        |value| integer(&value).map(|number| number == 1),
        |flag| Value::Integer((*flag).into());
    u8: Holds::Number,
        |value| integer(&value)?.try_into().ok(),
        |number| Value::Integer((*number).into());
    u32: Holds::Number,
        |value| integer(&value)?.try_into().ok(),
        |number| Value::Integer((*number).into());
    // Minutes ahead of UTC; the bounds are the offsets in use, −12:00 to +14:00.
    i16: Holds::Offset,
        |value| integer(&value)?.try_into().ok().filter(|offset| (-720..=840).contains(offset)),
        |minutes| Value::Integer((*minutes).into());
    f64: Holds::Number,
        |value| match value {
            Value::Real(number) => Some(number),
            Value::Null | Value::Integer(_) | Value::Text(_) => None,
        },
        |number| Value::Real(*number);
    Severity: Holds::Step("severity"),
        |value| Severity::new(integer(&value)?.try_into().ok()?),
        |severity| Value::Integer(severity.get().into());
    Trust: Holds::Step("trust"),
        |value| Trust::from_number(integer(&value)?),
        |trust| Value::Integer(trust.number().into());
    NaiveDate: Holds::Date,
        |value| parse_day(text(&value)?),
        |day| Value::Text(day.to_string().into());
    PartialDate: Holds::Date,
        |value| text(&value)?.parse().ok(),
        |date| Value::Text(date.to_string().into());
    NaiveTime: Holds::Time,
        |value| NaiveTime::parse_from_str(text(&value)?, TIME).ok(),
        |time| Value::Text(time.format(TIME).to_string().into());
    // To the millisecond.
    DateTime<Utc>: Holds::Moment,
        |value| DateTime::parse_from_rfc3339(text(&value)?).ok().map(|moment| moment.to_utc()),
        |moment| Value::Text(moment.to_rfc3339_opts(SecondsFormat::Millis, true).into());
}

/// The closed lists that a field can take a value from, stored as its key.
macro_rules! keys {
    ($( $list:ident )+) => { one_column! { $(
        $list: Holds::Key(<$list as Keyed>::NAME),
            |value| $list::from_key(text(&value)?),
            |it| Value::text(it.key());
    )+ }
        /// The keys of the closed list with this name, as a column can hold them.
        pub(crate) fn keys_of(list: &str) -> Vec<&'static str> {
            fn keys<T: Keyed>() -> Vec<&'static str> {
                T::ALL.iter().map(|value| value.key()).collect()
            }
            match list {
                Table::NAME => keys::<Table>(),
                $( $list::NAME => keys::<$list>(), )+
                _ => Vec::new(),
            }
        }
    };
}

keys! {
    Aim Ballot Bindingness Camp Certainty City Decided Fate Forum GroupKind Instruction Marking MeasureKind
    MeetingKind Obstacle ParagraphKind ParagraphStatus PartyKind PollKind Procedure RemedyKind RemedyStatus Scope Side SilenceOutcome
    SlideKind SourceKind Stance Status
}

fn integer(value: &Value<'_>) -> Option<i64> {
    match value {
        Value::Integer(number) => Some(*number),
        Value::Null | Value::Real(_) | Value::Text(_) => None,
    }
}

pub(super) fn text<'v>(value: &'v Value<'_>) -> Option<&'v str> {
    match value {
        Value::Text(text) => Some(text),
        Value::Null | Value::Integer(_) | Value::Real(_) => None,
    }
}

/// A party or a group: one column for each, of which exactly one is filled in.
impl InColumns for Speaker {
    const HOLDS: &'static [Holds] = &[Holds::Id(Table::Parties), Holds::Id(Table::Groups)];

    fn read<'a>(columns: &mut impl Columns<'a>) -> Option<Self> {
        match (Option::<PartyId>::read(columns)?, Option::<GroupId>::read(columns)?) {
            (Some(party), None) => Some(Self::Party(party)),
            (None, Some(group)) => Some(Self::Group(group)),
            (Some(_), Some(_)) | (None, None) => None,
        }
    }

    fn write<'a>(&'a self, to: &mut Vec<Value<'a>>) {
        let id = |id: Option<Uuid>| id.map_or(Value::Null, |id| Value::Text(id.to_string().into()));
        to.extend([id(self.party().map(Into::into)), id(self.group().map(Into::into))]);
    }
}

impl Names for Speaker {
    fn each(&self, found: &mut dyn FnMut(usize, RecordId)) {
        match self {
            Self::Party(id) => found(0, (*id).into()),
            Self::Group(id) => found(1, (*id).into()),
        }
    }

    fn rename(&mut self, new: &mut New<'_>) {
        match self {
            Self::Party(id) => id.rename(new),
            Self::Group(id) => id.rename(new),
        }
    }
}

/// A record of any table: its table, then its identity.
impl InColumns for RecordId {
    const HOLDS: &'static [Holds] = &[Holds::Key(Table::NAME), Holds::IdInTable];

    fn read<'a>(columns: &mut impl Columns<'a>) -> Option<Self> {
        let table = Table::from_key(&columns.text()?)?;
        Some(Self { table, id: parse_id(&columns.text()?)? })
    }

    fn write<'a>(&'a self, to: &mut Vec<Value<'a>>) {
        to.extend([Value::text(self.table.key()), Value::Text(self.id.to_string().into())]);
    }
}

impl Names for RecordId {
    fn each(&self, found: &mut dyn FnMut(usize, RecordId)) {
        found(1, *self);
    }

    fn rename(&mut self, new: &mut New<'_>) {
        self.id = new(*self);
    }
}

/// Two parties, one column for each.
impl InColumns for [PartyId; 2] {
    const HOLDS: &'static [Holds] = &[Holds::Id(Table::Parties), Holds::Id(Table::Parties)];

    fn read<'a>(columns: &mut impl Columns<'a>) -> Option<Self> {
        Some([PartyId::read(columns)?, PartyId::read(columns)?])
    }

    fn write<'a>(&'a self, to: &mut Vec<Value<'a>>) {
        self.iter().for_each(|party| party.write(to));
    }
}

impl Names for [PartyId; 2] {
    fn each(&self, found: &mut dyn FnMut(usize, RecordId)) {
        self.iter().enumerate().for_each(|(nth, id)| found(nth, (*id).into()));
    }

    fn rename(&mut self, new: &mut New<'_>) {
        self.iter_mut().for_each(|id| id.rename(new));
    }
}

impl<T: Names> Names for Option<T> {
    fn each(&self, found: &mut dyn FnMut(usize, RecordId)) {
        if let Some(it) = self {
            it.each(found);
        }
    }

    fn rename(&mut self, new: &mut New<'_>) {
        if let Some(it) = self {
            it.rename(new);
        }
    }
}

impl<T: Copy + Into<RecordId>> LetsGo for Option<T> {
    fn let_go(&mut self, of: RecordId) {
        self.take_if(|it| (*it).into() == of);
    }
}

/// An identity in the one form that we write; any other form would let one record have two
/// identities.
pub(super) fn parse_id(text: &str) -> Option<Uuid> {
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
