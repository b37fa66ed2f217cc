//! The records that the model tries, and what a room may see of each.

use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::model::{
    Assessment, Bilingual, Certainty, Marking, Obstacle, Party, PartyKind, Position, Proposal,
    Record, RecordId, Severity, Slide, SlideKind, Snapshot, Stance,
};
use chrono::NaiveDate;

/// What a wall can show of a record, apart from its marking.
pub(super) fn content(record: &Record) -> Option<String> {
    Some(match record {
        Record::Proposal(it) => it.title.en.clone(),
        Record::Position(it) => format!("{:?} {}", it.stance, it.date),
        Record::Assessment(it) => format!("{:?} {}", it.severity, it.date),
        Record::Slide(it) => it.text.clone(),
        Record::Party(it) => it.name.en.clone(),
        _ => return None,
    })
}

/// Whether the room may see a record of itself.
pub(super) fn by_itself(record: &Record) -> bool {
    let told = match record {
        Record::Position(it) => matches!(it.certainty, None | Some(Certainty::Public)),
        _ => true,
    };
    told && record.marking() == Some(Marking::Clear)
}

/// Whether another entry corrects it.
pub(super) fn is_corrected(snapshot: &Snapshot, record: &Record) -> bool {
    let Record::Position(entry) = record else { return false };
    let line = snapshot.line(entry.proposal, entry.by);
    line.iter().any(|it| it.replaces == Some(entry.id))
}

/// A few of each kind, marked differently, about things that everybody may see.
pub(super) fn fill(document: &mut Document) -> Vec<RecordId> {
    let day = NaiveDate::from_ymd_opt(2009, 1, 1).unwrap();
    let clear = Some(Marking::Clear);
    let host = Proposal { marking: clear, ..Proposal::new("P", Bilingual::new("Host", "")) };
    let mut edit = Edit::new(StepName::ImportRecords, "").put(host.clone());
    let mut records: Vec<Record> = Vec::new();
    for (at, marking) in [clear, Some(Marking::Red), None].into_iter().enumerate() {
        let words = Bilingual::new(format!("begin {at}"), "");
        let party = Party {
            marking: clear,
            ..Party::new(
                format!("S{at}"),
                Bilingual::new(format!("State {at}"), ""),
                PartyKind::State,
            )
        };
        edit = edit.put(party.clone());
        let entry = Position {
            certainty: Some(Certainty::Public),
            marking,
            ..Position::new(host.id, party.id, Some(Stance::Support), day)
        };
        records.push(entry.into());
        records.push(Proposal { marking, ..Proposal::new(format!("Q{at}"), words.clone()) }.into());
        let obstacle = [Obstacle::Mistrust, Obstacle::Proxies, Obstacle::Weapons][at];
        let score = Assessment::new(host.id, obstacle, Severity::new(2), day);
        records.push(Assessment { marking, ..score }.into());
        let slide = Slide::new(SlideKind::Title, at as u32);
        records.push(Slide { marking, text: format!("begin {at}"), ..slide }.into());
        let other = Party::new(format!("T{at}"), words, PartyKind::State);
        records.push(Party { marking, ..other }.into());
    }
    // One that everybody sees, whatever becomes of the others.
    edit = edit.put(Slide { marking: clear, ..Slide::new(SlideKind::Title, 9) });
    document.apply(&edit).unwrap();
    for record in &records {
        document.apply(&Edit::add(record.clone(), "")).unwrap();
    }
    records.iter().map(Record::record_id).collect()
}
