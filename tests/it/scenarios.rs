//! Scenarios: assumptions beside what is known, never mixed with it.

use cbm_workbench::analysis::{coalition, moves, under};
use cbm_workbench::document::merge::{ConflictKind, Decision};
use cbm_workbench::document::{Document, Edit, Problem, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    GroupId, Keyed, Language, Marking, PartyId, Position, ProposalId, Record, Scenario, ScenarioId,
    ScenarioMove, Snapshot, Speaker, Stance, Table,
};
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::common::{dossier, dump, folder, run};
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
    // Deleting a party deletes the assumptions about it, and deleting a scenario all its moves.
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

/// A dossier in which everybody supports the first proposal, except that `other` is applied to one.
fn all_for_it(home: &std::path::Path, one: &str, other: impl Fn(Position) -> Position) -> Document {
    let path = home.join("a.cbm");
    Document::create(&path, Template::UnVotes, "A dossier").unwrap();
    let mut document = Document::open(&path).unwrap();
    let (mut all, day) = (Edit::new(StepName::SetStance, ""), day());
    for party in document.snapshot().parties.iter().filter(|it| it.decides) {
        let on = first(document.snapshot());
        let entry = Position::new(on, party.id, Some(Stance::Support), day);
        all = all.put(if party.code == one { other(entry) } else { entry });
    }
    document.apply(&all).unwrap();
    document
}

/// A dossier with two scenarios, in a folder.
fn two_scenarios(home: &std::path::Path) {
    let against = |entry| Position { stance: Some(Stance::Object), ..entry };
    let mut document = all_for_it(home, "RUS", against);
    add(&mut document, "Moscow relents", &[("RUS", Stance::Accept)]);
    add(&mut document, "Brasília doubts", &[("BRA", Stance::Reserve)]);
}

