//! The whole dossier in memory.

use chrono::NaiveDate;

use super::{
    Arena, Assessment, AssessmentId, Dossier, Entry, Group, GroupId, Ledger, Membership,
    MembershipId, NewEntry, Obstacle, Party, PartyId, Position, PositionId, Proposal, ProposalId,
    RollCall, RollCallId, Slot, Source, SourceId, Sponsor, SponsorId, Vote, VoteId,
};

/// All records of a dossier that are not deleted.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The dossier itself.
    pub dossier: Dossier,
    /// The parties.
    pub parties: Arena<PartyId, Party>,
    /// The groups.
    pub groups: Arena<GroupId, Group>,
    /// Who is a member of which group.
    pub memberships: Arena<MembershipId, Membership>,
    /// The proposals.
    pub proposals: Arena<ProposalId, Proposal>,
    /// Who sponsors what.
    pub sponsors: Arena<SponsorId, Sponsor>,
    /// The entries on who stands where.
    pub positions: Ledger,
    /// The assessments of obstacles.
    pub assessments: Arena<AssessmentId, Assessment>,
    /// The sources.
    pub sources: Arena<SourceId, Source>,
    /// The roll calls.
    pub roll_calls: Arena<RollCallId, RollCall>,
    /// The votes cast in them.
    pub votes: Arena<VoteId, Vote>,
}

impl Snapshot {
    /// A dossier without records.
    pub fn new(dossier: Dossier) -> Self {
        Self {
            dossier,
            parties: Arena::default(),
            groups: Arena::default(),
            memberships: Arena::default(),
            proposals: Arena::default(),
            sponsors: Arena::default(),
            positions: Ledger::default(),
            assessments: Arena::default(),
            sources: Arena::default(),
            roll_calls: Arena::default(),
            votes: Arena::default(),
        }
    }

    /// The party with this code.
    pub fn party_by_code(&self, code: &str) -> Option<&Party> {
        self.parties.iter().find(|party| party.code.eq_ignore_ascii_case(code))
    }

    /// The proposal with this code.
    pub fn proposal_by_code(&self, code: &str) -> Option<&Proposal> {
        self.proposals.iter().find(|proposal| proposal.code.eq_ignore_ascii_case(code))
    }

    /// Puts a position in the ledger, in place of an older state of it.
    ///
    /// Its proposal and party have to be known; else it belongs nowhere and is left out.
    pub fn put_position(&mut self, position: &Position) {
        let slots = self.proposals.place(position.proposal).zip(self.parties.place(position.party));
        let Some((proposal, party)) = slots else { return };
        self.positions.remove(proposal, party, position.id);
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
            replaces: position.replaces,
            author: &position.author,
            marking: position.marking,
        });
    }

    /// Takes a position out of the ledger.
    pub fn remove_position(&mut self, position: &Position) {
        let slots = self.proposals.place(position.proposal).zip(self.parties.place(position.party));
        if let Some((proposal, party)) = slots {
            self.positions.remove(proposal, party, position.id);
        }
    }

    /// The entries on one proposal and one party as plain values, newest first.
    pub fn line(&self, proposal: ProposalId, party: PartyId) -> Vec<Position> {
        let slots = self.proposals.slot(proposal).zip(self.parties.slot(party));
        let Some((proposal, party)) = slots else { return Vec::new() };
        let line = self.positions.line(proposal, party);
        line.into_iter().filter_map(|entry| self.position(entry)).collect()
    }

    /// One entry on this proposal and party, by its identity.
    pub fn find_position(
        &self,
        proposal: ProposalId,
        party: PartyId,
        id: PositionId,
    ) -> Option<Position> {
        self.line(proposal, party).into_iter().find(|position| position.id == id)
    }

    /// The entry that holds on this day, as a plain value.
    pub fn current_position(
        &self,
        proposal: ProposalId,
        party: PartyId,
        as_of: NaiveDate,
    ) -> Option<Position> {
        let (proposal, party) = (self.proposals.slot(proposal)?, self.parties.slot(party)?);
        self.position(self.positions.current(proposal, party, as_of)?)
    }

    /// An entry of the ledger as a plain value.
    pub fn position(&self, entry: Entry<'_>) -> Option<Position> {
        let proposal = self.proposals.at(entry.proposal())?.id;
        let party = self.parties.at(entry.party())?.id;
        Some(entry.to_position(proposal, party, self.source_at(entry.source())))
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
