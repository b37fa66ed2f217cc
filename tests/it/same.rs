//! The same thing on both sides: one code, one day, one table imported twice.

use std::path::Path;

use cbm_workbench::document::merge::{ConflictKind, Decision, plan};
use cbm_workbench::document::{Document, Edit, correction};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Assessment, Bilingual, Concern, Group, GroupKind, Keyed, Membership, Obstacle, Party,
    PartyKind, Poll, PollKind, Position, Proposal, Relation, Severity, Snapshot, Stance, Trust,
};

use crate::common::{dump, folder, run, write};
use crate::pairs::{Pair, add_position, nothing};

type Did = Box<dyn Fn(&mut Document)>;

fn day() -> chrono::NaiveDate {
    "2026-01-02".parse().unwrap()
}

/// The single Dutch stance on the first proposal.
fn stance(snapshot: &Snapshot) -> Option<Stance> {
    let party = snapshot.party_by_code("NLD").unwrap().id;
    let proposal = snapshot.proposals.iter().next().unwrap().id;
    snapshot.current_position(proposal, party, day()).and_then(|entry| entry.stance)
}

fn says(stance: Stance) -> Did {
    Box::new(move |document| {
        let snapshot = document.snapshot();
        let party = snapshot.party_by_code("NLD").unwrap().id;
        let proposal = snapshot.proposals.iter().next().unwrap().id;
        let entry = Position::new(proposal, party, Some(stance), day());
        document.apply(&Edit::add(entry, "")).unwrap();
    })
}

/// Corrects the Dutch stance.
fn corrects(stance: Stance, day: &'static str) -> Did {
    Box::new(move |document| {
        let snapshot = document.snapshot();
        let entry = snapshot.positions.iter().find(|entry| !entry.is_replaced()).unwrap();
        let mut entry = correction(&snapshot.position(entry).unwrap(), Some(stance));
        entry.date = day.parse().unwrap();
        document.apply(&Edit::add(entry, "")).unwrap();
    })
}

/// Copies of one dossier in which the Netherlands has taken a stance.
fn after_speaking(mine: &Did, theirs: &Did) -> Pair {
    let mut pair = Pair::new(add_position, nothing);
    let copy = pair.theirs.path().with_file_name("copy.cbm");
    pair.mine.copy_to(&copy).unwrap();
    pair.theirs = Document::open(&copy).unwrap();
    // It must not matter who was later.
    theirs(&mut pair.theirs);
    mine(&mut pair.mine);
    pair
}

