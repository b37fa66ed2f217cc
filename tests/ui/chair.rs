//! The words the chair types in front of a room: what the room may see of them, and what becomes of
//! them.

use cbm_workbench::document::{Edit, StepName};
use cbm_workbench::draft::print;
use cbm_workbench::model::{Bilingual, Marking, ParagraphId, Party, PartyKind, Slide, SlideKind};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};
use crate::drafting::{
    BOTH, CHAIR, CODE, open, paragraph, put_on_the_wall, to_the_room, type_new_words, window, write,
};
use crate::locking::{lies_open, passphrase, unlock};
use crate::room::words;
use crate::wall::{Scene, put};

/// The paragraph OP1 on the wall of a room for what is CLEAR, with words of the chair for it.
fn with_words_of_the_chair(typed: &str) -> Scene {
    let mut scene = Scene::new(|document| {
        write(document, |_, _| {});
        let op1 = document.snapshot().paragraphs.iter().find(|it| it.words.contains("promptly"));
        let paragraph = Some(op1.unwrap().id);
        let proposal = document.snapshot().proposal_by_code(CODE).map(|it| it.id);
        let slide = Slide { proposal, paragraph, ..Slide::new(SlideKind::Text, 0) };
        document.apply(&Edit::new(StepName::Prepare, "").put(slide)).unwrap();
    });
    scene.room.go(0);
    scene.look();
    let id = drafted(&scene);
    let base = scene.document.snapshot().paragraphs.get(id).unwrap().words.clone();
    type_in(&mut scene, base, typed);
    scene.look();
    scene
}

fn type_in(scene: &mut Scene, base: String, typed: &str) {
    let id = drafted(scene);
    scene.room.draft(scene.document.snapshot(), id, base, typed.to_owned());
    scene.room.forget();
    scene.look();
}

/// The chair's words as the room sees them.
fn shown_of_the_chair(scene: &Scene) -> String {
    let wall = scene.room.wall(0.0).unwrap();
    print(&wall.texts.drafts[&drafted(scene)].words)
}

fn drafted(scene: &Scene) -> ParagraphId {
    let mut slides = scene.document.snapshot().slides.iter();
    slides.next().unwrap().paragraph.unwrap()
}

fn words_of_the_chair(scene: &Scene) -> String {
    let wall = scene.room.wall(0.0).unwrap();
    wall.texts.drafts.values().map(|it| format!("{:?} {:?}", it.words, it.typed)).collect()
}

#[test]
fn who_is_marked_more_strictly_leaves_the_words_of_the_chair_too() {
    let mut scene = with_words_of_the_chair("States act [now] (NLD).");
    assert!(words_of_the_chair(&scene).contains("NLD"));
    let id = drafted(&scene);
    let party = scene.document.snapshot().party_by_code("NLD").unwrap().clone();
    put(&mut scene.document, Party { marking: Some(Marking::Red), ..party });
    scene.look();
    // Nothing appears that was not there, so no question is asked.
    assert!(scene.room.question().is_none());
    let wall = scene.room.wall(0.0).unwrap();
    let shown = format!("{:?}", wall.texts.drafts[&id].words);
    assert!(shown.contains("now") && !shown.contains("NLD"), "{shown}");
}

#[test]
fn while_the_dossier_is_locked_only_what_the_room_sees_of_the_words_of_the_chair_is_kept() {
    let mut scene = with_words_of_the_chair("States act [now] (NLD) [CANARY] (TLP:RED).");
    scene.lock();
    let said = words_of_the_chair(&scene);
    assert!(said.contains("now") && !said.contains("CANARY"), "{said}");
}

#[test]
fn what_the_chair_types_comes_back_after_a_lock() {
    let mut window = Window::with(Options::default(), |document| {
        write(document, |_, _| {});
        document.set_passphrase(Some(&passphrase())).unwrap();
    });
    open(&mut window);
    put_on_the_wall(&mut window, 1);
    let op1 = paragraph(&window, "OP1");
    type_new_words(&mut window, "States may CANARY share information.");
    assert!(words(&window).contains("CANARY"));
    window.press_with(Modifiers::COMMAND, Key::L);
    assert!(!lies_open(&window, "CANARY"), "it stands in the encrypted file only");
    unlock(&mut window);
    window.wait_for("New words for OP1, as a proposal of the chair");
    assert!(words(&window).contains("CANARY"), "{}", words(&window));
    assert_eq!(paragraph(&window, "OP1"), op1);
}

#[test]
fn what_is_said_in_a_stricter_room_is_not_for_whoever_may_see_the_paragraph() {
    let mut window = window(|_, _| {});
    window.press(Key::F5);
    window.settle();
    window.harness.get_by_role_and_label(Role::RadioButton, "TLP:RED").click();
    window.settle();
    window.click("Everybody in the room may see TLP:RED");
    window.harness.get_by_role_and_label(Role::Button, "Open").click();
    window.settle();
    put_on_the_wall(&mut window, 1);
    type_new_words(&mut window, "States should CANARY share information.");
    window.press_with(Modifiers::COMMAND, Key::Enter);
    let op1 = paragraph(&window, "OP1");
    assert!(op1.words.contains("CANARY") && op1.marking == Some(Marking::Red), "{op1:?}");
    assert!(window.shows_part("As this room is TLP:RED, so is OP1 now"));
    window.press(Key::Escape);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(paragraph(&window, "OP1").marking, Some(Marking::Clear));
}

