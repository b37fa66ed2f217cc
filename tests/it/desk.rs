//! Tables as strangers have them on their desks: a refusal tells them how to continue, and records
//! written in bulk are logged as if written one by one.

use std::collections::HashSet;

use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::exchange::intake::Fate;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Ballot, Bilingual, Keyed, Language, Party, PartyKind, Position, RecordId, Stance, Vote,
};
use chrono::NaiveDate;

use crate::common::{folder, place, run, write};
use crate::intake::{guessed, put, template};

/// The names that public tables in five languages give to the states.
const PUBLIC: &str = include_str!("state_names.csv");

#[test]
fn every_name_of_public_tables_is_found_by_itself_in_both_languages() {
    let home = folder();
    let home = home.path();
    let (mut table, mut count) = ("Land;Maatregel;Standpunt;Opmerking\n".to_owned(), 0);
    for row in csv::Reader::from_reader(PUBLIC.as_bytes()).into_records() {
        let row = row.unwrap();
        table += &format!("\"{}\";UN CBM 1;voor;{}\n", &row[1], &row[0]);
        count += 1;
    }
    assert_eq!(count, 528, "no name is left out of this test");
    write(home, "names.csv", &table);
    for language in Language::ALL {
        let language = language.key();
        let file = format!("{language}.cbm");
        let words = ["new", &file, "--from", "names.csv", "--lang", language];
        let made = run(home, &words);
        assert_eq!(made.code, 0, "{made:?}");
        let document = Document::open_read_only(&home.join(&file)).unwrap();
        let snapshot = document.snapshot();
        // The code of the state is the note, and a state has one stance.
        for entry in snapshot.positions.iter() {
            let entry = snapshot.position(entry).unwrap();
            let party = snapshot.parties.get(entry.by.party().unwrap()).unwrap();
            assert_eq!(party.code, entry.words);
        }
        let named: HashSet<_> =
            table.lines().skip(1).filter_map(|it| it.rsplit(';').next()).collect();
        assert_eq!(snapshot.parties.len(), named.len());
    }
}

#[test]
fn days_of_which_one_has_the_day_first_and_one_the_month_are_refused_with_both_named() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    let table = "Land;Maatregel;Standpunt;Datum\nNederland;UN CBM 1;voor;31-1-2026\n\
                 Turkije;UN CBM 1;tegen;12-13-2025\n";
    write(home, "days.csv", table);
    for (language, words) in [
        ("en", "Column Datum (D): “31-1-2026” in line 2 is only a date if"),
        ("nl", "Kolom Datum (D): ‘31-1-2026’ in regel 2 is alleen een geldige"),
    ] {
        let refused = run(home, &["import", "x.cbm", "days.csv", "--lang", language]);
        assert_eq!(refused.code, 1, "{refused:?}");
        assert!(refused.err.contains(words) && refused.err.contains("12-13-2025"), "{refused:?}");
        assert!(refused.err.contains("2020-12-31"), "how to write it: {refused:?}");
    }
    let told = run(home, &["import", "x.cbm", "days.csv", "--dates", "dmy"]);
    assert!(told.err.contains("Line 3, column Datum (D3)"), "{told:?}");
}

#[test]
fn a_membership_known_by_its_year_is_the_one_that_began_on_a_day_in_it() {
    let mut snapshot = template(Template::UnGlobalCbms);
    let table = "Group,Member,From,Until\nEU,United Kingdom,1973-01-01,2020-01-31\n\
                 EU,Croatia,2013-07-01,\nCOE,Russia,1996,2022\nEU,France,1958,\n";
    let before = snapshot.memberships.iter().count();
    let plan = guessed(&snapshot, table);
    assert!(plan.is_whole(), "{:?}", plan.problems);
    assert_eq!([Fate::Changed, Fate::Same].map(|fate| plan.tally.of(fate)), [2, 2], "{plan:?}");
    put(&mut snapshot, plan);
    assert_eq!(snapshot.memberships.iter().count(), before, "nobody is in a group twice");
    let since = |group: &str, party: &str| {
        let party = snapshot.party_by_code(party).unwrap().id;
        let group = snapshot.groups.iter().find(|it| it.code == group).unwrap().id;
        let of = snapshot.memberships.iter().find(|it| (it.group, it.party) == (group, party));
        of.unwrap().since.unwrap().to_string()
    };
    assert_eq!(since("EU", "HRV"), "2013-07-01");
    assert_eq!(since("COE", "RUS"), "1996-02-28", "what is known to the day stays");
    let again = "Group,Member,From,Until\nEU,Croatia,2014-07-01,\n";
    assert_eq!(guessed(&snapshot, again).tally.of(Fate::Wrong), 1, "another year is another time");
}

