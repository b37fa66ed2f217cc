//! What a kind of record consists of, said once where the record is declared.
//!
//! `record!` (in `declare`) takes the struct with, beside each field, who may see it, the columns
//! it has in the file and its part in the record. From that follow reading and writing, what may
//! leave the machine, references and deletion, identities, keys of a merge, and the words of the
//! history. A field without a rule, with a column too few, or with an identity whose part is not
//! said does not compile.

use std::borrow::Cow;

use uuid::Uuid;

use super::{Marking, Record, RecordId, Table};

/// Where the value of a column may go, once its record may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// On the wall of the room, and into a copy for others.
    Wall,
    /// The same, if what has the dossier's own marking may be seen too: one's own words or
    /// judgement on a record that may itself be public.
    OwnWall,
    /// The same, of a moment only the day: what came first says who was asked first.
    WallDay,
    /// Into a copy for others.
    Copy,
    /// The same, of a moment only the day.
    CopyDay,
    /// The same, if what has the dossier's own marking may be seen too.
    OwnCopy,
    /// Nowhere.
    Never,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Free text; of two texts one can be made by putting one after the other.
    Prose,
    /// A short text that names something: a code or a name.
    Name,
    /// A key of the closed list of this name.
    Key(&'static str),
    /// 0 or 1.
    Flag,
    /// A step of the scale of this name.
    Step(&'static str),
    /// A whole number or a share.
    Number,
    /// Minutes ahead of UTC.
    Offset,
    /// A day, a month or a year.
    Date,
    /// A time of day.
    Time,
    /// A moment, in UTC.
    Moment,
    /// The identity of a record of this table.
    Id(Table),
    /// The identity of a record whose table stands in the column before.
    IdInTable,
}

impl Holds {
    /// Whether it can be the identity of a record of this table.
    pub fn may_name(self, table: Table) -> bool {
        match self {
            Self::Id(named) => named == table,
            Self::IdInTable => true,
            Self::Prose
            | Self::Name
            | Self::Key(_)
            | Self::Flag
            | Self::Step(_)
            | Self::Number
            | Self::Offset
            | Self::Date
            | Self::Time
            | Self::Moment => false,
        }
    }
}

/// What a field is to its record, beyond its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A value like others.
    Plain,
    /// The identity of the record.
    Itself,
    /// A code by which people know the record.
    Code,
    /// A name, of which two cannot stand one after the other.
    Name,
    /// The name of a region, in words of its own in each language.
    Region,
    /// The marking.
    Marking,
    /// The record is a part of the one it names, and goes when that is deleted.
    PartOf,
    /// The record rests on the one it names: it stays when that is deleted, and no longer
    /// names it.
    RestsOn,
    /// The entry it corrects. That one may be deleted while the correction stands.
    Corrects,
    /// Who entered it. Two records that say the same may differ in it.
    Author,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in the file.
    pub name: &'static str,
    /// Who may see it.
    pub seen: Seen,
    /// What it holds.
    pub holds: Holds,
    /// What it is to the record.
    pub part: Part,
}

/// A field with its columns.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its columns in the file.
    pub columns: &'static [&'static str],
    /// Who may see it.
    pub seen: Seen,
    /// What each column holds.
    pub holds: &'static [Holds],
    /// What it is to the record.
    pub part: Part,
}

/// What only one record of a table may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unique {
    /// Nothing: there may be any number that look the same.
    Nothing,
    /// Its code, but for case and accents.
    Code,
    /// These columns together; the last one tells two of them apart for a reader.
    Together(&'static [&'static str]),
    /// The same, of those that hold at the same time.
    AtATime(&'static [&'static str]),
}

/// What a merge makes of two records that say the same, one made in each copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twins {
    /// They are one.
    One,
    /// They stay two: two people may well say the same.
    Two,
}

/// What a kind of record consists of.
#[derive(Clone, Copy, Debug)]
pub struct Description {
    /// Its fields, in the order of the columns in the file; the identity comes first.
    pub fields: &'static [Field],
    /// What only one may have.
    pub unique: Unique,
    /// What becomes of two that say the same.
    pub twins: Twins,
}

