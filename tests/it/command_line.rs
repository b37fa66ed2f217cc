//! The command line.

use std::path::Path;

use cbm_workbench::model::{Keyed, Table};
use serde_json::Value;

use crate::common::{folder, run, write};

fn find<'a>(rows: &'a Value, key: &str, value: &str) -> &'a Value {
    let rows = rows.as_array().unwrap();
    rows.iter().find(|row| row[key] == value).unwrap_or_else(|| panic!("no {key} {value}"))
}

fn matrix(home: &Path, more: &[&str]) -> Value {
    let mut arguments = vec!["show", "x.cbm", "matrix", "--format", "json"];
    arguments.extend(more);
    let shown = run(home, &arguments);
    assert_eq!(shown.code, 0, "{shown:?}");
    shown.json()
}

#[test]
fn the_example_gives_the_published_results() {
    let home = folder();
    let home = home.path();
    assert_eq!(run(home, &["new", "x.cbm", "--template", "un-votes"]).code, 0);
    let matrix = matrix(home, &[]);
    assert_eq!(matrix["format"], 1);
    assert_eq!(matrix["dossier"]["template"], "un-votes");
    assert_eq!(matrix["proposals"].as_array().unwrap().len(), 12);
    assert_eq!(matrix["parties"].as_array().unwrap().len(), 193);
    let tally = &find(&matrix["proposals"], "code", "A/RES/73/27")["tally"];
    let number = |key: &str| tally[key].as_u64().unwrap();
    assert_eq!(number("champion") + number("support"), 119);
    assert_eq!(number("object"), 46);
    assert_eq!(number("accept"), 14);
    assert_eq!(number("unknown"), 14);
    for (code, camp) in [
        ("RUS", "state_oriented"),
        ("CHN", "state_oriented"),
        ("NLD", "multistakeholder"),
        ("USA", "multistakeholder"),
        ("IND", "swing"),
        ("BRA", "swing"),
        ("ZAF", "swing"),
    ] {
        let party = find(&matrix["parties"], "code", code);
        assert_eq!(party["camp"], camp, "{code}");
        assert_eq!(party["camp_basis"], "votes");
        assert_eq!(party["camp_votes"], 12);
    }
    let codes: Vec<_> =
        matrix["parties"].as_array().unwrap().iter().map(|p| p["code"].as_str().unwrap()).collect();
    assert!(codes.is_sorted(), "parties stand in the order of their codes");
}

#[test]
fn every_tally_is_the_sum_of_its_camps_and_of_its_cells() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-votes"]);
    let matrix = matrix(home, &[]);
    let camps = ["multistakeholder", "swing", "state_oriented", "unassigned"];
    for proposal in matrix["proposals"].as_array().unwrap() {
        for (stance, count) in proposal["tally"].as_object().unwrap() {
            let sum: u64 =
                camps.iter().map(|camp| proposal["camps"][camp][stance].as_u64().unwrap()).sum();
            assert_eq!(count.as_u64(), Some(sum), "{} {stance}", proposal["code"]);
            let cells = matrix["cells"].as_array().unwrap().iter();
            let cells = cells.filter(|cell| {
                cell["proposal"] == proposal["code"]
                    && cell["stance"].as_str().unwrap().replace('-', "_") == *stance
            });
            if stance != "unknown" {
                assert_eq!(count.as_u64(), Some(cells.count() as u64));
            }
        }
    }
}

#[test]
fn the_matrix_goes_back_to_the_day_that_is_asked_for() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-votes"]);
    let early = matrix(home, &["--as-of", "2018-12-16"]);
    assert_eq!(early["as_of"], "2018-12-16");
    let known = |matrix: &Value| matrix["cells"].as_array().unwrap().len();
    assert_eq!(known(&early), 179, "only A/RES/73/27 had been voted on");
    assert_eq!(known(&matrix(home, &[])), 2094);
    let nonsense = run(home, &["show", "x.cbm", "matrix", "--as-of", "soon"]);
    assert_eq!(nonsense.code, 2);
    assert!(nonsense.err.contains("soon"), "{nonsense:?}");
}

