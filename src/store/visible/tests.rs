//! Fails closed: nothing is on the wall unless it is known to be public.

use super::*;
use crate::model::{
    Bilingual, Dossier, Party, PartyKind, Poll, PollKind, Position, PositionId, Proposal,
    ProposalId, Stance,
};
use crate::store::log::{self, NewStep, StepKind};
use crate::store::{Access, Store, tables};

fn store(folder: &tempfile::TempDir, records: &[Record]) -> Store {
    let path = folder.path().join("visible.cbm");
    Store::create(&path, records).unwrap();
    Store::open(&path, Access::default()).unwrap()
}

fn party(code: &str, marking: Option<Marking>) -> Party {
    Party { marking, ..Party::new(code, Bilingual::new(code, ""), PartyKind::State) }
}

fn seen(store: &Store, audience: Audience, ceiling: Marking) -> Vec<String> {
    let visible = store.visible(&Clearance::new(audience, ceiling)).unwrap();
    let mut codes: Vec<_> = visible.snapshot.parties.iter().map(|it| it.code.clone()).collect();
    codes.sort();
    codes
}

#[test]
fn a_record_with_an_unknown_or_missing_marking_is_shown_to_no_room() {
    let folder = tempfile::tempdir().unwrap();
    let strange = party("STRANGE", Some(Marking::Clear));
    let id = strange.id;
    let records: Vec<Record> = vec![
        Dossier::new("A dossier").into(),
        party("CLEAR", Some(Marking::Clear)).into(),
        party("GREEN", Some(Marking::Green)).into(),
        party("NONE", None).into(),
        strange.into(),
    ];
    let store = store(&folder, &records);
    let sql = "UPDATE parties SET marking = 'PURPLE' WHERE id = ?1";
    store.connection.execute(sql, [id.to_string()]).unwrap();
    for (ceiling, room, copy) in [
        (Marking::Clear, vec!["CLEAR"], vec!["CLEAR"]),
        (Marking::Green, vec!["CLEAR", "GREEN"], vec!["CLEAR", "GREEN"]),
        (Marking::Amber, vec!["CLEAR", "GREEN"], vec!["CLEAR", "GREEN", "NONE"]),
        (Marking::Red, vec!["CLEAR", "GREEN"], vec!["CLEAR", "GREEN", "NONE"]),
    ] {
        assert_eq!(seen(&store, Audience::Room, ceiling), room, "{ceiling:?}");
        assert_eq!(seen(&store, Audience::Copy, ceiling), copy, "{ceiling:?}");
    }
}

#[test]
fn entries_in_confidence_or_inferred_are_never_on_the_wall_and_change_nothing_there() {
    let folder = tempfile::tempdir().unwrap();
    let clear = Some(Marking::Clear);
    let who = party("A", clear);
    let proposal = Proposal { marking: clear, ..Proposal::new("P", Bilingual::new("P", "")) };
    let entry = |certainty, replaces| {
        let day = "2026-01-01".parse().unwrap();
        let new = Position::new(proposal.id, who.id, Some(Stance::Object), day);
        Position { certainty, replaces, marking: clear, ..new }
    };
    use crate::model::Certainty as C;
    let public = entry(Some(C::Public), None);
    let corrected = entry(None, None);
    let correction = entry(Some(C::Confidence), Some(corrected.id));
    let wall = [public.id, corrected.id];
    let records: Vec<Record> = vec![
        Dossier::new("A dossier").into(),
        who.clone().into(),
        proposal.clone().into(),
        public.into(),
        entry(Some(C::Inferred), None).into(),
        corrected.into(),
        correction.clone().into(),
    ];
    let store = store(&folder, &records);
    let mut clearance = Clearance::new(Audience::Room, Marking::Red);
    let line = |clearance: &Clearance, proposal: ProposalId| {
        let line = store.visible(clearance).unwrap().snapshot.line(proposal, who.id);
        let mut ids: Vec<_> = line.into_iter().map(|entry| entry.id).collect();
        ids.sort_unstable();
        ids
    };
    assert_eq!(line(&clearance, proposal.id), wall);
    clearance.released.insert(correction.id.into());
    let released = [wall[0], correction.id];
    assert_eq!(line(&clearance, proposal.id), released, "where it is released it corrects");
}

