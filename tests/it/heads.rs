//! Two lines of headings, and crosses for memberships: recognised if certain, asked about if not,
//! and never dropped silently.

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::exchange::intake::{
    Answers, Field, Heads, Layout, Mapping, Recipe, guess, guess_among, guess_with, plan,
};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Bilingual, DayOrder, Group, GroupKind, Keyed, Snapshot, Stance};

use crate::common::{dossier, folder, open, run, write};
use crate::guesses::{empty, options, planned, sheet};

const CAMPS: &str = "Positions of November\n\n;Multistakeholder;;State-oriented;;\n\
    Measure;Netherlands;France;Russia;China;Remarks\nA/RES/73/27;--;-;++;+;by note\nA/RES/73/266;+;++;-;-;\n";
const ROUNDS: &str = "party;A/RES/73/27;;A/RES/73/266;\n;Round 1;Round 2;Round 1;Round 2\n\
    Netherlands;--;-;0;+\nBrazil;0;+;;0\n";
const DAYS: &str = "party;A/RES/73/27;;A/RES/73/266;\n;2024-03-01;Jun 2024;2024-03-01;5 Jul 2024\n\
    Netherlands;--;-;0;+\n";
const PARTS: &str =
    "party;Hotline;;Exercises;\n;Norm A;Norm B;Norm C;Norm D\nNetherlands;+;-;0;+\n";

fn votes() -> Snapshot {
    let folder = folder();
    open(&dossier(&folder, Template::UnVotes)).snapshot().clone()
}

/// The layout, whether it is certain, what the headings may mean, and the columns with stances.
fn read(snapshot: &Snapshot, table: &str) -> (Layout, bool, Vec<Heads>, Vec<String>) {
    let guess = guess(&sheet(table), snapshot);
    let cells =
        guess.mapping.columns.iter().filter(|it| it.field.is_some_and(|it| it.key() == "cells"));
    let cells = cells.map(|it| it.heading.clone()).collect();
    (guess.mapping.layout, guess.certain, guess.heads, cells)
}

#[test]
fn two_lines_of_headings_are_recognised_and_asked_about_where_they_may_say_several_things() {
    let snapshot = votes();
    let of = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let states = of(&["Netherlands", "France", "Russia", "China"]);
    assert_eq!(read(&snapshot, CAMPS), (Layout::Turned, true, vec![Heads::Lower], states));
    let rounds = of(&["A/RES/73/27", "A/RES/73/266"]);
    let asked = vec![Heads::Last, Heads::Both];
    assert_eq!(read(&snapshot, ROUNDS), (Layout::Matrix, false, asked, rounds));
    let days = of(&["A/RES/73/27", "A/RES/73/27", "A/RES/73/266", "A/RES/73/266"]);
    assert_eq!(read(&snapshot, DAYS), (Layout::Matrix, true, vec![Heads::Days], days));
    let parts = of(&["Norm A", "Norm B", "Norm C", "Norm D"]);
    let asked = vec![Heads::Lower, Heads::Both];
    assert_eq!(read(&empty(), PARTS), (Layout::Matrix, false, asked, parts));
    let stances = "party;A/RES/73/27;;A/RES/73/266;\n;Stance;Source;Stance;Source\nNetherlands;+;x.nl;-;y.nl\n";
    let (layout, _, heads, cells) = read(&snapshot, stances);
    assert_eq!((layout, heads), (Layout::Matrix, vec![Heads::Parts]));
    assert_eq!(cells, of(&["A/RES/73/27", "A/RES/73/266"]));
}

