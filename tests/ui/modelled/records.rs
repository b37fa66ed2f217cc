//! The records that the model tries, and what a room may see of each.

use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::model::{
    Assessment, Bilingual, Certainty, Dossier, Group, GroupKind, Keyed, Marking, Obstacle,
    Paragraph, Parked, Party, PartyId, PartyKind, Poll, PollKind, Position, Proposal, Record,
    RecordId, Scenario, ScenarioMove, Severity, Slide, SlideKind, Snapshot, Stance, Version,
};
use chrono::{DateTime, Days, NaiveDate};

/// What a wall can show of a record, apart from its marking: what is always changed together is one.
pub(super) fn content(record: &Record) -> Vec<String> {
    match record {
        Record::Proposal(it) => vec![it.title.en.clone(), it.summary.en.clone()],
        Record::Position(it) => vec![format!("{:?} {}", it.stance, it.date)],
        Record::Assessment(it) => vec![format!("{:?} {}", it.severity, it.date)],
        Record::Slide(it) => vec![it.text.clone()],
        Record::Party(it) => vec![it.name.en.clone(), it.code.clone()],
        Record::Group(it) => vec![it.name.en.clone(), it.code.clone()],
        Record::Poll(it) => vec![format!("{:?}", it.counts)],
        Record::Parked(it) => vec![it.text.clone()],
        Record::Paragraph(it) => vec![it.words.clone(), it.number.clone()],
        Record::Scenario(it) => vec![it.name.clone()],
        Record::ScenarioMove(it) => vec![format!("{:?}", it.stance)],
        Record::Dossier(it) => vec![it.title.clone(), it.classification.clone()],
        _ => Vec::new(),
    }
}

/// The same record with other words in one of the places of its content.
pub(super) fn other(record: &Record, place: usize, count: u32) -> Record {
    let day = NaiveDate::from_ymd_opt(2010, 1, 1).unwrap() + Days::new(count.into());
    let words = format!("words {count}");
    let name = Bilingual::new(words.clone(), "");
    match (record.clone(), place % content(record).len().max(1)) {
        (Record::Proposal(it), 0) => Proposal { title: name, ..it }.into(),
        (Record::Proposal(it), _) => Proposal { summary: name, ..it }.into(),
        (Record::Position(it), _) => Position { date: day, ..it }.into(),
        (Record::Assessment(it), _) => Assessment { date: day, ..it }.into(),
        (Record::Slide(it), _) => Slide { text: words, ..it }.into(),
        (Record::Party(it), 0) => Party { name, ..it }.into(),
        (Record::Party(it), _) => Party { code: words, ..it }.into(),
        (Record::Group(it), 0) => Group { name, ..it }.into(),
        (Record::Group(it), _) => Group { code: words, ..it }.into(),
        (Record::Poll(it), _) => Poll { counts: [9, 9, count, 9, 9, 9], ..it }.into(),
        (Record::Parked(it), _) => Parked { text: words, ..it }.into(),
        (Record::Paragraph(it), 0) => Paragraph { words, ..it }.into(),
        (Record::Paragraph(it), _) => Paragraph { number: words, ..it }.into(),
        (Record::Dossier(it), 0) => Dossier { title: words, ..it }.into(),
        (Record::Dossier(it), _) => Dossier { classification: words, ..it }.into(),
        (Record::Scenario(it), _) => Scenario { name: words, ..it }.into(),
        (Record::ScenarioMove(it), _) => {
            let stance = Stance::ALL.get(count as usize % Stance::ALL.len()).copied();
            ScenarioMove { stance, ..it }.into()
        }
        (record, _) => record,
    }
}

/// Whether a record is written for the room to see.
pub(super) fn is_for_the_room(record: &Record) -> bool {
    matches!(record, Record::Slide(_) | Record::Poll(_) | Record::Parked(_))
}

