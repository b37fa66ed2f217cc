//! Merging copies: nothing is lost, nothing is decided silently, and the order does not matter.

use std::path::{Path, PathBuf};

use cbm_workbench::document::merge::{Conflict, ConflictKind, Decision, Merge, MergeError, plan};
use cbm_workbench::document::{Document, Edit};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Comment, Keyed, Marking};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::acts::{Act, acts, edit};
use crate::common::{dossier, dump, folder, open, run, times};
use crate::pairs::{
    Pair, add_brief, add_objection, add_party, add_position, delete_party, mark, note, nothing,
    rename,
};

/// Copies of one dossier, each after its acts.
fn copies(folder: &TempDir, before: &[Act], each: &[&[Act]]) -> Vec<PathBuf> {
    let base = dossier(folder, Template::OsceCbms);
    play(&base, before, "base");
    let copy = |(number, acts): (usize, &&[Act])| {
        let path = folder.path().join(format!("copy-{number}.cbm"));
        std::fs::copy(&base, &path).unwrap();
        play(&path, acts, &format!("author {number}"));
        path
    };
    each.iter().enumerate().map(copy).collect()
}

fn play(path: &Path, acts: &[Act], author: &str) {
    let mut document = open(path);
    document.set_author(author);
    for (number, act) in acts.iter().enumerate() {
        if let Some(edit) = edit(document.snapshot(), act) {
            // Some acts break a rule, and change nothing.
            let _ = document.apply(&edit);
        }
        if number % 7 == 6 {
            let _ = document.undo();
        }
    }
}

/// A decision that is the same from either side, and in whatever order copies are merged.
fn decide(conflict: &Conflict) -> Decision {
    let larger = || {
        let shown = |theirs: bool| {
            let sides = conflict.clashes.iter();
            let side = sides.map(|it| if theirs { &it.theirs } else { &it.mine });
            format!("{:?}", side.collect::<Vec<_>>())
        };
        if shown(true) > shown(false) { Decision::Theirs } else { Decision::Mine }
    };
    match conflict.kind {
        ConflictKind::Field => larger(),
        ConflictKind::BothEdited => Decision::Both,
        // A record somebody still works on is kept.
        ConflictKind::DeleteEdit if conflict.deletion.as_ref().unwrap().here => Decision::Theirs,
        ConflictKind::DeleteEdit => Decision::Mine,
        // Changes made only by the other side take the value they would have there.
        ConflictKind::Loosened | ConflictKind::Deleted => Decision::Theirs,
        ConflictKind::SameKey | ConflictKind::SameDay => {
            let first = conflict.other.unwrap().id < conflict.record.id;
            if first { Decision::Mine } else { Decision::Theirs }
        }
    }
}

fn merge(mine: &Path, theirs: &Path, decide: impl Fn(&Conflict) -> Decision) -> Merge {
    let theirs = Document::open_read_only(theirs).unwrap();
    let mut mine = open(mine);
    let mut merge = plan(&mine, &theirs).unwrap();
    for conflict in &mut merge.conflicts {
        conflict.decision = Some(decide(conflict));
    }
    mine.merge(&merge, "theirs", |_| String::from("later")).unwrap();
    merge
}

