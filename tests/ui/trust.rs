//! Keeping a dossier safe, as a user sees it: locking, drafts, reviews, comments, the past.

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::model::Party;
use cbm_workbench::store::Passphrase;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

fn passphrase() -> Passphrase {
    Passphrase::new("gravel ocarina".to_owned()).unwrap()
}

fn note(document: &mut Document, words: &str) {
    let party = document.snapshot().party_by_code("BRA").unwrap().clone();
    document.apply(&Edit::change(Party { note: words.to_owned(), ..party }, "Brazil")).unwrap();
}

/// A window on a dossier edited here and, in a copy, by somebody else.
fn with_a_review(options: Options) -> Window {
    Window::with(options, |document| {
        let theirs = document.path().with_file_name("theirs.cbm");
        document.copy_to(&theirs).unwrap();
        let mut other = Document::open(&theirs).unwrap();
        other.set_clock(crate::common::clock());
        other.set_author("R. Reviewer");
        note(&mut other, "Can accept the text if reporting stays voluntary and yearly");
        let party = other.snapshot().party_by_code("CAN").unwrap().clone();
        let party = Party { note: "Wants a table".to_owned(), ..party };
        other.apply(&Edit::change(party, "Canada")).unwrap();
        note(document, "Can accept the text if reporting stays voluntary");
    })
}

fn find_brazil(window: &mut Window) {
    window.press_with(Modifiers::COMMAND, Key::F);
    window.type_text("Brazil");
    // A banner above it may contain the name too.
    window.harness.get_all_by_label_contains("Brazil").last().unwrap().click();
    window.settle();
}

fn unlock(window: &mut Window, words: &str) {
    window.harness.get_by_role_and_label(Role::PasswordInput, "Passphrase").focus();
    window.settle();
    window.type_text(words);
    window.harness.get_by_role_and_label(Role::Button, "Open").click();
    window.settle();
}

#[test]
fn a_locked_dossier_shows_nothing_until_its_passphrase_is_given() {
    let mut window = Window::with(Options::default(), |document| {
        document.set_passphrase(Some(&passphrase())).unwrap();
    });
    assert!(window.shows_part("Canada"));
    window.press_with(Modifiers::COMMAND, Key::L);
    assert!(window.shows("Locked"));
    assert!(
        !window.shows_part("Canada") && !window.shows_part("UN votes on ICT security 2018–2023")
    );
    unlock(&mut window, "something else");
    window.wait_for("That did not open it");
    // Undo does not bring back what was typed before.
    window.harness.get_by_role_and_label(Role::PasswordInput, "Passphrase").focus();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::Z);
    let field = window.harness.get_by_role_and_label(Role::PasswordInput, "Passphrase");
    assert_eq!(field.value().unwrap_or_default(), "");
    unlock(&mut window, "gravel ocarina");
    window.wait_for("Canada, A/RES/73/27, objects");
}

#[test]
fn an_idle_dossier_locks_itself() {
    let mut window = Window::with(Options::default(), |document| {
        document.set_passphrase(Some(&passphrase())).unwrap();
    });
    window.pass(60.0 * 9.0);
    assert!(!window.shows("Locked"), "not before its time");
    window.press(Key::ArrowDown);
    window.pass(60.0 * 9.0);
    assert!(!window.shows("Locked"), "a key counts");
    window.pass(61.0);
    assert!(window.shows("Locked"));
}

thread_local! {
    /// Seconds by which each test has moved the machine's clock forward.
    static LATER: std::cell::Cell<i64> = const { std::cell::Cell::new(0) };
}

fn by_the_machine() -> chrono::DateTime<chrono::Utc> {
    crate::common::clock().now() + chrono::TimeDelta::seconds(LATER.get())
}

fn protected() -> Window {
    LATER.set(0);
    let clock = cbm_workbench::model::Clock::Told(by_the_machine);
    Window::with_clock(Options::default(), clock, |document| {
        document.set_passphrase(Some(&passphrase())).unwrap();
    })
}

#[test]
fn time_asleep_counts_as_idle_and_the_waking_input_is_ignored() {
    let mut window = protected();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    let steps = window.steps();
    // The lid is closed for a night, and the window's clock stops.
    LATER.set(8 * 3600);
    window.harness.event(egui::Event::Text("+".to_owned()));
    window.harness.step();
    assert!(window.shows("Locked") && !window.shows_part("Canada"), "in the first frame");
    unlock(&mut window, "gravel ocarina");
    window.wait_for("Canada, A/RES/73/27, objects");
    assert_eq!(window.steps(), steps);
}

