//! Evidence on the command line: who speaks for whom, and what changed since a day.

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::model::{Bilingual, Obstacle, Position, Proposal, Remedy, Stance};
use serde_json::Value;

use crate::common::{folder, run, write};

#[test]
fn a_groups_stance_counts_for_members_without_one() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    let table = "party,proposal,stance,date\n\
        EU,UN CBM 1,support,2024-01-01\nNATO,UN CBM 1,object,2024-02-01\n\
        FRA,UN CBM 1,champion,2023-01-01\n";
    write(home, "t.csv", table);
    let imported = run(home, &["import", "x.cbm", "positions", "t.csv"]);
    assert_eq!(imported.code, 0, "{imported:?}");
    let shown = |day: &str| {
        let arguments = ["show", "x.cbm", "matrix", "--format", "json", "--as-of", day];
        serde_json::from_str::<Value>(&run(home, &arguments).out).unwrap()
    };
    let by = |matrix: &Value, party: &str| {
        let cells = matrix["cells"].as_array().unwrap();
        let cell = cells.iter().find(|cell| cell["party"] == party);
        cell.map(|cell| {
            format!("{} {}", cell["stance"].as_str().unwrap(), cell["by"].as_str().unwrap())
        })
    };
    let early = shown("2024-01-31");
    assert_eq!(by(&early, "FRA").as_deref(), Some("champion own"), "its own word wins");
    assert_eq!(by(&early, "NLD").as_deref(), Some("support group:EU"));
    assert_eq!(by(&early, "AUT").as_deref(), Some("support group:EU"));
    assert_eq!(by(&early, "USA"), None);
    assert_eq!(early["proposals"][0]["tally"]["support"], 26);
    let late = shown("2024-02-01");
    assert_eq!(by(&late, "USA").as_deref(), Some("object group:NATO"));
    assert_eq!(by(&late, "AUT").as_deref(), Some("support group:EU"), "not in NATO");
    assert_eq!(by(&late, "NLD"), None, "its groups disagree");
    let conflict = &late["conflicts"].as_array().unwrap();
    let dutch = conflict.iter().find(|it| it["party"] == "NLD").unwrap();
    assert_eq!(
        (&dutch["groups"][0]["group"], &dutch["groups"][1]["stance"]),
        (&"EU".into(), &"object".into())
    );
    let tally = &late["proposals"][0]["tally"];
    let total: u64 = tally.as_object().unwrap().values().map(|it| it.as_u64().unwrap()).sum();
    assert_eq!(total, 193);
}

#[test]
fn changes_lists_exactly_the_votes_cast_after_a_day() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-votes"]);
    let changes = |arguments: &[&str]| {
        let ran = run(home, &[&["changes", "x.cbm", "--format", "json"], arguments].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        serde_json::from_str::<Value>(&ran.out).unwrap()
    };
    let since = changes(&["--since", "2020-01-01"]);
    let positions = since["positions"].as_array().unwrap();
    // Yes, no and abstained on 75/32, 75/240, 77/36, 77/37, 78/16 and 78/237.
    let of_2020 = (163 + 10 + 7) + (92 + 50 + 21);
    let of_2022 = (112 + 52 + 8) + (156 + 7 + 14);
    let of_2023 = (157 + 9 + 11) + (104 + 52 + 7);
    assert_eq!(positions.len(), of_2020 + of_2022 + of_2023);
    for position in positions {
        assert!(position["date"].as_str().unwrap() > "2020-01-01", "{position}");
        assert_eq!(position["from"], "unknown", "each was asked once");
    }
    assert_eq!(
        (&since["since"], &since["obstacles"]),
        (&"2020-01-01".into(), &serde_json::json!([]))
    );
    // "After" excludes the day itself; "until" includes it.
    let day = changes(&["--since", "2022-12-07"]);
    assert_eq!(day["positions"].as_array().unwrap().len(), of_2023);
    let day = changes(&["--since", "2022-12-06", "--until", "2022-12-07"]);
    assert_eq!(day["positions"].as_array().unwrap().len(), of_2022);
    let words = run(home, &["changes", "x.cbm", "--since", "6 dec 2022", "--lang", "nl"]);
    assert!(words.out.contains("689 veranderingen"), "{}", words.out.lines().next().unwrap());
    assert!(words.out.contains("Frankrijk: onbekend → voortrekker"), "the main sponsor");
    assert_eq!(run(home, &["changes", "x.cbm"]).code, 2, "since what?");
    assert_eq!(run(home, &["changes", "x.cbm", "--since", "soon"]).code, 2);
}

