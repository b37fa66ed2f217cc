//! The rules an edit has to keep, beyond those of the file.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Edit, StepName};
use crate::model::{
    Arena, Certainty, Dossier, Group, GroupId, Membership, Party, PartyId, Position, Proposal,
    ProposalId, Record, RecordId, RollCall, RollCallId, Snapshot, Source, SourceId, Sponsor, Table,
    Vote, keyed,
};

keyed! {
    /// What is wrong with a field.
    pub enum Problem as "problem" {
        /// It has to be filled in.
        Empty = "empty",
        /// Another record has this code.
        Taken = "taken",
        /// It is longer than a field may be.
        TooLong = "too-long",
        /// It refers to a record that is not there.
        Missing = "missing",
        /// The same pair stands there already.
        Twice = "twice",
        /// It ends before it begins.
        EndsBeforeItBegins = "ends-before-it-begins",
        /// What was said in public cannot lie in the future.
        InTheFuture = "in-the-future",
        /// It is out of its range.
        OutOfRange = "out-of-range",
        /// Overruling a camp needs a reason.
        NeedsReason = "needs-reason",
    }
}

/// Why an edit is refused: the field, and what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The record.
    pub record: RecordId,
    /// The column.
    pub field: &'static str,
    /// What is wrong with it.
    pub problem: Problem,
}

/// The most characters a text may have: as much as a long report.
pub const LONGEST: usize = 500_000;

/// Checks an edit against the dossier it is made to.
///
/// # Errors
/// The first refusal, in the order of the records.
pub fn check(snapshot: &Snapshot, edit: &Edit, today: NaiveDate) -> Result<(), Refusal> {
    let scene = Scene::new(snapshot, edit);
    edit.records().find_map(|record| scene.record(record, today)).map_or(Ok(()), Err)
}

/// Every rule that a record of the dossier breaks, as another program may have left it.
pub(super) fn findings(snapshot: &Snapshot, today: NaiveDate) -> Vec<Refusal> {
    let nothing = Edit::new(StepName::Change(Table::Dossier), "");
    let scene = Scene::new(snapshot, &nothing);
    let mut findings = Vec::new();
    let mut look = |record: Record| findings.extend(scene.record(&record, today));
    look(snapshot.dossier.clone().into());
    snapshot.parties.iter().for_each(|record| look(record.clone().into()));
    snapshot.groups.iter().for_each(|record| look(record.clone().into()));
    snapshot.memberships.iter().for_each(|record| look(record.clone().into()));
    snapshot.sources.iter().for_each(|record| look(record.clone().into()));
    snapshot.proposals.iter().for_each(|record| look(record.clone().into()));
    snapshot.sponsors.iter().for_each(|record| look(record.clone().into()));
    snapshot.assessments.iter().for_each(|record| look(record.clone().into()));
    snapshot.roll_calls.iter().for_each(|record| look(record.clone().into()));
    snapshot.votes.iter().for_each(|record| look(record.clone().into()));
    let positions = snapshot.positions.iter().filter_map(|entry| snapshot.position(entry));
    positions.for_each(|record| look(record.into()));
    findings
}

type Found = Option<(&'static str, Problem)>;

/// The dossier together with what the edit adds to it and takes away.
struct Scene<'a> {
    snapshot: &'a Snapshot,
    edit: &'a Edit,
    added: BTreeSet<Uuid>,
    deleted: BTreeSet<Uuid>,
}

impl<'a> Scene<'a> {
    fn new(snapshot: &'a Snapshot, edit: &'a Edit) -> Self {
        let added = edit.records().map(|record| record.record_id().id).collect();
        let deleted = edit.deleted().map(|record| record.id).collect();
        Self { snapshot, edit, added, deleted }
    }

    fn record(&self, record: &Record, today: NaiveDate) -> Option<Refusal> {
        let found = match record {
            Record::Dossier(record) => dossier(record),
            Record::Party(record) => self.party(record),
            Record::Group(record) => self.group(record),
            Record::Membership(record) => self.membership(record),
            Record::Source(record) => source(record),
            Record::Proposal(record) => self.proposal(record),
            Record::Sponsor(record) => self.sponsor(record),
            Record::Position(record) => self.position(record, today),
            Record::Assessment(record) => texts(&[("rationale", &record.rationale)])
                .or_else(|| self.refers("proposal_id", record.proposal))
                .or_else(|| self.refers_if("source_id", record.source)),
            Record::RollCall(record) => self.roll_call(record),
            Record::Vote(record) => self.vote(record),
        };
        found.map(|(field, problem)| Refusal { record: record.record_id(), field, problem })
    }