#[test]
fn setting_the_clock_back_does_not_keep_a_dossier_open() {
    let mut window = protected();
    LATER.set(-24 * 3600);
    window.pass(60.0 * 9.0);
    assert!(!window.shows("Locked"));
    window.pass(61.0);
    assert!(window.shows("Locked"));
}

#[test]
fn with_a_room_open_the_dossier_locks_and_the_wall_stays() {
    let mut window = protected();
    window.press(Key::F5);
    window.settle();
    window.press(Key::Enter);
    window.click_first("A/RES/73/27 Open-ended");
    window.click("Without names");
    window.click("The meeting allows it");
    window.type_text("p");
    window.type_text("Half a point");
    window.press_with(Modifiers::COMMAND, Key::B);
    assert!(window.shows("The wall is blank"));
    window.pass(601.0);
    assert!(window.shows("Locked") && window.shows_part("The room stays open"));
    assert!(!window.shows_part("Half a point"));
    // The wall can be paged and blanked, also with the keys of a remote, but nothing is recorded.
    window.press_with(Modifiers::COMMAND, Key::PageDown);
    window.press(Key::PageDown);
    window.press(Key::PageUp);
    window.press_with(Modifiers::COMMAND, Key::B);
    let is_blank = |window: &Window| window.harness.state().room().unwrap().is_blank();
    assert!(!is_blank(&window));
    window.type_text("gravel");
    window.press(Key::Escape);
    assert!(!is_blank(&window), "it takes back what was typed");
    window.press(Key::Escape);
    assert!(is_blank(&window), "with nothing to take back it is an emergency");
    window.press_with(Modifiers::COMMAND, Key::B);
    unlock(&mut window, "gravel ocarina");
    window.wait_for("The wall follows you");
    let snapshot = window.document().snapshot();
    assert!(snapshot.polls.is_empty() && snapshot.parked.is_empty());
    let next = window.harness.get_all_by_label_contains("A/RES/73/187").count();
    assert!(next > 0);
    let field = window.harness.get_by_role_and_label(Role::TextInput, "A point to come back to");
    assert_eq!(field.value().as_deref(), Some("Half a point"));
    // Closing the room on the locked screen closes it, once that is confirmed.
    window.press_with(Modifiers::COMMAND, Key::L);
    window.click("Close the room");
    window.click("Close the room now");
    assert!(!window.shows_part("The room stays open"));
}

#[test]
fn a_passphrase_is_set_from_the_menu_and_asked_for_when_the_dossier_is_opened() {
    let mut window = Window::new();
    window.click("File");
    window.click("Passphrase…");
    for (name, words) in
        [("New passphrase", "gravel ocarina"), ("Repeat passphrase", "gravel ocarin")]
    {
        window.harness.get_by_role_and_label(Role::PasswordInput, name).focus();
        window.settle();
        window.type_text(words);
    }
    assert!(window.shows("The two do not match yet."));
    window.type_text("a");
    window.click("Protect");
    window.wait_for("The dossier now has a passphrase.");
    assert!(window.document().is_protected());
    let path = window.beside("copy.cbm");
    window.document().copy_to(&path).unwrap();
    window.press_with(Modifiers::COMMAND, Key::W);
    window.drop_file("copy.cbm", &[], "Passphrase");
    unlock(&mut window, "gravel ocarina");
    window.wait_for("Canada, A/RES/73/27, objects");
}

#[test]
fn half_typed_text_and_the_place_on_the_screen_survive_a_crash() {
    let options = Options::default();
    let mut window = Window::with(options, |_| {});
    window.press_with(Modifiers::COMMAND, Key::Num3);
    find_brazil(&mut window);
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Notes").focus();
    window.settle();
    window.type_text("Said in the corridor that");
    window.pass(2.0);
    let mut window = window.after_a_crash(options);
    assert!(window.shows_part("half-typed field"));
    assert!(window.shows_part("Typed earlier and not yet saved"));
    let field = window.harness.get_by_role_and_label(Role::MultilineTextInput, "Notes");
    assert_eq!(field.value().as_deref(), Some("Said in the corridor that"));
    field.focus();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::Num1);
    window.settle();
    let brazil = window.document().snapshot().party_by_code("BRA").unwrap();
    assert_eq!(brazil.note, "Said in the corridor that", "left, it is saved as ever");
}

