//! Stances expressed without names, until they go into the dossier as one tally.
//!
//! Under the Chatham House Rule nobody may be able to tell who said what. Stances written down one
//! by one would reveal it to anybody who kept the list of speakers. So their order is kept in
//! memory only, and the file never holds more than their counts.

use chrono::NaiveDate;

use crate::model::{
    Keyed, Marking, Poll, PollId, PollKind, ProposalId, Snapshot, Stance, timeless_id,
};

/// Prefix of the key under which a tally is stored in the workspace.
const KEY: &str = "spoken ";

/// Stored for "the dossier's own marking".
const OWN: &str = "own";

/// A moment in the history of the dossier, to order what was said among its steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// How many steps could be undone.
    pub undoable: usize,
    /// How many steps had been made that neither undo nor redo another.
    pub made: usize,
}

/// Stances taken without names on one proposal and not in the dossier yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Its id: that of the poll it will be added to, or one that reveals no time.
    pub id: PollId,
    /// The day it was said.
    pub date: NaiveDate,
    /// Its marking: `None`, the dossier's own, unless the poll it is added to has another. A room's
    /// ceiling limits what may be seen in it, not how far what is said there may go.
    pub marking: Option<Marking>,
    /// The count for each stance, in the order of the scale.
    pub counts: [u32; 6],
    /// Counts already in the dossier.
    pub before: [u32; 6],
    // In the order of speaking, each with the moment it was said, and in the order of taking back,
    // each with the moment it was taken back. Never written to disk.
    said: Vec<(Stance, Moment)>,
    undone: Vec<(Stance, Moment)>,
}

impl Spoken {
    /// An empty tally.
    pub fn new(date: NaiveDate) -> Self {
        // Without a source of randomness, writing will fail and say so.
        let (id, none) = (PollId(timeless_id().unwrap_or_default()), [0; 6]);
        let (said, undone, marking) = (Vec::new(), Vec::new(), None);
        Self { id, date, marking, counts: none, before: none, said, undone }
    }

    /// Adopts the tally of the same day and proposal, if it is in the dossier and statements in
    /// this room are added to it; those in another room are a separate tally, and so are those after
    /// it was marked more strictly than the room may see.
    pub fn follow(
        &mut self,
        snapshot: &Snapshot,
        proposal: ProposalId,
        ceiling: Marking,
        adds: &dyn Fn(PollId) -> bool,
    ) {
        let strict = |poll: &Poll| poll.marking.is_some_and(|marking| marking > ceiling);
        if snapshot.polls.get(self.id).is_some_and(strict) {
            self.id = PollId(timeless_id().unwrap_or_default());
        }
        let same = |poll: &&Poll| {
            (poll.proposal, poll.kind, poll.date) == (proposal, PollKind::Speakers, self.date)
                && (poll.id == self.id || adds(poll.id))
                && !strict(poll)
        };
        let found = snapshot.polls.iter().find(same);
        self.before = found.map_or([0; 6], |poll| poll.counts);
        self.marking = found.and_then(|poll| poll.marking);
        self.id = found.map_or(self.id, |poll| poll.id);
    }

    /// Forgets the order of speaking, and with it the means to take anything back.
    pub(crate) fn forget_order(&mut self) {
        (self.said, self.undone) = (Vec::new(), Vec::new());
    }

