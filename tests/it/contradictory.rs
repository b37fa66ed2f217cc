//! Two rows of a table that contradict each other: their common subject is named as suits that kind
//! of table.

use cbm_workbench::model::{Keyed, PartyKind};

use crate::common::{folder, run, write};

#[test]
fn a_contradiction_names_the_column_and_what_both_rows_are_about_in_both_languages() {
    let home = folder();
    let home = home.path();
    assert_eq!(run(home, &["new", "x.cbm", "--template", "un-global-cbms"]).code, 0);
    let company = PartyKind::Company.key();
    for (table, kind, english, dutch) in [
        (
            "party;proposal;stance;date\nNLD;UN CBM 1;+;2025-03-01\nNLD;UN CBM 1;-;2025-03-01\n",
            "positions",
            "column stance (C3): this differs from line 2, which is about the same party, proposal \
             and day.",
            "die gaat over dezelfde partij, hetzelfde voorstel en dezelfde dag.",
        ),
        (
            "party;proposal;stance\nNLD;UN CBM 1;+\nNLD;UN CBM 1;-\n",
            "positions",
            "column stance (C3): this differs from line 2, which is about the same party and \
             proposal.",
            "die gaat over dezelfde partij en hetzelfde voorstel.",
        ),
        (
            "Land;UN CBM 1;UN CBM 2\nNederland;+;0\nHolland;-;0\n",
            "matrix",
            "column UN CBM 1 (B3): this differs from line 2, which is about the same party and",
            "die gaat over dezelfde partij en hetzelfde voorstel.",
        ),
        (
            "Country;Resolution;Vote;Date\nFrance;73/27;Y;2018-12-05\nFRA;73/27;N;2018-12-05\n",
            "rollcalls",
            "column Vote (C3): this differs from line 2, which is about the same party in the same \
             recorded vote.",
            "die gaat over dezelfde partij in dezelfde geregistreerde stemming.",
        ),
        (
            "Country;Resolution;Vote;Date\nFrance;73/27;N;2018-12-05\nCuba;73/27;Y;2018-12-06\n",
            "rollcalls",
            "column Date (D3): this differs from line 2, which is about the same recorded vote.",
            "die gaat over dezelfde geregistreerde stemming.",
        ),
        (
            "Name;Kind;Region\nAcme;company;Europe\nAcme;company;Asia\n",
            "parties",
            "column Region (C3): this differs from line 2, which is about the same party.",
            "die gaat over dezelfde partij.",
        ),
        (
            "Code;Title;Summary\nP-1;Hotline;Call\nP-1;Hotline;Write\n",
            "proposals",
            "column Summary (C3): this differs from line 2, which is about the same proposal.",
            "die gaat over hetzelfde voorstel.",
        ),
        (
            "Country;Group;Since;Until\nFrance;EU;1958;2020\nFrance;EU;1958;2021\n",
            "memberships",
            "column Until (D3): this differs from line 2, which is about the same party in the same \
             group.",
            "die gaat over dezelfde partij in dezelfde groep.",
        ),
        (
            "Symbol;Title;Issuer\nA/1;Note;France\nA/1;Note;Cuba\n",
            "sources",
            "column Issuer (C3): this differs from line 2, which is about the same source.",
            "die gaat over dezelfde bron.",
        ),
        (
            "Country;Name;Role;E-mail\nFrance;J. Dupont;Director;\nFrance;J. Dupont;Adviser;a@b.fr\n",
            "contacts",
            "column Role (C3): this differs from line 2, which is about the same person at the same \
             party.",
            "die gaat over dezelfde persoon bij dezelfde partij.",
        ),
    ] {
        write(home, "t.csv", table);
        let said = |language| {
            let kinds = ["--create", "--kind", company, "--lang", language];
            let ran = run(
                home,
                &[&["import", "x.cbm", "t.csv", "--dry-run", "--as", kind], &kinds[..]].concat(),
            );
            assert_eq!(ran.code, 1, "{table}: {ran:?}");
            ran.err
        };
        let (en, nl) = (said("en"), said("nl"));
        assert!(en.contains(english), "{english}: {en}");
        assert!(nl.contains(dutch), "{dutch}: {nl}");
        assert!(!en.contains("proposal and day") || english.contains("and day"), "{en}");
    }
}

#[test]
fn what_a_later_row_adds_to_an_earlier_one_contradicts_nothing() {
    let home = folder();
    let home = home.path();
    assert_eq!(run(home, &["new", "x.cbm", "--template", "un-global-cbms"]).code, 0);
    for table in [
        "Country;Name;Role;E-mail\nFrance;J. Dupont;Director;\nFrance;J. Dupont;;a@b.fr\n",
        "Symbol;Title;Issuer\nA/1;Note;\nA/1;Note;Cuba\n",
    ] {
        write(home, "t.csv", table);
        let done = run(home, &["import", "x.cbm", "t.csv"]);
        assert!(done.code == 0 && done.out.contains("New: 1"), "{table}: {done:?}");
        let again = run(home, &["import", "x.cbm", "t.csv"]);
        assert!(again.out.contains("New: 0. Changed: 0"), "{table}: {again:?}");
    }
}
