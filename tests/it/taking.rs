//! Importing tables: a stopped import leaves nothing, contacts are people, and the titles of roll
//! calls are found in the same workbook.

use cbm_workbench::document::{self, Document};
use cbm_workbench::exchange::intake::{
    Answers, Fate, Layout, Options, guess, plan, rolls_with_titles, titles_beside,
};
use cbm_workbench::exchange::{Workbook, read_workbook};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Marking, Snapshot, Table};
use cbm_workbench::store;

use crate::common::{dossier, folder, run, write};
use crate::fods::fods;
use crate::intake::{empty, guessed, options, put, said, template};

#[test]
fn an_import_stopped_halfway_leaves_the_dossier_as_it_was_and_can_be_done_again() {
    let home = folder();
    let path = home.path().join("x.cbm");
    Document::create(&path, Template::UnVotes, "Stopped").unwrap();
    let mut document = Document::open(&path).unwrap();
    let snapshot = document.snapshot().clone();
    let parties: Vec<_> = snapshot.parties.iter().map(|it| it.code.as_str()).collect();
    let mut table = String::from("party;proposal;stance;date\n");
    for day in 1..=9 {
        for code in &parties {
            table.push_str(&format!("{code};A/RES/73/27;0;2024-03-0{day}\n"));
        }
    }
    let plan = guessed(&snapshot, &table);
    let all = plan.count(Table::Positions);
    let mut told = Vec::new();
    let stopped = document.apply_large(plan.clone().edit("large"), &mut |done, of| {
        told.push((done, of));
        done < 600
    });
    assert!(matches!(stopped, Err(document::Error::Store(store::Error::Stopped))), "{stopped:?}");
    assert_eq!(told, [(0, all), (512, all), (1024, all)]);
    assert_eq!(document.history().steps().len(), 0);
    let same = |one: &Snapshot, other: &Snapshot| {
        one.positions.iter().count() == other.positions.iter().count() && said(one) == said(other)
    };
    assert!(same(document.snapshot(), &snapshot) && same(&document.reload().unwrap(), &snapshot));
    document.apply_large(plan.edit("large"), &mut |_, _| true).unwrap();
    let count = |snapshot: &Snapshot| snapshot.positions.iter().count();
    assert_eq!(count(document.snapshot()), count(&snapshot) + all);
    document.undo().unwrap();
    assert!(same(document.snapshot(), &snapshot));
}

/// A list of contacts as a ministry keeps it: another order, a department, two languages.
const CONTACTS: &str = "\
Country;Ministry;Name;Job title;E-mail;Tel.;Languages;Remarks
Netherlands;Ministry of Foreign Affairs;J. de Vries;Cyber counsellor;j@mfa.example;+31 70 1;NL, EN;met in Vienna
France;ANSSI;;Duty desk;desk@anssi.example;+33 1;FR;
France;Quai d'Orsay;M. Roux;Head of unit;m@diplo.example;;FR;
";

