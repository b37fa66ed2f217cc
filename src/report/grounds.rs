//! The records a page rests on: it is as confidential as the strictest of them.
//!
//! A value of a record gets onto a page only together with its [`Grounds`], and only [`Records`],
//! which knows every marking, hands those out. So the marking of a page follows from its content,
//! and nobody has to remember to raise it.

use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::page::{Cell, Value};
use crate::analysis::{MarkedEntry, Owners};
use crate::document::FieldChange;
use crate::draft::may_have_brackets;
use crate::model::{
    Entry, Marking, ParagraphId, Position, Proposal, ProposalId, RecordId, Snapshot, SourceId,
    Speaker, Table, Vote,
};

/// The records something on a page rests on, and their strictest marking.
#[derive(Clone, Debug, Default)]
pub(super) struct Grounds(Ground);

#[derive(Clone, Debug, Default)]
enum Ground {
    // Words of the program, facts of the library, or the reader's own input.
    #[default]
    Nothing,
    Record(RecordId, Marking),
    // Shared, as many figures rest on the same parties.
    All(Arc<[Grounds]>, Marking),
}

impl Grounds {
    /// The union of several grounds.
    pub(super) fn all(grounds: impl IntoIterator<Item = Self>) -> Self {
        let grounds = grounds.into_iter().filter(|it| it.marking().is_some());
        let grounds: Arc<[Self]> = grounds.collect();
        let Some(marking) = grounds.iter().filter_map(Self::marking).max() else {
            return Self::default();
        };
        match &*grounds {
            [one] => one.clone(),
            _ => Self(Ground::All(grounds, marking)),
        }
    }

    /// The strictest marking of the records; `None` if there are no records.
    pub(super) fn marking(&self) -> Option<Marking> {
        match self.0 {
            Ground::Nothing => None,
            Ground::Record(_, marking) | Ground::All(_, marking) => Some(marking),
        }
    }

    /// Calls `name` with each record, some possibly more than once.
    pub(super) fn each(&self, name: &mut dyn FnMut(RecordId)) {
        match &self.0 {
            Ground::Nothing => {}
            Ground::Record(record, _) => name(*record),
            Ground::All(grounds, _) => grounds.iter().for_each(|grounds| grounds.each(name)),
        }
    }

    /// A value resting on these records.
    pub(super) fn cell<'a>(&self, value: impl Into<Value<'a>>) -> Cell<'a> {
        Cell::resting(value.into(), self.clone())
    }
}

/// Hands out grounds for the records of a dossier.
#[derive(Debug)]
pub(super) struct Records<'a> {
    snapshot: &'a Snapshot,
    known: RefCell<FxHashMap<RecordId, Marking>>,
    // Who is meant by the names behind the brackets of texts.
    owners: OnceCell<Owners>,
}

impl<'a> Records<'a> {
    /// For the visible part of a dossier.
    pub(super) fn new(snapshot: &'a Snapshot) -> Self {
        Self { snapshot, known: RefCell::default(), owners: OnceCell::new() }
    }

    /// A record; entries of parties and votes have faster methods.
    pub(super) fn of(&self, record: impl Into<RecordId>) -> Grounds {
        let record = record.into();
        Grounds(Ground::Record(record, self.marking(record)))
    }

    /// An entry of a party or a group.
    pub(super) fn said(&self, entry: MarkedEntry, proposal: ProposalId, by: Speaker) -> Grounds {
        let by = match by {
            Speaker::Party(id) => id.into(),
            Speaker::Group(id) => id.into(),
        };
        let own = entry.marking.unwrap_or(self.snapshot.dossier.marking);
        let wholes = self.marking(proposal.into()).max(self.marking(by));
        Grounds(Ground::Record(entry.id.into(), own.max(wholes)))
    }

    /// An entry of a party.
    pub(super) fn entry(&self, entry: Entry<'_>) -> Grounds {
        let snapshot = self.snapshot;
        let (proposal, party) =
            (snapshot.proposals.at(entry.proposal()), snapshot.parties.at(entry.party()));
        let Some((proposal, party)) = proposal.zip(party) else { return Grounds::default() };
        self.said(entry.into(), proposal.id, party.id.into())
    }

    /// An entry of a group.
    pub(super) fn position(&self, entry: &Position) -> Grounds {
        self.said(entry.into(), entry.proposal, entry.by)
    }

    /// A vote, which is part of both its roll call and its party.
    pub(super) fn vote(&self, vote: &Vote) -> Grounds {
        let marking = self.marking(vote.roll_call.into()).max(self.marking(vote.party.into()));
        Grounds(Ground::Record(vote.id.into(), marking))
    }

