//! What rooms were told of each poll.
//!
//! It outlives a room: whoever saw four answers in one and five in the next knows the fifth. And
//! all of it counts, not the last alone: a split that was told before another one can be compared
//! with what comes after. But a room repeats only what it was told itself, or what was told of a
//! poll that it sees: another room may have been told more than this one may know.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Document;
use crate::analysis::Counts;
use crate::model::{Keyed, Poll, PollId, PollKind, ProposalId, Snapshot};
use crate::store;

/// Prefix of the key under which the splits are stored in the workspace.
const KEY: &str = "told ";

/// The splits told of the polls on a proposal and day, in that order. A poll that is undone and
/// recorded once more is another record, of the same answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    all: BTreeMap<Asked, Vec<(PollId, Counts)>>,
    // The polls of which this room itself was told.
    here: BTreeSet<PollId>,
}

/// A split that a room was told, by what people call its proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldSplit {
    /// The code of the proposal.
    pub code: String,
    /// How the answers were obtained.
    pub kind: PollKind,
    /// The day of the poll.
    pub day: NaiveDate,
    /// How many took each stance.
    pub counts: Counts,
}

type Asked = (ProposalId, PollKind, NaiveDate);

impl Told {
    /// The split last told of a poll, or in this room of the one in its place.
    pub(crate) fn of(&self, poll: &Poll) -> Option<Counts> {
        let told = self.all.get(&asked(poll))?;
        let last = |wanted: &dyn Fn(&PollId) -> bool| told.iter().rev().find(|it| wanted(&it.0));
        let own = last(&|id| *id == poll.id);
        own.or_else(|| last(&|id| self.here.contains(id))).map(|(_, counts)| *counts)
    }

    /// All splits ever told of a poll, or of others on the same proposal and day.
    pub(crate) fn ever(&self, poll: &Poll) -> Vec<Counts> {
        let told = self.all.get(&asked(poll)).into_iter().flatten();
        told.map(|(_, counts)| *counts).collect()
    }

    /// Notes the split that is told of a poll.
    pub(crate) fn note(&mut self, poll: &Poll, counts: Counts) {
        let told = self.all.entry(asked(poll)).or_default();
        told.retain(|it| *it != (poll.id, counts));
        told.push((poll.id, counts));
        self.here.insert(poll.id);
    }

    /// What was told in rooms of this dossier.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn of_dossier(document: &Document) -> Result<Self, store::Error> {
        let kept = document.workspace()?;
        Ok(Self::from_workspace(kept.iter().map(|(key, value)| (&**key, &**value))))
    }

    /// The splits told, with the codes of their proposals, in the order in which they were told.
    pub fn by_code(&self, snapshot: &Snapshot) -> Vec<ToldSplit> {
        let told = self.all.iter().flat_map(|((proposal, kind, day), told)| {
            let code = snapshot.proposals.get(*proposal).map(|proposal| proposal.code.clone());
            told.iter().filter_map(move |(_, counts)| {
                Some(ToldSplit { code: code.clone()?, kind: *kind, day: *day, counts: *counts })
            })
        });
        told.collect()
    }

    /// Whether a key of the workspace is one of those under which this is stored.
    pub fn is_key(key: &str) -> bool {
        key.starts_with(KEY)
    }

    /// The keys and values stored in the workspace.
    pub fn to_workspace(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.all.iter().map(|((proposal, kind, day), told)| {
            let split = |(poll, counts): &(PollId, Counts)| {
                let counts = counts.map(|count| count.to_string()).join(" ");
                format!("{poll} {counts}")
            };
            let key = format!("{KEY}{proposal} {} {day}", kind.key());
            (key, told.iter().map(split).collect::<Vec<_>>().join(";"))
        })
    }

    /// Takes up what earlier rooms were told; other keys of the workspace are passed over.
    pub fn from_workspace<'a>(kept: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let all = kept.filter_map(|(key, value)| parse(key, value)).collect();
        Self { all, here: BTreeSet::new() }
    }
}

fn parse(key: &str, value: &str) -> Option<(Asked, Vec<(PollId, Counts)>)> {
    let mut parts = key.strip_prefix(KEY)?.split(' ');
    let proposal = ProposalId(parts.next()?.parse().ok()?);
    let kind = PollKind::from_key(parts.next()?)?;
    let day = parts.next()?.parse().ok()?;
    let split = |written: &str| {
        let mut parts = written.split(' ');
        let poll = PollId(parts.next()?.parse().ok()?);
        let mut counts = Counts::default();
        for count in &mut counts {
            *count = parts.next()?.parse().ok()?;
        }
        Some((poll, counts))
    };
    Some(((proposal, kind, day), value.split(';').filter_map(split).collect()))
}

fn asked(poll: &Poll) -> Asked {
    (poll.proposal, poll.kind, poll.date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_is_kept_from_one_room_to_the_next() {
        let day = "2026-11-26".parse().unwrap();
        let mut told = Told::default();
        for kind in PollKind::ALL {
            let poll = Poll::new(ProposalId::new(), *kind, day);
            for counts in [[1, 0, 4, 0, 0, 2], [5, 0, 4, 0, 3, 2], [1, 0, 4, 0, 0, 2]] {
                told.note(&poll, counts);
            }
            assert_eq!((told.of(&poll), told.ever(&poll).len()), (Some([1, 0, 4, 0, 0, 2]), 2));
        }
        let kept: Vec<_> = told.to_workspace().collect();
        let other = [("screen", "room"), ("told x", "1"), ("told ", "")];
        let pairs = kept.iter().map(|(key, value)| (&**key, &**value)).chain(other);
        assert_eq!(Told::from_workspace(pairs).all, told.all);
    }

    #[test]
    fn a_room_repeats_what_it_was_told_and_of_other_rooms_what_it_sees() {
        let day = "2026-11-26".parse().unwrap();
        let poll = Poll::new(ProposalId::new(), PollKind::Temperature, day);
        let again = Poll { id: PollId::new(), ..poll.clone() };
        let counts = [0, 3, 0, 0, 2, 0];
        let mut told = Told::default();
        told.note(&poll, counts);
        assert_eq!((told.of(&poll), told.of(&again)), (Some(counts), Some(counts)));
        let kept: Vec<_> = told.to_workspace().collect();
        let next = Told::from_workspace(kept.iter().map(|(key, value)| (&**key, &**value)));
        assert_eq!((next.of(&poll), next.of(&again)), (Some(counts), None));
        assert_eq!(next.ever(&again), [counts], "it can still be compared with it");
    }
}
