//! Compares votes with those of the dossier: which are new, which differ, and which stance follows.

use rustc_hash::FxHashMap;

use super::super::told::Told;
use super::plan::{Fate, Options};
use super::rollcalls::RollOf;
use crate::library::templates::stance_of;
use crate::model::{
    Ballot, Certainty, Forum, PartyId, Position, PositionId, ProposalId, RollCallId, Snapshot,
    Stance, Vote, VoteId,
};

/// The votes of a table, and the entries that follow from them.
pub(super) struct Cast<'a> {
    author: &'a str,
    told: Told<'a>,
    stored: FxHashMap<(RollCallId, PartyId), (VoteId, Ballot)>,
    leaders: FxHashMap<ProposalId, PartyId>,
    parties: FxHashMap<PartyId, usize>,
    // By roll call and party: what the first row said, and its line.
    seen: Vec<Vec<(Option<Ballot>, u32)>>,
    votes: Vec<Vote>,
    changed: Vec<Vote>,
    entries: Vec<Position>,
}

/// The additions of a table's votes to a dossier.
pub(super) struct Outcome {
    /// The votes to add.
    pub votes: Vec<Vote>,
    /// The votes that differ from those in the dossier.
    pub changed: Vec<Vote>,
    /// The entries to add.
    pub entries: Vec<Position>,
}

impl<'a> Cast<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, options: &'a Options) -> Self {
        let stored = snapshot.votes.iter();
        let stored = stored.map(|it| ((it.roll_call, it.party), (it.id, it.ballot)));
        let leaders = snapshot.sponsors.iter().filter(|it| it.main);
        Self {
            author: &options.author,
            told: Told::new(snapshot),
            stored: stored.collect(),
            leaders: leaders.map(|it| (it.proposal, it.party)).collect(),
            parties: FxHashMap::default(),
            seen: Vec::new(),
            votes: Vec::new(),
            changed: Vec::new(),
            entries: Vec::new(),
        }
    }

    /// Records a vote, and returns its fate.
    ///
    /// # Errors
    /// The line that gives another vote for the same party in the same roll call.
    pub(super) fn cast(
        &mut self,
        roll: &RollOf,
        place: usize,
        party: PartyId,
        ballot: Ballot,
        line: u64,
    ) -> Result<Fate, u64> {
        let next = self.parties.len();
        let column = *self.parties.entry(party).or_insert(next);
        if self.seen.len() <= place {
            self.seen.resize_with(place + 1, Vec::new);
        }
        if let Some(row) = self.seen.get_mut(place) {
            if row.len() <= column {
                row.resize(column + 1, (None, 0));
            }
            match row.get_mut(column) {
                Some((Some(before), first)) => {
                    return if *before == ballot { Ok(Fate::Same) } else { Err(u64::from(*first)) };
                }
                Some(seen) => *seen = (Some(ballot), u32::try_from(line).unwrap_or(u32::MAX)),
                None => {}
            }
        }
        let mut fate = Fate::Same;
        let stored = if roll.is_new { None } else { self.stored.get(&(roll.id, party)) };
        match stored {
            Some((_, before)) if *before == ballot => {}
            Some((id, _)) => {
                fate = Fate::Changed;
                self.changed.push(Vote { id: *id, roll_call: roll.id, party, ballot });
            }
            None => {
                fate = Fate::New;
                self.votes.push(Vote::new(roll.id, party, ballot));
            }
        }
        let Some(proposal) = roll.proposal else { return Ok(fate) };
        let leads = self.leaders.get(&proposal) == Some(&party);
        let Some(stance) = stance_of(ballot, leads) else { return Ok(fate) };
        let before = if roll.has_new_proposal {
            None
        } else {
            self.told.on((party.into(), proposal), roll.date)
        };
        match before {
            Some(entry) if says(entry.stance, ballot) => {}
            before => {
                if fate == Fate::Same {
                    fate = if before.is_some() { Fate::Changed } else { Fate::New };
                }
                let new = || Position {
                    forum: Some(Forum::Session),
                    certainty: Some(Certainty::Public),
                    source: roll.source,
                    marking: roll.marking,
                    ..Position::new(proposal, party, Some(stance), roll.date)
                };
                // Fields that a correction leaves empty keep their earlier values.
                let mut entry = before.map_or_else(new, |entry| Position {
                    id: PositionId::new(),
                    stance: Some(stance),
                    replaces: Some(entry.id),
                    source: roll.source.or(entry.source),
                    certainty: entry.certainty_of(Some(stance)).or(Some(Certainty::Public)),
                    ..entry
                });
                self.author.clone_into(&mut entry.author);
                self.entries.push(entry);
            }
        }
        Ok(fate)
    }

    /// The result to be added.
    pub(super) fn finish(self) -> Outcome {
        Outcome { votes: self.votes, changed: self.changed, entries: self.entries }
    }
}

/// Whether a party with this stance would vote this way.
fn says(stance: Option<Stance>, ballot: Ballot) -> bool {
    match ballot {
        Ballot::Yes => matches!(stance, Some(Stance::Champion | Stance::Support)),
        Ballot::Abstain => stance == Some(Stance::Accept),
        Ballot::No => stance == Some(Stance::Object),
        Ballot::Unknown => true,
    }
}
