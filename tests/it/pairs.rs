//! Pairs of copies to merge, and edits to make on each.

use cbm_workbench::document::merge::{Decision, Merge, plan};
use cbm_workbench::document::{Document, Edit};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Bilingual, Brief, Marking, Party, PartyKind, Position, Remedy, Stance};
use tempfile::TempDir;

use crate::common::{dossier, folder};

/// Two copies of one dossier with a remedy and a source, each edited separately.
pub(crate) struct Pair {
    _folder: TempDir,
    pub(crate) mine: Document,
    pub(crate) theirs: Document,
}

impl Pair {
    pub(crate) fn new(
        mine: impl FnOnce(&mut Document),
        theirs: impl FnOnce(&mut Document),
    ) -> Self {
        let folder = folder();
        let base = dossier(&folder, Template::UnGlobalCbms);
        let mut document = Document::open(&base).unwrap();
        let proposal = document.snapshot().proposals.iter().next().unwrap().id;
        let obstacle = cbm_workbench::model::Obstacle::Mistrust;
        document.apply(&Edit::add(Remedy::new(proposal, obstacle, "Remedy"), "")).unwrap();
        drop(document);
        let other = folder.path().join("other.cbm");
        std::fs::copy(&base, &other).unwrap();
        let (mut here, mut there) =
            (Document::open(&base).unwrap(), Document::open(&other).unwrap());
        here.set_author("me");
        there.set_author("them");
        mine(&mut here);
        theirs(&mut there);
        Self { _folder: folder, mine: here, theirs: there }
    }

    /// The same, from a dossier that was edited before it was copied.
    pub(crate) fn after(
        before: impl FnOnce(&mut Document),
        theirs: impl FnOnce(&mut Document),
    ) -> Self {
        let mut pair = Self::new(before, |_| {});
        let copy = pair.theirs.path().with_file_name("copy.cbm");
        pair.mine.copy_to(&copy).unwrap();
        pair.theirs = Document::open(&copy).unwrap();
        theirs(&mut pair.theirs);
        pair
    }

    pub(crate) fn plan(&self) -> Merge {
        plan(&self.mine, &self.theirs).unwrap()
    }

    pub(crate) fn merge(&mut self, decision: Option<Decision>) {
        let mut merge = self.plan();
        for conflict in &mut merge.conflicts {
            conflict.decision = decision;
        }
        self.mine.merge(&merge, "", |_| String::from("put off")).unwrap();
    }
}

pub(crate) fn rename(name: &'static str) -> impl Fn(&mut Document) {
    move |document| {
        let mut party = document.snapshot().party_by_code("NLD").unwrap().clone();
        name.clone_into(&mut party.name.en);
        document.apply(&Edit::change(party, "")).unwrap();
    }
}

pub(crate) fn note(words: &'static str) -> impl Fn(&mut Document) {
    move |document| {
        let mut party = document.snapshot().party_by_code("NLD").unwrap().clone();
        words.clone_into(&mut party.note);
        document.apply(&Edit::change(party, "")).unwrap();
    }
}

pub(crate) fn delete_party(document: &mut Document) {
    let party = document.snapshot().party_by_code("NLD").unwrap().record_id();
    document.apply(&Edit::delete(document.snapshot(), party, "")).unwrap();
}

pub(crate) fn add_position(document: &mut Document) {
    let snapshot = document.snapshot();
    let party = snapshot.party_by_code("NLD").unwrap().id;
    let proposal = snapshot.proposals.iter().next().unwrap().id;
    let day = "2026-01-02".parse().unwrap();
    let entry = Position::new(proposal, party, Some(Stance::Support), day);
    document.apply(&Edit::add(entry, "")).unwrap();
}

pub(crate) fn add_objection(document: &mut Document) {
    let snapshot = document.snapshot();
    let party = snapshot.party_by_code("NLD").unwrap().id;
    let proposal = snapshot.proposals.iter().next().unwrap().id;
    let day = "2026-01-02".parse().unwrap();
    let entry = Position::new(proposal, party, Some(Stance::Object), day);
    document.apply(&Edit::add(entry, "")).unwrap();
}

/// Changes the dossier's own marking.
pub(crate) fn mark(marking: Marking) -> impl Fn(&mut Document) {
    move |document| {
        let dossier = document.snapshot().dossier.clone();
        let dossier = cbm_workbench::model::Dossier { marking, ..dossier };
        document.apply(&Edit::change(dossier, "")).unwrap();
    }
}

pub(crate) fn add_party(name: &'static str) -> impl Fn(&mut Document) {
    move |document| {
        let party = Party::new("NEW", Bilingual::new(name, ""), PartyKind::Company);
        document.apply(&Edit::add(party, "")).unwrap();
    }
}

pub(crate) fn add_brief(red_line: &'static str) -> impl Fn(&mut Document) {
    move |document| {
        let proposal = document.snapshot().proposals.iter().next().unwrap().id;
        let brief = Brief { red_line: red_line.to_owned(), ..Brief::new(proposal) };
        document.apply(&Edit::add(brief, "")).unwrap();
    }
}

pub(crate) fn nothing(_: &mut Document) {}