#[test]
fn a_list_of_groups_names_those_of_the_day_and_tells_the_end_of_others() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-votes"]);
    let show = |format: &str| run(home, &["show", "x.cbm", "parties", "--format", format]);
    let all = show("json").json();
    let party = find(&all["parties"], "code", "GBR");
    let union = find(&party["groups"], "code", "EU");
    assert_eq!(union["until"], "2020-01-31");
    let table = show("csv").out;
    let row = table.lines().find(|line| line.contains("GBR,")).unwrap();
    let words: Vec<_> = row.split([',', ' ']).collect();
    assert!(words.contains(&"NATO") && !words.contains(&"EU"), "{row}");
}

#[test]
fn every_template_makes_an_intact_dossier() {
    let home = folder();
    let home = home.path();
    let listed = run(home, &["templates"]).out;
    for (template, proposals, parties) in [
        ("un-votes", 12, 193),
        ("un-global-cbms", 8, 193),
        ("osce-cbms", 16, 57),
        ("global-mechanism", 8, 193),
        ("empty", 0, 0),
    ] {
        assert!(listed.contains(&format!("{template}  ")), "{listed}");
        let file = format!("{template}.cbm");
        assert_eq!(run(home, &["new", &file, "--template", template]).code, 0);
        let checked = run(home, &["check", &file]);
        assert_eq!(checked.code, 0, "{checked:?}");
        let matrix = run(home, &["show", &file, "matrix", "--format", "json"]).json();
        assert_eq!(matrix["proposals"].as_array().unwrap().len(), proposals);
        assert_eq!(matrix["parties"].as_array().unwrap().len(), parties);
        for subject in ["matrix", "proposals", "parties", "obstacles"] {
            for format in ["text", "json", "csv"] {
                for language in ["en", "nl"] {
                    let arguments =
                        ["show", &file, subject, "--format", format, "--lang", language];
                    let shown = run(home, &arguments);
                    assert_eq!(shown.code, 0, "{arguments:?} {shown:?}");
                    assert!(!shown.out.is_empty(), "{arguments:?}");
                }
            }
        }
    }
}

#[test]
fn camps_are_known_even_without_stances() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    let matrix = matrix(home, &[]);
    let count = |camp: &str| {
        matrix["parties"].as_array().unwrap().iter().filter(|party| party["camp"] == camp).count()
    };
    let counts = ["multistakeholder", "swing", "state_oriented", "unassigned"].map(count);
    assert_eq!(counts, [53, 121, 14, 5]);
    assert!(matrix["cells"].as_array().unwrap().is_empty());
}

#[test]
fn proposals_and_parties_carry_every_field() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-votes"]);
    for (subject, columns) in [("proposals", "proposals"), ("parties", "parties")] {
        let shown = run(home, &["show", "x.cbm", subject, "--format", "json"]).json();
        let row = &shown[subject][0];
        let table = Table::ALL.iter().find(|table| table.key() == columns).unwrap();
        for column in table.columns() {
            if *column == "ours" {
                assert!(row.get("ours").is_none(), "whose dossier it is is nobody else's business");
                continue;
            }
            // The column `measure` holds what the JSON calls the kind of a proposal.
            let key = match (*column, subject) {
                ("measure", _) => "kind",
                (column, _) => column.trim_end_matches("_id"),
            };
            assert!(row.get(key).is_some(), "{subject}.{key}: {row}");
        }
    }
    let proposals = run(home, &["show", "x.cbm", "proposals", "--format", "json"]).json();
    let first = find(&proposals["proposals"], "code", "A/RES/73/27");
    assert_eq!(first["sponsors"][0]["party"], "RUS");
    assert_eq!(first["sponsors"][0]["main"], true);
    assert_eq!(first["status"], "adopted");
}

