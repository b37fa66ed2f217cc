//! The rules an edit has to obey, beyond those of the file.

use std::collections::HashSet;

use chrono::NaiveDate;
use rustc_hash::FxHashSet;

use super::unique::{Entries, InTable, Unique};
use super::{Edit, StepName};
use crate::model::describe::{self, AnyKind, Described};
use crate::model::words::{LONGEST, LONGEST_CODE, alike};
use crate::model::{
    Arena, Certainty, Dossier, Group, Meeting, Membership, Party, Position, PositionId, Proposal,
    Record, RecordId, Relation, RollCall, Snapshot, Source, Table, VoteId, keyed, with_arenas,
};
use crate::store::longest_text;

keyed! {
    /// A problem with a field.
    pub enum Problem as "problem" {
        /// It has to be filled in.
        Empty = "empty",
        /// Another record has this code.
        Taken = "taken",
        /// It differs from the code of another record only in accents, so people could not tell
        /// them apart.
        Alike = "alike",
        /// It is longer than a field may be.
        TooLong = "too-long",
        /// It refers to a record that does not exist.
        Missing = "missing",
        /// The same pair exists already.
        Twice = "twice",
        /// It ends before it begins.
        EndsBeforeItBegins = "ends-before-it-begins",
        /// A public statement cannot be dated in the future.
        InTheFuture = "in-the-future",
        /// It is out of its range.
        OutOfRange = "out-of-range",
        /// Overruling a camp needs a reason.
        NeedsReason = "needs-reason",
        /// A party has no relation with itself.
        WithItself = "with-itself",
        /// An entry may only correct an entry on the same proposal by the same party, and only
        /// one that is not corrected yet.
        CorrectsOther = "corrects-other",
    }
}

/// Why an edit is refused: the field, and what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The record.
    pub record: RecordId,
    /// The column.
    pub field: &'static str,
    /// Its problem.
    pub problem: Problem,
    /// The record whose code is too similar, if that is the problem.
    pub other: Option<RecordId>,
}

/// Checks an edit against the dossier it is to change.
///
/// # Errors
/// The first refusal, in the order of the records.
pub fn check(snapshot: &Snapshot, edit: &Edit, today: NaiveDate) -> Result<(), Refusal> {
    let context = RuleContext::new(snapshot, edit);
    let refusal = edit.records().find_map(|record| context.record(record, today));
    // One by one: as records they would take more than twice the memory.
    let entry = |entry: &Position| context.record(&entry.clone().into(), today);
    let refusal = refusal.or_else(|| context.votes());
    refusal.or_else(|| edit.entries.iter().find_map(entry)).map_or(Ok(()), Err)
}

/// Every rule that a record of the dossier breaks, for instance because another program changed
/// the file.
pub(super) fn findings(snapshot: &Snapshot, today: NaiveDate) -> Vec<Refusal> {
    let nothing = Edit::new(StepName::Change(Table::Dossier), "");
    let context = RuleContext::new(snapshot, &nothing);
    let mut findings = Vec::new();
    let mut look = |record: Record| findings.extend(context.record(&record, today));
    look(snapshot.dossier.clone().into());
    snapshot.arena_records().for_each(&mut look);
    snapshot.group_positions.iter().for_each(|record| look(record.clone().into()));
    let positions = snapshot.positions.iter().filter_map(|entry| snapshot.position(entry));
    positions.for_each(|record| look(record.into()));
    findings
}

type Found = Option<(&'static str, Problem)>;

/// The dossier together with what the edit adds and deletes.
struct RuleContext<'a> {
    snapshot: &'a Snapshot,
    edit: &'a Edit,
    added: HashSet<RecordId>,
    deleted: HashSet<RecordId>,
    unique: Unique,
    entries: Entries<'a>,
}

