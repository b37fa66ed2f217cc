//! Getting around: the tour, help, pasting a table, text fields, the settings.

use cbm_workbench::command::Screen;
use cbm_workbench::document::Document;
use cbm_workbench::model::{Keyed, Stance};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window};

#[test]
fn the_tour_goes_through_the_example_and_can_be_left_at_any_point() {
    let mut window = Window::new();
    window.click("Help");
    window.click("Guided tour");
    assert!(window.shows("1 of 9"));
    window.harness.snapshot("tour");
    for step in 2..=9 {
        window.click("Next");
        assert!(window.shows(&format!("{step} of 9")));
    }
    assert!(window.shows("Running order"), "the last step shows the room");
    window.click("Back");
    assert!(window.shows("8 of 9"));
    window.click("Leave the tour");
    assert!(!window.shows("8 of 9"));
}

#[test]
fn the_tour_is_walked_by_keys_alone() {
    let mut window = Window::new();
    window.click("Help");
    window.click("Guided tour");
    for step in 2..=4 {
        window.press(Key::Enter);
        assert!(window.shows(&format!("{step} of 9")), "{step}");
    }
    window.press(Key::Escape);
    assert!(!window.shows_part(" of 9"), "Escape leaves it");
}

#[test]
fn every_screen_has_a_help_page_behind_f1() {
    let mut window = Window::new();
    for screen in Screen::ALL {
        window.press(Key::F1);
        assert!(window.shows("Help on the other screens:"), "{screen:?}");
        window.click("Close");
        window.press_with(Modifiers::COMMAND, Key::K);
        let label = cbm_workbench::text::Text::new(cbm_workbench::model::Language::English);
        window.type_text(label.label(*screen));
        window.press(Key::Enter);
    }
    window.press_with(Modifiers::COMMAND, Key::Num5);
    window.press(Key::F1);
    assert!(window.harness.query_by_label_contains("8. ").is_some(), "the eight, in place");
    window.harness.snapshot("dialog_help");
}

#[test]
fn a_table_from_a_spreadsheet_becomes_a_dossier() {
    let mut window = Window::with(Options { template: None, ..Options::default() }, |_| {});
    window.harness.snapshot("start");
    window.click("New from a table…");
    window.harness.event(egui::Event::Paste(
        "\tHotline\tNorms\nNetherlands\t+\t++\nChina\t0\tperhaps\n".to_owned(),
    ));
    window.settle();
    assert!(window.harness.query_by_label_contains("2 parties, 2 proposals, 3 stances").is_some());
    assert!(window.harness.query_by_label_contains("line 3, column 3: perhaps").is_some());
    window.harness.snapshot("dialog_paste");
    window.click("Leave these cells out");
    let path = window.beside("pasted.cbm");
    window.click("Make a dossier…");
    window.give_path(&path);
    window.wait_for("Coalition matrix");
    assert_eq!(window.document().snapshot().dossier.title, "pasted");
    assert_eq!(window.stance("NLD", "Norms"), Some(Stance::Champion));
    drop(window);
    assert!(Document::open(&path).is_err(), "its folder went with the window");
}

#[test]
fn a_text_field_has_the_menu_people_expect() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.press_with(Modifiers::COMMAND, Key::F);
    window.type_text("cyber");
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Find in this list");
    field.click_secondary();
    window.settle();
    for item in ["Cut", "Copy", "Paste", "Select all"] {
        assert!(window.shows(item), "{item}");
    }
    window.click("Select all");
    // Selected text can be cut and copied: the click that opens the menu keeps the selection.
    let enabled = |window: &Window, item: &str| {
        let item = window.harness.get_by_role_and_label(Role::Button, item);
        !item.accesskit_node().is_disabled()
    };
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Find in this list");
    field.click_secondary();
    window.settle();
    assert!(enabled(&window, "Cut") && enabled(&window, "Copy"));
    window.click("Select all");
    window.type_text("x");
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Find in this list");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("x"), "what was selected is gone");
}

#[test]
fn every_step_carries_the_authors_name_and_role() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Comma);
    window.harness.get_by_label("Your role").focus();
    window.type_text("legal adviser");
    window.click("Save");
    window.press_with(Modifiers::COMMAND, Key::Num1);
    window.press(Key::ArrowDown);
    window.type_text("2");
    let steps = window.document().history().steps();
    assert_eq!(steps.last().map(|step| step.author.as_str()), Some("A. Desk (legal adviser)"));
}
