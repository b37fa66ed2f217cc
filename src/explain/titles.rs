//! Titles of records.

use std::collections::HashMap;

use uuid::Uuid;

use super::step_label;
use crate::document::History;
use crate::library::obstacle_text;
use crate::model::{Assessment, Record, RecordId, Snapshot, Speaker, Table};
use crate::text::Text;

/// The title of a record, for questions, findings and the history.
pub(crate) fn record_title(text: Text, snapshot: &Snapshot, record: RecordId) -> String {
    match snapshot.find(record) {
        Some(found) => title_of(text, snapshot, &found),
        None => text.label(record.table).to_owned(),
    }
}

/// The most titles listed when there are many records.
const NAMED: usize = 3;

/// The titles of records: the first few, and how many more there are.
pub(crate) fn titles_of(text: Text, snapshot: &Snapshot, records: &[RecordId]) -> String {
    let named = records.iter().take(NAMED).map(|it| record_title(text, snapshot, *it));
    let named = named.collect::<Vec<_>>().join(", ");
    match records.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} (+{more})"),
    }
}

/// The same for a record at hand.
pub(crate) fn title_of(text: Text, snapshot: &Snapshot, record: &Record) -> String {
    let title = title(text, snapshot, record).filter(|title| !title.is_empty());
    title.unwrap_or_else(|| text.label(record.record_id().table).to_owned())
}

/// Labels for the steps on a record that is called otherwise now: that is the name one looks for.
pub(crate) fn renamed_labels(
    text: Text,
    snapshot: &Snapshot,
    history: &History,
    subjects: &[(i64, RecordId)],
) -> HashMap<Uuid, String> {
    let named = subjects.iter().filter(|(_, record)| has_own_name(record.table));
    let renamed = named.filter_map(|(seq, record)| {
        let (step, found) = (history.at(*seq)?, snapshot.find(*record)?);
        let title = title(text, snapshot, &found).filter(|it| !it.is_empty())?;
        (title != step.detail).then(|| (step.id, step_label(text, &step.name, &title)))
    });
    renamed.collect()
}

/// Whether records of a table have a name of their own, by which their steps are called.
fn has_own_name(table: Table) -> bool {
    match table {
        Table::Parties
        | Table::Groups
        | Table::Sources
        | Table::Proposals
        | Table::RollCalls
        | Table::Remedies
        | Table::Meetings
        | Table::Scenarios
        | Table::Terms
        | Table::NextSteps => true,
        Table::Dossier
        | Table::Memberships
        | Table::Aliases
        | Table::Sponsors
        | Table::Rivals
        | Table::Versions
        | Table::Paragraphs
        | Table::Asks
        | Table::Rulings
        | Table::WordStances
        | Table::AimTags
        | Table::Positions
        | Table::Briefs
        | Table::Assessments
        | Table::Concerns
        | Table::Relations
        | Table::Engagements
        | Table::Contacts
        | Table::Votes
        | Table::ScenarioMoves
        | Table::Agenda
        | Table::Comments
        | Table::Polls
        | Table::Parked
        | Table::Slides
        | Table::SavedViews => false,
    }
}

/// The content of an assessment besides its title: the obstacle and how severe it is.
pub(crate) fn assessed(text: Text, entry: &Assessment) -> String {
    let obstacle = text.of(&obstacle_text(entry.obstacle).short()).to_owned();
    format!("{obstacle}: {}", text.severity(entry.severity))
}

/// A title that also names the proposal of an entry, for use where the context does not.
pub(super) fn full_title(text: Text, snapshot: &Snapshot, record: &Record) -> Option<String> {
    let title = title(text, snapshot, record)?;
    let Record::Position(entry) = record else { return Some(title) };
    let proposal = snapshot.proposals.get(entry.proposal);
    Some(proposal.map_or_else(|| title.clone(), |proposal| format!("{}, {title}", proposal.code)))
}