impl<'a> RuleContext<'a> {
    fn new(snapshot: &'a Snapshot, edit: &'a Edit) -> Self {
        let mut added: HashSet<_> = edit.records().map(Record::record_id).collect();
        // Among the entries, only those that other entries of the edit correct are ever looked
        // up.
        let corrected: HashSet<_> = edit.entries.iter().filter_map(|it| it.replaces).collect();
        let entries = edit.entries.iter().filter(|it| corrected.contains(&it.id));
        added.extend(entries.map(|it| RecordId::from(it.id)));
        let deleted = edit.deleted().collect();
        let (unique, entries) = (Unique::default(), Entries::new(snapshot));
        Self { snapshot, edit, added, deleted, unique, entries }
    }

    fn record(&self, record: &Record, today: NaiveDate) -> Option<Refusal> {
        let found = match record {
            Record::Dossier(record) => dossier(record),
            Record::Party(record) => self.party(record),
            Record::Group(record) => self.group(record),
            Record::Membership(record) => self.membership(record),
            Record::Alias(record) => filled("name", &record.name),
            Record::Contact(record) => filled("name", &record.name),
            Record::Source(record) => source(record),
            Record::Proposal(record) => self.proposal(record),
            Record::Position(record) => self.position(record, today),
            Record::Remedy(record) => filled("title", &record.title),
            Record::Relation(record) => relation(record),
            Record::Rival(record) => {
                (record.proposal == record.other).then_some(("other_id", Problem::WithItself))
            }
            Record::NextStep(record) => filled("title", &record.title),
            Record::AgendaItem(record) => {
                (record.with == Some(record.id)).then_some(("with_id", Problem::WithItself))
            }
            Record::Term(record) => {
                record.each_form().next().is_none().then_some(("forms", Problem::Empty))
            }
            Record::Meeting(record) => meeting(record),
            Record::RollCall(record) => self.roll_call(record),
            Record::Comment(record) => filled("text", &record.text),
            Record::Scenario(record) => filled("name", &record.name),
            Record::SavedView(record) => filled("name", &record.name),
            Record::Version(record) => filled("name", &record.name),
            Record::Parked(record) => filled("text", &record.text),
            Record::Sponsor(_)
            | Record::AimTag(_)
            | Record::Brief(_)
            | Record::Assessment(_)
            | Record::Concern(_)
            | Record::Engagement(_)
            | Record::Vote(_)
            | Record::ScenarioMove(_)
            | Record::Paragraph(_)
            | Record::Ask(_)
            | Record::Ruling(_)
            | Record::WordStance(_)
            | Record::Poll(_)
            | Record::Slide(_) => None,
        };
        let found = found.or_else(|| self.twice(record));
        let found = found.or_else(|| self.references(record)).or_else(|| too_long(record));
        let (field, problem) = found?;
        let other = (problem == Problem::Alike).then(|| self.alike(record)).flatten();
        Some(Refusal { record: record.record_id(), field, problem, other })
    }

    /// Everything that a record refers to has to exist after the edit.
    fn references(&self, record: &Record) -> Found {
        let of = record;
        let there = |record: RecordId| {
            let stored = || match record.table {
                Table::Positions => self.entry_is_there(of, PositionId(record.id)),
                _ => self.snapshot.has(record),
            };
            !self.deleted.contains(&record) && (self.added.contains(&record) || stored())
        };
        let missing = record.references().into_iter().find(|reference| !there(reference.to));
        missing.map(|reference| (reference.field, Problem::Missing))
    }

    /// Whether an entry that a record refers to exists. A corrected entry is in the line of its
    /// correction, so it is found there without searching all entries.
    fn entry_is_there(&self, of: &Record, id: PositionId) -> bool {
        let in_line = |position: &Position| {
            let line = self.snapshot.line(position.proposal, position.by);
            line.iter().any(|entry| entry.id == id)
        };
        let near = matches!(of, Record::Position(position) if in_line(position));
        near || self.entries.has(id)
    }

    fn party(&self, party: &Party) -> Found {
        let stored = self.snapshot.parties.get(party.id).map(|it| &it.code);
        let reason = party.camp.is_some() && party.camp_reason.trim().is_empty();
        code(&party.code, stored, || self.taken(&self.snapshot.parties, party))
            .or_else(|| party.name.is_empty().then_some(("name_en", Problem::Empty)))
            .or_else(|| reason.then_some(("camp_reason", Problem::NeedsReason)))
    }

