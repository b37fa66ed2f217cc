//! Random edits, all undone and all redone: the file is what it was.

use cbm_workbench::document::Document;
use cbm_workbench::library::templates::Template;
use proptest::prelude::*;

use crate::acts::{acts, edit};
use crate::common::{dossier, dump, folder};

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn undoing_all_and_redoing_all_gives_the_same_file(
        acts in proptest::collection::vec(acts(), 1..40),
        reopen in any::<bool>(),
    ) {
        let folder = folder();
        let path = dossier(&folder, Template::OsceCbms);
        let before = dump(&path);
        let mut document = Document::open(&path).unwrap();
        let mut made = 0;
        for act in &acts {
            if let Some(edit) = edit(document.snapshot(), act) {
                // Some break a rule, which is part of it: they change nothing.
                made += usize::from(matches!(document.apply(&edit), Ok(Some(_))));
            }
        }
        drop(document);
        let after = dump(&path);
        let mut document = Document::open(&path).unwrap();
        for _ in 0..made {
            document.undo().unwrap();
        }
        prop_assert!(document.undo().is_err());
        if reopen {
            drop(document);
            prop_assert_eq!(&dump(&path), &before);
            document = Document::open(&path).unwrap();
        }
        for _ in 0..made {
            document.redo().unwrap();
        }
        prop_assert!(document.redo().is_err());
        prop_assert!(document.findings().unwrap().is_empty());
        drop(document);
        prop_assert_eq!(dump(&path), after);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn every_point_of_the_history_can_be_looked_at_without_writing(
        acts in proptest::collection::vec(acts(), 1..15),
    ) {
        let folder = folder();
        let path = dossier(&folder, Template::OsceCbms);
        let mut document = Document::open(&path).unwrap();
        let records = |snapshot: &cbm_workbench::model::Snapshot| {
            let mut all: Vec<_> = snapshot.arena_records().map(|it| format!("{it:?}")).collect();
            all.extend(snapshot.group_positions.iter().map(|it| format!("{it:?}")));
            let entries = snapshot.positions.iter().filter_map(|it| snapshot.position(it));
            all.extend(entries.map(|it| format!("{it:?}")));
            all.sort();
            all
        };
        let mut points = vec![(0, records(document.snapshot()))];
        for (number, act) in acts.iter().enumerate() {
            if let Some(edit) = edit(document.snapshot(), act) {
                let _ = document.apply(&edit);
            }
            if number % 4 == 3 {
                let _ = document.undo();
            }
            let seq = document.history().steps().last().map_or(0, |step| step.seq);
            points.push((seq, records(document.snapshot())));
        }
        let steps = document.history().steps().len();
        for (seq, then) in &points {
            prop_assert_eq!(&records(&document.at(*seq).unwrap()), then, "after step {}", seq);
        }
        prop_assert_eq!(document.history().steps().len(), steps);
    }
}
