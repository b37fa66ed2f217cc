//! What a room was last told of each poll.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::analysis::Counts;
use crate::model::{Poll, PollId, PollKind, ProposalId};

/// The split last told of each poll.
#[derive(Debug, Default)]
pub(super) struct Told {
    splits: BTreeMap<PollId, Counts>,
    // The poll told last on a proposal and day. One that is undone and recorded once more is another
    // record, of the same answers.
    last: BTreeMap<(ProposalId, PollKind, NaiveDate), PollId>,
}

impl Told {
    /// The split last told of a poll, or of the one in its place.
    pub(super) fn of(&self, poll: &Poll) -> Option<Counts> {
        let own = self.splits.get(&poll.id);
        let last = || self.splits.get(self.last.get(&question(poll))?);
        own.or_else(last).copied()
    }

    /// Notes the split that is told of a poll.
    pub(super) fn note(&mut self, poll: &Poll, counts: Counts) {
        self.splits.insert(poll.id, counts);
        self.last.insert(question(poll), poll.id);
    }
}

fn question(poll: &Poll) -> (ProposalId, PollKind, NaiveDate) {
    (poll.proposal, poll.kind, poll.date)
}
