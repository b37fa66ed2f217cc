//! Everything a lock takes off the screen comes back with the passphrase, including half-typed text
//! in a dialog; anything waiting for a path or a passphrase is dropped.

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::exchange::pack;
use cbm_workbench::model::Party;
use cbm_workbench::store::Passphrase;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, WORDS, Window};

pub(crate) fn passphrase() -> Passphrase {
    Passphrase::new(WORDS.to_owned()).unwrap()
}

pub(crate) fn protected() -> Window {
    Window::with(Options::default(), |document| {
        document.set_passphrase(Some(&passphrase())).unwrap();
    })
}

fn note(document: &mut Document, code: &str, words: &str) {
    let party = document.snapshot().party_by_code(code).unwrap().clone();
    document.apply(&Edit::change(Party { note: words.to_owned(), ..party }, code)).unwrap();
}

pub(crate) fn unlock(window: &mut Window) {
    window.harness.get_by_role_and_label(Role::PasswordInput, "Passphrase").focus();
    window.settle();
    window.type_text(WORDS);
    window.harness.get_by_role_and_label(Role::Button, "Open").click();
    window.settle();
}

/// Whether these bytes occur in any file in the folder of the dossier.
pub(crate) fn lies_open(window: &Window, words: &str) -> bool {
    let entries = std::fs::read_dir(window.beside("")).unwrap().flatten();
    entries.filter(|it| it.path().is_file()).any(|it| {
        let bytes = std::fs::read(it.path()).unwrap();
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    })
}

fn dialog_on_desk(window: &Window) -> Option<String> {
    let workspace = window.document().workspace().unwrap();
    workspace.into_iter().find(|(key, _)| key == "dialog").map(|(_, value)| value)
}

#[test]
fn a_pasted_table_and_its_answers_come_back_after_a_lock() {
    let mut window = protected();
    window.click("File");
    window.click("New from a table…");
    let table = "party\tHotline CANARY\nUkrane\t--\nAcme Ltd\t+\nFrance\t+\n";
    window.harness.event(Event::Paste(table.to_owned()));
    window.settle();
    window.settle();
    assert!(window.shows("2 names are uncertain"));
    window.click("Ukrane: The state Ukraine");
    window.press_with(Modifiers::COMMAND, Key::L);
    assert!(window.shows("Locked") && !window.shows_part("Acme"));
    assert!(!window.harness.state().has_pending());
    assert!(!lies_open(&window, "CANARY"), "it stands in the encrypted file only");
    unlock(&mut window);
    window.wait_for("names are uncertain");
    let field = window.harness.get_by_role(Role::MultilineTextInput);
    assert!(field.value().unwrap_or_default().contains("Hotline CANARY"));
    assert!(window.shows_part("One answer is still needed"));
    window.pass(2.0);
    assert_eq!(dialog_on_desk(&window), None, "it is on the screen again");
    window.press(Key::Escape);
    window.press_with(Modifiers::COMMAND, Key::L);
    unlock(&mut window);
    window.wait_for("Canada, A/RES/73/27, objects");
    assert!(!window.shows_part("Ukrane"), "what was closed stays closed");
}

#[test]
fn the_lock_key_works_in_a_dialog_and_the_search_comes_back() {
    let mut window = protected();
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::F);
    window.type_text("CANARY in the corridor");
    window.press_with(Modifiers::COMMAND, Key::L);
    assert!(window.shows("Locked") && !lies_open(&window, "CANARY"));
    unlock(&mut window);
    window.wait_for("Search everywhere");
    let values = window.harness.get_all_by_role(Role::TextInput).filter_map(|it| it.value());
    assert!(values.into_iter().any(|it| it == "CANARY in the corridor"));
}

