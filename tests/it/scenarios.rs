//! Scenarios: assumptions beside what is known, never among it.

use cbm_workbench::analysis::{coalition, moves, under};
use cbm_workbench::document::merge::{ConflictKind, Decision};
use cbm_workbench::document::{Document, Edit, Problem};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    GroupId, Keyed, Language, Marking, PartyId, ProposalId, Record, Scenario, ScenarioId,
    ScenarioMove, Snapshot, Speaker, Stance, Table,
};
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::common::{dossier, dump, folder};
use crate::pairs::Pair;

fn day() -> NaiveDate {
    "2026-11-26".parse().unwrap()
}

fn party(snapshot: &Snapshot, code: &str) -> PartyId {
    snapshot.party_by_code(code).unwrap().id
}

fn first(snapshot: &Snapshot) -> ProposalId {
    snapshot.proposals.iter().min_by_key(|it| &it.code).unwrap().id
}

fn add(document: &mut Document, name: &str, assumed: &[(&str, Stance)]) -> ScenarioId {
    let snapshot = document.snapshot();
    let marking = snapshot.dossier.marking;
    let scenario = Scenario::new(name, marking);
    let id = scenario.id;
    let mut edit = Edit::add(scenario, name);
    for (code, stance) in assumed {
        let by = party(snapshot, code);
        edit = edit.put(ScenarioMove::new(id, first(snapshot), by, Some(*stance), marking));
    }
    document.apply(&edit).unwrap();
    id
}

fn assume(document: &mut Document, of: ScenarioId, code: &str, stance: Stance) {
    let snapshot = document.snapshot();
    let (by, on) = (party(snapshot, code), first(snapshot));
    let stance = Some(stance);
    let new = ScenarioMove::new(of, on, by, stance, snapshot.dossier.marking);
    document.apply(&Edit::add(new, code)).unwrap();
}

/// The dossier with the recorded votes, in memory.
fn whole() -> Snapshot {
    let mut snapshot: Option<Snapshot> = None;
    for record in Template::UnVotes.records("A dossier", Language::English) {
        match (&mut snapshot, record) {
            (Some(snapshot), record) => snapshot.put_new(record),
            (none, Record::Dossier(dossier)) => *none = Some(Snapshot::new(dossier)),
            (None, _) => {}
        }
    }
    snapshot.unwrap()
}

/// The stances that a scenario assumes, by party.
fn assumed(snapshot: &Snapshot, of: ScenarioId) -> Vec<(String, Option<Stance>)> {
    let code = |by: Speaker| snapshot.parties.get(by.party().unwrap()).unwrap().code.clone();
    let mut found: Vec<_> = moves(snapshot, of).map(|it| (code(it.by), it.stance)).collect();
    found.sort();
    found
}

#[test]
fn a_scenario_is_undone_redone_and_deleted_with_its_moves_and_leaves_no_position() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let before = dump(&path);
    let mut document = Document::open(&path).unwrap();
    let positions = document.snapshot().count(Table::Positions);
    let id = add(&mut document, "The swing states move", &[("BRA", Stance::Support)]);
    assume(&mut document, id, "IND", Stance::Accept);
    assert_eq!(document.snapshot().count(Table::ScenarioMoves), 2);
    document.undo().unwrap();
    document.undo().unwrap();
    drop(document);
    assert_eq!(dump(&path), before);
    let mut document = Document::open(&path).unwrap();
    document.redo().unwrap();
    document.redo().unwrap();
    let snapshot = document.snapshot();
    assert_eq!(snapshot.count(Table::ScenarioMoves), 2);
    assert_eq!(snapshot.count(Table::Positions), positions, "nobody said any of it");
    // A party takes along what was assumed of it, and a scenario all its moves.
    let brazil = party(snapshot, "BRA");
    document.apply(&Edit::delete(document.snapshot(), brazil.into(), "")).unwrap();
    assert_eq!(document.snapshot().count(Table::ScenarioMoves), 1);
    document.apply(&Edit::delete(document.snapshot(), id.into(), "")).unwrap();
    assert_eq!(document.snapshot().count(Table::ScenarioMoves), 0);
    assert_eq!(document.snapshot().count(Table::Scenarios), 0);
}

#[test]
fn a_scenario_assumes_one_stance_of_a_party_on_a_proposal_and_has_a_name() {
    let folder = folder();
    let mut document = Document::open(&dossier(&folder, Template::UnVotes)).unwrap();
    let id = add(&mut document, "A", &[("BRA", Stance::Support)]);
    let snapshot = document.snapshot();
    let (by, on) = (party(snapshot, "BRA"), first(snapshot));
    let again = ScenarioMove::new(id, on, by, None, Marking::Clear);
    let refused = |edit: &Edit| {
        cbm_workbench::document::check(snapshot, edit, day()).map_err(|it| it.problem)
    };
    assert_eq!(refused(&Edit::add(again, "")), Err(Problem::Twice));
    let nameless = Scenario::new(" ", Marking::Clear);
    assert_eq!(refused(&Edit::add(nameless, "")), Err(Problem::Empty));
    let nowhere = ScenarioMove::new(ScenarioId::new(), on, by, None, Marking::Clear);
    assert_eq!(refused(&Edit::add(nowhere, "")), Err(Problem::Missing));
}