    fn party(&self, party: &Party) -> Found {
        let codes = self.others(&self.snapshot.parties, party.id, |record| match record {
            Record::Party(other) => Some(other),
            _ => None,
        });
        let reason = party.camp.is_some() && party.camp_reason.trim().is_empty();
        code(&party.code, codes.map(|other| &other.code))
            .or_else(|| party.name.is_empty().then_some(("name_en", Problem::Empty)))
            .or_else(|| reason.then_some(("camp_reason", Problem::NeedsReason)))
            .or_else(|| {
                texts(&[
                    ("name_en", &party.name.en),
                    ("name_nl", &party.name.nl),
                    ("note", &party.note),
                    ("camp_reason", &party.camp_reason),
                ])
            })
    }

    fn group(&self, group: &Group) -> Found {
        let codes = self.others(&self.snapshot.groups, group.id, |record| match record {
            Record::Group(other) => Some(other),
            _ => None,
        });
        code(&group.code, codes.map(|other| &other.code))
            .or_else(|| group.name.is_empty().then_some(("name_en", Problem::Empty)))
            .or_else(|| {
                texts(&[
                    ("name_en", &group.name.en),
                    ("name_nl", &group.name.nl),
                    ("description_en", &group.description.en),
                    ("description_nl", &group.description.nl),
                    ("note", &group.note),
                ])
            })
    }

    fn membership(&self, membership: &Membership) -> Found {
        let mut others =
            self.others(&self.snapshot.memberships, membership.id, |record| match record {
                Record::Membership(other) => Some(other),
                _ => None,
            });
        let twice = others.any(|other| {
            other.group == membership.group
                && other.party == membership.party
                && overlap(other, membership)
        });
        let ends_early = membership
            .since
            .zip(membership.until)
            .is_some_and(|(since, until)| until.last_day() < since.first_day());
        self.refers("group_id", membership.group)
            .or_else(|| self.refers("party_id", membership.party))
            .or_else(|| ends_early.then_some(("until", Problem::EndsBeforeItBegins)))
            .or_else(|| twice.then_some(("party_id", Problem::Twice)))
            .or_else(|| texts(&[("note", &membership.note)]))
    }

    fn proposal(&self, proposal: &Proposal) -> Found {
        let codes = self.others(&self.snapshot.proposals, proposal.id, |record| match record {
            Record::Proposal(other) => Some(other),
            _ => None,
        });
        code(&proposal.code, codes.map(|other| &other.code))
            .or_else(|| proposal.title.is_empty().then_some(("title_en", Problem::Empty)))
            .or_else(|| self.refers_if("source_id", proposal.source))
            .or_else(|| {
                texts(&[
                    ("title_en", &proposal.title.en),
                    ("title_nl", &proposal.title.nl),
                    ("summary_en", &proposal.summary.en),
                    ("summary_nl", &proposal.summary.nl),
                    ("text", &proposal.text),
                    ("verification_en", &proposal.verification.en),
                    ("verification_nl", &proposal.verification.nl),
                    ("note", &proposal.note),
                ])
            })
    }

    fn sponsor(&self, sponsor: &Sponsor) -> Found {
        let mut others = self.others(&self.snapshot.sponsors, sponsor.id, |record| match record {
            Record::Sponsor(other) => Some(other),
            _ => None,
        });
        let twice = others.any(|o| o.proposal == sponsor.proposal && o.party == sponsor.party);
        self.refers("proposal_id", sponsor.proposal)
            .or_else(|| self.refers("party_id", sponsor.party))
            .or_else(|| twice.then_some(("party_id", Problem::Twice)))
    }

    fn position(&self, position: &Position, today: NaiveDate) -> Found {
        let too_early = position.date > today && position.certainty == Some(Certainty::Public);
        let salience = position.salience.is_some_and(|salience| !(1..=5).contains(&salience));
        self.refers("proposal_id", position.proposal)
            .or_else(|| self.refers("party_id", position.party))
            .or_else(|| self.refers_if("source_id", position.source))
            .or_else(|| too_early.then_some(("date", Problem::InTheFuture)))
            .or_else(|| salience.then_some(("salience", Problem::OutOfRange)))
            .or_else(|| texts(&[("words", &position.words), ("condition", &position.condition)]))
    }

    fn roll_call(&self, roll_call: &RollCall) -> Found {
        let codes = self.others(&self.snapshot.roll_calls, roll_call.id, |record| match record {
            Record::RollCall(other) => Some(other),
            _ => None,
        });
        code(&roll_call.code, codes.map(|other| &other.code))
            .or_else(|| self.refers_if("source_id", roll_call.source))
            .or_else(|| {
                texts(&[
                    ("title_en", &roll_call.title.en),
                    ("title_nl", &roll_call.title.nl),
                    ("note", &roll_call.note),
                ])
            })
    }