#[test]
fn half_changed_settings_come_back_after_a_lock() {
    let mut window = protected();
    window.click("File");
    window.click("Settings…");
    window.harness.get_by_role_and_label(Role::TextInput, "Your role").focus();
    window.settle();
    window.type_text("legal adviser");
    window.press_with(Modifiers::COMMAND, Key::L);
    unlock(&mut window);
    window.wait_for("Your role");
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Your role");
    assert_eq!(field.value().as_deref(), Some("legal adviser"));
}

#[test]
fn a_half_typed_passphrase_is_kept_nowhere() {
    let mut window = protected();
    window.click("File");
    window.click("Passphrase…");
    window.harness.get_by_role_and_label(Role::PasswordInput, "New passphrase").focus();
    window.settle();
    window.type_text("welkom2024");
    window.press_with(Modifiers::COMMAND, Key::L);
    unlock(&mut window);
    window.wait_for("Canada, A/RES/73/27, objects");
    assert!(!window.shows("New passphrase"));
    let workspace = window.document().workspace().unwrap();
    assert!(workspace.iter().all(|(_, value)| !value.contains("welkom")), "{workspace:?}");
}

#[test]
fn a_dialog_in_a_merge_comes_back_with_the_merge_and_its_keys_decide_nothing() {
    let mut window = Window::with(Options::default(), |document| {
        let theirs = document.path().with_file_name("theirs.cbm");
        document.copy_to(&theirs).unwrap();
        note(&mut Document::open(&theirs).unwrap(), "BRA", "theirs");
        note(document, "BRA", "mine");
        document.set_passphrase(Some(&passphrase())).unwrap();
    });
    let path = window.beside("theirs.cbm");
    window.choose("File", "Merge a review…", &path);
    window.wait_for("Merge theirs.cbm");
    window.press_with(Modifiers::COMMAND, Key::K);
    window.type_text("t");
    window.harness.key_press(Key::T);
    window.settle();
    assert!(window.shows_part("1 of them still open"), "what is typed in a dialog decides nothing");
    window.press_with(Modifiers::COMMAND, Key::L);
    assert!(window.shows("Locked"));
    unlock(&mut window);
    window.wait_for("Merge theirs.cbm");
    let values = window.harness.get_all_by_role(Role::TextInput).filter_map(|it| it.value());
    assert!(values.into_iter().any(|it| it == "t"), "the palette is open");
    window.press(Key::Escape);
    assert!(window.shows("Merge theirs.cbm"), "and only that is closed");
}

#[test]
fn what_a_review_protects_is_merged_into_an_unprotected_dossier_only_after_a_question() {
    let mut window = Window::with(Options::default(), |document| {
        let theirs = document.path().with_file_name("theirs.cbm");
        document.copy_to(&theirs).unwrap();
        let mut other = Document::open(&theirs).unwrap();
        note(&mut other, "CAN", "Wants a table");
        let package = document.path().with_file_name("round.cbmreview");
        pack(&other, &package, Some(&passphrase())).unwrap();
    });
    let package = window.beside("round.cbmreview");
    window.choose("File", "Merge a review…", &package);
    window.wait_for("Passphrase");
    unlock(&mut window);
    window.wait_for("Merge round.cbmreview");
    let entries = std::fs::read_dir(window.beside("")).unwrap().flatten();
    let left = entries.filter(|it| it.file_name().to_string_lossy().starts_with(".cbm-")).count();
    assert_eq!(left, 0, "nothing of it lies on the disk meanwhile");
    window.click("Merge");
    assert!(window.shows("Merge without a passphrase?"));
    assert_eq!(window.document().snapshot().party_by_code("CAN").unwrap().note, "");
    // Enter takes the likely answer: first a passphrase, then the merge continues with it.
    window.press(Key::Enter);
    for name in ["New passphrase", "Repeat passphrase"] {
        window.harness.get_by_role_and_label(Role::PasswordInput, name).focus();
        window.settle();
        window.type_text(WORDS);
    }
    window.click("Protect");
    window.wait_for("Merge round.cbmreview");
    window.click("Merge");
    assert!(window.document().is_protected());
    assert_eq!(window.document().snapshot().party_by_code("CAN").unwrap().note, "Wants a table");
}

