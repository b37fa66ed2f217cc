//! Random edits of every kind, for property tests of undo and merge.

use cbm_workbench::document::{Edit, NewStance, StepName, stance_edit};
use cbm_workbench::model::{
    Aim, AimTag, Ask, Assessment, Bilingual, Brief, Comment, Concern, Contact, Engagement, Fate,
    Group, GroupKind, Keyed, Meeting, Membership, NextStep, Obstacle, Paragraph, Party, PartyKind,
    Position, Proposal, Relation, Remedy, Ruling, Scenario, ScenarioMove, Severity, Snapshot,
    Source, SourceKind, Speaker, Sponsor, Stance, Status, Term, Trust, Version, WordStance,
};
use proptest::prelude::*;

/// An act of a random user; its numbers choose among the existing records.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    SetStance(usize, usize, Option<usize>, u32),
    AddParty(u16),
    RenameParty(usize, String),
    DeleteParty(usize),
    AddProposal(u16),
    ChangeProposal(usize, usize),
    DeleteProposal(usize),
    AddGroupWithMember(u16, usize),
    DeleteGroup(usize),
    AddSource(String),
    DeleteSource(usize),
    Assess(usize, usize, u8),
    Sponsor(usize, usize),
    Work(usize, usize, usize, u32),
}

/// A random act.
pub(crate) fn acts() -> impl Strategy<Value = Act> {
    let which = any::<usize>;
    prop_oneof![
        4 => (which(), which(), proptest::option::of(0..6_usize), 0..3000_u32)
            .prop_map(|(a, b, c, d)| Act::SetStance(a, b, c, d)),
        1 => any::<u16>().prop_map(Act::AddParty),
        2 => (which(), ".{0,20}").prop_map(|(a, name)| Act::RenameParty(a, name)),
        1 => which().prop_map(Act::DeleteParty),
        1 => any::<u16>().prop_map(Act::AddProposal),
        2 => (which(), which()).prop_map(|(a, b)| Act::ChangeProposal(a, b)),
        1 => which().prop_map(Act::DeleteProposal),
        1 => (any::<u16>(), which()).prop_map(|(a, b)| Act::AddGroupWithMember(a, b)),
        1 => which().prop_map(Act::DeleteGroup),
        1 => ".{1,20}".prop_map(Act::AddSource),
        1 => which().prop_map(Act::DeleteSource),
        2 => (which(), 0..8_usize, 0..5_u8).prop_map(|(a, b, c)| Act::Assess(a, b, c)),
        1 => (which(), which()).prop_map(|(a, b)| Act::Sponsor(a, b)),
        4 => (0..20_usize, which(), which(), 0..3000_u32)
            .prop_map(|(kind, a, b, c)| Act::Work(kind, a, b, c)),
    ]
}

fn pick<T>(records: impl Iterator<Item = T>, number: usize) -> Option<T> {
    let mut records: Vec<_> = records.collect();
    if records.is_empty() {
        return None;
    }
    let place = number % records.len();
    Some(records.swap_remove(place))
}

/// The edit of an act on the dossier in its present state, if it is possible at all.
pub(crate) fn edit(snapshot: &Snapshot, act: &Act) -> Option<Edit> {
    let first = "2015-01-01".parse::<chrono::NaiveDate>().unwrap();
    let day = |days: u32| first + chrono::Days::new(days.into());
    Some(match act {
        Act::SetStance(proposal, party, stance, days) => {
            let proposal = pick(snapshot.proposals.iter(), *proposal)?.id;
            let party = pick(snapshot.parties.iter(), *party)?.id;
            let new = NewStance {
                proposal,
                by: party.into(),
                stance: stance.map(|place| Stance::ALL[place]),
            };
            return stance_edit(snapshot, StepName::SetStance, "", &[new], day(*days), "random");
        }
        Act::AddParty(number) => {
            let name = Bilingual::new(format!("Party {number}"), "");
            Edit::add(Party::new(format!("X{number}"), name, PartyKind::Company), "")
        }
        Act::RenameParty(party, name) => {
            let mut party = pick(snapshot.parties.iter(), *party)?.clone();
            party.name.nl.clone_from(name);
            Edit::change(party, "")
        }
        Act::DeleteParty(party) => {
            Edit::delete(snapshot, pick(snapshot.parties.iter(), *party)?.record_id(), "")
        }
        Act::AddProposal(number) => {
            let title = Bilingual::new("", format!("Voorstel {number}"));
            Edit::add(Proposal::new(format!("P {number}"), title), "")
        }
        Act::ChangeProposal(proposal, status) => {
            let mut proposal = pick(snapshot.proposals.iter(), *proposal)?.clone();
            proposal.status = Status::ALL[status % Status::ALL.len()];
            proposal.source = pick(snapshot.sources.iter(), *status).map(|source| source.id);
            Edit::change(proposal, "")
        }
        Act::DeleteProposal(proposal) => {
            Edit::delete(snapshot, pick(snapshot.proposals.iter(), *proposal)?.record_id(), "")
        }
        Act::AddGroupWithMember(number, party) => {
            let name = Bilingual::new("Group", "");
            let group = Group::new(format!("G{number}"), name, GroupKind::Forum);
            let member = Membership::new(group.id, pick(snapshot.parties.iter(), *party)?.id);
            Edit::add(group, "").put(member)
        }
        Act::DeleteGroup(group) => {
            Edit::delete(snapshot, pick(snapshot.groups.iter(), *group)?.record_id(), "")
        }
        Act::AddSource(title) => Edit::add(Source::new("", title, SourceKind::Other), ""),
        Act::DeleteSource(source) => {
            Edit::delete(snapshot, pick(snapshot.sources.iter(), *source)?.record_id(), "")
        }
        Act::Assess(proposal, obstacle, severity) => {
            let proposal = pick(snapshot.proposals.iter(), *proposal)?.id;
            let obstacle = Obstacle::ALL[*obstacle];
            let severity = Severity::new(*severity);
            Edit::add(Assessment::new(proposal, obstacle, severity, day(5)), "")
        }
        Act::Work(kind, a, b, days) => work(snapshot, *kind, *a, *b, day(*days))?,
        Act::Sponsor(proposal, party) => {
            let proposal = pick(snapshot.proposals.iter(), *proposal)?.id;
            let party = pick(snapshot.parties.iter(), *party)?.id;
            Edit::add(Sponsor::new(proposal, party, false), "")
        }
    })
}

