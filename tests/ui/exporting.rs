//! A page as a file, from the screen that shows it.

use cbm_workbench::document::Edit;
use cbm_workbench::model::{Bilingual, Marking, Proposal};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

fn window() -> Window {
    Window::with(Options::default(), |document| {
        let mut secret = Proposal::new("OURS-1", Bilingual::new("A proposal of ours", ""));
        secret.marking = Some(Marking::Red);
        document.apply(&Edit::add(secret, "x")).unwrap();
    })
}

fn choose(window: &mut Window, what: &str, value: &str) {
    window.harness.get_by_role_and_label(Role::ComboBox, what).click();
    window.settle();
    window.click(value);
}

fn as_html(window: &mut Window) {
    choose(window, "Format", "HTML (.html)");
}

#[test]
fn the_page_on_screen_is_exported_under_a_ceiling_after_saying_what_it_withholds() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.press_with(Modifiers::COMMAND, Key::E);
    assert!(window.shows_part("Left out of whatever the page would show"));
    assert!(window.harness.query_all_by_label("Proposal").next().is_some());
    window.harness.snapshot("dialog_export");
    as_html(&mut window);
    let path = window.beside("page");
    window.click("Choose where…");
    window.give_path(&path);
    window.wait_for("Written to");
    let page = std::fs::read_to_string(window.beside("page.html")).unwrap();
    assert!(page.contains("Proposals, as of 21 Nov 2026"), "{page}");
    assert!(page.contains("A/RES/73/27") && !page.contains("OURS-1"), "{page}");
}

#[test]
fn an_existing_file_is_replaced_only_after_agreeing() {
    let mut window = window();
    let path = window.beside("page.html");
    std::fs::write(&path, "mine").unwrap();
    window.press_with(Modifiers::COMMAND, Key::E);
    as_html(&mut window);
    window.click("Choose where…");
    window.give_path(&path);
    window.wait_for("already exists");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    window.click("Replace that file");
    window.wait_for("Written to");
    assert!(std::fs::read_to_string(&path).unwrap().contains("Coalition matrix"));
}

#[test]
fn the_brief_on_the_selected_proposal_is_a_document_of_word() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first("A/RES/73/27");
    window.press_with(Modifiers::COMMAND, Key::E);
    assert!(window.shows("Short, for a minister"));
    window.click("Choose where…");
    let path = window.beside("brief.docx");
    window.give_path(&path);
    window.wait_for("Written to");
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
}

#[test]
fn a_page_is_printed_on_the_paper_that_is_chosen() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::E);
    assert!(!window.shows("Paper"), "only what is printed has sheets");
    choose(&mut window, "Format", "PDF (.pdf)");
    choose(&mut window, "Paper", "A3");
    choose(&mut window, "Orientation", "Upright");
    window.click("Choose where…");
    let path = window.beside("matrix.pdf");
    window.give_path(&path);
    window.wait_for("Written to");
    let file = std::fs::read(&path).unwrap();
    assert!(file.starts_with(b"%PDF-1.7"));
    assert!(String::from_utf8_lossy(&file).contains("/MediaBox [0 0 841.89 1190.551]"));
}