#[test]
fn what_two_people_assume_in_one_scenario_is_brought_together_and_asked_about_where_it_differs() {
    let mut shared = None;
    let mut pair = Pair::after(
        |document| shared = Some(add(document, "A", &[])),
        |document| {
            let id = document.snapshot().scenarios.iter().next().unwrap().id;
            assume(document, id, "BRA", Stance::Support);
            assume(document, id, "IND", Stance::Accept);
            assume(document, id, "MEX", Stance::Reserve);
            add(document, "B", &[("ZAF", Stance::Support)]);
        },
    );
    let id = shared.unwrap();
    assume(&mut pair.mine, id, "BRA", Stance::Support);
    assume(&mut pair.mine, id, "IND", Stance::Object);
    add(&mut pair.mine, "C", &[("ZAF", Stance::Object)]);
    let conflicts: Vec<_> = pair.plan().conflicts.iter().map(|it| it.kind).collect();
    assert_eq!(conflicts, [ConflictKind::SameKey], "of India both cannot be assumed");
    pair.merge(Some(Decision::Theirs));
    let snapshot = pair.mine.snapshot();
    let of = |code: &str, stance: Stance| (code.to_owned(), Some(stance));
    assert_eq!(
        assumed(snapshot, id),
        [of("BRA", Stance::Support), of("IND", Stance::Accept), of("MEX", Stance::Reserve)]
    );
    let mut names: Vec<_> = snapshot.scenarios.iter().map(|it| it.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["A", "B", "C"]);
    assert!(pair.mine.findings().unwrap().is_empty());
}

#[test]
fn a_copy_leaves_out_the_moves_of_a_scenario_that_it_leaves_out() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let mut document = Document::open(&path).unwrap();
    let id = add(&mut document, "A", &[("BRA", Stance::Support), ("IND", Stance::Accept)]);
    let snapshot = document.snapshot();
    let mut scenario = snapshot.scenarios.get(id).unwrap().clone();
    assert_eq!(scenario.marking, None, "the dossier is AMBER itself");
    scenario.marking = Some(Marking::Red);
    let mut moved = moves(snapshot, id).next().unwrap().clone();
    moved.marking = Some(Marking::Clear);
    document.apply(&Edit::change(scenario, "").put(moved)).unwrap();
    for ceiling in Marking::ALL {
        let copy = folder.path().join(format!("{}.cbm", ceiling.key().replace('+', "-")));
        document.redact(&copy, *ceiling, "A copy", None).unwrap();
        let copy = Document::open(&copy).unwrap();
        let seen = if *ceiling == Marking::Red { 2 } else { 0 };
        assert_eq!(copy.snapshot().count(Table::ScenarioMoves), seen, "{}", ceiling.key());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_scenario_never_changes_a_real_tally_and_moves_only_whom_it_names(
        assumed in proptest::collection::vec(
            (any::<usize>(), any::<usize>(), proptest::option::of(0..6_usize), any::<bool>()),
            0..12,
        ),
        on in 0..4000_u32,
    ) {
        let mut snapshot = whole();
        let as_of = "2016-01-01".parse::<NaiveDate>().unwrap() + chrono::Days::new(on.into());
        let scenario = Scenario::new("If", Marking::Clear);
        let id = scenario.id;
        let proposals: Vec<_> = snapshot.proposals.iter().map(|it| it.id).collect();
        let parties: Vec<PartyId> = snapshot.parties.iter().map(|it| it.id).collect();
        let groups: Vec<GroupId> = snapshot.groups.iter().map(|it| it.id).collect();
        let before = coalition(&snapshot, as_of);
        let columns = |coalition: &cbm_workbench::analysis::Coalition, snapshot: &Snapshot| {
            let slots = snapshot.proposals.slots();
            slots.map(|(slot, _)| coalition.column(slot).unwrap().clone()).collect::<Vec<_>>()
        };
        let real = columns(&before, &snapshot);
        let mut moved = std::collections::HashSet::new();
        snapshot.put(scenario.into());
        for (proposal, who, stance, group) in assumed {
            let proposal = proposals[proposal % proposals.len()];
            let by: Speaker = if group {
                groups[who % groups.len()].into()
            } else {
                parties[who % parties.len()].into()
            };
            if !moved.insert((proposal, by)) {
                continue;
            }
            let stance = stance.map(|place| Stance::ALL[place]);
            snapshot.put(ScenarioMove::new(id, proposal, by, stance, Marking::Clear).into());
        }
        let assumed = under(&snapshot, id, as_of);
        let told = coalition(&assumed, as_of);
        prop_assert_eq!(columns(&coalition(&snapshot, as_of), &snapshot), real.clone());
        prop_assert_eq!(columns(&before, &snapshot), real);
        for (proposal, of) in snapshot.proposals.slots() {
            for (slot, party) in snapshot.parties.slots() {
                let is = told.stance(proposal, slot);
                let itself = moved.contains(&(of.id, party.id.into()));
                let of_groups = snapshot.memberships.iter().any(|it| {
                    it.party == party.id && moved.contains(&(of.id, it.group.into()))
                });
                if itself {
                    let set = moves(&snapshot, id)
                        .find(|it| (it.proposal, it.by) == (of.id, party.id.into()));
                    prop_assert_eq!(is, set.unwrap().stance);
                } else if !of_groups {
                    prop_assert_eq!(is, before.stance(proposal, slot));
                }
            }
        }
    }
}
