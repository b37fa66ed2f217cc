use super::*;

const HERE: (Slot, Slot) = (Slot(2), Slot(5));

fn entry(date: &str, stance: Option<Stance>) -> NewEntry<'static> {
    NewEntry {
        id: PositionId::new(),
        proposal: HERE.0,
        party: HERE.1,
        stance,
        date: date.parse().unwrap(),
        forum: None,
        words: "",
        source: None,
        certainty: None,
        salience: None,
        condition: "",
        reason: "",
        hold: false,
        replaces: None,
        author: "",
        marking: None,
    }
}

fn stance_on(ledger: &Ledger, day: &str) -> Option<Option<Stance>> {
    ledger.current(HERE.0, HERE.1, day.parse().unwrap()).map(Entry::stance)
}

#[test]
fn the_current_stance_is_the_newest_on_or_before_the_day() {
    let mut ledger = Ledger::default();
    ledger.insert(&entry("2020-05-01", Some(Stance::Object)));
    ledger.insert(&entry("2018-05-01", Some(Stance::Support)));
    ledger.insert(&entry("2022-05-01", None));
    assert_eq!(stance_on(&ledger, "2018-04-30"), None);
    assert_eq!(stance_on(&ledger, "2018-05-01"), Some(Some(Stance::Support)));
    assert_eq!(stance_on(&ledger, "2021-01-01"), Some(Some(Stance::Object)));
    assert_eq!(stance_on(&ledger, "2022-05-01"), Some(None));
}

#[test]
fn a_corrected_entry_counts_for_no_day_until_the_correction_is_removed() {
    let mut ledger = Ledger::default();
    let wrong = entry("2020-05-01", Some(Stance::Object));
    let right = NewEntry { replaces: Some(wrong.id), ..entry("2020-05-01", Some(Stance::Reserve)) };
    ledger.insert(&wrong);
    ledger.insert(&right);
    assert_eq!(stance_on(&ledger, "2020-06-01"), Some(Some(Stance::Reserve)));
    assert!(ledger.remove(HERE.0, HERE.1, right.id));
    assert_eq!(stance_on(&ledger, "2020-06-01"), Some(Some(Stance::Object)));
}

#[test]
fn entries_come_out_as_they_went_in() {
    let mut ledger = Ledger::default();
    let (proposal, party, source) = (ProposalId::new(), PartyId::new(), SourceId::new());
    let mut position = Position::new(proposal, party, Some(Stance::NoInstructions), NaiveDate::MAX);
    position.words = "as said".into();
    position.condition = "a date".into();
    position.reason = "its law".into();
    position.hold = true;
    position.author = "desk".into();
    position.forum = Some(Forum::Informal);
    position.certainty = Some(Certainty::Inferred);
    position.salience = Some(5);
    position.marking = Some(Marking::Red);
    position.source = Some(source);
    position.replaces = Some(PositionId::new());
    ledger.insert(&NewEntry {
        id: position.id,
        proposal: HERE.0,
        party: HERE.1,
        stance: position.stance,
        date: position.date,
        forum: position.forum,
        words: &position.words,
        source: Some(Slot(0)),
        certainty: position.certainty,
        salience: position.salience,
        condition: &position.condition,
        reason: &position.reason,
        hold: position.hold,
        replaces: position.replaces,
        author: &position.author,
        marking: position.marking,
    });
    let line = ledger.line(HERE.0, HERE.1);
    assert_eq!(line[0].to_position(proposal, party, Some(source)), position);
    assert_eq!(ledger.iter().count(), 1);
}

#[test]
fn removing_keeps_the_rest_of_the_line() {
    let mut ledger = Ledger::default();
    let entries: Vec<_> = (1..=3).map(|n| entry(&format!("2020-01-0{n}"), None)).collect();
    entries.iter().for_each(|entry| ledger.insert(entry));
    assert!(ledger.remove(HERE.0, HERE.1, entries[1].id));
    assert!(!ledger.remove(HERE.0, HERE.1, entries[1].id));
    let left: Vec<_> = ledger.line(HERE.0, HERE.1).iter().map(|e| e.id()).collect();
    assert_eq!(left, [entries[2].id, entries[0].id]);
    assert_eq!(ledger.len(), 2);
    ledger.insert(&entries[1]);
    assert_eq!(ledger.line(HERE.0, HERE.1).len(), 3);
}