/// Rows that are in only one of two dumps.
fn only_in_one(a: &[String], b: &[String]) -> Vec<String> {
    let missing = |from: &[String], of: &[String], mark: &str| -> Vec<String> {
        of.iter().filter(|row| !from.contains(row)).map(|row| format!("{mark}{row}")).collect()
    };
    [missing(b, a, "- "), missing(a, b, "+ ")].concat()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: times("merges of two and of three copies", 16, 200), max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn merging_gives_the_same_from_either_side_and_twice_changes_nothing(
        before in proptest::collection::vec(acts(), 0..12),
        mine in proptest::collection::vec(acts(), 0..25),
        theirs in proptest::collection::vec(acts(), 0..25),
    ) {
        let folder = folder();
        let paths = copies(&folder, &before, &[&mine, &theirs]);
        let [a, b] = [&paths[0], &paths[1]];
        let other = folder.path().join("other.cbm");
        std::fs::copy(a, &other).unwrap();
        let untouched = dump(a);
        merge(a, b, decide);
        let findings = open(a).findings().unwrap();
        prop_assert!(findings.is_empty(), "{:?}", findings);
        let merged = dump(a);
        merge(b, &other, decide);
        let unlike = only_in_one(&merged, &dump(b));
        prop_assert!(unlike.is_empty(), "the other way round: {:#?}", unlike);
        // By now each knows everything the other does.
        for (here, there) in [(a, b), (b, a), (a, &other)] {
            let again = merge(here, there, decide);
            prop_assert!(again.taken.is_empty() && again.conflicts.is_empty(), "{:?}", again);
        }
        prop_assert_eq!(&dump(a), &merged);
        let mut document = open(a);
        if document.history().next_undo().is_some_and(|step| step.name == "merge") {
            document.undo().unwrap();
            drop(document);
            prop_assert_eq!(dump(a), untouched, "one undo takes the whole merge back");
        }
    }

    #[test]
    fn three_reviewers_merge_in_any_order(
        before in proptest::collection::vec(acts(), 0..8),
        reviews in proptest::array::uniform3(proptest::collection::vec(acts(), 0..12)),
    ) {
        let folder = folder();
        let each: Vec<&[Act]> =
            [&[][..]].into_iter().chain(reviews.iter().map(|acts| &acts[..])).collect();
        let paths = copies(&folder, &before, &each);
        let mut outcome = None;
        for order in [[1, 2, 3], [3, 1, 2], [2, 3, 1], [3, 2, 1]] {
            let into = folder.path().join("into.cbm");
            std::fs::copy(&paths[0], &into).unwrap();
            for number in order {
                merge(&into, &paths[number], decide);
            }
            // A source may be kept because something rests on it, which the next copy may change;
            // in another order the question never arises.
            let mut merged = dump(&into);
            merged.retain(|row| !row.starts_with("sources:"));
            let findings = open(&into).findings().unwrap();
            prop_assert!(findings.is_empty(), "{:?}", findings);
            let first = outcome.get_or_insert_with(|| merged.clone());
            let unlike = only_in_one(first, &merged);
            prop_assert!(unlike.is_empty(), "order {:?}: {:#?}", order, unlike);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: times("merges with any decisions", 16, 200), max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn every_decision_offered_can_be_carried_out(
        before in proptest::collection::vec(acts(), 0..12),
        mine in proptest::collection::vec(acts(), 0..30),
        theirs in proptest::collection::vec(acts(), 0..30),
        decisions in proptest::collection::vec(any::<usize>(), 8),
    ) {
        let folder = folder();
        let paths = copies(&folder, &before, &[&mine, &theirs]);
        let number = std::cell::Cell::new(0);
        merge(&paths[0], &paths[1], |conflict| {
            let options: Vec<_> = conflict.options().collect();
            number.set(number.get() + 1);
            options[decisions[number.get() % decisions.len()] % options.len()]
        });
        let document = open(&paths[0]);
        let findings = document.findings().unwrap();
        prop_assert!(findings.is_empty(), "{:?}", findings);
        drop(document);
        let merged = dump(&paths[0]);
        let again = merge(&paths[0], &paths[1], decide);
        prop_assert!(again.taken.is_empty() && again.conflicts.is_empty(), "{:?}", again);
        prop_assert_eq!(dump(&paths[0]), merged);
    }
}

/// The changes of each side, the resulting kinds of conflict, and how much is taken over.
type Case = (&'static str, fn(&mut Document), fn(&mut Document), usize, &'static [ConflictKind]);

#[test]
fn changes_on_both_sides_are_decided_and_changes_on_one_side_are_taken() {
    use ConflictKind as K;
    let cases: &[Case] = &[
        ("nothing", nothing, nothing, 0, &[]),
        ("they edit", nothing, |d| note("b")(d), 1, &[]),
        ("I edit", |d| note("a")(d), nothing, 0, &[]),
        ("both the same", |d| note("a")(d), |d| note("a")(d), 0, &[]),
        ("both one field", |d| note("a")(d), |d| note("b")(d), 0, &[K::Field]),
        ("both other fields", |d| note("a")(d), |d| rename("b")(d), 1, &[K::BothEdited]),
        ("they delete", nothing, delete_party, 0, &[K::Deleted]),
        ("I delete, they edit", delete_party, |d| note("b")(d), 0, &[K::DeleteEdit]),
        ("they delete, I edit", |d| note("a")(d), delete_party, 0, &[K::DeleteEdit]),
        ("both delete", delete_party, delete_party, 0, &[]),
        ("I delete, they add a part", delete_party, add_position, 0, &[K::DeleteEdit]),
        ("they delete, I add a part", add_position, delete_party, 0, &[K::DeleteEdit]),
        ("they add", nothing, |d| add_party("b")(d), 1, &[]),
        ("both one code", |d| add_party("a")(d), |d| add_party("b")(d), 1, &[K::SameKey]),
        ("both the same party", |d| add_party("a")(d), |d| add_party("a")(d), 0, &[]),
        ("both one brief", |d| add_brief("a")(d), |d| add_brief("b")(d), 1, &[K::SameKey]),
        ("both say the same", add_position, add_position, 0, &[]),
        ("both one day", add_position, add_objection, 1, &[K::SameDay]),
        ("they lower", nothing, |d| mark(Marking::Clear)(d), 0, &[K::Loosened]),
        ("I lower", |d| mark(Marking::Clear)(d), nothing, 0, &[]),
        ("they raise", nothing, |d| mark(Marking::Red)(d), 1, &[]),
    ];
    for (name, mine, theirs, taken, conflicts) in cases {
        let pair = Pair::new(mine, theirs);
        let merge = pair.plan();
        let kinds: Vec<_> = merge.conflicts.iter().map(|it| it.kind).collect();
        // Records deleted along with a party are counted too.
        assert_eq!((merge.taken.len().min(1), &kinds[..]), (*taken, *conflicts), "{name}");
        // Whatever is decided, the dossier keeps its rules, and nothing is left to merge.
        for decision in Decision::ALL.iter().copied() {
            let mut pair = Pair::new(mine, theirs);
            let can = pair.plan().conflicts.iter().all(|it| it.options().any(|o| o == decision));
            if !can {
                continue;
            }
            pair.merge(Some(decision));
            assert_eq!(pair.mine.findings().unwrap(), [], "{name}, {decision:?}");
            let again = pair.plan();
            let left = (again.taken.len(), again.conflicts.len());
            assert_eq!(left, (0, 0), "{name}, {decision:?}: merged twice");
            let put_off = pair.mine.snapshot().comments.len();
            let expected = if decision == Decision::Later { conflicts.len() } else { 0 };
            assert_eq!(put_off, expected, "{name}: what is put off is kept as a comment");
        }
    }
}

#[test]
fn a_decision_takes_the_chosen_side() {
    let outcome = |decision| {
        let mut pair = Pair::new(note("a"), note("b"));
        pair.merge(Some(decision));
        pair.mine.snapshot().party_by_code("NLD").unwrap().note.clone()
    };
    assert_eq!(outcome(Decision::Mine), "a");
    assert_eq!(outcome(Decision::Theirs), "b");
    assert_eq!(outcome(Decision::Both), "a\n\nb");
    assert_eq!(outcome(Decision::Later), "a");

    let mut pair = Pair::new(add_brief("no inspections"), add_brief("no publicity"));
    pair.merge(Some(Decision::Both));
    let briefs: Vec<_> = pair.mine.snapshot().briefs.iter().collect();
    assert_eq!(briefs.len(), 1);
    assert_eq!(briefs[0].red_line, "no inspections\n\nno publicity");

    let mut pair = Pair::new(add_party("a"), add_party("b"));
    pair.merge(Some(Decision::Theirs));
    let new = pair.mine.snapshot().party_by_code("NEW").unwrap();
    assert_eq!(new.name.en, "b", "theirs keeps the code, and mine is still there under another");
    assert_eq!(pair.mine.snapshot().parties.iter().filter(|it| it.name.en == "a").count(), 1);
}

#[test]
fn a_merge_keeps_who_did_what_and_a_single_undo_reverts_it() {
    let mut pair = Pair::new(nothing, |document| {
        note("b")(document);
        rename("c")(document);
    });
    let before = pair.mine.history().steps().len();
    pair.merge(None);
    let steps = pair.mine.history().steps();
    assert_eq!(steps.len(), before + 3, "the merge and both steps");
    assert_eq!(steps.iter().filter(|step| step.author == "them").count(), 2);
    assert_eq!(pair.mine.undo().unwrap().step.name, "merge");
    let party = pair.mine.snapshot().party_by_code("NLD").unwrap();
    assert_eq!(party.note, "");
    // Once undone it can be merged again; once redone there is nothing left to merge.
    assert_eq!(pair.plan().taken.len(), 1);
    pair.mine.redo().unwrap();
    assert!(pair.plan().is_nothing());
    pair.mine.undo().unwrap();
    pair.merge(None);
    assert_eq!(pair.mine.snapshot().party_by_code("NLD").unwrap().note, "b");
}

#[test]
fn comments_travel_and_merge() {
    let comment = |words: &'static str| {
        move |document: &mut Document| {
            let about = document.snapshot().party_by_code("NLD").unwrap().record_id();
            let made = document.clock().now();
            document.apply(&Edit::add(Comment::new(about, words, "x", made), "")).unwrap();
        }
    };
    let mut pair = Pair::new(comment("mine"), comment("theirs"));
    assert_eq!(pair.plan().conflicts.len(), 0);
    pair.merge(None);
    assert_eq!(pair.mine.snapshot().comments.len(), 2);
}

#[test]
fn clocks_ten_years_apart_decide_nothing() {
    use cbm_workbench::model::Clock;
    let at = |year: &str| Clock::Fixed(format!("{year}-06-01T12:00:00Z").parse().unwrap());
    for (mine, theirs) in [("2016", "2026"), ("2036", "2026")] {
        let pair = Pair::new(
            |document| {
                document.set_clock(at(mine));
                note("a")(document);
            },
            |document| {
                document.set_clock(at(theirs));
                note("b")(document);
                add_position(document);
            },
        );
        let merge = pair.plan();
        assert_eq!(merge.conflicts.len(), 1, "{mine} and {theirs}");
        assert_eq!(merge.taken.len(), 1);
    }
}

#[test]
fn unrelated_dossiers_cannot_be_merged() {
    let folder = folder();
    let one = dossier(&folder, Template::Empty);
    let two = folder.path().join("two.cbm");
    Document::create(&two, Template::Empty, "Two").unwrap();
    let (one, two) = (open(&one), open(&two));
    assert!(matches!(plan(&one, &two), Err(MergeError::NoCommonPoint)));
    let home = folder.path();
    drop((one, two));
    let ran = run(home, &["merge", "dossier.cbm", "two.cbm", "out.cbm"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("history in common") && !home.join("out.cbm").exists(), "{ran:?}");
}

#[test]
fn a_conflict_is_listed_with_both_sides_and_not_as_taken_over() {
    let home = folder();
    let home = home.path();
    run(home, &["new", "a.cbm", "--template", "un-global-cbms"]);
    std::fs::copy(home.join("a.cbm"), home.join("b.cbm")).unwrap();
    let table = |stance: &str, other: &str| {
        format!(
            "party,proposal,stance,date\nNLD,UN CBM 1,{stance},2025-01-01\n\
             NLD,UN CBM 2,{stance},2025-01-01\n{other},UN CBM 1,0,2025-01-01\n"
        )
    };
    for (name, stance, other) in [("a", "+", "BEL"), ("b", "--", "FRA")] {
        std::fs::write(home.join("t.csv"), table(stance, other)).unwrap();
        let ran = run(home, &["import", &format!("{name}.cbm"), "positions", "t.csv"]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    let ran = run(home, &["merge", "a.cbm", "b.cbm", "out.cbm"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    for proposal in ["UN CBM 1", "UN CBM 2"] {
        let asked = format!("Entry {proposal}, Netherlands, 1 Jan 2025: Both sides recorded");
        assert!(ran.err.contains(&asked), "{ran:?}");
    }
    assert!(ran.err.contains("Stance: here “Supports”, there “Objects”."), "{ran:?}");
    let taken = ran.out.split_once("Taken over without asking:").unwrap().1;
    assert!(taken.contains("France") && !taken.contains("Netherlands"), "{ran:?}");
    assert!(ran.err.contains("2 decisions have to be made first"), "{ran:?}");
}

/// Deletes a party, undoes that, and adds a note to it.
fn delete_and_bring_back(document: &mut Document) {
    delete_party(document);
    document.undo().unwrap();
    note("kept")(document);
}

/// Renames a party, undoes that, and adds a note to it.
fn rename_and_take_back(document: &mut Document) {
    rename("another")(document);
    document.undo().unwrap();
    note("kept")(document);
}

#[test]
fn a_decision_against_a_copy_that_reverted_its_change_is_not_asked_again() {
    type Does = fn(&mut Document);
    let cases: [(Does, Does, &[ConflictKind]); 2] = [
        (delete_party, delete_and_bring_back, &[ConflictKind::DeleteEdit]),
        (|d| rename("mine")(d), rename_and_take_back, &[ConflictKind::BothEdited]),
    ];
    for (mine, theirs, kinds) in cases {
        let mut pair = Pair::new(mine, theirs);
        let folder = folder();
        let earlier = folder.path().join("earlier.cbm");
        pair.mine.copy_to(&earlier).unwrap();
        let found = pair.plan().conflicts;
        assert_eq!(found.iter().map(|it| it.kind).collect::<Vec<_>>(), kinds);
        pair.merge(Some(Decision::Theirs));
        let kept = pair.mine.snapshot().party_by_code("NLD").unwrap().clone();
        assert_eq!((kept.name.en.as_str(), kept.note.as_str()), ("Netherlands", "kept"));
        // The copy from before the merge knows nothing that is not known here.
        let mut earlier = open(&earlier);
        let again = plan(&pair.mine, &earlier).unwrap();
        assert!(again.conflicts.is_empty() && again.taken.is_empty(), "{again:?}");
        // Everything done there from then on counts as new.
        if earlier.snapshot().party_by_code("NLD").is_some() {
            rename("later")(&mut earlier);
            let merge = plan(&pair.mine, &earlier).unwrap();
            let kinds: Vec<_> = merge.conflicts.iter().map(|it| it.kind).collect();
            assert_eq!(kinds, [ConflictKind::Field], "both decided on the name");
        }
    }
}
