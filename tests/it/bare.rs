//! Tables without a header row: they are recognised and reported, nothing is guessed silently, and
//! the same rows with a header give the same dossier.

use std::path::Path;

use cbm_workbench::exchange::intake::{Layout, guess, guess_among};
use cbm_workbench::exchange::{NO_HEADER, read_sheet};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Dossier, Language, Record, Snapshot};

use crate::common::{Ran, folder, run, write};

fn measures() -> Snapshot {
    let mut records = Template::UnGlobalCbms.records("T", Language::English).into_iter();
    let Some(Record::Dossier(dossier)) = records.next() else { panic!("no dossier") };
    let mut snapshot = Snapshot::new(dossier);
    records.for_each(|record| snapshot.put_new(record));
    snapshot
}

#[test]
fn a_first_row_that_is_data_already_is_no_header() {
    let empty = Snapshot::new(Dossier::new("Empty"));
    for (table, bare) in [
        ("Netherlands;A/RES/73/27;accept\nFrance;A/RES/73/27;object\n", true),
        ("NLD;0;4;?\nFRA;4;0;1\n", true),
        ("NLD;Y\nFRA;N\nRUS;A\n", true),
        ("Nederland;steunt\nFrankrijk;maakt bezwaar\n", true),
        ("NLD;UN CBM 1;+;2025-03-04\nFRA;UN CBM 2;-;2025-03-05\n", true),
        ("73/27;NLD;Y\n73/27;FRA;N\n", true),
        ("Acme;Hotline;+\nMegacorp;Hotline;-\n", true),
        ("Netherlands;A/RES/73/27;accept\n", true),
        ("Netherlands\nBelgium\nFrance\n", true),
        // With a header, however short or odd.
        ("party;proposal;stance\nNLD;UN CBM 1;+\n", false),
        ("Land;2021;2022\nNLD;1;2\nFRA;2;1\n", false),
        (";UN CBM 1;UN CBM 2\nNLD;+;-\nFRA;-;+\n", false),
        (";1;2;3\nNLD;4;5;2\nFRA;1;2;3\n", false),
        ("resolution;NLD;FRA\n73/27;Y;N\n", false),
        ("rcid;NLD;FRA\n1;1;3\n2;2;1\n", false),
        ("Netherlands;;\nLand;Hotline;Norms\nNLD;+;-\nFRA;-;+\n", false),
        ("Country;Yes;No\nNLD;3;4\nFRA;2;1\n", false),
        ("wie;wat;hoe\nNederland;Meldpunt;+\n", false),
        ("party;proposal;stance\n", false),
    ] {
        let sheet = read_sheet(table.as_bytes()).unwrap();
        for snapshot in [&empty, &measures()] {
            let found = guess(&sheet, snapshot);
            assert_eq!(found.mapping.header == NO_HEADER, bare, "{table}: {found:?}");
            assert!(!(bare && found.certain), "{table}: nothing is guessed in silence");
        }
    }
}

/// A dossier into which a table was imported with these arguments, and the output.
fn taken(home: &Path, name: &str, table: &str, arguments: &[&str]) -> (Ran, String) {
    let dossier = format!("{name}.cbm");
    assert_eq!(run(home, &["new", &dossier, "--template", "un-global-cbms"]).code, 0);
    let file = format!("{name}.csv");
    write(home, &file, table);
    let ran = run(home, &[&["import", &dossier, &file], arguments].concat());
    let shown = run(home, &["show", &dossier, "positions", "--format", "csv"]);
    assert_eq!(shown.code, 0, "{shown:?}");
    (ran, shown.out)
}