    fn vote(&self, vote: &Vote) -> Found {
        let mut others = self.others(&self.snapshot.votes, vote.id, |record| match record {
            Record::Vote(other) => Some(other),
            _ => None,
        });
        let twice = others.any(|o| o.roll_call == vote.roll_call && o.party == vote.party);
        self.refers("roll_call_id", vote.roll_call)
            .or_else(|| self.refers("party_id", vote.party))
            .or_else(|| twice.then_some(("party_id", Problem::Twice)))
    }

    /// The other records of a table as they will be after the edit.
    fn others<K, T>(
        &'a self,
        arena: &'a Arena<K, T>,
        this: K,
        of_edit: impl Fn(&'a Record) -> Option<&'a T> + 'a,
    ) -> impl Iterator<Item = &'a T>
    where
        K: Copy + Eq + std::hash::Hash + Into<Uuid> + 'a,
        T: HasId,
    {
        let this: Uuid = this.into();
        let stored = arena.iter().filter(|other| !self.added.contains(&other.uuid()));
        let put = self.edit.records().filter_map(of_edit);
        stored
            .chain(put)
            .filter(move |other| other.uuid() != this && !self.deleted.contains(&other.uuid()))
    }

    fn refers(&self, field: &'static str, id: impl Into<Uuid>) -> Found {
        let id = id.into();
        let there = self.added.contains(&id) || self.is_stored(field, id);
        (!there || self.deleted.contains(&id)).then_some((field, Problem::Missing))
    }

    fn refers_if(&self, field: &'static str, id: Option<impl Into<Uuid>>) -> Found {
        id.and_then(|id| self.refers(field, id))
    }

    fn is_stored(&self, field: &str, id: Uuid) -> bool {
        let snapshot = self.snapshot;
        match field {
            "party_id" => snapshot.parties.get(PartyId(id)).is_some(),
            "group_id" => snapshot.groups.get(GroupId(id)).is_some(),
            "proposal_id" => snapshot.proposals.get(ProposalId(id)).is_some(),
            "source_id" => snapshot.sources.get(SourceId(id)).is_some(),
            "roll_call_id" => snapshot.roll_calls.get(RollCallId(id)).is_some(),
            _ => false,
        }
    }
}

/// A record whose identity can be asked without knowing its table.
trait HasId {
    fn uuid(&self) -> Uuid;
}

macro_rules! has_id {
    ($($record:ty)+) => { $(
        impl HasId for $record {
            fn uuid(&self) -> Uuid {
                self.id.0
            }
        }
    )+ };
}
has_id! { Party Group Membership Proposal Sponsor RollCall Vote }

fn source(source: &Source) -> Found {
    texts(&[
        ("symbol", &source.symbol),
        ("title", &source.title),
        ("issuer", &source.issuer),
        ("link", &source.link),
        ("note", &source.note),
    ])
    .or_else(|| source.short().trim().is_empty().then_some(("title", Problem::Empty)))
}

fn dossier(dossier: &Dossier) -> Found {
    let range = -1.0..=1.0;
    texts(&[
        ("title", &dossier.title),
        ("description", &dossier.description),
        ("classification", &dossier.classification),
    ])
    .or_else(|| dossier.title.trim().is_empty().then_some(("title", Problem::Empty)))
    .or_else(|| {
        (!range.contains(&dossier.camp_upper)).then_some(("camp_upper", Problem::OutOfRange))
    })
    .or_else(|| {
        (!range.contains(&dossier.camp_lower) || dossier.camp_lower > dossier.camp_upper)
            .then_some(("camp_lower", Problem::OutOfRange))
    })
    .or_else(|| {
        (!(1..=1000).contains(&dossier.camp_min_votes))
            .then_some(("camp_min_votes", Problem::OutOfRange))
    })
}

fn code<'a>(code: &str, mut others: impl Iterator<Item = &'a String>) -> Found {
    if code.trim().is_empty() {
        Some(("code", Problem::Empty))
    } else if code.chars().count() > 60 {
        Some(("code", Problem::TooLong))
    } else {
        others.any(|other| other.eq_ignore_ascii_case(code)).then_some(("code", Problem::Taken))
    }
}

fn texts(texts: &[(&'static str, &str)]) -> Found {
    let long = texts.iter().find(|(_, text)| text.len() > LONGEST);
    long.map(|(field, _)| (*field, Problem::TooLong))
}

fn overlap(a: &Membership, b: &Membership) -> bool {
    let begins = |m: &Membership| m.since.map_or(NaiveDate::MIN, |since| since.first_day());
    let ends = |m: &Membership| m.until.map_or(NaiveDate::MAX, |until| until.last_day());
    begins(a) <= ends(b) && begins(b) <= ends(a)
}
