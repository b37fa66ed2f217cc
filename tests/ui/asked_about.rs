//! What is asked about before a room sees it, and what the question says.

use cbm_workbench::document::{Edit, StepName};
use cbm_workbench::model::{
    Bilingual, Dossier, Group, GroupKind, Marking, Membership, Paragraph, Party, Proposal, Table,
    Version,
};
use egui::Key;

use crate::common::Window;
use crate::meeting::meeting;
use crate::room::words;
use crate::wall::{CANARY, Scene, put};

const CODE: &str = "A/RES/73/27";

/// A proposal that everybody may see.
fn proposal(scene: &Scene) -> Proposal {
    let found = scene.document.snapshot().proposal_by_code(CODE).unwrap();
    Proposal { marking: Some(Marking::Clear), ..found.clone() }
}

/// A version of its text of one paragraph.
fn text(scene: &Scene, words: &str) -> (Version, Paragraph) {
    let marking = Some(Marking::Clear);
    let version = Version { marking, ..Version::new(proposal(scene).id, "t1", 0) };
    let paragraph = Paragraph { marking, ..Paragraph::new(version.id, 0, words) };
    (version, paragraph)
}

#[test]
fn a_text_that_comes_from_a_file_is_asked_about_and_one_that_is_typed_is_not() {
    for (name, is_asked) in [(StepName::ImportText, true), (StepName::Add(Table::Versions), false)]
    {
        let mut scene = Scene::new(|_| {});
        let seen = proposal(&scene);
        put(&mut scene.document, seen);
        let (version, paragraph) = text(&scene, CANARY);
        scene.document.apply(&Edit::new(name, "").put(version).put(paragraph)).unwrap();
        scene.look();
        assert_eq!(scene.room.question().is_some(), is_asked, "{name:?}");
        assert_eq!(scene.is_read(CANARY), !is_asked, "{name:?}");
    }
}

#[test]
fn other_words_of_a_paragraph_that_was_released_are_asked_about() {
    let mut scene = Scene::new(|_| {});
    let seen = proposal(&scene);
    put(&mut scene.document, seen);
    let (version, paragraph) = text(&scene, "States shall meet.");
    let secret = Paragraph { marking: Some(Marking::Red), ..paragraph };
    put(&mut scene.document, version);
    put(&mut scene.document, secret.clone());
    scene.look();
    scene.room.release(secret.id.into());
    scene.look();
    assert!(scene.is_read("States shall meet."));
    put(&mut scene.document, Paragraph { words: CANARY.to_owned(), ..secret });
    scene.look();
    assert!(scene.room.question().is_some() && !scene.is_read(CANARY));
}

#[test]
fn nothing_is_said_to_be_kept_hidden_of_a_merge_that_was_undone() {
    let mut scene = Scene::new(|document| {
        let party = document.snapshot().party_by_code("BRA").unwrap().clone();
        put(document, Party { marking: Some(Marking::Clear), ..party });
    });
    let seen = proposal(&scene);
    put(&mut scene.document, seen.clone());
    scene.look();
    let brazil = scene.document.snapshot().party_by_code("BRA").unwrap().clone();
    let name = Bilingual::new(CANARY, CANARY);
    let merged = Edit::new(StepName::Merge, "")
        .put(Proposal { title: name.clone(), ..seen })
        .put(Party { name, ..brazil });
    scene.document.apply(&merged).unwrap();
    scene.look();
    scene.room.hold_back();
    scene.look();
    let kept = |scene: &Scene| scene.room.kept(scene.document.snapshot()).count();
    assert_eq!(kept(&scene), 1);
    scene.document.undo().unwrap();
    scene.look();
    assert_eq!((scene.room.question(), kept(&scene)), (None, 0));
}