#[test]
fn an_existing_file_is_never_overwritten() {
    let home = folder();
    let home = home.path();
    write(home, "x.cbm", "mine");
    let refused = run(home, &["new", "x.cbm", "--template", "empty"]);
    assert_eq!(refused.code, 1);
    assert_eq!(std::fs::read_to_string(home.join("x.cbm")).unwrap(), "mine");
    let left: Vec<_> = std::fs::read_dir(home).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing half-made is left behind: {left:?}");
}

#[test]
fn a_table_is_imported_by_any_name_and_any_spelling() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    let table = "\u{feff}Party;Proposal;Stance;Date;Source;Confidence;Marking;Note\r\n\
                 NLD;UN CBM 1;champion;2024-03-01;A/79/214;Stated publicly;CLEAR;said so\r\n\
                 de;UN CBM 1;+;;;;;\r\n\
                 Brazilië;UN CBM 1;Kan ermee leven;1-3-2024;;in vertrouwen verteld;tlp:red;\r\n\
                 Russian Federation;un cbm 1;N;;Note verbale;;;\r\n\
                 turkiye;UN CBM 2;−;;;;;\r\n";
    write(home, "table.csv", table);
    let tried = run(home, &["import", "x.cbm", "positions", "table.csv", "--dry-run"]);
    assert_eq!(tried.code, 0, "{tried:?}");
    assert!(matrix(home, &[])["cells"].as_array().unwrap().is_empty(), "a trial changes nothing");
    let done = run(home, &["import", "x.cbm", "positions", "table.csv"]);
    assert_eq!(done.code, 0, "{done:?}");
    let matrix = matrix(home, &[]);
    for (party, proposal, stance) in [
        ("NLD", "UN CBM 1", "champion"),
        ("DEU", "UN CBM 1", "support"),
        ("BRA", "UN CBM 1", "accept"),
        ("RUS", "UN CBM 1", "object"),
        ("TUR", "UN CBM 2", "reserve"),
    ] {
        let cells = matrix["cells"].as_array().unwrap();
        let cell = cells.iter().find(|c| c["party"] == party && c["proposal"] == proposal);
        assert_eq!(cell.unwrap()["stance"], stance, "{party}");
    }
    let cells = &matrix["cells"];
    assert_eq!(find(cells, "party", "NLD")["date"], "2024-03-01");
    assert_eq!(find(cells, "party", "NLD")["source"], "A/79/214");
    assert_eq!(find(cells, "party", "RUS")["source"], "Note verbale");
    let again = run(home, &["import", "x.cbm", "positions", "table.csv"]);
    assert_eq!(again.code, 0);
    assert!(again.out.contains("Added 0 entries"), "the same table twice adds nothing: {again:?}");
}

#[test]
fn a_bad_row_is_named_and_nothing_is_imported() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    let table = "party,proposal,stance,date\n\
                 NLD,UN CBM 1,support,2024-03-01\n\
                 Nederlandd,UN CBM 1,support,\n\
                 BEL,UN CBM 99,support,\n\
                 BEL,UN CBM 1,suport,\n\
                 BEL,UN CBM 1,support,2024-02-30\n\
                 BEL,UN CBM 1,,\n";
    write(home, "table.csv", table);
    let refused = run(home, &["import", "x.cbm", "positions", "table.csv"]);
    assert_eq!(refused.code, 1);
    for (line, column, more) in [
        (3, "party", "Nederland"),
        (4, "proposal", "UN CBM"),
        (5, "stance", "support"),
        (6, "date", "2024-02-30"),
        (7, "stance", "empty"),
    ] {
        let said = refused
            .err
            .lines()
            .find(|said| said.contains(&format!("Line {line}, column {column}")))
            .unwrap_or_else(|| panic!("line {line}: {}", refused.err));
        assert!(said.contains(more), "{said}");
    }
    assert!(refused.err.contains("Did you mean “Netherlands”?"), "{}", refused.err);
    assert!(matrix(home, &[])["cells"].as_array().unwrap().is_empty());
    let partly = run(home, &["import", "x.cbm", "positions", "table.csv", "--skip-bad"]);
    assert_eq!(partly.code, 0, "{partly:?}");
    assert_eq!(matrix(home, &[])["cells"].as_array().unwrap().len(), 1);
}