#[test]
fn a_word_that_cannot_stand_in_a_column_is_refused_with_those_that_can() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "x.cbm", "--template", "un-global-cbms"]);
    for (table, english, dutch) in [
        (
            "Nr;Titel;Omschrijving;Status\nM1;Meldpunt;Een punt;concept\n",
            "It can be “Idea”, “Tabled”",
            "Mogelijk zijn ‘Idee’, ‘Ingediend’",
        ),
        (
            "Title,Author,URL,Type\nA book,Somebody,https://x.example,book\n",
            "“Publication”",
            "‘Publicatie’",
        ),
        ("Country;Kind;Region\nNetherlands;kingdom;Europe\n", "“State”", "‘Staat’"),
    ] {
        write(home, "words.csv", table);
        for (language, words) in [("en", english), ("nl", dutch)] {
            let refused = run(home, &["import", "x.cbm", "words.csv", "--lang", language]);
            assert!(refused.code == 1 && refused.err.contains(words), "{table} {refused:?}");
        }
    }
}

#[test]
fn a_fault_in_two_cells_of_one_row_names_the_row_once() {
    let home = folder();
    let home = home.path();
    let table = "Wie?\tHotline\tExercises\nNL\t+\t-\nUK\t+\t+\nSomebody Else\t+\t+\n";
    write(home, "grid.tsv", table);
    let refused = run(home, &["new", "x.cbm", "--from", "grid.tsv"]);
    assert!(refused.err.contains("Line 4, column Wie? (A4)"), "{refused:?}");
    assert!(!refused.err.contains("more, column"), "{refused:?}");
}

#[test]
fn the_codes_of_states_are_found_under_the_heading_iso() {
    let mut snapshot = template(Template::Empty);
    let table = "Name,ISO,Kind,Region\nThe Dutch,NLD,State,Europe\nAcme,ACM,Company,\n";
    let plan = guessed(&snapshot, table);
    assert!(plan.is_whole(), "{:?} {:?}", plan.problems, plan.questions);
    put(&mut snapshot, plan);
    assert!(snapshot.party_by_code("NLD").is_some() && snapshot.party_by_code("ACM").is_some());
}

#[test]
fn many_records_added_at_once_are_logged_as_each_would_be_and_so_is_what_follows() {
    let home = folder();
    let path = home.path().join("x.cbm");
    Document::create(&path, Template::UnVotes, "Log").unwrap();
    let mut document = Document::open(&path).unwrap();
    let before = document.snapshot().positions.iter().count();
    let (proposal, party) = place(document.snapshot(), "NLD", "A/RES/73/27");
    let first: NaiveDate = "2020-01-01".parse().unwrap();
    let entry =
        |n| Position::new(proposal, party, Some(Stance::Support), first + chrono::Days::new(n));
    let newcomer = |n: usize| {
        let code = format!("P{n}");
        Party::new(code.clone(), Bilingual::new(code, ""), PartyKind::Company)
    };
    let roll = document.snapshot().roll_calls.iter().next().unwrap().id;
    // More of each than one statement writes, and not a multiple of that.
    let newcomers: Vec<_> = (0..150).map(newcomer).collect();
    let mut edit = Edit::new(StepName::Mark, "");
    for party in &newcomers {
        edit = edit.put(party.clone());
    }
    edit.votes = newcomers.iter().map(|it| Vote::new(roll, it.id, Ballot::Yes)).collect();
    edit.entries = (0..1_300).map(entry).collect();
    let mut wanted: Vec<RecordId> = newcomers.iter().map(|it| it.id.into()).collect();
    wanted.extend(edit.votes.iter().map(|it| RecordId::from(it.id)));
    wanted.extend(edit.entries.iter().map(|it| RecordId::from(it.id)));
    // Stopped among the entries, nothing of it is there, and a single record is logged as usual.
    document.apply_large(edit.clone(), &mut |done, _| done < 1_024).unwrap_err();
    let logged = |document: &Document, step| {
        let changes = document.changes(step).unwrap();
        changes.into_iter().map(|it| (it.record, it.field)).collect::<Vec<_>>()
    };
    for n in 2_000..2_002 {
        let single = entry(n);
        let id: RecordId = single.id.into();
        let applied = document.apply(&Edit::add(single, "")).unwrap().unwrap();
        assert_eq!(logged(&document, applied.step.id), [(id, None)]);
    }
    let applied = document.apply_large(edit, &mut |_, _| true).unwrap().unwrap();
    let all: Vec<(_, Option<String>)> = wanted.iter().map(|it| (*it, None)).collect();
    assert_eq!(logged(&document, applied.step.id), all, "each once, in the order of the edit");
    assert_eq!(applied.touched.len(), wanted.len());
    for n in 2_002..2_004 {
        let single = entry(n);
        let id: RecordId = single.id.into();
        let applied = document.apply(&Edit::add(single, "")).unwrap().unwrap();
        assert_eq!(logged(&document, applied.step.id), [(id, None)]);
        document.undo().unwrap();
    }
    document.undo().unwrap();
    assert_eq!(document.snapshot().positions.iter().count(), before + 2);
    document.redo().unwrap();
    assert_eq!(document.snapshot().positions.iter().count(), before + 1_302);
    assert_eq!(document.reload().unwrap().positions.iter().count(), before + 1_302);
    assert_eq!(document.findings().unwrap(), []);
}