#[test]
fn a_heading_that_is_repeated_over_its_columns_is_one_and_days_are_never_proposals() {
    let snapshot = votes();
    let twice = |table: &str| {
        let guess = guess(&sheet(table), &snapshot);
        let planned = planned(&snapshot, table, &Answers::default(), true);
        let days: Vec<_> = planned.edit("").entries.iter().map(|it| it.date.to_string()).collect();
        (guess.heads, days)
    };
    let days = ["2025-03-01", "2025-06-05", "2025-03-01", "2025-06-05"].map(str::to_owned).to_vec();
    for table in [
        ";A/RES/73/27;A/RES/73/27;A/RES/73/266;A/RES/73/266\n\
         Staat;mrt 2025;2025-06-05;mrt 2025;2025-06-05\nNederland;+;++;-;0\n",
        ";A/RES/73/27;A/RES/73/266;A/RES/73/27;A/RES/73/266\n\
         Staat;2025-03-01;2025-03-01;2025-06-05;2025-06-05\nNederland;+;-;++;0\n",
    ] {
        let (heads, mut found) = twice(table);
        found.sort_unstable();
        let mut days = days.clone();
        days.sort_unstable();
        assert_eq!((heads, found), (vec![Heads::Days], days), "{table}");
    }
    // A line of days alone says nothing about the subject of the stances.
    let alone = guess(&sheet("Staat;2025-03-01;2025-06-05\nNederland;+;++\n"), &snapshot);
    assert!(!alone.certain, "{alone:?}");
}

#[test]
fn what_stands_beside_a_stance_under_its_heading_belongs_to_it() {
    let snapshot = votes();
    for table in [
        "Staat;A/RES/73/27;;;A/RES/73/266;;\n;Standpunt;Datum;Bron;Standpunt;Datum;Bron\n\
         Nederland;+;2025-01-01;a.nl;-;2/1/2025;b.nl\nBrazil;0;31/1/2025;;++;;\n",
        "Staat;A/RES/73/27;;;A/RES/73/266;;\n;Datum;Standpunt;Bron;Datum;Standpunt;Bron\n\
         Nederland;2025-01-01;+;a.nl;2/1/2025;-;b.nl\nBrazil;31/1/2025;0;;;++;\n",
    ] {
        let read = sheet(table);
        let mut mapping = guess(&read, &snapshot).mapping;
        let make = |mapping: &Mapping| {
            let answers = Answers::default();
            plan(&snapshot, &read, mapping, &answers, &options(true), &mut |_| true).unwrap()
        };
        let asked = make(&mapping);
        assert!(asked.is_blocked(), "2/1/2025 is asked about: {table}\n{asked:?}");
        mapping.dates = Some(DayOrder::DayFirst);
        let saved = Recipe::from_toml(&mapping.recipe().to_toml()).unwrap();
        for mapping in [mapping, saved.fit(&read).unwrap()] {
            assert_eq!(mapping.left_out().count(), 0, "{mapping:?}");
            let planned = make(&mapping);
            assert!(planned.is_whole() && planned.undated == 1, "{table}\n{planned:?}");
            let said = planned.edit("").entries;
            let said = said.iter().map(|it| (it.date.to_string(), it.stance, it.source.is_some()));
            let expected = [
                ("2025-01-01", Stance::Support, true),
                ("2025-01-02", Stance::Reserve, true),
                ("2025-01-31", Stance::Accept, false),
                ("2026-11-26", Stance::Champion, false),
            ];
            let expected = expected.map(|(day, it, is)| (day.to_owned(), Some(it), is));
            assert_eq!(said.collect::<Vec<_>>(), expected, "{table}");
        }
    }
    let wrong = "Staat;A/RES/73/27;;A/RES/73/266;\n;Standpunt;Datum;Standpunt;Datum\n\
                 Nederland;+;2025-01-01;-;soon\n";
    let wrong = planned(&snapshot, wrong, &Answers::default(), true);
    let columns: Vec<_> = wrong.problems.listed().iter().map(|it| it.columns.clone()).collect();
    assert_eq!(columns, [[(4, "Datum".to_owned())]], "said by its own column");
}

#[test]
fn one_line_of_headings_is_never_taken_for_two() {
    let snapshot = votes();
    for table in [
        "party;A/RES/73/27;;A/RES/73/266\nNetherlands;+;-;0\nBrazil;0;0;+\n",
        "Overview;;;\nparty;A/RES/73/27;A/RES/73/266;A/RES/74/28\nNetherlands;+;-;0\n",
        "Overview;;of November\n\nparty;A/RES/73/27;A/RES/73/266\nNetherlands;+;-\n",
        "party;proposal;stance\nNetherlands;A/RES/73/27;+\nBrazil;A/RES/73/27;-\n",
        "Measure;France;Russia\nA/RES/73/27;+;-\nA/RES/73/266;0;+\n",
    ] {
        assert!(read(&snapshot, table).2.is_empty(), "{table}");
    }
}

