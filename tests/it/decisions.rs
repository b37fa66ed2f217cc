//! Decisions on the command line: what would carry a proposal, and what past votes suggest.

use cbm_workbench::document::{Document, Edit, NewStance, StepName, call_edit};
use cbm_workbench::library;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Position, Stance, Table};
use tempfile::TempDir;

use crate::common::{dossier, folder, run};
use crate::pairs::Pair;

#[test]
fn what_would_carry_a_proposal_is_said_in_a_sentence_and_in_json() {
    let home = folder();
    dossier(&home, Template::UnVotes);
    let ask = |more: &[&str]| {
        let asked = ["analyse", "dossier.cbm", "carry", "--proposal", "73/27"];
        run(home.path(), &[&asked, more].concat())
    };
    let ran = ask(&[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let answer =
        "A/RES/73/27 fails by consensus as things stand. The cheapest way to carry it: 60 moves";
    assert!(ran.out.lines().nth(2).unwrap().starts_with(answer), "{}", ran.out);
    let ran = ask(&["--rule", "majority"]);
    assert!(ran.out.contains("carries by simple majority, whatever"), "{}", ran.out);
    assert!(ran.out.contains("58 votes for can be spared"), "the margin: {}", ran.out);
    let json = ask(&["--rule", "two_thirds", "--format", "json"]).json();
    assert_eq!(json["format"], 1);
    assert_eq!((&json["proposal"], &json["rule"]), (&"A/RES/73/27".into(), &"two_thirds".into()));
    assert_eq!(json["verdict"], "open");
    let counts = ["for", "against", "abstain", "unknown", "margin"].map(|key| json[key].clone());
    assert_eq!(counts, [119, 46, 14, 14, -1].map(serde_json::Value::from));
    assert_eq!(json["cheapest"]["moves"].as_array().unwrap().len(), 1);
    let step = &json["cheapest"]["moves"][0];
    assert_eq!((&step["from"], &step["to"]), (&"unknown".into(), &"accept".into()));
    assert!(json["alternatives"].as_array().unwrap().len() > 5);
    assert_eq!(json["always"], serde_json::json!([]));
    assert_eq!(json["ask_first"].as_array().unwrap().len(), 14);
}

#[test]
fn costs_of_ones_own_take_the_place_of_those_that_are_worked_out() {
    let home = folder();
    dossier(&home, Template::UnVotes);
    let ask = |table: &str, rule: &str| {
        std::fs::write(home.path().join("costs.csv"), table).unwrap();
        let asked =
            ["analyse", "dossier.cbm", "carry", "--proposal", "A/RES/73/27", "--rule", rule];
        run(home.path(), &[&asked[..], &["--costs", "costs.csv", "--format", "json"]].concat())
    };
    let json =
        ask("party,from,to,cost\nCAN,object,accept,3\nNLD,object,support,4\n", "two_thirds").json();
    assert_eq!(json["cheapest"]["cost"], 3.0);
    assert_eq!(json["cheapest"]["moves"][0]["party"], "CAN");
    assert_eq!(json["always"], serde_json::json!(["CAN"]));
    // A party that is not listed cannot be moved, so consensus is out of reach.
    assert_eq!(
        ask("party,to,cost\nCAN,accept,3\n", "consensus").json()["cheapest"],
        serde_json::Value::Null
    );
    let ran = ask("party,from,to,cost\nCAN,support,accept,3\nAtlantis,,accept,1\n", "majority");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(
        ran.err.contains("Line 2, column from: “support” is not where this party stands"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("Line 3, column party: “Atlantis” is not one party"), "{}", ran.err);
}

#[test]
fn a_proposal_that_may_not_be_seen_is_not_analysed() {
    let home = folder();
    dossier(&home, Template::UnVotes);
    let ran = run(home.path(), &["analyse", "dossier.cbm", "carry", "--proposal", "99/99"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("The dossier has no proposal with the code “99/99”"), "{}", ran.err);
}

/// The example, in which only states in these groups have spoken on 73/27.
fn only_some_have_spoken(home: &TempDir, groups: &[&str]) {
    let path = dossier(home, Template::UnVotes);
    let mut document = Document::open(&path).unwrap();
    let snapshot = document.snapshot();
    let members: Vec<_> = library::memberships()
        .iter()
        .filter(|it| groups.contains(&it.group.as_str()))
        .map(|it| it.iso3.as_str())
        .collect();
    let proposal = snapshot.proposals.iter().find(|it| it.code == "A/RES/73/27").unwrap().id;
    let silent = snapshot.parties.iter().filter(|it| !members.contains(&it.code.as_str()));
    let mut edit = Edit::new(StepName::Change(Table::Positions), "");
    edit.entries = silent
        .map(|it| Position::new(proposal, it.id, None, "2026-11-01".parse().unwrap()))
        .collect();
    document.apply(&edit).unwrap();
}

#[test]
fn what_the_record_of_votes_says_comes_with_how_well_it_would_have_done() {
    let home = folder();
    only_some_have_spoken(&home, &["NATO", "BRICS", "ASEAN"]);
    let ask = |more: &[&str]| {
        let asked = ["analyse", "dossier.cbm", "record", "--proposal", "73/27"];
        run(home.path(), &[&asked, more].concat())
    };
    let json = ask(&["--format", "json"]).json();
    assert_eq!((&json["format"], &json["proposal"]), (&1.into(), &"A/RES/73/27".into()));
    let parties = json["parties"].as_array().unwrap();
    assert!((120..170).contains(&parties.len()), "{}", parties.len());
    for party in parties {
        let chances = ["for", "abstain", "against"].map(|key| party[key].as_f64().unwrap());
        assert!(
            (chances.iter().sum::<f64>() - 1.0).abs() < 1e-9 && chances.iter().all(|it| *it > 0.0)
        );
    }
    let chances = |code: &str| {
        let party = parties.iter().find(|it| it["party"] == code).unwrap();
        ["for", "abstain", "against"].map(|key| party[key].as_f64().unwrap())
    };
    // Cuba voted like Russia, Japan like the allies; the example has their actual votes.
    assert!(chances("CUB")[0] > 0.6, "{:?}", chances("CUB"));
    assert!(chances("JPN")[2] > 0.8, "{:?}", chances("JPN"));
    let calibration = &json["calibration"];
    assert_eq!(calibration["roll_calls"].as_array().unwrap().len(), 12);
    let brier = |score: &serde_json::Value| score["brier"].as_f64().unwrap();
    let method = if brier(calibration) < brier(&calibration["baseline_camp"]) {
        "likeness"
    } else {
        "camp_share"
    };
    assert_eq!(json["method"], method);
    assert!(brier(&calibration["baseline_camp"]) < brier(&calibration["baseline_yes"]));
    for rule in ["two_thirds", "majority"] {
        assert!((0.0..=1.0).contains(&json["carries"][rule].as_f64().unwrap()));
    }
    let said = ask(&[]);
    assert!(
        said.out.lines().nth(2).unwrap().contains("have not spoken on A/RES/73/27"),
        "{}",
        said.out
    );
    assert!(said.out.contains("These are chances, not stances"), "{}", said.out);
}

#[test]
fn an_option_that_would_be_ignored_is_refused() {
    let home = folder();
    dossier(&home, Template::UnVotes);
    let asked = ["analyse", "dossier.cbm", "record", "--proposal", "73/27", "--costs", "costs.csv"];
    let ran = run(home.path(), &asked);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("--costs is for carry only"), "{}", ran.err);
}

#[test]
fn every_analysis_answers_by_a_rule() {
    let home = folder();
    only_some_have_spoken(&home, &["NATO", "BRICS", "ASEAN"]);
    let ask = |of: &str, rule: &str| {
        let asked = ["analyse", "dossier.cbm", of, "--proposal", "73/27", "--rule", rule];
        run(home.path(), &asked)
    };
    let said = ask("record", "majority").out;
    let first = said.lines().nth(2).unwrap();
    assert!(
        first.starts_with("By simple majority, A/RES/73/27 carries with a chance of"),
        "{said}"
    );
    let said = ask("pairs", "two_thirds").out;
    assert!(said.contains("By two-thirds: A/RES/73/27 "), "{said}");
    for of in ["carry", "decision", "scenario", "record", "pairs"] {
        for rule in ["consensus", "two_thirds", "majority"] {
            let ran = ask(of, rule);
            assert_eq!(ran.code, 0, "{of} {rule}: {}", ran.err);
        }
    }
    assert_eq!(ask("record", "sponsorship").code, 2, "that decides nothing");
}

#[test]
fn the_same_answer_logged_by_two_people_is_one_call_and_another_answer_is_asked_about() {
    let day = "2026-11-26".parse().unwrap();
    let log = |stance| {
        move |document: &mut Document| {
            let snapshot = document.snapshot();
            let proposal = snapshot.proposals.iter().next().unwrap().id;
            let by = snapshot.party_by_code("BRA").unwrap().id.into();
            let new = NewStance { proposal, by, stance: Some(stance) };
            let edit = call_edit(snapshot, "BRA", new, day, "desk").unwrap();
            document.apply(&edit).unwrap();
        }
    };
    let mut same = Pair::new(log(Stance::Support), log(Stance::Support));
    assert!(same.plan().conflicts.is_empty());
    same.merge(None);
    assert_eq!(same.mine.snapshot().count(Table::Positions), 1);
    let other = Pair::new(log(Stance::Support), log(Stance::Object));
    assert_eq!(other.plan().conflicts.len(), 1);
}
