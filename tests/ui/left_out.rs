//! The user learns what a page leaves out before anything is written: how much, and at one's own
//! desk which records.

use cbm_workbench::command::Screen;
use cbm_workbench::document::{Document, Edit};
use cbm_workbench::model::{Bilingual, Keyed, Language, Marking, Paragraph, Proposal, Version};
use cbm_workbench::text::Text;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window};
use crate::exporting::{ask, choose};
use crate::meeting::meeting;

const OURS: &str = "OURS-1";
const NAMED: &str = "OURS-1 (TLP:RED)";

fn keep(document: &mut Document) {
    let mut secret = Proposal::new(OURS, Bilingual::new("A proposal of ours", ""));
    secret.marking = Some(Marking::Red);
    document.apply(&Edit::add(secret, "x")).unwrap();
}

#[test]
fn what_a_page_leaves_out_is_named_with_its_marking() {
    let mut window = Window::with(Options::default(), keep);
    ask(&mut window);
    assert!(window.shows_part("Left out of whatever the page would show"));
    assert!(window.shows(NAMED));
    choose(&mut window, "Shown up to", "TLP:RED");
    window.wait_for("Nothing that this page would show is marked more strictly");
    assert!(!window.shows(NAMED));
}

#[test]
fn while_a_room_is_open_what_a_page_leaves_out_is_counted_and_not_named() {
    let mut window = meeting(keep);
    window.press_with(Modifiers::COMMAND, Key::E);
    window.wait_for("Left out of whatever the page would show");
    assert!(window.harness.query_all_by_label("Proposal").next().is_some());
    assert!(!window.shows_part(NAMED));
    window.press(Key::Escape);
}

#[test]
fn nothing_is_said_to_be_left_out_of_a_page_that_could_not_show_it() {
    let mut window = Window::with(Options::default(), |document| {
        let proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().id;
        let marking = Some(Marking::Red);
        let version = Version { marking, ..Version::new(proposal, "rev.1", 0) };
        let paragraph = Paragraph::new(version.id, 0, "States shall meet.");
        document.apply(&Edit::add(version, "x").put(paragraph)).unwrap();
    });
    ask(&mut window);
    assert!(!window.shows_part("Left out of whatever"), "the matrix has no texts");
    choose(&mut window, "Page", "Brief");
    window.wait_for("Left out of whatever the page would show");
    assert!(window.shows("A/RES/73/27, rev.1 (TLP:RED)"));
    assert!(window.harness.query_all_by_label("Paragraph").next().is_some());
}

#[test]
fn every_screen_leads_to_a_page_and_leaving_it_leaves_nothing() {
    let mut window = Window::with(Options::default(), keep);
    let files = |window: &Window| std::fs::read_dir(window.beside("")).unwrap().count();
    let before = files(&window);
    for screen in Screen::ALL {
        window.press_with(Modifiers::COMMAND, Key::K);
        window.type_text(Text::new(Language::English).label(*screen));
        window.press(Key::Enter);
        window.press_with(Modifiers::COMMAND, Key::E);
        let what = window.harness.query_by_role_and_label(Role::ComboBox, "Page");
        assert!(what.is_some_and(|it| it.accesskit_node().value().is_some()), "{screen:?}");
        window.press(Key::Escape);
        assert!(!window.shows("Export a page"), "{screen:?}");
    }
    assert_eq!(files(&window), before);
}

#[test]
fn a_picture_that_is_longer_than_a_slide_is_said_to_be() {
    let mut window = Window::with(Options::default(), |document| {
        let mut long = Proposal::new("LONG-1", Bilingual::new("A long text", ""));
        long.marking = Some(Marking::Clear);
        long.text = "States shall meet.\n".repeat(200);
        document.apply(&Edit::add(long, "x")).unwrap();
    });
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first("LONG-1");
    window.click("File");
    window.click("Copy this page as a picture…");
    window.wait_for("Page 1 of");
    window.click_without_settling("Copy as picture");
    window.wait_for("It is longer than a slide");
}
