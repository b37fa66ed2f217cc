//! A record of any table, for code that treats all tables alike: edits, log, merge.

use std::borrow::Cow;

use uuid::Uuid;

use super::describe::{
    AnyKind, Column, Columns, Described, Description, Holds, Part, Reference, Value,
};
use super::{Marking, Snapshot, Table, with_arenas};

/// Identifies one record of one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId {
    /// The table.
    pub table: Table,
    /// The identity of the record in it.
    pub id: Uuid,
}

macro_rules! records {
    ($( $field:ident $table:ident $record:ident $id:ident )+) => {
        /// A record of any table.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Record {
            /// The dossier itself.
            Dossier(super::Dossier),
            /// An entry on the stance of a party or a group.
            Position(super::Position),
            $(
                #[doc = concat!("A [`", stringify!($record), "`](super::", stringify!($record), ").")]
                $record(super::$record),
            )+
        }

        impl Record {
            fn any(&self) -> &dyn AnyKind {
                match self {
                    Self::Dossier(record) => record,
                    Self::Position(record) => record,
                    $( Self::$record(record) => record, )+
                }
            }

            fn any_mut(&mut self) -> &mut dyn AnyKind {
                match self {
                    Self::Dossier(record) => record,
                    Self::Position(record) => record,
                    $( Self::$record(record) => record, )+
                }
            }

            /// Reads a record of this table from its columns; `None` if a value makes no sense.
            pub fn read<'a>(table: Table, columns: &mut impl Columns<'a>) -> Option<Self> {
                match table {
                    Table::Dossier => super::Dossier::read(columns).map(Self::Dossier),
                    Table::Positions => super::Position::read(columns).map(Self::Position),
                    $( Table::$table => super::$record::read(columns).map(Self::$record), )+
                }
            }
        }

        impl Table {
            /// The description of its records.
            pub const fn description(self) -> Description {
                match self {
                    Self::Dossier => super::Dossier::DESCRIPTION,
                    Self::Positions => super::Position::DESCRIPTION,
                    $( Self::$table => super::$record::DESCRIPTION, )+
                }
            }

            /// The names of its columns, in the order of the file; `id` comes first.
            pub fn columns(self) -> &'static [&'static str] {
                match self {
                    Self::Dossier => super::Dossier::COLUMNS,
                    Self::Positions => super::Position::COLUMNS,
                    $( Self::$table => super::$record::COLUMNS, )+
                }
            }
        }

        impl Snapshot {
            /// Calls `each` with every reference in a record, except in positions of parties.
            pub fn each_reference(&self, mut each: impl FnMut(RecordId, Reference)) {
                for record in self.group_positions.iter() {
                    record.refer(&mut |reference| each(record.record_id(), reference));
                }
                $(
                    for record in self.$field.iter() {
                        record.refer(&mut |reference| each(record.record_id(), reference));
                    }
                )+
            }
        }
    };
}

with_arenas!(records);

impl Table {
    /// Whether its records have a marking of their own; others have that of the record they are
    /// part of.
    pub fn has_marking(self) -> bool {
        self.description().fields.iter().any(|field| field.part == Part::Marking)
    }

    /// Whether a column holds a text with disputed words in brackets, which have markings of their
    /// own.
    pub(crate) fn has_brackets(self, column: &str) -> bool {
        matches!(self.part(column), Some(Part::Negotiated | Part::NegotiatedLines))
    }

    /// The role of a column in its records.
    pub(crate) fn part(self, column: &str) -> Option<Part> {
        self.description().column(column).map(|column| column.part)
    }
}

impl Record {
    /// Its identity with its table.
    pub fn record_id(&self) -> RecordId {
        self.any().id()
    }

    /// Its code, if its kind has one.
    pub fn code(&self) -> Option<&str> {
        self.any().code()
    }

    /// What it is called in its own words: its code, or else its title or name; `None` if its kind has none.
    pub(crate) fn name(&self) -> Option<String> {
        let called = |it: &(Column, _)| matches!(it.0.part, Part::Code | Part::Title | Part::Name);
        let mut names = self.values().filter(called).filter_map(|(_, value)| match value {
            Value::Text(text) if !text.is_empty() => Some(text.into_owned()),
            _ => None,
        });
        self.code().map(str::to_owned).or_else(|| names.next())
    }

