//! Guesses at tables by strangers: in other words, other orders and with the things people put
//! around them. If two layouts fit, the user is asked.

use cbm_workbench::exchange::intake::{
    Answers, Fate, Field, Layout, NameAnswer, Options, Plan, Question, guess, guess_among, plan,
};
use cbm_workbench::exchange::{Sheet, read_sheet};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Dossier, Language, Record, Snapshot, Table};
use cbm_workbench::text::Text;

use crate::common::{folder, run, write};

pub(crate) fn sheet(table: &str) -> Sheet {
    read_sheet(table.as_bytes()).unwrap()
}

pub(crate) fn empty() -> Snapshot {
    Snapshot::new(Dossier::new("Empty"))
}

fn measures() -> Snapshot {
    let mut records = Template::UnGlobalCbms.records("T", Language::English).into_iter();
    let Some(Record::Dossier(dossier)) = records.next() else { panic!("no dossier") };
    let mut snapshot = Snapshot::new(dossier);
    records.for_each(|record| snapshot.put_new(record));
    snapshot
}

/// The layout, whether it is certain, the line of the header, and what the columns hold.
fn read(snapshot: &Snapshot, table: &str) -> (Layout, bool, u64, Vec<Option<Field>>) {
    let guess = guess(&sheet(table), snapshot);
    let held = guess.mapping.columns.iter().map(|column| column.field).collect();
    (guess.mapping.layout, guess.certain, guess.mapping.header, held)
}

/// The plan for a table as it is most likely read.
pub(crate) fn planned(snapshot: &Snapshot, table: &str, answers: &Answers, create: bool) -> Plan {
    let sheet = sheet(table);
    let mapping = guess(&sheet, snapshot).mapping;
    plan(snapshot, &sheet, &mapping, answers, &options(create), &mut |_| true).unwrap()
}

pub(crate) fn options(create: bool) -> Options {
    Options {
        text: Text::new(Language::English),
        today: "2026-11-26".parse().unwrap(),
        undated_on: "2026-11-26".parse().unwrap(),
        author: "A. Desk".to_owned(),
        create,
        kind: None,
        groups: false,
        titles: None,
    }
}

const PARTY: Option<Field> = Some(Field::Party);
const PROPOSAL: Option<Field> = Some(Field::Proposal);
const STANCE: Option<Field> = Some(Field::Stance);
const DATE: Option<Field> = Some(Field::Date);
const CELLS: Option<Field> = Some(Field::Cells);

/// A table, and how it is read: its layout, whether that is certain, the line of the header, and
/// what the columns hold.
type Guessed<'a> = (&'a str, Layout, bool, u64, &'a [Option<Field>]);

