//! The whole dossier in memory.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use super::{
    Arena, Assessment, Caller, Dossier, Entry, Keyed, Ledger, NewEntry, NextStep, Obstacle, Party,
    PartyId, Position, PositionId, Proposal, ProposalId, Record, RecordId, Revision, Slot,
    SourceId, Speaker, Table, with_arenas, words,
};

macro_rules! all_arenas {
    ($( $field:ident $table:ident $record:ident $id:ident )+) => {
        /// All records of a dossier that are not deleted.
        ///
        /// A clone shares everything with the original except what changes later, so it costs
        /// next to no time or memory.
        #[derive(Clone, Debug)]
        pub struct Snapshot {
            /// The dossier itself.
            pub dossier: Dossier,
            /// The entries on the stances of parties.
            pub positions: Ledger,
            /// The entries on the stances of groups.
            pub group_positions: Arena<PositionId, Position>,
            $(
                #[doc = concat!("Every [`", stringify!($record), "`](super::", stringify!($record), ").")]
                pub $field: Arena<super::$id, super::$record>,
            )+
            of_dossier: Revision,
        }

        impl Snapshot {
            /// A dossier without records.
            pub fn new(dossier: Dossier) -> Self {
                Self {
                    dossier,
                    positions: Ledger::default(),
                    group_positions: Arena::default(),
                    $( $field: Arena::default(), )+
                    of_dossier: Revision::next(),
                }
            }

            /// Identifies this state of a table.
            pub fn revision(&self, table: Table) -> Revision {
                match table {
                    Table::Dossier => self.of_dossier,
                    Table::Positions => {
                        self.positions.revision().max(self.group_positions.revision())
                    }
                    $( Table::$table => self.$field.revision(), )+
                }
            }

            /// The records in arenas: all but the dossier itself and the positions.
            pub fn arena_records(&self) -> impl Iterator<Item = Record> {
                std::iter::empty()
                    $( .chain(self.$field.iter().map(|record| record.clone().into())) )+
            }

            /// How many records of a table there are.
            pub fn count(&self, table: Table) -> usize {
                match table {
                    Table::Dossier => 1,
                    Table::Positions => self.positions.len() + self.group_positions.len(),
                    $( Table::$table => self.$field.len(), )+
                }
            }

            /// Whether a record exists. For a position of a party this searches all entries.
            pub fn has(&self, record: RecordId) -> bool {
                match record.table {
                    Table::Dossier => true,
                    Table::Positions => {
                        self.position_with(PositionId(record.id)).is_some()
                    }
                    $( Table::$table => self.$field.get(super::$id(record.id)).is_some(), )+
                }
            }

            /// Puts a record in its place, replacing an older state of it.
            pub fn put(&mut self, record: Record) {
                match record {
                    Record::Dossier(record) => {
                        self.dossier = record;
                        self.of_dossier = Revision::next();
                    }
                    Record::Position(record) => self.put_position(&record),
                    $( Record::$record(record) => drop(self.$field.put(record.id, record)), )+
                }
            }

            /// Adds a record that is known to be new. For positions this is faster than `put`,
            /// which first looks for an older state.
            pub fn put_new(&mut self, record: Record) {
                match record {
                    Record::Position(record) => self.add_position(&record),
                    record => self.put(record),
                }
            }

            /// Removes a record. The dossier itself always stays.
            pub fn remove(&mut self, record: RecordId) {
                match record.table {
                    Table::Dossier => {}
                    Table::Positions => {
                        if let Some(position) = self.position_with(PositionId(record.id)) {
                            self.remove_position(&position);
                        }
                    }
                    $( Table::$table => drop(self.$field.remove(super::$id(record.id))), )+
                }
            }

            /// The record with this identity. Never a position of a party: finding one of those
            /// takes its proposal and party.
            pub fn record(&self, record: RecordId) -> Option<Record> {
                match record.table {
                    Table::Dossier => Some(self.dossier.clone().into()),
                    Table::Positions => {
                        self.group_positions.get(PositionId(record.id)).cloned().map(Into::into)
                    }
                    $(
                        Table::$table => {
                            self.$field.get(super::$id(record.id)).cloned().map(Into::into)
                        }
                    )+
                }
            }
        }
    };
}