    /// Its own marking; `None` if it has the dossier's, or that of the record it is part of.
    pub fn marking(&self) -> Option<Marking> {
        self.any().marking()
    }

    /// Its marking, to be changed; `None` if it has that of the record it is part of or if, like
    /// the dossier's, it is mandatory.
    pub fn marking_mut(&mut self) -> Option<&mut Option<Marking>> {
        self.any_mut().marking_mut()
    }

    /// Its place among the records of its table, to be changed; `None` if it has none.
    pub(crate) fn rank_mut(&mut self) -> Option<&mut u32> {
        self.any_mut().rank_mut()
    }

    /// Who entered it, to be changed; `None` if that is not kept.
    pub(crate) fn author_mut(&mut self) -> Option<&mut String> {
        self.any_mut().author_mut()
    }

    /// The text in it that is negotiated, with brackets of their own markings; `None` if it has none.
    pub(crate) fn negotiated_mut(&mut self) -> Option<&mut String> {
        self.any_mut().negotiated_mut()
    }

    /// The references it contains.
    pub fn references(&self) -> Vec<Reference> {
        let mut references = Vec::new();
        self.any().refer(&mut |reference| references.push(reference));
        references
    }

    /// The same record with another value in one column; `None` if the column cannot hold it.
    pub(crate) fn with(&self, column: &str, value: Value<'_>) -> Option<Self> {
        struct Row<'a>(std::vec::IntoIter<Value<'a>>);
        impl<'a> Columns<'a> for Row<'a> {
            fn next(&mut self) -> Option<Value<'a>> {
                self.0.next()
            }
        }
        let table = self.record_id().table;
        let place = table.columns().iter().position(|name| *name == column)?;
        let mut values = self.any().values();
        *values.get_mut(place)? = value;
        Self::read(table, &mut Row(values.into_iter()))
    }

    /// Clears its references to a record that it rests on.
    pub fn let_go_of(&mut self, of: RecordId) {
        self.any_mut().let_go_of(of);
    }

    /// Replaces its identity, and those of the records it names.
    pub fn rename(&mut self, mut new: impl FnMut(RecordId) -> Uuid) {
        self.any_mut().rename(&mut new);
    }

    /// Its values with their columns, in the order of the file.
    pub fn values(&self) -> impl Iterator<Item = (Column, Value<'_>)> {
        let values = self.any().values();
        self.record_id().table.description().columns().zip(values)
    }

    /// Its texts that are not empty, in the order of the columns.
    pub fn texts(&self) -> impl Iterator<Item = (Column, Cow<'_, str>)> {
        self.values().filter_map(|(column, value)| match (column.holds, value) {
            (Holds::Prose | Holds::Name, Value::Text(text)) if !text.is_empty() => {
                Some((column, text))
            }
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PartyId, Position, PositionId, ProposalId, SourceId, Stance};

    #[test]
    fn every_id_in_a_record_is_replaced() {
        let day = "2026-01-01".parse().unwrap();
        let position = Position {
            source: Some(SourceId::new()),
            replaces: Some(PositionId::new()),
            ..Position::new(ProposalId::new(), PartyId::new(), Some(Stance::Object), day)
        };
        let before = Record::from(position);
        let mut after = before.clone();
        let mut count = 0;
        after.rename(|_| {
            count += 1;
            Uuid::from_u128(count)
        });
        assert_eq!(count, 5, "itself, its proposal, its party, its source, what it corrects");
        let mut named = before.references().into_iter().map(|it| it.to);
        assert!(named.all(|to| after.references().iter().all(|it| it.to != to)));
        assert_ne!(before.record_id(), after.record_id());
    }

    #[test]
    fn a_record_detached_from_a_source_keeps_its_other_references() {
        let (source, day) = (SourceId::new(), "2026-01-01".parse().unwrap());
        let mut position = Position::new(ProposalId::new(), PartyId::new(), None, day);
        position.source = Some(source);
        let mut record = Record::from(position);
        record.let_go_of(SourceId::new().into());
        assert_eq!(record.references().len(), 3);
        record.let_go_of(source.into());
        assert!(record.references().iter().all(|it| it.part && it.to != source.into()));
        assert_eq!(record.references().len(), 2);
    }
}