#[test]
fn the_question_says_what_would_be_read() {
    let mut scene = Scene::new(|_| {});
    let seen = proposal(&scene);
    put(&mut scene.document, seen.clone());
    let (version, paragraph) = text(&scene, "The words \\(all\\) of [a] (\"Zembla\") paragraph");
    scene.look();
    let titled = Proposal { title: Bilingual::new("Another title", ""), ..seen };
    let merged = Edit::new(StepName::Merge, "").put(titled).put(version).put(paragraph);
    scene.document.apply(&merged).unwrap();
    scene.look();
    let lines = &scene.room.question().unwrap().lines;
    for read in ["Another title", "The words (all) of [a]"] {
        assert!(lines.iter().any(|(_, line)| line.contains(read)), "{read}: {lines:?}");
    }
}

#[test]
fn a_member_of_a_group_is_released_with_the_marking_of_the_group() {
    let mut window: Window = meeting(|document| {
        let group = Group::new("SECR", Bilingual::new("Circle", "Kring"), GroupKind::Forum);
        let party = document.snapshot().party_by_code("BRA").unwrap().id;
        let member = Membership::new(group.id, party);
        let group = Group { marking: Some(Marking::Red), ..group };
        document
            .apply(&Edit::new(StepName::Add(Table::Groups), "").put(group).put(member))
            .unwrap();
    });
    window.press(Key::Home);
    window.click("Release by name…");
    window.type_text("SECR");
    window.click_first("Membership · SECR");
    assert!(window.shows_part("The wall will be marked TLP:RED"), "{}", words(&window));
    assert!(!window.shows_part("no marking of its own"), "{}", words(&window));
}

#[test]
fn the_question_says_all_that_would_be_read_of_what_is_kept_hidden_in_part() {
    let mut scene = Scene::new(|_| {});
    let seen = proposal(&scene);
    put(&mut scene.document, seen.clone());
    scene.look();
    let summed = Proposal { summary: Bilingual::new("Kept summary", ""), ..seen };
    let titled = Proposal { title: Bilingual::new("Kept title", ""), ..summed.clone() };
    let again = Proposal { title: Bilingual::new("Another title", ""), ..summed.clone() };
    scene.put(StepName::Merge, titled);
    scene.look();
    scene.room.hold_back();
    scene.look();
    put(&mut scene.document, again);
    scene.look();
    let lines = scene.room.question().unwrap().lines.clone();
    for read in ["Another title", "Kept summary"] {
        assert!(lines[0].1.contains(read), "{read}: {lines:?}");
    }
    // Of a field that is on the wall already nothing is said.
    scene.room.show_all();
    scene.look();
    scene.put(StepName::Merge, Proposal { summary: Bilingual::new("Last summary", ""), ..summed });
    scene.look();
    let lines = scene.room.question().unwrap().lines.clone();
    assert!(!lines[0].1.contains("Another title"), "{lines:?}");
    assert!(lines[0].1.ends_with("Summary in English: Last summary"), "{lines:?}");
}

#[test]
fn a_dossier_that_may_be_seen_again_is_asked_about_whatever_is_kept_hidden_of_it() {
    type Kept = fn(Dossier) -> Dossier;
    let kept: [Kept; 2] = [
        |it| Dossier { title: "Kept title".to_owned(), ..it },
        |it| Dossier { poll_min_answers: 2, ..it },
    ];
    for kept in kept {
        for is_undone in [true, false] {
            let mut scene = Scene::new(|document| {
                let own = document.snapshot().dossier.clone();
                let title = "Canary title".to_owned();
                put(document, Dossier { marking: Marking::Clear, title, ..own });
            });
            let own = |scene: &Scene| scene.document.snapshot().dossier.clone();
            scene.put(StepName::Merge, kept(own(&scene)));
            scene.look();
            scene.room.hold_back();
            scene.look();
            assert!(scene.is_read("Canary title"));
            let red = Dossier { marking: Marking::Red, ..own(&scene) };
            put(&mut scene.document, red.clone());
            scene.look();
            assert!(!scene.is_read("Canary title"));
            if is_undone {
                scene.document.undo().unwrap();
            } else {
                let classification = "CANARY-CLASS".to_owned();
                let classed = Dossier { classification, ..red };
                put(&mut scene.document, classed.clone());
                scene.look();
                put(&mut scene.document, Dossier { marking: Marking::Clear, ..classed });
            }
            scene.look();
            let asked = scene.room.question().expect("it was withheld meanwhile").clone();
            assert_eq!(asked.lines[0].1.contains("CANARY-CLASS"), !is_undone, "{asked:?}");
            scene.room.hold_back();
            scene.look();
            assert!(!scene.is_read("Canary title") && !scene.is_read("CANARY-CLASS"));
        }
    }
}

