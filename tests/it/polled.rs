//! Polls in two copies: the two kinds are two questions, and no merge makes up answers that nobody
//! gave.

use cbm_workbench::document::merge::{Clash, ConflictKind, Decision, How};
use cbm_workbench::document::{Document, Edit};
use cbm_workbench::model::{Alias, Poll, PollKind, Speaker};

use crate::pairs::{Pair, nothing};

fn add(kind: PollKind, counts: [u32; 6]) -> impl Fn(&mut Document) {
    move |document| {
        let proposal = document.snapshot().proposals.iter().next().unwrap().id;
        let poll = Poll::new(proposal, kind, "2026-11-27".parse().unwrap());
        document.apply(&Edit::add(Poll { counts, ..poll }, "")).unwrap();
    }
}

fn change(how: impl Fn(Poll) -> Poll) -> impl Fn(&mut Document) {
    move |document| {
        let poll = document.snapshot().polls.iter().next().unwrap().clone();
        document.apply(&Edit::change(how(poll), "")).unwrap();
    }
}

fn counted(counts: [u32; 6]) -> impl Fn(&mut Document) {
    change(move |poll| Poll { counts, ..poll })
}

/// Copies of a dossier with one poll.
fn copies(mine: impl Fn(&mut Document), theirs: impl Fn(&mut Document)) -> Pair {
    let mut pair = Pair::after(add(PollKind::Temperature, [0, 5, 0, 0, 0, 0]), theirs);
    mine(&mut pair.mine);
    pair
}

fn polls(document: &Document) -> Vec<(PollKind, [u32; 6])> {
    let mut polls: Vec<_> =
        document.snapshot().polls.iter().map(|it| (it.kind, it.counts)).collect();
    polls.sort_unstable_by_key(|(kind, counts)| (*kind as u8, *counts));
    polls
}

#[test]
fn polls_of_two_kinds_on_one_day_both_stand() {
    let (asked, spoke) = ([0, 5, 1, 0, 0, 0], [0, 5, 0, 0, 0, 0]);
    let mut pair = Pair::new(add(PollKind::Temperature, asked), add(PollKind::Speakers, spoke));
    assert!(pair.plan().conflicts.is_empty());
    pair.merge(None);
    let both = [(PollKind::Temperature, asked), (PollKind::Speakers, spoke)];
    assert_eq!(polls(&pair.mine), both);
    // Of one kind, only one can be the last of that day.
    let pair = Pair::new(add(PollKind::Speakers, asked), add(PollKind::Speakers, spoke));
    assert_eq!(pair.plan().conflicts[0].kind, ConflictKind::SameDay);
}

#[test]
fn another_kind_is_taken_over_by_its_name_and_meets_what_is_of_that_kind() {
    let speakers = || change(|poll| Poll { kind: PollKind::Speakers, ..poll });
    let plan = copies(nothing, speakers()).plan();
    assert!(plan.conflicts.is_empty());
    let taken = plan.unasked().next().unwrap();
    let fields: Vec<_> = taken.fields.iter().map(|clash: &Clash| clash.field).collect();
    assert_eq!((taken.how, fields), (How::Changed, vec!["kind"]));
    // Now both have recorded what speakers said that day.
    let pair = copies(add(PollKind::Speakers, [0, 0, 6, 0, 0, 0]), speakers());
    assert_eq!(pair.plan().conflicts[0].kind, ConflictKind::SameDay);
}

#[test]
fn a_poll_that_both_changed_is_one_of_the_two_and_never_half_of_each() {
    let (here, there) = ([0, 5, 1, 0, 0, 0], [0, 5, 0, 1, 0, 0]);
    let speakers = || change(|poll| Poll { kind: PollKind::Speakers, ..poll });
    let kind = PollKind::Temperature;
    for (theirs, is) in [
        (Box::new(counted(there)) as Box<dyn Fn(&mut Document)>, (kind, there)),
        (Box::new(speakers()), (PollKind::Speakers, [0, 5, 0, 0, 0, 0])),
    ] {
        for (decision, expected) in [
            (Decision::Mine, (kind, here)),
            (Decision::Theirs, is),
            (Decision::Later, (kind, here)),
        ] {
            let mut pair = copies(counted(here), &theirs);
            let plan = pair.plan();
            assert_eq!((plan.conflicts.len(), plan.undecided()), (1, 1), "{:?}", plan.conflicts);
            pair.merge(Some(decision));
            assert_eq!(polls(&pair.mine), [expected], "{decision:?}");
        }
    }
}

#[test]
fn whose_name_it_is_comes_from_one_of_the_two_copies_and_is_never_a_party_and_a_group_at_once() {
    let to = |of: fn(&Document) -> Speaker| {
        move |document: &mut Document| {
            let alias = document.snapshot().aliases.iter().next().unwrap().clone();
            let of = of(document);
            document.apply(&Edit::change(Alias { of, ..alias }, "")).unwrap();
        }
    };
    let add = |document: &mut Document| {
        let of = document.snapshot().parties.iter().next().unwrap().id;
        document.apply(&Edit::add(Alias::new(of, "The former name"), "")).unwrap();
    };
    let other = to(|it| it.snapshot().parties.iter().nth(1).unwrap().id.into());
    let group = to(|it| it.snapshot().groups.iter().next().unwrap().id.into());
    for decision in [Decision::Mine, Decision::Theirs] {
        let mut pair = Pair::after(add, group);
        other(&mut pair.mine);
        let here = pair.mine.snapshot().aliases.iter().next().unwrap().of;
        let there = pair.theirs.snapshot().aliases.iter().next().unwrap().of;
        let plan = pair.plan();
        assert_eq!((plan.conflicts.len(), plan.undecided()), (1, 1), "{:?}", plan.conflicts);
        let fields: Vec<_> = plan.conflicts[0].clashes.iter().map(|it| it.field).collect();
        assert_eq!(fields, ["party_id", "group_id"]);
        pair.merge(Some(decision));
        let is = pair.mine.snapshot().aliases.iter().next().unwrap().of;
        assert_eq!(is, if decision == Decision::Mine { here } else { there });
    }
}