#[test]
fn tables_in_other_words_and_other_orders_are_made_out_or_asked_about() {
    let tables: [Guessed<'_>; 34] = [
        // One position per row, in everyday words.
        (
            "who;what;how\nNetherlands;Hotline;+\nFrance;Norms;--\n",
            Layout::Positions,
            true,
            1,
            &[PARTY, PROPOSAL, STANCE],
        ),
        (
            "wie;wat;hoe\nNederland;Meldpunt;+\nFrankrijk;Normen;--\n",
            Layout::Positions,
            true,
            1,
            &[PARTY, PROPOSAL, STANCE],
        ),
        // In words that may also head a matrix.
        (
            "Wer;Thema;Haltung\nNetherlands;Hotline;+\nFrance;Norms;--\n",
            Layout::Positions,
            false,
            1,
            &[PARTY, PROPOSAL, STANCE],
        ),
        (
            "Haltung;Wer;Thema\n+;Nederland;Hotline\n--;Frankrijk;Normen\n",
            Layout::Positions,
            false,
            1,
            &[STANCE, PARTY, PROPOSAL],
        ),
        (
            "Pays;Sujet;Avis\nFrance;Ligne directe;pour\nChine;Ligne directe;contre\n",
            Layout::Positions,
            false,
            1,
            &[PARTY, PROPOSAL, STANCE],
        ),
        (
            "who;what;how;weight\nNetherlands;Hotline;+;3\nFrance;Norms;--;1\n",
            Layout::Positions,
            true,
            1,
            &[PARTY, PROPOSAL, STANCE, None],
        ),
        (
            "Land;Onderwerp;Score\nNederland;Meldpunt;5\nNederland;Normen;2\n",
            Layout::Positions,
            false,
            1,
            &[PARTY, PROPOSAL, STANCE],
        ),
        (
            "Übersicht;;\nStand Mai;;\n;;\nWer;Thema;Haltung\nFrance;Hotline;+\nCuba;Norms;-\n",
            Layout::Positions,
            false,
            4,
            &[PARTY, PROPOSAL, STANCE],
        ),
        // The same in known words.
        (
            "Delegation,Topic,View,When,Heard from\nNetherlands,UN CBM 1,+,2025-03-01,Desk\n",
            Layout::Positions,
            true,
            1,
            &[PARTY, PROPOSAL, STANCE, DATE, None],
        ),
        // It may be votes or positions.
        (
            "State;Resolution;Answer\nFrance;A/RES/73/27;no\nCuba;A/RES/73/27;yes\n",
            Layout::Positions,
            false,
            1,
            &[PARTY, PROPOSAL, STANCE],
        ),
        (
            "Resolutie;Lidstaat;Stem;Datum\nA/RES/73/27;Frankrijk;tegen;2018-12-05\n",
            Layout::LongRolls,
            true,
            1,
            &[PROPOSAL, PARTY, STANCE, DATE],
        ),
        // A matrix, with the things people put around it.
        (
            "Code;Land;Meldpunt;Normen;Regio\nNLD;Nederland;++;+;Europa\nFRA;Frankrijk;-;0;Europa\n",
            Layout::Matrix,
            true,
            1,
            &[None, PARTY, CELLS, CELLS, None],
        ),
        (
            "Land;Meldpunt;Normen;Totaal\nNederland;++;0;2\nFrankrijk;-;0;1\nTotaal;2;2;4\n",
            Layout::Matrix,
            true,
            1,
            &[PARTY, CELLS, CELLS, None],
        ),
        (
            "Country,EU member,Hotline,Norms\nFrance,yes,++,0\nNorway,no,+,0\n",
            Layout::Matrix,
            false,
            1,
            &[PARTY, None, CELLS, CELLS],
        ),
        (
            ";CBMs;;Norms;\nCountry;Hotline;Contacts;Due diligence;Supply chain\nFrance;+;+;0;-\n",
            Layout::Matrix,
            // A line above the heads may be part of them, and is asked about.
            false,
            2,
            &[PARTY, CELLS, CELLS, CELLS, CELLS],
        ),
        (
            ";Land;Meldpunt;Normen\n;Nederland;+;0\n;Frankrijk;-;0\n",
            Layout::Matrix,
            true,
            1,
            &[None, PARTY, CELLS, CELLS],
        ),
        (
            ";Meldpunt;Normen\nNederland;+;0\nFrankrijk;-;0\n",
            Layout::Matrix,
            true,
            1,
            &[PARTY, CELLS, CELLS],
        ),
        (
            "Land;Meldpunt;Normen\nNederland;4,5;3,0\nFrankrijk;1,5;2,0\n",
            Layout::Matrix,
            false,
            1,
            &[PARTY, CELLS, CELLS],
        ),
        (
            "État;Ligne directe;Normes\nFrance;++;+\nMaroc;0;-\n",
            Layout::Matrix,
            true,
            1,
            &[PARTY, CELLS, CELLS],
        ),
        (
            "Land;Meldpunt;Normen;Bijzonderheden\nNederland;++;+;zie nota\nFrankrijk;0;-;nog te horen\n",
            Layout::Matrix,
            true,
            1,
            &[PARTY, CELLS, CELLS, None],
        ),
        // A heading that is also that of a list of contacts, over stances and over ticks.
        (
            "Country;PoC;Hotline\nFrance;+;++\nNorway;-;0\n",
            Layout::Matrix,
            true,
            1,
            &[PARTY, CELLS, CELLS],
        ),
        (
            "Country;Hotline;PoC\nFrance;✓;✓\nNorway;;✓\nCuba;✓;\n",
            Layout::Matrix,
            false,
            1,
            &[PARTY, CELLS, CELLS],
        ),
        // The colours of a traffic light, and words after a stance.
        (
            "Land;Meldpunt;Normen\nNederland;groen;oranje\nFrankrijk;groen;rood\nCuba;rood;rood\n",
            Layout::Matrix,
            false,
            1,
            &[PARTY, CELLS, CELLS],
        ),
        (
            "Country;Hotline;Norms\nFrance;+ (strong support);0 - no instructions\nCuba;-;+\n",
            Layout::Matrix,
            true,
            1,
            &[PARTY, CELLS, CELLS],
        ),
        // A second table below the first: its header is not one for both.
        (
            "Country;Hotline;PoC\nFrance;+;+\nCuba;-;0\nCountry;Norms;Tests\nFrance;0;0\n",
            Layout::Matrix,
            false,
            1,
            &[PARTY, CELLS, CELLS],
        ),
        // One heading over numbers and names.
        (
            "Measure;;France;Cuba\n1;Hotline;+;-\n2;Contacts;0;+\n",
            Layout::Turned,
            false,
            1,
            &[None, PROPOSAL, CELLS, CELLS],
        ),
        // People with first and last names, and tables without any names.
        (
            "Land;Voornaam;Tussenvoegsel;Achternaam;E-mail\nBelgië;Jan;de;Wit;jan@example.be\n",
            Layout::Contacts,
            true,
            1,
            &[
                PARTY,
                Some(Field::FirstName),
                Some(Field::Infix),
                Some(Field::Person),
                Some(Field::Email),
            ],
        ),
        (
            "Organisation,Member state,Accession date\nNATO,Netherlands,1949-04-04\n",
            Layout::Memberships,
            true,
            1,
            &[Some(Field::Group), PARTY, Some(Field::Since)],
        ),
        // The other way round.
        (
            "Measure,Netherlands,France,Total\nHotline,+,-,0\nNorms,++,0,1\n",
            Layout::Turned,
            true,
            1,
            &[PROPOSAL, CELLS, CELLS, None],
        ),
        (
            ";;Nederland;Frankrijk\n;Meldpunt;+;-\n;Normen;++;0\n",
            Layout::Turned,
            true,
            1,
            &[None, PROPOSAL, CELLS, CELLS],
        ),
        (
            "Resolution,Date,Yes,No,Netherlands,France\nA/RES/73/27,2018-12-05,119,46,N,N\n\
             Total,,119,46,0,0\n",
            Layout::WideRolls,
            true,
            1,
            &[PROPOSAL, DATE, None, None, CELLS, CELLS],
        ),
        // Crosses of membership are not stances of countries on the EU; they are asked about.
        (
            "Country;EU;NATO\nFrance;x;x\nNorway;;x\n",
            Layout::Crosses,
            false,
            1,
            &[PARTY, CELLS, CELLS],
        ),
        (
            "Country;Capital\nFrance;Paris\nNorway;Oslo\n",
            Layout::Parties,
            false,
            1,
            &[Some(Field::Name), None],
        ),
        (
            "Land;Standpunt\nFrankrijk;+\nNoorwegen;-\n",
            Layout::Parties,
            false,
            1,
            &[Some(Field::Name), None],
        ),
    ];
    for (table, layout, certain, header, held) in tables {
        for snapshot in [measures(), empty()] {
            let read = read(&snapshot, table);
            let in_short = (read.0, read.1, read.2, read.3.as_slice());
            assert_eq!(in_short, (layout, certain, header, held), "{table}");
        }
    }
}

