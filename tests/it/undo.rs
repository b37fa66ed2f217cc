//! Random edits, all undone and all redone: the file is what it was.

use cbm_workbench::document::Document;
use cbm_workbench::document::merge::{Decision, plan};
use cbm_workbench::library::templates::Template;
use proptest::prelude::*;

use crate::acts::{Act, acts, edit};
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
                // Some edits break a rule; they must change nothing.
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
    fn every_point_of_the_history_can_be_viewed_without_writing(
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

/// An action of a user who goes back and forth.
#[derive(Clone, Debug)]
enum Turn {
    Do(Act),
    Undo,
    Redo,
    Merge(Act),
    Reopen,
}

fn turns() -> impl Strategy<Value = Turn> {
    prop_oneof![
        4 => acts().prop_map(Turn::Do),
        4 => Just(Turn::Undo),
        4 => Just(Turn::Redo),
        2 => acts().prop_map(Turn::Merge),
        1 => Just(Turn::Reopen),
    ]
}

/// Merges a copy in which this was done; returns whether that made a step.
fn merge(document: &mut Document, act: &Act, number: usize) -> bool {
    let path = document.path().with_file_name(format!("theirs-{number}.cbm"));
    document.copy_to(&path).unwrap();
    let mut theirs = Document::open(&path).unwrap();
    let Some(edit) = edit(theirs.snapshot(), act) else { return false };
    if !matches!(theirs.apply(&edit), Ok(Some(_))) {
        return false;
    }
    let mut plan = plan(document, &theirs).unwrap();
    plan.prefer(Decision::Theirs);
    document.merge(&plan, "theirs", |_| "later".to_owned()).unwrap().is_some()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn with_nothing_to_redo_redo_changes_nothing(
        turns in proptest::collection::vec(turns(), 1..30),
    ) {
        let folder = folder();
        let path = dossier(&folder, Template::OsceCbms);
        let mut document = Document::open(&path).unwrap();
        let now = |document: &Document| {
            let mut all: Vec<_> =
                document.reload().unwrap().arena_records().map(|it| format!("{it:?}")).collect();
            let snapshot = document.snapshot();
            let entries = snapshot.positions.iter().filter_map(|it| snapshot.position(it));
            all.extend(entries.map(|it| format!("{it:?}")));
            all.sort();
            all
        };
        // The state before each step in force, and after each step undone.
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for (number, turn) in turns.iter().enumerate() {
            let was = now(&document);
            match turn {
                Turn::Do(act) => {
                    let edit = edit(document.snapshot(), act);
                    if edit.is_some_and(|edit| matches!(document.apply(&edit), Ok(Some(_)))) {
                        before.push(was);
                        after.clear();
                    }
                }
                Turn::Merge(act) => {
                    if merge(&mut document, act, number) {
                        before.push(was);
                        after.clear();
                    }
                }
                Turn::Undo => match before.pop() {
                    Some(then) => {
                        document.undo().unwrap();
                        prop_assert_eq!(now(&document), then);
                        after.push(was);
                    }
                    None => prop_assert!(document.undo().is_err()),
                },
                Turn::Redo => match after.pop() {
                    Some(then) => {
                        document.redo().unwrap();
                        prop_assert_eq!(now(&document), then);
                        before.push(was);
                    }
                    None => {
                        prop_assert!(document.history().next_redo().is_none());
                        prop_assert!(document.redo().is_err());
                        prop_assert_eq!(now(&document), was);
                    }
                },
                Turn::Reopen => {
                    drop(document);
                    document = Document::open(&path).unwrap();
                }
            }
        }
        // Everything back and forth, including after reopening.
        let (last, count) = (now(&document), before.len());
        for _ in 0..count {
            document.undo().unwrap();
        }
        prop_assert!(document.undo().is_err());
        drop(document);
        let mut document = Document::open(&path).unwrap();
        for _ in 0..count {
            document.redo().unwrap();
        }
        prop_assert!(after.is_empty() || document.history().next_redo().is_some());
        prop_assert_eq!(now(&document), last);
    }
}