impl Description {
    /// Its columns, in the order of the file.
    pub fn columns(&self) -> impl Iterator<Item = Column> + use<> {
        self.fields.iter().flat_map(|field| {
            let columns = field.columns.iter().zip(field.holds);
            columns.map(|(name, holds)| {
                let holds = match (field.part, *holds) {
                    (Part::Code | Part::Name, Holds::Prose) => Holds::Name,
                    (_, holds) => holds,
                };
                Column { name, seen: field.seen, holds, part: field.part }
            })
        })
    }

    /// The column of this name.
    pub fn column(&self, name: &str) -> Option<Column> {
        self.columns().find(|column| column.name == name)
    }
}

/// A value as it stands in a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// A real number.
    Real(f64),
    /// A text, a key, a date or an identity.
    Text(Cow<'a, str>),
}

impl<'a> Value<'a> {
    /// A text.
    pub(crate) fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

/// A value that stands by itself: in a row of a merge, in a change of the log.
pub type Stored = Value<'static>;

/// The columns of one row, read from left to right.
pub trait Columns<'a> {
    /// The value of the next column; none if it holds nothing of the kinds a dossier has.
    fn next(&mut self) -> Option<Value<'a>>;

    /// A text.
    fn text(&mut self) -> Option<Cow<'a, str>> {
        match self.next()? {
            Value::Text(text) => Some(text),
            Value::Null | Value::Integer(_) | Value::Real(_) => None,
        }
    }

    /// A whole number.
    fn integer(&mut self) -> Option<i64> {
        match self.next()? {
            Value::Integer(number) => Some(number),
            Value::Null | Value::Real(_) | Value::Text(_) => None,
        }
    }
}

/// A type of which a field of a record can be.
pub trait InColumns: Sized {
    /// What each of its columns holds.
    const HOLDS: &'static [Holds];

    /// Reads it; none if what stands there makes no sense.
    fn read<'a>(columns: &mut impl Columns<'a>) -> Option<Self>;

    /// Writes it, one value a column.
    fn write<'a>(&'a self, to: &mut Vec<Value<'a>>);
}

/// What an identity becomes.
pub(super) type New<'a> = dyn FnMut(RecordId) -> Uuid + 'a;

/// A type in which identities of records stand.
pub(super) trait Names {
    /// Each of them, with which of its columns it stands in.
    fn each(&self, found: &mut dyn FnMut(usize, RecordId));

    /// Puts another identity in the place of each.
    fn rename(&mut self, new: &mut New<'_>);
}

/// A type that can let go of the record it names.
pub(super) trait LetsGo {
    /// Names it no more.
    fn let_go(&mut self, of: RecordId);
}

/// A type of which a marking is.
pub(super) trait Marks {
    /// The marking, if there is one of its own.
    fn own(&self) -> Option<Marking>;

    /// The same, to be changed; none where there has to be one.
    fn own_mut(&mut self) -> Option<&mut Option<Marking>>;
}

impl Marks for Option<Marking> {
    fn own(&self) -> Option<Marking> {
        *self
    }

    fn own_mut(&mut self) -> Option<&mut Option<Marking>> {
        Some(self)
    }
}

impl Marks for Marking {
    fn own(&self) -> Option<Marking> {
        Some(*self)
    }

    fn own_mut(&mut self) -> Option<&mut Option<Marking>> {
        None
    }
}

/// One record naming another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The column in which it stands.
    pub field: &'static str,
    /// The record that is named.
    pub to: RecordId,
    /// Whether the record is a part of the one it names, and goes when that is deleted.
    /// Otherwise it stays, and no longer names it.
    pub part: bool,
}

/// A kind of record; `record!` writes this.
pub trait Described: Sized + Into<Record> {
    /// The table it stands in.
    const TABLE: Table;
    /// The names of its columns, in the order of the file; `id` comes first.
    const COLUMNS: &'static [&'static str];
    /// What it consists of.
    const DESCRIPTION: Description;

    /// Reads a record from its columns; none if a value makes no sense.
    fn read<'a>(columns: &mut impl Columns<'a>) -> Option<Self>;
}