/// The words that identify a record: its code, its title, or what it is about.
pub(super) fn title(text: Text, snapshot: &Snapshot, record: &Record) -> Option<String> {
    let party = |id| snapshot.parties.get(id).map(|party| text.of(&party.name).to_owned());
    let code = |id| snapshot.proposals.get(id).map(|proposal| proposal.code.clone());
    let group = |id| snapshot.groups.get(id).map(|group| group.code.clone());
    let speaker = |by: Speaker| match by {
        Speaker::Party(id) => party(id),
        Speaker::Group(id) => group(id),
    };
    // Either end may have been deleted.
    let both = |a: Option<String>, b: Option<String>| {
        let parts = [a, b].into_iter().flatten().filter(|part| !part.is_empty());
        Some(parts.collect::<Vec<_>>().join(", "))
    };
    let version = |id| {
        let version = snapshot.versions.get(id)?;
        both(code(version.proposal), Some(version.name.clone()))
    };
    let paragraph = |id| {
        let paragraph = snapshot.paragraphs.get(id)?;
        let named = match paragraph.number.as_str() {
            "" => opening(&paragraph.words),
            number => number.to_owned(),
        };
        both(version(paragraph.version), Some(named))
    };
    match record {
        Record::Dossier(record) => Some(record.title.clone()),
        Record::Party(record) => Some(text.of(&record.name).to_owned()),
        Record::Group(record) => Some(record.code.clone()),
        Record::Membership(record) => both(group(record.group), party(record.party)),
        Record::Alias(record) => both(speaker(record.of), Some(record.name.clone())),
        Record::Source(record) => Some(record.short().to_owned()),
        Record::Proposal(record) => Some(record.code.clone()),
        Record::Sponsor(record) => both(code(record.proposal), party(record.party)),
        Record::Rival(record) => both(code(record.proposal), code(record.other)),
        Record::AimTag(record) => {
            let name = crate::library::aim_text(record.aim).name();
            both(code(record.proposal), Some(text.of(&name).to_owned()))
        }
        Record::Position(record) => both(speaker(record.by), Some(text.day(record.date))),
        Record::Brief(record) => code(record.proposal),
        Record::Assessment(record) => both(code(record.proposal), Some(text.day(record.date))),
        Record::Concern(record) => party(record.party),
        Record::Remedy(record) => Some(record.title.clone()),
        Record::Relation(record) => both(party(record.parties[0]), party(record.parties[1])),
        Record::Engagement(record) => party(record.party),
        Record::NextStep(record) => Some(record.title.clone()),
        Record::Contact(record) => both(Some(record.name.clone()), party(record.party)),
        Record::Term(record) => record.each_form().next().map(str::to_owned),
        Record::Meeting(record) => Some(record.title.clone()),
        Record::AgendaItem(record) => code(record.proposal),
        Record::Scenario(record) => Some(record.name.clone()),
        Record::SavedView(record) => Some(record.name.clone()),
        Record::ScenarioMove(record) => both(code(record.proposal), speaker(record.by)),
        Record::Version(record) => both(code(record.proposal), Some(record.name.clone())),
        Record::Paragraph(record) => paragraph(record.id),
        Record::Ask(record) => both(code(record.proposal), Some(opening(&record.wanted))),
        Record::Ruling(record) => {
            let ask = snapshot.asks.get(record.ask).map(|it| opening(&it.wanted));
            both(version(record.version), ask)
        }
        Record::WordStance(record) => both(paragraph(record.paragraph), speaker(record.by)),
        Record::RollCall(record) => Some(record.code.clone()),
        Record::Comment(record) => Some(opening(&record.text)),
        Record::Poll(record) => both(code(record.proposal), Some(text.day(record.date))),
        Record::Parked(record) => Some(opening(&record.text)),
        Record::Slide(record) => {
            let title = match record.title.as_str() {
                "" => text.label(record.kind),
                title => title,
            };
            both(Some(title.to_owned()), record.proposal.and_then(code))
        }
        Record::Vote(record) => {
            let roll_call = snapshot.roll_calls.get(record.roll_call).map(|it| it.code.clone());
            both(roll_call, party(record.party))
        }
    }
}

/// The first words of a text.
fn opening(text: &str) -> String {
    text.chars().take(60).collect()
}