#[test]
fn updating_for_a_step_shows_the_same_as_reading_everything() {
    let folder = tempfile::tempdir().unwrap();
    let clear = Some(Marking::Clear);
    let who = party("A", clear);
    let proposal = Proposal { marking: clear, ..Proposal::new("P", Bilingual::new("P", "")) };
    let (party, on) = (who.id, proposal.id);
    let store = store(&folder, &[Dossier::new("A dossier").into(), who.into(), proposal.into()]);
    let clearance = Clearance::new(Audience::Room, Marking::Clear);
    let mut snapshot = store.visible(&clearance).unwrap().snapshot;
    let day = "2026-01-01".parse().unwrap();
    let new = Position::new(on, party, Some(Stance::Support), day);
    let shown = Position { marking: clear, ..new.clone() };
    let hidden = Position { id: PositionId::new(), marking: Some(Marking::Red), ..new };
    let step = NewStep {
        id: crate::model::fresh_id(),
        time: chrono::DateTime::UNIX_EPOCH,
        author: "",
        kind: StepKind::Do,
        target: None,
        name: "enter",
        detail: "",
    };
    log::begin(&store.connection, &step).unwrap();
    for entry in [&shown, &hidden] {
        tables::put(&store.connection, &entry.clone().into()).unwrap();
    }
    let touched = [shown.id.into(), hidden.id.into()];
    assert!(refresh(&store.connection, &clearance, &mut snapshot, &touched).unwrap());
    assert_eq!(
        snapshot.line(on, party),
        store.visible(&clearance).unwrap().snapshot.line(on, party)
    );
    assert_eq!(snapshot.line(on, party).len(), 1);
    tables::set_deleted(&store.connection, shown.id.into(), true).unwrap();
    assert!(refresh(&store.connection, &clearance, &mut snapshot, &touched).unwrap());
    assert!(snapshot.line(on, party).is_empty());
    // Records with parts affect more than themselves.
    assert!(!refresh(&store.connection, &clearance, &mut snapshot, &[on.into()]).unwrap());
}

#[test]
fn a_poll_with_few_answers_is_in_no_copy_and_its_split_on_no_wall() {
    let folder = tempfile::tempdir().unwrap();
    let clear = Some(Marking::Clear);
    let proposal = Proposal { marking: clear, ..Proposal::new("P", Bilingual::new("P", "")) };
    let poll = |counts| {
        let day = "2026-01-01".parse().unwrap();
        Poll { marking: clear, counts, ..Poll::new(proposal.id, PollKind::Temperature, day) }
    };
    let (few, many) = ([1, 1, 0, 0, 2, 0], [1, 1, 0, 0, 2, 1]);
    let small = poll(few);
    let id = small.id;
    for (fewest, of_few) in [(4, few), (5, [0; 6])] {
        let dossier = Dossier { poll_min_answers: fewest, ..Dossier::new("A dossier") };
        let folder = folder.path().join(fewest.to_string());
        std::fs::create_dir(&folder).unwrap();
        let path = folder.join("visible.cbm");
        let records: [Record; 4] =
            [dossier.into(), proposal.clone().into(), small.clone().into(), poll(many).into()];
        Store::create(&path, &records).unwrap();
        let store = Store::open(&path, Access::default()).unwrap();
        let polls = |clearance: &Clearance| {
            let seen = store.visible(clearance).unwrap().snapshot;
            let mut counts: Vec<_> = seen.polls.iter().map(|poll| poll.counts).collect();
            counts.sort_unstable();
            counts
        };
        let mut clearance = Clearance::new(Audience::Room, Marking::Red);
        let mut shown = vec![of_few, many];
        shown.sort_unstable();
        assert_eq!(polls(&clearance), shown);
        // Releasing overrides the marking, not the protection of who said what.
        clearance.released.insert(id.into());
        assert_eq!(polls(&clearance), shown);
        shown.retain(|counts| *counts != [0; 6]);
        assert_eq!(polls(&Clearance::new(Audience::Copy, Marking::Red)), shown);
        // Updating shows the same as reading.
        let clearance = Clearance::new(Audience::Room, Marking::Clear);
        let mut seen = store.visible(&clearance).unwrap().snapshot;
        assert!(refresh(&store.connection, &clearance, &mut seen, &[id.into()]).unwrap());
        assert_eq!(seen.polls.get(id).unwrap().counts, of_few);
    }
}

#[test]
fn a_text_longer_than_can_be_entered_goes_into_no_copy() {
    let folder = tempfile::tempdir().unwrap();
    let mut long = party("A", Some(Marking::Clear));
    for (letters, copied) in [(LONGEST, true), (LONGEST + 1, false)] {
        long.note = "é".repeat(letters);
        let records: Vec<Record> = vec![Dossier::new("A dossier").into(), long.clone().into()];
        let path = folder.path().join(format!("{letters}.cbm"));
        Store::create(&path, &records).unwrap();
        let store = Store::open(&path, Access::default()).unwrap();
        let copy = copy_records(&store.connection, Marking::Red, "");
        assert_eq!(copy.is_ok(), copied, "{letters}");
    }
}

#[test]
fn what_obstacles_weigh_is_on_no_wall_and_whose_dossier_it_is_goes_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let own = Marking::Amber;
    let dossier = Dossier { marking: own, weights: [9; 8], ..Dossier::new("A dossier") };
    let ours = Party { ours: true, ..party("CLEAR", Some(Marking::Clear)) };
    let store = store(&folder, &[dossier.into(), ours.into()]);
    for (audience, ceiling, weight) in [
        (Audience::Room, Marking::Red, 1),
        (Audience::Copy, Marking::Green, 1),
        (Audience::Copy, own, 9),
    ] {
        let visible = store.visible(&Clearance::new(audience, ceiling)).unwrap().snapshot;
        assert_eq!(visible.dossier.weights, [weight; 8], "{audience:?} {ceiling:?}");
        let flags: Vec<_> = visible.parties.iter().map(|it| it.ours).collect();
        assert_eq!(flags, [false], "{audience:?} {ceiling:?}");
    }
}
