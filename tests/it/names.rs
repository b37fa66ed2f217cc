//! Names of states and words for stances, as people write them in tables of positions.

use std::fmt::Write as _;
use std::path::Path;

use cbm_workbench::document::Document;
use cbm_workbench::exchange::{Answer, Dating, plan_import, read_grid, read_sheet};
use cbm_workbench::library::{aliases, states};
use cbm_workbench::model::Record;
use cbm_workbench::text::Text;
use chrono::NaiveDate;
use serde_json::Value;

use crate::common::{Ran, folder, place, run, write};

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
        (
            "AU,UN CBM 1,--\n",
            "Line 2, column party (A2): “AU” may mean: Australia (AUS); African Union",
        ),
        ("NL,UN CBM 1,+\nAU,UN CBM 1,--\n", "Line 3, column party (A3): “AU” may mean"),
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
        // A long name may have two wrong letters; in a short one another state may be meant.
        ("Duitschland", Some("Did you mean “Germany”?")),
        ("Chima", None),
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

/// Who a pasted name becomes: the code of the party; `None` if it is asked about.
fn pasted(name: &str) -> Option<String> {
    let grid =
        read_grid(&format!("party\tUN CBM 1\n\"{}\"\t+", name.replace('"', "\"\""))).unwrap();
    let records = grid.records("", day(), "");
    records.iter().find_map(|record| match record {
        Record::Party(party) => Some(party.code.clone()),
        _ => None,
    })
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap()
}

/// All names that belong to one state only, in the library and in public tables.
fn all_names() -> Vec<(String, String)> {
    let own = states().iter().flat_map(|state| {
        [&state.name_en, &state.name_nl, &state.un_name, &state.iso3, &state.iso2]
            .map(|name| (name.clone(), state.iso3.clone()))
    });
    let further = aliases().iter().map(|alias| (alias.name.clone(), alias.iso3.clone()));
    let public = csv::Reader::from_reader(PUBLIC.as_bytes()).into_records().map(|row| {
        let row = row.unwrap();
        (row[1].to_owned(), row[0].to_owned())
    });
    let all: Vec<_> = own.chain(further).chain(public).collect();
    assert!(all.len() > 2_500, "{}", all.len());
    // The code of a group too, a word for a stance, or the name of several states.
    let asked = ["AU", "NAM", "VN", "SA", "EC", "NO", "Congo", "Kongo", "Korea", "Corea", "Corée"];
    // Loosely other states are called that too, but for one it is its own name.
    let is_own = |(name, code): &(String, String)| match name.as_str() {
        "Guinea" => code == "GIN",
        "Ireland" => code == "IRL",
        _ => true,
    };
    let all = all.into_iter().filter(is_own);
    all.filter(|(name, _)| !asked.contains(&&**name)).collect()
}

/// The names that public tables in five languages give to the states.
const PUBLIC: &str = include_str!("state_names.csv");

/// The names that may be short for another one's.
const ALONE: [&str; 7] = ["Guinea", "Guinee", "Guinée", "Ireland", "Ierland", "Irlanda", "Irlande"];

#[test]
fn a_name_is_the_same_state_when_pasted_imported_or_given_on_the_command_line() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    let (mut rows, mut wrong) = (String::new(), Vec::<(String, String, Option<String>)>::new());
    let document = Document::open_read_only(&home.join("x.cbm")).unwrap();
    let snapshot = document.snapshot();
    for (name, code) in &all_names() {
        let found = pasted(name);
        // Unambiguous next to others, asked about alone.
        let asked = ALONE.contains(&&**name);
        if found.as_deref() != Some(code).filter(|_| !asked).map(|it| &**it) {
            wrong.push((name.clone(), code.clone(), found));
        }
        // The dossier has the members of the United Nations, not its two observers.
        if snapshot.party_by_code(code).is_none() {
            continue;
        }
        // Two names of one state in one table must agree, also in the note.
        writeln!(rows, "\"{}\",UN CBM 1,+,{code}", name.replace('"', "\"\"")).unwrap();
    }
    assert_eq!(wrong, []);
    for language in ["en", "nl"] {
        write(home, "table.csv", &format!("party,proposal,stance,note\n{rows}"));
        let checked = run(
            home,
            &["import", "x.cbm", "positions", "table.csv", "--dry-run", "--lang", language],
        );
        assert_eq!(checked.code, 0, "{checked:?}");
    }
    let sheet = read_sheet(format!("party,proposal,stance,note\n{rows}").as_bytes()).unwrap();
    let import = plan_import(snapshot, &sheet, Text::default(), Dating::on(day()), "");
    assert!(import.problems.is_empty(), "{:?}", import.problems.listed());
    for entry in &import.positions {
        let party = entry.by.party().and_then(|id| snapshot.parties.get(id)).unwrap();
        assert_eq!(party.code, entry.words);
    }
}