    /// A logged change: its record may have been deleted, or marked more strictly at the time.
    pub(super) fn logged(&self, change: &FieldChange) -> Grounds {
        let FieldChange { record, field, from, to, .. } = change;
        let of_text = field.as_deref().is_some_and(|it| record.table.has_brackets(it));
        let within = of_text.then(|| self.within(from).max(self.within(to)));
        let marking = self.marking(*record).max(change.marking);
        Grounds(Ground::Record(*record, marking.max(within.unwrap_or(marking))))
    }

    /// The text field of a proposal, with the brackets in it.
    pub(super) fn text(&self, proposal: &Proposal) -> Grounds {
        let marking = self.marking(proposal.id.into()).max(self.within(&proposal.text));
        Grounds(Ground::Record(proposal.id.into(), marking))
    }

    /// A source by its symbol or title; without a source, an empty cell resting on `own`.
    pub(super) fn source(&self, source: Option<SourceId>, own: &Grounds) -> Cell<'a> {
        match source.and_then(|source| self.snapshot.sources.get(source)) {
            Some(source) => self.of(source.id).cell(Value::Source(source)),
            None => own.cell(Value::Nothing),
        }
    }

    fn marking(&self, record: RecordId) -> Marking {
        let mut known = self.known.borrow_mut();
        *known.entry(record).or_insert_with(|| {
            let own = self.snapshot.marking_of(record);
            if record.table != Table::Paragraphs {
                return own;
            }
            let paragraph = self.snapshot.paragraphs.get(ParagraphId(record.id));
            paragraph.map_or(own, |it| own.max(self.within(&it.words)))
        })
    }
}

impl Records<'_> {
    /// The strictest marking of a bracket in a text and of those named behind one, who may be more
    /// confidential than the record with the text.
    fn within(&self, text: &str) -> Marking {
        if !may_have_brackets(text) {
            return Marking::Clear;
        }
        let owners = self.owners.get_or_init(|| Owners::new(self.snapshot));
        owners.strictest_in(self.snapshot, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Ballot, Bilingual, Dossier, Group, GroupKind, Party, PartyKind, Proposal, RollCall, Stance,
    };

    #[test]
    fn the_fast_methods_give_the_same_grounds_as_the_records() {
        let all = [None, Some(Marking::Clear), Some(Marking::Green), Some(Marking::Red)];
        let day = "2024-05-01".parse().unwrap();
        for (place, marking) in all.into_iter().enumerate() {
            let mut snapshot = Snapshot::new(Dossier::new(""));
            let mut party = Party::new("A", Bilingual::default(), PartyKind::State);
            party.marking = marking;
            let mut group = Group::new("G", Bilingual::default(), GroupKind::Forum);
            group.marking = all[(place + 1) % 4];
            let mut proposal = Proposal::new("P", Bilingual::default());
            proposal.marking = all[(place + 2) % 4];
            let mut roll_call = RollCall::new("R", Bilingual::default(), day);
            roll_call.marking = all[(place + 3) % 4];
            let vote = Vote::new(roll_call.id, party.id, Ballot::Yes);
            let stance = Some(Stance::Object);
            let mut own = Position::new(proposal.id, party.id, stance, day);
            own.marking = marking;
            let of_group = Position::new(proposal.id, group.id, stance, day);
            snapshot.parties.put(party.id, party);
            snapshot.groups.put(group.id, group);
            snapshot.proposals.put(proposal.id, proposal);
            snapshot.roll_calls.put(roll_call.id, roll_call);
            snapshot.votes.put(vote.id, vote.clone());
            snapshot.put_position(&own);
            snapshot.put_position(&of_group);
            let records = Records::new(&snapshot);
            let holds = |id: RecordId| Some(snapshot.marking_of(id));
            assert_eq!(records.vote(&vote).marking(), holds(vote.record_id()));
            let entry = snapshot.positions.iter().next().unwrap();
            assert_eq!(records.entry(entry).marking(), holds(own.record_id()));
            let said = records.position(&of_group);
            assert_eq!(said.marking(), holds(of_group.record_id()));
            let both = Grounds::all([records.entry(entry), Grounds::default(), said]);
            let mut named = Vec::new();
            both.each(&mut |record| named.push(record));
            assert_eq!(named, [own.record_id(), of_group.record_id()]);
            assert_eq!(both.marking(), holds(named[0]).max(holds(named[1])));
        }
    }
}