/// Edits of each kind of record related to evidence and obstacles.
fn work(
    snapshot: &Snapshot,
    kind: usize,
    a: usize,
    b: usize,
    day: chrono::NaiveDate,
) -> Option<Edit> {
    let proposal = pick(snapshot.proposals.iter(), a)?.id;
    let party = pick(snapshot.parties.iter(), a)?.id;
    let other = pick(snapshot.parties.iter(), b)?.id;
    let obstacle = Obstacle::ALL[b % 8];
    Some(match kind {
        0 => {
            let group = pick(snapshot.groups.iter(), b)?.id;
            let stance = Some(Stance::ALL[a % 6]);
            Edit::add(Position::new(proposal, group, stance, day), "")
        }
        1 => Edit::add(Brief::new(proposal), ""),
        2 => {
            let mut brief = pick(snapshot.briefs.iter(), a)?.clone();
            brief.red_line = format!("{b}");
            brief.crossed = !brief.crossed;
            Edit::change(brief, "")
        }
        3 => {
            let assessment = pick(snapshot.assessments.iter(), a)?.id;
            Edit::add(Concern::new(assessment, other), "")
        }
        4 => Edit::add(Remedy::new(proposal, obstacle, "Remedy"), ""),
        5 => Edit::add(Relation::new([party, other], Trust::ALL[a % 5], day), ""),
        6 => Edit::add(Engagement::new(party), ""),
        7 => Edit::add(NextStep::new(party, "Step"), ""),
        12 => {
            let marking = snapshot.dossier.marking;
            Edit::add(Contact::new(party, format!("Person {}", a % 5), marking), "")
        }
        13 => {
            let marking = snapshot.dossier.marking;
            let scenario = Scenario::new(format!("If {}", b % 3), marking);
            let stance = Some(Stance::ALL[b % 6]);
            let moved = ScenarioMove::new(scenario.id, proposal, other, stance, marking);
            Edit::add(scenario, "").put(moved)
        }
        14 => {
            let scenario = pick(snapshot.scenarios.iter(), a)?.id;
            let by: Speaker = match pick(snapshot.groups.iter(), b) {
                Some(group) if b.is_multiple_of(2) => group.id.into(),
                _ => other.into(),
            };
            let marking = snapshot.dossier.marking;
            Edit::add(ScenarioMove::new(scenario, proposal, by, None, marking), "")
        }
        15 => {
            let mut moved = pick(snapshot.scenario_moves.iter(), a)?.clone();
            moved.stance = Some(Stance::ALL[b % 6]);
            Edit::change(moved, "")
        }
        8 => Edit::add(Term::new("cyber peace"), ""),
        16 => {
            let version =
                Version::new(proposal, format!("rev.{}", a % 4), u32::try_from(a % 4).unwrap_or(0));
            let old = pick(snapshot.paragraphs.iter(), b).map(|it| it.id);
            let mut one = Paragraph::new(version.id, 0, "States [shall] (RUS) share");
            one.follows = old;
            let two = Paragraph::new(version.id, 1, "Decides to meet");
            let stance = WordStance::new(two.id, other, Some(Stance::ALL[b % 6]), day);
            Edit::add(version, "").put(one).put(two).put(stance)
        }
        17 => {
            let mut paragraph = pick(snapshot.paragraphs.iter(), a)?.clone();
            paragraph.words = format!("States [should] (CHN) share {}", b % 3);
            Edit::change(paragraph, "")
        }
        18 => {
            let version = pick(snapshot.versions.iter(), a)?.id;
            let ask = Ask::new(proposal, format!("shall share {}", b % 3));
            let ruling = Ruling::new(ask.id, version, Fate::Weakened, "so it is");
            Edit::add(ask, "").put(ruling)
        }
        9 => Edit::add(Meeting::new("Session", day), ""),
        10 => {
            let about = if a.is_multiple_of(2) { proposal.into() } else { party.into() };
            let made = day.and_hms_opt(12, 0, 0)?.and_utc();
            Edit::add(Comment::new(about, format!("Remark {b}"), "random", made), "")
        }
        11 => {
            let mut comment = pick(snapshot.comments.iter(), a)?.clone();
            comment.resolved = !comment.resolved;
            Edit::change(comment, "")
        }
        _ => Edit::add(AimTag::new(proposal, Aim::ALL[b % Aim::ALL.len()]), ""),
    })
}