#[test]
fn a_dossier_made_of_a_table_has_the_state_of_every_name_in_rows_and_in_headings() {
    let home = folder();
    let home = home.path();
    let quoted = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
    let names = all_names();
    let (mut down, mut head, mut cells) = (String::new(), String::new(), String::new());
    for (name, _) in &names {
        writeln!(down, "{},+,-", quoted(name)).unwrap();
        write!(head, ",{}", quoted(name)).unwrap();
        cells.push_str(",+");
    }
    write(home, "rows.csv", &format!("Party,P1 Alpha,P2 Beta\n{down}"));
    write(home, "heads.csv", &format!("Proposal{head}\nP1 Alpha{cells}\nP2 Beta{cells}\n"));
    let mut codes: Vec<_> = names.into_iter().map(|(_, code)| code).collect();
    codes.sort();
    codes.dedup();
    for (table, language) in [("rows", "en"), ("rows", "nl"), ("heads", "en"), ("heads", "nl")] {
        let (path, from) = (format!("{table}-{language}.cbm"), format!("{table}.csv"));
        let made =
            run(home, &["new", &path, "--from", &from, "--as", "matrix", "--lang", language]);
        assert_eq!(made.code, 0, "{table} {language}: {made:?}");
        let document = Document::open_read_only(&home.join(&path)).unwrap();
        let parties = document.snapshot().parties.iter();
        let mut found: Vec<_> = parties.map(|party| party.code.clone()).collect();
        found.sort();
        assert_eq!(found, codes, "{table} {language}");
    }
}

#[test]
fn a_name_that_several_states_share_is_asked_about_unless_the_table_makes_it_plain() {
    for name in ["Congo", "Korea", "KOREA", "SLO", "100", "Guinea", "Guinea*", "Ireland"] {
        assert_eq!(pasted(name), None, "{name}");
    }
    let grid = read_grid("party\tP\nGuinea\t+\nGuinea-Bissau\t-\nIreland\t+\nUnited Kingdom\t+");
    assert_eq!(grid.unwrap().unanswered(), 0);
    let grid = read_grid("party\tP\nCongo\t+\nDR Congo\t-\nKorea\t+\nNorth Korea\t+");
    assert_eq!(grid.unwrap().unanswered(), 2);
}

#[test]
fn a_column_of_codes_is_read_by_the_system_that_has_them_all() {
    let home = folder();
    let home = home.path();
    for (codes, states) in [
        (["AUS", "NLD"], ["AUS", "NLD"]),
        (["AUS", "UKG"], ["AUT", "GBR"]),
        (["BRN", "NED"], ["BHR", "NLD"]),
        (["004", "100"], ["AFG", "BGR"]),
        (["2", "100"], ["USA", "COL"]),
    ] {
        let table = format!("party\tP\n{}\t+\n{}\t+", codes[0], codes[1]);
        let records = read_grid(&table).unwrap().records("", day(), "");
        let mut parties: Vec<_> = records
            .iter()
            .filter_map(|record| match record {
                Record::Party(party) => Some(party.code.as_str()),
                _ => None,
            })
            .collect();
        parties.sort_unstable();
        let mut expected = states;
        expected.sort_unstable();
        assert_eq!(parties, expected, "{codes:?}");
        run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
        let rows = codes.map(|code| format!("{code},UN CBM 1,~\n")).concat();
        assert_eq!(import(home, &rows, &[]).code, 0, "{codes:?}");
        let mut found: Vec<_> = stances(home).into_iter().map(|(party, _)| party).collect();
        found.sort();
        assert_eq!(found, expected, "{codes:?}");
        std::fs::remove_file(home.join("x.cbm")).unwrap();
    }
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    // No system has all three: AUS might be Austria.
    let refused = import(home, "AUS,UN CBM 1,+\nNED,UN CBM 1,+\nDEU,UN CBM 1,+\n", &[]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("Austria"), "{}", refused.err);
}