#[test]
fn a_proposal_that_the_dossier_knows_makes_a_matrix_certain_and_one_in_a_row_makes_positions_likely()
 {
    let snapshot = measures();
    let title = snapshot.proposals.iter().next().unwrap().title.en.clone();
    let matrix = format!("Wer;Notiz;{title}\nFrance;nichts;+\nCuba;wenig;-\n");
    let (layout, certain, ..) = read(&snapshot, &matrix);
    assert_eq!((layout, certain), (Layout::Matrix, true));
    let rows = format!("Wer;Thema;Haltung;Vorher\nFrance;{title};+;+\nCuba;{title};-;0\n");
    let (layout, certain, ..) = read(&snapshot, &rows);
    assert_eq!((layout, certain), (Layout::Positions, false));
}

#[test]
fn where_two_layouts_fit_the_command_line_names_both_and_takes_the_one_it_is_told() {
    let home = folder();
    let home = home.path();
    assert_eq!(run(home, &["new", "x.cbm", "--template", "un-global-cbms"]).code, 0);
    write(home, "t.csv", "who;what;Haltung\nNetherlands;UN CBM 1;+\nFrance;UN CBM 2;--\n");
    let asked = run(home, &["import", "x.cbm", "t.csv"]);
    assert_eq!(asked.code, 1, "{asked:?}");
    for word in ["--as positions", "--as matrix"] {
        assert!(asked.err.contains(word), "{word}: {asked:?}");
    }
    assert_eq!(asked.err.matches("(--as").count(), 2, "what hardly fits is not named: {asked:?}");
    let done = run(home, &["import", "x.cbm", "t.csv", "--as", "positions"]);
    assert!(done.code == 0 && done.out.contains("New: 2"), "{done:?}");
}