#[test]
fn who_waits_for_its_capital_breaks_a_silence_until_its_answer_is_assumed() {
    let folder = folder();
    let home = folder.path();
    let mut document = all_for_it(home, "NLD", |entry| Position { hold: true, ..entry });
    add(&mut document, "The Hague answers", &[("NLD", Stance::Support)]);
    drop(document);
    let under = |rule: &str| {
        let asked = ["analyse", "a.cbm", "scenario", "--as-of", "2026-11-26", "--rule", rule];
        let json = run(home, &[&asked[..], &["--format", "json"]].concat()).json();
        assert_eq!(json["rule"], rule);
        let rows = json["standings"].as_array().unwrap().clone();
        let of = |row: &serde_json::Value| (row["verdict"].clone(), row["hold"].as_u64().unwrap());
        rows.iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(under("silence"), [("fails".into(), 1), ("adopts".into(), 0)]);
    assert_eq!(under("consensus"), [("adopts".into(), 1), ("adopts".into(), 0)]);
}

#[test]
fn what_a_scenario_changes_is_said_in_a_sentence_and_in_json_beside_today() {
    let folder = folder();
    let home = folder.path();
    two_scenarios(home);
    let analyse = |more: &[&str]| run(home, &[&["analyse", "a.cbm", "scenario"], more].concat());
    let said = analyse(&["--as-of", "2026-11-26"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("Under “Moscow relents”, one verdict by consensus is another"));
    assert!(said.out.contains(" passes (today: fails)."), "{}", said.out);
    let same = "Under “Brasília doubts”, every verdict by consensus is what it is today.";
    assert!(said.out.contains(same), "{}", said.out);
    let json = analyse(&["--as-of", "2026-11-26", "--format", "json"]).json();
    let rows = json["standings"].as_array().unwrap();
    let of = |scenario: serde_json::Value| {
        rows.iter().find(|row| row["scenario"] == scenario).unwrap().clone()
    };
    let (today, relents) = (of(serde_json::Value::Null), of("Moscow relents".into()));
    assert_eq!((today["consensus"].as_str(), today["against"].as_u64()), (Some("fails"), Some(1)));
    assert_eq!(today["cheapest"][0]["party"], "RUS");
    assert_eq!(today["cheapest"][0]["from"], "object");
    assert_eq!(
        (relents["consensus"].as_str(), relents["cost"].as_f64()),
        (Some("adopts"), Some(0.0))
    );
    let moves = json["moves"].as_array().unwrap();
    assert_eq!(moves.len(), 2);
    assert!(
        moves.iter().any(|it| it["by"] == "RUS" && it["from"] == "object" && it["to"] == "accept")
    );
    // One scenario, one proposal, another rule.
    let one = ["--scenario", "moscow relents", "--proposal", "73/27", "--rule", "majority"];
    let one = analyse(&[&one[..], &["--format", "json"]].concat()).json();
    assert_eq!(one["rule"], "majority");
    assert_eq!(one["standings"].as_array().unwrap().len(), 2);
    assert!(one["moves"].as_array().unwrap().is_empty(), "none of them is on that proposal");
    let unknown = analyse(&["--scenario", "Nowhere"]);
    assert_eq!(unknown.code, 1);
    assert!(unknown.err.contains("has no scenario “Nowhere”"), "{unknown:?}");
    let four = ["--scenario", "a"].repeat(4);
    assert_eq!(analyse(&four).code, 2);
}

#[test]
fn what_would_carry_it_and_whom_to_call_are_worked_out_under_a_scenario_and_say_so() {
    let folder = folder();
    let home = folder.path();
    two_scenarios(home);
    let document = Document::open_read_only(&home.join("a.cbm")).unwrap();
    let code = &document.snapshot().proposals.get(first(document.snapshot())).unwrap().code;
    let analyse = |what: &str, more: &[&str]| {
        let asked = ["analyse", "a.cbm", what, "--proposal", code, "--as-of", "2026-11-26"];
        run(home, &[&asked[..], more].concat())
    };
    let carry = |more: &[&str]| analyse("carry", &[more, &["--format", "json"]].concat()).json();
    assert_eq!(carry(&[])["verdict"], "fails");
    assert!(carry(&[]).get("scenario").is_none());
    let under = ["--scenario", "Moscow relents"];
    assert_eq!(carry(&under)["verdict"], "adopts");
    assert_eq!(carry(&under)["scenario"], "Moscow relents");
    let told = analyse("decision", &under);
    assert!(told.out.contains("Under the scenario “Moscow relents”"), "{told:?}");
    let russia = told.out.lines().find(|line| line.starts_with("Russia")).unwrap();
    assert!(russia.contains("Assumed") && !russia.contains("2026"), "nobody said it: {russia}");
    assert_eq!(analyse("carry", &[&under[..], &under].concat()).code, 2);
    assert!(!analyse("decision", &[]).out.contains("Assumed"));
}

#[test]
fn who_says_yes_to_both_of_two_texts_is_said_first_and_by_camp_and_group() {
    let folder = folder();
    let home = folder.path();
    assert_eq!(run(home, &["new", "a.cbm", "--template", "un-votes"]).code, 0);
    let told = run(home, &["analyse", "a.cbm", "pairs"]);
    assert!(told.out.contains(" who decide say yes to both "), "{told:?}");
    let json = run(home, &["analyse", "a.cbm", "pairs", "--format", "json"]).json();
    let (pairs, groups) = (json["pairs"].as_array().unwrap(), json["groups"].as_array().unwrap());
    let key = |row: &serde_json::Value| (row["first"].clone(), row["second"].clone());
    let sum = |row: &serde_json::Value| {
        let of = ["yes_to_both", "yes_to_first", "yes_to_second", "yes_to_neither", "unknown"];
        of.iter().map(|key| row[key].as_u64().unwrap()).sum::<u64>()
    };
    for whole in pairs.iter().filter(|row| row["camp"].is_null()) {
        let camps = pairs.iter().filter(|row| !row["camp"].is_null() && key(row) == key(whole));
        assert_eq!(camps.map(sum).sum::<u64>(), sum(whole), "every party is in one camp");
        let eu = groups.iter().find(|row| row["group"] == "EU" && key(row) == key(whole)).unwrap();
        assert_eq!(sum(eu), 27);
    }
    let all = pairs.iter().filter(|row| row["camp"].is_null()).count();
    let only = run(home, &["analyse", "a.cbm", "pairs", "--proposal", "73/27", "--format", "json"]);
    let only = only.json();
    let of = only["pairs"].as_array().unwrap();
    assert!(of.iter().all(|row| row["first"] == "A/RES/73/27" || row["second"] == "A/RES/73/27"));
    assert!(!of.is_empty() && of.iter().filter(|row| row["camp"].is_null()).count() < all);
    let ruled = run(home, &["analyse", "a.cbm", "pairs", "--rule", "majority"]);
    assert!(ruled.out.contains("By simple majority: A/RES/73/27 passes"), "{ruled:?}");
    let none = run(home, &["analyse", "a.cbm", "pairs", "--rule", "shouting"]);
    assert_eq!(none.code, 2, "{none:?}");
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
        prop_assert_eq!(&columns(&coalition(&snapshot, as_of), &snapshot), &real);
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