#[test]
fn the_same_rows_with_and_without_a_header_give_the_same_dossier() {
    for (place, (header, rows, with, without)) in [
        (
            "party;proposal;stance;date\n",
            "NLD;UN CBM 1;+;2025-03-04\nFRA;UN CBM 2;-;2025-03-05\n",
            &[][..],
            &["--as", "positions", "--no-header"][..],
        ),
        (
            "party;proposal;stance\n",
            "NLD;UN CBM 1;Y\nFRA;UN CBM 2;N\n",
            &["--as", "positions"],
            &["--no-header=party;proposal;stance"],
        ),
        (
            "party;UN CBM 1;UN CBM 2;UN CBM 3\n",
            "NLD;0;--;?\nFRA;--;0;+\n",
            &[],
            &["--no-header=party;UN CBM 1;UN CBM 2;UN CBM 3"],
        ),
        (
            "country;vote;resolution\n",
            "NLD;Y;73/27\nRUS;N;73/27\n",
            &["--create"],
            &["--no-header=country;vote;resolution", "--create"],
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let home = folder();
        let table = format!("{header}{rows}");
        let (one, headed) = taken(home.path(), "headed", &table, with);
        assert_eq!(one.code, 0, "{place}: {one:?}");
        let (two, bare) = taken(home.path(), "bare", rows, without);
        assert_eq!(two.code, 0, "{place}: {two:?}");
        assert!(two.err.contains("without a header row"), "it is said: {two:?}");
        assert!(headed.lines().count() > 1, "{headed}");
        assert_eq!(headed, bare, "{place}");
    }
}

#[test]
fn a_table_without_a_header_is_refused_with_what_to_write_until_its_columns_are_certain() {
    let home = folder();
    let home = home.path();
    let (refused, shown) = taken(home, "one", "NLD;UN CBM 1;+\nFRA;UN CBM 2;-\n", &[]);
    assert_eq!((refused.code, shown.lines().count()), (1, 1), "{refused:?}");
    for part in ["no header row", "NLD; UN CBM 1; +", "--no-header=\"party;proposal;stance\""] {
        assert!(refused.err.contains(part), "{part}: {refused:?}");
    }
    // Either of two columns may be the stance, and nothing says which proposal a vote is on.
    for (table, arguments, parts) in [
        ("NLD;UN CBM 1;+;Y\nFRA;UN CBM 2;-;N\n", &["--no-header"][..], &["Stance"][..]),
        ("NLD;Y\nFRA;N\n", &["--no-header"], &["not certain", "--no-header=\"party;UN CBM 1\""]),
        ("NLD;By note;+\nFRA;Told us;-\n", &["--no-header", "--as", "positions"], &["Proposal"]),
    ] {
        let (refused, shown) = taken(home, &format!("t{}", table.len()), table, arguments);
        assert_eq!((refused.code, shown.lines().count()), (1, 1), "{table}: {refused:?}");
        parts.iter().for_each(|part| assert!(refused.err.contains(part), "{part}: {refused:?}"));
    }
    let dutch = run(home, &["import", "one.cbm", "one.csv", "--lang", "nl"]);
    assert!(dutch.err.contains("geen kopregel"), "{dutch:?}");
    // A heading that names nothing is reported as one that was given.
    let (wrong, _) =
        taken(home, "wrong", "NLD;Y\n", &["--no-header=party;UN CBM 99", "--as", "matrix"]);
    assert!(wrong.code == 1 && wrong.err.contains("headings you gave"), "{wrong:?}");
}

#[test]
fn a_dossier_is_made_of_a_table_without_a_header() {
    let home = folder();
    let home = home.path();
    write(home, "votes.csv", "Netherlands,accept\nFrance,object\n");
    let made = run(home, &["new", "x.cbm", "--from", "votes.csv", "--no-header=party,A/RES/73/27"]);
    assert_eq!(made.code, 0, "{made:?}");
    let shown = run(home, &["show", "x.cbm", "positions", "--format", "csv"]);
    assert!(shown.out.contains("A/RES/73/27") && shown.out.lines().count() == 3, "{shown:?}");
}

#[test]
fn a_saved_mapping_can_say_that_there_is_no_header() {
    let home = folder();
    let home = home.path();
    let toml = "layout = \"positions\"\nheader = \"none\"\n\n[columns]\n\"A\" = \"party\"\n\
                \"B\" = \"stance\"\n\"C\" = \"proposal\"\n";
    write(home, "m.toml", toml);
    let table = "NLD;+;UN CBM 1;x\nFRA;-;UN CBM 2;y\n";
    let (done, shown) = taken(home, "x", table, &["--mapping", "m.toml"]);
    assert_eq!((done.code, shown.lines().count()), (0, 3), "{done:?}");
    assert!(done.err.contains("A → ") && done.err.contains("Not read: D"), "{done:?}");
    let sheet = read_sheet(table.as_bytes()).unwrap();
    let mut mapping = guess_among(&sheet, &measures(), &[Layout::Positions], Some(0)).mapping;
    mapping.columns[3].field = None;
    assert_eq!(mapping.recipe().to_toml(), toml, "it is saved as it is read");
    // Letters of columns that the table does not have are refused.
    let (refused, _) = taken(home, "y", "NLD;+\nFRA;-\n", &["--mapping", "m.toml"]);
    assert!(refused.code == 1 && refused.err.contains("“C”"), "{refused:?}");
    // The mapping does not contain the proposals that the stances are on, so they have to be given.
    write(
        home,
        "m.toml",
        "layout = \"matrix\"\nheader = \"none\"\n[columns]\nA = \"party\"\n\"*\" = \"cells\"\n",
    );
    let (refused, _) = taken(home, "z", "NLD;+\nFRA;-\n", &["--mapping", "m.toml"]);
    assert!(refused.code == 1 && refused.err.contains("--no-header"), "{refused:?}");
    let arguments = ["--mapping", "m.toml", "--no-header=;UN CBM 1"];
    let (done, shown) = taken(home, "w", "NLD;+\nFRA;-\n", &arguments);
    assert_eq!((done.code, shown.lines().count()), (0, 3), "{done:?}");
}