/// What can be done with a record whatever its kind; `record!` writes this too.
pub(super) trait AnyKind {
    fn id(&self) -> RecordId;
    fn code(&self) -> Option<&str>;
    fn marking(&self) -> Option<Marking>;
    fn marking_mut(&mut self) -> Option<&mut Option<Marking>>;
    fn refer(&self, found: &mut dyn FnMut(Reference));
    fn rename(&mut self, new: &mut New<'_>);
    fn let_go_of(&mut self, of: RecordId);
    fn values(&self) -> Vec<Value<'_>>;
}

/// Whether a field of this type holds identities that have to be followed, given its part.
pub(super) const fn is_followed(holds: &[Holds], part: Part) -> bool {
    let mut n = 0;
    let mut names = false;
    while n < holds.len() {
        names |= matches!(holds[n], Holds::Id(_) | Holds::IdInTable);
        n += 1;
    }
    let said = matches!(part, Part::Itself | Part::PartOf | Part::RestsOn | Part::Corrects);
    names == said
}

/// Whether a record has a marking of its own or is a part of one that has.
pub(super) const fn is_marked(fields: &[Field]) -> bool {
    let mut n = 0;
    while n < fields.len() {
        if matches!(fields[n].part, Part::Marking | Part::PartOf) {
            return true;
        }
        n += 1;
    }
    false
}

/// Whether a table comes after every one that its records name: they are read and written in
/// that order.
pub(super) const fn comes_after_those_named(table: Table, fields: &[Field]) -> bool {
    let mut n = 0;
    while n < fields.len() {
        let mut column = 0;
        while column < fields[n].holds.len() {
            if let Holds::Id(named) = fields[n].holds[column]
                && named as usize > table as usize
            {
                return false;
            }
            column += 1;
        }
        n += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Keyed;

    fn seen(table: Table, column: &str) -> Seen {
        table.description().column(column).unwrap().seen
    }

    fn on_a_wall(seen: Seen) -> bool {
        match seen {
            Seen::Wall | Seen::OwnWall | Seen::WallDay => true,
            Seen::Copy | Seen::CopyDay | Seen::OwnCopy | Seen::Never => false,
        }
    }

    #[test]
    fn what_is_nobody_elses_business_is_on_no_wall() {
        for (table, column) in [
            (Table::Positions, "words"),
            (Table::Positions, "condition"),
            (Table::Briefs, "fallback"),
            (Table::Briefs, "acceptable"),
            (Table::Assessments, "rationale"),
            (Table::Parties, "note"),
            (Table::Remedies, "owner"),
        ] {
            assert!(!on_a_wall(seen(table, column)), "{}.{column}", table.key());
        }
        for table in [
            Table::Comments,
            Table::Relations,
            Table::Engagements,
            Table::NextSteps,
            Table::Concerns,
            Table::Sources,
        ] {
            let wall = table.description().columns().any(|column| on_a_wall(column.seen));
            assert!(!wall, "{}", table.key());
        }
    }

    #[test]
    fn no_column_of_a_table_that_is_on_no_wall_is_on_one() {
        for table in Table::ALL {
            let itself = on_a_wall(seen(*table, "id"));
            for column in table.description().columns() {
                assert!(itself || !on_a_wall(column.seen), "{}.{}", table.key(), column.name);
            }
        }
    }

    #[test]
    fn every_table_begins_with_its_identity_and_no_column_stands_twice() {
        for table in Table::ALL {
            let columns: Vec<_> = table.description().columns().collect();
            assert_eq!((columns[0].name, columns[0].part), ("id", Part::Itself));
            let names: Vec<_> = columns.iter().map(|column| column.name).collect();
            assert_eq!(names, table.columns());
            let once: std::collections::HashSet<_> = names.iter().collect();
            assert_eq!(once.len(), names.len(), "{}", table.key());
        }
    }

    #[test]
    fn what_only_one_record_may_have_are_columns_of_it() {
        for table in Table::ALL {
            match table.description().unique {
                Unique::Nothing => {}
                Unique::Code => assert!(table.columns().contains(&"code")),
                Unique::Together(columns) | Unique::AtATime(columns) => {
                    assert!(!columns.is_empty());
                    assert!(columns.iter().all(|column| table.columns().contains(column)));
                }
            }
        }
    }
}
