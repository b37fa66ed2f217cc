//! Procedures and the rules behind them.

use chrono::{DateTime, NaiveDate, Utc};

use super::{CountsAs, together};
use crate::analysis::Rule;
use crate::model::{
    AgendaItem, Meeting, MeetingKind, Procedure, ProposalId, SilenceState, Snapshot, Stance,
};

/// The first decision on a proposal that is not over on a day: its agenda item, and how it is
/// decided. Items decided together are decided in one way, so only one of them has to say how.
pub(super) fn coming_decision(
    snapshot: &Snapshot,
    proposal: ProposalId,
    day: NaiveDate,
) -> Option<(&AgendaItem, Procedure)> {
    let agenda = snapshot.agenda.iter().filter(|it| it.proposal == proposal);
    let decisions = agenda.filter_map(|it| {
        let meeting = snapshot.meetings.get(it.meeting).filter(|it| it.last_day() >= day)?;
        let all = together(snapshot, it);
        let how = all.iter().find_map(|it| it.decided_by(meeting));
        let how = how.or_else(|| (all.len() > 1).then(Procedure::default))?;
        Some(((meeting.ends(), &meeting.title), (it, how)))
    });
    decisions.min_by(|(a, _), (b, _)| a.cmp(b)).map(|(_, found)| found)
}

/// How a proposal is decided: as its first decision not over on a day says, or by consensus if no
/// agenda has one.
pub fn coming_procedure(snapshot: &Snapshot, proposal: ProposalId, day: NaiveDate) -> Procedure {
    coming_decision(snapshot, proposal, day).map(|(_, how)| how).unwrap_or_default()
}

/// The meetings, deadlines and silence procedures on a proposal that are not over yet, earliest
/// first. `today` is the date where the user is.
pub fn ahead(
    snapshot: &Snapshot,
    proposal: ProposalId,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Vec<&Meeting> {
    let agenda = snapshot.agenda.iter().filter(|it| it.proposal == proposal);
    let meetings = agenda.filter_map(|it| snapshot.meetings.get(it.meeting));
    let coming = |it: &&Meeting| match it.kind {
        MeetingKind::Silence => it.silence(now) == Some(SilenceState::Running),
        MeetingKind::Meeting | MeetingKind::Deadline => it.last_day() >= today,
    };
    let mut meetings: Vec<_> = meetings.filter(coming).collect();
    meetings.sort_by(|a, b| (a.ends(), &a.title).cmp(&(b.ends(), &b.title)));
    meetings
}

impl Procedure {
    /// The rule that has to be met; `None` for sponsorship, which decides nothing.
    ///
    /// A silence procedure is consensus in writing: one objection ends it. Whether a party kept
    /// silent is known only afterwards, so an unknown stands in the way here as well.
    pub fn rule(self) -> Option<Rule> {
        match self {
            Self::Consensus | Self::Silence => Some(Rule::Consensus),
            Self::TwoThirds => Some(Rule::TwoThirds),
            Self::Majority => Some(Rule::Majority),
            Self::Sponsorship => None,
        }
    }

    /// How a stance counts. A party waiting for its capital would break a silence, whatever its
    /// stance; in a vote the waiting is not held against the proposal.
    pub fn counts_as(self, stance: Option<Stance>, hold: bool) -> CountsAs {
        match self {
            Self::Silence if hold => CountsAs::Against,
            Self::Consensus
            | Self::Silence
            | Self::TwoThirds
            | Self::Majority
            | Self::Sponsorship => CountsAs::of(stance),
        }
    }
}

impl From<Rule> for Procedure {
    fn from(rule: Rule) -> Self {
        match rule {
            Rule::Consensus => Self::Consensus,
            Rule::TwoThirds => Self::TwoThirds,
            Rule::Majority => Self::Majority,
        }
    }
}