#[test]
fn a_former_name_of_somebody_withheld_leaves_a_text_that_stands_as_it_stood_and_a_frozen_one() {
    for (is_kept, is_frozen) in [(false, false), (true, false), (false, true)] {
        let mut scene = Scene::new(|document| {
            let mut party = document.snapshot().party_by_code("BRA").unwrap().clone();
            (party.code, party.marking) = ("WST".to_owned(), Some(Marking::Clear));
            party.name = Bilingual::new("Westland", "Westland");
            put(document, party);
        });
        let seen = proposal(&scene);
        put(&mut scene.document, seen);
        let (version, paragraph) = text(&scene, "We [share] (Norway) points (Westland).");
        put(&mut scene.document, version);
        put(&mut scene.document, paragraph.clone());
        scene.look();
        assert!(scene.is_read("Westland"));
        let other = Paragraph { number: "1a".to_owned(), ..paragraph };
        if is_kept {
            scene.put(StepName::Merge, other);
            scene.look();
            scene.room.hold_back();
            scene.look();
        } else if is_frozen {
            scene.room.frozen = true;
        }
        let west = scene.document.snapshot().party_by_code("WST").unwrap().clone();
        let name = Bilingual::new("Eastland", "Eastland");
        let east = Party { name, ..west };
        put(&mut scene.document, east.clone());
        scene.look();
        put(&mut scene.document, Party { marking: Some(Marking::Red), ..east });
        scene.look();
        scene.room.hold_back();
        scene.look();
        assert!(!scene.is_read("Westland"), "kept {is_kept}, frozen {is_frozen}");
    }
}

#[test]
fn names_that_come_out_of_the_last_bracket_of_a_text_are_asked_about() {
    let mut scene = Scene::new(|document| {
        let party = document.snapshot().party_by_code("BRA").unwrap().clone();
        put(document, Party { marking: Some(Marking::Red), ..party });
    });
    let seen = proposal(&scene);
    put(&mut scene.document, seen);
    let (version, paragraph) = text(&scene, "We [share] (Norway) points (Brazil).");
    put(&mut scene.document, version);
    put(&mut scene.document, paragraph.clone());
    scene.look();
    assert!(!scene.is_read("(Brazil)"), "it may not be named here");
    let words = "We share points (Brazil).".to_owned();
    put(&mut scene.document, Paragraph { words, ..paragraph.clone() });
    scene.look();
    assert!(scene.room.question().is_some() && !scene.is_read("(Brazil)"));
    scene.room.show_all();
    scene.look();
    // Where nobody is named there is nothing to ask.
    let words = "We [share] points.".to_owned();
    put(&mut scene.document, Paragraph { words, ..paragraph.clone() });
    scene.look();
    put(&mut scene.document, Paragraph { words: "We share points.".to_owned(), ..paragraph });
    scene.look();
    assert_eq!(scene.room.question(), None);
    assert!(scene.is_read("We share points."));
}

#[test]
fn what_was_released_without_a_marking_of_its_own_is_asked_about_also_in_a_clear_dossier() {
    let mut scene = Scene::new(|document| {
        let own = document.snapshot().dossier.clone();
        put(document, Dossier { marking: Marking::Clear, ..own });
    });
    let unmarked = Proposal { marking: None, ..proposal(&scene) };
    put(&mut scene.document, unmarked.clone());
    scene.look();
    scene.room.release(unmarked.id.into());
    scene.look();
    put(&mut scene.document, Proposal { title: Bilingual::new(CANARY, CANARY), ..unmarked });
    scene.look();
    assert!(scene.room.question().is_some() && !scene.is_read(CANARY));
}
