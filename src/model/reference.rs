//! Which records a record names, and whether it makes sense without them.

use super::{
    AgendaItem, AimTag, Assessment, Brief, Comment, Concern, Dossier, Engagement, Group, Meeting,
    Membership, NextStep, Parked, Party, Poll, Position, Proposal, Record, RecordId, Relation,
    Remedy, RollCall, Slide, Snapshot, Source, SourceId, Speaker, Sponsor, Term, Vote, with_arenas,
};

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

trait Refers {
    fn refer(&self, found: &mut dyn FnMut(Reference));
}

fn part(field: &'static str, to: impl Into<RecordId>) -> Option<Reference> {
    Some(Reference { field, to: to.into(), part: true })
}

fn rests_on(source: Option<SourceId>) -> Option<Reference> {
    source.map(|to| Reference { field: "source_id", to: to.into(), part: false })
}

macro_rules! refers {
    ($( $record:ident($this:pat) $references:tt )+) => { $(
        impl Refers for $record {
            fn refer(&self, found: &mut dyn FnMut(Reference)) {
                let $this = self;
                let references: &[Option<Reference>] = &$references;
                references.iter().flatten().copied().for_each(found);
            }
        }
    )+ };
}

// What an entry corrects is not among them: that one may be deleted while the correction
// stands.
refers! {
    Dossier(_) []
    Party(_) []
    Group(_) []
    Source(_) []
    Meeting(_) []
    Membership(it) [part("group_id", it.group), part("party_id", it.party)]
    Proposal(it) [rests_on(it.source)]
    Sponsor(it) [part("proposal_id", it.proposal), part("party_id", it.party)]
    AimTag(it) [part("proposal_id", it.proposal)]
    Position(it) [
        part("proposal_id", it.proposal),
        match it.by {
            Speaker::Party(party) => part("party_id", party),
            Speaker::Group(group) => part("group_id", group),
        },
        rests_on(it.source),
    ]
    Brief(it) [part("proposal_id", it.proposal)]
    Assessment(it) [part("proposal_id", it.proposal), rests_on(it.source)]
    Concern(it) [part("assessment_id", it.assessment), part("party_id", it.party)]
    Remedy(it) [part("proposal_id", it.proposal)]
    Relation(it) [
        part("party_id", it.parties[0]),
        part("other_id", it.parties[1]),
        rests_on(it.source),
    ]
    AgendaItem(it) [part("meeting_id", it.meeting), part("proposal_id", it.proposal)]
    Engagement(it) [part("party_id", it.party)]
    NextStep(it) [part("party_id", it.party)]
    Term(it) [rests_on(it.source)]
    RollCall(it) [rests_on(it.source)]
    Comment(it) [part("record_id", it.about), it.answers.and_then(|to| part("answers", to))]
    Poll(it) [part("proposal_id", it.proposal)]
    Parked(it) [it.proposal.and_then(|to| part("proposal_id", to))]
    Slide(it) [it.proposal.and_then(|to| part("proposal_id", to))]
    Vote(it) [part("roll_call_id", it.roll_call), part("party_id", it.party)]
}

macro_rules! dispatch {
    ($( $field:ident $table:ident $record:ident $id:ident )+) => {
        impl Record {
            /// The records it names.
            pub fn references(&self) -> Vec<Reference> {
                let mut references = Vec::new();
                let mut found = |reference| references.push(reference);
                match self {
                    Self::Dossier(record) => record.refer(&mut found),
                    Self::Position(record) => record.refer(&mut found),
                    $( Self::$record(record) => record.refer(&mut found), )+
                }
                references
            }
        }

        impl Snapshot {
            /// Every reference that stands in a record, other than in positions of parties.
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

with_arenas!(dispatch);

impl Record {
    /// The source it rests on, where it can have one.
    pub fn source_mut(&mut self) -> Option<&mut Option<SourceId>> {
        match self {
            Self::Proposal(record) => Some(&mut record.source),
            Self::Position(record) => Some(&mut record.source),
            Self::Assessment(record) => Some(&mut record.source),
            Self::Relation(record) => Some(&mut record.source),
            Self::Term(record) => Some(&mut record.source),
            Self::RollCall(record) => Some(&mut record.source),
            _ => None,
        }
    }
}
