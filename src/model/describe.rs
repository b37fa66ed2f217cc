//! The structure of each kind of record, stated once, where the record is declared.
//!
//! `record!` (in `declare`) takes the struct and, beside each field, who may see it, its columns
//! in the file and its role in the record. Everything else follows from that: reading and
//! writing, what may leave the machine, references and deletion, identities, merge keys and the
//! words of the history. A field without a visibility rule, with the wrong number of columns, or
//! with an id whose role is not stated does not compile.

use std::borrow::Cow;

use uuid::Uuid;

use super::{Marking, Record, RecordId, Table};

/// Where the value of a column may go, once its record may go there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// On the wall of the room, and into a copy for others.
    Wall,
    /// As `Wall`, but only if records with the dossier's own marking may be seen too: the user's
    /// own words or judgement on a record that may itself be public.
    OwnWall,
    /// As `Wall`, but of a moment only the day: the order of moments would reveal who was asked
    /// first.
    WallDay,
    /// Into a copy for others.
    Copy,
    /// As `Copy`, but of a moment only the day.
    CopyDay,
    /// As `Copy`, but only if records with the dossier's own marking may be seen too.
    OwnCopy,
    /// Nowhere.
    Never,
}

/// The content of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Free text. Two texts can be combined by appending one to the other.
    Prose,
    /// A short text that names something: a code or a name.
    Name,
    /// A key of the closed list with this name.
    Key(&'static str),
    /// 0 or 1.
    Flag,
    /// A step of the scale with this name.
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
    /// The identity of a record whose table is in the column before.
    IdInTable,
}

impl Holds {
    /// Whether it can be the identity of a record of this table.
    pub(crate) fn may_name(self, table: Table) -> bool {
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

/// The role of a field in its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A plain value.
    Plain,
    /// The identity of the record.
    Itself,
    /// A code by which people know the record.
    Code,
    /// A title, which tells records apart as a code does; two titles can be combined.
    Title,
    /// A name; two names cannot be combined by appending one to the other.
    Name,
    /// The name of a region, which each language translates.
    Region,
    /// The marking.
    Marking,
    /// How it is known: in front of a room only public statements are shown.
    Certainty,
    /// A paragraph with disputed words in brackets, which have markings of their own.
    Negotiated,
    /// The same, as a text of several lines.
    NegotiatedLines,
    /// The record is part of the one it names, and is deleted with it.
    PartOf,
    /// The record rests on the one it names: if that is deleted, the record stays and the
    /// reference is cleared.
    RestsOn,
    /// The entry this one corrects. That entry may be deleted while the correction remains.
    Corrects,
    /// Its place among the records of its table, renumbered in anything that leaves the machine.
    Rank,
    /// Who entered it. Two records that say the same may have different authors.
    Author,
    /// A mark that only one record of the table has.
    Single,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in the file.
    pub name: &'static str,
    /// Who may see it.
    pub seen: Seen,
    /// Its content.
    pub holds: Holds,
    /// Its role in the record.
    pub part: Part,
}

impl Column {
    /// Whether it is how much a matter weighs for a party: a number that has a word for each step.
    pub(crate) fn is_salience(&self) -> bool {
        self.name == "salience"
    }
}

/// A field with its columns.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its columns in the file.
    pub columns: &'static [&'static str],
    /// Who may see it.
    pub seen: Seen,
    /// The content of each column.
    pub holds: &'static [Holds],
    /// Its role in the record.
    pub part: Part,
}

/// The fields that must be unique within a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unique {
    /// Nothing: any number of records may look the same.
    Nothing,
    /// Its code, ignoring case and accents.
    Code,
    /// These columns together; the last one distinguishes two such records for a reader.
    Together(&'static [&'static str]),
    /// These columns together, among records that are valid at the same time.
    AtATime(&'static [&'static str]),
}

/// How a merge treats two records that say the same, one added in each copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twins {
    /// They become one.
    One,
    /// They stay two: two people may well say the same.
    Two,
}

/// How the records of a table are ordered for a reader who may see only some of them. Unless there
/// is a reason, the order in which they were made must not be visible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By their content.
    ByContent,
    /// In the order in which they were made, under the record named in this column: people read
    /// them one after the other.
    AsMade {
        /// The column.
        under: &'static str,
    },
    /// By the number in this column.
    Ranked(&'static str),
    /// In dated lines; the last record of a day in a line is the current one.
    Line {
        /// The columns that say which line a record belongs to.
        of: &'static [&'static str],
        /// The column with the day.
        day: &'static str,
        /// Whether the first two columns of the line may be exchanged.
        mutual: bool,
        /// The first column of what it says, on which two records can differ.
        says: &'static str,
    },
}

/// Who tells what changed in the records of a table between two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The change log: they have no days of their own.
    ByTheLog,
    /// Their own days.
    ByTheirDays,
    /// Nobody: the pages on changes are not about them.
    ByNobody,
}

/// The structure of a kind of record.
#[derive(Clone, Copy, Debug)]
pub struct Description {
    /// Its fields, in the order of the columns in the file; the identity comes first.
    pub fields: &'static [Field],
    /// The fields that must be unique.
    pub unique: Unique,
    /// How a merge treats two that say the same.
    pub twins: Twins,
    /// How they follow one another.
    pub order: Order,
    /// Columns that only make sense together: if one side of a merge changed one of them and the other side
    /// another, the two are not combined. Those that name one record together need not be listed.
    pub together: &'static [&'static [&'static str]],
    /// Who tells what changed in them between two days.
    pub told: Told,
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

    /// The columns that are changed by one side of a merge only, or decided on together with this one: those that
    /// name one record together, and those that the table says belong together.
    pub(crate) fn together(&self) -> impl Iterator<Item = &'static [&'static str]> + use<> {
        let one = self.fields.iter().filter(|field| names_one(field.holds));
        one.map(|field| field.columns).chain(self.together.iter().copied())
    }