#[test]
fn a_table_without_its_columns_or_with_unknown_ones_is_refused() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    for (table, said) in [
        ("", "no table"),
        ("party,stance\nNLD,support\n", "no column “proposal”"),
        ("party,proposal,stanse\n", "Did you mean “stance”?"),
        ("party,party,proposal,stance\n", "twice"),
        ("party,proposal,stance\nNLD,UN CBM 1,support,,extra\n", "beyond the last column"),
    ] {
        write(home, "table.csv", table);
        let refused = run(home, &["import", "x.cbm", "positions", "table.csv"]);
        assert_eq!(refused.code, 1, "{table:?}: {refused:?}");
        assert!(refused.err.contains(said), "{table:?}: {}", refused.err);
    }
    std::fs::write(home.join("table.csv"), b"party,proposal,stance\n\xff\xfe\n").unwrap();
    assert_eq!(run(home, &["import", "x.cbm", "positions", "table.csv"]).code, 1);
    assert_eq!(run(home, &["import", "x.cbm", "positions", "none.csv"]).code, 1);
}

#[test]
fn nothing_in_a_table_is_lost_and_nothing_is_made_up() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    let import = |table: &str, more: &[&str]| {
        write(home, "t.csv", table);
        run(home, &[&["import", "x.cbm", "positions", "t.csv"], more].concat())
    };
    let head = "party,proposal,stance,date,source,confidence,marking,note\n";
    // An unclosed quote would swallow the following rows.
    let unclosed = format!("{head}NLD,UN CBM 1,+,2024-01-01,,,,\"open\nBRA,UN CBM 1,+,,,,,\n");
    let refused = import(&unclosed, &["--skip-bad"]);
    assert!(refused.code == 1 && refused.err.contains("ine 2"), "{refused:?}");
    // Nothing can be skipped if the header is wrong.
    let refused = import("party,proposal,stanc\nNLD,UN CBM 1,+\n", &["--skip-bad"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    // Two rows of one day that differ only in their words.
    let twice =
        format!("{head}NLD,UN CBM 1,+,2024-01-01,,,,one\nNLD,UN CBM 1,+,2024-01-01,,,,two\n");
    assert_eq!(import(&twice, &[]).code, 1);
    // A text that is too long is reported beforehand, with its line.
    let long = format!("{head}NLD,UN CBM 1,+,2024-01-01,,,,{}\n", "x".repeat(500_001));
    let refused = import(&long, &["--dry-run"]);
    assert!(refused.code == 1 && refused.err.contains("Line 2"), "{}", refused.err.len());
    // A correction keeps what it does not mention.
    let first =
        format!("{head}NLD,UN CBM 1,+,2024-01-01,Cable 123,told in confidence,RED,dinner\n");
    assert_eq!(import(&first, &[]).code, 0);
    let second = format!("{head}NLD,UN CBM 1,-,2024-01-01,,,,\n");
    assert_eq!(import(&second, &[]).code, 0);
    let document = cbm_workbench::document::Document::open(&home.join("x.cbm")).unwrap();
    let snapshot = document.snapshot();
    let ids = (
        snapshot.proposal_by_code("UN CBM 1").unwrap().id,
        snapshot.party_by_code("NLD").unwrap().id,
    );
    let line = snapshot.line(ids.0, ids.1);
    assert_eq!(line.len(), 2);
    let current = snapshot.current_position(ids.0, ids.1, "2024-06-01".parse().unwrap()).unwrap();
    assert_eq!(current.stance.map(Keyed::key), Some("reserve"));
    assert_eq!(current.marking, Some(cbm_workbench::model::Marking::Red));
    assert_eq!((current.words.as_str(), current.source), ("dinner", line[1].source));
    assert!(current.source.is_some());
}

#[test]
fn what_a_room_was_told_is_the_stance_it_was_told_and_not_what_a_table_says_instead() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    let certainty = |stance: &str, known: &str| {
        let head = "party,proposal,stance,date,confidence\n";
        write(home, "t.csv", &format!("{head}NLD,UN CBM 1,{stance},2024-01-01,{known}\n"));
        assert_eq!(run(home, &["import", "x.cbm", "positions", "t.csv"]).code, 0);
        let shown = run(home, &["show", "x.cbm", "positions", "--format", "csv"]).out;
        let told = shown.lines().filter(|line| line.contains("Told in the room")).count();
        (shown.lines().count(), told)
    };
    assert_eq!(certainty("+", "in the room"), (2, 1));
    assert_eq!(certainty("-", ""), (2, 0), "a table did not hear it");
    assert_eq!(certainty("-", "in the room"), (2, 1), "unless it says so");
}