#[test]
fn what_two_lines_of_headings_say_is_what_comes_in() {
    let snapshot = votes();
    let day = |day: &str| day.parse().unwrap();
    let counted = |table: &str, heads| {
        let sheet = sheet(table);
        let found = guess_with(&sheet, &snapshot, Layout::ALL, None, heads);
        let planned = plan(
            &snapshot,
            &sheet,
            &found.mapping,
            &Answers::default(),
            &options(true),
            &mut |_| true,
        );
        planned.unwrap().edit("").entries
    };
    let entries = counted(DAYS, None);
    let said: Vec<_> = entries.iter().map(|it| (it.date, it.stance)).collect();
    let expected = [
        ("2024-03-01", Stance::Object),
        ("2024-06-01", Stance::Reserve),
        ("2024-03-01", Stance::Accept),
        ("2024-07-05", Stance::Support),
    ];
    assert_eq!(said, expected.map(|(date, stance)| (day(date), Some(stance))));
    let last: Vec<_> = counted(ROUNDS, Some(Heads::Last)).iter().map(|it| it.stance).collect();
    assert_eq!(last, [Stance::Reserve, Stance::Support, Stance::Support, Stance::Accept].map(Some));
    assert_eq!(counted(ROUNDS, Some(Heads::Both)).len(), 7, "each a proposal of its own");
    assert_eq!(counted(CAMPS, None).len(), 8);
}

#[test]
fn the_command_line_says_how_it_read_them_and_refuses_what_is_not_certain() {
    let folder = folder();
    let home = folder.path();
    dossier(&folder, Template::UnVotes);
    write(home, "camps.csv", CAMPS);
    write(home, "rounds.csv", ROUNDS);
    let camps = run(home, &["import", "dossier.cbm", "camps.csv", "--dry-run"]);
    assert_eq!(camps.code, 0, "{camps:?}");
    assert!(
        camps.err.contains("Lines 3 and 4 are both headings (Multistakeholder, State-oriented)"),
        "{camps:?}"
    );
    assert!(camps.err.contains("Not read: Remarks"), "{camps:?}");
    let refused = run(home, &["import", "dossier.cbm", "rounds.csv"]);
    assert!(refused.code == 1 && refused.err.contains("--heads last"), "{refused:?}");
    for language in ["en", "nl"] {
        let taken = [
            "import",
            "dossier.cbm",
            "rounds.csv",
            "--heads",
            "last",
            "--dry-run",
            "--lang",
            language,
        ];
        let taken = run(home, &taken);
        assert_eq!(taken.code, 0, "{taken:?}");
        assert!(
            taken.err.contains("A/RES/73/27: Round 1, A/RES/73/266: Round 1"),
            "left out and said: {taken:?}"
        );
    }
    let three = format!("Draft;;2;\n{ROUNDS}");
    write(home, "three.csv", &three);
    let three = run(home, &["import", "dossier.cbm", "three.csv", "--heads", "last", "--dry-run"]);
    assert!(
        three.code == 0 && three.err.contains("Not read, above the header: Draft, 2"),
        "{three:?}"
    );
    write(home, "one.csv", "party;A/RES/73/27;A/RES/73/266\nNetherlands;+;-\n");
    let one = run(home, &["import", "dossier.cbm", "one.csv", "--heads", "last"]);
    assert!(one.code == 1 && one.err.contains("--heads"), "it has no effect: {one:?}");
    let created =
        run(home, &["import", "dossier.cbm", "rounds.csv", "--heads", "both", "--create"]);
    assert_eq!(created.code, 0, "{created:?}");
    let document = Document::open_read_only(&home.join("dossier.cbm")).unwrap();
    let proposals = || document.snapshot().proposals.iter();
    let made = |words: &str| proposals().any(|it| it.code.contains(words) || it.title.en == words);
    assert!(made("A/RES/73/27: Round 1") && made("A/RES/73/266: Round 2"));
}

