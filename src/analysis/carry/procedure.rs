//! Procedures and the rules behind them.

use chrono::NaiveDate;

use super::CountsAs;
use crate::analysis::Rule;
use crate::model::{Procedure, ProposalId, Snapshot, Stance};

/// How a proposal is decided: as the first decision says that is not over on a day, or by consensus if none
/// is on an agenda.
pub fn coming_procedure(snapshot: &Snapshot, proposal: ProposalId, day: NaiveDate) -> Procedure {
    let agenda = snapshot.agenda.iter().filter(|it| it.proposal == proposal);
    let decisions = agenda.filter_map(|it| {
        let meeting = snapshot.meetings.get(it.meeting).filter(|it| it.last_day() >= day)?;
        Some(((meeting.ends(), &meeting.title), it.decided_by(meeting)?))
    });
    decisions.min_by(|(a, _), (b, _)| a.cmp(b)).map(|(_, by)| by).unwrap_or_default()
}

impl Procedure {
    /// The rule that has to be met; `None` for sponsorship, which decides nothing.
    ///
    /// A silence procedure is consensus in writing: one objection ends it. That somebody kept silent is
    /// known afterwards only, so whoever is unknown before stands in the way here as well.
    pub fn rule(self) -> Option<Rule> {
        match self {
            Self::Consensus | Self::Silence => Some(Rule::Consensus),
            Self::TwoThirds => Some(Rule::TwoThirds),
            Self::Majority => Some(Rule::Majority),
            Self::Sponsorship => None,
        }
    }

    /// How a stance counts. Whoever waits for its capital would break a silence, whatever its stance; in a
    /// vote that is not held against the proposal.
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
