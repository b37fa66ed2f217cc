//! What rooms were last told of each poll.
//!
//! It outlives a room: whoever saw four answers in one and five in the next knows the fifth.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::analysis::Counts;
use crate::model::{Keyed, Poll, PollId, PollKind, ProposalId};

/// Prefix of the key under which a split is stored in the workspace.
const KEY: &str = "told ";

/// The split last told of each poll.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    splits: BTreeMap<PollId, Counts>,
    // The poll told last on a proposal and day. One that is undone and recorded once more is another
    // record, of the same answers.
    last: BTreeMap<Asked, PollId>,
}

type Asked = (ProposalId, PollKind, NaiveDate);

impl Told {
    /// The split last told of a poll, or of the one in its place.
    pub(super) fn of(&self, poll: &Poll) -> Option<Counts> {
        let own = self.splits.get(&poll.id);
        let last = || self.splits.get(self.last.get(&asked(poll))?);
        own.or_else(last).copied()
    }

    /// Notes the split that is told of a poll.
    pub(super) fn note(&mut self, poll: &Poll, counts: Counts) {
        self.splits.insert(poll.id, counts);
        self.last.insert(asked(poll), poll.id);
    }

    /// The keys and values stored in the workspace.
    pub fn to_workspace(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.last.iter().filter_map(|((proposal, kind, day), poll)| {
            let counts = self.splits.get(poll)?.map(|count| count.to_string()).join(" ");
            let key = format!("{KEY}{proposal} {} {day}", kind.key());
            Some((key, format!("{poll} {counts}")))
        })
    }

    /// Takes up what is stored in the workspace; other keys are passed over.
    pub fn from_workspace<'a>(kept: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut told = Self::default();
        for (asked, poll, counts) in kept.filter_map(|(key, value)| parse(key, value)) {
            told.splits.insert(poll, counts);
            told.last.insert(asked, poll);
        }
        told
    }
}

fn parse(key: &str, value: &str) -> Option<(Asked, PollId, Counts)> {
    let mut asked = key.strip_prefix(KEY)?.split(' ');
    let proposal = ProposalId(asked.next()?.parse().ok()?);
    let kind = PollKind::from_key(asked.next()?)?;
    let day = asked.next()?.parse().ok()?;
    let mut parts = value.split(' ');
    let poll = PollId(parts.next()?.parse().ok()?);
    let mut counts = Counts::default();
    for count in &mut counts {
        *count = parts.next()?.parse().ok()?;
    }
    Some(((proposal, kind, day), poll, counts))
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
            told.note(&Poll::new(ProposalId::new(), *kind, day), [1, 0, 4, 0, 0, 2]);
        }
        let kept: Vec<_> = told.to_workspace().collect();
        let other = [("screen", "room"), ("told x", "1"), ("told ", "")];
        let pairs = kept.iter().map(|(key, value)| (&**key, &**value)).chain(other);
        assert_eq!(Told::from_workspace(pairs), told);
    }
}