#[test]
fn a_half_typed_comment_survives_a_crash_until_it_is_posted() {
    let options = Options::default();
    let mut window = Window::with(options, |_| {});
    window.press_with(Modifiers::COMMAND, Key::Num3);
    find_brazil(&mut window);
    window.click("Comments here");
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "New comment").focus();
    window.settle();
    window.type_text("Who said so?");
    window.pass(2.0);
    let mut window = window.after_a_crash(options);
    window.click("Comments here");
    window.harness.get_by_role_and_label(Role::Button, "Comment").click();
    window.settle();
    let comments: Vec<_> = window.document().snapshot().comments.iter().collect();
    assert_eq!(comments.len(), 1);
    assert_eq!(comments[0].text, "Who said so?");
    window.pass(2.0);
    assert!(
        window.document().workspace().unwrap().iter().all(|(key, _)| !key.starts_with("draft"))
    );
}

#[test]
fn a_review_is_merged_after_what_both_changed_is_decided() {
    let mut window = with_a_review(Options::default());
    let path = window.beside("theirs.cbm");
    window.choose("File", "Merge a review…", &path);
    window.wait_for("Merge theirs.cbm");
    assert!(window.shows_part("One record is taken over"));
    assert!(window.shows("Both sides changed this field."));
    assert!(window.shows_part("R. Reviewer"));
    window.click("Merge");
    assert!(window.shows("Merge theirs.cbm"), "not before everything is decided");
    window.press(Key::T);
    window.click("Merge");
    let snapshot = window.document().snapshot();
    assert!(snapshot.party_by_code("BRA").unwrap().note.ends_with("yearly"));
    assert_eq!(snapshot.party_by_code("CAN").unwrap().note, "Wants a table");
    window.press_with(Modifiers::COMMAND, Key::Z);
    let snapshot = window.document().snapshot();
    assert!(snapshot.party_by_code("BRA").unwrap().note.ends_with("voluntary"));
    assert_eq!(snapshot.party_by_code("CAN").unwrap().note, "");
}

#[test]
fn a_postponed_conflict_becomes_a_comment() {
    let mut window = with_a_review(Options::default());
    let path = window.beside("theirs.cbm");
    window.choose("File", "Merge a review…", &path);
    window.wait_for("Merge theirs.cbm");
    window.press(Key::L);
    window.click("Merge");
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O);
    assert!(window.shows_part("To be decided after a merge"));
    window.click_first("To be decided after a merge");
    assert!(
        window.shows_part("there “Can accept the text if reporting stays voluntary and yearly”")
    );
    window.click("Mark as resolved");
    assert!(window.shows_part("Comments on records appear here"));
}

#[test]
fn a_dossier_is_packed_and_the_package_opened_and_merged() {
    let mut window = Window::new();
    let package = window.beside("round.cbmreview");
    window.click("File");
    window.click("Send for review…");
    window.click("Send without a passphrase…");
    window.give_path(&package);
    window.wait_for("Packed into");
    note(
        &mut Document::open(&{
            let copy = window.beside("copy.cbm");
            cbm_workbench::exchange::unpack(&package, &copy, None).unwrap();
            copy
        })
        .unwrap(),
        "from the package",
    );
    let copy = window.beside("copy.cbm");
    window.choose("File", "Merge a review…", &copy);
    window.wait_for("There is nothing to decide");
    window.click("Merge");
    let brazil = window.document().snapshot().party_by_code("BRA").unwrap();
    assert_eq!(brazil.note, "from the package");
    window.choose("File", "Merge a review…", &package);
    window.wait_for("This copy contains nothing new");
}

#[test]
fn comments_are_added_answered_and_resolved_without_changing_the_record() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Num3);
    find_brazil(&mut window);
    let before = window.document().snapshot().party_by_code("BRA").unwrap().clone();
    let say = |window: &mut Window, field: &str, words: &str, button: &str| {
        window.harness.get_by_role_and_label(Role::MultilineTextInput, field).focus();
        window.settle();
        window.type_text(words);
        window.harness.get_by_role_and_label(Role::Button, button).click();
        window.settle();
    };
    window.click("Comments here");
    say(&mut window, "New comment", "Is this still so?", "Comment");
    window.click("Reply");
    say(&mut window, "Reply", "As of last week", "Post the reply");
    assert!(window.shows("Is this still so?") && window.shows("As of last week"));
    assert_eq!(window.document().snapshot().comments.len(), 2);
    window.click("Mark as resolved");
    assert!(window.shows("Resolved"));
    let after = window.document().snapshot().party_by_code("BRA").unwrap();
    assert_eq!(*after, before);
    // Deleting the comment deletes its reply, and undo restores both.
    window.click("Delete this comment");
    assert_eq!(window.document().snapshot().comments.len(), 0);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.document().snapshot().comments.len(), 2);
}

