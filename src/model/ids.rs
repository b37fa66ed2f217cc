//! Identities of records: one type a table, so that they cannot be mixed up.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use serde::Serialize;
use uuid::{NoContext, Timestamp, Uuid};

use super::columns::parse_id;
use super::describe::{Columns, Holds, InColumns, Names, New, Value};
use super::{RecordId, Table};

/// A new identity. It sorts after those made before it on this machine.
pub fn fresh_id() -> Uuid {
    id_at(SystemTime::now())
}

/// The same by this clock, which may stand before 1970, where the time of an identity begins:
/// a machine whose battery is empty wakes up anywhere.
fn id_at(now: SystemTime) -> Uuid {
    static BEFORE: AtomicU64 = AtomicU64::new(0);
    if now.duration_since(SystemTime::UNIX_EPOCH).is_ok() {
        return Uuid::now_v7();
    }
    let since = Duration::from_millis(BEFORE.fetch_add(1, Ordering::Relaxed));
    Uuid::new_v7(Timestamp::from_unix(NoContext, since.as_secs(), since.subsec_nanos()))
}

macro_rules! ids {
    ($( $(#[$meta:meta])* $name:ident in $table:ident )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new identity. It sorts after those made before it on this machine.
            #[expect(clippy::new_without_default, reason = "a default identity would be a trap")]
            pub fn new() -> Self {
                Self(fresh_id())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        $crate::model::columns::one_column! {
            $name: Holds::Id(Table::$table),
                |value| parse_id($crate::model::columns::text(&value)?).map($name),
                |id| Value::Text(id.0.to_string().into());
        }

        impl Names for $name {
            fn each(&self, found: &mut dyn FnMut(usize, RecordId)) {
                found(0, (*self).into());
            }

            fn rename(&mut self, new: &mut New<'_>) {
                self.0 = new((*self).into());
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }

        impl From<$name> for RecordId {
            fn from(id: $name) -> RecordId {
                RecordId { table: Table::$table, id: id.0 }
            }
        }
    )+ };
}

ids! {
    /// Names a dossier; copies of one file share it.
    DossierId in Dossier
    /// Names a party.
    PartyId in Parties
    /// Names a group of parties.
    GroupId in Groups
    /// Names the membership of one party in one group.
    MembershipId in Memberships
    /// Names a proposal.
    ProposalId in Proposals
    /// Names the sponsorship of one proposal by one party.
    SponsorId in Sponsors
    /// Names the tag that a proposal serves one aim.
    AimTagId in AimTags
    /// Names one dated entry on where a party or a group stands.
    PositionId in Positions
    /// Names one's own brief on a proposal.
    BriefId in Briefs
    /// Names one dated assessment of an obstacle.
    AssessmentId in Assessments
    /// Names the link from an assessment to a party it concerns.
    ConcernId in Concerns
    /// Names a remedy against an obstacle.
    RemedyId in Remedies
    /// Names one dated judgement of how far two parties trust each other.
    RelationId in Relations
    /// Names what moves a party, and what it can be offered.
    EngagementId in Engagements
    /// Names one step in the engagement of a party.
    NextStepId in NextSteps
    /// Names a contested term.
    TermId in Terms
    /// Names a meeting.
    MeetingId in Meetings
    /// Names the link from a meeting to a proposal on its agenda.
    AgendaItemId in Agenda
    /// Names a source.
    SourceId in Sources
    /// Names a roll call.
    RollCallId in RollCalls
    /// Names the vote of one party in one roll call.
    VoteId in Votes
    /// Names a remark on a record.
    CommentId in Comments
    /// Names a poll.
    PollId in Polls
    /// Names a point that was put aside.
    ParkedId in Parked
    /// Names a slide of the running order.
    SlideId in Slides
}

/// An identity that tells nothing of when it was made; `None` where the system has no
/// randomness to give.
pub fn timeless_id() -> Option<Uuid> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_before_1970_gives_identities_in_order() {
        let early = SystemTime::UNIX_EPOCH - Duration::from_secs(3600);
        let ids: Vec<_> = (0..100).map(|_| id_at(early)).collect();
        assert!(ids.is_sorted_by(|one, next| one < next), "{ids:?}");
        assert!(ids.iter().all(|id| id.get_version_num() == 7 && *id < fresh_id()));
    }
}