#[test]
fn what_two_lines_say_is_saved_with_the_mapping() {
    let snapshot = votes();
    for (table, heads) in
        [(ROUNDS, Heads::Last), (ROUNDS, Heads::Both), (PARTS, Heads::Lower), (DAYS, Heads::Days)]
    {
        let sheet = sheet(table);
        let read: Mapping = guess_with(&sheet, &snapshot, Layout::ALL, None, Some(heads)).mapping;
        let saved = Recipe::from_toml(&read.recipe().to_toml()).unwrap();
        assert_eq!(saved.heads, Some(heads));
        let again = saved.fit(&sheet).unwrap();
        let held = |mapping: &Mapping| {
            let columns = mapping.columns.iter().filter(|it| it.field.is_some());
            columns.map(|it| (it.heading.clone(), it.field)).collect::<Vec<_>>()
        };
        assert_eq!(held(&again), held(&read), "{heads:?}");
        assert_eq!(again.upper, read.upper);
    }
}

#[test]
fn crosses_become_memberships_and_are_asked_about_first() {
    let folder = folder();
    let home = folder.path();
    let path = dossier(&folder, Template::UnVotes);
    let mut document = open(&path);
    for code in ["Open", "Norms", "South"] {
        let group = Group::new(code, Bilingual::new(code, code), GroupKind::Forum);
        document.apply(&Edit::add(group, "x")).unwrap();
    }
    let table = "Country;Open;Norms;South\nNetherlands;x;x;\nBrazil;;-;1\nIndonesia;no;;✓\n\
                 France;1958;4 Apr 1949;\n";
    let guess = guess(&sheet(table), document.snapshot());
    drop(document);
    assert_eq!((guess.layouts[0], guess.certain), (Layout::Crosses, false));
    assert!(guess.layouts.len() > 1, "there is something to choose");
    write(home, "groups.csv", table);
    let refused = run(home, &["import", "dossier.cbm", "groups.csv"]);
    assert!(refused.code == 1 && refused.err.contains("--as memberships"), "{refused:?}");
    let import = ["import", "dossier.cbm", "groups.csv", "--as", "memberships"];
    let taken = run(home, &import);
    assert!(taken.code == 0 && taken.out.contains("New: 6"), "{taken:?}");
    let document = open(&path);
    let snapshot = document.snapshot();
    let since = |group: &str, party: &str| {
        let party = snapshot.party_by_code(party).unwrap().id;
        let group = snapshot.groups.iter().find(|it| it.code == group).unwrap().id;
        let mut all = snapshot.memberships.iter();
        let found = all.find(|it| it.group == group && it.party == party);
        found.map(|it| it.since.map_or_else(String::new, |it| it.to_string()))
    };
    let none = || Some(String::new());
    assert_eq!([since("Open", "NLD"), since("Norms", "NLD")], [none(), none()]);
    assert_eq!([since("South", "BRA"), since("South", "IDN")], [none(), none()]);
    assert_eq!([since("Norms", "BRA"), since("Open", "IDN")], [None, None]);
    assert_eq!(since("Open", "FRA").as_deref(), Some("1958"));
    assert_eq!(since("Norms", "FRA").as_deref(), Some("1949-04-04"));
    drop(document);
    let again = run(home, &import);
    assert!(again.code == 0 && again.out.contains("New: 0"), "{again:?}");
}

#[test]
fn what_is_wrong_with_a_cross_is_said_by_its_own_cell() {
    let folder = folder();
    let home = folder.path();
    dossier(&folder, Template::UnVotes);
    let import = |table: &str| {
        write(home, "t.csv", table);
        run(home, &["import", "dossier.cbm", "t.csv", "--as", "memberships", "--create"])
    };
    let word = import("Nr;Country;EU;NATO\n7;Netherlands;x;observer\n8;France;x;x\n");
    assert!(
        word.code == 1
            && word.err.contains("NATO (D2)")
            && word.err.contains("“observer” is not one"),
        "{word:?}"
    );
    let nobody = import("Nr;Country;EU;NATO\n7;Netherlands;x;x\n8;Atlantis;x;x\n");
    assert!(nobody.code == 1 && nobody.err.contains("column Country (B3)"), "{nobody:?}");
    let group = import("Nr;Country;EU;Quux\n7;Netherlands;x;x\n8;France;x;\n");
    assert!(group.code == 1 && group.err.contains("column D1"), "{group:?}");
}

