//! Figures that are kept and updated equal those computed from scratch, whatever changed.

use cbm_workbench::analysis::{Days, Figures};
use cbm_workbench::document::Document;
use cbm_workbench::model::{Keyed, Language, RecordId, Table};
use cbm_workbench::text::Text;
use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use crate::common::{folder, times};
use crate::{acts, canary};

/// A deterministic random number generator.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

fn day(number: usize) -> NaiveDate {
    let days = ["2019-06-01", "2024-01-01", "2025-03-01", "2026-01-01"];
    days[number % days.len()].parse().unwrap()
}

fn same(kept: &Figures, what: &str) {
    let (snapshot, days) = (kept.snapshot(), Days { as_of: kept.as_of(), since: kept.since() });
    let anew = Figures::new(snapshot, days, kept.text());
    assert!(kept.camps() == anew.camps(), "camps after {what}");
    assert!(kept.heat() == anew.heat(), "heat after {what}");
    assert!(kept.relations() == anew.relations(), "relations after {what}");
    assert!(kept.terms() == anew.terms(), "terms after {what}");
    assert_eq!(kept.by_code(), anew.by_code(), "after {what}");
    assert_eq!(kept.by_name(), anew.by_name(), "after {what}");
    let (kept, anew) = (kept.coalition(), anew.coalition());
    for (proposal, _) in snapshot.proposals.slots() {
        assert_eq!(kept.column(proposal), anew.column(proposal), "after {what}");
        for (party, _) in snapshot.parties.slots() {
            let cell = |it: &cbm_workbench::analysis::Coalition| {
                (it.stance(proposal, party), it.basis(proposal, party))
            };
            assert_eq!(cell(kept), cell(anew), "after {what}");
        }
        assert_eq!(kept.known(proposal), anew.known(proposal), "after {what}");
    }
    assert_eq!(kept.totals(), anew.totals(), "after {what}");
}

/// Whatever column of whatever table changes, no figure that rests on it is kept: values are copied
/// between records column by column, and records are deleted and restored.
#[test]
fn no_figure_is_kept_that_rests_on_what_changed() {
    let home = folder();
    let path = home.path().join("dossier.cbm");
    canary::dossier(&path);
    let mut numbers = Numbers(7);
    let mut snapshot = Document::open_read_only(&path).unwrap().snapshot().clone();
    let days =
        |numbers: &mut Numbers| Days { as_of: day(numbers.below(4)), since: day(numbers.below(4)) };
    let mut figures = Figures::new(&snapshot, days(&mut numbers), Text::default());
    for turn in 0..times("fields changed at random under the figures", 250, 4_000) {
        let table = Table::ALL[numbers.below(Table::ALL.len())];
        let columns = table.columns();
        // As often as all other columns together, because it makes the greatest difference.
        let column = match numbers.below(4) {
            0 if table != Table::Dossier => "deleted",
            _ => columns[1 + numbers.below(columns.len() - 1)],
        };
        let file = Connection::open(&path).unwrap();
        file.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        let sql = format!("SELECT id FROM {} ORDER BY id", table.key());
        let ids: Vec<String> = {
            let mut statement = file.prepare(&sql).unwrap();
            let ids = statement.query_map([], |row| row.get(0)).unwrap();
            ids.collect::<Result<_, _>>().unwrap()
        };
        let (to, from) = (&ids[numbers.below(ids.len())], &ids[numbers.below(ids.len())]);
        let value = if column == "deleted" {
            "1 - deleted".to_owned()
        } else {
            format!("(SELECT {column} FROM {} WHERE id = '{from}')", table.key())
        };
        let sql = format!("UPDATE {} SET {column} = {value} WHERE id = '{to}'", table.key());
        if file.execute(&sql, []).is_err() {
            // The schema does not allow it.
            continue;
        }
        drop(file);
        let id = RecordId { table, id: Uuid::parse_str(to).unwrap() };
        let Ok(read) = Document::open_read_only(&path) else {
            panic!("{table:?} {column}: the file cannot be read");
        };
        snapshot.remove(id);
        if let Some(record) = read.snapshot().find(id) {
            snapshot.put(record);
        }
        let (days, text) = if turn % 10 == 0 {
            (days(&mut numbers), Text::new(Language::ALL[numbers.below(2)]))
        } else {
            (Days { as_of: figures.as_of(), since: figures.since() }, figures.text())
        };
        figures.build();
        figures = figures.follow(&snapshot, days, text);
        same(&figures, &format!("turn {turn}: {} {column}", table.key()));
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig {
        cases: times("random histories under the figures", 8, 200),
        ..Default::default()
    })]

    /// The same for edits by a user, undone and redone.
    #[test]
    fn figures_follow_every_edit_and_its_undo(acts in proptest::collection::vec(acts::acts(), 1..40)) {
        let home = folder();
        let mut document = crate::common::votes(&home);
        let days = Days { as_of: day(3), since: day(1) };
        let mut figures = Figures::new(document.snapshot(), days, Text::default());
        for (turn, act) in acts.iter().enumerate() {
            figures.build();
            let Some(edit) = acts::edit(document.snapshot(), act) else { continue };
            // An edit that is refused, or changes nothing, is not a step.
            let Ok(Some(_)) = document.apply(&edit) else { continue };
            if turn % 3 == 0 {
                document.undo().unwrap();
                figures = figures.follow(document.snapshot(), days, Text::default());
                document.redo().unwrap();
            }
            figures = figures.follow(document.snapshot(), days, Text::default());
        }
        same(&figures, "all of it");
    }
}
