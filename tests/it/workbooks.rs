//! Tables in workbooks and in text, both sound and malicious ones: what is in each, or why it is
//! refused.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use cbm_workbench::exchange::{
    CellAt, FileKind, Remark, RemarkKind, SheetError, Workbook, read_sheet, read_workbook,
};
use cbm_workbench::library::templates::Template;

use crate::common::{dossier, folder, run, write};

pub(crate) fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/tables")
}

pub(crate) fn read(name: &str) -> Result<Workbook, SheetError> {
    read_workbook(&std::fs::read(corpus().join(name)).unwrap())
}

fn rows(workbook: &Workbook, sheet: usize) -> Vec<(u64, Vec<String>)> {
    let rows = workbook.sheets[sheet].sheet.all_rows();
    let owned = |it: cbm_workbench::exchange::SheetRow<'_>| {
        (it.line, it.cells.into_iter().map(Into::into).collect())
    };
    rows.map(owned).collect()
}

/// A place as in `2!B7`: the sheet, the column and the row.
fn at(place: CellAt) -> String {
    format!("{}!{}{}", place.sheet, place.letters(), place.row)
}

fn remarks<'a>(all: impl Iterator<Item = &'a Remark>) -> String {
    let one = |it: &Remark| format!(" {:?} {} {}", it.kind, it.count, at(it.first));
    all.map(one).collect()
}

/// The content of a file, in a line.
pub(crate) fn described(read: &Result<Workbook, SheetError>) -> String {
    let workbook = match read {
        Ok(workbook) => workbook,
        Err(SheetError::CellTooLong(place)) => return format!("CellTooLong {}", at(*place)),
        Err(SheetError::TooFar(place)) => return format!("TooFar {}", at(*place)),
        Err(SheetError::Overflows(place)) => return format!("Overflows {}", at(*place)),
        Err(SheetError::Twice(place)) => return format!("Twice {}", at(*place)),
        Err(error) => return format!("{error:?}"),
    };
    let mut line = String::new();
    for it in &workbook.sheets {
        let hidden = if it.hidden { " hidden" } else { "" };
        let (count, said) = (it.sheet.all_rows().count(), remarks(it.sheet.remarks()));
        write!(line, "[{}{hidden} {count}{said}]", it.name).unwrap();
    }
    line + &remarks(workbook.remarks.iter())
}

