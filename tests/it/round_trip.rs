//! A workbook of everything contains all of a position, and an import reads all of it.

use std::collections::BTreeMap;
use std::path::Path;

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::model::{Certainty, Forum, Keyed, PositionId, Record, Stance, Table};

use crate::canary::dossier;
use crate::common::{folder, run};

/// Columns that belong to one copy only: its identity, who entered it, and what it corrected, which
/// no longer counts.
const OF_THE_COPY: [&str; 3] = ["id", "author", "replaces"];

type Row = BTreeMap<&'static str, String>;

/// Every column of every current position.
fn positions(path: &Path) -> (Vec<PositionId>, Vec<Row>) {
    let document = Document::open_read_only(path).unwrap();
    let snapshot = document.snapshot();
    let of_parties = snapshot.positions.iter().filter(|entry| !entry.is_replaced());
    let of_parties = of_parties.filter_map(|entry| snapshot.position(entry));
    let all = of_parties.chain(snapshot.held_group_positions().cloned());
    let mut rows = Vec::new();
    let mut ids = Vec::new();
    for position in all {
        ids.push(position.id);
        let record = Record::from(position);
        let own = record.values().filter(|(column, _)| !OF_THE_COPY.contains(&column.name));
        rows.push(own.map(|(column, value)| (column.name, format!("{value:?}"))).collect());
    }
    rows.sort();
    (ids, rows)
}

/// Fills each position with a value of every list and number, a different one each time.
fn fill(path: &Path) {
    let (ids, _) = positions(path);
    let file = rusqlite::Connection::open(path).unwrap();
    let key = |at: usize, keys: &[&'static str]| keys.get(at % (keys.len() + 1)).copied();
    let stances: Vec<_> = Stance::ALL.iter().map(|it| it.key()).collect();
    let forums: Vec<_> = Forum::ALL.iter().map(|it| it.key()).collect();
    let certainties: Vec<_> = Certainty::ALL.iter().map(|it| it.key()).collect();
    for (at, id) in ids.iter().enumerate() {
        let grade = i64::try_from(at % 6).ok().filter(|it| *it > 0);
        file.execute(
            "UPDATE positions SET stance = ?1, forum = ?2, certainty = ?3, salience = ?4, \
             hold = ?5 WHERE id = ?6",
            (
                key(at, &stances),
                key(at, &forums),
                key(at / 2, &certainties),
                grade,
                at % 2 == 1,
                id.to_string(),
            ),
        )
        .unwrap();
    }
}

#[test]
fn every_column_of_every_position_comes_back_from_a_workbook() {
    for (language, sheet) in [("en", "Positions"), ("nl", "Standpunten")] {
        let folder = folder();
        let home = folder.path();
        let path = home.join("canary.cbm");
        dossier(&path);
        fill(&path);
        let (ids, before) = positions(&path);
        assert!(before.len() > 10);
        for column in Table::Positions.columns().iter().filter(|it| !OF_THE_COPY.contains(it)) {
            let filled = |row: &Row| !["Null", "Text(\"\")", "Integer(0)"].contains(&&*row[column]);
            assert!(before.iter().any(filled), "{column} is tried with something in it");
        }
        let arguments = ["export", "canary.cbm", "all.xlsx", "--what", "all", "--lang", language];
        let made = run(home, &arguments);
        assert_eq!(made.code, 0, "{made:?}");
        let import = ["import", "canary.cbm", "all.xlsx", "--sheet", sheet, "--lang", language];
        let same = run(home, &[&import[..], &["--format", "json"]].concat());
        assert_eq!(same.code, 0, "{same:?}");
        assert_eq!(same.json()["counts"]["same"], before.len(), "it is certain, and all is there");
        let mut document = Document::open(&path).unwrap();
        for id in ids {
            let edit = Edit::delete(document.snapshot(), id.into(), "x");
            document.apply(&edit).unwrap();
        }
        drop(document);
        assert!(positions(&path).1.len() < before.len());
        let left = positions(&path).0;
        let mut document = Document::open(&path).unwrap();
        for id in left {
            let edit = Edit::delete(document.snapshot(), id.into(), "x");
            document.apply(&edit).unwrap();
        }
        drop(document);
        let again = run(home, &import);
        assert_eq!(again.code, 0, "{again:?}");
        assert_eq!(positions(&path).1, before, "{language}");
    }
}

#[test]
fn what_cannot_stand_in_a_column_of_a_position_is_named() {
    let folder = folder();
    let home = folder.path();
    assert_eq!(run(home, &["new", "x.cbm", "--template", "un-votes"]).code, 0);
    let head = "party,proposal,stance,date,salience,hold,forum,condition,reason";
    for (cells, named) in [
        ("6,,,,", "“6” is no salience"),
        ("high,,,,", "“high” is no salience"),
        (",perhaps,,,", "“perhaps” is not one"),
        (",,lobby,,", "“lobby” is not one"),
    ] {
        let table = format!("{head}\nNLD,73/27,+,2024-01-01,{cells}\n");
        std::fs::write(home.join("t.csv"), table).unwrap();
        for arguments in
            [&["import", "x.cbm", "t.csv"][..], &["import", "x.cbm", "positions", "t.csv"]]
        {
            let ran = run(home, arguments);
            assert!(ran.code == 1 && ran.err.contains(named), "{ran:?}");
        }
    }
    let table = format!("{head}\nNLD,73/27,-,2024-01-01,5.0,x,Bilateral,if others do,wording\n");
    std::fs::write(home.join("t.csv"), table).unwrap();
    let ran = run(home, &["import", "x.cbm", "t.csv"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let document = Document::open_read_only(&home.join("x.cbm")).unwrap();
    let snapshot = document.snapshot();
    let mut entries = snapshot.positions.iter().filter_map(|entry| snapshot.position(entry));
    let entry = entries.find(|entry| entry.hold).unwrap();
    assert_eq!((entry.salience, entry.forum), (Some(5), Some(Forum::Bilateral)));
    assert_eq!((&*entry.condition, &*entry.reason), ("if others do", "wording"));
}