#[test]
fn an_earlier_state_can_be_viewed_and_one_field_restored() {
    let mut window = Window::with(Options::default(), |document| {
        note(document, "first");
        note(document, "second");
    });
    window.press_with(Modifiers::COMMAND, Key::Num9);
    let rows = window.harness.get_all_by_role_and_label(Role::Row, "Change party (Brazil)");
    // The newest comes first.
    rows.last().unwrap().click();
    window.settle();
    assert!(window.shows_part("As it was after: Change party (Brazil)"));
    window.press_with(Modifiers::COMMAND, Key::Num3);
    find_brazil(&mut window);
    let mut fields = window.harness.get_all_by_value("first");
    assert!(fields.next().is_some());
    drop(fields);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.steps(), 2, "nothing can be changed there");
    window.click("Back to now");
    window.click("Changes");
    window.click("Restore “first”");
    let brazil = window.document().snapshot().party_by_code("BRA").unwrap();
    assert_eq!((brazil.note.as_str(), window.steps()), ("first", 3));
}

#[test]
fn a_dossier_held_by_another_program_can_be_waited_for_or_copied() {
    let mut window = Window::with(Options { template: None, ..Options::default() }, |_| {});
    let path = window.beside("held.cbm");
    Document::create(&path, cbm_workbench::library::templates::Template::UnVotes, "Held").unwrap();
    let held = Document::open(&path).unwrap();
    window.drop_file("held.cbm", &[], "is open in");
    assert!(window.shows("Work on a copy…"));
    window.click("Wait until it is free");
    assert!(window.shows_part("Waiting until"));
    drop(held);
    for _ in 0..40 {
        window.pass(0.5);
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert!(window.shows_part("Canada, A/RES/73/27, objects"));
}

#[test]
fn a_damaged_dossier_offers_remedies() {
    let mut window = Window::with(Options { template: None, ..Options::default() }, |_| {});
    let path = window.beside("damaged.cbm");
    Document::create(&path, cbm_workbench::library::templates::Template::UnVotes, "D").unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0xa5);
    std::fs::write(&path, &bytes).unwrap();
    window.drop_file("damaged.cbm", &[], "is damaged");
    let out = window.beside("read.cbm");
    window.click("Save what can be read…");
    window.give_path(&out);
    window.wait_for("Read and written to");
    assert_eq!(std::fs::read(&path).unwrap(), bytes, "the original is as it was");
    assert_eq!(window.document().path(), out);
}

#[test]
fn a_dossier_whose_file_was_replaced_is_rescued() {
    let mut window = Window::new();
    let other = window.beside("other.cbm");
    Document::create(&other, cbm_workbench::library::templates::Template::Empty, "O").unwrap();
    std::fs::rename(&other, window.document().path()).unwrap();
    window.press(Key::ArrowDown);
    window.type_text("+");
    assert!(window.shows_part("Another file has taken the place of"));
    let out = window.beside("rescued.cbm");
    window.click("Save a rescue copy…");
    window.give_path(&out);
    for _ in 0..200 {
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.settle();
    }
    assert_eq!(window.document().path(), out);
}

#[test]
fn pictures() {
    let mut results = SnapshotResults::new();
    let mut take = |window: &mut Window, name: &str| {
        window.harness.remove_cursor();
        window.settle();
        results.add(window.harness.try_snapshot(name));
    };
    for (name, dark, size) in [
        ("merging_light", false, Vec2::new(1280.0, 720.0)),
        ("merging_dark", true, Vec2::new(1920.0, 1080.0)),
    ] {
        let mut window = with_a_review(Options { dark, size, ..Options::default() });
        let path = window.beside("theirs.cbm");
        window.choose("File", "Merge a review…", &path);
        window.wait_for("Merge theirs.cbm");
        take(&mut window, name);
        if !dark {
            window.press(Key::L);
            window.click("Merge");
            window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O);
            window.click_first("To be decided after a merge");
            take(&mut window, "comments");
            window.press_with(Modifiers::COMMAND, Key::Num9);
            let rows: Vec<_> = window
                .harness
                .get_all_by_role_and_label(Role::Row, "Change party (Brazil)")
                .collect();
            rows.last().unwrap().click();
            drop(rows);
            window.settle();
            take(&mut window, "past");
        }
    }
    let mut window = Window::with(Options::default(), |document| {
        document.set_passphrase(Some(&passphrase())).unwrap();
    });
    window.click("File");
    window.click("Passphrase…");
    window.type_text("welkom2024");
    take(&mut window, "dialog_passphrase");
    window.press(Key::Escape);
    window.press_with(Modifiers::COMMAND, Key::L);
    take(&mut window, "locked");
}