/// Whether the room may see a record of itself.
pub(super) fn by_itself(record: &Record) -> bool {
    let told = match record {
        Record::Position(it) => matches!(it.certainty, None | Some(Certainty::Public)),
        Record::Scenario(_) | Record::ScenarioMove(_) => false,
        _ => true,
    };
    told && marking(record) == Some(Marking::Clear)
}

/// The marking of its own that a record has.
fn marking(record: &Record) -> Option<Marking> {
    match record {
        Record::Dossier(it) => Some(it.marking),
        other => other.marking(),
    }
}

/// The same record with another marking; a dossier always has one.
pub(super) fn marked(record: &Record, marking: Option<Marking>) -> Option<Record> {
    let mut is = record.clone();
    match &mut is {
        Record::Dossier(it) => it.marking = marking.unwrap_or(Marking::Amber),
        other => *other.marking_mut()? = marking,
    }
    Some(is)
}

/// Whether it is a dossier of which the room sees nothing but that there is one.
pub(super) fn is_bare(record: &Record) -> bool {
    matches!(record, Record::Dossier(it) if it.title.is_empty() && it.classification.is_empty())
}

/// Whether another entry corrects it.
pub(super) fn is_corrected(snapshot: &Snapshot, record: &Record) -> bool {
    let Record::Position(entry) = record else { return false };
    let line = snapshot.line(entry.proposal, entry.by);
    line.iter().any(|it| it.replaces == Some(entry.id))
}

/// A few of each kind, marked differently, about things that everybody may see.
/// Returns them, and a party that nothing is assumed of.
pub(super) fn fill(document: &mut Document) -> (Vec<RecordId>, PartyId) {
    let day = NaiveDate::from_ymd_opt(2009, 1, 1).unwrap();
    let clear = Some(Marking::Clear);
    let host = Proposal { marking: clear, ..Proposal::new("P", Bilingual::new("Host", "")) };
    let mut edit = Edit::new(StepName::ImportRecords, "").put(host.clone());
    let version = Version { marking: clear, ..Version::new(host.id, "t1", 0) };
    edit = edit.put(version.clone());
    let made = DateTime::UNIX_EPOCH;
    let mut records: Vec<Record> = Vec::new();
    let mut parties = Vec::new();
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
        parties.push(party.id);
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
        let other = Party::new(format!("T{at}"), words.clone(), PartyKind::State);
        records.push(Party { marking, ..other }.into());
        let group = Group::new(format!("G{at}"), words, GroupKind::ALL[0]);
        records.push(Group { marking, ..group }.into());
        let poll = Poll::new(host.id, PollKind::Temperature, day);
        records.push(Poll { marking, counts: [9; 6], ..poll }.into());
        records.push(Parked { marking, ..Parked::new(format!("begin {at}"), made) }.into());
        let paragraph = Paragraph::new(version.id, at as u32, format!("begin {at}"));
        records.push(Paragraph { marking, ..paragraph }.into());
    }
    for (at, marking) in [clear, Some(Marking::Red)].into_iter().enumerate() {
        let scenario = Scenario { marking, ..Scenario::new(format!("begin {at}"), Marking::Clear) };
        records.push(scenario.clone().into());
        for party in [parties[0], parties[1]] {
            let stance = Some(Stance::Support);
            let one = ScenarioMove::new(scenario.id, host.id, party, stance, Marking::Clear);
            records.push(ScenarioMove { marking: clear, ..one }.into());
        }
    }
    // One that everybody sees, whatever becomes of the others.
    edit = edit.put(Slide { marking: clear, ..Slide::new(SlideKind::Title, 9) });
    document.apply(&edit).unwrap();
    for record in &records {
        document.apply(&Edit::add(record.clone(), "")).unwrap();
    }
    let own = document.snapshot().dossier.clone();
    let own = Dossier {
        marking: Marking::Clear,
        title: "begin".to_owned(),
        classification: "begin".to_owned(),
        ..own
    };
    records.push(own.clone().into());
    document.apply(&Edit::change(own, "")).unwrap();
    (records.iter().map(Record::record_id).collect(), parties[2])
}
