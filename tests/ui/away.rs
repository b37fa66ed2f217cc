//! A room that stays open while something else happens to its dossier: the wall neither shows more
//! nor goes dark, and closes only if the user says so.

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::model::{Bilingual, Marking, Poll};
use cbm_workbench::store::Passphrase;
use egui::accesskit::Role;
use egui::{Key, Modifiers, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};
use crate::room::words;

const OTHER: &str = "A/RES/73/187";
const SLIDE: &str = "A/RES/73/27 Open-ended";

fn meeting(prepare: impl FnOnce(&mut Document)) -> Window {
    let mut window = Window::with(Options::default(), prepare);
    open(&mut window);
    window
}

fn protected() -> Window {
    meeting(protect)
}

fn protect(document: &mut Document) {
    let passphrase = Passphrase::new("gravel ocarina".to_owned()).unwrap();
    document.set_passphrase(Some(&passphrase)).unwrap();
}

fn open(window: &mut Window) {
    window.press(Key::F5);
    window.settle();
    window.click("Open");
    window.click_first(SLIDE);
}

fn unlock(window: &mut Window) {
    window.harness.get_by_role_and_label(Role::PasswordInput, "Passphrase").focus();
    window.settle();
    window.type_text("gravel ocarina");
    window.harness.get_by_role_and_label(Role::Button, "Open").click();
    window.settle();
    window.wait_for("Record");
}

fn type_signs(window: &mut Window, signs: &str) {
    for sign in signs.chars() {
        window.type_text(&sign.to_string());
    }
}

fn polls(window: &Window) -> Vec<Poll> {
    window.document().snapshot().polls.iter().cloned().collect()
}

#[test]
fn the_locked_screen_closes_the_room_only_after_saying_so() {
    let mut window = protected();
    window.press_with(Modifiers::COMMAND, Key::L);
    assert!(window.shows("Locked") && !window.shows("Cancel"));
    window.press(Key::Escape);
    assert!(window.shows_part("The room stays open"));
    assert!(window.shows_part("Room open · TLP:CLEAR"));
    window.click("Close the room");
    window.click("Close the room now");
    assert!(!window.shows_part("The room stays open") && !window.shows_part("Room open"));
    window.click("Cancel");
    assert!(!window.shows("Locked"));
}

#[test]
fn keys_that_miss_the_passphrase_do_not_close_the_room_on_the_locked_screen() {
    let mut window = protected();
    window.press_with(Modifiers::COMMAND, Key::L);
    for modifiers in [Modifiers::NONE, Modifiers::COMMAND] {
        window.tab_to("Close the room");
        window.press_with(modifiers, Key::Enter);
        assert!(window.harness.state().room().is_some());
        // A second one keeps it open too.
        window.press_with(modifiers, Key::Enter);
        window.press(Key::Escape);
        assert!(window.harness.state().room().is_some() && window.shows("Locked"));
    }
}

#[test]
fn escape_closes_a_dialog_over_the_locked_screen_and_leaves_the_wall() {
    let mut window = protected();
    window.press_with(Modifiers::COMMAND, Key::L);
    window.click("File");
    window.click("Open the example");
    assert!(window.shows("Close the room?"));
    window.press(Key::Escape);
    assert!(!window.shows("Close the room?"));
    let stays = |window: &Window| !window.harness.state().room().unwrap().blank;
    assert!(stays(&window));
    window.press(Key::Escape);
    assert!(!stays(&window), "with nothing to close it blanks the wall");
}

#[test]
fn what_cannot_be_opened_does_not_take_the_locked_screen_of_an_open_room_away() {
    let mut window = protected();
    window.press_with(Modifiers::COMMAND, Key::L);
    let strange = window.beside("strange.cbm");
    std::fs::write(&strange, "no dossier").unwrap();
    window.press_with(Modifiers::COMMAND, Key::O);
    window.give_path(&strange);
    if window.shows("Close the room?") {
        window.click("Close the room and continue");
    }
    window.wait_for("Locked");
    assert!(window.shows_part("could not be opened") || window.shows_part("not a dossier"));
    assert!(window.shows_part("The room stays open"));
}