#[test]
fn a_row_that_counts_the_others_is_asked_about_and_its_numbers_are_no_scale() {
    let across = "Land;Meldpunt;Normen\nNederland;++;0\nFrankrijk;-;0\nTotaal;2;2\n";
    let turned = "Maatregel;Nederland;Frankrijk\nMeldpunt;++;-\nTotaal;1;1\n";
    for table in [across, turned] {
        let plan = planned(&empty(), table, &Answers::default(), true);
        let [Question::Name(question)] = plan.questions.as_slice() else {
            panic!("{:?}", plan.questions)
        };
        let likely: Vec<_> = question.options.iter().map(|it| it.answer).collect();
        assert_eq!((question.written.as_str(), likely), ("Totaal", vec![NameAnswer::LeaveOut]));
        let mut answers = Answers::default();
        answers.name("Totaal", NameAnswer::LeaveOut);
        let plan = planned(&empty(), table, &answers, true);
        assert!(plan.is_whole(), "{:?} {:?}", plan.questions, plan.problems);
        assert_eq!(plan.tally.of(Fate::LeftOut), 2);
        assert!(plan.made.iter().all(|(_, name)| name != "Totaal"), "{:?}", plan.made);
    }
}

#[test]
fn a_group_that_the_library_knows_is_made_as_a_party_is_and_otherwise_asked_about() {
    let table = "party;proposal;stance\nASEAN;Hotline;+\nIndonesia;Hotline;0\n";
    let asked = planned(&empty(), table, &Answers::default(), false);
    assert_eq!(asked.questions.len(), 2, "{:?}", asked.questions);
    let plan = planned(&empty(), table, &Answers::default(), true);
    assert!(plan.is_whole(), "{:?} {:?}", plan.questions, plan.problems);
    assert_eq!((plan.count(Table::Groups), plan.count(Table::Memberships)), (1, 1));
    assert_eq!((plan.count(Table::Parties), plan.tally.of(Fate::New)), (1, 2));

    let home = folder();
    let home = home.path();
    assert_eq!(run(home, &["new", "x.cbm", "--template", "empty"]).code, 0);
    write(home, "t.csv", table);
    let refused = run(home, &["import", "x.cbm", "t.csv"]);
    assert!(refused.code == 1 && refused.err.contains("groups"), "{refused:?}");
    let done = run(home, &["import", "x.cbm", "t.csv", "--create"]);
    assert!(done.code == 0 && done.err.contains("A new group"), "{done:?}");
    let again = run(home, &["import", "x.cbm", "t.csv", "--create"]);
    assert!(again.out.contains("New: 0"), "importing twice adds nothing: {again:?}");
}

#[test]
fn stances_on_nothing_are_refused_with_what_to_write_above_them() {
    let home = folder();
    let home = home.path();
    assert_eq!(run(home, &["new", "x.cbm", "--template", "un-votes"]).code, 0);
    let votes = "Besluit van 5 december;\nLidstaat;Stem\nNederland;Tegen\nRusland;Voor\n";
    let said = refused(home, votes, &["--create"]);
    assert!(
        said.contains("Column Stem (B) holds stances or votes, but nothing says on what"),
        "{said}"
    );
    write(home, "t.csv", "party;proposal;stance\n");
    let empty = run(home, &["import", "x.cbm", "t.csv", "--dry-run"]);
    assert!(
        empty.code == 0 && empty.err.contains("There is nothing below the header"),
        "{empty:?}"
    );
    write(home, "t.csv", &votes.replace("Stem", "A/RES/73/27"));
    let done = run(home, &["import", "x.cbm", "t.csv", "--dry-run"]);
    assert_eq!(done.code, 0, "{done:?}");
}