    fn group(&self, group: &Group) -> Found {
        let stored = self.snapshot.groups.get(group.id).map(|it| &it.code);
        code(&group.code, stored, || self.taken(&self.snapshot.groups, group))
            .or_else(|| group.name.is_empty().then_some(("name_en", Problem::Empty)))
    }

    fn membership(&self, membership: &Membership) -> Found {
        let ends_early = membership
            .since
            .zip(membership.until)
            .is_some_and(|(since, until)| until.last_day() < since.first_day());
        let early = ends_early.then_some(("until", Problem::EndsBeforeItBegins));
        early.or_else(|| {
            let all = || self.all(&self.snapshot.memberships);
            let twice = self.unique.overlaps(membership, all);
            twice.then_some(("party_id", Problem::Twice))
        })
    }

    fn proposal(&self, proposal: &Proposal) -> Found {
        let stored = self.snapshot.proposals.get(proposal.id).map(|it| &it.code);
        code(&proposal.code, stored, || self.taken(&self.snapshot.proposals, proposal))
            .or_else(|| proposal.title.is_empty().then_some(("title_en", Problem::Empty)))
    }

    fn position(&self, position: &Position, today: NaiveDate) -> Found {
        let too_early = position.date > today && position.certainty == Some(Certainty::Public);
        let salience =
            position.salience.is_some_and(|salience| !Position::SALIENCE.contains(&salience));
        let elsewhere = self.entries.corrects_amiss(position);
        too_early
            .then_some(("date", Problem::InTheFuture))
            .or_else(|| salience.then_some(("salience", Problem::OutOfRange)))
            .or_else(|| elsewhere.then_some(("replaces", Problem::CorrectsOther)))
    }

    /// The first vote among those kept separately that breaks a rule.
    fn votes(&self) -> Option<Refusal> {
        let votes = &self.edit.votes;
        if votes.is_empty() {
            return None;
        }
        let ids: FxHashSet<VoteId> = votes.iter().map(|it| it.id).collect();
        let stored = self.snapshot.votes.iter().filter(|it| !ids.contains(&it.id));
        let mut cast: FxHashSet<_> = stored.map(|it| (it.roll_call, it.party)).collect();
        votes.iter().find_map(|vote| {
            let found = self.references(&vote.clone().into()).or_else(|| {
                let twice = !cast.insert((vote.roll_call, vote.party));
                twice.then_some(("party_id", Problem::Twice))
            });
            let (field, problem) = found?;
            Some(Refusal { record: vote.id.into(), field, problem, other: None })
        })
    }

    fn roll_call(&self, roll_call: &RollCall) -> Found {
        let stored = self.snapshot.roll_calls.get(roll_call.id).map(|it| &it.code);
        code(&roll_call.code, stored, || self.taken(&self.snapshot.roll_calls, roll_call))
    }

    /// Whether another record has the key of this one.
    fn taken<K: Copy + Eq + std::hash::Hash, T: InTable>(
        &self,
        arena: &Arena<K, T>,
        this: &T,
    ) -> Found {
        let field = match T::DESCRIPTION.unique {
            describe::Unique::Code => "code",
            describe::Unique::Together(columns) => columns.last()?,
            describe::Unique::Nothing | describe::Unique::AtATime(_) => return None,
        };
        Some((field, self.unique.taken(this, || self.all(arena))?))
    }

    /// The records of a table after the edit.
    fn all<K: Copy + Eq + std::hash::Hash + 'a, T: InTable>(
        &'a self,
        arena: &'a Arena<K, T>,
    ) -> impl Iterator<Item = &'a T> + use<'a, K, T> {
        let stored = arena.iter().filter(|other| !self.added.contains(&AnyKind::id(*other)));
        let put = self.edit.records().filter_map(T::of);
        stored.chain(put).filter(move |other| !self.deleted.contains(&AnyKind::id(*other)))
    }
}

