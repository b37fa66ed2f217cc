//! Decisions: what would carry a proposal, on the command line.

use cbm_workbench::library::templates::Template;

use crate::common::{dossier, folder, run};

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
    // Who is not listed cannot be moved, so consensus is out of reach.
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
