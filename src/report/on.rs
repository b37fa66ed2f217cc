//! The records that a page is on, found in the visible part of the dossier.

use chrono::NaiveDate;

use super::{Subject, proposals_in_order};
use crate::analysis::Filter;
use crate::model::words::fold;
use crate::model::{
    Meeting, MeetingId, PartyId, ProposalId, RecordId, ScenarioId, Snapshot, Table,
};
use crate::text::{Text, msg};

/// The kind of record that a page is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// One proposal or several.
    Proposals,
    /// One proposal only.
    Proposal,
    /// A party.
    Party,
    /// A meeting.
    Meeting,
}

/// The records that a page is on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum On {
    /// None: it is on the whole dossier.
    #[default]
    Nothing,
    /// These proposals, one after the other.
    Proposals(Vec<ProposalId>),
    /// This party.
    Party(PartyId),
    /// These parties, one below the other.
    Parties(Vec<PartyId>),
    /// This meeting.
    Meeting(MeetingId),
    /// The parties and proposals that a screen shows.
    Shown(Box<Filter>),
    /// These parties and these proposals; where either is empty, all.
    Part(Vec<PartyId>, Vec<ProposalId>),
    /// These scenarios compared with today; on one proposal, or on all on which they assume
    /// anything.
    Scenarios(Vec<ScenarioId>, Option<ProposalId>),
}

/// The subject records of a page, as chosen in the dossier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chosen {
    /// Nothing.
    #[default]
    Nothing,
    /// This proposal.
    Proposal(ProposalId),
    /// The proposals that are selected together.
    Selected,
    /// Every proposal.
    EveryProposal,
    /// This party.
    Party(PartyId),
    /// This meeting.
    Meeting(MeetingId),
    /// The parties and proposals that the screen shows.
    Shown,
    /// The parties and proposals that are selected together.
    Part,
    /// The records of this table that the list on screen shows, in its order.
    Listed(Table),
}

/// The state of a screen, for a page about what it shows.
#[derive(Clone, Copy, Debug)]
pub struct OnScreen<'a> {
    /// The filter of the matrix.
    pub filter: &'a Filter,
    /// The proposals that are selected together.
    pub selected: &'a [ProposalId],
    /// The records of the list on screen.
    pub listed: &'a [RecordId],
}

impl Chosen {
    /// Whether a page of this subject can be on it.
    pub fn suits(self, subject: Subject) -> bool {
        match (self, subject.topic()) {
            (Self::Nothing, topic) => topic.is_none(),
            (Self::Shown | Self::Part, _) => subject == Subject::Matrix,
            (Self::Listed(table), _) => matches!(
                (table, subject),
                (Table::Proposals, Subject::Proposals) | (Table::Parties, Subject::Parties)
            ),
            (Self::Proposal(_), topic) => {
                matches!(topic, Some(Topic::Proposals | Topic::Proposal))
            }
            (Self::Selected | Self::EveryProposal, topic) => topic == Some(Topic::Proposals),
            (Self::Party(_), topic) => topic == Some(Topic::Party),
            (Self::Meeting(_), topic) => topic == Some(Topic::Meeting),
        }
    }

    /// The names of that in the dossier, given what is on screen. What is selected together in the
    /// matrix is named by [`Named::part`].
    pub fn named(self, snapshot: &Snapshot, screen: OnScreen<'_>) -> Named {
        let OnScreen { filter, selected, listed } = screen;
        let code = |id: ProposalId| snapshot.proposals.get(id).map(|it| it.code.clone());
        let named = match self {
            Self::Nothing | Self::Part => None,
            Self::Shown => {
                let groups = filter.groups.values.iter().filter_map(|it| snapshot.groups.get(*it));
                let groups = groups.map(|group| group.code.clone()).collect();
                let proposals = filter.named_proposals();
                let proposals = proposals.filter_map(|id| Some((id, code(id)?))).collect();
                Some(Named::Shown(Box::new(filter.clone()), groups, proposals))
            }
            Self::Listed(Table::Parties) => {
                let code = |it: &RecordId| snapshot.parties.get(PartyId(it.id));
                let codes = listed.iter().filter_map(code).map(|it| it.code.clone());
                Some(Named::ListedParties(codes.collect()))
            }
            Self::Listed(_) => {
                let codes = listed.iter().filter_map(|it| code(ProposalId(it.id)));
                Some(Named::ListedProposals(codes.collect()))
            }
            Self::Selected => {
                Some(Named::Proposals(selected.iter().filter_map(|id| code(*id)).collect()))
            }
            Self::Proposal(id) => code(id).map(|code| Named::Proposals(vec![code])),
            Self::EveryProposal => {
                let all = proposals_in_order(snapshot).into_iter();
                Some(Named::Proposals(all.map(|(_, proposal)| proposal.code.clone()).collect()))
            }
            Self::Party(id) => {
                snapshot.parties.get(id).map(|party| Named::Party(party.code.clone()))
            }
            Self::Meeting(id) => snapshot
                .meetings
                .get(id)
                .map(|it| Named::Meeting(Some(it.title.clone()), Some(it.date))),
        };
        named.unwrap_or_default()
    }
}

