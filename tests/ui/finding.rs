//! Finding commands by name, and everything else by text.

use cbm_workbench::model::{Keyed, Language};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window};

#[test]
fn a_command_is_found_by_a_part_of_its_name_and_carried_out() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::K);
    window.type_text("obst");
    window.press(Key::Enter);
    assert!(window.harness.query_all_by_label_contains("not assessed").next().is_some());
    window.press_with(Modifiers::COMMAND, Key::K);
    window.type_text("mtrx");
    window.harness.snapshot("dialog_palette");
    window.press(Key::Enter);
    assert!(window.shows("Coalition matrix"));
}

#[test]
fn what_cannot_be_done_now_is_not_offered() {
    let mut window = Window::new();
    let named = |window: &Window| window.harness.query_all_by_label_contains("Redo").count();
    let before = named(&window);
    window.press_with(Modifiers::COMMAND, Key::K);
    window.type_text("redo");
    assert_eq!(named(&window), before, "there is nothing to redo");
    window.type_text("qqq");
    assert!(window.shows("Nothing in this list matches."));
    window.press(Key::Escape);
    assert!(!window.shows("Find a command"));
    // Nor something whose letters happen to be in it: Enter would do it.
    window.press_with(Modifiers::COMMAND, Key::K);
    window.type_text("hide");
    let found =
        window.harness.get_all_by_role(Role::Row).filter_map(|it| it.accesskit_node().label());
    let found: Vec<_> = found.collect();
    assert_eq!(found, ["Show or hide the inspector"]);
}

#[test]
fn everything_is_found_by_its_text_regardless_of_accents_and_enter_goes_there() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    window.wait_for("Any word or phrase");
    window.type_text("cote ivoire");
    window.wait_for("Party");
    window.harness.snapshot("dialog_search");
    window.press(Key::Enter);
    assert!(window.harness.query_all_by_label_contains("Côte").next().is_some());
    // An edit can be found immediately.
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    window.type_text("unheard-of words");
    assert!(window.shows("Nothing in this list matches."));
    window.press(Key::Escape);
    window.harness.get_by_label("Notes").focus();
    window.type_text("unheard-of words");
    window.press(Key::Tab);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    window.type_text("heard words");
    assert!(window.harness.query_all_by_label_contains("unheard-of words").next().is_some());
}

#[test]
fn search_works_in_dutch() {
    let dutch = Options { language: Language::Dutch, ..Options::default() };
    let mut window = Window::with(dutch, |_| {});
    window.press_with(Modifiers::COMMAND, Key::K);
    assert!(window.shows("Opdracht zoeken"));
    assert_eq!(Language::Dutch.key(), "nl");
}