with_arenas!(all_arenas);

impl Snapshot {
    /// Whether every table is in the same state as in another snapshot.
    pub fn is_state_of(&self, other: &Self) -> bool {
        Table::ALL.iter().all(|table| self.revision(*table) == other.revision(*table))
    }

    /// The party with this code: an exact match, else one that ignores case and accents.
    pub fn party_by_code(&self, code: &str) -> Option<&Party> {
        by_code(self.parties.iter().map(|party| (&party.code, party)), code)
    }

    /// The open step with a party that is due first; if there are several, the first by title.
    pub fn open_step(&self, party: PartyId) -> Option<&NextStep> {
        let open = self.next_steps.iter().filter(|it| it.party == party && it.done.is_none());
        open.min_by_key(|it| it.place())
    }

    /// The proposal with this code: an exact match, else one that ignores case and accents.
    pub fn proposal_by_code(&self, code: &str) -> Option<&Proposal> {
        by_code(self.proposals.iter().map(|proposal| (&proposal.code, proposal)), code)
    }

    /// The record with this identity. For a position of a party this searches all entries.
    pub fn find(&self, record: RecordId) -> Option<Record> {
        match record.table {
            Table::Positions => self.position_with(PositionId(record.id)).map(Record::from),
            _ => self.record(record),
        }
    }

    /// The position of a party or group with this identity. For parties this searches all
    /// entries, because they are indexed by proposal and party.
    pub fn position_with(&self, id: PositionId) -> Option<Position> {
        let of_party = || self.positions.iter().find(|entry| entry.id() == id);
        let of_group = self.group_positions.get(id).cloned();
        of_group.or_else(|| self.position(of_party()?))
    }

    /// Those of these records that exist. Many entries are found in one pass, as they are not kept by
    /// their ids.
    pub fn find_all(&self, ids: &BTreeSet<RecordId>) -> BTreeMap<RecordId, Record> {
        let any = ids.iter().any(|it| it.table == Table::Positions);
        let all = any.then(|| self.positions.iter()).into_iter().flatten();
        let wanted = |entry: &Entry<'_>| ids.contains(&entry.id().into());
        let entries = all.filter(wanted).filter_map(|it| self.position(it));
        let of_groups = self.group_positions.iter().filter(|it| ids.contains(&it.id.into()));
        let entries = entries.chain(of_groups.cloned()).map(Record::from);
        let others = ids.iter().filter(|it| it.table != Table::Positions);
        let found = entries.chain(others.filter_map(|it| self.find(*it)));
        found.map(|it| (it.record_id(), it)).collect()
    }

    /// Puts a position in its place, replacing an older state of it.
    ///
    /// A position whose proposal or party is unknown is ignored.
    pub fn put_position(&mut self, position: &Position) {
        if let Some((proposal, party)) = self.place_of(position) {
            self.positions.remove(proposal, party, position.id);
        }
        self.add_position(position);
    }

    /// The slots of proposal and party of a party's position.
    fn place_of(&self, position: &Position) -> Option<(Slot, Slot)> {
        let party = position.by.party()?;
        self.proposals.place(position.proposal).zip(self.parties.place(party))
    }

    fn add_position(&mut self, position: &Position) {
        if position.by.group().is_some() {
            self.group_positions.put(position.id, position.clone());
            return;
        }
        let Some((proposal, party)) = self.place_of(position) else { return };
        self.positions.insert(&NewEntry {
            id: position.id,
            proposal,
            party,
            stance: position.stance,
            date: position.date,
            forum: position.forum,
            words: &position.words,
            source: position.source.and_then(|id| self.sources.slot(id)),
            certainty: position.certainty,
            salience: position.salience,
            condition: &position.condition,
            reason: &position.reason,
            hold: position.hold,
            replaces: position.replaces,
            author: &position.author,
            marking: position.marking,
        });
    }

    /// Removes a position.
    pub fn remove_position(&mut self, position: &Position) {
        if position.by.group().is_some() {
            self.group_positions.remove(position.id);
        } else if let Some((proposal, party)) = self.place_of(position) {
            self.positions.remove(proposal, party, position.id);
        }
    }