#[test]
fn numbers_are_votes_only_in_a_column_of_nothing_else() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    let refused = import(home, "NLD,UN CBM 1,1\nBEL,UN CBM 1,2\nFRA,UN CBM 1,3\n", &[]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("“1” is a number"), "{}", refused.err);
    let rows = "NLD,UN CBM 1,1\nBEL,UN CBM 1,2\nFRA,UN CBM 1,3\nDEU,UN CBM 1,8\nITA,UN CBM 1,9\n";
    let imported = import(home, rows, &[]);
    assert_eq!(imported.code, 0, "{imported:?}");
    let mut found = stances(home);
    found.sort();
    let pair = |party: &str, stance: &str| (party.to_owned(), stance.to_owned());
    assert_eq!(found, [pair("BEL", "accept"), pair("FRA", "object"), pair("NLD", "support")]);
}

#[test]
fn days_that_a_spreadsheet_counts_are_asked_about_and_a_month_is_its_first_day() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    let table = "party,proposal,stance,date\nNLD,UN CBM 1,+,43439\nBEL,UN CBM 1,+,43440\n";
    write(home, "table.csv", table);
    let arguments = ["import", "x.cbm", "positions", "table.csv"];
    let refused = run(home, &arguments);
    assert_eq!(refused.code, 1, "{refused:?}");
    for said in ["5 Dec 2018", "6 Dec 2022", "--dates 1900"] {
        assert!(refused.err.contains(said), "{}", refused.err);
    }
    let imported = run(home, &[&arguments[..], &["--dates", "1904"]].concat());
    assert_eq!(imported.code, 0, "{imported:?}");
    let table = "party,proposal,stance,date\nFRA,UN CBM 1,+,2018-12\nESP,UN CBM 1,+,dec. 2018\n";
    write(home, "table.csv", table);
    let imported = run(home, &arguments);
    assert_eq!(imported.code, 0, "{imported:?}");
    assert!(imported.err.contains("2 dates give a month and no day"), "{}", imported.err);
    let document = Document::open_read_only(&home.join("x.cbm")).unwrap();
    let days: Vec<_> = ["NLD", "BEL", "FRA", "ESP"]
        .iter()
        .map(|party| {
            let (proposal, party) = place(document.snapshot(), party, "UN CBM 1");
            document.snapshot().line(proposal, party)[0].date.to_string()
        })
        .collect();
    assert_eq!(days, ["2022-12-06", "2022-12-07", "2018-12-01", "2018-12-01"]);
}

#[test]
fn what_was_answered_about_a_name_in_a_paste_is_a_name_of_the_new_dossier() {
    let mut grid = read_grid("party\tP\nCongo\t+\nKorea\t-\nEU\t+\nTotal\t+").unwrap();
    assert_eq!(grid.unanswered(), 4);
    let congo = states().iter().find(|state| state.iso3 == "COD").unwrap();
    grid.answer_rest(Answer::State(congo));
    let aliases: Vec<_> = grid
        .records("", day(), "")
        .into_iter()
        .filter_map(|record| match record {
            Record::Alias(alias) => Some(alias.name),
            _ => None,
        })
        .collect();
    assert_eq!(aliases, ["Congo", "Korea", "EU", "Total"]);
}

#[test]
fn proposals_are_found_by_their_codes_as_they_stand_on_screen() {
    let home = folder();
    let made = run(home.path(), &["new", "x.cbm", "--template", "un-global-cbms"]);
    assert_eq!(made.code, 0, "{made:?}");
    let ran = import(home.path(), "NLD,CBM 1,support\nFRA,UN CBM 2,object\n", &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let found = Document::open(&home.path().join("x.cbm")).unwrap();
    let on = |code: &str| {
        let id = found.snapshot().proposal_by_code(code).unwrap().id;
        let all = found.snapshot().positions.iter().filter_map(|it| found.snapshot().position(it));
        all.filter(|it| it.proposal == id).count()
    };
    assert_eq!((on("UN CBM 1"), on("UN CBM 2")), (1, 1));
}
