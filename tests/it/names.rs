//! Names of states and words for stances, as people write them in tables of positions.

use std::path::Path;

use serde_json::Value;

use crate::common::{Ran, folder, run, write};

fn import(home: &Path, rows: &str, more: &[&str]) -> Ran {
    write(home, "table.csv", &format!("party,proposal,stance\n{rows}"));
    let mut arguments = vec!["import", "x.cbm", "positions", "table.csv"];
    arguments.extend(more);
    run(home, &arguments)
}

fn stances(home: &Path) -> Vec<(String, String)> {
    let matrix = run(home, &["show", "x.cbm", "matrix", "--format", "json"]).json();
    let word = |cell: &Value, key: &str| cell[key].as_str().unwrap().to_owned();
    let cells = matrix["cells"].as_array().unwrap().iter();
    cells.map(|cell| (word(cell, "party"), word(cell, "stance"))).collect()
}

#[test]
fn every_row_leads_to_the_intended_state() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    let named = [
        ("Turkey", "TUR"),
        ("Swaziland", "SWZ"),
        ("Macedonia", "MKD"),
        ("Holland", "NLD"),
        ("UK", "GBR"),
        ("UAE", "ARE"),
        ("Korea North", "PRK"),
        ("\"Korea, Republic of\"", "KOR"),
        ("Congo - Kinshasa", "COD"),
        ("Wit-Rusland", "BLR"),
        ("Czech Republic", "CZE"),
        ("Ivory Coast", "CIV"),
        ("St. Lucia", "LCA"),
        ("The Gambia", "GMB"),
        ("United\u{a0}States", "USA"),
        ("Bel\u{ad}gium", "BEL"),
        ("\u{200b}France", "FRA"),
        ("ITALY\u{2009}", "ITA"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Russian  Federation", "RUS"),
    ];
    let rows: String = named.map(|(name, _)| format!("{name},UN CBM 1,~\n")).concat();
    let imported = import(home, &rows, &[]);
    assert_eq!(imported.code, 0, "{imported:?}");
    let mut codes: Vec<_> = named.iter().map(|(_, code)| (*code).to_owned()).collect();
    codes.sort();
    let mut found: Vec<_> = stances(home).into_iter().map(|(party, _)| party).collect();
    found.sort();
    assert_eq!(found, codes);
}

#[test]
fn a_code_with_two_meanings_is_refused_and_both_are_named() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    for (rows, said) in [
        ("AU,UN CBM 1,--\n", "Line 2, column party: “AU” may mean: Australia (AUS); African Union"),
        ("NL,UN CBM 1,+\nAU,UN CBM 1,--\n", "Line 3, column party: “AU” may mean"),
        ("NLD,UN CBM 1,+\nNAM,UN CBM 1,--\n", "Namibia; Non-Aligned Movement"),
        ("Congo,UN CBM 1,+\n", "Democratic Republic of the Congo (COD)"),
    ] {
        let refused = import(home, rows, &[]);
        assert_eq!(refused.code, 1, "{rows}: {refused:?}");
        assert!(refused.err.contains(said), "{rows}: {}", refused.err);
        assert!(stances(home).is_empty(), "nothing was guessed");
    }
    let rows = "AUS,UN CBM 1,+\nAfrican Union,UN CBM 2,+\nNamibia,UN CBM 1,-\n";
    assert_eq!(import(home, rows, &[]).code, 0);
}

#[test]
fn the_code_of_a_missing_state_is_not_taken_for_a_group() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "osce-cbms"]);
    let refused = import(home, "NAM,OSCE CBM 1,--\n", &[]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("Non-Aligned Movement; Namibia"), "{}", refused.err);
}

#[test]
fn a_suggestion_never_names_another_state() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "osce-cbms"]);
    for (name, suggestion) in [
        ("Niger", None),
        ("Australia", None),
        ("Korea", None),
        ("Slovekia", None),
        ("Nederlend", Some("Did you mean “Netherlands”?")),
    ] {
        let refused = import(home, &format!("{name},OSCE CBM 1,+\n"), &[]);
        assert_eq!(refused.code, 1, "{name}: {refused:?}");
        match suggestion {
            None => assert!(!refused.err.contains("Did you mean"), "{}", refused.err),
            Some(said) => assert!(refused.err.contains(said), "{}", refused.err),
        }
    }
    let dutch = import(home, "Belguim,OSCE CBM 1,+\n", &["--lang", "nl"]);
    assert!(dutch.err.contains("Bedoelt u ‘België’?"), "{}", dutch.err);
}

#[test]
fn an_absent_party_has_no_stance_and_that_is_reported() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    let rows = "NLD,UN CBM 1,X\nBEL,UN CBM 1,absent\nFRA,UN CBM 1,Abstention\n\
                DEU,UN CBM 1,In favour\nESP,UN CBM 1,niet gestemd\n";
    let imported = import(home, rows, &[]);
    assert_eq!(imported.code, 0, "{imported:?}");
    assert!(imported.out.contains("No stance taken (X, absent): 3."), "{}", imported.out);
    let pair = |party: &str, stance: &str| (party.to_owned(), stance.to_owned());
    let mut found = stances(home);
    found.sort();
    assert_eq!(found, [pair("DEU", "support"), pair("FRA", "accept")]);
    // Existing entries stay.
    assert_eq!(import(home, "DEU,UN CBM 1,X\n", &[]).code, 0);
    assert_eq!(stances(home).len(), 2);
}

#[test]
fn a_lone_dash_is_not_a_stance_and_its_possible_meanings_are_named() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    for dash in ["—", "–", "––", "\u{2011}"] {
        let refused = import(home, &format!("NLD,UN CBM 1,{dash}\n"), &[]);
        assert_eq!(refused.code, 1, "{dash}: {refused:?}");
        assert!(refused.err.contains("may mean no entry"), "{}", refused.err);
    }
    let signs = "NLD,UN CBM 1,-\nBEL,UN CBM 1,\u{2212}\n";
    assert_eq!(import(home, signs, &[]).code, 0);
    assert!(stances(home).iter().all(|(_, stance)| stance == "reserve"));
}