#[test]
fn what_is_kept_hidden_after_a_lock_is_not_asked_about_again() {
    let mut window = meeting(|document| {
        protect(document);
        let mut dossier = document.snapshot().dossier.clone();
        (dossier.marking, dossier.title) = (Marking::Clear, "First title".to_owned());
        document.apply(&Edit::change(dossier.clone(), "")).unwrap();
        dossier.title = "Second title".to_owned();
        document.apply(&Edit::change(dossier, "")).unwrap();
    });
    window.press(Key::Home);
    assert!(words(&window).contains("Second title"));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(window.shows("Show this on the wall?"));
    window.press_with(Modifiers::COMMAND, Key::L);
    window.harness.get_by_role_and_label(Role::PasswordInput, "Passphrase").focus();
    window.settle();
    window.type_text("gravel ocarina");
    window.press(Key::Enter);
    window.wait_for("Show this on the wall?");
    window.harness.get_by_role_and_label(Role::Button, "Keep hidden").click();
    window.settle();
    assert!(!window.shows("Show this on the wall?"), "once is enough");
    assert!(window.shows("Kept hidden: one record…"));
    // The lock left the wall blank; uncovered, it stands as it stood.
    window.type_text("b");
    let said = words(&window);
    assert!(said.contains("Second title"), "{said}");
    assert_eq!(said.matches("First title").count(), 1, "on the laptop's own bar: {said}");
}

#[test]
fn counting_continues_after_a_lock() {
    let mut window = protected();
    let steps = window.steps();
    type_signs(&mut window, "++");
    window.press_with(Modifiers::COMMAND, Key::L);
    unlock(&mut window);
    assert_eq!(window.steps(), steps, "no step between two of them");
    assert!(words(&window).contains("Said without names, 21 Nov 2026: 2"));
    window.click_first(SLIDE);
    type_signs(&mut window, "--0");
    window.close_room();
    let polls = polls(&window);
    assert_eq!((polls.len(), polls[0].counts), (1, [0, 2, 1, 2, 0, 0]));
    assert_eq!(window.steps(), steps + 1);
}

#[test]
fn what_was_counted_before_a_lock_reaches_the_dossier_even_if_the_room_is_closed_meanwhile() {
    let mut window = protected();
    type_signs(&mut window, "++");
    window.press_with(Modifiers::COMMAND, Key::L);
    window.click("Close the room");
    window.click("Close the room now");
    window.harness.get_by_role_and_label(Role::PasswordInput, "Passphrase").focus();
    window.settle();
    window.type_text("gravel ocarina");
    window.harness.get_by_role_and_label(Role::Button, "Open").click();
    window.settle();
    window.wait_for("What was said without names in the previous room is in the dossier.");
    assert_eq!(polls(&window)[0].counts, [0, 2, 0, 0, 0, 0]);
}

#[test]
fn a_passphrase_can_be_set_while_the_room_is_open() {
    let mut window = meeting(|_| {});
    type_signs(&mut window, "++");
    window.click("File");
    window.click("Passphrase…");
    for name in ["New passphrase", "Repeat passphrase"] {
        window.harness.get_by_role_and_label(Role::PasswordInput, name).focus();
        window.settle();
        window.type_text("gravel ocarina");
    }
    // Enter in the second field suffices.
    window.press(Key::Enter);
    window.wait_for("The dossier now has a passphrase.");
    assert!(window.shows("Room open · TLP:CLEAR"));
    assert!(words(&window).contains("Said without names, 21 Nov 2026: 2"));
    assert!(polls(&window).is_empty());
}