#[test]
fn a_protected_review_is_merged_without_a_passphrase_if_the_user_wants_that() {
    let mut window = Window::with(Options::default(), |document| {
        let theirs = document.path().with_file_name("theirs.cbm");
        document.copy_to(&theirs).unwrap();
        let mut other = Document::open(&theirs).unwrap();
        note(&mut other, "CAN", "Wants a table");
        other.set_passphrase(Some(&passphrase())).unwrap();
    });
    let path = window.beside("theirs.cbm");
    window.choose("File", "Merge a review…", &path);
    window.wait_for("Passphrase");
    unlock(&mut window);
    window.wait_for("Merge theirs.cbm");
    window.click("Merge");
    window.press(Key::Escape);
    assert!(window.shows("Merge theirs.cbm"), "to cancel is to go on deciding");
    window.click("Merge");
    window.click("Merge without a passphrase");
    assert_eq!(window.document().snapshot().party_by_code("CAN").unwrap().note, "Wants a table");
}

#[test]
fn what_waits_for_a_path_is_dropped_when_none_is_chosen_or_the_dossier_locks() {
    let mut window = protected();
    let package = window.beside("round.cbmreview");
    pack(window.document(), &package, Some(&passphrase())).unwrap();
    for locks in [false, true] {
        window.harness.input_mut().dropped_files.clear();
        window.drop_file("round.cbmreview", &[], "Passphrase");
        unlock(&mut window);
        window.wait_for("Path of the file");
        assert!(window.harness.state().has_pending(), "the package and its passphrase wait");
        if locks {
            window.press_with(Modifiers::COMMAND, Key::L);
            assert!(window.shows("Locked"));
        } else {
            window.click("Cancel");
        }
        assert!(!window.harness.state().has_pending());
    }
    // Leaving the locked screen drops what was typed there.
    window.harness.get_by_role_and_label(Role::PasswordInput, "Passphrase").focus();
    window.settle();
    window.type_text("something else");
    window.harness.get_by_role_and_label(Role::Button, "Open").click();
    window.settle();
    window.wait_for("That did not open it");
    window.click("Cancel");
    assert!(!window.harness.state().has_pending() && !window.shows("Locked"));
    let fields = window.harness.query_all_by_role(Role::PasswordInput);
    assert_eq!(fields.filter(|it| it.accesskit_node().value().is_some()).count(), 0);
    assert!(window.harness.state().document().is_none());
}

#[test]
fn a_pasted_table_is_shown_again_if_no_path_is_chosen() {
    let mut window = protected();
    window.click("File");
    window.click("New from a table…");
    window.harness.event(Event::Paste("party\tHotline\nFrance\t+\n".to_owned()));
    window.settle();
    window.settle();
    window.click("Make a dossier…");
    window.wait_for("Path of the file");
    window.click("Cancel");
    assert!(window.shows("Make a dossier…") && !window.harness.state().has_pending());
}

#[test]
fn a_text_being_taken_in_comes_back_after_a_lock() {
    let mut window = protected();
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::T);
    window.click("New version");
    window.type_text("OP1 States should CANARY share what they know.\n");
    window.press_with(Modifiers::COMMAND, Key::L);
    assert!(window.shows("Locked") && !lies_open(&window, "CANARY"));
    unlock(&mut window);
    window.wait_for("Take in");
    let field = window.harness.get_by_role(Role::MultilineTextInput);
    assert!(field.value().unwrap_or_default().contains("CANARY share"));
    window.click("Cancel");
    window.pass(2.0);
    window.press_with(Modifiers::COMMAND, Key::L);
    unlock(&mut window);
    window.wait_for("New version");
    assert!(!window.shows_part("CANARY"), "what was closed stays closed");
}
