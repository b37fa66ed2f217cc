//! Alerts: the points in the user's own briefs that need attention.

use chrono::NaiveDate;

use crate::model::{Brief, Instruction, Meeting, MeetingKind, ProposalId, Snapshot, Status};

/// Something about a brief that needs attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alert {
    /// The user has said that the proposal as it is now crosses the red line.
    RedLineCrossed,
    /// The instruction is not cleared, and its deadline has passed.
    InstructionLate,
    /// The instruction is not cleared, and a meeting is coming up.
    InstructionMissing {
        /// The first day of the next meeting.
        meeting: NaiveDate,
    },
}

/// The last meeting that ended before a day; deadlines and silence procedures do not count.
pub(crate) fn last_meeting(snapshot: &Snapshot, day: NaiveDate) -> Option<&Meeting> {
    let meetings = snapshot.meetings.iter().filter(|it| it.kind == MeetingKind::Meeting);
    let over = meetings.filter(|meeting| meeting.last_day() < day);
    over.max_by_key(|meeting| (meeting.last_day(), meeting.id))
}

/// The next meeting on a proposal: the earliest that is not over on this day and has the proposal
/// on its agenda, or has no agenda yet.
pub(crate) fn next_meeting(
    snapshot: &Snapshot,
    proposal: ProposalId,
    today: NaiveDate,
) -> Option<&Meeting> {
    let concerns = |meeting: &&Meeting| {
        let mut agenda = snapshot.agenda.iter().filter(|item| item.meeting == meeting.id);
        let first = agenda.next();
        first.is_none_or(|first| {
            first.proposal == proposal || agenda.any(|item| item.proposal == proposal)
        })
    };
    let ahead = snapshot
        .meetings
        .iter()
        .filter(|meeting| meeting.kind == MeetingKind::Meeting && meeting.last_day() >= today);
    ahead.filter(concerns).min_by_key(|meeting| (meeting.date, meeting.id))
}

/// The user's own brief on a proposal.
pub(crate) fn brief_on(snapshot: &Snapshot, proposal: ProposalId) -> Option<&Brief> {
    snapshot.briefs.iter().find(|brief| brief.proposal == proposal)
}

/// The alerts of the brief on a proposal, most pressing first; none once the proposal is adopted or
/// dropped.
pub(crate) fn alerts(snapshot: &Snapshot, proposal: ProposalId, today: NaiveDate) -> Vec<Alert> {
    let status = snapshot.proposals.get(proposal).map(|proposal| proposal.status);
    let over = matches!(status, None | Some(Status::Adopted | Status::Dropped));
    let Some(brief) = brief_on(snapshot, proposal).filter(|_| !over) else { return Vec::new() };
    let mut alerts = Vec::new();
    if brief.crossed {
        alerts.push(Alert::RedLineCrossed);
    }
    if brief.instruction != Instruction::Cleared {
        let late = brief.instruction_by.is_some_and(|by| by < today);
        let meeting = next_meeting(snapshot, proposal, today).map(|meeting| meeting.date);
        if late {
            alerts.push(Alert::InstructionLate);
        }
        alerts.extend(meeting.map(|meeting| Alert::InstructionMissing { meeting }));
    }
    alerts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bilingual, Dossier, Proposal};

    #[test]
    fn a_brief_needs_attention_until_it_is_cleared_or_the_matter_is_over() {
        let day = |day: &str| day.parse::<NaiveDate>().unwrap();
        let today = day("2026-03-01");
        let mut snapshot = Snapshot::new(Dossier::new(""));
        let mut proposal = Proposal::new("P", Bilingual::default());
        snapshot.proposals.put(proposal.id, proposal.clone());
        assert_eq!(alerts(&snapshot, proposal.id, today), []);
        let mut brief = Brief::new(proposal.id);
        brief.instruction_by = Some(day("2026-02-28"));
        snapshot.briefs.put(brief.id, brief.clone());
        assert_eq!(alerts(&snapshot, proposal.id, today), [Alert::InstructionLate]);
        for (title, on) in [("past", "2026-02-01"), ("later", "2026-09-01"), ("next", "2026-04-01")]
        {
            let meeting = Meeting::new(title, day(on));
            snapshot.meetings.put(meeting.id, meeting);
        }
        brief.instruction_by = Some(today);
        snapshot.briefs.put(brief.id, brief.clone());
        let missing = Alert::InstructionMissing { meeting: day("2026-04-01") };
        assert_eq!(alerts(&snapshot, proposal.id, today), [missing]);
        brief.instruction = Instruction::Cleared;
        brief.crossed = true;
        snapshot.briefs.put(brief.id, brief);
        assert_eq!(alerts(&snapshot, proposal.id, today), [Alert::RedLineCrossed]);
        proposal.status = Status::Adopted;
        snapshot.proposals.put(proposal.id, proposal.clone());
        assert_eq!(alerts(&snapshot, proposal.id, today), []);
    }
}