#[test]
fn another_dossier_closes_the_room_only_after_confirmation() {
    let mut window = meeting(|document| {
        document.copy_to(&document.path().with_file_name("other.cbm")).unwrap();
    });
    let first = window.document().path().to_owned();
    window.press_with(Modifiers::COMMAND, Key::W);
    assert!(window.shows("Close the room?"));
    window.press(Key::Enter);
    assert!(window.shows("Room open · TLP:CLEAR"), "whoever presses Enter keeps it");
    window.drop_file("other.cbm", &[], "Close the room?");
    window.press(Key::Escape);
    assert!(window.shows("Room open · TLP:CLEAR"));
    assert_eq!(window.document().path(), first);
    window.drop_file("other.cbm", &[], "Close the room?");
    window.click("Close the room and continue");
    for _ in 0..1000 {
        if window.harness.state().document().is_some_and(|it| it.path() != first) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.settle();
    }
    assert_ne!(window.document().path(), first);
    assert!(!window.shows_part("Room open"));
    open(&mut window);
    window.press_with(Modifiers::COMMAND, Key::W);
    window.click("Close the room and continue");
    assert!(window.harness.state().document().is_none());
}

#[test]
fn keys_belong_to_the_question_about_the_wall() {
    const CANARY: &str = "CANARY-5521";
    let mut window = meeting(|document| {
        let mut proposal = document.snapshot().proposal_by_code(OTHER).unwrap().clone();
        let before = proposal.summary.clone();
        proposal.summary = Bilingual::new(CANARY, "");
        document.apply(&Edit::change(proposal.clone(), "")).unwrap();
        proposal.summary = before;
        document.apply(&Edit::change(proposal, "")).unwrap();
    });
    let steps = window.steps();
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(window.shows("Show this on the wall?"));
    assert!(words(&window).contains("One record would appear"));
    for key in [Key::PageDown, Key::PageUp, Key::ArrowRight, Key::ArrowDown, Key::Home, Key::B] {
        window.press(key);
        assert!(window.shows("Show this on the wall?"));
        let told = |line: &str| !line.contains(CANARY) || line.contains("Summary in ");
        assert!(words(&window).lines().all(told), "only the question tells it");
    }
    type_signs(&mut window, "bftcps+0");
    window.press_with(Modifiers::COMMAND, Key::PageDown);
    assert_eq!(window.steps(), steps + 1, "only the undo");
    window.harness.get_by_role_and_label(Role::Button, "Keep hidden").click();
    window.settle();
    assert!(!window.shows("Show this on the wall?"));
    assert!(words(&window).contains("The wall follows you"), "neither blank nor frozen");
    assert!(window.shows("Kept hidden: one record…") && !words(&window).contains(CANARY));
    // A page goes by markings, and says that it may show more than the room saw.
    window.press_with(Modifiers::COMMAND, Key::E);
    window.wait_for("You keep one record hidden from the room");
    window.press(Key::Escape);
    // Showing it after all takes one decision.
    window.click("Kept hidden: one record…");
    assert!(words(&window).contains("You kept this hidden."));
    window.click("Show to the room");
    assert!(!window.shows_part("Kept hidden") && !window.shows("Show this on the wall?"));
    window.click_first(&format!("{OTHER} "));
    window.press(Key::PageDown);
    assert!(words(&window).contains(CANARY));
}

#[test]
fn a_tally_has_the_dossiers_marking_and_only_the_room_that_gave_it_sees_it() {
    let mut window = meeting(|_| {});
    type_signs(&mut window, "++0--");
    window.press(Key::PageDown);
    window.press(Key::PageDown);
    let tally = polls(&window)[0].clone();
    assert_eq!((tally.total(), tally.marking), (5, None), "not the ceiling's");
    window.click_first(SLIDE);
    let said =
        "Said without names, 21 Nov 2026: 5: 2 supports, 1 can live with it, 2 has reservations";
    assert!(words(&window).contains(said), "{}", words(&window));
    assert!(words(&window).contains("TLP:CLEAR"), "and is marked as before");
    // It is not shown in another room, and statements there are not added to it.
    window.close_room();
    open(&mut window);
    assert!(!words(&window).contains("Said without names"));
    type_signs(&mut window, "00000");
    window.close_room();
    let mut totals: Vec<_> = polls(&window).iter().map(|it| (it.total(), it.marking)).collect();
    totals.sort_unstable();
    assert_eq!(totals, [(5, None), (5, None)]);
}

