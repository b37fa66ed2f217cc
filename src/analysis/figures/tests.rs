//! Nothing unchanged is computed again. That everything changed is, `tests/it/figures` checks with
//! random edits.

use super::*;
use crate::model::{
    Bilingual, Group, GroupKind, Language, Membership, Obstacle, Party, PartyKind, Position,
    Proposal, Relation, Remedy, Severity, Stance, Term, Trust,
};

const ALL: [&str; 7] = ["camps", "coalition", "heat", "relations", "terms", "by_code", "by_name"];

fn day() -> NaiveDate {
    "2026-01-01".parse().unwrap()
}

fn dossier() -> Snapshot {
    let mut snapshot = Snapshot::new(Dossier::new("A dossier"));
    let group = Group::new("G", Bilingual::new("Group", ""), GroupKind::Organisation);
    snapshot.put(group.clone().into());
    for number in 0..4 {
        let name = Bilingual::new(format!("Party {number}"), format!("Partij {}", 9 - number));
        let party = Party::new(format!("P{number}"), name, PartyKind::State);
        snapshot.put(Membership::new(group.id, party.id).into());
        snapshot.put(party.into());
        let title = Bilingual::new(format!("Measure {number}"), "");
        let proposal = Proposal::new(format!("M{number}"), title);
        let mut remedy = Remedy::new(proposal.id, Obstacle::Mistrust, "Talk");
        remedy.severity_after = Severity::new(1);
        snapshot.put(remedy.into());
        snapshot.put(proposal.into());
    }
    let parties: Vec<_> = snapshot.parties.iter().map(|party| party.id).collect();
    snapshot.put(Relation::new([parties[0], parties[1]], Trust::Mistrust, day()).into());
    snapshot.put(Term::new("information security").into());
    snapshot
}

fn figures(snapshot: &Snapshot) -> Figures {
    let figures = Figures::new(snapshot, Days { as_of: day(), since: day() }, Text::default());
    figures.build();
    assert!(figures.are_there());
    figures
}

/// The figures kept across a change.
fn kept(change: impl FnOnce(&mut Snapshot)) -> Vec<&'static str> {
    let mut snapshot = dossier();
    let before = figures(&snapshot);
    change(&mut snapshot);
    let now = before.follow(&snapshot, before.days, before.text);
    now.shared(&before)
}

fn all_but(others: &[&str]) -> Vec<&'static str> {
    ALL.into_iter().filter(|figure| !others.contains(figure)).collect()
}

#[test]
fn an_edit_of_a_note_computes_nothing() {
    assert_eq!(kept(|_| {}), ALL);
    assert_eq!(
        kept(|snapshot| {
            let mut party = snapshot.parties.iter().next().unwrap().clone();
            party.note = "A note".to_owned();
            snapshot.put(party.into());
            let mut proposal = snapshot.proposals.iter().next().unwrap().clone();
            proposal.text = "A text".to_owned();
            snapshot.put(proposal.into());
            let mut remedy = snapshot.remedies.iter().next().unwrap().clone();
            remedy.note = "A note".to_owned();
            snapshot.put(remedy.into());
            let dossier = Dossier { title: "Another".to_owned(), ..snapshot.dossier.clone() };
            snapshot.put(dossier.into());
        }),
        ALL
    );
}

#[test]
fn another_language_computes_only_the_order_of_names() {
    let snapshot = dossier();
    let before = figures(&snapshot);
    let now = before.follow(&snapshot, before.days, Text::new(Language::Dutch));
    assert_eq!(now.shared(&before), all_but(&["by_name"]));
    let reversed: Vec<_> = before.parties().iter().rev().copied().collect();
    assert_eq!(now.parties(), reversed);
}

#[test]
fn another_name_computes_only_the_order_of_names() {
    let kept = kept(|snapshot| {
        let mut party = snapshot.parties.iter().next().unwrap().clone();
        party.name.en = "Zealandia".to_owned();
        snapshot.put(party.into());
    });
    assert_eq!(kept, all_but(&["by_name"]));
}

#[test]
fn a_stance_recounts_one_column() {
    let mut snapshot = dossier();
    let before = figures(&snapshot);
    let (proposal, party) =
        (snapshot.proposals.iter().nth(1).unwrap().id, snapshot.parties.iter().next().unwrap().id);
    snapshot.put(Position::new(proposal, party, Some(Stance::Object), day()).into());
    let now = before.follow(&snapshot, before.days, before.text);
    assert_eq!(now.shared(&before), all_but(&["coalition"]));
    assert_eq!(now.coalition().counted_with(before.coalition()), 3);
    assert_eq!(now.coalition().left(), 1);
    let (slot, party) =
        (snapshot.proposals.slot(proposal).unwrap(), snapshot.parties.slot(party).unwrap());
    assert_eq!(now.coalition().stance(slot, party), Some(Stance::Object));
    assert_eq!(before.coalition().stance(slot, party), None, "what was stays what it was");
    assert_eq!(now.totals().unknown, (15, 16));
    assert_eq!(before.totals().unknown, (16, 16));
}