#[test]
fn opposite_stances_of_one_day_are_a_conflict_whoever_was_later() {
    let home = folder();
    let home = home.path();
    assert_eq!(run(home, &["new", "a.cbm", "--template", "un-votes"]).code, 0);
    std::fs::copy(home.join("a.cbm"), home.join("b.cbm")).unwrap();
    for (name, stance) in [("a", "--"), ("b", "+")] {
        let table = format!("party,proposal,stance,date\nNLD,73/27,{stance},2024-01-01\n");
        write(home, &format!("{name}.csv"), &table);
        let dossier = format!("{name}.cbm");
        let ran = run(home, &["import", &dossier, "positions", &format!("{name}.csv")]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    for (mine, theirs) in [("a", "b"), ("b", "a")] {
        let [mine, theirs] = [mine, theirs].map(|name| format!("{name}.cbm"));
        let ran = run(home, &["merge", &mine, &theirs, "m.cbm"]);
        assert_eq!(ran.code, 1, "{ran:?}");
        assert!(!home.join("m.cbm").exists());
        assert!(ran.err.contains("Netherlands"), "{ran:?}");
        for side in ["mine", "theirs"] {
            let to = format!("{mine}-{side}.cbm");
            let ran = run(home, &["merge", &mine, &theirs, &to, "--prefer", side]);
            assert_eq!(ran.code, 0, "{ran:?}");
            let merged = Document::open_read_only(&home.join(&to)).unwrap();
            let snapshot = merged.snapshot();
            let (proposal, party) = crate::common::place(snapshot, "NLD", "A/RES/73/27");
            let on = "2024-01-01".parse().unwrap();
            let now = snapshot.current_position(proposal, party, on).unwrap();
            let followed = if side == "mine" { &mine } else { &theirs };
            let expected = if followed == "a.cbm" { Stance::Object } else { Stance::Support };
            assert_eq!(now.stance, Some(expected), "{mine}, {side}");
            assert!(now.replaces.is_some(), "the other one stays, as corrected");
        }
    }
}

#[test]
fn copies_that_decided_differently_which_of_two_entries_holds_end_with_one() {
    for base in [false, true] {
        let first = if base {
            after_speaking(
                &corrects(Stance::Object, "2026-01-02"),
                &corrects(Stance::Champion, "2026-01-02"),
            )
        } else {
            Pair::new(says(Stance::Object), says(Stance::Champion))
        };
        // Both merge the same two copies, with different decisions.
        let at = |name: &str, pair: &Pair| pair.mine.path().with_file_name(name);
        let (mine, theirs) = (at("first.cbm", &first), at("second.cbm", &first));
        first.mine.copy_to(&mine).unwrap();
        first.mine.copy_to(&theirs).unwrap();
        for (path, side) in [(&mine, Decision::Mine), (&theirs, Decision::Theirs)] {
            let mut document = Document::open(path).unwrap();
            let mut merge = plan(&document, &first.theirs).unwrap();
            merge.conflicts.iter_mut().for_each(|it| it.decision = Some(side));
            document.merge(&merge, "", |_| String::new()).unwrap();
        }
        let stance_of = |path: &Path| stance(Document::open(path).unwrap().snapshot()).unwrap();
        assert_eq!((stance_of(&mine), stance_of(&theirs)), (Stance::Object, Stance::Champion));
        for (here, there) in [(&mine, &theirs), (&theirs, &mine)] {
            for side in [Decision::Mine, Decision::Theirs, Decision::Later] {
                let copy = at("copy of it.cbm", &first);
                Document::open(here).unwrap().copy_to(&copy).unwrap();
                let mut document = Document::open(&copy).unwrap();
                let other = Document::open_read_only(there).unwrap();
                let mut merge = plan(&document, &other).unwrap();
                assert!(merge.undecided() > 0, "it is asked, base {base}");
                merge.conflicts.iter_mut().for_each(|it| it.decision = Some(side));
                document.merge(&merge, "", |_| "later".to_owned()).unwrap();
                let followed = if side == Decision::Theirs { there } else { here };
                let expected = Some(stance_of(followed));
                assert_eq!(stance(document.snapshot()), expected, "{side:?}, base {base}");
                assert_eq!(document.findings().unwrap(), []);
                drop((document, other));
                std::fs::remove_file(copy).unwrap();
            }
        }
    }
}

#[test]
fn one_of_two_corrections_holds_and_no_corrected_entry_returns() {
    let cases: [(&str, Did, Did); 4] = [
        (
            "both correct it",
            corrects(Stance::Object, "2026-01-02"),
            corrects(Stance::Champion, "2026-01-02"),
        ),
        (
            "on other days",
            corrects(Stance::Object, "2026-01-02"),
            corrects(Stance::Champion, "2026-01-01"),
        ),
        (
            "one of them twice",
            Box::new(|document| {
                corrects(Stance::Reserve, "2026-01-02")(document);
                corrects(Stance::Object, "2026-01-02")(document);
            }),
            corrects(Stance::Champion, "2026-01-02"),
        ),
        ("the other adds one", corrects(Stance::Object, "2026-01-02"), says(Stance::Champion)),
    ];
    for (name, mine, theirs) in &cases {
        for swapped in [false, true] {
            let (mine, theirs) = if swapped { (theirs, mine) } else { (mine, theirs) };
            for decision in [Decision::Mine, Decision::Theirs, Decision::Later] {
                let mut pair = after_speaking(mine, theirs);
                let plan = pair.plan();
                let kinds: Vec<_> = plan.conflicts.iter().map(|it| it.kind).collect();
                assert_eq!(kinds, [ConflictKind::SameDay], "{name}");
                pair.merge(Some(decision));
                let objects = (decision != Decision::Theirs) != swapped;
                let expected = if objects { Stance::Object } else { Stance::Champion };
                let snapshot = pair.mine.snapshot();
                let now = snapshot.positions.iter().filter(|entry| !entry.is_replaced());
                let now: Vec<_> = now.map(|entry| entry.stance()).collect();
                assert_eq!(now, [Some(expected)], "{name}, {decision:?}, {swapped}");
                assert_eq!(pair.mine.findings().unwrap(), [], "{name}, {decision:?}");
                let again = pair.plan();
                assert!(again.conflicts.is_empty() && again.taken.is_empty(), "{name}: {again:?}");
            }
        }
    }
}

#[test]
fn an_entry_changed_by_one_side_and_corrected_by_the_other_is_a_conflict() {
    let changes: Did = Box::new(|document| {
        let entry = document.snapshot().positions.iter().next().unwrap();
        let mut entry = document.snapshot().position(entry).unwrap();
        entry.stance = Some(Stance::Champion);
        document.apply(&Edit::change(entry, "")).unwrap();
    });
    for decision in [Decision::Mine, Decision::Theirs] {
        let mut pair = after_speaking(&changes, &corrects(Stance::Object, "2026-01-02"));
        assert_eq!(pair.plan().undecided(), 1);
        pair.merge(Some(decision));
        let expected = if decision == Decision::Mine { Stance::Champion } else { Stance::Object };
        assert_eq!(stance(pair.mine.snapshot()), Some(expected));
        assert_eq!(pair.mine.findings().unwrap(), []);
    }
}

#[test]
fn entries_of_one_day_are_a_conflict_on_every_dated_line() {
    let assess = |severity| -> Did {
        Box::new(move |document| {
            let snapshot = document.snapshot();
            let proposal = snapshot.proposals.iter().next().unwrap().id;
            let party = snapshot.party_by_code("NLD").unwrap().id;
            let severity = Severity::new(severity);
            let new = Assessment::new(proposal, Obstacle::Opacity, severity, day());
            let concern = Concern::new(new.id, party);
            document.apply(&Edit::add(new, "").put(concern)).unwrap();
        })
    };
    let relate = |first: &'static str, second: &'static str, trust| -> Did {
        Box::new(move |document| {
            let id = |code| document.snapshot().party_by_code(code).unwrap().id;
            let new = Relation::new([id(first), id(second)], trust, day());
            document.apply(&Edit::add(new, "")).unwrap();
        })
    };
    let poll = |object| -> Did {
        Box::new(move |document| {
            let proposal = document.snapshot().proposals.iter().next().unwrap().id;
            let mut new = Poll::new(proposal, PollKind::Temperature, day());
            new.counts[4] = object;
            document.apply(&Edit::add(new, "")).unwrap();
        })
    };
    let cases: [(&str, Did, Did); 3] = [
        ("severities", assess(1), assess(4)),
        (
            "relations, in either direction",
            relate("NLD", "BRA", Trust::Allied),
            relate("BRA", "NLD", Trust::Hostile),
        ),
        ("polls", poll(7), poll(9)),
    ];
    for (name, mine, theirs) in &cases {
        for decision in [Decision::Mine, Decision::Theirs, Decision::Later] {
            let mut pair = Pair::new(mine, theirs);
            let kinds: Vec<_> = pair.plan().conflicts.iter().map(|it| it.kind).collect();
            assert_eq!(kinds, [ConflictKind::SameDay], "{name}");
            pair.merge(Some(decision));
            assert_eq!(pair.mine.findings().unwrap(), [], "{name}");
            let snapshot = pair.mine.snapshot();
            let theirs = decision == Decision::Theirs;
            match *name {
                "severities" => {
                    let left: Vec<_> = snapshot.assessments.iter().collect();
                    let severity = left[0].severity.unwrap().get();
                    assert_eq!((left.len(), severity), (1, if theirs { 4 } else { 1 }));
                    let concerns: Vec<_> = snapshot.concerns.iter().collect();
                    assert_eq!(concerns.len(), 1, "who it concerns moves along");
                    assert_eq!(concerns[0].assessment, left[0].id);
                }
                "polls" => {
                    let left: Vec<_> = snapshot.polls.iter().map(|it| it.counts[4]).collect();
                    assert_eq!(left, [if theirs { 9 } else { 7 }]);
                }
                _ => {
                    let left: Vec<_> = snapshot.relations.iter().map(|it| it.trust).collect();
                    assert_eq!(left, [if theirs { Trust::Hostile } else { Trust::Allied }]);
                }
            }
        }
    }
}

/// Adds a proposal with the code the program generates, and a stance on it.
fn propose(title: &'static str, stance: Stance) -> Did {
    Box::new(move |document| {
        let proposal = Proposal::new("P-1", Bilingual::new(title, ""));
        let party = document.snapshot().party_by_code("NLD").unwrap().id;
        let entry = Position::new(proposal.id, party, Some(stance), day());
        document.apply(&Edit::add(proposal, "").put(entry)).unwrap();
    })
}

#[test]
fn two_records_with_one_code_can_be_decided_either_way_whichever_is_older() {
    for mine_first in [true, false] {
        for decision in Decision::ALL.iter().copied() {
            let (mine, theirs) =
                (propose("Mine", Stance::Support), propose("Theirs", Stance::Object));
            let mut pair = Pair::new(nothing, nothing);
            if mine_first {
                mine(&mut pair.mine);
                theirs(&mut pair.theirs);
            } else {
                theirs(&mut pair.theirs);
                mine(&mut pair.mine);
            }
            let told = format!("{decision:?}, mine first: {mine_first}");
            pair.merge(Some(decision));
            assert_eq!(pair.mine.findings().unwrap(), [], "{told}");
            let snapshot = pair.mine.snapshot();
            let titled = |title: &str| snapshot.proposals.iter().find(|it| it.title.en == title);
            if decision == Decision::One {
                let all: Vec<_> =
                    snapshot.proposals.iter().filter(|it| it.code.starts_with("P-1")).collect();
                assert_eq!(all.len(), 1, "{told}");
                let said = snapshot.positions.iter().filter_map(|it| snapshot.position(it));
                assert_eq!(said.filter(|it| it.proposal == all[0].id).count(), 2, "{told}");
            } else {
                let keeps = match decision {
                    Decision::Mine | Decision::Later => Some("Mine"),
                    Decision::Theirs => Some("Theirs"),
                    _ => None,
                };
                for (title, stance) in [("Mine", Stance::Support), ("Theirs", Stance::Object)] {
                    let proposal = titled(title).unwrap();
                    if let Some(keeps) = keeps {
                        assert_eq!(proposal.code == "P-1", keeps == title, "{told}");
                    }
                    let party = snapshot.party_by_code("NLD").unwrap().id;
                    let said = snapshot.current_position(proposal.id, party, day());
                    assert_eq!(
                        said.and_then(|it| it.stance),
                        Some(stance),
                        "{told}: stays with it"
                    );
                }
            }
            let again = pair.plan();
            assert!(again.conflicts.is_empty() && again.taken.is_empty(), "{told}: {again:?}");
            assert_eq!(pair.mine.undo().unwrap().step.name, "merge");
            assert_eq!(pair.mine.findings().unwrap(), [], "{told}, taken back");
            pair.mine.redo().unwrap();
        }
    }
}

#[test]
fn two_records_of_one_party_become_one_with_everything_attached_to_either() {
    let joins = |name: &'static str, group: &'static str| -> Did {
        Box::new(move |document| {
            let party = Party::new("ACME", Bilingual::new(name, ""), PartyKind::Company);
            let named = Bilingual::new(group, "");
            let club = Group::new("CLUB", Bilingual::new("Club", ""), GroupKind::Forum);
            let other = Group::new(group, named, GroupKind::Forum);
            let members = [Membership::new(club.id, party.id), Membership::new(other.id, party.id)];
            let edit = Edit::add(party, "").put(club).put(other);
            document.apply(&members.into_iter().fold(edit, Edit::put)).unwrap();
        })
    };
    let (mine, theirs) = (joins("Acme", "ONE"), joins("Acme Inc.", "TWO"));
    let mut pair = Pair::new(mine, theirs);
    pair.merge(Some(Decision::One));
    assert_eq!(pair.mine.findings().unwrap(), []);
    let snapshot = pair.mine.snapshot();
    let acme: Vec<_> = snapshot.parties.iter().filter(|it| it.code == "ACME").collect();
    assert_eq!(acme.len(), 1);
    let mut groups: Vec<_> = snapshot
        .memberships
        .iter()
        .filter(|it| it.party == acme[0].id)
        .filter_map(|it| snapshot.groups.get(it.group).map(|group| group.code.clone()))
        .collect();
    groups.sort();
    assert_eq!(groups, ["CLUB", "ONE", "TWO"], "the club is one, and so is being in it");
}

#[test]
fn swapped_codes_are_merged() {
    let mut pair = Pair::new(nothing, |document| {
        let two: Vec<_> = document.snapshot().proposals.iter().take(2).cloned().collect();
        let codes = [two[1].code.clone(), two[0].code.clone()];
        for code in [["aside", ""], [&codes[0], &codes[1]]] {
            for (proposal, code) in two.iter().zip(code).rev() {
                if !code.is_empty() {
                    let proposal = Proposal { code: code.to_owned(), ..proposal.clone() };
                    document.apply(&Edit::change(proposal, "")).unwrap();
                }
            }
        }
    });
    let codes = |document: &Document| -> Vec<String> {
        document.snapshot().proposals.iter().map(|it| it.code.clone()).collect()
    };
    assert_ne!(codes(&pair.mine), codes(&pair.theirs));
    let before = codes(&pair.mine);
    pair.merge(None);
    assert_eq!(codes(&pair.mine), codes(&pair.theirs));
    pair.mine.undo().unwrap();
    assert_eq!(codes(&pair.mine), before);
}

#[test]
fn a_code_kept_by_one_side_and_reused_by_the_other_goes_to_one_record_only() {
    let mut pair = Pair::new(nothing, |document| {
        let old = document.snapshot().proposals.iter().next().unwrap().clone();
        document.apply(&Edit::delete(document.snapshot(), old.record_id(), "")).unwrap();
        let new = Proposal::new(old.code, Bilingual::new("Another", ""));
        document.apply(&Edit::add(new, "")).unwrap();
    });
    let code = pair.mine.snapshot().proposals.iter().next().unwrap().code.clone();
    // Their deletion is rejected, but their addition is taken over.
    pair.merge(Some(Decision::Mine));
    assert_eq!(pair.mine.findings().unwrap(), []);
    let snapshot = pair.mine.snapshot();
    assert_ne!(snapshot.proposal_by_code(&code).unwrap().title.en, "Another");
    assert!(snapshot.proposals.iter().any(|it| it.title.en == "Another"));
}

fn import(home: &Path, dossier: &str) -> String {
    let ran = run(home, &["import", dossier, "positions", "t.csv"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    ran.out
}

#[test]
fn a_table_imported_into_two_copies_is_merged_without_duplicates() {
    let home = folder();
    let home = home.path();
    Document::create(&home.join("a.cbm"), Template::UnVotes, "A dossier").unwrap();
    std::fs::copy(home.join("a.cbm"), home.join("b.cbm")).unwrap();
    let table = "party,proposal,stance,date,source,note\n\
                 NLD,73/27,+,2024-01-01,Note verbale,Well\n\
                 BRA,73/27,-,2024-01-01,Note verbale,\n\
                 BRA,74/247,+,2024-02-01,Letter,\n";
    write(home, "t.csv", table);
    import(home, "a.cbm");
    import(home, "b.cbm");
    for (mine, theirs, to) in [("a.cbm", "b.cbm", "m.cbm"), ("b.cbm", "a.cbm", "n.cbm")] {
        let ran = run(home, &["merge", mine, theirs, to]);
        assert_eq!(ran.code, 0, "{ran:?}");
        assert!(ran.out.contains("The same on both sides: 5"), "{ran:?}");
        let before = dump(&home.join(to));
        let said = import(home, to);
        assert!(said.to_lowercase().contains("already known"), "{said}");
        assert_eq!(dump(&home.join(to)), before);
        let merged = Document::open_read_only(&home.join(to)).unwrap();
        assert_eq!(merged.findings().unwrap(), []);
        let notes = merged.snapshot().sources.iter().filter(|it| it.short() == "Note verbale");
        assert_eq!(notes.count(), 1);
    }
    assert_eq!(dump(&home.join("m.cbm")), dump(&home.join("n.cbm")), "either way round");
    // The other copy learns of it without a question, and what was added there meanwhile is kept.
    let mut document = Document::open(&home.join("b.cbm")).unwrap();
    corrects_source(&mut document);
    drop(document);
    let ran = run(home, &["merge", "b.cbm", "m.cbm", "b2.cbm"]);
    assert_eq!(ran.code, 0, "{ran:?}");
}

/// Adds to a source that was imported.
fn corrects_source(document: &mut Document) {
    let term = cbm_workbench::model::Term {
        source: document
            .snapshot()
            .sources
            .iter()
            .find(|it| it.short() == "Letter")
            .map(|it| it.id),
        ..cbm_workbench::model::Term::new("cyber peace")
    };
    document.apply(&Edit::add(term, "")).unwrap();
}