macro_rules! by_table {
    ($( $field:ident $table:ident $record:ident $id:ident )+) => {
        impl RuleContext<'_> {
            /// Whether another record says the same, in a table where that is not allowed.
            fn twice(&self, record: &Record) -> Found {
                match record {
                    Record::Dossier(_) | Record::Position(_) => None,
                    $( Record::$record(this) => match crate::model::$record::DESCRIPTION.unique {
                        describe::Unique::Together(_) => self.taken(&self.snapshot.$field, this),
                        // A code that was there before stays: see `code`.
                        describe::Unique::Code
                        | describe::Unique::AtATime(_)
                        | describe::Unique::Nothing => None,
                    }, )+
                }
            }

            /// The record with a confusingly similar code.
            fn alike(&self, record: &Record) -> Option<RecordId> {
                let code = record.code()?;
                let id = record.record_id();
                match record {
                    Record::Dossier(_) | Record::Position(_) => None,
                    $( Record::$record(_) => self
                        .all(&self.snapshot.$field)
                        .find(|it| it.record_id() != id && AnyKind::code(*it).is_some_and(|it| alike(it, code)))
                        .map(|it| it.record_id()), )+
                }
            }
        }
    };
}

with_arenas!(by_table);

fn source(source: &Source) -> Found {
    source.short().trim().is_empty().then_some(("title", Problem::Empty))
}

fn relation(relation: &Relation) -> Found {
    let [a, b] = relation.parties;
    (a == b).then_some(("other_id", Problem::WithItself))
}

fn meeting(meeting: &Meeting) -> Found {
    let early = meeting.until.is_some_and(|until| until < meeting.date);
    filled("title", &meeting.title)
        .or_else(|| early.then_some(("until", Problem::EndsBeforeItBegins)))
}

fn filled(field: &'static str, text: &str) -> Found {
    text.trim().is_empty().then_some((field, Problem::Empty))
}

fn too_long(record: &Record) -> Found {
    let (field, length) = longest_text(record)?;
    (length > LONGEST).then_some((field, Problem::TooLong))
}

fn dossier(dossier: &Dossier) -> Found {
    let range = -1.0..=1.0;
    filled("title", &dossier.title)
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
        .or_else(|| {
            (!(1..=50).contains(&dossier.poll_min_answers))
                .then_some(("poll_min_answers", Problem::OutOfRange))
        })
        .or_else(|| weights(dossier))
}

/// The columns of what obstacles weigh, in their order.
pub(crate) const WEIGHTS: [&str; 8] = [
    "weight_terminology",
    "weight_stakeholders",
    "weight_mistrust",
    "weight_opacity",
    "weight_proxies",
    "weight_weapons",
    "weight_espionage",
    "weight_urgency",
];

/// The cost of a move stays above zero, whatever the salience and the camp.
fn weights(dossier: &Dossier) -> Found {
    let shares = [
        ("cost_salience", dossier.cost_salience, 0.0..=0.45),
        ("cost_public", dossier.cost_public, 0.1..=10.0),
        ("cost_inferred", dossier.cost_inferred, 0.1..=10.0),
        ("cost_camp", dossier.cost_camp, 0.0..=10.0),
    ];
    let wrong = shares.into_iter().find(|(_, value, range)| !range.contains(value));
    let wrong = wrong.map(|(field, ..)| field);
    let wrong = wrong.or((!(1..=3650).contains(&dossier.stale_days)).then_some("stale_days"));
    let heavy = dossier.weights.iter().zip(WEIGHTS).find(|(weight, _)| **weight > 9);
    let wrong = wrong.or(heavy.map(|(_, field)| field));
    wrong.map(|field| (field, Problem::OutOfRange))
}

fn code(code: &str, stored: Option<&String>, taken: impl FnOnce() -> Found) -> Found {
    if code.trim().is_empty() {
        return Some(("code", Problem::Empty));
    }
    if code.chars().count() > LONGEST_CODE {
        return Some(("code", Problem::TooLong));
    }
    // An unchanged code is always allowed: older versions accepted similar codes, and a merge or
    // an undo can bring them together.
    if stored.is_some_and(|stored| stored == code) {
        return None;
    }
    taken()
}