#[test]
fn the_likely_layout_can_be_replaced_by_the_other_that_fits() {
    let table = sheet("Wer;Thema;Haltung\nNetherlands;Hotline;+\nFrance;Norms;--\n");
    let found = guess(&table, &empty());
    assert_eq!(found.layouts, [Layout::Positions, Layout::Matrix]);
    let other = guess_among(&table, &empty(), &[Layout::Matrix], None);
    let held: Vec<_> = other.mapping.columns.iter().map(|it| it.field).collect();
    assert_eq!(held, [PARTY, None, CELLS]);
}

/// The output of the command line about a table, in a language.
fn refused(home: &std::path::Path, table: &str, arguments: &[&str]) -> String {
    write(home, "t.csv", table);
    let refused = run(home, &[&["import", "x.cbm", "t.csv", "--dry-run"], arguments].concat());
    assert_eq!(refused.code, 1, "{refused:?}");
    refused.err
}

#[test]
fn a_fault_names_the_heading_of_the_table_and_the_cell_in_both_languages() {
    let home = folder();
    let home = home.path();
    assert_eq!(run(home, &["new", "x.cbm", "--template", "un-global-cbms"]).code, 0);
    let positions = "Extra;Delegation;Topic;View;When\n\
                     1;France;UN CBM 1;+;soon\n2;Canada;UN CBM 1;perhaps;2025-03-01\n\
                     3;Chad;UN CBM 2;perhaps;2025-03-01\n4;;UN CBM 2;+;2025-03-01\n";
    let said = refused(home, positions, &[]);
    for words in [
        "Line 2, column When (E2): “soon” is not a day.",
        "Lines 3, 4, column View (D): “perhaps” is not a stance.",
        "Line 5, column Delegation (B5): this must not be empty.",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let said = refused(home, positions, &["--lang", "nl"]);
    assert!(said.contains("Regel 2, kolom When (E2): "), "{said}");
    assert!(said.contains("Regels 3, 4, kolom View (D): "), "{said}");
    // In a matrix the heading itself may be at fault, which is reported once.
    let matrix = "Land;UN CBM 1;Kanaal\nFrankrijk;mss;+\nCanada;+;+\n";
    let said = refused(home, matrix, &["--as", "matrix"]);
    assert!(said.contains("Line 2, column UN CBM 1 (B2): “mss” is not a stance."), "{said}");
    assert!(said.contains("Line 1, column Kanaal (C1): the dossier has no proposal"), "{said}");
    let days = "Delegation;Topic;View;When\nFrance;UN CBM 1;+;3/4/2025\n";
    let said = refused(home, days, &[]);
    assert!(said.contains("Column When (D): “3/4/2025” in line 2"), "{said}");
    let long = "Resolutie;Lidstaat;Stem;Datum\nA/RES/73/27;Frankrijk;misschien;2018-12-05\n";
    let said = refused(home, long, &["--create"]);
    assert!(said.contains("Line 2, column Stem (C2): "), "{said}");
    let wide = "unres;date;NLD;FRA\nA/RES/73/27;2018-12-05;perhaps;Y\n\
                A/RES/73/266;2018-12-22;Y;N\n";
    let said = refused(home, wide, &["--create", "--as", "rollcalls"]);
    assert!(said.contains("Line 2, column NLD (C2): "), "{said}");
    let records = "Naam;Soort\nAcme;raadsel\n";
    let said = refused(home, records, &["--as", "parties"]);
    assert!(
        said.contains("Line 2, column Soort (B2): “raadsel” is not one of the words"),
        "{said}"
    );
    let words = ["--as", "parties", "--format", "json"];
    write(home, "t.csv", records);
    let json = run(home, &[&["import", "x.cbm", "t.csv"], &words[..]].concat()).json();
    assert_eq!(json["problems"][0]["headings"][0], "Soort");
    assert_eq!(json["problems"][0]["column"], "kind", "keys stay");
}