    /// The number of speakers.
    pub fn total(&self) -> u32 {
        self.counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// Counts one more.
    pub fn add(&mut self, stance: Stance, now: Moment) {
        self.undone.clear();
        self.count(stance, now);
    }

    fn count(&mut self, stance: Stance, now: Moment) {
        let count = &mut self.counts[stance as usize];
        *count = count.saturating_add(1);
        self.said.push((stance, now));
    }

    /// Whether undo takes back the last stance: no step has been made since.
    pub(crate) fn can_take_back(&self, now: Moment) -> bool {
        self.said.last().is_some_and(|(_, then)| then.undoable >= now.undoable)
    }

    /// Takes back the last stance.
    pub(crate) fn take_back(&mut self, now: Moment) {
        if let Some((stance, _)) = self.said.pop() {
            let count = &mut self.counts[stance as usize];
            *count = count.saturating_sub(1);
            self.undone.push((stance, now));
        }
    }

    /// Whether redo counts the last one taken back again: no step has been made or undone since.
    pub(crate) fn can_count_again(&self, now: Moment) -> bool {
        self.undone.last().is_some_and(|(_, then)| *then == now)
    }

    /// Counts the last one taken back again.
    pub(crate) fn count_again(&mut self, now: Moment) {
        if let Some((stance, _)) = self.undone.pop() {
            self.count(stance, now);
        }
    }

    /// The poll as it goes into the dossier, including earlier counts.
    pub fn poll(&self, proposal: ProposalId) -> Poll {
        let mut counts = self.before;
        for (count, more) in counts.iter_mut().zip(self.counts) {
            *count = count.saturating_add(more);
        }
        Poll {
            id: self.id,
            marking: self.marking,
            counts,
            ..Poll::new(proposal, PollKind::Speakers, self.date)
        }
    }

    /// The key and value stored in the workspace.
    pub fn to_workspace(&self, proposal: ProposalId) -> (String, String) {
        let counts = self.counts.map(|count| count.to_string()).join(" ");
        let marking = self.marking.map_or(OWN, Keyed::key);
        let value = format!("{} {} {marking} {counts}", self.id, self.date);
        (Self::key(proposal), value)
    }

    /// The key under which a proposal's tally is stored in the workspace.
    pub fn key(proposal: ProposalId) -> String {
        format!("{KEY}{proposal}")
    }

    /// Reads a key and value from the workspace; `None` if they are about something else.
    pub(crate) fn from_workspace(key: &str, value: &str) -> Option<(ProposalId, Self)> {
        let proposal = ProposalId(key.strip_prefix(KEY)?.parse().ok()?);
        let mut parts = value.split(' ');
        let id = PollId(parts.next()?.parse().ok()?);
        let date = parts.next()?.parse().ok()?;
        let mut spoken = Self::new(date);
        spoken.marking = match parts.next()? {
            OWN => None,
            key => Some(Marking::from_key(key)?),
        };
        spoken.id = id;
        for count in &mut spoken.counts {
            *count = parts.next()?.parse().ok()?;
        }
        Some((proposal, spoken))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desk_stores_counts_and_never_their_order() {
        let (proposal, id) = (ProposalId::new(), PollId::new());
        let said = |order: &[Stance]| {
            let mut spoken = Spoken::new("2026-11-25".parse().unwrap());
            spoken.id = id;
            let now = Moment { undoable: 0, made: 0 };
            order.iter().for_each(|stance| spoken.add(*stance, now));
            spoken.to_workspace(proposal)
        };
        let one = said(&[Stance::Support, Stance::Object, Stance::Support]);
        assert_eq!(one, said(&[Stance::Object, Stance::Support, Stance::Support]));
        let (found, spoken) = Spoken::from_workspace(&one.0, &one.1).unwrap();
        assert_eq!((found, spoken.total(), spoken.to_workspace(proposal)), (proposal, 3, one));
        for (key, value) in [("screen", "room"), ("spoken x", ""), ("spoken ", "2026-11-25 RED 1")]
        {
            assert_eq!(Spoken::from_workspace(key, value), None);
        }
    }

    #[test]
    fn only_a_count_after_the_last_step_is_taken_back_and_counted_again() {
        let at = |undoable| Moment { undoable, made: undoable };
        let mut spoken = Spoken::new("2026-11-25".parse().unwrap());
        spoken.add(Stance::Support, at(3));
        spoken.add(Stance::Object, at(4));
        assert!(!spoken.can_take_back(at(5)), "a step stands before it");
        assert!(spoken.can_take_back(at(4)));
        spoken.take_back(at(4));
        assert_eq!(spoken.total(), 1);
        assert!(!spoken.can_take_back(at(4)), "the step before the first one comes now");
        assert!(spoken.can_count_again(at(4)));
        spoken.count_again(at(4));
        assert_eq!(spoken.total(), 2);
        // A step made since, even if it was undone, is what redo applies to.
        spoken.take_back(at(4));
        assert!(!spoken.can_count_again(Moment { undoable: 4, made: 5 }));
    }
}