#[test]
fn a_name_that_is_half_typed_behind_a_bracket_is_not_on_the_wall() {
    let mut window = window(|_, _| {});
    open(&mut window);
    put_on_the_wall(&mut window, 1);
    type_new_words(&mut window, "States act [now] [soon] (BRA) ");
    let chair = |window: &Window| {
        let said = words(window);
        said.lines().find(|it| it.starts_with(CHAIR)).unwrap().to_owned()
    };
    for name in ["(ZEMB", ", BRA", "(lar"] {
        window.type_text(name);
        let shown = chair(&window);
        assert!(shown.contains("soon") && !shown.contains("ZEMB"), "{name}: {shown}");
    }
}

#[test]
fn nor_is_one_in_the_middle_of_a_paragraph_whatever_stands_behind_it() {
    for (before, typed) in [
        ("States act [now] and [soon] (NLD).", "States act [now] (ZEMB and [soon] (NLD)."),
        ("States act [now] (as agreed) today.", "States act [now] (ZEMB (as agreed) today."),
        ("States act [now] (NLD) today.", "States act [now] (NLD) (ZEMB today."),
        ("States act [now] (NLD) today.", "States act [now] (NLD, \"ZEMB (la) today."),
        ("States act [now].", "States act [now] (ZEMB [."),
        ("States act [now] (NLD) today.", "States act [now] (NLD) and (ZEMB today."),
        ("States act [now].", "States act [now (ZEMB]."),
    ] {
        let mut scene = with_words_of_the_chair(before);
        let id = drafted(&scene);
        let base = scene.document.snapshot().paragraphs.get(id).unwrap().words.clone();
        type_in(&mut scene, base, typed);
        let shown = shown_of_the_chair(&scene);
        assert!(shown.contains("now") && !shown.contains("ZEMB"), "{typed}: {shown}");
    }
}

#[test]
fn whoever_the_room_may_not_know_is_not_named_however_those_who_ask_are_joined() {
    for joined in [
        "(BRA, NLD, and ZEM)",
        "(BRA / ZEM)",
        "(BRA / zembla)",
        "(BRA and ZEM + NLD)",
        "(BRA and Zembla en NLD)",
        "(BRA) (ZEM)",
        "(ZEM on behalf of CSTO)",
        "(supported by ZEM)",
        "(proposed by Zembla)",
        "(BRA with ZEM)",
        "(ZEM?)",
        "(BRA) and (ZEM)",
        "(BRA); (ZEM)",
        ", (ZEM),",
        "(BRA, as Zembla said)",
    ] {
        let mut scene = with_words_of_the_chair("States act [now].");
        let zembla = Party {
            marking: Some(Marking::Red),
            ..Party::new("ZEM", Bilingual::new("Zembla", "Zembla"), PartyKind::State)
        };
        put(&mut scene.document, zembla);
        scene.look();
        let id = drafted(&scene);
        let base = scene.document.snapshot().paragraphs.get(id).unwrap().words.clone();
        type_in(&mut scene, base, &format!("States act [now] {joined} as agreed."));
        let shown = shown_of_the_chair(&scene);
        assert!(shown.contains("as agreed"), "{joined}: {shown}");
        let folded = shown.to_lowercase();
        assert!(!folded.contains("zem"), "{joined}: {shown}");
    }
}

#[test]
fn words_changed_beneath_what_the_chair_types_are_not_the_chairs_doing() {
    let mut window = window(|_, _| {});
    open(&mut window);
    put_on_the_wall(&mut window, 1);
    type_new_words(&mut window, "States might share information.");
    window.press(Key::Escape);
    window.press_with(BOTH, Key::T);
    window.press(Key::Home);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowRight);
    window.type_text("[");
    window.type_text("BRA");
    window.press(Key::Enter);
    assert!(paragraph(&window, "OP1").words.starts_with("[States] (BRA) should"));
    to_the_room(&mut window);
    let said = words(&window);
    let chair = said.lines().find(|it| it.starts_with(CHAIR)).unwrap();
    assert!(chair.contains("might") && !chair.contains("[States]"), "{chair}");
}

#[test]
fn a_room_that_is_closed_says_that_words_of_the_chair_go_with_it() {
    let mut window = window(|_, _| {});
    open(&mut window);
    put_on_the_wall(&mut window, 1);
    type_new_words(&mut window, "States may share.");
    window.press(Key::Escape);
    window.press_with(Modifiers::SHIFT, Key::F5);
    assert!(window.shows_part("has not been taken over, and goes"));
    window.click("Keep the room open");
    window.click("Close the room");
    assert!(window.shows_part("has not been taken over, and goes"), "the button asks too");
}

#[test]
fn releasing_a_version_lists_first_the_paragraphs_that_come_with_it() {
    let mut window = window(|versions, all| {
        versions[1].marking = Some(Marking::Red);
        all[3].words = "States should CANARY share.".to_owned();
    });
    open(&mut window);
    window.press_with(BOTH, Key::T);
    window.click("Version: rev.1");
    window.click("chair");
    put_on_the_wall(&mut window, 1);
    to_the_room(&mut window);
    window.click("Release by name…");
    window.click_first("Version · A/RES/73/27, rev.1");
    assert!(window.shows_part("3 records come along"), "{}", words(&window));
    assert!(window.shows_part("CANARY share"));
    // A paragraph of a withheld version says what is in its way.
    window.click_first("Paragraph · A/RES/73/27, rev.1, OP1");
    assert!(window.shows_part("It is shown only once A/RES/73/27, rev.1"), "{}", words(&window));
}
