//! One decision over several proposals: what it says, and that its withheld parts leave no trace.

use cbm_workbench::analysis::decided_with;
use cbm_workbench::document::{Document, Edit, Problem, StepName, check};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    AgendaItem, Bilingual, Marking, Meeting, Party, PartyKind, Position, Procedure, Proposal,
    Record, Snapshot, Stance, Table,
};

use crate::common::{dossier, dump, folder, run};
use crate::pairs::Pair;

const CANARY: &str = "CANARY-8";

fn day() -> chrono::NaiveDate {
    "2026-11-26".parse().unwrap()
}

/// Two proposals on one agenda, decided together: one that all support, and one to which a party
/// objects.
fn records(marking: Option<Marking>) -> Vec<Record> {
    let new = |code: &str, marking| {
        let mut proposal = Proposal::new(code, Bilingual::new(code, code));
        proposal.marking = marking;
        proposal
    };
    let (first, second) = (new("AA-1", Some(Marking::Clear)), new(CANARY, marking));
    let mut party = Party::new("AAA", Bilingual::new("Aland", "Aland"), PartyKind::Company);
    (party.decides, party.marking) = (true, Some(Marking::Clear));
    let meeting = Meeting {
        marking: Some(Marking::Clear),
        ..Meeting::new("Session", "2027-01-15".parse().unwrap())
    };
    let said = |on: &Proposal, stance| {
        let mut entry = Position::new(on.id, party.id, Some(stance), day());
        entry.marking = on.marking;
        entry
    };
    let one = said(&first, Stance::Support);
    let other = said(&second, Stance::Object);
    let item = AgendaItem {
        procedure: Some(Procedure::Majority),
        ..AgendaItem::new(meeting.id, second.id)
    };
    let with = AgendaItem { with: Some(item.id), ..AgendaItem::new(meeting.id, first.id) };
    vec![
        first.into(),
        second.into(),
        party.into(),
        meeting.into(),
        item.into(),
        with.into(),
        one.into(),
        other.into(),
    ]
}

fn put(document: &mut Document, records: Vec<Record>) {
    let edit = Edit::new(StepName::Change(Table::Agenda), "");
    document.apply(&records.into_iter().fold(edit, Edit::put)).unwrap();
}

fn with(snapshot: &Snapshot, code: &str) -> Vec<String> {
    let proposal = snapshot.proposal_by_code(code).unwrap().id;
    let others = decided_with(snapshot, proposal, day()).into_iter();
    others.map(|it| snapshot.proposals.get(it).unwrap().code.clone()).collect()
}

#[test]
fn the_head_line_says_with_what_a_proposal_is_decided_and_whether_the_whole_carries() {
    let home = folder();
    let mut document = Document::open(&dossier(&home, Template::Empty)).unwrap();
    put(&mut document, records(None));
    drop(document);
    let ask = |more: &[&str]| {
        let asked = ["analyse", "dossier.cbm", "decision", "--proposal", "AA-1"];
        run(home.path(), &[&asked[..], &["--rule", "majority"], more].concat())
    };
    let said = ask(&[]);
    let line = format!("It is decided together with {CANARY}: the whole fails, as {CANARY} does");
    assert!(said.out.contains("AA-1 carries by simple majority") && said.out.contains(&line));
    let json = ask(&["--format", "json"]).json();
    assert_eq!(json["verdict"], "adopts");
    let each = json["together"].as_array().unwrap();
    let told = each.iter().map(|it| (it["proposal"].as_str(), it["verdict"].as_str()));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [(Some("AA-1"), Some("adopts")), (Some(CANARY), Some("fails"))]
    );
}

#[test]
fn a_proposal_that_is_withheld_leaves_no_trace_in_the_decision_it_is_part_of() {
    let home = folder();
    let path = dossier(&home, Template::Empty);
    let mut document = Document::open(&path).unwrap();
    put(&mut document, records(Some(Marking::Red)));
    drop(document);
    for ceiling in ["clear", "green"] {
        let asked = ["analyse", "dossier.cbm", "decision", "--proposal", "AA-1"];
        let asked = [&asked[..], &["--ceiling", ceiling, "--format", "json"]].concat();
        let json = run(home.path(), &asked).json();
        assert!(json.get("together").is_none() && !json.to_string().contains("decided together"));
        let copy = home.path().join(format!("{ceiling}.cbm"));
        let made = ["redact", "dossier.cbm", copy.to_str().unwrap(), "--ceiling", ceiling];
        assert_eq!(run(home.path(), &made).code, 0);
        assert!(!dump(&copy).concat().contains(CANARY));
        let document = Document::open_read_only(&copy).unwrap();
        let items: Vec<_> = document.snapshot().agenda.iter().cloned().collect();
        assert_eq!(items.iter().map(|it| it.with).collect::<Vec<_>>(), [None], "{ceiling}");
    }
}

#[test]
fn what_is_decided_together_comes_back_by_undo_and_travels_with_copies_and_merges() {
    let mut pair = Pair::new(|_| {}, |theirs| put(theirs, records(None)));
    pair.merge(None);
    let snapshot = pair.mine.snapshot();
    assert_eq!(with(snapshot, "AA-1"), [CANARY]);
    assert_eq!(with(snapshot, CANARY), ["AA-1"], "from whichever one looks at it");
    let first = snapshot.agenda.iter().find(|it| it.with.is_some()).unwrap().clone();
    let itself = AgendaItem { with: Some(first.id), ..first };
    let refused = check(snapshot, &Edit::change(itself, ""), day()).unwrap_err();
    assert_eq!((refused.field, refused.problem), ("with_id", Problem::WithItself));
    // A copy of everything has it too.
    let copy = pair.mine.path().with_file_name("whole.cbm");
    pair.mine.redact(&copy, Marking::Red, "", None).unwrap();
    assert_eq!(with(Document::open_read_only(&copy).unwrap().snapshot(), "AA-1"), [CANARY]);
    // Taken off the agenda, the other is decided by itself.
    let gone = Edit::delete(pair.mine.snapshot(), first.with.unwrap().into(), "");
    pair.mine.apply(&gone).unwrap();
    assert!(with(pair.mine.snapshot(), "AA-1").is_empty());
    pair.mine.undo().unwrap();
    assert_eq!(with(pair.mine.snapshot(), "AA-1"), [CANARY]);
}