    /// The column with this name.
    pub fn column(&self, name: &str) -> Option<Column> {
        self.columns().find(|column| column.name == name)
    }
}

/// A value as stored in a column.
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

/// A value that owns its text, as in a merge or in a change of the log.
pub type Stored = Value<'static>;

/// The columns of one row, read from left to right.
pub trait Columns<'a> {
    /// The value of the next column; `None` if it is not of a kind that a dossier stores.
    fn next(&mut self) -> Option<Value<'a>>;

    /// The next column as a text.
    fn text(&mut self) -> Option<Cow<'a, str>> {
        match self.next()? {
            Value::Text(text) => Some(text),
            Value::Null | Value::Integer(_) | Value::Real(_) => None,
        }
    }

    /// The next column as a whole number.
    fn integer(&mut self) -> Option<i64> {
        match self.next()? {
            Value::Integer(number) => Some(number),
            Value::Null | Value::Real(_) | Value::Text(_) => None,
        }
    }
}

/// A type that a field of a record can have.
pub trait InColumns: Sized {
    /// The content of each of its columns.
    const HOLDS: &'static [Holds];

    /// Reads it; `None` if the stored value makes no sense.
    fn read<'a>(columns: &mut impl Columns<'a>) -> Option<Self>;

    /// Writes it, one value per column.
    fn write<'a>(&'a self, to: &mut Vec<Value<'a>>);
}

/// Gives the new identity for an old one.
pub(super) type New<'a> = dyn FnMut(RecordId) -> Uuid + 'a;

/// A type that contains identities of records.
pub(super) trait Names {
    /// Calls `found` with each identity and the index of its column within the field.
    fn each(&self, found: &mut dyn FnMut(usize, RecordId));

    /// Replaces each identity by a new one.
    fn rename(&mut self, new: &mut New<'_>);
}

/// A type that can drop its reference to a record.
pub(super) trait LetsGo {
    /// Clears the reference if it is to this record.
    fn let_go(&mut self, of: RecordId);
}

/// A type that can hold a marking.
pub(super) trait Marks {
    /// The record's own marking, if it has one.
    fn own(&self) -> Option<Marking>;

    /// The same, to be changed; `None` if a marking is mandatory.
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
    /// The column that holds the reference.
    pub field: &'static str,
    /// The record that is named.
    pub to: RecordId,
    /// Whether the record is part of the one it names and is deleted with it. Otherwise it
    /// stays, and the reference is cleared.
    pub part: bool,
}

/// A kind of record; implemented by `record!`.
pub trait Described: Sized + Into<Record> {
    /// Its table.
    const TABLE: Table;
    /// The names of its columns, in the order of the file; `id` comes first.
    const COLUMNS: &'static [&'static str];
    /// Its structure.
    const DESCRIPTION: Description;

    /// Reads a record from its columns; `None` if a value makes no sense.
    fn read<'a>(columns: &mut impl Columns<'a>) -> Option<Self>;
}

/// Everything that can be done with a record of any kind; implemented by `record!`.
pub(crate) trait AnyKind {
    fn id(&self) -> RecordId;
    fn code(&self) -> Option<&str>;
    fn marking(&self) -> Option<Marking>;
    fn marking_mut(&mut self) -> Option<&mut Option<Marking>>;
    fn rank_mut(&mut self) -> Option<&mut u32>;
    fn author_mut(&mut self) -> Option<&mut String>;
    fn negotiated_mut(&mut self) -> Option<&mut String>;
    fn refer(&self, found: &mut dyn FnMut(Reference));
    fn rename(&mut self, new: &mut New<'_>);
    fn let_go_of(&mut self, of: RecordId);
    fn values(&self) -> Vec<Value<'_>>;
}

/// Whether the type holds ids exactly if the role says that they are followed.
pub(super) const fn is_followed(holds: &[Holds], part: Part) -> bool {
    let mut n = 0;
    let mut names = false;
    while n < holds.len() {
        names |= matches!(holds[n], Holds::Id(_) | Holds::IdInTable);
        n += 1;
    }
    names == matches!(part, Part::Itself | Part::PartOf | Part::RestsOn | Part::Corrects)
}

/// Whether the columns of a field name one record together: one of two tables, or a table and a record in it.
fn names_one(holds: &[Holds]) -> bool {
    match holds {
        [Holds::Id(one), Holds::Id(other)] => one != other,
        [.., Holds::IdInTable] => true,
        _ => false,
    }
}

/// Whether a record has a marking of its own, is part of one that has, or goes nowhere at all.
pub(super) const fn is_marked(fields: &[Field]) -> bool {
    let mut n = 0;
    while n < fields.len() {
        let nowhere = matches!((fields[n].part, fields[n].seen), (Part::Itself, Seen::Never));
        if nowhere || matches!(fields[n].part, Part::Marking | Part::PartOf) {
            return true;
        }
        n += 1;
    }
    false
}

/// Whether a table comes after every table that its records name; records are read and written
/// in that order.
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
mod tests;
