//! Merging a review as a user sees it: what is shown beforehand, and what survives a lock in the
//! middle.

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::model::{Marking, Paragraph, Party, Version};
use cbm_workbench::store::Passphrase;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

fn passphrase() -> Passphrase {
    Passphrase::new("gravel ocarina".to_owned()).unwrap()
}

fn change(document: &mut Document, code: &str, change: impl FnOnce(&mut Party)) {
    let mut party = document.snapshot().party_by_code(code).unwrap().clone();
    change(&mut party);
    document.apply(&Edit::change(party, code)).unwrap();
}

/// A window on a dossier whose copy comes back as a review.
fn with_a_review(mine: impl FnOnce(&mut Document), theirs: impl FnOnce(&mut Document)) -> Window {
    prepared(|_| {}, mine, theirs)
}

/// The same on a dossier in which both begin with something.
fn prepared(
    before: impl FnOnce(&mut Document),
    mine: impl FnOnce(&mut Document),
    theirs: impl FnOnce(&mut Document),
) -> Window {
    Window::with(Options::default(), |document| {
        before(document);
        let path = document.path().with_file_name("theirs.cbm");
        document.copy_to(&path).unwrap();
        let mut other = Document::open(&path).unwrap();
        other.set_clock(crate::common::clock());
        other.set_author("R. Reviewer");
        theirs(&mut other);
        mine(document);
    })
}

fn merge(window: &mut Window) {
    let path = window.beside("theirs.cbm");
    window.choose("File", "Merge a review…", &path);
    window.wait_for("Merge theirs.cbm");
}

#[test]
fn what_a_merge_takes_over_is_shown_field_by_field_beforehand() {
    let mut window = with_a_review(
        |_| {},
        |theirs| {
            change(theirs, "CAN", |it| it.note = "Wants a table".to_owned());
            change(theirs, "BRA", |it| it.marking = Some(Marking::Red));
        },
    );
    merge(&mut window);
    assert!(window.shows("Party Canada"));
    assert!(window.shows("Notes: – → Wants a table"));
    assert!(window.shows_part("→ TLP:RED"));
    assert!(window.shows("Change party (Canada: Notes)"), "as its changes tell");
    window.click("Merge");
    let party = window.document().snapshot().party_by_code("CAN").unwrap();
    assert_eq!(party.note, "Wants a table");
}

#[test]
fn what_they_mark_lower_or_delete_waits_for_a_decision() {
    let mut window = with_a_review(
        |_| {},
        |theirs| {
            let mut dossier = theirs.snapshot().dossier.clone();
            dossier.marking = Marking::Clear;
            theirs.apply(&Edit::change(dossier, "Brazil")).unwrap();
            let party = theirs.snapshot().party_by_code("CAN").unwrap().record_id();
            theirs.apply(&Edit::delete(theirs.snapshot(), party, "")).unwrap();
        },
    );
    let before = window.document().snapshot().dossier.marking;
    merge(&mut window);
    assert!(window.shows_part("makes something less confidential"));
    window.click("Merge");
    assert!(window.shows("Merge theirs.cbm"), "not before everything is decided");
    window.press(Key::M);
    assert!(window.shows_part("The other side deleted this"));
    window.press(Key::M);
    window.click("Merge");
    let snapshot = window.document().snapshot();
    assert_eq!(snapshot.dossier.marking, before);
    assert!(snapshot.party_by_code("CAN").is_some());
}

#[test]
fn what_becomes_of_a_paragraph_with_the_brackets_of_both_is_shown_before_it_is_chosen() {
    let words = |document: &mut Document, words: &str| {
        let mut it = document.snapshot().paragraphs.iter().next().unwrap().clone();
        it.words = words.to_owned();
        document.apply(&Edit::change(it, "OP1")).unwrap();
    };
    let mut window = prepared(
        |document| {
            let proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().id;
            let version = Version::new(proposal, "chair", 0);
            let begin = "States shall meet once a year and report";
            let paragraph = Paragraph::new(version.id, 0, begin);
            document.apply(&Edit::add(version, "x").put(paragraph)).unwrap();
        },
        |mine| words(mine, "States shall [meet once → talk] (RUS) a year and report"),
        |theirs| words(theirs, "States shall meet [once a → every] (NLD) year and report"),
    );
    merge(&mut window);
    assert!(window.shows("With both together"));
    let both = "States shall [alt 1: [meet once → talk] (RUS) a] \
                [alt 2: meet [once a → every] (NLD)] year and report";
    assert!(window.shows(both));
    window.press(Key::B);
    window.click("Merge");
    let merged = window.document().snapshot().paragraphs.iter().next().unwrap().words.clone();
    let both = "States shall [alt 1 [meet once → talk] (RUS) a] \
                [alt 2 meet [once a → every] (NLD)] year and report";
    assert_eq!(merged, both);
}

#[test]
fn a_lock_in_the_middle_of_a_merge_keeps_its_decisions() {
    let mut window = with_a_review(
        |mine| {
            change(mine, "CAN", |it| it.note = "Mine".to_owned());
            change(mine, "BRA", |it| it.note = "Mine".to_owned());
            mine.set_passphrase(Some(&passphrase())).unwrap();
        },
        |theirs| {
            change(theirs, "CAN", |it| it.note = "Theirs".to_owned());
            change(theirs, "BRA", |it| it.note = "Theirs".to_owned());
        },
    );
    merge(&mut window);
    window.press(Key::T);
    window.press_with(Modifiers::COMMAND, Key::L);
    assert!(!window.shows_part("theirs.cbm"), "nothing of it is shown");
    window.harness.get_by_role_and_label(Role::PasswordInput, "Passphrase").focus();
    window.settle();
    window.type_text("gravel ocarina");
    window.harness.get_by_role_and_label(Role::Button, "Open").click();
    window.wait_for("Merge theirs.cbm");
    assert!(window.shows_part("1 of them still open"));
    window.click("The rest: mine");
    window.click("Merge");
    let snapshot = window.document().snapshot();
    let notes = ["BRA", "CAN"].map(|code| snapshot.party_by_code(code).unwrap().note.clone());
    assert_eq!(notes.iter().filter(|note| *note == "Theirs").count(), 1);
    window.pass(2.0);
    let workspace = window.document().workspace().unwrap();
    assert!(workspace.iter().all(|(key, _)| key != "merging"), "it is over: {workspace:?}");
}

#[test]
fn a_step_under_my_own_name_is_shown_as_one_of_the_other_copy() {
    let mut window = with_a_review(
        |_| {},
        |theirs| {
            let own = "a. desk";
            theirs.set_author(own);
            change(theirs, "CAN", |it| it.note = "Wants a table".to_owned());
        },
    );
    merge(&mut window);
    assert!(window.shows_part("your name, in the other copy"));
}

#[test]
fn a_copy_in_conflict_beside_the_dossier_is_offered_when_it_is_opened() {
    let window = with_a_review(
        |_| {},
        |theirs| change(theirs, "CAN", |it| it.note = "Written elsewhere".to_owned()),
    );
    let copy = window.beside("dossier-LAPTOP-7.cbm");
    std::fs::rename(window.beside("theirs.cbm"), &copy).unwrap();
    let mut window = window.after_a_crash(Options::default());
    window.wait_for("Beside dossier.cbm is a copy of it");
    assert!(window.shows_part("dossier-LAPTOP-7.cbm"));
    window.click("Merge the copy");
    window.wait_for("Merge dossier-LAPTOP-7.cbm");
    window.click("Merge");
    let party = window.document().snapshot().party_by_code("CAN").unwrap();
    assert_eq!(party.note, "Written elsewhere");
}