/// The same by names and codes, because records have other identities in a part of a dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Named {
    /// None.
    #[default]
    Nothing,
    /// Proposals by their codes.
    Proposals(Vec<String>),
    /// A party by its code.
    Party(String),
    /// A meeting by its title, its first day or both.
    Meeting(Option<String>, Option<NaiveDate>),
    /// The matches of a filter, and the codes of the groups and proposals that it names: the ids in
    /// the filter are those of the dossier in which it was chosen.
    Shown(Box<Filter>, Vec<String>, Vec<(ProposalId, String)>),
    /// Scenarios by their names, and the code of a proposal.
    Scenarios(Vec<String>, Option<String>),
    /// Those of these proposals that may be seen, by their codes.
    ListedProposals(Vec<String>),
    /// Those of these parties that may be seen, by their codes.
    ListedParties(Vec<String>),
    /// Any of these under a scenario, by its name.
    Under(Box<Self>, String),
    /// Parties and proposals by their codes; where either is empty, all.
    Part(Vec<String>, Vec<String>),
}

/// Why the records of a page were not found, with the name used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfound {
    /// There is no such proposal.
    Proposal(String),
    /// There is no such party.
    Party(String),
    /// There is no such meeting.
    Meeting,
    /// There are several such meetings.
    Meetings(usize),
    /// There is no such group.
    Group(String),
    /// There is no such scenario.
    Scenario(String),
    /// There are several such scenarios.
    Scenarios(String),
}

impl Unfound {
    /// The explanation for the user; `withheld` if it exists and may not be seen.
    pub fn words(&self, text: Text, withheld: bool) -> String {
        match self {
            Self::Proposal(code) | Self::Party(code) => {
                let id = match (self, withheld) {
                    (Self::Party(_), false) => msg!("page-no-party"),
                    (Self::Party(_), true) => msg!("page-party-withheld"),
                    (_, false) => msg!("brief-unknown"),
                    (_, true) => msg!("brief-withheld"),
                };
                text.with(id, &[("code", code.as_str().into())])
            }
            Self::Meeting if withheld => text.get(msg!("page-meeting-withheld")).to_owned(),
            Self::Meeting => text.get(msg!("page-no-meeting")).to_owned(),
            Self::Meetings(count) => {
                text.with(msg!("page-many-meetings"), &[("count", (*count).into())])
            }
            Self::Scenario(name) | Self::Scenarios(name) => {
                let id = match (self, withheld) {
                    (Self::Scenarios(_), _) => msg!("page-many-scenarios"),
                    (_, false) => msg!("page-no-scenario"),
                    (_, true) => msg!("page-scenario-withheld"),
                };
                text.with(id, &[("name", name.as_str().into())])
            }
            Self::Group(code) => {
                text.with(msg!("page-group-withheld"), &[("code", code.as_str().into())])
            }
        }
    }
}

impl On {
    /// The one proposal it is on, if it is on one.
    pub(crate) fn one_proposal(&self) -> Option<ProposalId> {
        match self {
            Self::Proposals(ids) => match ids.as_slice() {
                [one] => Some(*one),
                _ => None,
            },
            Self::Scenarios(_, proposal) => *proposal,
            Self::Nothing
            | Self::Party(_)
            | Self::Parties(_)
            | Self::Meeting(_)
            | Self::Shown(_)
            | Self::Part(..) => None,
        }
    }
}

impl Named {
    /// The parties and proposals that are selected together, as cells of the matrix.
    pub fn part(snapshot: &Snapshot, parties: &[PartyId], proposals: &[ProposalId]) -> Self {
        let proposals = proposals.iter().filter_map(|id| snapshot.proposals.get(*id));
        let parties = parties.iter().filter_map(|id| snapshot.parties.get(*id));
        let parties = parties.map(|party| party.code.clone()).collect();
        Self::Part(parties, proposals.map(|proposal| proposal.code.clone()).collect())
    }