#[test]
fn crosses_beside_a_number_and_a_country_are_no_votes_in_roll_calls() {
    let snapshot = votes();
    for (cross, none) in [("x", ""), ("1", "0"), ("x", "-")] {
        let table = format!(
            "Nr;Country;EU;NATO\n1;Netherlands;{cross};{cross}\n2;Turkey;{none};{cross}\n3;Austria;{cross};{none}\n"
        );
        let guess = guess(&sheet(&table), &snapshot);
        assert_eq!(guess.mapping.layout, Layout::Crosses, "{cross}: {guess:?}");
        assert!(!guess.certain, "asked about");
    }
}

#[test]
fn a_layout_that_is_chosen_keeps_the_columns_that_are_recognised() {
    let table = sheet("Land;Massnahme;Haltung;Datum\nNetherlands;Hotline;ja;2025-03-01\n");
    let columns = guess_among(&table, &votes(), &[Layout::Positions], None).mapping.columns;
    let found = [0, 3].map(|at| columns[at].field.unwrap());
    assert_eq!(found, [Field::Party, Field::Date]);
}

#[test]
fn what_is_headed_as_votes_is_asked_about_where_it_is_more_likely_positions() {
    let snapshot = votes();
    for (rows, column) in [
        // Nobody votes that way.
        ("Datum\nNederland;P1;voor;2018-12-05\nCuba;P1;++;2018-12-05\n", Field::Date),
        // A text is voted on once.
        ("Datum\nNederland;P1;voor;2018-12-05\nCuba;P1;tegen;2018-12-06\n", Field::Date),
        // Remarks go with a stance.
        ("Opmerking\nNederland;P1;voor;per brief\nCuba;P1;tegen;\n", Field::Note),
    ] {
        let guess = guess(&sheet(&format!("Land;Voorstel;Stem;{rows}")), &snapshot);
        let likely = [Layout::Positions, Layout::LongRolls];
        assert_eq!((&guess.layouts[..], guess.certain), (&likely[..], false), "{rows}");
        let held: Vec<_> = guess.mapping.columns.iter().filter_map(|it| it.field).collect();
        assert_eq!(held, [Field::Party, Field::Proposal, Field::Stance, column], "{rows}");
    }
}

#[test]
fn a_group_that_nobody_knows_is_made_if_it_is_asked_for_and_the_hint_says_how() {
    let folder = folder();
    let home = folder.path();
    dossier(&folder, Template::UnVotes);
    write(home, "t.csv", "Group,Member,From\nNATO,Turkey,1952\nBenelux,Belgium,1958\n");
    let import = ["import", "dossier.cbm", "t.csv", "--create"];
    let refused = run(home, &[&import[..], &["--kind", "company"]].concat());
    assert!(refused.code == 1 && refused.err.contains("--create --kind group"), "{refused:?}");
    assert!(!refused.err.contains("--kind company"), "that makes no group: {refused:?}");
    let made = run(home, &[&import[..], &["--kind", "group"]].concat());
    assert!(made.code == 0 && made.out.contains("New: 1. Changed: 0. The same: 1"), "{made:?}");
    let document = Document::open_read_only(&home.join("dossier.cbm")).unwrap();
    let groups = || document.snapshot().groups.iter();
    let group = groups().find(|it| it.name.en == "Benelux").expect("made");
    assert!(document.snapshot().memberships.iter().any(|it| it.group == group.id));
}

#[test]
fn a_table_of_remedies_is_never_taken_for_proposals() {
    let table = "Proposal;Obstacle;Title;Text;Kind;Status\n\
                 A/RES/73/27;No agreed terminology;A glossary;Words;Transparency;Dropped\n";
    let guess = guess(&sheet(table), &votes());
    assert!(guess.certain && guess.layouts == [Layout::Remedies], "{guess:?}");
}