#[test]
fn an_import_is_one_step_that_can_be_undone() {
    let home = folder();
    let path = home.path().join("x.cbm");
    run(home.path(), &["new", "x.cbm", "--template", "un-global-cbms"]);
    let before = crate::common::dump(&path);
    write(home.path(), "t.csv", "party,proposal,stance\nNLD,UN CBM 1,+\nBEL,UN CBM 1,+\n");
    assert_eq!(run(home.path(), &["import", "x.cbm", "positions", "t.csv"]).code, 0);
    let mut document = cbm_workbench::document::Document::open(&path).unwrap();
    assert_eq!(document.history().undoable(), 1);
    document.undo().unwrap();
    drop(document);
    assert_eq!(crate::common::dump(&path), before);
}

#[test]
fn wrong_usage_and_refused_input_have_different_exit_codes() {
    let home = folder();
    let home = home.path();
    for arguments in [
        &["show"][..],
        &["show", "x.cbm", "nonsense"],
        &["new", "x.cbm", "--template", "nonsense"],
        &["--nonsense"],
        &["x.cbm", "templates"],
        &["check", "x.cbm", "--lang", "fr"],
    ] {
        assert_eq!(run(home, arguments).code, 2, "{arguments:?}");
    }
    assert_eq!(run(home, &["check", "none.cbm"]).code, 1);
    assert_eq!(run(home, &["--help"]).code, 0);
    assert_eq!(run(home, &["--version"]).code, 0);
}

#[test]
fn help_and_errors_speak_dutch() {
    let home = folder();
    let home = home.path();
    let help = run(home, &["--lang", "nl", "--help"]).out;
    assert!(help.contains("vertrouwenwekkende maatregelen"), "{help}");
    let error = run(home, &["check", "niets.cbm", "--lang", "nl"]).err;
    assert!(error.contains("bestaat niet"), "{error}");
    run(home, &["new", "x.cbm", "--template", "un-votes", "--lang", "nl"]);
    let shown = run(home, &["show", "x.cbm", "parties", "--lang", "nl"]).out;
    assert!(shown.contains("Zuid-Afrika") && shown.contains("Staatsgeoriënteerd"), "{shown}");
}

#[test]
fn completions_are_made_for_every_shell() {
    let home = folder();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let made = run(home.path(), &["completions", shell]);
        assert_eq!(made.code, 0);
        assert!(made.out.contains("completions"), "{shell}");
    }
}

#[test]
fn a_table_for_a_spreadsheet_opens_in_its_language() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-votes"]);
    let english = run(home, &["show", "x.cbm", "matrix", "--format", "csv"]).out;
    assert!(english.starts_with("Code,Party,"), "{}", &english[..80]);
    assert!(english.contains("NLD,Netherlands,Multistakeholder,0.9167,object"));
    let dutch = run(home, &["show", "x.cbm", "matrix", "--format", "csv", "--lang", "nl"]).out;
    assert!(dutch.starts_with("\u{feff}Code;Partij;"));
}