    /// How many entries there are on the same proposal and party; 1 for a group.
    pub fn line_len(&self, position: &Position) -> usize {
        let place = self.place_of(position);
        place.map_or(1, |(proposal, party)| self.positions.line_len(proposal, party))
    }

    /// The entries of one party or group on one proposal as plain values, newest first.
    pub fn line(&self, proposal: ProposalId, by: impl Into<Speaker>) -> Vec<Position> {
        match by.into() {
            Speaker::Party(party) => {
                let slots = self.proposals.slot(proposal).zip(self.parties.slot(party));
                let Some((proposal, party)) = slots else { return Vec::new() };
                let line = self.positions.line(proposal, party);
                line.into_iter().filter_map(|entry| self.position(entry)).collect()
            }
            by @ Speaker::Group(_) => {
                let said = |entry: &&Position| entry.by == by && entry.proposal == proposal;
                let mut line: Vec<_> = self.group_positions.iter().filter(said).cloned().collect();
                line.sort_by_key(|entry| std::cmp::Reverse((entry.date, entry.id)));
                line
            }
        }
    }

    /// The entry that is valid on this day, as a plain value.
    pub fn current_position(
        &self,
        proposal: ProposalId,
        by: impl Into<Speaker>,
        as_of: NaiveDate,
    ) -> Option<Position> {
        match by.into() {
            Speaker::Party(party) => {
                let (proposal, party) = (self.proposals.slot(proposal)?, self.parties.slot(party)?);
                self.position(self.positions.current(proposal, party, as_of)?)
            }
            by @ Speaker::Group(_) => {
                let line = self.line(proposal, by);
                let replaced: HashSet<_> = line.iter().filter_map(|it| it.replaces).collect();
                let holds =
                    |entry: &&Position| entry.date <= as_of && !replaced.contains(&entry.id);
                line.iter().find(holds).cloned()
            }
        }
    }

    /// An entry of the ledger as a plain value.
    pub fn position(&self, entry: Entry<'_>) -> Option<Position> {
        let proposal = self.proposals.at(entry.proposal())?.id;
        let party = self.parties.at(entry.party())?.id;
        Some(entry.to_position(proposal, party, self.source_at(entry.source())))
    }

    /// Which of us calls, by party; parties without a known caller may be missing.
    pub fn callers(&self) -> HashMap<PartyId, Caller<'_>> {
        let mut callers: HashMap<_, Caller<'_>> = HashMap::new();
        for engagement in self.engagements.iter() {
            callers.entry(engagement.party).or_default().engagement = Some(engagement);
        }
        for step in self.next_steps.iter().filter(|it| it.done.is_none()) {
            let first = &mut callers.entry(step.party).or_default().step;
            if first.is_none_or(|it| step.place() < it.place()) {
                *first = Some(step);
            }
        }
        callers
    }

    /// The entries of groups that have not been corrected, in no particular order.
    pub fn held_group_positions(&self) -> impl Iterator<Item = &Position> {
        let replaced: HashSet<_> =
            self.group_positions.iter().filter_map(|entry| entry.replaces).collect();
        self.group_positions.iter().filter(move |entry| !replaced.contains(&entry.id))
    }

    /// The assessments of one obstacle on one proposal, newest first.
    pub fn assessments_of(&self, proposal: ProposalId, obstacle: Obstacle) -> Vec<&Assessment> {
        let mut found: Vec<_> = self
            .assessments
            .iter()
            .filter(|assessment| assessment.proposal == proposal && assessment.obstacle == obstacle)
            .collect();
        found.sort_by_key(|assessment| std::cmp::Reverse((assessment.date, assessment.id)));
        found
    }

    fn source_at(&self, slot: Option<Slot>) -> Option<SourceId> {
        self.sources.at(slot?).map(|source| source.id)
    }
}

fn by_code<'a, T>(records: impl Iterator<Item = (&'a String, T)>, code: &str) -> Option<T> {
    let mut alike = None;
    for (other, record) in records {
        if other == code {
            return Some(record);
        }
        if alike.is_none() && words::alike(other, code) {
            alike = Some(record);
        }
    }
    alike
}