#[test]
fn a_list_of_contacts_becomes_people_to_turn_to_and_no_steps() {
    let mut snapshot = template(Template::UnGlobalCbms);
    snapshot.dossier.marking = Marking::Clear;
    let plan = guessed(&snapshot, CONTACTS);
    assert_eq!(plan.layout, Layout::Contacts);
    assert!(plan.is_whole(), "{:?} {:?}", plan.problems, plan.questions);
    assert_eq!(plan.count(Table::Contacts), 3);
    put(&mut snapshot, plan);
    assert_eq!((snapshot.contacts.len(), snapshot.next_steps.len()), (3, 0));
    let find = |name: &str| snapshot.contacts.iter().find(|it| it.name == name).unwrap();
    let vries = find("J. de Vries");
    assert_eq!(snapshot.parties.get(vries.party).unwrap().code, "NLD");
    assert_eq!(
        [&*vries.function, &vries.organisation, &vries.email, &vries.telephone, &vries.language],
        ["Cyber counsellor", "Ministry of Foreign Affairs", "j@mfa.example", "+31 70 1", "NL, EN"]
    );
    assert_eq!(vries.note, "met in Vienna");
    assert_eq!(vries.marking, Some(Marking::Amber), "personal data, in a dossier that is open");
    assert_eq!(find("Duty desk").email, "desk@anssi.example");
    // A second import changes nothing, and a new telephone number is a change rather than a second
    // person.
    assert!(guessed(&snapshot, CONTACTS).is_empty());
    let moved = guessed(&snapshot, &CONTACTS.replace("+31 70 1", "+31 70 2"));
    assert_eq!((moved.tally.of(Fate::New), moved.tally.of(Fate::Changed)), (0, 1));
    // Two rows that differ about one person are not imported silently.
    let twice = "Country;Name;E-mail\nFrance;A. Un;a@x.example\nFrance;A. Un;b@x.example\n";
    assert_eq!(guessed(&snapshot, twice).tally.of(Fate::Wrong), 1);
}