#[test]
fn quitting_closes_the_room_only_after_confirmation() {
    let mut window = meeting(|_| {});
    let quit = |window: &mut Window| {
        let windows = &mut window.harness.input_mut().viewports;
        windows.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
        window.harness.step();
        let mut asked =
            window.harness.output().viewport_output.values().flat_map(|it| &it.commands);
        let cancelled = asked.any(|command| *command == ViewportCommand::CancelClose);
        window.settle();
        cancelled
    };
    assert!(quit(&mut window) && window.shows("Close the room?"));
    window.press(Key::Enter);
    assert!(window.shows("Room open · TLP:CLEAR"), "whoever presses Enter keeps it");
    // The dialog that was open comes back, with its text.
    window.press_with(Modifiers::COMMAND, Key::K);
    window.type_text("abou");
    let typed = |window: &Window| window.shows("About CBM Workbench");
    assert!(typed(&window));
    quit(&mut window);
    if !window.shows("Close the room?") {
        quit(&mut window);
    }
    assert!(window.shows("Close the room?") && !typed(&window));
    window.press(Key::Escape);
    assert!(typed(&window));
    window.press(Key::Escape);
    quit(&mut window);
    window.click("Close the room and continue");
    assert!(!window.shows_part("Room open"));
    assert!(!quit(&mut window));
}

#[test]
fn the_running_count_shows_no_split_that_reveals_the_last_stance() {
    let mut window = meeting(|_| {});
    let said = |window: &Window| words(window).replace('\n', " ");
    type_signs(&mut window, "++000");
    let five = "2026: 5: 2 supports, 3 can live with it";
    assert!(said(&window).contains(five));
    // The sixth is counted, but the split is not updated.
    type_signs(&mut window, "5");
    assert!(said(&window).contains("2026: 6: 2 supports, 3 can live with it · one not shown yet"));
    assert!(said(&window).contains("+ 2  0 3 · one not shown yet"), "nor on the laptop");
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(said(&window).contains(five));
    window.press_with(Modifiers::COMMAND, Key::Y);
    assert!(said(&window).contains("one not shown yet") && !said(&window).contains("1 objects"));
    // Taking back one that was in the split invalidates it, without revealing which one it was.
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.press_with(Modifiers::COMMAND, Key::Z);
    let back = "not shown, as it would reveal single answers";
    assert!(said(&window).contains(&format!("2026: 4: {back}")), "{}", said(&window));
    type_signs(&mut window, "5");
    assert!(said(&window).contains(&format!("2026: 5: {back}")));
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.press_with(Modifiers::COMMAND, Key::Y);
    assert!(!said(&window).contains("1 objects"));
    type_signs(&mut window, "5555");
    assert!(said(&window).contains(&format!("2026: 9: {back}")), "nor what it was");
    type_signs(&mut window, "0");
    let ten = "2026: 10: 2 supports, 3 can live with it, 5 objects";
    assert!(said(&window).contains(ten), "{}", said(&window));
}

#[test]
fn a_half_typed_point_waits_for_the_next_room() {
    let mut window = meeting(|_| {});
    window.type_text("p");
    window.type_text("Who verifies, and");
    window.pass(2.0);
    let mut window = window.after_a_crash(Options::default());
    window.pass(2.0);
    open(&mut window);
    let typed = |window: &Window| {
        let name = "A point to come back to";
        window.harness.get_by_role_and_label(Role::TextInput, name).value()
    };
    assert_eq!(typed(&window).as_deref(), Some("Who verifies, and"));
    window.close_room();
    open(&mut window);
    assert_eq!(typed(&window).as_deref(), Some("Who verifies, and"));
}