    /// Finds the records in what may be seen. People say 73/27 for A/RES/73/27.
    ///
    /// # Errors
    /// Whatever was not found.
    pub fn find(&self, seen: &Snapshot) -> Result<On, Unfound> {
        let proposal = |code: &String| {
            let long = format!("A/RES/{code}");
            let found = seen.proposal_by_code(code).or_else(|| seen.proposal_by_code(&long));
            found.map(|it| it.id).ok_or_else(|| Unfound::Proposal(code.clone()))
        };
        let party = |code: &String| {
            let found = seen.party_by_code(code).map(|party| party.id);
            found.ok_or_else(|| Unfound::Party(code.clone()))
        };
        match self {
            Self::Nothing => Ok(On::Nothing),
            Self::Proposals(codes) => {
                Ok(On::Proposals(codes.iter().map(proposal).collect::<Result<_, _>>()?))
            }
            Self::Party(code) => party(code).map(On::Party),
            Self::Part(parties, proposals) => {
                // Records that may not be seen are left out of a part without complaint.
                let parties: Vec<_> = parties.iter().map(party).collect();
                let proposals: Vec<_> = proposals.iter().map(proposal).collect();
                let found = On::Part(kept(parties)?, kept(proposals)?);
                Ok(found)
            }
            Self::Meeting(title, day) => {
                let title = title.as_ref().map(|title| fold(title.trim()));
                let is = |it: &&Meeting| {
                    day.is_none_or(|day| it.date == day)
                        && title.as_ref().is_none_or(|title| fold(it.title.trim()) == *title)
                };
                let found: Vec<_> = seen.meetings.iter().filter(is).collect();
                match found.as_slice() {
                    [] => Err(Unfound::Meeting),
                    [one] => Ok(On::Meeting(one.id)),
                    several => Err(Unfound::Meetings(several.len())),
                }
            }
            Self::ListedProposals(codes) => {
                let found = codes.iter().filter_map(|code| seen.proposal_by_code(code));
                Ok(On::Proposals(found.map(|it| it.id).collect()))
            }
            Self::ListedParties(codes) => {
                let found = codes.iter().filter_map(|code| seen.party_by_code(code));
                Ok(On::Parties(found.map(|it| it.id).collect()))
            }
            Self::Under(on, _) => on.find(seen),
            Self::Scenarios(names, code) => {
                let scenarios = names.iter().map(|name| scenario_named(seen, name));
                let proposal = code.as_ref().map(proposal).transpose()?;
                Ok(On::Scenarios(scenarios.collect::<Result<_, _>>()?, proposal))
            }
            Self::Shown(filter, groups, proposals) => {
                let group = |code: &String| {
                    let found = seen.groups.iter().find(|group| group.code == *code);
                    found.map(|group| group.id).ok_or_else(|| Unfound::Group(code.clone()))
                };
                let mut filter = (**filter).clone();
                filter.groups.values = groups.iter().map(group).collect::<Result<_, _>>()?;
                // Of those that may not be seen there is nothing to hide, move or sort by.
                let now = |id: ProposalId| {
                    let (_, code) = proposals.iter().find(|(named, _)| *named == id)?;
                    Some(seen.proposal_by_code(code)?.id)
                };
                Ok(On::Shown(Box::new(filter.with_proposals(now))))
            }
        }
    }
}

impl Named {
    /// Finds the scenario to be laid over what may be seen, if there is one.
    ///
    /// # Errors
    /// If it was not found.
    pub fn scenario(&self, seen: &Snapshot) -> Result<Option<ScenarioId>, Unfound> {
        match self {
            Self::Under(_, name) => scenario_named(seen, name).map(Some),
            _ => Ok(None),
        }
    }
}

/// Those that were found; if none was, the reason for the first.
fn kept<T>(found: Vec<Result<T, Unfound>>) -> Result<Vec<T>, Unfound> {
    let (mut kept, mut why) = (Vec::new(), None);
    for one in found {
        match one {
            Ok(one) => kept.push(one),
            Err(unfound) => why = why.or(Some(unfound)),
        }
    }
    match why {
        Some(why) if kept.is_empty() => Err(why),
        _ => Ok(kept),
    }
}

/// The scenario with this name: an exact match, or else one that ignores case and accents.
///
/// # Errors
/// If there is none, or if there are several.
pub fn scenario_named(seen: &Snapshot, name: &str) -> Result<ScenarioId, Unfound> {
    let name = name.trim();
    let wanted = fold(name);
    let exactly = seen.scenarios.iter().filter(|it| it.name.trim() == name);
    let exactly: Vec<_> = exactly.map(|it| it.id).collect();
    let found = if exactly.is_empty() {
        let alike = seen.scenarios.iter().filter(|it| fold(it.name.trim()) == wanted);
        alike.map(|it| it.id).collect()
    } else {
        exactly
    };
    match found[..] {
        [] => Err(Unfound::Scenario(name.to_owned())),
        [one] => Ok(one),
        _ => Err(Unfound::Scenarios(name.to_owned())),
    }
}