#[test]
fn contacts_come_in_by_the_command_line_and_go_no_further_than_their_marking() {
    let home = folder();
    let path = dossier(&home, Template::UnGlobalCbms);
    write(home.path(), "people.csv", CONTACTS);
    let said = run(home.path(), &["import", "dossier.cbm", "people.csv", "--as", "contacts"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let document = Document::open(&path).unwrap();
    assert_eq!(document.snapshot().contacts.len(), 3);
    assert!(document.findings().unwrap().is_empty());
    drop(document);
    for (ceiling, count) in [("GREEN", 0), ("AMBER", 3)] {
        let copy = format!("{ceiling}.cbm");
        let made = run(home.path(), &["redact", "dossier.cbm", &copy, "--ceiling", ceiling]);
        assert_eq!(made.code, 0, "{}", made.err);
        let copy = Document::open(&home.path().join(&copy)).unwrap();
        assert_eq!(copy.snapshot().contacts.len(), count, "{ceiling}");
    }
}

/// Votes, one per row, as in the voting data of the General Assembly.
const VOTES: &str = "rcid,Country,vote
9001,Netherlands,yes
9001,China,no
9002,Netherlands,abstain
9002,China,yes";

/// The titles, in another sheet.
const TITLES: &str = "rcid,unres,date,descr
9001,A/RES/79/990,2024-12-05,A hotline
9002,A/RES/79/991,2024-12-06,A register";

/// Votes of another year, with titles of their own.
const OTHERS: &str = "rcid,unres,date,descr
8001,A/RES/78/990,2023-12-05,Something else";

fn read(sheets: &[(&str, &str)]) -> Workbook {
    read_workbook(&fods(sheets)).unwrap()
}

#[test]
fn the_titles_of_roll_calls_are_found_in_another_sheet_where_their_header_fits() {
    let snapshot = empty();
    for sheets in [
        &[("Votes", VOTES), ("Resolutions", TITLES)][..],
        &[("Resolutions", TITLES), ("Votes", VOTES)],
        &[("Older", OTHERS), ("Resolutions", TITLES), ("Votes", VOTES)],
    ] {
        let read = read(sheets);
        let at = |name: &str| sheets.iter().position(|(it, _)| *it == name).unwrap();
        let pair = rolls_with_titles(&read, &snapshot);
        assert_eq!(pair, Some((at("Votes"), at("Resolutions"))), "{sheets:?}");
        let votes = &read.sheets[at("Votes")].sheet;
        let mapping = guess(votes, &snapshot).mapping;
        let titles = read.sheets[at("Resolutions")].sheet.clone();
        let options = Options { titles: Some(titles), ..options() };
        let answers = Answers::default();
        let plan = plan(&snapshot, votes, &mapping, &answers, &options, &mut |_| true).unwrap();
        assert!(plan.is_whole(), "{:?}", plan.problems);
        let mut after = empty();
        put(&mut after, plan);
        assert!(after.roll_calls.iter().any(|it| it.title.en == "A hotline"));
    }
    // There is no guessing between two that fit, and one about others does not count.
    for others in [&[("One", TITLES), ("Two", TITLES)][..], &[("Older", OTHERS)]] {
        let read = read(&[&[("Votes", VOTES)], others].concat());
        let mapping = guess(&read.sheets[0].sheet, &snapshot).mapping;
        assert_eq!(titles_beside(&read, 0, &mapping, &snapshot), None, "{others:?}");
    }
}

#[test]
fn the_command_line_takes_votes_and_titles_from_one_workbook_and_says_so() {
    let home = folder();
    dossier(&home, Template::UnVotes);
    let book = fods(&[("Resolutions", TITLES), ("Votes", VOTES)]);
    std::fs::write(home.path().join("votes.fods"), book).unwrap();
    let import = |more: &[&str]| {
        run(home.path(), &[&["import", "dossier.cbm", "votes.fods", "--create"], more].concat())
    };
    let tried = import(&["--dry-run", "--format", "json"]);
    let told = tried.err;
    assert_eq!(tried.code, 0, "{told}");
    assert!(told.contains("sheet “Votes”") && told.contains("sheet “Resolutions”"), "{told}");
    let json: serde_json::Value = serde_json::from_str(&tried.out).unwrap();
    assert_eq!(
        (&json["titles"], &json["records"]["roll_calls"]),
        (&"Resolutions".into(), &2.into())
    );
    assert_eq!(import(&[]).code, 0);
    let document = Document::open_read_only(&home.path().join("dossier.cbm")).unwrap();
    let rolls = &document.snapshot().roll_calls;
    assert!(rolls.iter().any(|it| it.title.en == "A register" && it.code == "A/RES/79/991"));
}

#[test]
fn of_several_sheets_the_only_one_that_is_a_table_is_read_and_that_is_said() {
    let home = folder();
    dossier(&home, Template::UnVotes);
    let positions = "party,proposal,stance\nNLD,A/RES/73/27,0\n";
    let notes = "Made by the desk\nNot for circulation\n";
    let import = |sheets: &[(&str, &str)], more: &[&str]| {
        std::fs::write(home.path().join("book.fods"), fods(sheets)).unwrap();
        run(home.path(), &[&["import", "dossier.cbm", "book.fods", "--dry-run"], more].concat())
    };
    let done = import(&[("About", notes), ("Positions", positions)], &[]);
    assert!(done.code == 0 && done.err.contains("only “Positions” can be made out"), "{done:?}");
    let asked = import(&[("May", positions), ("June", positions)], &[]);
    assert!(asked.code == 1 && asked.err.contains("--sheet NAME"), "{asked:?}");
    let named = import(&[("May", positions), ("June", positions)], &["--sheet", "June"]);
    assert!(named.code == 0 && !named.err.contains("made out"), "{named:?}");
}

#[test]
fn titles_in_a_workbook_of_several_sheets_are_found_there_or_it_is_said_what_to_do() {
    let home = folder();
    dossier(&home, Template::UnVotes);
    std::fs::write(home.path().join("votes.csv"), VOTES).unwrap();
    let import = |sheets: &[(&str, &str)]| {
        std::fs::write(home.path().join("titles.fods"), fods(sheets)).unwrap();
        let titles = ["--create", "--dry-run", "--titles", "titles.fods"];
        run(home.path(), &[&["import", "dossier.cbm", "votes.csv"], &titles[..]].concat())
    };
    let done = import(&[("Older", OTHERS), ("Resolutions", TITLES)]);
    assert!(done.code == 0 && done.err.contains("A/RES/79/990"), "{done:?}");
    let refused = import(&[("One", TITLES), ("Two", TITLES)]);
    assert!(refused.code == 1 && refused.err.contains("“One”, “Two”"), "{refused:?}");
}