#[test]
fn every_table_of_the_corpus_is_read_or_refused_as_listed() {
    let listed = std::fs::read_to_string(corpus().with_extension("txt")).unwrap();
    let mut wrong = String::new();
    let mut names: Vec<_> = std::fs::read_dir(corpus()).unwrap().collect();
    names.sort_by_key(|it| it.as_ref().unwrap().file_name());
    for name in names {
        let name = name.unwrap().file_name().into_string().unwrap();
        let found = described(&read(&name));
        let line = format!("{name}: {found}");
        if !listed.lines().any(|it| it == line) {
            writeln!(wrong, "{line}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn the_same_table_is_read_from_every_kind_of_workbook() {
    for name in ["votes.xlsx", "votes-1904.xlsx", "votes.xls", "votes-1904.xls", "votes.ods"] {
        let workbook = read(name).unwrap();
        let rows = rows(&workbook, 0);
        assert_eq!(rows[0].1[0], "Votes of the General Assembly", "{name}");
        let sheet = workbook.sheets[0].sheet.headed_at(rows[1].0).unwrap();
        assert_eq!(sheet.columns()[..4], ["Party", "Proposal", "Stance", "Date"], "{name}");
        let first = sheet.rows().next().unwrap();
        assert_eq!(first.cells[..4], ["NLD", "73/27", "~", "2018-12-05"], "{name}");
        assert!(first.cells[4].ends_with('%'), "{name}: {first:?}");
        let hidden = workbook.sheets.iter().filter(|it| it.hidden).map(|it| &*it.name);
        assert_eq!(hidden.collect::<Vec<_>>(), ["Notes"], "{name}");
        assert_eq!(workbook.named(None).unwrap().name, "Votes", "{name}");
        assert_eq!(workbook.named(Some("notes")).unwrap().name, "Notes", "{name}");
    }
}

#[test]
fn values_are_read_as_a_spreadsheet_shows_them() {
    let xlsx = rows(&read("votes.xlsx").unwrap(), 0);
    assert_eq!(xlsx[2].1, ["NLD", "73/27", "~", "2018-12-05", "50%", "TRUE", "né"]);
    assert_eq!(xlsx[3].0, 5);
    assert_eq!(xlsx[3].1, ["BEL", "73/27", "~", "2018-12-05 10:30", "12.5%", "FALSE", "2018"]);
    assert_eq!(xlsx[4].1[6], "#N/A");
    let xls = rows(&read("votes.xls").unwrap(), 0);
    assert_eq!(xls[4].1[..2], ["Côte d’Ivoire 中", "73/27"]);
    assert_eq!(xls[404].1, ["a party with a rather long name of its own, number 399 — né"]);
    let ods = rows(&read("votes.ods").unwrap(), 0);
    assert_eq!(ods[1].0, 4, "empty rows are counted");
    assert_eq!(ods[2].1[3..], ["2018-12-05", "12.5%", "one\ntwo"], "and no comment");
    assert_eq!(ods[3].1[2..], ["2", "#N/A", "TRUE", "10:30"]);
    assert_eq!(read("votes.fods").unwrap().sheets, read("votes.ods").unwrap().sheets);
    let sheet = &read("votes.ods").unwrap().sheets[0].sheet;
    let marks = [(6, 3), (6, 4), (6, 0), (0, 4), (5, 1)].map(|(row, at)| sheet.mark_at(row, at));
    let hidden = [Some(RemarkKind::HiddenRows), Some(RemarkKind::HiddenColumns), None];
    assert_eq!(marks[0], Some(RemarkKind::Formulas));
    assert!(matches!(marks[1], Some(RemarkKind::Formulas | RemarkKind::Errors)));
    assert_eq!(marks[2..], hidden);
    let western = rows(&read("western.csv").unwrap(), 0);
    assert_eq!(western[1].1[3], "Côte d’Ivoire, né € 5");
    let order = rows(&read("out-of-order.xls").unwrap(), 0);
    assert_eq!(order[1].1, ["NLD", "x"]);
}

#[test]
fn what_is_refused_is_said_and_leaves_the_dossier_as_it_was() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    let before = std::fs::read(&path).unwrap();
    for entry in std::fs::read_dir(corpus()).unwrap() {
        let table = entry.unwrap().path();
        let Err(error) = read_workbook(&std::fs::read(&table).unwrap()) else { continue };
        let table = table.to_str().unwrap();
        for (language, safe) in [("en", "Nothing was imported"), ("nl", "niets geïmporteerd")] {
            let words = ["import", "dossier.cbm", "positions", table, "--lang", language];
            let ran = run(home.path(), &words);
            assert_eq!(ran.code, 1, "{table}: {ran:?}");
            assert!(ran.err.contains(safe), "{table}: {ran:?}");
            for raw in ["error-", "next-", "file-kind", "place-", "{"] {
                assert!(!ran.err.replace(table, "").contains(raw), "{table}: {ran:?}");
            }
            if let SheetError::CellTooLong(place) | SheetError::Twice(place) = error {
                assert!(ran.err.contains(&place.row.to_string()), "{table}: {ran:?}");
            }
        }
    }
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn rows_that_contradict_each_other_are_named_by_line_and_a_row_that_is_there_twice_counts_once() {
    let home = folder();
    dossier(&home, Template::UnVotes);
    let import = |file: &str, more: &[&str]| {
        let table = corpus().join(file);
        let words = ["import", "dossier.cbm", table.to_str().unwrap(), "--dry-run"];
        run(home.path(), &[&words[..], more].concat())
    };
    for kind in ["csv", "xlsx", "ods", "xls"] {
        for (language, words) in
            [("en", "Line 4, column stance (C4): "), ("nl", "Regel 4, kolom stance (C4): ")]
        {
            let ran = import(&format!("contradictory.{kind}"), &["--lang", language]);
            assert!(ran.code == 1 && ran.err.contains(words), "{kind}: {ran:?}");
        }
        let ran = import(&format!("twice.{kind}"), &[]);
        assert!(ran.code == 0 && ran.out.contains("The same: 1"), "{kind}: {ran:?}");
        let ran = import(&format!("uneven.{kind}"), &[]);
        assert!(ran.code == 1 && ran.err.contains("D4"), "a cell too many is said: {ran:?}");
    }
}

#[test]
fn a_workbook_is_imported_and_of_several_sheets_one_is_named() {
    let home = folder();
    dossier(&home, Template::UnVotes);
    let import = |file: &str, more: &[&str]| {
        let table = corpus().join(file);
        let words = ["import", "dossier.cbm", "positions", table.to_str().unwrap(), "--dry-run"];
        run(home.path(), &[&words[..], more].concat())
    };
    for file in ["plain.xlsx", "out-of-order.xls", "two-sheets.xlsx"] {
        let ran = import(file, &[]);
        assert_eq!(ran.code, i32::from(file != "plain.xlsx"), "{file}: {ran:?}");
    }
    let several = import("two-sheets.xlsx", &[]);
    for said in ["“First”, “Second”", "--sheet NAME", "Nothing was imported"] {
        assert!(several.err.contains(said), "{several:?}");
    }
    assert_eq!(import("two-sheets.xlsx", &["--sheet", "second"]).code, 0);
    let wrong = import("two-sheets.xlsx", &["--sheet", "third"]);
    assert!(wrong.code == 1 && wrong.err.contains("“third”"), "{wrong:?}");
    let merged = import("merged-and-hidden.xlsx", &[]);
    assert!(merged.err.contains("(2) is hidden"), "{merged:?}");
    // Whatever the name of the file.
    std::fs::copy(corpus().join("plain.xlsx"), home.path().join("table.csv")).unwrap();
    assert_eq!(run(home.path(), &["import", "dossier.cbm", "positions", "table.csv"]).code, 0);
}

#[test]
fn damaged_workbooks_are_read_or_refused_and_nothing_else() {
    let rounds = crate::common::times("damaged workbooks", 400, 20_000);
    let mut chance = crate::trust::Chance::new(11);
    for name in ["votes.xlsx", "votes.ods", "votes.xls", "macros-and-links.xlsm", "votes.fods"] {
        let whole = std::fs::read(corpus().join(name)).unwrap();
        for _ in 0..rounds {
            let mut bytes = whole.clone();
            for _ in 0..=chance.below(4) {
                // A few bytes of a file contain its structure.
                let near = [bytes.len(), 1600.min(bytes.len())][chance.below(2)];
                let place = chance.below(near);
                match chance.below(4) {
                    0 => bytes[place] = chance.byte(),
                    1 => bytes[place] = [0, 0xff, 0x7f, 0x80][chance.below(4)],
                    2 => bytes.truncate(place.max(8)),
                    _ => bytes[place] ^= 1 << chance.below(8),
                }
                if bytes.len() < 2 {
                    break;
                }
            }
            if let Ok(workbook) = read_workbook(&bytes) {
                assert!(!workbook.sheets.is_empty());
            }
        }
    }
}

#[test]
fn an_empty_file_and_a_dossier_are_no_tables() {
    assert_eq!(described(&read_workbook(b"")), "Empty");
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    let bytes = std::fs::read(&path).unwrap();
    assert_eq!(read_workbook(&bytes), Err(SheetError::Other(FileKind::Database)));
    write(home.path(), "t.csv", "party,proposal,stance\nNLD,73/27,~\n");
    let text = std::fs::read(home.path().join("t.csv")).unwrap();
    assert_eq!(read_workbook(&text).unwrap().sheets[0].sheet, read_sheet(&text).unwrap());
}