#[test]
fn an_ambiguous_day_is_refused_on_the_command_line_and_both_readings_are_named() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-votes"]);
    let either = "is 6 Dec 2022 if the day comes first and 12 Jun 2022 if the month does. \
                  Write 2022-12-06 or 2022-06-12.";
    for (written, said) in [("6/12/2022", either), ("6 dec", "has no year"), ("3/4", "has no year")]
    {
        for arguments in [
            &["changes", "x.cbm", "--since", written][..],
            &["changes", "x.cbm", "--since", "2020-01-01", "--until", written],
            &["show", "x.cbm", "matrix", "--as-of", written],
        ] {
            let ran = run(home, arguments);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{ran:?}");
            assert!(ran.err.contains(said), "{ran:?}");
        }
    }
    for written in ["2022-12-06", "6-12-2022", "6 Dec 2022", "yesterday"] {
        assert_eq!(
            run(home, &["show", "x.cbm", "matrix", "--as-of", written]).code,
            0,
            "{written}"
        );
    }
}

#[test]
fn the_log_shows_which_texts_and_statuses_changed() {
    let home = folder();
    let path = home.path().join("x.cbm");
    run(home.path(), &["new", "x.cbm", "--template", "un-votes"]);
    let mut document = Document::open(&path).unwrap();
    let mut proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().clone();
    let id = proposal.id;
    proposal.text = "First".to_owned();
    document.apply(&Edit::change(proposal.clone(), "")).unwrap();
    proposal.text = "Second".to_owned();
    document.apply(&Edit::change(proposal, "")).unwrap();
    let mut undone = document.snapshot().proposal_by_code("A/RES/73/187").unwrap().clone();
    undone.text = "Never mind".to_owned();
    document.apply(&Edit::change(undone, "")).unwrap();
    document.undo().unwrap();
    let remedy = Remedy::new(id, Obstacle::Proxies, "Contact");
    document.apply(&Edit::add(remedy, "")).unwrap();
    let gone = document.snapshot().proposal_by_code("A/RES/77/37").unwrap().record_id();
    document.apply(&Edit::delete(document.snapshot(), gone, "")).unwrap();
    drop(document);
    let ran = run(home.path(), &["changes", "x.cbm", "--since", "2026-01-01", "--format", "json"]);
    let changes: Value = serde_json::from_str(&ran.out).unwrap();
    let texts = changes["texts"].as_array().unwrap();
    assert_eq!(texts.len(), 2, "what was taken back is no change: {texts:?}");
    assert_eq!(
        (&texts[1]["field"], &texts[1]["proposal"]),
        (&"deleted".into(), &"A/RES/77/37".into())
    );
    assert_eq!((&texts[0]["from"], &texts[0]["to"]), (&"".into(), &"Second".into()));
    assert_eq!(changes["remedies"][0]["remedy"], "Contact");
}

#[test]
fn the_stance_of_the_eu_on_a_new_proposal_is_inherited_by_its_27_members() {
    let home = folder();
    let path = home.path().join("x.cbm");
    run(home.path(), &["new", "x.cbm", "--template", "un-votes"]);
    let mut document = Document::open(&path).unwrap();
    let proposal = Proposal::new("NEW", Bilingual::new("A new proposal", ""));
    let id = proposal.id;
    document.apply(&Edit::add(proposal, "")).unwrap();
    let eu = document.snapshot().groups.iter().find(|group| group.code == "EU").unwrap().id;
    let day = "2026-11-01".parse().unwrap();
    document.apply(&Edit::add(Position::new(id, eu, Some(Stance::Support), day), "")).unwrap();
    let france = document.snapshot().party_by_code("FRA").unwrap().id;
    let count = |by: &str| {
        let ran = run(home.path(), &["show", "x.cbm", "matrix", "--format", "json"]);
        let matrix: Value = serde_json::from_str(&ran.out).unwrap();
        let cells = matrix["cells"].as_array().unwrap().clone();
        cells.iter().filter(|cell| cell["proposal"] == "NEW" && cell["by"] == by).count()
    };
    drop(document);
    assert_eq!((count("group:EU"), count("own")), (27, 0));
    let mut document = Document::open(&path).unwrap();
    document.apply(&Edit::add(Position::new(id, france, Some(Stance::Champion), day), "")).unwrap();
    drop(document);
    assert_eq!((count("group:EU"), count("own")), (26, 1));
}
